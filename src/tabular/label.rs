//! Names as people write them, without what is not meant.

use std::borrow::Cow;

use icu_normalizer::ComposingNormalizerBorrowed;

use super::numeral::numeral;

/// A text with each letter and its marks as one sign (Unicode's NFC): `é`, and not `e` with an accent behind it.
#[must_use]
pub fn composed(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        return text.into();
    }
    ComposingNormalizerBorrowed::new_nfc().normalize(text)
}

/// A name without spaces around it, doubled spaces, signs that cannot be seen and what a spreadsheet or a program
/// puts around a text: `="01"` is `01`, the year `2021.0` is `2021`.
pub(super) fn name(text: &str) -> Cow<'_, str> {
    let text = text.trim();
    let inner = text.strip_prefix("=\"").and_then(|it| it.strip_suffix('"'));
    let text = inner.or_else(|| text.strip_prefix('\'')).unwrap_or(text);
    let year = text.strip_suffix(".0").filter(|it| it.len() == 4);
    let text = year
        .filter(|it| it.bytes().all(|it| it.is_ascii_digit()))
        .unwrap_or(text);
    // A year in the digits of another script is that year.
    if text.chars().count() == 4
        && text
            .chars()
            .all(|letter| letter.is_numeric() && !letter.is_ascii())
        && let Some(numeral) = numeral(text)
    {
        return numeral.digits.into();
    }
    let is_unseen = |letter: char| {
        matches!(
            letter,
            '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'
                ..='\u{202e}' | '\u{2060}' | '\u{feff}' | '\u{ad}'
        )
    };
    let is_plain = !text
        .contains(|letter: char| is_unseen(letter) || letter != ' ' && letter.is_whitespace())
        && !text.contains("  ");
    if is_plain {
        return text.trim().into();
    }
    let seen: String = text.chars().filter(|letter| !is_unseen(*letter)).collect();
    seen.split_whitespace().collect::<Vec<_>>().join(" ").into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_and_their_marks_are_one_sign() {
        assert_eq!(composed("A\u{301}ncash"), "Áncash");
        assert_eq!(composed("Việt Nam"), composed("Vie\u{323}\u{302}t Nam"));
        assert_eq!(composed("Áncash"), "Áncash");
    }

    #[test]
    fn what_cannot_be_seen_is_no_part_of_a_name() {
        for (text, expected) in [
            ("  Phnom Penh", "Phnom Penh"),
            ("Phnom\u{a0}\u{a0}Penh ", "Phnom Penh"),
            ("\u{200f}مثال", "مثال"),
            ("=\"01\"", "01"),
            ("Kep", "Kep"),
            ("2021.0", "2021"),
            ("٢٠٢١", "2021"),
            ("12.0", "12.0"),
        ] {
            assert_eq!(name(text), expected);
        }
    }
}
