//! Letters that a file puts beside single figures: `DATANOTECELL("n1","2024")="e";`

use super::table::Table;
use super::variable::Variable;
use crate::formats::cells::{Cells, TooManyStatuses};
use crate::formats::error::Failure;
use crate::formats::remark::Remarks;

/// How many cells are looked at, for each cell of the table: a file may name all of them many times.
const LOOKS: usize = 16;

/// Gives the cells that are named their letters, where no symbol says more.
pub(super) fn put_cell_statuses(
    table: &Table<'_>,
    variables: &[Variable<'_>],
    cells: &mut Cells,
    remarks: &mut Remarks,
) -> Result<(), Failure> {
    let mut looks = cells.values.len().saturating_mul(LOOKS);
    let entries = table.entries.iter().filter(|entry| entry.lang.is_none());
    for entry in entries.filter(|entry| entry.keyword == "DATANOTECELL") {
        let Some(letter) = entry.text() else { continue };
        let Some(named) = named_cells(variables, &entry.keys) else {
            let remark = entry
                .remark("no-such-cell")
                .expected("a value of each variable, or \"*\"");
            remarks.add(remark.found("others").remedy("it was passed over"));
            continue;
        };
        if named.len() > looks {
            let remark = entry.remark("many-cells").found("too many cells");
            remarks.add(remark.remedy("it and those after it were passed over"));
            return Ok(());
        }
        looks -= named.len();
        for cell in named.into_iter().filter(|cell| *cell < cells.values.len()) {
            if cells.statuses.is_free(cell) {
                let put = cells.statuses.put(cell, letter);
                put.map_err(|TooManyStatuses| {
                    entry.remark("many-symbols").found("more than 255 symbols")
                })?;
            }
        }
    }
    Ok(())
}

/// The cells that keys name, one a variable; `*` is every value.
fn named_cells(variables: &[Variable<'_>], keys: &[String]) -> Option<Vec<usize>> {
    if keys.len() != variables.len() {
        return None;
    }
    let mut cells = vec![0];
    for (variable, key) in variables.iter().zip(keys) {
        let size = variable.codes.len();
        let values = match key.as_str() {
            "*" => 0..size,
            key => {
                let at = variable.position(key)?;
                at..at + 1
            }
        };
        let below = |cell: usize| values.clone().map(move |at| cell * size + at);
        cells = cells.into_iter().flat_map(below).collect();
    }
    Some(cells)
}
