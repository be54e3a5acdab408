//! The place of a path, reading and writing side by side.

use super::Place;
use super::code::category_of;
use super::percent::encoded;
use crate::cube::{Axis, Cube, Role};

/// The place that the parts of a path name: a code, or a grouping and a group.
pub(super) fn place_from(cube: &Cube, parts: &[String]) -> Option<Place> {
    let geo = cube.with_role(Role::Geo)?;
    match parts {
        [code] => {
            let axis = Axis::of_dimension(geo);
            let at = category_of(cube, axis, code);
            Some(Place {
                axis,
                at: at.or_else(|| category_of(cube, axis, &dots(code)))?,
            })
        }
        [grouping, group] => {
            let of_geo = cube
                .axes()
                .filter(|axis| axis.dimension() == geo && axis.grouping().is_some());
            let named = |axis: &Axis| {
                let id = cube.axis_id(*axis).as_str();
                id == grouping || id == dots(grouping)
            };
            let axis = of_geo.into_iter().find(named)?;
            let groups = cube.members(axis);
            let at = groups.position(group);
            Some(Place {
                axis,
                at: at.or_else(|| groups.position(&dots(group)))?,
            })
        }
        _ => None,
    }
}

/// A name of dots alone leads out of the folder, even with its dots encoded: see [`segment`].
fn dots(part: &str) -> String {
    part.replace("%2E", ".")
}

/// Writes the folders of a place at the end of a link.
pub(super) fn push_place(link: &mut String, cube: &Cube, place: Place) {
    if place.axis.grouping().is_some() {
        *link += &format!("{}/", segment(cube.axis_id(place.axis).as_str()));
    }
    *link += &format!(
        "{}/",
        segment(cube.members(place.axis).get(place.at).code().as_str())
    );
}

/// A part of a path: what cannot be the name of a folder is percent-encoded. Browsers take `%2E%2E`
/// for `..`, so of a name of dots alone even the percent signs are.
fn segment(text: &str) -> String {
    if text.bytes().all(|byte| byte == b'.') {
        "%252E".repeat(text.len())
    } else if text == "index.html" {
        "index%2Ehtml".to_owned()
    } else {
        encoded(text)
    }
}
