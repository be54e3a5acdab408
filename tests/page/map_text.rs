//! The map in words: the same highest and lowest places as the table, in both languages.

use super::map_read::{description, map};
use super::{Visit, cells, table, visit};
use crate::support::Name;

/// The names and figures of the table's rows that are ranked, the highest first.
#[track_caller]
fn ranked(visit: &Visit, by: &str, column: usize) -> Vec<(String, String)> {
    let rows = cells(&table(visit, by)).into_iter();
    let rows = rows.filter(|row| !row[column].contains('('));
    let name = |cell: &str| {
        let name = cell.split('●').next().unwrap_or_default();
        name.trim().to_owned()
    };
    rows.map(|row| (name(&row[1]), row[column].clone()))
        .collect()
}

/// Sentences end with a full stop before a capital or the end.
fn sentences(text: &str) -> usize {
    let ends = text.match_indices(". ").filter(|(at, _)| {
        text[at + 2..]
            .chars()
            .next()
            .is_some_and(char::is_uppercase)
    });
    ends.count() + usize::from(text.ends_with('.'))
}

#[track_caller]
pub(super) fn check(link: &str, by: &str, column: usize, [from, high, low]: [&str; 3]) {
    let visit = visit(link);
    map(&visit);
    // A district of both lists is told apart by its year outside of the table of one.
    let text = description(&visit)
        .replace(" (2020)", "")
        .replace(" (2021)", "");
    let count = sentences(&text);
    // All can read it, and not only a screen reader.
    assert!(visit.text().contains(&description(&visit)), "{text}");
    super::open_table(&visit);
    let ranked = ranked(&visit, by, column);
    // Of a few places the range tells all.
    let is_long = ranked.len() > 6;
    let fewest = if is_long { 2 } else { 1 };
    assert!((fewest..=4).contains(&count), "{count}: {text}");
    let [first, last] = [&ranked[0], ranked.last().unwrap()];
    let range = from
        .replace("LOW", &last.1)
        .replace("PLACE", &last.0)
        .replace("HIGH", &first.1)
        .replace("TOP", &first.0);
    assert!(text.contains(&range), "{range:?} in {text}");
    assert_eq!(text.contains(high), is_long, "{text}");
    if !is_long {
        return;
    }
    let shown = |rows: &[&(String, String)]| {
        let rows = rows
            .iter()
            .map(|(name, figure)| format!("{name} ({figure})"));
        rows.collect::<Vec<_>>().join("; ")
    };
    let highest: Vec<&(String, String)> = ranked.iter().take(3).collect();
    let highest = format!("{high}: {}.", shown(&highest));
    assert!(text.contains(&highest), "{highest:?} in {text}");
    let lowest: Vec<&(String, String)> = ranked.iter().rev().take(3).collect();
    let lowest = format!("{low}: {}.", shown(&lowest));
    assert!(text.contains(&lowest), "{lowest:?} in {text}");
}

pub(super) const ID: [&str; 3] = [
    "dari LOW di PLACE sampai HIGH di TOP.",
    "Tertinggi",
    "Terendah",
];
const EN: [&str; 3] = ["from LOW in PLACE to HIGH in TOP.", "Highest", "Lowest"];

#[test]
fn highest_and_lowest_are_those_of_the_table() {
    for (lang, by, words) in [("id", "menurut", ID), ("en", "by", EN)] {
        check(&format!("{lang}/water/"), by, 3, words);
        check(
            &format!("{lang}/water/?source=piped&period=2020"),
            by,
            3,
            words,
        );
        check(
            &format!("{lang}/water/?map=tile&tenure=tenant"),
            by,
            3,
            words,
        );
        check(&format!("{lang}/water/?as=rate&sort=-rate"), by, 5, words);
        check(&format!("{lang}/water/?level=district-2021"), by, 2, words);
    }
}

#[test]
fn the_place_in_focus_and_what_has_no_class_are_told() {
    let visit = visit("id/water/n1/");
    map(&visit);
    let text = description(&visit);
    assert!(
        text.contains("Yang dilihat: Port Amara, Utara: 12.000 rumah tangga, "),
        "{text}"
    );
    assert!((2..=5).contains(&sentences(&text)), "{text}");
    visit.follow("en/water/n1/?as=share&source=piped&classes=all");
    map(&visit);
    let text = description(&visit);
    assert!(
        text.contains("9 places without a class: ○ pattern by districts only, no rank (4)"),
        "{text}"
    );
    assert!((2..=5).contains(&sentences(&text)), "{text}");
}

#[test]
fn another_language_has_the_same_map_in_its_words() {
    let visit = visit("id/water/n1/?map=tile&class=natural7");
    let name = map(&visit).name();
    assert_eq!(name, "Peta: Rumah tangga menurut Komune, 2019-2022");
    let before = super::map_read::fills(&visit);
    super::speak(&visit, "English");
    visit.wait_for_link("en/water/n1/?map=tile&class=natural7");
    visit.role("application", "Map: Households by Communes, 2019-2022");
    assert_eq!(super::map_read::fills(&visit), before);
    visit.role("heading", "Legend: Count");
    super::map_read::wait_for_readout(&visit, "Port Amara, North: 12,000 households, ");
    assert!(
        description(&visit).starts_with("Map of households"),
        "{}",
        description(&visit)
    );
    let tiles = visit.role("radio", "Equal tiles");
    assert_eq!(tiles.state("checked"), Some("true".into()));
    assert_eq!(
        visit.role("combobox", Name::starts_with("Classes")).value(),
        "natural"
    );
    assert_eq!(
        visit
            .role("combobox", Name::starts_with("Number of classes"))
            .value(),
        "7"
    );
    let panel = map(&visit).script("return this.parentElement.parentElement.innerText");
    let panel = panel.as_str().unwrap();
    for word in [
        "rumah tangga",
        "Legenda",
        "tempat",
        "peringkat",
        "Kelas",
        "Bentuk",
        "kuantil",
        "Sumber",
    ] {
        assert!(!panel.contains(word), "{word:?} in {panel}");
    }
    visit.back();
    visit.role("application", &*name);
    visit.expect_no_complaint();
}
