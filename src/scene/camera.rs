//! What part of the picture is seen.

use super::map_frame::Frame;
use crate::geo::{Bounds, UNITS_PER_PX};
use crate::words::plain_number;

/// The picture is never shown larger than this.
pub(super) const CLOSEST: f64 = 30.0;
/// A place in focus fills so much of the frame.
pub(super) const FILLED: f64 = 0.8;
/// And so much at most of what nothing stands before.
const FREE_FILLED: f64 = 0.95;
/// A place that is brought into view keeps so much of the frame free around it.
const MARGIN: f64 = 0.06;

/// A part of a picture: how many times as large, and how far it is moved, in pixels of the frame.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Camera {
    /// Times as large; less than 1 where the frame is lower than the picture.
    pub scale: f64,
    /// Where the picture's upper left corner comes to lie.
    pub shift_px: (f64, f64),
}

impl Camera {
    /// A box in the middle, as large as it fits with some room around.
    #[must_use]
    pub fn on(bounds_px: Bounds, frame: Frame) -> Self {
        let (least, most) = (bounds_px.least, bounds_px.most);
        let (size, free, from) = (frame.size_px(), frame.free_px(), frame.free_from_px());
        let middle = (from.0 + free.0 / 2.0, from.1 + free.1 / 2.0);
        let times = |size: f64, free: f64, least: f64, most: f64| {
            (size * FILLED).min(free * FREE_FILLED) / (most - least).max(1.0)
        };
        let across = times(size.0, free.0, least.0, most.0);
        let down = times(size.1, free.1, least.1, most.1);
        let scale = within(across.min(down), frame.least_scale(), CLOSEST);
        let shift =
            |middle: f64, least: f64, most: f64| middle - f64::midpoint(least, most) * scale;
        Self {
            scale,
            shift_px: (
                shift(middle.0, least.0, most.0),
                shift(middle.1, least.1, most.1),
            ),
        }
        .clamped(frame)
    }

    /// So many times as large about a point of the frame, until the whole is seen.
    #[must_use]
    pub fn zoomed(self, times: f64, about_px: (f64, f64), frame: Frame) -> Self {
        let scale = within(self.scale * times, frame.least_scale(), CLOSEST);
        let times = scale / self.scale;
        let shift = |shift: f64, about: f64| about - (about - shift) * times;
        Self {
            scale,
            shift_px: (
                shift(self.shift_px.0, about_px.0),
                shift(self.shift_px.1, about_px.1),
            ),
        }
        .clamped(frame)
    }

    /// Moved by so much of the frame.
    #[must_use]
    pub fn moved(self, by_px: (f64, f64), frame: Frame) -> Self {
        let (x, y) = self.shift_px;
        Self {
            shift_px: (x + by_px.0, y + by_px.1),
            ..self
        }
        .clamped(frame)
    }

    /// Moved as little as it takes to see a box, or its middle where it is larger than the frame.
    #[must_use]
    pub fn showing(self, bounds_px: Bounds, frame: Frame) -> Self {
        let (least, most) = (self.seen_px(bounds_px.least), self.seen_px(bounds_px.most));
        let by = |least: f64, most: f64, size: f64| {
            let room = size * MARGIN;
            if most - least > size - 2.0 * room {
                return size / 2.0 - f64::midpoint(least, most);
            }
            (room - least).max(0.0) + (size - room - most).min(0.0)
        };
        let (size, from) = (frame.free_px(), frame.free_from_px());
        let across = by(least.0 - from.0, most.0 - from.0, size.0);
        let down = by(least.1 - from.1, most.1 - from.1, size.1);
        self.moved((across, down), frame)
    }

    /// The same part in the middle of a frame of other proportions; the whole stays the whole.
    #[must_use]
    pub fn reframed(self, from: Frame, to: Frame) -> Self {
        if from.is_whole(self) {
            return to.whole();
        }
        let (before, now) = (from.middle_px(), to.middle_px());
        let moved = self.moved((now.0 - before.0, now.1 - before.1), to);
        moved.zoomed(1.0, now, to)
    }

    /// Without a gap where the picture is larger than the frame, in the middle where it is smaller.
    fn clamped(self, frame: Frame) -> Self {
        let hold = |shift: f64, (from, size): (f64, f64), picture: f64| {
            let room = size - picture * self.scale;
            if room > 0.0 {
                return from + room / 2.0;
            }
            within(shift, from + room, from)
        };
        let (from, size) = if frame.is_whole(self) {
            ((0.0, 0.0), frame.size_px())
        } else {
            (frame.free_from_px(), frame.free_px())
        };
        let picture = frame.picture_px();
        Self {
            shift_px: (
                hold(self.shift_px.0, (from.0, size.0), picture.0),
                hold(self.shift_px.1, (from.1, size.1), picture.1),
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

#[cfg(test)]
mod tests {
    use super::super::map_frame::Covered;
    use super::*;
    use proptest::prelude::*;

    const PICTURE: (f64, f64) = (1000.0, 400.0);

    /// A frame of the picture's own proportions, where nothing else is said.
    fn frame() -> Frame {
        Frame::of_picture(PICTURE)
    }

    /// The box around a point.
    fn around((x, y): (f64, f64), half: f64) -> Bounds {
        Bounds {
            least: (x - half, y - half),
            most: (x + half, y + half),
        }
    }

    #[test]
    fn a_box_in_focus_fills_most_of_the_frame() {
        let bounds = Bounds {
            least: (500.0, 100.0),
            most: (600.0, 140.0),
        };
        let camera = Camera::on(bounds, frame());
        assert!((camera.scale - 8.0).abs() < 1e-9);
        assert_eq!(camera.seen_px((550.0, 120.0)), (500.0, 200.0));
        assert_eq!(camera.css(), "translate(-117000px,-22800px) scale(8.000)");
    }

    #[test]
    fn what_is_seen_moves_nothing_and_what_is_not_comes_just_into_view() {
        let at = |x: f64, y: f64, half: f64| around((x, y), half);
        let camera = Camera::on(at(500.0, 200.0, 25.0), frame());
        assert_eq!(camera.showing(at(510.0, 205.0, 5.0), frame()), camera);
        assert_eq!(
            frame().whole().showing(at(990.0, 5.0, 5.0), frame()),
            frame().whole()
        );
        let moved = camera.showing(at(700.0, 200.0, 5.0), frame());
        let (right, middle) = moved.seen_px((705.0, 200.0));
        assert!((right - 940.0).abs() < 1e-6 && (middle - 200.0).abs() < 1e-6);
        assert!((moved.scale - camera.scale).abs() < 1e-9);
        // Larger than the frame: its middle.
        let large = camera.showing(at(300.0, 200.0, 150.0), frame());
        assert!((large.seen_px((300.0, 200.0)).0 - 500.0).abs() < 1e-6);
    }

    /// Frames from much lower than the picture to much higher, as its height for a width of 1000.
    fn frames() -> impl Strategy<Value = Frame> {
        (100.0..2500.0_f64).prop_map(|height| Frame::in_box(PICTURE, (1000.0, height)))
    }

    /// Where a part of the picture begins and ends in the frame, on both axes.
    fn seen(camera: Camera, bounds: Bounds) -> [(f64, f64); 2] {
        let (least, most) = (camera.seen_px(bounds.least), camera.seen_px(bounds.most));
        [(least.0, most.0), (least.1, most.1)]
    }

    /// A point of the picture in the middle of the frame.
    fn centred((x, y): (f64, f64), scale: f64, frame: Frame) -> Camera {
        let middle = frame.middle_px();
        let shift_px = (middle.0 - x * scale, middle.1 - y * scale);
        Camera { scale, shift_px }.clamped(frame)
    }

    fn all() -> Bounds {
        Bounds {
            least: (0.0, 0.0),
            most: PICTURE,
        }
    }

    proptest! {
        #[test]
        fn however_it_is_moved_no_gap_opens_and_the_whole_is_the_end_of_zooming_out(
            frame in frames(),
            about in (0.0..1000.0_f64, 0.0..1.0_f64),
            steps in prop::collection::vec((0.3..4.0_f64, -300.0..300.0_f64), 1..8),
        ) {
            let size = frame.size_px();
            let about = (about.0, about.1 * size.1);
            let mut camera = frame.whole();
            for (times, by) in steps {
                camera = camera.zoomed(times, about, frame).moved((by, -by), frame);
                prop_assert!((frame.least_scale()..=CLOSEST).contains(&camera.scale));
                for ((least, most), size) in seen(camera, all()).into_iter().zip([size.0, size.1]) {
                    if most - least > size {
                        prop_assert!(least <= 1e-6 && most >= size - 1e-6, "{least} {most} {size}");
                    } else {
                        prop_assert!((least - (size - most)).abs() < 1e-6, "{least} {most} {size}");
                    }
                }
            }
            let out = camera.zoomed(1e-3, about, frame);
            prop_assert!(frame.is_whole(out));
            for (out, whole) in seen(out, all()).into_iter().zip(seen(frame.whole(), all())) {
                prop_assert!((out.0 - whole.0).abs() < 1e-6 && (out.1 - whole.1).abs() < 1e-6);
            }
        }

        #[test]
        fn a_zoom_keeps_the_point_it_is_about_and_its_inverse_undoes_it(
            frame in frames(),
            (x, y) in (300.0..700.0_f64, 120.0..280.0_f64),
            times in 0.7..1.4_f64,
        ) {
            // So large that the edges of the picture are far away.
            let near = centred((x, y), 20.0, frame);
            let about = near.seen_px((x, y));
            let zoomed = near.zoomed(times, about, frame);
            let now = zoomed.seen_px((x, y));
            prop_assert!((now.0 - about.0).abs() < 1e-6 && (now.1 - about.1).abs() < 1e-6);
            let back = zoomed.zoomed(1.0 / times, about, frame);
            prop_assert!((back.scale - near.scale).abs() < 1e-9);
            let (there, here) = (back.shift_px, near.shift_px);
            prop_assert!((there.0 - here.0).abs() < 1e-6 && (there.1 - here.1).abs() < 1e-6);
        }

        #[test]
        fn a_place_in_focus_and_one_brought_into_view_are_seen(
            frame in frames(),
            (x, y, half) in (60.0..940.0_f64, 60.0..340.0_f64, 1.0..60.0_f64),
            (other_x, other_y) in (10.0..990.0_f64, 10.0..390.0_f64),
            (head, foot, right) in (0.0..0.5_f64, 0.0..0.5_f64, 0.0..0.5_f64),
        ) {
            let frame = frame.covered(Covered { head, foot, right });
            let is_seen = |camera: Camera, bounds| {
                // The whole stands where it stands, whatever covers it.
                let is_whole = frame.is_whole(camera);
                let (from, size) = if is_whole {
                    ((0.0, 0.0), frame.size_px())
                } else {
                    (frame.free_from_px(), frame.free_px())
                };
                let sides = [(from.0, size.0), (from.1, size.1)];
                let mut sides = seen(camera, bounds).into_iter().zip(sides);
                sides.all(|((least, most), (from, size))| {
                    least >= from - 1e-6 && most <= from + size + 1e-6
                })
            };
            let bounds = around((x, y), half);
            let camera = Camera::on(bounds, frame);
            prop_assert!(is_seen(camera, bounds), "{camera:?}");
            let other = around((other_x, other_y), 1.0);
            prop_assert!(is_seen(camera.showing(other, frame), other), "{camera:?}");
        }

        #[test]
        fn another_frame_keeps_the_whole_whole_and_the_middle_in_the_middle(
            (from, to) in (frames(), frames()),
            (x, y) in (300.0..700.0_f64, 120.0..280.0_f64),
        ) {
            prop_assert_eq!(from.whole().reframed(from, to), to.whole());
            let near = centred((x, y), 20.0, from);
            let now = near.reframed(from, to);
            prop_assert!((now.scale - near.scale).abs() < 1e-9);
            let (seen, middle) = (now.seen_px((x, y)), to.middle_px());
            prop_assert!((seen.0 - middle.0).abs() < 1e-6 && (seen.1 - middle.1).abs() < 1e-6);
        }
    }
}
