//! A view, spelled out for one cube: what every panel reads.

use super::{ClassScope, Classing, MapForm, Place, Quantity, Sort, Tab, ViewState};
use crate::cube::{Axis, CatIx, Cube, DimIx, Role, Selection};
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
    /// What a share is a share of: everyone of the same period and place, or those chosen but for one
    /// dimension.
    pub base: Selection,
    /// The same, wherever the view looks.
    pub periods: Selection,
    /// The place in focus.
    pub place: Option<Place>,
    /// The geographical dimension.
    pub geo: Option<DimIx>,
    /// What the map shows and the ranking lists: the geographical dimension, or a grouping of it;
    /// without places what [`usual_rows`](super::usual_rows) are. Where the link does not say, the
    /// [`usual_level`](super::usual_level).
    pub level: Option<Axis>,
    /// What is shown of the figures.
    pub quantity: Quantity,
    /// The dimension whose chosen categories a share puts over all of it; `None`: a share is of
    /// everyone.
    pub share_of: Option<DimIx>,
    /// The base period of a change.
    pub from: Option<CatIx>,
    /// Two periods compared: the base, and the last that is selected.
    pub change: Option<(CatIx, CatIx)>,
    /// What fills the stage.
    pub tab: Tab,
    /// What the map's areas are.
    pub map: MapForm,
    /// How the map is classed.
    pub classing: Classing,
    /// Over which places and periods the classes are taken.
    pub class_scope: ClassScope,
    /// What the rows of the table are: the level, or what the reader has asked for.
    pub rows: Option<Axis>,
    /// What is laid across the columns of the table.
    pub cols: Option<Axis>,
    /// The order of the table.
    pub sort: Sort,
    /// The places compared with the one in focus, in the dataset's order.
    pub compared: Vec<Place>,
    /// What the rows of the table are searched for; empty: nothing.
    pub search: String,
    /// The page of the table, counted from 0; of a table of fewer its last is shown.
    pub page: usize,
    /// The figure whose derivation is shown, as its link names it; empty: none.
    pub why: String,
    /// How the view looks where it stands.
    pub options: Options,
    /// The dimensions that the reader may not change.
    pub locked: Vec<DimIx>,
}

impl ResolvedView {
    /// Whether anything is filtered: a choice of the measure alone filters nothing.
    #[must_use]
    pub fn is_filtered(&self, cube: &Cube) -> bool {
        self.filters
            .clauses()
            .any(|(axis, _)| !cube.is_measure(axis))
    }

    /// What all panels read of the view, so that none of them is drawn anew for what one other reads:
    /// without the tab, the rows, columns, order, search and page of the table, the form of the map, the figure that is
    /// asked of, and the looks.
    #[must_use]
    pub fn in_common(&self) -> Self {
        Self {
            tab: Tab::default(),
            rows: self.level,
            cols: None,
            sort: Sort::default(),
            search: String::new(),
            page: 0,
            map: MapForm::default(),
            why: String::new(),
            options: Options::default(),
            ..self.clone()
        }
    }

    /// What the table as a whole reads of the view: whatever its page and the figure that is asked of.
    #[must_use]
    pub fn of_all_pages(&self) -> Self {
        Self {
            page: 0,
            why: String::new(),
            ..self.clone()
        }
    }

    /// The same view of another place in focus.
    #[must_use]
    pub fn at(&self, place: Option<Place>) -> Self {
        let within = |selection: &Selection| match place {
            Some(place) => selection.clone().with(place.axis, vec![place.at]),
            None => selection.clone(),
        };
        Self {
            selection: within(&self.filters),
            base: within(&self.periods),
            place,
            ..self.clone()
        }
    }

    /// The view without what is picked of an axis; `None` where it is that which a share is of.
    #[must_use]
    pub fn without(&self, axis: Axis) -> Option<Self> {
        let without = |selection: &Selection| selection.clone().without(axis);
        (self.share_of != Some(axis.dimension())).then(|| Self {
            selection: without(&self.selection),
            filters: without(&self.filters),
            base: without(&self.base),
            periods: without(&self.periods),
            ..self.clone()
        })
    }

    /// The view of one category, period or place alone.
    #[must_use]
    pub fn narrowed(&self, cube: &Cube, axis: Axis, at: CatIx) -> Self {
        let with = |selection: &Selection| selection.clone().with(axis, vec![at]);
        let mut view = self.clone();
        view.filters = with(&self.filters);
        view.selection = with(&self.selection);
        let of_those_chosen = self.share_of.is_some_and(|of| of != axis.dimension());
        let role = cube.dimension(axis.dimension()).role();
        if matches!(role, Role::Time | Role::Geo) || of_those_chosen {
            view.base = with(&self.base);
            view.periods = with(&self.periods);
        }
        view
    }
}

/// Fills in the defaults of a view.
#[must_use]
pub fn resolve(state: &ViewState, cube: &Cube) -> ResolvedView {
    let geo = cube.with_role(Role::Geo);
    let dimensions = cube.dimensions();
    let periods = |axis: Axis| {
        matches!(
            dimensions[axis.dimension().0].role(),
            Role::Time | Role::Metric
        )
    };
    let share_of = state.share_of();
    let base = state.filters.only(|axis| match share_of {
        Some(of) => axis.dimension() != of,
        None => periods(axis),
    });
    let everywhere = ResolvedView {
        lang: state.lang.clone(),
        selection: state.filters.clone(),
        filters: state.filters.clone(),
        base: base.clone(),
        periods: base,
        place: None,
        geo,
        level: state.listed(cube),
        quantity: state.quantity,
        share_of,
        from: state.from,
        change: change(state, cube),
        tab: state.tab,
        map: state.map,
        classing: state.classing,
        rows: state.rows(cube),
        class_scope: state.class_scope,
        cols: state.cols,
        sort: state.sort,
        compared: state.compared.clone(),
        search: state.search.clone(),
        page: state.page,
        why: state.why.clone(),
        options: state.options.clone(),
        locked: state.locked.clone(),
    };
    everywhere.at(state.place)
}

/// From the base period to the last that is selected; `None` where they are the same.
fn change(state: &ViewState, cube: &Cube) -> Option<(CatIx, CatIx)> {
    let last = cube.period_read(&state.filters);
    state.from.zip(last).filter(|(from, last)| from != last)
}
