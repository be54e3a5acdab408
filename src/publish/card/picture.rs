//! A card as an SVG of paths alone: the same wherever it is drawn, with no font to look for.

use skrifa::outline::OutlinePen;

use super::fonts::Fonts;
use super::line::Line;
use super::palette::Colours;
use super::placed::{Layout, Placed, Role};
use crate::cube::Sureness;
use crate::scale::Rgb;
use crate::words::plain_number;

/// Text, symbol and rules of a card.
pub(super) fn text_svg(
    fonts: &Fonts,
    layout: &Layout,
    (sureness, colours): (Option<Sureness>, &Colours),
) -> String {
    let mut svg = String::new();
    for placed in &layout.lines {
        svg += &path(
            &outline(fonts, &placed.line, placed.at),
            colour(placed, colours),
        );
    }
    let rule = number(layout.rule);
    let Colours {
        rule: grey, ink, ..
    } = colours;
    svg += &format!("<path fill=\"{grey}\" d=\"M64 {rule}h1072v1H64z\"/>");
    svg += &format!("<path fill=\"{ink}\" d=\"M64 0h56v6H64z\"/>");
    if let (Some((middle, radius)), Some(sureness)) = (layout.symbol, sureness) {
        svg += &symbol(middle, radius, (sureness, colours.ink));
    }
    svg
}

fn colour(placed: &Placed, colours: &Colours) -> Rgb {
    match placed.role {
        Role::Place | Role::Site | Role::Beside => colours.ink,
        Role::Figure => colours.figure,
        Role::Dataset | Role::Mark | Role::Source => colours.quiet,
    }
}

fn path(d: &str, fill: Rgb) -> String {
    format!("<path fill=\"{fill}\" d=\"{d}\"/>")
}

/// ●, ◐ or ○.
fn symbol((x, y): (f64, f64), radius: f64, (sureness, ink): (Sureness, Rgb)) -> String {
    let [x, top, r] = [x, y - radius, radius].map(number);
    let half = |sweep: u8| format!("M{x} {top}a{r} {r} 0 0 {sweep} 0 {}z", number(radius * 2.0));
    let (left, right) = (half(0), half(1));
    let filled = match sureness {
        Sureness::Published => left.clone() + &right,
        Sureness::SharedOut => left.clone(),
        Sureness::Pattern => String::new(),
    };
    let wide = number(radius * 0.26);
    format!(
        "<path fill=\"{ink}\" d=\"{filled}\"/>\
         <circle cx=\"{x}\" cy=\"{}\" r=\"{r}\" fill=\"none\" stroke=\"{ink}\" stroke-width=\"{wide}\"/>",
        number(y)
    )
}

/// The outlines of a line as path data.
pub(super) fn outline(fonts: &Fonts, line: &Line, (x, y): (f64, f64)) -> String {
    let mut pen = Pen {
        d: String::new(),
        origin: (0.0, 0.0),
    };
    for glyph in &line.glyphs {
        pen.origin = (x + glyph.x_px, y - glyph.y_px);
        fonts.draw(*glyph, (line.style.weight, line.style.size_px), &mut pen);
    }
    pen.d
}

/// Writes an outline as path data.
struct Pen {
    d: String,
    origin: (f64, f64),
}

impl Pen {
    fn write(&mut self, letter: char, points: &[(f32, f32)]) {
        self.d.push(letter);
        for (nth, (x, y)) in points.iter().enumerate() {
            if nth > 0 {
                self.d.push(' ');
            }
            self.d += &number(self.origin.0 + f64::from(*x));
            self.d.push(' ');
            self.d += &number(self.origin.1 - f64::from(*y));
        }
    }
}

impl OutlinePen for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        self.write('M', &[(x, y)]);
    }
    fn line_to(&mut self, x: f32, y: f32) {
        self.write('L', &[(x, y)]);
    }
    fn quad_to(&mut self, cx: f32, cy: f32, x: f32, y: f32) {
        self.write('Q', &[(cx, cy), (x, y)]);
    }
    fn curve_to(&mut self, ax: f32, ay: f32, bx: f32, by: f32, x: f32, y: f32) {
        self.write('C', &[(ax, ay), (bx, by), (x, y)]);
    }
    fn close(&mut self) {
        self.d.push('z');
    }
}

/// A number with two decimals.
pub(super) fn number(value: f64) -> String {
    plain_number(value, 2)
}
