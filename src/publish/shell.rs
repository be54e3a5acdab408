//! The page's shell: the document that stands at every path of the site, with
//! its headline readable before, and without, the program.

use std::borrow::Cow;
use std::collections::BTreeMap;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use sha2::{Digest, Sha384};

use crate::publish::card::CardText;
use crate::publish::catalogue::with_addresses;
use crate::publish::error::SiteError;
use crate::publish::headers::POLICY;
use crate::publish::preview::SCRIPT;
use crate::publish::site_settings::{SiteSettings, logo_ending};
use crate::publish::site_url::{BasePath, SiteUrl};
use crate::publish::template::{Fill, escape, fill};
use crate::view_state::Key;
use crate::words::{direction, document_words, messages};

/// One document of the site.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    /// BCP 47 tag of its language.
    pub lang: String,
    /// Where it stands, relative to the base: `id/water/n1/`.
    pub path: String,
    /// The name of its window.
    pub title: String,
    /// What a search engine or a preview shows of it.
    pub description: String,
    /// The sentence with the figures.
    pub headline: String,
    /// The markup of what is read without the program: where it stands, for the masthead; the sentence; what stands
    /// below it.
    #[serde(default)]
    pub shown: [String; 3],
    /// The same view in each language, this one too: tag and path.
    pub languages: Vec<(String, String)>,
    /// Files that the program will ask for first, relative to the base.
    pub data: Vec<String>,
    /// The table that opens without the program, relative to the base.
    pub table: Option<String>,
    /// What catalogues read of the dataset, with paths relative to the base.
    pub about: Option<Value>,
    /// The page of the card of its model, relative to the base.
    #[serde(default)]
    pub model_card: Option<String>,
    /// Whether it opens a file of the reader's own, and no dataset of the site.
    #[serde(default)]
    pub is_own_file: bool,
    /// Whether it shows a list of published figures, and needs no program.
    #[serde(default)]
    pub is_fact_list: bool,
    /// What its preview card says.
    #[serde(default)]
    pub card: Option<CardText>,
    /// Its preview card, relative to the base, where one was made.
    #[serde(default)]
    pub image: Option<String>,
}

impl Document {
    /// Where the same stands at the link of its own language: what other addresses show is no page of their own.
    pub(in crate::publish) fn own_path(&self) -> &str {
        let own = self.languages.iter().find(|(lang, _)| *lang == self.lang);
        own.map_or(&self.path, |(_, path)| path)
    }
}

/// Each language with the path of a page in it; at the end the first once more, for readers of any other.
pub(super) fn alternates(languages: &[(String, String)]) -> impl Iterator<Item = (&str, &str)> {
    let each = languages.iter().map(|(lang, path)| (&**lang, &**path));
    let first = languages.first().map(|(_, path)| ("x-default", &**path));
    each.chain(first)
}

/// The list of datasets, relative to the base.
pub const INDEX: &str = "data/index.json";

/// Writes the shells of one site.
#[derive(Debug)]
pub struct Shell<'a> {
    /// The text of `index.html`.
    pub template: &'a str,
    /// Where the site stands on its host.
    pub base: &'a BasePath,
    /// Its public address, if it is known.
    pub address: Option<&'a SiteUrl>,
    /// The folder of the assets, relative to the base.
    pub assets: &'a str,
    /// Integrity hash of each asset by its name.
    pub integrity: &'a BTreeMap<String, String>,
    /// What the site says of itself.
    pub settings: &'a SiteSettings,
    /// Integrity hash of the site's own colours, where it has any.
    pub colours: Option<&'a str>,
    /// Whether its pages load anew when it is built anew.
    pub is_preview: bool,
}

/// The site's own colours, relative to the base.
pub(super) const COLOURS: &str = "site/colours.css";

/// The site's logo of an ending, relative to the base.
pub(super) fn logo_file(ending: &str) -> String {
    format!("site/logo.{ending}")
}

impl Shell<'_> {
    /// The document of `page`.
    ///
    /// # Errors
    /// When the template asks for something unknown.
    pub fn document(&self, page: &Document) -> Result<String, SiteError> {
        if page.is_fact_list {
            return Ok(self.fact_document(page));
        }
        let words = messages(&page.lang);
        fill(self.template, |name| {
            let text: Cow<'_, str> = match name {
                "lang" => page.lang.as_str().into(),
                "direction" => direction(&page.lang).into(),
                "name" => self.settings.name().into(),
                "identity" => return Some(Fill::Markup(self.identity().into())),
                "colours" => return Some(Fill::Markup(self.colours().into())),
                "title" => page.title.as_str().into(),
                "description" => page.description.as_str().into(),
                "head" => return Some(Fill::Markup(Self::head_of(page).into())),
                "masthead" => return Some(Fill::Markup(self.masthead(page).into())),
                "kind" => if page.shown[1].is_empty() {
                    "early"
                } else {
                    "landing"
                }
                .into(),
                "shown" => return Some(Fill::Markup(page.shown[2].as_str().into())),
                "looks" => looks().into(),
                "pending" => document_words(&page.lang).pending.into(),
                "silent" => document_words(&page.lang).silent.into(),
                "policy" => POLICY.into(),
                "base" => self.base.as_str().into(),
                "assets" => format!("{}{}", self.base, self.assets).into(),
                "index" => format!("{}{INDEX}", self.base).into(),
                "program" => return Some(Fill::Markup(self.program(page)?.into())),
                "own" => return Some(Fill::Markup(self.own_file_form(page)?.into())),
                "foot" => return Some(Fill::Markup(self.foot(page).into())),
                "loading" => words.loading.into(),
                "slow" => words.stalled.into(),
                "failed" => words.not_started.into(),
                "retry" => words.retry.into(),
                "without_script" => document_words(&page.lang).without_script.into(),
                "addresses" => return Some(Fill::Markup(self.addresses(page).into())),
                "table" => return Some(Fill::Markup(self.table(page).into())),
                "data" => return Some(Fill::Markup(self.data(page).into())),
                "about" => return Some(Fill::Markup(self.about(page).into())),
                "words" => {
                    let asset = words_file(&page.lang);
                    self.integrity.get(&asset)?.as_str().into()
                }
                asset => self.integrity.get(asset)?.as_str().into(),
            };
            Some(Fill::Text(text))
        })
    }

    /// What the page reads of the site, as attributes.
    fn identity(&self) -> String {
        let languages: Vec<&str> = (self.settings.languages().iter())
            .map(|words| words.code)
            .collect();
        let logo = self.logo();
        let preview = self.is_preview.then(String::new);
        let attributes = [
            ("languages", Some(languages.join(" "))),
            ("logo", logo),
            ("preview", preview),
        ];
        let said = attributes
            .into_iter()
            .filter_map(|(name, value)| Some(format!(" data-{name}=\"{}\"", escape(&value?))));
        said.collect()
    }

    /// The address of the logo.
    pub(super) fn logo(&self) -> Option<String> {
        let ending = logo_ending(self.settings.logo.as_deref()?)?;
        Some(format!("{}{}", self.base, logo_file(ending)))
    }

    /// The address of a file of the site, as markup has it; `path`: relative to the base.
    pub(super) fn address_of(&self, path: &str) -> String {
        escape(&format!("{}{path}", self.base))
    }

    /// The address of an asset, as markup has it, and its hash.
    fn asset(&self, name: &str) -> Option<(String, &str)> {
        let path = format!("{}{name}", self.assets);
        Some((self.address_of(&path), self.integrity.get(name)?))
    }

    /// The link to the style sheet that is an asset of this name.
    pub(super) fn style(&self, name: &str) -> Option<String> {
        Some(style_link(self.asset(name)?))
    }

    /// The link to the site's own colours.
    pub(super) fn colours(&self) -> String {
        self.colours.map_or_else(String::new, |hash| {
            style_link((self.address_of(COLOURS), hash))
        })
    }

    /// The head of the page, of a document of a place.
    fn masthead(&self, page: &Document) -> String {
        let [steps, head, _] = &page.shown;
        if head.is_empty() {
            return String::new();
        }
        let logo = self.logo();
        let logo = logo.map(|address| format!("<img src=\"{}\" alt=\"\">", escape(&address)));
        let (logo, name) = (logo.unwrap_or_default(), escape(self.settings.name()));
        format!(
            "<header class=\"masthead\"><p class=\"brand\">{logo}<strong>{name}</strong></p>{steps}</header>\n"
        )
    }

    /// The sentence of the document, with whose it is where it is one of a place.
    fn head_of(page: &Document) -> String {
        let [_, head, _] = &page.shown;
        if head.is_empty() {
            return format!("<h1>{}</h1>\n", escape(&page.headline));
        }
        head.clone()
    }

    /// The way to the figures without the program.
    fn table(&self, page: &Document) -> String {
        let Some(table) = &page.table else {
            return String::new();
        };
        let name = escape(messages(&page.lang).regions_csv);
        format!(
            "<p><a href=\"{}\">{name}</a></p>\n",
            escape(&format!("{}{table}", self.base))
        )
    }

    /// What catalogues read: data, which no browser runs.
    pub(super) fn about(&self, page: &Document) -> String {
        let Some(about) = page.about.clone() else {
            return String::new();
        };
        let to = |path: &str| {
            let known = self.address.map(|address| address.of(path));
            known.unwrap_or_else(|| format!("{}{path}", self.base))
        };
        // No text of it can end the element.
        let text = with_addresses(about, to)
            .to_string()
            .replace('<', "\\u003c");
        format!("<script type=\"application/ld+json\">{text}</script>\n")
    }

    /// The script that starts the page; that of a reader's own file starts it once the file is read.
    fn program(&self, page: &Document) -> Option<String> {
        let script = |name: &str| {
            let (address, hash) = self.asset(name)?;
            Some(format!(
                "<script type=\"module\" src=\"{address}\" integrity=\"{hash}\" crossorigin></script>\n"
            ))
        };
        if !page.is_own_file {
            return Some(script("boot.js")? + &self.preview());
        }
        let preload = |name: &str| {
            let (address, hash) = self.asset(name)?;
            Some(format!(
                "<link rel=\"modulepreload\" href=\"{address}\" integrity=\"{hash}\">\n"
            ))
        };
        let parts = [
            script("own.js")?,
            self.preview(),
            self.style("own.css")?,
            preload("boot.js")?,
            preload("reader.js")?,
        ];
        Some(parts.concat())
    }

    /// The script that loads the page anew.
    pub(super) fn preview(&self) -> String {
        if !self.is_preview {
            return String::new();
        }
        let address = self.address_of(SCRIPT[0]);
        format!("<script type=\"module\" src=\"{address}\"></script>\n")
    }

    /// Asks for the data while the program is still on its way.
    fn data(&self, page: &Document) -> String {
        if page.is_own_file {
            return String::new();
        }
        let files = std::iter::once(INDEX).chain(page.data.iter().map(String::as_str));
        let link = |path| {
            let path = self.address_of(path);
            format!("<link rel=\"preload\" as=\"fetch\" href=\"{path}\" crossorigin>\n")
        };
        files.map(link).collect()
    }
}

/// The keys of links that change no figure, with spaces between them.
fn looks() -> String {
    let looks = Key::ALL.into_iter().filter(|key| key.is_look());
    let names: Vec<&str> = looks.map(Key::name).collect();
    names.join(" ")
}

/// The link to a style sheet: its address, as markup has it, and its hash.
fn style_link((address, hash): (String, &str)) -> String {
    format!("<link rel=\"stylesheet\" href=\"{address}\" integrity=\"{hash}\" crossorigin>\n")
}

/// How every document without a program begins.
pub(super) fn head(lang: &str) -> String {
    let (lang, direction, policy) = (escape(lang), direction(lang), escape(POLICY));
    format!(
        "<!doctype html>\n<html lang=\"{lang}\" dir=\"{direction}\">\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n\
         <meta name=\"referrer\" content=\"no-referrer\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n\
         <link rel=\"icon\" href=\"data:,\">\n"
    )
}

/// A document without content that leads on to `to`, a path relative to its
/// own folder.
#[must_use]
pub fn forward(lang: &str, title: &str, to: &str) -> String {
    let (head, title, to) = (head(lang), escape(title), escape(to));
    format!(
        "{head}<title>{title}</title>\n\
         <meta http-equiv=\"refresh\" content=\"0; url={to}\">\n\
         <p><a href=\"{to}\">{title}</a></p>\n</html>\n"
    )
}

/// The file of the words of a language, among the assets.
pub(super) fn words_file(lang: &str) -> String {
    format!("words.{lang}.txt")
}

/// The integrity metadata of a file (W3C Subresource Integrity, SHA-384).
#[must_use]
pub fn integrity(bytes: &[u8]) -> String {
    format!("sha384-{}", STANDARD.encode(Sha384::digest(bytes)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page() -> Document {
        Document {
            lang: "en".into(),
            path: "en/x/n1/".into(),
            title: "A & B".into(),
            description: "\"quoted\"".into(),
            headline: "1 < 2".into(),
            languages: vec![
                ("id".into(), "id/x/n1/".into()),
                ("en".into(), "en/x/n1/".into()),
            ],
            data: vec!["data/x/x.json".into()],
            table: Some("data/x/regions.csv".into()),
            ..Document::default()
        }
    }

    #[test]
    fn what_catalogues_read_cannot_end_its_element() {
        let about = serde_json::json!({ "name": "</script><script>1</script>", "url": "en/x/" });
        let page = Document {
            about: Some(about),
            ..page()
        };
        let text = document(&page, "{{about}}", Some("https://a.id/x/"));
        assert_eq!(
            text,
            "<script type=\"application/ld+json\">{\"name\":\"\\u003c/script>\\u003cscript>1\\u003c/script>\",\
             \"url\":\"https://a.id/x/en/x/\",\"distribution\":null}</script>\n"
        );
    }

    fn document(page: &Document, template: &str, address: Option<&str>) -> String {
        let base = BasePath::new("/x/").unwrap();
        let address = address.map(|text| SiteUrl::new(text).unwrap());
        let shell = Shell {
            template,
            base: &base,
            address: address.as_ref(),
            assets: "assets/1/",
            integrity: &BTreeMap::new(),
            settings: &SiteSettings::default(),
            colours: None,
            is_preview: false,
        };
        shell.document(page).unwrap()
    }

    #[test]
    fn the_policy_stands_in_the_document_as_it_is() {
        let text = document(&page(), "<meta content=\"{{policy}}\">", None);
        assert_eq!(text, format!("<meta content=\"{POLICY}\">"));
    }

    #[test]
    fn every_text_of_a_dataset_is_escaped() {
        let text = document(&page(), "{{title}}|{{description}}|{{head}}", None);
        assert_eq!(text, "A &amp; B|&quot;quoted&quot;|<h1>1 &lt; 2</h1>\n");
    }

    #[test]
    fn a_known_address_names_the_page_in_each_of_its_languages_and_shows_its_card() {
        let carded = Document {
            image: Some("cards/x-1/2.png".into()),
            ..page()
        };
        let text = document(&carded, "{{addresses}}", Some("https://example.org/x/"));
        assert_eq!(
            text,
            "<link rel=\"canonical\" href=\"https://example.org/x/en/x/n1/\">\n\
             <link rel=\"alternate\" hreflang=\"id\" href=\"https://example.org/x/id/x/n1/\">\n\
             <link rel=\"alternate\" hreflang=\"en\" href=\"https://example.org/x/en/x/n1/\">\n\
             <link rel=\"alternate\" hreflang=\"x-default\" href=\"https://example.org/x/id/x/n1/\">\n\
             <meta property=\"og:type\" content=\"website\">\n\
             <meta property=\"og:site_name\" content=\"Jangkau\">\n\
             <meta property=\"og:title\" content=\"A &amp; B\">\n\
             <meta property=\"og:description\" content=\"&quot;quoted&quot;\">\n\
             <meta property=\"og:url\" content=\"https://example.org/x/en/x/n1/\">\n\
             <meta property=\"og:locale\" content=\"en_US\">\n\
             <meta property=\"og:locale:alternate\" content=\"id_ID\">\n\
             <meta property=\"og:image\" content=\"https://example.org/x/cards/x-1/2.png\">\n\
             <meta property=\"og:image:width\" content=\"1200\">\n\
             <meta property=\"og:image:height\" content=\"630\">\n\
             <meta property=\"og:image:alt\" content=\"&quot;quoted&quot;\">\n\
             <meta name=\"twitter:card\" content=\"summary_large_image\">\n"
        );
        assert_eq!(document(&carded, "{{addresses}}", None), "");
        let without = document(&page(), "{{addresses}}", Some("https://example.org/x/"));
        assert!(
            !without.contains("og:image") && without.contains("\"summary\""),
            "{without}"
        );
    }

    #[test]
    fn hostile_names_stay_inside_their_tags() {
        let hostile = Document {
            title: "\"><script>alert(1)</script>".into(),
            description: "'\" onload=\"x".into(),
            ..page()
        };
        let text = document(&hostile, "{{addresses}}", Some("https://example.org/"));
        assert!(
            !text.contains("<script") && !text.contains("onload=\"x"),
            "{text}"
        );
        assert!(text.contains("&quot;&gt;&lt;script&gt;alert(1)"), "{text}");
    }

    #[test]
    fn the_data_is_asked_for_below_the_base() {
        let text = document(&page(), "{{data}}", None);
        assert!(text.contains("href=\"/x/data/index.json\" crossorigin>"));
        assert!(text.contains("href=\"/x/data/x/x.json\" crossorigin>"));
    }
}
