//! What a document shows of its place before the program, and without it: whose figure it is, how sure it is, the
//! bars of each dimension, the places beside it, the source.

use crate::cube::{Axis, Cube, Linked};
use crate::publish::template::escape;
use crate::scene::{
    Bar, BarScene, Cell, Figures, Headline, Mark, Row, TableScene, bars, filter_axes, place_name,
    source_line, steps_up, table, told,
};
use crate::view_state::{Change, Column, Place, ResolvedView, ViewState, axis_key, resolve};
use crate::words::{Messages, document_words, plain_number};

/// Longer lists are left to the program, and to the file of all places.
const MOST_ROWS: usize = 100;
/// Dimensions of more categories are left to the program.
const MOST_BARS: usize = 40;

/// A landing view and its words.
#[derive(Clone, Copy)]
pub(super) struct Landing<'a> {
    pub(super) cube: &'a Cube,
    pub(super) state: &'a ViewState,
    pub(super) view: &'a ResolvedView,
    pub(super) figures: &'a Figures,
    /// Those of [`Figures::unfiltered`].
    pub(super) unfiltered: &'a Linked,
    pub(super) words: &'a Messages,
}

impl Landing<'_> {
    /// The sentence, whose it is, and how sure: the head of the document's body.
    pub(super) fn head(&self, headline: &Headline) -> String {
        let words = self.words;
        let mark = headline.mark.as_ref().map(|mark| mark.line(words));
        let mark = mark.or(headline.estimate.then(|| words.estimate.to_owned()));
        let told = told(self.cube, self.view, self.figures, words);
        let lines = (mark.into_iter()).chain(told.into_iter().map(|line| line.text));
        let lines: String = lines.map(|line| quiet(&line)).collect();
        let (sentence, whole) = (
            escape(&headline.sentence(words)),
            escape(document_words(words.code).whole),
        );
        format!("<h1>{sentence} <small>{whole}</small></h1>\n{lines}")
    }

    /// The bars, the places beside it, and the source. `link`: where a place stands, relative to this document.
    pub(super) fn body(&self, link: &dyn Fn(Option<Place>) -> String) -> String {
        let source = source_line(self.cube, self.words);
        let source = source.map(|line| format!("<p class=\"source\">{}</p>\n", escape(&line)));
        let [bars, places, up] = [self.bars(), self.places(link), self.up(link)];
        format!(
            "<div class=\"static\">\n{up}{bars}{places}</div>\n{}",
            source.unwrap_or_default()
        )
    }

    /// The way to the places above.
    fn up(&self, link: &dyn Fn(Option<Place>) -> String) -> String {
        let Some(place) = self.view.place else {
            return String::new();
        };
        let above = steps_up(self.cube, Some(place)).into_iter().rev().map(Some);
        let steps = std::iter::once(None).chain(above).map(|place| {
            let name = escape(&place_name(self.cube, place, self.words));
            format!("<a href=\"{}\">{name}</a>", escape(&link(place)))
        });
        let steps: Vec<String> = steps.collect();
        format!("<p>{}</p>\n", steps.join(" › "))
    }

    fn bars(&self) -> String {
        let axes = filter_axes(self.cube, self.view).of_people;
        let short = axes
            .into_iter()
            .filter(|axis| self.cube.members(*axis).len() <= MOST_BARS);
        let chart = |axis: Axis| {
            let scene = bars(
                self.cube,
                self.view,
                (self.figures, self.unfiltered),
                (axis, self.words),
            );
            (!scene.idle).then(|| self.chart(axis, &scene))
        };
        short.filter_map(chart).collect()
    }

    /// The bars of a dimension, as a table that says the same. Its key and codes are those of links.
    fn chart(&self, axis: Axis, scene: &BarScene) -> String {
        let row = |bar: &Bar| {
            let code = escape(self.cube.members(axis).get(bar.at).code().as_str());
            let [label, value, share] =
                [&bar.label, &bar.value, &bar.share_text].map(|it| escape(it));
            let length = bar.share.map_or_else(String::new, |share| {
                let width = plain_number(share * 100.0, 1);
                format!(
                    "<svg class=\"length\" aria-hidden=\"true\"><rect width=\"{width}%\" height=\"100%\"/></svg>"
                )
            });
            format!(
                "<tr data-code=\"{code}\"><th scope=\"row\">{label}</th><td>{value}</td><td>{share}</td><td>{length}</td></tr>\n"
            )
        };
        let rows: String = scene.bars.iter().map(row).collect();
        let mark = scene.mark.as_ref().map(|mark| mark.line(self.words));
        let mark = mark.map(|mark| format!(" <span class=\"quiet\">{}</span>", escape(&mark)));
        format!(
            "<table class=\"static-bars\" data-key=\"{key}\">\n<caption><b>{label}</b>{mark}</caption>\n<tbody>\n{rows}</tbody>\n</table>\n",
            key = escape(&axis_key(self.cube, axis)),
            label = escape(&scene.label),
            mark = mark.unwrap_or_default(),
        )
    }

    /// The places inside this one, or of a region those beside it.
    fn places(&self, link: &dyn Fn(Option<Place>) -> String) -> String {
        let (cube, words) = (self.cube, self.words);
        let is_region = |place: &Place| place.axis.grouping().is_none();
        let scene = match self.view.place.filter(is_region) {
            None => table(cube, self.view, self.figures, words),
            region => {
                let above = steps_up(cube, region).first().copied();
                let state = self.state.clone().apply(Change::Focus(above), cube);
                let view = resolve(&state, cube);
                table(cube, &view, &Figures::of(cube, &view), words)
            }
        };
        match scene {
            Some(scene) if scene.rows.len() <= MOST_ROWS => self.list(&scene, link),
            _ => String::new(),
        }
    }

    fn list(&self, scene: &TableScene, link: &dyn Fn(Option<Place>) -> String) -> String {
        let is_shown = |column: &Column| !matches!(column, Column::Code | Column::Group);
        let shown: Vec<usize> = (scene.columns.iter().enumerate())
            .filter(|(_, (column, _))| is_shown(column))
            .map(|(at, _)| at)
            .collect();
        let heads = shown.iter().map(|at| {
            let (_, head) = &scene.columns[*at];
            format!("<th scope=\"col\">{}</th>", escape(head))
        });
        let field = |cell: &Cell, href: Option<&str>| match cell {
            Cell::Code(text) | Cell::Name(text) | Cell::Group { name: text, .. } => {
                let text = escape(text);
                let name = match href {
                    Some(href) => format!("<a href=\"{}\">{text}</a>", escape(href)),
                    None => text,
                };
                format!("<th scope=\"row\">{name}</th>")
            }
            Cell::Number(number) => {
                let mark = number.mark.as_ref().map(Mark::symbol);
                let mark = mark.map(|symbol| format!("\u{a0}{symbol}"));
                format!(
                    "<td>{}{}</td>",
                    escape(&number.text),
                    mark.unwrap_or_default()
                )
            }
        };
        let row = |row: &Row| {
            let is_place = self.view.geo == Some(row.place.axis.dimension());
            let href = is_place.then(|| link(Some(row.place)));
            let fields = shown
                .iter()
                .map(|at| field(&row.cells[*at], href.as_deref()));
            format!("<tr>{}</tr>\n", fields.collect::<String>())
        };
        let total = shown.iter().map(|at| field(&scene.total[*at], None));
        let notes = scene.mark_notes.iter();
        let notes = notes.map(|note| quiet(note));
        format!(
            "<table>\n<caption>{caption}</caption>\n<thead><tr>{heads}</tr></thead>\n<tbody>\n{rows}</tbody>\n\
             <tfoot><tr>{total}</tr></tfoot>\n</table>\n{notes}",
            caption = escape(&scene.caption),
            heads = heads.collect::<String>(),
            rows = scene.rows.iter().map(row).collect::<String>(),
            total = total.collect::<String>(),
            notes = notes.collect::<String>(),
        )
    }
}

/// A line in small letters.
fn quiet(line: &str) -> String {
    format!("<p class=\"quiet\">{}</p>\n", escape(line))
}
