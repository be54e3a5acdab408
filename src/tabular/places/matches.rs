//! What was matched, and how.

use crate::formats::geojson::MapSource;

/// What the places of a table were matched by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum By {
    /// A field of the map has their codes.
    Code,
    /// A field of the map has their names.
    Name,
}

/// How a place and its features came together, the surest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum How {
    /// The very same text.
    Same,
    /// The same number, written without zeros before it: 1 for 01.
    Number,
    /// The same letters, but for case, marks and punctuation.
    Spelling,
    /// The same name, after a word for the kind of place was set aside.
    Kind,
}

/// A place and the features that are it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Match {
    /// Position in the list of places.
    pub place: usize,
    /// Positions in the map, in its order; several where it comes in pieces.
    pub features: Vec<usize>,
    /// How they came together.
    pub how: How,
}

/// Which features are which places.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Matches {
    /// The position of the field that was compared.
    pub field: usize,
    /// Its name.
    pub key: String,
    /// What it was compared with.
    pub by: By,
    /// The field with the names, where one has some of the table's.
    pub name_field: Option<usize>,
    /// In the order of the table's places; each place and each feature at most once.
    pub rows: Vec<Match>,
    /// Places of no feature, by position.
    pub without_feature: Vec<usize>,
    /// Features of no place, by position in the map.
    pub without_place: Vec<usize>,
}

impl Matches {
    /// Puts rows together and finds what is left over.
    pub(super) fn new(
        (field, by): (usize, By),
        mut rows: Vec<Match>,
        map: &MapSource,
        places: usize,
    ) -> Self {
        rows.sort_by_key(|row| row.place);
        let mut has_feature = vec![false; places];
        let mut has_place = vec![false; map.features.len()];
        for row in &rows {
            has_feature[row.place] = true;
            row.features.iter().for_each(|&it| has_place[it] = true);
        }
        let left = |has: Vec<bool>| {
            let left = has.into_iter().enumerate();
            left.filter_map(|(at, has)| (!has).then_some(at)).collect()
        };
        Self {
            field,
            key: map.fields().get(field).cloned().unwrap_or_default(),
            by,
            name_field: None,
            rows,
            without_feature: left(has_feature),
            without_place: left(has_place),
        }
    }
}
