//! A column of text and pictures, filled from the top.

use super::lettering::Font;
use super::palette::Palette;
use super::svg::{Svg, number};

/// Width of the whole picture, in its own units.
pub(super) const WIDTH: f64 = 1200.0;
/// Left free on either side.
pub(super) const MARGIN: f64 = 40.0;
/// Between the margins.
pub(super) const ROOM: f64 = WIDTH - 2.0 * MARGIN;

/// What is drawn so far, and how far down it reaches.
#[derive(Debug)]
pub(super) struct Flow {
    pub(super) svg: Svg,
    pub(super) y: f64,
    pub(super) palette: &'static Palette,
}

impl Flow {
    pub(super) fn new(palette: &'static Palette) -> Self {
        Self {
            svg: Svg::default(),
            y: 0.0,
            palette,
        }
    }

    /// One line with its foot at a point.
    pub(super) fn line(&mut self, (x, y): (f64, f64), font: Font, (text, fill): (&str, &str)) {
        let attributes = [
            ("x", &*number(x)),
            ("y", &number(y)),
            ("font-family", font.family.stack()),
            ("font-size", &number(font.size_px)),
            ("font-weight", font.weight.css()),
            ("fill", fill),
        ];
        self.svg.leaf("text", &attributes, text);
    }

    /// Lines below what is there; `indent` from the margin. Returns the foot of the first.
    pub(super) fn paragraph(&mut self, indent: f64, font: Font, (text, fill): (&str, &str)) -> f64 {
        let lead = font.lead_px();
        let first = self.y + lead;
        for line in font.lines(text, ROOM - indent) {
            self.y += lead;
            self.line((MARGIN + indent, self.y), font, (&line, fill));
        }
        first
    }

    pub(super) fn space(&mut self, px: f64) {
        self.y += px;
    }

    /// A box, by its upper left corner and its size.
    pub(super) fn rect(&mut self, corner: (f64, f64), size: (f64, f64), paint: &[(&str, &str)]) {
        let numbers = [corner.0, corner.1, size.0, size.1].map(number);
        let mut attributes: Vec<(&str, &str)> = Vec::new();
        attributes.extend(
            ["x", "y", "width", "height"]
                .into_iter()
                .zip(numbers.iter().map(|it| &**it)),
        );
        attributes.extend_from_slice(paint);
        self.svg.empty("rect", &attributes);
    }
}
