//! Finding a place.
use leptos::prelude::*;
use web_sys::KeyboardEvent;

use super::live::{aria, flag, follows, only_when, part, set, span, text};
use super::page::page;
use crate::cube::{Axis, Cube};
use crate::search::{Hit, Matched, PlaceIndex};
use crate::view_state::{Change, Place};
use crate::words::{Messages, interpolate};

/// Options shown at most.
const OPTIONS: usize = 12;
const LIST_ID: &str = "found-places";

/// A box that finds any place by name, group or code, one typo away (WAI-ARIA combobox with a
/// list box). Nothing in a dataset without places.
#[component]
pub(super) fn PlaceSearch() -> impl IntoView {
    let page = page();
    let cube = page.cube();
    let geo = cube.with_role(crate::cube::Role::Geo);
    geo.map(|geo| {
        let index = Memo::new_with_compare(
            move |_| PlaceIndex::new(&page.cube(), geo, page.words().code),
            |_, _| true,
        );
        view! { <Combobox find=move |query| index.with(|index| index.find(query, OPTIONS)) /> }
    })
}

#[component]
fn Combobox(find: impl Fn(&str) -> Vec<Hit> + Copy + Send + Sync + 'static) -> impl IntoView {
    let page = page();
    let query = RwSignal::new(String::new());
    let open = RwSignal::new(false);
    let active: RwSignal<Option<usize>> = RwSignal::new(None);
    let hits = Memo::new(move |_| query.with(|query| find(query)));
    let choose = move |at: usize| {
        let hit = hits.with_untracked(|hits| hits.get(at).cloned());
        if let Some(hit) = hit {
            open.set(false);
            query.set(String::new());
            page.go(Change::Focus(Some(Place {
                axis: hit.axis,
                at: hit.at,
            })));
        }
    };
    let on_key = move |event: KeyboardEvent| {
        let count = hits.with(Vec::len);
        let step = |next: fn(usize, usize) -> usize| {
            open.set(count > 0);
            active.update(|at| {
                *at = (count > 0).then(|| at.map_or(next(usize::MAX, count), |at| next(at, count)));
            });
        };
        match &*event.key() {
            "ArrowDown" => step(|at, count| at.wrapping_add(1) % count),
            "ArrowUp" => step(|at, count| at.min(count).checked_sub(1).unwrap_or(count - 1)),
            "Enter" if open.get() => choose(active.get().unwrap_or(0)),
            "Escape" => {
                if !open.get() {
                    query.set(String::new());
                }
                open.set(false);
                active.set(None);
            }
            _ => return,
        }
        event.prevent_default();
    };
    let typed = move |event| {
        query.set(event_target_value(&event));
        active.set(None);
        open.set(query.with(|query| !query.trim().is_empty()));
    };
    let shown = move || open.get() && hits.with(|hits| !hits.is_empty());
    let said = move || {
        let words = page.words();
        let (count, query) = (hits.with(Vec::len), query.get());
        if query.trim().is_empty() || !open.get() {
            String::new()
        } else if count == 0 {
            interpolate(words.search_none, &[("query", query.trim())])
        } else {
            words.count(words.search_found, count, &[])
        }
    };
    let none = move || hits.with(Vec::is_empty);
    let options = part(move || {
        let (cube, words) = (page.cube(), page.words());
        let option = |(at, hit): (usize, Hit)| {
            let (name, note) = (name(&cube, &hit, words), note(&cube, &hit, words));
            let selected = move || aria(active.get() == Some(at)).to_owned();
            view! {
                <li id=option_id(at) {..set("role", "option")} {..follows("aria-selected", selected)}
                    on:mousedown=move |event| { event.prevent_default(); choose(at); }
                >{span("", name.into_any())} " " {span("", note.into_any())}</li>
            }
            .into_any()
        };
        hits.get()
            .into_iter()
            .enumerate()
            .map(option)
            .collect::<Vec<AnyView>>()
            .into_any()
    });
    view! {
        <div class="find">
            <label {..set("for", "find-place")}>{page.say(|words| words.search)}</label>
            <input {..set("id", "find-place")} {..set("type", "text")} {..set("role", "combobox")}
                {..set("autocomplete", "off")} {..set("aria-autocomplete", "list")} {..set("aria-controls", LIST_ID)}
                {..follows("aria-expanded", move || aria(shown()).to_owned())}
                {..follows("aria-activedescendant", move || active.get().filter(|_| shown()).map(option_id).unwrap_or_default())}
                {..follows("placeholder", move || page.words().search_hint.to_owned())}
                prop:value=text(move || query.get()) on:input=typed on:keydown=on_key
                on:blur=move |_| open.set(false)
            />
            <ul {..set("id", LIST_ID)} {..set("role", "listbox")} {..follows("aria-label", page.say(|words| words.search))} {..only_when("hidden", move || !shown())}>
                {options}
            </ul>
            <p {..set("role", "status")} class:unseen=flag(move || !none()) class:quiet=flag(none)>{text(said)}</p>
        </div>
    }
}

fn option_id(at: usize) -> String {
    format!("found-{at}")
}

fn name(cube: &Cube, hit: &Hit, words: &Messages) -> String {
    cube.members(hit.axis)
        .get(hit.at)
        .label()
        .in_lang(words.code)
        .to_owned()
}

/// What tells places of one name apart: its code, its group, the list it is a group of.
fn note(cube: &Cube, hit: &Hit, words: &Messages) -> String {
    let own = cube.members(hit.axis).get(hit.at).code().to_string();
    let code = match &hit.matched {
        Matched::OtherCode { scheme, code } => format!("{own} ({scheme} {code})"),
        Matched::Name | Matched::Code | Matched::Group | Matched::Nearly => own,
    };
    let above = if hit.axis.grouping().is_some() {
        cube.axis_label(hit.axis).in_lang(words.code).to_owned()
    } else {
        let groups = crate::scene::levels(cube)
            .into_iter()
            .find(|axis| axis.grouping().is_some());
        let group = |axis: Axis| Some(cube.members(axis).get(cube.along(axis, hit.at)?));
        groups.and_then(group).map_or_else(String::new, |group| {
            group.label().in_lang(words.code).to_owned()
        })
    };
    format!("{above} · {code}")
}
