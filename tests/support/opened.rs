//! A link opened, and what the panels read of it.

#![allow(
    dead_code,
    reason = "each test program asks for the panels that it needs"
)]

use jangkau::cube::{CatIx, Cube};
use jangkau::scene::{
    BarScene, Cell, FigureWriter, Figures, Headline, MapScene, Measures, RankingScene, Row,
    TableScene, bars, headline, map, ranking, table,
};
use jangkau::view_state::{Column, LinkParts, Quantity, ResolvedView, resolve, state_from_link};
use jangkau::words::{Messages, messages};

use super::link::SITE;

/// The view of a link, and its figures.
pub(crate) struct Opened<'a> {
    pub(crate) cube: &'a Cube,
    pub(crate) view: ResolvedView,
    pub(crate) figures: Figures,
    pub(crate) words: &'static Messages,
}

impl<'a> Opened<'a> {
    /// Opens a link that must be understood.
    #[track_caller]
    pub(crate) fn new(cube: &'a Cube, link: &str) -> Self {
        let (state, notices) = state_from_link(&LinkParts::new(link), SITE, "x", cube);
        assert!(notices.is_empty(), "{link}: {notices:?}");
        let view = resolve(&state, cube);
        Self {
            cube,
            figures: Figures::of(cube, &view),
            view,
            words: messages(state.lang()),
        }
    }
    pub(crate) fn headline(&self) -> Headline {
        headline(self.cube, &self.view, &self.figures, self.words)
    }
    pub(crate) fn sentence(&self) -> String {
        self.headline().sentence(self.words)
    }
    pub(crate) fn total(&self) -> f64 {
        self.figures.view.total().number().unwrap()
    }
    pub(crate) fn bars(&self, id: &str) -> BarScene {
        let unfiltered = Figures::unfiltered(self.cube);
        let axis = self.cube.axis(id).unwrap();
        bars(
            self.cube,
            &self.view,
            (&self.figures, &unfiltered),
            (axis, self.words),
        )
    }
    pub(crate) fn table(&self) -> TableScene {
        table(self.cube, &self.view, &self.figures, self.words).unwrap()
    }
    pub(crate) fn ranking(&self) -> RankingScene {
        ranking(self.cube, &self.view, &self.figures, self.words).unwrap()
    }
    pub(crate) fn map(&self) -> MapScene {
        let level = self.view.level.unwrap();
        map(self.cube, &self.view, &self.figures, (level, self.words))
    }
    /// How figures of the view are written.
    pub(crate) fn writer(&self) -> FigureWriter<'_> {
        FigureWriter::of(self.cube, self.figures.places.reading(), self.words)
    }
    pub(crate) fn quantity_text(&self, measures: &Measures, quantity: Quantity) -> String {
        measures.quantity_text(quantity, &self.writer())
    }
    /// The numbers of a place of the level, wherever the view looks.
    pub(crate) fn measures(&self, code: &str) -> Measures {
        let at = self.cube.members(self.view.level.unwrap()).position(code);
        self.map().measures[at.unwrap().0]
    }
    /// The codes of the bars, the largest first.
    pub(crate) fn ranked(&self) -> Vec<&str> {
        let bars = self.ranking().bars.into_iter();
        let members = |place: jangkau::view_state::Place| self.cube.members(place.axis);
        bars.map(|bar| members(bar.place).get(bar.place.at).code().as_str())
            .collect()
    }
}

/// The code of a row.
pub(crate) fn code(row: &Row) -> &str {
    let code = row.cells.iter().find_map(|cell| match cell {
        Cell::Code(code) => Some(&**code),
        Cell::Name(_) | Cell::Group { .. } | Cell::Number(_) => None,
    });
    code.unwrap()
}

pub(crate) fn codes(table: &TableScene) -> Vec<&str> {
    table.rows.iter().map(code).collect()
}

/// The text of a cell.
pub(crate) fn shown(cell: &Cell) -> &str {
    match cell {
        Cell::Code(text) | Cell::Name(text) | Cell::Group { name: text, .. } => text,
        Cell::Number(number) => &number.text,
    }
}

/// The text of a cell, and what its mark says.
pub(crate) fn cell<'a>(
    table: &TableScene,
    row: &'a Row,
    column: Column,
) -> (&'a str, Option<&'a str>) {
    let at = table.columns.iter().position(|(known, _)| *known == column);
    let cell = &row.cells[at.unwrap()];
    (shown(cell), cell.mark().map(|mark| &*mark.text))
}

/// Code and whole figure of every row.
pub(crate) fn figures(table: &TableScene) -> Vec<(&str, f64)> {
    let figure = |row| {
        let (text, _) = cell(table, row, Column::Value);
        let digits: String = text.chars().filter(char::is_ascii_digit).collect();
        digits.parse().unwrap()
    };
    table
        .rows
        .iter()
        .map(|row| (code(row), figure(row)))
        .collect()
}

/// The figures of all rows together.
pub(crate) fn sum(table: &TableScene) -> f64 {
    figures(table).iter().map(|(_, figure)| figure).sum()
}

/// The lines of a legend: label and number of places.
pub(crate) fn legend(scene: &MapScene) -> Vec<(String, usize)> {
    let lines = scene.legend.iter();
    lines
        .map(|line| (line.label.clone(), line.places))
        .collect()
}

#[track_caller]
pub(crate) fn check_near(found: Option<f64>, expected: f64) {
    let found = found.unwrap();
    assert!(
        (found - expected).abs() < 1e-9 * expected.abs().max(1.0),
        "{found} is not {expected}"
    );
}

#[track_caller]
pub(crate) fn check_sentence(cube: &Cube, link: &str, expected: &str) {
    assert_eq!(Opened::new(cube, link).sentence(), expected, "{link}");
}

/// The rank of a place whose number is known exactly, and of how many.
#[track_caller]
pub(crate) fn exact_rank(scene: &MapScene, at: CatIx) -> Option<(usize, usize)> {
    let rank = scene.rank(at)?;
    assert_eq!(rank.first, rank.last);
    Some((rank.first, rank.of))
}
