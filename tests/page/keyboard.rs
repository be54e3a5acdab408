//! Without a mouse.

use std::collections::BTreeSet;

use super::{Visit, visit, wait_for_headline};
use crate::support::Name;

/// What each press of Tab reaches, from the top of the page on.
fn tour(visit: &Visit, steps: usize) -> Vec<(String, String)> {
    (0..steps)
        .map(|_| {
            visit.press("Tab");
            assert!(
                outlined(visit),
                "the focus on {:?} cannot be seen",
                visit.focus()
            );
            visit.focus()
        })
        .collect()
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
    let visit = visit("id/prakerja/");
    let reached = tour(&visit, 85);
    let wanted = [
        ("link", "Langsung ke angka"),
        ("link", "Bahasa Indonesia"),
        ("link", "English"),
        ("link", "Tentang data"),
        ("combobox", "Cari tempat"),
        ("button", "Salin tautan"),
        ("link", "Peta"),
        ("link", "Tabel"),
        ("link", "Tentang data"),
        ("radio", "Jumlah"),
        ("combobox", "Tampilkan per"),
        ("application", "Peta: Peserta menurut"),
        ("button", "Perbesar"),
        ("button", "Tampilkan per 1.000 penduduk"),
        ("radio", "Wilayah"),
        ("combobox", "Kelas"),
        ("button", "Jawa Barat"),
        ("region", "Peserta menurut"),
        ("button", "Kode"),
        ("button", "Nama"),
        ("button", "Per 1.000 penduduk"),
    ];
    let mut rest = reached.iter();
    for (role, name) in wanted {
        let found = rest.any(|(found, called)| found == role && called.starts_with(name));
        assert!(found, "{role} {name:?} in its order in {reached:#?}");
    }
}

/// The filters come before or after the table; a skip of its 514 rows is none of Tab's.
#[test]
fn shift_and_tab_reach_every_filter_from_the_end() {
    let visit = visit("id/prakerja/?sex=F");
    visit
        .role("link", "Jumlah setiap wilayah sebagai CSV")
        .focus();
    let mut reached = BTreeSet::new();
    for _ in 0..45 {
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
        "button 2020",
        "button Perempuan",
        "button Laki-laki",
        "button 18–25",
        "button SMA/SMK",
        "button Belum",
        "button Penyandang",
        "DisclosureTriangle Provinsi",
        "button Hapus",
    ] {
        assert!(reached.contains(wanted), "{wanted:?} in {reached:#?}");
    }
}

#[test]
fn space_and_enter_toggle_a_bar_and_keep_the_focus() {
    let visit = visit("id/prakerja/");
    visit
        .role("button", Name::starts_with("Perempuan "))
        .focus();
    visit.press(" ");
    visit.wait_for_link("id/prakerja/?sex=F");
    wait_for_headline(&visit, "8.966.111 peserta");
    let (role, name) = visit.focus();
    assert!(
        role == "button" && name.starts_with("Perempuan "),
        "{role} {name}"
    );
    assert_eq!(
        visit.focused().unwrap().state("pressed"),
        Some("true".into())
    );
    visit.press("Enter");
    visit.wait_for_link("id/prakerja/");
    wait_for_headline(&visit, "17.500.000 peserta");
}

#[test]
fn the_first_tab_leads_past_the_head_to_the_figures() {
    let visit = visit("en/prakerja/");
    visit.press("Tab");
    assert_eq!(visit.focus(), ("link".into(), "Skip to the figures".into()));
    let [left, top, width, height] = visit.focused().unwrap().bounds_px();
    assert!(left >= 0.0 && top >= 0.0 && width > 20.0 && height > 10.0);
    visit.press("Enter");
    visit.press("Tab");
    let (_, name) = visit.focus();
    assert_eq!(name, "Map");
    assert!(visit.record().violations.is_empty());
    wait_for_headline(&visit, "17,500,000 participants");
}

#[test]
fn a_whole_question_is_asked_and_answered_without_a_mouse() {
    let visit = visit("id/prakerja/");
    tab_to(&visit, "combobox", "Cari tempat");
    visit.type_text("kota bandung");
    visit.role("option", Name::contains("Kota Bandung"));
    visit.press("Enter");
    visit.wait_for_link("id/prakerja/3273/");
    tab_to(&visit, "link", "Tabel");
    visit.press("Enter");
    visit.wait_for_link("id/prakerja/3273/?tab=table");
    tab_to(&visit, "radio", "Jumlah");
    visit.press("ArrowRight");
    visit.wait_for_link("id/prakerja/3273/?as=share&tab=table");
    tab_to(&visit, "button", "Nama");
    visit.press("Enter");
    visit.wait_for_link("id/prakerja/3273/?as=share&tab=table&sort=name");
    assert_eq!(visit.focus().0, "button");
    assert!(visit.focus().1.starts_with("Nama"), "{:?}", visit.focus());
    visit
        .role("button", Name::starts_with("Perempuan "))
        .focus();
    visit.press(" ");
    wait_for_headline(&visit, "92.486 peserta perempuan di Kota Bandung");
    visit.expect_no_complaint();
}

#[test]
fn nothing_holds_the_focus_for_good() {
    let visit = visit("id/prakerja/?tab=about");
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
