//! What stands at the foot of every document of a site, and the page that it leads to, on which a reader opens a
//! file of their own.

use crate::publish::pages::own_file_path;
use crate::publish::shell::{Document, Shell};
use crate::publish::template::escape;
use crate::words::{Messages, document_words, messages};

impl Shell<'_> {
    /// Whom to ask, who is responsible, how good the model is, and the way to open a file of one's own.
    pub(super) fn foot(&self, page: &Document) -> String {
        let words = messages(&page.lang);
        let own = if page.is_own_file {
            String::new()
        } else {
            self.own_file_link(words)
        };
        let model_card = page.model_card.as_deref().map_or_else(String::new, |path| {
            let (address, title) = (self.address_of(path), document_words(words.code).model_card);
            format!("<p><a href=\"{address}\">{}</a></p>", escape(title))
        });
        let (name, responsible) = (escape(self.settings.name()), self.responsible(words));
        format!(
            "<section class=\"site-foot\" aria-label=\"{name}\">{responsible}{model_card}{own}</section>\n"
        )
    }

    /// Whom to ask, and who is responsible.
    pub(super) fn responsible(&self, words: &Messages) -> String {
        let contact = self.settings.contact.as_deref().map(escape);
        let imprint = self.settings.imprint.as_deref().map(|address| {
            let (address, name) = (escape(address), document_words(words.code).imprint);
            format!("<a href=\"{address}\">{}</a>", escape(name))
        });
        let parts: Vec<String> = contact.into_iter().chain(imprint).collect();
        if parts.is_empty() {
            return String::new();
        }
        format!("<p>{}</p>", parts.join(" "))
    }

    /// The way to the page on which a reader opens a file of their own.
    pub(super) fn own_file_link(&self, words: &Messages) -> String {
        let address = self.address_of(&own_file_path(words.code));
        let title = escape(document_words(words.code).title);
        format!("<p><a href=\"{address}\">{title}</a></p>")
    }

    /// Where a reader chooses a file of their own, or drops it; nothing on any other page.
    pub(super) fn own_file_form(&self, page: &Document) -> Option<String> {
        if !page.is_own_file {
            return Some(String::new());
        }
        let hash = self.integrity.get("reader_bg.wasm")?;
        let words = document_words(&page.lang);
        let input = |label: &str, accept: &str, required: &str| {
            let label = escape(label);
            format!(
                "<p><label>{label}<br>\n<input type=\"file\" accept=\"{accept}\"{required}></label></p>\n"
            )
        };
        let tables = ".csv,.tsv,.txt,.gz,.xlsx,.xls,.ods,.px,.json,text/csv";
        let said = [
            ("refused", words.refused),
            ("banner", words.banner),
            ("publish", words.publish),
        ];
        let said = said.map(|(name, text)| format!(" data-{name}=\"{}\"", escape(text)));
        Some(format!(
            "<form id=\"own\" data-reader=\"{hash}\"{}>\n<p>{}</p>\n{}{}<p><button>{}</button></p>\n</form>\n\
             <section id=\"own-report\" role=\"alert\" tabindex=\"-1\" hidden></section>\n",
            said.concat(),
            escape(words.privacy),
            input(words.table, tables, " required"),
            input(words.map, ".geojson,.topojson,.json", ""),
            escape(words.open),
        ))
    }
}
