//! The views that a partner's page shows: of the first dataset of a site, whatever that is about.

use crate::cube::{Axis, CatIx, Cube, Role};
use crate::publish::open::{Opened, ReadLink};
use crate::scene::{Figures, headline, levels, parent_axis};
use crate::view_state::{Change, Place, ViewState, link_from_state, resolve};
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
            link: link_from_state(state, cube),
            title: headline(cube, &view, &figures, words).sentence(words),
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cube::{
        Category, Code, DimIx, Dimension, Grouping, Id, Label, Metadata, Statuses, Values,
    };

    /// Dimensions of two categories each; the places, if there are any, are both in the north.
    fn opened(roles: &[(&str, Role)]) -> Opened {
        let category = |code: &str| Category::new(Code::new(code), Label::new(code));
        let dimension = |&(id, role): &(&str, Role)| {
            let categories = [1, 2].map(|nth| category(&format!("{id}{nth}")));
            let bare = Dimension::new(Id::new(id), Label::new(id), role, categories.to_vec());
            let north = Grouping::new(
                Id::new("side"),
                Label::new("Sides"),
                vec![category("north")],
                vec![Some(CatIx(0)); 2],
            );
            let groupings = (role == Role::Geo).then(|| north.unwrap());
            let groupings = groupings.into_iter().collect();
            bare.unwrap().with_groupings(groupings).unwrap()
        };
        let dimensions: Vec<Dimension> = roles.iter().map(dimension).collect();
        let values = Values::Whole(vec![1; 1 << roles.len()]);
        let statuses = (Vec::new(), Statuses::None);
        Opened {
            id: "wells".into(),
            cube: Cube::new(dimensions, values, statuses, Metadata::default()).unwrap(),
            boundaries: None,
            facts: Vec::new(),
            notices: Vec::new(),
            remarks: Vec::new(),
        }
    }

    #[track_caller]
    fn check(roles: &[(&str, Role)], links: [&str; 4], lock: &str) {
        let views = Views::of(&opened(roles));
        let names = ["place", "other_place", "group", "level"];
        let found = names.map(|name| &*views.named(name).unwrap().link);
        assert_eq!((found, &*views.lock), (links, lock));
    }

    #[test]
    fn the_views_are_of_places_groups_periods_and_choices_as_far_as_there_are_any() {
        let all = [
            ("year", Role::Time),
            ("area", Role::Geo),
            ("source", Role::Classification),
        ];
        check(
            &all,
            [
                "en/wells/area1/?source=source1",
                "en/wells/area2/?source=source1",
                "en/wells/side/north/?year=year2",
                "en/wells/?level=side",
            ],
            "&lock=year",
        );
        let choice = "en/wells/?source=source1";
        check(&all[2..], [choice, choice, "en/wells/", "en/wells/"], "");
    }

    #[test]
    fn a_total_is_no_place_of_its_own() {
        let cube = opened(&[("area", Role::Geo)]).cube;
        let areas = cube.dimension(DimIx(0)).clone();
        let areas = areas.with_total(&Code::new("area1")).unwrap();
        let statuses = (Vec::new(), Statuses::None);
        let values = Values::Whole(vec![1; 2]);
        let cube = Cube::new(vec![areas], values, statuses, Metadata::default()).unwrap();
        let axis = Axis::of_dimension(DimIx(0));
        for nth in [0, 1] {
            assert_eq!(member(&cube, axis, nth).unwrap().at, CatIx(1));
        }
    }
}
