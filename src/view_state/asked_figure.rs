//! The figure of a view that a reader asks the derivation of (`why=`), reading and writing side by side.

use super::clause::{known, own, pieces, tilde_free};
use super::keys::{Key, axis_key, axis_of};
use super::percent::{decoded, encoded};
use super::{Place, Quantity, ResolvedView};
use crate::cube::{Axis, CatIx, Cube, Role};

/// The value of the key for the figure of the view itself.
pub const OWN_FIGURE: &str = ".";

/// What stands before a quantity other than that of the view.
const AS: &str = "as";

/// One figure that a view shows: its own, that of a place, bar or row, or that of a cell where two cross.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct AskedFigure {
    /// The category or group of each axis that it is of; none of the figure of the view itself.
    pub members: Vec<(Axis, CatIx)>,
    /// What it is, where that is not what the view shows.
    pub quantity: Option<Quantity>,
}

impl AskedFigure {
    /// The figure of a place, bar or row.
    #[must_use]
    pub fn of(axis: Axis, at: CatIx) -> Self {
        Self {
            members: vec![(axis, at)],
            quantity: None,
        }
    }

    /// Reads the value of the key as it stands in a link; `None` where the dataset has no such figure.
    #[must_use]
    pub fn from_raw(cube: &Cube, raw: &str) -> Option<Self> {
        let mut asked = Self::default();
        let raw = [raw];
        for piece in pieces(&raw).filter(|piece| !matches!(*piece, "" | OWN_FIGURE)) {
            asked.read_piece(cube, piece)?;
        }
        Some(asked)
    }

    /// One `{key}:{code}`; the sign between them may be encoded.
    fn read_piece(&mut self, cube: &Cube, piece: &str) -> Option<()> {
        let mut signs = [":", "%3A", "%3a"].into_iter();
        let split = signs.find_map(|sign| piece.split_once(sign));
        let (key, code) = split.map(|(key, code)| (decoded(key), decoded(code)))?;
        if key == AS {
            self.quantity = Some(Quantity::ALL.into_iter().find(|it| it.key() == code)?);
            return Some(());
        }
        let written = cube
            .axes()
            .find(|axis| tilde_free(&axis_key(cube, *axis)) == key);
        let axis = written.or_else(|| axis_of(cube, &key))?;
        let at = own(cube, axis, &code).or_else(|| known(cube, axis, &code))?;
        self.members.push((axis, at));
        Some(())
    }

    /// Writes it as it stands in a link.
    #[must_use]
    pub fn to_raw(&self, cube: &Cube) -> String {
        let member = |(axis, at): &(Axis, CatIx)| {
            let code = cube.members(*axis).get(*at).code();
            let key = encoded(&tilde_free(&axis_key(cube, *axis)));
            [&*key, ":", &encoded(&tilde_free(code.as_str()))].concat()
        };
        let quantity = self.quantity.map(|it| [AS, ":", it.key()].concat());
        let parts: Vec<String> = self.members.iter().map(member).chain(quantity).collect();
        if parts.is_empty() {
            OWN_FIGURE.to_owned()
        } else {
            parts.join("~")
        }
    }

    /// The link of a view, without a fragment, that asks of it.
    #[must_use]
    pub fn in_link(&self, cube: &Cube, link: &str) -> String {
        let sign = if link.contains('?') { "&" } else { "?" };
        [link, sign, Key::Why.name(), "=", &self.to_raw(cube)].concat()
    }

    /// The view whose own figure it is.
    #[must_use]
    pub fn view(&self, cube: &Cube, view: &ResolvedView) -> ResolvedView {
        let mut view = view.clone();
        if let Some(quantity) = self.quantity.filter(|it| *it != view.quantity) {
            view.quantity = quantity;
            view.share_of = None;
        }
        for &(axis, at) in &self.members {
            view = of_member(cube, &view, axis, at);
        }
        view
    }
}

/// The view of a member of a list alone.
fn of_member(cube: &Cube, view: &ResolvedView, axis: Axis, at: CatIx) -> ResolvedView {
    if view.geo == Some(axis.dimension()) {
        // A group in focus that does not hold the place stays chosen beside it.
        let holds = |place: &Place| {
            axis.grouping().is_none() && cube.along(place.axis, at) == Some(place.at)
        };
        let looked_into = view.place.filter(|place| place.axis != axis);
        let beside = looked_into.filter(|place| place.axis.grouping().is_some() && !holds(place));
        let mut view = view.clone();
        for selection in [&mut view.filters, &mut view.periods] {
            let others = std::mem::take(selection).without(axis);
            *selection = match beside {
                Some(place) => others.with(place.axis, vec![place.at]),
                None => others,
            };
        }
        return view.at(Some(Place { axis, at }));
    }
    let mut view = view.narrowed(cube, axis, at);
    let role = cube.dimension(axis.dimension()).role();
    if view.quantity == Quantity::Share && view.share_of.is_none() && role != Role::Metric {
        // What is no place has its share in all of its dimension.
        view.share_of = Some(axis.dimension());
        view.base = view.selection.clone().without(axis);
        view.periods = view.filters.clone().without(axis);
    }
    view
}
