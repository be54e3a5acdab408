//! Which hidden cells of a table with totals both ways can be worked out, line by line.

use jangkau::cube::{
    Category, Code, Cube, Dimension, Id, Label, Metadata, NO_STATUS, Role, Status, Statuses, Values,
};
use jangkau::disclosure::{By, Measure, WorkedOut, worked_out};
use proptest::prelude::*;

/// The most rows and columns.
const MOST: usize = 5;

/// A table of counts, and which of them are hidden. Shape: rows of columns.
#[derive(Debug, Clone)]
struct Table {
    counts: Vec<Vec<u32>>,
    hidden: Vec<Vec<bool>>,
}

impl Table {
    fn size(&self) -> (usize, usize) {
        (self.counts.len(), self.counts[0].len())
    }

    /// A hidden cell that is the only one of its row or of its column.
    fn alone(&self) -> Option<(usize, usize)> {
        let (rows, columns) = self.size();
        let in_row = |row: usize| self.hidden[row].iter().filter(|it| **it).count();
        let in_column = |column: usize| self.hidden.iter().filter(|row| row[column]).count();
        let mut cells = (0..rows).flat_map(|row| (0..columns).map(move |column| (row, column)));
        cells.find(|(row, column)| {
            self.hidden[*row][*column] && (in_row(*row) == 1 || in_column(*column) == 1)
        })
    }

    /// The table with its totals, which are shown; hidden cells have the sign "c", which bounds nothing.
    fn cube(&self) -> Cube {
        let (rows, columns) = self.size();
        let (mut values, mut absent, mut signs) = (Vec::new(), Vec::new(), Vec::new());
        for row in 0..=rows {
            for column in 0..=columns {
                let of_rows = self.counts.iter().enumerate();
                let of_rows = of_rows.filter(|(at, _)| row == rows || *at == row);
                let figures = of_rows.flat_map(|(_, figures)| figures.iter().enumerate());
                let figures = figures.filter(|(at, _)| column == columns || *at == column);
                let is_hidden = row < rows && column < columns && self.hidden[row][column];
                if is_hidden {
                    absent.push(values.len());
                }
                signs.push(if is_hidden { 0 } else { NO_STATUS });
                values.push(figures.map(|(_, figure)| figure).sum());
            }
        }
        let statuses = Statuses::Each {
            list: vec![Status::new("c")],
            cells: signs,
        };
        let sides = [("kind", rows), ("group", columns)];
        let dimensions = sides.map(|(id, size)| dimension(id, size)).to_vec();
        let gaps = (absent, statuses);
        Cube::new(dimensions, Values::Whole(values), gaps, Metadata::default()).unwrap()
    }

    fn worked_out(&self) -> Vec<WorkedOut> {
        let measure = Measure {
            at: None,
            is_whole: true,
        };
        worked_out(&self.cube(), &[measure])
    }
}

/// Categories "a", "b" … and a total.
fn dimension(id: &str, size: usize) -> Dimension {
    let own = ["a", "b", "c", "d", "e"][..size].iter();
    let own = own.map(|code| Category::new(Code::new(code), Label::new(code)));
    let total = Category::new(Code::new("T"), Label::new("Total"));
    let categories = own.chain([total]).collect();
    Dimension::new(
        Id::new(id),
        Label::new(id),
        Role::Classification,
        categories,
    )
    .unwrap()
}

fn tables() -> impl Strategy<Value = Table> {
    let sizes = (3..=MOST, 3..=MOST);
    sizes.prop_flat_map(|(rows, columns)| {
        let counts = prop::collection::vec(prop::collection::vec(1_u32..60, columns), rows);
        let mark = || prop::bool::weighted(0.4);
        let hidden = prop::collection::vec(prop::collection::vec(mark(), columns), rows);
        (counts, hidden).prop_map(|(counts, hidden)| Table { counts, hidden })
    })
}

proptest! {
    #[test]
    fn where_each_line_hides_none_or_two_no_line_alone_gives_a_cell_away(table in tables()) {
        let mut table = table;
        while let Some((row, column)) = table.alone() {
            table.hidden[row][column] = false;
        }
        let first = table.worked_out().into_iter().next();
        let by = first.map(|it| it.by);
        prop_assert!(!matches!(by, Some(By::Line { is_alone: true, .. })), "{:?}", by);
    }

    #[test]
    fn a_cell_that_is_alone_in_its_line_is_always_found(table in tables()) {
        if table.alone().is_some() {
            prop_assert!(!table.worked_out().is_empty());
        }
    }

    #[test]
    fn a_table_that_hides_nothing_gives_nothing_away(table in tables()) {
        let hidden = table.hidden.iter().map(|row| vec![false; row.len()]);
        let table = Table { hidden: hidden.collect(), ..table };
        prop_assert_eq!(table.worked_out(), []);
    }
}
