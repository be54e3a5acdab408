//! Cells that say the same of everyone in a line: nobody, or all.

use super::Measure;
use super::hidden::Unknowns;
use super::relation::{line_starts, relations};
use crate::cube::{Cube, DimIx};

/// Cells that say of everyone of a line that they are in it, or that nobody is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct WholeParts {
    /// Cells with the figure 0, ascending.
    pub zeros: Vec<usize>,
    /// Parts that are as large as a total that is shown, ascending.
    pub wholes: Vec<usize>,
}

/// Those cells of a measure.
#[must_use]
pub fn whole_parts(cube: &Cube, measure: Measure) -> WholeParts {
    let mut found = WholeParts::default();
    for cell in 0..cube.shape().cells() {
        if cube.values().get(cell) == 0.0 && measure.has(cube, cell) && cube.gap(cell).is_none() {
            found.zeros.push(cell);
        }
    }
    // A part is as large as its total only beside parts that are 0.
    if found.zeros.is_empty() {
        return found;
    }
    let unknowns = Unknowns::of(cube, &[measure]);
    let relations = relations(cube, measure, &unknowns);
    for (at, of_dimension) in relations.iter().enumerate() {
        let stride = cube.shape().strides()[at];
        for relation in of_dimension.iter().filter(|it| it.parts.len() > 1) {
            for start in line_starts(cube, measure, DimIx(at), usize::MAX) {
                let total = start + relation.of * stride;
                let whole = cube.values().get(total);
                if whole <= 0.0 || unknowns.position(total).is_some() {
                    continue;
                }
                let cells = relation.parts.iter().map(|part| start + part * stride);
                let is_whole = |cell: &usize| {
                    cube.values().get(*cell) >= whole && unknowns.position(*cell).is_none()
                };
                found.wholes.extend(cells.filter(is_whole));
            }
        }
    }
    found.wholes.sort_unstable();
    found.wholes.dedup();
    found
}
