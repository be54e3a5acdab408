//! SVG as text: the one place where text becomes XML.

use crate::words::plain_number;

/// Elements, written one after the other.
#[derive(Debug, Default)]
pub(super) struct Svg(String);

type Attributes<'a> = &'a [(&'a str, &'a str)];

impl Svg {
    /// Begins an element.
    pub(super) fn open(&mut self, name: &str, attributes: Attributes<'_>) {
        self.tag(name, attributes);
        self.0 += ">\n";
    }

    /// Ends the element of that name.
    pub(super) fn close(&mut self, name: &str) {
        self.0 += &format!("</{name}>\n");
    }

    /// An element without content.
    pub(super) fn empty(&mut self, name: &str, attributes: Attributes<'_>) {
        self.tag(name, attributes);
        self.0 += "/>\n";
    }

    /// An element that holds text.
    pub(super) fn leaf(&mut self, name: &str, attributes: Attributes<'_>, text: &str) {
        self.tag(name, attributes);
        self.0 += &format!(">{}</{name}>\n", escaped(text));
    }

    /// What another has written.
    pub(super) fn append(&mut self, other: &Self) {
        self.0 += &other.0;
    }

    pub(super) fn into_text(self) -> String {
        self.0
    }

    fn tag(&mut self, name: &str, attributes: Attributes<'_>) {
        self.0 += &format!("<{name}");
        for (name, value) in attributes {
            self.0 += &format!(" {name}=\"{}\"", escaped(value));
        }
    }
}

/// Text for the content of an element or the value of an attribute, whatever is in it. Characters
/// that XML 1.0 has no way to write (section 2.2) become U+FFFD.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => out += "&amp;",
            '<' => out += "&lt;",
            '>' => out += "&gt;",
            '"' => out += "&quot;",
            '\'' => out += "&#39;",
            '\t' | '\n' | '\r' => out += &format!("&#{};", u32::from(letter)),
            '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => out.push('\u{fffd}'),
            _ => out.push(letter),
        }
    }
    out
}

/// A number with at most two decimals.
pub(super) fn number(value: f64) -> String {
    let text = plain_number(value, 2);
    if text.contains('e') {
        return text;
    }
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn any_text_comes_back_from_an_xml_parser(text in any::<String>()) {
            let mut svg = Svg::default();
            svg.leaf("x", &[("of", &text)], &text);
            let text_back = svg.into_text();
            let parsed = roxmltree::Document::parse(&text_back).unwrap();
            let writable = |letter: char| match letter {
                '\t' | '\n' | '\r' => letter,
                '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => '\u{fffd}',
                _ => letter,
            };
            let expected: String = text.chars().map(writable).collect();
            let root = parsed.root_element();
            prop_assert_eq!(root.text().unwrap_or_default(), &expected);
            prop_assert_eq!(root.attribute("of").unwrap(), &expected);
        }
    }

    #[test]
    fn numbers_are_short() {
        for (value, expected) in [
            (1.0, "1"),
            (-0.001, "0"),
            (2.345_678, "2.35"),
            (-3.5, "-3.5"),
        ] {
            assert_eq!(number(value), expected);
        }
    }
}
