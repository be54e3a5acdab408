//! The map without a mouse, and as a screen reader has it.

use super::map_read::{map, named, readout, regions, wait_for_readout};
use super::{Visit, digits, grouped, queried, visit, wait_for_headline};
use crate::support::Name;

#[track_caller]
fn at_the_map(link: &str) -> Visit {
    let visit = visit(link);
    map(&visit).focus();
    visit
}

/// Presses keys one after the other.
fn press(visit: &Visit, keys: &str) {
    for key in keys.split(' ') {
        visit.press(key);
    }
}

#[test]
fn it_is_one_stop_of_tab_and_nothing_of_it_is_another() {
    let visit = at_the_map("id/prakerja/");
    assert_eq!(visit.focus().0, "application");
    visit.press("Tab");
    assert_eq!(visit.focus(), ("button".into(), "Perbesar".into()));
    visit.press("Shift+Tab");
    assert_eq!(visit.focus().0, "application");
    visit.press("Shift+Tab");
    assert_eq!(visit.focus(), ("combobox".into(), "Tampilkan per".into()));
    // Arrows move on the map and not the page.
    map(&visit).focus();
    let scrolled = visit.evaluate("scrollY");
    press(&visit, "ArrowDown PageDown PageUp Home ArrowUp");
    assert_eq!(visit.evaluate("scrollY"), scrolled);
    assert_eq!(visit.focus().0, "application");
}

#[test]
fn keys_are_told_to_who_cannot_see_it() {
    let visit = at_the_map("id/prakerja/");
    let described = map(&visit).script(
        "return this.getAttribute('aria-describedby').split(' ').map((id) => document.getElementById(id).textContent).join(' ')",
    );
    let described = described.as_str().unwrap();
    for word in [
        "Tombol panah",
        "Page Down",
        "Home",
        "Enter",
        "Escape",
        "Peta peserta: dari ",
    ] {
        assert!(described.contains(word), "{word:?} in {described}");
    }
    // What is said is said again by a screen reader, politely.
    let live = visit.all("status", Name::Any);
    let said = live
        .iter()
        .find(|it| it.text().starts_with("Tunjuk atau klik"));
    let said = said.expect("the readout is a status");
    let polite = said
        .attribute("aria-live")
        .unwrap_or_else(|| "polite".into());
    assert_eq!(polite, "polite");
}

#[test]
fn a_first_walk_from_the_whole_to_a_regency_and_out_again() {
    let visit = at_the_map("id/prakerja/");
    visit.press("Home");
    wait_for_readout(&visit, "Indonesia: 17.500.000 peserta");
    visit.press("ArrowRight");
    // The province in the middle of the east.
    let east = wait_for_readout(&visit, "Sulawesi Tenggara: ");
    assert!(east.contains(" dari 34"), "{east}");
    visit.press("PageDown");
    let region = visit.wait_until("a region", || {
        Some(readout(&visit)).filter(|said| said.contains(", Sulawesi Tenggara: "))
    });
    assert!(region.contains(" dari 514"), "{region}");
    press(
        &visit,
        "ArrowRight ArrowRight ArrowRight ArrowRight ArrowRight",
    );
    let next = visit.wait_until("another region", || {
        Some(readout(&visit)).filter(|said| !said.contains(", Sulawesi Tenggara: "))
    });
    let province = next.split([',', ':']).nth(1).unwrap().trim();
    visit.press("PageUp");
    wait_for_readout(&visit, &format!("{province}: "));
    visit.press("Home");
    wait_for_readout(&visit, "Indonesia: ");
    // Nothing of it was a choice.
    visit.wait_for_link("id/prakerja/");
    visit.press("Escape");
    wait_for_readout(&visit, "Tunjuk atau klik");
    visit.wait_until("the focus outside", || {
        (visit.focus().0 != "application").then_some(())
    });
    // Out of it Tab goes on, and the map is not a trap.
    visit.press("Tab");
    assert_ne!(visit.focus().0, "application");
    visit.expect_no_complaint();
}

#[test]
fn letters_jump_by_name_and_enter_looks_at_the_place() {
    let visit = at_the_map("id/prakerja/?sex=F");
    visit.type_text("jem");
    wait_for_readout(&visit, "Kabupaten Jember, Jawa Timur: ");
    visit.press("Enter");
    visit.wait_for_link("id/prakerja/3509/?sex=F");
    visit.role(
        "heading",
        Name::contains("peserta perempuan di Kabupaten Jember"),
    );
    assert_eq!(visit.focus().0, "application");
    visit.press("Escape");
    map(&visit).focus();
    // On provinces, letters find provinces.
    visit.press("PageUp");
    wait_for_readout(&visit, "Jawa Timur: ");
    visit.type_text("bali");
    wait_for_readout(&visit, "Bali: ");
    visit.press("Enter");
    visit.wait_for_link("id/prakerja/province-2020/51/?sex=F");
    wait_for_headline(
        &visit,
        &grouped(super::total_of("id/prakerja/province-2020/51/?sex=F"), '.'),
    );
    visit.press("Home");
    visit.press("Enter");
    visit.wait_for_link("id/prakerja/?sex=F");
    wait_for_headline(&visit, "8.966.111 peserta");
    visit.expect_no_complaint();
}

#[test]
fn keys_with_a_modifier_are_left_to_the_browser() {
    let visit = at_the_map("id/prakerja/");
    for keys in ["Control+Home", "Alt+ArrowDown", "Control+j"] {
        visit.press(keys);
    }
    wait_for_readout(&visit, "Tunjuk atau klik");
}

/// A dozen regions all over the country, by typing and by arrows from there, against the command.
#[test]
fn what_is_said_on_walks_is_what_the_command_says() {
    let link = "id/prakerja/?age=18-25&year=2021..2022";
    let visit = at_the_map(link);
    let told = queried(link, Some("region"));
    let rows = told["rows"].as_array().unwrap();
    let value = |at: usize| rows[at]["value"].as_u64().unwrap();
    let regions = regions();
    for (walk, arrows) in [
        ("kota sabang", ""),
        ("kota medan", "ArrowLeft ArrowDown"),
        ("kabupaten natuna", ""),
        ("kota palembang", "ArrowUp"),
        ("kota bogor", "ArrowRight ArrowRight ArrowRight"),
        ("kabupaten klaten", "ArrowDown"),
        ("kabupaten sampang", "ArrowDown ArrowUp"),
        ("kabupaten malinau", "ArrowRight"),
        ("kota ambon", "ArrowLeft"),
        ("kabupaten sumba timur", "ArrowRight"),
        ("kabupaten merauke", "ArrowUp ArrowUp"),
        ("kota sorong", "PageUp PageDown"),
    ] {
        map(&visit).focus();
        visit.press("Home");
        wait_for_readout(&visit, "Indonesia: ");
        visit.type_text(walk);
        let mut said = visit.wait_until(walk, || {
            Some(readout(&visit))
                .filter(|said| said.to_lowercase().starts_with(&format!("{walk}, ")))
        });
        for arrow in arrows.split_whitespace() {
            visit.press(arrow);
            said = readout(&visit);
        }
        let name = said.split(", ").next().unwrap();
        let at = named(name);
        let figure = said.split(": ").nth(1).unwrap_or_default();
        let figure = figure.split(' ').next().unwrap_or_default();
        assert_eq!(digits(figure), value(at), "{said}");
        let above = (0..regions.len())
            .filter(|other| value(*other) > value(at))
            .count()
            + 1;
        let ending = format!("peringkat {above} dari 514, Perkiraan model");
        assert!(said.ends_with(&ending), "{said}: {ending}");
    }
}

#[test]
fn what_has_no_rank_says_why() {
    let visit = at_the_map("id/prakerja/?as=share&sex=F");
    visit.type_text("kota medan");
    let said = wait_for_readout(&visit, "Kota Medan, Sumatera Utara: ");
    assert!(
        said.contains("hanya pola Sumatera Utara, tanpa peringkat"),
        "{said}"
    );
    assert!(!said.contains(" dari 514"), "{said}");
    visit.follow("en/prakerja/?as=share&sex=F");
    map(&visit).focus();
    visit.type_text("kota medan");
    let said = wait_for_readout(&visit, "Kota Medan, Sumatera Utara: ");
    assert!(
        said.contains("pattern of Sumatera Utara only, no rank"),
        "{said}"
    );
    assert!(said.ends_with("Modelled estimate"), "{said}");
}

#[test]
fn a_walk_out_of_what_is_seen_brings_the_place_into_view() {
    let visit = super::map_zoom::still("id/prakerja/3273/");
    map(&visit).focus();
    let mut before = super::map_zoom::scale(&visit);
    assert!(before > 2.0, "{before}");
    let mut names = Vec::new();
    for _ in 0..12 {
        visit.press("ArrowRight");
        let said = readout(&visit);
        let at = named(said.split(", ").next().unwrap());
        let seen = visit.wait_until(&format!("{said} in view"), || {
            let inside = map(&visit).script(&format!(
                "const frame = this.getBoundingClientRect(), box = this.querySelectorAll('path[id]')[{at}].getBoundingClientRect();
                 return box.left >= frame.left && box.right <= frame.right && box.top >= frame.top && box.bottom <= frame.bottom"
            ));
            inside.as_bool().filter(|inside| *inside)
        });
        assert!(seen);
        let now = super::map_zoom::scale(&visit);
        assert!((now - before).abs() < 0.01, "{now} after {before}");
        before = now;
        names.push(said);
    }
    names.dedup();
    assert!(names.len() > 6, "{names:?}");
    visit.expect_no_complaint();
}
