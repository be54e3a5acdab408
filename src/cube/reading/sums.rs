//! Which categories of a dimension are sums of others.

use super::candidates::{by_band, by_code, by_declaration};
use super::named::NamedTotals;
use super::proof::{ProvenSum, Tolerance, may_hold, prove};
use super::rows::Rows;
use crate::cube::{Dimension, order_by};

/// All subsets are tried of so many categories.
const FEW: usize = 12;
/// "All but one or two parts" is looked for in sums of so many parts.
const FEW_PARTS: usize = 40;

/// The sums found in a dimension.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Sums {
    list: Vec<ProvenSum>,
    /// Position in `list` of the first proof of each category; empty where there is none at all.
    first_of: Vec<Option<usize>>,
}

impl Sums {
    /// Some sums among so many categories, each of a category that is there.
    pub(crate) fn new(list: Vec<ProvenSum>, categories: usize) -> Self {
        if list.is_empty() {
            return Self::default();
        }
        let mut first_of = vec![None; categories];
        for (at, sum) in list.iter().enumerate() {
            first_of[sum.of].get_or_insert(at);
        }
        Self { list, first_of }
    }

    pub(crate) fn list(&self) -> &[ProvenSum] {
        &self.list
    }

    /// Whether a category is a sum of others.
    pub(super) fn has(&self, at: usize) -> bool {
        self.first_of.get(at).is_some_and(Option::is_some)
    }

    /// The finest categories that some are made of, ascending: themselves, and in place of one that
    /// is a sum its parts.
    pub(super) fn leaves(&self, of: &[usize]) -> Vec<usize> {
        let mut leaves = Vec::new();
        let mut open = of.to_vec();
        let mut seen = vec![false; self.first_of.len()];
        while let Some(at) = open.pop() {
            if seen.get(at) == Some(&true) {
                continue;
            }
            match self.first_of.get(at).copied().flatten() {
                Some(sum) => {
                    seen[at] = true;
                    open.extend(&self.list[sum].parts);
                }
                None => leaves.push(at),
            }
        }
        ascending(&leaves)
    }

    /// The finest categories of some, ascending; `None` where two of them share one.
    pub(super) fn leaves_once(&self, of: &[usize]) -> Option<Vec<usize>> {
        let mut leaves = Vec::with_capacity(of.len());
        for at in of {
            if self.has(*at) {
                leaves.extend(self.leaves(&[*at]));
            } else {
                leaves.push(*at);
            }
        }
        let once = ascending(&leaves);
        (once.len() == leaves.len()).then_some(once)
    }
}

/// Positions in ascending order, each once.
pub(super) fn ascending(positions: &[usize]) -> Vec<usize> {
    let order = order_by(positions.len(), &|a, b| positions[a].cmp(&positions[b]));
    let mut ascending: Vec<usize> = order.into_iter().map(|at| positions[at]).collect();
    ascending.dedup();
    ascending
}

/// Looks for the sums of a dimension; `unit`: the last decimal place of the measure.
pub(super) fn sums_in(
    (dimension, named): (&Dimension, &NamedTotals),
    rows: &Rows<'_>,
    unit: f64,
) -> Sums {
    let mut search = Search {
        rows,
        unit,
        tried: 0,
        found: vec![Vec::new(); rows.categories()],
    };
    if rows.categories() < 3 || rows.len() == 0 {
        return Sums::default();
    }
    for (of, parts) in by_declaration(dimension) {
        search.try_sum(of, &parts, true);
    }
    search.all_others();
    let named: Vec<usize> = named.all().collect();
    for of in &named {
        let others = (0..rows.categories()).filter(|at| at != of && !named.contains(at));
        search.try_sum(*of, &others.collect::<Vec<_>>(), true);
    }
    for (of, parts) in by_band(dimension).into_iter().chain(by_code(dimension)) {
        search.try_sum(of, &parts, true);
    }
    search.runs(false);
    search.runs(true);
    search.subsets();
    search.all_but();
    search.of_what_is_left(&named);
    Sums::new(
        search.found.into_iter().flatten().collect(),
        rows.categories(),
    )
}

/// A search for sums, with what it has found.
struct Search<'a> {
    rows: &'a Rows<'a>,
    unit: f64,
    /// Hypotheses looked at so far.
    tried: usize,
    /// The sums of each category.
    found: Vec<Vec<ProvenSum>>,
}

impl Search<'_> {
    /// Looks at one hypothesis; whether it is proven.
    fn try_sum(&mut self, of: usize, parts: &[usize], near: bool) -> bool {
        self.tried += 1;
        self.proved(of, parts, near)
    }

    fn proved(&mut self, of: usize, parts: &[usize], near: bool) -> bool {
        let parts = ascending(parts);
        if parts.len() < 2 || parts.contains(&of) {
            return false;
        }
        if self.found[of].iter().any(|sum| sum.parts == parts) {
            return true;
        }
        // No circle: what is made of this category cannot be a part of it.
        if parts.iter().any(|part| self.is_made_of(*part, of)) {
            return false;
        }
        let proof = prove(self.rows, (self.unit, self.tried), of, &parts, near);
        let proven = proof.is_some();
        if let Some(proof) = proof {
            self.found[of].push(proof);
        }
        proven
    }

    fn is_made_of(&self, at: usize, what: usize) -> bool {
        let mut open = vec![at];
        let mut seen = vec![false; self.rows.categories()];
        while let Some(at) = open.pop() {
            if at == what {
                return true;
            }
            if std::mem::replace(&mut seen[at], true) {
                continue;
            }
            open.extend(self.found[at].iter().flat_map(|sum| &sum.parts));
        }
        false
    }

    /// Each category against all others.
    fn all_others(&mut self) {
        let all: Vec<usize> = (0..self.rows.categories()).collect();
        self.one_against(&all);
    }

    /// Each of some categories against all others of them, by the total of each row.
    fn one_against(&mut self, all: &[usize]) {
        if all.len() < 3 {
            return;
        }
        self.tried += all.len();
        let tolerance = Tolerance::new(self.unit, all.len() - 1);
        let totals: Vec<f64> = self
            .rows
            .first()
            .iter()
            .map(|row| all.iter().map(|at| row[*at]).sum())
            .collect();
        for &of in all {
            let rows = self.rows.first().iter().zip(&totals);
            let known = rows.filter(|(row, total)| total.is_finite() && row[of] != 0.0);
            let (mut held, mut compared) = (0, 0);
            for (row, total) in known {
                compared += 1;
                held += usize::from((total - 2.0 * row[of]).abs() <= 2.0 * tolerance.wide(row[of]));
            }
            if compared > 0 && held * 10 >= compared * 8 {
                let parts: Vec<usize> = all.iter().copied().filter(|at| *at != of).collect();
                self.proved(of, &parts, false);
            }
        }
    }

    /// A total before or after its parts in the order of the file: from one end to the other, each
    /// category may be the sum of those that stand open beside it.
    fn runs(&mut self, forwards: bool) {
        let Some(row) = self.largest_row() else {
            return;
        };
        let row: Vec<f64> = row.to_vec();
        let mut open: Vec<usize> = Vec::new();
        // Sums of the open figures from the first to each, for figures that are not negative.
        let mut sums = vec![0.0];
        let count = row.len();
        for step in 0..count {
            let at = if forwards { step } else { count - 1 - step };
            let value = row[at];
            let known = value.is_finite() && value >= 0.0;
            if !known {
                open.clear();
                sums.truncate(1);
                continue;
            }
            if value > 0.0
                && let Some(parts) = self.run_of(at, value, &open, &sums)
            {
                open.truncate(open.len() - parts);
                sums.truncate(open.len() + 1);
            }
            open.push(at);
            sums.push(sums[sums.len() - 1] + value);
        }
    }

    /// How many of the open categories, from the last one backwards, a category is the sum of.
    fn run_of(&mut self, at: usize, value: f64, open: &[usize], sums: &[f64]) -> Option<usize> {
        let last = *sums.last()?;
        let slack = Tolerance::new(self.unit, open.len()).wide(value);
        // The first start whose sum to the end is not too large, and the last that is large enough.
        let from = sums.partition_point(|before| last - before > value + slack);
        let to = sums.partition_point(|before| last - before >= value - slack);
        self.tried += 1;
        // Where zeros stand at the border, several starts give the same sum: the longest run first.
        let starts = (from..to.min(open.len()))
            .take(3)
            .chain((from..to.min(open.len())).rev().take(1));
        let starts: Vec<usize> = starts.collect();
        for start in starts {
            let parts = &open[start..];
            if parts.len() >= 2 && self.proved(at, parts, false) {
                return Some(parts.len());
            }
        }
        None
    }

    fn largest_row(&self) -> Option<&[f64]> {
        let weight = |row: &Vec<f64>| -> (usize, f64) {
            let known = row.iter().filter(|value| value.is_finite());
            (known.clone().count(), known.sum())
        };
        let rows = self.rows.first().iter();
        let largest = rows.max_by(|a, b| {
            let (a, b) = (weight(a), weight(b));
            a.0.cmp(&b.0).then(a.1.total_cmp(&b.1))
        });
        largest.map(Vec::as_slice)
    }

    /// What is no part of a sum found so far.
    fn roots(&self) -> Vec<usize> {
        let mut is_part = vec![false; self.rows.categories()];
        for part in self.found.iter().flatten().flat_map(|sum| &sum.parts) {
            is_part[*part] = true;
        }
        (0..is_part.len()).filter(|at| !is_part[*at]).collect()
    }

    fn leaves(&self) -> Vec<usize> {
        (0..self.found.len())
            .filter(|at| self.found[*at].is_empty())
            .collect()
    }

    /// Of few categories, or few that are left, every subset.
    fn subsets(&mut self) {
        let all: Vec<usize> = (0..self.rows.categories()).collect();
        let among = if all.len() <= FEW { all } else { self.roots() };
        if !(3..=FEW).contains(&among.len()) {
            return;
        }
        let Some(row) = self.largest_row().map(<[f64]>::to_vec) else {
            return;
        };
        for &of in &among {
            let others: Vec<usize> = among.iter().copied().filter(|at| *at != of).collect();
            self.tried += (1 << others.len()) - others.len() - 1;
        }
        for &of in &among {
            let others: Vec<usize> = among.iter().copied().filter(|at| *at != of).collect();
            for set in 1_usize..1 << others.len() {
                if set.count_ones() < 2 {
                    continue;
                }
                let chosen = (0..others.len()).filter(|at| set >> at & 1 == 1);
                let parts: Vec<usize> = chosen.map(|at| others[at]).collect();
                let total: f64 = parts.iter().map(|at| row[*at]).sum();
                let close = Tolerance::new(self.unit, parts.len()).wide(row[of]);
                if (row[of] - total).abs() <= close && row[of] != 0.0 {
                    self.proved(of, &parts, false);
                }
            }
        }
    }

    /// "Excluding …": a sum found so far without one or two of its parts.
    fn all_but(&mut self) {
        let Some(row) = self.largest_row().map(<[f64]>::to_vec) else {
            return;
        };
        let sums: Vec<ProvenSum> = self.found.iter().flatten().cloned().collect();
        for sum in sums
            .iter()
            .filter(|sum| (4..=FEW_PARTS).contains(&sum.parts.len()))
        {
            for of in self
                .leaves()
                .into_iter()
                .filter(|at| *at != sum.of && !sum.parts.contains(at))
            {
                let missing = row[sum.of] - row[of];
                let close = Tolerance::new(self.unit, sum.parts.len()).wide(row[sum.of]);
                for (at, one) in sum.parts.iter().enumerate() {
                    let alone = std::iter::once((0.0, None));
                    let pairs = sum.parts[at + 1..].iter().map(|two| (row[*two], Some(two)));
                    for (more, two) in alone.chain(pairs) {
                        self.tried += 1;
                        if (missing - row[*one] - more).abs() <= close {
                            let kept = |part: &&usize| *part != one && Some(*part) != two;
                            let parts: Vec<usize> =
                                sum.parts.iter().filter(kept).copied().collect();
                            self.proved(of, &parts, false);
                        }
                    }
                }
            }
        }
    }

    /// Once more each category against all that is finest, all that is in no sum, and all sums that
    /// are in none.
    fn of_what_is_left(&mut self, named: &[usize]) {
        if self.found.iter().all(Vec::is_empty) {
            return;
        }
        let (leaves, roots) = (self.leaves(), self.roots());
        let top: Vec<usize> = roots
            .iter()
            .copied()
            .filter(|at| !leaves.contains(at))
            .collect();
        for of in named {
            let others = leaves.iter().filter(|at| *at != of && !named.contains(at));
            self.try_sum(*of, &others.copied().collect::<Vec<_>>(), true);
        }
        for parts in [&leaves, &roots, &top] {
            self.one_against(parts);
            for of in 0..self.rows.categories() {
                if !parts.contains(&of) && parts.len() > 1 {
                    self.tried += 1;
                    if may_hold(self.rows, self.unit, of, parts, false) {
                        self.proved(of, parts, false);
                    }
                }
            }
        }
    }
}
