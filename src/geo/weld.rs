//! Corners of neighbours that were drawn apart, brought together.

use std::collections::{BTreeMap, HashMap};

use super::{LonLat, Outline};

/// Brings each corner of an outline that no other outline has to the nearest corner of another one, where
/// one lies within a distance in degrees: borders that were drawn twice become one. Corners that
/// outlines share stay where they are. Gives how many were moved.
///
/// ```
/// use jangkau::geo::{Inside, LonLat, Outline, welded};
/// let triangle = |east: f64| {
///     let corners = [(0.0, 0.0), (east, 0.0), (0.0, 1.0), (0.0, 0.0)];
///     let ring = corners.map(|(lon, lat)| LonLat { lon, lat }).to_vec();
///     Outline { inside: Inside::Land, polygons: vec![vec![ring]] }
/// };
/// let mut outlines = [triangle(1.0), triangle(1.000_1), triangle(1.1)];
/// assert_eq!(welded(&mut outlines, 0.001), 1);
/// assert_eq!(outlines[1], outlines[0]);
/// ```
pub fn welded(outlines: &mut [Outline], within: f64) -> usize {
    let owners = owners(outlines);
    let mut fixed = Fixed {
        squares: HashMap::new(),
        within,
    };
    let shared = owners.values().filter(|corner| corner.outlines.len() > 1);
    shared.for_each(|corner| fixed.add(corner.clone()));
    let mut count = 0;
    for (at, outline) in outlines.iter_mut().enumerate() {
        let mut moved: HashMap<[u64; 2], LonLat> = HashMap::new();
        for corner in outline.polygons.iter_mut().flatten().flatten() {
            let is_own = |it: &Corner| it.outlines == [at];
            let Some(known) = owners.get(&bits(*corner)).filter(|it| is_own(it)) else {
                continue;
            };
            *corner = *moved.entry(bits(*corner)).or_insert_with(|| {
                let nearest = fixed.nearest(known.at, at);
                count += usize::from(nearest.is_some());
                nearest.unwrap_or_else(|| {
                    fixed.add(known.clone());
                    known.at
                })
            });
        }
    }
    count
}

/// A corner, and the outlines that have it.
#[derive(Debug, Clone)]
struct Corner {
    at: LonLat,
    outlines: Vec<usize>,
}

fn owners(outlines: &[Outline]) -> BTreeMap<[u64; 2], Corner> {
    let mut owners: BTreeMap<[u64; 2], Corner> = BTreeMap::new();
    for (outline, polygons) in outlines.iter().map(|it| &it.polygons).enumerate() {
        for &at in polygons.iter().flatten().flatten() {
            let corner = owners.entry(bits(at)).or_insert_with(|| Corner {
                at,
                outlines: Vec::new(),
            });
            if corner.outlines.last() != Some(&outline) {
                corner.outlines.push(outline);
            }
        }
    }
    owners
}

/// Corners that stay, in squares as wide as corners may be apart.
struct Fixed {
    squares: HashMap<[i64; 2], Vec<Corner>>,
    within: f64,
}

impl Fixed {
    fn add(&mut self, corner: Corner) {
        let square = self.square(corner.at);
        self.squares.entry(square).or_default().push(corner);
    }
    /// The nearest corner that an outline does not have.
    fn nearest(&self, from: LonLat, outline: usize) -> Option<LonLat> {
        let [x, y] = self.square(from);
        let around = (-1..=1).flat_map(|dx| (-1..=1).map(move |dy| [x + dx, y + dy]));
        let near = around
            .filter_map(|square| self.squares.get(&square))
            .flatten();
        let others = near.filter(|corner| !corner.outlines.contains(&outline));
        let apart = others.map(|it| ((it.at.lon - from.lon).hypot(it.at.lat - from.lat), it.at));
        let close = apart.filter(|(distance, _)| *distance <= self.within);
        let nearest = close.min_by(|a, b| a.0.total_cmp(&b.0));
        nearest.map(|(_, to)| to)
    }
    #[allow(clippy::cast_possible_truncation, reason = "degrees by a part of them")]
    fn square(&self, at: LonLat) -> [i64; 2] {
        [at.lon, at.lat].map(|degrees| (degrees / self.within).floor() as i64)
    }
}

fn bits(at: LonLat) -> [u64; 2] {
    [at.lon, at.lat].map(f64::to_bits)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geo::Inside;
    use proptest::prelude::*;

    fn outline(ring: &[[f64; 2]]) -> Outline {
        let ring = ring.iter().map(|&[lon, lat]| LonLat { lon, lat }).collect();
        Outline {
            inside: Inside::Land,
            polygons: vec![vec![ring]],
        }
    }

    #[test]
    fn a_corner_that_another_outline_has_stays() {
        let west = outline(&[[0.0, 0.0], [1.0, 0.0], [1.0, 1.0], [0.0, 0.0]]);
        let east = outline(&[[1.0, 0.0], [2.0, 0.0], [1.01, 0.01], [1.0, 1.0], [1.0, 0.0]]);
        let mut outlines = [west.clone(), east.clone()];
        assert_eq!(welded(&mut outlines, 0.1), 0);
        assert_eq!(outlines, [west, east]);
    }

    proptest! {
        #[test]
        fn borders_drawn_twice_become_one(
            moved in prop::collection::vec(-0.01..0.01_f64, 18),
        ) {
            let border: Vec<[f64; 2]> = (0..9).map(|lat| [5.0, f64::from(lat)]).collect();
            let again = border.iter().zip(moved.chunks(2));
            let again: Vec<[f64; 2]> = again.map(|(at, by)| [at[0] + by[0], at[1] + by[1]]).collect();
            let mut outlines = [
                outline(&[&border[..], &[[0.0, 4.0], border[0]]].concat()),
                outline(&[&again[..], &[[9.0, 4.0], again[0]]].concat()),
            ];
            let before = outlines.clone();
            welded(&mut outlines, 0.02);
            let line = |at: usize| outlines[at].polygons[0][0][..9].to_vec();
            prop_assert_eq!(line(0), line(1));
            prop_assert_eq!(&outlines[0], &before[0]);
        }
    }
}
