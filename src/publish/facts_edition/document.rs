//! The document of a facts edition: all of it is read without a program.

use super::files::Taken;
use super::markup::{Edition, foreign, link, quiet, section, with_link};
use crate::cube::Label;
use crate::fact_list::Related;
use crate::formats::citation::{Cited, citation};
use crate::publish::shell::{Document, Shell, head};
use crate::publish::template::escape;
use crate::scene::FactListScene;
use crate::words::{LANGUAGE_CODES, fact_words, messages};

/// The style sheet of these documents alone, beside that of the site.
pub(in crate::publish) const STYLE: &str = "facts.css";
/// How the paths of the fonts go on that it asks for.
pub(in crate::publish) const FONTS: &str = "/noto-sans-";

/// Where the address of the page stands in its citation, and that of a file in its link: what it is is known once the
/// base is.
const BASE: &str = "\u{1}base/";
const ADDRESS: &str = "\u{1}address";

impl Shell<'_> {
    /// The document of a facts edition.
    pub(in crate::publish) fn fact_document(&self, page: &Document) -> String {
        let words = messages(&page.lang);
        let [steps, _, body] = &page.shown;
        let style = [
            self.style("style.css").unwrap_or_default(),
            self.style(STYLE).unwrap_or_default(),
            self.colours(),
            self.preview(),
        ];
        let logo = self.logo();
        let logo = logo.map(|address| format!("<img src=\"{}\" alt=\"\">", escape(&address)));
        let [name, title, description] =
            [self.settings.name(), &page.title, &page.description].map(escape);
        let home = self.address_of(&format!("{}/", words.code));
        let known = self.address.map(|address| address.of(&page.path));
        let address = known.unwrap_or_else(|| format!("{}{}", self.base, page.path));
        let body = body
            .replace(BASE, &self.address_of(""))
            .replace(ADDRESS, &escape(&address));
        format!(
            "{head}{style}<title>{title}</title>\n<meta name=\"description\" content=\"{description}\">\n{addresses}{about}\
             <header class=\"masthead\"><p class=\"brand\">{logo}<strong><a href=\"{home}\">{name}</a></strong></p>{steps}{languages}</header>\n\
             <main class=\"facts-edition\">\n{body}</main>\n<footer class=\"colophon\">{responsible}{own}</footer>\n</html>\n",
            head = head(words.code),
            style = style.concat(),
            addresses = self.addresses(page),
            about = self.about(page),
            logo = logo.unwrap_or_default(),
            languages = self.other_languages(page),
            responsible = self.responsible(words),
            own = self.own_file_link(words),
        )
    }

    /// The same page in its other languages.
    fn other_languages(&self, page: &Document) -> String {
        let others = page.languages.iter().filter(|(lang, _)| *lang != page.lang);
        let link = |(lang, path): &(String, String)| {
            let (lang, name) = (escape(lang), escape(messages(lang).name));
            let href = self.address_of(path);
            format!("<a href=\"{href}\" lang=\"{lang}\" hreflang=\"{lang}\">{name}</a> ")
        };
        let links: String = others.map(link).collect();
        if links.is_empty() {
            return links;
        }
        let name = escape(messages(&page.lang).language);
        format!("<nav class=\"languages\" aria-label=\"{name}\">{links}</nav>")
    }
}

impl Edition<'_> {
    /// Where the page stands, for the masthead.
    pub(super) fn steps(&self, scene: &FactListScene) -> String {
        format!(
            "<nav class=\"steps\" aria-label=\"{}\"><ol><li><a href=\"{BASE}{}/\">{}</a></li>\
             <li><span aria-current=\"page\">{}</span></li></ol></nav>",
            escape(self.words.focus),
            self.words.code,
            escape(self.words.datasets),
            escape(&scene.title),
        )
    }

    /// All that the page says, below its masthead.
    pub(super) fn body(&self, scene: &FactListScene, taken: &Taken) -> String {
        [
            self.top(scene),
            self.related(),
            self.map(),
            self.series(scene),
            self.beside(scene),
            self.figures(scene),
            self.take_along(scene, taken),
            self.sources(),
        ]
        .concat()
    }

    /// The title in every language that it has, the sentence, and what the page is not.
    fn top(&self, scene: &FactListScene) -> String {
        let about = self.list.about();
        let own = fact_words(self.words.code);
        let titles = [&about.title, &about.agency, &about.whole];
        let names = titles.into_iter().flat_map(Label::others);
        let names = names.filter(|(lang, _)| !LANGUAGE_CODES.contains(lang));
        let names: Vec<String> = names.map(foreign).collect();
        let names = if names.is_empty() {
            String::new()
        } else {
            format!("<p class=\"facts-names\">{}</p>\n", names.join(" · "))
        };
        let made = self.made();
        let contact = about.contact.as_deref().or(self.site_contact);
        format!(
            "<div class=\"facts-top\"><p><span class=\"badge\">{kind}</span></p>\n<h1>{title}</h1>\n{names}\
             <p class=\"facts-sentence\">{sentence}</p>\n<p class=\"facts-made\">{made}</p>\n{notes}</div>\n",
            kind = escape(own.kind),
            title = escape(&scene.title),
            sentence = escape(&self.words.sentences(&[&scene.sentence])),
            made = with_link(&made, contact),
            notes = self.notes(),
        )
    }

    fn notes(&self) -> String {
        let notes = self.list.about().notes.iter();
        notes
            .map(|note| quiet(note.in_lang(self.words.code)))
            .collect()
    }

    /// What stands beside the figures, each with its source.
    fn related(&self) -> String {
        let related = &self.list.about().related;
        if related.is_empty() {
            return String::new();
        }
        let item = |it: &Related| {
            let source = &it.source;
            let parts = [&source.publisher, &source.date].into_iter();
            let parts: Vec<&str> = parts.map(|it| &**it).filter(|it| !it.is_empty()).collect();
            format!(
                "<p>{} <small>{}</small></p>\n",
                escape(it.text.in_lang(self.words.code)),
                link(&source.url, &self.words.listed(&parts))
            )
        };
        let items: String = related.iter().map(item).collect();
        section("related", fact_words(self.words.code).related, &items)
    }

    /// The files, how the page is cited, and the licence.
    fn take_along(&self, scene: &FactListScene, taken: &Taken) -> String {
        let (own, about) = (fact_words(self.words.code), self.list.about());
        let file = |(path, kind): &(String, super::files::Kind)| {
            let name = escape(kind.name(self.words.code));
            format!(
                "<li><a href=\"{BASE}{}\" download>{name}</a>\n",
                escape(path)
            )
        };
        let files: String = taken.offered.iter().map(file).collect();
        let licence = about.licence.as_ref().map(|licence| {
            let licence = licence.in_lang(self.words.code);
            quiet(licence)
        });
        let body = format!(
            "<ul class=\"facts-files\">\n{files}</ul>\n<h3>{cite}</h3>\n{citation}{licence}",
            cite = escape(self.words.cite),
            citation = self.citation(scene),
            licence = licence.unwrap_or_default(),
        );
        section("files", own.files, &body)
    }

    /// How the page is cited: in a line, and as BibTeX.
    fn citation(&self, scene: &FactListScene) -> String {
        let cited = Cited {
            sentence: &scene.sentence,
            off_by: "",
            derivation: "",
            link: ADDRESS,
            accessed: "",
            lang: self.words.code,
            accessed_word: "",
            edition: &scene.edition,
        };
        let told = citation(self.cube, cited);
        format!(
            "<p class=\"facts-cite\">{}</p>\n<pre tabindex=\"0\" role=\"region\" aria-label=\"BibTeX\">{}</pre>\n",
            escape(&told.short),
            escape(told.bibtex.trim_end()),
        )
    }
}
