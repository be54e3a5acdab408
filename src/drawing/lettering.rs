//! How wide a text is, without a font: wide enough for the widest that a reader may have.

/// How a text is set.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Font {
    pub(super) family: Family,
    pub(super) size_px: f64,
    pub(super) weight: Weight,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Family {
    Sans,
    Serif,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Weight {
    Normal,
    Strong,
}

impl Family {
    /// What a reader's machine is asked for.
    pub(super) fn stack(self) -> &'static str {
        match self {
            Self::Sans => {
                "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Helvetica Neue', Arial, sans-serif"
            }
            Self::Serif => {
                "ui-serif, 'Iowan Old Style', 'Palatino Linotype', Palatino, Georgia, 'Noto Serif', serif"
            }
        }
    }
}

impl Weight {
    pub(super) fn css(self) -> &'static str {
        match self {
            Self::Normal => "400",
            Self::Strong => "600",
        }
    }
}

impl Font {
    pub(super) const fn sans(size_px: f64) -> Self {
        Self {
            family: Family::Sans,
            size_px,
            weight: Weight::Normal,
        }
    }

    pub(super) const fn strong(size_px: f64) -> Self {
        Self {
            weight: Weight::Strong,
            ..Self::sans(size_px)
        }
    }

    pub(super) const fn serif(size_px: f64) -> Self {
        Self {
            family: Family::Serif,
            ..Self::sans(size_px)
        }
    }

    /// From the foot of a line to that of the next, in pixels.
    pub(super) fn lead_px(self) -> f64 {
        match self.family {
            Family::Sans => (self.size_px * 1.4).round(),
            Family::Serif => (self.size_px * 1.2).round(),
        }
    }

    /// An upper bound of the width of a line, in pixels.
    pub(super) fn width_px(self, text: &str) -> f64 {
        let ems: f64 = text.chars().map(ems).sum();
        let wider = match (self.family, self.weight) {
            (Family::Sans | Family::Serif, Weight::Normal) => 1.0,
            (Family::Sans | Family::Serif, Weight::Strong) => 1.13,
        };
        ems * wider * self.size_px
    }

    /// A text in lines that fit, none of which ends at a no-break space; a word that is wider than a line
    /// is cut.
    pub(super) fn lines(self, text: &str, room_px: f64) -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        let mut line = String::new();
        let is_break = |letter: char| letter.is_whitespace() && !NO_BREAK.contains(&letter);
        for word in text.split(is_break).filter(|word| !word.is_empty()) {
            let joined = if line.is_empty() {
                word.to_owned()
            } else {
                format!("{line} {word}")
            };
            if self.width_px(&joined) <= room_px {
                line = joined;
                continue;
            }
            if !line.is_empty() {
                lines.push(std::mem::take(&mut line));
            }
            for letter in word.chars() {
                line.push(letter);
                if self.width_px(&line) > room_px && line.chars().count() > 1 {
                    line.pop();
                    lines.push(std::mem::take(&mut line));
                    line.push(letter);
                }
            }
        }
        if !line.is_empty() {
            lines.push(line);
        }
        lines
    }
}

/// Spaces at which no line breaks: between groups of digits, before the sign of a unit.
const NO_BREAK: [char; 2] = ['\u{a0}', '\u{202f}'];

/// Width of a character over the size of the letters, as in `DejaVu` Sans, the widest of what
/// readers have; combining marks are none.
fn ems(letter: char) -> f64 {
    match letter {
        '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200f}' => 0.0,
        'i' | 'j' | 'l' | '\'' | '|' => 0.29,
        ' ' | '.' | ',' | ':' | ';' | '/' | '\u{a0}' | '\u{202f}' => 0.34,
        'f' | 't' | 'r' | '-' | '(' | ')' | '[' | ']' | '!' | 'I' | 'J' | '’' => 0.42,
        's' | 'c' | 'k' | 'v' | 'x' | 'y' | 'z' | '“' | '”' | '"' | '?' | '–' => 0.6,
        'a'..='z' | '0'..='9' if !matches!(letter, 'm' | 'w') => 0.64,
        'L' | 'E' | 'F' | 'T' | 'S' | 'P' => 0.66,
        'm' | 'M' | 'W' | '%' | '…' | '—' | '&' | '@' => 1.0,
        'w' | '=' | '+' | '<' | '>' | '~' => 0.84,
        'A'..='Z' => 0.8,
        '\u{a1}'..='\u{10ff}' => 0.85,
        _ => 1.1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const FONT: Font = Font::sans(10.0);

    #[test]
    fn a_text_is_broken_between_words_and_a_long_word_anywhere() {
        assert_eq!(FONT.lines("one two", 30.0), ["one", "two"]);
        assert_eq!(FONT.lines("one two", 300.0), ["one two"]);
        assert_eq!(FONT.lines(" one\n two ", 300.0), ["one two"]);
        assert_eq!(FONT.lines("nnnnn n", 17.0), ["nn", "nn", "n n"]);
        assert_eq!(
            FONT.lines("one 1\u{202f}200\u{a0}% two", 45.0),
            ["one", "1\u{202f}200\u{a0}%", "two"]
        );
        assert!(FONT.lines("", 30.0).is_empty());
    }

    proptest! {
        #[test]
        fn no_line_is_wider_than_its_room_and_no_letter_is_lost(
            text in any::<String>(),
            room_px in 12.0..400.0_f64,
        ) {
            let lines = FONT.lines(&text, room_px);
            for line in &lines {
                prop_assert!(FONT.width_px(line) <= room_px, "{line}");
            }
            let letters = |text: &str| text.split_whitespace().collect::<String>();
            prop_assert_eq!(letters(&lines.concat()), letters(&text));
        }
    }
}
