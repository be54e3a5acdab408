//! An SDMX-CSV file: bytes to a cube.

use super::dimensions::{Dimensions, dimensions_of};
use super::figure::NOT_FOR_PUBLICATION;
use super::header::columns;
use super::metadata::metadata_of;
use super::rows::{Rows, rows_of};
use super::unit::multiplied;
use crate::cube::{Cube, CubeError, Interval, Shape};
use crate::formats::cells::{Cells, Symbols, TooManyStatuses};
use crate::formats::encoding::text_from_bytes;
use crate::formats::error::{Failure, FormatError};
use crate::formats::limits::Limits;
use crate::formats::remark::{Remark, Remarks};

/// Reads an SDMX-CSV file of 1.0 or 2.0, and tells how what is not plain in it was read.
///
/// # Errors
/// [`FormatError`], naming line and column, what was expected, what was found and how to mend it.
///
/// # Examples
/// ```
/// use jangkau::formats::{Limits, sdmx_csv::cube_from_bytes};
/// let file = b"DATAFLOW,REF_AREA,TIME_PERIOD,OBS_VALUE,OBS_STATUS,CONF_STATUS
/// X:WATER(1.0),ID,2023,120,A,F
/// X:WATER(1.0),ID,2024,,A,C
/// ";
/// let (cube, _) = cube_from_bytes(file, &Limits::PAGE)?;
/// assert_eq!((cube.values().get(0), cube.absent()), (120.0, &[1][..]));
/// assert_eq!(cube.statuses().get(1).map(|status| status.as_str()), Some("C"));
/// # Ok::<(), jangkau::formats::FormatError>(())
/// ```
pub fn cube_from_bytes(bytes: &[u8], limits: &Limits) -> Result<(Cube, Vec<Remark>), FormatError> {
    read(bytes, limits).map_err(FormatError::from)
}

fn read(bytes: &[u8], limits: &Limits) -> Result<(Cube, Vec<Remark>), Failure> {
    limits.check_size(bytes)?;
    let (text, encoding) = text_from_bytes(bytes, None)?;
    let mut remarks = Remarks::default();
    if encoding != "UTF-8" {
        let remark = Remark::new("encoding", 1, "").found(encoding);
        remarks.add(remark.remedy("told by the bytes; SDMX-CSV is UTF-8"));
    }
    let mut records = csv::ReaderBuilder::new()
        .delimiter(delimiter(text.trim_start()))
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let mut header = csv::StringRecord::new();
    // What is told to be this format begins with a header, if after lines of nothing but space.
    while records.read_record(&mut header).unwrap_or(false)
        && header.iter().all(|field| field.trim().is_empty())
    {}
    let headings: Vec<&str> = header.iter().map(str::trim).collect();
    let rows = rows_of(columns(&headings)?, (&text, &mut records), &mut remarks)?;
    let dimensions = dimensions_of(&rows, limits)?;
    if let Some(column) = dimensions.multiplier {
        let remark = Remark::new("multipliers", 1, &*rows.columns[column].id);
        let powers = rows.codes[column]
            .list
            .iter()
            .map(|(code, _)| code.as_str());
        let remark = remark.found(format!(
            "the powers {}",
            powers.collect::<Vec<_>>().join(", ")
        ));
        remarks.add(remark.remedy("each figure was multiplied by its own"));
    }
    let cells = cells_of(&rows, &dimensions, limits)?;
    let metadata = metadata_of(&rows, limits, &mut remarks)?;
    let symbols = Symbols {
        bounds: vec![(NOT_FOR_PUBLICATION, Interval::UNBOUNDED)],
        ..Symbols::default()
    };
    let cube = cells.into_cube(dimensions.list, &symbols, metadata);
    Ok((cube.map_err(cube_error)?, remarks.into_list()))
}

/// What parts the fields: the first of its kind in the header.
fn delimiter(text: &str) -> u8 {
    let header = text.lines().next().unwrap_or_default();
    let mut signs = header.bytes().filter(|byte| b",;\t|".contains(byte));
    // `STRUCTURE[;]` says what parts several values in one field.
    if header.contains('[') {
        let after = header.split_once(']').map_or("", |(_, after)| after);
        return after
            .bytes()
            .find(|byte| b",;\t|".contains(byte))
            .unwrap_or(b',');
    }
    signs.next().unwrap_or(b',')
}

/// The cells of the rows; two rows of the same key are refused.
fn cells_of(rows: &Rows, dimensions: &Dimensions, limits: &Limits) -> Result<Cells, Failure> {
    let sizes = dimensions.list.iter().map(|(it, _)| it.categories().len());
    let shape = Shape::new(sizes.collect(), limits.cells).map_err(cube_error)?;
    let mut cells = Cells::all(f64::NAN, shape.cells());
    // The row of each cell, from 1.
    let mut taken = vec![0_u32; shape.cells()];
    let mut faults = Remarks::default();
    for (nth, row) in rows.list.iter().enumerate() {
        let places = dimensions
            .columns
            .iter()
            .zip(&dimensions.order)
            .zip(shape.strides());
        let cell: usize = places
            .map(|((column, order), stride)| order[rows.place(nth, *column) as usize] * stride)
            .sum();
        if taken[cell] != 0 {
            let first = rows.list[taken[cell] as usize - 1].line;
            let same = rows.list[taken[cell] as usize - 1].value.to_bits() == row.value.to_bits();
            let fault = Remark::new("duplicate-key", row.line, "");
            let fault = fault.expected("each key once");
            let fault = fault.found(format!(
                "the key of line {first} again, with {} figure",
                if same { "the same" } else { "another" }
            ));
            faults.add(fault.remedy("take one of the two rows out"));
            continue;
        }
        taken[cell] = u32::try_from(nth + 1).unwrap_or(u32::MAX);
        cells.values[cell] = match dimensions.multiplier {
            Some(column) if row.value.is_finite() => multiplied(rows, nth, column)?,
            Some(_) | None => row.value,
        };
        let put = cells.statuses.put(cell, &row.status);
        put.map_err(|TooManyStatuses| {
            Remark::new("many-statuses", row.line, "OBS_STATUS")
                .found("more than 255 different ones")
        })?;
    }
    if faults.is_empty() {
        return Ok(cells);
    }
    Err(Failure::from(FormatError::Faults(faults.into_list())))
}

#[cold]
pub(super) fn cube_error(fault: CubeError) -> Failure {
    let at = "the table".to_owned();
    Failure::from(FormatError::Cube { at, fault })
}
