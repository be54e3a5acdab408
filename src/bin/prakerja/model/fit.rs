//! The whole model: sources in, whole persons and the outcome of every control out.

use super::backtest::{Case, backtest};
use super::control::{Bound, Control};
use super::counts::counts;
use super::national::National;
use super::people::people;
use super::provinces::{Province, provinces};
use super::rounding_errors::RoundingErrors;
use super::whole::Rounding;
use super::{ModelError, Sources, checks, hard, local, local_shares, shares};

/// A control and what the model reached of it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Outcome {
    pub(crate) control: Control,
    pub(crate) reached: f64,
}

impl Outcome {
    /// Reached less asked; 0 where a lower bound is kept.
    pub(crate) fn distance(&self) -> f64 {
        let distance = self.reached - self.control.asked;
        match self.control.bound {
            Bound::AtLeast if distance > 0.0 => 0.0,
            Bound::AtLeast | Bound::Exactly => distance,
        }
    }

    /// Whether the distance is within the tolerance.
    pub(crate) fn kept(&self) -> bool {
        self.distance().abs() <= self.control.tolerance
    }
}

/// The model's numbers and how it came to them.
#[derive(Debug)]
pub(crate) struct Fitted {
    /// Persons. Shape: years x regions x profiles.
    pub(crate) values: Vec<u32>,
    pub(crate) outcomes: Vec<Outcome>,
    /// Every count that was left out, and what the model makes of it without.
    pub(crate) cases: Vec<Case>,
    /// Sweeps of the fit of counts and of the fit of traits.
    pub(crate) sweeps: [usize; 2],
    /// How far rounding went from the fit.
    pub(crate) rounding: RoundingErrors,
}

/// Makes the model.
///
/// # Errors
/// [`ModelError`] when a figure is missing or the published figures contradict each other.
pub(crate) fn fit(sources: &Sources) -> Result<Fitted, ModelError> {
    let national = National::new(sources)?;
    let provinces = provinces(sources, national.years[0], national.whole)?;
    let controls = controls(sources, &national, &provinces)?;
    let cases = backtest(sources.regions(), &controls)?;
    let counts = counts(sources, &controls, &provinces)?;
    let people = people(sources, &controls, &counts)?;
    let rounding = Rounding {
        fitted: &people.fitted,
        counts: &counts.whole,
        national: &national,
    };
    let values = rounding.whole()?;
    let outcomes = controls
        .into_iter()
        .map(|control| Outcome {
            reached: control.measure.of(&values, sources.regions()),
            control,
        })
        .collect();
    Ok(Fitted {
        outcomes,
        cases,
        sweeps: [counts.sweeps, people.sweeps],
        rounding: RoundingErrors::of(&values, &people.fitted, &counts.fitted),
        values,
    })
}

/// Every control: hard, soft, checks.
fn controls(
    sources: &Sources,
    national: &National,
    provinces: &[Province<'_>],
) -> Result<Vec<Control>, ModelError> {
    let mut controls = hard::controls(sources, national, provinces)?;
    controls.extend(shares::controls(sources, national)?);
    controls.extend(local::controls(sources, national, provinces)?);
    controls.extend(local_shares::controls(sources)?);
    controls.extend(checks::controls(sources)?);
    Ok(controls)
}

#[cfg(test)]
pub(crate) mod tests {
    use std::sync::OnceLock;

    use super::super::control::Measure;
    use super::super::layout::PROFILES;
    use super::*;
    use crate::model::sources::tests::shipped;
    use jangkau::cube::ControlKind;

    pub(crate) fn shipped_fit() -> &'static Fitted {
        static FITTED: OnceLock<Fitted> = OnceLock::new();
        FITTED.get_or_init(|| fit(&shipped()).unwrap())
    }

    #[test]
    fn every_hard_control_holds_to_the_person() {
        let hard = |outcome: &&Outcome| outcome.control.kind == ControlKind::Hard;
        let outcomes = &shipped_fit().outcomes;
        assert_eq!(outcomes.iter().filter(hard).count(), 5 + 1 + 3 + 2 * 34 + 3);
        for outcome in outcomes.iter().filter(hard) {
            let (asked, reached) = (outcome.control.asked, outcome.reached);
            assert!((asked - reached).abs() < 0.5, "{outcome:?}");
        }
    }

    #[test]
    fn every_soft_control_is_kept() {
        for outcome in &shipped_fit().outcomes {
            let soft = outcome.control.kind == ControlKind::Soft;
            assert!(!soft || outcome.kept(), "{outcome:?}");
        }
    }

    /// figures.md, sections 3 and 8: exactly ten regencies exceed Jember, the first of Jawa Timur.
    #[test]
    fn jember_ranks_where_it_was_said_to() {
        let ranks: Vec<f64> = shipped_fit()
            .outcomes
            .iter()
            .filter(|outcome| matches!(outcome.control.measure, Measure::Rank(..)))
            .map(|outcome| outcome.reached)
            .collect();
        assert_eq!(ranks[..2], [11.0, 1.0]);
    }

    #[test]
    fn every_region_is_above_zero_over_the_four_years() {
        let mut regions = vec![0; 514];
        for (at, cells) in shipped_fit().values.chunks_exact(PROFILES).enumerate() {
            regions[at % 514] += cells.iter().sum::<u32>();
        }
        assert_eq!(regions.iter().sum::<u32>(), 17_500_000);
        assert!(regions.iter().min().is_some_and(|least| *least > 0));
    }

    #[test]
    fn the_same_sources_make_the_same_cells() {
        assert_eq!(fit(&shipped()).unwrap().values, shipped_fit().values);
    }

    #[test]
    fn rounding_stays_near_the_fit() {
        let errors = &shipped_fit().rounding;
        assert!(errors.cell < 2.0 && errors.count < 2.0, "{errors:?}");
        assert!(errors.category < 12.0, "{errors:?}");
    }

    #[test]
    fn the_values_leave_room_for_the_names_in_230_kb() {
        let text: Vec<String> = shipped_fit().values.iter().map(u32::to_string).collect();
        let size = brotli_size(text.join(",").as_bytes());
        assert!(size < 175_000, "{size}");
    }

    pub(crate) fn brotli_size(mut bytes: &[u8]) -> usize {
        let mut compressed = Vec::new();
        let params = brotli::enc::BrotliEncoderParams {
            quality: 11,
            ..Default::default()
        };
        brotli::BrotliCompress(&mut bytes, &mut compressed, &params).unwrap();
        compressed.len()
    }
}
