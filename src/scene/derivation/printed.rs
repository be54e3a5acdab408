//! What was printed about a figure: the published figures that it is made of.

use super::{Step, StepKind, source_of};
use crate::cube::{Axis, CatIx, Control, ControlKind, Cube, Fact, Role, Selection};
use crate::scene::about::{figure_name, published_text, source_text};
use crate::scene::facts::row as fact_row;
use crate::scene::text::{noted, texts};
use crate::view_state::{Quantity, ResolvedView};
use crate::words::{Messages, interpolate};

/// So many printed figures are told; more are counted.
const TOLD: usize = 6;

/// The printed figures behind the total of a view, the nearest first: those of the very figure, of everyone at
/// its place, and of the place that it was shared out from, over all its periods or of each.
pub(super) fn printed(
    cube: &Cube,
    view: &ResolvedView,
    facts: &[Fact],
    words: &Messages,
) -> Vec<Step> {
    let mut steps: Vec<Step> = facts_of(cube, view, facts, words);
    let asked = selections(cube, view);
    let controls = cube.metadata().controls.iter();
    // Of other periods where none is of these.
    let time = cube.with_role(Role::Time);
    let timeless = |selection: &Selection| selection.only(|axis| Some(axis.dimension()) != time);
    let of_any_period: Vec<Selection> = asked.iter().map(timeless).collect();
    let nearness = |control: &Control| {
        let of_these = asked.iter().position(|asked| *asked == control.selection);
        let selection = timeless(&control.selection);
        let of_any = || of_any_period.iter().position(|asked| *asked == selection);
        of_these.or_else(|| Some(asked.len() + of_any()?))
    };
    let found = controls.filter_map(|control| Some((nearness(control)?, control)));
    let mut found: Vec<(usize, &Control)> = found.collect();
    found.sort_by_key(|(nth, _)| *nth);
    steps.extend(
        found
            .into_iter()
            .map(|(_, control)| step(cube, control, words)),
    );
    if steps.len() > TOLD {
        let more = words.numbers.count(steps.len() - TOLD);
        steps.truncate(TOLD);
        let text = interpolate(words.step_more, &[("n", &more)]);
        steps.push(Step::plain(StepKind::Printed, text));
    }
    steps
}

/// What a figure is made of, as selections: the first is the figure itself.
fn selections(cube: &Cube, view: &ResolvedView) -> Vec<Selection> {
    let time = cube.with_role(Role::Time).map(Axis::of_dimension);
    let is_of_place = |axis: Axis| {
        Some(axis.dimension()) == view.geo || Some(axis.dimension()) == time.map(Axis::dimension)
    };
    let everyone = view.selection.only(is_of_place);
    let mut selections = vec![view.selection.clone(), everyone.clone()];
    let is_elsewhere = |axis: Axis| Some(axis.dimension()) != view.geo;
    let of_count = cube
        .footing(&everyone)
        .map(|footing| footing.total().count.from);
    let of_share = cube
        .footing(&view.selection)
        .map(|footing| footing.total().share.from);
    for (selection, from) in [(&everyone, of_count), (&view.selection, of_share)] {
        if let Some(source) = from.and_then(|from| source_of(cube, view, from)) {
            let elsewhere = selection.only(is_elsewhere);
            selections.push(match source {
                Some(place) => elsewhere.with(place.axis, vec![place.at]),
                None => elsewhere,
            });
        }
    }
    let periods = periods(cube, view);
    let with_period = |selection: &Selection| {
        let each = periods.iter().zip(time.into_iter().cycle());
        let each = each.map(|(at, time)| selection.clone().with(time, vec![*at]));
        each.collect::<Vec<_>>()
    };
    let by_period: Vec<Selection> = selections.iter().flat_map(with_period).collect();
    selections.extend(by_period);
    selections
}

/// The periods that are added.
fn periods(cube: &Cube, view: &ResolvedView) -> Vec<CatIx> {
    let Some(time) = cube.with_role(Role::Time) else {
        return Vec::new();
    };
    let passes = view.selection.passes(cube, time, None);
    let counted = cube.counted(&view.selection, time, passes.as_deref());
    let counted = counted.iter().enumerate().filter(|(_, counts)| **counts);
    counted.map(|(at, _)| CatIx(at)).collect()
}

fn step(cube: &Cube, control: &Control, words: &Messages) -> Step {
    let name = figure_name(cube, &control.selection, words);
    let kept = match control.kind {
        ControlKind::Hard => words.about_hard,
        ControlKind::Soft => words.about_soft,
        ControlKind::Check => words.about_check,
    };
    let note = control.note.as_ref();
    let note = note.map(|note| note.in_lang(words.code).to_owned());
    let note: Vec<String> = [kept.to_owned()].into_iter().chain(note).collect();
    let text = noted(&name, &words.listed_apart(&texts(&note)), words);
    Step {
        figure: published_text(control.published, control.share_of.is_some(), words),
        source: source_text(&control.source, words),
        url: control.source.https(),
        ..Step::plain(StepKind::Printed, text)
    }
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
