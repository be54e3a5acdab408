//! A PX file: bytes to a cube.

use super::cell_status::put_cell_statuses;
use super::data::{Data, none};
use super::dimension::{cube_error, dimension_of, only_measure};
use super::keys::{has_keys, with_keys};
use super::metadata::metadata_of;
use super::scanner::{Parts, parts_of};
use super::symbol::SymbolTable;
use super::table::Table;
use super::variable::{Variable, variables};
use crate::cube::{Cube, Role, Shape};
use crate::formats::cells::Symbols;
use crate::formats::encoding::text_from_bytes;
use crate::formats::error::{Failure, FormatError};
use crate::formats::limits::Limits;
use crate::formats::remark::{Remark, Remarks};

/// Reads a PX file, and tells how what is not plain in it was read.
///
/// # Errors
/// [`FormatError`], naming line and keyword, what was expected, what was found and how to mend it.
///
/// # Examples
/// ```
/// use jangkau::formats::{Limits, px::cube_from_bytes};
/// let file = br#"CHARSET="ANSI";
/// CONTENTS="Water"; UNITS="litres"; DECIMALS=0;
/// STUB="area"; HEADING="year";
/// VALUES("area")="North","South";
/// VALUES("year")="2023","2024";
/// CODES("area")="n1","n2";
/// DATA=
/// 120 80
/// ".." 75;
/// "#;
/// let (cube, remarks) = cube_from_bytes(file, &Limits::PAGE)?;
/// assert_eq!(cube.shape().sizes(), [1, 2, 2]);
/// assert_eq!((cube.values().get(3), cube.absent()), (75.0, &[2][..]));
/// assert!(remarks.is_empty());
/// # Ok::<(), jangkau::formats::FormatError>(())
/// ```
pub fn cube_from_bytes(bytes: &[u8], limits: &Limits) -> Result<(Cube, Vec<Remark>), FormatError> {
    read(bytes, limits).map_err(FormatError::from)
}

fn read(bytes: &[u8], limits: &Limits) -> Result<(Cube, Vec<Remark>), Failure> {
    limits.check_size(bytes)?;
    let named = named_encoding(bytes);
    let (text, encoding) = text_from_bytes(bytes, named.as_deref())?;
    let mut remarks = Remarks::default();
    if !bytes.is_ascii() && named.is_none_or(|named| !encoding.eq_ignore_ascii_case(&named)) {
        let remark = Remark::new("encoding", 1, "CODEPAGE").found(encoding);
        remarks.add(remark.remedy("told by the bytes; say it in CODEPAGE"));
    }
    let Parts {
        entries,
        data,
        data_line,
    } = parts_of(&text)?;
    let table = Table::new(entries, limits)?;
    let mut faults = Remarks::default();
    let variables = variables(&table, &mut faults);
    none(faults)?;
    within_limits(&variables, limits)?;
    let size = |variable: &Variable<'_>| variable.codes.len();
    let is_stub = |variable: &&Variable<'_>| variable.entry.keyword == "STUB";
    let stub: Vec<&Variable<'_>> = variables.iter().take_while(is_stub).collect();
    let data = Data {
        text: data,
        line: data_line,
        symbols: SymbolTable::of(&table),
        sizes: variables.iter().map(size).collect(),
        width: variables[stub.len()..].iter().map(size).product(),
    };
    let mut cells = if has_keys(&table) {
        with_keys(&table, &data, &stub, &mut remarks)?
    } else {
        data.dense()?
    };
    put_cell_statuses(&table, &variables, &mut cells, &mut remarks)?;
    let mut dimensions = Vec::with_capacity(variables.len() + 1);
    if !variables
        .iter()
        .any(|variable| variable.role == Some(Role::Metric))
    {
        dimensions.push(only_measure(&table)?);
    }
    for variable in &variables {
        dimensions.push(dimension_of(&table, variable, &mut remarks)?);
    }
    let symbols = Symbols {
        of_px: true,
        ..Symbols::default()
    };
    let cube = cells.into_cube(dimensions, &symbols, metadata_of(&table)?);
    Ok((cube.map_err(cube_error)?, remarks.into_list()))
}

/// The encoding that a file names: it stands near the top, in ASCII.
fn named_encoding(bytes: &[u8]) -> Option<String> {
    const NEAR_THE_TOP: usize = 4096;
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(NEAR_THE_TOP)]);
    let after = ["CODEPAGE", "codepage"]
        .iter()
        .find_map(|keyword| head.split_once(keyword));
    let name = after?
        .1
        .trim_start()
        .strip_prefix('=')?
        .trim_start()
        .strip_prefix('"')?;
    let (name, _) = name.split_once('"')?;
    Some(name.trim().to_owned())
}

fn within_limits(variables: &[Variable<'_>], limits: &Limits) -> Result<(), Failure> {
    let sizes: Vec<usize> = variables.iter().map(|it| it.codes.len()).collect();
    let counts = [
        (
            "variables",
            limits.dimensions.saturating_sub(1),
            sizes.len(),
        ),
        ("values", limits.categories, sizes.iter().sum()),
    ];
    for (what, limit, found) in counts {
        if found > limit {
            let at = "STUB and HEADING".to_owned();
            return Err(Failure::from(FormatError::TooMany {
                at,
                what,
                limit,
                found,
            }));
        }
    }
    Shape::new(sizes, limits.cells).map_err(cube_error)?;
    Ok(())
}
