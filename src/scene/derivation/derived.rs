//! What was derived from printed figures, of a dataset whose publisher says what its figures rest on.

use super::{Step, StepKind, source_of};
use crate::cube::{Cube, Footing, Ground, Interval, Provenance, Role, Selection, Sureness, linked};
use crate::scene::Figures;
use crate::scene::back_test::{error_of, error_text};
use crate::scene::basis::{basis_lines, everyone};
use crate::scene::figure_writer::FigureWriter;
use crate::scene::mark::{mark, source_name};
use crate::scene::place::{focus, place_name};
use crate::scene::text::counted_sum;
use crate::view_state::{Quantity, ResolvedView};
use crate::words::{Messages, interpolate};

/// How the figures behind the total of a view came about: a sentence each, the figures that were shared
/// out or repeated beside it.
pub(super) fn derived(
    cube: &Cube,
    (view, figures): (&ResolvedView, &Figures),
    words: &Messages,
) -> Vec<Step> {
    let Some(footing) = cube.footing(&view.selection) else {
        return Vec::new();
    };
    let input = Input {
        cube,
        view,
        figures,
        words,
    };
    let grounds = footing.total();
    let everyone = everyone(cube, view);
    let of_everyone = cube.footing(&everyone);
    let filled_in = of_everyone.as_ref().map_or(0.0, Footing::filled_in);
    let of_everyone = of_everyone.map_or(Ground::PUBLISHED, |footing| footing.total().count);
    let shared = input.shared_out(of_everyone);
    let repeated = input.repeated(grounds.share);
    // What was derived for the count itself is told as such, and not as published.
    let told = usize::from(of_everyone.is_derived);
    let lines = basis_lines(cube, view, words).into_iter().skip(told);
    let mut steps: Vec<Step> = lines
        .map(|text| Step::plain(StepKind::Derived, text))
        .collect();
    if let Some(first) = steps.first_mut().filter(|_| told == 0) {
        first.mark = Some(mark(cube, (of_everyone, focus(view)), words));
        first.figure = shared.unwrap_or_default();
    }
    if !steps.is_empty() {
        let missed = error_of(cube, of_everyone.kind());
        let missed = missed.map(|error| Step::plain(StepKind::Derived, error_text(error, words)));
        steps.splice(1..1, missed);
    }
    // Of what was shared out, all is.
    if of_everyone.from == Provenance::Own && filled_in > 0.0 {
        let at = steps.len().min(1 - told);
        steps.insert(at, input.filled_in(filled_in));
    }
    if let (Some(last), Some(repeated)) = (steps.last_mut(), repeated) {
        last.figure = repeated;
        last.mark = Some(mark(cube, (grounds.share, focus(view)), words));
    }
    steps
}

struct Input<'a> {
    cube: &'a Cube,
    view: &'a ResolvedView,
    figures: &'a Figures,
    words: &'a Messages,
}

impl Input<'_> {
    /// Which part of the total of its source everyone at the place is: "4% of the 1,840,484
    /// participants of North".
    fn shared_out(&self, ground: Ground) -> Option<String> {
        if ground.sureness != Sureness::SharedOut {
            return None;
        }
        let source = self.view.at(source_of(self.cube, self.view, ground.from)?);
        let cube = self.cube;
        let total = linked(cube, &of_everyone(&source.selection, cube));
        let own = linked(cube, &of_everyone(&self.view.selection, cube));
        let share = own.share_in(&total)?;
        let name = source_name(cube, (ground.from, focus(self.view)), self.words)?;
        let whole = counted_sum(cube, (total.reading(), total.total_sum()), self.words);
        let values = [
            ("place", &*place_name(cube, focus(self.view), self.words)),
            ("share", &*self.share(share)),
            ("whole", &*whole),
            ("name", &*name),
        ];
        Some(interpolate(self.words.step_part_of, &values))
    }

    /// How many of everyone at the place are in periods of which no count is known.
    fn filled_in(&self, filled_in: f64) -> Step {
        let (cube, words) = (self.cube, self.words);
        let own = linked(cube, &of_everyone(&self.view.selection, cube));
        let values = [
            ("part", &*words.numbers.figure(filled_in.round())),
            (
                "whole",
                &counted_sum(cube, (own.reading(), own.total_sum()), words),
            ),
            ("place", &place_name(cube, focus(self.view), words)),
        ];
        Step::plain(
            StepKind::Derived,
            interpolate(words.step_filled_in, &values),
        )
    }

    /// The share that is repeated: "51% in Riverland".
    fn repeated(&self, ground: Ground) -> Option<String> {
        // The whole repeats nobody.
        let is_of_place = focus(self.view).is_some();
        if ground.sureness != Sureness::Pattern || !is_of_place {
            return None;
        }
        let source = self.view.at(source_of(self.cube, self.view, ground.from)?);
        let (part, whole) = (
            linked(self.cube, &source.selection),
            linked(self.cube, &of_everyone(&source.selection, self.cube)),
        );
        let share = part.share_in(&whole)?;
        let name = source_name(self.cube, (ground.from, focus(self.view)), self.words)?;
        let own = linked(self.cube, &of_everyone(&self.view.selection, self.cube));
        let own = self.figures.view.share_in(&own)?;
        let values = [
            (
                "place",
                &*place_name(self.cube, focus(self.view), self.words),
            ),
            ("own", &*self.share(own)),
            ("share", &*self.share(share)),
            ("name", &*name),
        ];
        Some(interpolate(self.words.step_repeats, &values))
    }

    fn share(&self, share: Interval) -> String {
        let writer = FigureWriter::of(self.cube, self.figures.view.reading(), self.words);
        writer.interval(Quantity::Share, share)
    }
}

/// Places, periods and measures of a selection alone.
fn of_everyone(selection: &Selection, cube: &Cube) -> Selection {
    let geo = cube.with_role(Role::Geo);
    selection.only(|axis| {
        let is_of_people = cube.dimension(axis.dimension()).role() == Role::Classification;
        !is_of_people || Some(axis.dimension()) == geo
    })
}
