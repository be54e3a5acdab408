//! The places compared with the one in focus, reading and writing side by side.

use super::clause::{known, own, pieces, tilde_free};
use super::keys::{axis_key, axis_of};
use super::percent::{decoded, encoded};
use super::{Notice, Place};
use crate::cube::{Axis, Cube, Role, order_by};

/// At most so many.
pub const COMPARED: usize = 6;

/// Whether a place can be named in a list: one whose code is no text at all cannot.
#[must_use]
pub fn is_comparable(cube: &Cube, place: Place) -> bool {
    !cube
        .members(place.axis)
        .get(place.at)
        .code()
        .as_str()
        .is_empty()
}

/// The places of the raw values of a key, in the dataset's order.
pub(super) fn compared_from(cube: &Cube, raw: &[&str], notices: &mut Vec<Notice>) -> Vec<Place> {
    let mut places = Vec::new();
    for piece in pieces(raw).filter(|piece| !piece.is_empty()) {
        read_piece(cube, piece, &mut places, notices);
    }
    let more = places.split_off(places.len().min(COMPARED));
    for place in more {
        let place = cube.members(place.axis).get(place.at).code().to_string();
        notices.push(Notice::TooManyPlaces { place });
    }
    in_order(&mut places);
    places
}

/// In the dataset's order: regions before groups.
pub(super) fn in_order(places: &mut [Place]) {
    let order = order_by(places.len(), &|a, b| {
        let [a, b] = [a, b].map(|nth| (places[nth].axis, places[nth].at));
        a.cmp(&b)
    });
    let ordered: Vec<Place> = order.iter().map(|&nth| places[nth]).collect();
    places.copy_from_slice(&ordered);
}

/// One piece between separators: a place, or places split at `,` or at spaces.
fn read_piece(cube: &Cube, raw: &str, places: &mut Vec<Place>, notices: &mut Vec<Notice>) {
    if let Some(place) = place(cube, raw) {
        if !places.contains(&place) {
            places.push(place);
        }
        return;
    }
    for separator in [",", "%2C", "%2c", "+", "%20", " "] {
        if raw.contains(separator) {
            for part in raw.split(separator).filter(|part| !part.is_empty()) {
                read_piece(cube, part, places, notices);
            }
            return;
        }
    }
    let place = decoded(raw);
    notices.push(Notice::UnknownPlace { place });
}

/// A region by its code, or `{grouping}:{group}`; the sign between them may be encoded.
fn place(cube: &Cube, raw: &str) -> Option<Place> {
    let region = Axis::of_dimension(cube.with_role(Role::Geo)?);
    let member = |axis: Axis, code: &str| {
        let at = own(cube, axis, code).or_else(|| known(cube, axis, code))?;
        let place = Place { axis, at };
        is_comparable(cube, place).then_some(place)
    };
    let group = |sign: &str| {
        let (key, code) = raw.split_once(sign)?;
        let key = decoded(key);
        let of_places =
            |axis: &Axis| axis.dimension() == region.dimension() && axis.grouping().is_some();
        let mut groupings = cube.axes().filter(of_places);
        let written = groupings.find(|axis| tilde_free(&axis_key(cube, *axis)) == key);
        let axis = written.or_else(|| axis_of(cube, &key).filter(of_places))?;
        member(axis, &decoded(code))
    };
    let one = || member(region, &decoded(raw));
    group(":")
        .or_else(one)
        .or_else(|| group("%3A"))
        .or_else(|| group("%3a"))
}

/// Writes the places, which are in the dataset's order.
pub(super) fn compared_to(cube: &Cube, places: &[Place]) -> Option<String> {
    let written = |place: &Place| {
        let code = cube.members(place.axis).get(place.at).code();
        let code = encoded(&tilde_free(code.as_str()));
        if place.axis.grouping().is_none() {
            return code;
        }
        let key = encoded(&tilde_free(&axis_key(cube, place.axis)));
        [&*key, ":", &code].concat()
    };
    let written: Vec<String> = places.iter().map(written).collect();
    (!written.is_empty()).then(|| written.join("~"))
}
