//! The map in words: the same highest and lowest places as the table, in both languages.

use super::map_read::{description, map};
use super::{Visit, cells, marks, table, visit};
use crate::support::Name;

/// A row of the table that has a class: its name, its figure, and whether that is ranked.
struct Classed {
    name: String,
    figure: String,
    ranked: bool,
}

/// The rows of the table, each with the mark of a column.
#[track_caller]
fn rows(visit: &Visit, by: &str, column: usize) -> Vec<(Vec<String>, String)> {
    let table = table(visit, by);
    let rows = cells(&table).into_iter().zip(marks(&table));
    rows.map(|(row, marks)| (row, marks[column].clone()))
        .collect()
}

/// Whether a mark says that a figure is published; one without a mark is not told from it.
fn is_published(mark: &str) -> bool {
    [
        "",
        "diterbitkan untuk tempat ini",
        "published for this place",
        "dihitung dari angka yang diterbitkan untuk tempat ini",
        "derived from figures published for this place",
    ]
    .contains(&mark)
}

/// The rows that have a class, the highest first: none that only repeats a pattern. What is shared out from
/// a published total has no rank.
#[track_caller]
fn classed(visit: &Visit, by: &str, column: usize) -> Vec<Classed> {
    let rows = rows(visit, by, column).into_iter();
    let rows = rows.filter(|(_, mark)| !mark.contains("pola") && !mark.contains("pattern"));
    rows.map(|(row, mark)| Classed {
        name: row[1].trim().to_owned(),
        figure: row[column].trim().to_owned(),
        ranked: is_published(&mark),
    })
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
pub(super) fn check(
    link: &str,
    by: &str,
    column: usize,
    [from, high, of_published, low]: [&str; 4],
) {
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
    let classed = classed(&visit, by, column);
    let ranked: Vec<&Classed> = classed.iter().filter(|row| row.ranked).collect();
    // Of a few places the range tells all.
    let is_long = ranked.len() > 6;
    let fewest = if is_long { 2 } else { 1 };
    assert!((fewest..=5).contains(&count), "{count}: {text}");
    let [first, last] = [&classed[0], classed.last().unwrap()];
    let range = from
        .replace("LOW", &last.figure)
        .replace("PLACE", &last.name)
        .replace("HIGH", &first.figure)
        .replace("TOP", &first.name);
    assert!(text.contains(&range), "{range:?} in {text}");
    assert_eq!(text.contains(high), is_long, "{text}");
    if !is_long {
        return;
    }
    // Where some are modelled, it says of which it speaks.
    let mut all = rows(&visit, by, column).into_iter();
    let high = if all.any(|(_, mark)| !is_published(&mark)) {
        format!("{high} {of_published}")
    } else {
        high.to_owned()
    };
    let shown = |rows: &[&&Classed]| {
        let rows = (rows.iter()).map(|row| format!("{} ({})", row.name, row.figure));
        rows.collect::<Vec<_>>().join("; ")
    };
    let highest: Vec<&&Classed> = ranked.iter().take(3).collect();
    let highest = format!("{high}: {}.", shown(&highest));
    assert!(text.contains(&highest), "{highest:?} in {text}");
    let lowest: Vec<&&Classed> = ranked.iter().rev().take(3).collect();
    let lowest = format!("{low}: {}.", shown(&lowest));
    assert!(text.contains(&lowest), "{lowest:?} in {text}");
}

pub(super) const ID: [&str; 4] = [
    "dari LOW di PLACE sampai HIGH di TOP.",
    "Tertinggi",
    "dari yang diterbitkan",
    "Terendah",
];
const EN: [&str; 4] = [
    "from LOW in PLACE to HIGH in TOP.",
    "Highest",
    "of those published",
    "Lowest",
];

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
        check(&format!("{lang}/water/?as=rate&sort=-rate"), by, 4, words);
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
    assert_eq!(name, "Peta: Rumah tangga menurut Komune, 2019–2022");
    let before = super::map_read::fills(&visit);
    super::speak(&visit, "English");
    visit.wait_for_link("en/water/n1/?map=tile&class=natural7");
    visit.role("application", "Map: Households by Communes, 2019–2022");
    assert_eq!(super::map_read::fills(&visit), before);
    visit.role("heading", "Legend: Count");
    super::map_read::wait_for_readout(&visit, "Port Amara, North: 12,000 households, ");
    assert!(
        description(&visit).starts_with("Map of households"),
        "{}",
        description(&visit)
    );
    super::map_read::open_settings(&visit);
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
