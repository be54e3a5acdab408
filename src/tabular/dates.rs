//! Days written as numbers, of which the first may be the day or the month: `15/01/2023`, `1/22/20`.

use std::collections::BTreeSet;

use serde::Deserialize;

use super::grid::Grid;
use super::layout::Layout;

/// Which number of such a day comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DateOrder {
    /// `31/12/2023`, as most of the world writes.
    DayFirst,
    /// `12/31/2023`, as the United States write.
    MonthFirst,
}

/// What the days of a column tell of their order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Told {
    /// It can be no other.
    Order(DateOrder),
    /// Every one can be read in both.
    Nothing,
    /// No order fits all.
    Both,
}

/// The two numbers before the year, and the year. One of two digits stands behind strokes alone: `01.11.12` is
/// a code.
fn numbers(text: &str) -> Option<([u32; 2], &str)> {
    let text = text.trim();
    // A spreadsheet adds the time of midnight.
    let (date, time) = text.split_once(' ').unwrap_or((text, ""));
    if !time.chars().all(|letter| matches!(letter, '0' | ':')) {
        return None;
    }
    let parts: Vec<&str> = date.split(['/', '-', '.']).collect();
    let [one, other, year] = *parts else {
        return None;
    };
    let are_digits = |text: &str| text.bytes().all(|it| it.is_ascii_digit());
    let is_short = |text: &str| text.len() <= 2 && are_digits(text);
    let has_strokes = date.bytes().filter(|it| *it == b'/').count() == 2;
    let is_year = are_digits(year) && (year.len() == 4 || year.len() == 2 && has_strokes);
    if !is_year || !is_short(one) || !is_short(other) {
        return None;
    }
    Some(([one.parse().ok()?, other.parse().ok()?], year))
}

/// What texts tell of the order of their numbers; `None` where they are no such days.
pub(super) fn told<'t>(texts: impl Iterator<Item = &'t str>) -> Option<Told> {
    let (mut day_first, mut month_first, mut year_first) = (true, true, true);
    let mut length = None;
    let (mut firsts, mut lasts) = (BTreeSet::new(), BTreeSet::new());
    for text in texts.filter(|text| !text.trim().is_empty()) {
        let ([one, other], year) = numbers(text)?;
        if *length.get_or_insert(year.len()) != year.len() {
            return None;
        }
        let is_date = |day, month| (1..=31).contains(&day) && (1..=12).contains(&month);
        day_first &= is_date(one, other);
        month_first &= is_date(other, one);
        year_first &= year.len() == 2 && year.parse().is_ok_and(|day| is_date(day, other));
        firsts.insert(one);
        lasts.insert(year);
    }
    // Where the last number changes more than the first, it is hardly the year.
    if year_first && lasts.len() > firsts.len() {
        return Some(Told::Both);
    }
    length.map(|_| match (day_first, month_first) {
        (true, true) => Told::Nothing,
        (true, false) => Told::Order(DateOrder::DayFirst),
        (false, true) => Told::Order(DateOrder::MonthFirst),
        (false, false) => Told::Both,
    })
}

/// The columns of figures over which a row of the heading has such days, where it has several.
pub(super) fn days_across(grid: &Grid, layout: &Layout, row: usize) -> Vec<usize> {
    let columns = (0..layout.width).filter(|at| layout.has_figures[*at]);
    let is_day = |at: &usize| numbers(grid.text(row, *at)).is_some();
    let days: Vec<usize> = columns.filter(is_day).collect();
    if days.len() > 1 { days } else { Vec::new() }
}

/// A day as `2023-01-15`.
pub(super) fn iso(text: &str, order: DateOrder) -> Option<String> {
    let ([one, other], year) = numbers(text)?;
    let (day, month) = match order {
        DateOrder::DayFirst => (one, other),
        DateOrder::MonthFirst => (other, one),
    };
    // 00 to 69 are of this century, as in a spreadsheet.
    let century = match year.parse() {
        Ok(0_u32..=69) => "20",
        Ok(70..=99) => "19",
        Ok(_) | Err(_) => "",
    };
    Some(format!("{century}{year}-{month:02}-{day:02}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(texts: &[&str], expected: Option<Told>) {
        assert_eq!(told(texts.iter().copied()), expected, "{texts:?}");
    }

    #[test]
    fn a_number_over_twelve_tells_the_order() {
        check(
            &["15/01/2023", "03/02/2023"],
            Some(Told::Order(DateOrder::DayFirst)),
        );
        check(
            &["01/15/2023", "", "2/3/2023"],
            Some(Told::Order(DateOrder::MonthFirst)),
        );
        check(&["01-02-2023", "03.02.2023 00:00"], Some(Told::Nothing));
        check(&["15/01/2023", "01/15/2023"], Some(Told::Both));
        for text in ["2023-01-15", "15/01/23", "15/01/2023 10:30", "1/2", "North"] {
            check(&["15/01/2023", text], None);
        }
        check(&["01.11.12", "01.11.13"], None);
        check(&["", " "], None);
    }

    #[test]
    fn a_year_of_two_digits_stands_last_or_nowhere() {
        let month_first = Some(Told::Order(DateOrder::MonthFirst));
        check(&["1/22/20", "1/23/20", "2/1/20"], month_first);
        let day_first = Some(Told::Order(DateOrder::DayFirst));
        check(&["13/01/23", "14/01/23"], day_first);
        check(&["1/2/20", "1/3/20"], Some(Told::Nothing));
        // 15 and 16 are no years of one day each.
        check(&["23/01/15", "23/01/16"], Some(Told::Both));
    }

    #[test]
    fn a_day_is_written_from_the_year_on() {
        let written = |text, order| iso(text, order);
        assert_eq!(
            written("5/1/2023 00:00:00", DateOrder::DayFirst).as_deref(),
            Some("2023-01-05")
        );
        assert_eq!(
            written("5/1/2023", DateOrder::MonthFirst).as_deref(),
            Some("2023-05-01")
        );
        for (text, expected) in [("1/22/20", "2020-01-22"), ("12/31/99", "1999-12-31")] {
            assert_eq!(
                written(text, DateOrder::MonthFirst).as_deref(),
                Some(expected)
            );
        }
    }
}
