//! Several things in a row, as a language writes them.

use super::{Messages, interpolate};

/// What ends a sentence.
const ENDS: [char; 4] = ['.', '!', '?', '…'];

impl Messages {
    /// One thing beside another: "a, b, c".
    #[must_use]
    pub fn listed(&self, items: &[&str]) -> String {
        folded(items, |_| self.list)
    }

    /// Things that have commas of their own: "a, b; c".
    #[must_use]
    pub fn listed_apart(&self, items: &[&str]) -> String {
        folded(items, |_| self.list_apart)
    }

    /// Things that have commas and semicolons of their own: "A, b; c. D".
    #[must_use]
    pub fn listed_by_stops(&self, items: &[&str]) -> String {
        let [first, others @ ..] = items else {
            return String::new();
        };
        others.iter().fold((*first).to_owned(), |list, item| {
            // What ends by itself needs no stop.
            if list.ends_with(ENDS) {
                [&list, " ", item].concat()
            } else {
                interpolate(self.list_stops, &[("list", &list), ("item", item)])
            }
        })
    }

    /// One thing or another: "a", "a or b", "a, b or c".
    #[must_use]
    pub fn any_of(&self, items: &[&str]) -> String {
        folded(items, |left| match left {
            0 if items.len() == 2 => self.or_two,
            0 => self.or_last,
            _ => self.list,
        })
    }

    /// Sentences one after the other; a text that does not end as one is made to.
    #[must_use]
    pub fn sentences(&self, texts: &[&str]) -> String {
        let ended = texts.iter().filter(|text| !text.is_empty()).map(|text| {
            if text.ends_with(ENDS) {
                (*text).to_owned()
            } else {
                interpolate(self.sentence, &[("text", text)])
            }
        });
        ended.collect::<Vec<_>>().join(" ")
    }
}

/// Puts items together, each by the pattern for how many are left after it.
fn folded(items: &[&str], pattern: impl Fn(usize) -> &'static str) -> String {
    let mut list = items.first().copied().unwrap_or_default().to_owned();
    for (nth, item) in items.iter().enumerate().skip(1) {
        let pattern = pattern(items.len() - 1 - nth);
        list = interpolate(pattern, &[("list", &list), ("item", item)]);
    }
    list
}

#[cfg(test)]
mod tests {
    use crate::words::{COMPLETE_LANGUAGES, messages};

    #[test]
    fn a_list_is_written_as_its_language_writes_it() {
        let english = messages("en");
        let items = ["a", "b", "c"];
        for (n, expected) in [
            (0, ["", "", "", ""]),
            (1, ["a", "a", "a", "a"]),
            (2, ["a atau b", "a or b", "a ou b", "a أو b"]),
            (
                3,
                [
                    "a, b, atau c",
                    "a, b or c",
                    "a, b ou c",
                    "a،\u{200f} b أو c",
                ],
            ),
        ] {
            let any_of = COMPLETE_LANGUAGES.map(|words| words.any_of(&items[..n]));
            assert_eq!(any_of, expected);
        }
        let apart = COMPLETE_LANGUAGES.map(|words| words.listed_apart(&["a, b", "c"]));
        assert_eq!(
            apart,
            ["a, b; c", "a, b; c", "a, b\u{202f}; c", "a, b؛\u{200f} c"]
        );
        assert_eq!(english.listed(&items), "a, b, c");
        assert_eq!(english.listed_by_stops(&["A", "B"]), "A. B");
        assert_eq!(english.listed_by_stops(&["A?", "B.", "C"]), "A? B. C");
        assert_eq!(
            english.sentences(&["One", "", "Two!", "Three."]),
            "One. Two! Three."
        );
    }
}
