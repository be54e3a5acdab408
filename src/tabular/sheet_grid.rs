//! The cells of a sheet as a grid, and what was found in them.

use std::collections::HashSet;

use calamine::{Data, Dimensions};

use super::cell_text::Shown;
use super::finding::{Finding, Gravity, Spot};
use super::grid::Grid;
use super::hidden_parts::HiddenParts;
use super::layout::{Layout, looks};
use super::sources::{Source, cell_name};
use super::texts::{BLANK, TextIx};
use super::workbook::{NoWorkbook, tall};

/// Cells that a sheet may have, those between its corners, too.
const MOST_CELLS: usize = 100_000_000;
/// The sign that stands for a formula's error.
const FAULT: &str = "#N/A";

/// A sheet that was read.
#[derive(Debug, Clone)]
pub(super) struct SheetGrid {
    pub(super) grid: Grid,
    pub(super) findings: Vec<Finding>,
}

/// A sheet while its cells come.
pub(super) struct Building {
    file: String,
    sheet: String,
    grid: Grid,
    /// Row and column from 0, and the text.
    cells: Vec<(u32, u32, TextIx)>,
    findings: Vec<Finding>,
    /// Formulas, and those of them whose value is 0.
    formulas: [usize; 2],
    first_formula: Option<(u32, u32)>,
    /// Numbers between 0 and 1, where it is not known whether they are shown as percentages.
    fractions: usize,
}

impl Building {
    pub(super) fn of(file: &str, sheet: &str) -> Self {
        Self {
            file: file.to_owned(),
            sheet: sheet.to_owned(),
            grid: Grid::new(),
            cells: Vec::new(),
            findings: Vec::new(),
            formulas: [0; 2],
            first_formula: None,
            fractions: 0,
        }
    }

    fn find(
        &mut self,
        (gravity, kind): (Gravity, &'static str),
        at: (u32, u32),
        texts: [String; 3],
    ) {
        let spot = Spot::Cell {
            sheet: self.sheet.clone(),
            cell: cell_name(at.0 as usize + 1, at.1 as usize + 1),
        };
        let finding = Finding::new(gravity, kind, (&self.file, spot), texts);
        self.findings.push(finding);
    }

    /// Puts what a cell shows.
    pub(super) fn put(&mut self, at: (u32, u32), shown: &Shown<'_>) -> Result<(), NoWorkbook> {
        let text = match shown {
            Shown::Nothing => return Ok(()),
            Shown::Letters(text) => self.grid.add_text(text),
            Shown::Number(text) => self.grid.add_number(text),
            Shown::Fault(fault) => {
                let texts = [
                    format!("the error {fault}"),
                    "a figure".to_owned(),
                    "it is read as a sign for none; mend the formula if there is a figure"
                        .to_owned(),
                ];
                self.find((Gravity::Warning, "formula-error"), at, texts);
                self.grid.add_text(FAULT)
            }
        };
        if self.cells.len() >= MOST_CELLS {
            return Err(NoWorkbook::TooLarge);
        }
        self.cells.push((at.0, at.1, text));
        Ok(())
    }

    /// A cell with a formula, and whether its value was saved with it.
    pub(super) fn formula(&mut self, at: (u32, u32), has_value: bool) {
        if has_value {
            return;
        }
        let texts = [
            "a formula without its value".to_owned(),
            "the value that it had when it was saved".to_owned(),
            "open the workbook in a spreadsheet and save it".to_owned(),
        ];
        self.find((Gravity::Error, "formula-without-value"), at, texts);
    }

    /// Whether the value of a formula is 0: programs that write workbooks write 0 for what they have not
    /// worked out.
    pub(super) fn formula_value(&mut self, at: (u32, u32), is_zero: bool) {
        self.formulas[0] += 1;
        self.formulas[1] += usize::from(is_zero);
        self.first_formula = self.first_formula.or(Some(at));
    }

    /// Says which rows and columns are hidden, of those in which something stands.
    pub(super) fn hidden(&mut self, mut hidden: HiddenParts) {
        if hidden == HiddenParts::default() {
            return;
        }
        // Counted from 1, as what is hidden.
        let places = self.cells.iter();
        let (rows, columns): (HashSet<usize>, HashSet<usize>) = places
            .map(|(row, column, _)| (*row as usize + 1, *column as usize + 1))
            .unzip();
        hidden.rows.retain(|row| rows.contains(row));
        hidden.columns.retain(|column| columns.contains(column));
        let Some(named) = hidden.named() else {
            return;
        };
        let texts = [
            format!("hidden in the sheet: {named}"),
            "rows and columns that are seen".to_owned(),
            "they are read as the others are: look at them, and delete those that are no part of \
             the table"
                .to_owned(),
        ];
        let spot = Spot::Member(format!("sheet \"{}\"", self.sheet));
        let place = (&*self.file, spot);
        let finding = Finding::new(Gravity::Warning, "hidden-cells", place, texts);
        self.findings.push(finding);
    }

    /// Counts a number that can be a percentage.
    pub(super) fn fraction(&mut self, value: &Data) {
        let is_fraction = matches!(value, Data::Float(it) if *it > 0.0 && *it < 1.0);
        self.fractions += usize::from(is_fraction);
    }

    fn find_what_is_not_known(&mut self) {
        let [all, zeros] = self.formulas;
        if let Some(at) = self.first_formula.filter(|_| all == zeros) {
            let texts = [
                format!("{all} formulas, each with the value 0"),
                "values that were worked out".to_owned(),
                "open the workbook in a spreadsheet and save it, or say that they are 0".to_owned(),
            ];
            self.find((Gravity::Question, "formulas-all-zero"), at, texts);
        }
        if self.fractions > 0 {
            let texts = [
                format!("{} numbers between 0 and 1", self.fractions),
                "to know whether they are shown as percentages".to_owned(),
                "they are read as they are; if they are percentages, save the workbook as XLSX"
                    .to_owned(),
            ];
            let spot = Spot::Member(format!("sheet \"{}\"", self.sheet));
            let place = (&*self.file, spot);
            let finding = Finding::new(Gravity::Warning, "maybe-percentages", place, texts);
            self.findings.push(finding);
        }
    }

    /// The grid, from the first column that has something to the last.
    pub(super) fn finished(mut self, merged: &[Dimensions]) -> Result<SheetGrid, NoWorkbook> {
        self.find_what_is_not_known();
        self.cells.sort_by_key(|(row, column, _)| (*row, *column));
        let columns = || self.cells.iter().map(|(_, column, _)| *column as usize);
        let (first, last) = (columns().min().unwrap_or(0), columns().max().unwrap_or(0));
        let width = last + 1 - first;
        let rows = self.cells.last().map_or(0, |(row, ..)| *row as usize + 1);
        if rows.saturating_mul(width) > MOST_CELLS {
            return Err(NoWorkbook::TooLarge);
        }
        let source = Source {
            file: self.file.clone(),
            sheet: Some(self.sheet.clone()),
            columns_before: first,
            columns_added: 0,
            columns: Vec::new(),
        };
        self.grid.add_source(source);
        let mut next = self.cells.iter().peekable();
        let first_row = self.cells.first().map_or(0, |(row, ..)| *row as usize);
        let mut row_cells = vec![BLANK; width];
        for row in first_row..rows {
            row_cells.fill(BLANK);
            while let Some((_, column, text)) = next.next_if(|(at, ..)| *at as usize == row) {
                row_cells[*column as usize - first] = *text;
            }
            self.grid.add_cells(row + 1, &row_cells);
        }
        let filled = fill(&mut self.grid, merged, (first_row, first));
        if let Some((at, count)) = filled {
            let texts = [
                format!("{count} cells below one that spans several rows"),
                String::new(),
                "each is read as that one".to_owned(),
            ];
            self.find((Gravity::Note, "merged-cells"), at, texts);
        }
        Ok(SheetGrid {
            grid: self.grid,
            findings: self.findings,
        })
    }
}

/// Fills the cells below one that spans several rows of names or periods with what stands in it; the first
/// such, and how many cells were filled. A figure stands in its own row alone.
fn fill(
    grid: &mut Grid,
    merged: &[Dimensions],
    (first_row, first_column): (usize, usize),
) -> Option<((u32, u32), usize)> {
    if merged.iter().all(|it| tall(it).is_none()) {
        return None;
    }
    let layout = Layout::of(grid, &looks(grid))?;
    let body = *layout.body.first()?;
    let (mut first, mut count) = (None, 0);
    for (rows, column) in merged.iter().filter_map(tall) {
        let at = (*rows.start(), column);
        let (Some(top), Some(column)) = (
            (*rows.start() as usize).checked_sub(first_row),
            (column as usize).checked_sub(first_column),
        ) else {
            continue;
        };
        let is = |of: &[bool]| of.get(column).copied().unwrap_or_default();
        let holds_figures = is(&layout.has_figures) && !is(&layout.has_years);
        if top < body || holds_figures || grid.len() <= top {
            continue;
        }
        let text = grid.cell(top, column);
        let end = grid.len().min(top + rows.count());
        for row in top + 1..end {
            if grid.cell(row, column) == BLANK {
                grid.replace((row, column), text);
                count += 1;
            }
        }
        first = first.or(Some(at));
    }
    Some((first?, count)).filter(|(_, count)| *count > 0)
}
