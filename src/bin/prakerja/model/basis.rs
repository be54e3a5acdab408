//! What each region's figures rest on: a figure of its own, its province's, or the nation's.

use jangkau::cube::{ControlKind, Provenance};

use super::control::{Control, Measure, Place};
use super::layout::{RegionIx, Trait};
use super::regions::Region;

/// For the count (`of` is `None`) or the distribution of a trait. Shape: one entry a region.
///
/// A check does not count: it is not what the model rests on.
pub(crate) fn rests(
    controls: &[&Control],
    of: Option<Trait>,
    regions: &[Region],
) -> Vec<Provenance> {
    let mut rests = vec![Provenance::All; regions.len()];
    for control in controls {
        let (Measure::Count(scope) | Measure::Share(scope)) = &control.measure else {
            continue;
        };
        if control.kind == ControlKind::Check || scope.clause.as_ref().map(|it| it.of) != of {
            continue;
        }
        let kind = match scope.place {
            Place::Region(_) => Provenance::Own,
            Place::Province(_) => Provenance::Group,
            Place::Nation | Place::Tertinggal | Place::Jawa => continue,
        };
        for (at, rest) in rests.iter_mut().enumerate() {
            if *rest != Provenance::Own && scope.place.has(RegionIx(at), &regions[at]) {
                *rest = kind;
            }
        }
    }
    rests
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::fit::tests::shipped_fit;
    use crate::model::sources::tests::shipped;

    #[track_caller]
    fn check(of: Option<Trait>, own: usize, group: usize) {
        let sources = shipped();
        let controls: Vec<&Control> = shipped_fit()
            .outcomes
            .iter()
            .map(|it| &it.control)
            .collect();
        let rests = rests(&controls, of, sources.regions());
        let count = |kind| rests.iter().filter(|it| **it == kind).count();
        assert_eq!(
            (count(Provenance::Own), count(Provenance::Group)),
            (own, group)
        );
    }

    /// Three net counts, seven of Jawa Barat, Medan, two of NTB, eight of Jawa Tengah and the ten
    /// of Bengkulu; everywhere else the province's count is spread by population.
    #[test]
    fn thirty_one_regions_have_a_count_of_their_own() {
        check(None, 31, 514 - 31);
    }

    /// Garut has its ages, Sumatera Utara (33) and Jawa Tengah (35) those of the province.
    #[test]
    fn traits_rest_on_a_province_only_where_one_was_published() {
        check(Some(Trait::Age), 1, 33 + 35);
        check(Some(Trait::Sex), 0, 33);
        check(Some(Trait::Training), 0, 33 + 17);
        check(Some(Trait::Education), 0, 0);
        check(Some(Trait::Disability), 0, 0);
    }
}
