//! The grid of whole numbers that the positions of a topology can lie on.

use super::LonLat;

/// Steps of equal size from a corner, as the `transform` of a quantized `TopoJSON` has them.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Grid {
    /// Degrees a step, longitude then latitude.
    pub scale: [f64; 2],
    /// Degrees where both numbers are 0.
    pub translate: [f64; 2],
}

impl Grid {
    /// The position of a point of the grid.
    #[must_use]
    pub fn lonlat_from_steps(&self, [x, y]: [f64; 2]) -> LonLat {
        LonLat {
            lon: x * self.scale[0] + self.translate[0],
            lat: y * self.scale[1] + self.translate[1],
        }
    }
    /// The point of the grid nearest to a position.
    #[must_use]
    pub fn steps_from_lonlat(&self, at: LonLat) -> [f64; 2] {
        [
            ((at.lon - self.translate[0]) / self.scale[0]).round(),
            ((at.lat - self.translate[1]) / self.scale[1]).round(),
        ]
    }
}
