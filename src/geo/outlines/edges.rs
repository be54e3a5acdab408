//! Outlines as edges that meet only end to end.

use std::collections::BTreeMap;

use super::faults::conflicts;
use super::point::{GridPoint, Segment, cross, crossing, is_inside};

/// Polygons of an outline, each its outer ring first: outer rings counterclockwise, holes clockwise,
/// the first point not repeated.
pub(super) type GridOutline = Vec<Vec<Vec<GridPoint>>>;

/// Every edge once, from its lower end to its higher one, and how often each outline lies to its left
/// (negative: to its right).
pub(super) type Edges = BTreeMap<Segment, BTreeMap<usize, i32>>;

/// The edges of outlines, split where they cross or touch, so that afterwards no two
/// have more in common than one end. Where they cross off the grid, both are bent to its nearest
/// point.
pub(super) fn edges_from_outlines(outlines: &[GridOutline]) -> Edges {
    let mut edges = Edges::new();
    for (outline, polygons) in outlines.iter().enumerate() {
        for ring in polygons.iter().flatten() {
            let following = ring.iter().cycle().skip(1);
            for (&from, &to) in ring.iter().zip(following) {
                add(&mut edges, [from, to], outline, 1);
            }
        }
    }
    loop {
        let segments: Vec<Segment> = edges.keys().copied().collect();
        let mut splits: BTreeMap<Segment, Vec<GridPoint>> = BTreeMap::new();
        for [one, other] in conflicts(&segments) {
            for (segment, point) in meetings(segments[one], segments[other]) {
                splits.entry(segment).or_default().push(point);
            }
        }
        if splits.is_empty() {
            break;
        }
        for (segment, points) in splits {
            split(&mut edges, segment, points);
        }
    }
    edges.retain(|_, sides| !sides.is_empty());
    edges
}

fn add(edges: &mut Edges, [from, to]: Segment, outline: usize, count: i32) {
    let (edge, count) = if from < to {
        ([from, to], count)
    } else {
        ([to, from], -count)
    };
    if from == to {
        return;
    }
    let sides = edges.entry(edge).or_default();
    let side = sides.entry(outline).or_default();
    *side += count;
    if *side == 0 {
        sides.remove(&outline);
    }
}

/// Where two segments in conflict must be split, and which of them.
fn meetings(one: Segment, other: Segment) -> Vec<(Segment, GridPoint)> {
    let mut found = Vec::new();
    for (of, by) in [(one, other), (other, one)] {
        let ends = by.into_iter().filter(|&end| is_inside(of, end));
        found.extend(ends.map(|end| (of, end)));
    }
    if cross(one, other) {
        let point = crossing(one, other);
        let whole = |of: &Segment| !of.contains(&point);
        found.extend([one, other].into_iter().filter(whole).map(|of| (of, point)));
    }
    found
}

fn split(edges: &mut Edges, segment: Segment, mut points: Vec<GridPoint>) {
    let Some(sides) = edges.remove(&segment) else {
        return;
    };
    let [from, to] = segment;
    points.extend(segment);
    points.sort_unstable_by_key(|point| {
        let along = [0, 1].map(|axis| (point[axis] - from[axis]) * (to[axis] - from[axis]));
        (along[0] + along[1], *point)
    });
    points.dedup();
    for ends in points.windows(2) {
        for (&outline, &count) in &sides {
            add(edges, [ends[0], ends[1]], outline, count);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn overlapping_squares_are_split_where_they_cross() {
        let square =
            |x: i64, y: i64| vec![vec![vec![[x, y], [x + 4, y], [x + 4, y + 4], [x, y + 4]]]];
        let edges = edges_from_outlines(&[square(0, 0), square(2, 2)]);
        assert_eq!(edges.len(), 12);
        let left = &edges[&[[2, 4], [4, 4]]];
        assert_eq!(left, &BTreeMap::from([(0, -1)]));
        assert!(conflicts(&edges.keys().copied().collect::<Vec<_>>()).is_empty());
    }

    #[test]
    fn squares_with_other_points_on_their_border_come_to_share_it() {
        let west = vec![vec![vec![[0, 0], [2, 0], [2, 4], [0, 4]]]];
        let east = vec![vec![vec![[2, 0], [4, 0], [4, 4], [2, 4], [2, 1]]]];
        let edges = edges_from_outlines(&[west, east]);
        let both = BTreeMap::from([(0, 1), (1, -1)]);
        assert_eq!(edges[&[[2, 0], [2, 1]]], both);
        assert_eq!(edges[&[[2, 1], [2, 4]]], both);
    }

    #[test]
    fn a_spike_out_and_back_is_no_edge() {
        let spiked = vec![vec![vec![[0, 0], [2, 0], [5, 0], [2, 0], [2, 2]]]];
        let edges = edges_from_outlines(&[spiked]);
        assert_eq!(edges.len(), 3);
    }
}
