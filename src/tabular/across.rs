//! What is laid out across a table: years, ages, sexes or measures in its heading.

use std::collections::BTreeSet;

use super::plan::{DimensionIx, MeasureIx, PlannedDimension, PlannedMeasure, Use, id_of};
use crate::cube::{Cube, Period, Role, Sex};

/// The columns of figures: what each is, and the dimensions and measures that their headings name.
pub(super) struct Across {
    /// Shape: one entry a column of figures.
    pub(super) columns: Vec<Use>,
    pub(super) dimensions: Vec<PlannedDimension>,
    pub(super) measures: Vec<PlannedMeasure>,
}

/// What a row of headings names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Names {
    Nothing,
    Periods,
    /// Bands of age, sexes, or any categories.
    Categories,
    Measures,
}

/// Reads the headings of the columns of figures. `headings`: of each column its headings from the top;
/// `first`: the position of the first new dimension.
pub(super) fn across(headings: &[Vec<String>], first: usize) -> Across {
    let parted = parted(headings);
    let headings = parted.as_deref().unwrap_or(headings);
    let depth = headings.iter().map(Vec::len).max().unwrap_or(0);
    // Headings of fewer rows stand at the foot.
    let label = |column: &Vec<String>, level: usize| -> String {
        let missing = depth - column.len();
        level
            .checked_sub(missing)
            .map_or_else(String::new, |at| column[at].clone())
    };
    let levels: Vec<Vec<String>> = (0..depth)
        .map(|level| headings.iter().map(|column| label(column, level)).collect())
        .collect();
    let levels = without_second_names(levels);
    let named: Vec<Names> = levels
        .iter()
        .map(|labels| names(labels, levels.len() > 1 && parted.is_none()))
        .collect();
    let mut made = Across {
        columns: Vec::new(),
        dimensions: Vec::new(),
        measures: Vec::new(),
    };
    let mut at: Vec<Vec<(DimensionIx, usize)>> = vec![Vec::new(); headings.len()];
    for (labels, _) in levels
        .iter()
        .zip(&named)
        .filter(|(_, named)| matches!(named, Names::Periods | Names::Categories))
    {
        let dimension = DimensionIx(first + made.dimensions.len());
        let categories = different(labels);
        for (column, label) in labels.iter().enumerate() {
            let category = categories.iter().position(|known| known == label);
            at[column].extend(category.map(|category| (dimension, category)));
        }
        made.dimensions
            .push(dimension_across(&categories, made.dimensions.len()));
    }
    let measure_of = |column: usize| {
        let parts = levels
            .iter()
            .zip(&named)
            .filter(|(_, named)| **named == Names::Measures);
        let parts: Vec<&str> = parts
            .map(|(labels, _)| &*labels[column])
            .filter(|it| !it.is_empty())
            .collect();
        parts.join(", ")
    };
    let measures: Vec<String> = (0..headings.len()).map(measure_of).collect();
    let different_measures = different(&measures);
    made.measures = different_measures
        .iter()
        .map(|label| measure(label))
        .collect();
    for (column, at) in at.into_iter().enumerate() {
        let measure = different_measures
            .iter()
            .position(|known| *known == measures[column]);
        made.columns.push(Use::Figures {
            measure: MeasureIx(measure.unwrap_or(0)),
            at,
        });
    }
    made
}

/// The rows of a heading without those that name every column of figures once more, as codes under or over
/// labels do: of such rows the one of the longer texts is kept.
fn without_second_names(levels: Vec<Vec<String>>) -> Vec<Vec<String>> {
    let names_each = |labels: &Vec<String>| {
        labels.len() > 1
            && different(labels).len() == labels.len()
            && !labels.contains(&String::new())
    };
    let letters = |labels: &Vec<String>| labels.iter().map(String::len).sum::<usize>();
    let naming: Vec<usize> = (0..levels.len())
        .filter(|at| names_each(&levels[*at]))
        .collect();
    let kept = naming
        .iter()
        .copied()
        .max_by_key(|at| letters(&levels[*at]));
    let all = levels.into_iter().enumerate();
    all.filter(|(at, _)| kept == Some(*at) || !naming.contains(at))
        .map(|(_, labels)| labels)
        .collect()
}

/// Words before a year that say no more than it does.
const YEAR_WORDS: [&str; 10] = [
    "year", "année", "annee", "año", "ano", "tahun", "jahr", "năm", "ปี", "census",
];

/// Headings of one row in which a period stands beside what is measured, `Wells 2021`, as headings of two rows;
/// `None` where not every one has the same periods.
fn parted(headings: &[Vec<String>]) -> Option<Vec<Vec<String>>> {
    let part = |heading: &Vec<String>| -> Option<[String; 2]> {
        let [label] = &**heading else { return None };
        let is_year = |word: &str| word.len() == 4 && Period::parse(word).is_some();
        if Period::parse(label).is_some() {
            return None;
        }
        let (before, last) = label.rsplit_once(' ')?;
        let (first, after) = label.split_once(' ')?;
        let (text, period) = if is_year(last) {
            (before, last)
        } else if is_year(first) {
            (after, first)
        } else {
            return None;
        };
        let says_more = !YEAR_WORDS.contains(&&*text.to_lowercase());
        let text = if says_more { text } else { "" };
        Some([text.to_owned(), period.to_owned()])
    };
    let parts: Vec<[String; 2]> = headings.iter().map(part).collect::<Option<_>>()?;
    let each = |at: usize| different(&parts.iter().map(|it| it[at].clone()).collect::<Vec<_>>());
    let (texts, periods) = (each(0), each(1));
    let distinct: BTreeSet<&[String; 2]> = parts.iter().collect();
    let is_whole = distinct.len() == parts.len() && parts.len() == texts.len() * periods.len();
    let rows = |[text, period]: [String; 2]| [text, period].to_vec();
    (is_whole && periods.len() > 1).then(|| parts.into_iter().map(rows).collect())
}

fn different(labels: &[String]) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    for label in labels {
        if !all.contains(label) {
            all.push(label.clone());
        }
    }
    all
}

/// What a row of headings names. Of a heading of several rows, what stands over several columns is a
/// category, too.
fn names(labels: &[String], has_more_rows: bool) -> Names {
    let categories = different(labels);
    if all_periods(&categories) {
        return Names::Periods;
    }
    if categories.len() < 2 {
        // The same over all columns: what they are about.
        return if categories.iter().all(String::is_empty) {
            Names::Nothing
        } else {
            Names::Measures
        };
    }
    if are_sexes(&categories) || are_bands(&categories) {
        return Names::Categories;
    }
    let says_unit = categories.iter().any(|label| label.contains(['%', '(']));
    if has_more_rows && !says_unit {
        Names::Categories
    } else {
        Names::Measures
    }
}

/// `0-4`, `15 to 19`, `65+`, `<15`, or a single year of age.
fn is_band(label: &str) -> bool {
    let digits = label.chars().filter(char::is_ascii_digit).count();
    let starts = label
        .trim_start_matches(['<', '≥', '>', ' '])
        .starts_with(|it: char| it.is_ascii_digit());
    let few_letters = label
        .chars()
        .filter(|letter| letter.is_alphabetic())
        .count()
        <= 8;
    let is_period = Period::parse(label).is_some();
    digits > 0 && digits <= 6 && starts && few_letters && !label.contains('%') && !is_period
}

/// Whether all of some headings are of a kind, but for those that stand for all of them or for those of whom it is
/// not known, beside several.
fn are_all(labels: &[String], is: fn(&str) -> bool, may_be_beside: fn(&str) -> bool) -> bool {
    let (some, others): (Vec<&String>, Vec<&String>) = labels.iter().partition(|label| is(label));
    let may_be = |other: &&String| is_whole_or_unknown(other) || may_be_beside(other);
    !some.is_empty() && (others.is_empty() || some.len() > 1 && others.iter().all(may_be))
}

fn is_whole_or_unknown(label: &str) -> bool {
    Cube::names_total(label) || Cube::names_not_stated(label)
}

/// Years, quarters or other periods; a total of them may stand beside.
fn all_periods(labels: &[String]) -> bool {
    are_all(labels, |label| Period::parse(label).is_some(), |_| false)
}

fn are_sexes(labels: &[String]) -> bool {
    are_all(labels, is_sex, |label| {
        OTHER_SEXES.contains(&&*label.to_lowercase())
    })
}

fn are_bands(labels: &[String]) -> bool {
    are_all(labels, is_band, Cube::names_band)
}

/// Of headings that name measures though several of them are periods, bands of age or sexes: one of these and
/// the first that is none.
pub(super) fn of_two_kinds(labels: &[String]) -> Option<[&str; 2]> {
    let kinds: [fn(&str) -> bool; 3] = [|label| Period::parse(label).is_some(), is_band, is_sex];
    kinds.into_iter().find_map(|is| {
        let (some, others): (Vec<&String>, Vec<&String>) =
            labels.iter().partition(|label| is(label));
        let ([one, _, ..], [other, ..]) = (&*some, &*others) else {
            return None;
        };
        Some([one.as_str(), other.as_str()])
    })
}

/// Words for both sexes together.
const BOTH_SEXES: [&str; 6] = [
    "both sexes",
    "both",
    "les deux sexes",
    "ambos sexos",
    "laki-laki + perempuan",
    "l + p",
];

/// Words for those who are of neither.
const OTHER_SEXES: [&str; 10] = [
    "other",
    "others",
    "x",
    "d",
    "diverse",
    "divers",
    "non-binary",
    "third gender",
    "transgender",
    "lainnya",
];

fn is_sex(label: &str) -> bool {
    Sex::of(label).is_some() || BOTH_SEXES.contains(&&*label.to_lowercase())
}

/// A dimension whose categories stand in a heading; `nth`: how many there are before it.
pub(super) fn dimension_across(categories: &[String], nth: usize) -> PlannedDimension {
    let is_time = all_periods(categories);
    let label = if is_time {
        "Period"
    } else if are_sexes(categories) {
        "Sex"
    } else if are_bands(categories) {
        "Age"
    } else {
        "Category"
    };
    let id = match (label, nth) {
        ("Category", nth) if nth > 0 => format!("category-{}", nth + 1),
        _ => id_of(label),
    };
    PlannedDimension {
        id,
        label: label.to_owned(),
        role: is_time.then_some(Role::Time),
        across: categories.to_vec(),
        first: Vec::new(),
    }
}

/// A measure by its heading; what stands in brackets there is its unit.
pub(super) fn measure(heading: &str) -> PlannedMeasure {
    let bracketed = heading.rsplit_once('(').and_then(|(before, rest)| {
        let unit = rest.strip_suffix(')')?;
        Some((before.trim(), unit.trim()))
    });
    let (label, unit) = match bracketed {
        Some((before, unit)) if !before.is_empty() => (heading, unit),
        _ => match heading.rsplit_once(", ") {
            Some((_, unit)) if unit == "%" => (heading, unit),
            _ => (heading, heading),
        },
    };
    let label = if label.is_empty() { "Value" } else { label };
    let id = id_of(label);
    PlannedMeasure {
        id: if id.is_empty() {
            "value".to_owned()
        } else {
            id
        },
        label: label.to_owned(),
        unit: unit.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(headings: &[&[&str]], dimensions: &[(&str, usize)], measures: &[&str]) {
        let owned = |column: &&[&str]| column.iter().map(|it| (*it).to_owned()).collect();
        let headings: Vec<Vec<String>> = headings.iter().map(owned).collect();
        let made = across(&headings, 3);
        let found = made.dimensions.iter().map(|it| (&*it.id, it.across.len()));
        assert_eq!(found.collect::<Vec<_>>(), dimensions);
        let found = made.measures.iter().map(|it| &*it.label);
        assert_eq!(found.collect::<Vec<_>>(), measures);
    }

    #[test]
    fn headings_name_periods_ages_sexes_or_measures() {
        check(&[&["2022"], &["2023"]], &[("period", 2)], &["Value"]);
        check(
            &[&["0-4"], &["5-9"], &["65+"], &["Total"]],
            &[("age", 4)],
            &["Value"],
        );
        check(
            &[&["Female"], &["Male"], &["Total"]],
            &[("sex", 3)],
            &["Value"],
        );
        check(
            &[&["2021"], &["2022"], &["Total"]],
            &[("period", 3)],
            &["Value"],
        );
        check(&[&["2022"]], &[("period", 1)], &["Value"]);
        check(
            &[&["2019 [YR2019]"], &["2020 [YR2020]"]],
            &[("period", 2)],
            &["Value"],
        );
        check(
            &[&["Under 5"], &["5-9"], &["10+"], &["Unknown"], &["All"]],
            &[("age", 5)],
            &["Value"],
        );
        check(
            &[&["Male"], &["Female"], &["Other"]],
            &[("sex", 3)],
            &["Value"],
        );
        check(&[&["Persons"]], &[], &["Persons"]);
        check(
            &[&["Persons"], &["Rate (%)"]],
            &[],
            &["Persons", "Rate (%)"],
        );
    }

    #[test]
    fn a_measure_beside_categories_is_none_of_them() {
        for headings in [
            ["Male", "Female", "Sex ratio"],
            ["Men", "Women", "Households"],
            ["2019", "2020", "Change %"],
            ["0-14", "15-64", "Median age"],
            ["Female", "Persons", "Beds"],
        ] {
            let columns: Vec<&[&str]> = headings.iter().map(std::slice::from_ref).collect();
            check(&columns, &[], &headings);
        }
    }

    #[test]
    fn a_heading_of_two_rows_names_two_things() {
        check(
            &[
                &["Female", "2022"],
                &["Female", "2023"],
                &["Male", "2022"],
                &["Male", "2023"],
            ],
            &[("sex", 2), ("period", 2)],
            &["Value"],
        );
        check(
            &[
                &["2023", "Persons"],
                &["2023", "%"],
                &["2024", "Persons"],
                &["2024", "%"],
            ],
            &[("period", 2)],
            &["Persons", "%"],
        );
    }
}
