//! A sheet of cells as it was written, whatever file it came from.

use super::finding::Spot;
use super::sources::{Source, Sources};
use super::texts::{BLANK, TextIx, Texts};

/// The rows of a sheet, which may be of different lengths, each with the line that it begins at.
#[derive(Debug, Clone)]
pub(super) struct Grid {
    texts: Texts,
    cells: Vec<TextIx>,
    /// Of each row, where its cells end among all.
    ends: Vec<usize>,
    lines: Vec<usize>,
    sources: Sources,
    /// Of each text, what wrote it.
    writers: Vec<Writers>,
}

/// What wrote a text: whether the cell of a workbook held it as a number, and whether some cell held it as
/// letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Writers {
    number: bool,
    letters: bool,
}

impl Grid {
    pub(super) fn new() -> Self {
        Self {
            texts: Texts::new(),
            cells: Vec::new(),
            ends: Vec::new(),
            lines: Vec::new(),
            sources: Sources::default(),
            writers: Vec::new(),
        }
    }
    pub(super) fn sources(&self) -> &Sources {
        &self.sources
    }
    /// Takes the sources of another grid, whose lines stay as they are, behind columns that are added.
    pub(super) fn copy_sources(&mut self, other: &Self, columns_added: usize) {
        self.sources = other.sources.clone();
        self.sources.add_columns(columns_added);
    }
    /// Adds a source, whose lines are counted on from the last; how many lines are before it.
    pub(super) fn add_source(&mut self, source: Source) -> usize {
        let before = self.lines.last().copied().unwrap_or_default();
        self.sources.add(before, source);
        before
    }
    /// Adds a text of letters; spaces after it are set aside.
    pub(super) fn add_text(&mut self, text: &str) -> TextIx {
        let text = self.texts.add(text.trim_end());
        self.writers_of(text).letters = true;
        text
    }
    /// Adds a text that is a number, written with a decimal point.
    pub(super) fn add_number(&mut self, text: &str) -> TextIx {
        let text = self.texts.add(text);
        self.writers_of(text).number = true;
        text
    }
    /// Adds a text of another grid.
    pub(super) fn add_text_of(&mut self, other: &Self, text: TextIx) -> TextIx {
        if other.is_number(text) {
            self.add_number(other.texts.get(text))
        } else {
            self.add_text(other.texts.get(text))
        }
    }
    fn writers_of(&mut self, text: TextIx) -> &mut Writers {
        if self.writers.len() <= text.index() {
            self.writers.resize(text.index() + 1, Writers::default());
        }
        &mut self.writers[text.index()]
    }
    /// Whether a text is a number wherever it stands, whose decimal sign is a point.
    pub(super) fn is_number(&self, text: TextIx) -> bool {
        let writers = self.writers.get(text.index()).copied();
        writers.is_some_and(|it| it.number && !it.letters)
    }
    /// Adds a row that begins at a line, of texts that were added.
    pub(super) fn add_cells(&mut self, line: usize, cells: &[TextIx]) {
        self.cells.extend_from_slice(cells);
        self.ends.push(self.cells.len());
        self.lines.push(line);
    }
    /// Puts another text into a cell.
    pub(super) fn replace(&mut self, (row, column): (usize, usize), text: TextIx) {
        let start = if row == 0 { 0 } else { self.ends[row - 1] };
        let at = start + column;
        if at < self.ends[row] {
            self.cells[at] = text;
        }
    }
    /// Adds a row that begins at a line. Spaces after a text are set aside.
    pub(super) fn add_row<'a>(&mut self, line: usize, cells: impl Iterator<Item = &'a str>) {
        for cell in cells {
            let text = self.texts.add(cell.trim_end());
            self.cells.push(text);
        }
        self.ends.push(self.cells.len());
        self.lines.push(line);
    }
    /// Puts a text into a cell; a row that is shorter stays as it is.
    pub(super) fn set(&mut self, row: usize, column: usize, text: &str) {
        if column < self.row(row).len() {
            let start = if row == 0 { 0 } else { self.ends[row - 1] };
            self.cells[start + column] = self.texts.add(text.trim_end());
        }
    }
    pub(super) fn texts(&self) -> &Texts {
        &self.texts
    }
    /// How many rows there are.
    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }
    /// The cells of a row.
    pub(super) fn row(&self, row: usize) -> &[TextIx] {
        let start = if row == 0 { 0 } else { self.ends[row - 1] };
        &self.cells[start..self.ends[row]]
    }
    /// A cell; blank past the end of its row.
    pub(super) fn cell(&self, row: usize, column: usize) -> TextIx {
        self.row(row).get(column).copied().unwrap_or(BLANK)
    }
    /// The text of a cell.
    pub(super) fn text(&self, row: usize, column: usize) -> &str {
        self.texts.get(self.cell(row, column))
    }
    /// The line that a row begins at, counted from 1.
    pub(super) fn line(&self, row: usize) -> usize {
        self.lines[row]
    }
    /// Where a cell stands in its file.
    pub(super) fn spot(&self, row: usize, column: usize) -> Spot {
        Spot::Field {
            line: self.lines[row],
            column: column + 1,
        }
    }
    /// How many cells of a row are not blank.
    pub(super) fn filled(&self, row: usize) -> usize {
        self.row(row).iter().filter(|cell| **cell != BLANK).count()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_keep_their_lines_and_lengths_and_equal_texts_are_one() {
        let mut grid = Grid::new();
        grid.add_row(1, ["Area", "2021 "].into_iter());
        grid.add_row(4, ["  Coast", "\u{a0}", "2021"].into_iter());
        assert_eq!((grid.len(), grid.line(1)), (2, 4));
        assert_eq!(grid.text(1, 0), "  Coast");
        assert_eq!(grid.cell(0, 1), grid.cell(1, 2));
        assert_eq!(grid.cell(1, 1), BLANK);
        assert_eq!(grid.cell(0, 7), BLANK);
        assert_eq!((grid.filled(0), grid.filled(1)), (2, 2));
    }
}
