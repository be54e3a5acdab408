//! The map of a card: the country once for all cards of a dataset, and over it the place.

use std::collections::HashMap;

use super::map_place::{MapPlace, map_place};
use super::palette::Colours;
use super::picture::number;
use crate::cube::{Axis, Cube, Role};
use crate::geo::UNITS_PER_PX;
use crate::scale::Rgb;
use crate::scene::{MapGeometry, Shape, WIDTH_PX, levels, looked_into, parent_axis};
use crate::view_state::{MapForm, Place};

/// The radius of a ring in pixels at least.
const RING_PX: f64 = 19.0;

/// The shapes of a dataset, as they are drawn on its cards.
#[derive(Debug)]
pub(super) struct CardMap {
    pub(super) place: MapPlace,
    /// Pixels of the card over pixels of the picture.
    scale: f64,
    shapes: HashMap<Axis, Vec<Shape>>,
    backdrop: [String; 2],
    borders: String,
    regions: Axis,
}

impl CardMap {
    /// `None` where the dataset has no places.
    pub(super) fn new(cube: &Cube, geometry: &MapGeometry) -> Option<Self> {
        let place = map_place(geometry.size_px(MapForm::Geo));
        let shapes = levels(cube).into_iter();
        let shapes = shapes.map(|axis| (axis, geometry.shapes(cube, axis, MapForm::Geo)));
        let borders = parent_axis(cube).map(|axis| geometry.borders(cube, axis, MapForm::Geo));
        Some(Self {
            place,
            scale: place.area.size().0 / WIDTH_PX,
            shapes: shapes.collect(),
            backdrop: geometry.backdrop(),
            borders: borders.unwrap_or_default(),
            regions: Axis::of_dimension(cube.with_role(Role::Geo)?),
        })
    }

    fn shapes(&self, axis: Axis) -> &[Shape] {
        self.shapes.get(&axis).map_or(&[], Vec::as_slice)
    }

    fn shape(&self, place: Place) -> Option<&Shape> {
        let mut shapes = self.shapes(place.axis).iter();
        shapes.find(|shape| shape.at == place.at)
    }

    /// Paths in the units of the map, moved to where it stands.
    fn group(&self, paths: &str) -> String {
        let [x, y] = [self.place.area.least.0, self.place.area.least.1].map(number);
        let scale = self.scale / UNITS_PER_PX;
        format!(
            "<g transform=\"translate({x} {y}) scale({scale:.6})\" stroke-linejoin=\"round\" \
             fill-rule=\"evenodd\">{paths}</g>"
        )
    }

    /// A width of the card in the units of the map.
    fn units(&self, px: f64) -> String {
        number(px * UNITS_PER_PX / self.scale)
    }

    fn filled(&self, d: &str, fill: Rgb, (edge, edge_px): (Rgb, f64)) -> String {
        let width = self.units(edge_px);
        format!("<path fill=\"{fill}\" stroke=\"{edge}\" stroke-width=\"{width}\" d=\"{d}\"/>")
    }

    fn line(&self, d: &str, stroke: Rgb, px: f64) -> String {
        let width = self.units(px);
        format!("<path fill=\"none\" stroke=\"{stroke}\" stroke-width=\"{width}\" d=\"{d}\"/>")
    }

    /// The whole country, in quiet colours or in that of figures.
    pub(super) fn country(&self, colours: &Colours, is_shown: IsShown) -> String {
        let fill = match is_shown {
            IsShown::Whole => colours.figure,
            IsShown::Part => colours.land,
        };
        let [water, land] = &self.backdrop;
        let mut paths = String::new();
        if !land.is_empty() {
            paths += &self.filled(land, colours.land, (colours.land, 0.2));
        }
        let regions: String = (self.shapes(self.regions).iter())
            .map(|shape| &*shape.path)
            .collect();
        paths += &self.filled(&regions, fill, (fill, 0.4));
        if !self.borders.is_empty() {
            paths += &self.line(&self.borders, colours.paper, 1.0);
        }
        if !water.is_empty() {
            paths += &self.filled(water, colours.water, (colours.water, 0.1));
        }
        self.group(&paths)
    }

    /// A place over the country: the group that it lies in, its own shape.
    pub(super) fn place(&self, cube: &Cube, place: Place, colours: &Colours) -> String {
        let mut paths = String::new();
        let around = looked_into(cube, Some(place)).filter(|around| *around != place);
        if let Some(shape) = around.and_then(|around| self.shape(around)) {
            paths += &self.filled(&shape.path, colours.around, (colours.paper, 0.8));
        }
        let Some(shape) = self.shape(place) else {
            return self.group(&paths);
        };
        paths += &self.filled(&shape.path, colours.accent, (colours.paper, 0.8));
        paths += &self.filled(&shape.path, colours.accent, (colours.accent, 0.4));
        self.group(&paths)
    }

    /// A ring around a place, for one that is hardly seen.
    pub(super) fn ring(&self, place: Place, colours: &Colours) -> String {
        let Some(shape) = self.shape(place) else {
            return String::new();
        };
        let (least, most) = (shape.bounds_px.least, shape.bounds_px.most);
        let middle =
            |from: f64, to: f64, origin: f64| number(origin + f64::midpoint(from, to) * self.scale);
        let x = middle(least.0, most.0, self.place.area.least.0);
        let y = middle(least.1, most.1, self.place.area.least.1);
        let reach = (most.0 - least.0).hypot(most.1 - least.1) * self.scale / 2.0;
        let radius = number((reach + 6.0).max(RING_PX));
        let circle = |stroke: Rgb, wide: f64| {
            format!(
                "<circle cx=\"{x}\" cy=\"{y}\" r=\"{radius}\" fill=\"none\" stroke=\"{stroke}\" \
                 stroke-width=\"{wide}\"/>"
            )
        };
        circle(colours.paper, 7.0) + &circle(colours.accent, 3.5)
    }
}

/// What of a country a card speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum IsShown {
    /// All of it.
    Whole,
    /// One place in it.
    Part,
}
