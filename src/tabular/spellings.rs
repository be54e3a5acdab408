//! Two spellings of one category.

use std::collections::HashMap;

use crate::cube::Sex;
use crate::search::folded;

/// As many categories are compared letter by letter; of more, names of places are like each other.
const COMPARED: usize = 12;

/// Pairs of categories that differ in case or accents alone, or of a few in one letter: `"Female" and "Femal"`;
/// and one of the two sexes under two names: `"Female" and "F"`.
pub(super) fn spellings(codes: &[String]) -> Vec<String> {
    let mut folded: HashMap<String, &str> = HashMap::new();
    let mut alike = Vec::new();
    let pair = |a: &str, b: &str| format!("\"{a}\" and \"{b}\"");
    for code in codes {
        let same = folded.entry(fold(code)).or_insert(code);
        if *same != code {
            alike.push(pair(same, code));
        }
    }
    for is in [Sex::Female, Sex::Male] {
        let mut named = codes.iter().filter(|code| Sex::of(code) == Some(is));
        if let (Some(one), Some(other)) = (named.next(), named.next())
            && fold(one) != fold(other)
        {
            alike.push(pair(one, other));
        }
    }
    if codes.len() <= COMPARED {
        for (at, rare) in codes.iter().enumerate() {
            let before = codes[..at].iter();
            let mut other = before.filter(|known| fold(known) != fold(rare));
            if let Some(known) = other.find(|known| is_slip(known, rare)) {
                alike.push(pair(known, rare));
            }
        }
    }
    alike
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
        assert_eq!(spellings(&codes), expected);
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
            &["\"A\u{301}ncash\" and \"Áncash\""],
        );
        check(&["Female", "F", "Male"], &["\"Female\" and \"F\""]);
        check(&["<15", "15+", "15"], &[]);
        check(&["SEX_T", "SEX_M", "SEX_F", "AGE A", "AGE B"], &[]);
    }
}
