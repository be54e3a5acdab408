//! From the globe to a plane on which areas compare.

const DEGREE: f64 = std::f64::consts::PI / 180.0;

/// Lambert's azimuthal equal-area projection of the sphere about a centre (Snyder 1987, *Map
/// projections: a working manual*, p. 185).
///
/// Planes are in radii of the globe, x to the east and y to the north of the centre. Longitudes
/// may be given on either side of the antimeridian.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Projection {
    lon: f64,
    sin: f64,
    cos: f64,
}

impl Projection {
    /// The projection about a centre in degrees.
    #[must_use]
    pub fn about(lon: f64, lat: f64) -> Self {
        let (sin, cos) = sin_cos(lat);
        Self { lon, sin, cos }
    }

    /// The place on the plane of a longitude and latitude in degrees.
    ///
    /// The point opposite to the centre has no place and gives NaN or infinity.
    ///
    /// ```
    /// use jangkau::geo::Projection;
    /// let (x, y) = Projection::about(118.0, 0.0).xy_from_lonlat((208.0, 0.0));
    /// assert!((x - 2.0_f64.sqrt()).abs() < 1e-12 && y == 0.0);
    /// ```
    #[must_use]
    pub fn xy_from_lonlat(self, (lon, lat): (f64, f64)) -> (f64, f64) {
        let (sin_lon, cos_lon) = sin_cos(lon - self.lon);
        let (sin, cos) = sin_cos(lat);
        let scale = (2.0 / (1.0 + self.sin * sin + self.cos * cos * cos_lon)).sqrt();
        (
            scale * cos * sin_lon,
            scale * (self.cos * sin - self.sin * cos * cos_lon),
        )
    }

    /// The longitude (-180 to 180) and latitude in degrees of a place on the plane.
    ///
    /// NaN outside the disc of radius 2 that is the whole globe.
    #[must_use]
    pub fn lonlat_from_xy(self, (x, y): (f64, f64)) -> (f64, f64) {
        let square = x * x + y * y;
        // With c the angle from the centre: the radius is 2 sin(c / 2).
        let cos_c = 1.0 - square / 2.0;
        let scale = (1.0 - square / 4.0).sqrt();
        let sin_lat = cos_c * self.sin + y * scale * self.cos;
        let east = x * scale;
        let north = self.cos * cos_c - y * scale * self.sin;
        let lat = sin_lat.atan2((east * east + north * north).sqrt());
        let lon = self.lon + east.atan2(north) / DEGREE;
        (lon - 360.0 * ((lon + 180.0) / 360.0).floor(), lat / DEGREE)
    }
}

/// Sine and cosine of an angle in degrees, up to two turns either way, to 1e-12: by its eighth,
/// whose Taylor series is short, doubled three times. (Those of std carry a reduction of angles of
/// any size, which the page would pay with three kilobytes.)
fn sin_cos(degrees: f64) -> (f64, f64) {
    let eighth = degrees * DEGREE / 8.0;
    let square = eighth * eighth;
    let (mut sin, mut cos) = (0.0, 0.0);
    for power in (1..=10_i32).rev() {
        let even = f64::from(2 * power);
        sin = (1.0 + sin) * -square / (even * (even + 1.0));
        cos = (1.0 + cos) * -square / (even * (even - 1.0));
    }
    (sin, cos) = (eighth * (1.0 + sin), 1.0 + cos);
    for _ in 0..3 {
        (sin, cos) = (2.0 * sin * cos, cos * cos - sin * sin);
    }
    (sin, cos)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sine_and_cosine_are_those_of_std() {
        for tenth in -7200..=7200 {
            let degrees = f64::from(tenth) / 10.0;
            let (sin, cos) = sin_cos(degrees);
            let (true_sin, true_cos) = (degrees * DEGREE).sin_cos();
            assert!((sin - true_sin).abs() < 1e-12, "{degrees}");
            assert!((cos - true_cos).abs() < 1e-12, "{degrees}");
        }
    }
    use proptest::prelude::*;

    #[track_caller]
    fn near(found: (f64, f64), expected: (f64, f64), tolerance: f64) {
        let off = (found.0 - expected.0)
            .abs()
            .max((found.1 - expected.1).abs());
        assert!(off <= tolerance, "{found:?} is not {expected:?}");
    }

    #[test]
    fn a_published_example_is_met() {
        // Snyder 1987, p. 332: centre 40° N, 100° W; 20° S, 100° E; radius 3.
        let found = Projection::about(-100.0, 40.0).xy_from_lonlat((100.0, -20.0));
        near(found, (-4.233_930_3 / 3.0, 4.025_777_5 / 3.0), 1e-7);
    }

    #[test]
    fn both_sides_of_the_antimeridian_lie_side_by_side() {
        let fiji = Projection::about(179.0, -17.0);
        let (west, east) = (
            fiji.xy_from_lonlat((178.0, -17.0)),
            fiji.xy_from_lonlat((-180.0, -17.0)),
        );
        near(east, (-west.0, west.1), 1e-12);
        near(fiji.xy_from_lonlat((180.0, -17.0)), east, 1e-12);
        near(
            fiji.lonlat_from_xy(fiji.xy_from_lonlat((-179.0, -17.0))),
            (-179.0, -17.0),
            1e-9,
        );
    }

    proptest! {
        #[test]
        fn areas_are_kept(lon in 80.0..150.0_f64, lat in -40.0..40.0_f64) {
            let globe = Projection::about(118.0, -2.0);
            let side = 1e-3;
            let at = |dx: f64, dy: f64| globe.xy_from_lonlat((lon + dx * side, lat + dy * side));
            let ((west, east), (south, north)) = ((at(-0.5, 0.0), at(0.5, 0.0)), (at(0.0, -0.5), at(0.0, 0.5)));
            let area = (east.0 - west.0) * (north.1 - south.1) - (east.1 - west.1) * (north.0 - south.0);
            let expected = (side * DEGREE).powi(2) * (lat * DEGREE).cos();
            prop_assert!((area / expected - 1.0).abs() < 1e-6);
        }

        #[test]
        fn inverting_undoes_projecting(
            centre in (-180.0..180.0_f64, -85.0..85.0_f64),
            place in (-179.9..179.9_f64, -89.0..89.0_f64),
        ) {
            let globe = Projection::about(centre.0, centre.1);
            let plane = globe.xy_from_lonlat(place);
            // Within 90° of the centre.
            prop_assume!(plane.0 * plane.0 + plane.1 * plane.1 < 2.0);
            let found = globe.lonlat_from_xy(plane);
            prop_assert!((found.0 - place.0).abs() < 1e-9, "{:?}", found);
            prop_assert!((found.1 - place.1).abs() < 1e-9, "{:?}", found);
        }
    }
}
