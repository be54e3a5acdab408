//! Rings that cross themselves, as a bow tie does, taken apart.

use super::clean::simple_rings;
use super::edges::GridOutline;
use super::faults::conflicts;
use super::point::{GridPoint, Segment, cross, crossing, double_area_of, encloses, is_inside};

/// How often crossings are looked for again, where rounding to the grid makes new ones.
const ROUNDS: usize = 8;

/// A loop that is turned inside out counts from this part of the largest one on: one in as many.
const LEAST_SHARE: i64 = 50;

/// Takes apart the outer rings of an outline that cross themselves; true where one does.
pub(super) fn untangle(outline: &mut GridOutline) -> bool {
    let mut is_tangled = false;
    let mut apart = Vec::with_capacity(outline.len());
    for rings in outline.drain(..) {
        match rings.first().and_then(|ring| lobes(ring)) {
            Some(loops) => {
                is_tangled = true;
                apart.extend(loops);
            }
            None => apart.push(rings),
        }
    }
    *outline = apart;
    is_tangled
}

/// The loops of a ring that crosses itself, each with its holes, outer ones counterclockwise; `None`
/// where it does not, or where what is turned inside out is only a knot in its line.
fn lobes(ring: &[GridPoint]) -> Option<Vec<Vec<Vec<GridPoint>>>> {
    let mut points = ring.to_vec();
    let mut is_tangled = false;
    for _ in 0..ROUNDS {
        let Some(split) = split_where_crossed(&points) else {
            break;
        };
        is_tangled = true;
        points = split;
    }
    if !is_tangled {
        return None;
    }
    let loops = simple_rings(points.into_iter());
    let area = |ring: &Vec<GridPoint>| double_area_of(ring);
    let inside = |ring: &[GridPoint], other: &[GridPoint]| {
        // Loops touch where they were cut apart: most of the points decide.
        let within = ring.iter().filter(|&&point| encloses(other, point));
        within.count() * 2 > ring.len()
    };
    let largest = loops.iter().max_by_key(|ring| area(ring).abs())?;
    let way = area(largest).signum();
    let least = area(largest).abs() / LEAST_SHARE;
    let loops: Vec<&Vec<GridPoint>> = loops.iter().filter(|it| area(it).abs() > least).collect();
    let (mut outer, mut inner) = (Vec::new(), Vec::new());
    let mut is_turned = false;
    for (at, ring) in loops.iter().enumerate() {
        let around = loops.iter().enumerate().find(|(other, around)| {
            *other != at && area(around).abs() > area(ring).abs() && inside(ring, around)
        });
        match around {
            None => {
                is_turned |= area(ring).signum() != way;
                outer.push(vec![counterclockwise(ring)]);
            }
            // Wound twice around is no hole.
            Some((_, around)) if area(around).signum() == area(ring).signum() => {}
            Some(_) => inner.push((*ring).clone()),
        }
    }
    if !is_turned {
        return None;
    }
    for hole in inner {
        let around = outer.iter_mut().find(|rings| inside(&hole, &rings[0]));
        if let Some(rings) = around {
            let mut hole = counterclockwise(&hole);
            hole.reverse();
            rings.push(hole);
        }
    }
    Some(outer)
}

fn counterclockwise(ring: &[GridPoint]) -> Vec<GridPoint> {
    let mut ring = ring.to_vec();
    if double_area_of(&ring) < 0 {
        ring.reverse();
    }
    ring
}

/// The ring with a point more on both lines wherever it crosses itself; `None` where it does not.
fn split_where_crossed(points: &[GridPoint]) -> Option<Vec<GridPoint>> {
    let next = points.iter().cycle().skip(1);
    let segments: Vec<Segment> = points.iter().zip(next).map(|(&a, &b)| [a, b]).collect();
    let mut inserted: Vec<Vec<GridPoint>> = vec![Vec::new(); segments.len()];
    for [one, other] in conflicts(&segments) {
        if cross(segments[one], segments[other]) {
            let point = crossing(segments[one], segments[other]);
            inserted[one].push(point);
            inserted[other].push(point);
        }
    }
    if inserted.iter().all(Vec::is_empty) {
        return None;
    }
    // Corners that lie on a line of the same ring are cut there, too.
    for (at, segment) in segments.iter().enumerate() {
        if !inserted[at].is_empty() {
            let on = points.iter().filter(|&&point| is_inside(*segment, point));
            inserted[at].extend(on);
        }
    }
    let mut split = Vec::with_capacity(points.len() + inserted.len());
    for ([from, _], mut more) in segments.into_iter().zip(inserted) {
        let far = |point: &GridPoint| [0, 1].map(|axis| (point[axis] - from[axis]).abs());
        more.sort_unstable_by_key(|point| far(point).iter().sum::<i64>());
        split.push(from);
        split.extend(more);
    }
    split.dedup();
    Some(split)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Twice the area of each loop, holes negative.
    #[track_caller]
    fn check(ring: &[GridPoint], expected: Option<&[i64]>) {
        let found = lobes(ring).map(|loops| {
            let mut areas: Vec<i64> = loops
                .iter()
                .flatten()
                .map(|it| double_area_of(it))
                .collect();
            areas.sort_unstable();
            areas
        });
        assert_eq!(found.as_deref(), expected);
    }

    #[test]
    fn a_bow_tie_is_two_triangles() {
        let tie = [[0, 0], [100, 100], [100, 0], [0, 100]];
        check(&tie, Some(&[5_000, 5_000]));
        // One wing is smaller: 40 x 40 / 4 and 100 - 40.
        let uneven = [[0, 0], [100, 100], [100, -20], [0, 120]];
        assert_eq!(lobes(&uneven).unwrap().len(), 2);
    }

    #[test]
    fn a_ring_that_does_not_cross_itself_is_left_alone() {
        check(&[[0, 0], [100, 0], [100, 100], [0, 100]], None);
        // It touches itself in a point: a hole that reaches its border.
        let pinched = [
            [0, 0],
            [100, 0],
            [100, 100],
            [50, 40],
            [40, 60],
            [50, 40],
            [0, 100],
        ];
        check(&pinched, None);
    }

    #[test]
    fn a_splinter_at_a_corner_is_left_to_the_cleaning() {
        let crossed = [
            [0, 0],
            [1_000, 0],
            [1_000, 1_000],
            [990, 1_003],
            [1_000, 990],
            [0, 1_000],
        ];
        check(&crossed, None);
    }
}
