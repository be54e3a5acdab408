//! A site with a name, a logo, a colour and languages of its own.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use super::edition::copy;
use crate::support::made::data_folder;
use crate::support::{Host, Name, Page, built};

const SETTINGS: &str = r##"
name = "Water of Veluna"
tagline = { en = "Who has a well?", fr = "Qui a un puits ?" }
logo = "logo.svg"
colour = "#7a1f5c"
languages = ["fr", "en"]
contact = "water@veluna.example"
imprint = "https://veluna.example/imprint"
"##;
const LOGO: &str = r#"<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24"><circle cx="12" cy="12" r="12"/></svg>"#;

/// The site of the made datasets with these settings.
fn folder() -> &'static Path {
    static SITE: OnceLock<PathBuf> = OnceLock::new();
    SITE.get_or_init(|| {
        let site = Path::new(env!("CARGO_TARGET_TMPDIR")).join("own-name");
        let _old = fs::remove_dir_all(&site);
        copy(data_folder(), &site.join("data"), 0);
        fs::write(site.join("site.toml"), SETTINGS).unwrap();
        fs::write(site.join("logo.svg"), LOGO).unwrap();
        built("own-name-built", "/", &site)
    })
}

fn host() -> Host {
    Host::of(folder().to_owned(), "/")
}

#[test]
fn the_page_has_the_name_the_colour_and_the_languages_of_its_site() {
    let host = host();
    let page = Page::open(&host.url("en/water/"));
    super::has_started(&page);
    page.role("heading", Name::contains("100,000"));
    assert!(
        page.title().ends_with("– Water of Veluna"),
        "{}",
        page.title()
    );
    let brand = "document.querySelector('.brand')";
    assert_eq!(
        page.evaluate(&format!("{brand}.textContent.trim()")),
        "Water of Veluna"
    );
    page.wait_for(&format!("{brand}.querySelector('img').naturalWidth === 24"));
    let colour = page
        .evaluate("getComputedStyle(document.documentElement).getPropertyValue('--figure').trim()");
    assert_ne!(colour, "#0b6478");
    page.role("button", "Language").click();
    page.role("link", "Français");
    assert!(page.all("link", "Bahasa Indonesia").is_empty());
    let text = page.text();
    assert!(text.contains("water@veluna.example"), "{text}");
    page.role("link", "Imprint");
    page.expect_no_complaint();
}

#[test]
fn the_root_is_in_the_first_language_of_the_site() {
    let host = host();
    let page = Page::open(&host.url(""));
    page.role("heading", "Jeux de données");
    let text = page.text();
    assert!(
        text.contains("Qui a un puits ?") && text.contains("water@veluna.example"),
        "{text}"
    );
    page.role("link", "English").click();
    page.role("heading", "Datasets");
    assert!(!folder().join("id").exists());
    page.expect_no_complaint();
}
