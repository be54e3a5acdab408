//! The ground of the map: where everything lies in the picture, worked out once.

use crate::cube::{Axis, CatIx, Cube, Role};
use crate::geo::{
    ArcIx, Bounds, Fit, Group, LonLat, Polygon, Projection, Ring, SizePx, Tile, TopoArc, Topology,
    borders, dissolve, label_point, line_from_px, path_from_px,
};
use crate::view_state::{MapForm, Place};

/// Width of the picture in pixels, before it is scaled to where it stands.
pub const WIDTH_PX: f64 = 1000.0;
/// What is left free around the land, in pixels.
const PADDING_PX: f64 = 12.0;
/// The picture is never higher than this.
const HIGHEST_PX: f64 = 900.0;

/// One place in the picture.
#[derive(Debug, Clone, PartialEq)]
pub struct Shape {
    /// Its member of the axis.
    pub at: CatIx,
    /// Path data, to be filled by the even-odd rule.
    pub path: String,
    /// A point inside it, in pixels.
    pub point_px: (f64, f64),
    /// The box around it, in pixels.
    pub bounds_px: Bounds,
}

/// Topology and dataset brought together: the regions by their codes.
#[derive(Debug, Clone, PartialEq)]
pub struct MapGeometry {
    pub(super) topology: Topology,
    /// The category of each feature.
    categories: Vec<Option<CatIx>>,
    /// Positions of every arc in pixels.
    pub(super) arcs_px: Vec<Vec<(f64, f64)>>,
    /// A point inside every feature, in pixels.
    points_px: Vec<(f64, f64)>,
    height_px: f64,
    /// Columns and rows of the tiles, where every region has one.
    pub(super) grid: Option<(u16, u16)>,
}

impl MapGeometry {
    /// Projects a topology (Lambert's azimuthal equal-area projection about its middle) and finds
    /// the category of each feature by its code. `None` where the dataset has no places, or none of
    /// them is in the topology.
    #[must_use]
    pub fn new(topology: Topology, cube: &Cube) -> Option<Self> {
        let geo = cube.with_role(Role::Geo)?;
        let members = cube.members(Axis::of_dimension(geo));
        let features = topology.features();
        let category = |feature: &crate::geo::Feature| members.position(feature.id());
        let categories: Vec<Option<CatIx>> = features.iter().map(category).collect();
        if categories.iter().all(Option::is_none) {
            return None;
        }
        let lonlats = topology.arcs().iter().flat_map(TopoArc::positions);
        let around = Bounds::around(lonlats.map(|at| (at.lon, at.lat)))?;
        let middle = |least: f64, most: f64| f64::midpoint(least, most);
        let projection = Projection::about(
            middle(around.least.0, around.most.0),
            middle(around.least.1, around.most.1),
        );
        let xy = |at: &LonLat| projection.xy_from_lonlat((at.lon, at.lat));
        let plane: Vec<Vec<(f64, f64)>> = (topology.arcs().iter())
            .map(|arc| arc.positions().iter().map(xy).collect())
            .collect();
        let bounds = Bounds::around(plane.iter().flatten().copied())?;
        let wide = bounds.most.0 - bounds.least.0;
        let high = bounds.most.1 - bounds.least.1;
        let room = WIDTH_PX - 2.0 * PADDING_PX;
        let height_px = (room * high / wide + 2.0 * PADDING_PX)
            .min(HIGHEST_PX)
            .ceil();
        let size = SizePx {
            width_px: WIDTH_PX,
            height_px,
            padding_px: PADDING_PX,
        };
        let fit = Fit::of(bounds, size);
        let arcs_px = plane
            .into_iter()
            .map(|arc| arc.into_iter().map(|at| fit.px_from_xy(at)).collect())
            .collect();
        let point = |feature| {
            label_point(&topology, feature).map_or((0.0, 0.0), |at| fit.px_from_xy(xy(&at)))
        };
        let points_px = features.iter().map(point).collect();
        let grid = (features.iter()).try_fold((0, 0), |(columns, rows), feature| {
            let Tile { column, row } = feature.tile()?;
            Some((columns.max(column + 1), rows.max(row + 1)))
        });
        Some(Self {
            topology,
            categories,
            arcs_px,
            points_px,
            height_px,
            grid,
        })
    }

    /// Whose work the borders are.
    #[must_use]
    pub fn credit(&self) -> Option<&str> {
        self.topology.credit()
    }

    /// Whether there is a tile for every region.
    #[must_use]
    pub fn has_tiles(&self) -> bool {
        self.grid.is_some()
    }

    /// Width and height of the picture in pixels.
    #[must_use]
    pub fn size_px(&self, form: MapForm) -> (f64, f64) {
        let height_px = match (form, self.grid) {
            (MapForm::Tile, Some((_, rows))) => f64::from(rows) * self.cell_px(),
            _ => self.height_px,
        };
        (WIDTH_PX, height_px)
    }

    /// One place; `None` where the topology has nothing of it.
    #[must_use]
    pub fn shape(&self, cube: &Cube, place: Place, form: MapForm) -> Option<Shape> {
        let mut shapes = self.shapes(cube, place.axis, form).into_iter();
        shapes.find(|shape| shape.at == place.at)
    }

    /// Every place of an axis that the topology has, in the order of the axis.
    #[must_use]
    pub fn shapes(&self, cube: &Cube, axis: Axis, form: MapForm) -> Vec<Shape> {
        let mut features: Vec<Vec<usize>> = vec![Vec::new(); cube.members(axis).len()];
        for (feature, at) in self.members(cube, axis).into_iter().enumerate() {
            if let Some(at) = at {
                features[at.0].push(feature);
            }
        }
        let groups = axis.grouping().filter(|_| form == MapForm::Geo);
        let dissolved = groups.map(|_| dissolve(&self.topology, &self.groups(cube, axis)));
        let mut shapes = Vec::new();
        for (at, features) in features.iter().enumerate() {
            let Some(bounds_px) = self.bounds(features, form) else {
                continue;
            };
            let path = match (form, &dissolved) {
                (MapForm::Geo, Some(rings)) => self.ring_path(rings[at].iter()),
                (MapForm::Geo, None) => {
                    self.ring_path(features.iter().flat_map(|&at| self.rings(at)))
                }
                (MapForm::Tile, _) => self.tile_path(features),
            };
            shapes.push(Shape {
                at: CatIx(at),
                path,
                point_px: self.middle(features, bounds_px, form),
                bounds_px,
            });
        }
        shapes
    }

    /// The lines between the groups of an axis.
    #[must_use]
    pub fn borders(&self, cube: &Cube, axis: Axis, form: MapForm) -> String {
        match form {
            MapForm::Geo => {
                let lines = borders(&self.topology, &self.groups(cube, axis)).between;
                line_from_px(lines.iter().map(|ArcIx(at)| &*self.arcs_px[*at]))
            }
            MapForm::Tile => self.tile_borders(&self.members(cube, axis)),
        }
    }

    /// Water, and land that belongs to no region.
    #[must_use]
    pub fn backdrop(&self) -> [String; 2] {
        [self.topology.water(), self.topology.land()]
            .map(|polygons| self.ring_path(polygons.iter().flat_map(Polygon::rings)))
    }

    /// The member of the axis that each feature belongs to.
    pub(super) fn members(&self, cube: &Cube, axis: Axis) -> Vec<Option<CatIx>> {
        let along = |at: &Option<CatIx>| cube.along(axis, (*at)?);
        self.categories.iter().map(along).collect()
    }

    fn groups(&self, cube: &Cube, axis: Axis) -> Vec<Option<Group>> {
        let members = self.members(cube, axis).into_iter();
        members.map(|at| Some(Group(at?.0))).collect()
    }

    fn rings(&self, feature: usize) -> impl Iterator<Item = &Ring> {
        self.topology.features()[feature].rings()
    }

    fn ring_path<'a>(&self, rings: impl Iterator<Item = &'a Ring>) -> String {
        let px: Vec<Vec<(f64, f64)>> = rings.map(|ring| self.ring_px(ring)).collect();
        path_from_px(px.iter().map(|ring| &**ring))
    }

    fn ring_px(&self, ring: &Ring) -> Vec<(f64, f64)> {
        let mut points = Vec::new();
        for arc in ring.arcs() {
            let from = points.len();
            points.extend_from_slice(&self.arcs_px[arc.arc().0]);
            if arc.is_reversed() {
                points[from..].reverse();
            }
            // The next arc begins where this one ends.
            points.pop();
        }
        points
    }

    fn bounds(&self, features: &[usize], form: MapForm) -> Option<Bounds> {
        match form {
            MapForm::Geo => Bounds::around(features.iter().flat_map(|&at| {
                let arcs = self.rings(at).flat_map(Ring::arcs);
                arcs.flat_map(|arc| self.arcs_px[arc.arc().0].iter().copied())
            })),
            MapForm::Tile => self.tile_bounds(features),
        }
    }

    /// The point of a region; of a group that of the region nearest to the middle of its box.
    fn middle(&self, features: &[usize], bounds: Bounds, form: MapForm) -> (f64, f64) {
        let point = |&at: &usize| match form {
            MapForm::Geo => self.points_px[at],
            MapForm::Tile => self.tile_point(at),
        };
        let middle = (
            f64::midpoint(bounds.least.0, bounds.most.0),
            f64::midpoint(bounds.least.1, bounds.most.1),
        );
        let far = |(x, y): (f64, f64)| {
            let (x, y) = (x - middle.0, y - middle.1);
            x * x + y * y
        };
        let points = features.iter().map(point);
        points
            .min_by(|a, b| far(*a).total_cmp(&far(*b)))
            .unwrap_or(middle)
    }
}
