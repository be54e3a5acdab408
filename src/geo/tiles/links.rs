//! Which points are neighbours, and across what.

use super::TilePoint;

/// Two neighbouring points.
#[derive(Debug, Clone, Copy)]
pub(super) struct Link {
    pub(super) from: usize,
    pub(super) to: usize,
    /// Where the tile of `to` should lie, seen from that of `from`, in cells.
    pub(super) way: (f64, f64),
    /// Whether the way leads over land, judged by how densely places lie about both ends.
    pub(super) by_land: bool,
}

/// The longest way over land, in mean distances between neighbours thereabouts.
const LAND: f64 = 2.2;
/// How far apart two shores are drawn, in cells.
const SEA_CELLS: f64 = 2.6;

/// The Gabriel graph of the points (Gabriel and Sokal 1969): two are neighbours when no third
/// lies in the circle between them.
pub(super) fn links(points: &[TilePoint]) -> Vec<Link> {
    let spacing: Vec<f64> = points.iter().map(|at| spacing_about(points, at)).collect();
    let mut links = Vec::new();
    for from in 0..points.len() {
        for to in from + 1..points.len() {
            let (one, two) = (&points[from], &points[to]);
            let (dx, dy) = (two.x - one.x, two.y - one.y);
            let square = dx * dx + dy * dy;
            let parted = points.iter().enumerate().any(|(third, at)| {
                third != from && third != to && square_of(one, at) + square_of(two, at) < square
            });
            if parted || square == 0.0 {
                continue;
            }
            let length = square.sqrt();
            let by_land = length <= LAND * spacing[from].max(spacing[to]);
            let cells = if by_land { 1.1 } else { SEA_CELLS };
            links.push(Link {
                from,
                to,
                way: (dx / length * cells, dy / length * cells),
                by_land,
            });
        }
    }
    links
}

/// For each pair, row by row, whether it takes at most `steps` links over land to walk it.
pub(super) fn near_by_land(count: usize, links: &[Link], steps: usize) -> Vec<bool> {
    let mut near = vec![false; count * count];
    let mut reached: Vec<Vec<usize>> = vec![Vec::new(); count];
    for link in links.iter().filter(|link| link.by_land) {
        reached[link.from].push(link.to);
        reached[link.to].push(link.from);
    }
    for start in 0..count {
        let mut edge = vec![start];
        near[start * count + start] = true;
        for _ in 0..steps {
            let mut next = Vec::new();
            for &to in edge.iter().flat_map(|&at| &reached[at]) {
                if !std::mem::replace(&mut near[start * count + to], true) {
                    next.push(to);
                }
            }
            edge = next;
        }
    }
    near
}

pub(super) fn square_of(one: &TilePoint, two: &TilePoint) -> f64 {
    (one.x - two.x).powi(2) + (one.y - two.y).powi(2)
}

/// The mean distance to the three nearest other points.
fn spacing_about(points: &[TilePoint], at: &TilePoint) -> f64 {
    let squares = points.iter().map(|other| square_of(at, other));
    let mut squares: Vec<f64> = squares.filter(|&square| square > 0.0).collect();
    squares.sort_by(f64::total_cmp);
    squares.truncate(3);
    let count: f64 = squares.iter().map(|_| 1.0).sum();
    squares.iter().map(|square| square.sqrt()).sum::<f64>() / count.max(1.0)
}
