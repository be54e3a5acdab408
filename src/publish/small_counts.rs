//! Counts of so few people that one of them could be known by them.

use crate::cube::{CatIx, Category, Cube, DimIx, Role};
use crate::publish::dataset_settings::DatasetSettings;
use crate::tabular::{Finding, Gravity, Spot};

/// The small counts that are shown, and counts that are none: below zero, or a part of a person. Of
/// figures that are no counts nothing is said.
#[must_use]
pub fn small_counts(file: &str, cube: &Cube, settings: &DatasetSettings) -> Vec<Finding> {
    let limit = f64::from(settings.small());
    let is_safe = settings.found_safe().is_some() || settings.public_at().is_some();
    let counts = counting_measures(cube);
    let fractional = fractional_measures(cube);
    let mut found = Vec::new();
    let broken = counts.iter().zip(&fractional).enumerate();
    for (measure, _) in broken.filter(|(_, (power, broken))| **power == Some(0) && **broken) {
        if !says_thousands(cube, measure) {
            found.push(no_whole_people(file, cube, measure));
        }
    }
    for (cell, measure, value) in figures(cube) {
        let Some(power) = counts[measure] else {
            continue;
        };
        let people = value * 10_f64.powi(power);
        let is_part = power == 0
            && value.fract() != 0.0
            && !fractional[measure]
            && !says_thousands(cube, measure);
        let (kind, expected, remedy) = if value < 0.0 || is_part {
            (
                "no-count",
                "whole people, none below zero",
                "correct the figure",
            )
        } else if people >= 1.0 && people <= limit && !is_safe {
            (
                "small-count",
                "no count of so few people",
                "coarsen the table, hide the figure and a second one beside it, or say in the settings why it is safe",
            )
        } else {
            continue;
        };
        let spot = Spot::Member(key(cube, cell));
        let shown = value.to_string();
        found.push(Finding::new(
            Gravity::Error,
            kind,
            (file, spot),
            [&*shown, expected, remedy],
        ));
    }
    found
}

/// Of each measure whether so many of its figures have decimals, a fifth and more, that they are no slips.
pub(super) fn fractional_measures(cube: &Cube) -> Vec<bool> {
    let metric = cube.with_role(Role::Metric);
    let measures = metric.map_or(1, |at| cube.dimension(at).categories().len());
    let mut counted = vec![(0_usize, 0_usize); measures];
    for (_, measure, value) in figures(cube) {
        let (broken, all) = &mut counted[measure];
        *broken += usize::from(value.fract() != 0.0);
        *all += 1;
    }
    let many = |(broken, all): (usize, usize)| broken > 1 && broken * 5 > all;
    counted.into_iter().map(many).collect()
}

/// The cells that have a figure: each with its measure, 0 where there is no dimension of them, and the figure.
pub(super) fn figures(cube: &Cube) -> impl Iterator<Item = (usize, usize, f64)> {
    let metric = cube.with_role(Role::Metric);
    let mut absent = cube.absent().iter().peekable();
    let shown = (0..cube.shape().cells()).filter(move |cell| absent.next_if_eq(&cell).is_none());
    shown.map(move |cell| {
        let measure = metric.map_or(0, |at| cube.shape().coordinate(cell, at));
        (cell, measure, cube.values().get(cell))
    })
}

/// A measure of people many of whose figures have decimals.
fn no_whole_people(file: &str, cube: &Cube, measure: usize) -> Finding {
    let metric = cube.with_role(Role::Metric);
    let category = metric.map(|at| cube.dimension(at).categories().get(CatIx(measure)));
    let label = category.map_or("", |category| category.label().own());
    let texts = [
        "decimals in many figures",
        "whole people",
        "if they are thousands, write multiplier = 3 under its [measures.ID]",
    ];
    let spot = Spot::Member(format!("measure \"{label}\""));
    Finding::new(Gravity::Warning, "no-count", (file, spot), texts)
}

/// Whether the name of a measure says that its figures are thousands or more: 12.5 is then no half person.
fn says_thousands(cube: &Cube, measure: usize) -> bool {
    let metric = cube.with_role(Role::Metric);
    metric.is_some_and(|metric| {
        let category = cube.dimension(metric).categories().get(CatIx(measure));
        Cube::says_thousands(category.label().own())
    })
}

/// Of each measure that counts, the power of ten that its figures are multiplied by.
pub(super) fn counting_measures(cube: &Cube) -> Vec<Option<i32>> {
    let Some(metric) = cube.with_role(Role::Metric) else {
        return vec![cube.is_called_a_count(&[]).then_some(0)];
    };
    let measures = cube.dimension(metric).categories().iter();
    let power = |(at, category): (CatIx, &Category)| {
        let counts = cube.is_called_a_count(&[(metric, at)]);
        counts.then(|| category.unit().map_or(0, |unit| unit.multiplier))
    };
    measures.map(power).collect()
}

/// The categories of a cell: `Kep, Female, 2024`.
pub(super) fn key(cube: &Cube, cell: usize) -> String {
    let dimensions = cube.dimensions().iter().enumerate();
    let labels = dimensions
        .filter(|(_, it)| it.role() != Role::Metric)
        .map(|(at, dimension)| {
            let category = cube.shape().coordinate(cell, DimIx(at));
            dimension
                .categories()
                .get(CatIx(category))
                .label()
                .own()
                .to_owned()
        });
    labels.collect::<Vec<_>>().join(", ")
}
