//! What the columns of a list of published figures are, by their headings.

use crate::search::folded;
use crate::tabular::finding::{Finding, Gravity, Spot};

/// What a column of the list holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Column {
    Topic,
    Category,
    Level,
    Place,
    Code,
    Period,
    Value,
    Unit,
    Qualifier,
    Remark,
    Publisher,
    Title,
    Date,
    Link,
    LinkRemark,
}

/// Each column with the headings that it may have, the first being the one that is told.
const HEADINGS: [(Column, &[&str]); 15] = [
    (Column::Topic, &["topic"]),
    (Column::Category, &["category", "what"]),
    (Column::Level, &["level", "region level", "place level"]),
    (Column::Place, &["place", "region name", "region"]),
    (Column::Code, &["code", "place code", "region code"]),
    (Column::Period, &["period"]),
    (Column::Value, &["value", "figure"]),
    (Column::Unit, &["unit"]),
    (Column::Qualifier, &["qualifier"]),
    (Column::Remark, &["remark", "remarks", "note"]),
    (Column::Publisher, &["publisher", "source publisher"]),
    (Column::Title, &["title", "source title"]),
    (Column::Date, &["date", "source date"]),
    (Column::Link, &["link", "source url", "url"]),
    (Column::LinkRemark, &["link remark", "source remark"]),
];

/// The columns that every list has.
const NEEDED: [Column; 6] = [
    Column::Topic,
    Column::Period,
    Column::Value,
    Column::Unit,
    Column::Publisher,
    Column::Link,
];

impl Column {
    /// Its heading.
    pub(super) fn heading(self) -> &'static str {
        let own = HEADINGS.iter().find(|(column, _)| *column == self);
        own.map_or("", |(_, headings)| headings[0])
    }
}

/// Whether a heading is that of a list of published figures: no table of a statistical office has a link a row.
pub(super) fn is_heading(fields: &[&str]) -> bool {
    let found = columns(fields);
    [Column::Topic, Column::Value, Column::Link]
        .iter()
        .all(|column| found.contains(&Some(*column)))
}

/// What each field of the heading names.
fn columns(fields: &[&str]) -> Vec<Option<Column>> {
    let column = |field: &&str| {
        let field = folded(field);
        let of_it = |(_, headings): &&(Column, &[&str])| headings.contains(&&*field);
        HEADINGS.iter().find(of_it).map(|(column, _)| *column)
    };
    fields.iter().map(column).collect()
}

/// Where each column stands.
#[derive(Debug, Clone)]
pub(super) struct Columns(Vec<Option<Column>>);

impl Columns {
    /// The columns of a heading, and what is wrong with it.
    pub(super) fn of(fields: &[&str], (file, line): (&str, usize)) -> (Self, Vec<Finding>) {
        let columns = columns(fields);
        let mut found = Vec::new();
        for needed in NEEDED {
            if !columns.contains(&Some(needed)) {
                let heading = needed.heading();
                let texts = [
                    format!("no column \"{heading}\""),
                    "topic, period, value, unit, publisher and link of every figure".to_owned(),
                    format!("add a column \"{heading}\""),
                ];
                let place = (file, Spot::Line(line));
                found.push(Finding::new(Gravity::Error, "no-column", place, texts));
            }
        }
        for (at, (column, field)) in columns.iter().zip(fields).enumerate() {
            let spot = Spot::Column {
                column: at + 1,
                heading: (*field).to_owned(),
            };
            if column.is_some() && columns[..at].contains(column) {
                let texts = [
                    format!(
                        "a second column for the {}",
                        column.map_or("", Column::heading)
                    ),
                    "one".to_owned(),
                    "take one of the two out".to_owned(),
                ];
                found.push(Finding::new(
                    Gravity::Error,
                    "same-column",
                    (file, spot),
                    texts,
                ));
            } else if column.is_none() && !field.trim().is_empty() {
                let known: Vec<&str> = HEADINGS.iter().map(|(_, it)| it[0]).collect();
                let texts = [
                    "a column that a list of figures does not have".to_owned(),
                    format!("one of {}", known.join(", ")),
                    "it is left out; name it as one of these to have it".to_owned(),
                ];
                found.push(Finding::new(
                    Gravity::Warning,
                    "unread-column",
                    (file, spot),
                    texts,
                ));
            }
        }
        (Self(columns), found)
    }

    /// Where a column stands, counted from 0.
    pub(super) fn position(&self, column: Column) -> Option<usize> {
        self.0.iter().position(|it| *it == Some(column))
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.0.len()
    }
}
