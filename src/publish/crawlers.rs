//! What search engines are told: that they may read everything, and which pages there are.

use crate::publish::shell::Document;
use crate::publish::site_url::SiteUrl;
use crate::publish::template::escape;
use crate::publish::tree::Files;

/// So many pages may stand in one file (sitemaps.org, "Sitemap file limits").
const MOST_PAGES: usize = 50_000;

/// `robots.txt`, and the list of pages where the address of the site is known.
pub(super) fn crawler_files(pages: &[Document], address: Option<&SiteUrl>) -> Files {
    let mut files = Files::new();
    let mut robots = "User-agent: *\nAllow: /\n".to_owned();
    if let Some(address) = address {
        let is_own = |it: &&Document| !it.languages.is_empty() && it.path == it.own_path();
        let found: Vec<&Document> = pages.iter().filter(is_own).collect();
        for (nth, part) in found.chunks(MOST_PAGES).enumerate() {
            let name = match nth {
                0 => "sitemap.xml".to_owned(),
                _ => format!("sitemap-{}.xml", nth + 1),
            };
            robots += &format!("Sitemap: {}\n", address.of(&name));
            files.insert(name, sitemap(part, address).into_bytes());
        }
    }
    files.insert("robots.txt".to_owned(), robots.into_bytes());
    files
}

/// The pages (sitemaps.org 0.9). Each names its languages in its own head, once.
fn sitemap(pages: &[&Document], address: &SiteUrl) -> String {
    let mut text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
        <urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n"
        .to_owned();
    for page in pages {
        text += &format!(
            "<url><loc>{}</loc></url>\n",
            escape(&address.of(&page.path))
        );
    }
    text + "</urlset>\n"
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(lang: &str) -> Document {
        Document {
            languages: ["en", "id"]
                .map(|it| (it.to_owned(), format!("{it}/x/a & b/")))
                .to_vec(),
            path: format!("{lang}/x/a & b/"),
            ..Document::default()
        }
    }

    #[test]
    fn the_list_of_pages_names_each_once_and_robots_name_the_list() {
        let pages = [page("en"), page("id"), Document::default()];
        let address = SiteUrl::new("https://a.id/x").unwrap();
        let files = crawler_files(&pages, Some(&address));
        let text = |name: &str| String::from_utf8(files[name].clone()).unwrap();
        let robots = "User-agent: *\nAllow: /\nSitemap: https://a.id/x/sitemap.xml\n";
        assert_eq!(text("robots.txt"), robots);
        let map = text("sitemap.xml");
        let map = roxmltree::Document::parse(&map).unwrap();
        let places: Vec<_> = map
            .descendants()
            .filter(|node| node.tag_name().name() == "loc")
            .filter_map(|node| node.text())
            .collect();
        assert_eq!(
            places,
            [
                "https://a.id/x/en/x/a%20&%20b/",
                "https://a.id/x/id/x/a%20&%20b/"
            ]
        );
    }

    #[test]
    fn without_an_address_there_is_no_list_of_pages() {
        let files = crawler_files(&[page("en")], None);
        assert_eq!(files.keys().collect::<Vec<_>>(), ["robots.txt"]);
        assert_eq!(files["robots.txt"], b"User-agent: *\nAllow: /\n");
    }
}
