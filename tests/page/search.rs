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
fn a_place_is_found_by_a_name_with_a_slip_a_code_or_its_province() {
    let visit = visit("id/prakerja/");
    first_option(&visit, "kota bandng", "Kota Bandung");
    first_option(&visit, "3273", "Kota Bandung");
    first_option(&visit, "JAWA BARAT", "Jawa Barat");
    first_option(&visit, "papua barat daya", "Papua Barat Daya");
    first_option(&visit, "9671", "Kota Sorong");
    // Of the regions of the name without kind, the city is among the first.
    field(&visit).fill("bandng");
    visit.role("option", Name::contains("Kota Bandung"));
    // By the province: its regions follow.
    field(&visit).fill("gorontalo");
    visit.role("option", Name::contains("Pohuwato"));
    visit.expect_no_complaint();
}

#[test]
fn arrows_choose_and_enter_looks_at_the_place() {
    let visit = visit("id/prakerja/?sex=F");
    field(&visit).fill("bandung");
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
    let code: String = names[1].chars().rev().take(4).collect();
    let code: String = code.chars().rev().collect();
    visit.press("Enter");
    visit.wait_for_link(&format!("id/prakerja/{code}/?sex=F"));
    assert_eq!(field(&visit).state("expanded"), Some(false.into()));
    assert_eq!(field(&visit).value(), "");
}

#[test]
fn enter_alone_takes_the_first_and_a_click_any() {
    let visit = visit("id/prakerja/");
    first_option(&visit, "kota bandung", "Kota Bandung");
    visit.press("Enter");
    visit.wait_for_link("id/prakerja/3273/");
    wait_for_headline(&visit, "182.399 peserta di Kota Bandung");
    first_option(&visit, "gorontalo", "Gorontalo");
    visit.role("option", Name::contains("Pohuwato")).click();
    visit.wait_for_text("peserta di Kabupaten Pohuwato");
}

#[test]
fn escape_closes_the_list_and_then_empties_the_field() {
    let visit = visit("id/prakerja/");
    field(&visit).fill("bandung");
    visit.role("option", Name::contains(" · "));
    visit.press("Escape");
    visit.wait_for_none("option", Name::contains(" · "));
    assert_eq!(field(&visit).value(), "bandung");
    visit.press("Escape");
    visit.wait_until("an empty field", || {
        field(&visit).value().is_empty().then_some(())
    });
    assert_eq!(visit.focus().0, "combobox");
    visit.wait_for_link("id/prakerja/");
}

#[test]
fn what_no_place_is_called_is_said() {
    let visit = visit("en/prakerja/");
    visit.role("combobox", "Find a place").fill("zzxqy");
    visit.wait_for_text("No place matches “zzxqy”.");
    assert!(options(&visit).is_empty());
    visit.press("Enter");
    visit.wait_for_link("en/prakerja/");
}

/// Prints what each query takes from the key to the list; the limit guards against a hang alone.
#[test]
fn the_list_follows_a_key_without_a_hang() {
    let visit = visit("id/prakerja/");
    let field = field(&visit);
    field.click();
    let times = field.script(
        "const list = document.getElementById(this.getAttribute('aria-controls'));
         return (async () => {
           const times = [];
           for (const query of ['b', 'bandng', 'kota bandung', '3273', 'jawa barat', 'zzxqy', 'kepulauan', 'pap']) {
             const start = performance.now();
             this.value = query;
             this.dispatchEvent(new InputEvent('input', { bubbles: true }));
             await new Promise((done) => setTimeout(done));
             list.getBoundingClientRect();
             times.push(`${query}: ${(performance.now() - start).toFixed(1)} ms`);
           }
           window.searched = times;
         })() && true",
    );
    assert_eq!(times, true);
    visit.wait_for("window.searched?.length === 8");
    let times = visit.evaluate("window.searched");
    println!("search: {times}");
    for time in times.as_array().unwrap() {
        let ms = time.as_str().unwrap().rsplit(": ").next().unwrap();
        let ms: f64 = ms.trim_end_matches(" ms").parse().unwrap();
        assert!(ms < 2000.0, "{time}");
    }
}
