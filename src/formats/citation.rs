//! How a view is cited: in a line, in full, and as BibTeX.

use crate::cube::Cube;

/// What a citation speaks of.
#[derive(Debug, Clone, Copy)]
pub struct Cited<'a> {
    /// The view as a sentence.
    pub sentence: &'a str,
    /// How far such estimates were off; empty where that is not known.
    pub off_by: &'a str,
    /// Where it stands how the figure came about, in words: "Why this number? https://…".
    pub derivation: &'a str,
    /// Its address, with the release pinned.
    pub link: &'a str,
    /// The day it was looked at: `2026-11-25`; empty where the page does not know it.
    pub accessed: &'a str,
    /// The language of the names.
    pub lang: &'a str,
    /// "accessed", in that language.
    pub accessed_word: &'a str,
    /// Release and date, in that language; empty where the dataset gives neither.
    pub edition: &'a str,
}

/// The forms of a citation.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Citation {
    /// Title, release and link: for a caption.
    pub short: String,
    /// The sentence, title, who stands behind it, release, date, link and day of access.
    pub long: String,
    /// A `@misc` entry.
    pub bibtex: String,
}

/// Cites a view of a cube.
///
/// # Examples
/// ```
/// use jangkau::formats::citation::{Cited, citation};
/// use jangkau::formats::{Limits, open};
/// let file = br#"{
///     "version": "2.0", "class": "dataset", "label": "Water", "id": ["area"], "size": [2],
///     "role": {"geo": ["area"]},
///     "dimension": {"area": {"label": "Area", "category": {
///         "index": ["n1", "n2"], "label": {"n1": "North", "n2": "South"}
///     }}},
///     "value": [12.5, 80]
/// }"#;
/// let cube = open(file, &Limits::PAGE)?.into_dataset()?;
/// let cited = Cited {
///     sentence: "92.5 litres in all areas",
///     off_by: "",
///     derivation: "Why this number? https://example.org/en/water/?why=.",
///     link: "https://example.org/en/water/",
///     accessed: "2026-11-25",
///     lang: "en",
///     accessed_word: "accessed",
///     edition: "release 1",
/// };
/// let short = citation(&cube, cited).short;
/// assert_eq!(short, "Water. release 1. https://example.org/en/water/");
/// # Ok::<(), jangkau::formats::FormatError>(())
/// ```
#[must_use]
pub fn citation(cube: &Cube, cited: Cited<'_>) -> Citation {
    let metadata = cube.metadata();
    let title = metadata.label.in_lang(cited.lang);
    let source = (metadata.source.as_ref()).map(|source| source.in_lang(cited.lang));
    let edition = Some(cited.edition);
    let access = access(cited);
    let short = [Some(title), edition, Some(cited.link)];
    let long = [
        Some(cited.sentence),
        Some(cited.off_by),
        source,
        Some(title),
        edition,
        Some(cited.link),
        Some(&access),
    ];
    Citation {
        short: sentences(&short),
        long: (sentences(&long) + ". " + cited.derivation)
            .trim_end()
            .to_owned(),
        bibtex: bibtex(cube, cited, (title, source)),
    }
}

/// The word and the day; nothing where no day is said.
fn access(cited: Cited<'_>) -> String {
    if cited.accessed.is_empty() {
        return String::new();
    }
    format!("{} {}", cited.accessed_word, cited.accessed)
}

fn sentences(parts: &[Option<&str>]) -> String {
    let parts = parts.iter().flatten();
    let parts: Vec<&str> = parts
        .map(|part| part.trim_end_matches('.'))
        .filter(|part| !part.is_empty())
        .collect();
    parts.join(". ")
}

fn bibtex(cube: &Cube, cited: Cited<'_>, (title, source): (&str, Option<&str>)) -> String {
    let metadata = cube.metadata();
    let id = metadata.id.as_deref().unwrap_or("dataset");
    let release = metadata.release.as_deref();
    let plain = |text: &str| -> String {
        let plain = |letter: char| letter.is_ascii_alphanumeric().then_some(letter);
        text.chars().filter_map(plain).collect()
    };
    let key = format!("{}{}", plain(id), plain(release.unwrap_or_default()));
    let year = metadata.updated.as_deref().and_then(|date| date.get(..4));
    let access = access(cited);
    let note = sentences(&[Some(cited.sentence), Some(&access)]);
    let fields = [
        ("title", Some(title)),
        ("author", source),
        ("year", year),
        (
            "version",
            Some(cited.edition).filter(|edition| !edition.is_empty()),
        ),
        ("note", Some(&*note)),
    ];
    let mut entry = format!("@misc{{{key},\n");
    for (name, value) in fields {
        if let Some(value) = value {
            // Braces keep the capitals, and a corporate author in one piece.
            entry += &format!("  {name} = {{{{{}}}}},\n", escaped(value));
        }
    }
    entry + &format!("  url = {{{}}}\n}}\n", cited.link.replace(['{', '}'], ""))
}

/// Text in which TeX finds nothing to act on.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\\' => escaped.push_str("\\textbackslash{}"),
            '~' => escaped.push_str("\\textasciitilde{}"),
            '^' => escaped.push_str("\\textasciicircum{}"),
            '{' | '}' | '$' | '&' | '#' | '%' | '_' => {
                escaped.push('\\');
                escaped.push(letter);
            }
            control if control.is_control() => escaped.push(' '),
            other => escaped.push(other),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cube::{Category, Code, Dimension, Id, Label, Metadata, Role, Statuses, Values};

    fn cube(metadata: Metadata) -> Cube {
        let one = vec![Category::new(Code::new("a"), Label::new("A"))];
        let dimension = Dimension::new(Id::new("d"), Label::new("D"), Role::Geo, one).unwrap();
        let gaps = (Vec::new(), Statuses::None);
        Cube::new(vec![dimension], Values::Whole(vec![1]), gaps, metadata).unwrap()
    }

    const CITED: Cited<'static> = Cited {
        sentence: "7 wells in A; 86% dug",
        off_by: "±33% in back-tests (median)",
        derivation: "Why this number? https://a.id/en/x/?source=well&release=1&why=.",
        link: "https://a.id/en/x/?source=well&release=1",
        accessed: "2026-11-25",
        lang: "en",
        accessed_word: "Accessed",
        edition: "Release 1, 2026-11-24",
    };

    #[test]
    fn each_form_names_title_release_link_and_day() {
        let cube = cube(Metadata {
            id: Some("x".into()),
            label: Label::new("Peserta").with("en", "People & places"),
            source: Some(Label::new("The Office.")),
            release: Some("1".into()),
            updated: Some("2026-11-24".into()),
            ..Metadata::default()
        });
        let citation = citation(&cube, CITED);
        assert_eq!(
            citation.short,
            "People & places. Release 1, 2026-11-24. https://a.id/en/x/?source=well&release=1"
        );
        assert_eq!(
            citation.long,
            "7 wells in A; 86% dug. ±33% in back-tests (median). The Office. People & places. \
             Release 1, 2026-11-24. https://a.id/en/x/?source=well&release=1. Accessed 2026-11-25. \
             Why this number? https://a.id/en/x/?source=well&release=1&why=."
        );
        assert_eq!(
            citation.bibtex,
            "@misc{x1,\n  title = {{People \\& places}},\n  author = {{The Office.}},\n  year = {{2026}},\n  \
             version = {{Release 1, 2026-11-24}},\n  note = {{7 wells in A; 86\\% dug. Accessed 2026-11-25}},\n  \
             url = {https://a.id/en/x/?source=well&release=1}\n}\n"
        );
    }

    #[test]
    fn a_dataset_that_says_nothing_is_cited_by_its_link() {
        let silent = Cited {
            edition: "",
            ..CITED
        };
        let short = citation(&cube(Metadata::default()), silent).short;
        assert_eq!(short, "https://a.id/en/x/?source=well&release=1");
        let citation = citation(&cube(Metadata::default()), CITED);
        assert!(
            citation
                .short
                .ends_with("https://a.id/en/x/?source=well&release=1")
        );
        assert!(citation.bibtex.starts_with("@misc{dataset,\n"));
    }

    #[test]
    fn a_text_stays_in_its_braces() {
        assert_eq!(escaped("a}\\b{%\n"), "a\\}\\textbackslash{}b\\{\\% ");
    }
}
