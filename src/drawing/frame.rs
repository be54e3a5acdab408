//! What stands around every picture: whose figures these are, title, notes, source and link.

use super::Subject;
use super::flow::{Flow, MARGIN, ROOM, WIDTH};
use super::lettering::Font;
use super::palette::Palette;
use super::svg::{Svg, number};
use crate::scale::Theme;
use crate::scene::source_lines;

/// A picture without what is drawn in it.
pub(super) struct Frame<'a> {
    pub(super) subject: Subject<'a>,
    pub(super) theme: Theme,
    /// What it is called.
    pub(super) title: String,
    /// What is read above it.
    pub(super) caption: &'a str,
    /// The picture in sentences, for those who do not see it.
    pub(super) description: Vec<String>,
    /// How it is to be read.
    pub(super) note: Option<String>,
    /// The place in focus.
    pub(super) focus: Option<String>,
    /// Whose boundaries are drawn.
    pub(super) credit: Option<&'a str>,
}

impl Frame<'_> {
    /// The whole picture. `define`: what is drawn with; `draw`: below the head.
    pub(super) fn svg(self, define: impl FnOnce(&mut Svg), draw: impl FnOnce(&mut Flow)) -> String {
        let words = self.subject.words;
        let mut flow = Flow::new(Palette::of(self.theme));
        self.head(&mut flow);
        draw(&mut flow);
        self.foot(&mut flow);
        flow.space(28.0);
        let [wide, high] = [WIDTH, flow.y.ceil()].map(number);
        let mut svg = Svg::default();
        let root = [
            ("xmlns", "http://www.w3.org/2000/svg"),
            ("viewBox", &*format!("0 0 {wide} {high}")),
            ("width", &*wide),
            ("height", &*high),
            ("xml:lang", words.code),
            ("role", "img"),
            ("aria-labelledby", "title description"),
        ];
        svg.open("svg", &root);
        svg.leaf("title", &[("id", "title")], &self.title);
        let mut sentences = self.description;
        if self.subject.cube.metadata().modelled {
            sentences.push(words.sentences(&[words.estimate, words.estimate_why]));
        }
        svg.leaf("desc", &[("id", "description")], &sentences.join(" "));
        svg.open("defs", &[]);
        define(&mut svg);
        svg.close("defs");
        let paper = [
            ("width", &*wide),
            ("height", &*high),
            ("fill", flow.palette.paper),
        ];
        svg.empty("rect", &paper);
        svg.append(&flow.svg);
        svg.close("svg");
        svg.into_text()
    }

    /// Whose figures these are, title, how they are to be read, and the place in focus.
    fn head(&self, flow: &mut Flow) {
        let Subject { cube, words, .. } = self.subject;
        let palette = flow.palette;
        flow.rect((MARGIN, 0.0), (56.0, 6.0), &[("fill", palette.ink)]);
        flow.space(24.0);
        let label = cube.metadata().label.in_lang(words.code);
        flow.paragraph(0.0, Font::strong(15.0), (label, palette.quiet));
        flow.space(4.0);
        flow.paragraph(0.0, Font::serif(32.0), (self.caption, palette.ink));
        flow.space(12.0);
        if let Some(note) = &self.note {
            flow.paragraph(0.0, Font::sans(15.0), (note, palette.quiet));
        }
        if cube.metadata().modelled {
            self.badge(flow);
        }
        if let Some(line) = &self.focus {
            flow.space(8.0);
            let font = Font::sans(16.0);
            let first = flow.paragraph(28.0, font, (line, palette.ink));
            let stroke = [
                ("fill", "none"),
                ("stroke", palette.accent),
                ("stroke-width", "2.6"),
            ];
            flow.rect((MARGIN + 1.5, first - 13.0), (17.0, 13.0), &stroke);
        }
        flow.space(18.0);
    }

    /// The mark of an estimate, and why it is one.
    fn badge(&self, flow: &mut Flow) {
        let (words, palette) = (self.subject.words, flow.palette);
        let font = Font::strong(13.0);
        let wide = font.width_px(words.estimate) + 20.0;
        flow.space(6.0);
        let top = flow.y + 4.0;
        let paint = [
            ("rx", "10"),
            ("fill", palette.badge),
            ("stroke", palette.badge_ink),
            ("stroke-width", "0.5"),
        ];
        flow.rect((MARGIN, top), (wide, 20.0), &paint);
        flow.line(
            (MARGIN + 10.0, top + 14.5),
            font,
            (words.estimate, palette.badge_ink),
        );
        let why = Font::sans(15.0);
        flow.paragraph(wide + 10.0, why, (words.estimate_why, palette.quiet));
    }

    /// Where figures and boundaries come from, and the link.
    fn foot(&self, flow: &mut Flow) {
        let Subject {
            cube, words, link, ..
        } = self.subject;
        let palette = flow.palette;
        flow.space(16.0);
        flow.rect((MARGIN, flow.y), (ROOM, 1.0), &[("fill", palette.line)]);
        flow.space(6.0);
        let sources = source_lines(cube, words);
        let lines = sources.iter().map(|line| &**line);
        for line in lines.chain(self.credit).chain([link]) {
            flow.space(2.0);
            flow.paragraph(0.0, Font::sans(13.0), (line, palette.quiet));
        }
    }
}
