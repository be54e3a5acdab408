//! The lines between groups of regions, and the coast.

use super::{ArcIx, FeatureIx, Group, Topology, dissolve::group_of};

/// Arcs by what they part.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Borders {
    /// Arcs between two groups, or between a group and a feature of none.
    pub between: Vec<ArcIx>,
    /// Arcs of one feature alone: coasts and shores of lakes.
    pub coast: Vec<ArcIx>,
}

/// The border lines of groups of features, each once: what their outlines are drawn from.
/// `groups` has one item a feature.
#[must_use]
pub fn borders(topology: &Topology, groups: &[Option<Group>]) -> Borders {
    let mut found = Borders::default();
    let group = |feature: FeatureIx| group_of(groups, feature);
    for arc in (0..topology.arcs().len()).map(ArcIx) {
        match topology.sides(arc) {
            [Some(one), Some(other)] if group(one) != group(other) => found.between.push(arc),
            [Some(_), None] => found.coast.push(arc),
            _ => {}
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::super::sample::grid;
    use super::*;

    #[test]
    fn lines_run_where_groups_meet_and_along_the_coast() {
        // The southern row, the middle one, and of the northern row one square without a group.
        let groups = [0, 0, 0, 1, 1, 1, 1, 1, 9].map(|at| (at < 9).then_some(Group(at)));
        let found = borders(&grid(), &groups);
        let between: Vec<usize> = found.between.iter().map(|arc| arc.0).collect();
        // Level arcs 3 to 5 part the rows; 8 and 22 are the south and west sides of square 8.
        assert_eq!(between, [3, 4, 5, 8, 22]);
        assert_eq!(found.coast.len(), 12);
    }
}
