//! The published total of a dimension: declared, proven by arithmetic, or named.

use super::Additivity;
use super::decide::{Reader, Study, simple};
use super::dimension_reading::{DimensionReading, How, Reason};
use super::named::{equals_others, is_largest_of, lies_between};
use crate::cube::{CatIx, DimIx, Dimension};

/// A category is a total where the finest categories but so few of a hundred are its parts …
const MOST_LEAVES: usize = 80;

impl Reader<'_> {
    /// The published total: declared, proven or named.
    pub(super) fn total(&mut self, at: DimIx, study: &Study<'_>) -> Option<DimensionReading> {
        let dimension = self.cube.dimension(at);
        let proven = |of: usize| study.sums.list().iter().any(|sum| sum.of == of);
        let declared = dimension.total().or_else(|| declared_root(dimension));
        let (total, reason, parts_add) = if let Some(total) = declared {
            let counts = self.additivity == Additivity::Count;
            (total.0, Reason::Declared, counts || proven(total.0))
        } else if let Some((of, reason)) = self.proven_total(at, study) {
            (of, reason, true)
        } else {
            let (of, reason) = self.named_total(at, study)?;
            let equal = matches!(reason, Reason::NamedAndEqual { .. });
            (of, reason, equal || proven(of))
        };
        let how = if reason == Reason::NamedOnly {
            How::One(CatIx(total))
        } else {
            How::Total(CatIx(total))
        };
        self.region.keep(at, &how);
        let mut apart = study.apart.clone();
        apart[total] = true;
        let disjoint = self
            .disjoint(at, study, &apart)
            .map_or_else(Vec::new, |(parts, _)| parts);
        Some(DimensionReading {
            parts_add,
            sums: study.sums.clone(),
            rule: self.rule(at, disjoint),
            ..simple(how, reason)
        })
    }

    /// A sum whose finest parts are all other finest categories, or most of them and it is never
    /// smaller than any category.
    fn proven_total(&self, at: DimIx, study: &Study<'_>) -> Option<(usize, Reason)> {
        let sums = &study.sums;
        let count = study.rows.categories();
        let leaves = (0..count).filter(|at| !sums.has(*at)).count();
        let all: Vec<usize> = (0..count).collect();
        let whole = |parts: usize, of: usize| {
            parts == leaves
                || (parts * 100 >= leaves * MOST_LEAVES && is_largest_of(&study.rows, of, &all))
        };
        let found = sums.list().iter().filter_map(|sum| {
            let parts = sums.leaves(&sum.parts).len();
            let has = || self.region.has_figure(at, sum.of);
            (whole(parts, sum.of) && has()).then_some((sum, parts))
        });
        // Exact before near, then the most parts, then the first of the file.
        let best = found.max_by_key(|(sum, parts)| (sum.exact, *parts, std::cmp::Reverse(sum.of)));
        best.map(|(sum, _)| (sum.of, Reason::Proven(sum.clone())))
    }

    fn named_total(&self, at: DimIx, study: &Study<'_>) -> Option<(usize, Reason)> {
        let named: Vec<usize> = study
            .named
            .all()
            .filter(|category| self.region.has_figure(at, *category))
            .collect();
        let of = *named.first()?;
        if study.named.all().nth(1).is_some() {
            return Some((of, Reason::NamedOnly));
        }
        let rows = &study.rows;
        let others: Vec<usize> = (0..rows.categories())
            .filter(|other| *other != of)
            .collect();
        if let Some(proof) = study.sums.list().iter().find(|sum| sum.of == of) {
            return Some((of, Reason::Proven(proof.clone())));
        }
        let finest: Vec<usize> = others
            .iter()
            .copied()
            .filter(|at| !study.sums.has(*at))
            .collect();
        for parts in [&others, &finest] {
            if let Some(held) = equals_others(rows, self.unit, of, parts) {
                let parts = parts.len();
                return Some((of, Reason::NamedAndEqual { parts, rows: held }));
            }
        }
        let reason = if self.may_be_means && lies_between(rows, of, &finest) {
            Reason::NamedAndBetween
        } else {
            Reason::NamedOnly
        };
        Some((of, reason))
    }
}

/// The category that the publisher's parts lead up to: the one that is no part itself and holds all
/// that the others hold.
fn declared_root(dimension: &Dimension) -> Option<CatIx> {
    let children = dimension.children();
    let count = children.len();
    let roots: Vec<usize> = (0..count)
        .filter(|at| !children[*at].is_empty() && dimension.parents(CatIx(*at)).is_empty())
        .collect();
    let below = |root: usize| {
        let mut inside = vec![false; count];
        let mut open: Vec<usize> = children[root].iter().map(|at| at.0).collect();
        while let Some(at) = open.pop() {
            if !std::mem::replace(&mut inside[at], true) {
                open.extend(children[at].iter().map(|at| at.0));
            }
        }
        inside
    };
    let all: Vec<(usize, Vec<bool>)> = roots.iter().map(|root| (*root, below(*root))).collect();
    let holds_all = |inside: &[bool]| {
        all.iter()
            .all(|(_, other)| other.iter().zip(inside).all(|(other, own)| !other || *own))
    };
    let mut holding = all.iter().filter(|(_, inside)| holds_all(inside));
    match (holding.next(), holding.next()) {
        (Some((root, _)), None) => Some(CatIx(*root)),
        _ => None,
    }
}
