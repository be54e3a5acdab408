//! The categories of a dimension, as the rows of a table are met.

use std::collections::HashMap;

use super::texts::TextIx;
use crate::cube::Period;

/// The categories of a dimension as they are met.
#[derive(Default)]
pub(super) struct Categories {
    /// The category of each text.
    pub(super) of_text: HashMap<TextIx, usize>,
    by_code: HashMap<String, usize>,
    pub(super) codes: Vec<String>,
    pub(super) names: Vec<String>,
    /// Of each category, its text in each column of groups.
    pub(super) groups: Vec<Vec<String>>,
    /// The code of each category that has parts, and theirs.
    pub(super) parts: Vec<(String, Vec<String>)>,
    /// Where each category stands, by the order in which they were met.
    places: Vec<usize>,
}

impl Categories {
    pub(super) fn add(&mut self, code: &str, label: &str, groups: Vec<String>) -> usize {
        if let Some(known) = self.by_code.get(code) {
            return *known;
        }
        let at = self.codes.len();
        self.by_code.insert(code.to_owned(), at);
        self.codes.push(code.to_owned());
        self.names.push(label.to_owned());
        self.groups.push(groups);
        at
    }

    /// Those of `first` in its order; else periods in their order, and numbers; anything else stays in the order
    /// of the table.
    pub(super) fn sort(&mut self, first: &[String]) {
        let mut order: Vec<usize> = (0..self.codes.len()).collect();
        let periods: Option<Vec<Period>> = self.names.iter().map(|it| Period::parse(it)).collect();
        let numbers: Option<Vec<u64>> = self.codes.iter().map(|it| it.parse().ok()).collect();
        if !first.is_empty() {
            let place = |at: &usize| first.iter().position(|code| *code == self.codes[*at]);
            order.sort_by_key(|at| place(at).unwrap_or(first.len()));
        } else if let Some(periods) = periods {
            order.sort_by_key(|at| (periods[*at].end, -periods[*at].days()));
        } else if let Some(numbers) = numbers {
            order.sort_by_key(|at| numbers[*at]);
        }
        let mut places = vec![0; order.len()];
        for (place, at) in order.iter().enumerate() {
            places[*at] = place;
        }
        let sorted = |list: &[String]| order.iter().map(|at| list[*at].clone()).collect::<Vec<_>>();
        (self.codes, self.names) = (sorted(&self.codes), sorted(&self.names));
        self.groups = order.iter().map(|at| self.groups[*at].clone()).collect();
        for place in self.by_code.values_mut().chain(self.of_text.values_mut()) {
            *place = places[*place];
        }
        self.places = places;
    }

    /// Where a category of the heading stands now.
    pub(super) fn place(&self, category: usize) -> usize {
        self.places[category]
    }
}
