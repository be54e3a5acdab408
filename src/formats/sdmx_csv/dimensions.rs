//! The columns of codes as dimensions, with the unit of the figures.

use super::header::{Column, Content, TIME};
use super::reader::cube_error;
use super::rows::Rows;
use crate::cube::{Category, Code, Decimals, Dimension, Id, Label, Period, Role, Unit};
use crate::formats::error::{Failure, FormatError};
use crate::formats::limits::Limits;
use crate::formats::remark::Remark;

/// The dimensions of a file.
#[derive(Debug)]
pub(super) struct Dimensions {
    /// Each with the role that the file says.
    pub(super) list: Vec<(Dimension, Option<Role>)>,
    /// The column of each.
    pub(super) columns: Vec<usize>,
    /// The category of each code of the column, in the order in which they come.
    pub(super) order: Vec<Vec<usize>>,
}

/// The dimension whose categories are units.
const UNIT: &str = "UNIT_MEASURE";

/// The dimensions in the order of the columns, periods in the order of time.
pub(super) fn dimensions_of(rows: &Rows, limits: &Limits) -> Result<Dimensions, Failure> {
    let is_dimension = |column: &Column| column.content == Content::Dimension;
    let mut columns: Vec<usize> = (0..rows.columns.len())
        .filter(|at| is_dimension(&rows.columns[*at]))
        .collect();
    let measure = measure_column(rows, &columns);
    // A unit that stands after the figure is a dimension of its own, unless another one tells it.
    columns.extend(measure.filter(|at| !columns.contains(at)));
    let sizes = columns.iter().map(|at| rows.codes[*at].list.len());
    for (what, limit, found) in [
        ("dimensions", limits.dimensions, columns.len()),
        ("codes", limits.categories, sizes.sum()),
    ] {
        if found > limit {
            let at = "the header".to_owned();
            return Err(Failure::from(FormatError::TooMany {
                at,
                what,
                limit,
                found,
            }));
        }
    }
    let mut dimensions = Dimensions {
        list: Vec::new(),
        columns,
        order: Vec::new(),
    };
    for &at in &dimensions.columns {
        let column = &rows.columns[at];
        let codes = &rows.codes[at].list;
        let mut order: Vec<usize> = (0..codes.len()).collect();
        let is_time = column.id == TIME;
        if is_time {
            let period =
                |at: &usize| Period::parse(&codes[*at].0).map(|period| (period.end, period.start));
            if order.iter().all(|at| period(at).is_some()) {
                order.sort_by_key(|at| period(at));
            }
        }
        let mut categories = Vec::with_capacity(codes.len());
        for &nth in &order {
            let (code, name) = &codes[nth];
            let name = name.as_ref().unwrap_or(code);
            for text in [code, name] {
                within(limits, &column.id, text)?;
            }
            let mut category = Category::new(Code::new(code), Label::new(name));
            if measure == Some(at) {
                category = category.with_unit(unit_of(rows, at, nth)?);
            }
            categories.push(category);
        }
        let name = column.name.as_ref().unwrap_or(&column.id);
        within(limits, "the header", name)?;
        let dimension = Dimension::new(
            Id::new(&column.id),
            Label::new(name),
            Role::Classification,
            categories,
        );
        let role = match () {
            () if is_time => Some(Role::Time),
            () if measure == Some(at) => Some(Role::Metric),
            () => None,
        };
        dimensions.list.push((dimension.map_err(cube_error)?, role));
        let mut places = vec![0; order.len()];
        for (place, nth) in order.into_iter().enumerate() {
            places[nth] = place;
        }
        dimensions.order.push(places);
    }
    Ok(dimensions)
}

/// Refuses a text that is longer than a label.
pub(super) fn within(limits: &Limits, at: &str, text: &str) -> Result<(), Failure> {
    let (limit, found) = (limits.label_chars, text.chars().count());
    if found <= limit {
        return Ok(());
    }
    let (at, what) = (at.to_owned(), "characters");
    Err(Failure::from(FormatError::TooMany {
        at,
        what,
        limit,
        found,
    }))
}

/// Columns that say what the figures are counted in.
const OF_UNIT: [Content; 3] = [Content::Unit, Content::Multiplier, Content::Decimals];

/// The column whose codes have units: that of units, else the one that tells what unit a row is in.
fn measure_column(rows: &Rows, dimensions: &[usize]) -> Option<usize> {
    let is_unit = |at: &&usize| {
        rows.columns[**at].id.eq_ignore_ascii_case(UNIT) || rows.columns[**at].id == "unit"
    };
    if let Some(unit) = dimensions.iter().find(is_unit) {
        return Some(*unit);
    }
    let unit = rows.column(Content::Unit)?;
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

/// The unit of the figures of a category, from the columns of units, multipliers and decimals.
fn unit_of(rows: &Rows, measure: usize, nth: usize) -> Result<Option<Unit>, Failure> {
    let mut unit = Unit::default();
    let text_of = |column: usize, of: usize| {
        let (code, name) = &rows.codes[column].list[of];
        name.as_ref().unwrap_or(code).as_str()
    };
    let id = &rows.columns[measure].id;
    if rows
        .column(Content::Unit)
        .is_none_or(|unit| unit == measure)
    {
        unit.label = text_of(measure, nth).into();
    }
    for content in OF_UNIT {
        let Some(column) = rows.column(content).filter(|column| *column != measure) else {
            continue;
        };
        let own = &rows.columns[column].id;
        let codes = match tells(rows, measure, column) {
            Ok(codes) => codes,
            // More decimals in some rows than in others: as many as the figures have.
            Err(_) if content == Content::Decimals => continue,
            Err(line) => {
                let fault = Remark::new("mixed-units", line, &**own);
                let fault = fault
                    .expected(format!("one {own} for each {id}"))
                    .found("another one");
                return Err(fault.remedy("export figures of one kind a file").into());
            }
        };
        let of = codes[nth] as usize;
        let code = rows.codes[column].list[of].0.as_str();
        if content == Content::Unit {
            unit.label = text_of(column, of).into();
        } else if content == Content::Multiplier {
            unit.multiplier = code.parse().unwrap_or_default();
        } else {
            unit.decimals = code.parse().ok().map(Decimals::new);
        }
    }
    Ok(Some(unit).filter(|unit| *unit != Unit::default()))
}
