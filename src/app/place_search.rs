//! Finding a place.
use leptos::prelude::*;
use web_sys::KeyboardEvent;

use super::page::page;
use super::unique_id::UniqueId;
use crate::cube::{Axis, Cube, Role};
use crate::scene::place_lang;
use crate::search::{Hit, Matched, PlaceIndex};
use crate::view_state::{Change, Place};
use crate::words::{Messages, interpolate};

/// Options shown at most.
const OPTIONS: usize = 12;

/// A box that finds any place by name, group or code, one typo away (WAI-ARIA combobox with a
/// list box). Nothing in a dataset without places, or where the place is locked.
#[component]
pub(super) fn PlaceSearch() -> impl IntoView {
    let page = page();
    let geo = page.cube().with_role(Role::Geo);
    let geo = geo.filter(|geo| !page.is_locked(Axis::of_dimension(*geo)));
    geo.map(|geo| {
        let index = Memo::new_with_compare(
            move |_| {
                let cube = page.cube();
                let index = PlaceIndex::new(&cube, geo, page.words().code);
                page.with_everyday_names(|names| index.with_everyday_names(&cube, names))
            },
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
    let choose = move |at: usize, act: fn(Place) -> Change| {
        let hit = hits.with_untracked(|hits| hits.get(at).cloned());
        if let Some(hit) = hit {
            open.set(false);
            query.set(String::new());
            page.go(act(place_of(&hit)));
        }
    };
    let press = move |event: KeyboardEvent| {
        let count = hits.with_untracked(Vec::len);
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
                choose(active.get_untracked().unwrap_or(0), act);
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
    };
    let search = move |event| {
        query.set(event_target_value(&event));
        active.set(None);
        open.set(query.with_untracked(|query| !query.trim().is_empty()));
    };
    let is_shown = move || open.get() && hits.with(|hits| !hits.is_empty());
    let has_none = move || hits.with(Vec::is_empty);
    let status = move || {
        let words = page.words();
        let (count, query) = (hits.with(Vec::len), query.get());
        if query.trim().is_empty() || !open.get() {
            String::new()
        } else if count == 0 {
            interpolate(words.search_none, &[("query", query.trim())])
        } else {
            let found = words.count(words.search_found, count, &[]);
            words.sentences(&[&found, words.search_keys])
        }
    };
    let input_id = UniqueId::new("find-place");
    let list_id = UniqueId::new("found-places");
    let option_id = move |at: usize| format!("{list_id}-{at}");
    let options = move || {
        let (cube, words) = (page.cube(), page.words());
        let option = |(at, hit): (usize, Hit)| {
            view! {
                <li
                    id=option_id(at)
                    role="option"
                    aria-selected=move || (active.get() == Some(at)).to_string()
                    // Before the field loses the focus, which closes the list.
                    on:mousedown=move |event| {
                        event.prevent_default();
                        choose(at, look);
                    }
                >
                    <span lang=place_lang(&cube, Some(place_of(&hit)), words)>
                        {name(&cube, &hit, words)}
                    </span>
                    " "
                    <span>{note(&cube, &hit, words)}</span>
                    // For the pointer; by keys it is Shift and Enter.
                    <span
                        class="compare-found"
                        aria-hidden="true"
                        on:mousedown=move |event| {
                            event.prevent_default();
                            event.stop_propagation();
                            choose(at, Change::Compare);
                        }
                    >
                        {words.compare_short}
                    </span>
                </li>
            }
        };
        hits.get()
            .into_iter()
            .enumerate()
            .map(option)
            .collect_view()
    };
    view! {
        <div class="find">
            <label for=input_id.to_string()>{page.message(|words| words.search)}</label>
            <input
                id=input_id.to_string()
                type="text"
                role="combobox"
                autocomplete="off"
                aria-autocomplete="list"
                aria-controls=list_id.to_string()
                aria-expanded=move || is_shown().to_string()
                aria-activedescendant=move || active.get().filter(|_| is_shown()).map(option_id)
                placeholder=page.message(|words| words.search_hint)
                prop:value=move || query.get()
                on:input=search
                on:keydown=press
                on:blur=move |_| open.set(false)
            />
            <ul
                id=list_id.to_string()
                role="listbox"
                aria-label=page.message(|words| words.search)
                hidden=move || !is_shown()
            >
                {options}
            </ul>
            <p role="status" class:unseen=move || !has_none() class:quiet=has_none>
                {status}
            </p>
        </div>
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
