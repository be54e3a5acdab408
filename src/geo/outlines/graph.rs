//! Edges as a planar graph, and the closed walks around its faces.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use super::point::{GridPoint, Segment, double_area};

/// Edges that meet only end to end. Edge `n` from its first end to its second is half-edge `2n`, the
/// other way round it is `2n + 1`.
#[derive(Debug)]
pub(super) struct Graph {
    edges: Vec<Segment>,
    /// Of each half-edge the next around the face on its left.
    next: Vec<usize>,
}

impl Graph {
    pub(super) fn new(edges: Vec<Segment>) -> Self {
        let mut graph = Self {
            next: vec![0; edges.len() * 2],
            edges,
        };
        let mut leaving: BTreeMap<GridPoint, Vec<usize>> = BTreeMap::new();
        for half in 0..graph.next.len() {
            leaving.entry(graph.ends(half)[0]).or_default().push(half);
        }
        for (&point, halves) in &mut leaving {
            halves.sort_by(|&a, &b| turn(point, graph.ends(a)[1], graph.ends(b)[1]));
            for (at, &half) in halves.iter().enumerate() {
                // Arriving against `half`, the face on the left ends at the next one clockwise.
                let clockwise = halves[(at + halves.len() - 1) % halves.len()];
                graph.next[half ^ 1] = clockwise;
            }
        }
        graph
    }
    /// From where to where a half-edge runs.
    pub(super) fn ends(&self, half: usize) -> Segment {
        let [from, to] = self.edges[half / 2];
        if half.is_multiple_of(2) {
            [from, to]
        } else {
            [to, from]
        }
    }
    /// The closed walks, each with its face on the left: counterclockwise around a face, clockwise
    /// along what lies inside one.
    pub(super) fn walks(&self) -> Vec<Vec<usize>> {
        let mut open = vec![true; self.next.len()];
        let mut walks = Vec::new();
        for first in 0..open.len() {
            let mut walk = Vec::new();
            let mut half = first;
            while open[half] {
                open[half] = false;
                walk.push(half);
                half = self.next[half];
            }
            if !walk.is_empty() {
                walks.push(walk);
            }
        }
        walks
    }
}

/// Counterclockwise order of two directions from a point, beginning in the east.
fn turn(point: GridPoint, one: GridPoint, other: GridPoint) -> Ordering {
    let lower = |to: GridPoint| (to[1], to[0]) < (point[1], point[0]);
    let half = lower(one).cmp(&lower(other));
    half.then(0.cmp(&double_area(point, one, other)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_square_cut_in_two_has_two_faces_and_the_outside() {
        let (a, b, c, d) = ([0, 0], [4, 0], [4, 4], [0, 4]);
        let graph = Graph::new(vec![[a, b], [b, c], [c, d], [a, d], [a, c]]);
        let mut walks: Vec<Vec<usize>> = graph.walks();
        walks.sort();
        assert_eq!(walks, [vec![0, 2, 9], vec![1, 6, 5, 3], vec![4, 7, 8]]);
    }
}
