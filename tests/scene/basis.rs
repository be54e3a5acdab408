//! What the figures of a place rest on, in words and in marks.

use jangkau::scene::basis_lines;
use jangkau::view_state::Column;

use crate::support::made::WATER;
use crate::support::opened::{Opened, cell, code};

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
    // Of two shares the one that rests on more makes the mark; one of its own takes it away.
    assert_eq!(marks("/id/x/?source=piped&tenure=owner"), sources);
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
