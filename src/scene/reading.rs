//! How the dataset is read where nothing is chosen, in words.

use super::Figures;
use super::figure_writer::flag_words;
use super::text::{noted, texts};
use crate::cube::{
    AddedBy, Additivity, CatIx, Cube, DimIx, DimensionReading, Figure, Gap, How, ProvenSum,
    Reading, Reason, Role, Status, Sum,
};
use crate::view_state::ResolvedView;
use crate::words::{Messages, interpolate};

/// How one dimension is read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadingLine {
    /// The dimension; `None` for what is said of the figure itself.
    pub dimension: Option<DimIx>,
    /// In words, with the reason.
    pub text: String,
    /// Whether one category was picked that does not stand for all: a reader should be told.
    pub picked: bool,
}

/// What a reader of a view is told of its figure: which total, period or category stands for a
/// dimension of which nothing is chosen, and what is chosen and not added. Empty where everything adds
/// up because the publisher says so.
#[must_use]
pub fn told(
    cube: &Cube,
    view: &ResolvedView,
    figures: &Figures,
    words: &Messages,
) -> Vec<ReadingLine> {
    let answer = &figures.view;
    let reading = answer.reading();
    let side_by_side: Vec<DimIx> = answer.side_by_side().collect();
    let nearly_added: Vec<DimIx> = answer.nearly_added().collect();
    let of_dimension = |dimension: DimIx| {
        let own = reading.of(dimension);
        let passes = view.selection.passes(cube, dimension, None);
        let axis = cube.dimension(dimension).label().in_lang(words.code);
        let by_declaration = matches!(own.how(), How::Sum(_))
            && *own.reason() == Reason::AddedUp(AddedBy::Declaration);
        let text = match passes {
            None if by_declaration || *own.how() == How::Single => return None,
            None => line(cube, reading, dimension, words),
            Some(_) if side_by_side.contains(&dimension) => {
                interpolate(words.read_side_by_side, &[("axis", axis)])
            }
            Some(_) if nearly_added.contains(&dimension) => {
                interpolate(words.read_about, &[("axis", axis)])
            }
            Some(passes) => {
                let several = passes.iter().filter(|passes| **passes).count() > 1;
                let is_time = cube.dimension(dimension).role() == Role::Time;
                let last = answer.only_category(dimension);
                let last = last.filter(|_| several && is_time)?;
                let category = cube.dimension(dimension).categories().get(last);
                let values = [
                    ("axis", axis),
                    ("category", category.label().in_lang(words.code)),
                ];
                interpolate(words.read_last, &values)
            }
        };
        let picked = matches!(own.how(), How::One(_) | How::Latest(_));
        Some(ReadingLine {
            dimension: Some(dimension),
            text,
            picked,
        })
    };
    let dimensions = (0..cube.dimensions().len()).map(DimIx);
    let plain = |at: &DimIx| {
        // Which measure is shown, and in which unit, stands in the sentence.
        cube.dimension(*at).role() != Role::Metric
    };
    let mut lines: Vec<ReadingLine> = dimensions.filter(plain).filter_map(of_dimension).collect();
    lines.extend(reference_periods(cube, reading, words));
    lines.extend(flags(cube, figures, words));
    lines.extend(gaps(cube, figures.view.total_sum(), words));
    lines
}

/// How many cells of a sum are suppressed, behind which symbols, and how many missing.
fn gaps(cube: &Cube, sum: &Sum, words: &Messages) -> Vec<ReadingLine> {
    let all = words.numbers.figure(sum.cells());
    let hiding = cube.statuses().flags_of(sum);
    let hiding = hiding.filter(|status| matches!(status.gap(), Gap::Suppressed(_)));
    let symbols: Vec<&str> = hiding.map(Status::as_str).collect();
    let symbols = words.listed(&symbols);
    let line = |cells: f64, message| {
        let number = words.numbers.figure(cells);
        let values = [("n", &*number), ("all", &*all), ("symbols", &symbols)];
        let text = interpolate(message, &values);
        (cells > 0.0 && sum.figure() != Figure::NotAdditive).then_some(ReadingLine {
            dimension: None,
            text,
            picked: false,
        })
    };
    let hidden = line(sum.suppressed(), words.cells_hidden);
    hidden
        .into_iter()
        .chain(line(sum.missing(), words.cells_missing))
        .collect()
}

/// The time within a period that the figures of a measure speak of.
fn reference_periods(cube: &Cube, reading: &Reading, words: &Messages) -> Vec<ReadingLine> {
    let measures = cube.axes().filter(|axis| cube.is_measure(*axis));
    let texts = measures.filter_map(|axis| {
        let measure = reading.of(axis.dimension()).how().category()?;
        cube.members(axis).get(measure).reference_period()
    });
    texts
        .map(|text| ReadingLine {
            dimension: None,
            text: interpolate(words.reference_period, &[("text", text)]),
            picked: false,
        })
        .collect()
}

/// What the statuses of the figure say.
fn flags(cube: &Cube, figures: &Figures, words: &Messages) -> Option<ReadingLine> {
    let flags = flag_words(cube, figures.view.total_sum(), words);
    (!flags.is_empty()).then(|| ReadingLine {
        dimension: None,
        text: interpolate(words.flags, &[("flags", &words.listed(&texts(&flags)))]),
        picked: false,
    })
}

/// A status in words: each letter that SDMX or Eurostat gives a meaning, else as it stands.
#[must_use]
pub fn flag_text(status: &str, words: &Messages) -> String {
    let meaning = flag_meaning(status, words);
    meaning.map_or_else(
        || status.to_owned(),
        |meaning| noted(&meaning, status, words),
    )
}

/// What the letters of a status mean, where each has a meaning.
pub(super) fn flag_meaning(status: &str, words: &Messages) -> Option<String> {
    let meaning = |letter: char| match letter.to_ascii_lowercase() {
        'e' | 's' => Some(words.flag_estimated),
        'p' => Some(words.flag_provisional),
        'b' => Some(words.flag_break),
        'f' => Some(words.flag_forecast),
        'i' => Some(words.flag_imputed),
        'd' => Some(words.flag_definition),
        'u' => Some(words.flag_unreliable),
        'r' => Some(words.flag_revised),
        _ => None,
    };
    let meanings: Option<Vec<&str>> = status.chars().map(meaning).collect();
    let meanings = meanings.filter(|meanings| !meanings.is_empty())?;
    Some(words.listed(&meanings))
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
                dimension: Some(dimension),
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
        Reason::AddedUp(AddedBy::Disjoint) => words.why_disjoint.to_owned(),
        Reason::Forbidden => words.why_forbidden.to_owned(),
        Reason::NotCounts if additivity == Additivity::Not => words.why_rates.to_owned(),
        Reason::NotCounts => words.why_no_counts.to_owned(),
        Reason::MayOverlap => words.why_overlap.to_owned(),
    }
}
