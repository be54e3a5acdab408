//! What a publisher says of a table, over whatever would be guessed.

use std::collections::BTreeMap;
use std::fmt;

use serde::de::Error as _;
use serde::{Deserialize, Deserializer};

use super::dates::DateOrder;
use super::separators::DecimalSign;

/// What a publisher says of a table. Columns are named by their heading, or as `column 3`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Answers {
    /// Where the answers stand, for what is found in them: `data/grants/grants.toml`.
    pub file: String,
    /// The decimal sign of the figures.
    pub decimal: Option<DecimalSign>,
    /// Of a workbook, the sheet to read.
    pub sheet: Option<String>,
    /// The names of the columns, of a table without a heading.
    pub headings: Vec<String>,
    /// What columns are.
    pub columns: BTreeMap<String, ColumnIs>,
    /// What a blank means in a column.
    pub blanks: BTreeMap<String, BlankIs>,
    /// In a column, texts and what is read in their place.
    pub replace: BTreeMap<String, BTreeMap<String, String>>,
    /// By column, how many digits its codes have, which lost the zeros before them.
    pub digits: BTreeMap<String, usize>,
    /// By the id of a dimension, the codes that come first, in their order.
    pub orders: BTreeMap<String, Vec<String>>,
    /// The era of the years.
    pub era: Option<Era>,
    /// Which number of a day such as `03/02/2023` comes first.
    pub dates: Option<DateOrder>,
    /// What figures in brackets are.
    pub brackets: Option<BracketsAre>,
    /// What columns of figures are of which one is called a total.
    pub across: Option<AcrossIs>,
    /// Kinds of questions that are answered with what they propose.
    pub accept: Vec<String>,
}

impl Answers {
    /// Whether what a question of some kind proposes is accepted.
    pub(super) fn accepts(&self, kind: &str) -> bool {
        self.accept.iter().any(|accepted| accepted == kind)
    }
}

/// Questions of which every text involved fits what they propose: nothing else can well be meant.
pub const SURE_PROPOSALS: [&str; 4] = [
    "another-era",
    "bands-as-dates",
    "leading-zeros",
    "odd-last-row",
];

/// Questions that propose nothing: there is no answer to accept.
pub const NO_PROPOSAL: [&str; 7] = [
    "blank-category",
    "date-order",
    "decimal-sign",
    "mixed-units",
    "no-heading",
    "total-across",
    "which-sheet",
];

/// What a column is; another column by its heading, or by its position once that is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ColumnIs<Column = String> {
    /// Places.
    Region,
    /// Periods.
    Time,
    /// Any other categories.
    Dimension,
    /// Names of measures, where the figures of several stand in one column.
    Measure,
    /// Figures.
    Figures,
    /// People whom the figures are divided by.
    People,
    /// Flags of the figures before it.
    Flags,
    /// Nothing that is published.
    SetAside,
    /// The names of the codes in another column.
    NamesOf(Column),
    /// The groups of the categories in another column.
    GroupOf(Column),
    /// The units of the measures in another column.
    UnitOf(Column),
}

impl<'de> Deserialize<'de> for ColumnIs {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::try_from(text).map_err(D::Error::custom)
    }
}

impl ColumnIs {
    /// The same with other columns by what `column` says of their headings; `None` where that is nothing.
    pub(super) fn located(
        &self,
        column: impl FnOnce(&str) -> Option<usize>,
    ) -> Option<ColumnIs<usize>> {
        Some(match self {
            Self::Region => ColumnIs::Region,
            Self::Time => ColumnIs::Time,
            Self::Dimension => ColumnIs::Dimension,
            Self::Measure => ColumnIs::Measure,
            Self::Figures => ColumnIs::Figures,
            Self::People => ColumnIs::People,
            Self::Flags => ColumnIs::Flags,
            Self::SetAside => ColumnIs::SetAside,
            Self::NamesOf(of) => ColumnIs::NamesOf(column(of)?),
            Self::GroupOf(of) => ColumnIs::GroupOf(column(of)?),
            Self::UnitOf(of) => ColumnIs::UnitOf(column(of)?),
        })
    }
}

/// What a column can be, as it is written; `…` is the heading of another column.
const COLUMN_WORDS: &str = "region, time, dimension, measure, figures, people, flags, set aside, \
                            names of …, group of …, unit of …";

impl TryFrom<String> for ColumnIs {
    type Error = String;
    fn try_from(text: String) -> Result<Self, String> {
        let of = |word: &str| text.strip_prefix(word).map(|rest| rest.trim().to_owned());
        Ok(match &*text {
            "region" => Self::Region,
            "time" => Self::Time,
            "dimension" => Self::Dimension,
            "measure" => Self::Measure,
            "figures" => Self::Figures,
            "people" => Self::People,
            "flags" => Self::Flags,
            "set aside" => Self::SetAside,
            _ => {
                let of_another = of("names of ")
                    .map(Self::NamesOf)
                    .or_else(|| of("group of ").map(Self::GroupOf))
                    .or_else(|| of("unit of ").map(Self::UnitOf));
                return of_another.ok_or_else(|| {
                    format!(
                        "\"{text}\" is nothing that a column can be; expected one of {COLUMN_WORDS}"
                    )
                });
            }
        })
    }
}

impl fmt::Display for ColumnIs {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Region => f.write_str("region"),
            Self::Time => f.write_str("time"),
            Self::Dimension => f.write_str("dimension"),
            Self::Measure => f.write_str("measure"),
            Self::Figures => f.write_str("figures"),
            Self::People => f.write_str("people"),
            Self::Flags => f.write_str("flags"),
            Self::SetAside => f.write_str("set aside"),
            Self::NamesOf(column) => write!(f, "names of {column}"),
            Self::GroupOf(column) => write!(f, "group of {column}"),
            Self::UnitOf(column) => write!(f, "unit of {column}"),
        }
    }
}

/// What a blank means in a column of categories.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum BlankIs {
    /// The same as in the row above.
    Above,
    /// All categories together.
    Total,
    /// A category of those of whom it is not known.
    Unknown,
}

/// The era in which years are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Era {
    /// The common era.
    Common,
    /// The Buddhist era of Thailand, 543 years ahead.
    Buddhist,
}

/// What figures in brackets are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum BracketsAre {
    /// Less than nothing.
    Negative,
    /// Marked as unreliable.
    Unreliable,
}

/// What columns of figures are that stand beside each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum AcrossIs {
    /// The categories of one dimension, of which one may be the total.
    Dimension,
    /// Measures, each of its own.
    Measures,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_column_is_is_read_as_it_is_written() {
        for text in [
            "region",
            "time",
            "dimension",
            "measure",
            "figures",
            "people",
            "flags",
            "set aside",
            "names of Area code",
            "group of Area code",
            "unit of Indicator",
        ] {
            let is = ColumnIs::try_from(text.to_owned()).unwrap();
            assert_eq!(is.to_string(), text);
        }
        let error = ColumnIs::try_from("regions".to_owned()).unwrap_err();
        assert!(error.contains("region, time, dimension"), "{error}");
    }
}
