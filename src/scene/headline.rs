//! The view as a sentence.

use super::Figures;
use super::basis::{pattern_of_view, rests_text};
use super::place::{focus, place_name, whole_name};
use super::text::{figure_text, inside_sentence, measured, noun_text, period_text};
use crate::cube::{Aggregation, Axis, CatIx, Cube, Figure, Role, Selection};
use crate::view_state::{Place, ResolvedView};
use crate::words::{Messages, fill};

/// So many regions are named in a sentence; more are counted.
const NAMED: usize = 6;

/// A share that the sentence names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    /// In whole percent.
    pub share: String,
    /// The dataset's own words.
    pub phrase: String,
    /// What it merely repeats ("national pattern"), where it is no finding.
    pub pattern: Option<&'static str>,
}

/// Who was reached, where and when; then the shares of the dataset's own facts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Headline {
    /// The figure.
    pub figure: String,
    /// What was counted, where and when.
    pub rest: String,
    /// The shares named.
    pub facts: Vec<Fact>,
    /// Whether the figure is a modelled estimate.
    pub estimate: bool,
    /// Whether nobody is in the selection.
    pub nobody: bool,
}

impl Headline {
    /// The whole as one sentence.
    #[must_use]
    pub fn sentence(&self) -> String {
        let mut text = format!("{} {}", self.figure, self.rest);
        for (at, fact) in self.facts.iter().enumerate() {
            text += if at == 0 { "; " } else { ", " };
            text += &format!("{} {}", fact.share, fact.phrase);
            if let Some(pattern) = fact.pattern {
                text += &format!(" ({pattern})");
            }
        }
        text
    }
}

/// Puts a view into a sentence.
#[must_use]
pub fn headline(cube: &Cube, view: &ResolvedView, figures: &Figures, words: &Messages) -> Headline {
    let total = figures.view.total();
    let mut rest = vec![noun_text(cube, total, words.code)];
    rest.extend(chosen(cube, view, words));
    rest.push(at_place(cube, view, figures, words));
    rest.retain(|part| !part.is_empty());
    let mut rest = rest.join(" ");
    let period = period_text(cube, &view.selection, words.code);
    if !period.is_empty() {
        rest += &format!(", {period}");
    }
    Headline {
        figure: figure_text(total, words),
        rest,
        facts: facts(cube, view, figures, words),
        estimate: cube.metadata().modelled,
        nobody: total == Figure::Number(0.0) && cube.metadata().aggregation == Aggregation::Sum,
    }
}

/// The measure and the words of what is picked.
fn chosen(cube: &Cube, view: &ResolvedView, words: &Messages) -> Option<String> {
    let measure = measured(cube, &view.filters).map(|measure| {
        let name = inside_sentence(measure.label().in_lang(words.code));
        let unit = measure.unit().filter(|unit| !unit.is_empty());
        unit.map_or(name.clone(), |unit| format!("{name}, {unit}"))
    });
    picked_text(cube, &view.selection, measure, words)
}

/// The words of what is picked, but for places and periods: phrases first, the rest in parentheses
/// after what stands `aside` already.
pub(super) fn picked_text(
    cube: &Cube,
    selection: &Selection,
    aside: Option<String>,
    words: &Messages,
) -> Option<String> {
    let mut parts = Vec::new();
    let mut aside: Vec<String> = aside.into_iter().collect();
    let geo = cube.with_role(Role::Geo);
    for (axis, picked) in selection.clauses() {
        let by_place = Some(axis.dimension()) == geo;
        let role = cube.dimension(axis.dimension()).role();
        if matches!(role, Role::Time | Role::Metric)
            || (by_place && !has_phrases(cube, axis, picked))
        {
            continue;
        }
        let members = cube.members(axis);
        let word = |at: &CatIx| {
            let category = members.get(*at);
            category.phrase().map_or_else(
                || category.label().in_lang(words.code),
                |it| it.in_lang(words.code),
            )
        };
        let listed = picked
            .iter()
            .map(word)
            .collect::<Vec<_>>()
            .join(&format!(" {} ", words.or));
        if has_phrases(cube, axis, picked) {
            parts.push(listed);
        } else {
            let label = inside_sentence(cube.axis_label(axis).in_lang(words.code));
            aside.push(format!("{label}: {listed}"));
        }
    }
    let aside = (!aside.is_empty()).then(|| format!("({})", aside.join("; ")));
    let phrases = (!parts.is_empty()).then(|| parts.join(", "));
    let both: Vec<String> = phrases.into_iter().chain(aside).collect();
    (!both.is_empty()).then(|| both.join(" "))
}

fn has_phrases(cube: &Cube, axis: Axis, picked: &[CatIx]) -> bool {
    picked
        .iter()
        .all(|at| cube.members(axis).get(*at).phrase().is_some())
}

/// "in 12 communes" where that many are known to be reached, else "in Veluna".
fn at_place(cube: &Cube, view: &ResolvedView, figures: &Figures, words: &Messages) -> String {
    let Some(geo) = view.geo else {
        return String::new();
    };
    let place = |name: &str| fill(words.at_place, &[("place", name)]);
    let picked = view
        .selection
        .clauses()
        .filter(|(axis, picked)| axis.dimension() == geo && !has_phrases(cube, *axis, picked));
    // The words for several regions are only there where the publisher wrote the headline.
    let counts_regions = !cube.metadata().headline.is_empty();
    let in_regions = |n: usize| {
        let n = words
            .numbers
            .decimals(f64::from(u32::try_from(n).unwrap_or(u32::MAX)), 0);
        let label = inside_sentence(cube.dimension(geo).label().in_lang(words.code));
        fill(words.at_regions, &[("n", &n), ("regions", &label)])
    };
    let mut names: Vec<String> = Vec::new();
    for (axis, picked) in picked {
        if counts_regions && axis.grouping().is_none() && picked.len() > NAMED {
            return in_regions(picked.len());
        }
        let name = |&at: &CatIx| place_name(cube, Some(Place { axis, at }), words);
        names.push(picked.iter().map(name).collect::<Vec<_>>().join(", "));
    }
    if !names.is_empty() {
        return place(&names.join("; "));
    }
    let only_places = view
        .filters
        .clauses()
        .all(|(axis, _)| axis.dimension() == geo);
    let whole = || {
        let whole = whole_name(cube, words);
        let has_name = cube.dimension(geo).whole().is_some();
        place(&if has_name {
            whole
        } else {
            inside_sentence(&whole)
        })
    };
    if !only_places || !counts_regions {
        return whole();
    }
    let regions = figures.view.marginal(Axis::of_dimension(geo));
    let leaves = cube.dimension(geo).categories();
    let total = cube.dimension(geo).total();
    let reached = leaves.iter().filter(|(at, _)| {
        Some(*at) != total
            && regions.is_shown(*at)
            && regions.figure(*at).number().is_some_and(|n| n > 0.0)
    });
    match reached.count() {
        0 => whole(),
        reached => in_regions(reached),
    }
}

fn facts(cube: &Cube, view: &ResolvedView, figures: &Figures, words: &Messages) -> Vec<Fact> {
    let total = figures.view.total();
    let open = cube.metadata().headline.iter().filter(|fact| {
        let same_place =
            focus(view).is_some_and(|place| place.axis.dimension() == fact.axis.dimension());
        view.filters.clause(fact.axis).is_none() && !same_place
    });
    let fact = |fact: &crate::cube::HeadlineFact| {
        let share = figures
            .view
            .marginal(fact.axis)
            .figure(fact.category)
            .over(total)?;
        let dimension = fact.axis.dimension();
        let pattern = pattern_of_view(cube, dimension, view);
        Some(Fact {
            share: words.numbers.round_percent(share),
            phrase: fact.phrase.in_lang(words.code).to_owned(),
            pattern: pattern.map(|rests| rests_text(rests, words)),
        })
    };
    open.filter_map(fact).collect()
}
