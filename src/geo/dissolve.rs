//! Groups of regions as rings, from the arcs of the regions.

use super::{ArcRef, FeatureIx, Ring, Topology};

/// A group of features, numbered from 0 without gaps.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Group(pub usize);

/// The group of a feature; `None` where it is in none.
pub(super) fn group_of(groups: &[Option<Group>], feature: FeatureIx) -> Option<Group> {
    groups.get(feature.0).copied().flatten()
}

/// The rings of each group, in the order of the groups: outer ones and holes, to be filled by the
/// even-odd rule. `groups` has one item a feature. A group of no feature has no ring.
///
/// Arcs between two features of one group cancel out. What is left meets in every junction an even
/// number of times, as each ring does, and so can be walked ring by ring.
#[must_use]
pub fn dissolve(topology: &Topology, groups: &[Option<Group>]) -> Vec<Vec<Ring>> {
    let count = groups.iter().flatten().map(|group| group.0 + 1).max();
    let mut outlines = vec![Vec::new(); count.unwrap_or(0)];
    for (at, feature) in topology.features().iter().enumerate() {
        let Some(group) = group_of(groups, FeatureIx(at)) else {
            continue;
        };
        for &arc in feature.rings().flat_map(Ring::arcs) {
            let sides = topology.sides(arc.arc());
            let inside = |side: &Option<FeatureIx>| {
                side.is_some_and(|feature| group_of(groups, feature) == Some(group))
            };
            if !sides.iter().all(inside) {
                outlines[group.0].push(arc);
            }
        }
    }
    let junctions = Junctions::of(topology);
    let mut meeting = vec![Vec::new(); topology.arcs().len() * 2];
    let rings = outlines.iter();
    rings
        .map(|arcs| stitch(arcs, &junctions, &mut meeting))
        .collect()
}

/// Which ends of arcs meet, told by the rings alone: no position is compared.
struct Junctions(Vec<usize>);

impl Junctions {
    fn of(topology: &Topology) -> Self {
        let mut ends = Self((0..topology.arcs().len() * 2).collect());
        for ring in topology.features().iter().flat_map(super::Feature::rings) {
            let following = ring.arcs().iter().cycle().skip(1);
            for (&arc, &next) in ring.arcs().iter().zip(following) {
                let (one, other) = (ends.root(end(arc.turned())), ends.root(end(next)));
                ends.0[one.max(other)] = one.min(other);
            }
        }
        for at in 0..ends.0.len() {
            ends.0[at] = ends.root(at);
        }
        ends
    }
    fn root(&mut self, mut at: usize) -> usize {
        while self.0[at] != at {
            self.0[at] = self.0[self.0[at]];
            at = self.0[at];
        }
        at
    }
    /// Where an arc begins.
    fn start(&self, arc: ArcRef) -> usize {
        self.0[end(arc)]
    }
}

/// The end of an arc that it begins at.
fn end(arc: ArcRef) -> usize {
    arc.arc().0 * 2 + usize::from(arc.is_reversed())
}

/// `meeting` is empty for every junction before and after.
fn stitch(arcs: &[ArcRef], junctions: &Junctions, meeting: &mut [Vec<usize>]) -> Vec<Ring> {
    for (at, &arc) in arcs.iter().enumerate() {
        // Turned ones first: those that keep their direction are taken sooner.
        meeting[junctions.start(arc.turned())].insert(0, at);
        meeting[junctions.start(arc)].push(at);
    }
    let mut open = vec![true; arcs.len()];
    let mut rings = Vec::new();
    for (at, &first) in arcs.iter().enumerate() {
        if !open[at] {
            continue;
        }
        open[at] = false;
        let (mut ring, mut arc) = (vec![first], first);
        while junctions.start(arc.turned()) != junctions.start(first) {
            let here = junctions.start(arc.turned());
            let Some(next) = std::iter::from_fn(|| meeting[here].pop()).find(|&at| open[at]) else {
                break;
            };
            open[next] = false;
            arc = arcs[next];
            if junctions.start(arc) != here {
                arc = arc.turned();
            }
            ring.push(arc);
        }
        rings.push(Ring::new(ring));
    }
    for &arc in arcs {
        meeting[junctions.start(arc)].clear();
        meeting[junctions.start(arc.turned())].clear();
    }
    rings
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::sample::{grid, squares};
    use super::*;

    /// Twice the area, from the positions of rings.
    fn double_area(topology: &Topology, rings: &[Ring]) -> f64 {
        let of = |ring: &Ring| -> f64 {
            let all: Vec<_> = topology.ring_positions(ring).collect();
            let next = all.iter().cycle().skip(1);
            all.iter()
                .zip(next)
                .map(|(a, b)| a.lon * b.lat - b.lon * a.lat)
                .sum()
        };
        rings.iter().map(of).sum()
    }

    fn closes(topology: &Topology, ring: &Ring) -> bool {
        let ends = |arc: ArcRef| {
            let mut all = topology.arc_positions(arc);
            let first = all.next();
            (first, all.last())
        };
        let following = ring.arcs().iter().cycle().skip(1);
        let mut pairs = ring.arcs().iter().zip(following);
        pairs.all(|(&arc, &next)| ends(arc).1 == ends(next).0)
    }

    #[test]
    fn two_squares_side_by_side_make_one_ring() {
        let groups = [Some(Group(0)), Some(Group(0)), Some(Group(1))];
        let rings = dissolve(&squares(), &groups);
        let arcs = |group: usize| -> Vec<Vec<usize>> {
            let of = |ring: &Ring| ring.arcs().iter().map(|arc| arc.arc().0).collect();
            rings[group].iter().map(of).collect()
        };
        assert_eq!(arcs(0), [[0, 2]]);
        assert_eq!(arcs(1), [[3]]);
    }

    #[test]
    fn a_ring_of_squares_has_a_hole() {
        let topology = grid();
        let groups = [0, 0, 0, 0, 9, 0, 0, 0, 0].map(|at| (at < 9).then_some(Group(at)));
        let rings = dissolve(&topology, &groups);
        let lengths: Vec<usize> = rings[0].iter().map(|ring| ring.arcs().len()).collect();
        assert_eq!(lengths, [12, 4]);
        assert!((double_area(&topology, &rings[0]) - 16.0).abs() < 1e-12);
    }

    proptest! {
        #[test]
        fn groups_cover_what_their_features_cover(of in proptest::collection::vec(0..4_usize, 9)) {
            let topology = grid();
            let groups: Vec<_> = of.iter().map(|&at| (at < 3).then_some(Group(at))).collect();
            for (group, rings) in dissolve(&topology, &groups).iter().enumerate() {
                let squares = of.iter().filter(|&&at| at == group).count();
                let area = double_area(&topology, rings) / 2.0;
                prop_assert!((area - f64::from(u32::try_from(squares).unwrap())).abs() < 1e-9);
                prop_assert!(rings.iter().all(|ring| closes(&topology, ring)));
            }
        }
    }
}
