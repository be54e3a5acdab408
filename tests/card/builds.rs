//! Cards, links for others and lists for search engines in a built site.

use std::cell::RefCell;
use std::fs;
use std::path::Path;

use jangkau::publish::card::{Cards, cards_of_site};
use jangkau::publish::compress::Quality;
use jangkau::publish::page_folder::{PageFiles, PageSource};
use jangkau::publish::pages::pages_of;
use jangkau::publish::site::{Built, Plan, UnsafeCounts, build};
use jangkau::publish::site_files::SiteFiles;
use jangkau::publish::site_url::{BasePath, SiteUrl};
use jangkau::publish::tree::{Files, hex_sha256};
use tempfile::TempDir;

use crate::made_text;

/// A site with one dataset in the folder `site`, and a page of nothing but its head in `page`.
fn folder(title: &str, names: &[&str]) -> TempDir {
    let folder = TempDir::new().unwrap();
    let text = made_text(title, names);
    let (hash, bytes) = (hex_sha256(text.as_bytes()), text.len());
    let list = serde_json::json!({
        "version": "2.0", "class": "collection", "link": {"item": [{
            "class": "dataset", "href": "x/x.json", "label": title,
            "extension": {"id": "x", "release": "1", "bytes": bytes, "sha256": hash}
        }]}
    });
    write(&folder.path().join("site/data/x/x.json"), &text);
    write(
        &folder.path().join("site/data/index.json"),
        &list.to_string(),
    );
    write(
        &folder.path().join("site/site.toml"),
        "languages = [\"en\", \"id\"]\n",
    );
    let shell = "<!doctype html><html lang=\"{{lang}}\"><head><title>{{title}}</title>\n{{addresses}}</head><body>{{head}}</body></html>";
    let page = PageFiles {
        shell: shell.into(),
        entries: Files::new(),
        assets: Files::new(),
    };
    for (path, bytes) in page.into_folder().0 {
        write(
            &folder.path().join("page").join(path),
            &String::from_utf8(bytes).unwrap(),
        );
    }
    folder
}

fn write(path: &Path, text: &str) {
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

fn read(built: &Built, path: &str) -> String {
    fs::read_to_string(built.folder.join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// Builds the site; what was said with it.
fn built(folder: &TempDir, address: Option<&str>) -> (Built, String) {
    let said = RefCell::new(String::new());
    let plan = Plan {
        page: PageSource::Folder {
            folder: folder.path().join("page"),
            build: None,
        },
        site: folder.path().join("site"),
        out: Some(folder.path().join("out")),
        base: BasePath::root(),
        address: address.map(|address| SiteUrl::new(address).unwrap()),
        quality: Quality::QUICKEST,
        is_preview: false,
        unsafe_counts: UnsafeCounts::Warn,
    };
    let built = build(&plan, &|step| *said.borrow_mut() += &format!("{step}\n")).unwrap();
    (built, said.into_inner())
}

/// The cards of the site, kept in the folder `cache`.
fn cards(folder: &TempDir) -> (Cards, String) {
    let site = SiteFiles::read(&folder.path().join("site")).unwrap();
    let cache = folder.path().join("cache");
    let pages = pages_of(&site, &cache).unwrap().pages;
    let said = RefCell::new(String::new());
    let say = |step: &str| *said.borrow_mut() += &format!("{step}\n");
    let cards = cards_of_site(&site, &pages, &cache, &say).unwrap();
    (cards, said.into_inner())
}

#[test]
fn a_second_build_takes_every_card_as_it_is_and_another_hue_draws_them_anew() {
    let folder = folder("Reached", &["North", "South"]);
    let (first, _) = cards(&folder);
    // Two languages, two places and both of them together.
    assert_eq!((first.of_page.len(), first.tally.drawn), (6, 6));
    let (second, _) = cards(&folder);
    assert_eq!((second.tally.drawn, second.tally.cards), (0, 6));
    assert_eq!(second.files, first.files);
    let settings = "languages = [\"en\", \"id\"]\ncolour = \"#7a1f5c\"\n";
    write(&folder.path().join("site/site.toml"), settings);
    let (third, _) = cards(&folder);
    assert_eq!(third.tally.drawn, 6);
    let is_new = |path: &String| !first.files.contains_key(path);
    assert!(third.files.keys().all(is_new));
}

#[test]
fn the_name_of_a_card_bears_the_hash_of_its_release() {
    let folder = folder("Reached", &["North", "South"]);
    let text = fs::read(folder.path().join("site/data/x/x.json")).unwrap();
    let start = format!("cards/x-{}/", &hex_sha256(&text)[..8]);
    let (cards, _) = cards(&folder);
    assert!(
        cards.files.keys().all(|path| path.starts_with(&start)),
        "{start}"
    );
}

#[test]
fn a_page_whose_letters_no_font_has_is_named_and_has_no_card() {
    let folder = folder("Reached", &["North", "ວຽງຈັນ"]);
    let (cards, said) = cards(&folder);
    assert_eq!((cards.tally.cards, cards.tally.left_out), (4, 2));
    assert!(
        said.contains("warning: 2 pages have no preview card") && said.contains('ວ'),
        "{said}"
    );
}

#[test]
fn with_an_address_each_page_names_its_card_its_languages_and_itself() {
    let folder = folder("Reached", &["North", "South"]);
    let (built, _) = built(&folder, Some("https://a.example/b"));
    assert_eq!(built.cards.cards, 6);
    let page = read(&built, "en/x/p1/index.html");
    for tag in [
        "<link rel=\"canonical\" href=\"https://a.example/b/en/x/p1/\">",
        "<link rel=\"alternate\" hreflang=\"id\" href=\"https://a.example/b/id/x/p1/\">",
        "<link rel=\"alternate\" hreflang=\"x-default\" href=\"https://a.example/b/en/x/p1/\">",
        "<meta property=\"og:title\" content=\"North – Reached – Jangkau\">",
        "<meta property=\"og:description\" content=\"1 person in North\">",
        "<meta property=\"og:image:width\" content=\"1200\">",
        "<meta property=\"og:image:alt\" content=\"1 person in North\">",
        "<meta name=\"twitter:card\" content=\"summary_large_image\">",
    ] {
        assert!(page.contains(tag), "{tag}\n{page}");
    }
    let image = page
        .split("og:image\" content=\"https://a.example/b/")
        .nth(1)
        .unwrap();
    let image = image.split('"').next().unwrap();
    let bytes = fs::read(built.folder.join(image)).unwrap();
    assert!(bytes.starts_with(b"\x89PNG"));
    // It is compressed already.
    assert!(!built.folder.join(format!("{image}.br")).exists());
    assert!(read(&built, "sitemap.xml").contains("<loc>https://a.example/b/id/x/p2/</loc>"));
    assert!(read(&built, "robots.txt").contains("Sitemap: https://a.example/b/sitemap.xml\n"));
    let lost = read(&built, "404.html");
    assert!(lost.contains("noindex") && !lost.contains("og:"), "{lost}");
}

#[test]
fn without_an_address_nothing_absolute_stands_there_and_the_build_says_so() {
    let folder = folder("Reached", &["North", "South"]);
    let (built, said) = built(&folder, None);
    assert!(
        said.contains("--url") && said.contains("preview cards"),
        "{said}"
    );
    let page = read(&built, "en/x/p1/index.html");
    assert!(
        !page.contains("og:") && !page.contains("canonical"),
        "{page}"
    );
    assert!(!built.folder.join("cards").exists() && !built.folder.join("sitemap.xml").exists());
    assert_eq!(read(&built, "robots.txt"), "User-agent: *\nAllow: /\n");
}

#[test]
fn a_hostile_name_stays_a_name() {
    let hostile = "\"><script>alert('1')</script>";
    let folder = folder(hostile, &[hostile, "South"]);
    let (built, _) = built(&folder, Some("https://a.example/"));
    let page = read(&built, "en/x/p1/index.html");
    assert!(!page.contains("<script"), "{page}");
    assert!(page.contains("&quot;&gt;&lt;script&gt;"), "{page}");
    assert_eq!(built.cards.left_out, 0);
}
