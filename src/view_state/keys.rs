//! The key of a dimension or grouping in a link.

use crate::cube::{Axis, Cube};

/// The query keys of views: an id that equals one is written `d.{id}`.
pub(super) const RESERVED: [&str; 11] = [
    "geo", "level", "as", "from", "tab", "map", "class", "cols", "sort", "q", "release",
];

/// The axes and their keys: the id where that is free; `d.{id}` where the id is a query key, no
/// text at all, or another axis's too; `d.{dimension}.{id}` for a grouping that even so is not the first of
/// its id. A key that an earlier axis has got already ends in a further dot.
fn keys(cube: &Cube) -> Vec<(Axis, String)> {
    let mut keys: Vec<(Axis, String)> = Vec::new();
    for axis in cube.axes() {
        let id = cube.axis_id(axis).as_str();
        let same = cube
            .axes()
            .filter(|other| cube.axis_id(*other).as_str() == id);
        let plain = same.count() == 1
            && !RESERVED.contains(&id)
            && !(id.is_empty() || id.starts_with("d."));
        let mut key = if plain {
            id.to_owned()
        } else if cube.axis(id) == Some(axis) {
            format!("d.{id}")
        } else {
            format!("d.{}.{id}", cube.dimension(axis.dimension()).id())
        };
        while keys.iter().any(|(_, known)| *known == key) {
            key.push('.');
        }
        keys.push((axis, key));
    }
    keys
}

/// The key of an axis.
pub(super) fn key_of(cube: &Cube, axis: Axis) -> String {
    let own = keys(cube).into_iter().find(|(known, _)| *known == axis);
    own.map_or_else(String::new, |(_, key)| key)
}

/// The axis of a key. An id is taken too where its key is another but it means one thing, with
/// `d.` or without.
pub(super) fn axis_of(cube: &Cube, key: &str) -> Option<Axis> {
    let written = keys(cube).into_iter().find(|(_, known)| known == key);
    written.map(|(axis, _)| axis).or_else(|| {
        if RESERVED.contains(&key) {
            None
        } else {
            cube.axis(key.strip_prefix("d.").unwrap_or(key))
        }
    })
}
