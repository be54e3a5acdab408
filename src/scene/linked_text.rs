//! A text of a publisher, with the addresses in it as links.

/// A stretch of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextPart {
    /// Its words.
    pub text: String,
    /// Where it leads; `None`: nowhere.
    pub address: Option<String>,
}

/// The parts of a text: its https and mail addresses, and what stands between them. Put together they
/// are the text.
///
/// ```
/// use jangkau::scene::linked_text;
/// let parts = linked_text("Ada Lind, ada@office.example");
/// assert_eq!(parts[1].address.as_deref(), Some("mailto:ada@office.example"));
/// ```
#[must_use]
pub fn linked_text(text: &str) -> Vec<TextPart> {
    let (mut parts, mut plain) = (Vec::new(), String::new());
    for word in text.split_inclusive(char::is_whitespace) {
        let around = |letter: char| letter.is_whitespace() || "()<>[],.;:".contains(letter);
        let core = word.trim_matches(around);
        let Some(address) = address_of(core) else {
            plain += word;
            continue;
        };
        let (before, after) = word.split_once(core).unwrap_or_default();
        plain += before;
        push_plain(&mut parts, &mut plain);
        parts.push(TextPart {
            text: core.to_owned(),
            address: Some(address),
        });
        plain += after;
    }
    push_plain(&mut parts, &mut plain);
    parts
}

/// Adds the text that leads nowhere, where there is any, and empties it.
fn push_plain(parts: &mut Vec<TextPart>, plain: &mut String) {
    if !plain.is_empty() {
        parts.push(TextPart {
            text: std::mem::take(plain),
            address: None,
        });
    }
}

/// Where a word leads that is an https or a mail address.
fn address_of(word: &str) -> Option<String> {
    if word.len() > "https://".len() && word.starts_with("https://") {
        return Some(word.to_owned());
    }
    let (name, host) = word.split_once('@')?;
    let is_of = |text: &str, others: &str| {
        let plain = |letter: char| letter.is_ascii_alphanumeric() || others.contains(letter);
        !text.is_empty() && text.chars().all(plain)
    };
    let is_mail = is_of(name, "._+-") && is_of(host, ".-") && host.contains('.');
    is_mail.then(|| ["mailto:", word].concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[(&str, Option<&str>)]) {
        let parts = linked_text(text);
        let found: Vec<(&str, Option<&str>)> = parts
            .iter()
            .map(|part| (&*part.text, part.address.as_deref()))
            .collect();
        assert_eq!(found, expected);
        assert_eq!(
            found.iter().map(|(text, _)| *text).collect::<String>(),
            text
        );
    }

    #[test]
    fn addresses_lead_somewhere_without_the_stops_around_them() {
        check(
            "Ask a.b@office.example (or https://office.example/x?y=1).\n\nThanks",
            &[
                ("Ask ", None),
                ("a.b@office.example", Some("mailto:a.b@office.example")),
                (" (or ", None),
                (
                    "https://office.example/x?y=1",
                    Some("https://office.example/x?y=1"),
                ),
                (").\n\nThanks", None),
            ],
        );
    }

    #[test]
    fn what_is_no_address_stays_a_text() {
        for text in [
            "",
            "http://office.example/",
            "javascript:alert(1)",
            "https://",
            "@office",
            "me@office",
            "a@b.c?subject=x",
            "18–25 @ 3.5",
        ] {
            let plain = [(text, None)];
            check(text, if text.is_empty() { &[] } else { &plain });
        }
    }
}
