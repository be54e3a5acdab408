//! What others read of a page: where it stands in each language, and how a link to it is shown in a
//! messenger, a feed or a search engine.

use crate::publish::card::{HEIGHT, WIDTH};
use crate::publish::shell::{Document, Shell, alternates};
use crate::publish::site_url::SiteUrl;
use crate::publish::template::escape;

impl Shell<'_> {
    /// Where else this view stands, and how a link to it is shown. A page that is not found has no address.
    pub(super) fn addresses(&self, page: &Document) -> String {
        if page.languages.is_empty() {
            return "<meta name=\"robots\" content=\"noindex\">\n".into();
        }
        let Some(address) = self.address else {
            return String::new();
        };
        let standing = standing(address, (page.own_path(), &page.languages));
        standing + &self.preview_of(address, page)
    }

    /// Open Graph (ogp.me) and the cards of X. What these leave out is taken from the other: the title and
    /// the picture have one name.
    fn preview_of(&self, address: &SiteUrl, page: &Document) -> String {
        let meta = |name: &str, content: &str| {
            format!(
                "<meta property=\"og:{name}\" content=\"{}\">\n",
                escape(content)
            )
        };
        let mut tags = meta("type", "website")
            + &meta("site_name", self.settings.name())
            + &meta("title", &page.title)
            + &meta("description", &page.description)
            + &meta("url", &address.of(page.own_path()))
            + &meta("locale", locale(&page.lang));
        let others = page.languages.iter().map(|(lang, _)| &**lang);
        for other in others.filter(|lang| *lang != page.lang) {
            tags += &meta("locale:alternate", locale(other));
        }
        let kind = if let Some(image) = &page.image {
            tags += &meta("image", &address.of(image));
            tags += &meta("image:width", &WIDTH.to_string());
            tags += &meta("image:height", &HEIGHT.to_string());
            tags += &meta("image:alt", &page.description);
            "summary_large_image"
        } else {
            "summary"
        };
        tags + &format!("<meta name=\"twitter:card\" content=\"{kind}\">\n")
    }
}

/// The links to a page in each language, its own too; the first language is that of everyone else.
fn standing(address: &SiteUrl, (path, languages): (&str, &[(String, String)])) -> String {
    let link = |rel: &str, path: &str| {
        format!("<link rel={rel} href=\"{}\">\n", escape(&address.of(path)))
    };
    let alternate = |(lang, path): (&str, &str)| {
        let rel = format!("\"alternate\" hreflang=\"{}\"", escape(lang));
        link(&rel, path)
    };
    let others = alternates(languages).map(alternate);
    link("\"canonical\"", path) + &others.collect::<String>()
}

/// A language as Open Graph has it: with the country that its words are those of.
fn locale(lang: &str) -> &str {
    match lang {
        "ar" => "ar_MA",
        "en" => "en_US",
        "fr" => "fr_FR",
        "id" => "id_ID",
        "km" => "km_KH",
        "th" => "th_TH",
        other => other,
    }
}
