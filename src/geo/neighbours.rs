//! Regions next to each other.

use super::{ArcIx, FeatureIx, Topology};

/// Of each feature those that share an arc with it, ascending. Features that only touch in a point
/// are no neighbours.
#[must_use]
pub fn neighbours(topology: &Topology) -> Vec<Vec<FeatureIx>> {
    let mut lists: Vec<Vec<FeatureIx>> = vec![Vec::new(); topology.features().len()];
    for arc in 0..topology.arcs().len() {
        let [Some(one), Some(other)] = topology.sides(ArcIx(arc)) else {
            continue;
        };
        if one == other {
            continue;
        }
        for (of, found) in [(one, other), (other, one)] {
            let list = &mut lists[of.0];
            let place = list.partition_point(|it| *it < found);
            if list.get(place) != Some(&found) {
                list.insert(place, found);
            }
        }
    }
    lists
}

#[cfg(test)]
mod tests {
    use super::super::sample::grid;
    use super::*;

    #[test]
    fn a_square_of_a_grid_has_the_squares_across_its_sides() {
        let lists = neighbours(&grid());
        let of = |at: usize| lists[at].iter().map(|it| it.0).collect::<Vec<_>>();
        assert_eq!(of(0), [1, 3]);
        assert_eq!(of(4), [1, 3, 5, 7]);
        assert_eq!(of(5), [2, 4, 8]);
    }
}
