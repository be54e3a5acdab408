//! Finding a place by typing.

use super::{Visit, visit, wait_for_headline};
use crate::support::{Element, Name};

fn field(visit: &Visit) -> Element<'_> {
    visit.role("combobox", "Cari tempat")
}

/// The options of the list of places: the choice of a level has some too.
fn options(visit: &Visit) -> Vec<Element<'_>> {
    visit.all("option", Name::contains(" · "))
}

/// The options, once the first of them holds a text.
#[track_caller]
fn first_option(visit: &Visit, query: &str, expected: &str) {
    field(visit).fill(query);
    visit.wait_until(&format!("{expected:?} first for {query:?}"), || {
        let options = options(visit);
        options.first()?.name().contains(expected).then_some(())
    });
}

#[test]
fn a_place_is_found_by_a_name_with_a_slip_a_code_or_its_district() {
    let visit = visit("id/water/");
    first_option(&visit, "port amra", "Port Amara");
    first_option(&visit, "c1", "Port Lenna");
    first_option(&visit, "UTARA", "Utara");
    first_option(&visit, "kepulauan", "Kepulauan");
    // By a code of an older list.
    first_option(&visit, "x4", "Caldmoor");
    // A slip in the only word, which stands second in the names.
    field(&visit).fill("lena");
    visit.role("option", Name::contains("Port Lenna"));
    // By the district: its communes follow.
    field(&visit).fill("utara");
    visit.role("option", Name::contains("Brenwold"));
    visit.expect_no_complaint();
}

#[test]
fn arrows_choose_and_enter_looks_at_the_place() {
    let visit = visit("id/water/?source=piped");
    field(&visit).fill("port");
    visit.role("option", Name::contains(" · "));
    assert_eq!(field(&visit).state("expanded"), Some(true.into()));
    let names: Vec<String> = options(&visit).iter().map(Element::name).collect();
    let chosen = || {
        let options = options(&visit);
        let chosen = options.iter().enumerate();
        let chosen = chosen.filter(|(_, it)| it.state("selected") == Some(true.into()));
        chosen.map(|(at, _)| at).collect::<Vec<usize>>()
    };
    let wait_for_chosen = |at: usize| {
        visit.wait_until(&format!("option {at} chosen"), || {
            (chosen() == [at]).then_some(())
        });
    };
    assert!(chosen().is_empty());
    visit.press("ArrowDown");
    wait_for_chosen(0);
    visit.press("ArrowUp");
    wait_for_chosen(names.len() - 1);
    visit.press("ArrowDown");
    wait_for_chosen(0);
    visit.press("ArrowDown");
    wait_for_chosen(1);
    assert!(names.len() > 2, "{names:?}");
    let code = names[1].rsplit(' ').next().unwrap();
    visit.press("Enter");
    visit.wait_for_link(&format!("id/water/{code}/?source=piped"));
    assert_eq!(field(&visit).state("expanded"), Some(false.into()));
    assert_eq!(field(&visit).value(), "");
}

#[test]
fn enter_alone_takes_the_first_and_a_click_any() {
    let visit = visit("id/water/");
    first_option(&visit, "port amara", "Port Amara");
    visit.press("Enter");
    visit.wait_for_link("id/water/n1/");
    wait_for_headline(&visit, "12.000 rumah tangga di Port Amara");
    first_option(&visit, "utara", "Utara");
    visit.role("option", Name::contains("Brenwold")).click();
    visit.wait_for_text("rumah tangga di Brenwold");
}

#[test]
fn escape_closes_the_list_and_then_empties_the_field() {
    let visit = visit("id/water/");
    field(&visit).fill("port");
    visit.role("option", Name::contains(" · "));
    visit.press("Escape");
    visit.wait_for_none("option", Name::contains(" · "));
    assert_eq!(field(&visit).value(), "port");
    visit.press("Escape");
    visit.wait_until("an empty field", || {
        field(&visit).value().is_empty().then_some(())
    });
    assert_eq!(visit.focus().0, "combobox");
    visit.wait_for_link("id/water/");
}

#[test]
fn what_no_place_is_called_is_said() {
    let visit = visit("en/water/");
    visit.role("combobox", "Find a place").fill("zzxqy");
    visit.wait_for_text("No place matches “zzxqy”.");
    assert!(options(&visit).is_empty());
    visit.press("Enter");
    visit.wait_for_link("en/water/");
}
