//! The places that any query finds.

use jangkau::cube::DimIx;
use jangkau::search::{Hit, PlaceIndex};
use proptest::prelude::*;

use crate::support::cases::cases;
use crate::support::cubes::any_cube;

proptest! {
    #![proptest_config(cases(1))]

    #[test]
    fn any_query_finds_places_of_the_cube_each_once_and_no_more_than_asked_for(
        cube in any_cube(), query in "(c[0-9]|g|[0-9]|x|ae|\\PC){0,12}", limit in 0..9_usize,
    ) {
        for dimension in (0..cube.dimensions().len()).map(DimIx) {
            let hits = PlaceIndex::new(&cube, dimension, "ar").find(&query, limit);
            prop_assert!(hits.len() <= limit);
            for (nth, hit) in hits.iter().enumerate() {
                prop_assert_eq!(hit.axis.dimension(), dimension);
                prop_assert!(hit.at.0 < cube.members(hit.axis).len());
                let same = |other: &&Hit| (other.axis, other.at) == (hit.axis, hit.at);
                prop_assert!(!hits[..nth].iter().any(|other| same(&other)));
            }
        }
    }
}
