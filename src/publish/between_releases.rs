//! What two releases of a dataset tell together that neither tells alone.

use crate::cube::{Cube, Role};
use crate::disclosure::hidden_bound;
use crate::publish::dataset_settings::DatasetSettings;
use crate::publish::guard::Kept;
use crate::publish::same_cells::SameCells;
use crate::publish::small_counts::{counting_measures, key};
use crate::tabular::{Finding, Gravity, Spot};

/// Counts that are hidden now and stand in a release that is kept, and counts of one period that differ by
/// so few people that these could be known by it.
pub(super) fn between_releases(
    file: &str,
    cube: &Cube,
    kept: &Kept,
    settings: &DatasetSettings,
) -> Vec<Finding> {
    let Some(same) = SameCells::new(cube, &kept.cube) else {
        return Vec::new();
    };
    let limit = f64::from(settings.small());
    let metric = cube.with_role(Role::Metric);
    let counts = counting_measures(cube);
    let release = &kept.release;
    let mut found = Vec::new();
    for cell in 0..cube.shape().cells() {
        let measure = metric.map_or(0, |at| cube.shape().coordinate(cell, at));
        let (Some(power), Some(before)) = (counts[measure], same.of(cell)) else {
            continue;
        };
        if kept.cube.gap(before).is_some() {
            continue;
        }
        let before = kept.cube.values().get(before);
        let (kind, texts) = if cube.gap(cell).is_none() {
            let people = (cube.values().get(cell) - before).abs() * 10_f64.powi(power);
            // What is less than one person is the rounding of a figure.
            if people < 0.5 || people > limit + 0.5 {
                continue;
            }
            (
                "small-difference",
                [
                    format!(
                        "a figure that differs by so few people from that of release {release}"
                    ),
                    format!("the figure of release {release}, or one that differs by more"),
                    format!(
                        "withdraw release {release}, publish the difference with more, or say in the settings why it is safe"
                    ),
                ],
            )
        } else if hidden_bound(cube, cell).is_some() {
            (
                "can-be-worked-out",
                [
                    format!("hidden, but shown in release {release}"),
                    "no hidden figure that an earlier release shows".to_owned(),
                    format!("withdraw release {release}, or say in the settings why it is safe"),
                ],
            )
        } else {
            continue;
        };
        let place = (file, Spot::Member(key(cube, cell)));
        found.push(Finding::new(Gravity::Error, kind, place, texts));
    }
    found
}
