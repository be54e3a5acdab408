//! Rings cut into arcs: once at every point where lines part.

use std::collections::{HashMap, HashSet};

use crate::geo::{ArcIx, ArcRef};

use super::edges::GridOutline;
use super::point::GridPoint;

/// An outline as polygons of rings of arcs.
pub(super) type CutOutline = Vec<Vec<Vec<ArcRef>>>;

/// The arcs of all outlines, each once, and the outlines made of them.
#[derive(Debug)]
pub(super) struct Cut {
    /// Points, both ends included.
    pub(super) arcs: Vec<Vec<GridPoint>>,
    pub(super) outlines: Vec<CutOutline>,
}

/// Cuts the rings of outlines. Lines are shared where outlines have the very same points.
pub(super) fn cut(outlines: &[GridOutline]) -> Cut {
    let mut lines = Lines {
        junctions: junctions(outlines),
        numbers: HashMap::new(),
        arcs: Vec::new(),
    };
    let outlines = outlines.iter().map(|polygons| {
        let polygons = polygons.iter();
        polygons
            .map(|rings| rings.iter().map(|ring| lines.cut(ring)).collect())
            .collect()
    });
    let outlines = outlines.collect();
    Cut {
        arcs: lines.arcs,
        outlines,
    }
}

/// The points where rings part: those between other points in one ring than in another.
fn junctions(outlines: &[GridOutline]) -> HashSet<GridPoint> {
    let mut neighbours_of: HashMap<GridPoint, [GridPoint; 2]> = HashMap::new();
    let mut found = HashSet::new();
    for ring in outlines.iter().flatten().flatten() {
        for (at, &point) in ring.iter().enumerate() {
            let before = ring[(at + ring.len() - 1) % ring.len()];
            let after = ring[(at + 1) % ring.len()];
            let here = [before.min(after), before.max(after)];
            if *neighbours_of.entry(point).or_insert(here) != here {
                found.insert(point);
            }
        }
    }
    found
}

struct Lines {
    junctions: HashSet<GridPoint>,
    numbers: HashMap<Vec<GridPoint>, usize>,
    arcs: Vec<Vec<GridPoint>>,
}

impl Lines {
    fn cut(&mut self, ring: &[GridPoint]) -> Vec<ArcRef> {
        let first = ring.iter().position(|it| self.junctions.contains(it));
        // A ring without a junction begins at its westernmost point, whichever way it runs.
        let lowest = || (0..ring.len()).min_by_key(|&at| ring[at]);
        let Some(start) = first.or_else(lowest) else {
            return Vec::new();
        };
        let (end, begin) = ring.split_at(start);
        let closed = [begin, end, &begin[..1]].concat();
        let mut arcs = Vec::new();
        let mut from = 0;
        for at in 1..closed.len() {
            if at + 1 == closed.len() || self.junctions.contains(&closed[at]) {
                arcs.push(self.arc(closed[from..=at].to_vec()));
                from = at;
            }
        }
        arcs
    }
    fn arc(&mut self, line: Vec<GridPoint>) -> ArcRef {
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

    #[track_caller]
    fn check(outlines: &[GridOutline], arcs: usize, expected: &[&[i32]]) {
        let cut = cut(outlines);
        let number = |arc: &ArcRef| {
            let at = i32::try_from(arc.arc().0).unwrap();
            if arc.is_reversed() { !at } else { at }
        };
        let rings = cut.outlines.iter().flatten().flatten();
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
        let west = vec![[0, 0], [2, 0], [2, 1], [2, 2], [0, 2]];
        let east = vec![[2, 0], [4, 0], [4, 2], [2, 2], [2, 1]];
        check(
            &[vec![vec![west]], vec![vec![east]]],
            3,
            &[&[0, 1], &[2, -1]],
        );
    }

    #[test]
    fn an_enclave_is_the_hole_of_what_lies_around_it() {
        let inner = vec![[1, 1], [2, 1], [2, 2], [1, 2]];
        let outer = vec![[0, 0], [3, 0], [3, 3], [0, 3]];
        let hole = inner.iter().rev().copied().collect();
        let around = vec![outer, hole];
        check(&[vec![around], vec![vec![inner]]], 2, &[&[0], &[1], &[-2]]);
    }

    #[test]
    fn rings_that_touch_in_a_point_share_no_arc() {
        let one = vec![[0, 0], [1, 0], [1, 1]];
        let other = vec![[1, 1], [2, 1], [2, 2]];
        check(&[vec![vec![one]], vec![vec![other]]], 2, &[&[0], &[1]]);
    }
}
