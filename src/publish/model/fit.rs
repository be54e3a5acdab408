//! The whole model: sources in, whole persons and the outcome of every control out.

use super::control::{Bound, Control};
use super::counts::counts;
use super::national::National;
use super::people::people;
use super::provinces::provinces;
use super::whole::Rounding;
use super::{ModelError, Sources, checks, hard, local, shares};

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
    /// Sweeps of the fit of counts and of the fit of traits.
    pub(crate) sweeps: [usize; 2],
    /// Before rounding. Shape as `values`.
    pub(crate) fitted: Vec<f64>,
    /// Before rounding. Shape: years x regions.
    pub(crate) fitted_counts: Vec<f64>,
}

/// Makes the model.
///
/// # Errors
/// [`ModelError`] when a figure is missing or the published figures contradict each other.
pub(crate) fn fit(sources: &Sources) -> Result<Fitted, ModelError> {
    let national = National::new(sources)?;
    let whole = national.years.iter().sum();
    let provinces = provinces(sources, national.years[0], whole)?;
    let mut controls = hard::controls(sources, &national, &provinces)?;
    controls.extend(shares::controls(sources, &national)?);
    controls.extend(local::controls(sources, &national, &provinces)?);
    controls.extend(checks::controls(sources)?);
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
        values,
        outcomes,
        sweeps: [counts.sweeps, people.sweeps],
        fitted: people.fitted,
        fitted_counts: counts.fitted,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::publish::model::sources::tests::shipped;

    #[test]
    fn probe() {
        let started = std::time::Instant::now();
        let fitted = fit(&shipped()).unwrap();
        println!("{:?} {:?}", fitted.sweeps, started.elapsed());
        for outcome in &fitted.outcomes {
            println!(
                "{:?} {:?} asked {:.4} reached {:.4} {:.4} {}",
                outcome.control.kind,
                outcome.control.measure,
                outcome.control.asked,
                outcome.reached,
                outcome.distance(),
                if outcome.kept() { "" } else { "<--" },
            );
        }
        let text: Vec<String> = fitted.values.iter().map(u32::to_string).collect();
        std::fs::write("/tmp/model-values.json", text.join(",")).unwrap();
        let mut bytes = Vec::new();
        let params = brotli::enc::BrotliEncoderParams {
            quality: 11,
            lgwin: 22,
            ..Default::default()
        };
        brotli::BrotliCompress(&mut text.join(",").as_bytes(), &mut bytes, &params).unwrap();
        println!("brotli {}", bytes.len());
    }
}
