//! How sure a figure is.

use super::Provenance;

/// How sure a figure is: one mark of three steps. The greater of two is the weaker, so that what is
/// made of several has the greatest of theirs.
///
/// ```
/// use jangkau::cube::Sureness;
/// let of_count = Sureness::Published;
/// let of_share = Sureness::Pattern;
/// assert_eq!(of_count.max(of_share), Sureness::Pattern);
/// assert_eq!((of_share.symbol(), of_share.key()), ("○", "pattern"));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sureness {
    /// Published for this place.
    Published,
    /// Shared out from a published total.
    SharedOut,
    /// Only a pattern: it repeats what was published for others.
    Pattern,
}

impl Sureness {
    /// From the surest to the weakest.
    pub const ALL: [Self; 3] = [Self::Published, Self::SharedOut, Self::Pattern];

    /// Its mark.
    #[must_use]
    pub fn symbol(self) -> &'static str {
        match self {
            Self::Published => "●",
            Self::SharedOut => "◐",
            Self::Pattern => "○",
        }
    }

    /// Its name in files, which no language changes.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Published => "published",
            Self::SharedOut => "shared",
            Self::Pattern => "pattern",
        }
    }
}

/// What kind of figure one is, of all that are told apart. The greater of two is the weaker.
///
/// ```
/// use jangkau::cube::{FigureKind, Sureness};
/// assert_eq!((FigureKind::Estimated.key(), FigureKind::Estimated.sureness()), ("estimated", Sureness::SharedOut));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum FigureKind {
    /// Published for this place.
    Published,
    /// Worked out from what was published for this place, and printed nowhere.
    Derived,
    /// Estimated from other figures that were published for this place: of another period, of others.
    Estimated,
    /// Shared out from a published total.
    SharedOut,
    /// Only a pattern: it repeats what was published for others.
    Pattern,
}

impl FigureKind {
    /// How sure it is.
    #[must_use]
    pub fn sureness(self) -> Sureness {
        match self {
            Self::Published | Self::Derived => Sureness::Published,
            Self::Estimated | Self::SharedOut => Sureness::SharedOut,
            Self::Pattern => Sureness::Pattern,
        }
    }

    /// Its name in files, which no language changes: that of its step, or one of its own.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Derived => "derived",
            Self::Estimated => "estimated",
            Self::Published | Self::SharedOut | Self::Pattern => self.sureness().key(),
        }
    }
}

/// What a figure rests on: how sure it is, whose published figures it was made from, and whether it was
/// printed itself. The greater of two is the weaker.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Ground {
    /// How sure the figure is.
    pub sureness: Sureness,
    /// Whose figures it was made from.
    pub from: Provenance,
    /// Whether it was worked out from what was published for this place, and is not printed anywhere.
    pub is_derived: bool,
}

impl Ground {
    /// Of a published figure.
    pub const PUBLISHED: Self = Self {
        sureness: Sureness::Published,
        from: Provenance::Own,
        is_derived: false,
    };

    /// Of what repeats the pattern of everyone.
    pub const WHOLE_PATTERN: Self = Self {
        sureness: Sureness::Pattern,
        from: Provenance::All,
        is_derived: false,
    };

    /// Of what was estimated from other figures that were published for its place.
    pub const ESTIMATED: Self = Self {
        sureness: Sureness::SharedOut,
        from: Provenance::Own,
        is_derived: false,
    };

    /// What kind of figure it is.
    #[must_use]
    pub fn kind(self) -> FigureKind {
        match self.sureness {
            Sureness::Published if self.is_derived => FigureKind::Derived,
            Sureness::Published => FigureKind::Published,
            Sureness::SharedOut if self.from == Provenance::Own => FigureKind::Estimated,
            Sureness::SharedOut => FigureKind::SharedOut,
            Sureness::Pattern => FigureKind::Pattern,
        }
    }

    /// Published where it comes from the place itself, else as sure as said.
    pub(super) fn of(from: Provenance, sureness: Sureness) -> Self {
        match from {
            Provenance::Own => Self::PUBLISHED,
            Provenance::Group | Provenance::All => Self {
                sureness,
                from,
                is_derived: false,
            },
        }
    }

    /// The same where nobody printed it.
    pub(super) fn not_printed(self) -> Self {
        Self {
            is_derived: self == Self::PUBLISHED,
            ..self
        }
    }
}

/// What the figures of one selection rest on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Grounds {
    /// The count.
    pub count: Ground,
    /// Its share in everyone of the same places.
    pub share: Ground,
    /// The count by inhabitants, and that over the whole's.
    pub rate: Ground,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_step_has_a_mark_and_a_key_of_its_own_and_the_weaker_is_greater() {
        let [published, shared, pattern] = Sureness::ALL;
        assert!(published < shared && shared < pattern);
        assert_eq!(Sureness::ALL.map(Sureness::symbol), ["●", "◐", "○"]);
        assert_eq!(
            Sureness::ALL.map(Sureness::key),
            ["published", "shared", "pattern"]
        );
        let of_group = Ground::of(Provenance::Group, pattern);
        assert!(Ground::PUBLISHED < of_group && of_group < Ground::WHOLE_PATTERN);
        assert_eq!(Ground::of(Provenance::Own, pattern), Ground::PUBLISHED);
    }
}
