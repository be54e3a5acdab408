//! The word lists by which a file is read where it does not say what it means (`words.tsv`).

/// The table as it stands in the source: kind, tab, words.
const TABLE: &str = include_str!("words.tsv");

/// The names of the months, a line each. Apart, because the page reads periods and no other words.
const MONTHS: &str = include_str!("months.tsv");

/// The words of one kind.
#[derive(Debug, Clone, Copy)]
pub(in crate::cube) struct Words(&'static str);

/// The words for thousands and more. Apart for the same reason: they stand in the names of units.
const MAGNITUDES: &str = include_str!("magnitudes.tsv");

impl Words {
    /// Thousands, millions and what else multiplies.
    pub(in crate::cube) fn of_magnitude() -> Self {
        Self(MAGNITUDES.trim_end())
    }

    /// The words of a kind of the table; none where it has no such line.
    pub(super) fn of(kind: &str) -> Self {
        let line = |line: &'static str| line.split_once('\t');
        let mut lines = TABLE.lines().filter_map(line);
        Self(
            lines
                .find(|(known, _)| *known == kind)
                .map_or("", |(_, words)| words),
        )
    }

    /// The names of a month, 1 to 12.
    pub(super) fn of_month(month: usize) -> Self {
        Self(MONTHS.lines().nth(month - 1).unwrap_or_default())
    }

    fn each(self) -> impl Iterator<Item = &'static str> {
        self.0.split('|').filter(|word| !word.is_empty())
    }

    /// Whether a whole text (an id, a code) is one of them, case ignored.
    pub(super) fn are(self, text: &str) -> bool {
        let text = normal(text);
        self.each().any(|word| match word.strip_suffix('*') {
            Some(start) => text.starts_with(start),
            None => text == word,
        })
    }

    /// Whether one of them stands in a text, as a word of its own.
    pub(in crate::cube) fn stand_in(self, text: &str) -> bool {
        let text = normal(text);
        self.each().any(|word| !found(&text, word).is_empty())
    }

    /// Where the first of them stands in a text of lower case, as a word of its own.
    pub(super) fn first_in(self, text: &str) -> Option<usize> {
        self.each().flat_map(|word| found(text, word)).min()
    }

    /// Whether a text starts with one of them, as a word of its own.
    pub(super) fn start(self, text: &str) -> bool {
        let text = normal(text);
        self.each().any(|word| found(&text, word).contains(&0))
    }
}

/// In lower case, one blank between words.
pub(super) fn normal(text: &str) -> String {
    let lower: String = text.chars().map(lower).collect();
    lower.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A Latin letter in lower case; what the table has no other letters for stays as it is. (The tables of
/// all of Unicode weigh more than the rest of the reading.)
fn lower(letter: char) -> char {
    let code = u32::from(letter);
    let lower = match code {
        0x41..=0x5a | 0xc0..=0xd6 | 0xd8..=0xde => code + 0x20,
        0x100..=0x137 | 0x14a..=0x177 => code | 1,
        0x139..=0x148 | 0x179..=0x17e => code + code % 2,
        _ => code,
    };
    char::from_u32(lower).unwrap_or(letter)
}

/// Whether a character is a letter or digit, of any script.
pub(super) fn is_letter(letter: char) -> bool {
    letter.is_ascii_alphanumeric()
        || (letter > '\u{bf}'
            && !matches!(letter, '×' | '÷' | '\u{2000}'..='\u{2bff}' | '\u{3000}'..='\u{3020}'))
}

/// Where a word of the table stands in a text of lower case.
fn found(text: &str, word: &str) -> Vec<usize> {
    let (open_start, word) = match word.strip_prefix('*') {
        Some(word) => (true, word),
        None => (false, word),
    };
    let (open_end, word) = match word.strip_suffix('*') {
        Some(word) => (true, word),
        None => (false, word),
    };
    let is_letter = |char: Option<char>| char.is_some_and(is_letter);
    let stands = |&(at, _): &(usize, &str)| {
        let (before, after) = (
            text[..at].chars().last(),
            text[at + word.len()..].chars().next(),
        );
        let starts = open_start || !is_letter(word.chars().next()) || !is_letter(before);
        let ends = open_end || !is_letter(word.chars().last()) || !is_letter(after);
        starts && ends
    };
    text.match_indices(word)
        .filter(stands)
        .map(|(at, _)| at)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_stands_alone_unless_the_table_says_it_may_be_part_of_a_longer_one() {
        let rate = Words::of("rate");
        for text in [
            "Per cent",
            "%",
            "KPI (2015=100)",
            "Prosentandel",
            "Konsumprisindex",
            "Gini coefficient",
        ] {
            assert!(rate.stand_in(text), "{text}");
        }
        for text in ["Corporate taxes", "Persons", "Generated power", "Prisoners"] {
            assert!(!rate.stand_in(text), "{text}");
        }
    }

    #[test]
    fn a_total_starts_with_its_word() {
        let total = Words::of("total_word");
        assert!(total.start("Total, both kinds") && total.start("Both sexes"));
        assert!(!total.start("Sum total") && !total.start("Allotments"));
        assert!(Words::of("total_code").are("TotSa") && !Words::of("total_code").are("Tea"));
    }

    #[test]
    fn every_line_of_the_table_is_a_kind_and_its_words() {
        for line in TABLE.lines().filter(|line| !line.starts_with('#')) {
            let (kind, words) = line.split_once('\t').unwrap();
            assert!(Words::of(kind).each().count() > 0, "{line}");
            assert_eq!(words, normal(words), "{line}");
        }
        assert_eq!(Words::of("no such kind").each().count(), 0);
    }
}
