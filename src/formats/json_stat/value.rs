//! `value` and `status`: dense arrays or sparse objects, read without a tree in between.

use std::fmt;

use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};

use crate::cube::{Status, Statuses, Values};
use crate::formats::cells::{StatusCells, TooManyStatuses, values_and_absent};
use crate::formats::error::{Failure, FormatError, unexpected};
use crate::formats::json::{Node, Tree, refuse};

/// `value` as it stands in the file.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) enum RawValues {
    #[default]
    None,
    /// NaN stands for null.
    Dense(Vec<f64>),
    Sparse(Vec<(usize, f64)>),
}

struct ValuesVisitor;

impl<'de> Deserialize<'de> for RawValues {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(ValuesVisitor)
    }
}

impl<'de> Visitor<'de> for ValuesVisitor {
    type Value = RawValues;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("\"value\" as an array or object of numbers and nulls")
    }
    fn visit_unit<E>(self) -> Result<RawValues, E> {
        Ok(RawValues::None)
    }
    refuse!(visit_bool: bool, visit_u64: u64, visit_i64: i64, visit_f64: f64, visit_str: &str);
    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<RawValues, A::Error> {
        let mut values = Vec::new();
        while let Some(value) = seq.next_element::<Tree>()? {
            values.push(number::<A::Error>(&value)?);
        }
        Ok(RawValues::Dense(values))
    }
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<RawValues, A::Error> {
        let mut values = Vec::new();
        while let Some((cell, value)) = map.next_entry::<String, Tree>()? {
            values.push((position::<A::Error>(&cell)?, number::<A::Error>(&value)?));
        }
        Ok(RawValues::Sparse(values))
    }
}

/// A number; NaN for null.
fn number<E: Error>(value: &Tree) -> Result<f64, E> {
    match value {
        Tree::Number(number) => Ok(*number),
        Tree::Null => Ok(f64::NAN),
        Tree::Bool(_) | Tree::Text(_) | Tree::Array(_) | Tree::Object(_) => Err(E::custom(
            format_args!("expected a number or null, found {}", value.kind()),
        )),
    }
}

/// A status; `None` for null.
fn status<E: Error>(value: Tree) -> Result<Option<String>, E> {
    match value {
        Tree::Text(status) => Ok(Some(status)),
        Tree::Null => Ok(None),
        Tree::Bool(_) | Tree::Number(_) | Tree::Array(_) | Tree::Object(_) => Err(E::custom(
            format_args!("expected text or null, found {}", value.kind()),
        )),
    }
}

fn position<E: Error>(cell: &str) -> Result<usize, E> {
    cell.parse().map_err(|_| {
        E::custom(format_args!(
            "expected the number of a cell, found \"{cell}\""
        ))
    })
}

/// `status` as it stands in the file.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) enum RawStatus {
    #[default]
    None,
    All(String),
    Dense(Vec<Option<String>>),
    Sparse(Vec<(usize, Option<String>)>),
}

struct StatusVisitor;

impl<'de> Deserialize<'de> for RawStatus {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(StatusVisitor)
    }
}

impl<'de> Visitor<'de> for StatusVisitor {
    type Value = RawStatus;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("\"status\" as text, or an array or object of texts")
    }
    fn visit_unit<E>(self) -> Result<RawStatus, E> {
        Ok(RawStatus::None)
    }
    refuse!(visit_bool: bool, visit_u64: u64, visit_i64: i64, visit_f64: f64);
    fn visit_str<E>(self, status: &str) -> Result<RawStatus, E> {
        Ok(RawStatus::All(status.to_owned()))
    }
    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<RawStatus, A::Error> {
        let mut statuses = Vec::new();
        while let Some(found) = seq.next_element()? {
            statuses.push(status::<A::Error>(found)?);
        }
        Ok(RawStatus::Dense(statuses))
    }
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<RawStatus, A::Error> {
        let mut statuses = Vec::new();
        while let Some((cell, found)) = map.next_entry::<String, Tree>()? {
            statuses.push((position::<A::Error>(&cell)?, status::<A::Error>(found)?));
        }
        Ok(RawStatus::Sparse(statuses))
    }
}

fn count_fits(at: &Node<'_>, expected: usize, found: usize) -> Result<(), Failure> {
    if expected == found {
        return Ok(());
    }
    Err(unexpected(
        at.path(),
        format!("{expected} cells, as the sizes make"),
        format!("{found}"),
    ))
}

/// The cells that an object has named so far.
struct Taken<'n> {
    at: Node<'n>,
    cells: Vec<bool>,
}

impl<'n> Taken<'n> {
    fn new(at: Node<'n>, cells: usize) -> Self {
        let cells = vec![false; cells];
        Self { at, cells }
    }

    /// Refuses a cell that is not there, or was named before.
    fn once(&mut self, cell: usize) -> Result<(), Failure> {
        let Some(taken) = self.cells.get_mut(cell) else {
            let last = self.cells.len().saturating_sub(1);
            let expected = format!("cells 0 to {last}");
            return Err(unexpected(self.at.path(), expected, format!("cell {cell}")));
        };
        if std::mem::replace(taken, true) {
            let (at, key) = (self.at.path(), cell.to_string());
            return Err(Failure::from(FormatError::DuplicateKey { at, key }));
        }
        Ok(())
    }
}

/// Values of `cells` cells and the ascending list of those without one; `at` is their place.
pub(super) fn values_from_raw(
    raw: RawValues,
    cells: usize,
    at: Node<'_>,
) -> Result<(Values, Vec<usize>), Failure> {
    let dense = match raw {
        RawValues::None => return Err(at.expected("an array or object")),
        RawValues::Dense(values) => {
            count_fits(&at, cells, values.len())?;
            values
        }
        RawValues::Sparse(pairs) => {
            let mut values = vec![f64::NAN; cells];
            let mut taken = Taken::new(at, cells);
            for (cell, value) in pairs {
                taken.once(cell)?;
                values[cell] = value;
            }
            values
        }
    };
    Ok(values_and_absent(dense))
}

/// The statuses of `cells` cells, at most 255 different ones; `at` is their place.
pub(super) fn statuses_from_raw(
    raw: RawStatus,
    cells: usize,
    at: Node<'_>,
) -> Result<Statuses, Failure> {
    let mut statuses = StatusCells::new(cells);
    let mut put = |cell: usize, status: Option<String>| {
        let put = statuses.put(cell, status.as_deref().unwrap_or_default());
        put.map_err(|TooManyStatuses| {
            unexpected(
                at.path(),
                "at most 255 different statuses".to_owned(),
                "more".to_owned(),
            )
        })
    };
    match raw {
        RawStatus::None => return Ok(Statuses::None),
        RawStatus::All(status) => return Ok(Statuses::All(Status::new(&status))),
        RawStatus::Dense(each) if each.len() == 1 && cells != 1 => {
            let one = each.into_iter().flatten().next();
            return Ok(one.map_or(Statuses::None, |status| Statuses::All(Status::new(&status))));
        }
        RawStatus::Dense(each) => {
            count_fits(&at, cells, each.len())?;
            for (cell, status) in each.into_iter().enumerate() {
                put(cell, status)?;
            }
        }
        RawStatus::Sparse(pairs) => {
            let mut taken = Taken::new(at, cells);
            for (cell, status) in pairs {
                taken.once(cell)?;
                put(cell, status)?;
            }
        }
    }
    Ok(statuses.into_statuses())
}
