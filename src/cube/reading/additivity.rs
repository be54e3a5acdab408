//! Whether the figures of a measure can be added.

use super::words::{Words, is_letter, normal};
use crate::cube::{CatIx, Category, Cube, DimIx, MeasuringType, Unit, UnitKind};

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

/// What the words and declarations of a measure say. `whole`: whether all its figures are whole.
pub(super) fn additivity(cube: &Cube, metric: &[(DimIx, CatIx)], whole: bool) -> Additivity {
    let categories: Vec<&Category> = metric
        .iter()
        .map(|(at, category)| cube.dimension(*at).categories().get(*category))
        .collect();
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
    let of_unit = |unit: &&Unit| [&unit.label, &unit.base, &unit.symbol].map(|text| normal(text));
    let unit_texts: Vec<String> = units
        .iter()
        .flat_map(of_unit)
        .filter(|text| !text.is_empty())
        .collect();
    let labels: Vec<String> = categories
        .iter()
        .map(|it| normal(it.label().own()))
        .collect();
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
    // What says that it counts: the unit where there is one, else the name of the measure.
    let spoken = if unit_texts.is_empty() {
        &labels
    } else {
        &unit_texts
    };
    let (amount, count) = (Words::of("amount"), Words::of("count"));
    if spoken.iter().any(|text| amount.stand_in(text)) {
        return Additivity::Unknown;
    }
    if measuring(MeasuringType::Stock) || measuring(MeasuringType::Flow) {
        return Additivity::Count;
    }
    let magnitude = Words::of("magnitude");
    let large = texts.iter().any(|text| magnitude.stand_in(text))
        || units.iter().any(|unit| unit.multiplier > 0);
    if (whole || large) && texts.iter().any(|text| count.stand_in(text)) {
        return Additivity::Count;
    }
    Additivity::Unknown
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
