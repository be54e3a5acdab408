//! Two spellings of one category.

use std::collections::HashMap;

/// As many categories are compared letter by letter; of more, names of places are like each other.
const COMPARED: usize = 12;

/// Pairs of categories that differ in case alone, or of a few in one letter: `"Female" and "Femal"`.
pub(super) fn spellings(codes: &[String]) -> Vec<String> {
    let mut folded: HashMap<String, &str> = HashMap::new();
    let mut alike = Vec::new();
    let pair = |a: &str, b: &str| format!("\"{a}\" and \"{b}\"");
    for code in codes {
        let same = folded.entry(code.to_lowercase()).or_insert(code);
        if *same != code {
            alike.push(pair(same, code));
        }
    }
    if codes.len() <= COMPARED {
        for (at, rare) in codes.iter().enumerate() {
            let before = codes[..at].iter();
            let mut other = before.filter(|known| known.to_lowercase() != rare.to_lowercase());
            if let Some(known) = other.find(|known| is_slip(known, rare)) {
                alike.push(pair(known, rare));
            }
        }
    }
    alike
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
    }
}
