//! Shapes that lie over others in part: what is counted in both would be counted twice.

use crate::geo::{LonLat, Outline};

use super::shape::{bounds, stretches};

/// Level lines along which a shape is looked at.
const LINES: u8 = 16;
/// The part of a shape that others may cover where borders are drawn carelessly.
const CARELESS: f64 = 0.1;

/// Whether each outline lies beside all others. Shape: one entry an outline.
pub(super) fn beside_others(outlines: &[Outline]) -> Vec<bool> {
    let boxes: Vec<[f64; 4]> = outlines.iter().map(around).collect();
    let is_beside = |at: usize| {
        let [west, south, east, north] = boxes[at];
        let near = |other: &usize| {
            let [w, s, e, n] = boxes[*other];
            *other != at && w < east && e > west && s < north && n > south
        };
        let near: Vec<usize> = (0..outlines.len()).filter(near).collect();
        let (mut own, mut shared) = (0.0, 0.0);
        for line in 0..LINES {
            let lat = south + (north - south) * (f64::from(line) + 0.5) / f64::from(LINES);
            let mine = stretches(&outlines[at].polygons, lat);
            own += mine.iter().map(|[from, to]| to - from).sum::<f64>();
            for &other in &near {
                shared += shared_length(&mine, &stretches(&outlines[other].polygons, lat));
            }
        }
        shared <= own * CARELESS
    };
    (0..outlines.len()).map(is_beside).collect()
}

fn around(outline: &Outline) -> [f64; 4] {
    let positions: Vec<&LonLat> = outline.polygons.iter().flatten().flatten().collect();
    bounds(positions.into_iter())
}

fn shared_length(mine: &[[f64; 2]], others: &[[f64; 2]]) -> f64 {
    let both = mine.iter().flat_map(|a| others.iter().map(move |b| (a, b)));
    both.map(|(a, b)| (a[1].min(b[1]) - a[0].max(b[0])).max(0.0))
        .sum()
}

#[cfg(test)]
mod tests {
    use super::super::cover::tests::rectangle;
    use super::*;

    fn check(rectangles: &[[f64; 4]], expected: &[bool]) {
        let outlines: Vec<Outline> = rectangles.iter().copied().map(rectangle).collect();
        assert_eq!(beside_others(&outlines), expected);
    }

    #[test]
    fn neighbours_and_careless_borders_are_beside_each_other() {
        check(
            &[[0.0, 0.0, 1.05, 1.0], [1.0, 0.0, 2.0, 1.0]],
            &[true, true],
        );
    }

    #[test]
    fn what_lies_half_over_another_or_in_it_is_not() {
        check(
            &[
                [0.0, 0.0, 4.0, 4.0],
                [2.0, 0.0, 6.0, 4.0],
                [0.5, 0.5, 1.0, 1.0],
                [7.0, 0.0, 8.0, 1.0],
            ],
            &[false, false, false, true],
        );
    }
}
