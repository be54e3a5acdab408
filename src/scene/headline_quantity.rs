//! The figure of the headline: the count, or the quantity that is chosen instead.

use super::Figures;
use super::figure_writer::{FigureWriter, Precision, two_digits};
use super::interval::round_share_text;
use super::measures::PlaceMeasures;
use super::place::whole_in_sentence;
use super::rate::rate_name;
use super::text::{inside_sentence, noun_of_several};
use crate::cube::{Cube, Ground, Interval, Sureness};
use crate::view_state::{Quantity, ResolvedView};
use crate::words::{Messages, interpolate};

/// What the headline says first.
pub(super) struct Chosen {
    /// Its figure.
    pub(super) figure: String,
    /// What the figure is, after it: "of all participants there"; `None` of a count.
    pub(super) name: Option<String>,
    /// What it rests on, where the publisher says so.
    pub(super) ground: Option<Ground>,
}

/// The quantity of the view where it has a number, else the count.
pub(super) fn chosen_quantity(
    cube: &Cube,
    view: &ResolvedView,
    figures: &Figures,
    words: &Messages,
) -> Chosen {
    let quantity = view.quantity;
    if quantity != Quantity::Count {
        let measures = PlaceMeasures::inside(view, figures).whole(cube, view, figures);
        if let Some(interval) = measures.interval(quantity) {
            let ground = measures.ground(quantity);
            return Chosen {
                figure: prose(cube, (view, interval), ground, (figures, words)),
                name: quantity_phrase(cube, view, words),
                ground,
            };
        }
    }
    let footing = cube.footing(&view.selection);
    let ground = footing.map(|footing| footing.total().count);
    let precision = Precision::Prose(ground.map(|ground| ground.sureness));
    let writer = FigureWriter::of(cube, figures.view.reading(), words);
    Chosen {
        figure: writer.figure_in(figures.view.total(), precision),
        name: None,
        ground,
    }
}

/// A number as a sentence says it: shares in whole percent, what is less sure than published in two
/// digits.
fn prose(
    cube: &Cube,
    (view, interval): (&ResolvedView, Interval),
    ground: Option<Ground>,
    (figures, words): (&Figures, &Messages),
) -> String {
    if view.quantity == Quantity::Share {
        return round_share_text(interval, words);
    }
    let is_modelled = ground.is_some_and(|ground| ground.sureness > Sureness::Published);
    if let Some(number) = interval.exact().filter(|_| is_modelled) {
        let rounded = words.numbers.figure(two_digits(number));
        return interpolate(words.about_prose, &[("n", &rounded)]);
    }
    let writer = FigureWriter::of(cube, figures.view.reading(), words);
    writer.interval(view.quantity, interval)
}

/// What stands after the figure of a quantity: "of all participants there"; `None` of a count.
pub(super) fn quantity_phrase(
    cube: &Cube,
    view: &ResolvedView,
    words: &Messages,
) -> Option<String> {
    Some(match view.quantity {
        Quantity::Count => return None,
        Quantity::Share => match view.share_of {
            None => interpolate(
                words.of_everyone,
                &[("noun", &noun_of_several(cube, words))],
            ),
            Some(of) => {
                let axis = inside_sentence(cube.dimension(of).label().in_lang(words.code));
                interpolate(words.of_those_chosen, &[("axis", &axis)])
            }
        },
        Quantity::Rate => inside_sentence(&rate_name(cube, words)),
        Quantity::Index => {
            let whole = whole_in_sentence(cube, words);
            interpolate(words.index_of, &[("whole", &whole)])
        }
    })
}
