//! The picture of the map: shapes to point at, one stop for the keys.

use std::cell::RefCell;
use std::rc::Rc;

use super::live::{click, follows, set, text, whenever};
use super::map_gestures::{Gestures, wheel};
use super::map_keys::keys;
use super::map_view::{Map, Spot};
use crate::browser::{Layer, Picture};
use crate::scene::{Fill, HATCHES, MapScene, looked_into, parent_axis};
use crate::view_state::{MapForm, Place};
use crate::words::{interpolate, plain_number};
use leptos::prelude::*;

/// How a shape is filled: by the style sheet's colours and the picture's patterns.
fn paint(fill: Fill) -> &'static str {
    const COLOURS: [&str; 9] = [
        "var(--k0)",
        "var(--k1)",
        "var(--k2)",
        "var(--k3)",
        "var(--k4)",
        "var(--k5)",
        "var(--k6)",
        "var(--k7)",
        "var(--k8)",
    ];
    match fill {
        Fill::Colour(at) | Fill::Between(at) => COLOURS[at.min(COLOURS.len() - 1)],
        Fill::Zero => "url(#zero)",
        Fill::Missing => "url(#missing)",
        Fill::Suppressed => "url(#suppressed)",
        Fill::Open => "url(#open)",
        Fill::GroupPattern => "url(#of-group)",
        Fill::WholePattern => "url(#of-whole)",
        Fill::Out => "var(--land)",
    }
}

/// The shapes, lines and marks; pointer and keys.
#[component]
pub(super) fn MapPicture(map: Map) -> impl IntoView {
    let page = map.page;
    draw(map);
    let label = text(move || {
        let caption = map.scene.with(|scene| scene.caption.clone());
        interpolate(page.words().map, &[("caption", &caption)])
    });
    let gestures = Gestures::of(map);
    let (over, choose, pinch) = (gestures.clone(), gestures.clone(), gestures);
    view! {
        <div {..set("id", "map")} class="map" {..set("tabindex", "0")} {..set("role", "application")}
            {..set("aria-describedby", "map-text map-keys")} {..follows("aria-label", label)}
            on:keydown=keys(map)
            on:mousemove=move |event| over.over(&event)
            on:mouseleave=click(move || map.point(Spot::Nowhere))
            on:click=move |event| choose.choose(&event)
            on:wheel=move |event| wheel(map, &event)
            on:touchmove=move |event| pinch.pinch(&event)
        ></div>
        <p {..set("id", "map-keys")} class="unseen">{page.say(|words| words.map_keys)}</p>
    }
}

fn fill_shapes(picture: &mut Picture, map: Map, scene: &MapScene) {
    map.shapes.with_untracked(|shapes| {
        let fills = shapes.iter().map(|shape| paint(scene.fills[shape.at.0]));
        picture.paint(&scene.ramp, fills);
        let between = shapes
            .iter()
            .filter(|shape| scene.fills[shape.at.0].is_between());
        let edges: String = between.map(|shape| &*shape.path).collect();
        picture.trace(Layer::Between, &edges);
    });
}

/// Draws the picture, and again whatever of it changes.
fn draw(map: Map) {
    let page = map.page;
    let picture: Rc<RefCell<Option<Picture>>> = Rc::default();
    let with = move |act: Box<dyn Fn(&mut Picture)>| {
        let picture = picture.clone();
        whenever(move || {
            let mut picture = picture.borrow_mut();
            if picture.is_none() {
                let patterns = HATCHES.iter().map(|hatch| {
                    let name = hatch.fill.pattern().unwrap_or_default();
                    let px = |px: f64| plain_number(px, 1);
                    (name, px(hatch.side_px), hatch.path, px(hatch.stroke_px))
                });
                *picture = Picture::within("map", patterns);
            }
            if let Some(picture) = &mut *picture {
                act(picture);
            }
        });
    };
    with(Box::new(move |picture| {
        let (axis, form) = map.drawn.get();
        let cube = page.cube();
        map.geometry.with(|geometry| {
            map.shapes.with(|shapes| {
                let paths = shapes.iter().map(|shape| &*shape.path);
                picture.draw(form.key(), &map.frame().view_box(), paths);
            });
            let [water, land] = match form {
                MapForm::Geo => geometry.backdrop(),
                MapForm::Tile => Default::default(),
            };
            picture.trace(Layer::Water, &water);
            picture.trace(Layer::Land, &land);
            let groups = axis.grouping().map(|_| axis).or_else(|| parent_axis(&cube));
            let borders = groups.map(|groups| geometry.borders(&cube, groups, form));
            picture.trace(Layer::Borders, &borders.unwrap_or_default());
        });
        // New shapes have no colours, and whether those are given before or after is not known.
        map.scene
            .with_untracked(|scene| fill_shapes(picture, map, scene));
    }));
    with(Box::new(move |picture| {
        map.scene.with(|scene| fill_shapes(picture, map, scene));
    }));
    with(Box::new(move |picture| {
        let place = map.looked_at.get();
        let cube = page.cube();
        let path = |place: Option<Place>| place.map(|it| map.path_of(it)).unwrap_or_default();
        picture.trace(Layer::InFocus, &path(place));
        let above = looked_into(&cube, place);
        let around = above.map(|above| map.frame().surroundings() + &map.path_of(above));
        picture.trace(Layer::Around, &around.unwrap_or_default());
    }));
    with(Box::new(move |picture| {
        let place = map.spot.get().place();
        let path = place.map(|place| map.path_of(place));
        picture.trace(Layer::Pointed, &path.unwrap_or_default());
    }));
    with(Box::new(move |picture| {
        let camera = map.camera.get();
        picture.look(&camera.css(), &camera.pattern_css());
    }));
}
