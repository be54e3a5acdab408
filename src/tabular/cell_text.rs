//! A cell of a workbook as a person sees it.

use std::borrow::Cow;

use calamine::{Data, DataRef, ExcelDateTime};

/// What a cell shows.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Shown<'a> {
    Nothing,
    Letters(Cow<'a, str>),
    /// A number, written with a decimal point and without groups of digits.
    Number(String),
    /// An error of a formula: `#DIV/0!`.
    Fault(String),
}

impl Shown<'_> {
    /// Letters so many steps further in.
    pub(super) fn indented(self, steps: usize) -> Self {
        match self {
            Self::Letters(text) if steps > 0 => {
                Self::Letters(format!("{}{text}", "  ".repeat(steps)).into())
            }
            shown @ (Self::Nothing | Self::Letters(_) | Self::Number(_) | Self::Fault(_)) => shown,
        }
    }
}

/// A number format (ECMA-376 part 1, 18.8.31).
#[derive(Debug)]
pub(super) struct CellFormat {
    sections: Vec<Section>,
    plain: String,
}

impl CellFormat {
    /// The format that a code writes.
    pub(super) fn of(code: &str) -> Self {
        Self {
            sections: sections(code),
            plain: plain_format(code),
        }
    }
}

/// What a value shows in a format; without one, what it shows without.
pub(super) fn shown<'a>(value: &'a DataRef<'_>, format: Option<&CellFormat>) -> Shown<'a> {
    let plain = format.map_or("", |format| &*format.plain);
    match value {
        DataRef::Empty => Shown::Nothing,
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => {
            letters(text)
        }
        DataRef::SharedString(text) => letters(text),
        DataRef::Bool(true) => letters("TRUE"),
        DataRef::Bool(false) => letters("FALSE"),
        DataRef::Int(number) => Shown::Number(number.to_string()),
        DataRef::Float(number) => {
            let text = format.and_then(|format| text_instead(*number, &format.sections));
            text.map_or_else(
                || number_shown(*number, plain),
                |text| Shown::Letters(text.into()),
            )
        }
        DataRef::DateTime(date) => Shown::Letters(date_shown(date, plain).into()),
        DataRef::Error(error) => Shown::Fault(error.to_string()),
    }
}

/// A value that owns its text, as one that borrows it.
pub(super) fn borrowed(value: &Data) -> DataRef<'_> {
    match value {
        Data::Int(number) => DataRef::Int(*number),
        Data::Float(number) => DataRef::Float(*number),
        Data::String(text) => DataRef::SharedString(text),
        Data::Bool(is) => DataRef::Bool(*is),
        Data::DateTime(date) => DataRef::DateTime(*date),
        Data::DateTimeIso(text) | Data::DurationIso(text) => {
            // At midnight it is a day.
            DataRef::SharedString(text.strip_suffix("T00:00:00").unwrap_or(text))
        }
        Data::Error(error) => DataRef::Error(error.clone()),
        Data::Empty => DataRef::Empty,
    }
}

fn letters(text: &str) -> Shown<'_> {
    if text.trim().is_empty() {
        Shown::Nothing
    } else {
        Shown::Letters(text.into())
    }
}

/// A format of positive numbers in lower case, without what stands in quotes or brackets, and without the
/// letters that are shown as they are.
fn plain_format(format: &str) -> String {
    let mut plain = String::new();
    let mut letters = format.chars();
    while let Some(letter) = letters.next() {
        match letter {
            ';' => break,
            '"' => letters.by_ref().take_while(|it| *it != '"').for_each(drop),
            '[' => letters.by_ref().take_while(|it| *it != ']').for_each(drop),
            '\\' | '_' | '*' => drop(letters.next()),
            _ => plain.extend(letter.to_lowercase()),
        }
    }
    plain
}

/// The text that a format shows in place of a number: `"<5"` of `[<5]"<5";0`. A number that is 0 stays
/// one: what is shown for it is dress.
fn text_instead(number: f64, sections: &[Section]) -> Option<String> {
    if number == 0.0 {
        return None;
    }
    let has_condition = sections.iter().any(|section| section.condition.is_some());
    let section = if has_condition {
        sections.iter().find(|section| {
            section.condition.is_none_or(|(sign, limit)| match sign {
                Sign::Less => number < limit,
                Sign::AtMost => number <= limit,
                Sign::More => number > limit,
                Sign::AtLeast => number >= limit,
                Sign::Is => (number - limit).abs() < f64::EPSILON,
            })
        })?
    } else {
        sections.get(usize::from(number < 0.0 && sections.len() > 1))?
    };
    let is_text = !section.has_places && !section.text.trim().is_empty();
    is_text.then(|| section.text.trim().to_owned())
}

#[derive(Debug, Clone, Copy)]
enum Sign {
    Less,
    AtMost,
    More,
    AtLeast,
    Is,
}

/// One of the formats that a number format chooses among.
#[derive(Debug, Default)]
struct Section {
    condition: Option<(Sign, f64)>,
    /// What it shows besides the number.
    text: String,
    /// Whether it shows the number.
    has_places: bool,
}

fn sections(format: &str) -> Vec<Section> {
    let mut sections = vec![Section::default()];
    let mut letters = format.chars();
    while let Some(letter) = letters.next() {
        if letter == ';' {
            sections.push(Section::default());
            continue;
        }
        let Some(section) = sections.last_mut() else {
            break;
        };
        match letter {
            '"' => section
                .text
                .extend(letters.by_ref().take_while(|it| *it != '"')),
            '[' => {
                let bracket: String = letters.by_ref().take_while(|it| *it != ']').collect();
                section.condition = section.condition.or_else(|| condition(&bracket));
            }
            '\\' => section.text.extend(letters.next()),
            '_' | '*' => drop(letters.next()),
            '0' | '#' | '?' | '@' | 'G' | 'g' => section.has_places = true,
            _ => section.text.push(letter),
        }
    }
    sections
}

/// `<5`, `>=1000`.
fn condition(bracket: &str) -> Option<(Sign, f64)> {
    let signs = [
        ("<=", Sign::AtMost),
        (">=", Sign::AtLeast),
        ("<", Sign::Less),
        (">", Sign::More),
        ("=", Sign::Is),
    ];
    signs.into_iter().find_map(|(text, sign)| {
        let limit = bracket.strip_prefix(text)?;
        Some((sign, limit.trim().parse().ok()?))
    })
}

fn number_shown(number: f64, format: &str) -> Shown<'static> {
    if !number.is_finite() {
        return Shown::Fault("#NUM!".to_owned());
    }
    if format.contains('%') {
        return Shown::Number(format!("{}%", digits(number * 100.0)));
    }
    let text = digits(number);
    // Codes with zeros before them.
    let is_padded = format.len() > 1 && format.bytes().all(|byte| byte == b'0');
    if is_padded && text.len() < format.len() && text.bytes().all(|it| it.is_ascii_digit()) {
        let width = format.len();
        return Shown::Letters(format!("{text:0>width$}").into());
    }
    Shown::Number(text)
}

/// A number in at most 15 digits, which are all that a spreadsheet shows: 0.1 + 0.2 is 0.3.
fn digits(number: f64) -> String {
    let rounded: f64 = format!("{number:.14e}").parse().unwrap_or(number);
    // Less than nothing by nothing is nothing.
    let rounded = if rounded == 0.0 { 0.0 } else { rounded };
    rounded.to_string()
}

/// A date as far as it is shown: `2021`, `2021-03`, `2021-03-05`; a day without a year as `5-Mar`.
fn date_shown(date: &ExcelDateTime, format: &str) -> String {
    if date.is_duration() {
        return digits(date.as_f64());
    }
    let (year, month, day, hour, minute, second, _) = date.to_ymd_hms_milli();
    if date.as_f64() < 1.0 {
        return format!("{hour:02}:{minute:02}");
    }
    let shows = |letter| format.contains(letter);
    if shows('y') && !shows('d') {
        return if shows('m') {
            format!("{year:04}-{month:02}")
        } else {
            format!("{year:04}")
        };
    }
    if shows('d') && shows('m') && !shows('y') {
        return format!("{day}-{}", MONTHS[usize::from(month.clamp(1, 12)) - 1]);
    }
    let text = format!("{year:04}-{month:02}-{day:02}");
    if (hour, minute, second) == (0, 0, 0) {
        text
    } else {
        format!("{text} {hour:02}:{minute:02}:{second:02}")
    }
}

const MONTHS: [&str; 12] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];

#[cfg(test)]
mod tests {
    use calamine::{CellErrorType, ExcelDateTimeType};

    use super::*;

    #[track_caller]
    fn check(value: &DataRef<'_>, format: Option<&str>, expected: &str) {
        let format = format.map(CellFormat::of);
        let found = match shown(value, format.as_ref()) {
            Shown::Nothing => String::new(),
            Shown::Letters(text) => text.into_owned(),
            Shown::Number(text) => format!("= {text}"),
            Shown::Fault(text) => format!("! {text}"),
        };
        assert_eq!(found, expected);
    }

    #[test]
    fn numbers_are_shown_without_noise_and_as_formatted() {
        let float = DataRef::Float;
        check(&float(2021.0), None, "= 2021");
        check(&float(0.1 + 0.2), None, "= 0.3");
        check(&float(-0.0), None, "= 0");
        check(&float(1_234_567.891), Some("#,##0.00"), "= 1234567.891");
        check(&float(0.125), Some("0.0%"), "= 12.5%");
        check(&float(0.07), Some("0%"), "= 7%");
        check(&float(0.125), Some("0.0\"%\""), "= 0.125");
        check(&float(31.0), Some("0000"), "0031");
        check(&float(31.5), Some("0000"), "= 31.5");
        check(&float(f64::NAN), None, "! #NUM!");
        check(&DataRef::Error(CellErrorType::Div0), None, "! #DIV/0!");
        check(&DataRef::SharedString("  "), None, "");
        check(&DataRef::Bool(true), None, "TRUE");
    }

    #[test]
    fn dates_are_shown_as_far_as_their_format_shows_them() {
        let date =
            |days| DataRef::DateTime(ExcelDateTime::new(days, ExcelDateTimeType::DateTime, false));
        // 44260 is the 5th of March 2021.
        check(&date(44260.0), Some("dd/mm/yyyy"), "2021-03-05");
        check(&date(44260.0), None, "2021-03-05");
        check(
            &date(44260.5),
            Some("yyyy-mm-dd hh:mm"),
            "2021-03-05 12:00:00",
        );
        check(&date(44260.0), Some("[$-41D]mmm\\-yy;@"), "2021-03");
        check(&date(44260.0), Some("yyyy"), "2021");
        check(&date(44260.0), Some("d-mmm"), "5-Mar");
        check(&date(0.5), Some("hh:mm"), "12:00");
    }
}
