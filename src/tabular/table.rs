//! A file of a table, from its bytes to its cube.

use std::borrow::Cow;

use super::account::{Account, account, cells};
use super::answered::{Answered, Said};
use super::answers::{Answers, BracketsAre};
use super::assemble::{Assembled, Tally, assemble};
use super::columns::columns;
use super::doubts::{Understood, doubts};
use super::entry::{Entry, entry};
use super::finding::{Finding, Findings, Gravity, Spot};
use super::grid::Grid;
use super::guess::guess;
use super::layout::{Layout, Look, looks};
use super::numeral::numeral;
use super::parts::{Joined, joined};
use super::pivot::Pivot;
use super::plan::{Plan, Use};
use super::records::{records_by, records_of};
use super::sections::sectioned;
use super::separators::{DecimalSign, Evidence};
use super::sheets::{Chosen, chosen_sheets};
use super::sources::{Source, Sources};
use super::sum_across::{missed_sum, with_sum_across};
use super::text::{NoText, text_of};
use super::written::{Form, Written};
use crate::cube::Cube;
use crate::formats::workbook_kind;

/// A table that was read: its cube, where it has one, and everything that was found.
#[derive(Debug, Clone)]
pub struct Table {
    /// The cube; `None` where an error or a question stands against it that leaves none.
    pub cube: Option<Cube>,
    /// What was found.
    pub findings: Findings,
    /// What became of its cells.
    pub tally: Tally,
    /// How it was read.
    pub account: Account,
}

/// Bytes that a table may have, unpacked.
const MOST_BYTES: usize = 2_000_000_000;

/// A file of a table, or of a part of one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TableFile<'a> {
    /// Its name, for what is found.
    pub name: &'a str,
    /// What is in it.
    pub bytes: &'a [u8],
}

/// Reads a table: CSV in any of its forms, or a workbook. `file`: its name, for what is found; `answers`: what
/// its publisher says of it.
#[must_use]
pub fn table_from_bytes(file: &str, bytes: &[u8], answers: &Answers) -> Table {
    table_from_files(file, &[TableFile { name: file, bytes }], answers)
}

/// Reads a table whose rows stand in several files of the same columns. `name`: that of all together.
#[must_use]
pub fn table_from_files(name: &str, files: &[TableFile<'_>], answers: &Answers) -> Table {
    let mut reader = Reader::new(name, answers);
    let read = reader.table(files);
    reader.finished(read)
}

/// A table while it is read.
pub(super) struct Reader<'a> {
    file: &'a str,
    answers: &'a Answers,
    /// Where the rows of the table came from, once they stand in one grid.
    sources: Sources,
    /// What was made columns of that stood in none, for the account.
    made_columns: Vec<String>,
    findings: Findings,
    account: Account,
}

/// How a text is written, where that is known before.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Known<'a> {
    pub(super) encoding: Option<&'a str>,
    /// What its fields are parted by, a letter of ASCII.
    pub(super) delimiter: Option<u8>,
    /// What a line begins with that is no row.
    pub(super) comment: Option<char>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(file: &'a str, answers: &'a Answers) -> Self {
        Self {
            file,
            answers,
            sources: Sources::default(),
            made_columns: Vec::new(),
            findings: Findings::default(),
            account: Account::default(),
        }
    }

    /// The table, once all is read.
    pub(super) fn finished(self, read: Option<(Option<Cube>, Tally)>) -> Table {
        let (cube, tally) = read.unwrap_or_default();
        Table {
            cube,
            findings: self.findings,
            tally,
            account: self.account,
        }
    }

    pub(super) fn add(&mut self, findings: Vec<Finding>) {
        self.findings.append(findings.into_iter().collect());
    }

    fn find(&mut self, gravity: Gravity, kind: &'static str, spot: Spot, texts: [&str; 3]) {
        let finding = Finding::new(gravity, kind, (self.file, spot), texts);
        self.findings.add(self.sources.placed(finding));
    }

    fn table(&mut self, files: &[TableFile<'a>]) -> Option<(Option<Cube>, Tally)> {
        let sheet = self.answers.sheet.clone();
        let written = self.written(files, sheet.as_deref(), Known::default())?;
        self.table_of(written)
    }

    /// The rows of some files together; `None` where an error stands in the way.
    pub(super) fn written(
        &mut self,
        files: &[TableFile<'a>],
        sheet: Option<&str>,
        known: Known<'_>,
    ) -> Option<Written> {
        let name = self.file;
        let mut parts = Vec::new();
        let mut are_whole = true;
        for file in files {
            self.file = file.name;
            let read = self.parts(file.bytes, sheet, known);
            are_whole &= !read.is_empty();
            parts.extend(read);
        }
        self.file = name;
        if !are_whole {
            return None;
        }
        if parts.len() > 1 {
            // What joins them keeps no lines but rows.
            let sectioned = parts.into_iter().map(|part| {
                let layout = Layout::of(&part.grid, &looks(&part.grid));
                layout
                    .and_then(|layout| self.sectioned(&part, &layout))
                    .unwrap_or(part)
            });
            parts = sectioned.collect();
            let Joined { written, findings } = joined(parts);
            self.add(findings);
            parts = written.into_iter().collect();
        }
        parts.pop()
    }

    /// The cube of rows, where they have one.
    pub(super) fn table_of(&mut self, written: Written) -> Option<(Option<Cube>, Tally)> {
        self.sources = written.grid.sources().clone();
        self.cube(written)
    }

    /// The parts of a table in a file: several where a workbook has sheets of the same columns; none where
    /// an error stands in the way.
    fn parts(&mut self, bytes: &[u8], sheet: Option<&str>, known: Known<'_>) -> Vec<Written> {
        if let Some(kind) = workbook_kind(bytes) {
            let Chosen { written, findings } = chosen_sheets((self.file, bytes), kind, sheet);
            self.add(findings);
            return written;
        }
        self.text(bytes, known).into_iter().collect()
    }

    /// A part of a table whose rows stand in sections, with a column of them.
    fn sectioned(&mut self, part: &Written, layout: &Layout) -> Option<Written> {
        let made = sectioned(self.file, &part.grid, layout)?;
        let question = made.question.into_iter();
        self.add(question.map(|it| part.grid.sources().placed(it)).collect());
        let count = made.labels.len();
        self.made_columns = vec![format!("{count} sections, a column of their labels")];
        Some(Written {
            grid: made.grid,
            form: part.form,
            place: part.place.clone(),
        })
    }

    /// The rows of a text.
    fn text(&mut self, bytes: &[u8], known: Known<'_>) -> Option<Written> {
        let text = match text_of(bytes, MOST_BYTES, known.encoding) {
            Ok(text) => text,
            Err(NoText::Odd(odd)) => {
                let texts = odd.texts();
                let texts = texts.each_ref().map(String::as_str);
                self.find(Gravity::Error, "encoding", Spot::File, texts);
                return None;
            }
            Err(NoText::CutGzip(bytes)) => {
                let found = format!("a gzip file that breaks off after {bytes} bytes of text");
                let remedy = "fetch or pack the file again";
                self.find(
                    Gravity::Error,
                    "cut-file",
                    Spot::File,
                    [&found, "a whole file", remedy],
                );
                return None;
            }
            Err(NoText::TooLarge { limit }) => {
                let expected = format!("at most {limit}");
                let remedy = "coarsen the table, or make one dataset a region";
                self.find(
                    Gravity::Error,
                    "too-large",
                    Spot::File,
                    ["more bytes", &expected, remedy],
                );
                return None;
            }
        };
        for line in &text.odd_lines {
            let texts = [
                "letters in another encoding than the rest of the file, which is UTF-8",
                "one encoding",
                "save the whole file as UTF-8",
            ];
            self.find(Gravity::Error, "two-encodings", Spot::Line(*line), texts);
        }
        if text.letters.trim().is_empty() {
            self.find(
                Gravity::Error,
                "nothing",
                Spot::File,
                ["nothing", "a table", "export the table again"],
            );
            return None;
        }
        let letters = match known.comment {
            Some(comment) => without_comments(&text.letters, comment).into(),
            None => Cow::Borrowed(&*text.letters),
        };
        let mut records = match known.delimiter {
            Some(delimiter) => records_by(&letters, delimiter),
            None => records_of(&letters),
        };
        if let Some(line) = records.open_quote {
            let texts = [
                "a quote that nothing closes",
                "quotes in pairs",
                "close the quote, or double it inside a text",
            ];
            self.find(Gravity::Error, "open-quote", Spot::Line(line), texts);
            return None;
        }
        records.grid.add_source(Source::of_text(self.file));
        let written = Written {
            grid: records.grid,
            form: Form::Text {
                delimiter: records.delimiter,
                encoding: text.encoding,
            },
            place: String::new(),
        };
        self.has_whole_rows(&written).then_some(written)
    }

    /// Does to a sheet what its publisher answers: what each column is said to be, and what its texts look like
    /// then.
    fn answered(
        &mut self,
        (grid, layout): (&mut Grid, &mut Layout),
        first_looks: Vec<Look>,
    ) -> (Vec<Option<Said>>, Vec<Look>) {
        let mut answered = Answered {
            grid,
            layout,
            answers: self.answers,
            findings: Vec::new(),
        };
        let said = answered.apply(&first_looks);
        let findings = answered.findings;
        self.add(findings);
        // What is answered adds texts, or none.
        let is_same = first_looks.len() == grid.texts().len();
        let looks = if is_same { first_looks } else { looks(grid) };
        (said, looks)
    }

    /// Where the table is in its sheet, its sections as a column, and what each text looks like; `None` where there
    /// is none.
    fn laid_out(&mut self, written: &mut Written) -> Option<(Layout, Vec<Look>)> {
        let mut looked = looks(&written.grid);
        let mut layout = Layout::of(&written.grid, &looked);
        if let Some(sectioned) = layout.as_ref().and_then(|it| self.sectioned(written, it)) {
            *written = sectioned;
            looked = looks(&written.grid);
            layout = Layout::of(&written.grid, &looked);
        }
        let Some(layout) = layout else {
            let texts = [
                "no table",
                "rows of several columns",
                "export the table again",
            ];
            self.find(Gravity::Error, "no-table", Spot::File, texts);
            return None;
        };
        if layout.body.is_empty() {
            let texts = [
                "a heading without rows of figures",
                "rows of figures",
                "export the table again",
            ];
            self.find(Gravity::Error, "no-rows", Spot::File, texts);
            return None;
        }
        Some((layout, looked))
    }

    fn cube(&mut self, mut written: Written) -> Option<(Option<Cube>, Tally)> {
        let before = self.findings.clone();
        let (mut layout, first_looks) = self.laid_out(&mut written)?;
        let (said, looks) = self.answered((&mut written.grid, &mut layout), first_looks);
        let grid = &written.grid;
        if layout.heading.is_empty() {
            let spot = Spot::Line(grid.line(layout.body[0]));
            let texts = [
                "figures in the first row",
                "a row that names the columns",
                "write names above the columns, or headings = [\"…\", \"…\"] under [table]",
            ];
            self.find(Gravity::Question, "no-heading", spot, texts);
            return None;
        }
        let columns = columns(grid, &looks, &layout);
        let mut plan: Plan = guess(grid, &layout, &columns, &said);
        plan.decimal = match self.answers.decimal {
            Some(sign) => sign,
            None => self.decimal(&written, (&layout, &plan), &looks)?,
        };
        for planned in &mut plan.dimensions {
            if let Some(said) = self.answers.orders.get(&planned.id) {
                planned.first.clone_from(said);
            }
        }
        let mut entries = entries(grid, plan.decimal);
        if self.answers.brackets == Some(BracketsAre::Unreliable) {
            mark_brackets(&mut entries);
        }
        let pivot = Pivot::of((grid, &layout), (&plan, &entries));
        if let Some(grid) = pivot.and_then(|pivot| pivot.crossed()) {
            // What was found so far is found again.
            self.findings = before;
            let made = "parents before their parts, a column of the parts";
            self.made_columns.push(made.to_owned());
            return self.cube(Written { grid, ..written });
        }
        let missed = with_sum_across((grid, &layout), (&mut plan, &entries), self.answers.across);
        self.account = account((grid, &layout, &plan), &written);
        for made in &self.made_columns {
            self.account.read += &format!("; {made}");
        }
        let understood = Understood {
            file: self.file,
            grid,
            layout: &layout,
            looks: &looks,
            columns: &columns,
            plan: &plan,
            answers: self.answers,
            said: &said,
        };
        let mut found = doubts(&understood, &entries);
        found.extend(missed.and_then(|sum| missed_sum(&understood, &sum)));
        self.add_placed(found);
        let Assembled {
            cube,
            tally,
            findings,
        } = assemble(self.file, grid, &layout, (&plan, &entries));
        if tally.cells() > 0 {
            self.account.cells = cells(&tally);
        }
        self.add_placed(findings);
        let Some(cube) = cube else {
            self.find(
                Gravity::Error,
                "no-figures",
                Spot::File,
                [
                    "no column of figures",
                    "at least one",
                    "export the figures, too",
                ],
            );
            return None;
        };
        match cube {
            Ok(cube) => Some((Some(cube), tally)),
            Err(error) => {
                self.find(
                    Gravity::Error,
                    "no-cube",
                    Spot::File,
                    [&error.to_string(), "", ""],
                );
                None
            }
        }
    }

    /// Adds what was found in the grid.
    fn add_placed(&mut self, findings: Vec<Finding>) {
        for finding in findings {
            self.findings.add(self.sources.placed(finding));
        }
    }

    /// Whether every row of a text has as many fields as its table.
    fn has_whole_rows(&mut self, written: &Written) -> bool {
        let grid = &written.grid;
        let Some(layout) = Layout::of(grid, &looks(grid)) else {
            return true;
        };
        if layout.heading.is_empty() {
            return true;
        }
        let delimiter = written.form.delimiter();
        let mut is_whole = true;
        for row in &layout.body {
            let found = grid.row(*row).len();
            let past = (layout.width..found).all(|column| grid.text(*row, column).is_empty());
            if found == layout.width || past && found > layout.width {
                continue;
            }
            is_whole = false;
            let found = format!("{found} fields");
            let expected = format!("{}, as in the other rows", layout.width);
            let remedy = format!("quote what holds a \"{delimiter}\", or add what is missing");
            self.find(
                Gravity::Error,
                "ragged-row",
                Spot::Line(grid.line(*row)),
                [&found, &expected, &remedy],
            );
        }
        is_whole
    }

    /// The decimal sign of the table; `None` where it cannot be told, or figures contradict each other.
    fn decimal(
        &mut self,
        written: &Written,
        (layout, plan): (&Layout, &Plan),
        looks: &[Look],
    ) -> Option<DecimalSign> {
        let grid = &written.grid;
        let mut times = vec![0_usize; grid.texts().len()];
        for row in &layout.body {
            for (column, cell) in grid.row(*row).iter().enumerate() {
                if !grid.is_number(*cell)
                    && matches!(plan.columns.get(column), Some(Use::Figures { .. }))
                {
                    times[cell.index()] += 1;
                }
            }
        }
        let figures =
            (0..plan.columns.len()).filter(|at| matches!(plan.columns[*at], Use::Figures { .. }));
        let headings: Vec<String> = figures.map(|at| layout.name_of(grid, at)).collect();
        let titles = layout.titles.iter().flat_map(|row| grid.row(*row));
        let titles = titles.map(|cell| grid.texts().get(*cell));
        let said: Vec<&str> = headings.iter().map(String::as_str).chain(titles).collect();
        let is_said = |says: fn(&str) -> bool| said.iter().any(|text| says(text));
        let mut evidence = Evidence {
            is_rate: headings.iter().any(|heading| Cube::says_rate(heading)),
            counts_people: is_said(Cube::says_people)
                && !is_said(Cube::names_rate)
                && !is_said(Cube::says_thousands),
            ..Evidence::default()
        };
        for ((text, times), look) in grid.texts().iter().zip(times).zip(looks) {
            if times > 0
                && matches!(look, Look::Figure | Look::Year)
                && let Some(numeral) = numeral(text)
            {
                evidence.add(&numeral.digits, times);
            }
        }
        let sign = evidence.sign(written.form.delimiter());
        if sign.is_none() {
            let texts = [
                "figures like 12.345 or 12,345 alone, which can be thousands or three decimals",
                "one figure that tells",
                "decimal = \"point\" or \"comma\" under [table]",
            ];
            self.find(Gravity::Question, "decimal-sign", Spot::File, texts);
        }
        sign
    }
}

/// What stands in each text of a grid; what a workbook holds as a number has a decimal point.
fn entries(grid: &Grid, decimal: DecimalSign) -> Vec<Entry> {
    let sign = |text| {
        if grid.is_number(text) {
            DecimalSign::Point
        } else {
            decimal
        }
    };
    let texts = grid.texts().positions();
    texts
        .map(|text| entry(grid.texts().get(text), sign(text)))
        .collect()
}

/// Makes of figures in brackets figures with a mark.
fn mark_brackets(entries: &mut [Entry]) {
    for entry in entries {
        if let Entry::Figure(figure) = entry
            && figure.in_brackets
        {
            figure.value = figure.value.abs();
            figure.flags = format!("({})", figure.flags);
        }
    }
}

/// A text with nothing in the lines that are comments.
fn without_comments(text: &str, comment: char) -> String {
    let lines = text.split('\n');
    let lines = lines.map(|line| if line.starts_with(comment) { "" } else { line });
    lines.collect::<Vec<_>>().join("\n")
}
