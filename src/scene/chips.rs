//! What is chosen, as a list of things to let go of.

use super::place::{place_lang, place_name};
use super::text::period_text;
use crate::cube::{Axis, CatIx, Cube, Role};
use crate::view_state::{Change, ResolvedView};
use crate::words::{Messages, interpolate};

/// So many categories of one filter are chips of their own; more are one chip together.
const APART: usize = 3;

/// One thing that is chosen.
#[derive(Debug, Clone, PartialEq)]
pub struct Chip {
    /// In words.
    pub text: String,
    /// The same with the name of its filter, for who does not see where it stands.
    pub full_text: String,
    /// The language of the text where it is not the reader's.
    pub lang: Option<String>,
    /// How to let go of it; `None` where the reader may not.
    pub removal: Option<Change>,
}

/// Everything that is chosen but the measure: filters in the order they are offered, then the place
/// in focus.
#[must_use]
pub fn chips(cube: &Cube, view: &ResolvedView, words: &Messages) -> Vec<Chip> {
    let mut chips = filter_chips(cube, view, words);
    chips.extend(view.place.map(|place| {
        let text = place_name(cube, Some(place), words);
        let is_locked = view.locked.contains(&place.axis.dimension());
        Chip {
            full_text: text.clone(),
            text,
            lang: place_lang(cube, Some(place), words),
            removal: (!is_locked).then_some(Change::Focus(None)),
        }
    }));
    chips
}

/// The filters that are set. Periods side by side are one range; many categories of one filter are
/// counted.
#[must_use]
pub fn filter_chips(cube: &Cube, view: &ResolvedView, words: &Messages) -> Vec<Chip> {
    let mut chips = Vec::new();
    for (axis, picked) in view.filters.clauses() {
        if cube.is_measure(axis) {
            continue;
        }
        let name = cube.axis_label(axis).in_lang(words.code);
        let chip = |text: String, change: Change| Chip {
            full_text: interpolate(words.labelled, &[("label", name), ("text", &text)]),
            text,
            lang: None,
            removal: (!view.locked.contains(&axis.dimension())).then_some(change),
        };
        let is_time = cube.dimension(axis.dimension()).role() == Role::Time;
        if is_time && axis.grouping().is_none() {
            let text = period_text(cube, &view.filters, words);
            chips.push(chip(text, Change::Clear(axis)));
        } else if picked.len() > APART {
            let count = words.count(words.chosen, picked.len(), &[]);
            let text = interpolate(words.labelled, &[("label", name), ("text", &count)]);
            chips.push(Chip {
                full_text: text.clone(),
                ..chip(text, Change::Clear(axis))
            });
        } else {
            chips.extend(picked.iter().map(|&at| {
                let text = label(cube, axis, at, words);
                let own = cube.members(axis).get(at).label();
                // With the name of its filter it is a text of two languages.
                let other = cube.other_lang(own, words.code);
                let lang = other.filter(|_| text == own.in_lang(words.code));
                Chip {
                    lang: lang.map(str::to_owned),
                    ..chip(text, Change::Toggle(axis, at))
                }
            }));
        }
    }
    chips
}

/// The label of a category; with the name of its filter where another filter has one of the same
/// label, such as "Yes".
fn label(cube: &Cube, axis: Axis, at: CatIx, words: &Messages) -> String {
    let own = cube.members(axis).get(at).label().in_lang(words.code);
    let elsewhere = |other: Axis| {
        let mut members = cube.members(other).iter();
        other != axis && members.any(|(_, it)| it.label().in_lang(words.code) == own)
    };
    let mut others = cube.axes().filter(|other| {
        other.dimension() != axis.dimension()
            && cube.dimension(other.dimension()).role() == Role::Classification
    });
    if others.any(elsewhere) {
        let name = cube.axis_label(axis).in_lang(words.code);
        return interpolate(words.labelled, &[("label", name), ("text", own)]);
    }
    own.to_owned()
}

#[cfg(test)]
mod tests {
    use super::super::made::{Opened, wells};
    use super::*;

    #[track_caller]
    fn check(link: &str, expected: &[(&str, &str)]) {
        let cube = wells([1; 12]);
        let Opened { view, words, .. } = Opened::new(&cube, link);
        let chips = chips(&cube, &view, words);
        let chips: Vec<(&str, &str)> = (chips.iter())
            .map(|chip| (&*chip.text, &*chip.full_text))
            .collect();
        assert_eq!(chips, expected);
    }

    #[test]
    fn every_choice_is_a_chip_and_periods_are_one_range() {
        check("/en/wells/", &[]);
        check(
            "/en/wells/n1/?source=dug&year=2020",
            &[
                ("2020", "Year: 2020"),
                ("Dug", "Source: Dug"),
                ("Alder", "Alder"),
            ],
        );
    }

    #[test]
    fn what_is_locked_cannot_be_let_go_of() {
        let cube = wells([1; 12]);
        let Opened { view, words, .. } = Opened::new(&cube, "/en/wells/?source=dug#lock=source");
        let found = chips(&cube, &view, words);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].removal, None);
    }

    #[test]
    fn letting_go_leaves_the_view_without_it() {
        let cube = wells([1; 12]);
        let Opened { view, words, .. } = Opened::new(&cube, "/en/wells/?source=dug");
        let axis = cube.axis("source").unwrap();
        let change = chips(&cube, &view, words)[0].removal.clone();
        assert_eq!(change, Some(Change::Toggle(axis, CatIx(1))));
    }
}
