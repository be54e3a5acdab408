//! Filtering by clicking bars.

use super::{Visit, cells, digits, grouped, headline, queried, table, total_of, visit};
use super::{one_line, wait_for_headline};
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

/// Clicks a bar and waits for the link and its total.
#[track_caller]
fn click(visit: &Visit, name: &str, link: &str) {
    bar(visit, name).click();
    visit.wait_for_link(link);
    let total = grouped(total_of(link), '.');
    wait_for_headline(visit, &format!("{total} peserta"));
}

#[test]
fn a_clicked_bar_filters_sentence_bars_table_and_address() {
    let visit = visit("id/prakerja/");
    assert!(!is_pressed(&visit, "Perempuan"));
    click(&visit, "Perempuan", "id/prakerja/?sex=F");
    // The total that the slow reference gives.
    wait_for_headline(&visit, "8.966.111 peserta perempuan");
    assert!(is_pressed(&visit, "Perempuan"));
    assert!(!is_pressed(&visit, "Laki-laki"));

    let rows = cells(&table(&visit, "menurut"));
    assert_eq!(
        rows.iter().map(|row| digits(&row[3])).sum::<u64>(),
        8_966_111
    );
    for age in queried("id/prakerja/?sex=F", Some("age"))["rows"]
        .as_array()
        .unwrap()
    {
        let name = bar(&visit, age["label"].as_str().unwrap()).name();
        let value = grouped(age["value"].as_u64().unwrap(), '.');
        assert!(name.contains(&value), "{name}: {value}");
    }
    // A filter ignores its own clause: men are still told.
    assert!(bar(&visit, "Laki-laki").name().contains("8.533.889"));
    visit.expect_no_complaint();
}

#[test]
fn bars_of_one_chart_and_of_several_add_up() {
    let visit = visit("id/prakerja/");
    click(&visit, "26–35 tahun", "id/prakerja/?age=26-35");
    click(&visit, "18–25 tahun", "id/prakerja/?age=18-25~26-35");
    click(&visit, "Perempuan", "id/prakerja/?sex=F&age=18-25~26-35");
    click(
        &visit,
        "Kota",
        "id/prakerja/?kind=kota&sex=F&age=18-25~26-35",
    );
    click(
        &visit,
        "26–35 tahun",
        "id/prakerja/?kind=kota&sex=F&age=18-25",
    );
    assert!(is_pressed(&visit, "18–25 tahun") && !is_pressed(&visit, "26–35 tahun"));
}

#[test]
fn time_is_picked_as_a_range() {
    let visit = visit("id/prakerja/");
    click(&visit, "2021", "id/prakerja/?year=2021");
    click(&visit, "2023", "id/prakerja/?year=2021..2023");
    assert!(is_pressed(&visit, "2022"));
    assert!(
        headline(&visit).contains(", 2021-2023"),
        "{}",
        headline(&visit)
    );
    click(&visit, "2021", "id/prakerja/?year=2022..2023");
    click(&visit, "2023", "id/prakerja/?year=2022");
    assert!(headline(&visit).contains(", 2022"), "{}", headline(&visit));
    click(&visit, "2022", "id/prakerja/");
}

#[test]
fn one_filter_or_all_can_be_cleared() {
    let visit = visit("id/prakerja/?sex=F&age=18-25");
    visit.role("button", "Hapus saringan Umur").click();
    visit.wait_for_link("id/prakerja/?sex=F");
    wait_for_headline(&visit, "8.966.111 peserta");
    visit.wait_for_none("button", "Hapus saringan Umur");
    visit.role("button", "Hapus semua saringan").click();
    visit.wait_for_link("id/prakerja/");
    wait_for_headline(&visit, "17.500.000 peserta");
    visit.wait_for_none("button", Name::starts_with("Hapus saringan"));
    let all = visit.role("button", "Hapus semua saringan");
    assert_eq!(all.state("disabled"), Some(true.into()));
}

#[test]
fn a_bar_tells_its_share_and_the_share_without_filters() {
    let visit = visit("id/prakerja/?training=before&year=2020");
    // 2.479.075 of 5.509.055 in 2020 and 8.966.111 of 17.500.000 in all years are women; the
    // share among the trained of 2020 is the command's.
    let rows = queried("id/prakerja/?training=before&year=2020", Some("sex"));
    let [women, men] = [0, 1].map(|at| rows["rows"][at]["value"].as_f64().unwrap());
    let share = format!("{:.0}%", women / (women + men) * 100.0);
    let name = one_line(&bar(&visit, "Perempuan").name());
    assert!(name.contains(&format!(" {share} ")), "{name}: {share}");
    assert!(
        name.contains("tanpa saringan") && name.contains("51%"),
        "{name}"
    );
}

#[test]
fn a_long_chart_opens_and_filters() {
    let visit = visit("id/prakerja/");
    let province = Name::starts_with("Provinsi (34");
    visit.role("DisclosureTriangle", province).click();
    click(&visit, "Jawa Barat", "id/prakerja/?province-2020=32");
    assert!(
        headline(&visit).contains("di Jawa Barat"),
        "{}",
        headline(&visit)
    );
}

#[test]
fn a_choice_that_leaves_nobody_says_what_to_do() {
    let link = "id/prakerja/9128/?year=2023&age=56-64&education=s1&disability=yes";
    assert_eq!(total_of(link), 0);
    let visit = visit(link);
    wait_for_headline(&visit, "0 peserta");
    visit.wait_for_text("Tidak ada orang dalam pilihan ini. Lepaskan satu pilihan:");
    // Each way tells what it gives, as the command has it.
    let ways = visit.evaluate(
        "[...document.querySelectorAll('.relaxations button')].map((it) => it.textContent)",
    );
    let told: Vec<&str> = ways
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|it| it.as_str())
        .collect();
    let without_age = total_of("id/prakerja/9128/?year=2023&education=s1&disability=yes");
    let everywhere = total_of("id/prakerja/?year=2023&age=56-64&education=s1&disability=yes");
    assert!(everywhere > 0, "the whole has some");
    let way = format!(
        "Tanpa Kabupaten Deiyai: {} peserta",
        grouped(everywhere, '.')
    );
    assert!(told.contains(&&*way), "{told:?}");
    let age = told.iter().any(|it| it.starts_with("Tanpa Umur"));
    assert_eq!(age, without_age > 0, "{told:?}");
    visit.role("button", &*way).click();
    visit.wait_for_link("id/prakerja/?year=2023&age=56-64&education=s1&disability=yes");
    wait_for_headline(&visit, &format!("{} peserta", grouped(everywhere, '.')));
    visit.wait_for_no_text("Lepaskan satu pilihan");
    visit.expect_no_complaint();
}
