//! What the parts of a map share: what is drawn, what is pointed at, what part is seen.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use leptos::prelude::*;
use web_sys::KeyboardEvent;

use super::page::Page;
use crate::cube::Axis;
use crate::scene::{Camera, Covered, Frame, MapGeometry, MapScene, Shape, looked_into, map};
use crate::view_state::{MapForm, Place};

/// The height of what is said of a place at the foot of a map, with its actions, in pixels: two lines.
const CARD_PX: f64 = 72.0;
/// The same in a box that is less wide than this: its actions alone.
const CARD_NARROW_PX: f64 = 44.0;
const NARROW_PX: f64 = 560.0;
/// The width of the buttons that move the map, on its right; where there is little room their height, at its
/// head.
const BUTTONS_PX: f64 = 44.0;

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

/// What part of the picture is seen, and through which frame.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Seen {
    pub(super) frame: Frame,
    pub(super) camera: Camera,
    /// Whether the eye can follow the camera to where it is: the frame is the one of before.
    pub(super) glides: bool,
}

/// What part the reader has moved to, and from where.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Moved {
    place: Option<Place>,
    form: MapForm,
    frame: Frame,
    camera: Camera,
}

/// A map of the page.
#[derive(Clone, Copy)]
pub(super) struct Map {
    pub(super) page: Page,
    /// Tells the ids of this map from those of another on the page.
    number: usize,
    pub(super) geometry: StoredValue<Arc<MapGeometry>>,
    /// Width and height of the box that the map fills, once they are measured.
    pub(super) box_px: RwSignal<(f64, f64)>,
    /// The level and the form that are drawn.
    pub(super) drawn: Memo<(Axis, MapForm)>,
    pub(super) shapes: Memo<Arc<Vec<Shape>>>,
    pub(super) scene: Memo<MapScene>,
    /// What a key that is pressed on it does, once the code of that has come.
    pub(super) keys: RwSignal<Option<Callback<KeyboardEvent>>>,
    pub(super) spot: RwSignal<Spot>,
    /// Where a mouse is that points at a place, in pixels from the upper left corner of the box.
    pub(super) mouse_px: RwSignal<Option<(f64, f64)>>,
    /// Whether what a mouse points at is told there until the reader leaves it, wherever the mouse goes.
    pub(super) pinned: RwSignal<bool>,
    /// The place in focus.
    pub(super) looked_at: Memo<Option<Place>>,
    moved: RwSignal<Option<Moved>>,
    pub(super) seen: Memo<Seen>,
}

impl Map {
    /// The map of a page, of the places along an axis.
    pub(super) fn new(page: Page, geometry: Arc<MapGeometry>, places: Axis) -> Self {
        static MAPS: AtomicUsize = AtomicUsize::new(0);
        let geometry = StoredValue::new(geometry);
        let drawn = Memo::new(move |_| {
            page.view.with(|view| {
                let has_tiles = geometry.with_value(|geometry| geometry.has_tiles());
                let form = if has_tiles { view.map } else { MapForm::Geo };
                (view.level.unwrap_or(places), form)
            })
        });
        let shapes = Memo::new(move |_| {
            let (axis, form) = drawn.get();
            geometry.with_value(|geometry| Arc::new(geometry.shapes(&page.cube(), axis, form)))
        });
        let scene = Memo::new(move |_| scene_of(page, drawn.get().0));
        let looked_at = Memo::new(move |_| page.common.with(|view| view.place));
        let box_px = RwSignal::new((0.0, 0.0));
        let frame = Memo::new(move |_| {
            let (_, form) = drawn.get();
            let picture_px = geometry.with_value(|geometry| geometry.size_px(form));
            let (width, height) = box_px.get();
            let frame = Frame::in_box(picture_px, (width, height));
            if looked_at.get().is_none() || height <= 0.0 {
                return frame;
            }
            frame.covered(if width < NARROW_PX {
                Covered {
                    head: BUTTONS_PX / height,
                    foot: CARD_NARROW_PX / height,
                    right: 0.0,
                }
            } else {
                Covered {
                    head: 0.0,
                    foot: CARD_PX / height,
                    right: BUTTONS_PX / width,
                }
            })
        });
        let home = Memo::new(move |_| {
            let ((_, form), frame, cube) = (drawn.get(), frame.get(), page.cube());
            let place = looked_into(&cube, looked_at.get());
            let shape = place.and_then(|place| {
                geometry.with_value(|geometry| geometry.shape(&cube, place, form))
            });
            shape.map_or(frame.whole(), |shape| Camera::on(shape.bounds_px, frame))
        });
        let moved = RwSignal::new(None::<Moved>);
        let seen = Memo::new(move |before: Option<&Seen>| {
            let ((_, form), frame, place) = (drawn.get(), frame.get(), looked_at.get());
            // Another place in focus, or another form, is another part to see.
            let moved = moved.get();
            let moved = moved.filter(|moved| (moved.place, moved.form) == (place, form));
            Seen {
                frame,
                camera: moved.map_or_else(
                    || home.get(),
                    |moved| moved.camera.reframed(moved.frame, frame),
                ),
                glides: before.is_some_and(|before| before.frame.size_px() == frame.size_px()),
            }
        });
        Self {
            page,
            number: MAPS.fetch_add(1, Ordering::Relaxed),
            geometry,
            box_px,
            drawn,
            shapes,
            scene,
            keys: RwSignal::new(None),
            spot: RwSignal::new(Spot::Nowhere),
            mouse_px: RwSignal::new(None),
            pinned: RwSignal::new(false),
            looked_at,
            moved,
            seen,
        }
    }

    /// An id that no other map of the page has.
    pub(super) fn id(self, part: &str) -> String {
        ["map", &self.number.to_string(), "-", part].concat()
    }

    /// Shows another part.
    pub(super) fn see(self, camera: Camera) {
        self.unpin();
        self.moved.set(Some(Moved {
            place: self.looked_at.get_untracked(),
            form: self.drawn.get_untracked().1,
            frame: self.seen.get_untracked().frame,
            camera,
        }));
    }

    /// Points at nothing where something was pinned.
    pub(super) fn unpin(self) {
        if self.pinned.get_untracked() {
            self.point(Spot::Nowhere);
        }
    }

    /// Points at something by keys or by touch, or at nothing.
    pub(super) fn point(self, spot: Spot) {
        self.pinned.set(false);
        self.mouse_px.set(None);
        self.point_on(spot);
    }

    /// Points at something by a mouse.
    pub(super) fn point_at(self, spot: Spot, mouse_px: (f64, f64)) {
        self.mouse_px.set(spot.place().map(|_| mouse_px));
        self.point_on(spot);
    }

    fn point_on(self, spot: Spot) {
        if self.spot.get_untracked() != spot {
            self.spot.set(spot);
        }
    }

    /// Points at something and brings it into view, where the picture shows only a part.
    pub(super) fn walk_to(self, spot: Spot) {
        self.point(spot);
        let Seen { frame, camera, .. } = self.seen.get_untracked();
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
            Spot::Nowhere => self.looked_at.get(),
        }
    }

    /// Whether the reader may look at a place and compare it.
    pub(super) fn may_look(self, place: Place) -> bool {
        self.page.is_full() && !self.page.is_locked(place.axis)
    }

    /// Pixels of the frame a pixel of the screen.
    pub(super) fn frame_px(self) -> f64 {
        let (width_px, _) = self.seen.get_untracked().frame.size_px();
        width_px / self.box_px.get_untracked().0.max(1.0)
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
            let is_it = |shape: &&Shape| shape.at == place.at;
            return self.shapes.with(|shapes| shapes.iter().find(is_it).map(of));
        }
        let cube = self.page.cube();
        let shape = self
            .geometry
            .with_value(|geometry| geometry.shape(&cube, place, form));
        shape.as_ref().map(of)
    }

    /// Reads the scene of a level, be it the one that is drawn or another.
    pub(super) fn with_scene<T>(self, axis: Axis, read: impl FnOnce(&MapScene) -> T) -> T {
        if self.drawn.get().0 == axis {
            return self.scene.with(read);
        }
        read(&scene_of(self.page, axis))
    }
}

fn scene_of(page: Page, axis: Axis) -> MapScene {
    let (cube, words) = (page.cube(), page.words());
    page.common.with(|view| {
        page.figures
            .with(|figures| map(&cube, view, figures, (axis, words)))
    })
}
