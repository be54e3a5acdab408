//! A file of published figures to a list of them.

use super::columns::{Column, Columns, is_heading};
use super::rows::RowReader;
use super::whose::{PlaceNames, Places};
use crate::fact_list::PrintedFact;
use crate::formats;
use crate::tabular::finding::{Finding, Findings, Gravity, Spot};
use crate::tabular::records::{Records, records_of};
use crate::tabular::separators::DecimalSign;
use crate::tabular::table::TableFile;
use crate::tabular::text::{Text, text_of};

/// The most bytes of such a file.
const BYTES: usize = 10_000_000;
/// The most figures of a list: all of them stand on one page.
const FIGURES: usize = 2_000;

/// A list of published figures as it was read.
#[derive(Debug, Clone, Default)]
pub struct FactFile {
    /// The figures in the order of the file; those of rows that are in order.
    pub facts: Vec<PrintedFact>,
    /// What was found.
    pub findings: Findings,
    /// How it was read.
    pub account: String,
}

fn records(bytes: &[u8]) -> Option<(Text, Records)> {
    let text = text_of(bytes, BYTES, None).ok()?;
    let records = records_of(&text.letters);
    Some((text, records))
}

fn heading(records: &Records) -> Vec<&str> {
    let grid = &records.grid;
    if grid.len() == 0 {
        return Vec::new();
    }
    (0..grid.row(0).len()).map(|at| grid.text(0, at)).collect()
}

/// Whether a file is a list of published figures, by its first row.
///
/// ```
/// use jangkau::tabular::is_fact_file;
/// assert!(is_fact_file(b"topic;place;period;value;unit;publisher;link\n"));
/// assert!(!is_fact_file(b"area;year;value\nn1;2024;3\n"));
/// ```
#[must_use]
pub fn is_fact_file(bytes: &[u8]) -> bool {
    let starts = &bytes[..bytes.len().min(BYTES)];
    formats::is_table(starts)
        && records(starts).is_some_and(|(_, records)| is_heading(&heading(&records)))
}

/// Reads a list of published figures.
#[must_use]
pub fn facts_from_file(
    file: &TableFile<'_>,
    names: PlaceNames<'_>,
    decimal: DecimalSign,
) -> FactFile {
    let Some((text, records)) = records(file.bytes) else {
        let texts = [
            "more than 10 MB, or no text".to_owned(),
            "a list of published figures as CSV".to_owned(),
            "save the list as CSV in UTF-8".to_owned(),
        ];
        let finding = Finding::new(
            Gravity::Error,
            "cannot-be-read",
            (file.name, Spot::File),
            texts,
        );
        return FactFile {
            findings: std::iter::once(finding).collect(),
            ..FactFile::default()
        };
    };
    let grid = &records.grid;
    let (columns, found) = Columns::of(&heading(&records), (file.name, grid.line(0)));
    let mut findings: Findings = found.into_iter().collect();
    findings.append(of_file(file.name, &text, &records));
    let mut places = Places::new(names);
    places.levels = levels(&records, &columns, &places);
    let reader = RowReader {
        file: file.name,
        grid,
        columns: &columns,
        places: &places,
        decimal,
    };
    let rows: Vec<usize> = (1..grid.len())
        .filter(|row| grid.filled(*row) > 0)
        .collect();
    findings.append(count(file.name, rows.len()).into_iter().collect());
    let mut facts: Vec<PrintedFact> = Vec::new();
    // Where a column is missing every row would say so again.
    let read = if findings.can_be_published() {
        &*rows
    } else {
        &[]
    };
    for row in read {
        match reader.fact(*row) {
            Ok(fact) => {
                if facts.contains(&fact) {
                    findings.add(twice(file.name, grid.line(*row)));
                }
                facts.push(fact);
            }
            Err(found) => findings.append(found.into_iter().collect()),
        }
    }
    FactFile {
        account: format!(
            "{}: a list of {} published figures; {}, {}",
            file.name,
            rows.len(),
            text.encoding,
            match records.delimiter {
                ',' => "commas",
                ';' => "semicolons",
                '\t' => "tabs",
                _ => "bars",
            }
        ),
        facts,
        findings,
    }
}

/// What is wrong with the file as a whole.
fn of_file(file: &str, text: &Text, records: &Records) -> Findings {
    let open = records.open_quote.map(|line| {
        let texts = [
            "a quote that nothing closes",
            "quotes in pairs",
            "close it, or take it out",
        ];
        Finding::new(
            Gravity::Error,
            "open-quote",
            (file, Spot::Line(line)),
            texts,
        )
    });
    let odd = text.odd_lines.first().map(|line| {
        let texts = [
            "letters in another encoding than the rest",
            "one encoding",
            "save the whole file as UTF-8",
        ];
        let place = (file, Spot::Line(*line));
        Finding::new(Gravity::Error, "two-encodings", place, texts)
    });
    open.into_iter().chain(odd).collect()
}

/// Too few figures, or too many.
fn count(file: &str, rows: usize) -> Option<Finding> {
    let (kind, remedy) = match rows {
        0 => ("nothing", "add a row for each figure".to_owned()),
        rows if rows > FIGURES => (
            "too-large",
            "make a table of them: so many figures are a dataset".to_owned(),
        ),
        _ => return None,
    };
    let texts = [format!("{rows} figures"), format!("1 to {FIGURES}"), remedy];
    Some(Finding::new(
        Gravity::Error,
        kind,
        (file, Spot::File),
        texts,
    ))
}

fn twice(file: &str, line: usize) -> Finding {
    let texts = [
        "a figure that stands in the list already",
        "each figure once",
        "take one of the two rows out",
    ];
    Finding::new(
        Gravity::Warning,
        "same-figure",
        (file, Spot::Line(line)),
        texts,
    )
}

/// The levels of which a place is on the map: whatever else has such a level should be there, too.
fn levels(records: &Records, columns: &Columns, places: &Places<'_>) -> Vec<String> {
    let grid = &records.grid;
    let field = |row: usize, column| {
        let at = columns.position(column);
        at.map_or("", |at| grid.text(row, at).trim())
    };
    let mut levels: Vec<String> = Vec::new();
    for row in 1..grid.len() {
        let level = field(row, Column::Level);
        let place = places.place(field(row, Column::Code), field(row, Column::Place));
        if !level.is_empty() && place.is_some() && !levels.iter().any(|known| known == level) {
            levels.push(level.to_owned());
        }
    }
    levels
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cube::{Code, Label};
    use crate::fact_list::{ListedPlace, Whose};

    const HEADING: &str = "topic,place,period,value,unit,qualifier,publisher,date,link,remark";

    fn places() -> Vec<ListedPlace> {
        let place = |code: &str, name: &str| ListedPlace {
            code: Code::new(code),
            name: Label::new(name),
        };
        vec![place("01", "Port Amara"), place("02", "Sisoka")]
    }

    fn read(rows: &str) -> FactFile {
        let text = format!("{HEADING}\n{rows}");
        let file = TableFile {
            name: "figures.csv",
            bytes: text.as_bytes(),
        };
        let names = PlaceNames {
            places: &places(),
            whole: "Veluna",
            elsewhere: &["All islands".to_owned()],
        };
        facts_from_file(&file, names, DecimalSign::Point)
    }

    #[track_caller]
    fn check_refused(row: &str, expected: &str) {
        let found = read(row);
        let found: Vec<String> = found
            .findings
            .sorted()
            .iter()
            .map(ToString::to_string)
            .collect();
        assert!(
            found.iter().any(|it| it.starts_with(expected)),
            "{expected}\n{found:#?}"
        );
    }

    #[test]
    fn a_row_is_a_figure_as_it_was_printed() {
        let found = read(
            "Wells,PORT AMARA,2024,35.90,percent,more than,The Post,May 2024,https://post.example/1,\"as \"\"over 35.9\"\"\"\n\
             Wells,Veluna,2024,12,wells,,The Post,,https://post.example/1,\n\
             Wells,All islands,2024,3,wells,rounded,The Post,,https://post.example/1,\n",
        );
        assert!(found.findings.sorted().is_empty(), "{:#?}", found.findings);
        let whose: Vec<&Whose> = found.facts.iter().map(|fact| &fact.whose).collect();
        let expected = [
            Whose::Place(crate::fact_list::PlaceIx(0)),
            Whose::Whole,
            Whose::Other("All islands".into()),
        ];
        assert_eq!(whose, expected.iter().collect::<Vec<_>>());
        let first = &found.facts[0];
        assert_eq!(
            (first.number.as_str(), first.qualifier.key(), &*first.remark),
            ("35.90", "more than", "as \"over 35.9\"")
        );
    }

    #[test]
    fn what_is_wrong_is_told_with_line_column_and_remedy() {
        let good = "Wells,Sisoka,2024,12,wells,,The Post,,https://post.example/1,";
        for (part, other, expected) in [
            (
                ",12,",
                ",\"1,200\",",
                "figures.csv, line 2, column 4: found \"1,200\", expected digits with a decimal point",
            ),
            (
                ",12,",
                ",many,",
                "figures.csv, line 2, column 4: found \"many\"",
            ),
            (
                "https://post.example/1",
                "post.example/1",
                "figures.csv, line 2, column 9: found \"post.example/1\", expected the address",
            ),
            (
                "https:",
                "javascript:",
                "figures.csv, line 2, column 9: found \"javascript://post.example/1\"",
            ),
            (
                "https://post.example/1",
                "",
                "figures.csv, line 2, column 9: found nothing",
            ),
            (
                "The Post",
                "",
                "figures.csv, line 2, column 7: found nothing, expected who published the figure",
            ),
            (
                "wells,,",
                "wells,perhaps,",
                "figures.csv, line 2, column 6: found \"perhaps\", expected nothing, or one of exact, rounded, at least",
            ),
            (
                "Sisoka",
                "Sisoka East",
                "figures.csv, line 2, column 2: found \"Sisoka East\", expected a place of the map (Port Amara, Sisoka)",
            ),
            (
                "Wells,",
                "\u{202e}sllew,",
                "figures.csv, line 2, column 1: found a sign that nobody sees (U+202E)",
            ),
            (
                "/1,",
                "/1,a,b",
                "figures.csv, line 2: found 11 fields, expected at most 10",
            ),
        ] {
            check_refused(&good.replacen(part, other, 1), expected);
        }
        assert_eq!(read(good).facts.len(), 1);
        check_refused("", "figures.csv: found 0 figures");
        check_refused(
            &[good, good].join("\n"),
            "figures.csv, line 3: found a figure that stands in the list already",
        );
        let long = good.replace("Wells", &"w".repeat(501));
        check_refused(
            &long,
            "figures.csv, line 2, column 1: found a text of 501 characters",
        );
    }

    #[test]
    fn a_column_that_is_missing_is_told_once_and_another_is_left_out() {
        let text = "topic,value,link,colour\nWells,12,https://post.example/1,red\n";
        let file = TableFile {
            name: "figures.csv",
            bytes: text.as_bytes(),
        };
        let names = PlaceNames {
            places: &[],
            whole: "",
            elsewhere: &[],
        };
        let found = facts_from_file(&file, names, DecimalSign::Point).findings;
        let kinds: Vec<(&str, usize)> = found
            .sorted()
            .iter()
            .map(|it| (it.kind, it.times))
            .collect();
        assert_eq!(
            kinds,
            [
                ("no-column", 1),
                ("no-column", 1),
                ("no-column", 1),
                ("unread-column", 1)
            ]
        );
    }

    #[test]
    fn a_level_is_that_of_the_map_once_a_place_of_it_is_there() {
        let text = "topic,level,place,period,value,unit,publisher,link\n\
            Wells,town,Sisoka,2024,12,wells,The Post,https://post.example/1\n\
            Wells,town,Nowhere,2024,1,wells,The Post,https://post.example/1\n\
            Wells,school,Sisoka College,2024,1,wells,The Post,https://post.example/1\n\
            Wells,remainder,Sisoka,2024,1,wells,The Post,https://post.example/1\n";
        let file = TableFile {
            name: "figures.csv",
            bytes: text.as_bytes(),
        };
        let places = places();
        let names = PlaceNames {
            places: &places,
            whole: "",
            elsewhere: &[],
        };
        let found = facts_from_file(&file, names, DecimalSign::Point);
        let lines: Vec<String> = found
            .findings
            .sorted()
            .iter()
            .map(ToString::to_string)
            .collect();
        assert!(
            lines[0].starts_with("figures.csv, line 3, column 3: found \"Nowhere\""),
            "{lines:?}"
        );
        assert_eq!((lines.len(), found.facts.len()), (1, 3));
    }
}
