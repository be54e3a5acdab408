//! What stands under the headline of its figure: the rank of its place and the change over time.

use super::Figures;
use super::difference::{change_number, change_number_text};
use super::map::map;
use super::mark::{Mark, mark};
use super::period_numbers::{PeriodNumbers, grounds_of_periods, people};
use super::place::focus;
use super::report::{rank_of_map, rank_text};
use super::trend::trend_periods;
use crate::cube::{Axis, CatIx, Cube, Linked, Role, Sureness, linked};
use crate::view_state::{Quantity, ResolvedView};
use crate::words::{Messages, interpolate};

/// Something said of the figure of the headline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeadlineNote {
    /// In words: "rank 6 of 31 that are published", "+12% from 2020 to 2023".
    pub text: String,
    /// How sure it is, where the publisher says so.
    pub mark: Option<Mark>,
}

/// The rank of the place in focus, where a rank means something, then the change of the figure.
pub(super) fn notes(
    cube: &Cube,
    view: &ResolvedView,
    figures: &Figures,
    words: &Messages,
) -> Vec<HeadlineNote> {
    let rank = rank(cube, view, figures, words);
    rank.into_iter()
        .chain(change(cube, view, figures, words))
        .collect()
}

/// The rank of the place on the map of its level.
fn rank(
    cube: &Cube,
    view: &ResolvedView,
    figures: &Figures,
    words: &Messages,
) -> Option<HeadlineNote> {
    let place = view.place?;
    let scene = map(cube, view, figures, (place.axis, words));
    let text = rank_text(scene.rank(place.at)?, rank_of_map(&scene, words), words);
    let ground = scene.measures[place.at.0].ground(view.quantity);
    let mark = ground.map(|ground| mark(cube, (ground, Some(place)), words));
    Some(HeadlineNote { text, mark })
}

/// The change from the base period, or else the first that compares, to the last that is selected; none
/// of what only repeats a pattern, which is no finding, nor of the index of the whole, which is 100 in
/// every period.
fn change(
    cube: &Cube,
    view: &ResolvedView,
    figures: &Figures,
    words: &Messages,
) -> Option<HeadlineNote> {
    if view.quantity == Quantity::Index && view.place.is_none() {
        return None;
    }
    let time = Axis::of_dimension(cube.with_role(Role::Time)?);
    let first = || trend_periods(cube, view).first().copied();
    let from = view.from.or_else(first)?;
    let to = cube.period_read(&view.filters).filter(|to| *to != from)?;
    let grounds = grounds_of_periods((cube, view), &view.selection, time, &[from, to]);
    // As sure as the weaker of the two.
    let ground = grounds.and_then(|grounds| grounds.into_iter().max());
    if ground.is_some_and(|ground| ground.sureness == Sureness::Pattern) {
        return None;
    }
    let of_whole = (view.quantity == Quantity::Index).then(|| {
        let whole = view.filters.only(|axis| Some(axis.dimension()) != view.geo);
        (linked(cube, &whole), people(cube, view, &view.periods))
    });
    let whole = of_whole.as_ref();
    let numbers = PeriodNumbers {
        cube,
        view,
        time,
        now: &figures.view,
        base: Some(&figures.base),
        people: people(cube, view, &view.selection),
        whole: whole.map(|(whole, people): &(Linked, _)| (whole, *people)),
    };
    let ends = (numbers.interval(from)?, numbers.interval(to)?);
    let text = change_number_text(view.quantity, change_number(view.quantity, ends)?, words);
    let name = |at: CatIx| cube.members(time).get(at).label().in_lang(words.code);
    let values = [("change", &*text), ("from", name(from)), ("to", name(to))];
    Some(HeadlineNote {
        text: interpolate(words.change_between, &values),
        mark: ground.map(|ground| mark(cube, (ground, focus(view)), words)),
    })
}
