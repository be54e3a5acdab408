//! A sheet as its publisher says that it is meant: what is answered is done to its cells, and whatever reads
//! them after that sees a sheet that was written so.

use std::collections::HashMap;

use super::answers::{Answers, BlankIs, ColumnIs, Era};
use super::bands::dates_among_bands;
use super::dates::{DateOrder, Told, days_across, iso, told};
use super::finding::{Finding, Gravity, Spot};
use super::grid::Grid;
use super::label::{composed, name};
use super::layout::{Layout, Look};
use super::texts::{BLANK, TextIx};

/// What a column is said to be.
pub(super) type Said = ColumnIs<usize>;

/// Years that can only be of the Buddhist era, and how far it is ahead.
const BUDDHIST_YEARS: std::ops::RangeInclusive<u32> = 2400..=2650;
const BUDDHIST_AHEAD: u32 = 543;

/// Whether a text is a year that can only be of the Buddhist era.
pub(super) fn is_buddhist_year(text: &str) -> bool {
    text.trim().len() == 4
        && text
            .trim()
            .parse()
            .is_ok_and(|year| BUDDHIST_YEARS.contains(&year))
}

/// The same year of the common era.
pub(super) fn common_year(buddhist: u32) -> u32 {
    buddhist - BUDDHIST_AHEAD
}

/// Applies answers to a sheet.
pub(super) struct Answered<'a> {
    pub(super) grid: &'a mut Grid,
    pub(super) layout: &'a mut Layout,
    pub(super) answers: &'a Answers,
    pub(super) findings: Vec<Finding>,
}

impl Answered<'_> {
    /// Does what is answered; what each column is said to be. Shape: one entry a column.
    pub(super) fn apply(&mut self, looks: &[Look]) -> Vec<Option<Said>> {
        self.name_columns();
        self.drop_odd_last_row(looks);
        self.replace_texts();
        self.write_zeros();
        self.fill_blanks();
        self.write_dates();
        self.write_dates_across();
        if self.answers.accepts("bands-as-dates") {
            self.mend_bands();
        }
        let is_buddhist = self.answers.era == Some(Era::Buddhist)
            || self.answers.era.is_none() && self.answers.accepts("another-era");
        if is_buddhist {
            self.make_years_common();
        }
        self.said()
    }

    /// Names the columns of a table without a heading.
    fn name_columns(&mut self) {
        let headings = &self.answers.headings;
        if headings.is_empty() || !self.layout.heading.is_empty() {
            return;
        }
        if headings.len() != self.layout.width {
            let found = format!("{} headings", headings.len());
            let expected = format!("{}, one a column", self.layout.width);
            self.find(
                "headings-differ",
                "headings",
                [found, expected, "name every column".to_owned()],
            );
            return;
        }
        let row = self.grid.len();
        self.grid.add_row(0, headings.iter().map(String::as_str));
        self.layout.heading = row..row + 1;
    }

    fn drop_odd_last_row(&mut self, looks: &[Look]) {
        let Some(odd) = self.layout.odd_last_row(self.grid, looks) else {
            return;
        };
        let is_accepted = self.answers.accepts("odd-last-row");
        if is_accepted || self.layout.has_words_for_figures(self.grid, looks, odd.0) {
            self.layout.odd_last = Some(odd).filter(|_| !is_accepted);
            self.layout.notes.extend(self.layout.body.pop());
        }
    }

    fn replace_texts(&mut self) {
        let answers = self.answers;
        for (heading, texts) in &answers.replace {
            let Some(column) = self.column("replace", heading) else {
                continue;
            };
            let texts: HashMap<String, &String> = (texts.iter())
                .map(|(text, other)| (composed(&name(text)).into_owned(), other))
                .collect();
            for row in self.layout.body.clone() {
                let own = name(self.grid.text(row, column)).into_owned();
                if let Some(text) = texts.get(&own) {
                    self.grid.set(row, column, text);
                }
            }
        }
    }

    /// Writes the zeros that codes lost.
    fn write_zeros(&mut self) {
        let answers = self.answers;
        for (heading, digits) in &answers.digits {
            let Some(column) = self.column("digits", heading) else {
                continue;
            };
            let mut written: HashMap<TextIx, Option<TextIx>> = HashMap::new();
            for row in self.layout.body.clone() {
                let cell = self.grid.cell(row, column);
                let text = *written.entry(cell).or_insert_with(|| {
                    let own = name(self.grid.texts().get(cell)).into_owned();
                    let is_number = !own.is_empty() && own.bytes().all(|it| it.is_ascii_digit());
                    let is_short = is_number && own.len() < *digits;
                    is_short.then(|| self.grid.add_text(&format!("{own:0>digits$}")))
                });
                if let Some(text) = text {
                    self.grid.replace((row, column), text);
                }
            }
        }
    }

    fn fill_blanks(&mut self) {
        let answers = self.answers;
        for (heading, is) in &answers.blanks {
            let Some(column) = self.column("blanks", heading) else {
                continue;
            };
            let mut above = String::new();
            for row in self.layout.body.clone() {
                if self.grid.cell(row, column) != BLANK {
                    above.clear();
                    above.push_str(self.grid.text(row, column));
                    continue;
                }
                let text = match is {
                    BlankIs::Above => &above,
                    BlankIs::Total => "Total",
                    BlankIs::Unknown => "Unknown",
                };
                self.grid.set(row, column, text);
            }
        }
    }

    /// Writes days as `15/01/2023` from the year on, where their order is said, or told by a number over
    /// twelve.
    fn write_dates(&mut self) {
        for column in 0..self.layout.width {
            let different = self.different_texts(column);
            let texts = different.iter().map(|cell| self.grid.texts().get(*cell));
            let Some(order) = self.order_of_days(texts) else {
                continue;
            };
            let written = different.into_iter().filter_map(|cell| {
                let text = iso(self.grid.texts().get(cell), order)?;
                Some((cell, self.grid.add_text(&text)))
            });
            let written: HashMap<TextIx, TextIx> = written.collect();
            for row in self.layout.body.clone() {
                if let Some(text) = written.get(&self.grid.cell(row, column)) {
                    self.grid.replace((row, column), *text);
                }
            }
        }
    }

    /// The same in a heading, where days stand across.
    fn write_dates_across(&mut self) {
        for row in self.layout.heading.clone() {
            let columns = days_across(self.grid, self.layout, row);
            let texts = columns.iter().map(|at| self.grid.text(row, *at));
            let Some(order) = self.order_of_days(texts) else {
                continue;
            };
            for column in columns {
                if let Some(text) = iso(self.grid.text(row, column), order) {
                    self.grid.set(row, column, &text);
                }
            }
        }
    }

    /// The order of the numbers of days, as they tell it or as it is said.
    fn order_of_days<'t>(&self, texts: impl Iterator<Item = &'t str>) -> Option<DateOrder> {
        match told(texts)? {
            Told::Order(order) => Some(order),
            Told::Nothing => self.answers.dates,
            Told::Both => None,
        }
    }

    /// The different texts of a column; the first alone, where that is no such day.
    fn different_texts(&self, column: usize) -> Vec<TextIx> {
        let cells = || {
            self.layout
                .body
                .iter()
                .map(|row| self.grid.cell(*row, column))
        };
        let first = cells().find(|cell| *cell != BLANK);
        let is_no_day = |cell| told(std::iter::once(self.grid.texts().get(cell))).is_none();
        if first.is_none_or(is_no_day) {
            return first.into_iter().collect();
        }
        let mut is_known = vec![false; self.grid.texts().len()];
        cells()
            .filter(|cell| !std::mem::replace(&mut is_known[cell.index()], true))
            .collect()
    }

    fn mend_bands(&mut self) {
        for column in 0..self.layout.width {
            let rows = self.layout.body.clone();
            self.mend_bands_in(rows.into_iter().map(|row| (row, column)).collect());
        }
        for row in self.layout.heading.clone() {
            self.mend_bands_in((0..self.layout.width).map(|at| (row, at)).collect());
        }
    }

    fn mend_bands_in(&mut self, cells: Vec<(usize, usize)>) {
        // Asked of each different text: a large table has few of them.
        let mut is_known = vec![false; self.grid.texts().len()];
        let different = cells
            .iter()
            .map(|(row, column)| self.grid.cell(*row, *column));
        let different =
            different.filter(|cell| !std::mem::replace(&mut is_known[cell.index()], true));
        let different: Vec<String> = different
            .map(|cell| name(self.grid.texts().get(cell)).into_owned())
            .collect();
        let dates = dates_among_bands(different.iter().map(String::as_str));
        if dates.is_empty() {
            return;
        }
        for (row, column) in cells {
            let text = name(self.grid.text(row, column)).into_owned();
            if let Some((_, band)) = dates.iter().find(|(date, _)| *date == text) {
                self.grid.set(row, column, band);
            }
        }
    }

    fn make_years_common(&mut self) {
        let rows: Vec<usize> = (self.layout.heading.clone())
            .chain(self.layout.body.iter().copied())
            .collect();
        for column in 0..self.layout.width {
            let is_year = |row: &usize| is_buddhist_year(self.grid.text(*row, column));
            // In a column of figures only what stands in its heading is a year.
            let body = &self.layout.body;
            let are_years = body.iter().all(is_year);
            let is_meant = |row: &&usize| are_years || self.layout.heading.contains(*row);
            let years: Vec<usize> = rows
                .iter()
                .filter(is_meant)
                .copied()
                .filter(is_year)
                .collect();
            for row in years {
                if let Ok(year) = self.grid.text(row, column).trim().parse() {
                    self.grid.set(row, column, &common_year(year).to_string());
                }
            }
        }
    }

    fn said(&mut self) -> Vec<Option<Said>> {
        let mut said = vec![None; self.layout.width];
        let answers = self.answers;
        for (heading, is) in &answers.columns {
            let Some(column) = self.column("columns", heading) else {
                continue;
            };
            said[column] = is.located(|of| self.column("columns", of));
        }
        said
    }

    /// The column of a heading, or of its number.
    fn column(&mut self, table: &str, heading: &str) -> Option<usize> {
        let headings: Vec<String> = (0..self.layout.width)
            .map(|column| self.layout.name_of(self.grid, column))
            .collect();
        let wanted = composed(heading);
        let wanted = name(&wanted);
        let by_name = headings.iter().position(|it| **it == *wanted);
        let by_number = || {
            let number: usize = wanted.strip_prefix("column ")?.parse().ok()?;
            number.checked_sub(1).filter(|at| *at < headings.len())
        };
        let found = by_name.or_else(by_number);
        if found.is_none() {
            let some: Vec<String> = headings
                .iter()
                .take(12)
                .map(|it| format!("\"{it}\""))
                .collect();
            let texts = [
                format!("\"{heading}\", which no column is headed by"),
                format!("one of {}", some.join(", ")),
                "correct the heading, or remove the line".to_owned(),
            ];
            self.find("unknown-column", table, texts);
        }
        found
    }

    fn find(&mut self, kind: &'static str, member: &str, texts: [String; 3]) {
        let place = (&*self.answers.file, Spot::Member(format!("[{member}]")));
        self.findings
            .push(Finding::new(Gravity::Error, kind, place, texts));
    }
}
