//! What the map of the shipped dataset says of its places.

use jangkau::cube::{CatIx, Sureness};
use jangkau::scene::{Fill, dead_end, dead_end_ways, place_line};
use jangkau::view_state::{Change, Quantity};

use crate::support::opened::{Opened, codes, exact_rank, legend};
use crate::support::shipped::PRAKERJA;

#[test]
fn the_first_map_is_of_the_34_provinces_and_six_whose_total_was_set_have_no_rank() {
    let opened = Opened::new(&PRAKERJA, "/id/x/");
    let scene = opened.map();
    assert_eq!(PRAKERJA.axis_id(scene.axis).as_str(), "province-2020");
    assert_eq!(scene.fills.len(), 34);
    // The totals of six were set below one of 2024, or are parts of what six had together: nobody printed them.
    let members = PRAKERJA.members(scene.axis);
    let six = ["14", "15", "19", "62", "65", "76"];
    for (at, member) in members.iter() {
        let is_set = six.contains(&member.code().as_str());
        let sureness = scene.measures[at.0].sureness(opened.view.quantity);
        let is_published = sureness == Some(Sureness::Published);
        assert_eq!(is_published, !is_set, "{:?}", member.code());
        let rank = exact_rank(&scene, at);
        assert_eq!(
            rank.map(|(_, of)| of),
            (!is_set).then_some(28),
            "{:?}",
            member.code()
        );
    }
    // Inside a province, and among chosen places, the regencies.
    for link in [
        "/id/x/province-2020/32/",
        "/id/x/3273/",
        "/id/x/?island=jawa",
        "/id/x/?region=3273~7171",
    ] {
        let level = Opened::new(&PRAKERJA, link).view.level.unwrap();
        assert_eq!(PRAKERJA.axis_id(level).as_str(), "region", "{link}");
    }
}

#[test]
fn from_regencies_that_repeat_a_pattern_a_click_leads_to_provinces_or_counts() {
    let opened = Opened::new(&PRAKERJA, "/en/x/?as=share&training=never&level=region");
    let scene = opened.map();
    let view = (&opened.view, &scene);
    let text = dead_end(&scene, opened.words);
    assert_eq!(
        text.as_deref(),
        Some("514 of 514 places only repeat a pattern.")
    );
    let ways = dead_end_ways(&PRAKERJA, view, &opened.figures, opened.words);
    let provinces = PRAKERJA.axis("province-2020").unwrap();
    let changes: Vec<Change> = ways.into_iter().map(|way| way.change).collect();
    assert_eq!(
        changes,
        [Change::Level(provinces), Change::Show(Quantity::Count)]
    );
    // The first map is no dead end, nor is that of the counts of the regencies.
    for link in ["/en/x/", "/en/x/?level=region"] {
        let opened = Opened::new(&PRAKERJA, link);
        let scene = opened.map();
        assert_eq!(dead_end(&scene, opened.words), None, "{link}");
        let view = (&opened.view, &scene);
        let ways = dead_end_ways(&PRAKERJA, view, &opened.figures, opened.words);
        assert_eq!(ways, [], "{link}");
    }
}

#[test]
fn no_share_of_the_untrained_is_a_finding() {
    let opened = Opened::new(&PRAKERJA, "/en/x/?as=share&training=never&level=region");
    let scene = opened.map();
    assert_eq!(
        legend(&scene),
        [
            ("○ pattern by provinces only, no rank".to_owned(), 50),
            ("○ pattern of Indonesia only, no rank".to_owned(), 464)
        ]
    );
    assert!((0..514).all(|at| scene.rank(CatIx(at)).is_none()));
    let jember = PRAKERJA.members(scene.axis).position("3509").unwrap();
    let line = place_line(&PRAKERJA, &scene, jember, opened.words);
    assert_eq!(
        line,
        "Kabupaten Jember, Jawa Timur: 86% of all participants there, ○ only the pattern of Indonesia, no rank"
    );
}

#[test]
fn jember_is_eleventh_in_the_table_and_sixth_of_those_published() {
    let opened = Opened::new(&PRAKERJA, "/id/x/3509/");
    let scene = opened.map();
    let jember = opened.view.place.unwrap();
    assert_eq!(exact_rank(&scene, jember.at), Some((6, 13)));
    assert_eq!(codes(&opened.table())[10], "3509");
    let line = place_line(&PRAKERJA, &scene, jember.at, opened.words);
    assert_eq!(
        line,
        "Kabupaten Jember, Jawa Timur: 166.704 peserta, ● diterbitkan untuk tempat ini, peringkat 6 \
         dari 13 yang diterbitkan"
    );
    // Its count is a part of the province's, by population.
    let malang = PRAKERJA.members(scene.axis).position("3507").unwrap();
    assert_eq!(exact_rank(&scene, malang), None);
    assert!(matches!(scene.fills[malang.0], Fill::Shared(_)));
    let line = place_line(&PRAKERJA, &scene, malang, opened.words);
    let ending = "◐ dibagi dari total Jawa Timur, tanpa peringkat";
    assert!(line.ends_with(ending), "{line}");
}

#[test]
fn places_are_ranked_among_the_thirteen_whose_published_counts_are_of_half_their_people() {
    let opened = Opened::new(&PRAKERJA, "/id/x/?level=region");
    let scene = opened.map();
    let ranks = (0..514).filter_map(|at| exact_rank(&scene, CatIx(at)));
    let mut ranks: Vec<(usize, usize)> = ranks.collect();
    ranks.sort_unstable();
    let expected: Vec<(usize, usize)> = (1..=13).map(|rank| (rank, 13)).collect();
    assert_eq!(ranks, expected);
    let note = scene.shared_note.unwrap();
    assert!(note.label.contains("501 tempat"), "{note:?}");
}

#[test]
fn regions_that_the_model_gives_nobody_have_no_rank() {
    let opened = Opened::new(&PRAKERJA, "/en/x/?year=2023&age=56-64&level=region");
    let scene = opened.map();
    let zeros = (0..514).filter(|&at| scene.measures[at].figure().number() == Some(0.0));
    let zeros: Vec<usize> = zeros.collect();
    assert!(!zeros.is_empty());
    for at in zeros {
        assert_eq!(scene.fills[at], Fill::Zero);
        assert_eq!(exact_rank(&scene, CatIx(at)), None);
    }
}
