//! A place in focus: where it stands, and what its figures rest on.

use super::{Visit, cells, marks, table, visit, wait_for_headline};
use crate::support::{Element, Name};

/// The steps from the whole to the place in focus.
fn steps(visit: &Visit) -> Vec<String> {
    let nav = visit.role("navigation", "Tempat yang dilihat");
    let steps = nav.text();
    steps
        .lines()
        .map(str::to_owned)
        .filter(|step| !step.is_empty())
        .collect()
}

/// The names of the rows that are marked as the place in focus.
fn marked(table: &Element<'_>) -> Vec<String> {
    let names = table.script(
        "return [...this.tBodies[0].rows].filter((row) => row.getAttribute('aria-current') === 'location')
           .map((row) => row.querySelector('th button').textContent)",
    );
    let names = names.as_array().into_iter().flatten();
    names
        .filter_map(|name| name.as_str().map(str::to_owned))
        .collect()
}

#[test]
fn a_commune_leads_one_step_up_to_its_district_and_the_whole() {
    let visit = visit("id/water/c1/?source=piped");
    // 25 x 8 of Port Lenna; 20 x 5 more in the district.
    wait_for_headline(&visit, "20.000 rumah tangga berair pipa di Port Lenna");
    let steps = steps(&visit).join(" ");
    let [whole, district, commune] = ["Veluna", "Tengah", "Port Lenna"].map(|name| {
        steps
            .find(name)
            .unwrap_or_else(|| panic!("{name} in {steps}"))
    });
    assert!(whole < district && district < commune, "{steps}");

    visit.role("link", "Tengah").click();
    visit.wait_for_link("id/water/district/centre/?source=piped");
    wait_for_headline(&visit, "sekitar 30.000 rumah tangga berair pipa di Tengah");
    assert_eq!(visit.title().split(" – ").next(), Some("Tengah, Air pipa"));
    visit.role("link", "Veluna").click();
    visit.wait_for_link("id/water/?source=piped");
    wait_for_headline(&visit, "65.300 rumah tangga");
}

#[test]
fn the_row_in_focus_is_marked_and_no_other() {
    let visit = visit("id/water/n1/?tab=table");
    assert_eq!(marked(&table(&visit, "menurut")), ["Port Amara"]);
    visit.follow("id/water/n1/?tab=table&level=district");
    let districts = table(&visit, "menurut");
    assert_eq!(marked(&districts), ["Utara"]);
    visit.follow("id/water/?tab=table");
    assert!(marked(&table(&visit, "menurut")).is_empty());
}

#[test]
fn a_row_of_the_table_and_a_bar_of_the_ranking_lead_to_the_place() {
    let visit = visit("id/water/?tab=table");
    visit.role("button", "Port Amara").click();
    visit.wait_for_link("id/water/n1/?tab=table");
    wait_for_headline(&visit, "12.000 rumah tangga di Port Amara");
    visit.follow("id/water/?tab=table");
    let ranking = visit.role("region", Name::starts_with("Peringkat menurut"));
    assert!(ranking.text().contains("Tengah"), "{}", ranking.text());
    let bars = visit.all("button", Name::contains("Tengah"));
    bars.first().expect("the bar of Tengah").click();
    visit.wait_for_link("id/water/district/centre/?tab=table");
    wait_for_headline(&visit, "45.000 rumah tangga di Tengah");
}

#[test]
fn what_only_repeats_a_pattern_says_so() {
    // Nothing was ever published about Ostra itself.
    let visit = visit("id/water/s3/?tab=table&source=piped");
    visit.role("button", "Mengapa?").click();
    visit.wait_for_text("angka yang pernah terbit untuk jumlah Ostra");
    let text = visit.text();
    assert!(
        text.contains("angka yang pernah terbit untuk jumlah Ostra"),
        "{text}"
    );
    assert!(
        text.contains("tiap periode mengulang pola Veluna"),
        "{text}"
    );
    visit.press("Escape");
    // The share of the piped in its row repeats the pattern; that of Brenwold follows a figure for
    // its district.
    let table = table(&visit, "menurut");
    let (rows, marks) = (cells(&table), marks(&table));
    let share = |name: &str| {
        let at = rows.iter().position(|row| row[1].starts_with(name));
        let at = at.unwrap_or_else(|| panic!("no row {name}"));
        (&*rows[at][4], &*marks[at][4])
    };
    assert_eq!(share("Ostra"), ("50%", "hanya pola Veluna"));
    assert_eq!(share("Brenwold"), ("50%", "hanya pola Utara (2019)"));
    // Facts of the sentence too.
    visit.follow("id/water/s3/?tab=table");
    let facts = visit.all("listitem", Name::Any);
    let fact = facts
        .iter()
        .find(|it| it.text().contains("mengandalkan air hujan"))
        .expect("the fact");
    let mark = fact.script("return this.querySelector('[role=img]').ariaLabel");
    assert_eq!(mark, "hanya pola Veluna");
}

#[test]
fn a_count_of_its_own_is_told_from_one_that_follows_population() {
    let visit = visit("en/water/n1/?tab=table");
    visit.role("button", "Why?").click();
    visit.wait_for_text("The count for Port Amara comes from a figure published for that place.");
    visit.press("Escape");
    let marks = marks(&table(&visit, "by"));
    let own = marks
        .iter()
        .filter(|row| row[3] == "published for this place")
        .count();
    // All but Caldmoor, Éloa and Ostra.
    assert_eq!(own, 9);
}

#[test]
fn every_large_figure_stands_by_its_mark() {
    let visit = visit("id/water/");
    let beside = |link: &str, word: &str| {
        visit.follow(link);
        let heading = visit.all("heading", Name::Any);
        let first = heading
            .iter()
            .find(|it| it.state("level") == Some(1.into()));
        let beside = first
            .expect("the headline")
            .script("return this.closest('section').innerText");
        assert!(
            beside.as_str().is_some_and(|text| text.contains(word)),
            "{link}: {beside}"
        );
    };
    beside("id/water/", "● diterbitkan untuk tempat ini");
    beside(
        "en/water/s3/?source=piped",
        "◐ shared out from the total of Veluna",
    );
}
