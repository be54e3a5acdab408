//! A topology: arcs, and the features that share them.

use super::checks::{along, check_arc, check_polygons, claim};
use super::{ArcIx, ArcRef, Feature, FeatureIx, GeoError, LonLat, Polygon, Ring, Tile, TopoArc};

/// What is drawn around the regions and carries no figures.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Backdrop {
    /// Lakes and reservoirs.
    pub water: Vec<Polygon>,
    /// Land that belongs to no region.
    pub land: Vec<Polygon>,
}

/// Regions whose borders are shared arcs: neighbours have the very same positions.
#[derive(Debug, Clone, PartialEq)]
pub struct Topology {
    arcs: Vec<TopoArc>,
    features: Vec<Feature>,
    backdrop: Backdrop,
    credit: Option<Box<str>>,
    /// Of each arc the features that name it.
    sides: Vec<[Option<FeatureIx>; 2]>,
}

impl Topology {
    /// Puts arcs and features together.
    ///
    /// # Errors
    /// [`GeoError`] unless every arc has two positions or more, all of them on the globe (longitude
    /// up to 360 either way, for lands across the antimeridian); ids are unique; every feature has a
    /// ring; every ring names arcs that are there, closes, and has 4 positions or more; and no arc
    /// lies between more than two features, nor between more than two of lakes and land without.
    pub fn new(
        arcs: Vec<TopoArc>,
        features: Vec<Feature>,
        backdrop: Backdrop,
        credit: Option<&str>,
    ) -> Result<Self, GeoError> {
        for (at, arc) in arcs.iter().enumerate() {
            check_arc(at, arc.positions())?;
        }
        let mut sides = vec![[None; 2]; arcs.len()];
        let mut around = sides.clone();
        for (at, feature) in features.iter().enumerate() {
            let id = feature.id();
            if features[..at].iter().any(|other| other.id() == id) {
                return Err(GeoError::DuplicateId { id: id.into() });
            }
            check_polygons(id, feature.polygons(), &arcs)?;
            claim((id, FeatureIx(at)), feature.polygons(), &mut sides)?;
        }
        for (id, polygons) in [("water", &backdrop.water), ("land", &backdrop.land)] {
            if !polygons.is_empty() {
                check_polygons(id, polygons, &arcs)?;
                claim((id, FeatureIx(0)), polygons, &mut around)?;
            }
        }
        Ok(Self {
            arcs,
            features,
            backdrop,
            credit: credit.map(Into::into),
            sides,
        })
    }

    /// The same regions in a tile map; one item a feature, a missing one is no tile.
    #[must_use]
    pub fn with_tiles(self, tiles: &[Option<Tile>]) -> Self {
        let tiles = tiles.iter().copied().chain(std::iter::repeat(None));
        let features = self.features.into_iter().zip(tiles);
        Self {
            features: features.map(|(it, tile)| it.with_tile(tile)).collect(),
            ..self
        }
    }
    /// The regions, in the order of the file.
    #[must_use]
    pub fn features(&self) -> &[Feature] {
        &self.features
    }
    /// The arcs, in the order of the file.
    #[must_use]
    pub fn arcs(&self) -> &[TopoArc] {
        &self.arcs
    }
    /// Lakes and reservoirs.
    #[must_use]
    pub fn water(&self) -> &[Polygon] {
        &self.backdrop.water
    }
    /// Land that belongs to no region.
    #[must_use]
    pub fn land(&self) -> &[Polygon] {
        &self.backdrop.land
    }
    /// Whose work the borders are, where the file says it.
    #[must_use]
    pub fn credit(&self) -> Option<&str> {
        self.credit.as_deref()
    }
    /// The features that name an arc: two where it lies between them (the same one twice where it
    /// cuts into it), one on a coast, none where only lakes have it.
    #[must_use]
    pub fn sides(&self, arc: ArcIx) -> [Option<FeatureIx>; 2] {
        self.sides[arc.0]
    }
    /// The positions of an arc in the direction of a ring, both ends included.
    pub fn arc_positions(&self, arc: ArcRef) -> impl Iterator<Item = LonLat> {
        along(&self.arcs, arc)
    }
    /// The positions of a ring in order; the first is not repeated at the end.
    pub fn ring_positions(&self, ring: &Ring) -> impl Iterator<Item = LonLat> {
        ring.arcs().iter().flat_map(|&arc| {
            let steps = self.arcs[arc.arc().0].positions().len() - 1;
            self.arc_positions(arc).take(steps)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample::{arc, feature, squares};
    use super::*;

    #[track_caller]
    fn check(arcs: Vec<TopoArc>, features: Vec<Feature>, expected: &str) {
        let error = Topology::new(arcs, features, Backdrop::default(), None).unwrap_err();
        assert_eq!(error.to_string(), expected);
    }

    #[test]
    fn the_positions_of_a_ring_run_along_its_arcs_in_their_direction() {
        let topology = squares();
        let positions = |at: usize| -> Vec<(f64, f64)> {
            let ring = topology.features()[at].rings().next().unwrap();
            let positions = topology.ring_positions(ring);
            positions.map(|it| (it.lon, it.lat)).collect()
        };
        let west = [(1.0, 1.0), (0.0, 1.0), (0.0, 0.0), (1.0, 0.0)];
        let east = [(1.0, 0.0), (2.0, 0.0), (2.0, 1.0), (1.0, 1.0)];
        assert_eq!(positions(0), west);
        assert_eq!(positions(1), east);
    }

    #[test]
    fn an_arc_knows_the_features_on_its_sides() {
        let topology = squares();
        let sides = (0..4).map(|at| topology.sides(ArcIx(at)).map(|it| it.map(|it| it.0)));
        let expected = [
            [Some(0), None],
            [Some(0), Some(1)],
            [Some(1), None],
            [Some(2), None],
        ];
        assert_eq!(sides.collect::<Vec<_>>(), expected);
    }

    #[test]
    fn what_does_not_hold_together_is_refused_by_name() {
        let ring = || arc(&[(0, 0), (1, 0), (1, 1), (0, 0)]);
        check(
            vec![arc(&[(0, 0)])],
            vec![],
            "arc 0 has 1 positions, expected at least 2",
        );
        check(
            vec![arc(&[(0, 0), (0, 91)])],
            vec![],
            "arc 0, position 1: expected degrees on the globe, found 0, 91",
        );
        check(
            vec![ring(), ring()],
            vec![feature("a", &[0]), feature("a", &[1])],
            "the id \"a\" stands twice",
        );
        let bare = Feature::new("a", vec![Polygon::new(vec![])]);
        let expected = "\"a\" has a piece without rings, or no piece at all";
        check(vec![ring()], vec![bare], expected);
        check(vec![ring()], vec![Feature::new("a", vec![])], expected);
        check(
            vec![ring()],
            vec![feature("a", &[1])],
            "\"a\" names arc 1, expected one below 1",
        );
        check(
            vec![arc(&[(0, 0), (1, 0), (1, 1), (0, 1)])],
            vec![feature("a", &[0])],
            "ring 0 of \"a\" does not close: no arc begins where arc 0 ends",
        );
        check(
            vec![arc(&[(0, 0), (1, 0), (0, 0)])],
            vec![feature("a", &[0])],
            "ring 0 of \"a\" has 3 positions, expected at least 4",
        );
        check(
            vec![ring()],
            vec![feature("a", &[0]), feature("b", &[0]), feature("c", &[-1])],
            "arc 0 is named a third time by \"c\", expected at most two sides",
        );
    }

    #[test]
    fn an_empty_ring_is_refused() {
        let empty = Feature::new("a", vec![Polygon::new(vec![Ring::new(vec![])])]);
        let expected = "ring 0 of \"a\" has 1 positions, expected at least 4";
        check(vec![], vec![empty], expected);
    }
}
