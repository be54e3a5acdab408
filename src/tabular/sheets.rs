//! Which sheets of a workbook are the table.

use super::finding::{Finding, Gravity, Spot};
use super::layout::{Layout, looks};
use super::part::headings;
use super::sheet_grid::SheetGrid;
use super::workbook::{NoWorkbook, SheetName, Workbook};
use super::written::{Form, Written};
use crate::formats::WorkbookKind;

/// The sheets that are the table, and what was found; none where an error or a question stands in the way.
pub(super) struct Chosen {
    pub(super) written: Vec<Written>,
    pub(super) findings: Vec<Finding>,
}

/// Reads the sheets of a workbook that are its table: the one that is named, the only one that has a table,
/// or several of the same columns.
pub(super) fn chosen_sheets(
    (file, bytes): (&str, &[u8]),
    kind: WorkbookKind,
    wanted: Option<&str>,
) -> Chosen {
    let mut choice = Choice {
        file,
        findings: Vec::new(),
    };
    let sheets = match choice.sheets(bytes, kind, wanted) {
        Ok(sheets) => sheets,
        Err(error) => {
            choice.refuse(&error, kind);
            Vec::new()
        }
    };
    let written = sheets.into_iter().map(|(name, sheet)| {
        choice.findings.extend(sheet.findings);
        Written {
            grid: sheet.grid,
            form: Form::Sheet(kind),
            place: format!("sheet \"{name}\""),
        }
    });
    Chosen {
        written: written.collect(),
        findings: choice.findings,
    }
}

struct Choice<'a> {
    file: &'a str,
    findings: Vec<Finding>,
}

type Named = (String, SheetGrid);

impl Choice<'_> {
    fn find(&mut self, gravity: Gravity, kind: &'static str, texts: [String; 3]) {
        let place = (self.file, Spot::File);
        self.findings
            .push(Finding::new(gravity, kind, place, texts));
    }

    fn refuse(&mut self, error: &NoWorkbook, kind: WorkbookKind) {
        let (kind, texts) = match error {
            NoWorkbook::Broken(what) => (
                "broken-workbook",
                [
                    format!("a broken {} workbook: {what}", kind.name()),
                    "a whole one".to_owned(),
                    "fetch the file again, or open it in a spreadsheet and save it as XLSX"
                        .to_owned(),
                ],
            ),
            NoWorkbook::Locked => (
                "locked-workbook",
                [
                    "a workbook that is locked by a password".to_owned(),
                    "one that is not".to_owned(),
                    "open it in a spreadsheet, take the password away, and save it".to_owned(),
                ],
            ),
            NoWorkbook::TooLarge => (
                "too-large",
                [
                    "more cells or bytes than are taken".to_owned(),
                    "at most 100 million cells between the corners of a sheet".to_owned(),
                    "remove what stands far from the table, or export the table as CSV".to_owned(),
                ],
            ),
        };
        self.find(Gravity::Error, kind, texts);
    }

    fn sheets(
        &mut self,
        bytes: &[u8],
        kind: WorkbookKind,
        wanted: Option<&str>,
    ) -> Result<Vec<Named>, NoWorkbook> {
        let mut workbook = Workbook::open(self.file, bytes, kind)?;
        let names = workbook.sheet_names();
        if let Some(wanted) = wanted {
            let known = names.iter().find(|it| is_named(it, wanted));
            let Some(known) = known else {
                let texts = [
                    format!("no sheet \"{wanted}\""),
                    format!("one of {}", quoted(names.iter().map(|it| &*it.name))),
                    "name one of them with --sheet".to_owned(),
                ];
                self.find(Gravity::Error, "no-sheet", texts);
                return Ok(Vec::new());
            };
            return Ok(vec![(known.name.clone(), workbook.sheet(&known.name)?)]);
        }
        let (hidden, shown): (Vec<&SheetName>, Vec<&SheetName>) =
            names.iter().partition(|it| it.is_hidden);
        if !hidden.is_empty() {
            let texts = [
                format!("hidden: {}", quoted(hidden.iter().map(|it| &*it.name))),
                String::new(),
                "not read; --sheet NAME reads one".to_owned(),
            ];
            self.find(Gravity::Note, "hidden-sheet", texts);
        }
        let mut sheets: Vec<Named> = Vec::new();
        for sheet in shown {
            sheets.push((sheet.name.clone(), workbook.sheet(&sheet.name)?));
        }
        Ok(self.tables(sheets))
    }

    /// Of the sheets that are shown, those that are the table.
    fn tables(&mut self, sheets: Vec<Named>) -> Vec<Named> {
        let (mut tables, others): (Vec<Named>, Vec<Named>) =
            sheets.into_iter().partition(|(_, sheet)| has_table(sheet));
        if tables.is_empty() {
            // The fullest tells what is wrong.
            return others
                .into_iter()
                .max_by_key(|(_, it)| it.grid.len())
                .into_iter()
                .collect();
        }
        let set_aside: Vec<&str> = (others.iter())
            .filter(|(_, sheet)| sheet.grid.len() > 0)
            .map(|(name, _)| &**name)
            .collect();
        if !set_aside.is_empty() {
            let texts = [
                format!("without a table: {}", quoted(set_aside.into_iter())),
                String::new(),
                "not read; --sheet NAME reads one".to_owned(),
            ];
            self.find(Gravity::Note, "other-sheets", texts);
        }
        let first = sheet_headings(&tables[0].1);
        if tables
            .iter()
            .all(|(_, sheet)| sheet_headings(sheet) == first)
        {
            return tables;
        }
        let names = quoted(tables.iter().map(|(name, _)| &**name));
        let texts = [
            format!("tables of different columns in the sheets {names}"),
            "one table, or sheets of the same columns".to_owned(),
            "name the sheet with --sheet NAME".to_owned(),
        ];
        self.find(Gravity::Question, "which-sheet", texts);
        tables.clear();
        tables
    }
}

fn is_named(sheet: &SheetName, wanted: &str) -> bool {
    sheet.name.trim().to_lowercase() == wanted.trim().to_lowercase()
}

/// Whether a sheet has rows of figures under a heading.
fn has_table(sheet: &SheetGrid) -> bool {
    let grid = &sheet.grid;
    let layout = Layout::of(grid, &looks(grid));
    layout.is_some_and(|it| {
        !it.body.is_empty()
            && !it.heading.is_empty()
            && it.width > 1
            && it.has_figures.contains(&true)
    })
}

fn sheet_headings(sheet: &SheetGrid) -> Vec<Vec<String>> {
    let layout = Layout::of(&sheet.grid, &looks(&sheet.grid));
    layout.map_or_else(Vec::new, |layout| headings(&sheet.grid, &layout))
}

fn quoted<'a>(names: impl Iterator<Item = &'a str>) -> String {
    let names: Vec<String> = names.map(|name| format!("\"{name}\"")).collect();
    names.join(", ")
}
