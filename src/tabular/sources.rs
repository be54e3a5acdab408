//! Where the rows of a table came from: which file, which sheet, and where there.

use super::finding::{Finding, Spot};

/// A file or a sheet whose rows stand in a grid.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Source {
    /// The file, as its publisher named it.
    pub(super) file: String,
    /// The sheet of it; `None` of a text.
    pub(super) sheet: Option<String>,
    /// Columns that stand before those of the grid and are blank.
    pub(super) columns_before: usize,
    /// Columns of the grid that the source has not.
    pub(super) columns_added: usize,
    /// Of each other column of the grid the one that it is in the source, where they stand in another order;
    /// empty where they do not.
    pub(super) columns: Vec<usize>,
}

/// The sources of a grid, in the order of its lines. The lines of each source are counted on from those
/// before it, so that a line of the grid is one of one source.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Sources(Vec<(usize, Source)>);

impl Sources {
    /// Adds a source after so many lines.
    pub(super) fn add(&mut self, lines_before: usize, source: Source) {
        self.0.push((lines_before, source));
    }
    /// Counts columns that are added before those of each source.
    pub(super) fn add_columns(&mut self, count: usize) {
        for (_, source) in &mut self.0 {
            source.columns_added += count;
        }
    }
    /// The first of them.
    pub(super) fn first(&self) -> Option<&Source> {
        self.0.first().map(|(_, source)| source)
    }

    /// A line of the grid as its source counts it.
    fn place(&self, line: usize) -> Option<(&Source, usize)> {
        let after = self.0.partition_point(|(before, _)| *before < line);
        let (before, source) = self.0.get(after.checked_sub(1)?)?;
        Some((source, line - before))
    }

    /// A line in words, among the others of the same table: `line 7`, `row 7`, `2021.csv, line 7`.
    pub(super) fn line_text(&self, line: usize) -> String {
        let Some((source, own)) = self.place(line) else {
            return format!("line {line}");
        };
        let place = if source.sheet.is_some() {
            format!("row {own}")
        } else {
            format!("line {own}")
        };
        let others = &self.0[..];
        let is_alone = |is_same: fn(&Source, &Source) -> bool| {
            others.iter().all(|(_, other)| is_same(other, source))
        };
        let sheet = match &source.sheet {
            Some(sheet) if !is_alone(|a, b| a.sheet == b.sheet) => format!("sheet \"{sheet}\", "),
            Some(_) | None => String::new(),
        };
        let file = if is_alone(|a, b| a.file == b.file) {
            String::new()
        } else {
            format!("{}, ", source.file)
        };
        format!("{file}{sheet}{place}")
    }

    /// A finding at the place where its file has it: a field of a sheet is a cell.
    pub(super) fn placed(&self, mut finding: Finding) -> Finding {
        let (source, spot) = match finding.spot {
            Spot::Line(line) => match self.place(line) {
                Some((source, row)) => (source, source.row(row)),
                None => return finding,
            },
            Spot::Field { line, column } => match self.place(line) {
                Some((source, row)) => (source, source.field(row, column)),
                None => return finding,
            },
            Spot::Column { column, heading } => {
                let Some(source) = self.first() else {
                    finding.spot = Spot::Column { column, heading };
                    return finding;
                };
                let column = source.column(column).unwrap_or(column);
                finding.spot = Spot::Column { column, heading };
                return finding;
            }
            Spot::File
            | Spot::Cell { .. }
            | Spot::Row { .. }
            | Spot::Feature { .. }
            | Spot::Member(_) => return finding,
        };
        finding.file.clone_from(&source.file);
        finding.spot = spot;
        finding
    }
}

impl Source {
    pub(super) fn of_text(file: &str) -> Self {
        Self {
            file: file.to_owned(),
            sheet: None,
            columns_before: 0,
            columns_added: 0,
            columns: Vec::new(),
        }
    }

    fn row(&self, row: usize) -> Spot {
        match &self.sheet {
            None => Spot::Line(row),
            Some(sheet) => Spot::Row {
                sheet: sheet.clone(),
                row,
            },
        }
    }

    /// A column of the grid as the source counts it, from 1; `None` of one that it has not.
    fn column(&self, column: usize) -> Option<usize> {
        let own = column.checked_sub(self.columns_added)?;
        let own = match own.checked_sub(1).and_then(|at| self.columns.get(at)) {
            Some(at) => at + 1,
            None => own,
        };
        let own = own + self.columns_before;
        (own > 0).then_some(own)
    }

    fn field(&self, line: usize, column: usize) -> Spot {
        let Some(column) = self.column(column) else {
            return self.row(line);
        };
        match &self.sheet {
            None => Spot::Field { line, column },
            Some(sheet) => Spot::Cell {
                sheet: sheet.clone(),
                cell: cell_name(line, column),
            },
        }
    }
}

/// A cell as a spreadsheet names it, both counted from 1: `C7`.
pub(super) fn cell_name(row: usize, column: usize) -> String {
    format!("{}{row}", column_name(column))
}

/// A column as a spreadsheet names it, counted from 1: `C`.
pub(super) fn column_name(column: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = column;
    while rest > 0 {
        let letter = u8::try_from((rest - 1) % 26).unwrap_or(0);
        letters.push(char::from(b'A' + letter));
        rest = (rest - 1) / 26;
    }
    letters.into_iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::super::finding::Gravity;
    use super::*;

    fn sources() -> Sources {
        let sheet = Source {
            sheet: Some("Data".to_owned()),
            columns_before: 1,
            ..Source::of_text("b.xlsx")
        };
        let mut sources = Sources::default();
        sources.add(0, Source::of_text("a.csv"));
        sources.add(10, sheet);
        sources
    }

    #[track_caller]
    fn check(spot: Spot, file: &str, expected: &str) {
        let texts = ["x", "y", "z"];
        let finding = Finding::new(Gravity::Error, "k", ("all", spot), texts);
        let placed = sources().placed(finding);
        assert_eq!((&*placed.file, &*placed.spot.to_string()), (file, expected));
    }

    #[test]
    fn a_line_of_the_grid_is_one_of_its_source() {
        check(Spot::Line(10), "a.csv", "line 10");
        check(Spot::Line(11), "b.xlsx", "sheet \"Data\", row 1");
        let field = |line, column| Spot::Field { line, column };
        check(field(3, 2), "a.csv", "line 3, column 2");
        check(field(17, 2), "b.xlsx", "sheet \"Data\", cell C7");
        check(Spot::File, "all", "");
        assert_eq!(sources().line_text(12), "b.xlsx, sheet \"Data\", row 2");
        assert_eq!(Sources::default().line_text(12), "line 12");
    }

    #[test]
    fn columns_are_counted_in_letters() {
        let found = [1, 26, 27, 702, 703].map(|column| cell_name(1, column));
        assert_eq!(found, ["A1", "Z1", "AA1", "ZZ1", "AAA1"]);
    }
}
