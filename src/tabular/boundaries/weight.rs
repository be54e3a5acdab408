//! Boundaries as fine as their weight allows.

use crate::formats::topojson::bytes_from_topology;
use crate::geo::{
    Drawing, GeoError, Grid, Outline, Tile, Topology, drawing_from_outlines, feature_tiles,
};

use super::MapOptions;
use super::shape::{bounds, longer_side};
use super::speck::Specks;

/// Steps along the longer side of the map at the most: finer is not seen on a screen.
const FINEST: f64 = 40_000.0;
/// Steps at the least: coarser is no map.
const COARSEST: f64 = 400.0;
/// The search ends where two steps are this close.
const CLOSE: f64 = 1.06;
/// How much coarser it is tried again where lines cross.
const COARSER: f64 = 0.8;
/// Parts of a degree that the corner of a grid lies on.
const CORNER: f64 = 100.0;
/// Tiles are laid for so many regions; for more it would take minutes, and none could be read.
const MOST_TILES: usize = 1_000;

/// Boundaries that are light enough.
#[derive(Debug)]
pub(super) struct Drawn {
    pub(super) bytes: Vec<u8>,
    pub(super) weight: usize,
    pub(super) drawing: Drawing,
    /// Degrees a step.
    pub(super) step: f64,
    /// Outlines drawn as specks, by position.
    pub(super) specks: Vec<usize>,
}

/// Why there are no boundaries.
#[derive(Debug)]
pub(super) enum Fault {
    /// They make no topology.
    Geo(GeoError),
    /// The lightest are heavier than they may be.
    TooHeavy(usize),
}

/// The finest boundaries of outlines that weigh no more than they may.
pub(super) fn drawn_to_weight(
    outlines: &[Outline],
    options: &MapOptions<'_>,
) -> Result<Drawn, Fault> {
    let mut maker = Maker {
        outlines,
        options,
        tiles: None,
    };
    let mut finest = FINEST;
    let first = loop {
        match maker.drawn(finest) {
            Err(GeoError::Crossing { .. }) if finest > COARSEST => finest *= COARSER,
            Err(fault) => return Err(Fault::Geo(fault)),
            Ok(drawn) => break drawn,
        }
    };
    let limit = options.weight_bytes;
    if first.weight <= limit {
        return Ok(first);
    }
    let mut lightest = first.weight;
    let (mut coarse, mut fine) = (COARSEST, finest);
    let mut best = None;
    while fine / coarse > CLOSE {
        let middle = (fine * coarse).sqrt();
        // Where a place is lost, or lines cross, finer ones may do.
        let drawn = maker.drawn(middle).ok();
        lightest = lightest.min(drawn.as_ref().map_or(lightest, |it| it.weight));
        match drawn {
            Some(drawn) if drawn.weight > limit => fine = middle,
            light => {
                best = light.or(best);
                coarse = middle;
            }
        }
    }
    best.ok_or(Fault::TooHeavy(lightest))
}

struct Maker<'a> {
    outlines: &'a [Outline],
    options: &'a MapOptions<'a>,
    /// Laid once: they hang on where places lie, not on how finely they are drawn.
    tiles: Option<Vec<Option<Tile>>>,
}

impl Maker<'_> {
    fn drawn(&mut self, steps: f64) -> Result<Drawn, GeoError> {
        let grid = grid(self.outlines, steps);
        let step = grid.scale[0];
        let mut specks = Specks::new(self.outlines, step);
        let drawing = loop {
            match drawing_from_outlines(&specks.outlines, &grid, self.options.credit) {
                Err(GeoError::EnclosesNothing { id }) if specks.draw_too(&id, step) => {}
                other => break other?,
            }
        };
        let tiles = self.tiles.get_or_insert_with(|| tiles(&drawing.topology));
        let topology = drawing.topology.with_tiles(tiles);
        let bytes = bytes_from_topology(&topology, &grid);
        Ok(Drawn {
            weight: (self.options.weigh)(&bytes),
            bytes,
            drawing: Drawing {
                topology,
                ..drawing
            },
            step,
            specks: specks.specks,
        })
    }
}

fn tiles(topology: &Topology) -> Vec<Option<Tile>> {
    if topology.features().len() > MOST_TILES {
        return Vec::new();
    }
    feature_tiles(topology, &[])
}

/// A grid with so many steps along the longer side of the map. Its step has two digits and its corner
/// two decimals, so that the file says them in few letters.
fn grid(outlines: &[Outline], steps: f64) -> Grid {
    let positions = outlines
        .iter()
        .flat_map(|it| &it.polygons)
        .flatten()
        .flatten();
    let [west, south, ..] = bounds(positions);
    let exact = longer_side(outlines) / steps;
    let step = format!("{exact:.1e}").parse().unwrap_or(exact);
    Grid {
        scale: [step; 2],
        translate: [west, south].map(|at| (at * CORNER).floor() / CORNER),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geo::{Inside, LonLat};

    /// A disc of many corners, which weigh something.
    fn disc(id: &str, west: f64) -> Outline {
        let corner = |at: u32| {
            let (sin, cos) = (f64::from(at) / 1_000.0 * std::f64::consts::TAU).sin_cos();
            // Every second corner is a little further in.
            let radius = if at.is_multiple_of(2) { 1.0 } else { 0.99 };
            LonLat {
                lon: west + radius * cos,
                lat: radius * sin,
            }
        };
        let mut ring: Vec<LonLat> = (0..1_000).map(corner).collect();
        ring.push(ring[0]);
        Outline {
            inside: Inside::Feature(id.into()),
            polygons: vec![vec![ring]],
        }
    }

    fn drawn(weight_bytes: usize) -> Result<Drawn, Fault> {
        let options = MapOptions {
            file: "m",
            key: None,
            credit: None,
            weight_bytes,
            weigh: &|bytes| bytes.len(),
        };
        drawn_to_weight(&[disc("a", 10.0), disc("b", 13.0)], &options)
    }

    #[test]
    fn a_lighter_map_has_a_coarser_step_and_comes_near_its_weight() {
        let full = drawn(1_000_000).unwrap();
        let light = drawn(full.weight / 3).unwrap();
        assert!(light.step > full.step && light.weight <= full.weight / 3);
        assert!(
            light.weight * 5 > full.weight,
            "{} of {}",
            light.weight,
            full.weight
        );
        assert_eq!(light.drawing.topology.features().len(), 2);
    }

    #[test]
    fn what_cannot_be_so_light_says_how_light_it_can_be() {
        let Err(Fault::TooHeavy(weight)) = drawn(100) else {
            panic!("it is drawn");
        };
        assert!(weight > 100);
    }

    #[test]
    fn a_grid_is_said_in_few_letters() {
        let grid = grid(&[disc("a", 10.004)], 40_000.0);
        assert_eq!((grid.scale, grid.translate), ([5.0e-5; 2], [9.0, -1.0]));
    }
}
