//! What the figures of a place rest on, in words and in marks.

use jangkau::cube::{CatIx, Cube, Selection, Sureness};
use jangkau::formats::Limits;
use jangkau::formats::csv::{csv_of, csv_of_cells};
use jangkau::formats::json_stat::{bytes_from_cube, cube_from_bytes};
use jangkau::scene::{Fill, basis_lines, place_line};
use jangkau::view_state::{Column, Quantity};
use serde_json::{Value, json};

use super::read;
use crate::support::made::{WATER, water_file};
use crate::support::opened::{Opened, cell, code, exact_rank};

/// What repeats the pattern of the north, and of the whole.
const OF_NORTH: &str = "hanya pola Utara (2019)";
const OF_ALL: &str = "hanya pola Veluna";
const PUBLISHED: &str = "diterbitkan untuk tempat ini";

/// The codes of the rows whose share is not published, each with its mark.
fn marks(link: &str) -> Vec<(String, String)> {
    let table = Opened::new(&WATER, link).table();
    let mark = |row| {
        let (_, mark) = cell(&table, row, Column::Share);
        let mark = mark.filter(|mark| *mark != PUBLISHED)?;
        Some((code(row).to_owned(), mark.to_owned()))
    };
    let mut marks: Vec<(String, String)> = table.rows.iter().filter_map(mark).collect();
    marks.sort();
    marks
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
    // A district bears the weakest mark of its communes, but what the communes of the north share out
    // is its own.
    let districts = all(&["centre", "north", "south"], OF_ALL);
    assert_eq!(marks("/id/x/?tenure=owner&level=district"), districts);
    let districts = all(&["centre", "south"], OF_ALL);
    assert_eq!(marks("/id/x/?source=piped&level=district"), districts);
    // Without a choice among people every share would be 100 %: there are none.
    let table = Opened::new(&WATER, "/id/x/?period=2021").table();
    assert!(
        table
            .columns
            .iter()
            .all(|(column, _)| *column != Column::Share)
    );
}

#[test]
fn a_table_sorted_by_a_column_that_it_has_not_is_in_its_own_order() {
    let codes = |link: &str| -> Vec<String> {
        let table = Opened::new(&WATER, link).table();
        table.rows.iter().map(|row| code(row).to_owned()).collect()
    };
    assert_eq!(codes("/id/x/?sort=-share"), codes("/id/x/"));
    assert_ne!(codes("/id/x/?sort=name"), codes("/id/x/"));
}

#[test]
fn a_count_that_follows_inhabitants_makes_no_rate() {
    let table = Opened::new(&WATER, "/id/x/").table();
    for row in &table.rows {
        let (count, rate) = match code(row) {
            "n4" | "n5" => ("dibagi dari total Utara (2019)", OF_NORTH),
            "s3" => ("dibagi dari total Veluna", OF_ALL),
            _ => (PUBLISHED, PUBLISHED),
        };
        let mark = |column| cell(&table, row, column).1;
        assert_eq!(mark(Column::Value), Some(count), "{}", code(row));
        assert_eq!(mark(Column::Rate), Some(rate), "{}", code(row));
    }
    let notes = [
        "● diterbitkan untuk tempat ini",
        "◐ dibagi dari total resmi",
        "○ hanya pola",
    ];
    assert_eq!(table.mark_notes, notes);
}

#[test]
fn a_count_of_a_part_is_shared_out_and_its_share_a_pattern() {
    let table = Opened::new(&WATER, "/id/x/?tenure=owner").table();
    let row = table.rows.iter().find(|row| code(row) == "n1").unwrap();
    let shared = "dibagi dari total Veluna";
    assert_eq!(cell(&table, row, Column::Value).1, Some(shared));
    assert_eq!(cell(&table, row, Column::Rate).1, Some(shared));
    assert_eq!(cell(&table, row, Column::Share).1, Some(OF_ALL));
}

#[test]
fn a_printed_total_is_published_wherever_its_places_lie() {
    let mut file = water_file();
    let rural =
        json!({"kind": "soft", "selection": {"kind": ["rural"]}, "value": 49_000, "source": 0});
    let mut marks = |kind: &str| {
        let mut control = rural.clone();
        control["kind"] = json!(kind);
        file["extension"]["controls"] = json!([control]);
        let cube = read(file.to_string().as_bytes());
        let sureness = |link: &str| {
            let view = Opened::new(&cube, link).view;
            let footing = cube.footing(&view.selection).unwrap();
            footing.total().count.sureness
        };
        ["/en/x/?kind=rural", "/en/x/?kind=rural&period=2021"].map(sureness)
    };
    let (published, shared) = (Sureness::Published, Sureness::SharedOut);
    assert_eq!(marks("hard"), [published, shared]);
    assert_eq!(marks("check"), [shared, shared]);
}

#[test]
fn the_bars_of_a_place_have_its_mark() {
    for (link, id, expected) in [
        ("/id/x/n1/", "source", PUBLISHED),
        ("/id/x/n2/", "source", OF_NORTH),
        ("/id/x/s3/", "source", OF_ALL),
        ("/id/x/n1/", "tenure", OF_ALL),
        ("/id/x/c1/", "tenure", PUBLISHED),
        ("/id/x/district/south/", "tenure", OF_ALL),
        ("/id/x/district/centre/", "tenure", OF_ALL),
        ("/id/x/", "source", PUBLISHED),
        ("/id/x/", "tenure", PUBLISHED),
        // Ostra's count is a part of the south's.
        ("/id/x/", "district", "dibagi dari total Veluna"),
        ("/id/x/?source=piped", "kind", "dibagi dari total Veluna"),
    ] {
        let found = Opened::new(&WATER, link).bars(id).mark.unwrap();
        assert_eq!(found.text, expected, "{id} of {link}");
    }
}

#[test]
fn the_page_says_what_the_count_and_the_shares_of_a_place_rest_on() {
    let lines = |link: &str| {
        let opened = Opened::new(&WATER, link);
        basis_lines(&WATER, &opened.view, opened.words)
    };
    assert_eq!(
        lines("/id/x/"),
        ["Jumlah Veluna berasal dari angka yang diterbitkan untuk tempat itu."]
    );
    assert_eq!(
        lines("/en/x/?source=piped&tenure=owner")[1],
        "No one has published water source, tenure together: the model assumes that each group has \
         the same pattern as the whole, everywhere."
    );
    assert_eq!(
        lines("/en/x/n4/"),
        [
            "The model has no published count for Caldmoor: it shares out the count of North (2019) \
             by population, so it is no finding about the place.",
            "The model has nothing published about water source for Caldmoor: each period repeats the \
             pattern of North (2019); over several periods the shares may differ a little.",
            "The model has nothing published about tenure for Caldmoor: each period repeats the \
             pattern of Veluna; over several periods the shares may differ a little."
        ]
    );
    assert_eq!(
        lines("/en/x/s3/?period=2021"),
        [
            "The model has no published count for Ostra: it shares out the count of Veluna by \
             population.",
            "The model has nothing published about water source, tenure for Ostra: the shares repeat \
             the pattern of Veluna."
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

/// Where figures are looked at: the nation, a commune with figures of its own.
const PLACES: [&str; 2] = ["", "c1/"];

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
                let bars = Opened::new(&WATER, &link).bars(b).mark.unwrap();
                let is_pattern = bars.sureness() == Sureness::Pattern;
                assert_eq!(is_pattern, is_cross([a, b]), "{b} of {link}");
            }
        }
    }
}

/// Checks whether all that is said of two filters is marked as a pattern.
#[track_caller]
fn check_filtered(link: &str, is_pattern: bool) {
    let opened = Opened::new(&WATER, link);
    let note = "(○ hanya pola Veluna)";
    let figure = opened.sentence();
    let figure = figure.split(';').next().unwrap();
    assert_eq!(figure.ends_with(note), is_pattern, "{link}: {figure}");
    let scene = opened.map();
    for at in (0..scene.fills.len()).filter(|at| scene.fills[*at] != Fill::Out) {
        let measures = scene.measures[at];
        assert_eq!(measures.is_pattern(Quantity::Count), is_pattern, "{link}");
        if is_pattern {
            assert!(measures.is_pattern(Quantity::Share) && measures.is_pattern(Quantity::Rate));
            assert_eq!(scene.fills[at], Fill::WholePattern, "{link}");
            assert_eq!(exact_rank(&scene, CatIx(at)), None, "{link}");
        }
    }
}

#[test]
fn a_published_cross_has_the_weakest_mark_of_its_dimensions() {
    let link = "/en/x/?source=piped&tenure=owner&as=share";
    let marks = |cube: &Cube| {
        let table = Opened::new(cube, link).table();
        let mark = |wanted: &str| {
            let row = table.rows.iter().find(|row| code(row) == wanted).unwrap();
            cell(&table, row, Column::Share).1.map(str::to_owned)
        };
        ["c1", "n1", "n2"].map(mark)
    };
    let of_whole = Some("only the pattern of Veluna".to_owned());
    // In n1 only the sources are its own, and in n2 neither is; in c1 both are, but the cross was
    // published for all communes together.
    let shared = Some("shared out from the total of Veluna".to_owned());
    let expected = [shared, of_whole.clone(), of_whole.clone()];
    assert_eq!(marks(&crossing(&[&["tenure", "source"]])), expected);
    let with_more = crossing(&[&["period", "tenure"], &["source", "period", "tenure"]]);
    assert_eq!(marks(&with_more), expected);
    let bars = Opened::new(&with_more, "/en/x/?source=piped").bars("tenure");
    assert_eq!(bars.mark.unwrap().sureness(), Sureness::Published);
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
    let sentence = opened.sentence();
    assert!(!sentence.contains(['●', '◐', '○']), "{sentence}");
    assert_eq!(scene.measures[0].sureness(Quantity::Count), None);
    assert!(opened.table().mark_notes.is_empty());
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

#[test]
fn files_say_how_sure_each_figure_is() {
    let opened = Opened::new(&WATER, "/en/x/");
    let (selection, level) = (&opened.view.selection, opened.view.level);
    let csv = csv_of(&WATER, (selection, &opened.figures.view), level, "en");
    let lines: Vec<&str> = csv.lines().collect();
    assert_eq!(lines[0], "code,label,value,status,basis");
    for (code, basis) in [("n1", "published"), ("n4", "shared"), ("s3", "shared")] {
        let line = lines.iter().find(|line| line.starts_with(code)).unwrap();
        assert!(line.ends_with(&format!(",E,{basis}")), "{line}");
    }
    let total = csv_of(&WATER, (selection, &opened.figures.view), None, "en");
    assert!(total.ends_with(",,100000,E,published\r\n"), "{total}");
    // A cell crosses source and tenure, which no one has published together.
    let cells = csv_of_cells(&WATER, selection, "en").unwrap();
    let (head, cells) = cells.split_once("\r\n").unwrap();
    assert!(head.ends_with(",value,status,basis"), "{head}");
    assert!(cells.lines().all(|line| line.ends_with(",E,pattern")));
    // Where it was published, each commune has a part of it.
    let crossed = crossing(&[&["source", "tenure"]]);
    let cells = csv_of_cells(&crossed, selection, "en").unwrap();
    assert!(
        cells
            .lines()
            .skip(1)
            .all(|line| line.ends_with(",E,shared"))
    );
}

/// Two towns by job: the first has published figures, of the second there are none of its own, and one is
/// missing.
const JOBS_OF_TOWNS: &str = r#"{
    "version": "2.0", "class": "dataset", "label": "Jobs", "id": ["town", "job"], "size": [2, 2],
    "role": {"geo": ["town"]},
    "dimension": {
        "town": {"label": "Town", "category": {"index": ["a", "b"]}},
        "job": {"label": "Job", "category": {"index": ["yes", "no"]}}
    },
    "value": [10, 30, 20, null],
    "extension": {"aggregation": "sum", "basis": {
        "dimension": "town", "count": {"else": "all", "own": ["a"]},
        "dimensions": {"job": {"else": "all", "own": ["a"]}}
    }}
}"#;

#[test]
fn the_cells_of_a_view_say_in_json_stat_how_sure_they_are() {
    let cube = read(JOBS_OF_TOWNS.as_bytes());
    let said = |link: &str| {
        let part = cube.cut(&Opened::new(&cube, link).view.selection).unwrap();
        let bytes = bytes_from_cube(&part);
        let again = read(&bytes);
        assert_eq!(again.metadata().sureness, part.metadata().sureness);
        assert_eq!(bytes_from_cube(&again), bytes, "{link}");
        let file: Value = serde_json::from_slice(&bytes).unwrap();
        let all = again.cut(&Selection::all()).unwrap();
        assert_eq!(all.metadata().sureness, part.metadata().sureness);
        file["extension"]["sureness"].clone()
    };
    assert_eq!(
        said("/en/x/"),
        json!(["published", "published", "shared", null])
    );
    assert_eq!(said("/en/x/?job=yes"), json!(["published", "shared"]));
    assert_eq!(said("/en/x/a/"), json!("published"));
    // The whole dataset says what its regions rest on instead.
    let whole: Value = serde_json::from_slice(&bytes_from_cube(&cube)).unwrap();
    assert!(whole["extension"]["sureness"].is_null() && whole["extension"]["basis"].is_object());
    let mut odd: Value = serde_json::from_str(JOBS_OF_TOWNS).unwrap();
    for wrong in [json!(["published"]), json!("sure"), json!([1, 2, 3, 4])] {
        odd["extension"]["sureness"] = wrong;
        assert!(
            cube_from_bytes(odd.to_string().as_bytes(), &Limits::PAGE).is_err(),
            "{odd}"
        );
    }
}
