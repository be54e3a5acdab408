//! Outlines that do not hold together: thin gaps between them, knots in their borders.

use std::collections::{BTreeMap, BTreeSet};

use super::clean::{Lines, most_along};
use super::edges::GridOutline;
use super::graph::Graph;
use super::point::{GridPoint, double_area_of};

/// Faces of no outline up to this width in steps of the grid belong to a neighbour, however long they
/// are: twice the area by the line around it.
const SLIVER: i64 = 4;

/// A piece that touches the rest of its outline in a point only is a knot in the border up to this part
/// of the rest: one in as many.
const KNOT_SHARE: i64 = 100;

/// How often knots are looked for: one that is given away may set another free.
const ROUNDS: usize = 4;

/// Outlines that were cleaned and mended, and what there was to mend.
#[derive(Debug)]
pub(super) struct Mended {
    pub(super) outlines: Vec<GridOutline>,
    pub(super) gaps: usize,
    pub(super) overlaps: usize,
}

/// The outlines, cleaned, with thin gaps closed and knots in their borders given to who lies around them.
pub(super) fn mended(outlines: &[GridOutline]) -> Mended {
    let lines = Lines::new(outlines);
    let graph = &lines.graph;
    let mut owners = lines.owners(|walk, area| area <= SLIVER * length(graph, walk));
    let walks = graph.walks();
    for _ in 0..ROUNDS {
        if !give_knots_away(graph, &walks, &mut owners.owner) {
            break;
        }
    }
    Mended {
        outlines: lines.traced(&owners.owner),
        gaps: owners.gaps,
        overlaps: owners.overlaps,
    }
}

/// The length of a walk, in steps east or west and north or south.
fn length(graph: &Graph, walk: &[usize]) -> i64 {
    let steps = walk.iter().map(|&half| {
        let [a, b] = graph.ends(half);
        (a[0] - b[0]).abs() + (a[1] - b[1]).abs()
    });
    steps.sum()
}

/// Faces of one owner that lie side by side.
struct Piece {
    owner: usize,
    halves: Vec<usize>,
    double_area: i64,
}

/// Gives small pieces that touch the rest of their outline in a point only to the outline that is most
/// along them, or to none on a coast; true where there are any.
fn give_knots_away(graph: &Graph, walks: &[Vec<usize>], owner: &mut [Option<usize>]) -> bool {
    let mut pieces = pieces(graph, walks, owner);
    pieces.sort_by_key(|piece| piece.double_area);
    let mut largest: BTreeMap<usize, usize> = BTreeMap::new();
    for (at, piece) in pieces.iter().enumerate() {
        largest.insert(piece.owner, at);
    }
    let points = |piece: &Piece| -> BTreeSet<GridPoint> {
        piece
            .halves
            .iter()
            .map(|&half| graph.ends(half)[0])
            .collect()
    };
    let mut bodies: BTreeMap<usize, BTreeSet<GridPoint>> = BTreeMap::new();
    let mut any = false;
    for (at, piece) in pieces.iter().enumerate() {
        let rest = largest[&piece.owner];
        let is_small =
            piece.double_area > 0 && piece.double_area * KNOT_SHARE <= pieces[rest].double_area;
        if at == rest || !is_small {
            continue;
        }
        let body = bodies
            .entry(piece.owner)
            .or_insert_with(|| points(&pieces[rest]));
        if points(piece).is_disjoint(body) {
            continue;
        }
        let others = |half: usize| {
            let across = owner[half ^ 1].filter(|&it| it != piece.owner);
            across.into_iter()
        };
        let to = most_along(graph, &piece.halves, others);
        for &half in &piece.halves {
            owner[half] = to;
        }
        any = true;
    }
    any
}

/// The pieces of all outlines. Faces lie side by side where they have an edge in common.
fn pieces(graph: &Graph, walks: &[Vec<usize>], owner: &[Option<usize>]) -> Vec<Piece> {
    let mut walk_of = vec![0; owner.len()];
    for (at, walk) in walks.iter().enumerate() {
        for &half in walk {
            walk_of[half] = at;
        }
    }
    let mut seen = vec![false; walks.len()];
    let mut pieces = Vec::new();
    for first in 0..walks.len() {
        let Some(whose) = owner[walks[first][0]].filter(|_| !seen[first]) else {
            continue;
        };
        seen[first] = true;
        let (mut open, mut halves, mut double_area) = (vec![first], Vec::new(), 0);
        while let Some(at) = open.pop() {
            let line: Vec<GridPoint> = walks[at].iter().map(|&half| graph.ends(half)[0]).collect();
            double_area += double_area_of(&line);
            for &half in &walks[at] {
                let next = walk_of[half ^ 1];
                if owner[half ^ 1] == Some(whose) && !seen[next] {
                    seen[next] = true;
                    open.push(next);
                }
            }
            halves.extend(&walks[at]);
        }
        pieces.push(Piece {
            owner: whose,
            halves,
            double_area,
        });
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    fn square(x: i64, y: i64, side: i64) -> Vec<GridPoint> {
        vec![[x, y], [x + side, y], [x + side, y + side], [x, y + side]]
    }

    #[test]
    fn a_long_gap_is_closed_while_it_is_thin() {
        let west = vec![vec![square(0, 0, 3_000)]];
        let gaps_of = |width: i64| {
            let east = [
                [3_000, 0],
                [5_000, 0],
                [5_000, 3_000],
                [3_000, 3_000],
                [3_000 + width, 2_900],
                [3_000 + width, 100],
            ];
            mended(&[west.clone(), vec![vec![east.to_vec()]]]).gaps
        };
        assert_eq!((gaps_of(4), gaps_of(30)), (1, 0));
    }

    #[test]
    fn a_knot_in_a_shared_border_goes_to_who_lies_around_it() {
        // The border runs north along x = 1,000, and at y = 500 once around a loop of 50 x 50.
        let border = [
            [1_000, 0],
            [1_000, 500],
            [1_050, 500],
            [1_050, 550],
            [1_000, 550],
            [1_000, 500],
            [990, 510],
            [1_000, 1_000],
        ];
        let mut west: Vec<GridPoint> = border.to_vec();
        west.extend([[0, 1_000], [0, 0]]);
        let mut east: Vec<GridPoint> = border.iter().rev().copied().collect();
        east.extend([[2_000, 0], [2_000, 1_000]]);
        let found = mended(&[vec![vec![west]], vec![vec![east]]]).outlines;
        assert!(
            found
                .iter()
                .all(|polygons| polygons.len() == 1 && polygons[0].len() == 1)
        );
    }

    #[test]
    fn an_exclave_that_touches_nothing_of_its_own_stays() {
        let land = vec![vec![square(0, 0, 1_000)], vec![square(2_500, 500, 20)]];
        let mut hole = square(2_500, 500, 20);
        hole.reverse();
        let other = vec![vec![square(2_000, 0, 1_000), hole]];
        let found = mended(&[land, other]).outlines;
        assert_eq!((found[0].len(), found[1][0].len()), (2, 2));
    }
}
