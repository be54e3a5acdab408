//! How a figure came about: what was printed, what was derived from it, how the file is read, what was
//! added and divided, and the number that is shown.

mod added;
mod askable;
mod calculation;
mod derived;
mod divided;
mod known;
mod line;
mod printed;
mod told;
mod written;

use super::Figures;
use super::figure_writer::FigureWriter;
use super::headline::headline;
use super::mark::{Mark, mark};
use super::measures::PlaceMeasures;
use super::place::{focus, parent_axis};
use super::reading::told as reading_told;
use crate::cube::{Axis, Cube, Fact, Figure, Interval, Provenance};
use crate::view_state::{AskedFigure, Place, Quantity, ResolvedView};
use crate::words::Messages;

pub use askable::{Askable, askable};
pub use calculation::{Calculation, Part};
pub use written::{WrittenDerivation, WrittenStep};

/// What a step of a derivation is, in the order in which they stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StepKind {
    /// A figure that somebody printed.
    Printed,
    /// What was derived from printed figures.
    Derived,
    /// How the file is read where nothing is chosen, and what is not known of its cells.
    Read,
    /// What was added up.
    Added,
    /// What was divided.
    Divided,
    /// The figure that is shown.
    Shown,
}

impl StepKind {
    /// Its name in files, which no language changes.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Printed => "printed",
            Self::Derived => "derived",
            Self::Read => "read",
            Self::Added => "added",
            Self::Divided => "divided",
            Self::Shown => "shown",
        }
    }

    /// Its heading.
    #[must_use]
    pub fn heading(self, words: &Messages) -> &'static str {
        match self {
            Self::Printed => words.step_printed,
            Self::Derived => words.step_derived,
            Self::Read => words.step_read,
            Self::Added => words.step_added,
            Self::Divided => words.step_divided,
            Self::Shown => words.step_shown,
        }
    }
}

/// One step of a derivation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// What it is.
    pub kind: StepKind,
    /// In words.
    pub text: String,
    /// Its figure, or the sum that gives one; empty where it has none.
    pub figure: String,
    /// How sure that is, where the publisher says so.
    pub mark: Option<Mark>,
    /// Title, publisher and date of its source; empty where it has none of its own.
    pub source: String,
    /// The address of the source, where it is https.
    pub url: Option<String>,
}

impl Step {
    /// A step in words alone.
    fn plain(kind: StepKind, text: String) -> Self {
        Self {
            kind,
            text,
            figure: String::new(),
            mark: None,
            source: String::new(),
            url: None,
        }
    }
}

/// How one figure of a view came about.
#[derive(Debug, Clone, PartialEq)]
pub struct Derivation {
    /// What it is the figure of, as a sentence that rounds what is modelled.
    pub sentence: String,
    /// The figure as it is shown, to the unit.
    pub figure: String,
    /// How sure it is, where the publisher says so.
    pub mark: Option<Mark>,
    /// How it came about, in order; at the end the figure itself, and how well it is known.
    pub steps: Vec<Step>,
    /// How many printed figures stand behind it that no step tells.
    pub untold: usize,
    /// From the least to the greatest value that the printed figures leave open, where they say something of it.
    pub open: Option<Interval>,
    /// What it was worked out of: its value is that of the figure.
    pub calculation: Calculation,
}

/// How a figure of a view came about. `facts`: the published figures beside the dataset, where they are
/// known.
#[must_use]
pub fn derivation(
    cube: &Cube,
    (view, asked): (&ResolvedView, &AskedFigure),
    facts: &[Fact],
    words: &Messages,
) -> Derivation {
    let view = &asked.view(cube, view);
    let figures = &Figures::of(cube, view);
    let input = PlaceMeasures::inside(view, figures);
    let axis = axis_of(view, asked);
    let measures = match axis {
        Some(axis) => input.total(cube, (view, figures), axis),
        None => input.whole(cube, view, figures),
    };
    let writer = FigureWriter::of(cube, figures.view.reading(), words);
    let figure = measures.quantity_text(view.quantity, &writer);
    let ground = measures.ground(view.quantity);
    let mark = ground.map(|ground| mark(cube, (ground, focus(view)), words));
    let (along, parts) = added::parts(cube, (&view.selection, &figures.view), words);
    let added = divided::added_step(cube, &figures.view, (along, &parts), words);
    let is_there = view.quantity == Quantity::Count || measures.interval(view.quantity).is_some();
    let calculation = if is_there {
        divided::calculation(cube, (view, figures), (axis, parts))
    } else {
        Calculation::Nothing
    };
    let parts = headline(cube, view, figures, words).parts.into_iter();
    let sentence: String = parts.map(|(_, text)| text).collect();

    let (mut steps, untold) = printed::printed(cube, (view, &figures.view), facts, words);
    steps.extend(derived::derived(cube, (view, figures), words));
    let lines = reading_told(cube, view, figures, words).into_iter();
    steps.extend(lines.map(|line| Step::plain(StepKind::Read, line.text)));
    steps.push(added);
    steps.extend(divided::divided_step(
        cube,
        (view, figures),
        &calculation,
        words,
    ));
    steps.push(Step {
        figure: figure.clone(),
        mark: mark.clone(),
        source: told::of_dataset(cube, words),
        ..Step::plain(StepKind::Shown, sentence.clone())
    });
    let open = known::open(cube, view, &measures);
    steps.extend(known::open_step(cube, (view, open), &writer, words));
    Derivation {
        sentence,
        figure,
        mark,
        steps,
        untold,
        open,
        calculation,
    }
}

impl Derivation {
    /// The figure that the calculation gives, as it is shown.
    #[must_use]
    pub fn evaluate(&self) -> Figure {
        self.calculation.evaluate()
    }
}

/// What the places of a view are, or, without places, the rows whose figure is asked of.
fn axis_of(view: &ResolvedView, asked: &AskedFigure) -> Option<Axis> {
    let rows = asked.members.first().map(|(axis, _)| *axis);
    view.geo.map(Axis::of_dimension).or(rows)
}

/// Whose published figures those of a view were derived from: `Some(None)` those of the whole; `None` where
/// they are the place's own, or of several groups.
#[allow(
    clippy::option_option,
    reason = "no place is the whole, which is one, too"
)]
fn source_of(cube: &Cube, view: &ResolvedView, from: Provenance) -> Option<Option<Place>> {
    match from {
        Provenance::Own => None,
        Provenance::All => Some(None),
        Provenance::Group => {
            let place = focus(view).filter(|place| place.axis.grouping().is_none())?;
            let axis = parent_axis(cube)?;
            let at = cube.along(axis, place.at)?;
            Some(Some(Place { axis, at }))
        }
    }
}
