//! Which place a row speaks of.

use std::collections::BTreeMap;

use crate::fact_list::{ListedPlace, PlaceIx, Whose};
use crate::search::folded;

/// Names of what figures speak of.
#[derive(Debug, Clone, Copy)]
pub struct PlaceNames<'a> {
    /// The places of the map; none where there is no map.
    pub places: &'a [ListedPlace],
    /// What all places together are called; empty where nobody says it.
    pub whole: &'a str,
    /// What is no place of the map.
    pub elsewhere: &'a [String],
}

/// The level of all places together, and that of what is left of them.
const WHOLE: [&str; 3] = ["country", "whole", "nation"];
const REMAINDER: &str = "remainder";

/// The places by what they are called.
#[derive(Debug)]
pub(super) struct Places<'a> {
    names: PlaceNames<'a>,
    by_name: BTreeMap<String, PlaceIx>,
    by_code: BTreeMap<&'a str, PlaceIx>,
    /// The levels of which a place is on the map.
    pub(super) levels: Vec<String>,
}

impl<'a> Places<'a> {
    pub(super) fn new(names: PlaceNames<'a>) -> Self {
        let (mut by_name, mut by_code) = (BTreeMap::new(), BTreeMap::new());
        for (at, place) in names.places.iter().enumerate() {
            by_code.entry(place.code.as_str()).or_insert(PlaceIx(at));
            let others = place.name.others().map(|(_, name)| name);
            for name in std::iter::once(place.name.own()).chain(others) {
                by_name.entry(folded(name)).or_insert(PlaceIx(at));
            }
        }
        Self {
            names,
            by_name,
            by_code,
            levels: Vec::new(),
        }
    }

    /// The place of a code, else of a name.
    pub(super) fn place(&self, code: &str, name: &str) -> Option<PlaceIx> {
        let by_code = self.by_code.get(code).copied();
        by_code.or_else(|| self.by_name.get(&folded(name)).copied())
    }

    /// Whom a row speaks of; `None` where its place should be on the map, and is not.
    pub(super) fn whose(&self, code: &str, name: &str, level: &str) -> Option<Whose> {
        if WHOLE.contains(&level) || (code.is_empty() && name.is_empty()) {
            return Some(Whose::Whole);
        }
        if level != REMAINDER
            && let Some(at) = self.place(code, name)
        {
            return Some(Whose::Place(at));
        }
        if folded(name) == folded(self.names.whole) {
            return Some(Whose::Whole);
        }
        let is_elsewhere = self.names.places.is_empty()
            || level == REMAINDER
            || !level.is_empty() && !self.levels.iter().any(|known| known == level)
            || self
                .names
                .elsewhere
                .iter()
                .any(|other| folded(other) == folded(name));
        is_elsewhere.then(|| Whose::Other(name.into()))
    }
}

impl<'a> Places<'a> {
    /// The names of the places.
    pub(super) fn names(&self) -> impl Iterator<Item = &'a str> {
        self.names.places.iter().map(|place| place.name.own())
    }
}
