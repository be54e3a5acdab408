//! Which measures are the sum of which others, as their figures show.

use super::Measure;
use super::hidden::Unknowns;
use super::relation::{Relation, line_starts};
use crate::cube::{CatIx, Cube, DimIx, subsets};

/// So many rows are looked at.
const MOST_ROWS: usize = 20_000;
/// In so many of a hundred it holds.
const MOST_HELD: usize = 98;
/// Of so many measures every choice of parts is tried; of more, all others and those in a row.
const MOST_TRIED: usize = 9;
/// The chance, in bits, that it holds by accident is at most this.
const PROOF_BITS: f64 = 20.0;
/// The same of one that is called the total.
const NAMED_BITS: f64 = 6.0;

/// The sums among some measures. Figures tell them: names of measures say little of what is part of what.
pub(super) fn across_measures(
    cube: &Cube,
    measures: &[Measure],
    unknowns: &Unknowns,
) -> Vec<Relation> {
    let at = measures.iter().filter_map(|measure| measure.at);
    let at: Vec<(DimIx, CatIx)> = at.collect();
    let Some((metric, _)) = at.first().filter(|_| at.len() > 2) else {
        return Vec::new();
    };
    let categories: Vec<usize> = at.iter().map(|(_, category)| category.0).collect();
    let rows = rows(cube, (*metric, &categories), unknowns);
    let measures = cube.dimension(*metric).categories();
    let mut found = Vec::new();
    for (nth, of) in categories.iter().enumerate() {
        let choices = choices(categories.len(), nth);
        // Of many choices one holds by accident sooner; that a total is that of all others is told by its name.
        let bits = PROOF_BITS + f64::from(choices.len().max(1).ilog2());
        let is_total = Cube::names_total(measures.get(CatIx(*of)).label().own());
        let least = |parts: &[usize]| {
            if is_total && parts.len() + 1 == categories.len() {
                NAMED_BITS
            } else {
                bits
            }
        };
        let sums = choices.into_iter();
        for choice in sums.filter(|parts| is_sum(&rows, nth, parts, least(parts))) {
            let mut parts: Vec<usize> = choice.into_iter().map(|at| categories[at]).collect();
            parts.sort_unstable();
            found.push(Relation {
                of: *of,
                parts,
                blanks_are_none: true,
            });
        }
    }
    found
}

/// The rows in which every one of these measures is shown, or nothing stands at all, which is taken for nothing.
/// Shape: a figure a measure.
fn rows(
    cube: &Cube,
    (metric, categories): (DimIx, &[usize]),
    unknowns: &Unknowns,
) -> Vec<Vec<f64>> {
    let stride = cube.shape().strides()[metric.0];
    let first = Measure {
        at: Some((metric, CatIx(0))),
        is_whole: true,
    };
    let starts = line_starts(cube, first, metric, MOST_ROWS);
    let row = |start: usize| {
        let cells = categories.iter().map(|category| start + category * stride);
        let figure = |cell: usize| match unknowns.position(cell) {
            Some(at) => unknowns.is_blank(at).then_some(0.0),
            None => cube.gap(cell).is_none().then(|| cube.values().get(cell)),
        };
        cells.map(figure).collect::<Option<Vec<f64>>>()
    };
    starts.filter_map(row).collect()
}

/// What may be the parts of one of so many measures, two and more.
fn choices(count: usize, of: usize) -> Vec<Vec<usize>> {
    let others: Vec<usize> = (0..count).filter(|at| *at != of).collect();
    if count <= MOST_TRIED {
        return subsets(&others).collect();
    }
    let mut found = Vec::new();
    for from in 0..others.len() {
        for to in from + 2..=others.len() {
            found.push(others[from..to].to_vec());
        }
    }
    found
}

/// Whether a measure is the sum of parts in nearly every row, and that by no accident: a sum of figures up to m
/// is hit by chance once in m.
fn is_sum(rows: &[Vec<f64>], of: usize, parts: &[usize], least_bits: f64) -> bool {
    let (mut compared, mut held, mut bits) = (0_usize, 0_usize, 0.0);
    for row in rows {
        let sum: f64 = parts.iter().map(|at| row[*at]).sum();
        let has_parts = parts.iter().filter(|at| row[**at] != 0.0).count() > 1;
        if row[of] == 0.0 && sum == 0.0 {
            continue;
        }
        compared += 1;
        let is_equal = (row[of] - sum).abs() <= 1e-6 * (1.0 + sum.abs());
        held += usize::from(is_equal);
        if is_equal && has_parts {
            bits += row[of].abs().max(1.0).log2();
        }
        if compared - held > rows.len() / 50 {
            return false;
        }
    }
    bits >= least_bits && held * 100 >= compared * MOST_HELD
}
