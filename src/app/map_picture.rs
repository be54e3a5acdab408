//! The picture of the map: shapes to point at, one stop for the keys.

use leptos::prelude::*;
use super::value::{derived};
use web_sys::{KeyboardEvent, MouseEvent, WheelEvent};

use super::live::{click, given, part, text};
use super::map_legend::paint;
use super::map_patterns::patterns;
use super::map_view::{Map, Spot};
use crate::browser::{focus_on, number_under, pointed};
use crate::geo::{Direction, Move};
use crate::scene::{WIDTH_PX, parent_axis, steps_up, target};
use crate::view_state::{Change, MapForm, Place};
use crate::words::fill;

/// Milliseconds within which letters make one word.
const WORD_MS: f64 = 1000.0;
/// How much one step of a wheel zooms.
const WHEEL: f64 = 1.2;

/// The shapes, lines and marks; pointer and keys.
#[component]
pub(super) fn MapPicture(map: Map) -> impl IntoView {
    let page = map.page;
    let view_box = text(move || {
        let form = map.drawn.get().1;
        map.ground.with_untracked(|ground| ground.view_box(form))
    });
    let ramp = text(move || map.scene.with(|scene| scene.ramp.clone()));
    let shapes = part(move || {
        let shapes = map.shapes.get();
        let shape = |at: usize| {
            let (member, path) = (shapes[at].at, shapes[at].path.clone());
            let fill = given(move || {
                map.scene
                    .with(|scene| scene.fills.get(member.0).map(|fill| paint(*fill)))
            });
            view! { <path id=format!("m{at}") d=path fill=fill></path> }.into_any()
        };
        (0..shapes.len())
            .map(shape)
            .collect::<Vec<AnyView>>()
            .into_any()
    });
    let backdrop = part(move || {
        let [water, land] = match map.drawn.get().1 {
            MapForm::Geo => map.ground.with_untracked(|ground| ground.backdrop()),
            MapForm::Tile => Default::default(),
        };
        view! { <path class="land" d=land></path> <path class="water" d=water></path> }.into_any()
    });
    let borders = text(move || {
        let (axis, form) = map.drawn.get();
        let cube = page.cube();
        let groups = if axis.grouping().is_some() {
            Some(axis)
        } else {
            parent_axis(&cube)
        };
        groups.map_or_else(String::new, |groups| {
            map.ground
                .with_untracked(|ground| ground.borders(&cube, groups, form))
        })
    });
    let around = text(move || {
        let (cube, place) = (page.cube(), page.view.with(|view| view.place));
        let above = steps_up(&cube, place).first().copied().or(place);
        above.map_or_else(String::new, |place| {
            let (_, form) = map.drawn.get();
            let frame = map.ground.with_untracked(|ground| ground.frame(form));
            frame + &map.path_of(place)
        })
    });
    let of_place =
        move |place: Option<Place>| place.map(|place| map.path_of(place)).unwrap_or_default();
    let focused = text(move || of_place(page.view.with(|view| view.place)));
    let marked = text(move || of_place(map.spot.get().place()));
    let label = text(move || {
        let caption = map.scene.with(|scene| scene.caption.clone());
        fill(page.words().map, &[("caption", &caption)])
    });
    let place_at = move |event: &MouseEvent| {
        let pointed = pointed(event)?;
        let frame_px = WIDTH_PX / pointed.width_px.max(1.0);
        let at_px = (pointed.at_px.0 * frame_px, pointed.at_px.1 * frame_px);
        let under = number_under(event, 'm');
        let (axis, _) = map.drawn.get_untracked();
        map.shapes.with_untracked(|shapes| {
            let camera = map.camera.get_untracked();
            let found = target(shapes, camera, (at_px, frame_px), under)?;
            Some(Place {
                axis,
                at: shapes[found].at,
            })
        })
    };
    let over = move |event: MouseEvent| {
        map.point(place_at(&event).map_or(Spot::Nowhere, Spot::At));
    };
    let choose = move |event: MouseEvent| {
        if let Some(place) = place_at(&event) {
            page.go(Change::Focus(Some(place)));
        }
    };
    let wheel = move |event: WheelEvent| {
        let inwards = event.delta_y() < 0.0;
        let camera = map.camera.get_untracked();
        // At its smallest the page scrolls on.
        if !event.ctrl_key() && !inwards && camera.scale <= 1.0 {
            return;
        }
        if let Some(pointed) = pointed(&event) {
            event.prevent_default();
            let frame_px = WIDTH_PX / pointed.width_px.max(1.0);
            let at_px = (pointed.at_px.0 * frame_px, pointed.at_px.1 * frame_px);
            let times = if inwards { WHEEL } else { 1.0 / WHEEL };
            map.moved
                .set(Some(camera.zoomed(times, at_px, map.size_px())));
        }
    };
    let scale = derived(move || {
        let scale = map.camera.with(|camera| camera.scale);
        format!("scale({:.4})", crate::geo::UNITS_PER_PX / scale)
    });
    view! {
        <div id="map" class="map" tabindex="0" role="application" aria-roledescription=page.say(|words| words.map_role)
            aria-label=label aria-describedby="map-text map-keys"
            on:keydown=keys(map) on:mousemove=over on:mouseleave=click(move || map.point(Spot::Nowhere))
            on:click=choose on:wheel=wheel
        >
            <svg viewBox=view_box class=ramp aria-hidden="true">
                {patterns('m', scale)}
                <g style:transform=text(move || map.camera.with(|camera| camera.css()))>
                    {backdrop}
                    <g class="shapes">{shapes}</g>
                    <path class="borders" d=borders></path>
                    <path class="around" d=around></path>
                    <path class="in-focus" d=focused></path>
                    <path class="pointed" d=marked></path>
                </g>
            </svg>
        </div>
        <p id="map-keys" class="unseen">{page.say(|words| words.map_keys)}</p>
    }
}

/// What the keys do.
fn keys(map: Map) -> Box<dyn FnMut(KeyboardEvent)> {
    let page = map.page;
    let mut typed = (String::new(), f64::NEG_INFINITY);
    Box::new(move |event| {
        if event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        let key = event.key();
        let focus = page.view.with_untracked(|view| view.place);
        let here = match map.spot.get_untracked() {
            Spot::Nowhere => focus,
            Spot::Whole => None,
            Spot::At(place) => Some(place),
        };
        let step = match &*key {
            "ArrowLeft" => Move::Towards(Direction::Left),
            "ArrowRight" => Move::Towards(Direction::Right),
            "ArrowUp" => Move::Towards(Direction::Up),
            "ArrowDown" => Move::Towards(Direction::Down),
            "PageDown" => Move::Inwards,
            "PageUp" => Move::Outwards,
            "Home" => Move::Home,
            "Enter" => {
                page.go(Change::Focus(here));
                event.prevent_default();
                return;
            }
            "Escape" => {
                map.point(Spot::Nowhere);
                focus_on("figures");
                event.prevent_default();
                return;
            }
            letter
                if letter.chars().count() == 1 && letter != " "
                    || (letter == " " && !typed.0.is_empty()) =>
            {
                if event.time_stamp() - typed.1 > WORD_MS {
                    typed.0.clear();
                }
                typed.0 += letter;
                typed.1 = event.time_stamp();
                let (cube, words) = (page.cube(), page.words());
                let found = map
                    .stroll
                    .with_untracked(|stroll| stroll.named(&cube, here, (&typed.0, words)));
                if let Some(place) = found {
                    map.point(Spot::At(place));
                }
                event.prevent_default();
                return;
            }
            _ => return,
        };
        event.prevent_default();
        let next = map.stroll.with_untracked(|stroll| stroll.after(here, step));
        map.point(next.map_or(Spot::Whole, Spot::At));
    })
}
