//! Islands that a simplified coast would run around.

use super::cut::Cut;
use super::point::{GridPoint, encloses};
use super::simplify::ring_points;

/// A polygon as it is drawn: the arcs and points of each ring.
struct Drawn {
    arcs: Vec<usize>,
    rings: Vec<Vec<GridPoint>>,
    /// Least and greatest of both coordinates.
    span: [GridPoint; 2],
}

/// Of every polygon that lies in another one without touching it, the arc of that other one that is
/// nearest, and where.
pub(super) fn swallowing_arcs(cut: &Cut, lines: &[Vec<GridPoint>]) -> Vec<(usize, GridPoint)> {
    let polygons = cut.outlines.iter().flatten().map(|rings| {
        let arcs = rings.iter().flatten().map(|arc| arc.arc().0);
        let points = rings.iter().map(|ring| ring_points(ring, lines));
        let rings: Vec<Vec<GridPoint>> = points.collect();
        let along = |axis: usize| rings.iter().flatten().map(move |point| point[axis]);
        let [low, high] = [
            [0, 1].map(|axis| along(axis).min().unwrap_or(0)),
            [0, 1].map(|axis| along(axis).max().unwrap_or(0)),
        ];
        Drawn {
            arcs: arcs.collect(),
            span: [low, high],
            rings,
        }
    });
    let polygons: Vec<Drawn> = polygons.collect();
    let mut found = Vec::new();
    for inner in &polygons {
        let Some(&point) = inner.rings.first().and_then(|ring| ring.first()) else {
            continue;
        };
        let around = polygons.iter().filter(|outer| outer.has_inside(point));
        found.extend(around.filter_map(|outer| Some((outer.nearest_arc(point, lines)?, point))));
    }
    found
}

impl Drawn {
    fn has_inside(&self, point: GridPoint) -> bool {
        let [low, high] = self.span;
        let within = |axis: usize| low[axis] <= point[axis] && point[axis] <= high[axis];
        let around = |ring: &&Vec<GridPoint>| encloses(ring, point);
        within(0)
            && within(1)
            && !self.rings.iter().any(|ring| ring.contains(&point))
            && self.rings.iter().filter(around).count() % 2 == 1
    }
    fn nearest_arc(&self, point: GridPoint, lines: &[Vec<GridPoint>]) -> Option<usize> {
        let far = |ends: &[GridPoint]| {
            let middle = [0, 1].map(|axis| i64::midpoint(ends[0][axis], ends[1][axis]));
            (middle[0] - point[0]).abs() + (middle[1] - point[1]).abs()
        };
        let nearest = |arc: &usize| lines[*arc].windows(2).map(far).min();
        self.arcs
            .iter()
            .copied()
            .min_by_key(|arc| nearest(arc).unwrap_or(i64::MAX))
    }
}

#[cfg(test)]
mod tests {
    use super::super::cut::cut;
    use super::*;

    #[test]
    fn an_island_in_the_land_names_the_nearest_arc_of_it_and_one_in_a_lake_none() {
        let square = |low: i64, high: i64| vec![[low, low], [high, low], [high, high], [low, high]];
        let mut lake = square(40, 60);
        lake.reverse();
        let land = vec![vec![square(0, 100), lake]];
        let islands = vec![
            vec![square(10, 12)],
            vec![square(45, 50)],
            vec![square(200, 300)],
        ];
        let cut = cut(&[land, islands]);
        assert_eq!(swallowing_arcs(&cut, &cut.arcs), [(0, [10, 10])]);
    }
}
