//! The page that lists the datasets of a site, without a script.

use crate::publish::pages::{DatasetList, ListedDataset};
use crate::publish::shell::{Document, Shell, head};
use crate::publish::template::escape;
use crate::words::{Messages, messages};

impl Shell<'_> {
    /// The datasets of the site as links.
    pub(super) fn dataset_list(&self, list: &DatasetList) -> String {
        let words = list.words;
        let (head, heading) = (head(words.code), escape(words.datasets));
        let addresses = self.addresses(&self.list_document(words));
        let style = self.style("style.css").unwrap_or_default() + &self.colours() + &self.preview();
        let item = |it| self.item(it, words.code);
        let items: String = list.datasets.iter().map(item).collect();
        let tagline = escape(&self.settings.tagline(words));
        let name = escape(self.settings.name());
        let logo = self.logo().map_or_else(String::new, |address| {
            format!("<img src=\"{}\" alt=\"\"> ", escape(&address))
        });
        let others = self.languages_of_list(words);
        let (own, responsible) = (self.own_file_link(words), self.responsible(words));
        format!(
            "{head}{style}\
             <title>{name}</title>\n{addresses}<header class=\"masthead\"><p class=\"brand\">{logo}<strong>{name}</strong> \
             <span>{tagline}</span></p>{others}</header>\n<main class=\"list\"><h1>{heading}</h1>\n<ul>\n{items}</ul>\n{own}</main>\n\
             <footer class=\"colophon\">{responsible}</footer>\n</html>\n"
        )
    }

    /// What others read of the list in a language. It stands at the root of the site, too, in the first.
    pub(super) fn list_document(&self, words: &Messages) -> Document {
        let languages = self.settings.languages().into_iter();
        let languages = languages.map(|words| (words.code.to_owned(), format!("{}/", words.code)));
        let words = messages(words.code);
        Document {
            lang: words.code.to_owned(),
            path: format!("{}/", words.code),
            title: self.settings.name().to_owned(),
            description: self.settings.tagline(words),
            languages: languages.collect(),
            ..Document::default()
        }
    }

    /// A dataset on a page in a language: in another where it is not offered in that. Where it is offered in
    /// several, each has a link.
    fn item(&self, dataset: &ListedDataset, page_lang: &str) -> String {
        let href = self.address_of(&dataset.path);
        let lang = match &*dataset.lang {
            own if own == page_lang => String::new(),
            other => format!(" lang=\"{}\"", escape(other)),
        };
        let named = dataset.languages.iter();
        let named = named.map(|(lang, path)| self.language_link(messages(lang), path));
        let languages: String = match dataset.languages.len() {
            0 | 1 => String::new(),
            _ => format!("<p class=\"languages\">{}</p>", named.collect::<String>()),
        };
        let view = |(label, query): &(String, String)| {
            let query = escape(query);
            format!("<p><a href=\"{href}?{query}\">{}</a></p>\n", escape(label))
        };
        let views: String = dataset.views.iter().map(view).collect();
        let [title, sentence, source] =
            [&dataset.title, &dataset.sentence, &dataset.source].map(|text| escape(text));
        format!(
            "<li{lang}><a href=\"{href}\">{title}</a>\n<p>{sentence}</p>\n{views}<p class=\"quiet\">{source}</p>{languages}</li>\n"
        )
    }

    /// The list in the other languages.
    fn languages_of_list(&self, words: &Messages) -> String {
        let languages = self.settings.languages();
        let others = languages.iter().filter(|other| other.code != words.code);
        let link = |other: &&Messages| self.language_link(other, &format!("{}/", other.code));
        let links: String = others.map(link).collect();
        if links.is_empty() {
            return links;
        }
        let name = escape(words.language);
        format!("<nav class=\"languages\" aria-label=\"{name}\">{links}</nav>")
    }

    /// The link to a page in a language, by the language's own name; `path`: relative to the base.
    fn language_link(&self, words: &Messages, path: &str) -> String {
        let (lang, name) = (words.code, escape(words.name));
        let href = self.address_of(path);
        format!("<a href=\"{href}\" lang=\"{lang}\" hreflang=\"{lang}\">{name}</a> ")
    }
}
