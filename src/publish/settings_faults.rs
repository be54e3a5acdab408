//! Reading settings, with everything that is wrong with them.

use std::path::Path;

use serde::de::DeserializeOwned;

use crate::publish::error::SiteError;

/// So many faults are told at most.
const MOST: usize = 50;

/// The settings in a text; `path`: their file.
///
/// # Errors
/// [`SiteError::Settings`], with every key that is not known and every value that is not taken. After what is
/// no TOML nothing more is told.
pub(super) fn settings_from<T: DeserializeOwned>(path: &Path, text: &str) -> Result<T, SiteError> {
    let mut faults: Vec<(usize, String)> = Vec::new();
    let mut rest = text.to_owned();
    while faults.len() < MOST {
        let error = match toml::from_str(&rest) {
            Ok(settings) if faults.is_empty() => return Ok(settings),
            Ok(_) => break,
            Err(error) => error,
        };
        let start = error.span().map_or(0, |span| span.start.min(rest.len()));
        let before = rest.bytes().take(start);
        let line = before.filter(|byte| *byte == b'\n').count();
        let found = with_nearest(&error.message().trim_end().replace('\n', "; "));
        faults.push((line + 1, found));
        match without(&rest, line) {
            Some(less) => rest = less,
            None => break,
        }
    }
    // Keys below a heading are read before those above all headings.
    faults.sort();
    let mut faults = faults.into_iter();
    let (line, found) = faults.next().unwrap_or_default();
    Err(SiteError::Settings {
        path: path.to_owned(),
        line,
        found,
        others: faults.collect(),
    })
}

/// A text without what stands in a line, counted from 0: a heading with all below it, a key with its value.
/// `None` where there is nothing, or no TOML stays.
fn without(text: &str, line: usize) -> Option<String> {
    let is_toml = |text: &str| text.parse::<toml::Table>().is_ok();
    let mut lines: Vec<&str> = text.lines().collect();
    if !is_toml(text) || lines.get(line)?.trim().is_empty() {
        return None;
    }
    let is_heading = |line: &str| line.trim_start().starts_with('[');
    let first = lines[line];
    lines[line] = "";
    // Above a heading that is gone its keys would be of the one before; a value may stand on several lines.
    for at in line + 1..=lines.len() {
        let joined = lines.join("\n");
        let is_end = lines.get(at).is_none_or(|next| is_heading(next));
        if is_toml(&joined) && (!is_heading(first) || is_end) {
            return Some(joined);
        }
        *lines.get_mut(at)? = "";
    }
    None
}

/// A message of serde; of a word that is not known with the nearest of those that are.
fn with_nearest(message: &str) -> String {
    let nearest = || {
        let unknown = message.strip_prefix("unknown field `");
        let unknown = unknown.or_else(|| message.strip_prefix("unknown variant `"))?;
        let (wrong, known) = unknown.split_once("`, expected one of ")?;
        let known: Vec<&str> = known.split(", ").map(|key| key.trim_matches('`')).collect();
        nearest_to(wrong, known)
    };
    nearest().map_or_else(
        || message.to_owned(),
        |key| format!("{message}; did you mean `{key}`?"),
    )
}

/// Of words that are known the one that is most like another.
pub(super) fn nearest_to<'w>(
    wrong: &str,
    known: impl IntoIterator<Item = &'w str>,
) -> Option<&'w str> {
    let likeness = |word: &&str| strsim::jaro_winkler(wrong, word);
    let known = known.into_iter();
    known.max_by(|a, b| likeness(a).total_cmp(&likeness(b)))
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;

    use super::*;

    #[derive(Debug, Default, Deserialize)]
    #[serde(deny_unknown_fields, default)]
    #[allow(dead_code, reason = "only what is refused is looked at")]
    struct Settings {
        title: String,
        notes: Vec<String>,
        table: Table,
    }

    #[derive(Debug, Default, Deserialize)]
    #[serde(deny_unknown_fields, default)]
    #[allow(dead_code, reason = "only what is refused is looked at")]
    struct Table {
        sheet: String,
        rows: u8,
    }

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let error = settings_from::<Settings>(Path::new("a.toml"), text).unwrap_err();
        let text = error.to_string();
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(lines.len(), expected.len(), "{text}");
        for (line, expected) in lines.iter().zip(expected) {
            assert!(line.starts_with(expected), "{expected}: {text}");
        }
    }

    #[test]
    fn every_key_that_is_not_known_is_told_at_its_line() {
        check(
            "titel = \"a\"\n\nnoets = [\n  \"b\",\n]\n[table]\nshet = \"c\"\nrows = \"d\"\n",
            &[
                "a.toml, line 1: unknown field `titel`",
                "a.toml, line 3: unknown field `noets`",
                "a.toml, line 7: unknown field `shet`",
                "a.toml, line 8: invalid type",
            ],
        );
    }

    #[test]
    fn of_a_heading_that_is_not_known_what_stands_below_is_not_told_too() {
        check(
            "title = 4\n[tabel]\nsheet = \"c\"\n[table]\nshet = \"c\"\n",
            &[
                "a.toml, line 1: invalid type",
                "a.toml, line 2: unknown field `tabel`",
                "a.toml, line 5: unknown field `shet`",
            ],
        );
    }

    #[test]
    fn what_is_no_toml_is_told_once() {
        check("titel = \"a\"\nnotes = [\n", &["a.toml, line"]);
    }
}
