//! The map without a mouse, and as a screen reader has it.

use super::map_read::{communes, map, named, readout, wait_for_readout};
use super::table::COMMUNES;
use super::{Visit, digits, visit, wait_for_headline};
use crate::support::Name;

fn number(code: &str) -> u64 {
    let found = COMMUNES.iter().find(|(it, _)| *it == code);
    found.unwrap().1
}

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
    let visit = at_the_map("id/water/");
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
    let visit = at_the_map("id/water/");
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
        "Peta rumah tangga: dari ",
    ] {
        assert!(described.contains(word), "{word:?} in {described}");
    }
    // What the keys are at is said again by a screen reader, politely; what nobody points at is not:
    // the headline says it.
    let readout = |start: &str| {
        let live = visit.all("status", Name::Any);
        let said = live.into_iter().find(|it| it.text().starts_with(start));
        let said = said.expect("the readout is a status");
        said.attribute("aria-live")
    };
    assert_eq!(readout("Tunjuk atau klik").as_deref(), Some("off"));
    visit.press("Home");
    wait_for_readout(&visit, "Veluna: 100.000 rumah tangga");
    assert_eq!(readout("Veluna: ").as_deref(), Some("polite"));
}

#[test]
fn a_first_walk_from_the_whole_to_a_commune_and_out_again() {
    let visit = at_the_map("id/water/");
    visit.press("Home");
    wait_for_readout(&visit, "Veluna: 100.000 rumah tangga");
    visit.press("ArrowRight");
    // The district nearest to the middle of the communes of the east.
    let east = wait_for_readout(&visit, "Utara (2019): 30.000 rumah tangga");
    // Three districts are too few for a rank.
    assert!(!east.contains("peringkat"), "{east}");
    visit.press("PageDown");
    // The commune in the middle of it.
    let commune = wait_for_readout(&visit, "Brenwold, Utara: 5.000 rumah tangga");
    assert!(
        commune.contains("peringkat 8 dari 9 yang diterbitkan"),
        "{commune}"
    );
    press(&visit, "ArrowRight ArrowRight ArrowDown");
    wait_for_readout(&visit, "Ostra, Selatan: 4.000 rumah tangga");
    visit.press("PageUp");
    wait_for_readout(&visit, "Selatan (2019): 25.000 rumah tangga");
    visit.press("Home");
    wait_for_readout(&visit, "Veluna: ");
    // Nothing of it was a choice.
    visit.wait_for_link("id/water/");
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
    let visit = at_the_map("id/water/?source=piped");
    visit.type_text("du");
    wait_for_readout(&visit, "Dunmoor, Tengah: ");
    visit.press("Enter");
    visit.wait_for_link("id/water/c3/?source=piped");
    visit.role(
        "heading",
        Name::contains("rumah tangga berair pipa di Dunmoor"),
    );
    assert_eq!(visit.focus().0, "application");
    visit.press("Escape");
    map(&visit).focus();
    // On districts, letters find districts.
    visit.press("PageUp");
    wait_for_readout(&visit, "Tengah: ");
    visit.type_text("sel");
    wait_for_readout(&visit, "Selatan");
    visit.press("Enter");
    visit.wait_for_link("id/water/district/south/?source=piped");
    // 14 x 8 and 11 x 5.
    wait_for_headline(&visit, "sekitar 17.000 rumah tangga");
    visit.press("Home");
    visit.press("Enter");
    visit.wait_for_link("id/water/?source=piped");
    wait_for_headline(&visit, "65.300 rumah tangga");
    visit.expect_no_complaint();
}

#[test]
fn keys_with_a_modifier_are_left_to_the_browser() {
    let visit = at_the_map("id/water/");
    for keys in ["Control+Home", "Alt+ArrowDown", "Control+j"] {
        visit.press(keys);
    }
    wait_for_readout(&visit, "Tunjuk atau klik");
}

/// A dozen walks all over the country, by typing and by arrows from there.
#[test]
fn what_is_said_on_walks_is_what_the_place_there_has() {
    let visit = at_the_map("id/water/?tenure=owner&period=2021..2022");
    for (walk, arrows, expected) in [
        ("port amara", "", "n1"),
        ("port amara", "ArrowRight", "n2"),
        ("perbukitan amara", "ArrowDown", "c2"),
        ("brenwold", "ArrowRight ArrowRight", "n5"),
        ("caldmoor", "ArrowDown", "c4"),
        ("pulau éloa", "ArrowDown", "s3"),
        ("port lenna", "ArrowUp", "n1"),
        ("lembah lenna", "ArrowDown ArrowUp", "c2"),
        ("dunmoor", "ArrowUp ArrowLeft", "n2"),
        ("garrowby", "ArrowLeft", "c3"),
        ("hollin", "ArrowLeft", "s1"),
        ("ostra", "ArrowUp", "n5"),
    ] {
        map(&visit).focus();
        visit.press("Home");
        wait_for_readout(&visit, "Veluna: ");
        visit.type_text(walk);
        visit.wait_until(walk, || {
            let said = readout(&visit).to_lowercase();
            said.starts_with(&format!("{walk}, ")).then_some(())
        });
        for arrow in arrows.split_whitespace() {
            visit.press(arrow);
        }
        let communes = communes();
        let (_, name) = communes.iter().find(|(code, _)| code == expected).unwrap();
        let said = wait_for_readout(&visit, &format!("{name}, "));
        // Owners in the two years: the commune's number times (21 + 24) x 10.
        let number = number(expected);
        let figure = said.split(": ").nth(1).unwrap_or_default();
        let figure = figure.split(' ').next().unwrap_or_default();
        assert_eq!(digits(figure), number * 450, "{said}");
        // Owners are published of one commune alone: nothing of the others is ranked.
        let ending = ", tanpa peringkat";
        assert_eq!(said.ends_with(ending), expected != "c1", "{said}");
    }
}

#[test]
fn what_has_no_rank_says_why() {
    let visit = at_the_map("id/water/?as=share&source=piped");
    visit.type_text("brenwold");
    let said = wait_for_readout(&visit, "Brenwold, Utara: ");
    assert!(
        said.ends_with("○ hanya pola Utara (2019), tanpa peringkat"),
        "{said}"
    );
    assert!(!said.contains(" dari 12"), "{said}");
    visit.follow("en/water/?as=share&source=piped");
    map(&visit).focus();
    visit.type_text("brenwold");
    let said = wait_for_readout(&visit, "Brenwold, North: ");
    assert!(
        said.ends_with("○ only the pattern of North (2019), no rank"),
        "{said}"
    );
}

#[test]
fn a_walk_out_of_what_is_seen_brings_the_place_into_view() {
    let visit = super::map_zoom::still("id/water/c2/");
    map(&visit).focus();
    let mut before = super::map_zoom::scale(&visit);
    assert!(before > 1.2, "{before}");
    let mut names = Vec::new();
    // To the east, over the sea to the isles, back in the south and in the north.
    for key in "Right Right Up Right Down Left Left Up Up Right Right Down".split(' ') {
        visit.press(&format!("Arrow{key}"));
        let said = readout(&visit);
        let at = named(said.split(", ").next().unwrap());
        let seen = visit.wait_until(&format!("{said} in view"), || {
            let inside = map(&visit).script(&format!(
                "const frame = this.getBoundingClientRect(), box = this.querySelectorAll('path[data-at]')[{at}].getBoundingClientRect();
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
