//! The view as a sentence.

use super::Figures;
use super::headline_notes::{HeadlineNote, notes};
use super::headline_quantity::{Chosen, chosen_quantity};
use super::interval::{round_share_text, telling_share};
use super::mark::{Mark, mark};
use super::place::{focus, place_name, whole_in_sentence};
use super::text::{
    Agreement, agreement, inside_sentence, is_same_word, measured, noted, noun_of_several,
    noun_text, period_text, texts,
};
use crate::cube::{Axis, CatIx, Cube, Figure, Role, Selection, Sureness};
use crate::view_state::{Place, ResolvedView};
use crate::words::{Messages, Piece, interpolate, interpolated, unbroken};

/// So many regions are named in a sentence; more are counted.
const NAMED: usize = 6;

/// How a part of the sentence stands out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Emphasis {
    /// Not at all.
    None,
    /// As the figure of the view.
    Figure,
    /// The words for where, which can be left out where the place is named apart.
    Place,
}

/// Who was reached, where and when; under it the rank of the place, the change over time and the shares of
/// the dataset's own facts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Headline {
    /// Who was reached, where and when, part by part.
    pub parts: Vec<(Emphasis, String)>,
    /// The rank of the place in focus and the change over time, where they mean something.
    pub notes: Vec<HeadlineNote>,
    /// The shares of the dataset's own facts, in words: each a share, what it is of, and how sure it
    /// is.
    pub facts: Vec<HeadlineShare>,
    /// How sure the figure is, where the publisher says so.
    pub mark: Option<Mark>,
    /// Whether all figures are modelled estimates, and no more is known of how sure they are.
    pub estimate: bool,
    /// Whether nobody is in the selection.
    pub nobody: bool,
}

impl Headline {
    /// The whole as one sentence; what is weaker than published is marked.
    #[must_use]
    pub fn sentence(&self, words: &Messages) -> String {
        self.sentence_marking(&[Sureness::SharedOut, Sureness::Pattern], words)
    }

    /// The same for a citation, which marks what is published, too.
    #[must_use]
    pub fn marked_sentence(&self, words: &Messages) -> String {
        self.sentence_marking(&Sureness::ALL, words)
    }

    fn sentence_marking(&self, marked: &[Sureness], words: &Messages) -> String {
        let aside = |mark: &Option<Mark>| {
            let mark = mark
                .as_ref()
                .filter(|mark| marked.contains(&mark.sureness()));
            mark.map_or_else(String::new, |mark| mark.aside(words))
        };
        let plain: String = self.parts.iter().map(|(_, text)| &**text).collect();
        let values = [("headline", &*plain), ("note", &aside(&self.mark))];
        let mut sentence = interpolate(words.headline_marked, &values);
        for (nth, fact) in self.facts.iter().enumerate() {
            let message = if nth == 0 {
                words.headline_fact
            } else {
                words.headline_more
            };
            let values = [
                ("headline", &*sentence),
                ("share", &fact.share),
                ("phrase", &fact.phrase),
                ("note", &aside(&fact.mark)),
            ];
            sentence = interpolate(message, &values);
        }
        sentence
    }

    /// The words beside the figure.
    #[must_use]
    pub fn words_beside(&self) -> String {
        let beside = self.parts.iter();
        let beside = beside.filter(|(emphasis, _)| *emphasis != Emphasis::Figure);
        unbroken(&beside.map(|(_, text)| &**text).collect::<String>())
    }

    /// The figure of the view; empty where there is none.
    #[must_use]
    pub fn figure(&self) -> &str {
        let figure = (self.parts.iter()).find(|(emphasis, _)| *emphasis == Emphasis::Figure);
        figure.map_or("", |(_, text)| text)
    }
}

/// The parts of a sentence, the figure apart.
fn parts(message: &str, values: &[(&str, &str)]) -> Vec<(Emphasis, String)> {
    let mut parts: Vec<(Emphasis, String)> = Vec::new();
    for Piece { blank, text } in interpolated(message, values) {
        let emphasis = match blank {
            Some("figure") => Emphasis::Figure,
            Some("where") => Emphasis::Place,
            _ => Emphasis::None,
        };
        match parts.last_mut() {
            Some((last, before)) if *last == emphasis => *before += text,
            _ => parts.push((emphasis, text.to_owned())),
        }
    }
    parts
}

/// Puts a view into a sentence.
#[must_use]
pub fn headline(cube: &Cube, view: &ResolvedView, figures: &Figures, words: &Messages) -> Headline {
    let total = figures.view.total();
    let chosen_quantity = chosen_quantity(cube, view, figures, words);
    let ground = chosen_quantity.ground;
    let notes = notes(cube, view, figures, words);
    // What was picked for the reader is said, never a silent "all".
    let view = ResolvedView {
        selection: cube.with_picks(&view.selection),
        ..view.clone()
    };
    let Chosen { figure, name, .. } = chosen_quantity;
    let (noun, agreement) = match name {
        None => {
            let spoken = (total, &*figure);
            (noun_text(cube, spoken, words), agreement(spoken, words))
        }
        Some(_) => (noun_of_several(cube, words), Agreement::Many),
    };
    let name = name.unwrap_or_default();
    let values = [
        ("figure", &*figure),
        ("quantity", &name),
        ("noun", &noun),
        ("chosen", &chosen(cube, &view, agreement, words)),
        ("where", &at_place(cube, &view, figures, words)),
        ("period", &period_text(cube, &view.selection, words)),
    ];
    let message = if total == Figure::NotAdditive {
        words.headline_none
    } else if !name.is_empty() {
        words.headline_quantity
    } else if total.number().is_none() {
        words.headline_blank
    } else {
        words.headline
    };
    let parts = parts(message, &values);
    let facts = facts(cube, &view, figures, words);
    let mark = ground.map(|ground| mark(cube, (ground, focus(&view)), words));
    Headline {
        parts,
        notes,
        facts,
        estimate: cube.metadata().modelled && mark.is_none(),
        mark,
        nobody: total == Figure::Number(0.0) && figures.view.reading().counts(),
    }
}

/// The measure and the words of what is picked.
fn chosen(cube: &Cube, view: &ResolvedView, agreement: Agreement, words: &Messages) -> String {
    // What the noun says already is not said again.
    let noun = noun_of_several(cube, words);
    let measure = measured(cube, &view.filters, words);
    let says_own_noun = cube.metadata().noun.is_some() && is_all_of_one_count(cube, view);
    let is_said = |name: &str| says_own_noun || is_same_word(name, &noun);
    let measure = measure.filter(|(name, unit)| !unit.is_empty() || !is_said(name));
    let measure = measure.map(|(name, unit)| {
        let name = inside_sentence(&name);
        match &*unit {
            "" => name,
            unit => words.listed(&[&name, unit]),
        }
    });
    picked_text(cube, &view.selection, (agreement, measure), words).unwrap_or_default()
}

/// Whether there is one measure, which counts: what its publisher calls the counted says what it is.
fn is_all_of_one_count(cube: &Cube, view: &ResolvedView) -> bool {
    let mut measures = cube.axes().filter(|axis| cube.is_measure(*axis));
    measures.all(|axis| cube.members(axis).len() == 1) && cube.reading(&view.filters).counts()
}

/// The words of what is picked, but for places and periods: phrases first, the rest in parentheses
/// after what stands `aside` already.
///
/// A phrase is written for several ("who are women"): of one its name stands in parentheses.
pub(super) fn picked_text(
    cube: &Cube,
    selection: &Selection,
    (agreement, aside): (Agreement, Option<String>),
    words: &Messages,
) -> Option<String> {
    let mut parts = Vec::new();
    let mut aside: Vec<String> = aside.into_iter().collect();
    let geo = cube.with_role(Role::Geo);
    for (axis, picked) in selection.clauses() {
        let by_place = Some(axis.dimension()) == geo;
        let role = cube.dimension(axis.dimension()).role();
        if matches!(role, Role::Time | Role::Metric)
            || (by_place && !has_phrases(cube, axis, picked))
        {
            continue;
        }
        let members = cube.members(axis);
        let by_phrase = agreement == Agreement::Many && has_phrases(cube, axis, picked);
        let word = |at: &CatIx| {
            let category = members.get(*at);
            let phrase = category.phrase().filter(|_| by_phrase);
            phrase.unwrap_or(category.label()).in_lang(words.code)
        };
        let listed = words.any_of(&picked.iter().map(word).collect::<Vec<_>>());
        if by_phrase {
            parts.push(listed);
        } else {
            let label = inside_sentence(cube.axis_label(axis).in_lang(words.code));
            let values = [("label", &*label), ("text", &listed)];
            aside.push(interpolate(words.labelled, &values));
        }
    }
    let phrases = words.listed(&texts(&parts));
    let aside = words.listed_apart(&texts(&aside));
    match (phrases.is_empty(), aside.is_empty()) {
        (true, true) => None,
        (false, true) => Some(phrases),
        (true, false) => Some(interpolate(words.aside, &[("note", &aside)])),
        (false, false) => Some(noted(&phrases, &aside, words)),
    }
}

fn has_phrases(cube: &Cube, axis: Axis, picked: &[CatIx]) -> bool {
    picked
        .iter()
        .all(|at| cube.members(axis).get(*at).phrase().is_some())
}

/// "in 12 communes" where that many are known to be reached, else "in Veluna".
fn at_place(cube: &Cube, view: &ResolvedView, figures: &Figures, words: &Messages) -> String {
    let Some(geo) = view.geo else {
        return String::new();
    };
    let place = |name: &str| interpolate(words.at_place, &[("place", name)]);
    let picked = view
        .selection
        .clauses()
        .filter(|(axis, picked)| axis.dimension() == geo && !has_phrases(cube, *axis, picked));
    // The words for several regions are only there where the publisher wrote the headline.
    let counts_regions = !cube.metadata().headline.is_empty();
    let in_regions = |n: usize| {
        let label = inside_sentence(cube.dimension(geo).label().in_lang(words.code));
        words.count(words.at_regions, n, &[("regions", &label)])
    };
    let mut names: Vec<String> = Vec::new();
    for (axis, picked) in picked {
        if counts_regions && axis.grouping().is_none() && picked.len() > NAMED {
            return in_regions(picked.len());
        }
        let name = |&at: &CatIx| place_name(cube, Some(Place { axis, at }), words);
        let of_axis: Vec<String> = picked.iter().map(name).collect();
        names.push(words.listed(&texts(&of_axis)));
    }
    if !names.is_empty() {
        return place(&words.listed_apart(&texts(&names)));
    }
    let only_places = view
        .filters
        .clauses()
        .all(|(axis, _)| axis.dimension() == geo || cube.is_measure(axis));
    let whole = || place(&whole_in_sentence(cube, words));
    if !only_places || !counts_regions {
        return whole();
    }
    let regions = figures.view.marginal(Axis::of_dimension(geo));
    let leaves = cube.dimension(geo).categories();
    let total = cube.dimension(geo).total();
    let reached = leaves.iter().filter(|(at, _)| {
        Some(*at) != total
            && regions.is_shown(*at)
            && regions.figure(*at).number().is_some_and(|n| n > 0.0)
    });
    match reached.count() {
        0 => whole(),
        reached => in_regions(reached),
    }
}

/// A share that the headline names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeadlineShare {
    /// In whole percent.
    pub share: String,
    /// What it is a share of, in the dataset's own words.
    pub phrase: String,
    /// How sure it is, where the publisher says so.
    pub mark: Option<Mark>,
}

fn facts(
    cube: &Cube,
    view: &ResolvedView,
    figures: &Figures,
    words: &Messages,
) -> Vec<HeadlineShare> {
    let open = cube.metadata().headline.iter().filter(|fact| {
        let same_place =
            focus(view).is_some_and(|place| place.axis.dimension() == fact.axis.dimension());
        // A share is of parts that add up to what the figure counts.
        let parts_add = figures.view.reading().of(fact.axis.dimension()).parts_add();
        view.filters.clause(fact.axis).is_none() && !same_place && parts_add
    });
    let fact = |fact: &crate::cube::HeadlineFact| {
        let share = figures.view.share_in_total(fact.axis, fact.category);
        let share = telling_share(share)?;
        let dimension = fact.axis.dimension();
        let ground = cube.footing(&view.selection).map(|footing| {
            let grounds = footing.along(fact.axis, fact.category);
            if Some(dimension) != view.geo {
                return grounds.share;
            }
            // A share of places is made of their counts, unless it was printed itself.
            let counts = grounds.count.max(footing.total().count);
            if counts.is_derived {
                grounds.share
            } else {
                counts
            }
        });
        Some(HeadlineShare {
            share: round_share_text(share, words),
            phrase: fact.phrase.in_lang(words.code).to_owned(),
            mark: ground.map(|ground| mark(cube, (ground, focus(view)), words)),
        })
    };
    open.filter_map(fact).collect()
}

#[cfg(test)]
mod tests {
    use super::super::made::{Opened, wells};
    use super::*;

    #[track_caller]
    fn check(values: [u32; 12], link: &str, expected: &str) {
        let cube = wells(values);
        let opened = Opened::new(&cube, link);
        let headline = headline(&cube, &opened.view, &opened.figures, opened.words);
        assert_eq!(headline.sentence(opened.words), expected);
    }

    #[test]
    fn what_is_counted_and_where_agree_with_their_numbers() {
        let drilled = |n1: u32, n2: u32| [n1, 0, n2, 0, 0, 0, 0, 0, 0, 0, 0, 0];
        for (values, english, indonesian, french) in [
            (
                drilled(0, 0),
                "0 wells in Riverland, 2020–2021",
                "0 sumur di Negeri Sungai, 2020–2021",
                "0 puits, Pays des rivières, 2020–2021",
            ),
            (
                drilled(1, 0),
                "1 well in one of the areas, 2020–2021; 0% dug by hand",
                "1 sumur di 1 daerah, 2020–2021; 0% gali",
                "1 puits, dans 1 des cantons, 2020–2021_; 0~% creusés à la main",
            ),
            (
                drilled(1, 1),
                "2 wells in 2 areas, 2020–2021; 0% dug by hand",
                "2 sumur di 2 daerah, 2020–2021; 0% gali",
                "2 puits, dans 2 cantons, 2020–2021_; 0~% creusés à la main",
            ),
        ] {
            check(values, "/en/wells/", english);
            check(values, "/id/wells/", indonesian);
            let french = french.replace('~', "\u{a0}").replace('_', "\u{202f}");
            check(values, "/fr/wells/", &french);
        }
    }

    #[test]
    fn a_phrase_for_several_is_not_said_of_one() {
        let drilled = |n1: u32| [n1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
        for (number, lang, expected) in [
            (0, "en", "0 wells drilled in Riverland"),
            (1, "en", "1 well (source: Drilled) in Riverland"),
            (2, "en", "2 wells drilled in Riverland"),
            (1, "id", "1 sumur bor di Negeri Sungai"),
            (2, "id", "2 sumur bor di Negeri Sungai"),
            (1, "fr", "1 puits (source~: Drilled), Pays des rivières"),
            (2, "fr", "2 puits drilled, Pays des rivières"),
            (1, "ar", "1 بئر (source:_ Drilled)،_ Riverland"),
            (2, "ar", "2 بئران (source:_ Drilled)،_ Riverland"),
            (3, "ar", "3 آبار drilled،_ Riverland"),
            (11, "ar", "11 بئرًا drilled،_ Riverland"),
            (100, "ar", "100 بئر drilled،_ Riverland"),
        ] {
            let cube = wells(drilled(number));
            let opened = Opened::new(&cube, &format!("/{lang}/wells/?source=drilled"));
            let headline = headline(&cube, &opened.view, &opened.figures, opened.words);
            let parts = headline.parts.iter().map(|(_, text)| &**text);
            let said = parts.collect::<String>();
            let comma = if lang == "ar" { "،\u{200f}" } else { "," };
            let expected = format!("{expected}{comma} 2020–2021");
            let expected = expected.replace('~', "\u{a0}").replace('_', "\u{200f}");
            assert!(said.ends_with(&expected), "{lang} {number}: {said}");
        }
    }
}
