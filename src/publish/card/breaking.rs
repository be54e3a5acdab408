//! Where a text is broken into lines, by the true widths of its letters.

use super::fonts::Fonts;
use super::line::{Line, Style, line};

/// A text in lines that fit, none of which ends at a no-break space; a word that is wider than a line is
/// broken between its letters.
pub(super) fn lines(fonts: &Fonts, text: &str, style: Style, room_px: f64) -> Vec<Line> {
    let fits = |text: &str| line(fonts, text, style).width_px <= room_px;
    let mut found: Vec<String> = Vec::new();
    let mut open = String::new();
    for word in words(text) {
        let joined = if open.is_empty() {
            word.to_owned()
        } else {
            format!("{open} {word}")
        };
        if fits(&joined) {
            open = joined;
            continue;
        }
        if !open.is_empty() {
            found.push(std::mem::take(&mut open));
        }
        for cluster in clusters(word) {
            let longer = format!("{open}{cluster}");
            if !open.is_empty() && !fits(&longer) {
                found.push(std::mem::replace(&mut open, cluster.to_owned()));
            } else {
                open = longer;
            }
        }
    }
    if !open.is_empty() {
        found.push(open);
    }
    found.iter().map(|text| line(fonts, text, style)).collect()
}

/// A text in the largest of `sizes` in which it takes at most so many lines, else in the smallest.
pub(super) fn fitted(
    fonts: &Fonts,
    text: &str,
    (style, sizes): (Style, &[f64]),
    (room_px, most_lines): (f64, usize),
) -> Vec<Line> {
    let mut set = Vec::new();
    for size_px in sizes {
        set = lines(fonts, text, style.sized(*size_px), room_px);
        let has_broken_word = set.len() > words(text).count();
        let is_whole = set.iter().all(|line| line.width_px <= room_px) && !has_broken_word;
        if set.len() <= most_lines && is_whole {
            break;
        }
    }
    set
}

/// What stands between spaces at which a line may break.
fn words(text: &str) -> impl Iterator<Item = &str> {
    let is_break = |letter: char| letter.is_whitespace() && !NO_BREAK.contains(&letter);
    text.split(is_break).filter(|word| !word.is_empty())
}

/// Spaces at which no line breaks: between groups of digits, before the sign of a unit.
const NO_BREAK: [char; 2] = ['\u{a0}', '\u{202f}'];

/// A word cut where a line may begin: never before a mark that stands on a letter, nor after a vowel that
/// is written before its consonant.
fn clusters(word: &str) -> Vec<&str> {
    let mut starts = Vec::new();
    let mut before = None;
    for (at, letter) in word.char_indices() {
        let hangs = is_mark(letter) || before.is_some_and(leads);
        if at == 0 || !hangs {
            starts.push(at);
        }
        before = Some(letter);
    }
    let ends = starts.iter().skip(1).copied().chain([word.len()]);
    let starts = starts.iter().zip(ends);
    starts.map(|(from, to)| &word[*from..to]).collect()
}

/// Marks of the scripts that the fonts have.
fn is_mark(letter: char) -> bool {
    matches!(
        letter,
        '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{610}'..='\u{61a}' | '\u{64b}'..='\u{65f}'
            | '\u{670}' | '\u{6d6}'..='\u{6dc}' | '\u{6df}'..='\u{6e8}' | '\u{6ea}'..='\u{6ed}'
            | '\u{e30}'..='\u{e3a}' | '\u{e45}'..='\u{e4e}' | '\u{17b4}'..='\u{17d3}' | '\u{17dd}'
            | '\u{200c}'..='\u{200f}'
    )
}

/// Vowels of Thai that stand before their consonant, and the sign of Khmer that puts the next below.
fn leads(letter: char) -> bool {
    matches!(letter, '\u{e40}'..='\u{e44}' | '\u{17d2}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::publish::card::line::tests::STYLE;

    #[test]
    fn lines_fit_and_lose_no_letter() {
        let fonts = Fonts::read().unwrap();
        for text in [
            "one two three four five six",
            "Donaudampfschifffahrtsgesellschaftskapitän",
            "กรุงเทพมหานครอมรรัตนโกสินทร์มหินทรายุธยา",
        ] {
            for room_px in [60.0, 120.0, 300.0] {
                let set = lines(&fonts, text, STYLE, room_px);
                assert!(set.iter().all(|line| line.width_px <= room_px), "{text}");
                let letters = |text: &str| text.split_whitespace().collect::<String>();
                let all: String = set.iter().map(|line| &*line.text).collect();
                assert_eq!(letters(&all), letters(text));
            }
        }
        assert_eq!(clusters("เชียง"), ["เชี", "ย", "ง"]);
    }
}
