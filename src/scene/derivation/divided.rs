//! What was added and divided, as a calculation and as lines that show it.

use super::calculation::{Calculation, Part};
use super::{Step, StepKind};
use crate::cube::{Axis, Cube, Figure, Linked, Sum, linked};
use crate::scene::Figures;
use crate::scene::figure_writer::FigureWriter;
use crate::scene::headline_quantity::quantity_phrase;
use crate::scene::place::all_places_name;
use crate::scene::rate::{all_inhabitants, denominator, per};
use crate::scene::text::noted;
use crate::view_state::{Quantity, ResolvedView};
use crate::words::{Messages, interpolate};

/// So many parts of a sum are written; more are put together.
const WRITTEN: usize = 8;

/// How the quantity of a view is worked out of the parts of its total.
pub(super) fn calculation(
    cube: &Cube,
    (view, figures): (&ResolvedView, &Figures),
    (axis, parts): (Option<Axis>, Vec<Part>),
) -> Calculation {
    let added = Calculation::Added(parts);
    let alone = |sum: Sum| {
        Calculation::Added(vec![Part {
            name: String::new(),
            sum,
        }])
    };
    match view.quantity {
        Quantity::Count => added,
        Quantity::Share => Calculation::Divided {
            part: Box::new(added),
            whole: Box::new(alone(*figures.base.total_sum())),
            times: 1.0,
            within: figures.view.is_part_of(&figures.base),
        },
        Quantity::Rate => rate(cube, (view, axis), added),
        Quantity::Index => {
            let everywhere = view.filters.only(|axis| Some(axis.dimension()) != view.geo);
            let whole_view = ResolvedView {
                filters: everywhere,
                ..view.clone()
            }
            .at(None);
            let of_whole = alone(*linked(cube, &whole_view.selection).total_sum());
            Calculation::Divided {
                part: Box::new(rate(cube, (view, axis), added)),
                whole: Box::new(rate(cube, (&whole_view, axis), of_whole)),
                times: 100.0,
                within: false,
            }
        }
    }
}

/// A sum over the inhabitants of a view.
fn rate(
    cube: &Cube,
    (view, axis): (&ResolvedView, Option<Axis>),
    part: Calculation,
) -> Calculation {
    let people = axis.and_then(|axis| all_inhabitants(cube, &view.selection, axis));
    Calculation::Divided {
        part: Box::new(part),
        whole: Box::new(Calculation::Number(people.unwrap_or(f64::NAN))),
        times: per(cube).into(),
        within: false,
    }
}

/// What was added up: "2020: 12 + 2021: 15 = 27", or that it is as its publisher wrote it.
pub(super) fn added_step(
    cube: &Cube,
    answer: &Linked,
    (axis, parts): (Option<Axis>, &[Part]),
    words: &Messages,
) -> Step {
    let writer = FigureWriter::of(cube, answer.reading(), words);
    let total = answer.total();
    if total == Figure::NotAdditive {
        let text = writer.figure(total);
        return Step::plain(StepKind::Added, text);
    }
    // Of a number beyond all counting (no file has so many cells) the nearest stands.
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a count of cells"
    )]
    let cells = answer.total_sum().cells() as usize;
    let text = words.count(words.step_cells, cells, &[]);
    let [_, _, ..] = parts else {
        return Step {
            figure: writer.sum(answer.total_sum()),
            ..Step::plain(StepKind::Added, text)
        };
    };
    let written = if parts.len() > WRITTEN {
        WRITTEN - 1
    } else {
        parts.len()
    };
    let term = |name: &str, sum: &Sum| {
        let values = [("label", name), ("text", &*writer.sum(sum))];
        interpolate(words.labelled, &values)
    };
    let mut terms: Vec<String> = (parts[..written].iter())
        .map(|part| term(&part.name, &part.sum))
        .collect();
    if let rest @ [_, ..] = &parts[written..] {
        let number = words.numbers.count(rest.len());
        let name = interpolate(words.step_rest, &[("n", &number)]);
        terms.push(term(&name, &Sum::added(rest.iter().map(|part| &part.sum))));
    }
    let axis = axis.map_or("", |axis| cube.axis_label(axis).in_lang(words.code));
    Step {
        figure: [&*terms.join(" + "), " = ", &writer.sum(answer.total_sum())].concat(),
        ..Step::plain(StepKind::Added, noted(axis, &text, words))
    }
}

/// What was divided: "27 ÷ 2,000 × 1,000 = 13.5".
pub(super) fn divided_step(
    cube: &Cube,
    (view, figures): (&ResolvedView, &Figures),
    calculation: &Calculation,
    words: &Messages,
) -> Option<Step> {
    let Calculation::Divided {
        whole, times, part, ..
    } = calculation
    else {
        return None;
    };
    let quotient = calculation.interval()?;
    let writer = FigureWriter::of(cube, figures.view.reading(), words);
    let side = |side: &Calculation| match side {
        Calculation::Added(_) | Calculation::Nothing => writer.figure(side.evaluate()),
        Calculation::Number(number) => words.numbers.figure(*number),
        Calculation::Divided { .. } => {
            let quotient = side.interval();
            quotient.map_or_else(String::new, |it| writer.interval(Quantity::Rate, it))
        }
    };
    #[allow(
        clippy::float_cmp,
        reason = "a share is multiplied by this very number"
    )]
    let times = if *times == 1.0 {
        String::new()
    } else {
        [" × ", &words.numbers.figure(*times)].concat()
    };
    let divided_by = match view.quantity {
        Quantity::Count | Quantity::Share => None,
        Quantity::Rate => denominator(cube).map(|it| it.label.in_lang(words.code).to_owned()),
        Quantity::Index => Some(all_places_name(cube, words)),
    };
    let name = quantity_phrase(cube, view, words).unwrap_or_default();
    let text = match divided_by {
        Some(divided_by) => noted(&name, &divided_by, words),
        None => name,
    };
    let result = writer.interval(view.quantity, quotient);
    Some(Step {
        figure: [&*side(part), " ÷ ", &side(whole), &times, " = ", &result].concat(),
        ..Step::plain(StepKind::Divided, text)
    })
}
