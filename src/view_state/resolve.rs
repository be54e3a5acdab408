//! A view, spelled out for one cube: what every panel reads.

use super::{Classing, MapForm, Place, Quantity, Sort, Tab, ViewState};
use crate::cube::{Axis, Cube, DimIx, Role, Selection};
use crate::embed::Options;

/// A view with every default filled in.
#[derive(Debug, Clone, PartialEq)]
pub struct ResolvedView {
    /// Interface language.
    pub lang: String,
    /// The filters and the place in focus.
    pub selection: Selection,
    /// The filters alone.
    pub filters: Selection,
    /// What a share is a share of: everyone of the same period and place.
    pub base: Selection,
    /// The clauses of periods alone.
    pub periods: Selection,
    /// The place in focus.
    pub place: Option<Place>,
    /// The geographical dimension.
    pub geo: Option<DimIx>,
    /// What the table lists: the geographical dimension, or a grouping of it.
    pub level: Option<Axis>,
    /// What is shown of the figures.
    pub quantity: Quantity,
    /// What fills the stage.
    pub tab: Tab,
    /// What the map's areas are.
    pub map: MapForm,
    /// How the map is classed.
    pub classing: Classing,
    /// The order of the table.
    pub sort: Sort,
    /// The places compared with the one in focus, in the dataset's order.
    pub compared: Vec<Place>,
    /// What the rows of the table are searched for; empty: nothing.
    pub search: String,
    /// How the view looks where it stands.
    pub options: Options,
    /// The dimensions that the reader may not change.
    pub locked: Vec<DimIx>,
}

/// Fills in the defaults of a view.
#[must_use]
pub fn resolve(state: &ViewState, cube: &Cube) -> ResolvedView {
    let geo = cube.with_role(Role::Geo);
    let at_place = |selection: Selection| match state.place {
        Some(place) => selection.with(place.axis, vec![place.at]),
        None => selection,
    };
    let dimensions = cube.dimensions();
    let periods = |axis: Axis| {
        matches!(
            dimensions[axis.dimension().0].role(),
            Role::Time | Role::Metric
        )
    };
    let base = state.filters.only(periods);
    ResolvedView {
        lang: state.lang.clone(),
        selection: at_place(state.filters.clone()),
        filters: state.filters.clone(),
        base: at_place(base.clone()),
        periods: base,
        place: state.place,
        geo,
        level: state.level.or(geo.map(Axis::of_dimension)),
        quantity: state.quantity,
        tab: state.tab,
        map: state.map,
        classing: state.classing,
        sort: state.sort,
        compared: state.compared.clone(),
        search: state.search.clone(),
        options: state.options.clone(),
        locked: state.locked.clone(),
    }
}
