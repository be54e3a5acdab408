//! The map itself, with what is pointed at, its legend and its text.

use leptos::prelude::*;
use std::sync::Arc;

use super::live::{paragraph, said, set, when};
use super::map_controls::{MapLook, PopulationNote, ZoomButtons};
use super::map_legend::MapLegend;
use super::map_picture::MapPicture;
use super::page::{Page, page};
use crate::cube::Axis;
use crate::embed::Part;
use crate::scene::{
    Camera, Frame, KeyboardNavigation, MapGeometry, MapScene, Shape, all_places_line, looked_into,
    map, picture_text, place_line,
};
use crate::view_state::{MapForm, Place};

/// What the pointer or the keys are at.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Spot {
    /// Nothing.
    Nowhere,
    /// The whole.
    Whole,
    /// A place.
    At(Place),
}

impl Spot {
    pub(super) fn place(self) -> Option<Place> {
        match self {
            Self::At(place) => Some(place),
            Self::Nowhere | Self::Whole => None,
        }
    }
}

/// What the parts of the map share.
#[derive(Clone, Copy)]
pub(super) struct Map {
    pub(super) page: Page,
    pub(super) geometry: RwSignal<Arc<MapGeometry>>,
    /// The level and the form that are drawn.
    pub(super) drawn: Memo<(Axis, MapForm)>,
    pub(super) shapes: Memo<Arc<Vec<Shape>>>,
    pub(super) scene: Memo<MapScene>,
    pub(super) keyboard_navigation: Memo<Arc<KeyboardNavigation>>,
    pub(super) spot: RwSignal<Spot>,
    /// The place in focus.
    pub(super) looked_at: Memo<Option<Place>>,
    /// What part is seen, where the reader has moved it, and for which place and form.
    moved: RwSignal<Option<(Option<Place>, MapForm, Camera)>>,
    /// What part is seen.
    pub(super) camera: Memo<Camera>,
}

impl Map {
    fn new(page: Page, geometry: Arc<MapGeometry>, geo: Axis) -> Self {
        let geometry = RwSignal::new(geometry);
        let drawn = Memo::new(move |_| {
            page.view.with(|view| {
                let tiles = geometry.with_untracked(|geometry| geometry.has_tiles());
                let form = if tiles { view.map } else { MapForm::Geo };
                (view.level.unwrap_or(geo), form)
            })
        });
        let shapes = Memo::new(move |_| {
            let (axis, form) = drawn.get();
            Arc::new(geometry.with_untracked(|geometry| geometry.shapes(&page.cube(), axis, form)))
        });
        let scene = Memo::new(move |_| {
            let (cube, words) = (page.cube(), page.words());
            let (axis, _) = drawn.get();
            page.common.with(|view| {
                (page.figures).with(|figures| map(&cube, view, figures, (axis, words)))
            })
        });
        let keyboard_navigation = Memo::new(move |_| {
            let (axis, form) = drawn.get();
            Arc::new(geometry.with_untracked(|geometry| {
                KeyboardNavigation::over(geometry, &page.cube(), axis, form)
            }))
        });
        let moved: RwSignal<Option<(Option<Place>, MapForm, Camera)>> = RwSignal::new(None);
        let looked_at = Memo::new(move |_| page.common.with(|view| view.place));
        let home = Memo::new(move |_| {
            let place = looked_at.get();
            let map_form = drawn.get().1;
            let cube = page.cube();
            geometry.with_untracked(|geometry| {
                let shape = looked_into(&cube, place)
                    .and_then(|place| geometry.shape(&cube, place, map_form));
                let frame = Frame::of_picture(geometry.size_px(map_form));
                shape.map_or(frame.whole(), |shape| Camera::on(shape.bounds_px, frame))
            })
        });
        // Another place in focus, or another form, is another part to see.
        let camera = Memo::new(move |_| match moved.get() {
            Some((place, form, camera)) if (place, form) == (looked_at.get(), drawn.get().1) => {
                camera
            }
            _ => home.get(),
        });
        Self {
            page,
            geometry,
            drawn,
            shapes,
            scene,
            keyboard_navigation,
            looked_at,
            spot: RwSignal::new(Spot::Nowhere),
            moved,
            camera,
        }
    }

    /// Shows another part.
    pub(super) fn see(self, camera: Camera) {
        let (place, form) = (self.looked_at.get_untracked(), self.drawn.get_untracked().1);
        self.moved.set(Some((place, form, camera)));
    }

    /// Points at something.
    pub(super) fn point(self, spot: Spot) {
        if self.spot.get_untracked() != spot {
            self.spot.set(spot);
        }
    }

    /// Points at something and brings it into view, where the picture shows only a part.
    pub(super) fn walk_to(self, spot: Spot) {
        self.point(spot);
        let camera = self.camera.get_untracked();
        let frame = self.frame();
        let place = spot.place().filter(|_| !frame.is_whole(camera));
        let bounds = place.and_then(|place| self.of_shape(place, |shape| shape.bounds_px));
        if let Some(bounds) = bounds {
            let next = camera.showing(bounds, frame);
            if next != camera {
                self.see(next);
            }
        }
    }

    /// The place that is pointed at, else the one in focus.
    pub(super) fn told(self) -> Option<Place> {
        match self.spot.get() {
            Spot::At(place) => Some(place),
            Spot::Whole => None,
            Spot::Nowhere => self.page.common.with(|view| view.place),
        }
    }

    /// What the picture is seen through.
    pub(super) fn frame(self) -> Frame {
        let form = self.drawn.get().1;
        self.geometry
            .with_untracked(|geometry| Frame::of_picture(geometry.size_px(form)))
    }

    /// The path of a place that may be on another level than the one that is drawn.
    pub(super) fn path_of(self, place: Place) -> String {
        let path = self.of_shape(place, |shape| shape.path.clone());
        path.unwrap_or_default()
    }

    /// Something of the shape of such a place.
    fn of_shape<T>(self, place: Place, of: fn(&Shape) -> T) -> Option<T> {
        let (axis, form) = self.drawn.get();
        if axis == place.axis {
            return self
                .shapes
                .with(|shapes| shapes.iter().find(|shape| shape.at == place.at).map(of));
        }
        let cube = self.page.cube();
        let shape = (self.geometry).with_untracked(|geometry| geometry.shape(&cube, place, form));
        shape.as_ref().map(of)
    }

    /// What is said of a place.
    fn line(self, place: Place) -> String {
        let (cube, words) = (self.page.cube(), self.page.words());
        let line = |scene: &MapScene| place_line(&cube, scene, place.at, words);
        if self.drawn.get().0 == place.axis {
            return self.scene.with(line);
        }
        let view = self.page.common.get();
        let scene =
            (self.page.figures).with(|figures| map(&cube, &view, figures, (place.axis, words)));
        line(&scene)
    }
}

/// The map with its controls, legend, readout and text.
#[component]
pub(super) fn MapView(geometry: Arc<MapGeometry>) -> impl IntoView {
    let page = page();
    let credit = geometry.credit().map(str::to_owned);
    let geo = page.common.with_untracked(|view| view.geo);
    let geo = geo.map(Axis::of_dimension)?;
    let map = Map::new(page, geometry, geo);
    let readout = said(move || match map.told() {
        Some(place) => map.line(place),
        None if map.spot.get() == Spot::Whole => {
            let (cube, words) = (page.cube(), page.words());
            page.figures
                .with(|figures| all_places_line(&cube, figures, words))
        }
        None => page.words().map_hint.to_owned(),
    });
    let text = said(move || {
        let (cube, words) = (page.cube(), page.words());
        let view = page.view.get();
        map.scene
            .with(|scene| picture_text(&cube, &view, scene, words).join(" "))
    });
    let credit = credit.map(|credit| paragraph("quiet", credit.into_any()));
    Some(view! {
        <div class="map-panel">
            <h2>{said(move || map.scene.with(|scene| scene.caption.clone()))}</h2>
            <div class="map-frame">
                <MapPicture map />
                <ZoomButtons map />
            </div>
            <p class="readout" {..set("role", "status")}>{readout}</p>
            {when(move || page.is_full(), move || view! { <PopulationNote map /> }.into_any())}
            {when(move || page.shows(Part::Legend), move || view! { <MapLegend map /> }.into_any())}
            {when(move || page.shows(Part::Filters), move || view! { <MapLook map /> }.into_any())}
            <p {..set("id", "map-text")} class="quiet">{text}</p>
            {credit}
        </div>
    })
}
