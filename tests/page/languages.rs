//! A dataset that is offered in other languages than its site.

use super::{headline, visit, wait_for_headline};
use crate::support::{Host, Page};

#[test]
fn a_link_in_a_language_that_a_dataset_lacks_is_shown_in_english_and_says_so() {
    // Of French and English schools have pages, of Indonesian none; the host has a document all the same.
    let visit = visit("id/schools/");
    wait_for_headline(&visit, "32 schools");
    visit.wait_for_text("There is no page in the language “id”");
    assert_eq!(visit.evaluate("document.documentElement.lang"), "en");
    super::open_menu(&visit, ["Bahasa", "Language"]);
    visit.role("link", "Français");
    let menu = visit.evaluate(
        "[...document.querySelectorAll('.menu-list li[lang]')].map((it) => it.lang).join()",
    );
    assert_eq!(menu, "fr,en");
    visit.role("link", "Français").click();
    visit.wait_for_link("fr/schools/");
    visit.expect_no_complaint();
}

#[test]
fn the_list_leads_to_each_language_of_a_dataset() {
    let host = Host::start();
    let page = Page::open(&host.url("id/"));
    page.role("heading", "Kumpulan data");
    let links = page.evaluate(
        "[...document.querySelectorAll('main li')].map((it) => [it.lang, it.querySelector('a').getAttribute('href'),
            ...[...it.querySelectorAll('.languages a')].map((link) => link.textContent)].join())
            .filter((it) => it.includes('schools'))",
    );
    let links = links[0].as_str().unwrap_or_default().to_owned();
    assert!(
        links.starts_with("en,") && links.ends_with("/en/schools/,Français,English"),
        "{links}"
    );
    let of_schools = "document.querySelector('main [lang=en] .languages [lang=fr]')";
    page.evaluate(&format!("{of_schools}.click()"));
    page.wait_until("the page in French", || {
        headline(&page).starts_with("32").then_some(())
    });
    page.expect_no_complaint();
}
