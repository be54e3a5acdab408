//! The places inside the one of the document, or of a region those beside it.

use super::{Landing, quiet};
use crate::publish::template::escape;
use crate::scene::{Cell, Figures, Mark, Row, TableScene, steps_up, table};
use crate::view_state::{Change, Column, Place, resolve};

/// Longer lists are left to the program, and to the file of all places.
const MOST_ROWS: usize = 100;

impl Landing<'_> {
    /// The table of places, each with its link.
    pub(super) fn places(&self) -> String {
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
            Some(scene) if scene.rows.len() <= MOST_ROWS => self.list(&scene),
            _ => String::new(),
        }
    }

    fn list(&self, scene: &TableScene) -> String {
        let is_shown = |column: &Column| !matches!(column, Column::Code | Column::Group);
        let shown: Vec<usize> = (scene.columns.iter().enumerate())
            .filter(|(_, (column, _))| is_shown(column))
            .map(|(at, _)| at)
            .collect();
        let heads = shown.iter().map(|at| {
            let (_, head) = &scene.columns[*at];
            format!("<th scope=\"col\">{}</th>", escape(head))
        });
        let row = |row: &Row| {
            let is_place = self.view.geo == Some(row.place.axis.dimension());
            let place = is_place.then_some(row.place);
            let fields = shown.iter().map(|at| self.field(&row.cells[*at], place));
            format!("<tr>{}\n", fields.collect::<String>())
        };
        let total = shown.iter().map(|at| self.field(&scene.total[*at], None));
        let notes = scene.mark_notes.iter().map(|note| quiet(note));
        format!(
            "<table id=\"places\">\n<caption>{caption}</caption>\n<thead><tr>{heads}</tr></thead>\n<tbody>\n{rows}</tbody>\n\
             <tfoot><tr>{total}</tr></tfoot>\n</table>\n{notes}",
            caption = escape(&scene.caption),
            heads = heads.collect::<String>(),
            rows = scene.rows.iter().map(row).collect::<String>(),
            total = total.collect::<String>(),
            notes = notes.collect::<String>(),
        )
    }

    /// A cell; the name of a place leads there.
    fn field(&self, cell: &Cell, place: Option<Place>) -> String {
        match cell {
            Cell::Code(text) | Cell::Name(text) | Cell::Group { name: text, .. } => {
                let name = match place {
                    Some(place) => self.anchor(Some(place), text),
                    None => escape(text),
                };
                format!("<th>{name}")
            }
            Cell::Number(number) => {
                let mark = number.mark.as_ref().map(Mark::symbol);
                let mark = mark.map(|symbol| format!("\u{a0}{symbol}"));
                format!("<td>{}{}", escape(&number.text), mark.unwrap_or_default())
            }
        }
    }
}
