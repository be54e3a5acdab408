//! The places of a level with their numbers, or without places the categories of a dimension: what the
//! table and the ranking list.

use super::Figures;
use super::measures::{Measures, PlaceMeasures};
use super::place::parent_axis;
use crate::cube::{Axis, CatIx, Cube, Role, order_by};
use crate::view_state::{Place, ResolvedView};
use crate::words::Messages;
use std::cmp::Ordering;

/// One place with its numbers; in a dataset without places a category, along its axis.
#[derive(Debug, Clone)]
pub(super) struct Listed {
    pub(super) place: Place,
    pub(super) code: String,
    pub(super) name: String,
    /// Code and name of the group it belongs to.
    pub(super) group: Option<(String, String)>,
    pub(super) measures: Measures,
    /// Whether it is a sum of other places.
    pub(super) apart: bool,
    /// Whether it is the place in focus, or holds it; of categories, whether it is picked.
    pub(super) focus: bool,
}

impl Listed {
    /// The name of the group it belongs to; empty where there is none.
    pub(super) fn group_name(&self) -> &str {
        self.group.as_ref().map_or("", |(_, name)| name)
    }
}

/// The places of an axis that the filters leave anything of, in the order of the dataset.
pub(super) fn listed(
    cube: &Cube,
    view: &ResolvedView,
    figures: &Figures,
    (axis, words): (Axis, &Messages),
) -> Vec<Listed> {
    let input = PlaceMeasures::of_list(view, figures, axis);
    let parent = group_axis(cube, axis);
    let measures = input.measures(cube, view, figures, axis);
    let shown = (cube.members(axis).iter()).filter(|(at, _)| input.is_listed(cube, axis, *at));
    let is_place = view.geo == Some(axis.dimension());
    let picked = view.filters.clause(axis).filter(|_| !is_place);
    let place = |(at, category): (CatIx, &crate::cube::Category)| {
        let group =
            parent.and_then(|parent| Some(cube.members(parent).get(cube.along(parent, at)?)));
        let group = group.map(|group| {
            let name = group.label().in_lang(words.code);
            (group.code().to_string(), name.to_owned())
        });
        let place = Place { axis, at };
        Listed {
            place,
            code: category.code().to_string(),
            name: category.label().in_lang(words.code).to_owned(),
            group,
            measures: measures[at.0],
            apart: input.is_apart(cube, axis, at),
            focus: view.place.is_some_and(|focus| holds(cube, place, focus))
                || picked.is_some_and(|picked| picked.contains(&at)),
        }
    };
    shown.map(place).collect()
}

/// The grouping that a list of regions names beside them.
pub(super) fn group_axis(cube: &Cube, axis: Axis) -> Option<Axis> {
    let of_places = Axis::of_dimension(cube.with_role(Role::Geo)?);
    parent_axis(cube).filter(|_| axis == of_places)
}

/// Whether a listed place is the one in focus, or the group that holds it.
fn holds(cube: &Cube, listed: Place, focus: Place) -> bool {
    let above =
        focus.axis.grouping().is_none() && cube.along(listed.axis, focus.at) == Some(listed.at);
    listed == focus || (above && listed.axis.dimension() == focus.axis.dimension())
}

/// Lines in an order, sums of other places last; those that it leaves open stand by code.
pub(super) fn sorted<T>(
    lines: Vec<T>,
    of: impl Fn(&T) -> &Listed,
    compare: impl Fn(&T, &T) -> Ordering,
) -> Vec<T> {
    let order = order_by(lines.len(), &|a, b| {
        let (a, b) = (&lines[a], &lines[b]);
        let apart = of(a).apart.cmp(&of(b).apart);
        apart
            .then_with(|| compare(a, b))
            .then_with(|| of(a).code.cmp(&of(b).code))
    });
    let mut lines: Vec<Option<T>> = lines.into_iter().map(Some).collect();
    order.iter().filter_map(|&at| lines[at].take()).collect()
}
