//! What the figures of a place rest on, in words and in marks.

use jangkau::cube::{CatIx, Cube};
use jangkau::scene::{Fill, basis_lines, place_line};
use jangkau::view_state::{Column, Quantity};
use serde_json::json;

use super::read;
use crate::support::made::{WATER, water_file};
use crate::support::opened::{Opened, cell, code, exact_rank};

/// What repeats the pattern of the north, and of the whole.
const OF_NORTH: &str = "(pola Utara (2019))";
const OF_ALL: &str = "(pola Veluna)";

/// The codes of the rows whose share has a mark, each with its mark.
fn marks(link: &str) -> Vec<(String, String)> {
    let table = Opened::new(&WATER, link).table();
    let mark = |row| {
        let (_, mark) = cell(&table, row, Column::Share);
        Some((code(row).to_owned(), mark?.to_owned()))
    };
    let mut marks: Vec<(String, String)> = table.rows.iter().filter_map(mark).collect();
    marks.sort();
    assert_eq!(table.pattern_note.is_some(), has_pattern(link));
    marks
}

/// Whether any number of a table is a pattern.
fn has_pattern(link: &str) -> bool {
    let table = Opened::new(&WATER, link).table();
    let columns = table.columns.iter().map(|(column, _)| *column);
    let numbers: Vec<Column> = columns.filter(|column| column.is_number()).collect();
    let patterned = |row| {
        let mut notes = numbers.iter().map(|column| cell(&table, row, *column).1);
        notes.any(|note| note.is_some())
    };
    table.rows.iter().any(patterned)
}

fn all(codes: &[&str], mark: &str) -> Vec<(String, String)> {
    let marked = codes
        .iter()
        .map(|code| ((*code).to_owned(), mark.to_owned()));
    marked.collect()
}

#[test]
fn a_share_that_repeats_a_pattern_is_marked_in_its_row() {
    let mut sources = all(&["c2", "c3", "c4"], OF_ALL);
    sources.extend(all(&["n2", "n3", "n4", "n5"], OF_NORTH));
    sources.extend(all(&["s2", "s3"], OF_ALL));
    assert_eq!(marks("/id/x/?source=piped"), sources);
    let tenures = [
        "c2", "c3", "c4", "n1", "n2", "n3", "n4", "n5", "s1", "s2", "s3",
    ];
    assert_eq!(marks("/id/x/?tenure=owner"), all(&tenures, OF_ALL));
    // No one has published both together, of any commune.
    let communes = [
        "c1", "c2", "c3", "c4", "n1", "n2", "n3", "n4", "n5", "s1", "s2", "s3",
    ];
    let crossed = "/id/x/?source=piped&tenure=owner";
    assert_eq!(marks(crossed), all(&communes, OF_ALL));
    // A district repeats what all its communes repeat.
    let districts = all(&["north", "south"], OF_ALL);
    assert_eq!(marks("/id/x/?tenure=owner&level=district"), districts);
    assert_eq!(marks("/id/x/?source=piped&level=district"), []);
    // Without a choice among people every share is 100 %, and that is true everywhere.
    assert_eq!(marks("/id/x/?period=2021"), []);
}

#[test]
fn a_count_that_follows_inhabitants_makes_no_rate() {
    let table = Opened::new(&WATER, "/id/x/").table();
    for row in &table.rows {
        let (own, note) = match code(row) {
            "n4" | "n5" => (None, Some(OF_NORTH)),
            "s3" => (None, Some(OF_ALL)),
            _ => (Some("angka terbitan"), None),
        };
        assert_eq!(cell(&table, row, Column::Name).1, own, "{}", code(row));
        assert_eq!(cell(&table, row, Column::Rate).1, note, "{}", code(row));
    }
    assert_eq!(
        table.pattern_note.as_deref(),
        Some("hanya mengulang pola Veluna atau pola distrik: bukan temuan, tanpa peringkat.")
    );
}

#[test]
fn the_bars_of_a_place_have_its_mark() {
    let (of_north, of_all) = (Some("pola Utara (2019)"), Some("pola Veluna"));
    for (link, id, expected) in [
        ("/id/x/n1/", "source", None),
        ("/id/x/n2/", "source", of_north),
        ("/id/x/s3/", "source", of_all),
        ("/id/x/n1/", "tenure", of_all),
        ("/id/x/c1/", "tenure", None),
        ("/id/x/district/south/", "tenure", of_all),
        ("/id/x/district/centre/", "tenure", None),
        ("/id/x/", "source", None),
    ] {
        let found = Opened::new(&WATER, link).bars(id).pattern;
        assert_eq!(found.as_deref(), expected, "{id} of {link}");
    }
}

#[test]
fn the_page_says_what_the_count_and_the_shares_of_a_place_rest_on() {
    let lines = |link: &str| {
        let opened = Opened::new(&WATER, link);
        basis_lines(&WATER, &opened.view, opened.words)
    };
    assert_eq!(lines("/id/x/"), Vec::<String>::new());
    assert_eq!(
        lines("/en/x/n4/"),
        [
            "The count for Caldmoor was never published: the model divides the count of North (2019) \
             by population, so it is no finding about the place.",
            "Nothing was published for Caldmoor about water source: the shares repeat the pattern of \
             North (2019).",
            "Nothing was published for Caldmoor about tenure: the shares repeat the pattern of Veluna."
        ]
    );
    assert_eq!(
        lines("/en/x/s3/"),
        [
            "The count for Ostra was never published: the model divides the count of Veluna by \
             population.",
            "Nothing was published for Ostra about water source, tenure: the shares repeat the \
             pattern of Veluna."
        ]
    );
    assert_eq!(
        lines("/id/x/c1/"),
        ["Jumlah Port Lenna berasal dari angka yang diterbitkan untuk tempat itu."]
    );
}

/// The dimensions of the dataset that can be filtered, each with a category.
const FILTERS: [(&str, &str); 4] = [
    ("commune", "c1"),
    ("period", "2022"),
    ("source", "piped"),
    ("tenure", "owner"),
];

/// Where figures are looked at: the nation, a district, a commune with figures of its own.
const PLACES: [&str; 3] = ["", "district/centre/", "c1/"];

/// Whether a pair of dimensions crosses people by people.
fn is_cross(pair: [&str; 2]) -> bool {
    pair == ["source", "tenure"] || pair == ["tenure", "source"]
}

/// The water, with some crossings published.
fn crossing(crosses: &[&[&str]]) -> Cube {
    let mut file = water_file();
    file["extension"]["basis"]["crosses"] = json!(crosses);
    read(file.to_string().as_bytes())
}

#[test]
fn of_every_pair_of_dimensions_a_cross_of_people_is_a_pattern_everywhere() {
    for (a, of_a) in FILTERS {
        for (b, of_b) in FILTERS.into_iter().filter(|(b, _)| *b != a) {
            for place in PLACES {
                let link = format!("/id/x/{place}?{a}={of_a}&{b}={of_b}");
                check_filtered(&link, is_cross([a, b]));
                let link = format!("/id/x/{place}?{a}={of_a}");
                let bars = Opened::new(&WATER, &link).bars(b).pattern;
                let expected = is_cross([a, b]).then_some("pola Veluna");
                assert_eq!(bars.as_deref(), expected, "{b} of {link}");
            }
        }
    }
}

/// Checks whether all that is said of two filters is marked as a pattern.
#[track_caller]
fn check_filtered(link: &str, is_pattern: bool) {
    let opened = Opened::new(&WATER, link);
    let note = "(pola Veluna)";
    let figure = opened.sentence();
    let figure = figure.split(';').next().unwrap();
    assert_eq!(figure.ends_with(note), is_pattern, "{link}: {figure}");
    let scene = opened.map();
    for at in (0..scene.fills.len()).filter(|at| scene.fills[*at] != Fill::Out) {
        let measures = scene.measures[at];
        let count = measures.quantity_pattern(Quantity::Count);
        assert_eq!(count.is_some(), is_pattern, "{link}");
        if is_pattern {
            assert_eq!(measures.quantity_pattern(Quantity::Share), count);
            assert_eq!(measures.quantity_pattern(Quantity::Rate), count);
            assert_eq!(scene.fills[at], Fill::WholePattern, "{link}");
            assert_eq!(exact_rank(&scene, CatIx(at)), None, "{link}");
        }
    }
}

#[test]
fn a_published_cross_has_the_weakest_pattern_of_its_dimensions() {
    let link = "/en/x/?source=piped&tenure=owner&as=share";
    let marks = |cube: &Cube| {
        let table = Opened::new(cube, link).table();
        let mark = |wanted: &str| {
            let row = table.rows.iter().find(|row| code(row) == wanted).unwrap();
            cell(&table, row, Column::Share).1.map(str::to_owned)
        };
        ["c1", "n1", "n2"].map(mark)
    };
    let of_whole = Some("(pattern of Veluna)".to_owned());
    // In n1 only the sources are its own, and in n2 neither is.
    let expected = [None, of_whole.clone(), of_whole.clone()];
    assert_eq!(marks(&crossing(&[&["tenure", "source"]])), expected);
    let with_more = crossing(&[&["period", "tenure"], &["source", "period", "tenure"]]);
    assert_eq!(marks(&with_more), expected);
    let bars = Opened::new(&with_more, "/en/x/?source=piped").bars("tenure");
    assert_eq!(bars.pattern, None);
    for other in [&[][..], &[&["source", "period"][..]]] {
        assert_eq!(marks(&crossing(other)), [(); 3].map(|()| of_whole.clone()));
    }
}

#[test]
fn without_a_basis_nothing_is_said_of_a_cross() {
    let mut file = water_file();
    file["extension"]["basis"] = json!(null);
    let cube = read(file.to_string().as_bytes());
    let opened = Opened::new(&cube, "/en/x/?source=piped&tenure=owner");
    let scene = opened.map();
    assert!(scene.fills.iter().all(|fill| fill.pattern().is_none()));
    assert!(!opened.sentence().contains("pattern"));
}

#[test]
fn places_are_not_ranked_where_they_are_few_or_most_repeat_a_pattern() {
    let rank = |link: &str, code: &str| {
        let opened = Opened::new(&WATER, link);
        let scene = opened.map();
        let at = WATER.members(scene.axis).position(code).unwrap();
        let line = place_line(&WATER, &scene, at, opened.words);
        assert_eq!(line.contains(", rank "), scene.rank(at).is_some(), "{line}");
        exact_rank(&scene, at)
    };
    // Three districts; three communes of twelve have figures of their own.
    assert_eq!(rank("/en/x/?level=district", "north"), None);
    assert_eq!(rank("/en/x/?as=share&source=piped", "n1"), None);
    // Of nine whose count is their own, the rate is ranked.
    let of = rank("/en/x/?as=rate", "n1").unwrap().1;
    assert_eq!(of, 9);
}
