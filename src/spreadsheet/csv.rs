//! The table as CSV: alone, for programs; and as a spreadsheet of the reader's language opens it.

use super::sheet::{Field, Sheet};
use crate::formats::csv::{joined, safe_text};
use crate::formats::number_text;

/// The table alone: RFC 4180, UTF-8, dot decimals. A text that a spreadsheet would take for a formula has
/// an apostrophe before it.
#[must_use]
pub fn csv_of_sheet(sheet: &Sheet) -> String {
    let mut text = String::new();
    push_table(&mut text, sheet, ",", &number_text);
    text
}

/// For the spreadsheet of a reader: the separators of the language, a byte order mark by which it knows
/// the letters, and above the table what it shows, what is chosen, the unit, and the source.
#[must_use]
pub fn excel_csv_of_sheet(sheet: &Sheet) -> String {
    let decimal = sheet.numbers.decimal;
    // Where a comma stands before decimals, a semicolon stands between fields.
    let separator = if decimal == ',' { ";" } else { "," };
    let number = |value: f64| number_text(value).replace('.', decimal.encode_utf8(&mut [0; 4]));
    let mut text = String::from('\u{feff}');
    for line in std::iter::once(&sheet.title).chain(&sheet.about) {
        push_row(&mut text, [safe_text(line)], separator);
    }
    text += "\r\n";
    push_table(&mut text, sheet, separator, &number);
    text
}

fn push_table(text: &mut String, sheet: &Sheet, separator: &str, number: &dyn Fn(f64) -> String) {
    let heads = sheet.columns.iter().map(|column| safe_text(&column.head));
    push_row(text, heads, separator);
    for row in &sheet.rows {
        let fields = row.iter().map(|field| match field {
            Field::Text(text) | Field::Link(text) => safe_text(text),
            Field::Number(value, _) => number(*value),
        });
        push_row(text, fields, separator);
    }
}

fn push_row(text: &mut String, fields: impl IntoIterator<Item = String>, separator: &str) {
    *text += &joined(fields, separator);
    *text += "\r\n";
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scene::NumberStyle;
    use crate::spreadsheet::{Part, SheetColumn};
    use crate::words::NumberForm;

    fn sheet(decimal: char) -> Sheet {
        let column = |of, head: &str| SheetColumn {
            of,
            part: Part::Shown,
            head: head.to_owned(),
        };
        let row = |name: &str, value| {
            let style = NumberStyle::Decimals(None);
            vec![Field::Text(name.to_owned()), Field::Number(value, style)]
        };
        Sheet {
            title: "Wells; by area".to_owned(),
            about: vec!["=1+1".to_owned()],
            columns: vec![column(0, "Name"), column(1, "Wells")],
            rows: vec![row("@Alder, \"old\"", 1234.5), row("-5", -5.0)],
            notes: Vec::new(),
            names: ["Table", "Notes"],
            numbers: NumberForm {
                group: ' ',
                decimal,
                before_sign: "",
                mark: "",
            },
            updated: None,
        }
    }

    #[test]
    fn the_table_alone_is_for_programs() {
        let expected = "Name,Wells\r\n\"'@Alder, \"\"old\"\"\",1234.5\r\n-5,-5\r\n";
        assert_eq!(csv_of_sheet(&sheet(',')), expected);
    }

    #[test]
    fn a_spreadsheet_gets_the_separators_of_the_language_and_what_stands_above() {
        let comma = excel_csv_of_sheet(&sheet(','));
        let expected = "\u{feff}\"Wells; by area\"\r\n'=1+1\r\n\r\nName;Wells\r\n\
            \"'@Alder, \"\"old\"\"\";1234,5\r\n-5;-5\r\n";
        assert_eq!(comma, expected);
        let dot = excel_csv_of_sheet(&sheet('.'));
        assert!(dot.starts_with("\u{feff}Wells; by area\r\n"), "{dot}");
        assert!(dot.ends_with("\",1234.5\r\n-5,-5\r\n"), "{dot}");
    }
}
