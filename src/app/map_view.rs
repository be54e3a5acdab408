//! The map itself, with what is pointed at, its legend and its text.

use std::sync::Arc;

use leptos::prelude::*;

use super::dead_end_note::DeadEndNote;
use super::map_controls::{MapLook, PopulationNote, ZoomButtons};
use super::map_legend::MapLegend;
use super::map_picture::MapPicture;
use super::map_readout::MapReadout;
use super::map_state::Map;
use super::page::page;
use crate::cube::Axis;
use crate::embed::Part;
use crate::scene::{MapGeometry, picture_text};

/// The map with its controls, legend, readout and text.
#[component]
pub(super) fn MapView(geometry: Arc<MapGeometry>) -> impl IntoView {
    let page = page();
    let credit = geometry.credit().map(str::to_owned);
    let places = page.common.with_untracked(|view| view.geo)?;
    let map = Map::new(page, geometry, Axis::of_dimension(places));
    let text = move || {
        let (cube, words) = (page.cube(), page.words());
        let sentences = page.view.with(|view| {
            map.scene
                .with(|scene| picture_text(&cube, view, scene, words))
        });
        sentences.join(" ")
    };
    Some(view! {
        <div class="map-panel">
            <h2>{move || map.scene.with(|scene| scene.caption.clone())}</h2>
            <div class="map-frame">
                <MapPicture map />
                <ZoomButtons map />
                <MapReadout map />
            </div>
            {page.shows(Part::Legend).then(|| view! { <MapLegend map /> })}
            {page.shows(Part::Legend).then(|| view! { <DeadEndNote map /> })}
            {page.is_full().then(|| view! { <PopulationNote map /> })}
            {page.shows(Part::Filters).then(|| view! { <MapLook map /> })}
            <p id=map.id("text") class="quiet">{text}</p>
            {credit.map(|credit| view! { <p class="quiet">{credit}</p> })}
        </div>
    })
}
