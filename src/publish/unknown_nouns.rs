//! Small whole figures of which nothing says whether they are people.

use crate::cube::{CatIx, Cube, Role};
use crate::publish::dataset_settings::DatasetSettings;
use crate::publish::guard::may_be_counts;
use crate::publish::small_counts::{counting_measures, figures};
use crate::tabular::{Finding, Gravity, Spot};

/// Figures that are all below this are marks or ranks rather than counts.
const LEAST_GREATEST: f64 = 10.0;

/// Of each measure that is called neither a count, nor a rate, nor an amount, and whose figures are whole, none
/// below zero, and some as small as those of people that are not published: what is to be said of it, once.
pub(super) fn unknown_nouns(file: &str, cube: &Cube, settings: &DatasetSettings) -> Vec<Finding> {
    let Some(metric) = cube.with_role(Role::Metric) else {
        return Vec::new();
    };
    let limit = f64::from(settings.small());
    let counts = counting_measures(cube);
    let mut is_asked = may_be_counts(cube, metric);
    let mut small = vec![0_usize; is_asked.len()];
    let mut greatest = vec![0.0_f64; is_asked.len()];
    for (_, measure, value) in figures(cube) {
        is_asked[measure] &= value >= 0.0 && value.fract() == 0.0;
        small[measure] += usize::from(value >= 1.0 && value <= limit);
        greatest[measure] = greatest[measure].max(value);
    }
    let finding = |at: usize| {
        let measure = cube.dimension(metric).categories().get(CatIx(at));
        let (label, code) = (measure.label().own(), measure.code().as_str());
        let is_said = settings.measures.get(code);
        let is_said = is_said.is_some_and(|it| it.people.is_some() || it.counts.is_some());
        let is_shown = small[at] > 0 && greatest[at] >= LEAST_GREATEST;
        if !is_asked[at] || counts[at].is_some() || is_said || !is_shown {
            return None;
        }
        let texts = [
            format!("whole figures of 1 to {limit}, and no word for what \"{label}\" counts"),
            "to know whether they are people, of whom so few are not published".to_owned(),
            format!("write people = true or people = false under [measures.{code:?}]"),
        ];
        let spot = Spot::Member(format!("measure \"{label}\""));
        Some(Finding {
            times: small[at],
            ..Finding::new(Gravity::Warning, "people-unsaid", (file, spot), texts)
        })
    };
    (0..small.len()).filter_map(finding).collect()
}
