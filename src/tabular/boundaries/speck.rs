//! Places too small for the step of the grid, drawn as small as can be.

use crate::geo::{Inside, LonLat, Outline};

use super::shape::{bounds, inner_position};

/// Half the side of a speck, in steps.
const HALF: f64 = 1.5;
/// What is narrower than this many steps may come to nothing on the grid.
const NARROW: f64 = 3.0;

/// Outlines in which those too small for a step have a square in their place, and which these are.
#[derive(Debug)]
pub(super) struct Specks {
    pub(super) outlines: Vec<Outline>,
    /// Positions in the list.
    pub(super) specks: Vec<usize>,
}

impl Specks {
    pub(super) fn new(outlines: &[Outline], step: f64) -> Self {
        let mut all = Self {
            outlines: outlines.to_vec(),
            specks: Vec::new(),
        };
        for (at, outline) in outlines.iter().enumerate() {
            if is_tiny(outline, step) {
                all.draw(at, step);
            }
        }
        all
    }
    /// Draws the outline of an id as a speck; false where it is one already, or too large for that.
    pub(super) fn draw_too(&mut self, id: &str, step: f64) -> bool {
        let named = |it: &Outline| matches!(&it.inside, Inside::Feature(own) if **own == *id);
        let Some(at) = self.outlines.iter().position(named) else {
            return false;
        };
        let [west, south, east, north] =
            bounds(self.outlines[at].polygons.iter().flatten().flatten());
        let thin = (east - west).min(north - south) < NARROW * step;
        thin && !self.specks.contains(&at) && self.draw(at, step)
    }
    fn draw(&mut self, at: usize, step: f64) -> bool {
        let polygons = &mut self.outlines[at].polygons;
        let any = polygons.iter().flatten().flatten().next().copied();
        let Some(middle) = inner_position(polygons).or(any) else {
            return false;
        };
        let half = HALF * step;
        let corner = |[east, north]: [f64; 2]| LonLat {
            lon: middle.lon + east * half,
            lat: middle.lat + north * half,
        };
        let corners = [
            [-1.0, -1.0],
            [1.0, -1.0],
            [1.0, 1.0],
            [-1.0, 1.0],
            [-1.0, -1.0],
        ];
        *polygons = vec![vec![corners.map(corner).to_vec()]];
        self.specks.push(at);
        true
    }
}

/// Whether every piece is small both ways.
fn is_tiny(outline: &Outline, step: f64) -> bool {
    outline.polygons.iter().all(|rings| {
        let [west, south, east, north] = bounds(rings.iter().flatten());
        (east - west).max(north - south) < NARROW * step
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geo::{Grid, topology_from_outlines};

    fn triangle(id: &str, west: f64, side: f64) -> Outline {
        let corners = [[0.0, 0.0], [1.0, 0.0], [0.0, 1.0], [0.0, 0.0]];
        let at = |[lon, lat]: [f64; 2]| LonLat {
            lon: west + lon * side,
            lat: lat * side,
        };
        Outline {
            inside: Inside::Feature(id.into()),
            polygons: vec![vec![corners.map(at).to_vec()]],
        }
    }

    #[test]
    fn what_is_smaller_than_a_few_steps_becomes_a_square_that_is_drawn() {
        let outlines = [triangle("a", 0.0, 5.0), triangle("b", 7.0, 0.001)];
        let specks = Specks::new(&outlines, 0.1);
        assert_eq!(specks.specks, [1]);
        assert_eq!(specks.outlines[0], outlines[0]);
        let grid = Grid {
            scale: [0.1; 2],
            translate: [0.0; 2],
        };
        assert!(topology_from_outlines(&outlines, &grid, None).is_err());
        assert!(topology_from_outlines(&specks.outlines, &grid, None).is_ok());
    }

    #[test]
    fn what_is_large_is_no_speck() {
        let mut specks = Specks::new(&[triangle("a", 0.0, 5.0)], 0.1);
        assert!(!specks.draw_too("a", 0.1));
        assert!(!specks.draw_too("x", 0.1));
    }
}
