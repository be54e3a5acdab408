//! Places beside the one in focus.

use super::{Visit, grouped, one_line, queried, total_of, visit};
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
    let place = |at: &str| format!("en/prakerja/{at}?sex=F&geo=7171~province-2020:32&tab=trend");
    let visit = visit(&place("3273/"));
    visit.role(
        "heading",
        "Compared with Kota Bandung: Participants who are women, 2020-2023 (Count)",
    );
    let bars = bars(&visit);
    let total = |at: &str| total_of(&format!("en/prakerja/{at}?sex=F"));
    let [base, manado, java, nation] = ["3273/", "7171/", "province-2020/32/", ""].map(total);
    let told: Vec<(&str, String)> = (bars.iter())
        .map(|bar| (&*bar.name, bar.value.clone()))
        .collect();
    let not_to_scale = format!("{} (not to scale)", grouped(nation, ','));
    for (name, value) in [
        ("Kota Bandung", grouped(base, ',')),
        ("Kota Manado", grouped(manado, ',')),
        ("Jawa Barat", grouped(java, ',')),
        ("Indonesia", not_to_scale),
    ] {
        let found = told.iter().find(|(told, _)| told.starts_with(name));
        assert!(
            found.is_some_and(|(_, told)| told.starts_with(&value)),
            "{name} {value} in {told:?}"
        );
    }
    assert!(bars[0].name.starts_with("Kota Bandung") && bars[3].name == "Indonesia");
    // The tracks are of one length and begin at one edge, the lengths are as the counts.
    let tracks = visit.evaluate(
        "new Set([...document.querySelectorAll('.compare li svg')].map((it) => {
           const box = it.getBoundingClientRect(); return [box.left, box.width].join() })).size",
    );
    assert_eq!(tracks, 1);
    #[allow(clippy::cast_precision_loss, reason = "far below 2^53")]
    for bar in &bars[..3] {
        let count = super::digits(bar.value.split(' ').next().unwrap()) as f64;
        let expected = 100.0 * count / java as f64;
        let length = bar.length.unwrap();
        assert!((length - expected).abs() < 0.2, "{bar:?}: {expected}");
    }
    let java_bar = bars.iter().find(|bar| bar.name.starts_with("Jawa Barat"));
    let more = format!("{} ", grouped(java - base, ','));
    let difference = &java_bar.unwrap().difference;
    assert!(
        difference.starts_with(&more) && difference.ends_with(" more than Kota Bandung"),
        "{difference}"
    );
    visit.expect_no_complaint();
}

#[test]
fn rates_stand_beside_the_nation_on_the_same_scale() {
    let visit = visit("id/prakerja/province-2020/32/?as=index&geo=province-2020:31&tab=trend");
    let bars = bars(&visit);
    let nation = bars.last().unwrap();
    assert_eq!((&*nation.name, &*nation.value), ("Indonesia", "100"));
    assert!(nation.length.is_some_and(|length| length > 1.0));
    let number = |bar: &Bar| super::digits(&bar.value);
    let words = if number(&bars[1]) > number(&bars[0]) {
        "lebih banyak daripada Jawa Barat"
    } else {
        "lebih sedikit daripada Jawa Barat"
    };
    assert!(bars[1].difference.ends_with(words), "{bars:?}");
}

#[test]
fn who_they_were_is_compared_category_by_category() {
    let visit = visit("en/prakerja/province-2020/32/?geo=province-2020:35&tab=trend");
    visit
        .role("DisclosureTriangle", Name::starts_with("Who they were"))
        .click();
    let rows = visit.evaluate(
        "[...document.querySelectorAll('.compare tbody tr')].map((row) => [...row.cells].map((cell) => cell.textContent))",
    );
    let row = rows
        .as_array()
        .unwrap()
        .iter()
        .find(|row| row[0] == "Women");
    let row = row.expect("women");
    #[allow(clippy::cast_precision_loss, reason = "far below 2^53")]
    for (at, place) in ["province-2020/32/", "province-2020/35/", ""]
        .into_iter()
        .enumerate()
    {
        let [women, all] = ["?sex=F", ""].map(|it| total_of(&format!("en/prakerja/{place}{it}")));
        let expected = format!("{:.0}%", 100.0 * women as f64 / all as f64);
        assert_eq!(row[at + 1], *expected, "{place}");
    }
    // A choice draws the comparison anew; what was opened stays open.
    visit.role("button", Name::starts_with("Women ")).click();
    visit.wait_for_link("en/prakerja/province-2020/32/?sex=F&geo=province-2020:35&tab=trend");
    let told = visit.wait_until("the comparison of women", || {
        let told =
            visit.evaluate("document.querySelector('.compare details[open] summary')?.textContent");
        told.as_str().map(str::to_owned)
    });
    assert!(told.starts_with("Who they were"), "{told}");
}

#[test]
fn a_place_is_kept_from_the_map_and_let_go_again() {
    let visit = visit("en/prakerja/3273/");
    visit
        .role("button", "Compare Kota Bandung with another place")
        .click();
    visit.wait_for_link("en/prakerja/3273/?geo=3273");
    visit.wait_for_text("Now look at another place: by search, map or table.");
    visit.role("combobox", "Find a place").fill("manado");
    visit
        .role("option", Name::starts_with("Kota Manado"))
        .click();
    visit.wait_for_link("en/prakerja/7171/?geo=3273");
    visit.wait_until("both", || {
        (bars(&visit)
            .iter()
            .filter(|bar| bar.name.starts_with("Kota"))
            .count()
            == 2)
            .then_some(())
    });
    visit
        .role("button", "No longer compare Kota Bandung")
        .click();
    visit.wait_for_link("en/prakerja/7171/");
    visit.wait_for("document.querySelector('.compare') === null");
    visit.expect_no_complaint();
}

#[test]
fn places_that_the_filters_leave_nothing_of_have_nobody() {
    let link = "en/prakerja/3273/?tertinggal=yes&geo=7171&tab=trend";
    let visit = visit(link);
    assert_eq!(queried(link, None)["value"], 0);
    let bars = bars(&visit);
    for bar in &bars[..2] {
        assert_eq!(bar.value, "0", "{bars:?}");
        assert!(!bar.difference.contains('%'), "{bars:?}");
    }
}
