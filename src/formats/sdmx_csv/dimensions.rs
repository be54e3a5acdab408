//! The columns of codes as dimensions.

use super::header::{Content, TIME};
use super::reader::cube_error;
use super::rows::Rows;
use super::unit::{measure_column, multiplier_of_rows, units_of};
use crate::cube::{Category, Code, Dimension, Id, Label, Period, Role};
use crate::formats::error::{Failure, FormatError};
use crate::formats::limits::Limits;
use crate::formats::remark::Remark;

/// The dimensions of a file.
#[derive(Debug, Default)]
pub(super) struct Dimensions {
    /// Each with the role that the file says.
    pub(super) list: Vec<(Dimension, Option<Role>)>,
    /// The column of each.
    pub(super) columns: Vec<usize>,
    /// The category of each code of the column, in the order in which they come.
    pub(super) order: Vec<Vec<usize>>,
    /// The column of multipliers, where each figure has its own.
    pub(super) multiplier: Option<usize>,
}

/// The dimensions in the order of the columns, periods in the order of time.
pub(super) fn dimensions_of(rows: &Rows, limits: &Limits) -> Result<Dimensions, Failure> {
    let is_dimension = |at: &usize| rows.columns[*at].content == Content::Dimension;
    let mut columns: Vec<usize> = (0..rows.columns.len()).filter(is_dimension).collect();
    let measure = measure_column(rows, &columns);
    // A unit that stands after the figure is a dimension of its own, unless another one tells it.
    columns.extend(measure.filter(|at| !columns.contains(at)));
    if columns.is_empty() {
        let fault =
            Remark::new("no-dimensions", 1, "").expected("columns of codes before OBS_VALUE");
        return Err(fault.found("none").remedy("export the data again").into());
    }
    let sizes = columns.iter().map(|at| rows.codes[*at].list.len());
    for (what, limit, found) in [
        ("dimensions", limits.dimensions, columns.len()),
        ("codes", limits.categories, sizes.sum()),
    ] {
        at_most(limit, "the header", what, found)?;
    }
    let mut dimensions = Dimensions::default();
    for &at in &columns {
        let order = order_of(rows, at);
        let dimension = dimension_of(rows, at, &order, (measure, limits))?;
        let role = match () {
            () if rows.columns[at].id == TIME => Some(Role::Time),
            () if measure == Some(at) => Some(Role::Metric),
            () => None,
        };
        let mut places = vec![0; order.len()];
        for (place, nth) in order.into_iter().enumerate() {
            places[nth] = place;
        }
        dimensions.list.push((dimension, role));
        dimensions.order.push(places);
    }
    dimensions.columns = columns;
    dimensions.multiplier = multiplier_of_rows(rows, measure);
    Ok(dimensions)
}

/// The codes of a column in the order of its categories: as they come, periods by time.
fn order_of(rows: &Rows, at: usize) -> Vec<usize> {
    let codes = &rows.codes[at].list;
    let mut order: Vec<usize> = (0..codes.len()).collect();
    let period = |at: &usize| Period::parse(&codes[*at].0).map(|period| (period.end, period.start));
    if rows.columns[at].id == TIME && order.iter().all(|at| period(at).is_some()) {
        order.sort_by_key(period);
    }
    order
}

fn dimension_of(
    rows: &Rows,
    at: usize,
    order: &[usize],
    (measure, limits): (Option<usize>, &Limits),
) -> Result<Dimension, Failure> {
    let (column, codes) = (&rows.columns[at], &rows.codes[at].list);
    let units = match measure {
        Some(measure) if measure == at => units_of(rows, at)?,
        _ => vec![None; codes.len()],
    };
    let mut categories = Vec::with_capacity(codes.len());
    for &nth in order {
        let (code, name) = &codes[nth];
        let name = name.as_ref().unwrap_or(code);
        within(limits, &column.id, code)?;
        within(limits, &column.id, name)?;
        let category = Category::new(Code::new(code), Label::new(name));
        categories.push(category.with_unit(units[nth].clone()));
    }
    let name = column.name.as_ref().unwrap_or(&column.id);
    within(limits, "the header", name)?;
    let (id, label) = (Id::new(&column.id), Label::new(name));
    Dimension::new(id, label, Role::Classification, categories).map_err(cube_error)
}

/// Refuses a text that is longer than a label.
pub(super) fn within(limits: &Limits, at: &str, text: &str) -> Result<(), Failure> {
    at_most(limits.label_chars, at, "characters", text.chars().count())
}

fn at_most(limit: usize, at: &str, what: &'static str, found: usize) -> Result<(), Failure> {
    if found <= limit {
        return Ok(());
    }
    let at = at.to_owned();
    Err(Failure::from(FormatError::TooMany {
        at,
        what,
        limit,
        found,
    }))
}
