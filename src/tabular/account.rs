//! What was read of a table, in the words of a report.

use std::collections::BTreeMap;

use super::assemble::Tally;
use super::grid::Grid;
use super::layout::Layout;
use super::plan::{DimensionIx, Plan, Use};
use super::separators::DecimalSign;
use super::taken::{Taken, taken};
use super::written::{Form, Written};
use crate::cube::DimIx;

/// How a table was read, for its publisher to check.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Account {
    /// Lines, rows and how they were written.
    pub read: String,
    /// What each column is.
    pub columns: String,
    /// What became of each cell in the columns of figures.
    pub cells: String,
    /// The first title line, where there is one.
    pub title: Option<String>,
    /// The decimal sign of its figures; `None` of a file that is no table.
    pub decimal: Option<DecimalSign>,
    /// What each column was taken for; columns of figures whose headings are categories are left out.
    pub taken: Vec<Taken>,
    /// The headings of columns of figures that are one dimension, as their sums show.
    pub laid_across: Vec<String>,
    /// By heading, how many digits codes have that lost the zeros before them.
    pub digits: BTreeMap<String, usize>,
}

impl Account {
    /// The heading of the column that has the codes of a dimension; `None` where they stand across, or in no
    /// table.
    #[must_use]
    pub fn heading_of(&self, dimension: DimIx) -> Option<&str> {
        let mut taken = self.taken.iter();
        let column = taken.find(|it| it.dimension == Some(dimension))?;
        Some(&column.heading)
    }
}

/// The account of a table. `written`: how it was written.
pub(super) fn account((grid, layout, plan): (&Grid, &Layout, &Plan), written: &Written) -> Account {
    let rows = counted(layout.body.len(), "row", "rows");
    let place = &written.place;
    let form = match written.form {
        Form::Text {
            delimiter,
            encoding,
        } => [delimiter_name(delimiter), sign_name(plan.decimal), encoding].join(", "),
        Form::Sheet(kind) => kind.name().to_owned(),
    };
    let separator = if place.is_empty() { "" } else { ", " };
    let mut read = vec![format!("{place}{separator}{rows}; {form}")];
    if layout.heading.len() > 1 {
        read.push(format!("a heading of {} lines", layout.heading.len()));
    }
    let aside = [
        (layout.titles.len(), "title line", "title lines"),
        (
            layout.repeated_headings.len(),
            "heading that stands again",
            "headings that stand again",
        ),
        (
            layout.interruptions.len(),
            "line of text within",
            "lines of text within",
        ),
        (layout.notes.len(), "note below", "notes below"),
        (layout.blank, "blank line", "blank lines"),
    ];
    let aside = aside.into_iter().filter(|(count, ..)| *count > 0);
    let aside: Vec<String> = aside
        .map(|(count, one, many)| counted(count, one, many))
        .collect();
    if !aside.is_empty() {
        read.push(format!("{} set aside", aside.join(", ")));
    }
    let title = layout.titles.iter().find_map(|row| {
        let cells = grid
            .row(*row)
            .iter()
            .map(|cell| grid.texts().get(*cell).trim());
        cells
            .into_iter()
            .find(|text| !text.is_empty())
            .map(str::to_owned)
    });
    Account {
        read: read.join("; "),
        columns: columns(plan),
        cells: String::new(),
        title,
        decimal: Some(plan.decimal),
        taken: taken((grid, layout, plan)),
        laid_across: plan.laid_across.clone(),
        digits: BTreeMap::new(),
    }
}

/// What became of each cell: `1,440 cells = 1,380 figures + 58 signs + 2 blank`. The parts make the sum.
pub(super) fn cells(tally: &Tally) -> String {
    let parts = [
        (tally.figures, "figure", "figures"),
        (tally.signs, "sign", "signs"),
        (tally.blank, "blank", "blank"),
        (tally.texts, "text set aside", "texts set aside"),
        (
            tally.twice,
            "of a row that stands twice set aside",
            "of rows that stand twice set aside",
        ),
        (
            tally.unplaced,
            "of a row without a category set aside",
            "of rows without a category set aside",
        ),
    ];
    let parts = parts.into_iter().filter(|(count, ..)| *count > 0);
    let parts: Vec<String> = parts
        .map(|(count, one, many)| counted(count, one, many))
        .collect();
    let all = counted(tally.cells(), "cell", "cells");
    format!("{all} = {}", parts.join(" + "))
}

fn counted(count: usize, one: &str, many: &str) -> String {
    let word = if count == 1 { one } else { many };
    format!("{} {word}", grouped(count))
}

/// A whole number in groups of three: `1,561`.
fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let groups = digits.as_bytes().rchunks(3).rev();
    let groups: Vec<String> = groups
        .map(|group| String::from_utf8_lossy(group).into_owned())
        .collect();
    groups.join(",")
}

fn delimiter_name(delimiter: char) -> &'static str {
    match delimiter {
        ';' => "semicolons",
        '\t' => "tabs",
        '|' => "vertical bars",
        _ => "commas",
    }
}

fn sign_name(sign: DecimalSign) -> &'static str {
    match sign {
        DecimalSign::Point => "decimal point",
        DecimalSign::Comma => "decimal comma",
    }
}

/// Each dimension and measure with where it stands: `Sex (2 columns across)`.
fn columns(plan: &Plan) -> String {
    let mut parts = Vec::new();
    for (at, dimension) in plan.dimensions.iter().enumerate() {
        let dimension_at = DimensionIx(at);
        let has = |wanted: &Use| plan.columns.contains(wanted);
        let how = if !dimension.across.is_empty() {
            format!(" ({} across)", dimension.across.len())
        } else if has(&Use::Name(dimension_at)) {
            " (codes and names)".to_owned()
        } else {
            String::new()
        };
        parts.push(format!("{}{how}", dimension.label));
    }
    let measures: Vec<&str> = plan.measures.iter().map(|it| &*it.label).collect();
    let set_aside = plan
        .columns
        .iter()
        .filter(|it| **it == Use::SetAside)
        .count();
    let mut text = format!(
        "{} → dimensions · {} → figures",
        parts.join(", "),
        measures.join(", ")
    );
    if set_aside > 0 {
        text += &format!(" · {} set aside", counted(set_aside, "column", "columns"));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_parts_of_a_tally_make_its_sum() {
        let tally = Tally {
            figures: 1380,
            signs: 58,
            blank: 1,
            twice: 2,
            ..Tally::default()
        };
        assert_eq!(
            cells(&tally),
            "1,441 cells = 1,380 figures + 58 signs + 1 blank + 2 of rows that stand twice set aside"
        );
    }

    #[test]
    fn whole_numbers_stand_in_groups_of_three() {
        for (number, text) in [
            (0, "0"),
            (999, "999"),
            (1561, "1,561"),
            (1_234_567, "1,234,567"),
        ] {
            assert_eq!(grouped(number), text);
        }
    }
}
