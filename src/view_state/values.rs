//! The value of each key that says how a view is shown, reading and writing side by side.

use super::clause::{known, own};
use super::compared::compared_to;
use super::keys::{Key, axis_key, axis_of};
use super::percent::encoded;
use super::share_of::{OF, share_of_from};
use super::state::{can_be_columns, can_be_rows};
use super::{ClassScope, Classing, Column, MapForm, Quantity, Sort, Tab, ViewState};
use crate::cube::{Axis, CatIx, Cube, Role};

/// Puts what a value says into a view; `None` where the key does not take it. (Measures, the
/// places compared and the figure that is asked of are read apart: their values are codes.)
pub(super) fn read_value(cube: &Cube, state: &mut ViewState, key: Key, value: &str) -> Option<()> {
    match key {
        Key::Measure | Key::Geo | Key::Why => return None,
        Key::Level => {
            let axis = axis_of(cube, value).filter(|axis| is_geo(cube, *axis))?;
            state.level = Some(axis);
        }
        Key::As if value.starts_with(OF) => {
            state.share_of = Some(share_of_from(cube, value)?);
            state.quantity = Quantity::Share;
        }
        Key::As => state.quantity = Quantity::ALL.into_iter().find(|it| it.key() == value)?,
        Key::From => state.from = Some(period_from(cube, value)?),
        Key::Tab => state.tab = Tab::ALL.into_iter().find(|it| it.key() == value)?,
        Key::Map => state.map = MapForm::ALL.into_iter().find(|it| it.key() == value)?,
        Key::Class => state.classing = Classing::from_key(value)?,
        Key::Classes => {
            state.class_scope = ClassScope::ALL.into_iter().find(|it| it.key() == value)?;
        }
        Key::Rows => {
            let axis = axis_of(cube, value).filter(|axis| can_be_rows(cube, *axis))?;
            if state.listed(cube) != Some(axis) {
                state.rows = Some(axis);
            } else if is_geo(cube, axis) {
                // Rows that go with the map choose its level.
                state.level = Some(axis);
            }
        }
        Key::Cols => {
            let axis = axis_of(cube, value)?;
            state.cols = Some(axis).filter(|axis| can_be_columns(cube, state.rows(cube), *axis));
            state.cols?;
        }
        Key::Sort => {
            let sort = sort_from(cube, state.cols, value)?;
            state.sort = Some(sort).filter(|sort| state.has_column(sort.column, cube))?;
        }
        Key::Q => value.clone_into(&mut state.search),
        Key::Page => {
            let nth: usize = value.parse().ok()?;
            state.page = nth.checked_sub(1)?;
        }
        Key::Release => {
            state.release = Some(value.to_owned()).filter(|release| release != "latest");
        }
    }
    Some(())
}

/// Whether the defaults that a later release could change are written.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Defaults {
    LeftOut,
    Written,
}

/// The value of a key in a view, as it is written; `None` where it is left out.
pub(super) fn value_of(
    state: &ViewState,
    cube: &Cube,
    key: Key,
    defaults: Defaults,
) -> Option<String> {
    let lasting = defaults == Defaults::Written;
    match key {
        // Written among the filters, under the id of its dimension.
        Key::Measure => None,
        Key::Geo => compared_to(cube, &state.compared),
        Key::Level => {
            let usual = || state.level_of_no_choice(cube);
            let usual = || usual().filter(|axis| lasting && is_geo(cube, *axis));
            let level = state.level.or_else(usual)?;
            Some(encoded(&axis_key(cube, level)))
        }
        Key::As => {
            if let Some(of) = state.share_of() {
                return Some(format!("{OF}{}", encoded(cube.dimension(of).id().as_str())));
            }
            let quantity = state.quantity;
            (lasting || quantity != Quantity::default()).then(|| quantity.key().to_owned())
        }
        Key::From => {
            let time = Axis::of_dimension(cube.with_role(Role::Time)?);
            Some(encoded(cube.members(time).get(state.from?).code().as_str()))
        }
        Key::Tab => (state.tab != Tab::default()).then(|| state.tab.key().to_owned()),
        Key::Map => (state.map != MapForm::default()).then(|| state.map.key().to_owned()),
        Key::Class => (state.classing != Classing::default()).then(|| state.classing.key()),
        Key::Classes => {
            let scope = state.class_scope;
            (lasting || scope != ClassScope::default()).then(|| scope.key().to_owned())
        }
        Key::Rows => Some(encoded(&axis_key(cube, state.rows?))),
        Key::Cols => Some(encoded(&axis_key(cube, state.cols?))),
        Key::Sort => {
            let is_default = state.sort == Sort::default();
            (!is_default).then(|| sort_to(cube, state.cols, state.sort))
        }
        Key::Q => Some(encoded(&state.search)).filter(|text| !text.is_empty()),
        Key::Page => (state.page > 0).then(|| (state.page + 1).to_string()),
        Key::Why => Some(state.why.clone()).filter(|raw| !raw.is_empty()),
        Key::Release => {
            let latest = cube.metadata().release.as_deref().filter(|_| lasting);
            state.release.as_deref().or(latest).map(encoded)
        }
    }
}

fn is_geo(cube: &Cube, axis: Axis) -> bool {
    cube.with_role(Role::Geo) == Some(axis.dimension())
}

fn period_from(cube: &Cube, code: &str) -> Option<CatIx> {
    let time = Axis::of_dimension(cube.with_role(Role::Time)?);
    own(cube, time, code).or_else(|| known(cube, time, code))
}

/// A column by its name, or a category laid across the columns by its code.
fn sort_from(cube: &Cube, cols: Option<Axis>, value: &str) -> Option<Sort> {
    let sorted = |(descending, id): (bool, &str)| {
        let named = Column::ALL.into_iter().find(|column| column.key() == id);
        let column = named.or_else(|| {
            let code = id.strip_prefix("d.").unwrap_or(id);
            own(cube, cols?, code).map(Column::Of)
        })?;
        Some(Sort { column, descending })
    };
    let turned = value.strip_prefix('-').and_then(|id| sorted((true, id)));
    turned.or_else(|| sorted((false, value)))
}

/// A code that could be read as something else is written with `d.` before it.
fn sort_to(cube: &Cube, cols: Option<Axis>, sort: Sort) -> String {
    let sign = if sort.descending { "-" } else { "" };
    let (Column::Of(at), Some(cols)) = (sort.column, cols) else {
        return [sign, sort.column.key()].concat();
    };
    let code = cube.members(cols).get(at).code();
    let code = code.as_str();
    let taken = Column::ALL.iter().any(|column| column.key() == code);
    let escaped = taken || code.starts_with("d.") || code.starts_with('-') || code.is_empty();
    [sign, if escaped { "d." } else { "" }, &encoded(code)].concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scale::ClassMethod;

    /// Words as the table writes them.
    fn listed<'a>(words: impl IntoIterator<Item = &'a str>) -> String {
        let words: Vec<String> = words.into_iter().map(|word| format!("`{word}`")).collect();
        words.join(" ")
    }

    #[test]
    fn the_table_names_every_value_that_is_read() {
        let (low, high) = Classing::COUNTS.into_inner();
        let methods = listed(ClassMethod::ALL.map(ClassMethod::key));
        for (key, values, default) in [
            (
                Key::As,
                listed(Quantity::ALL.map(Quantity::key)) + " `of:{dimension}`",
                Quantity::default().key(),
            ),
            (
                Key::Tab,
                listed(Tab::ALL.map(Tab::key)),
                Tab::default().key(),
            ),
            (
                Key::Map,
                listed(MapForm::ALL.map(MapForm::key)),
                MapForm::default().key(),
            ),
            (
                Key::Class,
                format!("{methods}, then {low} to {high}"),
                &*Classing::default().key(),
            ),
            (
                Key::Classes,
                listed(ClassScope::ALL.map(ClassScope::key)),
                ClassScope::default().key(),
            ),
            (
                Key::Sort,
                listed(Column::ALL.map(Column::key))
                    + ", or a code of `cols`; `-` before it from the largest down",
                "-value",
            ),
        ] {
            let end = format!("| {values} | `{default}` |");
            assert!(key.row().ends_with(&end), "{}: expected {end}", key.row());
        }
        let compared = format!("at most {} |", crate::view_state::COMPARED);
        assert!(Key::Geo.row().contains(&compared));
    }

    #[test]
    fn the_documentation_has_the_table() {
        let rows: Vec<String> = Key::ALL.into_iter().map(Key::row).collect();
        let documentation = include_str!("README.md");
        assert!(documentation.contains(&rows.join("\n")), "{rows:#?}");
    }
}
