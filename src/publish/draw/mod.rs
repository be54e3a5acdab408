//! The map of a link as a picture that stands alone: an SVG without script, font file or any
//! address to fetch from, drawn from the very scenes that the page draws.

mod error;
mod legend;
mod lettering;
mod map_frame;
mod paint;
mod palette;
mod sheet;
mod svg;

use std::path::Path;

pub use self::error::DrawError;
use self::lettering::Font;
use self::map_frame::{Drawn, MapFrame};
use self::paint::Paint;
use self::palette::Palette;
use self::sheet::{MARGIN, ROOM, Sheet, WIDTH};
use self::svg::{Svg, number};
use super::open::{Opened, ReadLink, open_boundaries};
use crate::geo::Topology;
use crate::scale::Theme;
use crate::scene::{
    Figures, Ground, MapScene, map, picture_text, quantity_note, report, source_line,
};
use crate::view_state::{MapForm, to_lasting_address};
use crate::words::fill;

/// The boundaries of a dataset: of a file, else those that the list names.
///
/// # Errors
/// [`DrawError`] when there are none, or the file is no topology.
pub fn boundaries(opened: &Opened, file: Option<&Path>) -> Result<Topology, DrawError> {
    let Some(path) = file.or(opened.boundaries.as_deref()) else {
        let dataset = opened.id.clone();
        return Err(DrawError::NoBoundaries { dataset });
    };
    Ok(open_boundaries(path)?)
}

/// A picture, and what the link said that could not be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drawing {
    /// The whole file.
    pub svg: String,
    /// One sentence a notice.
    pub notices: Vec<String>,
}

/// Draws the map of a link. The same input gives the same bytes.
///
/// # Errors
/// [`DrawError`] when boundaries and dataset have nothing in common, or there are no tiles.
pub fn draw(
    opened: &Opened,
    topology: Topology,
    link: &str,
    theme: Theme,
) -> Result<Drawing, DrawError> {
    let cube = &opened.cube;
    let dataset = || opened.id.clone();
    let no_places = || DrawError::NoPlaces { dataset: dataset() };
    let read = ReadLink::new(opened, link);
    let ground = Ground::new(topology, cube).ok_or_else(no_places)?;
    let level = read.view.level.ok_or_else(no_places)?;
    if read.view.map == MapForm::Tile && !ground.has_tiles() {
        return Err(DrawError::NoTiles { dataset: dataset() });
    }
    let figures = Figures::of(cube, &read.view);
    let scene = map(cube, &read.view, &figures, (level, read.words));
    let drawn = Drawn {
        cube,
        view: &read.view,
        scene: &scene,
        ground: &ground,
    };
    let picture = Picture {
        drawn,
        read: &read,
        link: format!("{}{}", read.base, to_lasting_address(&read.state, cube)),
        focus: focus_line(drawn, &figures, &read),
        theme,
    };
    Ok(Drawing {
        svg: picture.svg(),
        notices: read.notices,
    })
}

/// The place in focus in one line, as the map of its own level says it.
fn focus_line(drawn: Drawn<'_>, figures: &Figures, read: &ReadLink) -> Option<String> {
    let place = read.view.place?;
    let scene = map(drawn.cube, drawn.view, figures, (place.axis, read.words));
    Some(report(drawn.cube, &scene, place.at, read.words).line(read.words))
}

struct Picture<'a> {
    drawn: Drawn<'a>,
    read: &'a ReadLink,
    link: String,
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
        legend::legend(&mut sheet, self.drawn.scene, &paint, self.read.words);
        self.foot(&mut sheet);
        sheet.space(28.0);
        let [wide, high] = [WIDTH, sheet.y.ceil()].map(number);
        let mut svg = Svg::default();
        let root = [
            ("xmlns", "http://www.w3.org/2000/svg"),
            ("viewBox", &*format!("0 0 {wide} {high}")),
            ("width", &*wide),
            ("height", &*high),
            ("xml:lang", self.read.words.code),
            ("role", "img"),
            ("aria-labelledby", "title description"),
        ];
        svg.open("svg", &root);
        let MapScene { caption, .. } = self.drawn.scene;
        let title = fill(self.read.words.map, &[("caption", caption)]);
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
        let (cube, words, palette) = (self.drawn.cube, self.read.words, sheet.palette);
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
        let (words, palette) = (self.read.words, sheet.palette);
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
        let source = source_line(self.drawn.cube, self.read.words);
        let credit = self.drawn.ground.credit();
        let lines = [source.as_deref(), credit, Some(&*self.link)];
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
        let words = self.read.words;
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
