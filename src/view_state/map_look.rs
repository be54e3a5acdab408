//! How the map is drawn: its form, its classes and what these are taken over.

use crate::scale::ClassMethod;

/// What the map's areas are (`map`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum MapForm {
    /// Their outlines on the ground.
    #[default]
    Geo,
    /// A tile of one size each.
    Tile,
}

impl MapForm {
    /// All, in the order they are offered.
    pub const ALL: [Self; 2] = [Self::Geo, Self::Tile];

    /// As written in a link.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Geo => "geo",
            Self::Tile => "tile",
        }
    }
}

/// How the map is classed (`class`): the method, and 3 to 9 classes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Classing {
    /// How the breaks are found.
    pub method: ClassMethod,
    count: u8,
}

impl Classing {
    /// The numbers of classes that are offered.
    pub const COUNTS: std::ops::RangeInclusive<u8> = 3..=9;

    /// So many classes; the nearest number that is offered.
    #[must_use]
    pub fn new(method: ClassMethod, count: u8) -> Self {
        let count = count.clamp(*Self::COUNTS.start(), *Self::COUNTS.end());
        Self { method, count }
    }
    /// How many classes.
    #[must_use]
    pub fn count(self) -> u8 {
        self.count
    }
    /// As written in a link: `quantile5`.
    #[must_use]
    pub fn key(self) -> String {
        let mut key = self.method.key().to_owned();
        key.push((b'0' + self.count) as char);
        key
    }
    pub(super) fn from_key(key: &str) -> Option<Self> {
        let count = key.bytes().last()?.wrapping_sub(b'0');
        let count = Some(count).filter(|count| Self::COUNTS.contains(count))?;
        let named = &key[..key.len() - 1];
        let method = (ClassMethod::ALL.into_iter()).find(|method| method.key() == named)?;
        Some(Self { method, count })
    }
}

impl Default for Classing {
    fn default() -> Self {
        Self {
            method: ClassMethod::default(),
            count: 5,
        }
    }
}

/// Over which places and periods the classes are taken (`classes`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ClassScope {
    /// The places in view: of a place that is looked into, those in it.
    #[default]
    View,
    /// All places.
    All,
    /// All places in every period, so that the classes stay as one period follows another.
    Fixed,
}

impl ClassScope {
    /// All, in the order they are offered.
    pub const ALL: [Self; 3] = [Self::View, Self::All, Self::Fixed];

    /// As written in a link.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::View => "view",
            Self::All => "all",
            Self::Fixed => "fixed",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_class_is_written_as_it_is_read() {
        for method in ClassMethod::ALL {
            for count in Classing::COUNTS {
                let classing = Classing::new(method, count);
                assert_eq!(Classing::from_key(&classing.key()), Some(classing));
            }
        }
        for odd in [
            "",
            "quantile",
            "quantile2",
            "equal10",
            "5",
            "jenks5",
            "naturalé",
        ] {
            assert_eq!(Classing::from_key(odd), None, "{odd}");
        }
    }
}
