//! Rings and lines as the data of an SVG path.

/// How many units of path data are one pixel: the picture's `viewBox` is so many times its size,
/// so that coordinates are short whole numbers, fine enough to be looked at thirty times as large.
pub const UNITS_PER_PX: f64 = 30.0;

/// The same as a whole number.
const UNITS: i32 = 30;

/// The `d` of a path through closed rings, in thirtieths of a pixel, relative after each start:
/// `M300 150l60 0-30 45z`.
///
/// Rings are points in pixels, the last not repeating the first (if it does, it is skipped).
/// Points that fall on the unit before them are skipped. A ring under a pixel in both
/// directions becomes a square of one pixel about its middle, so that a small island stays in
/// sight. A ring without points gives nothing.
///
/// ```
/// use jangkau::geo::path_from_px;
/// let ring = [(10.0, 5.0), (12.0, 5.0), (11.0, 6.5)];
/// assert_eq!(path_from_px([&ring[..]]), "M300 150l60 0-30 45z");
/// ```
pub fn path_from_px<'a>(rings: impl IntoIterator<Item = &'a [(f64, f64)]>) -> String {
    let mut path = String::new();
    for ring in rings {
        write_ring(&mut path, ring);
    }
    path
}

fn write_ring(path: &mut String, ring: &[(f64, f64)]) {
    let Some(&first) = ring.first() else {
        return;
    };
    let start = units(first);
    let (mut least, mut most) = (start, start);
    for &point in ring {
        let at = units(point);
        least = (least.0.min(at.0), least.1.min(at.1));
        most = (most.0.max(at.0), most.1.max(at.1));
    }
    path.push('M');
    if most.0 - least.0 < UNITS && most.1 - least.1 < UNITS {
        write_pair(
            path,
            (
                i32::midpoint(least.0, most.0) - UNITS / 2,
                i32::midpoint(least.1, most.1) - UNITS / 2,
            ),
            true,
        );
        path.push_str("h30v30h-30z");
        return;
    }
    let until = ring.len() - usize::from(ring.len() > 1 && ring.last() == Some(&first));
    write_steps(path, &ring[..until]);
    path.push('z');
}

/// The `d` of a path along open lines, in the same units.
pub fn line_from_px<'a>(lines: impl IntoIterator<Item = &'a [(f64, f64)]>) -> String {
    let mut path = String::new();
    for line in lines.into_iter().filter(|line| !line.is_empty()) {
        path.push('M');
        write_steps(&mut path, line);
    }
    path
}

/// The `d` of a path through closed rings of whole units, relative throughout: `M30 15l6 0-3 4zm9 2l1 0 0 1z`.
/// A ring of fewer than three points gives nothing.
///
/// ```
/// use jangkau::geo::path_from_units;
/// let rings = [vec![(30, 15), (36, 15), (33, 19)], vec![(39, 17), (40, 17), (40, 18)]];
/// assert_eq!(path_from_units(&rings), "M30 15l6 0-3 4zm9 2l1 0 0 1z");
/// ```
#[must_use]
pub fn path_from_units(rings: &[Vec<(i32, i32)>]) -> String {
    let mut path = String::new();
    // After its `z` a ring is where it began.
    let mut pen = (0, 0);
    for ring in rings.iter().filter(|ring| ring.len() > 2) {
        path.push(if path.is_empty() { 'M' } else { 'm' });
        write_pair(&mut path, (ring[0].0 - pen.0, ring[0].1 - pen.1), true);
        path.push('l');
        for (nth, ends) in ring.windows(2).enumerate() {
            let step = (ends[1].0 - ends[0].0, ends[1].1 - ends[0].1);
            write_pair(&mut path, step, nth == 0);
        }
        path.push('z');
        pen = ring[0];
    }
    path
}

fn write_steps(path: &mut String, points: &[(f64, f64)]) {
    let mut before = units(points[0]);
    write_pair(path, before, true);
    path.push('l');
    let mut fresh = true;
    for &point in points.iter().skip(1) {
        let at = units(point);
        if at != before {
            write_pair(path, (at.0 - before.0, at.1 - before.1), fresh);
            fresh = false;
            before = at;
        }
    }
    if fresh {
        path.push_str("0 0");
    }
}

#[allow(
    clippy::cast_possible_truncation,
    reason = "pictures are some thousand pixels wide"
)]
fn units((x_px, y_px): (f64, f64)) -> (i32, i32) {
    let round = |px: f64| (px * UNITS_PER_PX + 0.5).floor() as i32;
    (round(x_px), round(y_px))
}

/// Two numbers; a minus parts as well as a space, and after a letter nothing needs to.
fn write_pair(path: &mut String, (x, y): (i32, i32), after_letter: bool) {
    if !after_letter && x >= 0 {
        path.push(' ');
    }
    write_whole(path, x);
    if y >= 0 {
        path.push(' ');
    }
    write_whole(path, y);
}

/// By hand, because the page would pay for the formatting machinery of std.
fn write_whole(text: &mut String, number: i32) {
    if number < 0 {
        text.push('-');
    }
    let mut rest = number.unsigned_abs();
    let mut digits = [0_u8; 10];
    let mut from = digits.len();
    loop {
        from -= 1;
        digits[from] = b'0' + (rest % 10) as u8;
        rest /= 10;
        if rest == 0 {
            break;
        }
    }
    text.extend(digits[from..].iter().map(|&digit| char::from(digit)));
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn check(ring: &[(f64, f64)], expected: &str) {
        assert_eq!(path_from_px([ring]), expected);
    }

    #[test]
    fn points_on_the_same_unit_are_drawn_once() {
        let ring = [
            (0.0, 0.0),
            (0.01, 0.0),
            (4.0, 0.0),
            (4.01, -0.01),
            (4.0, -3.0),
            (0.0, 0.0),
        ];
        check(&ring, "M0 0l120 0 0-90z");
    }

    #[test]
    fn an_island_under_a_pixel_stays_in_sight() {
        check(&[(8.0, 8.0), (8.2, 8.0), (8.2, 8.4)], "M228 231h30v30h-30z");
        check(&[(0.5, 0.5)], "M0 0h30v30h-30z");
        check(&[], "");
    }

    #[test]
    fn a_minus_parts_numbers_by_itself() {
        check(
            &[(-1.0, -2.0), (0.0, 0.0), (-2.0, 1.0), (-3.0, 1.0)],
            "M-30-60l30 60-60 30-30 0z",
        );
    }

    #[test]
    fn a_line_is_left_open() {
        let line = [(0.0, 0.0), (1.0, 2.0), (1.0, 2.0)];
        assert_eq!(line_from_px([&line[..], &[]]), "M0 0l30 60");
        assert_eq!(line_from_px([&line[1..]]), "M30 60l0 0");
    }

    proptest! {
        #[test]
        fn whole_numbers_are_written_as_std_writes_them(number in any::<i32>()) {
            let mut text = String::new();
            write_whole(&mut text, number);
            prop_assert_eq!(text, number.to_string());
        }

        #[test]
        fn rounding_never_adds_up_along_a_ring(
            ring in prop::collection::vec((0.0..360.0_f64, 0.0..200.0_f64), 3..40),
        ) {
            let path = path_from_px([&ring[..]]);
            prop_assume!(!path.contains('h'));
            let body = path.trim_start_matches('M').trim_end_matches('z');
            let spaced = body.replace('-', " -").replace('l', " ");
            let numbers: Vec<i32> = spaced.split_whitespace().map(|n| n.parse().unwrap()).collect();
            let (mut x, mut y) = (0, 0);
            for pair in numbers.chunks(2) {
                x += pair[0];
                y += pair[1];
            }
            let last = units(*ring.last().unwrap());
            prop_assert_eq!((x, y), last);
        }
    }
}
