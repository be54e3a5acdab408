//! The map in few points: for what is read before the program comes, or without it.

use super::camera::{CLOSEST, FILLED};
use super::map_geometry::{MapGeometry, WIDTH_PX};
use super::place::looked_into;
use crate::cube::{Axis, CatIx, Cube};
use crate::geo::{
    ArcIx, Bounds, FeatureIx, Group, Polygon, Ring, clipped, dissolve, path_from_units,
    significances,
};
use crate::view_state::{MapForm, Place};

/// Width and height of the sketch in its units, one of which it reaches.
const SIZE: (f64, f64) = (420.0, 210.0);
/// How far a line may be from what it stands for, in units, where there is room for that; and at most.
const TOLERANCE: (f64, f64) = (0.5, 6.0);
/// So much further where that is too much to say.
const COARSER: f64 = 1.25;
/// So many times as far where only land lies that is not shown; and where nothing is seen.
const FAR: f64 = 2.5;
const UNSEEN: f64 = 20.0;
/// Islands less long and less high than so many times that are left out, but for the largest of a place.
const LEAST: f64 = 2.0;
/// What is left of that at least, in units.
const SPECK: f64 = 3.0;
/// A box that the sketch fills is so many times as wide as it is high at most, and at least.
const WIDEST: f64 = 2.7;
const NARROWEST: f64 = 0.9;

/// A part of the picture, in whole units of a coarse grid: of the whole all, else what the map looks at.
#[derive(Debug)]
pub struct MapSketch<'a> {
    geometry: &'a MapGeometry,
    /// Units over pixels of the picture.
    scale: f64,
    /// Where the sketch begins, in pixels of the picture.
    from_px: (f64, f64),
    /// Its width and height in units.
    size: (f64, f64),
    /// What is seen of it in a box of any proportions, in units.
    seen: Bounds,
    /// Of each arc its points, and how far a line without each would be from it, in units.
    arcs: Vec<Vec<((f64, f64), f64)>>,
    /// The rings of each member that is shown; of all land that is not; of the place in focus.
    shown: Vec<Vec<Ring>>,
    land: Vec<Ring>,
    focus: Vec<Ring>,
    tolerance: f64,
}

/// The paths of a sketch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sketched {
    /// Each member, empty where it is not shown or not in view.
    pub shapes: Vec<String>,
    /// All other land.
    pub land: String,
    /// Lakes.
    pub water: String,
    /// The place in focus.
    pub focus: String,
}

impl Sketched {
    fn bytes(&self) -> usize {
        let shapes: usize = self.shapes.iter().map(String::len).sum();
        shapes + self.land.len() + self.water.len() + self.focus.len()
    }
}

impl<'a> MapSketch<'a> {
    /// Sketches the members of an axis that are shown, around a place in focus.
    #[must_use]
    pub fn new(
        cube: &Cube,
        geometry: &'a MapGeometry,
        shown: (Axis, &[bool]),
        place: Option<Place>,
    ) -> Self {
        Self::sized(cube, geometry, shown, (place, SIZE))
    }

    /// The same in another width and height, one of which it reaches.
    #[must_use]
    pub fn sized(
        cube: &Cube,
        geometry: &'a MapGeometry,
        (axis, is_shown): (Axis, &[bool]),
        (place, box_size): (Option<Place>, (f64, f64)),
    ) -> Self {
        let window = window(cube, geometry, place);
        let size_px = (
            window.most.0 - window.least.0,
            window.most.1 - window.least.1,
        );
        let scale = (box_size.0 / size_px.0).min(box_size.1 / size_px.1);
        let size = (size_px.0 * scale, size_px.1 * scale);
        let half = (
            (size.0 / 2.0).max(size.1 / 2.0 * WIDEST),
            (size.1 / 2.0).max(size.0 / 2.0 / NARROWEST),
        );
        let topology = &geometry.topology;
        let members = geometry.members(cube, axis);
        let shown = |at: &Option<CatIx>| at.filter(|at| is_shown[at.0]).map(|at| Group(at.0));
        let groups: Vec<Option<Group>> = members.iter().map(shown).collect();
        let outside = groups
            .iter()
            .map(|group| group.is_none().then_some(Group(0)));
        let land = dissolve(topology, &outside.collect::<Vec<_>>())
            .into_iter()
            .flatten();
        let focus = place.map(|place| {
            let members = geometry.members(cube, place.axis).into_iter();
            let own = members.map(|at| (at == Some(place.at)).then_some(Group(0)));
            dissolve(topology, &own.collect::<Vec<_>>())
        });
        let mut sketch = Self {
            geometry,
            scale,
            from_px: window.least,
            size,
            seen: Bounds {
                least: (size.0 / 2.0 - half.0, size.1 / 2.0 - half.1),
                most: (size.0 / 2.0 + half.0, size.1 / 2.0 + half.1),
            },
            arcs: Vec::new(),
            shown: dissolve(topology, &groups),
            land: land.collect(),
            focus: focus.into_iter().flatten().flatten().collect(),
            tolerance: TOLERANCE.0,
        };
        sketch.shown.resize(is_shown.len(), Vec::new());
        sketch.arcs = (0..geometry.arcs_px.len())
            .map(|at| sketch.arc(ArcIx(at), &groups))
            .collect();
        sketch
    }

    /// The `viewBox`.
    #[must_use]
    pub fn view_box(&self) -> String {
        format!("0 0 {:.0} {:.0}", self.size.0, self.size.1)
    }

    /// The paths, as fine as so many bytes allow.
    #[must_use]
    pub fn paths(mut self, most_bytes: usize) -> Sketched {
        loop {
            let topology = &self.geometry.topology;
            let water = topology.water().iter().flat_map(Polygon::rings);
            let land = topology.land().iter().flat_map(Polygon::rings);
            let paths = Sketched {
                shapes: self
                    .shown
                    .iter()
                    .map(|rings| self.place_path(rings))
                    .collect(),
                land: self.path(self.land.iter().chain(land)),
                water: self.path(water),
                focus: self.place_path(&self.focus),
            };
            if paths.bytes() <= most_bytes || self.tolerance > TOLERANCE.1 {
                return paths;
            }
            self.tolerance *= COARSER;
        }
    }

    fn arc(&self, arc: ArcIx, groups: &[Option<Group>]) -> Vec<((f64, f64), f64)> {
        let unit = |(x, y): &(f64, f64)| {
            let (x, y) = (x - self.from_px.0, y - self.from_px.1);
            (x * self.scale, y * self.scale)
        };
        let units: Vec<(f64, f64)> = self.geometry.arcs_px[arc.0].iter().map(unit).collect();
        let is_shown = |feature: FeatureIx| groups[feature.0].is_some();
        let sides = self.geometry.topology.sides(arc).into_iter().flatten();
        let is_seen = Bounds::around(units.iter().copied()).is_some_and(|around| {
            let Bounds { least, most } = self.seen;
            around.most.0 >= least.0
                && around.least.0 <= most.0
                && around.most.1 >= least.1
                && around.least.1 <= most.1
        });
        let far = match (is_seen, sides.into_iter().any(is_shown)) {
            (false, _) => UNSEEN,
            (true, false) => FAR,
            (true, true) => 1.0,
        };
        let told = significances(&units).into_iter().map(|told| told / far);
        units.into_iter().zip(told).collect()
    }

    fn ring(&self, ring: &Ring) -> Vec<(f64, f64)> {
        let mut points = Vec::new();
        for arc in ring.arcs() {
            let from = points.len();
            let told = self.arcs[arc.arc().0].iter();
            let told = told.filter(|(_, told)| *told > self.tolerance);
            points.extend(told.map(|(point, _)| *point));
            if arc.is_reversed() {
                points[from..].reverse();
            }
            // The next arc begins where this one ends.
            points.pop();
        }
        clipped(&points, self.seen)
    }

    fn path<'r>(&self, rings: impl Iterator<Item = &'r Ring>) -> String {
        let rings = rings.map(|ring| self.ring(ring));
        let large = rings.filter(|ring| self.is_large(ring));
        path_from_units(&large.map(|ring| whole_units(&ring)).collect::<Vec<_>>())
    }

    fn is_large(&self, ring: &[(f64, f64)]) -> bool {
        let least = (self.tolerance * LEAST).max(SPECK);
        Bounds::around(ring.iter().copied()).is_some_and(|around| {
            around.most.0 - around.least.0 >= least || around.most.1 - around.least.1 >= least
        })
    }

    /// The same of a place, of which the largest ring at least is seen.
    fn place_path(&self, rings: &[Ring]) -> String {
        let path = self.path(rings.iter());
        if !path.is_empty() {
            return path;
        }
        let bounds = rings
            .iter()
            .filter_map(|ring| Bounds::around(self.ring(ring)));
        let length = |it: &Bounds| (it.most.0 - it.least.0).hypot(it.most.1 - it.least.1);
        let Some(Bounds { least, most }) = bounds.max_by(|a, b| length(a).total_cmp(&length(b)))
        else {
            return path;
        };
        let from = |least: f64, most: f64| f64::midpoint(least, most) - SPECK / 2.0;
        let (x, y) = (from(least.0, most.0), from(least.1, most.1));
        let (right, foot) = (x + SPECK, y + SPECK);
        path_from_units(&[whole_units(&[(x, y), (right, y), (right, foot), (x, foot)])])
    }
}

/// What the map looks at, in pixels of the picture.
fn window(cube: &Cube, geometry: &MapGeometry, place: Option<Place>) -> Bounds {
    let shape = looked_into(cube, place);
    let shape = shape.and_then(|place| geometry.shape(cube, place, MapForm::Geo));
    let Some(shape) = shape else {
        return Bounds {
            least: (0.0, 0.0),
            most: geometry.size_px(MapForm::Geo),
        };
    };
    let Bounds { least, most } = shape.bounds_px;
    let half = |least: f64, most: f64| ((most - least).max(WIDTH_PX / CLOSEST) / FILLED) / 2.0;
    let half = (half(least.0, most.0), half(least.1, most.1));
    let middle = (
        f64::midpoint(least.0, most.0),
        f64::midpoint(least.1, most.1),
    );
    Bounds {
        least: (middle.0 - half.0, middle.1 - half.1),
        most: (middle.0 + half.0, middle.1 + half.1),
    }
}

/// A ring in whole units, without points that fall on the one before them.
#[allow(
    clippy::cast_possible_truncation,
    reason = "sketches are some thousand units wide"
)]
fn whole_units(ring: &[(f64, f64)]) -> Vec<(i32, i32)> {
    let whole = |(x, y): &(f64, f64)| (x.round() as i32, y.round() as i32);
    let mut units: Vec<(i32, i32)> = ring.iter().map(whole).collect();
    units.dedup();
    while units.len() > 1 && units.first() == units.last() {
        units.pop();
    }
    units
}
