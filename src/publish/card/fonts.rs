//! The fonts of the cards: which face has a letter, how a run of letters is shaped, and outlines.

use harfrust::{Direction, FontRef, GlyphBuffer, ShapeOptions, ShaperData, UnicodeBuffer};
use skrifa::instance::{LocationRef, Size};
use skrifa::outline::{DrawSettings, OutlinePen};
use skrifa::{GlyphId, MetadataProvider as _};

/// How heavy letters are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Weight {
    Regular,
    Strong,
}

/// The letters that one font has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Family {
    /// Latin, Greek, Cyrillic.
    NotoSans,
    Arabic,
    Thai,
    Khmer,
}

impl Family {
    /// In the order in which they are asked for a letter.
    const ALL: [Self; 4] = [Self::NotoSans, Self::Arabic, Self::Thai, Self::Khmer];
}

macro_rules! font {
    ($name:literal) => {
        include_bytes!(concat!("fonts/", $name, ".ttf"))
    };
}

/// By family, then by weight.
static FILES: [[&[u8]; 2]; 4] = [
    [font!("NotoSans-Regular"), font!("NotoSans-SemiBold")],
    [
        font!("NotoSansArabic-Regular"),
        font!("NotoSansArabic-SemiBold"),
    ],
    [
        font!("NotoSansThai-Regular"),
        font!("NotoSansThai-SemiBold"),
    ],
    [
        font!("NotoSansKhmer-Regular"),
        font!("NotoSansKhmer-SemiBold"),
    ],
];

/// The licence of the fonts.
pub(in crate::publish) const LICENCE: &str = include_str!("fonts/OFL.txt");

/// One family in one weight.
struct Face {
    font: FontRef<'static>,
    shaper: ShaperData,
    units_per_em: f64,
}

impl Face {
    fn new(bytes: &'static [u8]) -> Option<Self> {
        let font = FontRef::new(bytes).ok()?;
        let shaper = ShaperData::new(&font);
        let units_per_em = f64::from(shaper.shaper(&font).build().units_per_em());
        Some(Self {
            font,
            shaper,
            units_per_em,
        })
    }
}

/// Every font, read once.
pub(super) struct Fonts(Vec<[Face; 2]>);

impl std::fmt::Debug for Fonts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_list().entries(Family::ALL).finish()
    }
}

/// A glyph of a run, in pixels from where the run begins.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Glyph {
    pub(super) family: Family,
    pub(super) id: u32,
    pub(super) x_px: f64,
    pub(super) y_px: f64,
}

impl Fonts {
    /// `None` where a file is no font.
    pub(super) fn read() -> Option<Self> {
        let faces = FILES.iter();
        let faces = faces.map(|[regular, strong]| Some([Face::new(regular)?, Face::new(strong)?]));
        faces.collect::<Option<Vec<_>>>().map(Self)
    }

    fn face(&self, family: Family, weight: Weight) -> &Face {
        let [regular, strong] = &self.0[family as usize];
        match weight {
            Weight::Regular => regular,
            Weight::Strong => strong,
        }
    }

    fn has(&self, family: Family, letter: char) -> bool {
        let face = self.face(family, Weight::Regular);
        face.font.charmap().map(letter).is_some()
    }

    /// The family that a letter is set in, after one of `before`: signs stay in the font of the letters
    /// beside them. `None` where none has it.
    pub(super) fn family(&self, letter: char, before: Family) -> Option<Family> {
        let stays = is_unseen(letter) || (!letter.is_alphabetic() && self.has(before, letter));
        if stays {
            return Some(before);
        }
        let mut families = Family::ALL.into_iter();
        families.find(|family| self.has(*family, letter))
    }

    /// Shapes letters of one family and one direction; gives the glyphs from left to right and their
    /// width in pixels.
    pub(super) fn shape(
        &self,
        text: &str,
        (family, is_rtl): (Family, bool),
        (weight, size_px): (Weight, f64),
    ) -> (Vec<Glyph>, f64) {
        let face = self.face(family, weight);
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(text);
        buffer.guess_segment_properties();
        buffer.set_direction(if is_rtl {
            Direction::RightToLeft
        } else {
            Direction::LeftToRight
        });
        let shaper = face.shaper.shaper(&face.font).build();
        let set: GlyphBuffer = shaper.shape(buffer, ShapeOptions::new());
        let px = |units: i32| f64::from(units) * size_px / face.units_per_em;
        let mut x_px = 0.0;
        let places = set.glyph_infos().iter().zip(set.glyph_positions());
        let glyphs = places.map(|(about, place)| {
            let glyph = Glyph {
                family,
                id: about.glyph_id,
                x_px: x_px + px(place.x_offset),
                y_px: px(place.y_offset),
            };
            x_px += px(place.x_advance);
            glyph
        });
        (glyphs.collect(), x_px)
    }

    /// Draws the outline of a glyph; y grows upwards.
    pub(super) fn draw(
        &self,
        glyph: Glyph,
        (weight, size_px): (Weight, f64),
        pen: &mut impl OutlinePen,
    ) {
        let outlines = self.face(glyph.family, weight).font.outline_glyphs();
        #[allow(
            clippy::cast_possible_truncation,
            reason = "letters are some dozen pixels high"
        )]
        let settings = DrawSettings::unhinted(Size::new(size_px as f32), LocationRef::default());
        if let Some(outline) = outlines.get(GlyphId::new(glyph.id)) {
            // A glyph that cannot be drawn has no outline.
            let _drawn = outline.draw(settings, pen);
        }
    }
}

/// Whether a sign is never seen: joiners, marks of direction, variation selectors, the soft hyphen.
fn is_unseen(letter: char) -> bool {
    matches!(
        letter,
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}'
            | '\u{fe00}'..='\u{fe0f}' | '\u{feff}'
    )
}
