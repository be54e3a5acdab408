//! Places beside the one in focus.

use super::{Visit, one_line, visit};
use crate::support::Name;

/// A bar: its name, its number, its words of difference, its length in percent.
#[derive(Debug, PartialEq)]
struct Bar {
    name: String,
    value: String,
    difference: String,
    length: Option<f64>,
}

#[track_caller]
fn bars(visit: &Visit) -> Vec<Bar> {
    let found = visit.wait_until("the bars", || {
        let found = visit.evaluate(
            "[...document.querySelectorAll('.compare li')].map((it) => {
               const text = (name) => it.querySelector(name)?.textContent ?? '';
               return [text('.name'), text('.value'), text('.quiet'), it.querySelector('rect').getAttribute('width')] })",
        );
        found.as_array().filter(|it| !it.is_empty()).cloned()
    });
    let bar = |it: &serde_json::Value| {
        let text = |at: usize| one_line(it[at].as_str().unwrap_or_default());
        Bar {
            name: text(0),
            value: text(1),
            difference: text(2),
            length: text(3).trim_end_matches('%').parse().ok(),
        }
    };
    found.iter().map(bar).collect()
}

#[test]
fn counts_stand_on_one_scale_with_the_difference_in_words() {
    let visit = visit("en/water/n1/?source=piped&geo=s2~district:north&tab=trend");
    visit.role(
        "heading",
        "Compared with Port Amara: Households with piped water, 2019–2022 (Count)",
    );
    let bars = bars(&visit);
    let told: Vec<(&str, String)> = (bars.iter())
        .map(|bar| (&*bar.name, bar.value.clone()))
        .collect();
    // 12 x 8; 7 x 5; 12 x 8 and 18 x 5; a hundred households each.
    for (name, value) in [
        ("Port Amara", "9,600"),
        ("Hollin", "3,500"),
        ("North", "18,600"),
        ("Veluna", "65,300 (not to scale)"),
    ] {
        let found = told.iter().find(|(told, _)| told.starts_with(name));
        assert!(
            found.is_some_and(|(_, told)| told.starts_with(value)),
            "{name} {value} in {told:?}"
        );
    }
    assert!(bars[0].name.starts_with("Port Amara") && bars[3].name == "Veluna");
    // The tracks are of one length and begin at one edge, the lengths are as the counts.
    let tracks = visit.evaluate(
        "new Set([...document.querySelectorAll('.compare li svg')].map((it) => {
           const box = it.getBoundingClientRect(); return [box.left, box.width].join() })).size",
    );
    assert_eq!(tracks, 1);
    #[allow(clippy::cast_precision_loss, reason = "far below 2^53")]
    for bar in &bars[..3] {
        let count = super::digits(bar.value.split(' ').next().unwrap()) as f64;
        let expected = 100.0 * count / 18_600.0;
        let length = bar.length.unwrap();
        assert!((length - expected).abs() < 0.2, "{bar:?}: {expected}");
    }
    let north = bars.iter().find(|bar| bar.name.starts_with("North"));
    let difference = &north.unwrap().difference;
    assert!(
        difference.starts_with("9,000 ") && difference.ends_with(" more than Port Amara"),
        "{difference}"
    );
    visit.expect_no_complaint();
}

#[test]
fn rates_stand_beside_the_whole_on_the_same_scale() {
    let visit = visit("id/water/district/north/?as=index&geo=district:centre&tab=trend");
    let bars = bars(&visit);
    // Per 1,000: 30,000 of 117,000 and 45,000 of 148,000; 250 of Veluna.
    let told: Vec<&str> = bars.iter().map(|bar| &*bar.value).collect();
    assert_eq!(told, ["103", "122", "100"]);
    let whole = bars.last().unwrap();
    assert_eq!(whole.name, "Veluna");
    assert!(whole.length.is_some_and(|length| length > 1.0));
    let words = "lebih banyak daripada Utara (2019)";
    assert!(bars[1].difference.ends_with(words), "{bars:?}");
}

#[test]
fn who_they_were_is_compared_category_by_category() {
    let visit = visit("en/water/district/north/?geo=district:centre&tab=trend");
    visit
        .role("DisclosureTriangle", Name::starts_with("Who they were"))
        .click();
    let rows = visit.evaluate(
        "[...document.querySelectorAll('.compare tbody tr')].map((row) => [...row.cells].map((cell) => cell.textContent.trim()))",
    );
    let row = rows
        .as_array()
        .unwrap()
        .iter()
        .find(|row| row[0] == "Piped water");
    // 18,600 of 30,000, 30,000 of 45,000, 65,300 of 100,000.
    let expected = serde_json::json!(["Piped water", "62%", "67%", "65%"]);
    assert_eq!(row, Some(&expected));
    // A choice draws the comparison anew; what was opened stays open.
    visit
        .role("button", Name::starts_with("Piped water "))
        .click();
    visit.wait_for_link("en/water/district/north/?source=piped&geo=district:centre&tab=trend");
    let told = visit.wait_until("the comparison of the piped", || {
        let told =
            visit.evaluate("document.querySelector('.compare details[open] summary')?.textContent");
        told.as_str().map(str::to_owned)
    });
    assert!(told.starts_with("Who they were"), "{told}");
}

#[test]
fn a_place_is_kept_from_the_map_and_let_go_again() {
    let visit = visit("en/water/n1/");
    visit
        .role("button", "Compare Port Amara with another place")
        .click();
    visit.wait_for_link("en/water/n1/?geo=n1");
    visit.wait_for_text("Now look at another place: by search, map or table.");
    visit.role("combobox", "Find a place").fill("hollin");
    visit.role("option", Name::starts_with("Hollin")).click();
    visit.wait_for_link("en/water/s2/?geo=n1");
    visit.wait_until("both", || {
        (bars(&visit)
            .iter()
            .filter(|bar| ["Port Amara", "Hollin"].contains(&&*bar.name))
            .count()
            == 2)
            .then_some(())
    });
    visit.role("button", "Stop comparing Port Amara").click();
    visit.wait_for_link("en/water/s2/");
    visit.wait_for("document.querySelector('.compare') === null");
    visit.expect_no_complaint();
}

#[test]
fn places_that_the_filters_leave_nothing_of_have_nobody() {
    // Both are towns.
    let visit = visit("en/water/n1/?kind=rural&geo=c1&tab=trend");
    let bars = bars(&visit);
    for bar in &bars[..2] {
        assert_eq!(bar.value, "0", "{bars:?}");
        assert!(!bar.difference.contains('%'), "{bars:?}");
    }
}
