//! The rows of all parts in one grid.

use super::grid::Grid;
use super::part::Part;
use super::sources::Source;
use super::texts::{BLANK, TextIx};

/// The heading of the periods that the names of parts tell.
const PERIOD: &str = "Period";

/// The titles and the heading of the first part and the rows of all, a column of periods before them.
pub(super) fn joined_grid(parts: &[Part], first: &Part, periods: Option<&[String]>) -> Grid {
    let mut grid = Grid::new();
    let title = |part: &Part| -> Vec<String> {
        let row = part.layout.titles.first();
        let cells = row.map_or(&[][..], |row| part.written.grid.row(*row));
        let text = |cell: &TextIx| part.written.grid.texts().get(*cell).to_owned();
        cells.iter().map(text).collect()
    };
    let has_one_title = parts.iter().all(|part| title(part) == title(first));
    // The one with the heading comes first.
    let others = parts
        .iter()
        .enumerate()
        .filter(|(_, part)| !std::ptr::eq(*part, first));
    let first_at = parts.iter().position(|part| std::ptr::eq(part, first));
    let order = first_at.map(|at| (at, first)).into_iter().chain(others);
    for (at, part) in order {
        // A part without a heading stands under the first one's.
        let columns = part.columns_as_in(first).unwrap_or_default();
        let is_moved = columns.iter().enumerate().any(|(at, own)| at != *own);
        let columns = if is_moved { columns } else { Vec::new() };
        let source = Source {
            columns: columns.clone(),
            columns_added: usize::from(periods.is_some()),
            ..part.source.clone()
        };
        let mut copy = Copy {
            lines_before: grid.add_source(source),
            columns,
            known: vec![None; part.written.grid.texts().len()],
            grid: &mut grid,
        };
        let added = |text: &str, grid: &mut Grid| periods.map(|_| grid.add_text(text));
        if std::ptr::eq(part, first) {
            let titles = part.layout.titles.iter().filter(|_| has_one_title);
            for row in titles {
                let before = added("", copy.grid);
                copy.row(part, *row, before);
            }
            for row in part.layout.heading.clone() {
                let is_last = row + 1 == part.layout.heading.end;
                let before = added(if is_last { PERIOD } else { "" }, copy.grid);
                copy.row(part, row, before);
            }
        }
        let period = periods.map(|periods| copy.grid.add_text(&periods[at]));
        for row in &part.layout.body {
            copy.row(part, *row, period);
        }
    }
    grid
}

/// Copies the rows of a part.
struct Copy<'a> {
    grid: &'a mut Grid,
    lines_before: usize,
    /// Of each column of the grid the one of the part; empty where they stand in the same order.
    columns: Vec<usize>,
    /// Of each text of the part, that of the grid.
    known: Vec<Option<TextIx>>,
}

impl Copy<'_> {
    /// Copies a row, behind a cell that is added before it.
    fn row(&mut self, part: &Part, row: usize, added: Option<TextIx>) {
        let from = &part.written.grid;
        let own = from.row(row);
        let own = &own[..own.len().min(part.layout.width)];
        let moved: Vec<TextIx>;
        let own = if self.columns.is_empty() {
            own
        } else {
            let cell = |at: &usize| own.get(*at).copied().unwrap_or(BLANK);
            moved = self.columns.iter().map(cell).collect();
            &moved
        };
        let mut cells: Vec<TextIx> = added.into_iter().collect();
        for cell in own {
            let known = self.known[cell.index()];
            let text = known.unwrap_or_else(|| self.grid.add_text_of(from, *cell));
            self.known[cell.index()] = Some(text);
            cells.push(text);
        }
        self.grid
            .add_cells(self.lines_before + from.line(row), &cells);
    }
}
