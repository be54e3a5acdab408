//! Days written as numbers, of which the first may be the day or the month: `15/01/2023`.

use serde::Deserialize;

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

/// The two numbers before the year, and the year.
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
    let is_short = |text: &str| text.len() <= 2 && text.bytes().all(|it| it.is_ascii_digit());
    let is_year = year.len() == 4 && year.bytes().all(|it| it.is_ascii_digit());
    if !is_year || !is_short(one) || !is_short(other) {
        return None;
    }
    Some(([one.parse().ok()?, other.parse().ok()?], year))
}

/// What texts tell of the order of their numbers; `None` where they are no such days.
pub(super) fn told<'t>(texts: impl Iterator<Item = &'t str>) -> Option<Told> {
    let (mut day_first, mut month_first, mut some) = (true, true, false);
    for text in texts.filter(|text| !text.trim().is_empty()) {
        let ([one, other], _) = numbers(text)?;
        let is_date = |day, month| (1..=31).contains(&day) && (1..=12).contains(&month);
        day_first &= is_date(one, other);
        month_first &= is_date(other, one);
        some = true;
    }
    some.then_some(match (day_first, month_first) {
        (true, true) => Told::Nothing,
        (true, false) => Told::Order(DateOrder::DayFirst),
        (false, true) => Told::Order(DateOrder::MonthFirst),
        (false, false) => Told::Both,
    })
}

/// A day as `2023-01-15`.
pub(super) fn iso(text: &str, order: DateOrder) -> Option<String> {
    let ([one, other], year) = numbers(text)?;
    let (day, month) = match order {
        DateOrder::DayFirst => (one, other),
        DateOrder::MonthFirst => (other, one),
    };
    Some(format!("{year}-{month:02}-{day:02}"))
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
        check(&["", " "], None);
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
    }
}
