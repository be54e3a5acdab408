//! How many classes there are, and which one is meant.

/// The position of a class, 0 the lowest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Class(pub(super) u8);

impl Class {
    /// The position, 0 the lowest.
    #[must_use]
    pub fn index(self) -> usize {
        usize::from(self.0)
    }
}

/// A number of classes that a reader can tell apart: 3 to 9.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ClassCount(pub(super) u8);

impl ClassCount {
    /// Every number of classes, ascending.
    pub const ALL: [Self; 7] = [
        Self(3),
        Self(4),
        Self(5),
        Self(6),
        Self(7),
        Self(8),
        Self(9),
    ];

    /// The allowed number nearest to the one wanted.
    ///
    /// ```
    /// use jangkau::scale::ClassCount;
    /// assert_eq!([1, 5, 40].map(|wanted| ClassCount::nearest(wanted).get()), [3, 5, 9]);
    /// ```
    #[must_use]
    pub fn nearest(wanted: usize) -> Self {
        Self(match wanted {
            0..=3 => 3,
            4 => 4,
            5 => 5,
            6 => 6,
            7 => 7,
            8 => 8,
            9.. => 9,
        })
    }

    /// The number, 3 to 9.
    #[must_use]
    pub fn get(self) -> usize {
        usize::from(self.0)
    }
}
