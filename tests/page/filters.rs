//! Filtering by clicking bars.

use super::{Visit, cells, digits, headline, one_line, table, visit, wait_for_headline};
use crate::support::{Element, Name};

/// The toggle of a bar: the ranking and the table have buttons of the same name.
#[track_caller]
fn bar<'a>(visit: &'a Visit, name: &str) -> Element<'a> {
    visit.wait_until(&format!("the bar {name:?}"), || {
        let buttons = visit.all("button", Name::starts_with(&format!("{name} ")));
        buttons.into_iter().find(|it| it.state("pressed").is_some())
    })
}

#[track_caller]
fn is_pressed(visit: &Visit, name: &str) -> bool {
    bar(visit, name).state("pressed") == Some("true".into())
}

/// Clicks a bar and waits for the link and the start of the sentence.
#[track_caller]
pub(super) fn click(visit: &Visit, name: &str, link: &str, start: &str) {
    bar(visit, name).click();
    visit.wait_for_link(link);
    wait_for_headline(visit, start);
}

#[test]
fn a_clicked_bar_filters_sentence_bars_table_and_address() {
    let visit = visit("id/water/");
    assert!(!is_pressed(&visit, "Air pipa"));
    click(
        &visit,
        "Air pipa",
        "id/water/?source=piped",
        "65.300 rumah tangga",
    );
    wait_for_headline(&visit, "65.300 rumah tangga berair pipa");
    assert!(is_pressed(&visit, "Air pipa"));
    assert!(!is_pressed(&visit, "Sumur"));

    // 653 of every ten in a year's ten; 66 and 34 of a hundred own and rent.
    for (name, value) in [
        ("2019", "6.530"),
        ("2020", "13.060"),
        ("2021", "19.590"),
        ("2022", "26.120"),
        ("Pemilik", "43.098"),
        ("Penyewa", "22.202"),
    ] {
        let name = bar(&visit, name).name();
        assert!(name.contains(&format!(" {value} ")), "{name}: {value}");
    }
    // A filter ignores its own clause: wells are still told.
    assert!(bar(&visit, "Sumur").name().contains(" 24.900 "));
    super::open_table(&visit);
    let rows = cells(&table(&visit, "menurut"));
    assert_eq!(rows.iter().map(|row| digits(&row[3])).sum::<u64>(), 65_300);
    visit.expect_no_complaint();
}

#[test]
fn bars_of_one_chart_and_of_several_add_up() {
    let visit = visit("id/water/");
    click(
        &visit,
        "Sumur",
        "id/water/?source=well",
        "24.900 rumah tangga",
    );
    // 65,300 and 24,900; 66 of a hundred own.
    let both = "id/water/?source=piped~well";
    click(&visit, "Air pipa", both, "90.200 rumah tangga");
    let owners = "id/water/?source=piped~well&tenure=owner";
    click(&visit, "Pemilik", owners, "sekitar 60.000 rumah tangga");
    visit.role("DisclosureTriangle", "Di mana").click();
    // 51 x (8 + 2) x 66, and 51 x 2 x 66.
    let in_towns = "id/water/?kind=town&source=piped~well&tenure=owner";
    click(&visit, "Kota", in_towns, "sekitar 34.000 rumah tangga");
    let wells = "id/water/?kind=town&source=well&tenure=owner";
    click(&visit, "Air pipa", wells, "sekitar 6.700 rumah tangga");
    assert!(is_pressed(&visit, "Sumur") && !is_pressed(&visit, "Air pipa"));
}

#[test]
fn time_is_picked_as_a_range() {
    let visit = visit("id/water/");
    click(
        &visit,
        "2020",
        "id/water/?period=2020",
        "20.000 rumah tangga",
    );
    click(
        &visit,
        "2022",
        "id/water/?period=2020..2022",
        "90.000 rumah tangga",
    );
    assert!(is_pressed(&visit, "2021"));
    assert!(
        headline(&visit).contains(", 2020–2022"),
        "{}",
        headline(&visit)
    );
    click(
        &visit,
        "2020",
        "id/water/?period=2021..2022",
        "70.000 rumah tangga",
    );
    click(
        &visit,
        "2022",
        "id/water/?period=2021",
        "30.000 rumah tangga",
    );
    assert!(headline(&visit).contains(", 2021"), "{}", headline(&visit));
    click(&visit, "2021", "id/water/", "100.000 rumah tangga");
}

#[test]
fn one_filter_or_all_can_be_cleared() {
    let visit = visit("id/water/?source=piped&tenure=owner");
    wait_for_headline(&visit, "sekitar 43.000 rumah tangga");
    visit.role("button", "Hapus filter Status rumah").click();
    visit.wait_for_link("id/water/?source=piped");
    wait_for_headline(&visit, "65.300 rumah tangga");
    visit.wait_for_none("button", "Hapus filter Status rumah");
    visit.role("button", "Hapus semua filter").click();
    visit.wait_for_link("id/water/");
    wait_for_headline(&visit, "100.000 rumah tangga");
    visit.wait_for_none("button", Name::starts_with("Hapus filter"));
    visit.wait_for_none("button", "Hapus semua filter");
    visit.wait_for_text("Belum ada filter.");
}

#[test]
fn a_bar_tells_its_share_and_the_share_without_filters() {
    // In 2022 six of ten own; in all years 66 of a hundred.
    let visit = visit("id/water/?period=2022&source=well");
    let name = one_line(&bar(&visit, "Pemilik").name());
    assert!(name.contains(" 60% "), "{name}");
    assert!(
        name.contains("tanpa filter") && name.contains("66%"),
        "{name}"
    );
}

#[test]
fn a_choice_that_leaves_nobody_says_what_to_do() {
    // Nobody in a town relies on rain water.
    let visit = visit("id/water/n1/?period=2021&source=rain");
    wait_for_headline(&visit, "0 rumah tangga");
    visit.wait_for_text("Hapus satu pilihan:");
    visit.wait_for("document.querySelector('.ways-out button') !== null");
    // Each way tells what it gives: 12 x 3 x 100 of Port Amara in 2021, and 49 x 2 x 3 x 10 with
    // rain water in Veluna. Other years give nobody, and are no way.
    let ways = visit
        .evaluate("[...document.querySelectorAll('.ways-out button')].map((it) => it.textContent)");
    let way = "Tanpa Port Amara: 2.940 rumah tangga";
    assert_eq!(
        ways,
        serde_json::json!(["Tanpa Sumber air: 3.600 rumah tangga", way])
    );
    visit.role("button", way).click();
    visit.wait_for_link("id/water/?period=2021&source=rain");
    wait_for_headline(&visit, "2.940 rumah tangga");
    visit.wait_for_no_text("Hapus satu pilihan");
    visit.expect_no_complaint();
}
