//! A place in focus: where it stands, and what its figures rest on.

use super::{Visit, cells, table, visit, wait_for_headline};
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
fn a_region_leads_one_step_up_to_its_province_and_the_nation() {
    let visit = visit("id/prakerja/3273/?sex=F");
    wait_for_headline(&visit, "92.486 peserta perempuan di Kota Bandung");
    let steps = steps(&visit).join(" ");
    let [nation, province, region] = ["Indonesia", "Jawa Barat", "Kota Bandung"].map(|name| {
        steps
            .find(name)
            .unwrap_or_else(|| panic!("{name} in {steps}"))
    });
    assert!(nation < province && province < region, "{steps}");

    visit.role("link", "Jawa Barat").click();
    visit.wait_for_link("id/prakerja/province-2020/32/?sex=F");
    visit.wait_for_text("di Jawa Barat");
    assert_eq!(visit.title().split(" – ").next(), Some("Jawa Barat"));
    visit.role("link", "Indonesia").click();
    visit.wait_for_link("id/prakerja/?sex=F");
    wait_for_headline(&visit, "8.966.111 peserta");
}

#[test]
fn the_row_in_focus_is_marked_and_no_other() {
    let visit = visit("id/prakerja/3273/?tab=table");
    assert_eq!(marked(&table(&visit, "menurut")), ["Kota Bandung"]);
    visit.follow("id/prakerja/3273/?tab=table&level=province-2020");
    let provinces = table(&visit, "menurut");
    assert_eq!(marked(&provinces), ["Jawa Barat"]);
    visit.follow("id/prakerja/?tab=table");
    assert!(marked(&table(&visit, "menurut")).is_empty());
}

#[test]
fn a_row_of_the_table_and_a_bar_of_the_ranking_lead_to_the_place() {
    let visit = visit("id/prakerja/?tab=table");
    // Without a screen reader Chromium tells of the cells of rows in sight alone.
    visit.evaluate("document.querySelector('.scroller').scrollIntoView()");
    visit.role("button", "Kota Bandung").click();
    visit.wait_for_link("id/prakerja/3273/?tab=table");
    wait_for_headline(&visit, "182.399 peserta di Kota Bandung");
    visit.follow("id/prakerja/");
    let ranking = visit.role("region", Name::starts_with("Peringkat menurut"));
    assert!(ranking.text().contains("Jawa Barat"), "{}", ranking.text());
    let bars = visit.all("button", Name::contains("Jawa Barat"));
    bars.first().expect("the bar of Jawa Barat").click();
    visit.wait_for_link("id/prakerja/province-2020/32/");
    wait_for_headline(&visit, "2.689.328 peserta di Jawa Barat");
}

#[test]
fn what_only_repeats_a_pattern_says_so() {
    // Deiyai: nothing was ever published for it or for Papua but counts.
    let visit = visit("id/prakerja/9128/?tab=table&sex=F");
    let text = visit.text();
    assert!(text.contains("Deiyai tidak pernah diterbitkan"), "{text}");
    assert!(
        text.contains("bagiannya mengulang pola Indonesia"),
        "{text}"
    );
    // The share of women in its row repeats the pattern; the share in Kota Medan follows a figure
    // for its province.
    let rows = cells(&table(&visit, "menurut"));
    let share = |name: &str| {
        let row = rows.iter().find(|row| row[1].starts_with(name));
        row.unwrap_or_else(|| panic!("no row {name}"))[4].clone()
    };
    assert!(
        share("Kabupaten Deiyai").ends_with("(pola Indonesia)"),
        "{}",
        share("Kabupaten Deiyai")
    );
    assert!(
        share("Kota Medan").ends_with("(pola Sumatera Utara)"),
        "{}",
        share("Kota Medan")
    );
    // Facts of the sentence too.
    let told = super::headline(&visit);
    assert!(
        told.contains("% penyandang disabilitas (pola Indonesia)"),
        "{told}"
    );
}

#[test]
fn a_count_of_its_own_is_told_from_one_that_follows_population() {
    let visit = visit("en/prakerja/3273/?tab=table");
    let text = visit.text();
    assert!(
        text.contains("The count for Kota Bandung comes from a figure published for that place."),
        "{text}"
    );
    let rows = cells(&table(&visit, "by"));
    let own = rows
        .iter()
        .filter(|row| row[1].ends_with("published figure"))
        .count();
    // The 31 regions of the dataset's own list.
    assert_eq!(own, 31);
}

#[test]
fn every_large_figure_stands_by_the_word_estimate() {
    let visit = visit("id/prakerja/");
    let beside = |link: &str, word: &str| {
        visit.follow(link);
        let heading = visit.all("heading", Name::Any);
        let first = heading
            .iter()
            .find(|it| it.state("level") == Some(1.into()));
        let beside = first
            .expect("the headline")
            .script("return this.parentElement.innerText");
        assert!(
            beside.as_str().is_some_and(|text| text.contains(word)),
            "{link}: {beside}"
        );
    };
    beside("id/prakerja/", "Perkiraan model");
    beside("en/prakerja/9128/?sex=F", "Modelled estimate");
    // And by the ranked bars.
    let choices = visit.all("StaticText", "Modelled estimate");
    assert!(choices.len() >= 2, "{}", choices.len());
}
