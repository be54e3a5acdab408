//! The views that a partner's page shows: of the first dataset of a site, whatever that is about.

use crate::cube::{Axis, CatIx, Cube, Role};
use crate::publish::open::{Opened, ReadLink};
use crate::scene::{Figures, headline, levels, parent_axis};
use crate::view_state::{Change, Place, ViewState, resolve, to_address};
use crate::words::Messages;

/// The link of the site's first dataset.
pub(super) const LINK: &str = "en/";

/// A view, as a partner would paste it.
#[derive(Debug)]
pub(super) struct View {
    /// Its link below the site's folder, without how it looks.
    pub(super) link: String,
    /// Its sentence.
    pub(super) title: String,
}

/// What the page shows; where the dataset has no places, groups, periods or choices, views without.
#[derive(Debug)]
pub(super) struct Views {
    /// A place, and of it the first category of the first dimension that classifies.
    place: View,
    /// The same of another place.
    other_place: View,
    /// A group of places in the last period.
    group: View,
    /// The whole by groups of places.
    level: View,
    /// What ends the fragment of the group's link, so that the reader may not change its period.
    pub(super) lock: String,
}

impl Views {
    pub(super) fn of(opened: &Opened) -> Self {
        let cube = &opened.cube;
        let read = ReadLink::new(opened, LINK);
        let view = |changes: &[Option<Change>]| {
            let changes = changes.iter().flatten().cloned();
            let state = changes.fold(read.state.clone(), |state, change| {
                state.apply(change, cube)
            });
            View::of(cube, &state, read.words)
        };
        let regions = levels(cube).first().copied();
        let groups = parent_axis(cube);
        let focus =
            |axis: Option<Axis>, nth: usize| Some(Change::Focus(Some(member(cube, axis?, nth)?)));
        let choice = || {
            let axis = axis_with_role(cube, Role::Classification)?;
            Some(Change::Toggle(axis, member(cube, axis, 0)?.at))
        };
        let periods = axis_with_role(cube, Role::Time);
        let last = periods.map(|axis| CatIx(cube.members(axis).len() - 1));
        Self {
            place: view(&[focus(regions, 0), choice()]),
            other_place: view(&[focus(regions, 1), choice()]),
            group: view(&[focus(groups, 0), last.map(|at| Change::Between(at, at))]),
            level: view(&[groups.map(Change::Level)]),
            lock: periods.map_or_else(String::new, |axis| format!("&lock={}", cube.axis_id(axis))),
        }
    }

    /// A view by the name that the page's template has for it.
    pub(super) fn named(&self, name: &str) -> Option<&View> {
        match name {
            "place" => Some(&self.place),
            "other_place" => Some(&self.other_place),
            "group" => Some(&self.group),
            "level" => Some(&self.level),
            _ => None,
        }
    }
}

impl View {
    fn of(cube: &Cube, state: &ViewState, words: &Messages) -> Self {
        let view = resolve(state, cube);
        let figures = Figures::of(cube, &view);
        Self {
            link: to_address(state, cube),
            title: headline(cube, &view, &figures, words).sentence(),
        }
    }
}

fn axis_with_role(cube: &Cube, role: Role) -> Option<Axis> {
    cube.with_role(role).map(Axis::of_dimension)
}

/// The nth member of an axis, from 0 and without a total; the first where there are fewer.
fn member(cube: &Cube, axis: Axis, nth: usize) -> Option<Place> {
    let total = match axis.grouping() {
        None => cube.dimension(axis.dimension()).total(),
        Some(_) => None,
    };
    let members = cube.members(axis).iter().map(|(at, _)| at);
    let mut members = members.filter(|&at| Some(at) != total);
    let first = members.next()?;
    let at = nth.checked_sub(1).and_then(|nth| members.nth(nth));
    Some(Place {
        axis,
        at: at.unwrap_or(first),
    })
}
