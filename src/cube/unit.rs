//! Units of figures, and what figures measure.

use super::Decimals;
use super::reading::Words;

/// The unit of a category's figures (JSON-stat 2.0, `category.unit`).
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Unit {
    /// Its name ("persons").
    pub label: Box<str>,
    /// What it is a multiple of, where that is said apart ("number", "euro").
    pub base: Box<str>,
    /// Its sign ("%"), empty where none is given.
    pub symbol: Box<str>,
    /// Whether the sign stands before the figure.
    pub symbol_before: bool,
    /// The power of ten that figures are to be multiplied by.
    pub multiplier: i32,
    /// Whether its figures can be added, where the publisher says so.
    pub kind: Option<UnitKind>,
    /// How many decimals its figures have, where the publisher says so.
    pub decimals: Option<Decimals>,
}

impl Unit {
    /// A unit of which only the name is known.
    #[must_use]
    pub fn named(label: &str) -> Self {
        Self {
            label: label.into(),
            ..Self::default()
        }
    }
    /// Whether its words say thousands, millions or the like by themselves.
    #[must_use]
    pub fn says_magnitude(&self) -> bool {
        Words::of_magnitude().stand_in(self.text())
    }
    /// The words for it beside a figure: its name, else its sign, else what it is a multiple of.
    #[must_use]
    pub fn text(&self) -> &str {
        let texts = [&self.label, &self.symbol, &self.base];
        texts
            .into_iter()
            .find(|text| !text.is_empty())
            .map_or("", |text| text)
    }
}

/// Whether two figures of a unit can be added (JSON-stat 2.0, `unit.type`).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UnitKind {
    /// They can.
    Count,
    /// They cannot.
    Ratio,
}

/// What figures measure (`PxWeb`, `measuringType`).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MeasuringType {
    /// What is there at a moment: not added over time.
    Stock,
    /// What happens in a period.
    Flow,
    /// A mean: not added at all.
    Average,
}
