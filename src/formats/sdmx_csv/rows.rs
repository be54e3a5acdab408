//! The rows of an SDMX-CSV file: codes, figures, and why there is no figure.

use std::collections::HashMap;

use super::figure::{Row, row_of};
use super::header::{Column, Content};
use crate::formats::error::{Failure, FormatError};
use crate::formats::lines::Lines;
use crate::formats::remark::{Remark, Remarks};

/// The codes of a column in the order in which they come.
#[derive(Debug, Default)]
pub(super) struct Codes {
    positions: HashMap<String, u32>,
    /// Each with its name, where there is one.
    pub(super) list: Vec<(String, Option<String>)>,
}

impl Codes {
    #[allow(clippy::cast_possible_truncation, reason = "a file has fewer rows")]
    fn position(&mut self, code: &str, name: Option<&str>) -> u32 {
        if let Some(&known) = self.positions.get(code) {
            let known_name = &mut self.list[known as usize].1;
            if known_name.is_none() {
                *known_name = name.map(str::to_owned);
            }
            return known;
        }
        let at = self.list.len() as u32;
        self.positions.insert(code.to_owned(), at);
        self.list.push((code.to_owned(), name.map(str::to_owned)));
        at
    }
}

/// Every row of a file.
#[derive(Debug)]
pub(super) struct Rows {
    pub(super) columns: Vec<Column>,
    /// The codes of each column that is not a figure, comment or name; shape: one entry a column.
    pub(super) codes: Vec<Codes>,
    /// Their positions, row after row; shape: as many as columns a row.
    pub(super) places: Vec<u32>,
    pub(super) list: Vec<Row>,
}

/// Reads the rows after the header; what is not plain is told.
pub(super) fn rows_of(
    columns: Vec<Column>,
    (text, records): (&str, &mut csv::Reader<&[u8]>),
    remarks: &mut Remarks,
) -> Result<Rows, Failure> {
    let codes = columns.iter().map(|_| Codes::default()).collect();
    let mut all = Rows {
        columns,
        codes,
        places: Vec::new(),
        list: Vec::new(),
    };
    let mut faults = Remarks::default();
    let mut dataset: Option<String> = None;
    let (mut record, mut lines) = (csv::StringRecord::new(), Lines::of(text));
    while records
        .read_record(&mut record)
        .map_err(|error| not_csv(&error))?
    {
        // The reader's own count is of line feeds passed, so with CRLF of the line before.
        let byte = record.position().map_or(0, csv::Position::byte);
        let line = lines.line_from(usize::try_from(byte).unwrap_or(usize::MAX));
        if record.iter().all(|field| field.trim().is_empty()) {
            continue;
        }
        if record.len() != all.columns.len() {
            let fault = Remark::new("other-width", line, "");
            let fault = fault.expected(format!("{} fields, as the header has", all.columns.len()));
            let fault = fault.found(record.len().to_string());
            faults.add(fault.remedy("put fields that hold the delimiter into quotation marks"));
            continue;
        }
        if !is_of_dataset(&all.columns, (line, &record), &mut dataset, &mut faults) {
            continue;
        }
        all.add((line, &record), &mut faults, remarks);
    }
    if all.list.is_empty() && faults.is_empty() {
        let fault = Remark::new("no-rows", 1, "")
            .expected("rows after the header")
            .found("none");
        faults.add(fault.remedy("export the data again"));
    }
    if !faults.is_empty() {
        return Err(Failure::from(FormatError::Faults(faults.into_list())));
    }
    Ok(all)
}

/// The code of `CODE: name`, and the name.
pub(super) fn code_and_name(field: &str) -> (&str, Option<&str>) {
    let field = field.trim();
    match field.split_once(": ") {
        Some((code, name)) if !code.contains(' ') => (code.trim_end(), Some(name.trim())),
        _ => (field, None),
    }
}

/// Whether a row holds figures of the one dataset of the file.
fn is_of_dataset(
    columns: &[Column],
    (line, record): (usize, &csv::StringRecord),
    dataset: &mut Option<String>,
    faults: &mut Remarks,
) -> bool {
    let mut is_of = true;
    for (column, field) in columns.iter().zip(record) {
        let field = field.trim();
        let (action, _) = code_and_name(field);
        let is_figures = matches!(action, "" | "I" | "A" | "R" | "M");
        if column.content == Content::Action && !is_figures {
            let fault = Remark::new("action", line, &*column.id);
            let fault = fault.expected("I, A, R or M, which bring figures");
            let fault = fault.found(format!("{} {action}", column.id));
            faults.add(fault.remedy("export the data, not the changes of them"));
            is_of = false;
        }
        if column.content != Content::Dataset {
            continue;
        }
        let first = dataset.get_or_insert_with(|| field.to_owned());
        if first != field {
            let fault = Remark::new("second-dataflow", line, &*column.id);
            let fault = fault.expected(format!("one dataflow, {first}, as in the rows before"));
            let fault = fault.found(format!("a second one, {field}"));
            faults.add(fault.remedy("export one dataflow a file"));
            is_of = false;
        }
    }
    is_of
}

impl Rows {
    /// The field of the first column of a content.
    pub(super) fn column(&self, content: Content) -> Option<usize> {
        self.columns
            .iter()
            .position(|column| column.content == content)
    }

    /// The position of a row's code in a column.
    pub(super) fn place(&self, row: usize, column: usize) -> u32 {
        self.places[row * self.columns.len() + column]
    }

    fn add(
        &mut self,
        (line, record): (usize, &csv::StringRecord),
        faults: &mut Remarks,
        remarks: &mut Remarks,
    ) {
        let field = |content: Content| {
            let at = self
                .columns
                .iter()
                .position(|column| column.content == content)?;
            Some(code_and_name(&record[at]).0)
        };
        let status = field(Content::Status).unwrap_or_default();
        let confidentiality = field(Content::Confidentiality).unwrap_or_default();
        let row = row_of(
            line,
            field(Content::Value).unwrap_or_default(),
            [status, confidentiality],
        );
        let row = match row {
            Ok((row, told)) => {
                if let Some(told) = told {
                    remarks.add(told);
                }
                row
            }
            Err(fault) => {
                faults.add(*fault);
                return;
            }
        };
        for (at, column) in self.columns.iter().enumerate() {
            let (code, mut name) = code_and_name(&record[at]);
            let names = self
                .columns
                .iter()
                .position(|it| it.content == Content::NameOf(at));
            name = name.or(names
                .map(|names| record[names].trim())
                .filter(|name| !name.is_empty()));
            let place = match column.content {
                Content::Dimension if code.is_empty() => {
                    let fault = Remark::new("no-code", line, &*column.id).expected("a code");
                    let fault = fault.found("nothing");
                    faults.add(fault.remedy("fill in the code, as _T of a total"));
                    0
                }
                Content::Comment if !code.is_empty() => {
                    let remark = Remark::new("comment", line, &*column.id).found("a comment");
                    remarks.add(remark.remedy("comments on figures are not read"));
                    0
                }
                Content::Dimension | Content::Unit | Content::Multiplier | Content::Decimals => {
                    self.codes[at].position(code, name)
                }
                Content::Dataset | Content::Updated | Content::Attribute => {
                    self.codes[at].position(record[at].trim(), name)
                }
                Content::Action
                | Content::Comment
                | Content::Value
                | Content::Status
                | Content::Confidentiality
                | Content::NameOf(_)
                | Content::Nothing => 0,
            };
            self.places.push(place);
        }
        self.list.push(row);
    }
}

#[cold]
fn not_csv(error: &csv::Error) -> Failure {
    let line = error.position().map_or(1, csv::Position::line);
    let fault = Remark::new("no-csv", usize::try_from(line).unwrap_or(1), "");
    let fault = fault
        .expected("comma-separated values")
        .found(error.to_string());
    fault.remedy("export the data again").into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_stands_before_its_name() {
        assert_eq!(
            code_and_name("KH: Cambodia: all"),
            ("KH", Some("Cambodia: all"))
        );
        assert_eq!(code_and_name(" KH "), ("KH", None));
        assert_eq!(code_and_name("X:W(1.0)"), ("X:W(1.0)", None));
    }
}
