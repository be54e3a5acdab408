//! A file of a table, from its bytes to its cube.

use super::account::{Account, account, cells};
use super::assemble::{Assembled, Tally, assemble};
use super::columns::columns;
use super::doubts::{Understood, doubts};
use super::entry::{Entry, entry};
use super::finding::{Finding, Findings, Gravity, Spot};
use super::guess::guess;
use super::layout::{Layout, Look, looks};
use super::numeral::numeral;
use super::plan::{Plan, Use};
use super::records::{Records, records_of};
use super::separators::{DecimalSign, Evidence};
use super::text::{NoText, text_of};
use crate::cube::Cube;

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

/// Reads a table: CSV in any of its forms. `file`: its name, for what is found.
#[must_use]
pub fn table_from_bytes(file: &str, bytes: &[u8]) -> Table {
    let mut read = Reader {
        file,
        findings: Findings::default(),
        account: Account::default(),
    };
    let (cube, tally) = read.table(bytes).unwrap_or_default();
    Table {
        cube,
        findings: read.findings,
        tally,
        account: read.account,
    }
}

struct Reader<'a> {
    file: &'a str,
    findings: Findings,
    account: Account,
}

impl Reader<'_> {
    fn find(&mut self, gravity: Gravity, kind: &'static str, spot: Spot, texts: [&str; 3]) {
        let finding = Finding::new(gravity, kind, (self.file, spot), texts);
        self.findings.add(finding);
    }

    fn table(&mut self, bytes: &[u8]) -> Option<(Option<Cube>, Tally)> {
        let text = match text_of(bytes, MOST_BYTES) {
            Ok(text) => text,
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
        let records = records_of(&text.letters);
        if let Some(line) = records.open_quote {
            let texts = [
                "a quote that nothing closes",
                "quotes in pairs",
                "close the quote, or double it inside a text",
            ];
            self.find(Gravity::Error, "open-quote", Spot::Line(line), texts);
            return None;
        }
        self.cube(&records, text.encoding)
    }

    fn cube(&mut self, records: &Records, encoding: &str) -> Option<(Option<Cube>, Tally)> {
        let grid = &records.grid;
        let looks = looks(grid);
        let Some(layout) = Layout::of(grid, &looks) else {
            self.find(
                Gravity::Error,
                "no-table",
                Spot::File,
                [
                    "no table",
                    "rows of several columns",
                    "export the table again",
                ],
            );
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
        if layout.heading.is_empty() {
            let spot = Spot::Line(grid.line(layout.body[0]));
            let texts = [
                "figures in the first row",
                "a row that names the columns",
                "write names above the columns",
            ];
            self.find(Gravity::Question, "no-heading", spot, texts);
            return None;
        }
        if !self.has_whole_rows(records, &layout) {
            return None;
        }
        let columns = columns(grid, &looks, &layout);
        let mut plan: Plan = guess(grid, &layout, &columns);
        plan.decimal = self.decimal(records, (&layout, &plan), &looks)?;
        self.account = account((grid, &layout, &plan), (records.delimiter, encoding));
        let entries: Vec<Entry> = grid
            .texts()
            .iter()
            .map(|text| entry(text, plan.decimal))
            .collect();
        let understood = Understood {
            file: self.file,
            grid,
            layout: &layout,
            looks: &looks,
            columns: &columns,
            plan: &plan,
        };
        self.findings
            .append(doubts(&understood, &entries).into_iter().collect());
        let Assembled {
            cube,
            tally,
            findings,
        } = assemble(self.file, grid, &layout, (&plan, &entries));
        if tally.cells() > 0 {
            self.account.cells = cells(&tally);
        }
        self.findings.append(findings.into_iter().collect());
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

    /// Whether every row has as many fields as the table.
    fn has_whole_rows(&mut self, records: &Records, layout: &Layout) -> bool {
        let grid = &records.grid;
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
            let remedy = format!(
                "quote what holds a \"{}\", or add what is missing",
                records.delimiter
            );
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
        records: &Records,
        (layout, plan): (&Layout, &Plan),
        looks: &[Look],
    ) -> Option<DecimalSign> {
        let grid = &records.grid;
        let mut times = vec![0_usize; grid.texts().len()];
        for row in &layout.body {
            for (column, cell) in grid.row(*row).iter().enumerate() {
                if matches!(plan.columns.get(column), Some(Use::Figures { .. })) {
                    times[cell.index()] += 1;
                }
            }
        }
        let mut evidence = Evidence::default();
        for ((text, times), look) in grid.texts().iter().zip(times).zip(looks) {
            if times > 0
                && matches!(look, Look::Figure | Look::Year)
                && let Some(numeral) = numeral(text)
            {
                evidence.add(&numeral.digits, times);
            }
        }
        let sign = evidence.sign(records.delimiter);
        if sign.is_none() {
            let texts = [
                "figures like 12.345 or 12,345 alone, which can be thousands or three decimals",
                "one figure that tells",
                "say which sign is the decimal one",
            ];
            self.find(Gravity::Question, "decimal-sign", Spot::File, texts);
        }
        sign
    }
}
