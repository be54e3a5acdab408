//! What part of the picture is seen, and what a pointer means there.

use super::map_geometry::Shape;
use crate::geo::{Bounds, UNITS_PER_PX};
use crate::words::plain_number;

/// The picture is never shown larger than this.
const CLOSEST: f64 = 30.0;
/// A place in focus fills so much of the picture.
const FILLED: f64 = 0.8;
/// A place that is brought into view keeps so much of the frame free around it.
const MARGIN: f64 = 0.06;
/// Half the side of the smallest target, in pixels of the screen (WCAG 2.2, 2.5.8: 24 by 24).
const REACH_PX: f64 = 12.0;

/// A part of a picture: how many times as large, and how far it is moved, in pixels of the picture.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Camera {
    /// Times as large, 1 or more.
    pub scale: f64,
    /// Where the picture's upper left corner comes to lie.
    pub shift_px: (f64, f64),
}

impl Camera {
    /// The whole picture.
    pub const WHOLE: Self = Self {
        scale: 1.0,
        shift_px: (0.0, 0.0),
    };

    /// A box in the middle, as large as it fits with some room around.
    #[must_use]
    pub fn on(bounds_px: Bounds, size_px: (f64, f64)) -> Self {
        let (least, most) = (bounds_px.least, bounds_px.most);
        let across = size_px.0 / (most.0 - least.0).max(1.0);
        let down = size_px.1 / (most.1 - least.1).max(1.0);
        let scale = within(across.min(down) * FILLED, 1.0, CLOSEST);
        let shift =
            |size: f64, least: f64, most: f64| size / 2.0 - f64::midpoint(least, most) * scale;
        Self {
            scale,
            shift_px: (
                shift(size_px.0, least.0, most.0),
                shift(size_px.1, least.1, most.1),
            ),
        }
        .clamped(size_px)
    }

    /// So many times as large about a point of the picture's frame.
    #[must_use]
    pub fn zoomed(self, times: f64, about_px: (f64, f64), size_px: (f64, f64)) -> Self {
        let scale = within(self.scale * times, 1.0, CLOSEST);
        let times = scale / self.scale;
        let shift = |shift: f64, about: f64| about - (about - shift) * times;
        Self {
            scale,
            shift_px: (
                shift(self.shift_px.0, about_px.0),
                shift(self.shift_px.1, about_px.1),
            ),
        }
        .clamped(size_px)
    }

    /// Moved by so much of the picture's frame.
    #[must_use]
    pub fn moved(self, by_px: (f64, f64), size_px: (f64, f64)) -> Self {
        let (x, y) = self.shift_px;
        Self {
            shift_px: (x + by_px.0, y + by_px.1),
            ..self
        }
        .clamped(size_px)
    }

    /// Moved as little as it takes to see a box, or its middle where it is larger than the frame.
    #[must_use]
    pub fn showing(self, bounds_px: Bounds, size_px: (f64, f64)) -> Self {
        let (least, most) = (self.seen_px(bounds_px.least), self.seen_px(bounds_px.most));
        let by = |least: f64, most: f64, size: f64| {
            let room = size * MARGIN;
            if most - least > size - 2.0 * room {
                return size / 2.0 - f64::midpoint(least, most);
            }
            (room - least).max(0.0) + (size - room - most).min(0.0)
        };
        let across = by(least.0, most.0, size_px.0);
        let down = by(least.1, most.1, size_px.1);
        self.moved((across, down), size_px)
    }

    /// No further than the picture's edge.
    fn clamped(self, size_px: (f64, f64)) -> Self {
        let hold = |shift: f64, size: f64| within(shift, size * (1.0 - self.scale), 0.0);
        Self {
            shift_px: (
                hold(self.shift_px.0, size_px.0),
                hold(self.shift_px.1, size_px.1),
            ),
            ..self
        }
    }

    /// Where a point of the picture is seen.
    #[must_use]
    pub fn seen_px(self, (x, y): (f64, f64)) -> (f64, f64) {
        (
            x * self.scale + self.shift_px.0,
            y * self.scale + self.shift_px.1,
        )
    }

    /// As CSS: path data are in [`UNITS_PER_PX`].
    #[must_use]
    pub fn css(self) -> String {
        let units = |px: f64| plain_number(px * UNITS_PER_PX, 0);
        let (x, y) = (units(self.shift_px.0), units(self.shift_px.1));
        format!(
            "translate({x}px,{y}px) scale({})",
            plain_number(self.scale, 3)
        )
    }

    /// What keeps patterns at their size: the transform of a pattern whose square is in pixels.
    #[must_use]
    pub fn pattern_css(self) -> String {
        format!("scale({})", plain_number(UNITS_PER_PX / self.scale, 3))
    }
}

#[allow(
    clippy::manual_clamp,
    reason = "the panic of `clamp` prints numbers, with four kilobytes of the page"
)]
fn within(value: f64, least: f64, most: f64) -> f64 {
    value.max(least).min(most)
}

/// What a pointer means at a point of the picture's frame: the place under it, unless a small place
/// (any, where none is under it) has its point within reach; of those the nearest. A large place under
/// the pointer counts as four times as far from its point: it is meant there, and a town beside it
/// keeps most of its reach. `frame_px` is how many pixels of the frame one pixel of the screen is; `under`,
/// the position of the shape there.
#[must_use]
pub fn target(
    shapes: &[Shape],
    camera: Camera,
    (at_px, frame_px): ((f64, f64), f64),
    under: Option<usize>,
) -> Option<usize> {
    let reach = REACH_PX * frame_px;
    let is_small = |shape: &Shape| {
        let (least, most) = (shape.bounds_px.least, shape.bounds_px.most);
        let side = (most.0 - least.0).min(most.1 - least.1) * camera.scale;
        side < 2.0 * reach
    };
    let mut nearest: Option<(f64, usize)> = None;
    for (position, shape) in shapes.iter().enumerate() {
        let is_large = under.is_some() && !is_small(shape);
        if is_large && under != Some(position) {
            continue;
        }
        let (x, y) = camera.seen_px(shape.point_px);
        let (x, y) = (x - at_px.0, y - at_px.1);
        let far = (x * x + y * y) * if is_large { 16.0 } else { 1.0 };
        if far <= reach * reach && nearest.is_none_or(|(other, _)| far < other) {
            nearest = Some((far, position));
        }
    }
    nearest.map(|(_, position)| position).or(under)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cube::CatIx;
    use proptest::prelude::*;

    const SIZE: (f64, f64) = (1000.0, 400.0);

    fn shape(at: usize, point: (f64, f64), half: f64) -> Shape {
        Shape {
            at: CatIx(at),
            path: String::new(),
            point_px: point,
            bounds_px: Bounds {
                least: (point.0 - half, point.1 - half),
                most: (point.0 + half, point.1 + half),
            },
        }
    }

    #[test]
    fn a_box_in_focus_fills_most_of_the_frame() {
        let bounds = Bounds {
            least: (500.0, 100.0),
            most: (600.0, 140.0),
        };
        let camera = Camera::on(bounds, SIZE);
        assert!((camera.scale - 8.0).abs() < 1e-9);
        assert_eq!(camera.seen_px((550.0, 120.0)), (500.0, 200.0));
        assert_eq!(camera.css(), "translate(-117000px,-22800px) scale(8.000)");
    }

    #[test]
    fn a_small_place_wins_within_reach_and_a_large_one_elsewhere() {
        // A town of 4 px in the middle of a region of 200 px, and another region beside it.
        let shapes = [
            shape(0, (100.0, 100.0), 100.0),
            shape(1, (120.0, 100.0), 2.0),
            shape(2, (300.0, 100.0), 100.0),
        ];
        let at = |x: f64, under| target(&shapes, Camera::WHOLE, ((x, 100.0), 1.0), under);
        assert_eq!(at(109.0, Some(0)), Some(1));
        assert_eq!(at(107.0, Some(0)), Some(0));
        // The region's own point lies in reach of the town: a fifth of the way is the region's.
        let near = [shape(0, (111.0, 100.0), 100.0), shapes[1].clone()];
        let meant = |x: f64| target(&near, Camera::WHOLE, ((x, 100.0), 1.0), Some(0));
        assert_eq!([111.0, 112.0, 113.0].map(meant), [0, 0, 1].map(Some));
        assert_eq!(at(300.0, Some(2)), Some(2));
        assert_eq!(at(111.0, None), Some(1));
        assert_eq!(at(700.0, None), None);
        // On a phone a pixel of the screen is three of the frame.
        let phone = target(&shapes, Camera::WHOLE, ((90.0, 100.0), 3.0), Some(0));
        assert_eq!(phone, Some(1));
    }

    #[test]
    fn what_is_seen_moves_nothing_and_what_is_not_comes_just_into_view() {
        let at = |x: f64, y: f64, half: f64| shape(0, (x, y), half).bounds_px;
        let camera = Camera::on(at(500.0, 200.0, 25.0), SIZE);
        assert_eq!(camera.showing(at(510.0, 205.0, 5.0), SIZE), camera);
        assert_eq!(
            Camera::WHOLE.showing(at(990.0, 5.0, 5.0), SIZE),
            Camera::WHOLE
        );
        let moved = camera.showing(at(700.0, 200.0, 5.0), SIZE);
        let (right, middle) = moved.seen_px((705.0, 200.0));
        assert!((right - 940.0).abs() < 1e-6 && (middle - 200.0).abs() < 1e-6);
        assert!((moved.scale - camera.scale).abs() < 1e-9);
        // Larger than the frame: its middle.
        let large = camera.showing(at(300.0, 200.0, 150.0), SIZE);
        assert!((large.seen_px((300.0, 200.0)).0 - 500.0).abs() < 1e-6);
    }

    proptest! {
        #[test]
        fn a_zoom_keeps_the_point_it_is_about_and_never_leaves_the_picture(
            (x, y) in (0.0..1000.0_f64, 0.0..400.0_f64),
            steps in prop::collection::vec((0.3..4.0_f64, -300.0..300.0_f64), 1..8),
        ) {
            let mut camera = Camera::WHOLE;
            for (times, by) in steps {
                camera = camera.zoomed(times, (x, y), SIZE).moved((by, -by), SIZE);
                prop_assert!((1.0..=CLOSEST).contains(&camera.scale));
                let (left, top) = camera.seen_px((0.0, 0.0));
                let (right, bottom) = camera.seen_px(SIZE);
                prop_assert!(left <= 1e-6 && top <= 1e-6);
                prop_assert!(right >= SIZE.0 - 1e-6 && bottom >= SIZE.1 - 1e-6);
            }
        }
    }
}
