//! What a pointer means on the map.

use super::camera::Camera;
use super::map_geometry::Shape;

/// Half the side of the smallest target, in pixels of the screen (WCAG 2.2, 2.5.8: 24 by 24).
const REACH_PX: f64 = 12.0;

/// What a pointer means at a point of the frame: the place under it, unless a small place
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
    use crate::geo::Bounds;

    const WHOLE: Camera = Camera {
        scale: 1.0,
        shift_px: (0.0, 0.0),
    };

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
    fn a_small_place_wins_within_reach_and_a_large_one_elsewhere() {
        // A town of 4 px in the middle of a region of 200 px, and another region beside it.
        let shapes = [
            shape(0, (100.0, 100.0), 100.0),
            shape(1, (120.0, 100.0), 2.0),
            shape(2, (300.0, 100.0), 100.0),
        ];
        let at = |x: f64, under| target(&shapes, WHOLE, ((x, 100.0), 1.0), under);
        assert_eq!(at(109.0, Some(0)), Some(1));
        assert_eq!(at(107.0, Some(0)), Some(0));
        // The region's own point lies in reach of the town: a fifth of the way is the region's.
        let near = [shape(0, (111.0, 100.0), 100.0), shapes[1].clone()];
        let meant = |x: f64| target(&near, WHOLE, ((x, 100.0), 1.0), Some(0));
        assert_eq!([111.0, 112.0, 113.0].map(meant), [0, 0, 1].map(Some));
        assert_eq!(at(300.0, Some(2)), Some(2));
        assert_eq!(at(111.0, None), Some(1));
        assert_eq!(at(700.0, None), None);
        // On a phone a pixel of the screen is three of the frame.
        let phone = target(&shapes, WHOLE, ((90.0, 100.0), 3.0), Some(0));
        assert_eq!(phone, Some(1));
    }
}
