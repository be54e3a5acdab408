//! The grammar of a link, reading and writing side by side.

use super::address::Address;
use super::clause::{clause_from, clause_to, known, own};
use super::compared::{compared_from, compared_to};
use super::keys::{RESERVED, axis_of, key_of};
use super::percent::{decoded, encoded};
use super::place_path::{place_from, push_place};
use super::state::{adds_up, can_be_columns};
use super::{Classing, Column, MapForm, Notice, Quantity, Sort, Tab, ViewState};
use crate::cube::{Axis, CatIx, Cube, DimIx, Role};
use crate::embed::{Odd, Options};

/// What a site knows apart from the dataset: its languages, the first being the default.
#[derive(Debug, Clone, Copy)]
pub struct Site<'a> {
    /// Codes of the languages.
    pub langs: &'a [&'a str],
}

/// Reads a link tolerantly: the valid part applies, and a notice names the rest. The languages and
/// the dataset's id decide what the path may say; `cube` what the query may.
#[must_use]
pub fn from_address(
    address: &Address,
    site: Site<'_>,
    dataset: &str,
    cube: &Cube,
) -> (ViewState, Vec<Notice>) {
    let mut notices = Vec::new();
    let lang = site.langs.iter().find(|lang| **lang == address.lang);
    if lang.is_none() && !address.lang.is_empty() {
        notices.push(Notice::UnknownLanguage {
            lang: address.lang.clone(),
        });
    }
    if address.dataset != dataset && !address.dataset.is_empty() {
        notices.push(Notice::UnknownDataset {
            dataset: address.dataset.clone(),
        });
    }
    let mut state = ViewState::landing(lang.or(site.langs.first()).unwrap_or(&""), dataset);
    state.place = place_from(cube, &address.place);
    if state.place.is_none() && !address.place.is_empty() {
        notices.push(Notice::UnknownPlace {
            place: address.place.join("/"),
        });
    }
    state.fragment.clone_from(&address.fragment);
    read_fragment(cube, &mut state, &mut notices);
    // What makes columns comes first: the order may name one of them.
    let (columns, others): (Vec<_>, Vec<_>) =
        (pairs(&address.query).into_iter()).partition(|(key, _)| matches!(&**key, "cols" | "from"));
    for (key, values) in columns.iter().chain(&others) {
        read_pair(cube, &mut state, (key, values), &mut notices);
    }
    if let Some(place) = state.place
        && let Some(picked) = state.filters.clause(place.axis)
    {
        if picked != [place.at] {
            notices.push(Notice::PlaceFirst { axis: place.axis });
        }
        state.filters = state.filters.without(place.axis);
    }
    if !state.quantity.is_offered(cube) {
        let quantity = state.quantity.key().to_owned();
        notices.push(if adds_up(cube) {
            Notice::NoDenominator { quantity }
        } else {
            Notice::UnknownValue {
                key: "as".to_owned(),
                value: quantity,
            }
        });
        state.quantity = Quantity::default();
    }
    (state, notices)
}

/// How the view looks, and which dimensions may not be changed.
fn read_fragment(cube: &Cube, state: &mut ViewState, notices: &mut Vec<Notice>) {
    let (options, odd) = Options::from_fragment(&state.fragment, decoded);
    let notice = |Odd { key, value }| Notice::UnknownValue { key, value };
    notices.extend(odd.into_iter().map(notice));
    for id in &options.lock {
        match axis_of(cube, id) {
            Some(axis) => state.locked.push(axis.dimension()),
            None => notices.push(Notice::UnknownValue {
                key: "lock".to_owned(),
                value: id.clone(),
            }),
        }
    }
    state.options = options;
}

/// Keys in order of first appearance, each with its raw values: one given twice is joined.
fn pairs(query: &str) -> Vec<(String, Vec<&str>)> {
    let mut pairs: Vec<(String, Vec<&str>)> = Vec::new();
    for part in query.split('&').filter(|part| !part.is_empty()) {
        let (key, value) = part.split_once('=').unwrap_or((part, ""));
        let key = decoded(key);
        match pairs.iter_mut().find(|(known, _)| *known == key) {
            Some((_, values)) => values.push(value),
            None => pairs.push((key, vec![value])),
        }
    }
    pairs
}

/// The release that a link pins, before the dataset is known; `None`: the latest.
#[must_use]
pub fn release_of(address: &Address) -> Option<String> {
    let pairs = pairs(&address.query);
    let (_, raw) = pairs.iter().find(|(key, _)| key == "release")?;
    Some(single(raw)).filter(|release| !release.is_empty() && release != "latest")
}

/// The value of a key that takes one: given again with another, it is the joined text.
fn single(raw: &[&str]) -> String {
    let mut values: Vec<String> = raw.iter().map(|raw| decoded(raw)).collect();
    values.dedup();
    values.join("~")
}

fn read_pair(
    cube: &Cube,
    state: &mut ViewState,
    (key, raw): (&str, &[&str]),
    notices: &mut Vec<Notice>,
) {
    if let Some(axis) = axis_of(cube, key) {
        let picked = clause_from(cube, axis, raw, notices);
        let filters = std::mem::take(&mut state.filters);
        state.filters = filters.with(axis, picked);
        return;
    }
    if key == "geo" {
        state.compared = compared_from(cube, raw, notices);
        return;
    }
    let value = single(raw);
    if value.is_empty() && RESERVED.contains(&key) {
        return;
    }
    let known = match key {
        "level" => axis_of(cube, &value)
            .filter(|axis| is_geo(cube, *axis))
            .map(|axis| state.level = own_level(axis)),
        "as" => Quantity::ALL
            .into_iter()
            .find(|it| it.key() == value)
            .map(|it| state.quantity = it),
        "from" => period_from(cube, &value).map(|it| state.from = Some(it)),
        "tab" => Tab::ALL
            .into_iter()
            .find(|it| it.key() == value)
            .map(|it| state.tab = it),
        "map" => MapForm::ALL
            .into_iter()
            .find(|it| it.key() == value)
            .map(|it| state.map = it),
        "class" => Classing::from_key(&value).map(|it| state.classing = it),
        "cols" => columns_from(cube, &value).map(|it| state.cols = Some(it)),
        "sort" => sort_from(cube, state.cols, &value)
            .filter(|sort| state.has_column(sort.column, cube))
            .map(|sort| state.sort = sort),
        "q" => {
            state.search.clone_from(&value);
            Some(())
        }
        "release" => {
            state.release = Some(value.clone()).filter(|release| release != "latest");
            Some(())
        }
        _ => {
            state.unknown.push((key.to_owned(), raw.join("~")));
            None
        }
    };
    let key = key.to_owned();
    if known.is_none() {
        notices.push(if RESERVED.contains(&&*key) {
            Notice::UnknownValue { key, value }
        } else {
            Notice::UnknownKey { key }
        });
    }
}

fn is_geo(cube: &Cube, axis: Axis) -> bool {
    cube.with_role(Role::Geo) == Some(axis.dimension())
}

/// The dimension itself is the default level.
fn own_level(axis: Axis) -> Option<Axis> {
    axis.grouping().is_some().then_some(axis)
}

fn period_from(cube: &Cube, code: &str) -> Option<CatIx> {
    let time = Axis::of_dimension(cube.with_role(Role::Time)?);
    own(cube, time, code).or_else(|| known(cube, time, code))
}

fn columns_from(cube: &Cube, id: &str) -> Option<DimIx> {
    let axis = axis_of(cube, id).filter(|axis| axis.grouping().is_none())?;
    can_be_columns(cube, axis.dimension()).then_some(axis.dimension())
}

/// A column by its name, or a category laid across the columns by its code.
fn sort_from(cube: &Cube, cols: Option<DimIx>, value: &str) -> Option<Sort> {
    let sorted = |(descending, id): (bool, &str)| {
        let named = Column::ALL.into_iter().find(|column| column.key() == id);
        let column = named.or_else(|| {
            let code = id.strip_prefix("d.").unwrap_or(id);
            own(cube, Axis::of_dimension(cols?), code).map(Column::Of)
        })?;
        Some(Sort { column, descending })
    };
    let turned = value.strip_prefix('-').and_then(|id| sorted((true, id)));
    turned.or_else(|| sorted((false, value)))
}

/// A code that could be read as something else is written with `d.` before it.
fn sort_to(cube: &Cube, cols: Option<DimIx>, sort: Sort) -> String {
    let sign = if sort.descending { "-" } else { "" };
    let (Column::Of(at), Some(cols)) = (sort.column, cols) else {
        return [sign, sort.column.key()].concat();
    };
    let code = cube.members(Axis::of_dimension(cols)).get(at).code();
    let code = code.as_str();
    let taken = Column::ALL.iter().any(|column| column.key() == code);
    let escaped = taken || code.starts_with("d.") || code.starts_with('-') || code.is_empty();
    [sign, if escaped { "d." } else { "" }, &encoded(code)].concat()
}

/// Writes the query of a view: fixed order of keys, codes in the dataset's order, defaults left
/// out. Reading it back gives the same view.
#[must_use]
pub fn to_query(state: &ViewState, cube: &Cube) -> String {
    query(state, cube, Defaults::LeftOut)
}

/// Whether the defaults that a later release could change are written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Defaults {
    LeftOut,
    Written,
}

fn query(state: &ViewState, cube: &Cube, defaults: Defaults) -> String {
    let lasting = defaults == Defaults::Written;
    let mut parts: Vec<(String, String)> = Vec::new();
    for (axis, picked) in state.filters.clauses() {
        parts.push((encoded(&key_of(cube, axis)), clause_to(cube, axis, picked)));
    }
    let mut put = |key: &str, value: Option<String>| {
        parts.extend(value.map(|value| (key.to_owned(), value)));
    };
    let own = cube
        .with_role(Role::Geo)
        .map(Axis::of_dimension)
        .filter(|_| lasting);
    let level = state.level.or(own).map(|axis| encoded(&key_of(cube, axis)));
    let quantity = (lasting || state.quantity != Quantity::default()).then(|| state.quantity.key());
    let tab = (state.tab != Tab::default()).then(|| state.tab.key());
    let map = (state.map != MapForm::default()).then(|| state.map.key());
    let class = (state.classing != Classing::default()).then(|| state.classing.key());
    let sort = state.sort != Sort::default();
    let sort = sort.then(|| sort_to(cube, state.cols, state.sort));
    let from = state
        .from
        .zip(cube.with_role(Role::Time))
        .map(|(at, time)| {
            let code = cube.members(Axis::of_dimension(time)).get(at).code();
            encoded(code.as_str())
        });
    let cols = (state.cols).map(|cols| encoded(&key_of(cube, Axis::of_dimension(cols))));
    let latest = cube.metadata().release.as_deref().filter(|_| lasting);
    put("geo", compared_to(cube, &state.compared));
    put("level", level);
    put("as", quantity.map(str::to_owned));
    put("from", from);
    put("tab", tab.map(str::to_owned));
    put("map", map.map(str::to_owned));
    put("class", class);
    put("cols", cols);
    put("sort", sort);
    put(
        "q",
        Some(encoded(&state.search)).filter(|text| !text.is_empty()),
    );
    put("release", state.release.as_deref().or(latest).map(encoded));
    for (key, raw) in &state.unknown {
        put(&encoded(key), Some(raw.clone()));
    }
    let parts: Vec<String> = parts
        .into_iter()
        .map(|(key, value)| format!("{key}={value}"))
        .collect();
    parts.join("&")
}

/// Writes the path, query and fragment of a view, without the base: `id/water/n1/?source=piped`.
#[must_use]
pub fn to_address(state: &ViewState, cube: &Cube) -> String {
    address(state, cube, Defaults::LeftOut)
}

/// Writes a view with the defaults that a later release could change (`level`, `as`, `release`),
/// so that the link outlives them.
#[must_use]
pub fn to_lasting_address(state: &ViewState, cube: &Cube) -> String {
    address(state, cube, Defaults::Written)
}

/// A link without how its view looks.
#[must_use]
pub fn without_looks(link: &str) -> &str {
    link.split('#').next().unwrap_or_default()
}

/// Writes how a view looks, as a fragment without its `#`.
#[must_use]
pub fn to_fragment(options: &Options) -> String {
    options.to_fragment(encoded)
}

fn address(state: &ViewState, cube: &Cube, defaults: Defaults) -> String {
    let mut link = format!("{}/{}/", state.lang, state.dataset);
    if let Some(place) = state.place {
        push_place(&mut link, cube, place);
    }
    let query = query(state, cube, defaults);
    if !query.is_empty() {
        link += &format!("?{query}");
    }
    if !state.fragment.is_empty() {
        link += &format!("#{}", state.fragment);
    }
    link
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_given_twice_is_joined() {
        assert_eq!(
            pairs("a=1&b=2&a=3"),
            [
                ("a".to_owned(), vec!["1", "3"]),
                ("b".to_owned(), vec!["2"])
            ]
        );
    }
}
