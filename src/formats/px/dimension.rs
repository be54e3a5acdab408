//! A variable as a dimension: names in every language, units, what it says of its total.

use super::table::{Table, paragraph};
use super::variable::Variable;
use crate::cube::{
    Category, Code, CubeError, Decimals, Dimension, Id, Label, MeasuringType, Role, Unit,
};
use crate::formats::error::{Failure, FormatError};
use crate::formats::remark::Remarks;

/// The id that `PxWeb` gives the measure of a table that has one alone, and the code of that.
const CONTENTS: (&str, &str) = ("ContentsCode", "EliminatedValue");

/// The dimension of a variable, with the role that the file says.
pub(super) fn dimension_of(
    table: &Table<'_>,
    variable: &Variable<'_>,
    remarks: &mut Remarks,
) -> Result<(Dimension, Option<Role>), Failure> {
    let name = variable.name;
    let id = table.text("VARIABLECODE", &[name]).unwrap_or(name);
    let mut label = Label::new(table.short(variable.entry, name)?);
    let mut labels = Vec::with_capacity(variable.values.len());
    for value in &variable.values {
        labels.push(Label::new(table.short(variable.entry, value.trim())?));
    }
    for lang in &table.others {
        let other = variable.name_in(table, lang);
        if let Some(other) = other {
            label = label.with(lang, table.short(variable.entry, other)?);
        }
        let names = [name, other.unwrap_or(name)];
        let Some(entry) = table.translated("VALUES", lang, &[&names]) else {
            continue;
        };
        let values = entry.texts();
        if values.len() != labels.len() {
            let expected = format!("{} values, as in the file's own language", labels.len());
            let remark = entry.remark("other-length").expected(expected);
            remarks.add(
                remark
                    .found(values.len().to_string())
                    .remedy("these names were left out"),
            );
            continue;
        }
        for (label, value) in labels.iter_mut().zip(values) {
            *label = std::mem::take(label).with(lang, table.short(entry, value.trim())?);
        }
    }
    let is_metric = variable.role == Some(Role::Metric);
    let mut categories = Vec::with_capacity(labels.len());
    for ((label, code), value) in labels
        .into_iter()
        .zip(&variable.codes)
        .zip(&variable.values)
    {
        table.short(variable.entry, code)?;
        let category = Category::new(Code::new(code), label);
        categories.push(if is_metric {
            measure(
                table,
                category,
                &[value],
                table.decimals("PRECISION", &[name, value]),
            )
        } else {
            category
        });
    }
    let role = variable.role.unwrap_or(Role::Classification);
    let dimension = Dimension::new(Id::new(id), label, role, categories).map_err(cube_error)?;
    let dimension = dimension.with_notes(notes(table, variable)?);
    Ok((
        with_elimination(table, variable, dimension, remarks)?,
        variable.role,
    ))
}

/// The one measure of a table without a variable of contents.
pub(super) fn only_measure(table: &Table<'_>) -> Result<(Dimension, Option<Role>), Failure> {
    let label = match table.label("CONTENTS")? {
        Some(label) => label,
        None => table.label("TITLE")?.unwrap_or_default(),
    };
    let category = Category::new(Code::new(CONTENTS.1), label.clone());
    let category = measure(table, category, &[], None);
    let dimension = Dimension::new(Id::new(CONTENTS.0), label, Role::Metric, vec![category]);
    let dimension = dimension.map_err(cube_error)?.with_elimination(true);
    Ok((dimension, Some(Role::Metric)))
}

/// What is said of a measure, of the table as a whole where it is not said of the measure alone.
fn measure(
    table: &Table<'_>,
    category: Category,
    keys: &[&str],
    precision: Option<u8>,
) -> Category {
    let text = |keyword| {
        table
            .text(keyword, keys)
            .or_else(|| table.text(keyword, &[]))
    };
    let shown = table.decimals("SHOWDECIMALS", &[]);
    let decimals = precision
        .or(shown)
        .or_else(|| table.decimals("DECIMALS", &[]));
    let unit = Unit {
        base: text("UNITS").unwrap_or_default().into(),
        decimals: decimals.map(Decimals::new),
        ..Unit::default()
    };
    let measuring_type = match text("STOCKFA") {
        Some("S" | "s") => Some(MeasuringType::Stock),
        Some("F" | "f") => Some(MeasuringType::Flow),
        Some("A" | "a") => Some(MeasuringType::Average),
        _ => None,
    };
    category
        .with_unit(Some(unit).filter(|unit| *unit != Unit::default()))
        .with_measuring_type(measuring_type)
        .with_reference_period(text("REFPERIOD"))
}

/// `ELIMINATION`: the value that stands for all, by name or code, or that all values add up to that.
fn with_elimination(
    table: &Table<'_>,
    variable: &Variable<'_>,
    dimension: Dimension,
    remarks: &mut Remarks,
) -> Result<Dimension, Failure> {
    let Some(entry) = table.entry("ELIMINATION", &[variable.name]) else {
        return Ok(dimension);
    };
    let text = entry.text().unwrap_or_default();
    if let Some(at) = variable.position(text) {
        let code = Code::new(&variable.codes[at]);
        return dimension.with_total(&code).map_err(cube_error);
    }
    if text.eq_ignore_ascii_case("yes") {
        return Ok(dimension.with_elimination(true));
    }
    if !text.eq_ignore_ascii_case("no") {
        let expected = format!("YES, NO or a value of \"{}\"", variable.name);
        let remark = entry.remark("no-such-value").expected(expected);
        remarks.add(
            remark
                .found(format!("\"{text}\""))
                .remedy("it was taken to say nothing"),
        );
    }
    Ok(dimension)
}

/// The notes of a variable, then those of its values, which name the value.
fn notes(table: &Table<'_>, variable: &Variable<'_>) -> Result<Vec<Label>, Failure> {
    let mut notes = table.notes(&[variable.name])?;
    for entry in &table.entries {
        let is_note = matches!(&*entry.keyword, "VALUENOTE" | "VALUENOTEX") && entry.lang.is_none();
        if let (true, [name, value]) = (is_note, entry.keys.as_slice())
            && *name == variable.name
            && let Some(text) = entry.text()
        {
            notes.push(Label::new(&format!("{value}: {}", paragraph(entry, text)?)));
        }
    }
    Ok(notes)
}

#[cold]
pub(super) fn cube_error(fault: CubeError) -> Failure {
    let at = "the table".to_owned();
    Failure::from(FormatError::Cube { at, fault })
}
