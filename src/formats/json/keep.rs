//! What is kept of a document while it is read.

/// What a reader of a format looks at; everything else is passed over without being built.
#[derive(Debug)]
pub(in crate::formats) enum Keep {
    /// Everything below.
    All,
    /// Numbers, texts and the like; an array or object as an empty one.
    Scalar,
    /// Of an object these members; of an array the same of each item.
    Members(&'static [(&'static str, Keep)]),
    /// Of an object these members; an array as an empty one, however long it is.
    Object(&'static [(&'static str, Keep)]),
    /// Of an object the same of each member, whatever its name; of an array, of each item.
    Each(&'static Keep),
}

impl Keep {
    /// What is kept of the member of a name; `None` where it is passed over.
    pub(in crate::formats) fn member(&'static self, name: &str) -> Option<&'static Self> {
        match self {
            Self::All => Some(self),
            Self::Scalar => None,
            Self::Members(members) | Self::Object(members) => {
                let known = members.iter().find(|(known, _)| *known == name);
                known.map(|(_, keep)| keep)
            }
            Self::Each(keep) => Some(keep),
        }
    }
}
