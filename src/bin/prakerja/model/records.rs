//! Rows of a table with a known header, and faults that name row and column.

use super::ModelError;

/// One row under a known header.
#[derive(Debug)]
pub(crate) struct Record {
    file: &'static str,
    columns: &'static [&'static str],
    row: usize,
    cells: csv::StringRecord,
}

/// The rows of a table whose header must be `columns`.
pub(crate) fn read(
    file: &'static str,
    columns: &'static [&'static str],
    bytes: &[u8],
) -> Result<Vec<Record>, ModelError> {
    let mut reader = csv::Reader::from_reader(bytes);
    let header = reader
        .headers()
        .map_err(|error| ModelError::Csv { file, error })?;
    if !header.iter().eq(columns.iter().copied()) {
        return Err(ModelError::Header {
            file,
            expected: columns.join(", "),
            found: header.iter().collect::<Vec<_>>().join(", "),
        });
    }
    let rows = reader.into_records().enumerate().map(|(at, cells)| {
        let cells = cells.map_err(|error| ModelError::Csv { file, error })?;
        Ok(Record {
            file,
            columns,
            row: at + 2,
            cells,
        })
    });
    rows.collect()
}

impl Record {
    pub(crate) fn row(&self) -> usize {
        self.row
    }

    pub(crate) fn text(&self, column: usize) -> &str {
        &self.cells[column]
    }

    /// The text of a column that may not be empty.
    pub(crate) fn filled(&self, column: usize) -> Result<&str, ModelError> {
        let text = self.text(column);
        if text.is_empty() {
            return Err(self.fault(column, "a text"));
        }
        Ok(text)
    }

    pub(crate) fn parse<T: std::str::FromStr>(
        &self,
        column: usize,
        expected: &'static str,
    ) -> Result<T, ModelError> {
        self.text(column)
            .parse()
            .map_err(|_| self.fault(column, expected))
    }

    pub(crate) fn fault(&self, column: usize, expected: &'static str) -> ModelError {
        ModelError::Value {
            file: self.file,
            row: self.row,
            column: self.columns[column],
            expected,
            found: self.text(column).to_owned(),
        }
    }
}
