//! A text to rows of fields: what its fields are parted by, and where its quotes end.

use csv::{ReaderBuilder, StringRecord};

use super::grid::Grid;
use crate::formats::Lines;

/// What fields can be parted by.
const DELIMITERS: [u8; 4] = [b',', b';', b'\t', b'|'];
/// Rows by which the delimiter is told.
const SAMPLE: usize = 400;

/// A text as rows, and what they were told by.
#[derive(Debug, Clone)]
pub(super) struct Records {
    pub(super) grid: Grid,
    /// What its fields are parted by.
    pub(super) delimiter: char,
    /// The line at which a quote is opened that nothing closes.
    pub(super) open_quote: Option<usize>,
}

/// Parts a text into rows. A line `sep=;` before all others names the delimiter (so Excel writes); else it
/// is the one that gives the most fields in the most rows alike.
pub(super) fn records_of(text: &str) -> Records {
    if has_packed_keys(text) {
        return unpacked(text);
    }
    let (named, body) = named_delimiter(text);
    let first_line = if named.is_some() { 2 } else { 1 };
    let delimiter = named.unwrap_or_else(|| delimiter_of(body));
    parted(body, delimiter, first_line)
}

/// Whether tabs part the fields and commas what is packed into the first of them, as Eurostat writes: its
/// heading is `sex,geo\TIME_PERIOD`.
fn has_packed_keys(text: &str) -> bool {
    let heading = text.lines().next().unwrap_or_default();
    let key = heading.split_once('\t').map(|(key, _)| key);
    let names = key.and_then(|key| key.split_once('\\'));
    names.is_some_and(|(names, across)| names.contains(',') && !across.contains(','))
}

/// Such a text with a field for each part of its key.
fn unpacked(text: &str) -> Records {
    let mut grid = Grid::new();
    read(text, b'\t', usize::MAX, |line, record| {
        let mut fields = record.iter();
        let key = fields.next().unwrap_or_default();
        let key = match key.split_once('\\') {
            Some((names, _)) if line == 1 => names,
            _ => key,
        };
        grid.add_row(line, key.split(',').chain(fields).map(str::trim));
    });
    Records {
        grid,
        delimiter: '\t',
        open_quote: None,
    }
}

/// Parts a text into rows by a delimiter that is known.
pub(super) fn records_by(text: &str, delimiter: u8) -> Records {
    parted(text, delimiter, 1)
}

/// `first_line`: the number of the first line.
fn parted(body: &str, delimiter: u8, first_line: usize) -> Records {
    let mut grid = Grid::new();
    let mut longest: Option<(usize, usize)> = None;
    read(body, delimiter, usize::MAX, |line, record| {
        let breaks = record.iter().map(|field| field.matches('\n').count()).max();
        longest = longest.max(breaks.filter(|count| *count > 0).map(|count| (count, line)));
        grid.add_row(line + first_line - 1, record.iter());
    });
    // Quotes come in pairs, the doubled ones inside, too.
    let is_open = body.bytes().filter(|byte| *byte == b'"').count() % 2 == 1;
    let open_quote = longest
        .filter(|_| is_open)
        .map(|(_, line)| line + first_line - 1);
    Records {
        grid,
        delimiter: char::from(delimiter),
        open_quote,
    }
}

fn named_delimiter(text: &str) -> (Option<u8>, &str) {
    let rest = text
        .strip_prefix("sep=")
        .or_else(|| text.strip_prefix("\"sep=\""));
    let Some((named, body)) = rest.and_then(|rest| rest.split_once('\n')) else {
        return (None, text);
    };
    match named.trim_end_matches(['"', ' ']).as_bytes() {
        [one] if DELIMITERS.contains(one) => (Some(*one), body),
        _ => (None, text),
    }
}

fn delimiter_of(text: &str) -> u8 {
    let score = |delimiter: u8| {
        let mut lengths: Vec<usize> = Vec::new();
        read(text, delimiter, SAMPLE, |_, record| {
            lengths.push(record.len());
        });
        // Of the lengths of more than one field, the commonest.
        lengths.retain(|length| *length > 1);
        lengths.sort_unstable();
        let runs = lengths.chunk_by(|a, b| a == b);
        let rows_and_fields = runs.map(|run| (run.len(), run[0])).max();
        // A quarter of the rows alike with twice the fields outweigh half the rows: titles have few.
        rows_and_fields.map_or(0, |(rows, fields)| rows * (fields - 1))
    };
    let best = DELIMITERS
        .iter()
        .copied()
        .rev()
        .max_by_key(|delimiter| score(*delimiter));
    best.unwrap_or(b',')
}

/// Reads records with the lines that they begin at, counted from 1.
fn read(text: &str, delimiter: u8, most: usize, mut found: impl FnMut(usize, &StringRecord)) {
    let mut reader = ReaderBuilder::new()
        .delimiter(delimiter)
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let mut record = StringRecord::new();
    let mut count = 0;
    let mut lines = Lines::of(text);
    // A text is UTF-8, and nothing is asked of its rows: there is no error left.
    while count < most && matches!(reader.read_record(&mut record), Ok(true)) {
        let start = record.position().map_or(0, csv::Position::byte);
        let start = usize::try_from(start).unwrap_or(text.len());
        found(lines.line_from(start), &record);
        count += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, delimiter: char, rows: &[(usize, &[&str])]) {
        let records = records_of(text);
        assert_eq!(records.delimiter, delimiter);
        let grid = &records.grid;
        let found = (0..grid.len()).map(|row| {
            let texts = grid.row(row).iter().map(|cell| grid.texts().get(*cell));
            (grid.line(row), texts.collect::<Vec<_>>())
        });
        let expected = rows.iter().map(|(line, cells)| (*line, cells.to_vec()));
        assert_eq!(found.collect::<Vec<_>>(), expected.collect::<Vec<_>>());
        assert_eq!(records.open_quote, None);
    }

    #[test]
    fn the_delimiter_is_the_one_that_parts_most_rows_alike() {
        check("a,b\n1,2\n", ',', &[(1, &["a", "b"]), (2, &["1", "2"])]);
        // Each row has a decimal comma, too.
        check(
            "x;y;z\nn;m;1,5\nn;m;2,5\n",
            ';',
            &[
                (1, &["x", "y", "z"]),
                (2, &["n", "m", "1,5"]),
                (3, &["n", "m", "2,5"]),
            ],
        );
        check(
            "a\tb\n1\t2,5\n",
            '\t',
            &[(1, &["a", "b"]), (2, &["1", "2,5"])],
        );
        check("a|b\n1|2\n", '|', &[(1, &["a", "b"]), (2, &["1", "2"])]);
        check("sep=;\na;b,c\n", ';', &[(2, &["a", "b,c"])]);
    }

    #[test]
    fn rows_know_their_lines_past_blank_ones_and_breaks_in_quotes() {
        check(
            "a,b\n\n\n\"x\ny\",1\nz,2\n",
            ',',
            &[(1, &["a", "b"]), (4, &["x\ny", "1"]), (6, &["z", "2"])],
        );
    }

    #[test]
    fn a_quote_that_nothing_closes_is_told_with_its_line() {
        let text = "a,b\nn,1\n\"m,2\no,3\np,4\n";
        assert_eq!(records_of(text).open_quote, Some(3));
    }
}
