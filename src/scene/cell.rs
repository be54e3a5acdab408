//! The cells of the table: what is shown, and the number behind it.

use super::blank::Blank;
use super::difference::change_number_text;
use super::figure_writer::FigureWriter;
use super::mark::Mark;
use super::measures::Measures;
use crate::cube::Interval;
use crate::view_state::Quantity;
use crate::words::Messages;

/// One cell.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// A code.
    Code(String),
    /// The name of the row.
    Name(String),
    /// The group that a place belongs to; both empty where it has none.
    Group {
        /// Its code.
        code: String,
        /// Its name.
        name: String,
    },
    /// A number, or why there is none.
    Number(Number),
}

/// A number as it is shown, and what a file says of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Number {
    /// As it is shown; why there is none in its place.
    pub text: String,
    /// The number, where it is known exactly; of a share, or a change in percent, 0.25 for 25%.
    pub value: Option<f64>,
    /// How a spreadsheet shows the number.
    pub style: NumberStyle,
    /// The letters by which its publisher flags it.
    pub flags: Vec<String>,
    /// Why there is no number.
    pub blank: Option<Blank>,
    /// How sure it is, where the publisher says so.
    pub mark: Option<Mark>,
}

/// How a spreadsheet shows a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NumberStyle {
    /// With so many decimals; `None`: with those that it has.
    Decimals(Option<u8>),
    /// In percent.
    Percent,
}

impl Cell {
    /// How sure its number is, where the publisher says so.
    #[must_use]
    pub fn mark(&self) -> Option<&Mark> {
        match self {
            Self::Number(number) => number.mark.as_ref(),
            Self::Code(_) | Self::Name(_) | Self::Group { .. } => None,
        }
    }
}

impl Number {
    /// No number, and why.
    pub(super) fn none(blank: Blank, words: &Messages) -> Self {
        Self {
            text: blank.text(words).to_owned(),
            value: None,
            style: NumberStyle::Decimals(None),
            flags: Vec::new(),
            blank: Some(blank),
            mark: None,
        }
    }

    /// A quantity of what is counted.
    pub(super) fn of_quantity(
        measures: &Measures,
        quantity: Quantity,
        writer: &FigureWriter<'_>,
    ) -> Self {
        let is_count = quantity == Quantity::Count;
        let interval = measures.interval(quantity);
        let blank = match interval {
            Some(_) => None,
            None if is_count => Blank::of_figure(measures.figure()),
            None => Some(Blank::of_quotient(&measures.sum)),
        };
        let flags = if is_count && measures.figure().number().is_some() {
            let flags = writer.flags(&measures.sum).into_iter();
            flags.map(str::to_owned).collect()
        } else {
            Vec::new()
        };
        Self {
            text: measures.quantity_text(quantity, writer),
            value: interval.and_then(Interval::exact),
            style: match quantity {
                Quantity::Count => NumberStyle::Decimals(writer.declared_decimals()),
                Quantity::Share => NumberStyle::Percent,
                Quantity::Rate => NumberStyle::Decimals(Some(1)),
                Quantity::Index => NumberStyle::Decimals(Some(0)),
            },
            flags,
            blank,
            mark: None,
        }
    }

    /// A change of a quantity, as [`change_number`](super::difference::change_number) gives it.
    pub(super) fn of_change(quantity: Quantity, change: Interval, words: &Messages) -> Self {
        let (style, parts) = match quantity {
            Quantity::Count | Quantity::Rate => (NumberStyle::Percent, 100.0),
            Quantity::Share => (NumberStyle::Decimals(Some(1)), 1.0),
            Quantity::Index => (NumberStyle::Decimals(Some(0)), 1.0),
        };
        Self {
            text: change_number_text(quantity, change, words),
            value: change.exact().map(|number| number / parts),
            style,
            flags: Vec::new(),
            blank: None,
            mark: None,
        }
    }
}
