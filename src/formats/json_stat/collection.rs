//! The site's list of datasets: a JSON-stat `collection`.

use super::bundle::links_only;
use super::context::{Context, UNDETERMINED};
use super::document::{Document, Place};
use super::paragraph::by_lang;
use super::text::label_of;
use crate::cube::{Code, EverydayName, Id, Label};
use crate::formats::error::{Failure, FormatError};
use crate::formats::json::Node;
use crate::formats::limits::Limits;

/// A file beside the list, and how to know that it is the one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// Path of the file beside the list.
    pub href: String,
    /// SHA-256 of the decoded file, 64 hexadecimal digits.
    pub sha256: String,
    /// Size of the decoded file in bytes.
    pub bytes: usize,
}

/// A view of a dataset that its publisher names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedView {
    /// What it shows ("Wells in the north").
    pub label: Label,
    /// The query of its link, without a question mark.
    pub query: String,
}

/// One release of one dataset.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// Name of the dataset in links: `[a-z0-9-]{1,40}`.
    pub id: String,
    /// Release of the dataset.
    pub release: String,
    /// Title.
    pub label: Label,
    /// Path of the file beside the list.
    pub href: String,
    /// SHA-256 of the decoded file, 64 hexadecimal digits.
    pub sha256: String,
    /// Size of the decoded file in bytes.
    pub bytes: usize,
    /// Path of the totals of every region as CSV.
    pub regions_csv: Option<String>,
    /// The boundaries of its regions as `TopoJSON`.
    pub boundaries: Option<Listed>,
    /// The published facts that stand beside it.
    pub facts: Option<Listed>,
    /// How the dataset is read, as the builder of a site works it out.
    pub readings: Option<Listed>,
    /// Whether its file is a list of published figures, and no cube (`"kind": "facts"`).
    pub is_fact_list: bool,
    /// Whether it may still change: it was not released yet.
    pub is_draft: bool,
    /// What people call its places.
    pub everyday_names: Vec<EverydayName>,
    /// The codes of the languages that it is offered in; empty: all of the site.
    pub languages: Vec<String>,
    /// Views of it that the list of datasets leads to.
    pub views: Vec<NamedView>,
}

impl Entry {
    /// Which of the languages of a site it is offered in, in its own order; all of them where it names none of
    /// them.
    #[must_use]
    pub fn offered<'a>(&self, languages: &[&'a str]) -> Vec<&'a str> {
        let named = self.languages.iter();
        let named = named.filter_map(|own| languages.iter().copied().find(|it| it == own));
        let named: Vec<&str> = named.collect();
        if named.is_empty() {
            languages.to_vec()
        } else {
            named
        }
    }
}

/// A release that its publisher has taken back: its file is gone, its number is not given again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Withdrawn {
    /// Name of the dataset in links.
    pub id: String,
    /// Release of the dataset.
    pub release: String,
    /// The day: `2026-11-29`.
    pub date: String,
    /// Why.
    pub reason: String,
}

/// Every dataset the site serves, in order, older releases first; and the releases that are no more.
#[derive(Debug, Clone, PartialEq)]
pub struct Collection {
    entries: Vec<Entry>,
    withdrawn: Vec<Withdrawn>,
}

impl Collection {
    /// The newest release of each dataset, in the order of the list.
    pub fn latest(&self) -> impl Iterator<Item = &Entry> {
        let newest = |(at, entry): &(usize, &Entry)| {
            self.entries[at + 1..]
                .iter()
                .all(|later| later.id != entry.id)
        };
        self.entries
            .iter()
            .enumerate()
            .filter(newest)
            .map(|(_, entry)| entry)
    }
    /// The entries, in order; there is at least one.
    #[must_use]
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }
    /// The release of a dataset; `None`: the latest, which is the last listed.
    #[must_use]
    pub fn entry(&self, id: &str, release: Option<&str>) -> Option<&Entry> {
        let named = |entry: &&Entry| entry.id == id && release.is_none_or(|it| entry.release == it);
        self.entries.iter().rev().find(named)
    }
    /// The releases that were withdrawn, in order.
    #[must_use]
    pub fn withdrawn(&self) -> &[Withdrawn] {
        &self.withdrawn
    }
    /// When and why a release of a dataset was withdrawn, where it was.
    #[must_use]
    pub fn withdrawal(&self, id: &str, release: &str) -> Option<&Withdrawn> {
        let named = |it: &&Withdrawn| it.id == id && it.release == release;
        self.withdrawn.iter().find(named)
    }
    /// The release of a cube, else its latest, else the latest of the first cube; `None` where the list has no cube.
    #[must_use]
    pub fn nearest(&self, id: &str, release: Option<&str>) -> Option<&Entry> {
        let cube = |id: &str, release| {
            let entry = self.entry(id, release);
            entry.filter(|entry| !entry.is_fact_list)
        };
        let first = self.entries.iter().find(|entry| !entry.is_fact_list)?;
        let known = cube(id, None).map_or(&*first.id, |entry| &entry.id);
        cube(known, release).or(cube(known, None))
    }
}

/// Reads the site's list.
///
/// # Errors
/// [`FormatError`] when it is not a collection of at least one dataset, or an entry lacks its
/// id, release, path, hash or size; paths with a scheme or leading out of the folder are refused.
///
/// # Examples
/// ```
/// use jangkau::formats::{Limits, json_stat::collection_from_bytes};
/// let hash = "0".repeat(64);
/// let list = format!(r#"{{"class": "collection", "link": {{"item": [{{
///     "class": "dataset", "label": "Water", "href": "water/1.json",
///     "extension": {{"id": "water", "release": "1", "bytes": 311, "sha256": "{hash}"}}
/// }}]}}}}"#);
/// let list = collection_from_bytes(list.as_bytes(), &Limits::PAGE)?;
/// assert_eq!(list.entry("water", None).map(|entry| &*entry.href), Some("water/1.json"));
/// # Ok::<(), jangkau::formats::FormatError>(())
/// ```
pub fn collection_from_bytes(bytes: &[u8], limits: &Limits) -> Result<Collection, FormatError> {
    read(bytes, limits).map_err(FormatError::from)
}

fn read(bytes: &[u8], limits: &Limits) -> Result<Collection, Failure> {
    let document = Document::parse(Place::Collection, bytes, limits)?;
    collection_from(&Node::root(&document.tree), limits)
}

/// The site's list; one of another maker, which says neither release nor hash, is refused.
pub(super) fn collection_from(root: &Node<'_>, limits: &Limits) -> Result<Collection, Failure> {
    if root.get("class").text()? != "collection" {
        return Err(root.get("class").expected("\"collection\""));
    }
    let items = root.get("link").get("item");
    let all = items.items()?;
    if all.is_empty() {
        return Err(items.expected("at least one dataset"));
    }
    let is_own = |item: &Node<'_>| {
        let extension = item.get("extension");
        let own = ["sha256", "release"].map(|name| extension.get(name).present());
        own.iter().any(Option::is_some)
    };
    if !all.iter().any(is_own) {
        let href = all.iter().find_map(|item| item.get("href").text().ok());
        return Err(links_only(href));
    }
    let entries = items.each(|node| entry(node, limits))?;
    let gone = root.get("extension").get("withdrawn");
    let withdrawn = match gone.present() {
        Some(gone) => gone.each(withdrawn)?,
        None => Vec::new(),
    };
    Ok(Collection { entries, withdrawn })
}

fn withdrawn(node: &Node<'_>) -> Result<Withdrawn, Failure> {
    let text = |name| Ok::<_, Failure>(node.get(name).text()?.to_owned());
    Ok(Withdrawn {
        id: text("id")?,
        release: text("release")?,
        date: text("date")?,
        reason: text("reason")?,
    })
}

fn entry(node: &Node<'_>, limits: &Limits) -> Result<Entry, Failure> {
    if node.get("class").text()? != "dataset" {
        return Err(node.get("class").expected("\"dataset\""));
    }
    let extension = node.get("extension");
    let id = extension.get("id");
    let named = id.text()?;
    let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    if named.is_empty() || named.len() > 40 || !named.bytes().all(plain) {
        return Err(id.expected("1 to 40 of a-z, 0-9 and -"));
    }
    let file = listed(&node.get("href"), &extension)?;
    let listed_file = |name| {
        let file = extension.get(name).present();
        let file = file.map(|node| listed(&node.get("href"), &node));
        file.transpose()
    };
    let csv = extension.get("regions_csv").present();
    Ok(Entry {
        id: named.to_owned(),
        release: extension.get("release").text()?.to_owned(),
        label: label_of(
            node,
            named,
            &Context {
                limits,
                lang: UNDETERMINED,
            },
        )?,
        href: file.href,
        sha256: file.sha256,
        bytes: file.bytes,
        regions_csv: csv.map(|node| own_path(&node)).transpose()?,
        boundaries: listed_file("boundaries")?,
        facts: listed_file("facts")?,
        readings: listed_file("readings")?,
        is_fact_list: extension.get("kind").present().is_some(),
        is_draft: extension.get("draft").present().is_some(),
        everyday_names: everyday_names(&extension.get("everyday_names"))?,
        languages: match extension.get("languages").present() {
            Some(codes) => codes.each(|code| Ok(code.text()?.to_owned()))?,
            None => Vec::new(),
        },
        views: match extension.get("views").present() {
            Some(views) => views.each(|view| named_view(view, limits))?,
            None => Vec::new(),
        },
    })
}

fn named_view(node: &Node<'_>, limits: &Limits) -> Result<NamedView, Failure> {
    let lang = UNDETERMINED;
    Ok(NamedView {
        label: by_lang(&node.get("label"), &Context { limits, lang })?,
        query: node.get("query").text()?.to_owned(),
    })
}

/// The names that people have for places: lists by axis and code.
fn everyday_names(node: &Node<'_>) -> Result<Vec<EverydayName>, Failure> {
    let mut found = Vec::new();
    if node.present().is_none() {
        return Ok(found);
    }
    for (axis, places) in node.members()? {
        for (code, names) in places.members()? {
            for name in names.each(|name| Ok(name.text()?.to_owned()))? {
                found.push(EverydayName {
                    axis: Id::new(axis),
                    code: Code::new(code),
                    name: name.into(),
                });
            }
        }
    }
    Ok(found)
}

/// The file at a path, with the hash and size that stand in `facts`.
fn listed(href: &Node<'_>, facts: &Node<'_>) -> Result<Listed, Failure> {
    let sha256 = facts.get("sha256");
    let hash = sha256.text()?;
    if hash.len() != 64 || !hash.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return Err(sha256.expected("64 hexadecimal digits"));
    }
    Ok(Listed {
        href: own_path(href)?,
        sha256: hash.to_ascii_lowercase(),
        bytes: facts.get("bytes").integer()?,
    })
}

/// A path beside the list: the page loads nothing from elsewhere.
fn own_path(node: &Node<'_>) -> Result<String, Failure> {
    let path = node.text()?;
    let inside = path
        .split('/')
        .all(|part| !part.is_empty() && part != "." && part != "..");
    let plain = path
        .bytes()
        .all(|byte| byte.is_ascii_alphanumeric() || b"-_./".contains(&byte));
    if inside && plain {
        Ok(path.to_owned())
    } else {
        Err(node.expected("a path beside the list"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(boundaries: &str, expected: &str) {
        let hash = "0".repeat(64);
        let list = format!(
            r#"{{"class":"collection","link":{{"item":[{{"class":"dataset","href":"x.json",
            "extension":{{"id":"x","release":"1","bytes":2,"sha256":"{hash}",
            "boundaries":{boundaries}}}}}]}}}}"#
        );
        let found = match collection_from_bytes(list.as_bytes(), &Limits::PAGE) {
            Ok(list) => format!(
                "{:?}",
                list.entries()[0].boundaries.as_ref().map(|it| it.bytes)
            ),
            Err(error) => error.to_string(),
        };
        assert_eq!(found, expected);
    }

    #[test]
    fn a_dataset_is_offered_in_the_languages_that_it_names_and_its_site_has() {
        let hash = "0".repeat(64);
        let list = |said: &str| {
            let list = format!(
                r#"{{"class":"collection","link":{{"item":[{{"class":"dataset","href":"x.json","extension":
                {{"id":"x","release":"1","bytes":2,"sha256":"{hash}"{said}}}}}]}}}}"#
            );
            collection_from_bytes(list.as_bytes(), &Limits::PAGE).unwrap()
        };
        for (said, offered) in [
            (r#","languages":["fr","ar","en"]"#, &["fr", "en"][..]),
            (r#","languages":["ar"]"#, &["id", "en", "fr"]),
            ("", &["id", "en", "fr"]),
        ] {
            let found = list(said).entries()[0].offered(&["id", "en", "fr"]);
            assert_eq!(found, offered, "{said}");
        }
    }

    #[test]
    fn a_release_that_was_withdrawn_is_known_with_day_and_reason() {
        let hash = "0".repeat(64);
        let list = |gone: &str| {
            let list = format!(
                r#"{{"class":"collection","link":{{"item":[{{"class":"dataset","href":"x.json",
                "extension":{{"id":"x","release":"2","bytes":2,"sha256":"{hash}"}}}}]}},
                "extension":{{"withdrawn":{gone}}}}}"#
            );
            collection_from_bytes(list.as_bytes(), &Limits::PAGE)
        };
        let gone = r#"[{"id":"x","release":"1","date":"2026-11-29","reason":"a wrong column"}]"#;
        let found = list(gone).unwrap();
        let [first, other] = ["1", "2"].map(|release| found.withdrawal("x", release));
        let first = first.unwrap();
        assert_eq!(
            (&*first.date, &*first.reason),
            ("2026-11-29", "a wrong column")
        );
        assert_eq!(other, None);
        assert_eq!(found.nearest("x", Some("1")).unwrap().release, "2");
        assert_eq!(
            list(r#"[{"id":"x"}]"#).unwrap_err().to_string(),
            "extension.withdrawn[0].release: expected text, found null"
        );
    }

    #[test]
    fn a_link_leads_to_a_cube_and_never_to_a_list_of_figures() {
        let hash = "0".repeat(64);
        let entry = |id: &str, kind: &str| {
            format!(
                r#"{{"class":"dataset","href":"{id}.json","extension":{{"id":"{id}","release":"1","bytes":2,
                "sha256":"{hash}"{kind}}}}}"#
            )
        };
        let facts = entry("figures", r#","kind":"facts""#);
        let list = |items: &[&str]| {
            let list = format!(
                r#"{{"class":"collection","link":{{"item":[{}]}}}}"#,
                items.join(",")
            );
            collection_from_bytes(list.as_bytes(), &Limits::PAGE).unwrap()
        };
        let both = list(&[&facts, &entry("cube", "")]);
        for id in ["", "figures", "cube", "other"] {
            assert_eq!(
                both.nearest(id, None).map(|it| &*it.id),
                Some("cube"),
                "{id}"
            );
        }
        assert_eq!(
            both.entry("figures", None).map(|it| it.is_fact_list),
            Some(true)
        );
        assert_eq!(list(&[&facts]).nearest("figures", None), None);
    }

    #[test]
    fn everyday_names_stand_by_axis_and_code() {
        let names = |names: &str| {
            let hash = "0".repeat(64);
            let list = format!(
                r#"{{"class":"collection","link":{{"item":[{{"class":"dataset","href":"x.json",
                "extension":{{"id":"x","release":"1","bytes":2,"sha256":"{hash}",
                "everyday_names":{names}}}}}]}}}}"#
            );
            match collection_from_bytes(list.as_bytes(), &Limits::PAGE) {
                Ok(list) => {
                    let names = list.entries()[0].everyday_names.iter();
                    let text = |it: &EverydayName| format!("{} {} {}", it.axis, it.code, it.name);
                    names.map(text).collect::<Vec<_>>().join(", ")
                }
                Err(error) => error.to_string(),
            }
        };
        assert_eq!(names("null"), "");
        assert_eq!(
            names(r#"{"area":{"n1":["the port","pt"]},"side":{"n":["up"]}}"#),
            "area n1 the port, area n1 pt, side n up"
        );
        assert_eq!(
            names(r#"{"area":{"n1":"port"}}"#),
            "link.item[0].extension.everyday_names.area.n1: expected an array, found \"port\""
        );
    }

    #[test]
    fn boundaries_are_named_as_strictly_as_the_dataset() {
        let place = "link.item[0].extension.boundaries";
        let hash = "a".repeat(64);
        check("null", "None");
        check(
            &format!(r#"{{"href":"x/y.topo.json","bytes":3,"sha256":"{hash}"}}"#),
            "Some(3)",
        );
        check(
            &format!(r#"{{"href":"../y.json","bytes":3,"sha256":"{hash}"}}"#),
            &format!("{place}.href: expected a path beside the list, found \"../y.json\""),
        );
        check(
            r#"{"href":"y.json","bytes":3,"sha256":"a"}"#,
            &format!("{place}.sha256: expected 64 hexadecimal digits, found \"a\""),
        );
        check(
            &format!(r#"{{"href":"y.json","sha256":"{hash}"}}"#),
            &format!("{place}.bytes: expected a whole number, found null"),
        );
    }
}
