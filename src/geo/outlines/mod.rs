//! From outlines as publishers draw them to a topology: each border once, with fewer points.
//!
//! Outlines are laid on a grid of whole numbers ([`snap`]), where every answer is exact; overlaps and
//! slivers between them go to one of them ([`clean`]), those that do not hold together are mended
//! more ([`tangle`], [`mend`]); their rings are cut into arcs, which
//! neighbours share ([`cut`]); islands too small to be seen are left out ([`islands`]); arcs lose the
//! points that matter least, as long as nothing crosses ([`simplify`]). Sizes are in steps of the
//! grid, so its step says how fine the result is.

mod assemble;
mod clean;
mod cut;
mod edges;
mod faces;
mod faults;
mod graph;
mod islands;
mod mend;
mod outline;
mod point;
mod simplify;
mod snap;
mod swallowed;
mod tangle;
mod visvalingam;

use super::{GeoError, Grid, Topology};

use edges::GridOutline;

pub use outline::{Inside, Outline};

/// A topology that was drawn from outlines, and what had to be mended for it.
#[derive(Debug, Clone, PartialEq)]
pub struct Drawing {
    /// Features in the order of the outlines, without tiles.
    pub topology: Topology,
    /// Gaps between outlines that were closed.
    pub gaps: usize,
    /// Places that more than one outline covers, which went to one of them.
    pub overlaps: usize,
    /// Positions in the list of the outlines with a ring that crosses itself.
    pub untangled: Vec<usize>,
}

/// The topology of outlines: features in their order, without tiles, water and land as backdrop.
///
/// The same outlines and grid give the same topology, on every machine; all its positions are points
/// of the grid. A grid whose steps are about a 40,000th of the map's width draws coasts well on a
/// screen. Takes seconds for some hundred detailed outlines.
///
/// # Errors
/// [`GeoError`] when a ring is open or too short or leaves the grid, two features have one id, a
/// feature encloses nothing of its own on the grid, or lines still cross with all their points.
///
/// ```
/// use jangkau::geo::{FeatureIx, Grid, Inside, LonLat, Outline};
/// use jangkau::geo::{neighbours, topology_from_outlines};
///
/// let rectangle = |id: &str, west: f64, east: f64| {
///     let corners = [(west, 0.0), (east, 0.0), (east, 1.0), (west, 1.0), (west, 0.0)];
///     Outline {
///         inside: Inside::Feature(id.into()),
///         polygons: vec![vec![corners.map(|(lon, lat)| LonLat { lon, lat }).to_vec()]],
///     }
/// };
/// // The western one reaches half a thousandth of a degree into the eastern one.
/// let outlines = [rectangle("n1", 0.0, 1.0005), rectangle("n2", 1.0, 2.0)];
/// let grid = Grid { scale: [0.001, 0.001], translate: [0.0, 0.0] };
/// let topology = topology_from_outlines(&outlines, &grid, Some("Drawn by hand"))?;
/// assert_eq!(neighbours(&topology), [[FeatureIx(1)], [FeatureIx(0)]]);
/// assert_eq!(topology.arcs().len(), 3);
/// # Ok::<(), jangkau::geo::GeoError>(())
/// ```
pub fn topology_from_outlines(
    outlines: &[Outline],
    grid: &Grid,
    credit: Option<&str>,
) -> Result<Topology, GeoError> {
    let on_grid = snapped(outlines, grid)?.into_iter().map(snap::directed);
    let on_grid: Vec<GridOutline> = on_grid.collect();
    topology(outlines, &clean::cleaned(&on_grid), grid, credit)
}

/// The topology of outlines that do not hold together: as [`topology_from_outlines`] makes it, with rings
/// that cross themselves taken apart, thin gaps closed however long they are, and knots in a border given
/// to one side.
///
/// # Errors
/// As there.
///
/// ```
/// use jangkau::geo::{Grid, Inside, LonLat, Outline, drawing_from_outlines};
/// let corners = [(0.0, 0.0), (1.0, 1.0), (1.0, 0.0), (0.0, 1.0), (0.0, 0.0)];
/// let bow_tie = Outline {
///     inside: Inside::Feature("n1".into()),
///     polygons: vec![vec![corners.map(|(lon, lat)| LonLat { lon, lat }).to_vec()]],
/// };
/// let grid = Grid { scale: [0.001, 0.001], translate: [0.0, 0.0] };
/// let drawing = drawing_from_outlines(&[bow_tie], &grid, None)?;
/// assert_eq!(drawing.untangled, [0]);
/// assert_eq!(drawing.topology.features()[0].polygons().len(), 2);
/// # Ok::<(), jangkau::geo::GeoError>(())
/// ```
pub fn drawing_from_outlines(
    outlines: &[Outline],
    grid: &Grid,
    credit: Option<&str>,
) -> Result<Drawing, GeoError> {
    let mut on_grid = Vec::with_capacity(outlines.len());
    let mut untangled = Vec::new();
    for (at, mut polygons) in snapped(outlines, grid)?.into_iter().enumerate() {
        if tangle::untangle(&mut polygons) {
            untangled.push(at);
        }
        on_grid.push(snap::directed(polygons));
    }
    let mended = mend::mended(&on_grid);
    Ok(Drawing {
        topology: topology(outlines, &mended.outlines, grid, credit)?,
        gaps: mended.gaps,
        overlaps: mended.overlaps,
        untangled,
    })
}

fn snapped(outlines: &[Outline], grid: &Grid) -> Result<Vec<GridOutline>, GeoError> {
    outlines
        .iter()
        .map(|outline| snap::snapped(outline, grid))
        .collect()
}

/// The topology of outlines that neither overlap nor leave gaps.
fn topology(
    outlines: &[Outline],
    cleaned: &[GridOutline],
    grid: &Grid,
    credit: Option<&str>,
) -> Result<Topology, GeoError> {
    for (outline, polygons) in outlines.iter().zip(cleaned) {
        if let (Inside::Feature(id), true) = (&outline.inside, polygons.is_empty()) {
            return Err(GeoError::EnclosesNothing { id: id.clone() });
        }
    }
    let mut cut = cut::cut(cleaned);
    let areas = islands::drop_small(&mut cut);
    let drawn = simplify::simplified(&cut, &areas)?;
    assemble::topology(outlines, (&cut, &drawn), grid, credit)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geo::{ArcIx, Feature, FeatureIx, LonLat};

    const GRID: Grid = Grid {
        scale: [0.01, 0.01],
        translate: [-10.0, 0.0],
    };

    /// A rectangle from its south-western corner to its north-eastern one, clockwise.
    fn rectangle([west, south, east, north]: [f64; 4]) -> Vec<LonLat> {
        let corners = [
            (west, south),
            (west, north),
            (east, north),
            (east, south),
            (west, south),
        ];
        corners.map(|(lon, lat)| LonLat { lon, lat }).to_vec()
    }

    fn outline(inside: Inside, polygon: &[[f64; 4]]) -> Outline {
        Outline {
            inside,
            polygons: vec![polygon.iter().copied().map(rectangle).collect()],
        }
    }

    fn feature(id: &str, polygon: &[[f64; 4]]) -> Outline {
        outline(Inside::Feature(id.into()), polygon)
    }

    #[test]
    fn a_lake_an_enclave_and_land_without_a_feature_share_the_arcs_of_their_neighbours() {
        let outlines = [
            outline(Inside::Land, &[[6.0, 0.0, 8.0, 2.0]]),
            feature(
                "n1",
                &[
                    [0.0, 0.0, 6.0, 6.0],
                    [1.0, 1.0, 2.0, 2.0],
                    [3.0, 3.0, 5.0, 5.0],
                ],
            ),
            outline(Inside::Water, &[[1.0, 1.0, 2.0, 2.0]]),
            feature("n2", &[[3.0, 3.0, 5.0, 5.0]]),
        ];
        let topology = topology_from_outlines(&outlines, &GRID, None).unwrap();
        let ids: Vec<&str> = topology.features().iter().map(Feature::id).collect();
        assert_eq!(ids, ["n1", "n2"]);
        assert_eq!((topology.water().len(), topology.land().len()), (1, 1));
        // The land has its own arc and one with n1, which has its own, the lake's and the enclave's.
        assert_eq!(topology.arcs().len(), 2 + 1 + 1 + 1);
        let both = Some(FeatureIx(0)).zip(Some(FeatureIx(1)));
        let sides = (0..5).map(|arc| topology.sides(ArcIx(arc)));
        assert_eq!(sides.filter(|&[a, b]| a.zip(b) == both).count(), 1);
        let again = topology_from_outlines(&outlines, &GRID, None).unwrap();
        assert_eq!(again, topology);
    }

    #[track_caller]
    fn check_refused(outlines: &[Outline], expected: &str) {
        let error = topology_from_outlines(outlines, &GRID, None).unwrap_err();
        assert_eq!(error.to_string(), expected);
    }

    #[test]
    fn what_makes_no_map_is_refused_by_name() {
        let square = feature("n1", &[[0.0, 0.0, 1.0, 1.0]]);
        let other = feature("n1", &[[2.0, 0.0, 3.0, 1.0]]);
        check_refused(&[square.clone(), other], "the id \"n1\" stands twice");
        let nothing = "\"n2\" encloses nothing of its own on the grid, expected a polygon";
        let speck = feature("n2", &[[5.0, 5.0, 5.001, 5.001]]);
        check_refused(&[square.clone(), speck], nothing);
        let under = feature("n2", &[[0.0, 0.0, 1.0, 1.0]]);
        check_refused(&[under, square.clone()], nothing);
        let far = outline(Inside::Water, &[[0.0, 0.0, 1e6, 1.0]]);
        check_refused(
            &[square, far],
            "ring 0 of \"water\", position 2: expected degrees within 16777216 steps of the grid's \
             corner, found a million or more, 1",
        );
        assert!(topology_from_outlines(&[], &GRID, None).is_ok());
    }
}
