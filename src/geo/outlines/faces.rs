//! Which face lies around lines that touch no other.

use super::graph::Graph;
use super::point::{GridPoint, double_area_of, encloses};

/// A face, by the counterclockwise walk around it.
struct Face {
    /// A half-edge of the walk.
    half: usize,
    points: Vec<GridPoint>,
    double_area: i64,
    /// Least and greatest of both coordinates.
    span: [GridPoint; 2],
}

/// Of each clockwise walk that `is_open` (it runs along what lies within a face) its position, and a
/// half-edge of the walk around that face; none for those with only the sea around them.
pub(super) fn surroundings(
    graph: &Graph,
    walks: &[Vec<usize>],
    is_open: impl Fn(usize) -> bool,
) -> Vec<(usize, usize)> {
    let (mut faces, mut inner) = (Vec::new(), Vec::new());
    for (at, walk) in walks.iter().enumerate() {
        let points: Vec<GridPoint> = walk.iter().map(|&half| graph.ends(half)[0]).collect();
        let double_area = double_area_of(&points);
        if double_area > 0 {
            faces.push(Face {
                half: walk[0],
                span: [span(&points, i64::min), span(&points, i64::max)],
                points,
                double_area,
            });
        } else if is_open(walk[0]) {
            inner.push((at, points[0]));
        }
    }
    let around = |&(at, point): &(usize, GridPoint)| {
        let around = faces.iter().filter(|face| face.has_inside(point));
        let nearest = around.min_by_key(|face| face.double_area)?;
        Some((at, nearest.half))
    };
    inner.iter().filter_map(around).collect()
}

fn span(points: &[GridPoint], choose: fn(i64, i64) -> i64) -> GridPoint {
    let [first, rest @ ..] = points else {
        return [0; 2];
    };
    let chosen = |a: GridPoint, b: &GridPoint| [choose(a[0], b[0]), choose(a[1], b[1])];
    rest.iter().fold(*first, chosen)
}

impl Face {
    /// Whether a point of another line is inside; those on its own are not.
    fn has_inside(&self, point: GridPoint) -> bool {
        let [low, high] = self.span;
        let within = |axis: usize| low[axis] < point[axis] && point[axis] < high[axis];
        within(0) && within(1) && !self.points.contains(&point) && encloses(&self.points, point)
    }
}
