//! The places that are found.

use leptos::prelude::*;
use web_sys::KeyboardEvent;

use super::page::{Page, page};
use super::place_search::{FoundList, Search};
use crate::cube::{Axis, Cube};
use crate::scene::place_lang;
use crate::search::{Hit, Matched, PlaceIndex};
use crate::view_state::{Change, Place};
use crate::words::{Messages, interpolate};

/// Options shown at most.
const OPTIONS: usize = 12;

/// The list of what is found, how many there are, and what the keys of the field do with them.
#[component]
pub(super) fn FoundPlaces(search: Search) -> impl IntoView {
    let page = page();
    let index = Memo::new_with_compare(
        move |_| {
            let cube = page.cube();
            let index = PlaceIndex::new(&cube, search.geo, page.words().code);
            page.with_everyday_names(|names| index.with_everyday_names(&cube, names))
        },
        |_, _| true,
    );
    let hits = Memo::new(move |_| {
        index.with(|index| (search.query).with(|query| index.find(query, OPTIONS)))
    });
    let found = Found { page, search, hits };
    let shown = Memo::new(move |_| search.open.get() && !found.is_none());
    search.list.set(Some(FoundList {
        shown,
        press: Callback::new(move |event| found.press(&event)),
    }));
    view! {
        <ul
            id=search.list_id.to_string()
            role="listbox"
            aria-label=page.message(|words| words.search)
            hidden=move || !shown.get()
        >
            {move || {
                let hits = hits.get().into_iter().enumerate();
                hits.map(|(at, hit)| view! { <FoundPlace found at hit /> }).collect_view()
            }}
        </ul>
        <p role="status" class:unseen=move || !found.is_none() class:quiet=move || found.is_none()>
            {move || found.status()}
        </p>
    }
}

/// What is found of what is looked for.
#[derive(Clone, Copy)]
struct Found {
    page: Page,
    search: Search,
    hits: Memo<Vec<Hit>>,
}

impl Found {
    fn is_none(self) -> bool {
        self.hits.with(Vec::is_empty)
    }

    /// Does something with the place at a position of the list, which is done then.
    fn choose(self, at: usize, act: fn(Place) -> Change) {
        let hit = self.hits.with_untracked(|hits| hits.get(at).cloned());
        if let Some(hit) = hit {
            self.search.open.set(false);
            self.search.query.set(String::new());
            self.page.go(act(place_of(&hit)));
        }
    }

    /// Arrows go through the list, Enter looks at a place, with Shift it compares it; Escape closes the list
    /// and then empties the field.
    fn press(self, event: &KeyboardEvent) {
        let Search {
            query,
            open,
            active,
            ..
        } = self.search;
        let count = self.hits.with_untracked(Vec::len);
        let step = |next: fn(usize, usize) -> usize| {
            open.set(count > 0);
            active.update(|at| {
                *at = (count > 0).then(|| at.map_or(next(usize::MAX, count), |at| next(at, count)));
            });
        };
        match &*event.key() {
            "ArrowDown" => step(|at, count| at.wrapping_add(1) % count),
            "ArrowUp" => step(|at, count| at.min(count).checked_sub(1).unwrap_or(count - 1)),
            "Enter" if open.get_untracked() => {
                let act = if event.shift_key() {
                    Change::Compare
                } else {
                    look
                };
                self.choose(active.get_untracked().unwrap_or(0), act);
            }
            "Escape" => {
                if !open.get_untracked() {
                    query.set(String::new());
                }
                open.set(false);
                active.set(None);
            }
            _ => return,
        }
        event.prevent_default();
    }

    /// How many places are found, and how to go through them.
    fn status(self) -> String {
        let words = self.page.words();
        let (count, query) = (self.hits.with(Vec::len), self.search.query.get());
        if query.trim().is_empty() || !self.search.open.get() {
            String::new()
        } else if count == 0 {
            interpolate(words.search_none, &[("query", query.trim())])
        } else {
            let found = words.count(words.search_found, count, &[]);
            words.sentences(&[&found, words.search_keys])
        }
    }
}

/// A place of the list: its name, what tells it apart, and for the pointer the way to compare it.
#[component]
fn FoundPlace(found: Found, at: usize, hit: Hit) -> impl IntoView {
    let (cube, words) = (found.page.cube(), found.page.words());
    let active = found.search.active;
    view! {
        <li
            id=found.search.option_id(at)
            role="option"
            aria-selected=move || (active.get() == Some(at)).to_string()
            // Before the field loses the focus, which closes the list.
            on:mousedown=move |event| {
                event.prevent_default();
                found.choose(at, look);
            }
        >
            <span lang=place_lang(&cube, Some(place_of(&hit)), words)>{name(&cube, &hit, words)}</span>
            " "
            <span>{note(&cube, &hit, words)}</span>
            // For the pointer; by keys it is Shift and Enter.
            <span
                class="compare-found"
                aria-hidden="true"
                on:mousedown=move |event| {
                    event.prevent_default();
                    event.stop_propagation();
                    found.choose(at, Change::Compare);
                }
            >
                {words.compare_short}
            </span>
        </li>
    }
}

fn place_of(hit: &Hit) -> Place {
    Place {
        axis: hit.axis,
        at: hit.at,
    }
}

/// Looks at a place.
fn look(place: Place) -> Change {
    Change::Focus(Some(place))
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
