//! Lines of text with their true widths: which font each run is set in, in which direction, and where a
//! text is broken.

use unicode_bidi::{BidiInfo, Level};

use super::fonts::{Family, Fonts, Glyph, Weight};

/// Which way a text runs that says nothing of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reading {
    /// As its first letter does: a name.
    OfItself,
    /// From left to right: a sentence in a language of the page.
    LeftToRight,
}

/// How a text is set.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Style {
    pub(super) weight: Weight,
    pub(super) size_px: f64,
    pub(super) reading: Reading,
}

impl Style {
    /// The same in another size.
    pub(super) fn sized(self, size_px: f64) -> Self {
        Self { size_px, ..self }
    }
}

/// A line whose glyphs are in place, in pixels from where it begins on its foot; y grows upwards.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Line {
    pub(super) text: String,
    pub(super) style: Style,
    pub(super) glyphs: Vec<Glyph>,
    pub(super) width_px: f64,
    /// From the foot up to the highest ink, and down to the lowest.
    pub(super) reach_px: (f64, f64),
}

/// The letters of a text that no font has.
pub(super) fn missing(fonts: &Fonts, text: &str) -> Vec<char> {
    let letters = text.chars().filter(|letter| !letter.is_whitespace());
    letters
        .filter(|letter| fonts.family(*letter, Family::NotoSans).is_none())
        .collect()
}

/// One line, however wide.
pub(super) fn line(fonts: &Fonts, text: &str, style: Style) -> Line {
    let base = match style.reading {
        Reading::OfItself => None,
        Reading::LeftToRight => Some(Level::ltr()),
    };
    let bidi = BidiInfo::new(text, base);
    let (mut glyphs, mut width_px) = (Vec::new(), 0.0);
    for paragraph in bidi.paragraphs.iter().take(1) {
        let (levels, runs) = bidi.visual_runs(paragraph, paragraph.range.clone());
        for run in runs {
            let is_rtl = levels[run.start].is_rtl();
            let mut parts = by_family(fonts, &text[run]);
            if is_rtl {
                parts.reverse();
            }
            for (family, part) in parts {
                let (run, wide_px) =
                    fonts.shape(part, (family, is_rtl), (style.weight, style.size_px));
                glyphs.extend(run.into_iter().map(|glyph| Glyph {
                    x_px: glyph.x_px + width_px,
                    ..glyph
                }));
                width_px += wide_px;
            }
        }
    }
    let reach_px = reach_px(fonts, &glyphs, style);
    Line {
        text: text.to_owned(),
        style,
        glyphs,
        width_px,
        reach_px,
    }
}

/// A run cut where the font changes.
fn by_family<'a>(fonts: &Fonts, run: &'a str) -> Vec<(Family, &'a str)> {
    let mut parts: Vec<(Family, usize)> = Vec::new();
    let mut family = Family::NotoSans;
    for (at, letter) in run.char_indices() {
        family = fonts.family(letter, family).unwrap_or(family);
        if parts.last().is_none_or(|(last, _)| *last != family) {
            parts.push((family, at));
        }
    }
    let ends = parts.iter().skip(1).map(|(_, at)| *at).chain([run.len()]);
    let parts = parts.iter().zip(ends);
    parts
        .map(|((family, from), to)| (*family, &run[*from..to]))
        .collect()
}

/// How far the letters reach up and down: at least as far as those of Latin do.
fn reach_px(fonts: &Fonts, glyphs: &[Glyph], style: Style) -> (f64, f64) {
    let mut reach = Reach {
        y_px: 0.0,
        up: style.size_px * 0.75,
        down: style.size_px * 0.22,
    };
    for glyph in glyphs.iter().filter(|it| it.family != Family::NotoSans) {
        reach.y_px = glyph.y_px;
        fonts.draw(*glyph, (style.weight, style.size_px), &mut reach);
    }
    (reach.up, reach.down)
}

struct Reach {
    y_px: f64,
    up: f64,
    down: f64,
}

impl Reach {
    fn take(&mut self, y: f32) {
        let y = f64::from(y) + self.y_px;
        self.up = self.up.max(y);
        self.down = self.down.max(-y);
    }
}

impl skrifa::outline::OutlinePen for Reach {
    fn move_to(&mut self, _: f32, y: f32) {
        self.take(y);
    }
    fn line_to(&mut self, _: f32, y: f32) {
        self.take(y);
    }
    fn quad_to(&mut self, _: f32, _: f32, _: f32, y: f32) {
        self.take(y);
    }
    fn curve_to(&mut self, _: f32, _: f32, _: f32, _: f32, _: f32, y: f32) {
        self.take(y);
    }
    fn close(&mut self) {}
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    pub(in crate::publish::card) const STYLE: Style = Style {
        weight: Weight::Regular,
        size_px: 20.0,
        reading: Reading::OfItself,
    };

    #[test]
    fn a_run_of_each_script_is_set_in_the_font_of_that_script() {
        let fonts = Fonts::read().unwrap();
        let parts = by_family(&fonts, "Oslo (ليما), กรุงเทพ 2, ភ្នំពេញ");
        let found: Vec<(Family, &str)> = parts;
        assert_eq!(
            found,
            [
                (Family::NotoSans, "Oslo ("),
                (Family::Arabic, "ليما), "),
                (Family::Thai, "กรุงเทพ 2, "),
                (Family::Khmer, "ភ្នំពេញ"),
            ]
        );
    }

    #[test]
    fn no_letter_of_the_scripts_that_we_speak_of_is_a_box() {
        let fonts = Fonts::read().unwrap();
        for text in [
            "القاهرة – الجيزة، ٢٠٢٤",
            "กรุงเทพมหานคร จังหวัดน่าน",
            "ខេត្តបន្ទាយមានជ័យ",
            "Đà Nẵng, Łódź, Σπάρτα, Київ, Ağrı “x” – 1\u{202f}200\u{a0}%",
        ] {
            assert_eq!(missing(&fonts, text), Vec::<char>::new(), "{text}");
            let set = line(&fonts, text, STYLE);
            let boxes = set.glyphs.iter().filter(|glyph| glyph.id == 0);
            assert_eq!(boxes.count(), 0, "{text}");
        }
        assert_eq!(
            missing(&fonts, "ວຽງຈັນ 北"),
            "ວຽງຈັນ北".chars().collect::<Vec<_>>()
        );
    }

    #[test]
    fn arabic_runs_from_right_to_left_and_joins() {
        let fonts = Fonts::read().unwrap();
        let apart: f64 = "باب"
            .chars()
            .map(|letter| line(&fonts, &letter.to_string(), STYLE).width_px)
            .sum();
        assert!(line(&fonts, "باب", STYLE).width_px < apart * 0.9);
        // The digits that follow stand to the left of the name.
        let named = line(&fonts, "ليما 12", STYLE);
        let alone = line(&fonts, "12", STYLE);
        let first: Vec<u32> = named.glyphs.iter().take(2).map(|glyph| glyph.id).collect();
        assert_eq!(alone.glyphs.len(), 2);
        assert_eq!(first.len(), 2);
        assert!(named.glyphs[2].x_px > alone.width_px * 0.8);
    }
}
