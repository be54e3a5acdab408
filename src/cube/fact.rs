//! Published facts: figures that somebody printed, to stand beside what a cube says itself.

use super::{Axis, CatIx, Cube, Figure, Label, Linked, Role, Selection, Source, linked};

/// What a cube is asked where it can say the same as a fact.
#[derive(Debug, Clone, PartialEq)]
pub struct Question {
    /// What is counted.
    pub selection: Selection,
    /// A share is measured over this; `None`: a count.
    pub share_of: Option<Selection>,
}

/// One published figure.
#[derive(Debug, Clone, PartialEq)]
pub struct Fact {
    /// What it is about ("Recipients").
    pub topic: Label,
    /// What exactly is counted ("wells").
    pub about: Label,
    /// The period, as its publisher says it.
    pub period: Label,
    /// The region or group it speaks of; `None`: the whole, or what is `elsewhere`.
    pub place: Option<(Axis, CatIx)>,
    /// The name of what it speaks of, where that is no part of the cube.
    pub elsewhere: Option<Label>,
    /// The figure, as printed.
    pub value: f64,
    /// Its unit ("persons", "%").
    pub unit: Label,
    /// What the cube is asked; `None` where it cannot say the same.
    pub question: Option<Question>,
    /// Where it stands.
    pub source: Source,
}

impl Fact {
    /// Whether two facts speak of the same: what differs then is what their sources print.
    #[must_use]
    pub fn speaks_as(&self, other: &Self) -> bool {
        (self.place, &self.elsewhere) == (other.place, &other.elsewhere)
            && (&self.topic, &self.about) == (&other.topic, &other.about)
            && self.period == other.period
    }
}

/// What the cube says beside each fact: units of the cube, or 0 to 1 for a share; `None` where
/// nothing is asked, or the answer is no number.
#[must_use]
pub fn answers(cube: &Cube, facts: &[Fact]) -> Vec<Option<f64>> {
    let mut answers: Vec<(Selection, Linked)> = Vec::new();
    let mut figure = |selection: &Selection| figure(cube, selection, &mut answers);
    let answer = |fact: &Fact| {
        let question = fact.question.as_ref()?;
        let counted = figure(&question.selection);
        match &question.share_of {
            None => counted.exact(),
            Some(of) => counted.over(figure(of))?.exact(),
        }
    };
    facts.iter().map(answer).collect()
}

/// The total of a selection. Selections that differ in one place alone are asked once: the answer
/// has every place.
fn figure(cube: &Cube, selection: &Selection, answers: &mut Vec<(Selection, Linked)>) -> Figure {
    let geo = cube.with_role(Role::Geo);
    let mut places = selection
        .clauses()
        .filter(|(axis, _)| Some(axis.dimension()) == geo);
    let only = match (places.next(), places.next()) {
        (Some((axis, &[at])), None) => Some((axis, at)),
        _ => None,
    };
    let rest = match only {
        Some((axis, _)) => selection.clone().without(axis),
        None => selection.clone(),
    };
    let known = answers.iter().position(|(known, _)| *known == rest);
    let known = known.unwrap_or_else(|| {
        let answer = linked(cube, &rest);
        answers.push((rest, answer));
        answers.len() - 1
    });
    let answer = &answers[known].1;
    match only {
        Some((axis, at)) => answer.marginal(axis).figure(at),
        None => answer.total(),
    }
}

/// Whether every region of a place is one of another: of the place itself, and of what holds it.
#[must_use]
pub fn lies_in(cube: &Cube, inner: (Axis, CatIx), outer: (Axis, CatIx)) -> bool {
    let dimension = inner.0.dimension();
    let mut leaves = (0..cube.dimension(dimension).categories().len()).map(CatIx);
    dimension == outer.0.dimension()
        && leaves.all(|leaf| {
            cube.along(inner.0, leaf) != Some(inner.1) || cube.along(outer.0, leaf) == Some(outer.1)
        })
}
