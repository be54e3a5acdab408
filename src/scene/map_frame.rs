//! The frame that a map's picture is seen through.

use super::camera::Camera;
use crate::geo::{UNITS_PER_PX, path_from_px};
use crate::words::plain_number;

/// The shares of a frame, of its height or width, that stand behind something.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Covered {
    /// Of its height, at its head.
    pub head: f64,
    /// Of its height, at its foot.
    pub foot: f64,
    /// Of its width, on its right.
    pub right: f64,
}

/// No edge stands behind more than this share.
const MOST_COVERED: f64 = 0.4;

/// A frame as wide as the picture, in its pixels, and as high as the proportions of the box that it
/// fills on the page ask: one scale between box and frame serves both axes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Frame {
    picture_px: (f64, f64),
    height_px: f64,
    covered: Covered,
}

impl Frame {
    /// A frame with the picture's own proportions.
    #[must_use]
    pub fn of_picture(picture_px: (f64, f64)) -> Self {
        Self {
            picture_px,
            height_px: picture_px.1,
            covered: Covered::default(),
        }
    }

    /// A frame with the proportions of a box; those of the picture where the box has no width or
    /// height, as before it is laid out.
    ///
    /// ```
    /// use jangkau::scene::Frame;
    /// // A phone: the picture lies in the middle, with room above and below.
    /// let frame = Frame::in_box((1000.0, 400.0), (360.0, 720.0));
    /// assert_eq!(frame.size_px(), (1000.0, 2000.0));
    /// assert_eq!(frame.whole().seen_px((0.0, 0.0)), (0.0, 800.0));
    /// ```
    #[must_use]
    pub fn in_box(picture_px: (f64, f64), (width, height): (f64, f64)) -> Self {
        if width > 0.0 && height > 0.0 {
            return Self {
                picture_px,
                height_px: picture_px.0 * height / width,
                covered: Covered::default(),
            };
        }
        Self::of_picture(picture_px)
    }

    /// The same where edges of it stand behind buttons and what is said of a place: a place that is looked
    /// at is seen between them.
    ///
    /// ```
    /// use jangkau::scene::{Covered, Frame};
    /// let edges = Covered { foot: 0.25, ..Covered::default() };
    /// let frame = Frame::in_box((1000.0, 400.0), (500.0, 200.0)).covered(edges);
    /// assert_eq!(frame.free_px(), (1000.0, 300.0));
    /// ```
    #[must_use]
    pub fn covered(self, covered: Covered) -> Self {
        let most = |share: f64| share.min(MOST_COVERED);
        let covered = Covered {
            head: most(covered.head),
            foot: most(covered.foot),
            right: most(covered.right),
        };
        Self { covered, ..self }
    }

    /// Where what stands behind nothing begins, in pixels.
    #[must_use]
    pub fn free_from_px(self) -> (f64, f64) {
        (0.0, self.height_px * self.covered.head)
    }

    /// Width and height of what stands behind nothing, in pixels.
    #[must_use]
    pub fn free_px(self) -> (f64, f64) {
        let Covered { head, foot, right } = self.covered;
        (
            self.picture_px.0 * (1.0 - right),
            self.height_px * (1.0 - head - foot),
        )
    }

    /// Width and height of the frame in pixels.
    #[must_use]
    pub fn size_px(self) -> (f64, f64) {
        (self.picture_px.0, self.height_px)
    }

    /// Width and height of the picture in pixels.
    #[must_use]
    pub fn picture_px(self) -> (f64, f64) {
        self.picture_px
    }

    /// The middle of the frame.
    #[must_use]
    pub fn middle_px(self) -> (f64, f64) {
        (self.picture_px.0 / 2.0, self.height_px / 2.0)
    }

    /// How many times as large the picture is seen when all of it just fits.
    #[must_use]
    pub fn least_scale(self) -> f64 {
        (self.height_px / self.picture_px.1).min(1.0)
    }

    /// The whole picture, in the middle.
    #[must_use]
    pub fn whole(self) -> Camera {
        let scale = self.least_scale();
        let shift = |frame: f64, picture: f64| (frame - picture * scale) / 2.0;
        Camera {
            scale,
            shift_px: (
                shift(self.picture_px.0, self.picture_px.0),
                shift(self.height_px, self.picture_px.1),
            ),
        }
    }

    /// Whether a camera sees the whole picture.
    #[must_use]
    pub fn is_whole(self, camera: Camera) -> bool {
        camera.scale <= self.least_scale()
    }

    /// The `viewBox` of the frame: path data are in [`UNITS_PER_PX`].
    #[must_use]
    pub fn view_box(self) -> String {
        let (width_px, height_px) = self.size_px();
        let units = |px: f64| plain_number(px * UNITS_PER_PX, 0);
        format!("0 0 {} {}", units(width_px), units(height_px))
    }

    /// A box around everything that can come into view, in the picture, as path data: with a place,
    /// all around it.
    #[must_use]
    pub fn surroundings(self) -> String {
        // Nothing is seen that the whole does not show; as much again on every side is never bare,
        // not even while the camera is on its way.
        let (whole, (width_px, height_px)) = (self.whole(), self.size_px());
        let side = |size: f64, shift: f64| {
            let (size, least) = (size / whole.scale, -shift / whole.scale);
            (least - size, least + 2.0 * size)
        };
        let (left, right) = side(width_px, whole.shift_px.0);
        let (top, bottom) = side(height_px, whole.shift_px.1);
        path_from_px([&[(left, top), (right, top), (right, bottom), (left, bottom)][..]])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const PICTURE: (f64, f64) = (1000.0, 400.0);

    #[track_caller]
    fn check(box_px: (f64, f64), height_px: f64, scale: f64, shift_px: (f64, f64)) {
        let frame = Frame::in_box(PICTURE, box_px);
        assert_eq!(frame.size_px(), (1000.0, height_px), "{box_px:?}");
        let whole = Camera { scale, shift_px };
        assert_eq!(frame.whole(), whole, "{box_px:?}");
    }

    #[test]
    fn the_whole_fits_and_lies_in_the_middle() {
        check((500.0, 200.0), 400.0, 1.0, (0.0, 0.0));
        // Higher: room above and below.
        check((500.0, 500.0), 1000.0, 1.0, (0.0, 300.0));
        // Wider: half as large, with room on the left and right.
        check((500.0, 100.0), 200.0, 0.5, (250.0, 0.0));
    }

    #[test]
    fn a_box_without_a_size_has_the_proportions_of_the_picture() {
        for box_px in [(0.0, 0.0), (0.0, 300.0), (300.0, 0.0), (f64::NAN, 300.0)] {
            let frame = Frame::in_box(PICTURE, box_px);
            assert_eq!(frame, Frame::of_picture(PICTURE), "{box_px:?}");
        }
    }

    #[test]
    fn the_view_box_is_the_frame_in_units_of_the_paths() {
        let frame = Frame::in_box(PICTURE, (360.0, 720.0));
        assert_eq!(frame.view_box(), "0 0 30000 60000");
        assert_eq!(Frame::of_picture(PICTURE).view_box(), "0 0 30000 12000");
    }

    #[test]
    fn the_surroundings_are_what_the_whole_shows_and_as_much_on_every_side() {
        // Half as large, the whole shows -500 to 1500 across and 0 to 400 down.
        let corners = [(-2500, -400), (3500, -400), (3500, 800), (-2500, 800)];
        let corners = corners.map(|(x, y)| (f64::from(x), f64::from(y)));
        let surroundings = Frame::in_box(PICTURE, (500.0, 100.0)).surroundings();
        assert_eq!(surroundings, path_from_px([&corners[..]]));
    }

    proptest! {
        #[test]
        fn the_whole_shows_all_of_the_picture_and_leaves_room_on_one_axis_at_most(
            picture_height in 50.0..900.0_f64,
            box_px in (1.0..2000.0_f64, 1.0..2000.0_f64),
        ) {
            let picture = (1000.0, picture_height);
            let frame = Frame::in_box(picture, box_px);
            let (left, top) = frame.whole().seen_px((0.0, 0.0));
            let (right, bottom) = frame.whole().seen_px(picture);
            let (width, height) = frame.size_px();
            prop_assert!(left >= -1e-6 && top >= -1e-6, "{left} {top}");
            prop_assert!(right <= width + 1e-6 && bottom <= height + 1e-6, "{right} {bottom}");
            prop_assert!((left - (width - right)).abs() < 1e-6);
            prop_assert!((top - (height - bottom)).abs() < 1e-6);
            prop_assert!(left < 1e-6 || top < 1e-6, "{left} {top}");
            prop_assert!(frame.is_whole(frame.whole()));
        }
    }
}
