//! Figures that stand side by side because they do not say the same.

use super::{FactIx, FactList};
use crate::cube::Label;

/// Figures that do not say the same, none of them repaired.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Beside {
    /// What is to be seen of them; empty where they speak for themselves.
    pub text: Label,
    /// The figures, in order.
    pub figures: Vec<FactIx>,
}

impl FactList {
    /// What stands side by side: as the list says, then figures of one definition and one period that differ.
    #[must_use]
    pub fn side_by_side(&self) -> Vec<Beside> {
        let mut all = self.about().beside.clone();
        let facts = self.facts();
        for (at, fact) in facts.iter().enumerate() {
            let speaks_alike = |other: &usize| {
                let other = &facts[*other];
                other.definition() == fact.definition() && other.period == fact.period
            };
            if (0..at).any(|before| speaks_alike(&before)) {
                continue;
            }
            let alike: Vec<usize> = (at..facts.len()).filter(speaks_alike).collect();
            let says = |at: &usize| (&facts[*at].number, facts[*at].qualifier);
            let is_named = all.iter().any(|beside| {
                let named = |at: &usize| beside.figures.contains(&FactIx(*at));
                alike.iter().all(named)
            });
            if !is_named && alike.iter().any(|other| says(other) != says(&at)) {
                all.push(Beside {
                    text: Label::default(),
                    figures: alike.into_iter().map(FactIx).collect(),
                });
            }
        }
        all
    }
}
