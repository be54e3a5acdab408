//! Datasets without places, and periods of two lengths.

use super::{cells, headline, table, texts, visit, wait_for_headline};
use crate::support::{Name, Page};

/// The tabs, the one that is shown in brackets.
fn tabs(page: &Page) -> Vec<String> {
    let tabs = page.evaluate(
        "[...document.querySelectorAll('.tabs a')].map((it) => it.ariaCurrent ? `[${it.textContent}]` : it.textContent)",
    );
    texts(&serde_json::json!([tabs])).remove(0)
}

/// The rows of the figures under the lines.
fn lines(page: &Page) -> Vec<Vec<String>> {
    let rows = page.evaluate(
        "[...document.querySelectorAll('.trend table tr')].map((row) => [...row.cells].map((cell) => cell.textContent))",
    );
    texts(&rows)
}

#[test]
fn the_stage_opens_on_the_table_of_the_largest_dimension_under_its_bars() {
    let visit = visit("en/jobs/");
    wait_for_headline(&visit, "126,000 jobs");
    assert_eq!(tabs(&visit), ["[Table]", "Trend", "About the data"]);
    let rows = cells(&table(&visit, "Jobs by Industry, 2021Q2"));
    assert_eq!(
        rows,
        [
            ["all", "All industries", "126,000", "100%"],
            ["farm", "Farming", "53,200", "42%"],
            ["trade", "Trade", "47,000", "37%"],
            ["craft", "Crafts", "25,800", "20%"],
        ]
    );
    visit.wait_for_text("4 rows");
    visit.role("heading", "Ranked by Industry");
    let ranked = "[...document.querySelectorAll('.ranking li')].map((it) => it.textContent)";
    assert_eq!(
        visit.evaluate(ranked),
        serde_json::json!(["Farming53,200", "Trade47,000", "Crafts25,800"])
    );
    // No place to look for, none to show by, and no region spoken of.
    visit.wait_for_none("combobox", Name::starts_with("Find a place"));
    visit.wait_for_none("combobox", Name::starts_with("Show by"));
    let spoken = visit
        .evaluate("document.title + document.body.innerText")
        .to_string();
    assert!(!spoken.to_lowercase().contains("region"), "{spoken}");
    visit.expect_no_complaint();
}

#[test]
fn a_row_and_a_bar_filter_by_their_category() {
    let visit = visit("en/jobs/");
    let button = |name: &str| {
        let first = visit.wait_until(name, || visit.all("button", name).into_iter().next());
        first.click();
    };
    button("Farming");
    visit.wait_for_link("en/jobs/?industry=farm");
    wait_for_headline(&visit, "53,200 jobs");
    // The table keeps its rows and says which is picked.
    let marked = "document.querySelector('.places tr[aria-current]').cells[1].textContent";
    assert_eq!(visit.evaluate(marked), "Farming");
    visit
        .role("button", Name::starts_with("Trade 47,000"))
        .click();
    visit.wait_for_link("en/jobs/?industry=farm~trade");
    // 53,200 + 47,000: parts of one sum that was proven.
    wait_for_headline(&visit, "100,200 jobs");
    visit.expect_no_complaint();
}

#[test]
fn sorting_and_searching_go_on_without_places() {
    let visit = visit("en/prices/");
    visit.role("button", "Name").click();
    visit.wait_for_link("en/prices/?sort=name");
    let names = || {
        let rows = cells(&table(&visit, "Shells a kilogram by Good, 2024-03"));
        rows.into_iter()
            .map(|row| row[1].clone())
            .collect::<Vec<_>>()
    };
    assert_eq!(names(), ["Oil", "Rice", "Salt"]);
    visit.role("searchbox", Name::Any).fill("sa");
    visit.wait_until("one row", || (names() == ["Salt"]).then_some(()));
    visit.expect_no_complaint();
}

#[test]
fn years_and_quarters_never_share_a_line() {
    let visit = visit("en/jobs/?tab=trend");
    visit.role("image", Name::starts_with("Jobs"));
    let quarters = lines(&visit);
    assert_eq!(
        quarters[0][1..],
        ["2020Q1", "2020Q2", "2020Q3", "2020Q4", "2021Q1", "2021Q2"]
    );
    assert_eq!(
        quarters[1][1..],
        [
            "100,000", "115,000", "120,000", "110,000", "114,000", "126,000"
        ]
    );
    // Compared are quarters, too.
    let since = visit.role("combobox", Name::starts_with("Change since"));
    let options = since.script("return [...this.options].map((it) => it.value)");
    assert_eq!(
        options,
        serde_json::json!([
            "", "2020Q1", "2020Q2", "2020Q3", "2020Q4", "2021Q1", "2021Q2"
        ])
    );
    super::map_read::choose(&visit, "Change since", "2020Q4");
    visit.wait_for_link("en/jobs/?from=2020Q4&tab=trend");
    // 126,000 − 110,000.
    visit.wait_until("the change", || {
        (lines(&visit)[1].last()? == "+16,000 (+15%)").then_some(())
    });
    // Of the year chosen there are years.
    visit
        .role("button", Name::starts_with("2020 111,250"))
        .click();
    visit.wait_for_link("en/jobs/?period=2020&tab=trend");
    visit.wait_until("the years", || {
        (lines(&visit)[0][1..] == ["2020", "2021"]).then_some(())
    });
    assert_eq!(lines(&visit)[1][1..], ["111,250", "no data"]);
    assert!(headline(&visit).ends_with(", 2020"));
    visit.expect_no_complaint();
}

#[test]
fn a_press_on_the_line_chooses_the_quarter_that_stands_there() {
    let visit = visit("en/jobs/?tab=trend");
    let at = visit.evaluate(
        "(() => { const points = [...document.querySelectorAll('.trend svg[role=img] circle')];
           points[4].scrollIntoView({ block: 'center' });
           const box = points[4].getBoundingClientRect();
           return [box.x + box.width / 2, box.y + box.height / 2] })()",
    );
    let at = (at[0].as_f64().unwrap(), at[1].as_f64().unwrap());
    super::map_zoom::click(&visit, at);
    // The fifth of the line, the seventh of the file.
    visit.wait_for_link("en/jobs/?period=2021Q1&tab=trend");
    wait_for_headline(&visit, "114,000 jobs");
}

#[test]
fn a_tab_that_is_not_there_gives_way_to_the_table() {
    for link in ["en/prices/?tab=map", "id/prices/?tab=facts"] {
        let visit = visit(link);
        let tabs = tabs(&visit);
        assert!(tabs[0].starts_with('[') && tabs.len() == 3, "{tabs:?}");
        visit.expect_no_complaint();
    }
}
