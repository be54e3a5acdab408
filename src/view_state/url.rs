//! The grammar of a link, reading and writing side by side.

use super::clause::{clause_from, clause_to};
use super::compared::compared_from;
use super::keys::{Key, axis_key, axis_of};
use super::link_parts::LinkParts;
use super::percent::{decoded, encoded};
use super::place_path::{place_from, push_place};
use super::share_of::{OF, has_share_of};
use super::state::counts;
use super::values::{Defaults, read_value, value_of};
use super::{Notice, Quantity, ViewState};
use crate::cube::{Axis, CatIx, Cube, Role, Selection};
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
pub fn state_from_link(
    address: &LinkParts,
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
    // What the rows are comes first, then what makes columns: the order may name one of them.
    let mut pairs = pairs(&address.query);
    for key in [Key::From, Key::Cols, Key::Rows, Key::Level] {
        if let Some(at) = pairs.iter().position(|(name, _)| name == key.name()) {
            pairs[..=at].rotate_right(1);
        }
    }
    for (key, values) in &pairs {
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
        notices.push(if counts(cube) {
            Notice::NoDenominator { quantity }
        } else {
            Notice::UnknownValue {
                key: "as".to_owned(),
                value: quantity,
            }
        });
        state.quantity = Quantity::default();
    }
    if let Some(of) = state
        .share_of
        .filter(|of| !has_share_of(cube, &state.filters, *of))
    {
        let id = cube.dimension(of).id();
        notices.push(Notice::UnknownValue {
            key: "as".to_owned(),
            value: format!("{OF}{id}"),
        });
        state.share_of = None;
    }
    let is_comparable = |from: &CatIx| cube.is_comparable_period(&state.filters, *from);
    if let Some(from) = state.from.filter(|from| !is_comparable(from)) {
        let code = cube.with_role(Role::Time).map(|time| {
            let periods = cube.dimension(time).categories();
            periods.get(from).code().to_string()
        });
        notices.push(Notice::UnknownValue {
            key: Key::From.name().to_owned(),
            value: code.unwrap_or_default(),
        });
        state.from = None;
        state.unsort(cube);
    }
    state.leave_out_usual_level(cube);
    if state.page >= state.most_pages(cube) {
        notices.push(Notice::UnknownValue {
            key: Key::Page.name().to_owned(),
            value: (state.page + 1).to_string(),
        });
        state.page = 0;
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
pub fn release_of(address: &LinkParts) -> Option<String> {
    let pairs = pairs(&address.query);
    let (_, raw) = pairs.iter().find(|(name, _)| name == Key::Release.name())?;
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
    (name, raw): (&str, &[&str]),
    notices: &mut Vec<Notice>,
) {
    if let Some(axis) = axis_of(cube, name) {
        let filters = std::mem::take(&mut state.filters);
        let before = filters.clause(axis).unwrap_or_default();
        let picked = clause_from(cube, (axis, before), raw, notices);
        state.filters = filters.with(axis, picked);
        return;
    }
    // Without a dimension of measures, or with several, `measure` names none.
    let Some(key) = Key::of(name).filter(|key| *key != Key::Measure) else {
        let key = name.to_owned();
        state.unknown.push((key.clone(), raw.join("~")));
        notices.push(Notice::UnknownKey { key });
        return;
    };
    if key == Key::Geo {
        state.compared = compared_from(cube, raw, notices);
        return;
    }
    if key == Key::Why {
        state.why = raw.join("~");
        return;
    }
    let value = single(raw);
    if !value.is_empty() && read_value(cube, state, key, &value).is_none() {
        let key = name.to_owned();
        notices.push(Notice::UnknownValue { key, value });
    }
}

/// Writes the query of a view: fixed order of keys, codes in the dataset's order, defaults left
/// out. Reading it back gives the same view.
#[must_use]
pub fn to_query(state: &ViewState, cube: &Cube) -> String {
    query(state, cube, Defaults::LeftOut)
}

fn query(state: &ViewState, cube: &Cube, defaults: Defaults) -> String {
    let mut parts: Vec<(String, String)> = Vec::new();
    let picks = (defaults == Defaults::Written).then(|| lasting_filters(state, cube));
    for (axis, picked) in picks.as_ref().unwrap_or(&state.filters).clauses() {
        parts.push((
            encoded(&axis_key(cube, axis)),
            clause_to(cube, axis, picked),
        ));
    }
    for key in Key::ALL {
        let value = value_of(state, cube, key, defaults);
        parts.extend(value.map(|value| (key.name().to_owned(), value)));
    }
    for (key, raw) in &state.unknown {
        parts.push((encoded(key), raw.clone()));
    }
    let parts: Vec<String> = parts
        .into_iter()
        .map(|(key, value)| format!("{key}={value}"))
        .collect();
    parts.join("&")
}

/// The filters with what was picked for the reader: word lists and releases change under a link, what
/// it names stays. A place in focus stands for the places.
fn lasting_filters(state: &ViewState, cube: &Cube) -> Selection {
    let picks = cube.with_picks(&state.filters);
    let at_place = |axis: Axis| {
        state
            .place
            .is_some_and(|place| place.axis.dimension() == axis.dimension())
    };
    picks.only(|axis| state.filters.clause(axis).is_some() || !at_place(axis))
}

/// Writes the path, query and fragment of a view, without the base: `id/water/n1/?source=piped`.
#[must_use]
pub fn link_from_state(state: &ViewState, cube: &Cube) -> String {
    address(state, cube, Defaults::LeftOut)
}

/// Writes a view with the defaults that a later release could change (`level`, `as`, `classes`, `release`),
/// so that the link outlives them.
#[must_use]
pub fn pinned_link_from_state(state: &ViewState, cube: &Cube) -> String {
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
