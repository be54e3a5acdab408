//! Outlines that neither overlap nor leave slivers between them.
//!
//! Many sources were simplified polygon by polygon, so that neighbours have other points on their
//! border: between them lies nobody's land, or land of both. All lines are laid over each other;
//! each face that they enclose goes to one outline; and the outlines are traced anew.

use std::collections::BTreeMap;

use super::edges::{GridOutline, edges_from_outlines};
use super::faces::surroundings;
use super::graph::Graph;
use super::point::{GridPoint, Segment, double_area_of, encloses};

/// Faces of no outline up to this size belong to a neighbour: twice the area, in squares of the grid.
pub(super) const GAP: i64 = 2 * 1_000;

/// A face, or the sea, belongs to no outline that is along less than this part of the line around it.
const LEAST_PART: i64 = 4;

/// The outlines, cleaned.
pub(super) fn cleaned(outlines: &[GridOutline]) -> Vec<GridOutline> {
    let lines = Lines::new(outlines);
    let owners = lines.owners(|_, _| false);
    lines.traced(&owners.owner)
}

/// The lines of all outlines, laid over each other.
pub(super) struct Lines {
    pub(super) graph: Graph,
    segments: Vec<Segment>,
    /// Of each segment how often each outline lies to its left.
    sides: Vec<BTreeMap<usize, i32>>,
    outlines: usize,
}

/// Whose the faces are.
pub(super) struct Owners {
    /// Of each half-edge the outline on its left.
    pub(super) owner: Vec<Option<usize>>,
    /// Faces of no outline that went to a neighbour.
    pub(super) gaps: usize,
    /// Faces of several outlines that went to one.
    pub(super) overlaps: usize,
}

impl Lines {
    pub(super) fn new(outlines: &[GridOutline]) -> Self {
        let (segments, sides): (Vec<Segment>, Vec<_>) =
            edges_from_outlines(outlines).into_iter().unzip();
        Self {
            graph: Graph::new(segments.clone()),
            segments,
            sides,
            outlines: outlines.len(),
        }
    }
    /// The owners of all faces; `is_sliver` says of one of no outline, by its walk and twice its area,
    /// whether it is closed though it is larger than a gap.
    pub(super) fn owners(&self, is_sliver: impl Fn(&[usize], i64) -> bool) -> Owners {
        let is_left = |half: usize, count: i32| (count > 0) == half.is_multiple_of(2);
        let left = |half: usize| {
            let all = self.sides[half / 2].iter();
            all.filter(move |(_, count)| is_left(half, **count))
                .map(|(outline, _)| *outline)
        };
        owners(&self.graph, left, is_sliver)
    }
    /// The outlines around the faces of each owner.
    pub(super) fn traced(&self, owner: &[Option<usize>]) -> Vec<GridOutline> {
        let parts = |at: &usize| owner[at * 2] != owner[at * 2 + 1];
        let kept: Vec<usize> = (0..self.segments.len()).filter(parts).collect();
        let borders = Graph::new(kept.iter().map(|&at| self.segments[at]).collect());
        let mut rings: Vec<Vec<Vec<GridPoint>>> = vec![Vec::new(); self.outlines];
        for walk in borders.walks() {
            let old = |half: usize| kept[half / 2] * 2 + half % 2;
            if let Some(outline) = owner[old(walk[0])] {
                let points = walk.iter().map(|&half| borders.ends(half)[0]);
                rings[outline].extend(simple_rings(points));
            }
        }
        rings.into_iter().map(polygons).collect()
    }
}

fn owners<I: Iterator<Item = usize>>(
    graph: &Graph,
    left: impl Fn(usize) -> I,
    is_sliver: impl Fn(&[usize], i64) -> bool,
) -> Owners {
    let walks = graph.walks();
    let mut owner: Vec<Option<usize>> = vec![None; walks.iter().map(Vec::len).sum()];
    let (mut gaps, mut overlaps) = (Vec::new(), 0);
    for walk in &walks {
        // Where two claim a face, it goes to the one with more of the line around it: rounding to
        // the grid can turn a splinter of one outline inside out, next to a face of another or the sea.
        let outline = most_along(graph, walk, &left);
        if outline.is_some() {
            let mut others = walk.iter().flat_map(|&half| left(half));
            overlaps += usize::from(others.any(|other| Some(other) != outline));
            for &half in walk {
                owner[half] = outline;
            }
        } else {
            let points: Vec<GridPoint> = walk.iter().map(|&half| graph.ends(half)[0]).collect();
            let area = double_area_of(&points);
            if (1..=GAP).contains(&area) || (area > GAP && is_sliver(walk, area)) {
                gaps.push(walk);
            }
        }
    }
    let mut closed = 0;
    for walk in gaps {
        let outline = most_along(graph, walk, |half| owner[half ^ 1].into_iter());
        closed += usize::from(outline.is_some());
        for &half in walk {
            owner[half] = outline;
        }
    }
    // What is drawn over the middle of an outline leaves a hole in it.
    for (walk, around) in surroundings(graph, &walks, |half| owner[half].is_none()) {
        for &half in &walks[walk] {
            owner[half] = owner[around];
        }
    }
    Owners {
        owner,
        gaps: closed,
        overlaps,
    }
}

/// The outline that most of a walk is along, by its length; `None` where that is little.
pub(super) fn most_along<I: Iterator<Item = usize>>(
    graph: &Graph,
    walk: &[usize],
    outlines: impl Fn(usize) -> I,
) -> Option<usize> {
    let (mut lengths, mut whole) = (BTreeMap::<usize, i64>::new(), 0);
    for &half in walk {
        let [a, b] = graph.ends(half);
        let length = (a[0] - b[0]).abs() + (a[1] - b[1]).abs();
        whole += length;
        for outline in outlines(half) {
            *lengths.entry(outline).or_default() += length;
        }
    }
    let longest = lengths.into_iter().max_by_key(|&(_, length)| length);
    let (outline, length) = longest?;
    (length * LEAST_PART >= whole).then_some(outline)
}

/// A closed walk as rings that come to no point twice.
pub(super) fn simple_rings(points: impl Iterator<Item = GridPoint>) -> Vec<Vec<GridPoint>> {
    let (mut rings, mut open) = (Vec::new(), Vec::<GridPoint>::new());
    for point in points {
        if let Some(at) = open.iter().position(|&known| known == point) {
            rings.push(open.split_off(at));
        }
        open.push(point);
    }
    rings.push(open);
    rings.retain(|ring| ring.len() > 2);
    rings
}

/// Rings as polygons: each clockwise one is a hole of the smallest other that has it inside.
fn polygons(rings: Vec<Vec<GridPoint>>) -> GridOutline {
    let (outer, holes): (Vec<_>, Vec<_>) =
        rings.into_iter().partition(|ring| double_area_of(ring) > 0);
    let mut polygons: GridOutline = outer.into_iter().map(|ring| vec![ring]).collect();
    for hole in holes {
        let around = polygons.iter_mut().filter(|rings| {
            // A hole may touch the ring around it: most of its points decide.
            let inside = hole.iter().filter(|&&point| encloses(&rings[0], point));
            inside.count() * 2 > hole.len()
        });
        if let Some(rings) = around.min_by_key(|rings| double_area_of(&rings[0])) {
            rings.push(hole);
        }
    }
    polygons
}

#[cfg(test)]
mod tests {
    use super::*;

    fn square(x: i64, y: i64, side: i64) -> Vec<GridPoint> {
        vec![[x, y], [x + side, y], [x + side, y + side], [x, y + side]]
    }

    fn areas(outlines: &[GridOutline]) -> Vec<i64> {
        let of = |outline: &GridOutline| {
            outline
                .iter()
                .flatten()
                .map(|ring| double_area_of(ring))
                .sum()
        };
        outlines.iter().map(of).collect()
    }

    #[test]
    fn an_overlap_goes_to_one_outline_and_a_sliver_is_filled() {
        let west = vec![vec![square(0, 0, 100)]];
        let east = vec![vec![vec![[98, 0], [200, 0], [200, 100], [98, 100]]]];
        // Both are along as much of the overlap: of equals, the later one.
        assert_eq!(areas(&cleaned(&[west.clone(), east])), [19_600, 20_400]);
        // A gap of 2 steps in the middle of the border: the eastern line along it is longer.
        let east = vec![vec![vec![
            [100, 0],
            [200, 0],
            [200, 100],
            [100, 100],
            [102, 50],
        ]]];
        assert_eq!(areas(&cleaned(&[west, east])), [20_000, 20_000]);
    }

    #[test]
    fn an_enclave_stays_a_hole_and_a_lake_of_no_outline_stays_open() {
        let mut hole = square(20, 20, 60);
        hole.reverse();
        let around = vec![vec![square(0, 0, 100), hole]];
        let found = cleaned(&[around.clone(), vec![vec![square(20, 20, 60)]]]);
        assert_eq!(areas(&found), [20_000 - 7_200, 7_200]);
        assert_eq!(found[0][0].len(), 2);
        assert_eq!(areas(&cleaned(&[around])), [20_000 - 7_200]);
    }

    #[test]
    fn what_is_drawn_over_the_middle_of_an_outline_leaves_a_hole_in_it() {
        let (land, town) = (
            vec![vec![square(0, 0, 100)]],
            vec![vec![square(20, 20, 60)]],
        );
        let house = vec![vec![square(30, 30, 10)]];
        let island = vec![vec![square(200, 0, 10)]];
        let found = cleaned(&[house, island, land, town]);
        assert_eq!(areas(&found), [200, 200, 20_000 - 7_200, 7_200 - 200]);
        assert_eq!(found[2][0].len(), 2);
    }

    #[test]
    fn an_island_in_a_lake_of_no_outline_leaves_no_hole() {
        let mut lake = square(20, 20, 60);
        lake.reverse();
        let around = vec![vec![square(0, 0, 100), lake], vec![square(40, 40, 10)]];
        assert_eq!(areas(&cleaned(&[around])), [20_000 - 7_200 + 200]);
    }

    #[test]
    fn polygons_that_touch_in_a_point_are_two_rings() {
        let bow = vec![vec![vec![[0, 0], [9, 9], [9, 0], [0, 9]]]];
        let found = cleaned(&[bow]);
        assert!(found[0].iter().flatten().all(|ring| ring.len() == 3));
    }
}
