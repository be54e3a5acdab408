//! How a table is turned into a cube: what each of its columns is.

use super::separators::DecimalSign;
use crate::cube::Role;

/// Position of a dimension in a [`Plan`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct DimensionIx(pub(super) usize);

/// Position of a measure in a [`Plan`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct MeasureIx(pub(super) usize);

/// What a column is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Use {
    /// The codes of a dimension's categories; where no column names them, their names, too.
    Code(DimensionIx),
    /// The names of the categories whose codes stand in another column.
    Name(DimensionIx),
    /// A group that each category of a dimension belongs to: a coarser view of it.
    Group(DimensionIx),
    /// The units of the measures that the categories of a dimension are.
    Unit(DimensionIx),
    /// Figures of a measure, in the categories that their heading names.
    Figures {
        measure: MeasureIx,
        at: Vec<(DimensionIx, usize)>,
    },
    /// Flags of the figures in the columns before it.
    Flags,
    /// People whom the figures are divided by.
    People,
    /// Nothing that is published: the same text in every row, or said to be so.
    SetAside,
}

/// A dimension of the cube.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct PlannedDimension {
    pub(super) id: String,
    pub(super) label: String,
    /// What it stands for, where that is known before its categories are.
    pub(super) role: Option<Role>,
    /// Categories that stand in the heading, in its order; empty where they stand in the rows.
    pub(super) across: Vec<String>,
    /// Codes that come first, in their order; what is left to the table where there are none.
    pub(super) first: Vec<String>,
}

/// A measure of the cube.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct PlannedMeasure {
    pub(super) id: String,
    pub(super) label: String,
    pub(super) unit: String,
}

/// How a table is turned into a cube.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Plan {
    pub(super) decimal: DecimalSign,
    /// Shape: one entry a column.
    pub(super) columns: Vec<Use>,
    pub(super) dimensions: Vec<PlannedDimension>,
    pub(super) measures: Vec<PlannedMeasure>,
    /// The headings of columns of figures that their sums show to be one dimension.
    pub(super) laid_across: Vec<String>,
}

/// A text as an id: lower case, one hyphen for whatever is no letter or digit.
pub(super) fn id_of(text: &str) -> String {
    let lower = text.to_lowercase();
    let words = lower.split(|letter: char| !letter.is_alphanumeric());
    words
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join("-")
}

/// Numbers the ids that stand twice, of dimensions or of measures, as those of `Enrolled` and `Enrolled (%)` do: each
/// that stood before gets the first number with which it does not stand among the others.
pub(super) fn make_ids_different<'p>(ids: impl Iterator<Item = &'p mut String>) {
    let mut ids: Vec<&mut String> = ids.collect();
    for at in 1..ids.len() {
        let has = |ids: &[&mut String], id: &str| ids.iter().any(|it| **it == id);
        if !has(&ids[..at], ids[at]) {
            continue;
        }
        let mut numbered = (2..).map(|number| format!("{}-{number}", ids[at]));
        let free = numbered.find(|id| !has(&ids, id));
        *ids[at] = free.unwrap_or_default();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_that_stand_twice_are_numbered() {
        let mut ids = ["a", "a-2", "a", "b", "a"].map(str::to_owned);
        make_ids_different(ids.iter_mut());
        assert_eq!(ids, ["a", "a-2", "a-3", "b", "a-4"]);
    }

    #[test]
    fn an_id_is_what_stands_in_a_link() {
        assert_eq!(id_of("Région et milieu"), "région-et-milieu");
        assert_eq!(id_of(" Rate (%) "), "rate");
    }
}
