//! How well a typed word fits a word of a name.

/// From the best fit to the worst.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fit {
    /// The same word.
    Whole,
    /// The word begins so.
    Begins,
    /// One typo away from the word.
    NearlyWhole,
    /// One typo away from how the word begins, and right again after it.
    NearlyBegins,
}

/// Letters that a typed word needs before a typo is forgiven.
const FORGIVEN_FROM: usize = 4;

/// How `typed` fits `word`, or, in a script that puts no spaces between words, what of it begins at any of its
/// letters; `None`: not at all.
pub(super) fn fit(typed: &[char], word: &[char]) -> Option<Fit> {
    let whole = fit_from_start(typed, word);
    if whole.is_some() || !typed.first().is_some_and(|letter| is_unspaced(*letter)) {
        return whole;
    }
    let inside = (1..word.len()).filter_map(|at| fit_from_start(typed, &word[at..]));
    inside.map(|fit| fit.max(Fit::Begins)).min()
}

/// Whether a letter is Thai, Lao, Burmese or Khmer.
fn is_unspaced(letter: char) -> bool {
    matches!(letter, '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}')
}

/// How `typed` fits `word` from its first letter; `None`: not at all. A typo is one letter wrong, missing, too many, or two
/// neighbours swapped (Damerau 1964).
fn fit_from_start(typed: &[char], word: &[char]) -> Option<Fit> {
    let common = typed.iter().zip(word).take_while(|(a, b)| a == b).count();
    let (typed_rest, rest) = (&typed[common..], &word[common..]);
    if typed_rest.is_empty() {
        return Some(if rest.is_empty() {
            Fit::Whole
        } else {
            Fit::Begins
        });
    }
    if typed.len() < FORGIVEN_FROM {
        return None;
    }
    let mut best = None;
    let mut after = |typed: Option<&[char]>, word: Option<&[char]>| {
        let (Some(typed), Some(word)) = (typed, word) else {
            return;
        };
        if typed == word {
            best = Some(Fit::NearlyWhole);
        } else if !typed.is_empty() && word.starts_with(typed) && best.is_none() {
            best = Some(Fit::NearlyBegins);
        }
    };
    after(typed_rest.get(1..), rest.get(1..));
    after(typed_rest.get(1..), Some(rest));
    after(Some(typed_rest), rest.get(1..));
    if let ([a, b, ..], [c, d, ..]) = (typed_rest, rest)
        && (a, b) == (d, c)
    {
        after(typed_rest.get(2..), rest.get(2..));
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(typed: &str, word: &str, expected: Option<Fit>) {
        let [a, b] = [typed, word].map(|text| text.chars().collect::<Vec<_>>());
        assert_eq!(fit(&a, &b), expected, "{typed} {word}");
    }

    #[test]
    fn one_typo_is_forgiven_and_no_second() {
        check("harbour", "harbour", Some(Fit::Whole));
        check("harb", "harbour", Some(Fit::Begins));
        for typed in [
            "harbur", "harbouur", "herbour", "habrour", "harbourr", "arbour",
        ] {
            check(typed, "harbour", Some(Fit::NearlyWhole));
        }
        check("habro", "harbour", Some(Fit::NearlyBegins));
        check("hatbo", "harbour", Some(Fit::NearlyBegins));
        check("harx", "harbour", None);
        check("hrabur", "harbour", None);
        check("harbouran", "harbour", None);
        check("village", "harbour", None);
    }

    #[test]
    fn a_word_may_begin_inside_another_where_no_spaces_part_them() {
        check("เชียงใหม่", "จังหวัดเชียงใหม่", Some(Fit::Begins));
        check("เชียง", "จังหวัดเชียงใหม่", Some(Fit::Begins));
        check("เชยงใหม่", "จังหวัดเชียงใหม่", Some(Fit::NearlyWhole));
        check("ភ្នំពេញ", "រាជធានីភ្នំពេញ", Some(Fit::Begins));
        check("ภูเก็ต", "จังหวัดเชียงใหม่", None);
        check("bour", "harbour", None);
    }

    #[test]
    fn a_typo_in_a_short_word_is_not_forgiven() {
        check("dne", "dune", None);
        check("dnee", "dune", None);
        check("duen", "dune", Some(Fit::NearlyWhole));
    }
}
