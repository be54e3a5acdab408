//! A link opened, and what the panels read of it.

#![allow(
    dead_code,
    reason = "each test program asks for the panels that it needs"
)]

use jangkau::cube::Cube;
use jangkau::scene::{
    BarScene, Figures, MapScene, TableScene, bars, headline, map, ranking, table,
};
use jangkau::view_state::{Address, ResolvedView, from_address, resolve};
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
        let (state, notices) = from_address(&Address::new(link), SITE, "x", cube);
        assert!(notices.is_empty(), "{link}: {notices:?}");
        let view = resolve(&state, cube);
        Self {
            cube,
            figures: Figures::of(cube, &view),
            view,
            words: messages(state.lang()),
        }
    }
    pub(crate) fn sentence(&self) -> String {
        headline(self.cube, &self.view, &self.figures, self.words).sentence()
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
    pub(crate) fn ranking(&self) -> TableScene {
        ranking(self.cube, &self.view, &self.figures, self.words).unwrap()
    }
    pub(crate) fn map(&self) -> MapScene {
        let level = self.view.level.unwrap();
        map(self.cube, &self.view, &self.figures, (level, self.words))
    }
}

pub(crate) fn codes(table: &TableScene) -> Vec<&str> {
    table.rows.iter().map(|row| &*row.code).collect()
}

pub(crate) fn sum(table: &TableScene) -> f64 {
    table
        .rows
        .iter()
        .map(|row| row.figure.number().unwrap())
        .sum()
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
