//! The parts of a card, where they stand, in pixels from its upper left corner.

use super::line::Line;

/// Width of a card in pixels.
pub const WIDTH: f64 = 1200.0;
/// Height of a card in pixels.
pub const HEIGHT: f64 = 630.0;

/// What a line says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// The name of the site.
    Site,
    /// The title of the dataset.
    Dataset,
    /// The name of the place.
    Place,
    /// The figure.
    Figure,
    /// Of whom, and when.
    Beside,
    /// How sure the figure is.
    Mark,
    /// Where the figures come from.
    Source,
}

/// A part of the card by its upper left and its lower right corner.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Area {
    /// Left and upper edge.
    pub least: (f64, f64),
    /// Right and lower edge.
    pub most: (f64, f64),
}

impl Area {
    /// Its width and its height.
    #[must_use]
    pub fn size(self) -> (f64, f64) {
        (self.most.0 - self.least.0, self.most.1 - self.least.1)
    }
}

/// A line where it stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Placed {
    /// What it says.
    pub role: Role,
    pub(super) line: Line,
    /// Where it begins, on its foot.
    pub(super) at: (f64, f64),
}

impl Placed {
    /// Its text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.line.text
    }

    /// The box around its letters.
    #[must_use]
    pub fn bounds(&self) -> Area {
        let ((x, y), (up, down)) = (self.at, self.line.reach_px);
        Area {
            least: (x, y - up),
            most: (x + self.line.width_px, y + down),
        }
    }

    /// How many of its signs are drawn as the box of a letter that the font lacks.
    #[must_use]
    pub fn boxes_for_letters(&self) -> usize {
        self.line
            .glyphs
            .iter()
            .filter(|glyph| glyph.id == 0)
            .count()
    }
}

/// What stands where on a card.
#[derive(Debug, Clone, PartialEq)]
pub struct Layout {
    /// Every line.
    pub lines: Vec<Placed>,
    /// The symbol of the mark, where there is one: its middle and its radius.
    pub symbol: Option<((f64, f64), f64)>,
    /// The line above the source: how far down.
    pub rule: f64,
    /// The map, where there is room for one.
    pub map: Option<Area>,
}
