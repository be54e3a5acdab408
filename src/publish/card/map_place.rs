//! Where the map of a dataset stands on each of its cards.

use super::layout::MARGIN;
use super::placed::{Area, WIDTH};

/// Which side of the text the map is on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    /// Below it: a country that is wide.
    Below,
    /// To its right: a country that is tall.
    Right,
}

/// Where a map stands.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct MapPlace {
    pub(super) area: Area,
    pub(super) side: Side,
}

/// Where the band below the text begins, the room beside it, and both end.
const BAND_TOP: f64 = 230.0;
const BAND_BOTTOM: f64 = 536.0;
const RIGHT: (f64, f64) = (616.0, 92.0);
const RIGHT_BOTTOM: f64 = 540.0;

/// The side on which a map of this size is larger.
pub(super) fn map_place(size: (f64, f64)) -> MapPlace {
    let end = WIDTH - MARGIN;
    let below = inside(size, (MARGIN, BAND_TOP), (end, BAND_BOTTOM), 0.5);
    let right = inside(size, RIGHT, (end, RIGHT_BOTTOM), 1.0);
    if below.size().0 > right.size().0 {
        MapPlace {
            area: below,
            side: Side::Below,
        }
    } else {
        MapPlace {
            area: right,
            side: Side::Right,
        }
    }
}

/// The largest area of the proportions of `size` in a room, at this share of what is left free beside it.
fn inside(size: (f64, f64), least: (f64, f64), most: (f64, f64), along: f64) -> Area {
    let room = (most.0 - least.0, most.1 - least.1);
    let scale = (room.0 / size.0).min(room.1 / size.1);
    let (wide, high) = (size.0 * scale, size.1 * scale);
    let left = least.0 + (room.0 - wide) * along;
    let top = least.1 + (room.1 - high) / 2.0;
    Area {
        least: (left, top),
        most: (left + wide, top + high),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wide_country_stands_below_the_text_and_a_tall_one_beside_it() {
        for (size, side) in [
            ((1000.0, 380.0), Side::Below),
            ((1000.0, 900.0), Side::Right),
        ] {
            let place = map_place(size);
            assert_eq!(place.side, side);
            let (wide, high) = place.area.size();
            assert!((wide / high - size.0 / size.1).abs() < 1e-9);
            assert!(place.area.least.0 >= MARGIN && place.area.most.0 <= WIDTH - MARGIN);
        }
    }
}
