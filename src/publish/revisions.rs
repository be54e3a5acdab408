//! What a table says otherwise than the release before.

use crate::cube::{CatIx, Cube, DimIx, Dimension, Role};
use crate::publish::guard::Kept;
use crate::publish::same_cells::SameCells;
use crate::publish::small_counts::key;
use crate::tabular::{Finding, Gravity, Spot};

/// How many codes or figures a finding names.
const NAMED: usize = 10;

/// A sum that differs by more than this share of what it was is not likely a revision.
const MUCH: f64 = 0.1;

/// Codes that are gone, renamed or new, and figures that were revised.
pub(super) fn revisions(file: &str, before: &Kept, now: &Cube) -> Vec<Finding> {
    let mut found = Vec::new();
    for old in before.cube.dimensions() {
        let mut same = now.dimensions().iter();
        match same.find(|it| it.id() == old.id()) {
            Some(new) => found.extend(codes(file, &before.release, old, new)),
            None if old.categories().len() > 1 => {
                found.push(gone_dimension(file, &before.release, old));
            }
            None => {}
        }
    }
    if let Some(same) = SameCells::new(now, &before.cube) {
        let revised = Revised::of(now, &before.cube, &same);
        found.extend(revised.finding(file, &before.release, now));
        found.extend(much(file, &before.release, (now, &before.cube, &same)));
    }
    found
}

fn gone_dimension(file: &str, release: &str, old: &Dimension) -> Finding {
    let label = old.label().own();
    let texts = [
        format!("no dimension \"{label}\" ({})", old.id()),
        format!("every dimension of release {release}"),
        REMEDY.to_owned(),
    ];
    Finding::new(Gravity::Question, "codes-gone", (file, Spot::File), texts)
}

const REMEDY: &str = "put back what links and downloads of readers name, or write accept = [\"codes-gone\"] in the settings";

/// Codes of a dimension that are gone, renamed or new. A code that is gone while its name stays under
/// another code was renamed.
fn codes(file: &str, release: &str, old: &Dimension, new: &Dimension) -> Vec<Finding> {
    let only = |these: &Dimension, those: &Dimension| -> Vec<(String, String)> {
        let these = these.categories().iter();
        let is_gone = |code: &str| those.categories().position(code).is_none();
        let of = these.map(|(_, it)| (it.code().as_str().to_owned(), it.label().own().to_owned()));
        of.filter(|(code, _)| is_gone(code)).collect()
    };
    let (mut gone, mut added) = (only(old, new), only(new, old));
    let mut renamed = Vec::new();
    gone.retain(|(code, label)| {
        let Some(at) = added.iter().position(|(_, other)| other == label) else {
            return true;
        };
        let (other, _) = added.remove(at);
        renamed.push(format!("{code} is now {other} ({label})"));
        false
    });
    let named = |(code, label): &(String, String)| {
        if code == label {
            code.clone()
        } else {
            format!("{code} ({label})")
        }
    };
    let gone: Vec<String> = gone.iter().map(named).collect();
    let added: Vec<String> = added.iter().map(named).collect();
    let label = new.label().own();
    let place = || (file, Spot::Member(format!("\"{label}\"")));
    let mut found = Vec::new();
    if !gone.is_empty() || !renamed.is_empty() {
        let parts = [("gone", &gone), ("renamed", &renamed)];
        let parts = parts.into_iter().filter(|(_, codes)| !codes.is_empty());
        let text = parts.map(|(what, codes)| format!("{} {what}: {}", codes.len(), first(codes)));
        let texts = [
            text.collect::<Vec<_>>().join("; "),
            format!("every code of {label} of release {release}"),
            REMEDY.to_owned(),
        ];
        found.push(Finding::new(
            Gravity::Question,
            "codes-gone",
            place(),
            texts,
        ));
    }
    if !added.is_empty() {
        let texts = [
            format!("{} new: {}", added.len(), first(&added)),
            format!("the codes of {label} of release {release}, or more"),
            String::new(),
        ];
        found.push(Finding::new(Gravity::Note, "codes-new", place(), texts));
    }
    found
}

/// The first of a list, and how many more there are.
fn first(all: &[String]) -> String {
    let mut text = all[..all.len().min(NAMED)].join(", ");
    if all.len() > NAMED {
        text += &format!(" and {} more", all.len() - NAMED);
    }
    text
}

/// The figures that differ.
#[derive(Default)]
struct Revised {
    count: usize,
    /// Figures that stood where now none does, and the reverse.
    lost: usize,
    gained: usize,
    /// The largest changes: cell, before, now.
    largest: Vec<(usize, f64, f64)>,
}

impl Revised {
    fn of(now: &Cube, before: &Cube, same: &SameCells<'_>) -> Self {
        let mut revised = Self::default();
        for cell in 0..now.shape().cells() {
            let Some(other) = same.of(cell) else { continue };
            match (before.gap(other).is_none(), now.gap(cell).is_none()) {
                (true, true) => {
                    revised.add(cell, before.values().get(other), now.values().get(cell));
                }
                (true, false) => revised.lost += 1,
                (false, true) => revised.gained += 1,
                (false, false) => {}
            }
        }
        revised
    }

    fn add(&mut self, cell: usize, before: f64, now: f64) {
        let change = (now - before).abs();
        if change <= 1e-9 * before.abs() {
            return;
        }
        self.count += 1;
        let larger = |(_, before, now): &(usize, f64, f64)| (now - before).abs() >= change;
        let at = self.largest.partition_point(larger);
        if at < NAMED {
            self.largest.insert(at, (cell, before, now));
            self.largest.truncate(NAMED);
        }
    }

    fn finding(&self, file: &str, release: &str, now: &Cube) -> Option<Finding> {
        let counts = [
            (self.count, "revised"),
            (self.lost, "gone"),
            (self.gained, "new"),
        ];
        let counts = counts.into_iter().filter(|(count, _)| *count > 0);
        let counts: Vec<String> = counts
            .map(|(count, what)| format!("{count} {what}"))
            .collect();
        if counts.is_empty() {
            return None;
        }
        let line = |(cell, before, after): &(usize, f64, f64)| {
            format!("{}: {before} to {after}", full_key(now, *cell))
        };
        let largest: Vec<String> = self.largest.iter().map(line).collect();
        let mut found = format!("figures {}", counts.join(", "));
        if !largest.is_empty() {
            found += &format!("; the largest changes: {}", largest.join("; "));
        }
        let texts = [
            found,
            format!("the figures of release {release}, or corrected ones"),
            "say why as correction in the settings, where readers should know".to_owned(),
        ];
        Some(Finding::new(
            Gravity::Note,
            "revised",
            (file, Spot::File),
            texts,
        ))
    }
}

/// The categories of a cell, and its measure where there are several.
fn full_key(cube: &Cube, cell: usize) -> String {
    match cube.with_role(Role::Metric) {
        Some(at) if cube.dimension(at).categories().len() > 1 => {
            let measure = CatIx(cube.shape().coordinate(cell, at));
            let measure = cube.dimension(at).categories().get(measure).label().own();
            format!("{measure}, {}", key(cube, cell))
        }
        _ => key(cube, cell),
    }
}

/// Of each measure and period the sum of the figures that both have, where it differs by much.
fn much(
    file: &str,
    release: &str,
    (now, before, same): (&Cube, &Cube, &SameCells<'_>),
) -> Option<Finding> {
    let axes = [Role::Metric, Role::Time].map(|role| now.with_role(role));
    let size = |at: Option<DimIx>| at.map_or(1, |at| now.dimension(at).categories().len());
    let place = |at: Option<DimIx>, cell| at.map_or(0, |at| now.shape().coordinate(cell, at));
    let mut sums = vec![(0.0, 0.0); size(axes[0]) * size(axes[1])];
    for cell in 0..now.shape().cells() {
        let Some(other) = same.of(cell) else { continue };
        if before.gap(other).is_none() && now.gap(cell).is_none() {
            let group = place(axes[0], cell) * size(axes[1]) + place(axes[1], cell);
            sums[group].0 += before.values().get(other);
            sums[group].1 += now.values().get(cell);
        }
    }
    let change = |(before, now): (f64, f64)| (now - before) / before.abs();
    let groups = sums
        .iter()
        .enumerate()
        .filter(|(_, (before, now))| *before != 0.0 && (now - before).abs() > MUCH * before.abs());
    let groups: Vec<(usize, &(f64, f64))> = groups.collect();
    let (at, sum) = groups
        .iter()
        .max_by(|(_, a), (_, b)| change(**a).abs().total_cmp(&change(**b).abs()))?;
    let name = |at: Option<DimIx>, category: usize| {
        let categories = now.dimension(at?).categories();
        Some(categories.get(CatIx(category)).label().own())
    };
    let names = [
        name(axes[0], at / size(axes[1])),
        name(axes[1], at % size(axes[1])),
    ];
    let names: Vec<&str> = names.into_iter().flatten().collect();
    let texts = [
        format!(
            "the figures that both have add up to {} instead of {} ({:+.0} %)",
            sum.1,
            sum.0,
            100.0 * change(**sum)
        ),
        format!("within {:.0} % of release {release}", 100.0 * MUCH),
        "look whether unit, columns and filters of the export are those of the release".to_owned(),
    ];
    Some(Finding {
        times: groups.len(),
        ..Finding::new(
            Gravity::Warning,
            "revised-much",
            (file, Spot::Member(names.join(", "))),
            texts,
        )
    })
}
