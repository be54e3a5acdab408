//! The periods of a time variable: `TIMEVAL("year")=TLIST(A1),"2019","2020";`

use super::entry::{Entry, Token};

/// What `TIMEVAL` says of a time variable.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct TimeList {
    /// Its periods, as codes of ours: `2024`, `2024H1`, `2024Q1`, `2024M01`, `2024W01`. Empty where the
    /// file names a span whose periods cannot be counted.
    pub(super) periods: Vec<String>,
}

impl TimeList {
    pub(super) fn from_entry(entry: &Entry) -> Self {
        let open = entry
            .tokens
            .iter()
            .position(|token| *token == Token::Sign('('));
        let close = entry
            .tokens
            .iter()
            .position(|token| *token == Token::Sign(')'));
        let (head, list) = match (open, close) {
            (Some(open), Some(close)) if open < close => {
                (&entry.tokens[open + 1..close], &entry.tokens[close + 1..])
            }
            _ => (&entry.tokens[..0], &entry.tokens[..]),
        };
        let scale = match head.first() {
            Some(Token::Word(scale)) => scale.chars().next().unwrap_or('A'),
            _ => 'A',
        };
        let scale = scale.to_ascii_uppercase();
        let texts = |tokens: &[Token]| -> Vec<String> {
            let texts = tokens.iter().filter_map(|token| match token {
                Token::Text(text) => Some(text.trim().to_owned()),
                Token::Word(_) | Token::Sign(_) => None,
            });
            texts.collect()
        };
        let named = texts(list);
        if !named.is_empty() {
            let periods = named.iter().map(|period| code_of(scale, period)).collect();
            return Self { periods };
        }
        let ends = texts(head);
        let ends: Vec<&str> = ends.iter().flat_map(|text| text.split('-')).collect();
        let periods = match ends[..] {
            [from, to] => span(scale, from.trim(), to.trim()).unwrap_or_default(),
            _ => Vec::new(),
        };
        Self { periods }
    }
}

/// The most periods of a span.
const MOST: usize = 100_000;

/// Every period from the first to the last.
fn span(scale: char, from: &str, to: &str) -> Option<Vec<String>> {
    let (parts, digits) = match scale {
        'A' => (1, 0),
        'H' => (2, 1),
        'Q' => (4, 1),
        'M' => (12, 2),
        // A year has 52 or 53 weeks.
        _ => return None,
    };
    let number = |text: &str| {
        let (year, part) = text.split_at_checked(4)?;
        let year: usize = year.parse().ok()?;
        if digits == 0 {
            return part.is_empty().then_some(year);
        }
        let part: usize = part.parse().ok()?;
        (1..=parts)
            .contains(&part)
            .then_some(year * parts + part - 1)
    };
    let (from, to) = (number(from)?, number(to)?);
    (from <= to && to - from < MOST).then_some(())?;
    let period = |at: usize| {
        let (year, part) = (at / parts, at % parts + 1);
        match digits {
            0 => year.to_string(),
            _ => code_of(scale, &format!("{year}{part:0digits$}")),
        }
    };
    Some((from..=to).map(period).collect())
}

/// The code of a period: PX writes `20241` for a half-year and a quarter alike.
fn code_of(scale: char, period: &str) -> String {
    match (scale, period.split_at_checked(4)) {
        ('H' | 'Q' | 'M' | 'W', Some((year, part)))
            if !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()) =>
        {
            format!("{year}{scale}{part}")
        }
        _ => period.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::scanner::parts_of;
    use super::*;

    #[track_caller]
    fn check(value: &str, expected: &[&str]) {
        let file = format!("TIMEVAL(\"t\")={value};DATA=1;");
        let parts = parts_of(&file).unwrap();
        assert_eq!(TimeList::from_entry(&parts.entries[0]).periods, expected);
    }

    #[test]
    fn periods_are_named_or_make_a_span() {
        check("TLIST(A1),\"2019\",\"2020\"", &["2019", "2020"]);
        check("TLIST(A1,\"2019\"-\"2021\")", &["2019", "2020", "2021"]);
        check("TLIST(A1,\"2019-2020\")", &["2019", "2020"]);
        check("TLIST(Q1),\"20193\"", &["2019Q3"]);
        check(
            "TLIST(H1,\"20192\"-\"20202\")",
            &["2019H2", "2020H1", "2020H2"],
        );
        check(
            "TLIST(M1,\"201911\"-\"202001\")",
            &["2019M11", "2019M12", "2020M01"],
        );
        check("TLIST(W1),\"202401\"", &["2024W01"]);
    }

    #[test]
    fn a_span_that_cannot_be_counted_names_no_period() {
        check("TLIST(W1,\"202401\"-\"202410\")", &[]);
        check("TLIST(A1,\"2021\"-\"2019\")", &[]);
        check("TLIST(M1,\"201913\"-\"202001\")", &[]);
        check("TLIST(A1)", &[]);
    }
}
