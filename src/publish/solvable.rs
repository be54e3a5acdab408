//! Hidden counts of people that readers could work out.

use crate::cube::{CatIx, Cube, DimIx, Role, Status};
use crate::disclosure::{
    By, Measure, WholeParts, WorkedOut, hidden_bound, whole_parts, worked_out,
};
use crate::publish::small_counts::{counting_measures, key};
use crate::tabular::{Finding, Gravity, Spot};

/// The measures of a cube that count.
pub(super) fn counts(cube: &Cube) -> Vec<Measure> {
    let metric = cube.with_role(Role::Metric);
    let powers = counting_measures(cube).into_iter().enumerate();
    let measure = |(at, power): (usize, Option<i32>)| {
        Some(Measure {
            at: metric.map(|metric| (metric, CatIx(at))),
            is_whole: power? == 0,
        })
    };
    powers.filter_map(measure).collect()
}

/// The hidden counts that can be worked out, one finding a line; the figures themselves are not said.
pub(super) fn solvable(file: &str, cube: &Cube) -> Vec<Finding> {
    let told = worked_out(cube, &counts(cube));
    told.iter().map(|told| finding(file, cube, told)).collect()
}

/// How many cells are hidden, by their signs: `58 cells: 55 "<5", 3 "c"`; `None` where none is.
pub(super) fn hidden_cells(cube: &Cube) -> Option<String> {
    let mut by_sign: Vec<(&str, usize)> = Vec::new();
    let absent = cube.absent().iter();
    for cell in absent.filter(|cell| hidden_bound(cube, **cell).is_some()) {
        let sign = cube.statuses().get(*cell).map_or("", Status::as_str);
        match by_sign.iter_mut().find(|(known, _)| *known == sign) {
            Some((_, count)) => *count += 1,
            None => by_sign.push((sign, 1)),
        }
    }
    let all: usize = by_sign.iter().map(|(_, count)| count).sum();
    let each = by_sign
        .iter()
        .map(|(sign, count)| format!("{count} \"{sign}\""));
    let each = each.collect::<Vec<_>>().join(", ");
    let cells = if all == 1 { "cell" } else { "cells" };
    (all > 0).then(|| format!("{all} {cells}: {each}"))
}

fn finding(file: &str, cube: &Cube, WorkedOut { cells, by }: &WorkedOut) -> Finding {
    let keys = cells.iter().take(3).map(|cell| key(cube, *cell));
    let mut place = keys.collect::<Vec<_>>().join(" and ");
    if cells.len() > 3 {
        place += &format!(" and {} more", cells.len() - 3);
    }
    if let Some(metric) = cube.with_role(Role::Metric)
        && matches!(by, By::Line { dimension, .. } if *dimension == metric)
    {
        let measure = CatIx(cube.shape().coordinate(cells[0], metric));
        let measure = cube.dimension(metric).categories().get(measure);
        place += &format!(": \"{}\"", measure.label().own());
    }
    let label = |at: DimIx| cube.dimension(at).label().own();
    let name = |at: DimIx, category: CatIx| {
        let category = cube.dimension(at).categories().get(category);
        category.label().own()
    };
    let safe = "or say in the settings why it is safe";
    let [found, expected, remedy] = match *by {
        By::Line {
            dimension,
            of,
            is_alone,
        } => {
            let is_across = cube.dimension(dimension).role() == Role::Metric;
            let along = if is_across {
                "the columns of figures"
            } else {
                label(dimension)
            };
            let total = name(dimension, of);
            let found = if is_alone {
                format!("hidden alone: \"{total}\" and what is shown beside it give the figure")
            } else {
                format!("hidden within bounds of which \"{total}\" leaves one value")
            };
            [
                found,
                format!("no hidden figure that a line along {along} gives away"),
                format!("hide a second figure of the line, coarsen {along}, {safe}"),
            ]
        }
        By::Share { share } => {
            let share = cube
                .with_role(Role::Metric)
                .map_or("", |metric| name(metric, share));
            [
                format!("hidden, but \"{share}\" times its base gives the figure"),
                "no share that gives a hidden count away".to_owned(),
                format!("hide \"{share}\" of the same cell, or round it, {safe}"),
            ]
        }
        By::Sign => [
            "a sign that stands for one value".to_owned(),
            "a sign for at least two values, as <5 is".to_owned(),
            format!("hide all figures below a higher limit, {safe}"),
        ],
    };
    Finding::new(
        Gravity::Error,
        "can-be-worked-out",
        (file, Spot::Member(place)),
        [found, expected, remedy],
    )
}

/// Cells that say of everyone in a line that they are, or are not, in it: counted once each.
pub(super) fn whole_counts(file: &str, cube: &Cube) -> Vec<Finding> {
    let mut all = WholeParts::default();
    for measure in counts(cube) {
        let WholeParts { zeros, wholes } = whole_parts(cube, measure);
        all.zeros.extend(zeros);
        all.wholes.extend(wholes);
    }
    let remedy =
        "look whether that may be known of everyone there; coarsen the table if it may not";
    let finding = |cells: &[usize], found: &str, expected: &str| {
        let first = cells.first()?;
        let place = (file, Spot::Member(key(cube, *first)));
        let texts = [found, expected, remedy];
        Some(Finding {
            times: cells.len(),
            ..Finding::new(Gravity::Warning, "zero-count", place, texts)
        })
    };
    let zeros = finding(
        &all.zeros,
        "nobody, so that it is known of everyone there",
        "some people, or a reason why there can be none",
    );
    let wholes = finding(
        &all.wholes,
        "as many as the total, so that it is known of everyone there",
        "less than the total",
    );
    zeros.into_iter().chain(wholes).collect()
}
