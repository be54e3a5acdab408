//! A figure as people write it: sign, currency, groups of digits, percent sign, flags beside it.

/// The parts of a text that has a number in it. Which of its signs is the decimal one is not asked yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Numeral {
    /// Whether a minus stands before it.
    pub(super) is_negative: bool,
    /// Whether it stands in brackets: a minus of book-keepers, or a mark that it is unreliable.
    pub(super) in_brackets: bool,
    /// Digits with `.`, `,` and, for every other sign between groups of digits, `'`.
    pub(super) digits: String,
    /// The power of ten after an `E`.
    pub(super) exponent: i32,
    /// What stands before it, a currency: `R$`.
    pub(super) currency: String,
    /// Whether a percent sign stands after it.
    pub(super) is_percent: bool,
    /// Letters and marks after it: `p`, `*`.
    pub(super) flags: String,
}

/// Marks that are flags wherever they follow a figure.
const MARKS: [char; 6] = ['*', '†', '‡', '^', '#', '!'];
/// Letters that a flag has at most.
const MOST_LETTERS: usize = 3;

/// Reads a text as a number with what stands around it; `None` where it is none.
pub(super) fn numeral(text: &str) -> Option<Numeral> {
    let text = plain(text);
    let text = unwrapped(&text);
    let (in_brackets, text) = match text.strip_prefix('(').and_then(|it| it.strip_suffix(')')) {
        Some(inner) => (true, inner.trim()),
        None => (false, text),
    };
    let (sign_before, text) = signed(text);
    let start = text.find(|letter: char| letter.is_ascii_digit() || letter == '.')?;
    let (currency, text) = text.split_at(start);
    let currency = currency.trim_end();
    let (sign_after, text) = signed(text);
    if !is_currency(currency) {
        return None;
    }
    let is_body =
        |letter: char| letter.is_ascii_digit() || matches!(letter, '.' | ',' | '\'' | ' ');
    let end = text.find(|letter| !is_body(letter)).unwrap_or(text.len());
    let (body, rest) = text.split_at(end);
    let digits = grouped(body.trim_end())?;
    let (exponent, rest) = exponent(rest);
    // A letter that is taken for a digit, typed after digits: no flag.
    if matches!(rest, "O" | "o" | "l" | "I") {
        return None;
    }
    let rest = rest.trim_start();
    let (is_percent, rest) = match rest.strip_prefix('%') {
        Some(rest) => (true, rest.trim_start()),
        None => (false, rest),
    };
    Some(Numeral {
        is_negative: sign_before || sign_after,
        in_brackets,
        digits,
        exponent,
        currency: currency.to_owned(),
        is_percent,
        flags: flags(rest)?,
    })
}

/// Without what cannot be seen, in the digits and spaces of ASCII.
fn plain(text: &str) -> String {
    let letters = text.chars().filter_map(|letter| {
        Some(match letter {
            '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2066}'..='\u{2069}'
            | '\u{feff}' => {
                return None;
            }
            '\u{660}'..='\u{669}' => digit(letter, '\u{660}'),
            '\u{6f0}'..='\u{6f9}' => digit(letter, '\u{6f0}'),
            '\u{966}'..='\u{96f}' => digit(letter, '\u{966}'),
            '\u{66b}' => '.',
            '\u{66c}' | '’' | '‘' | '´' | '`' => '\'',
            '−' | '–' => '-',
            '％' | '٪' => '%',
            _ if letter.is_whitespace() => ' ',
            _ => letter,
        })
    });
    letters.collect::<String>().trim().to_owned()
}

fn digit(letter: char, zero: char) -> char {
    let value = u32::from(letter) - u32::from(zero);
    char::from_digit(value, 10).unwrap_or(letter)
}

/// Without the signs by which a spreadsheet keeps a number as text: `="01"`, `'1234`.
fn unwrapped(text: &str) -> &str {
    let inner = text.strip_prefix("=\"").and_then(|it| it.strip_suffix('"'));
    let inner = inner.or_else(|| text.strip_prefix('\''));
    inner.unwrap_or(text).trim()
}

fn signed(text: &str) -> (bool, &str) {
    match text.strip_prefix('-') {
        Some(rest) => (true, rest.trim_start()),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    }
}

/// A sign of money, or a code of one with it: `€`, `R$`, `Rp`.
fn is_currency(text: &str) -> bool {
    let is_sign = |letter: char| "$€£¥₹₱฿៛₫₦₽₩".contains(letter);
    let short = text.chars().count() <= 4;
    text.is_empty()
        || short && text.chars().any(is_sign)
        || matches!(
            text.trim_end_matches('.'),
            "Rp" | "kr" | "Fr" | "CHF" | "DH" | "MAD" | "KSh" | "Rs"
        )
}

/// Digits with spaces between groups of three as `'`; `None` where spaces stand elsewhere.
fn grouped(body: &str) -> Option<String> {
    if !body.contains(|letter: char| letter.is_ascii_digit()) {
        return None;
    }
    if !body.contains(' ') {
        return Some(body.to_owned());
    }
    let mut groups = body.split(' ');
    let first = groups.next()?;
    let is_first =
        (1..=3).contains(&first.len()) && first.bytes().all(|byte| byte.is_ascii_digit());
    let is_group = |group: &str| {
        let whole = group.split(['.', ',']).next().unwrap_or_default();
        whole.len() == 3 && whole.bytes().all(|byte| byte.is_ascii_digit())
    };
    (is_first && groups.all(is_group)).then(|| body.replace(' ', "'"))
}

fn exponent(text: &str) -> (i32, &str) {
    let none = (0, text);
    let Some(power) = text.strip_prefix(['E', 'e']) else {
        return none;
    };
    let digits = power.strip_prefix(['+', '-']).unwrap_or(power);
    if digits.is_empty() || digits.len() > 2 || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return none;
    }
    power.parse().map_or(none, |power| (power, ""))
}

/// What follows a number, where it can be flags: few letters, marks, in brackets or not.
fn flags(text: &str) -> Option<String> {
    let inner = text.strip_prefix('(').and_then(|it| it.strip_suffix(')'));
    let inner = inner.unwrap_or(text).trim();
    let letters = inner
        .chars()
        .filter(|letter| !MARKS.contains(letter) && *letter != ' ');
    let few = letters.clone().count() <= MOST_LETTERS;
    let fits = few && letters.clone().all(char::is_alphabetic);
    fits.then(|| inner.split_whitespace().collect::<Vec<_>>().join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let found = numeral(text).map_or_else(String::new, |it| {
            let sign = if it.is_negative { "-" } else { "" };
            let brackets = if it.in_brackets { "()" } else { "" };
            let percent = if it.is_percent { "%" } else { "" };
            let power = if it.exponent == 0 {
                String::new()
            } else {
                format!("E{}", it.exponent)
            };
            [
                &it.currency,
                sign,
                &it.digits,
                &power,
                percent,
                brackets,
                "|",
                &it.flags,
            ]
            .concat()
        });
        assert_eq!(found, expected, "{text:?}");
    }

    #[test]
    fn a_figure_is_found_among_what_people_write_around_it() {
        check("1234", "1234|");
        check(" +8011 ", "8011|");
        check("−12,5", "-12,5|");
        check("(1,234)", "1,234()|");
        check("1\u{a0}234\u{202f}567,8", "1'234'567,8|");
        check("1’234.5", "1'234.5|");
        check("١٬٢٣٤", "1'234|");
        check("\u{200f}١٢", "12|");
        check("=\"01\"", "01|");
        check("'1234", "1234|");
        check("4.653E+03", "4.653E3|");
        check("R$ 2.482,95", "R$2.482,95|");
        check("-$5", "$-5|");
        check("12.3 %", "12.3%|");
        check("12 p", "12|p");
        check("3,4*", "3,4|*");
        check("5,6 bp", "5,6|bp");
        check("7 (e)", "7|e");
    }

    #[test]
    fn what_only_looks_like_a_figure_is_none() {
        for text in [
            "",
            "-",
            ":",
            "12O",
            "l234",
            "approx. 800",
            "12 345 6",
            "0-4",
            "65+",
            "2022/23",
            "9-May",
            "2023 Q1",
            "1 2",
            "E5",
            "Region 4",
            "1st quarter",
        ] {
            assert_eq!(numeral(text), None, "{text:?}");
        }
    }
}
