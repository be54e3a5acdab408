//! Arcs with fewer points, so that no lines cross.

use crate::geo::{ArcRef, GeoError};

use super::cut::Cut;
use super::faults::faults;
use super::point::{GridPoint, double_area_of};
use super::swallowed::swallowing_arcs;
use super::visvalingam::weights;

/// A point is kept when twice the triangle that would be lost without it has as many squares of the
/// grid, in an outline of [`FULL_AREA`] or more.
const LEAST_WEIGHT: f64 = 440.0;
/// In smaller outlines less is lost before it is seen: by the square root of their area. Twice the
/// area in squares of the grid.
const FULL_AREA: f64 = 2.0 * 400_000.0;
/// By how much arcs that cross are made finer, time after time.
const FINER: f64 = 0.5;
/// Below this weight asked for, every point is drawn, also those on a straight line.
const EVERY_POINT: f64 = 0.5;

/// The arcs with fewer points, those of no drawn outline empty. `areas` are twice the area of each
/// outline, in squares of the grid.
#[allow(clippy::cast_precision_loss, reason = "a grid has few points")]
pub(super) fn simplified(cut: &Cut, areas: &[i64]) -> Result<Vec<Vec<GridPoint>>, GeoError> {
    let mut lines: Vec<Line<'_>> = cut.arcs.iter().map(|arc| Line::new(arc)).collect();
    for (outline, &area) in cut.outlines.iter().zip(areas) {
        let least_weight = LEAST_WEIGHT * (area as f64 / FULL_AREA).sqrt().min(1.0);
        for arc in outline.iter().flatten().flatten() {
            let line = &mut lines[arc.arc().0];
            line.least = line.least.min(least_weight);
        }
    }
    let mut drawn: Vec<Vec<GridPoint>> = lines.iter().map(Line::drawn).collect();
    loop {
        let wrong = wrong_arcs(cut, &drawn);
        let mut arcs: Vec<usize> = wrong.iter().map(|(arc, _)| *arc).collect();
        arcs.retain(|&arc| lines[arc].least > EVERY_POINT);
        arcs.sort_unstable();
        arcs.dedup();
        if arcs.is_empty() {
            let Some(&(_, near)) = wrong.first() else {
                return Ok(drawn);
            };
            let found = wrong.len();
            return Err(GeoError::Crossing { near, found });
        }
        for arc in arcs {
            lines[arc].least *= FINER;
            drawn[arc] = lines[arc].drawn();
        }
    }
}

/// An arc with all its points, and how much each of them matters.
struct Line<'a> {
    points: &'a [GridPoint],
    weights: Vec<u64>,
    /// The weight from which a point is drawn; infinite where the arc is in no drawn outline.
    least: f64,
}

impl<'a> Line<'a> {
    fn new(points: &'a [GridPoint]) -> Self {
        Self {
            points,
            weights: weights(points),
            least: f64::INFINITY,
        }
    }
    #[allow(clippy::cast_precision_loss, reason = "a grid has few points")]
    fn drawn(&self) -> Vec<GridPoint> {
        if self.least.is_infinite() {
            return Vec::new();
        }
        let heavy = self.points.iter().zip(&self.weights).filter(|(_, weight)| {
            self.least <= EVERY_POINT || **weight as f64 >= self.least.max(1.0)
        });
        heavy.map(|(point, _)| *point).collect()
    }
}

/// Arcs that cross or touch what they may not, or enclose nothing or too much, and where.
fn wrong_arcs(cut: &Cut, drawn: &[Vec<GridPoint>]) -> Vec<(usize, GridPoint)> {
    let mut wrong = swallowing_arcs(cut, drawn);
    for fault in faults(drawn) {
        wrong.extend(fault.lines.map(|arc| (arc, fault.near)));
    }
    for polygon in cut.outlines.iter().flatten() {
        for (at, ring) in polygon.iter().enumerate() {
            let points = ring_points(ring, drawn);
            if !is_simple(&points, at == 0) {
                let near = points.first().copied().unwrap_or_default();
                wrong.extend(ring.iter().map(|arc| (arc.arc().0, near)));
            }
        }
    }
    wrong
}

/// The points of a ring, the first not repeated.
pub(super) fn ring_points(ring: &[ArcRef], lines: &[Vec<GridPoint>]) -> Vec<GridPoint> {
    let mut all = Vec::new();
    for arc in ring {
        let points = &lines[arc.arc().0];
        let steps = points.len().saturating_sub(1);
        if arc.is_reversed() {
            all.extend(points.iter().rev().take(steps));
        } else {
            all.extend(points.iter().take(steps));
        }
    }
    all
}

/// Whether a ring runs the way it should around something and comes to no point twice.
fn is_simple(points: &[GridPoint], outer: bool) -> bool {
    let mut sorted = points.to_vec();
    sorted.sort_unstable();
    let doubled = double_area_of(points);
    let way = if outer { doubled > 0 } else { doubled < 0 };
    way && sorted.windows(2).all(|pair| pair[0] != pair[1])
}

#[cfg(test)]
mod tests {
    use super::super::cut::cut;
    use super::super::edges::GridOutline;
    use super::*;

    /// Points drawn of each arc.
    #[track_caller]
    fn check(outlines: &[GridOutline], areas: &[i64], expected: &[usize]) {
        let drawn = simplified(&cut(outlines), areas).unwrap();
        let lengths: Vec<usize> = drawn.iter().map(Vec::len).collect();
        assert_eq!(lengths, expected);
    }

    /// A square with a dent of 4 x 10 in its southern side: a weight of 40.
    fn dented() -> Vec<GridPoint> {
        let low = vec![[0, 0], [48, 0], [50, 10], [52, 0]];
        [low, vec![[100, 0], [100, 100], [0, 100]]].concat()
    }

    #[test]
    fn a_dent_is_lost_in_a_large_outline_and_kept_in_a_small_one() {
        check(&[vec![vec![dented()]]], &[800_000], &[5]);
        check(&[vec![vec![dented()]]], &[2_000], &[8]);
    }

    #[test]
    fn a_dent_stays_where_an_island_lies_in_it() {
        let island = vec![[50, 1], [51, 1], [50, 3]];
        check(
            &[vec![vec![dented()]], vec![vec![island]]],
            &[800_000, 1],
            &[8, 4],
        );
    }
}
