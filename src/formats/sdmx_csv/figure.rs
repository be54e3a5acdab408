//! The figure of a row, or why there is none.

use crate::cube::{Gap, Status};
use crate::formats::number::number_from_text;
use crate::formats::remark::Remark;

/// The status of a cell that is hidden because it is not for publication; that of any other hidden cell
/// is `C`.
pub(super) const NOT_FOR_PUBLICATION: &str = "N";
const CONFIDENTIAL: &str = "C";

/// A row as it is read.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Row {
    pub(super) line: usize,
    /// NaN where there is none.
    pub(super) value: f64,
    /// Empty where there is none.
    pub(super) status: String,
}

/// The figure of a row, or why there is none, and what is to be said of that.
pub(super) fn row_of(
    line: usize,
    value: &str,
    [status, confidentiality]: [&str; 2],
) -> Result<(Row, Option<Remark>), Box<Remark>> {
    let is_hidden = !matches!(confidentiality, "" | "F" | "f");
    let is_gap = value.is_empty() || value == ":" || value.eq_ignore_ascii_case("nan");
    let number = number_from_text(value);
    let row = |value: f64, status: &str| Row {
        line,
        value,
        status: status.to_owned(),
    };
    if is_hidden {
        let hidden = match confidentiality {
            "N" | "n" => NOT_FOR_PUBLICATION,
            _ => CONFIDENTIAL,
        };
        let told = number.map(|_| {
            let remark = Remark::new("confidential", line, "CONF_STATUS");
            let remark = remark.found(format!("a figure marked {confidentiality}"));
            remark.remedy("it was left out as hidden; take it out of the file")
        });
        return Ok((row(f64::NAN, hidden), told));
    }
    if let Some(number) = number {
        return Ok((row(number, status), None));
    }
    if is_gap {
        let told = Remark::new("no-figure", line, "OBS_VALUE");
        let told = told.found(if value.is_empty() { "nothing" } else { value });
        let status = match (status, value) {
            ("", ":") => ":",
            (status, _) => status,
        };
        return Ok((row(f64::NAN, status), Some(told.remedy("read as missing"))));
    }
    if matches!(Status::new(value).gap(), Gap::Suppressed(_)) {
        return Ok((row(f64::NAN, value), None));
    }
    let fault = Remark::new("no-number", line, "OBS_VALUE");
    let fault = fault
        .expected("a number with a decimal point")
        .found(format!("\"{value}\""));
    Err(Box::new(fault.remedy("correct the figure")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(value: &str, statuses: [&str; 2], expected: (f64, &str)) {
        let (row, _) = row_of(2, value, statuses).unwrap();
        assert_eq!(
            (row.value.to_bits(), &*row.status),
            (expected.0.to_bits(), expected.1)
        );
    }

    #[test]
    fn what_is_confidential_is_hidden_even_where_its_figure_stands() {
        check("", ["A", "C"], (f64::NAN, "C"));
        check("", ["A", "N"], (f64::NAN, "N"));
        check("12", ["A", "C"], (f64::NAN, "C"));
        check("12", ["A", "F"], (12.0, "A"));
        let (_, told) = row_of(2, "12", ["", "C"]).unwrap();
        assert_eq!(
            told.unwrap().to_string(),
            "line 2, CONF_STATUS: a figure marked C: it was left out as hidden; take it out of the file"
        );
    }

    #[test]
    fn what_is_missing_keeps_its_status() {
        check("NaN", ["M", "F"], (f64::NAN, "M"));
        check("", ["O", ""], (f64::NAN, "O"));
        check(":", ["", ""], (f64::NAN, ":"));
        check(":", ["u", ""], (f64::NAN, "u"));
        check("<5", ["", ""], (f64::NAN, "<5"));
        assert!(row_of(2, "1,5", ["", ""]).is_err());
        assert!(row_of(2, "inf", ["", ""]).is_err());
    }
}
