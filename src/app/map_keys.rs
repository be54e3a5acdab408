//! Walking the map by keys.

use leptos::prelude::*;
use web_sys::KeyboardEvent;

use super::map_state::{Map, Spot};
use crate::browser::focus_around;
use crate::geo::{Direction, Move};
use crate::scene::KeyboardNavigation;
use crate::view_state::Change;

/// Milliseconds within which letters make one word.
const WORD_MS: f64 = 1000.0;

/// Lets keys walk the map around it: from now on it knows what they do.
#[component]
pub(super) fn MapKeys() -> impl IntoView {
    let map: Map = expect_context();
    let navigation = Memo::new(move |_| {
        let ((axis, form), cube) = (map.drawn.get(), map.page.cube());
        (map.geometry).with_value(|geometry| KeyboardNavigation::over(geometry, &cube, axis, form))
    });
    let typed = StoredValue::new((String::new(), f64::NEG_INFINITY));
    let press = move |event: KeyboardEvent| {
        typed.update_value(|typed| walk(map, navigation, typed, &event));
    };
    map.keys.set(Some(Callback::new(press)));
}

/// What a key does: arrows to the neighbour, Page Down and Page Up to another level, Home to the
/// whole, letters to a name, Enter looks at the place, Escape leaves. `typed`: the letters of the word
/// that is being typed, and when the last one came, in milliseconds.
fn walk(
    map: Map,
    navigation: Memo<KeyboardNavigation>,
    typed: &mut (String, f64),
    event: &KeyboardEvent,
) {
    let page = map.page;
    if event.ctrl_key() || event.meta_key() || event.alt_key() {
        return;
    }
    let here = match map.spot.get_untracked() {
        Spot::Nowhere => map.looked_at.get_untracked(),
        Spot::Whole => None,
        Spot::At(place) => Some(place),
    };
    let walk = |step: Move| {
        let next = navigation.with_untracked(|navigation| navigation.after(here, step));
        map.walk_to(next.map_or(Spot::Whole, Spot::At));
    };
    match &*event.key() {
        "ArrowLeft" => walk(Move::Towards(Direction::Left)),
        "ArrowRight" => walk(Move::Towards(Direction::Right)),
        "ArrowUp" => walk(Move::Towards(Direction::Up)),
        "ArrowDown" => walk(Move::Towards(Direction::Down)),
        "PageDown" => walk(Move::Inwards),
        "PageUp" => walk(Move::Outwards),
        "Home" => walk(Move::Home),
        "Enter" => page.go(Change::Focus(here)),
        "Escape" => {
            map.point(Spot::Nowhere);
            focus_around(event);
        }
        letter if letter.chars().count() == 1 => {
            if event.time_stamp() - typed.1 > WORD_MS {
                typed.0.clear();
            }
            if typed.0.is_empty() && letter == " " {
                return;
            }
            *typed = (std::mem::take(&mut typed.0) + letter, event.time_stamp());
            let (cube, words) = (page.cube(), page.words_now());
            let found = navigation
                .with_untracked(|navigation| navigation.named(&cube, here, (&typed.0, words)));
            if let Some(place) = found {
                map.walk_to(Spot::At(place));
            }
        }
        _ => return,
    }
    // A walk ends the word.
    if event.key().chars().count() != 1 {
        typed.0.clear();
    }
    event.prevent_default();
}
