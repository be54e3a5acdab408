//! How the dataset is read where nothing is chosen, in words.

use crate::cube::{
    AddedBy, Additivity, CatIx, Cube, DimIx, DimensionReading, How, ProvenSum, Reading, Reason,
};
use crate::words::{Messages, interpolate};

/// How one dimension is read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadingLine {
    /// The dimension.
    pub dimension: DimIx,
    /// In words, with the reason.
    pub text: String,
    /// Whether one category was picked that does not stand for all: a reader should be told.
    pub picked: bool,
}

/// How each dimension of more than one category is read, in the order of the dataset.
#[must_use]
pub fn reading_lines(cube: &Cube, reading: &Reading, words: &Messages) -> Vec<ReadingLine> {
    let dimensions = (0..cube.dimensions().len()).map(DimIx);
    dimensions
        .filter(|at| cube.dimension(*at).categories().len() > 1)
        .map(|dimension| {
            let own = reading.of(dimension);
            ReadingLine {
                dimension,
                text: line(cube, reading, dimension, words),
                picked: matches!(own.how(), How::One(_) | How::Latest(_)),
            }
        })
        .collect()
}

fn line(cube: &Cube, reading: &Reading, at: DimIx, words: &Messages) -> String {
    let own = reading.of(at);
    let dimension = cube.dimension(at);
    let axis = dimension.label().in_lang(words.code);
    let name = |at: CatIx| dimension.categories().get(at).label().in_lang(words.code);
    let why = why(own, reading.additivity(), words);
    let values = |category| [("axis", axis), ("category", category), ("why", &*why)];
    match own.how() {
        How::Single => interpolate(words.read_single, &values(name(CatIx(0)))),
        How::Total(total) => interpolate(words.read_total, &values(name(*total))),
        How::Latest(latest) => interpolate(words.read_latest, &values(name(*latest))),
        How::One(one) => {
            let count = dimension.categories().len();
            words.count(words.read_one, count, &values(name(*one)))
        }
        How::Sum(parts) => {
            let count = parts.iter().filter(|counted| **counted).count();
            words.count(words.read_sum, count, &values(""))
        }
        How::Each => interpolate(words.read_each, &values("")),
    }
}

/// What the reading of a dimension rests on.
fn why(own: &DimensionReading, additivity: Additivity, words: &Messages) -> String {
    let number = |count: usize| words.numbers.count(count);
    match own.reason() {
        Reason::OneCategory | Reason::Latest => String::new(),
        Reason::Declared | Reason::AddedUp(AddedBy::Declaration) => words.why_declared.to_owned(),
        Reason::Proven(ProvenSum {
            parts,
            exact,
            rows,
            compared,
            ..
        }) => {
            let (rows, compared) = (number(*rows), number(*compared));
            let message = if *exact {
                words.why_equal
            } else {
                words.why_near
            };
            let values = [("rows", &*rows), ("compared", &*compared)];
            words.count(message, parts.len(), &values)
        }
        Reason::NamedAndEqual { parts, rows } => {
            let rows = number(*rows);
            let values = [("rows", &*rows), ("compared", &*rows)];
            words.count(words.why_equal, *parts, &values)
        }
        Reason::NamedAndBetween => words.why_mean.to_owned(),
        Reason::NamedOnly => words.why_named.to_owned(),
        Reason::FirstMeasure => words.why_measure.to_owned(),
        Reason::KnownAggregate => words.why_aggregate.to_owned(),
        Reason::FirstWithFigure => words.why_first.to_owned(),
        Reason::AddedUp(AddedBy::Bands) => words.why_bands.to_owned(),
        Reason::AddedUp(AddedBy::Sexes) => words.why_sexes.to_owned(),
        Reason::AddedUp(AddedBy::PlaceCodes) => words.why_codes.to_owned(),
        Reason::Forbidden => words.why_forbidden.to_owned(),
        Reason::NotCounts if additivity == Additivity::Not => words.why_rates.to_owned(),
        Reason::NotCounts => words.why_no_counts.to_owned(),
        Reason::MayOverlap => words.why_overlap.to_owned(),
    }
}
