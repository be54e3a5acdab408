//! The id of a dataset, as it stands in links and in the names of its files.

use crate::publish::error::SiteError;
use crate::tabular::OWN_FILE;

/// So many letters at most.
const MOST: usize = 40;

/// Whether a dataset can be called so: what is no id could name a file outside its folder.
pub(super) fn is_id(text: &str) -> bool {
    let is_plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    (1..=MOST).contains(&text.len()) && text.bytes().all(is_plain) && text != OWN_FILE
}

/// The id that is asked for.
///
/// # Errors
/// [`SiteError::DatasetId`].
pub(super) fn checked_id(text: &str) -> Result<String, SiteError> {
    if is_id(text) {
        return Ok(text.to_owned());
    }
    // Of a path the end: what stands before its last point would be all that is left of "../wells".
    let name = text.rsplit(['/', '\\']).next().unwrap_or(text);
    Err(SiteError::DatasetId {
        found: text.to_owned(),
        nearest: id_of_name(name),
    })
}

/// The name of a file as an id: a-z, 0-9 and hyphens.
pub(super) fn id_of_name(name: &str) -> String {
    let name = name.to_lowercase();
    let stem = name.split('.').next().unwrap_or_default();
    let words = stem.split(|letter: char| !letter.is_ascii_alphanumeric());
    let mut id = words
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join("-");
    id.truncate(MOST);
    if id.is_empty() || id == OWN_FILE {
        "dataset".to_owned()
    } else {
        id
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_id_is_refused_with_one_that_is_like_it() {
        assert_eq!(checked_id("grants-2").unwrap(), "grants-2");
        let long = "a".repeat(41);
        for (text, nearest) in [
            ("../../evil", "evil"),
            ("/etc/passwd", "passwd"),
            ("a\\b", "b"),
            ("Grants 2026", "grants-2026"),
            ("grants.csv", "grants"),
            ("", "dataset"),
            (".", "dataset"),
            ("..", "dataset"),
            ("file", "dataset"),
            ("caf\u{e9}", "caf"),
            (&*long, &long[..40]),
        ] {
            let error = checked_id(text).unwrap_err().to_string();
            let expected = format!("expected 1 to 40 of a-z, 0-9 and -, for example \"{nearest}\"");
            assert!(error.contains(&expected), "{text}: {error}");
        }
    }
}
