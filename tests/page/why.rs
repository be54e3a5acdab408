//! How a figure came about: the dialog, its link, the table that leads to it, the interface for scripts.

use super::access::faults;
use super::map_read::choose;
use super::{Visit, visit};
use crate::support::Name;

/// The steps as they are shown.
#[track_caller]
fn chain(visit: &Visit) -> String {
    visit.wait_for("document.querySelector('.derivation .shown') !== null");
    let text = visit.evaluate("document.querySelector('.derivation').innerText");
    text.as_str().unwrap_or_default().to_owned()
}

#[test]
fn the_figure_of_the_headline_is_explained_and_escape_leads_back_to_its_button() {
    let visit = visit("en/water/n1/?source=piped");
    visit.role("button", "Why?").click();
    let text = chain(&visit);
    assert!(text.contains("Port Amara"), "{text}");
    let shown = visit.evaluate("document.querySelector('.derivation .shown b').innerText");
    let figure = visit.evaluate("document.querySelector('h1 .figure').innerText");
    assert_eq!(shown, figure);
    visit.wait_for("location.search === '?source=piped&why=.'");
    assert_eq!(faults(&visit), Vec::<String>::new());
    visit.press("Escape");
    visit.wait_for("document.querySelector('dialog') === null");
    visit.wait_for("location.search === '?source=piped'");
    assert_eq!(
        visit.evaluate("document.activeElement.className"),
        "why",
        "the focus goes back"
    );
}

#[test]
fn a_link_opens_the_figure_that_it_asks_of() {
    let visit = visit("en/water/");
    // Under a dialog the stage is out of reach: the figure is waited for, not the stage.
    visit.goto(&visit.host.url("en/water/?why=source:piped"));
    let text = chain(&visit);
    let shown = visit.evaluate("document.querySelector('.derivation .shown b').innerText");
    let shown = shown.as_str().unwrap_or_default();
    // The years stand as terms, and are added to it.
    assert!(text.contains(&format!("= {shown}")), "{text}");
    visit.goto(&visit.host.url("en/water/?why=source:pipes"));
    visit.wait_for_text("The link asks about a figure that this dataset does not have.");
}

#[test]
fn a_number_of_the_table_leads_to_how_it_came_about() {
    let visit = visit("en/water/?tab=table&source=piped");
    let click = "document.querySelector('tbody tr:nth-child(2) td.number').click()";
    visit.wait_for("document.querySelector('tbody tr:nth-child(2) td.number') !== null");
    visit.evaluate(click);
    let text = chain(&visit);
    let number =
        visit.evaluate("document.querySelector('tbody tr:nth-child(2) td.number').innerText");
    let number = number.as_str().unwrap_or_default().trim().to_owned();
    assert!(text.contains(&format!("= {number}")), "{number}: {text}");
    visit.press("Escape");
    visit.wait_for("document.querySelector('dialog') === null");
    // By keyboard from the name of the row.
    visit.evaluate("document.querySelector('tbody tr:nth-child(3) button').focus()");
    visit.press("?");
    let text = chain(&visit);
    let name = visit.evaluate("document.querySelector('tbody tr:nth-child(3) button').innerText");
    assert!(text.contains(name.as_str().unwrap_or_default()), "{text}");
}

#[test]
fn from_one_figure_the_list_leads_to_that_of_any_bar() {
    let visit = visit("en/water/");
    visit.role("button", "Why?").click();
    chain(&visit);
    choose(&visit, "Figure", "source:well");
    visit.wait_for("location.search === '?why=source:well'");
    visit.wait_for("document.querySelector('.derivation .shown b').innerText === '24,900'");
    let chosen = "document.querySelector('dialog select').selectedOptions[0].text";
    assert_eq!(visit.evaluate(chosen), "Water source: Well");
}

#[test]
fn the_way_to_what_the_figures_are_closes_it() {
    let visit = visit("en/water/");
    visit.role("button", "Why?").click();
    chain(&visit);
    visit
        .role("link", Name::starts_with("About the data"))
        .click();
    visit.wait_for("document.querySelector('dialog') === null");
    visit.role("heading", Name::starts_with("Licences"));
}
