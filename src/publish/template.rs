//! Filling the page's template.

use std::borrow::Cow;

use crate::publish::error::SiteError;

/// What a placeholder stands for.
#[derive(Debug, Clone)]
pub enum Fill<'a> {
    /// Text, which is escaped.
    Text(Cow<'a, str>),
    /// Markup that the builder itself has put together.
    Markup(Cow<'a, str>),
}

/// Text as the content of an element or of an attribute in double quotes
/// (HTML Living Standard, 13.3 "Serializing HTML fragments").
#[must_use]
pub fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\u{a0}' => escaped.push_str("&nbsp;"),
            // U+0000 is not allowed in HTML.
            '\0' => escaped.push(char::REPLACEMENT_CHARACTER),
            other => escaped.push(other),
        }
    }
    escaped
}

/// `template` with each `{{name}}` replaced by what `fill` knows of that name.
///
/// # Errors
/// When a placeholder is not closed, or nobody knows its name.
pub fn fill<'a>(
    template: &str,
    fill: impl Fn(&str) -> Option<Fill<'a>>,
) -> Result<String, SiteError> {
    let mut page = String::with_capacity(template.len() * 2);
    let mut rest = template;
    while let Some((before, after)) = rest.split_once("{{") {
        page.push_str(before);
        let Some((name, after)) = after.split_once("}}") else {
            return Err(SiteError::Template {
                found: "a {{ without its }}".into(),
            });
        };
        match fill(name) {
            Some(Fill::Text(text)) => page.push_str(&escape(&text)),
            Some(Fill::Markup(markup)) => page.push_str(&markup),
            None => {
                let found = format!("nothing is known by the name {{{{{name}}}}}");
                return Err(SiteError::Template { found });
            }
        }
        rest = after;
    }
    page.push_str(rest);
    Ok(page)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_cannot_leave_its_place() {
        let text = "\"><script>alert('1 & 2')</script>\0";
        let expected = "&quot;&gt;&lt;script&gt;alert('1 &amp; 2')&lt;/script&gt;\u{fffd}";
        assert_eq!(escape(text), expected);
    }

    #[test]
    fn a_placeholder_in_a_text_is_not_filled_again() {
        let known = |name: &str| match name {
            "a" => Some(Fill::Text("{{b}} < 1".into())),
            "b" => Some(Fill::Markup("<b>".into())),
            _ => None,
        };
        assert_eq!(
            fill("[{{a}}][{{b}}]", known).unwrap(),
            "[{{b}} &lt; 1][<b>]"
        );
    }

    #[test]
    fn an_unknown_or_open_placeholder_is_an_error() {
        assert!(fill("{{a}}", |_| None).is_err());
        assert!(fill("{{a", |_| Some(Fill::Text("".into()))).is_err());
    }
}
