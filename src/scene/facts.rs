//! The published facts about a place, beside what the cube says itself.

use std::cmp::Reverse;

use super::difference::{change_text, signed};
use super::place::place_name;
use super::table_order::{fits, folded};
use super::text::{period_text, texts};
use crate::cube::{Axis, CatIx, Cube, Fact, Interval, Question, lies_in};
use crate::view_state::{Place, Quantity};
use crate::words::{Messages, interpolate, with_range_dash};

/// Facts, each with what the cube says beside it.
pub type Answered = (Vec<Fact>, Vec<Option<f64>>);

/// One published figure, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FactRow {
    /// What it is about, and what exactly is counted.
    pub about: String,
    /// The place it speaks of.
    pub place: String,
    /// Whether it is the first of its place.
    pub first: bool,
    /// Its period.
    pub period: String,
    /// The figure as published, with its unit.
    pub published: String,
    /// What other sources print of the same; empty where there is one alone.
    pub others: String,
    /// Whether they print something else.
    pub differs: bool,
    /// The cube's own number; empty where it cannot say the same.
    pub model: String,
    /// The periods of that number, where the fact says its own otherwise.
    pub model_period: String,
    /// The cube's number less the published.
    pub distance: String,
    /// Title of the source.
    pub title: String,
    /// Publisher and date of the source.
    pub publisher: String,
    /// Address of the source, where it is https.
    pub url: Option<String>,
}

/// The published figures of a view.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FactScene {
    /// Of which places.
    pub caption: String,
    /// Said where nothing was published about the place itself.
    pub nothing: Option<String>,
    /// The figures that fit the search: by place, the nearest first, then by topic and period.
    pub rows: Vec<FactRow>,
}

/// The facts about the place in focus, what holds it, and the whole; with nothing in focus, all. Of
/// these the ones that hold every word of a search.
#[must_use]
pub fn facts(
    cube: &Cube,
    (place, search): (Option<Place>, &str),
    (facts, answers): &Answered,
    words: &Messages,
) -> FactScene {
    let focus = place.map(|place| (place.axis, place.at));
    let about = |fact: &Fact| match (focus, fact.place) {
        (None, _) => true,
        (Some(_), None) => fact.elsewhere.is_none(),
        (Some(focus), Some(place)) => lies_in(cube, focus, place),
    };
    let mut shown: Vec<usize> = (0..facts.len()).filter(|&at| about(&facts[at])).collect();
    let order = crate::cube::order_by(shown.len(), &|a, b| {
        let near = |at: usize| nearness(cube, &facts[shown[at]], focus.is_some());
        near(a).cmp(&near(b)).then(a.cmp(&b))
    });
    shown = order.into_iter().map(|at| shown[at]).collect();
    let own = |at: &&usize| {
        facts[**at].place.is_some_and(|place| {
            Some(place) == focus || focus.is_some_and(|focus| lies_in(cube, place, focus))
        })
    };
    let nothing = focus.is_some() && !shown.iter().any(|at| own(&at));
    let mut places: Vec<String> = Vec::new();
    let mut rows: Vec<FactRow> = Vec::new();
    let wanted_words = folded(search);
    let wanted_words: Vec<&str> = wanted_words.split_whitespace().collect();
    for &at in &shown {
        let mut row = row(cube, &facts[at], answers[at], words);
        let others = shown.iter().filter(|&&other| other != at);
        let others = others.map(|&other| &facts[other]);
        let others = others.filter(|other| other.speaks_as(&facts[at]));
        (row.others, row.differs) = compared(&facts[at], others, words);
        if !places.contains(&row.place) {
            places.push(row.place.clone());
        }
        let text = [
            &*row.about,
            &row.place,
            &row.period,
            &row.published,
            &row.title,
            &row.publisher,
        ];
        if fits(&text, &wanted_words) {
            row.first = rows.last().is_none_or(|last| last.place != row.place);
            rows.push(row);
        }
    }
    let name = place_name(cube, place, words);
    FactScene {
        caption: if focus.is_some() {
            interpolate(
                words.facts_of,
                &[("places", &words.listed(&texts(&places)))],
            )
        } else {
            words.facts_all.to_owned()
        },
        nothing: nothing.then(|| interpolate(words.facts_nothing, &[("place", &name)])),
        rows,
    }
}

/// The order of places: with a place in focus the smallest first, else the whole first; what is
/// elsewhere last.
fn nearness(cube: &Cube, fact: &Fact, focused: bool) -> (u8, Reverse<bool>, usize, CatIx) {
    let whole = if focused { 2 } else { 0 };
    match fact.place {
        None if fact.elsewhere.is_some() => (3, Reverse(true), 0, CatIx(0)),
        None => (whole, Reverse(true), 0, CatIx(0)),
        Some((axis, at)) => {
            let is_group = axis.grouping().is_some();
            (
                1,
                Reverse(is_group != focused),
                axis_position(cube, axis),
                at,
            )
        }
    }
}

fn axis_position(cube: &Cube, axis: Axis) -> usize {
    cube.axes().take_while(|known| *known != axis).count()
}

pub(super) fn row(cube: &Cube, fact: &Fact, answer: Option<f64>, words: &Messages) -> FactRow {
    let in_language = |label: &crate::cube::Label| label.in_lang(words.code).to_owned();
    let period = with_range_dash(fact.period.in_lang(words.code));
    let place = match &fact.elsewhere {
        Some(name) => in_language(name),
        None => place_name(cube, fact.place.map(|(axis, at)| Place { axis, at }), words),
    };
    let source = &fact.source;
    let publisher = [&source.publisher, &source.date].into_iter();
    let publisher: Vec<&str> = publisher
        .map(|part| &**part)
        .filter(|part| !part.is_empty())
        .collect();
    let question = fact.question.as_ref().zip(answer);
    let (model, distance) = question.map_or_else(Default::default, |(question, answer)| {
        comparison(question, answer, fact.value, words)
    });
    let model_period = question.map(|(question, _)| period_text(cube, &question.selection, words));
    FactRow {
        about: interpolate(
            words.labelled,
            &[
                ("label", &in_language(&fact.topic)),
                ("text", &in_language(&fact.about)),
            ],
        ),
        place,
        first: false,
        published: published(fact, words),
        others: String::new(),
        differs: false,
        model,
        model_period: model_period
            .filter(|model| *model != period)
            .unwrap_or_default(),
        distance,
        period,
        title: source.title.to_string(),
        publisher: words.listed(&publisher),
        url: source.https(),
    }
}

/// The figure as published: "793,400 persons, rounded to 100", "86%".
fn published(fact: &Fact, words: &Messages) -> String {
    let (number, unit) = (
        words.numbers.figure(fact.value),
        fact.unit.in_lang(words.code),
    );
    if unit.starts_with('%') {
        return words.numbers.with_unit_sign(&number, unit);
    }
    interpolate(words.figure_of, &[("figure", &number), ("noun", unit)])
}

/// What other sources print of the same, and whether that is something else.
fn compared<'a>(
    fact: &Fact,
    others: impl Iterator<Item = &'a Fact>,
    words: &Messages,
) -> (String, bool) {
    let mut differs = false;
    let others_text: Vec<String> = others
        .map(|other| {
            #[allow(clippy::float_cmp, reason = "the same text gives the same number")]
            let same = other.value == fact.value;
            differs |= !same;
            let publisher = &other.source.publisher;
            if same {
                interpolate(words.facts_same, &[("publisher", publisher)])
            } else {
                let value = published(other, words);
                interpolate(
                    words.facts_other,
                    &[("publisher", publisher), ("value", &value)],
                )
            }
        })
        .collect();
    (words.listed_apart(&texts(&others_text)), differs)
}

/// The cube's number, and how far it is from the published one.
fn comparison(
    question: &Question,
    answer: f64,
    published: f64,
    words: &Messages,
) -> (String, String) {
    if question.share_of.is_none() {
        let numbers = (Interval::exactly(published), Interval::exactly(answer));
        let apart = change_text(Quantity::Count, numbers, words);
        return (words.numbers.figure(answer.round()), apart);
    }
    // To the hundredth of a percent, as the finest of them are published.
    let hundredths = |percent: f64| (percent * 100.0).round() / 100.0;
    let apart = hundredths(answer * 100.0 - published);
    let points = signed(apart, &words.numbers.figure(apart.abs()), words);
    let model = words.numbers.figure(hundredths(answer * 100.0));
    let model = words.numbers.with_unit_sign(&model, "%");
    (model, words.amount(words.points, &points, &[]))
}
