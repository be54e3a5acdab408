//! Pointing, choosing, moving and zooming by mouse and fingers.

use std::cell::Cell;
use std::rc::Rc;

use leptos::prelude::*;
use web_sys::{MouseEvent, TouchEvent, WheelEvent};

use super::map_view::{Map, Spot};
use crate::browser::{Pointed, fingers, number_under, pointed};
use crate::scene::{WIDTH_PX, target};
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

    /// Points at the place there; with the button down, moves a map that is zoomed into.
    pub(super) fn over(&self, event: &MouseEvent) {
        let camera = self.map.camera.get_untracked();
        let by = (f64::from(event.movement_x()), f64::from(event.movement_y()));
        if event.buttons() != 1 {
            self.dragged.set(false);
        } else if !self.map.frame().is_whole(camera) && by != (0.0, 0.0) {
            if let Some(pointed) = pointed(event) {
                self.dragged.set(true);
                let frame_px = frame_px(pointed);
                let by = (by.0 * frame_px, by.1 * frame_px);
                let frame = self.map.frame();
                self.map.see(camera.moved(by, frame));
            }
            return;
        }
        let place = place_at(self.map, event);
        self.map.point(place.map_or(Spot::Nowhere, Spot::At));
    }

    /// Looks at the place there.
    pub(super) fn choose(&self, event: &MouseEvent) {
        if self.dragged.replace(false) {
            return;
        }
        if let Some(place) = place_at(self.map, event) {
            self.map.page.go(Change::Focus(Some(place)));
        }
    }

    /// Two fingers move and zoom the map; one scrolls the page.
    pub(super) fn pinch(&self, event: &TouchEvent) {
        let Some([one, other]) = fingers(event) else {
            self.pinched.set(None);
            return;
        };
        event.prevent_default();
        let frame_px = frame_px(one);
        let (x, y) = (one.at_px.0 - other.at_px.0, one.at_px.1 - other.at_px.1);
        let between = |one: f64, other: f64| f64::midpoint(one, other) * frame_px;
        let now = Pinch {
            apart_px: (x * x + y * y).sqrt().max(1.0) * frame_px,
            between_px: (
                between(one.at_px.0, other.at_px.0),
                between(one.at_px.1, other.at_px.1),
            ),
        };
        if let Some(before) = self.pinched.replace(Some(now)) {
            let frame = self.map.frame();
            let (to, from) = (now.between_px, before.between_px);
            let camera = self.map.camera.get_untracked();
            let camera = camera.moved((to.0 - from.0, to.1 - from.1), frame);
            let camera = camera.zoomed(now.apart_px / before.apart_px, to, frame);
            self.map.see(camera);
        }
    }
}

/// Zooms about the pointer; at its smallest the page scrolls on.
pub(super) fn wheel(map: Map, event: &WheelEvent) {
    let inwards = event.delta_y() < 0.0;
    let camera = map.camera.get_untracked();
    if !inwards && map.frame().is_whole(camera) {
        return;
    }
    if let Some(pointed) = pointed(event) {
        event.prevent_default();
        let frame_px = frame_px(pointed);
        let at_px = (pointed.at_px.0 * frame_px, pointed.at_px.1 * frame_px);
        let times = if inwards { WHEEL } else { 1.0 / WHEEL };
        map.see(camera.zoomed(times, at_px, map.frame()));
    }
}

/// Pixels of the frame a pixel of the screen.
fn frame_px(pointed: Pointed) -> f64 {
    WIDTH_PX / pointed.width_px.max(1.0)
}

/// The place that a pointer means.
fn place_at(map: Map, event: &MouseEvent) -> Option<Place> {
    let pointed = pointed(event)?;
    let frame_px = frame_px(pointed);
    let at_px = (pointed.at_px.0 * frame_px, pointed.at_px.1 * frame_px);
    let under = number_under(event, 'm');
    let (axis, _) = map.drawn.get_untracked();
    map.shapes.with_untracked(|shapes| {
        let camera = map.camera.get_untracked();
        let found = target(shapes, camera, (at_px, frame_px), under)?;
        let at = shapes[found].at;
        Some(Place { axis, at })
    })
}
