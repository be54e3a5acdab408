//! Words by which the figures of a measure are known to be people (`people_words.tsv`).

/// The table as it stands in the source: language, tab, words.
const TABLE: &str = include_str!("people_words.tsv");

/// Whether a text names people, or what happens to one person each, in any language of the list.
pub(super) fn names_people(text: &str) -> bool {
    let text = text.to_lowercase();
    let lines = TABLE.lines().filter(|line| !line.starts_with('#'));
    let mut words = lines
        .filter_map(|line| line.split_once('\t'))
        .flat_map(|(_, words)| words.split('|'));
    words.any(|word| stands_in(&text, word))
}

/// Whether a word stands in a text of lower case.
fn stands_in(text: &str, word: &str) -> bool {
    let (open_start, word) = open(word.strip_prefix('*'), word);
    let (open_end, word) = open(word.strip_suffix('*'), word);
    let is_anywhere = word.chars().all(has_no_blanks);
    let mut found = text.match_indices(word);
    found.any(|(at, _)| {
        let before = text[..at].chars().last();
        let after = text[at + word.len()..].chars().next();
        let begins = open_start || !before.is_some_and(char::is_alphanumeric);
        let ends = open_end || !after.is_some_and(char::is_alphanumeric);
        is_anywhere || begins && ends
    })
}

/// Whether a side of a word is open, and the word without its mark.
fn open<'w>(without_mark: Option<&'w str>, word: &'w str) -> (bool, &'w str) {
    (without_mark.is_some(), without_mark.unwrap_or(word))
}

/// Whether a letter is of a script that writes words without blanks between: Thai, Lao, Khmer, Chinese,
/// Japanese; of Korean, which has endings.
fn has_no_blanks(letter: char) -> bool {
    matches!(letter, '\u{e00}'..='\u{eff}' | '\u{1780}'..='\u{17ff}' | '\u{3040}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_are_named_in_the_languages_of_the_list() {
        for text in [
            "Pacientes",
            "D\u{e9}c\u{e8}s",
            "\u{c9}tudiants",
            "Teilnehmer",
            "Sinh vi\u{ea}n",
            "Casos",
            "Suicides",
            "HIV positive",
            "Staff",
            "Unemployed",
            "Convictions",
            "Krankenhauspatienten",
            "\u{d6}\u{11f}renci say\u{131}s\u{131}",
            "Чел.",
            "Безработные",
            "患者数",
            "จำนวนผู้ป่วย",
            "عدد المرضى",
            "मरीज",
            "Wagonjwa",
            "Number of new HIV cases",
            "Kasus",
            "Opiskelijat",
        ] {
            assert!(names_people(text), "{text}");
        }
    }

    #[test]
    fn other_things_are_no_people() {
        for text in [
            "Schools",
            "Wells",
            "Value",
            "Vehicles",
            "Mortgages",
            "Press releases",
            "Personal computers",
            "Barns",
            "Kind",
            "Rainfall",
            "Engineering works",
            "Houses",
            "Vuoden hinta",
            "Nombre",
            "Jumlah",
            "Hasta 2020",
            "Trees",
            "Projects",
            "Clinics",
            "Livestock",
            "Permits",
            "Visas",
        ] {
            assert!(!names_people(text), "{text}");
        }
    }

    #[test]
    fn every_line_of_the_table_is_a_language_and_its_words() {
        for line in TABLE.lines().filter(|line| !line.starts_with('#')) {
            let (lang, words) = line.split_once('\t').unwrap();
            assert!(lang.len() == 2 && !words.is_empty(), "{line}");
            for word in words.split('|') {
                assert_eq!(word, word.to_lowercase(), "{line}");
                assert!(
                    word.trim_matches('*').chars().count() > 1 || word == "fő",
                    "{word}"
                );
            }
        }
    }
}
