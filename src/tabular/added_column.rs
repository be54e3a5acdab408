//! A sheet with one column more.

use super::grid::Grid;
use super::texts::{BLANK, TextIx};

/// A copy of a sheet whose table has `width` columns, with one behind them. `added`: of each row what stands in
/// that, where it is a row of the table; `left_out`: rows that are not copied.
pub(super) fn with_column(
    grid: &Grid,
    width: usize,
    added: &[Option<&str>],
    left_out: &[usize],
) -> Grid {
    let mut made = Grid::new();
    made.copy_sources(grid, 0);
    let mut known: Vec<Option<TextIx>> = vec![None; grid.texts().len()];
    for (row, added) in added.iter().enumerate() {
        if left_out.contains(&row) {
            continue;
        }
        let mut cells: Vec<TextIx> = Vec::new();
        for cell in grid.row(row) {
            let text = known[cell.index()].unwrap_or_else(|| made.add_text_of(grid, *cell));
            known[cell.index()] = Some(text);
            cells.push(text);
        }
        if let Some(added) = added {
            cells.resize(width, BLANK);
            cells.push(made.add_text(added));
        }
        made.add_cells(grid.line(row), &cells);
    }
    made
}

#[cfg(test)]
mod tests {
    use super::super::records::records_of;
    use super::*;

    #[test]
    fn rows_keep_their_lines_and_get_one_cell_more() {
        let grid = records_of("Wells\nArea,2021\nMale,\nNorth,5\n").grid;
        let made = with_column(&grid, 2, &[None, Some("Sex"), None, Some("Male")], &[2]);
        assert_eq!((made.len(), made.line(2)), (3, 4));
        assert_eq!((made.text(1, 2), made.text(2, 2)), ("Sex", "Male"));
        assert_eq!(
            (made.text(2, 1), made.row(0).len()),
            ("5", grid.row(0).len())
        );
    }
}
