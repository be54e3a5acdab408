//! Rings cut into arcs: once at every point where lines part.

use std::collections::HashMap;

use crate::geo::{ArcIx, ArcRef};

use super::wkb::SourceRing;

/// A shape as polygons of rings of arcs.
pub(super) type CutShape = Vec<Vec<Vec<ArcRef>>>;

/// The arcs of all shapes, each once, and the shapes made of them.
#[derive(Debug)]
pub(super) struct Cut {
    /// Longitude and latitude, both ends included.
    pub(super) arcs: Vec<Vec<[f64; 2]>>,
    pub(super) shapes: Vec<CutShape>,
}

/// Cuts the rings of shapes. Lines are shared where shapes have the very same points.
pub(super) fn cut(shapes: &[Vec<Vec<SourceRing>>]) -> Cut {
    let mut points = Points::default();
    let numbered: Vec<Vec<Vec<Vec<usize>>>> = shapes
        .iter()
        .map(|polygons| {
            let polygons = polygons.iter();
            polygons.map(|rings| points.rings(rings)).collect()
        })
        .collect();
    let mut lines = Lines {
        is_junction: junctions(points.known.len(), &numbered),
        numbers: HashMap::new(),
        arcs: Vec::new(),
    };
    let shapes = numbered.iter().map(|polygons| {
        let polygons = polygons.iter();
        polygons
            .map(|rings| rings.iter().map(|ring| lines.cut(ring)).collect())
            .collect()
    });
    let shapes = shapes.collect();
    let position = |&point: &usize| points.known[point];
    let arcs = lines.arcs.iter();
    Cut {
        shapes,
        arcs: arcs
            .map(|line| line.iter().map(position).collect())
            .collect(),
    }
}

/// Every point once.
#[derive(Default)]
struct Points {
    numbers: HashMap<[u64; 2], usize>,
    known: Vec<[f64; 2]>,
}

impl Points {
    /// The rings of a polygon as numbers of points, the outer one counterclockwise and the holes
    /// clockwise, the first point not repeated.
    fn rings(&mut self, rings: &[SourceRing]) -> Vec<Vec<usize>> {
        let numbered = rings.iter().enumerate().map(|(at, ring)| {
            let mut numbers: Vec<usize> = ring.iter().map(|&point| self.number(point)).collect();
            numbers.dedup();
            numbers.pop();
            if (at == 0) != (double_area(ring) > 0.0) {
                numbers.reverse();
            }
            numbers
        });
        numbered.collect()
    }
    fn number(&mut self, point: [f64; 2]) -> usize {
        let next = self.known.len();
        let number = *self.numbers.entry(point.map(f64::to_bits)).or_insert(next);
        if number == next {
            self.known.push(point);
        }
        number
    }
}

/// Twice the area that a line encloses, positive where it runs counterclockwise.
pub(super) fn double_area(line: &[[f64; 2]]) -> f64 {
    let Some(&[left, low]) = line.first() else {
        return 0.0;
    };
    let following = line.iter().cycle().skip(1);
    let pairs = line.iter().zip(following);
    pairs
        .map(|(a, b)| (a[0] - left) * (b[1] - low) - (b[0] - left) * (a[1] - low))
        .sum()
}

/// The points where rings part: those between other points in one ring than in another.
fn junctions(points: usize, shapes: &[Vec<Vec<Vec<usize>>>]) -> Vec<bool> {
    let mut beside: Vec<Option<[usize; 2]>> = vec![None; points];
    let mut found = vec![false; points];
    for ring in shapes.iter().flatten().flatten() {
        for (at, &point) in ring.iter().enumerate() {
            let before = ring[(at + ring.len() - 1) % ring.len()];
            let after = ring[(at + 1) % ring.len()];
            let here = [before.min(after), before.max(after)];
            if *beside[point].get_or_insert(here) != here {
                found[point] = true;
            }
        }
    }
    found
}

struct Lines {
    is_junction: Vec<bool>,
    numbers: HashMap<Vec<usize>, usize>,
    arcs: Vec<Vec<usize>>,
}

impl Lines {
    fn cut(&mut self, ring: &[usize]) -> Vec<ArcRef> {
        let first = ring.iter().position(|&point| self.is_junction[point]);
        // A ring without a junction begins at its first known point, whichever way it runs.
        let lowest = || (0..ring.len()).min_by_key(|&at| ring[at]);
        let Some(start) = first.or_else(lowest) else {
            return Vec::new();
        };
        let (end, begin) = ring.split_at(start);
        let closed = [begin, end, &begin[..1]].concat();
        let mut arcs = Vec::new();
        let mut from = 0;
        for at in 1..closed.len() {
            if at + 1 == closed.len() || self.is_junction[closed[at]] {
                arcs.push(self.arc(closed[from..=at].to_vec()));
                from = at;
            }
        }
        arcs
    }
    fn arc(&mut self, line: Vec<usize>) -> ArcRef {
        let mut turned = line.clone();
        turned.reverse();
        if let Some(&known) = self.numbers.get(&turned) {
            return ArcRef::forward(ArcIx(known)).turned();
        }
        let next = self.arcs.len();
        let number = *self.numbers.entry(line).or_insert_with_key(|line| {
            self.arcs.push(line.clone());
            next
        });
        ArcRef::forward(ArcIx(number))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ring(points: &[(i32, i32)]) -> SourceRing {
        let closed = points.iter().chain(&points[..1]);
        closed.map(|&(x, y)| [f64::from(x), f64::from(y)]).collect()
    }

    #[track_caller]
    fn check(shapes: &[Vec<Vec<SourceRing>>], arcs: usize, expected: &[&[i32]]) {
        let cut = cut(shapes);
        let number = |arc: &ArcRef| {
            let at = i32::try_from(arc.arc().0).unwrap();
            if arc.is_reversed() { !at } else { at }
        };
        let rings = cut.shapes.iter().flatten().flatten();
        let found: Vec<Vec<i32>> = rings
            .map(|ring| ring.iter().map(number).collect())
            .collect();
        assert_eq!(
            (cut.arcs.len(), found),
            (arcs, expected.iter().map(|it| it.to_vec()).collect())
        );
    }

    #[test]
    fn two_squares_share_the_arc_between_them() {
        let west = ring(&[(0, 0), (2, 0), (2, 1), (2, 2), (0, 2)]);
        // The other way round: turned to counterclockwise first.
        let east = ring(&[(2, 0), (2, 1), (2, 2), (4, 2), (4, 0)]);
        check(
            &[vec![vec![west]], vec![vec![east]]],
            3,
            &[&[0, 1], &[2, -1]],
        );
    }

    #[test]
    fn an_enclave_is_the_hole_of_what_lies_around_it() {
        let inner = ring(&[(1, 1), (2, 1), (2, 2), (1, 2)]);
        let outer = ring(&[(0, 0), (3, 0), (3, 3), (0, 3)]);
        let around = vec![outer, inner.clone()];
        check(&[vec![around], vec![vec![inner]]], 2, &[&[0], &[1], &[-2]]);
    }

    #[test]
    fn rings_that_touch_in_a_point_share_no_arc() {
        let one = ring(&[(0, 0), (1, 0), (1, 1)]);
        let other = ring(&[(1, 1), (2, 1), (2, 2)]);
        check(&[vec![vec![one]], vec![vec![other]]], 2, &[&[0], &[1]]);
    }
}
