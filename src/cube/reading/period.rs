//! Periods: what span of time a code or label names.

use super::words::{Words, is_letter, normal};

/// A span of time, in days of a calendar of twelve months of thirty days: enough to tell which of
/// two periods ends later and which are equally long.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Period {
    /// First day.
    pub start: i64,
    /// The day after the last.
    pub end: i64,
}

const YEAR: i64 = 360;

impl Period {
    fn within(year: i64, part: i64, parts: i64) -> Option<Self> {
        let days = YEAR / parts;
        let start = year * YEAR + (part - 1) * days;
        (1..=parts).contains(&part).then_some(Self {
            start,
            end: start + days,
        })
    }

    /// How long it is, in days.
    #[must_use]
    pub fn days(self) -> i64 {
        self.end - self.start
    }

    /// Whether it begins with a year.
    #[must_use]
    pub fn begins_year(self) -> bool {
        self.start % YEAR == 0
    }

    /// The period that a text names: a year, half-year, quarter, month, week or day, or a span of
    /// years, from 1800 to 2199.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text = normal(text);
        let text = text.trim_end_matches(['*', '¹', '²', '³', '.']).trim_end();
        let (text, mark) = text.split_once(['(', '[']).unwrap_or((text, ""));
        if mark.chars().filter(|char| is_letter(*char)).count() > 12 {
            return None;
        }
        let pieces = pieces(text);
        let pieces: Vec<&str> = pieces.iter().map(String::as_str).collect();
        of_pieces(&pieces)
    }
}

impl Period {
    /// The month that a word names, 1 to 12, in any of the languages of the word list.
    #[must_use]
    pub fn month_of(word: &str) -> Option<u32> {
        let word = normal(word);
        let month = month_of(word.trim_end_matches('.'))?;
        u32::try_from(month).ok()
    }
}

/// Runs of digits and runs of letters; `-` and `/` stay, all else parts.
fn pieces(text: &str) -> Vec<String> {
    let mut pieces: Vec<String> = Vec::new();
    let mut kind = ' ';
    for char in text.chars() {
        let next = match char {
            '0'..='9' => '0',
            '-' | '–' | '—' => '-',
            '/' => '/',
            _ if is_letter(char) => 'a',
            _ => ' ',
        };
        match pieces.last_mut() {
            Some(piece) if next == kind && matches!(next, '0' | 'a') => piece.push(char),
            _ if next == ' ' => {}
            _ if matches!(next, '-' | '/') => pieces.push(next.to_string()),
            _ => pieces.push(char.to_string()),
        }
        kind = next;
    }
    pieces
}

fn of_pieces(pieces: &[&str]) -> Option<Period> {
    match *pieces {
        [digits] if is_number(digits) => of_digits(digits),
        [year, "-" | "/", month, "-" | "/", date] => day(year, month, date),
        [year, "-", part] if is_number(part) && year_of(year).is_some() => {
            span_or_part(year, part, false)
        }
        [year, "/", part] if is_number(part) && year_of(year).is_some() => {
            span_or_part(year, part, true)
        }
        [date, month, year] if [date, month, year].iter().all(|it| is_number(it)) => {
            day(year, month, date)
        }
        [month, "/", year] if month.len() < 3 && is_number(month) => {
            Period::within(year_of(year)?, number(month)?, 12)
        }
        [month, year] | [month, "-" | "/", year]
            if year.len() == 2 && month_of(month).is_some() =>
        {
            Period::within(year_of_two(year)?, month_of(month)?, 12)
        }
        // A fiscal or school year: `FY 2019-20` is no month.
        ["fy" | "sy" | "ay", year, "-" | "/", part]
            if is_number(part) && part.len() != 1 && year_of(year).is_some() =>
        {
            span_or_part(year, part, true)
        }
        // The year first, then the year last.
        [year, ref part @ ..] if year_of(year).is_some() => of_part(year_of(year)?, part),
        [ref part @ .., year] => of_part(year_of(year)?, part),
        [] => None,
    }
}

/// Digits without a sign between: year, quarter, month or day.
fn of_digits(digits: &str) -> Option<Period> {
    let (year, part) = digits.split_at_checked(4)?;
    match part.len() {
        0 => Period::within(year_of(year)?, 1, 1),
        1 => Period::within(year_of(year)?, number(part)?, 4),
        2 => Period::within(year_of(year)?, number(part)?, 12),
        4 => day(year, &part[..2], &part[2..]),
        _ => None,
    }
}

/// What stands beside a year: a month, a quarter, a day, or a mark that says it is a year.
fn of_part(year: i64, part: &[&str]) -> Option<Period> {
    match *part {
        ["-" | "/", ref part @ ..] | [ref part @ .., "-" | "/"] => of_part(year, part),
        ["a" | "y" | "p" | "r" | "e" | "fy" | "år" | "year" | "tahun"] => {
            Period::within(year, 1, 1)
        }
        [month] if is_number(month) && month.len() == 2 => Period::within(year, number(month)?, 12),
        [month] => Period::within(year, month_of(month)?, 12),
        [letters, part] if is_number(part) && part.len() < 3 => {
            lettered(year, letters, number(part)?)
        }
        [date, month] if is_number(date) && month_of(month).is_some() => {
            day(&year.to_string(), &month_of(month)?.to_string(), date)
        }
        [part, letters] | [part, _, letters] if is_number(part) && part.len() == 1 => {
            lettered(year, letters, number(part)?)
        }
        _ => None,
    }
}

/// `2016-04` is a month, `2005 - 2` a quarter, `2014-2016` and `2015/16` are spans of years.
fn span_or_part(year: &str, part: &str, spans: bool) -> Option<Period> {
    let from = year_of(year)?;
    match part.len() {
        1 => Period::within(from, number(part)?, 4),
        2 => {
            let part = number(part)?;
            if (1..=12).contains(&part) && !(spans && (from + 1) % 100 == part) {
                return Period::within(from, part, 12);
            }
            let to = from / 100 * 100 + part;
            years(from, if to < from { to + 100 } else { to })
        }
        4 => years(from, year_of(part)?),
        _ => None,
    }
}

fn years(from: i64, to: i64) -> Option<Period> {
    let (start, end) = (from * YEAR, (to + 1) * YEAR);
    (from < to && to - from < 100).then_some(Period { start, end })
}

/// A numbered part of a year, by the letter of offices in several languages.
fn lettered(year: i64, letters: &str, part: i64) -> Option<Period> {
    let parts = match letters {
        "q" | "k" | "kv" | "kvartal" | "quarter" | "t" | "trimestre" | "tri" | "n" | "tw" => 4,
        "m" | "tháng" | "bulan" => 12,
        "h" | "s" | "b" | "semester" | "half" | "halvår" | "semestre" => 2,
        "w" | "u" | "v" | "week" | "vko" | "uke" | "uge" => {
            let start = year * YEAR + (part - 1) * 7 * YEAR / 365;
            let end = start + 7;
            return (1..=53).contains(&part).then_some(Period { start, end });
        }
        _ => return None,
    };
    Period::within(year, part, parts)
}

fn day(year: &str, month: &str, date: &str) -> Option<Period> {
    let (year, month, date) = (year_of(year)?, number(month)?, number(date)?);
    let start = year * YEAR + (month - 1) * 30 + (date - 1).min(29);
    ((1..=12).contains(&month) && (1..=31).contains(&date)).then_some(Period {
        start,
        end: start + 1,
    })
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn number(text: &str) -> Option<i64> {
    text.parse().ok().filter(|_| is_number(text))
}

fn year_of(text: &str) -> Option<i64> {
    number(text).filter(|year| text.len() == 4 && (1800..2200).contains(year))
}

/// A year of two digits, as spreadsheets shorten it: 00 to 69 are of this century.
fn year_of_two(text: &str) -> Option<i64> {
    let year = number(text)?;
    Some(if year < 70 { 2000 + year } else { 1900 + year })
}

fn month_of(word: &str) -> Option<i64> {
    let month = (1..=12).find(|month| Words::of_month(*month).are(word))?;
    i64::try_from(month).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: (i64, i64, i64)) {
        let (year, start, days) = expected;
        let found = Period::parse(text).map(|period| (period.start, period.days()));
        assert_eq!(found, Some((year * YEAR + start, days)), "{text}");
    }

    #[test]
    fn offices_write_periods_in_many_ways() {
        for text in [
            "2016",
            "2016*",
            "2016 (p)",
            "2016A",
            "FY 2016",
            "2016 ",
            "2016 [YR2016]",
        ] {
            check(text, (2016, 0, 360));
        }
        for text in [
            "2016Q4",
            "2016-Q4",
            "2016 Q4",
            "2016K4",
            "Q4 2016",
            "2016 - 4",
            "20164",
            "4Q2016",
            "2016T4",
            "4th quarter 2016",
        ] {
            check(text, (2016, 270, 90));
        }
        for text in [
            "2016M04",
            "2016-04",
            "201604",
            "April 2016",
            "2016 april",
            "2016/04",
            "Apr-2016",
            "2016-M04",
            "Apr-16",
            "Apr '16",
            "avr. 2016",
            "abr/2016",
            "abr/16",
            "4/2016",
            "04/2016",
            "04-2016",
            "2016 04",
            "Tháng 4/2016",
        ] {
            check(text, (2016, 90, 30));
        }
        for text in ["2016-04-30", "20160430", "30 April 2016", "30.04.2016"] {
            check(text, (2016, 119, 1));
        }
        for text in ["2015/16", "2015-2016", "2015–2016"] {
            check(text, (2015, 0, 720));
        }
        for text in ["FY 2009-10", "FY2009/10", "SY 2009-2010", "AY 2009–10"] {
            check(text, (2009, 0, 720));
        }
        check("2005/06", (2005, 0, 720));
        check("2005-06", (2005, 150, 30));
        check("2016S2", (2016, 180, 180));
        check("2016U01", (2016, 0, 7));
    }

    #[test]
    fn what_is_no_period_is_none() {
        for text in [
            "",
            "1",
            "12345678901",
            "0101",
            "2016Q5",
            "2016M13",
            "1799",
            "2200",
            "20-24",
            "1100",
            "Total",
            "2016 and earlier",
            "Before 1946",
            "K02000001",
            "1946-1945",
            "2016 Men and women of all ages (a note)",
            "65+",
            "\u{1F980}",
            "2016--4",
            "100000",
            "4-16",
            "16 Apr",
            "13/2016",
            "31.31.2016",
        ] {
            assert_eq!(Period::parse(text), None, "{text}");
        }
    }
}
