//! What the figures are counted in: the columns of units, multipliers and decimals.

use super::header::{Column, Content, TIME};
use super::rows::Rows;
use crate::cube::{Decimals, Unit};
use crate::formats::error::Failure;
use crate::formats::remark::Remark;

/// The column whose codes have units: that of units, else the dimension that tells what unit a row is
/// in, else the column of multipliers.
pub(super) fn measure_column(rows: &Rows, dimensions: &[usize]) -> Option<usize> {
    let is_unit = |at: &&usize| is_unit(&rows.columns[**at]);
    if let Some(unit) = dimensions.iter().find(is_unit) {
        return Some(*unit);
    }
    let says_something = |at: &usize| {
        let mut codes = rows.codes[*at].list.iter().map(|(code, _)| code.as_str());
        codes.any(|code| !matches!(code, "" | "0"))
    };
    let column = |content: Content| rows.column(content).filter(says_something);
    // Several multipliers alone are no measures: each belongs to its figure.
    let is_one = |at: &usize| rows.codes[*at].list.len() == 1;
    let unit = column(Content::Unit).or_else(|| column(Content::Multiplier).filter(is_one))?;
    if rows.codes[unit].list.len() > 1 {
        let tells = |at: &&usize| tells(rows, **at, unit).is_ok();
        let small = dimensions
            .iter()
            .filter(|at| rows.columns[**at].id != TIME)
            .filter(tells);
        if let Some(measure) = small.min_by_key(|at| rows.codes[**at].list.len()) {
            return Some(*measure);
        }
    }
    Some(unit)
}

/// Whether the codes of a column are units: by the standard's id, or Eurostat's.
fn is_unit(column: &Column) -> bool {
    column.id.eq_ignore_ascii_case("UNIT_MEASURE") || column.id == "unit"
}

/// The code of another column for each code of a column; an error names the first row of a second one.
fn tells(rows: &Rows, column: usize, other: usize) -> Result<Vec<u32>, usize> {
    let mut codes = vec![None; rows.codes[column].list.len()];
    for (nth, row) in rows.list.iter().enumerate() {
        let of = &mut codes[rows.place(nth, column) as usize];
        let found = rows.place(nth, other);
        if *of.get_or_insert(found) != found {
            return Err(row.line);
        }
    }
    Ok(codes.into_iter().map(Option::unwrap_or_default).collect())
}

/// The unit of the figures of each code of a column, from the columns of units, multipliers and decimals.
pub(super) fn units_of(rows: &Rows, measure: usize) -> Result<Vec<Option<Unit>>, Failure> {
    let codes = &rows.codes[measure].list;
    let mut units = vec![Unit::default(); codes.len()];
    let text = |(code, name): &(String, Option<String>)| -> Box<str> {
        name.as_ref().unwrap_or(code).as_str().into()
    };
    if is_unit(&rows.columns[measure]) {
        for (unit, code) in units.iter_mut().zip(codes) {
            unit.label = text(code);
        }
    }
    for content in [Content::Unit, Content::Multiplier, Content::Decimals] {
        let Some(column) = rows.column(content) else {
            continue;
        };
        let own = &rows.columns[column].id;
        let places = match tells(rows, measure, column) {
            Ok(places) => places,
            // More decimals in some rows than in others: as many as the figures have.
            Err(_) if content == Content::Decimals => continue,
            Err(line) => {
                let fault = Remark::new("mixed-units", line, &**own);
                let expected = format!("one {own} for each {}", rows.columns[measure].id);
                let fault = fault.expected(expected).found("another one");
                return Err(fault.remedy("export figures of one kind a file").into());
            }
        };
        for (unit, place) in units.iter_mut().zip(places) {
            let code = &rows.codes[column].list[place as usize];
            if content == Content::Unit {
                unit.label = text(code);
            } else if content == Content::Multiplier {
                unit.multiplier = multiplier(&code.0, own)?;
            } else {
                unit.decimals = code.0.parse().ok().map(Decimals::new);
            }
        }
    }
    let unit = |unit: Unit| Some(unit).filter(|unit| *unit != Unit::default());
    Ok(units.into_iter().map(unit).collect())
}

/// The column of multipliers, where they differ from row to row and nothing else says a unit: each figure is
/// multiplied by its own.
pub(super) fn multiplier_of_rows(rows: &Rows, measure: Option<usize>) -> Option<usize> {
    let column = rows.column(Content::Multiplier)?;
    (rows.codes[column].list.len() > 1 && measure.is_none()).then_some(column)
}

/// The figure of a row times ten to the power of its own multiplier.
pub(super) fn multiplied(rows: &Rows, nth: usize, column: usize) -> Result<f64, Failure> {
    let (code, _) = &rows.codes[column].list[rows.place(nth, column) as usize];
    let power = multiplier(code, &rows.columns[column].id)?;
    let value = rows.list[nth].value;
    // Through the decimal digits, so that 1.1 times a million has none.
    let exact = format!("{value}e{power}").parse();
    Ok(exact.unwrap_or(value * 10_f64.powi(power)))
}

/// A power of ten from -30 to 30; nothing is 0.
fn multiplier(text: &str, column: &str) -> Result<i32, Failure> {
    if text.is_empty() {
        return Ok(0);
    }
    let power = text.parse().ok().filter(|power| (-30..=30).contains(power));
    power.ok_or_else(|| {
        let fault =
            Remark::new("no-number", 2, column).expected("a power of ten, as 3 for thousands");
        let fault = fault.found(format!("\"{text}\""));
        fault.remedy("correct the column").into()
    })
}
