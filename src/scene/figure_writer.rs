//! The figures of one measure as text.

use super::blank::Blank;
use super::interval::interval_text;
use super::measures::finer_number_text;
use super::reading::{flag_meaning, flag_text};
use super::text::{noted, texts};
use super::told_apart::told_apart;
use crate::cube::{
    Category, Cube, Decimals, Figure, Gap, Interval, Reading, Status, Statuses, Sum, Sureness, Unit,
};
use crate::view_state::Quantity;
use crate::words::{Messages, interpolate};

/// More decimals than these are digits of a calculation, whoever declares them.
const MOST_DECIMALS: u8 = 6;

/// How exactly a number is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Precision {
    /// To the unit: in bars, tables, tooltips, files and answers to scripts.
    Exact,
    /// As prose says it: what is less sure than published has two digits ("about 130").
    Prose(Option<Sureness>),
}

impl Precision {
    fn is_rounded(self) -> bool {
        match self {
            Self::Exact => false,
            Self::Prose(sureness) => sureness.is_some_and(|it| it > Sureness::Published),
        }
    }
}

/// A number with its first two digits alone, rounded.
pub(super) fn two_digits(number: f64) -> f64 {
    let mut unit = 1.0;
    while number.abs() / unit >= 100.0 {
        unit *= 10.0;
    }
    let mut parts = 1.0;
    while number != 0.0 && number.abs() * parts < 10.0 && parts < 1e15 {
        parts *= 10.0;
    }
    (number / unit * parts).round() / parts * unit
}

/// Writes figures of the measure that is read: with the decimals that its publisher declares, its sign
/// ("%", "€") where it has one, and the letters by which their publisher flags them.
#[derive(Debug, Clone, Copy)]
pub struct FigureWriter<'a> {
    statuses: &'a Statuses,
    decimals: Option<Decimals>,
    unit: Option<&'a Unit>,
    words: &'a Messages,
}

impl<'a> FigureWriter<'a> {
    /// For the figures of a reading.
    #[must_use]
    pub fn of(cube: &'a Cube, reading: &Reading, words: &'a Messages) -> Self {
        let axes = cube.axes().filter(|axis| cube.is_measure(*axis));
        let measures = axes.filter_map(|axis| {
            let at = reading.of(axis.dimension()).how().category()?;
            Some(cube.members(axis).get(at))
        });
        let measures: Vec<&Category> = measures.collect();
        let unit = measures.iter().find_map(|measure| measure.unit());
        Self {
            statuses: cube.statuses(),
            decimals: measures.iter().find_map(|measure| measure.decimals()),
            unit: unit.filter(|unit| !unit.symbol.is_empty()),
            words,
        }
    }

    /// A number.
    #[must_use]
    pub fn number(&self, number: f64) -> String {
        self.finer_number(number, 0)
    }

    /// A number with so many more decimals, to tell it from one near it.
    fn finer_number(&self, number: f64, more: usize) -> String {
        let numbers = self.words.numbers;
        let text = match self.declared_decimals() {
            Some(decimals) => numbers.telling(number, decimals.into(), more),
            None => numbers.finer_figure(number, more),
        };
        match self.unit {
            Some(unit) if unit.symbol_before => numbers.signed(&unit.symbol, &text),
            // Letters stand apart from the number, a sign where the language has it so.
            Some(unit) if unit.symbol.chars().any(char::is_alphabetic) => {
                [&*text, "\u{a0}", &unit.symbol].concat()
            }
            Some(unit) => numbers.with_unit_sign(&text, &unit.symbol),
            None => text,
        }
    }

    /// A figure, as its reader sees it.
    #[must_use]
    pub fn figure(&self, figure: Figure) -> String {
        self.figure_in(figure, Precision::Exact)
    }

    /// A figure in the precision of where it stands.
    #[must_use]
    pub fn figure_in(&self, figure: Figure, precision: Precision) -> String {
        let words = self.words;
        match figure {
            Figure::Number(number) if precision.is_rounded() && number != 0.0 => {
                let rounded = self.number(two_digits(number));
                interpolate(words.about_prose, &[("n", &rounded)])
            }
            Figure::Number(number) => self.number(number),
            Figure::Between(interval) => self.interval(Quantity::Count, interval),
            Figure::AtLeast(number) => interpolate(words.at_least, &[("n", &self.number(number))]),
            Figure::Suppressed => words.suppressed.to_owned(),
            Figure::Missing => words.missing.to_owned(),
            Figure::NotAdditive => words.not_additive.to_owned(),
            Figure::TooLarge => words.too_large.to_owned(),
        }
    }

    /// A number of a quantity.
    pub(super) fn quantity(&self, quantity: Quantity, number: f64) -> String {
        self.finer_quantity(quantity, (number, 0))
    }

    /// The same with so many more decimals.
    fn finer_quantity(&self, quantity: Quantity, (number, more): (f64, usize)) -> String {
        match quantity {
            Quantity::Count => self.finer_number(number, more),
            Quantity::Share | Quantity::Rate | Quantity::Index => {
                finer_number_text(quantity, (number, more), self.words)
            }
        }
    }

    /// Numbers of a quantity in ascending order, no two that differ alike.
    pub(super) fn told_apart(&self, quantity: Quantity, numbers: &[f64]) -> Vec<String> {
        told_apart(numbers, &|number, more| {
            self.finer_quantity(quantity, (number, more))
        })
    }

    /// What is known of a quantity.
    pub(super) fn interval(&self, quantity: Quantity, interval: Interval) -> String {
        let text = |number: f64| self.quantity(quantity, number);
        interval_text(quantity, interval, &text, self.words)
    }

    /// A quantity of a sum: the count with its flags, else what is known of it, or why nothing is.
    pub(super) fn quantity_of(
        &self,
        quantity: Quantity,
        sum: &Sum,
        interval: Option<Interval>,
    ) -> String {
        match (quantity, interval) {
            (Quantity::Count, _) => self.sum(sum),
            (_, Some(interval)) => self.interval(quantity, interval),
            (_, None) => Blank::of_quotient(sum).text(self.words).to_owned(),
        }
    }

    /// The letters of the known cells of a sum, where not all cells of the dataset have the same.
    pub(super) fn flags<'s>(&'s self, sum: &'s Sum) -> Vec<&'s str> {
        shown_flags(self.statuses, sum)
            .map(Status::as_str)
            .collect()
    }

    /// How many decimals the publisher declares.
    pub(super) fn declared_decimals(&self) -> Option<u8> {
        let declared = self.decimals.map(Decimals::count);
        declared.filter(|decimals| *decimals <= MOST_DECIMALS)
    }

    /// A sum with the letters of its known cells, where not all cells of the dataset have the same.
    #[must_use]
    pub fn sum(&self, sum: &Sum) -> String {
        let text = self.figure(sum.figure());
        if sum.figure().number().is_none() {
            return text;
        }
        let flags = self.flags(sum);
        if flags.is_empty() {
            text
        } else {
            noted(&text, &self.words.listed(&flags), self.words)
        }
    }
}

/// The flags of a sum, where not all cells of the dataset have the same, but for what hides cells: that
/// is told with how many it hides.
fn shown_flags<'a>(statuses: &'a Statuses, sum: &'a Sum) -> impl Iterator<Item = &'a Status> {
    let flags = statuses.flags_of(sum);
    let differ = matches!(statuses, Statuses::Each { .. });
    flags.filter(move |status| differ && !matches!(status.gap(), Gap::Suppressed(_)))
}

/// The flags of a sum in words.
pub(super) fn flag_words(cube: &Cube, sum: &Sum, words: &Messages) -> Vec<String> {
    let flags = shown_flags(cube.statuses(), sum);
    flags
        .map(|status| flag_text(status.as_str(), words))
        .collect()
}

/// What the letters after figures mean, where the dataset flags some of its figures.
#[must_use]
pub fn flags_note(cube: &Cube, words: &Messages) -> Option<String> {
    let Statuses::Each { list, cells } = cube.statuses() else {
        return None;
    };
    let is_flag = |(at, status): &(usize, &Status)| {
        let of_figure = cells.iter().enumerate().any(|(cell, code)| {
            usize::from(*code) == *at && cube.absent().binary_search(&cell).is_err()
        });
        status.as_str() != "A" && of_figure
    };
    let flags = list.iter().enumerate().filter(is_flag);
    let meanings: Vec<String> = flags
        .filter_map(|(_, status)| {
            let meaning = flag_meaning(status.as_str(), words)?;
            Some(interpolate(
                words.labelled,
                &[("label", status.as_str()), ("text", &meaning)],
            ))
        })
        .collect();
    let meanings = Some(meanings).filter(|meanings| !meanings.is_empty())?;
    let flags = words.listed_apart(&texts(&meanings));
    Some(interpolate(words.flag_letters, &[("flags", &flags)]))
}

#[cfg(test)]
mod tests {
    use super::super::made::wells;
    use super::*;
    use crate::words::{COMPLETE_LANGUAGES, messages};

    /// A text with "~" for a no-break space (U+00A0), "_" for a narrow one (U+202F) and "^" for the mark beside
    /// a sign (U+200E).
    fn spaced(text: &str) -> String {
        let text = text.replace('~', "\u{a0}").replace('_', "\u{202f}");
        text.replace('^', "\u{200e}")
    }

    #[track_caller]
    fn check_plain(figure: Figure, expected: [&str; 4]) {
        let cube = wells([1; 12]);
        let reading = cube.reading(&crate::cube::Selection::all());
        let texts =
            COMPLETE_LANGUAGES.map(|words| FigureWriter::of(&cube, &reading, words).figure(figure));
        assert_eq!(texts, expected.map(spaced));
    }

    #[test]
    fn a_figure_of_any_size_is_told_or_said_to_be_beyond_telling() {
        check_plain(
            Figure::Number(1234.5),
            ["1.234,5", "1,234.5", "1_234,5", "1.234,5"],
        );
        let large = "5~×~10³⁰⁷";
        check_plain(
            Figure::of_sum(5.0 * 1e307),
            [large, large, large, "^5~×~10³⁰⁷"],
        );
        check_plain(
            Figure::of_sum(-2.5e18),
            ["-2,5~×~10¹⁸", "-2.5~×~10¹⁸", "-2,5~×~10¹⁸", "^-2,5~×~10¹⁸"],
        );
        let beyond = Figure::of_sum(12.0 * 1e308);
        check_plain(
            beyond,
            [
                "terlalu besar untuk disebutkan",
                "too large to state",
                "trop grand pour être écrit",
                "أكبر من أن يُكتب",
            ],
        );
    }

    #[test]
    fn prose_rounds_what_is_modelled_and_nothing_else() {
        let cube = wells([1; 12]);
        let reading = cube.reading(&crate::cube::Selection::all());
        let texts = |number: f64, sureness: Option<Sureness>| {
            COMPLETE_LANGUAGES.map(|words| {
                let writer = FigureWriter::of(&cube, &reading, words);
                writer.figure_in(Figure::Number(number), Precision::Prose(sureness))
            })
        };
        for weak in [Sureness::SharedOut, Sureness::Pattern] {
            let weak = Some(weak);
            assert_eq!(
                texts(126.0, weak),
                ["sekitar 130", "about 130", "environ 130", "حوالي 130"]
            );
            assert_eq!(
                texts(166_704.0, weak),
                [
                    "sekitar 170.000",
                    "about 170,000",
                    "environ 170_000",
                    "حوالي 170.000"
                ]
                .map(spaced)
            );
            assert_eq!(
                texts(7.0, weak),
                ["sekitar 7", "about 7", "environ 7", "حوالي 7"]
            );
            assert_eq!(texts(0.0, weak), ["0"; 4]);
        }
        for exact in [None, Some(Sureness::Published)] {
            assert_eq!(
                texts(166_704.0, exact),
                ["166.704", "166,704", "166_704", "166.704"].map(spaced)
            );
        }
    }

    proptest::proptest! {
        #[test]
        fn the_form_of_prose_follows_from_the_exact_one(number in 1_u32..2_000_000_000) {
            let (cube, words) = (wells([1; 12]), messages("en"));
            let reading = cube.reading(&crate::cube::Selection::all());
            let writer = FigureWriter::of(&cube, &reading, words);
            let read = |text: &str| text.replace(',', "").parse::<f64>().unwrap();
            let figure = Figure::Number(number.into());
            let exact = writer.figure_in(figure, Precision::Exact);
            let prose = |sureness| writer.figure_in(figure, Precision::Prose(Some(sureness)));
            proptest::prop_assert_eq!(&prose(Sureness::Published), &exact);
            let rounded = prose(Sureness::SharedOut);
            proptest::prop_assert_eq!(&rounded, &prose(Sureness::Pattern));
            let rounded = read(rounded.strip_prefix("about ").unwrap());
            // Half a unit of the second digit of the exact form.
            let digits = exact.replace(',', "").len();
            let unit = 10_f64.powi(i32::try_from(digits.saturating_sub(2)).unwrap());
            proptest::prop_assert!((rounded - read(&exact)).abs() <= unit / 2.0);
            proptest::prop_assert!((rounded / unit).fract() == 0.0);
        }
    }

    #[track_caller]
    fn check(decimals: Option<u8>, unit: Option<(&str, bool)>, expected: [&str; 4]) {
        let cube = wells([1; 12]);
        let unit = unit.map(|(symbol, symbol_before)| Unit {
            symbol: symbol.into(),
            symbol_before,
            ..Unit::default()
        });
        let texts = COMPLETE_LANGUAGES.map(|words| {
            let writer = FigureWriter {
                statuses: cube.statuses(),
                decimals: decimals.map(Decimals::new),
                unit: unit.as_ref(),
                words,
            };
            writer.figure(Figure::Number(2503.0))
        });
        assert_eq!(texts, expected.map(spaced));
    }

    #[test]
    fn a_number_has_the_decimals_and_the_sign_of_its_measure() {
        check(None, None, ["2.503", "2,503", "2_503", "2.503"]);
        check(Some(1), None, ["2.503,0", "2,503.0", "2_503,0", "2.503,0"]);
        check(Some(16), None, ["2.503", "2,503", "2_503", "2.503"]);
        let percent = Some(("%", false));
        check(
            Some(2),
            percent,
            ["2.503,00%", "2,503.00%", "2_503,00~%", "2.503,00^%^"],
        );
        check(
            Some(0),
            Some(("€", true)),
            ["€2.503", "€2,503", "€2_503", "^€2.503"],
        );
        check(
            None,
            Some(("kr", false)),
            ["2.503~kr", "2,503~kr", "2_503~kr", "2.503~kr"],
        );
    }
}
