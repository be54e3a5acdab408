//! The parts of a link, before anything is known of the dataset.

use super::migrations::{Written, migrated};
use super::percent::decoded;

/// `{base}/{lang}/{dataset}/[{place}/]?{query}#{fragment}`, taken apart.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LinkParts {
    /// The language of the path, empty where there is none.
    pub lang: String,
    /// The dataset of the path, empty where there is none.
    pub dataset: String,
    /// The place of the path: none, a code, or a grouping and a group; percent-decoded.
    pub place: Vec<String>,
    /// The query without its `?`, as written.
    pub query: String,
    /// The fragment without its `#`, as written.
    pub fragment: String,
}

impl LinkParts {
    /// Takes a link of any form that was ever issued apart: anything before the path is to be cut off by the caller.
    ///
    /// ```
    /// use jangkau::view_state::LinkParts;
    /// let link = LinkParts::new("/en/water/district/n/?source=piped#ui=min");
    /// assert_eq!((&*link.lang, &*link.dataset), ("en", "water"));
    /// assert_eq!(link.place, ["district", "n"]);
    /// assert_eq!((&*link.query, &*link.fragment), ("source=piped", "ui=min"));
    /// ```
    #[must_use]
    pub fn new(link: &str) -> Self {
        let (rest, fragment) = link.split_once('#').unwrap_or((link, ""));
        let (path, query) = rest.split_once('?').unwrap_or((rest, ""));
        let named = path.split('/').filter(|part| !part.is_empty());
        let written = migrated(Written {
            path: named.map(str::to_owned).collect(),
            query: query.to_owned(),
        });
        let mut parts = written.path.iter().map(|part| decoded(part));
        Self {
            lang: parts.next().unwrap_or_default(),
            dataset: parts.next().unwrap_or_default(),
            place: parts.collect(),
            query: written.query,
            fragment: fragment.to_owned(),
        }
    }
}
