//! The lines of the map over and under its shapes, as path data.

use leptos::prelude::*;

use super::map_state::Map;
use crate::scene::{looked_into, parent_axis};
use crate::view_state::MapForm;

impl Map {
    /// Lakes, and land that belongs to no place.
    pub(super) fn backdrop(self) -> [String; 2] {
        match self.drawn.get().1 {
            MapForm::Geo => self.geometry.with_value(|geometry| geometry.backdrop()),
            MapForm::Tile => Default::default(),
        }
    }

    /// The edges of shapes that may belong to the class beside theirs.
    pub(super) fn between(self) -> String {
        self.shapes.with(|shapes| {
            self.scene.with(|scene| {
                let between = shapes
                    .iter()
                    .filter(|shape| scene.fills[shape.at.0].is_between());
                between.map(|shape| &*shape.path).collect()
            })
        })
    }

    /// The lines between groups.
    pub(super) fn borders(self) -> String {
        let ((axis, form), cube) = (self.drawn.get(), self.page.cube());
        let groups = axis.grouping().map(|_| axis);
        let groups = groups.or_else(|| parent_axis(&cube));
        groups.map_or_else(String::new, |groups| {
            self.geometry
                .with_value(|geometry| geometry.borders(&cube, groups, form))
        })
    }

    /// What lies around the place that is looked into.
    pub(super) fn around(self) -> String {
        let place = looked_into(&self.page.cube(), self.looked_at.get());
        place.map_or_else(String::new, |place| {
            self.seen.get().frame.surroundings() + &self.path_of(place)
        })
    }

    /// The outline of the place in focus.
    pub(super) fn in_focus(self) -> String {
        let place = self.looked_at.get();
        place.map_or_else(String::new, |place| self.path_of(place))
    }

    /// The outline of the place that is pointed at.
    pub(super) fn pointed(self) -> String {
        let place = self.spot.get().place();
        place.map_or_else(String::new, |place| self.path_of(place))
    }
}
