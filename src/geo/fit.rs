//! From the plane of a projection to the pixels of a picture.

/// The smallest upright box around points, in the unit of the points.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bounds {
    /// The smallest x and y.
    pub least: (f64, f64),
    /// The largest x and y.
    pub most: (f64, f64),
}

impl Bounds {
    /// The box around points; `None` without a point.
    pub fn around(points: impl IntoIterator<Item = (f64, f64)>) -> Option<Self> {
        points
            .into_iter()
            .fold(None, |bounds: Option<Self>, (x, y)| {
                let at = bounds.unwrap_or(Self {
                    least: (x, y),
                    most: (x, y),
                });
                Some(Self {
                    least: (at.least.0.min(x), at.least.1.min(y)),
                    most: (at.most.0.max(x), at.most.1.max(y)),
                })
            })
    }
}

/// The box to draw in.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SizePx {
    /// Its width in pixels.
    pub width_px: f64,
    /// Its height in pixels.
    pub height_px: f64,
    /// Left free on every side, in pixels.
    pub padding_px: f64,
}

/// One scale for both axes and a shift, so that bounds lie in the middle of a picture; y points
/// up on the plane and down in the picture.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Fit {
    scale: f64,
    shift: (f64, f64),
}

impl Fit {
    /// As large as fits. Bounds that are a single point keep the scale 1 pixel a unit.
    ///
    /// ```
    /// use jangkau::geo::{Bounds, Fit, SizePx};
    /// let bounds = Bounds { least: (-1.0, 0.0), most: (1.0, 1.0) };
    /// let fit = Fit::of(bounds, SizePx { width_px: 120.0, height_px: 80.0, padding_px: 10.0 });
    /// assert_eq!(fit.px_from_xy((-1.0, 1.0)), (10.0, 15.0));
    /// assert_eq!(fit.px_from_xy((1.0, 0.0)), (110.0, 65.0));
    /// ```
    #[must_use]
    pub fn of(bounds: Bounds, size: SizePx) -> Self {
        let wide = bounds.most.0 - bounds.least.0;
        let high = bounds.most.1 - bounds.least.1;
        let across = (size.width_px - 2.0 * size.padding_px).max(1.0) / wide;
        let down = (size.height_px - 2.0 * size.padding_px).max(1.0) / high;
        let scale = across.min(down);
        let scale = if scale.is_finite() { scale } else { 1.0 };
        let middle_x = bounds.least.0 + wide / 2.0;
        let middle_y = bounds.least.1 + high / 2.0;
        Self {
            scale,
            shift: (
                size.width_px / 2.0 - middle_x * scale,
                size.height_px / 2.0 + middle_y * scale,
            ),
        }
    }

    /// Pixels a unit of the plane.
    #[must_use]
    pub fn scale(self) -> f64 {
        self.scale
    }

    /// The pixel of a place on the plane, from the upper left corner.
    #[must_use]
    pub fn px_from_xy(self, (x, y): (f64, f64)) -> (f64, f64) {
        (self.shift.0 + x * self.scale, self.shift.1 - y * self.scale)
    }

    /// The place on the plane of a pixel.
    #[must_use]
    pub fn xy_from_px(self, (x_px, y_px): (f64, f64)) -> (f64, f64) {
        (
            (x_px - self.shift.0) / self.scale,
            (self.shift.1 - y_px) / self.scale,
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const PHONE: SizePx = SizePx {
        width_px: 360.0,
        height_px: 200.0,
        padding_px: 8.0,
    };

    #[test]
    fn a_single_point_lies_in_the_middle() {
        let bounds = Bounds::around([(3.0, 4.0)]).unwrap();
        assert_eq!(
            Fit::of(bounds, PHONE).px_from_xy((3.0, 4.0)),
            (180.0, 100.0)
        );
        assert_eq!(Bounds::around([]), None);
    }

    proptest! {
        #[test]
        fn all_points_lie_within_the_padding_and_touch_it_on_two_sides(
            points in prop::collection::vec((-3.0..3.0_f64, -3.0..3.0_f64), 2..9),
        ) {
            let bounds = Bounds::around(points.iter().copied()).unwrap();
            let fit = Fit::of(bounds, PHONE);
            let drawn = Bounds::around(points.iter().map(|&at| fit.px_from_xy(at))).unwrap();
            let least = (drawn.least.0 - 8.0).min(drawn.least.1 - 8.0);
            let most = (352.0 - drawn.most.0).min(192.0 - drawn.most.1);
            prop_assert!(least.abs() < 1e-6 && most.abs() < 1e-6, "{} {}", least, most);
            for at in points {
                let back = fit.xy_from_px(fit.px_from_xy(at));
                prop_assert!((back.0 - at.0).abs() < 1e-9 && (back.1 - at.1).abs() < 1e-9);
            }
        }
    }
}
