//! The key of a dimension or grouping in a link.

use crate::cube::{Axis, Cube};

/// The query keys of views: an id that equals one is written `d.{id}`.
pub(super) const RESERVED: [&str; 11] = [
    "geo", "level", "as", "from", "tab", "map", "class", "cols", "sort", "q", "release",
];

/// The key of an axis: its id where that is free; `d.{id}` where the id is a query key or another
/// axis has it too; `d.{dimension}.{id}` for a grouping that even so is not the first of its id.
pub(super) fn key_of(cube: &Cube, axis: Axis) -> String {
    let id = cube.axis_id(axis).as_str();
    let same: Vec<Axis> = cube
        .axes()
        .filter(|other| cube.axis_id(*other).as_str() == id)
        .collect();
    let plain = same.len() == 1 && !RESERVED.contains(&id) && !id.starts_with("d.");
    if plain {
        id.to_owned()
    } else if cube.axis(id) == Some(axis) {
        format!("d.{id}")
    } else {
        format!("d.{}.{id}", cube.dimension(axis.dimension()).id())
    }
}

/// The axis of a key. A plain id is taken too where it is written otherwise but means one thing.
pub(super) fn axis_of(cube: &Cube, key: &str) -> Option<Axis> {
    let written = cube.axes().find(|axis| key_of(cube, *axis) == key);
    written.or_else(|| {
        if RESERVED.contains(&key) {
            None
        } else {
            cube.axis(key)
        }
    })
}
