//! The map of a view as a picture that stands alone: an SVG without script, font file or any
//! address to fetch from, drawn from the very scenes that the page draws.

mod legend;
mod lettering;
mod map_frame;
mod paint;
mod palette;
mod sheet;
mod svg;

use self::lettering::Font;
use self::map_frame::{Drawn, MapFrame};
use self::paint::Paint;
use self::palette::Palette;
use self::sheet::{MARGIN, ROOM, Sheet, WIDTH};
use self::svg::{Svg, number};
use crate::cube::Cube;
use crate::scale::Theme;
use crate::scene::{
    Figures, Ground, MapScene, map, picture_text, quantity_note, report, source_line,
};
use crate::view_state::{MapForm, ResolvedView};
use crate::words::{Messages, fill};

/// What a picture is drawn from.
#[derive(Debug, Clone, Copy)]
pub struct Subject<'a> {
    /// The dataset.
    pub cube: &'a Cube,
    /// What is shown of it.
    pub view: &'a ResolvedView,
    /// Where its regions lie.
    pub ground: &'a Ground,
    /// The words of its language.
    pub words: &'static Messages,
    /// The link of the view, as the picture names it.
    pub link: &'a str,
}

/// Why there is no picture of a view.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lack {
    /// The dataset has no regions.
    Places,
    /// The boundaries have no tiles, for which the view asks.
    Tiles,
}

/// Draws the map of a view. The same input gives the same text.
///
/// # Errors
/// [`Lack`].
pub fn picture(subject: Subject<'_>, theme: Theme) -> Result<String, Lack> {
    let Subject {
        cube,
        view,
        ground,
        words,
        link,
    } = subject;
    let level = view.level.ok_or(Lack::Places)?;
    if view.map == MapForm::Tile && !ground.has_tiles() {
        return Err(Lack::Tiles);
    }
    let figures = Figures::of(cube, view);
    let scene = map(cube, view, &figures, (level, words));
    // The place in focus in one line, as the map of its own level says it.
    let focus = view.place.map(|place| {
        let scene = map(cube, view, &figures, (place.axis, words));
        report(cube, &scene, place.at, words).line(words)
    });
    let picture = Picture {
        drawn: Drawn {
            cube,
            view,
            scene: &scene,
            ground,
        },
        words,
        link,
        focus,
        theme,
    };
    Ok(picture.svg())
}

struct Picture<'a> {
    drawn: Drawn<'a>,
    words: &'static Messages,
    link: &'a str,
    focus: Option<String>,
    theme: Theme,
}

impl Picture<'_> {
    fn svg(&self) -> String {
        let frame = MapFrame::new(self.drawn);
        let paint = Paint::new(self.drawn.scene, self.theme);
        let mut sheet = Sheet::new(Palette::of(self.theme));
        self.head(&mut sheet);
        frame.draw(&mut sheet, &paint);
        sheet.space(20.0);
        legend::legend(&mut sheet, self.drawn.scene, &paint, self.words);
        self.foot(&mut sheet);
        sheet.space(28.0);
        let [wide, high] = [WIDTH, sheet.y.ceil()].map(number);
        let mut svg = Svg::default();
        let root = [
            ("xmlns", "http://www.w3.org/2000/svg"),
            ("viewBox", &*format!("0 0 {wide} {high}")),
            ("width", &*wide),
            ("height", &*high),
            ("xml:lang", self.words.code),
            ("role", "img"),
            ("aria-labelledby", "title description"),
        ];
        svg.open("svg", &root);
        let MapScene { caption, .. } = self.drawn.scene;
        let title = fill(self.words.map, &[("caption", caption)]);
        svg.leaf("title", &[("id", "title")], &title);
        svg.leaf("desc", &[("id", "description")], &self.description());
        svg.open("defs", &[]);
        paint.define(&mut svg, frame.units_per_px());
        svg.close("defs");
        let paper = [
            ("width", &*wide),
            ("height", &*high),
            ("fill", sheet.palette.paper),
        ];
        svg.empty("rect", &paper);
        svg.append(&sheet.svg);
        svg.close("svg");
        svg.into_text()
    }

    /// Whose figures these are, title, how they are to be read, and the place in focus.
    fn head(&self, sheet: &mut Sheet) {
        let (cube, words, palette) = (self.drawn.cube, self.words, sheet.palette);
        sheet.rect((MARGIN, 0.0), (56.0, 6.0), &[("fill", palette.ink)]);
        sheet.space(24.0);
        let label = cube.metadata().label.in_lang(words.code);
        sheet.paragraph(0.0, Font::strong(15.0), (label, palette.quiet));
        sheet.space(4.0);
        let caption = &self.drawn.scene.caption;
        sheet.paragraph(0.0, Font::serif(32.0), (caption, palette.ink));
        sheet.space(12.0);
        let note = quantity_note(cube, self.drawn.scene.quantity, words);
        sheet.paragraph(0.0, Font::sans(15.0), (&note, palette.quiet));
        if cube.metadata().modelled {
            self.badge(sheet);
        }
        if let Some(line) = &self.focus {
            sheet.space(8.0);
            let font = Font::sans(16.0);
            let first = sheet.paragraph(28.0, font, (line, palette.ink));
            let stroke = [
                ("fill", "none"),
                ("stroke", palette.accent),
                ("stroke-width", "2.6"),
            ];
            sheet.rect((MARGIN + 1.5, first - 13.0), (17.0, 13.0), &stroke);
        }
        sheet.space(18.0);
    }

    /// The mark of an estimate, and why it is one.
    fn badge(&self, sheet: &mut Sheet) {
        let (words, palette) = (self.words, sheet.palette);
        let font = Font::strong(13.0);
        let wide = font.width_px(words.estimate) + 20.0;
        sheet.space(6.0);
        let top = sheet.y + 4.0;
        let paint = [
            ("rx", "10"),
            ("fill", palette.badge),
            ("stroke", palette.badge_ink),
            ("stroke-width", "0.5"),
        ];
        sheet.rect((MARGIN, top), (wide, 20.0), &paint);
        sheet.line(
            (MARGIN + 10.0, top + 14.5),
            font,
            (words.estimate, palette.badge_ink),
        );
        let why = Font::sans(15.0);
        sheet.paragraph(wide + 10.0, why, (words.estimate_why, palette.quiet));
    }

    /// Where figures and boundaries come from, and the link.
    fn foot(&self, sheet: &mut Sheet) {
        let palette = sheet.palette;
        sheet.space(16.0);
        sheet.rect((MARGIN, sheet.y), (ROOM, 1.0), &[("fill", palette.line)]);
        sheet.space(6.0);
        let source = source_line(self.drawn.cube, self.words);
        let credit = self.drawn.ground.credit();
        let lines = [source.as_deref(), credit, Some(self.link)];
        for line in lines.into_iter().flatten() {
            sheet.space(2.0);
            sheet.paragraph(0.0, Font::sans(13.0), (line, palette.quiet));
        }
    }

    /// The map in sentences, for those who do not see it.
    fn description(&self) -> String {
        let Drawn {
            cube, view, scene, ..
        } = self.drawn;
        let words = self.words;
        let mut sentences = picture_text(cube, view, scene, words);
        let other_level = view.place.filter(|place| place.axis != scene.axis);
        if let Some(line) = self.focus.as_ref().filter(|_| other_level.is_some()) {
            sentences.push(fill(words.map_focus, &[("place", line)]));
        }
        if cube.metadata().modelled {
            sentences.push(format!("{}. {}", words.estimate, words.estimate_why));
        }
        sentences.join(" ")
    }
}
