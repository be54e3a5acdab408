//! What is drawn of a view, one file a concept.

mod any_cube;
mod bars;
mod basis;
mod headline;
mod map;
mod other_datasets;
mod quantity;
mod stroll;
mod table;

use jangkau::cube::Cube;
use jangkau::formats::Limits;
use jangkau::formats::json_stat::cube_from_bytes;
use jangkau::scene::{BarScene, Figures, TableScene, bars, headline, ranking, table};
use jangkau::view_state::{Address, ResolvedView, Site, from_address, resolve};
use jangkau::words::{LANGUAGE_CODES, Messages, messages};

const COURSES: &[u8] = include_bytes!("../data/alphabetisation.json");
const RICE: &[u8] = include_bytes!("../data/rice-prices.json");

const SITE: Site<'_> = Site {
    langs: &LANGUAGE_CODES,
};

fn read(bytes: &[u8]) -> Cube {
    cube_from_bytes(bytes, &Limits::PAGE).unwrap()
}

/// A link opened: everything that the panels read.
struct Opened<'a> {
    cube: &'a Cube,
    view: ResolvedView,
    figures: Figures,
    words: &'static Messages,
}

impl<'a> Opened<'a> {
    #[track_caller]
    fn new(cube: &'a Cube, link: &str) -> Self {
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
    fn sentence(&self) -> String {
        headline(self.cube, &self.view, &self.figures, self.words).sentence()
    }
    fn total(&self) -> f64 {
        self.figures.view.total().number().unwrap()
    }
    fn bars(&self, id: &str) -> BarScene {
        let unfiltered = Figures::unfiltered(self.cube);
        let axis = self.cube.axis(id).unwrap();
        bars(
            self.cube,
            &self.view,
            (&self.figures, &unfiltered),
            (axis, self.words),
        )
    }
    fn table(&self) -> TableScene {
        table(self.cube, &self.view, &self.figures, self.words).unwrap()
    }
    fn ranking(&self) -> TableScene {
        ranking(self.cube, &self.view, &self.figures, self.words).unwrap()
    }
}

fn codes(table: &TableScene) -> Vec<&str> {
    table.rows.iter().map(|row| &*row.code).collect()
}

fn sum(table: &TableScene) -> f64 {
    table
        .rows
        .iter()
        .map(|row| row.figure.number().unwrap())
        .sum()
}

#[track_caller]
fn check_near(found: Option<f64>, expected: f64) {
    let found = found.unwrap();
    assert!(
        (found - expected).abs() < 1e-9 * expected.abs().max(1.0),
        "{found} is not {expected}"
    );
}

#[track_caller]
fn check_sentence(cube: &Cube, link: &str, expected: &str) {
    assert_eq!(Opened::new(cube, link).sentence(), expected, "{link}");
}
