//! Whether the figures of a measure can be added.

use super::band::Band;
use super::sex::Sex;
use super::words::{Words, is_letter, normal};
use crate::cube::{CatIx, Category, Cube, DimIx, Dimension, MeasuringType, Role, Unit, UnitKind};

/// Whether the figures of a measure can be added.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Additivity {
    /// Counts of things or people.
    Count,
    /// Rates, shares, indices, means, prices, changes.
    Not,
    /// The file says nothing that decides it.
    Unknown,
}

/// The categories of a measure.
fn of_measure<'a>(cube: &'a Cube, metric: &[(DimIx, CatIx)]) -> Vec<&'a Category> {
    let category =
        |(at, category): &(DimIx, CatIx)| cube.dimension(*at).categories().get(*category);
    metric.iter().map(category).collect()
}

/// The texts of the units of a measure, and its names.
fn texts_of(categories: &[&Category]) -> [Vec<String>; 2] {
    let units = categories.iter().filter_map(|category| category.unit());
    let of_unit = |unit: &Unit| [&unit.label, &unit.base, &unit.symbol].map(|text| normal(text));
    let of_units = units.flat_map(of_unit).filter(|text| !text.is_empty());
    let labels = categories.iter().map(|it| normal(it.label().own()));
    [of_units.collect(), labels.collect()]
}

/// Whether a measure is an amount of money, time or space: its unit says so, else its name, else the
/// title of the dataset.
pub(super) fn is_amount(cube: &Cube, metric: &[(DimIx, CatIx)]) -> bool {
    let says = |text: &String| Words::of("amount").stand_in(text);
    match texts_of(&of_measure(cube, metric)) {
        [units, labels] if units.is_empty() && labels.is_empty() => {
            says(&normal(cube.metadata().label.own()))
        }
        [units, labels] if units.is_empty() => labels.iter().any(says),
        [units, _] => units.iter().any(says),
    }
}

/// Whether a measure is a quantity of each of what is counted, as `Height of pupils (cm)`: it has a word for one,
/// and none before it for what is counted.
pub(super) fn says_quantity(cube: &Cube, metric: &[(DimIx, CatIx)]) -> bool {
    let says = |text: &String| {
        let Some(quantity) = Words::of("quantity").first_in(text) else {
            return false;
        };
        // "30 days" say how long.
        let is_span = text[..quantity]
            .trim_end()
            .ends_with(|it: char| it.is_ascii_digit());
        let counted = ["count", "people"].map(|kind| Words::of(kind).first_in(text));
        !is_span && counted.iter().flatten().all(|counted| quantity < *counted)
    };
    texts_of(&of_measure(cube, metric))
        .iter()
        .flatten()
        .any(says)
}

/// What the words and declarations of a measure say. `whole`: whether all its figures are whole.
pub(super) fn additivity(cube: &Cube, metric: &[(DimIx, CatIx)], whole: bool) -> Additivity {
    let categories = of_measure(cube, metric);
    let rate = |text: &str| says_rate(text);
    if categories.is_empty() {
        // The title is all there is: it may tell a rate, never a count.
        return if rate(cube.metadata().label.own()) {
            Additivity::Not
        } else {
            Additivity::Unknown
        };
    }
    let units: Vec<&Unit> = categories
        .iter()
        .filter_map(|category| category.unit())
        .collect();
    let [unit_texts, labels] = texts_of(&categories);
    let texts: Vec<&String> = unit_texts.iter().chain(&labels).collect();
    let measuring = |kind| {
        categories
            .iter()
            .any(|it| it.measuring_type() == Some(kind))
    };
    let kind = |kind| units.iter().any(|unit| unit.kind == Some(kind));
    if kind(UnitKind::Ratio)
        || measuring(MeasuringType::Average)
        || texts.iter().any(|text| rate(text))
    {
        return Additivity::Not;
    }
    if kind(UnitKind::Count) {
        return Additivity::Count;
    }
    if is_amount(cube, metric) {
        return Additivity::Unknown;
    }
    if measuring(MeasuringType::Stock) || measuring(MeasuringType::Flow) {
        return Additivity::Count;
    }
    let magnitude = Words::of_magnitude();
    let large = texts.iter().any(|text| magnitude.stand_in(text))
        || units.iter().any(|unit| unit.multiplier > 0);
    if (whole || large) && texts.iter().any(|text| says_count(text)) {
        return Additivity::Count;
    }
    Additivity::Unknown
}

impl Cube {
    /// Whether the words and declarations of a measure say that it counts, whatever its figures are: a count
    /// of half a person is still one, and wrong. Without a measure the noun of the dataset says what is
    /// counted: "persons aged 10 and over".
    #[must_use]
    pub fn is_called_a_count(&self, metric: &[(DimIx, CatIx)]) -> bool {
        match additivity(self, metric, true) {
            Additivity::Count => true,
            Additivity::Unknown if metric.is_empty() => {
                let noun = self.metadata().noun.as_ref();
                noun.is_some_and(|noun| says_count(noun.own().several()))
            }
            Additivity::Unknown | Additivity::Not => false,
        }
    }

    /// Whether a text speaks of a rate, a share or an average.
    #[must_use]
    pub fn says_rate(text: &str) -> bool {
        says_rate(text)
    }

    /// Whether a text has a word for a rate, a share or an average; `by` and `per`, which titles have of what is
    /// counted, too, are none.
    #[must_use]
    pub fn names_rate(text: &str) -> bool {
        Words::of("rate").stand_in(text)
    }

    /// Whether a text calls something the total of others.
    #[must_use]
    pub fn names_total(text: &str) -> bool {
        let says = |kind| Words::of(kind).start(text);
        (says("total_word") || Words::of("total_code").are(text))
            && !Words::of("not_total").stand_in(text)
    }

    /// Whether a text is that of those of whom it is not known: `not stated`.
    #[must_use]
    pub fn names_not_stated(text: &str) -> bool {
        Words::of("not_stated").stand_in(text)
    }

    /// Whether a text names numbers from one to another, or from one on: `15-24`, `Under 15`.
    #[must_use]
    pub fn names_band(text: &str) -> bool {
        Band::parse(text).is_some()
    }

    /// Whether a text speaks of people.
    #[must_use]
    pub fn says_people(text: &str) -> bool {
        Words::of("people").stand_in(text)
    }

    /// Whether a text says that figures are thousands, millions or more.
    #[must_use]
    pub fn says_thousands(text: &str) -> bool {
        Words::of_magnitude().stand_in(text)
    }

    /// Whether the figures of a measure may be counts of people though nothing calls them so: the dataset parts
    /// people by sex or age, or its title speaks of some, and the measure says of nothing else what it is.
    #[must_use]
    pub fn may_count_people(&self, metric: &[(DimIx, CatIx)]) -> bool {
        additivity(self, metric, true) == Additivity::Unknown
            && !is_amount(self, metric)
            && (self.dimensions().iter().any(parts_people)
                || Words::of("people").stand_in(self.metadata().label.own()))
    }
}

/// Words for what is counted, people or other things.
fn says_count(text: &str) -> bool {
    ["count", "people"]
        .into_iter()
        .any(|kind| Words::of(kind).stand_in(text))
}

/// Whether a dimension is one of the two sexes, or of ages.
fn parts_people(dimension: &Dimension) -> bool {
    let says = |words: Words| {
        words.stand_in(dimension.label().own()) || words.stand_in(dimension.id().as_str())
    };
    let has = |sex: Sex| {
        let mut categories = dimension.categories().iter();
        categories.any(|(_, it)| Sex::of(it.label().own()) == Some(sex))
    };
    dimension.role() == Role::Classification
        && (says(Words::of("sex")) || says(Words::of("age")) || has(Sex::Female) && has(Sex::Male))
}

/// Words of a rate, or "per" something that is no time.
fn says_rate(text: &str) -> bool {
    let (per, time) = (Words::of("per"), Words::of("per_time"));
    let text = normal(text);
    let words: Vec<&str> = text
        .split(|char: char| !is_letter(char))
        .filter(|word| !word.is_empty())
        .collect();
    Words::of("rate").stand_in(&text)
        || words
            .windows(2)
            .any(|pair| per.are(pair[0]) && !time.are(pair[1]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cube::{
        Code, Dimension, Id, Label, Metadata, Noun, NounForms, Role, Statuses, Values,
    };

    #[test]
    fn without_a_measure_the_noun_says_whether_people_are_counted() {
        let counts = |several: &str| {
            let area = vec![Category::new(Code::new("n1"), Label::new("North"))];
            let area = Dimension::new(Id::new("area"), Label::new("Area"), Role::Geo, area);
            let metadata = Metadata {
                noun: Some(Noun::new(NounForms::new(several))),
                ..Metadata::default()
            };
            let gaps = (Vec::new(), Statuses::None);
            let cube = Cube::new(vec![area.unwrap()], Values::Whole(vec![3]), gaps, metadata);
            cube.unwrap().is_called_a_count(&[])
        };
        assert!(counts("persons aged 10 and over") && counts("households"));
        assert!(!counts("schools") && !counts("shells a kilogram"));
    }

    #[test]
    fn per_a_thing_is_a_rate_and_per_month_is_none() {
        for text in [
            "Persons per household",
            "Births per 1,000 inhabitants",
            "SEK per hour",
            "Antal pr. 1000",
        ] {
            assert!(says_rate(text), "{text}");
        }
        for text in [
            "Persons per month",
            "Number of persons per region",
            "Permits",
            "Persons",
        ] {
            assert!(!says_rate(text), "{text}");
        }
    }
}
