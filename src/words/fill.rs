//! Values in the blanks of a message.

/// Puts values into the braces of a message.
///
/// ```
/// use jangkau::words::fill;
/// assert_eq!(fill("{n} of {all}", &[("n", "3"), ("all", "5")]), "3 of 5");
/// ```
#[must_use]
pub fn fill(message: &str, values: &[(&str, &str)]) -> String {
    let mut text = String::with_capacity(message.len() + 16);
    let mut rest = message;
    while let Some((before, after)) = rest.split_once('{') {
        text += before;
        let Some((name, after)) = after.split_once('}') else {
            text.push('{');
            rest = after;
            break;
        };
        let value = values.iter().find(|(known, _)| *known == name);
        text += value.map_or("", |(_, value)| value);
        rest = after;
    }
    text += rest;
    text
}
