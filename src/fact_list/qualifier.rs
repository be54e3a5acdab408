//! How exactly a publisher prints a figure.

/// What stands beside a figure in print.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Qualifier {
    /// Nothing: the figure itself.
    Exact,
    /// "some", "about", or plainly a round number.
    Rounded,
    /// "at least".
    AtLeast,
    /// "more than", "over".
    MoreThan,
    /// "at most".
    AtMost,
    /// "fewer than", "under".
    LessThan,
    /// "nearly".
    Almost,
}

impl Qualifier {
    /// All of them.
    pub const ALL: [Self; 7] = [
        Self::Exact,
        Self::Rounded,
        Self::AtLeast,
        Self::MoreThan,
        Self::AtMost,
        Self::LessThan,
        Self::Almost,
    ];

    /// Its word in files, which no language changes.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::Rounded => "rounded",
            Self::AtLeast => "at least",
            Self::MoreThan => "more than",
            Self::AtMost => "at most",
            Self::LessThan => "less than",
            Self::Almost => "almost",
        }
    }

    /// The one of a word; of none, [`Self::Exact`].
    ///
    /// ```
    /// use jangkau::fact_list::Qualifier;
    /// assert_eq!(Qualifier::from_key(" At least"), Some(Qualifier::AtLeast));
    /// assert_eq!(Qualifier::from_key(""), Some(Qualifier::Exact));
    /// assert_eq!(Qualifier::from_key("perhaps"), None);
    /// ```
    #[must_use]
    pub fn from_key(word: &str) -> Option<Self> {
        let word = word.trim().to_lowercase();
        if word.is_empty() {
            return Some(Self::Exact);
        }
        Self::ALL.into_iter().find(|it| it.key() == word)
    }

    /// Whether the figure is the number itself, and not a bound of it.
    #[must_use]
    pub fn is_number(self) -> bool {
        matches!(self, Self::Exact | Self::Rounded)
    }
}
