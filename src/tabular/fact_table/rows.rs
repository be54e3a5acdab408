//! The rows of a list of published figures, each read and checked.

use super::columns::{Column, Columns};
use super::whose::Places;
use crate::cube::Source;
use crate::fact_list::{PrintedFact, PrintedNumber, Qualifier};
use crate::tabular::finding::{Finding, Gravity, Spot, first_names};
use crate::tabular::grid::Grid;
use crate::tabular::separators::DecimalSign;

/// The most characters of a field: a page shows it whole.
const LONGEST: usize = 500;
/// And of a link.
const LONGEST_LINK: usize = 2_000;

/// Reads the rows of a grid.
pub(super) struct RowReader<'a> {
    pub(super) file: &'a str,
    pub(super) grid: &'a Grid,
    pub(super) columns: &'a Columns,
    pub(super) places: &'a Places<'a>,
    pub(super) decimal: DecimalSign,
}

/// Signs that turn the direction of a text, or hide in it.
fn is_hostile(letter: char) -> bool {
    letter.is_control()
        || matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}' | '\u{fffd}')
}

impl<'a> RowReader<'a> {
    /// A field of a row; empty where there is no such column.
    pub(super) fn field(&self, row: usize, column: Column) -> &'a str {
        let at = self.columns.position(column);
        at.map_or("", |at| self.grid.text(row, at).trim())
    }

    /// The figure of a row, or what is wrong with the row.
    pub(super) fn fact(&self, row: usize) -> Result<PrintedFact, Vec<Finding>> {
        let mut found = self.odd_fields(row);
        let text = |column| Box::<str>::from(self.field(row, column));
        for column in [Column::Topic, Column::Publisher, Column::Period] {
            if self.field(row, column).is_empty() {
                found.push(self.blank(row, column));
            }
        }
        let number = self.number(row);
        if number.is_none() {
            found.push(self.no_number(row));
        }
        let qualifier = Qualifier::from_key(self.field(row, Column::Qualifier));
        if qualifier.is_none() {
            found.push(self.unknown_qualifier(row));
        }
        found.extend(self.link(row));
        let [code, place, level] =
            [Column::Code, Column::Place, Column::Level].map(|column| self.field(row, column));
        let whose = self.places.whose(code, place, level);
        if whose.is_none() {
            found.push(self.unknown_place(row));
        }
        let (Some(number), Some(qualifier), Some(whose), true) =
            (number, qualifier, whose, found.is_empty())
        else {
            return Err(found);
        };
        Ok(PrintedFact {
            topic: text(Column::Topic),
            category: text(Column::Category),
            whose,
            period: text(Column::Period),
            number,
            unit: text(Column::Unit),
            qualifier,
            remark: text(Column::Remark),
            source: Source {
                title: text(Column::Title),
                publisher: text(Column::Publisher),
                date: text(Column::Date),
                url: text(Column::Link),
            },
            source_remark: text(Column::LinkRemark),
        })
    }

    fn spot(&self, row: usize, column: Column) -> Spot {
        match self.columns.position(column) {
            Some(at) => self.grid.spot(row, at),
            None => Spot::Line(self.grid.line(row)),
        }
    }

    fn error(&self, kind: &'static str, spot: Spot, texts: [String; 3]) -> Finding {
        Finding::new(Gravity::Error, kind, (self.file, spot), texts)
    }

    /// Fields beyond the heading, too long, or with signs that nobody sees.
    fn odd_fields(&self, row: usize) -> Vec<Finding> {
        let mut found = Vec::new();
        let fields = self.grid.row(row).len();
        if fields > self.columns.len() {
            let texts = [
                format!("{fields} fields"),
                format!("at most {}, as many as the heading has", self.columns.len()),
                "put a text that has a separator in it in quotes".to_owned(),
            ];
            found.push(self.error("row-length", Spot::Line(self.grid.line(row)), texts));
        }
        for at in 0..fields.min(self.columns.len()) {
            let text = self.grid.text(row, at);
            let is_link = self.columns.position(Column::Link) == Some(at);
            let most = if is_link { LONGEST_LINK } else { LONGEST };
            let length = text.chars().count();
            if length > most {
                let texts = [
                    format!("a text of {length} characters"),
                    format!("at most {most}"),
                    "shorten it, and leave the rest to the page that it links to".to_owned(),
                ];
                found.push(self.error("too-long", self.grid.spot(row, at), texts));
            }
            if let Some(sign) = text.chars().find(|letter| is_hostile(*letter)) {
                let texts = [
                    format!("a sign that nobody sees (U+{:04X})", u32::from(sign)),
                    "text".to_owned(),
                    "write the text anew, on one line".to_owned(),
                ];
                found.push(self.error("hostile-text", self.grid.spot(row, at), texts));
            }
        }
        found
    }

    fn blank(&self, row: usize, column: Column) -> Finding {
        let (kind, expected) = if column == Column::Publisher {
            ("no-source", "who published the figure")
        } else if column == Column::Period {
            ("no-period", "the period, as its publisher says it")
        } else {
            ("no-topic", "what the figure is about")
        };
        let remedy = format!(
            "write it, or take the row out: every figure has a {}",
            column.heading()
        );
        let texts = ["nothing".to_owned(), expected.to_owned(), remedy];
        self.error(kind, self.spot(row, column), texts)
    }

    fn number(&self, row: usize) -> Option<PrintedNumber> {
        let text = self.field(row, Column::Value);
        match self.decimal {
            DecimalSign::Point => PrintedNumber::new(text),
            DecimalSign::Comma if text.contains('.') => None,
            DecimalSign::Comma => PrintedNumber::new(&text.replacen(',', ".", 1)),
        }
    }

    fn no_number(&self, row: usize) -> Finding {
        let (example, other) = match self.decimal {
            DecimalSign::Point => ("a decimal point at most, as 10128 or 35.90", "comma"),
            DecimalSign::Comma => ("a decimal comma at most, as 10128 or 35,90", "point"),
        };
        let texts = [
            format!("{:?}", self.field(row, Column::Value)),
            format!("digits with {example}"),
            format!(
                "write the figure without separators of thousands; words go to \"qualifier\" and \"remark\", a \
                 sign as % to \"unit\"; decimal = \"{other}\" under [table] in the settings says that the decimal \
                 sign is a {other}"
            ),
        ];
        self.error("no-number", self.spot(row, Column::Value), texts)
    }

    fn unknown_qualifier(&self, row: usize) -> Finding {
        let known = Qualifier::ALL.map(Qualifier::key);
        let texts = [
            format!("{:?}", self.field(row, Column::Qualifier)),
            format!("nothing, or one of {}", known.join(", ")),
            "choose the nearest, and write what is printed as a remark".to_owned(),
        ];
        self.error("qualifier", self.spot(row, Column::Qualifier), texts)
    }

    /// What keeps a page from leading to the link.
    fn link(&self, row: usize) -> Option<Finding> {
        let link = self.field(row, Column::Link);
        let rest = link
            .strip_prefix("https://")
            .or(link.strip_prefix("http://"));
        let is_address = rest.is_some_and(|rest| {
            let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
            host.contains('.') && !rest.contains(char::is_whitespace)
        });
        if is_address {
            return None;
        }
        let found = if link.is_empty() {
            "nothing".to_owned()
        } else {
            format!("{link:?}")
        };
        let texts = [
            found,
            "the address of the page with the figure, which begins with https:// or http://"
                .to_owned(),
            "copy the whole address from the browser".to_owned(),
        ];
        let kind = if link.is_empty() {
            "no-source"
        } else {
            "no-link"
        };
        Some(self.error(kind, self.spot(row, Column::Link), texts))
    }

    fn unknown_place(&self, row: usize) -> Finding {
        let name = self.field(row, Column::Place);
        let code = self.field(row, Column::Code);
        let shown = if name.is_empty() { code } else { name };
        let places = self.places.names();
        let texts = [
            format!("{shown:?}"),
            format!(
                "a place of the map ({}), or what all together are called",
                first_names(places)
            ),
            format!(
                "write it as the map does; say place = {shown:?} in the settings where it is all places together, \
                 and elsewhere = [{shown:?}] under [facts] where it is no place of the map"
            ),
        ];
        self.error("unknown-place", self.spot(row, Column::Place), texts)
    }
}
