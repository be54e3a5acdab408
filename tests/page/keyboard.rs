//! Without a mouse.

use std::collections::BTreeSet;

use super::{Visit, visit, wait_for_headline};
use crate::support::Name;

/// What each press of Tab reaches, from the top of the page on until this button.
fn tour(visit: &Visit, last: &str) -> Vec<(String, String)> {
    let mut reached = Vec::new();
    for _ in 0..120 {
        visit.press("Tab");
        let focus = visit.focus();
        assert!(outlined(visit), "the focus on {focus:?} cannot be seen");
        let is_last = focus.0 == "button" && focus.1.starts_with(last);
        reached.push(focus);
        if is_last {
            break;
        }
    }
    reached
}

/// Whether the focus shows: an outline of two pixels or more, and the thing in the window.
fn outlined(visit: &Visit) -> bool {
    let shown = "(() => {
      const at = document.activeElement, style = getComputedStyle(at), box = at.getBoundingClientRect();
      return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2 && style.outlineColor !== 'rgba(0, 0, 0, 0)'
        && box.width > 0 && box.height > 0 && box.right > 0 && box.bottom > 0
        && box.left < innerWidth && box.top < innerHeight;
    })()";
    visit.evaluate(shown) == true
}

/// Presses Tab until it reaches something of this role and name.
#[track_caller]
fn tab_to(visit: &Visit, role: &str, name: &str) {
    for _ in 0..120 {
        let (found, called) = visit.focus();
        if found == role && called.starts_with(name) {
            return;
        }
        visit.press("Tab");
    }
    panic!("Tab does not reach the {role} {name:?}");
}

#[test]
fn tab_reaches_everything_in_the_order_of_the_page_with_a_focus_that_shows() {
    let visit = visit("id/water/");
    let reached = tour(&visit, "Unduh & kutip");
    let wanted = [
        ("link", "Langsung ke filter"),
        ("link", "Langsung ke angka"),
        ("link", "Langsung ke tabel"),
        ("combobox", "Cari tempat"),
        ("button", "Kumpulan data"),
        ("button", "Bahasa"),
        ("button", "Bagikan"),
        ("button", "Mengapa?"),
        ("button", "2019"),
        ("button", "Air pipa"),
        ("button", "Pemilik"),
        ("link", "Peta"),
        ("link", "Tabel"),
        ("link", "Tentang data"),
        ("radio", "Jumlah"),
        ("combobox", "Tampilkan per"),
        ("application", "Peta: Rumah tangga menurut"),
        ("button", "Perbesar"),
        ("button", "Unduh & kutip"),
    ];
    let mut rest = reached.iter();
    for (role, name) in wanted {
        let found = rest.any(|(found, called)| found == role && called.starts_with(name));
        assert!(found, "{role} {name:?} in its order in {reached:#?}");
    }
    let stop = |name: &str| {
        reached
            .iter()
            .position(|(_, called)| called.starts_with(name))
    };
    let between = stop("2019").unwrap() - stop("Cari tempat").unwrap();
    assert!(
        between <= 15,
        "{between} stops from the search to the filters"
    );
}

/// Each filter is one stop, and its arrows lead to every bar of it.
#[test]
fn shift_and_tab_reach_every_filter_and_arrows_every_bar() {
    let visit = visit("id/water/?source=piped");
    visit.role("link", "Peta").focus();
    let mut reached = BTreeSet::new();
    for _ in 0..12 {
        visit.press("Shift+Tab");
        assert!(
            outlined(&visit),
            "the focus on {:?} cannot be seen",
            visit.focus()
        );
        let (role, name) = visit.focus();
        reached.insert(format!(
            "{role} {}",
            name.split(' ').next().unwrap_or_default()
        ));
    }
    for wanted in [
        "button 2019",
        "button Air",
        "button Pemilik",
        "button Hapus",
    ] {
        assert!(reached.contains(wanted), "{wanted:?} in {reached:#?}");
    }
    visit.role("button", Name::starts_with("Air pipa ")).focus();
    for (key, wanted) in [
        ("ArrowDown", "Sumur "),
        ("ArrowDown", "Air hujan "),
        ("ArrowDown", "Air hujan "),
        ("Home", "Air pipa "),
        ("End", "Air hujan "),
        ("ArrowUp", "Sumur "),
    ] {
        visit.press(key);
        assert!(
            visit.focus().1.starts_with(wanted),
            "{key}: {:?}",
            visit.focus()
        );
    }
    visit.press("Enter");
    visit.wait_for_link("id/water/?source=piped~well");
}

#[test]
fn space_and_enter_toggle_a_bar_and_keep_the_focus() {
    let visit = visit("id/water/");
    visit.role("button", Name::starts_with("Air pipa ")).focus();
    visit.press(" ");
    visit.wait_for_link("id/water/?source=piped");
    wait_for_headline(&visit, "65.300 rumah tangga");
    let (role, name) = visit.focus();
    assert!(
        role == "button" && name.starts_with("Air pipa "),
        "{role} {name}"
    );
    assert_eq!(
        visit.focused().unwrap().state("pressed"),
        Some("true".into())
    );
    visit.press("Enter");
    visit.wait_for_link("id/water/");
    wait_for_headline(&visit, "100.000 rumah tangga");
}

#[test]
fn the_first_tab_leads_past_the_head_to_the_figures() {
    let visit = visit("en/water/");
    visit.press("Tab");
    assert_eq!(visit.focus(), ("link".into(), "Skip to the filters".into()));
    visit.press("Tab");
    assert_eq!(visit.focus(), ("link".into(), "Skip to the figures".into()));
    let [left, top, width, height] = visit.focused().unwrap().bounds_px();
    assert!(left >= 0.0 && top >= 0.0 && width > 20.0 && height > 10.0);
    visit.press("Enter");
    visit.press("Tab");
    let (_, name) = visit.focus();
    assert_eq!(name, "Map");
    assert!(visit.record().violations.is_empty());
    wait_for_headline(&visit, "100,000 households");
}

#[test]
fn a_whole_question_is_asked_and_answered_without_a_mouse() {
    let visit = visit("id/water/");
    tab_to(&visit, "combobox", "Cari tempat");
    visit.type_text("port amara");
    visit.role("option", Name::contains("Port Amara"));
    visit.press("Enter");
    visit.wait_for_link("id/water/n1/");
    tab_to(&visit, "link", "Tabel");
    visit.press("Enter");
    visit.wait_for_link("id/water/n1/?tab=table");
    tab_to(&visit, "radio", "Jumlah");
    visit.press("ArrowRight");
    visit.wait_for_link("id/water/n1/?as=share&tab=table");
    tab_to(&visit, "button", "Nama");
    visit.press("Enter");
    visit.wait_for_link("id/water/n1/?as=share&tab=table&sort=name");
    assert_eq!(visit.focus().0, "button");
    assert!(visit.focus().1.starts_with("Nama"), "{:?}", visit.focus());
    visit.role("button", Name::starts_with("Air pipa ")).focus();
    visit.press(" ");
    let share = "80% dari semua rumah tangga di sana: rumah tangga berair pipa di Port Amara";
    wait_for_headline(&visit, share);
    visit.expect_no_complaint();
}

#[test]
fn nothing_holds_the_focus_for_good() {
    let visit = visit("id/water/?tab=about");
    visit.role("link", "Tentang data").focus();
    let mut last = None;
    for _ in 0..12 {
        visit.press("Tab");
        let now =
            visit.evaluate("[...document.querySelectorAll('*')].indexOf(document.activeElement)");
        assert_ne!(Some(&now), last.as_ref(), "{:?}", visit.focus());
        last = Some(now);
    }
}
