//! How a figure is read where nothing is chosen, as the page says it.

use super::{Visit, headline, visit};
use crate::support::{Host, Page};

/// The lines under the headline.
fn lines(page: &Page) -> Vec<String> {
    let lines =
        page.evaluate("[...document.querySelectorAll('.reading li')].map((it) => it.textContent)");
    super::texts(&serde_json::json!([lines])).remove(0)
}

#[test]
fn a_stock_is_that_of_its_latest_year_and_says_so() {
    // Visits of 2022: 100 communes' numbers times 200; 2021 is not added.
    let visit = visit("en/health/");
    let said = headline(&visit);
    assert!(
        said.starts_with("20,000") && said.ends_with(", 2022"),
        "{said}"
    );
    let lines = lines(&visit);
    let year = "Year: 2022, the latest; periods are not added";
    assert!(lines.iter().any(|line| line == year), "{lines:?}");
    let flags = "Flagged in the file: provisional (P)";
    assert!(lines.iter().any(|line| line == flags), "{lines:?}");
    // Beside each figure of 2022 stands its letter, and below them what it means.
    super::open_table(&visit);
    let rows = super::cells(&super::table(
        &visit,
        "Visits to a clinic (visits) by Commune, 2022",
    ));
    assert!(
        rows.iter().flatten().any(|cell| cell == "5,000 (P)"),
        "{rows:?}"
    );
    // What the letters mean stands over the table, and below the filters, whose bars have them, too.
    for part in ["p.legend", ".filters > p:last-child"] {
        visit.wait_for(&format!(
            "document.querySelector('{part}')?.textContent.includes('Letters after figures: P: provisional.')"
        ));
    }
    visit.expect_no_complaint();
}

#[test]
fn without_places_one_cell_is_named_and_never_a_silent_all() {
    // The first good in the latest month: rice in March.
    let visit = visit("en/prices/");
    let said = headline(&visit);
    assert!(said.starts_with("1.75"), "{said}");
    assert!(said.contains("Rice") || said.contains("rice"), "{said}");
    assert!(said.ends_with(", 2024-03"), "{said}");
    let lines = lines(&visit);
    assert!(lines[0].starts_with("Good: Rice, one of 3"), "{lines:?}");
    visit.expect_no_complaint();
}

#[test]
fn several_that_are_not_added_stand_side_by_side() {
    let visit = visit("en/prices/?good=rice~salt");
    let said = headline(&visit);
    assert!(said.starts_with("No single figure"), "{said}");
    let beside = "Good: those chosen are not added; see them side by side below";
    assert!(lines(&visit).iter().any(|line| line == beside));
    visit.expect_no_complaint();
}

#[test]
fn of_a_file_that_says_that_it_adds_up_nothing_need_be_told() {
    let visit = visit("en/water/");
    assert!(headline(&visit).starts_with("100,000"));
    assert_eq!(lines(&visit), [""; 0]);
}

#[test]
fn the_root_of_the_site_lists_its_datasets_and_each_page_leads_to_the_others() {
    let host = Host::start();
    let page = Page::open(&host.url("en/"));
    let visit = Visit { page, host };
    visit.role("heading", "Datasets");
    visit.role("link", "Prices in Veluna (made)").click();
    visit.wait_for_link("en/prices/");
    super::has_started(&visit);
    super::open_menu(&visit, ["Kumpulan data", "Datasets"]);
    visit.role("link", "Schools of Veluna (made)").click();
    visit.wait_for_link("en/schools/");
    visit.expect_no_complaint();
}

#[test]
fn a_copied_link_names_what_was_picked() {
    // A later release may have another first good or latest month.
    let visit = visit("en/prices/");
    visit.evaluate("navigator.clipboard.writeText = async (text) => { window.copied = text }");
    super::share(&visit, "Copy link");
    visit.wait_for_text("Link copied");
    let copied = visit.evaluate("window.copied").to_string();
    assert!(copied.contains("good=rice&month=2024-03"), "{copied}");
    visit.expect_no_complaint();
}
