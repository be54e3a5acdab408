//! Arcs on a grid, with fewer points, so that no lines cross.

use crate::formats::topojson::Grid;
use crate::geo::{ArcRef, LonLat};

use super::BoundariesError;
use super::cut::Cut;
use super::faults::faults;
use super::visvalingam::{GridPoint, double_area, weights};

/// A point is kept when twice the triangle that would be lost without it has as many squares of the
/// grid, in a region of [`FULL_KM2`] or more.
const LEAST_WEIGHT: f64 = 300.0;
/// In smaller regions less is lost before it is seen: by the square root of their area.
const FULL_KM2: f64 = 5_000.0;
/// By how much arcs that cross are made finer, time after time.
const FINER: f64 = 0.25;
/// How often that is tried: after it, every point that is on no straight line is kept.
const ROUNDS: usize = 8;

/// The arcs as points of the grid, those of no drawn shape empty. `areas` are the square kilometres
/// of each shape.
pub(super) fn simplified(
    cut: &Cut,
    areas: &[f64],
    grid: &Grid,
) -> Result<Vec<Vec<GridPoint>>, BoundariesError> {
    let mut lines: Vec<Line> = cut.arcs.iter().map(|arc| Line::new(arc, grid)).collect();
    for (shape, area) in cut.shapes.iter().zip(areas) {
        let asked = LEAST_WEIGHT * (area / FULL_KM2).sqrt().min(1.0);
        for arc in shape.iter().flatten().flatten() {
            let line = &mut lines[arc.arc().0];
            line.least = line.least.min(asked);
        }
    }
    let mut drawn: Vec<Vec<GridPoint>> = lines.iter().map(Line::drawn).collect();
    let mut round = 0;
    loop {
        let wrong = wrong_arcs(cut, &drawn);
        let Some(&(_, near)) = wrong.first() else {
            return Ok(drawn);
        };
        if round == ROUNDS {
            let LonLat { lon, lat } = lonlat(near, grid);
            let found = wrong.len();
            return Err(BoundariesError::Crossing { lon, lat, found });
        }
        round += 1;
        let mut arcs: Vec<usize> = wrong.iter().map(|(arc, _)| *arc).collect();
        arcs.sort_unstable();
        arcs.dedup();
        for arc in arcs {
            lines[arc].least *= FINER;
            drawn[arc] = lines[arc].drawn();
        }
    }
}

/// The position of a point of the grid.
#[allow(clippy::cast_precision_loss, reason = "a grid has few points")]
pub(super) fn lonlat(point: GridPoint, grid: &Grid) -> LonLat {
    grid.lonlat_from_steps(point.map(|steps| steps as f64))
}

/// An arc with all its points, and how much each of them matters.
struct Line {
    points: Vec<GridPoint>,
    weights: Vec<u64>,
    /// The weight from which a point is drawn; infinite where the arc is in no drawn shape.
    least: f64,
}

impl Line {
    #[allow(clippy::cast_possible_truncation, reason = "a grid has few points")]
    fn new(arc: &[[f64; 2]], grid: &Grid) -> Self {
        let on_grid = arc.iter().map(|&[lon, lat]| {
            let steps = grid.steps_from_lonlat(LonLat { lon, lat });
            steps.map(|steps| steps as i64)
        });
        let mut points: Vec<GridPoint> = on_grid.collect();
        points.dedup();
        Self {
            weights: weights(&points),
            points,
            least: f64::INFINITY,
        }
    }
    #[allow(
        clippy::cast_precision_loss,
        reason = "areas of the grid are far below 2^53"
    )]
    fn drawn(&self) -> Vec<GridPoint> {
        if self.least.is_infinite() || self.points.len() < 2 {
            return Vec::new();
        }
        // What lies on a straight line, or out and back, weighs nothing and is never drawn.
        let least = self.least.max(1.0);
        let heavy = self.points.iter().zip(&self.weights);
        heavy
            .filter(|(_, weight)| **weight as f64 >= least)
            .map(|(point, _)| *point)
            .collect()
    }
}

/// Arcs that cross or touch what they may not, or enclose nothing, and where.
fn wrong_arcs(cut: &Cut, drawn: &[Vec<GridPoint>]) -> Vec<(usize, GridPoint)> {
    let mut wrong = Vec::new();
    for fault in faults(drawn) {
        wrong.extend(fault.lines.map(|arc| (arc, fault.near)));
    }
    for polygon in cut.shapes.iter().flatten() {
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
pub(super) fn ring_points(ring: &[ArcRef], drawn: &[Vec<GridPoint>]) -> Vec<GridPoint> {
    let mut all = Vec::new();
    for arc in ring {
        let points = &drawn[arc.arc().0];
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
    let doubled: i64 = match points {
        [first, rest @ ..] => rest
            .windows(2)
            .map(|ends| double_area(*first, ends[0], ends[1]))
            .sum(),
        [] => 0,
    };
    let way = if outer { doubled > 0 } else { doubled < 0 };
    way && sorted.windows(2).all(|pair| pair[0] != pair[1])
}
