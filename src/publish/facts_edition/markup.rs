//! What every part of the document is written with.

use crate::cube::Cube;
use crate::fact_list::FactList;
use crate::formats::json_stat::Entry;
use crate::publish::template::escape;
use crate::scene::MapGeometry;
use crate::words::Messages;

/// A list of published figures, in the words of a language.
#[derive(Clone, Copy)]
pub(super) struct Edition<'a> {
    pub(super) list: &'a FactList,
    /// The figures on its map.
    pub(super) cube: &'a Cube,
    /// Where its places lie.
    pub(super) geometry: Option<&'a MapGeometry>,
    pub(super) words: &'static Messages,
    pub(super) entry: &'a Entry,
    /// Whom the site names to be asked.
    pub(super) site_contact: Option<&'a str>,
    /// The address of the site, where it is known; empty else.
    pub(super) site_url: &'a str,
}

impl Edition<'_> {
    /// The attribute of a text of the list, where its language is another than that of the page.
    pub(super) fn lang(&self) -> String {
        let lang = &*self.list.about().lang;
        if lang == self.words.code {
            return String::new();
        }
        format!(" lang=\"{}\"", escape(lang))
    }
}

/// A part of the page under a heading that names it.
pub(super) fn section(id: &str, heading: &str, body: &str) -> String {
    format!(
        "<section class=\"facts-part\" aria-labelledby=\"{id}\">\n<h2 id=\"{id}\">{}</h2>\n{body}</section>\n",
        escape(heading)
    )
}

/// A line in small letters.
pub(super) fn quiet(line: &str) -> String {
    format!("<p class=\"quiet\">{}</p>\n", escape(line))
}

/// Text in another language, marked as such.
pub(super) fn foreign((lang, text): (&str, &str)) -> String {
    format!("<span lang=\"{}\">{}</span>", escape(lang), escape(text))
}

/// A link to another site.
pub(super) fn link(url: &str, text: &str) -> String {
    format!(
        "<a href=\"{}\" rel=\"noopener noreferrer\">{}</a>",
        escape(url),
        escape(text)
    )
}

/// A text in which an address becomes a link.
pub(super) fn with_link(text: &str, contact: Option<&str>) -> String {
    let address = contact.filter(|it| it.starts_with("https://") || it.starts_with("http://"));
    let Some((before, after)) = address.and_then(|address| text.split_once(address)) else {
        return escape(text);
    };
    let address = address.unwrap_or_default();
    [&*escape(before), &link(address, address), &escape(after)].concat()
}
