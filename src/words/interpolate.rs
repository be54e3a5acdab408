//! Values in the blanks of a message.

/// Puts values into the braces of a message. What stands in square brackets is left out where a
/// value in it is empty.
///
/// ```
/// use jangkau::words::interpolate;
/// assert_eq!(interpolate("{n} of {all}", &[("n", "3"), ("all", "5")]), "3 of 5");
/// assert_eq!(interpolate("{place}[, {year}]", &[("place", "N"), ("year", "2020")]), "N, 2020");
/// assert_eq!(interpolate("{place}[, {year}]", &[("place", "N"), ("year", "")]), "N");
/// ```
#[must_use]
pub fn interpolate(message: &str, values: &[(&str, &str)]) -> String {
    let pieces = interpolated(message, values).into_iter();
    pieces.map(|piece| piece.text).collect()
}

/// A part of a message that is filled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Piece<'a> {
    /// The blank whose value it is; `None`: the message's own words.
    pub blank: Option<&'a str>,
    /// Its text.
    pub text: &'a str,
}

/// The same as [`interpolate`], part by part, so that a value can be set apart from the rest.
///
/// ```
/// use jangkau::words::{Piece, interpolated};
/// let pieces = interpolated("in {place}", &[("place", "N")]);
/// assert_eq!(pieces[1], Piece { blank: Some("place"), text: "N" });
/// ```
#[must_use]
pub fn interpolated<'a>(message: &'a str, values: &[(&str, &'a str)]) -> Vec<Piece<'a>> {
    let mut pieces = Vec::new();
    for (nth, part) in message.split(['[', ']']).enumerate() {
        let before = pieces.len();
        let is_whole = push_interpolated(&mut pieces, part, values);
        // Every second part stands in brackets.
        if nth % 2 == 1 && !is_whole {
            pieces.truncate(before);
        }
    }
    pieces
}

/// Adds the parts of a text without brackets; whether every blank has a value.
fn push_interpolated<'a>(
    pieces: &mut Vec<Piece<'a>>,
    text: &'a str,
    values: &[(&str, &'a str)],
) -> bool {
    let mut is_whole = true;
    for (nth, part) in text.split(['{', '}']).enumerate() {
        let blank = (nth % 2 == 1).then_some(part);
        let text = match blank {
            None => part,
            Some(name) => {
                let value = values.iter().find(|(known, _)| *known == name);
                value.map_or("", |(_, value)| value)
            }
        };
        is_whole &= blank.is_none() || !text.is_empty();
        if !text.is_empty() {
            pieces.push(Piece { blank, text });
        }
    }
    is_whole
}
