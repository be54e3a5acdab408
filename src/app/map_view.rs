//! The map itself, with what is pointed at, its legend and its text.

use std::sync::Arc;

use leptos::prelude::*;

use super::late::{Late, Panel};
use super::map_card::MapCard;
use super::map_controls::{PopulationNote, ZoomButtons};
use super::map_legend::MapLegend;
use super::map_look::MapLook;
use super::map_picture::MapPicture;
use super::map_state::Map;
use super::page::page;
use crate::cube::Axis;
use crate::embed::Part;
use crate::scene::{MapGeometry, MapScene, picture_text};
use crate::words::unbroken;

/// The map with its controls, legend, readout and text.
#[component]
pub(super) fn MapView(geometry: Arc<MapGeometry>) -> impl IntoView {
    let page = page();
    let credit = geometry.credit().map(str::to_owned);
    let places = page.common.with_untracked(|view| view.geo)?;
    let map = Map::new(page, geometry, Axis::of_dimension(places));
    provide_context(map);
    let text = move || {
        let (cube, words) = (page.cube(), page.words());
        let sentences = page.view.with(|view| {
            map.scene
                .with(|scene| picture_text(&cube, view, scene, words))
        });
        sentences.join(" ")
    };
    let has_legend = page.shows(Part::Legend);
    Some(view! {
        <div class="map-panel">
            <h2>{move || map.scene.with(|scene| unbroken(&scene.caption))}</h2>
            <div class="map-frame">
                <MapPicture map />
                <MapCard map />
                <ZoomButtons map />
            </div>
            {has_legend.then(|| view! { <MapLegend map /> })}
            <Show when=move || has_legend && map.scene.with(MapScene::is_mostly_pattern)>
                <Late panel=Panel::DeadEnd(map.scene) quiet=true />
            </Show>
            {page.is_full().then(|| view! { <PopulationNote map /> })}
            {page.shows(Part::Filters).then(|| view! { <MapLook map /> })}
            <p id=map.id("text") class="quiet">{text}</p>
            {credit.map(|credit| view! { <p class="quiet">{credit}</p> })}
        </div>
    })
}
