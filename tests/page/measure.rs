//! Choosing what is measured.

use super::map_read::choose;
use super::{cells, headline, table, visit, wait_for_headline};
use crate::support::{Name, Page};

/// The options of the list of measures, as they can be read.
fn options(page: &Page) -> Vec<String> {
    let list = page.role("combobox", Name::starts_with("Measure"));
    let options = list.script("return [...this.options].map((it) => it.textContent)");
    super::texts(&serde_json::json!([options])).remove(0)
}

#[test]
fn the_measure_is_chosen_from_a_list_that_stands_first_among_the_filters() {
    // 100 communes' numbers times 200 visits in 2022; half a nurse for each, but those of two
    // communes, of 4 and 2.
    let visit = visit("en/health/");
    wait_for_headline(&visit, "20,000");
    assert_eq!(
        options(&visit),
        ["Visits to a clinic (visits)", "Nurses (full-time posts)"]
    );
    let list = visit.role("combobox", Name::starts_with("Measure"));
    assert_eq!(list.value(), "visits");
    let first = "(() => { const first = document.querySelector('.filters select, .filters .bar');
                return first.tagName })()";
    assert_eq!(visit.evaluate(first), "SELECT");
    // Neither a bar nor a filter.
    for name in ["Nurses", "Visits to a clinic"] {
        let buttons = visit.all("button", Name::starts_with(name));
        assert!(
            buttons.iter().all(|it| it.state("pressed").is_none()),
            "{name}"
        );
    }
    choose(&visit, "Measure", "nurses");
    visit.wait_for_link("en/health/?measure=nurses");
    wait_for_headline(&visit, "at least 47");
    assert!(headline(&visit).contains("nurses, full-time posts"));
    super::open_table(&visit);
    let heads = visit.role("columnheader", "Nurses (full-time posts)");
    assert_eq!(heads.text(), "Nurses (full-time posts)");
    let rows = cells(&table(&visit, "by Commune"));
    // Half of 25.
    assert_eq!(rows[0][2], "12.5");
    visit.wait_for_none("button", "Clear all filters");
    visit.expect_no_complaint();
}

#[test]
fn clearing_all_filters_keeps_the_measure_and_back_restores_the_one_before() {
    let visit = visit("en/health/?measure=nurses&year=2021");
    wait_for_headline(&visit, "48");
    visit.role("button", "Clear all filters").click();
    visit.wait_for_link("en/health/?measure=nurses");
    let list = || visit.role("combobox", Name::starts_with("Measure")).value();
    assert_eq!(list(), "nurses");
    choose(&visit, "Measure", "visits");
    visit.wait_for_link("en/health/?measure=visits");
    wait_for_headline(&visit, "20,000");
    visit.back();
    visit.wait_for_link("en/health/?measure=nurses");
    visit.wait_until("nurses in the list", || (list() == "nurses").then_some(()));
    visit.expect_no_complaint();
}

#[test]
fn two_measures_in_a_link_are_one_and_the_reader_is_told() {
    let visit = visit("en/health/?measure=nurses~visits");
    visit.wait_for_text("Measure is shown one at a time; the first is used.");
    let list = visit.role("combobox", Name::starts_with("Measure"));
    assert_eq!(list.value(), "nurses");
}

#[test]
fn a_locked_measure_is_named_and_cannot_be_changed() {
    let visit = visit("en/health/?measure=nurses#lock=measure");
    visit.wait_for_text("Measure: Nurses (full-time posts)");
    visit.wait_for_none("combobox", Name::starts_with("Measure"));
    visit.expect_no_complaint();
}
