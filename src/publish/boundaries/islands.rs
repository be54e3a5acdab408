//! Which pieces of a shape are drawn.

use super::cut::{Cut, double_area};

/// Square kilometres of a square degree at the equator.
const KM2_A_SQUARE_DEGREE: f64 = 111.32 * 111.32;
/// Islands of this size are drawn.
const ISLAND_KM2: f64 = 4.0;
/// So are islands of this share of the largest piece of their region.
const ISLAND_SHARE: f64 = 0.05;

/// The area of a ring of arcs in square kilometres, from the source.
pub(super) fn area_km2(cut: &Cut, ring: &[crate::geo::ArcRef]) -> f64 {
    let mut line = Vec::new();
    for arc in ring {
        let points = &cut.arcs[arc.arc().0];
        if arc.is_reversed() {
            line.extend(points.iter().rev().skip(1));
        } else {
            line.extend(&points[1..]);
        }
    }
    let lat = line.first().map_or(0.0, |point: &[f64; 2]| point[1]);
    (double_area(&line) / 2.0).abs() * KM2_A_SQUARE_DEGREE * lat.to_radians().cos()
}

/// Takes away the islands that are too small to be seen, and keeps of every shape its largest piece
/// and whatever lies against another shape. Returns the area of each shape in square kilometres.
pub(super) fn drop_small(cut: &mut Cut) -> Vec<f64> {
    let mut uses = vec![0_u32; cut.arcs.len()];
    for arc in cut.shapes.iter().flatten().flatten().flatten() {
        uses[arc.arc().0] += 1;
    }
    let mut areas = Vec::with_capacity(cut.shapes.len());
    let mut kept = Vec::with_capacity(cut.shapes.len());
    for shape in &cut.shapes {
        let sizes: Vec<f64> = shape.iter().map(|it| area_km2(cut, &it[0])).collect();
        let largest = sizes.iter().copied().fold(0.0, f64::max);
        let least = ISLAND_KM2.min(largest * ISLAND_SHARE);
        let pieces = shape.iter().zip(&sizes).filter(|(rings, size)| {
            let mut arcs = rings.iter().flatten();
            **size >= least || arcs.any(|arc| uses[arc.arc().0] > 1)
        });
        kept.push(pieces.map(|(rings, _)| rings.clone()).collect());
        areas.push(sizes.iter().sum());
    }
    cut.shapes = kept;
    areas
}
