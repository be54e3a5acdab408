//! A dataset with hidden cells, as the page shows it.

use super::{headline, visit};

#[test]
fn what_is_hidden_is_told_between_bounds_everywhere() {
    let visit = visit("en/injuries/?year=2021&cause=burn");
    assert_eq!(
        headline(&visit),
        "94–106 injuries (cause: Burns) in Veluna, 2021"
    );
    visit.wait_for_text("Suppressed to protect people (<5): 4 of the 12 cells behind this figure");
    // Four communes have 1 to 4 each: nothing certain is said of their order.
    super::open_table(&visit);
    super::table(&visit, "by");
    let rows = visit.evaluate(
        "[...document.querySelectorAll('tbody tr')].map((row) => row.textContent).filter((text) => text.includes('1–4')).length",
    );
    assert_eq!(rows, 4);
    visit.follow("en/injuries/?year=2021");
    super::wait_for_headline(&visit, "≈ 1,600 injuries");
    visit.expect_no_complaint();
}

#[test]
fn what_may_lie_in_the_class_beside_has_a_dashed_edge_and_a_line_an_area() {
    let visit = visit("en/injuries/?year=2021&cause=burn&as=share&class=quantile3");
    let edges = visit
        .evaluate("document.querySelector('[role=application] .between').getAttribute('d').length");
    assert!(edges.as_u64().is_some_and(|edges| edges > 10), "{edges}");
    visit.wait_for_text("Dashed edge");
    let visit = super::visit("en/injuries/n5/?tab=trend");
    let areas = visit.evaluate("document.querySelectorAll('.trend .bounds').length");
    assert_eq!(areas, 1);
    visit.expect_no_complaint();
}
