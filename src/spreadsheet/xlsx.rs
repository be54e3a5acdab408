//! The table as a workbook: typed numbers under a head that stays, and a sheet of notes.

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet, XlsxError};

use super::sheet::{Field, Part, Sheet};
use crate::scene::NumberStyle;
use crate::words::telling_decimals;

/// The most letters that a cell holds.
const LETTERS: usize = 32_767;
/// Widths of columns, in letters.
const NAME_WIDTH: f64 = 28.0;
const NUMBER_WIDTH: f64 = 14.0;

/// Why a workbook could not be made.
#[derive(Debug, thiserror::Error)]
#[error("the workbook could not be written: {0}")]
pub struct SheetError(#[from] XlsxError);

/// The table and its notes as a workbook (Office Open XML).
///
/// # Errors
/// [`SheetError`] where the table has more rows than a workbook can hold.
pub fn xlsx_of_sheet(sheet: &Sheet) -> Result<Vec<u8>, SheetError> {
    let mut workbook = Workbook::new();
    let day = sheet.updated.as_deref().and_then(day);
    let properties = DocProperties::new().set_title(&sheet.title);
    workbook.set_properties(&match day {
        Some(day) => properties.set_creation_datetime(&day),
        None => properties,
    });
    let [table, notes] = sheet.names;
    write_table(workbook.add_worksheet().set_name(table)?, sheet)?;
    write_notes(workbook.add_worksheet().set_name(notes)?, sheet)?;
    Ok(workbook.save_to_buffer()?)
}

fn write_table(page: &mut Worksheet, sheet: &Sheet) -> Result<(), XlsxError> {
    let head = Format::new().set_bold().set_text_wrap();
    page.set_freeze_panes(1, 0)?;
    let mut formats: Vec<(String, Format)> = Vec::new();
    for (at, column) in (0..).zip(&sheet.columns) {
        let is_number = (sheet.rows.iter())
            .filter_map(|row| row.get(usize::from(at)))
            .any(|field| matches!(field, Field::Number(..)));
        let is_short = is_number || column.part != Part::Shown;
        page.set_column_width(at, if is_short { NUMBER_WIDTH } else { NAME_WIDTH })?;
        page.write_string_with_format(0, at, cut(&column.head), &head)?;
    }
    for (line, row) in (1..).zip(&sheet.rows) {
        for (at, field) in (0..).zip(row) {
            match field {
                Field::Text(text) if text.is_empty() => {}
                Field::Text(text) => {
                    page.write_string(line, at, cut(text))?;
                }
                Field::Link(address) => {
                    page.write_url(line, at, &**address)?;
                }
                Field::Number(value, style) => {
                    let format = format_of(&mut formats, number_format(*style, *value));
                    page.write_number_with_format(line, at, *value, format)?;
                }
            }
        }
    }
    Ok(())
}

/// The notes, a line each: what the table shows first.
fn write_notes(page: &mut Worksheet, sheet: &Sheet) -> Result<(), XlsxError> {
    page.set_column_width(0, 4.0 * NAME_WIDTH)?;
    page.write_string_with_format(0, 0, cut(&sheet.title), &Format::new().set_bold())?;
    let wrapped = Format::new().set_text_wrap();
    for (line, text) in (1..).zip(sheet.about.iter().chain(&sheet.notes)) {
        page.write_string_with_format(line, 0, cut(text), &wrapped)?;
    }
    Ok(())
}

/// The format of a code, made once.
fn format_of(formats: &mut Vec<(String, Format)>, code: String) -> &Format {
    let known = formats.iter().position(|(known, _)| *known == code);
    let at = known.unwrap_or_else(|| {
        let format = Format::new().set_num_format(&code);
        formats.push((code, format));
        formats.len() - 1
    });
    &formats[at].1
}

/// How a spreadsheet shows a number, which writes the separators of its own language.
fn number_format(style: NumberStyle, value: f64) -> String {
    match style {
        NumberStyle::Percent => {
            "0.".to_owned() + &"0".repeat(telling_decimals(value * 100.0, 1)) + "%"
        }
        NumberStyle::Decimals(None) if value.fract() != 0.0 => "General".to_owned(),
        NumberStyle::Decimals(decimals) => {
            match telling_decimals(value, decimals.unwrap_or(0).into()) {
                0 => "#,##0".to_owned(),
                decimals => "#,##0.".to_owned() + &"0".repeat(decimals),
            }
        }
    }
}

/// As much of a text as a cell holds.
fn cut(text: &str) -> String {
    text.chars().take(LETTERS).collect()
}

/// The day that a text begins with: `2023-02-01`.
fn day(text: &str) -> Option<ExcelDateTime> {
    let mut parts = text.get(..10)?.split('-');
    let year = parts.next()?.parse().ok()?;
    let month = parts.next()?.parse().ok()?;
    ExcelDateTime::from_ymd(year, month, parts.next()?.parse().ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_shown_as_its_publisher_writes_it() {
        let format = |decimals, value| number_format(NumberStyle::Decimals(decimals), value);
        assert_eq!(format(None, 1234.0), "#,##0");
        assert_eq!(format(None, 0.25), "General");
        assert_eq!(format(Some(2), 1.0), "#,##0.00");
        assert_eq!(number_format(NumberStyle::Percent, 0.25), "0.0%");
        // What is small is shown with two of its digits.
        assert_eq!(format(Some(1), 0.000_4), "#,##0.00000");
        assert_eq!(format(Some(0), 0.0), "#,##0");
        assert_eq!(number_format(NumberStyle::Percent, 0.000_04), "0.0000%");
    }

    #[test]
    fn a_day_is_read_where_there_is_one() {
        assert!(day("2023-02-01T00:00:00Z").is_some());
        for text in ["", "2023", "2023-13-01", "February 2023", "2023-02-é1"] {
            assert!(day(text).is_none(), "{text}");
        }
    }
}
