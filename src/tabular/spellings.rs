//! Two spellings of one category.

use std::collections::HashMap;

use crate::cube::Sex;
use crate::search::folded;

/// As many categories are compared letter by letter; of more, names of places are like each other.
const COMPARED: usize = 12;

/// Pairs of categories that differ in case or accents alone, in letters that look alike, or of a few in one
/// letter: `Female` and `Femal`; and one of the two sexes under two names: `Female` and `F`. The one to keep
/// comes first.
pub(super) fn spellings(codes: &[String]) -> Vec<[&str; 2]> {
    let mut folded: HashMap<String, &str> = HashMap::new();
    let mut alike = Vec::new();
    for code in codes {
        let same = *folded.entry(fold(&plain_twin(code))).or_insert(code);
        if same == code {
            continue;
        }
        // What has no twins of Latin letters can be typed.
        let is_odd = plain_twin(same) != *same && plain_twin(code) == *code;
        alike.push(if is_odd { [code, same] } else { [same, code] });
    }
    for is in [Sex::Female, Sex::Male] {
        let mut named = codes.iter().filter(|code| Sex::of(code) == Some(is));
        if let (Some(one), Some(other)) = (named.next(), named.next())
            && fold(one) != fold(other)
        {
            alike.push([one, other]);
        }
    }
    if codes.len() <= COMPARED {
        for (at, rare) in codes.iter().enumerate() {
            let before = codes[..at].iter();
            let twin = |text: &str| fold(&plain_twin(text));
            let mut other = before.filter(|known| twin(known) != twin(rare));
            if let Some(known) = other.find(|known| is_slip(known, rare)) {
                alike.push([known, rare]);
            }
        }
    }
    alike
}

/// A text with Latin letters for those of Greek and Cyrillic that look the same, and plain hyphens and
/// apostrophes.
fn plain_twin(text: &str) -> String {
    text.chars()
        .map(|it| latin_twin(it).unwrap_or(it))
        .collect()
}

/// Letters that look like Latin ones, each before its twin.
const TWINS: &str = "АAВBЕEКKМMНHОOРPСCТTУYХXІIЈJЅSаaеeоoрpсcуyхxіiјjѕsԁdһh\
                     ΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧXοoνvϲc";

/// The Latin letter that looks like another one, or the plain form of a sign.
fn latin_twin(letter: char) -> Option<char> {
    match letter {
        '\u{2010}'..='\u{2013}' | '\u{2212}' => Some('-'),
        '\u{2018}' | '\u{2019}' | '\u{2bc}' => Some('\''),
        _ if letter.is_ascii() => None,
        _ => {
            let at = TWINS.chars().step_by(2).position(|it| it == letter)?;
            TWINS.chars().nth(2 * at + 1)
        }
    }
}

/// A text as a string of TOML, in which letters are named that look like others.
pub(super) fn toml_text(text: &str) -> String {
    let mut quoted = String::from('"');
    for letter in text.chars() {
        match letter {
            '"' | '\\' => quoted.extend(['\\', letter]),
            _ if latin_twin(letter).is_some()
                || !letter.is_alphanumeric() && !letter.is_ascii() =>
            {
                let code = u32::from(letter);
                quoted += &if code > 0xffff {
                    format!("\\U{code:08X}")
                } else {
                    format!("\\u{code:04X}")
                };
            }
            _ => quoted.push(letter),
        }
    }
    quoted.push('"');
    quoted
}

/// Without case and accents; what has neither letters nor digits stays as it is.
fn fold(text: &str) -> String {
    let folded = folded(text);
    if folded.is_empty() {
        text.to_lowercase()
    } else {
        // Signs tell bands apart: <15 and 15+.
        let signs = text.chars().filter(|sign| "<>+-–≥≤()".contains(*sign));
        folded + &signs.collect::<String>()
    }
}

/// Whether one letter was left out, added or changed in a longer word.
fn is_slip(a: &str, b: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let (short, long) = if a.len() <= b.len() {
        (&a, &b)
    } else {
        (&b, &a)
    };
    let has_digit = a.iter().chain(&b).any(|letter| letter.is_numeric());
    if has_digit || short.len() < 4 || long.len() - short.len() > 1 {
        return false;
    }
    let start = short.iter().zip(long).take_while(|(a, b)| a == b).count();
    // Where a letter stands alone it is a code: SEX_F and SEX_M.
    let letters = |text: &[char]| {
        let before = text[..start].iter().rev();
        let run = |letters: &mut dyn Iterator<Item = &char>| {
            letters.take_while(|letter| letter.is_alphabetic()).count()
        };
        run(&mut before.into_iter()) + run(&mut text[start..].iter())
    };
    if letters(short).min(letters(long)) < 2 {
        return false;
    }
    let end = short
        .iter()
        .rev()
        .zip(long.iter().rev())
        .take_while(|(a, b)| a == b)
        .count();
    // Of "Female" and "Male" more than one letter is another.
    start + end + usize::from(short.len() == long.len()) >= short.len()
        && start > 0
        && long.len() - start - end <= 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(codes: &[&str], expected: &[&str]) {
        let codes: Vec<String> = codes.iter().map(|code| (*code).to_owned()).collect();
        let found = spellings(&codes);
        let found: Vec<String> = (found.iter())
            .map(|[one, other]| format!("{} and {}", toml_text(one), toml_text(other)))
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn case_and_one_letter_make_no_other_category_but_words_and_numbers_do() {
        check(&["Female", "FEMALE"], &["\"Female\" and \"FEMALE\""]);
        check(&["Female", "Male", "Femal"], &["\"Female\" and \"Femal\""]);
        check(&["Female", "Male", "Total"], &[]);
        check(&["2021", "2022"], &[]);
        check(&["North", "South"], &[]);
        check(&["Áncash", "Ancash"], &["\"Áncash\" and \"Ancash\""]);
        check(
            &["A\u{301}ncash", "Áncash"],
            &["\"A\\u0301ncash\" and \"Áncash\""],
        );
        check(&["Female", "F", "Male"], &["\"Female\" and \"F\""]);
        check(&["<15", "15+", "15"], &[]);
        // A letter of Cyrillic, a hyphen that does not break.
        check(
            &["\u{421}oast", "Coast", "Hills"],
            &["\"Coast\" and \"\\u0421oast\""],
        );
        check(&["A-1", "A\u{2011}1"], &["\"A-1\" and \"A\\u20111\""]);
        check(&["Москва", "Тверь"], &[]);
        check(&["SEX_T", "SEX_M", "SEX_F", "AGE A", "AGE B"], &[]);
    }
}
