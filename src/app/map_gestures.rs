//! Pointing, choosing, moving and zooming by mouse and fingers.

use std::cell::Cell;
use std::rc::Rc;

use leptos::prelude::*;
use web_sys::{MouseEvent, PointerEvent, TouchEvent, WheelEvent};

use super::map_state::{Map, Seen, Spot};
use crate::browser::{fingers, pointed, shape_under};
use crate::scene::target;
use crate::view_state::{Change, Place};

/// How much one step of a wheel zooms.
const WHEEL: f64 = 1.2;

/// What is going on between two events.
#[derive(Clone)]
pub(super) struct Gestures {
    map: Map,
    /// Whether the button that is down has moved the map, so that letting go chooses nothing.
    dragged: Rc<Cell<bool>>,
    /// Where two fingers were.
    pinched: Rc<Cell<Option<Pinch>>>,
}

/// How far two fingers are apart, and the point between them, in pixels of the frame.
#[derive(Clone, Copy)]
struct Pinch {
    apart_px: f64,
    between_px: (f64, f64),
}

impl Gestures {
    pub(super) fn of(map: Map) -> Self {
        Self {
            map,
            dragged: Rc::default(),
            pinched: Rc::default(),
        }
    }

    /// Points at the place there; with the button down, moves a map that is zoomed into. A finger that
    /// moves scrolls the page.
    pub(super) fn over(&self, event: &PointerEvent) {
        if event.pointer_type() == "touch" {
            return;
        }
        let Seen { frame, camera, .. } = self.map.seen.get_untracked();
        let by = (f64::from(event.movement_x()), f64::from(event.movement_y()));
        if event.buttons() != 1 {
            self.dragged.set(false);
        } else if !frame.is_whole(camera) && by != (0.0, 0.0) {
            self.dragged.set(true);
            self.map.see(camera.moved(in_frame(self.map, by), frame));
            return;
        }
        if !self.map.pinned.get_untracked() {
            self.point_at(event);
        }
    }

    /// Points a mouse at the place there.
    fn point_at(&self, event: &MouseEvent) {
        if let Some(mouse_px) = pointed(event) {
            let place = place_at(self.map, event);
            (self.map).point_at(place.map_or(Spot::Nowhere, Spot::At), mouse_px);
        }
    }

    /// Pins the card of the place there, by a mouse; looks at it by touch, by a second click, and where
    /// the card has no more to offer.
    pub(super) fn choose(&self, event: &MouseEvent) {
        if self.dragged.replace(false) {
            return;
        }
        let map = self.map;
        let place = place_at(map, event);
        let is_told = map.pinned.get_untracked() && map.spot.get_untracked().place() == place;
        match place {
            Some(place) if may_pin(map, place) && !is_told => {
                self.point_at(event);
                map.pinned.set(true);
            }
            Some(place) => {
                map.unpin();
                map.page.go(Change::Focus(Some(place)));
            }
            None => map.unpin(),
        }
    }

    /// Two fingers move and zoom the map; one scrolls the page.
    pub(super) fn pinch(&self, event: &TouchEvent) {
        let Some(fingers) = fingers(event) else {
            self.pinched.set(None);
            return;
        };
        event.prevent_default();
        let [one, other] = fingers.map(|finger| in_frame(self.map, finger));
        let now = Pinch {
            apart_px: (one.0 - other.0).hypot(one.1 - other.1).max(1.0),
            between_px: (f64::midpoint(one.0, other.0), f64::midpoint(one.1, other.1)),
        };
        if let Some(before) = self.pinched.replace(Some(now)) {
            let Seen { frame, camera, .. } = self.map.seen.get_untracked();
            let (to, from) = (now.between_px, before.between_px);
            let camera = camera.moved((to.0 - from.0, to.1 - from.1), frame);
            let camera = camera.zoomed(now.apart_px / before.apart_px, to, frame);
            self.map.see(camera);
        }
    }
}

/// Whether a mouse has the card of a place at its side, with what can be done with the place.
fn may_pin(map: Map, place: Place) -> bool {
    map.mouse_px.with_untracked(Option::is_some) && map.may_look(place)
}

/// Zooms about the pointer; at its smallest the page scrolls on.
pub(super) fn wheel(map: Map, event: &WheelEvent) {
    let inwards = event.delta_y() < 0.0;
    let Seen { frame, camera, .. } = map.seen.get_untracked();
    if !inwards && frame.is_whole(camera) {
        return;
    }
    if let Some(at_px) = pointed(event) {
        event.prevent_default();
        let times = if inwards { WHEEL } else { 1.0 / WHEEL };
        map.see(camera.zoomed(times, in_frame(map, at_px), frame));
    }
}

/// Pixels of the screen as pixels of the frame.
fn in_frame(map: Map, (x, y): (f64, f64)) -> (f64, f64) {
    let frame_px = map.frame_px();
    (x * frame_px, y * frame_px)
}

/// The place that a pointer means.
fn place_at(map: Map, event: &MouseEvent) -> Option<Place> {
    let at_px = in_frame(map, pointed(event)?);
    let (axis, _) = map.drawn.get_untracked();
    map.shapes.with_untracked(|shapes| {
        let camera = map.seen.get_untracked().camera;
        let found = target(shapes, camera, (at_px, map.frame_px()), shape_under(event))?;
        let at = shapes[found].at;
        Some(Place { axis, at })
    })
}
