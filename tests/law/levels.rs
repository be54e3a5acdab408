//! The level of places that a cube is first looked at.

use jangkau::cube::{Axis, Provenance, Selection};
use proptest::prelude::*;

use crate::support::cases::cases;
use crate::support::cubes::any_cube;

proptest! {
    #![proptest_config(cases(1))]

    #[test]
    fn at_the_published_level_half_of_the_places_have_a_figure_of_their_own(cube in any_cube()) {
        let everyone = Selection::all();
        let own = |axis: Axis| {
            let members = cube.footing(&everyone).unwrap().members(axis);
            let own = members.iter().filter(|it| it.count.from == Provenance::Own);
            (own.count(), members.len())
        };
        let Some(basis) = &cube.metadata().basis else {
            prop_assert_eq!(cube.published_level(), None);
            return Ok(());
        };
        let axes: Vec<Axis> = cube.axes().filter(|axis| axis.dimension() == basis.regions).collect();
        let halves: Vec<Axis> = axes.into_iter().filter(|axis| {
            let (own, all) = own(*axis);
            own > 0 && own * 2 >= all
        }).collect();
        let Some(level) = cube.published_level() else {
            prop_assert!(halves.is_empty());
            return Ok(());
        };
        prop_assert!(halves.contains(&level));
        // The regions come before any grouping; of groupings none has more such groups.
        if halves.contains(&Axis::of_dimension(basis.regions)) {
            prop_assert_eq!(level.grouping(), None);
        } else {
            prop_assert!(halves.iter().all(|axis| own(*axis).0 <= own(level).0));
        }
    }
}
