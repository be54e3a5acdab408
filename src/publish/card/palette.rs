//! The few colours of a card, and the shades between any two that meet: at most 256 in all.

use std::collections::HashMap;

use crate::scale::{Rgb, in_hue};

/// What a colour is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Colours {
    pub(super) paper: Rgb,
    pub(super) ink: Rgb,
    pub(super) quiet: Rgb,
    pub(super) rule: Rgb,
    pub(super) figure: Rgb,
    pub(super) accent: Rgb,
    pub(super) land: Rgb,
    /// The group of places around the one that is shown.
    pub(super) around: Rgb,
    pub(super) water: Rgb,
}

impl Colours {
    /// Those of the page, the figure in the hue of a site.
    #[allow(
        clippy::unreadable_literal,
        reason = "six digits are how colours are written"
    )]
    pub(super) fn of(brand: Option<Rgb>) -> Self {
        let figure = Rgb::from_hex(0x0b6478);
        Self {
            paper: Rgb::from_hex(0xfbfbf9),
            ink: Rgb::from_hex(0x1b1f24),
            quiet: Rgb::from_hex(0x57606a),
            rule: Rgb::from_hex(0xdcdfe3),
            figure: brand.map_or(figure, |brand| in_hue(figure, brand)),
            accent: Rgb::from_hex(0xb3470b),
            land: Rgb::from_hex(0xd9d9d4),
            around: Rgb::from_hex(0xb4b6b3),
            water: Rgb::from_hex(0xd5e2ee),
        }
    }

    /// Letters on paper.
    fn written(&self) -> [[Rgb; 2]; 3] {
        [self.ink, self.quiet, self.figure].map(|ink| [self.paper, ink])
    }

    /// Each two that meet along an edge of the map.
    fn mapped(&self) -> [[Rgb; 2]; 14] {
        [
            [self.paper, self.rule],
            [self.paper, self.accent],
            [self.paper, self.land],
            [self.paper, self.around],
            [self.paper, self.water],
            [self.land, self.around],
            [self.land, self.accent],
            [self.land, self.figure],
            [self.land, self.water],
            [self.around, self.accent],
            [self.around, self.water],
            [self.accent, self.water],
            [self.figure, self.water],
            [self.accent, self.figure],
        ]
    }
}

/// Steps from paper to the full colour of a letter.
const STEPS_OF_LETTERS: u32 = 4;
/// Steps across an edge of the map: few, because coasts are most of what a card weighs.
const STEPS_OF_EDGES: u32 = 2;

/// The colours of a picture by their numbers.
#[derive(Debug)]
pub(super) struct Palette(Vec<Rgb>);

impl Palette {
    pub(super) fn of(colours: &Colours) -> Self {
        let mut all = vec![colours.paper];
        let written = colours.written().map(|pair| (pair, STEPS_OF_LETTERS));
        let mapped = colours.mapped().map(|pair| (pair, STEPS_OF_EDGES));
        for ([from, to], steps) in written.into_iter().chain(mapped) {
            for step in 1..=steps {
                let shade = mixed((from, to), (step, steps));
                if !all.contains(&shade) {
                    all.push(shade);
                }
            }
        }
        Self(all)
    }

    pub(super) fn colours(&self) -> &[Rgb] {
        &self.0
    }

    /// The number of the nearest colour of every pixel.
    pub(super) fn numbers(&self, pixels: impl Iterator<Item = Rgb>) -> Vec<u8> {
        let mut known: HashMap<[u8; 3], u8> = HashMap::new();
        let mut last = (self.0[0], 0);
        let number = |pixel: Rgb| {
            if pixel != last.0 {
                let nearest = known.entry(pixel.0).or_insert_with(|| self.nearest(pixel));
                last = (pixel, *nearest);
            }
            last.1
        };
        pixels.map(number).collect()
    }

    fn nearest(&self, pixel: Rgb) -> u8 {
        let far = |colour: &Rgb| -> u32 {
            let parts = colour.0.iter().zip(pixel.0);
            parts.map(|(a, b)| u32::from(a.abs_diff(b)).pow(2)).sum()
        };
        let numbered = (0_u8..=255).zip(&self.0);
        let nearest = numbered.min_by_key(|(_, colour)| far(colour));
        nearest.map_or(0, |(number, _)| number)
    }
}

/// The shade so many of all steps from one colour to another.
fn mixed((from, to): (Rgb, Rgb), (step, steps): (u32, u32)) -> Rgb {
    let parts = [0, 1, 2].map(|at| {
        let [from, to] = [from.0[at], to.0[at]].map(u32::from);
        let sum = from * (steps - step) + to * step;
        u8::try_from((sum + steps / 2) / steps).unwrap_or(u8::MAX)
    });
    Rgb(parts)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_card_has_no_more_colours_than_a_palette_holds_and_each_is_found() {
        for brand in [None, Some(Rgb::from_hex(0x7a_1f5c))] {
            let colours = Colours::of(brand);
            let palette = Palette::of(&colours);
            assert!(palette.colours().len() <= 256);
            let own = [colours.paper, colours.ink, colours.figure, colours.around];
            let numbers = palette.numbers(own.into_iter());
            for (number, colour) in numbers.into_iter().zip(own) {
                assert_eq!(palette.colours()[usize::from(number)], colour);
            }
        }
    }

    #[test]
    fn the_colours_are_those_of_the_page() {
        let sheet = include_str!("../../../public/style.css");
        let own = Colours::of(None);
        for (name, colour) in [
            ("paper", own.paper),
            ("ink", own.ink),
            ("quiet", own.quiet),
            ("line", own.rule),
            ("figure", own.figure),
            ("accent", own.accent),
        ] {
            assert!(sheet.contains(&format!("--{name}: {colour};")), "{name}");
        }
    }
}
