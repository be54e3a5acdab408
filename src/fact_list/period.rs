//! When a printed period ends, where that is plain.

/// What a period covers, apart from its end: two of one kind can be compared.
#[derive(Debug, Clone, PartialEq)]
pub struct DatedPeriod {
    /// Its end in years: 2024.5 is the middle of 2024.
    pub end: f64,
    /// Its text without its last date: `to `, ` academic year`, `2023-11 to `.
    pub form: String,
}

/// The end of a period that is written as `2024`, `2024-02`, `2024-02-04`, with words around it that a period may
/// have (`to 2024-02-04 17:00`, `2023-11 to 2024-08`, `2024 academic year`). `None` of one with a remark in brackets
/// or an alternative: it says more than a point in time can.
///
/// ```
/// use jangkau::fact_list::dated_period;
/// let end = |period| dated_period(period).map(|it| it.end);
/// assert_eq!(end("2024"), Some(2025.0));
/// assert_eq!(end("to 2024-06-30"), end("2023-11 to 2024-06"));
/// assert_eq!(end("2019 or 2020"), None);
/// assert_eq!(end("2022 (all schools)"), None);
/// assert_eq!(end("not dated"), None);
/// ```
#[must_use]
pub fn dated_period(period: &str) -> Option<DatedPeriod> {
    if period.contains(['(', '[']) {
        return None;
    }
    let mut last: Option<(usize, f64)> = None;
    let mut form: Vec<&str> = Vec::new();
    for word in period.split_whitespace() {
        if let Some(end) = end_of(word) {
            last = Some((form.len(), end));
        } else if is_hour(word) {
            continue;
        } else if !WORDS.contains(&word) {
            return None;
        }
        form.push(word);
    }
    let (at, end) = last?;
    form[at] = "";
    Some(DatedPeriod {
        end,
        form: form.join(" "),
    })
}

/// The words of a period that leave its end plain.
const WORDS: [&str; 5] = ["to", "until", "academic", "school", "year"];

/// The end of a year, a month or a day, in years.
fn end_of(date: &str) -> Option<f64> {
    let mut parts = date.split('-');
    let (year, month, day) = (parts.next()?, parts.next(), parts.next());
    if parts.next().is_some() || year.len() != 4 {
        return None;
    }
    let number = |text: &str, most: u32| {
        let number: u32 = text.parse().ok()?;
        let is_plain = text.bytes().all(|it| it.is_ascii_digit());
        (is_plain && (1..=most).contains(&number)).then_some(f64::from(number))
    };
    let year = number(year, 9999)?;
    let Some(month) = month else {
        return Some(year + 1.0);
    };
    let month = number(month, 12)?;
    let Some(day) = day else {
        return Some(year + month / 12.0);
    };
    let day = number(day, 31)?;
    Some(year + (month - 1.0 + (day / LONGEST_MONTH).min(1.0)) / 12.0)
}

/// Days of a month, for where in it a day lies: the last of a shorter one is drawn as its end.
const LONGEST_MONTH: f64 = 30.0;

/// `17:00`.
fn is_hour(word: &str) -> bool {
    word.split_once(':').is_some_and(|(hour, minute)| {
        let is_two = |text: &str| text.len() <= 2 && text.bytes().all(|it| it.is_ascii_digit());
        is_two(hour) && is_two(minute)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_of_one_form_differ_in_their_end_alone() {
        let form = |period| dated_period(period).unwrap().form;
        assert_eq!(form("to 2023-12-10"), form("to 2024-02-04 17:00"));
        assert_eq!(form("2023 academic year"), form("2024 academic year"));
        assert_ne!(form("2024"), form("2024 academic year"));
        assert_ne!(form("2023-11 to 2024-08"), form("2023-12 to 2024-08"));
    }

    #[test]
    fn what_is_no_date_has_no_end() {
        for period in [
            "",
            "24",
            "2024-13",
            "2024-00",
            "2024-02-32",
            "+024",
            "2024-02-04-05",
            "soon 2024",
        ] {
            assert_eq!(dated_period(period), None, "{period}");
        }
    }
}
