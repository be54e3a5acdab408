//! What was printed about a figure: the published figures that it is made of.

use super::added::members;
use super::{Step, StepKind, source_of};
use crate::cube::{Axis, Control, Cube, Fact, Linked, Printed, Role, Selection, Source};
use crate::scene::about::{
    derived_figure, figure_name, kept_text, name_of_any_period, note, printed_figure, printed_of,
    source_text,
};
use crate::scene::basis::everyone;
use crate::scene::facts::row as fact_row;
use crate::scene::text::noted;
use crate::view_state::{Quantity, ResolvedView};
use crate::words::{Messages, interpolate};

/// So many printed figures are told; more are counted.
const TOLD: usize = 6;

/// The printed figures behind the total of a view, the nearest first: those of the very figure, of everyone at
/// its place, and of the place that it was shared out from, over all its periods or of each. And how many more there
/// are.
pub(super) fn printed(
    cube: &Cube,
    (view, answer): (&ResolvedView, &Linked),
    facts: &[Fact],
    words: &Messages,
) -> (Vec<Step>, usize) {
    let mut steps: Vec<Step> = facts_of(cube, view, facts, words);
    let found = controls_behind(cube, (view, answer));
    let told = TOLD.saturating_sub(steps.len());
    // One printed figure may stand behind several.
    let mut before: Vec<(&Printed, &Source)> = Vec::new();
    for control in found.iter().take(told) {
        let printed = control.printed.as_ref().map(|it| (it, &control.source));
        let is_told = printed.is_some_and(|printed| before.contains(&printed));
        let own = steps_of(cube, control, words).into_iter();
        steps.extend(own.filter(|step| !(is_told && step.kind == StepKind::Printed)));
        before.extend(printed);
    }
    let untold = found.len().saturating_sub(told);
    steps.extend(more_step(untold, words));
    // What was derived stands after all that was printed.
    let (printed, derived) = (steps.into_iter()).partition(|step| step.kind == StepKind::Printed);
    let steps = [printed, derived].into_iter();
    (steps.flat_map(|steps: Vec<Step>| steps).collect(), untold)
}

/// That there are more printed figures behind the figure than are told.
pub(super) fn more_step(untold: usize, words: &Messages) -> Option<Step> {
    let text = interpolate(words.step_more, &[("n", &words.numbers.count(untold))]);
    (untold > 0).then(|| Step::plain(StepKind::Printed, text))
}

/// The controls that a figure is made of, each once: those of its periods together or of each of them; where
/// there are none, those of other periods.
fn controls_behind<'a>(
    cube: &'a Cube,
    (view, answer): (&ResolvedView, &Linked),
) -> Vec<&'a Control> {
    let controls = &cube.metadata().controls;
    let time = cube.with_role(Role::Time).map(Axis::of_dimension);
    let periods = time.map_or_else(Vec::new, |time| members(time, answer));
    let mut found: Vec<usize> = Vec::new();
    for selection in selections(cube, view) {
        let of_each = periods.iter().zip(time.iter().cycle());
        let of_each = of_each.map(|(at, time)| selection.clone().with(*time, vec![*at]));
        let asked: Vec<Selection> = std::iter::once(selection.clone()).chain(of_each).collect();
        let whose = |is_asked: &dyn Fn(&Selection) -> bool| -> Vec<usize> {
            let controls = controls.iter().enumerate();
            let asked = controls.filter(|(_, control)| is_asked(&control.selection));
            asked.map(|(nth, _)| nth).collect()
        };
        let mut own = whose(&|of| asked.contains(of));
        if own.is_empty() {
            let timeless = without_periods(cube, &selection);
            own = whose(&|of| without_periods(cube, of) == timeless);
        }
        own.retain(|nth| !found.contains(nth));
        found.extend(own);
    }
    found.into_iter().map(|nth| &controls[nth]).collect()
}

/// What a figure is made of, as selections: itself, everyone at its place, and what these were derived from.
fn selections(cube: &Cube, view: &ResolvedView) -> Vec<Selection> {
    let everyone = everyone(cube, view);
    let is_elsewhere = |axis: Axis| Some(axis.dimension()) != view.geo;
    let count = |selection| Some(cube.footing(selection)?.total().count.from);
    let share = |selection| Some(cube.footing(selection)?.total().share.from);
    let from = [
        (&everyone, count(&everyone)),
        (&view.selection, share(&view.selection)),
    ];
    let mut selections = vec![view.selection.clone(), everyone.clone()];
    for (selection, from) in from {
        if let Some(source) = from.and_then(|from| source_of(cube, view, from)) {
            let elsewhere = selection.only(is_elsewhere);
            selections.push(match source {
                Some(place) => elsewhere.with(place.axis, vec![place.at]),
                None => elsewhere,
            });
        }
    }
    selections
}

/// What was printed of a control and, where the cube was asked for another figure, what was derived from it.
fn steps_of(cube: &Cube, control: &Control, words: &Messages) -> Vec<Step> {
    let note = note(control, words);
    let told = [Some(kept_text(control.kind, words)), note.as_deref()];
    let told: Vec<&str> = told.into_iter().flatten().collect();
    let own = || figure_name(cube, &control.selection, words);
    let with_note = |name: String| noted(&name, &words.listed_apart(&told), words);
    let derived = derived_figure(control, words);
    let printed = printed_figure(control, words).map(|figure| Step {
        figure,
        source: source_text(&control.source, words),
        url: control.source.https(),
        ..Step::plain(
            StepKind::Printed,
            match (printed_of(control, words), &derived) {
                (Some(of), _) => of.to_owned(),
                // Its own period stands beside it.
                (None, Some(_)) => name_of_any_period(cube, &control.selection, words),
                (None, None) => with_note(own()),
            },
        )
    });
    let derived = derived.map(|figure| Step {
        figure,
        ..Step::plain(StepKind::Derived, with_note(own()))
    });
    printed.into_iter().chain(derived).collect()
}

pub(super) fn without_periods(cube: &Cube, selection: &Selection) -> Selection {
    let time = cube.with_role(Role::Time);
    selection.only(|axis| Some(axis.dimension()) != time)
}

/// The facts that speak of the very figure.
fn facts_of(cube: &Cube, view: &ResolvedView, facts: &[Fact], words: &Messages) -> Vec<Step> {
    let share_of = (view.quantity == Quantity::Share).then_some(&view.base);
    let asks = |fact: &&Fact| {
        let question = fact.question.as_ref();
        question.is_some_and(|question| {
            question.selection == view.selection && question.share_of.as_ref() == share_of
        })
    };
    let is_count_or_share = matches!(view.quantity, Quantity::Count | Quantity::Share);
    let found = facts.iter().filter(asks).filter(|_| is_count_or_share);
    let step = |fact: &Fact| {
        let row = fact_row(cube, fact, None, words);
        Step {
            figure: row.published,
            source: words.listed_by_stops(&[&*row.title, &*row.publisher]),
            url: row.url,
            ..Step::plain(
                StepKind::Printed,
                words.listed_apart(&[&*row.about, &*row.place, &*row.period]),
            )
        }
    };
    found.map(step).collect()
}
