//! How places without a class are filled: a pattern and two colours each, for every drawer.

use super::map::{Fill, MapScene};
use crate::scale::{Ramp, Rgb, Theme, colours};
use crate::view_state::Quantity;

/// A pattern that repeats: strokes over a ground.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Hatch {
    /// What is filled so; [`Fill::pattern`] is its name.
    pub fill: Fill,
    /// Side of the square that repeats, in pixels of the screen however close the map is seen.
    pub side_px: f64,
    /// Path data of the strokes, in pixels from the square's upper left corner. Ends are round.
    pub path: &'static str,
    /// Width of the strokes in pixels.
    pub stroke_px: f64,
}

/// The patterns, in the order of the legend.
pub static HATCHES: [Hatch; 6] = [
    // Dots.
    hatch(Fill::Zero, 6.0, "M1.5 1.5h.01M4.5 4.5h.01", 1.3),
    // Lines falling to the right.
    hatch(Fill::Missing, 5.0, "M-1 -1L6 6M4 -1L6 1M-1 4L1 6", 0.9),
    // A lattice.
    hatch(Fill::Suppressed, 5.0, "M-1 -1L6 6M-1 6L6 -1", 0.9),
    // Upright lines.
    hatch(Fill::Open, 4.0, "M2 -1V5", 1.0),
    // Lines rising to the right.
    hatch(Fill::GroupPattern, 5.0, "M-1 6L6 -1M-1 1L1 -1M4 6L6 4", 0.9),
    // Level lines.
    hatch(Fill::WholePattern, 4.0, "M-1 2H5", 0.8),
];

/// The patterns of [`Fill::Shared`], one a class: stripes in the colour of the class over the paper, so
/// that they are lighter than the class itself.
pub static STRIPES: [Hatch; 9] = [
    stripes(0),
    stripes(1),
    stripes(2),
    stripes(3),
    stripes(4),
    stripes(5),
    stripes(6),
    stripes(7),
    stripes(8),
];

/// What marks each class beside its colour where the reader asks for contrast: a sign in white with a black
/// edge, which is seen on every colour.
pub static MOTIFS: [Hatch; 9] = [
    motif(0, ""),
    // A dot, a dash, a bar, a cross.
    motif(1, "M5 5h2v2h-2z"),
    motif(2, "M2.5 5h7v2h-7z"),
    motif(3, "M5 2.5h2v7h-2z"),
    motif(4, "M5 5V2.5h2V5h2.5v2H7v2.5H5V7H2.5V5z"),
    // A square, a diamond, a triangle, a frame.
    motif(5, "M3.5 3.5h5v5h-5z"),
    motif(6, "M6 2L10 6L6 10L2 6z"),
    motif(7, "M6 2.5L9.5 9h-7z"),
    motif(8, "M2.5 2.5h7v7h-7zM5 5v2h2V5z"),
];

const fn motif(class: usize, path: &'static str) -> Hatch {
    hatch(Fill::Colour(class), 12.0, path, 1.0)
}

const fn stripes(class: usize) -> Hatch {
    let path = "M-1.5 7.5L7.5 -1.5M-1.5 1.5L1.5 -1.5M4.5 7.5L7.5 4.5";
    hatch(Fill::Shared(class), 6.0, path, 2.5)
}

const fn hatch(fill: Fill, side_px: f64, path: &'static str, stroke_px: f64) -> Hatch {
    Hatch {
        fill,
        side_px,
        path,
        stroke_px,
    }
}

impl Hatch {
    /// The ground, and what is stroked over it, of one of [`HATCHES`].
    ///
    /// Greys, but for what is no figure of the place itself; apart from each other and from every
    /// class by the ground alone.
    #[must_use]
    #[allow(
        clippy::unreadable_literal,
        reason = "six digits are how colours are written"
    )]
    pub fn colours(&self, theme: Theme) -> [Rgb; 2] {
        let colours: [u32; 2] = match (theme, self.fill) {
            (Theme::Light, Fill::Zero) => [0xfdfdfb, 0x57606a],
            (Theme::Light, Fill::Missing) => [0xcccbd0, 0x84838a],
            (Theme::Light, Fill::Suppressed) => [0xb5b0a9, 0x5d5850],
            (Theme::Light, Fill::Open) => [0xf2dfa6, 0xa8822a],
            (Theme::Light, Fill::GroupPattern) => [0xe2daea, 0x9c8db0],
            (Theme::Light, _) => [0xe9ebf0, 0xaab1bc],
            (Theme::Dark, Fill::Zero) => [0x17191b, 0x8d959e],
            (Theme::Dark, Fill::Missing) => [0x4b5056, 0x7d848c],
            (Theme::Dark, Fill::Suppressed) => [0x68635b, 0xa9a298],
            (Theme::Dark, Fill::Open) => [0x57471c, 0xb39445],
            (Theme::Dark, Fill::GroupPattern) => [0x3d3349, 0x7c6d91],
            (Theme::Dark, _) => [0x282c31, 0x565d66],
            (Theme::Contrast, Fill::Zero) => [0xffffff, 0x1b1f24],
            (Theme::Contrast, Fill::Missing) => [0xc8cbd0, 0x4c535b],
            (Theme::Contrast, Fill::Suppressed) => [0xa8a39b, 0x2b2722],
            (Theme::Contrast, Fill::Open) => [0xf4d98a, 0x6e5200],
            (Theme::Contrast, Fill::GroupPattern) => [0xdccfea, 0x5d4779],
            (Theme::Contrast, _) => [0xe9ebf0, 0x626a75],
        };
        colours.map(|hex| {
            let [_, red, green, blue] = hex.to_be_bytes();
            Rgb([red, green, blue])
        })
    }
}

impl MapScene {
    /// The colours of the classes, the lowest first.
    #[must_use]
    pub fn colours(&self, theme: Theme) -> Vec<Rgb> {
        let ramp = match self.quantity {
            Quantity::Index => Ramp::Diverging,
            Quantity::Count | Quantity::Share | Quantity::Rate => Ramp::Sequential,
        };
        colours(ramp, theme, self.classes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scale::{ClassCount, OkLab};

    #[test]
    fn every_fill_that_is_no_colour_has_a_pattern_of_its_own() {
        assert_eq!(HATCHES.map(|hatch| hatch.fill), Fill::MARKED);
        for (at, hatch) in HATCHES.iter().enumerate() {
            assert!(HATCHES[..at].iter().all(|other| other.path != hatch.path));
        }
    }

    #[test]
    fn every_class_has_a_sign_of_its_own() {
        for (class, motif) in MOTIFS.iter().enumerate() {
            assert_eq!(motif.fill, Fill::Colour(class));
            assert!(MOTIFS[..class].iter().all(|it| it.path != motif.path));
        }
    }

    #[test]
    fn every_class_has_stripes_of_its_own() {
        let names = STRIPES.iter().map(|hatch| hatch.fill.pattern());
        let names: Vec<&str> = names.flatten().collect();
        assert_eq!(names.len(), 9);
        for (class, name) in names.iter().enumerate() {
            assert_eq!(STRIPES[class].fill, Fill::Shared(class));
            assert!(!names[..class].contains(name));
        }
    }

    #[test]
    fn grounds_stand_apart_from_each_other_and_from_every_class() {
        let look = OkLab::from_rgb;
        for theme in Theme::ALL {
            for (at, hatch) in HATCHES.iter().enumerate() {
                let [ground, stroke] = hatch.colours(theme);
                let fill = hatch.fill;
                assert!(ground.contrast(stroke) >= 1.7, "{theme:?} {fill:?}");
                for other in &HATCHES[..at] {
                    let apart = look(ground).distance(look(other.colours(theme)[0]));
                    assert!(
                        apart >= 0.035,
                        "{theme:?} {fill:?} {:?}: {apart}",
                        other.fill
                    );
                }
                for (ramp, count) in [Ramp::Sequential, Ramp::Diverging]
                    .into_iter()
                    .flat_map(|ramp| ClassCount::ALL.map(|count| (ramp, count)))
                {
                    for class in colours(ramp, theme, count) {
                        let apart = look(ground).distance(look(class));
                        assert!(apart >= 0.02, "{theme:?} {fill:?} {class}: {apart}");
                    }
                }
            }
        }
    }
}
