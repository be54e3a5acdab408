//! Questions whose answer is a line in the settings of the dataset.

use std::fs;
use std::path::Path;

use jangkau::publish::publish_file::{MapOrder, Order, Outcome, publish_file};
use tempfile::TempDir;

use super::super::{map, newest};

const SETTINGS: &str = "data/grants/grants.toml";

/// Publishes a table with the map of four districts.
fn published(folder: &Path, table: &str, accepts_sure: bool) -> Outcome {
    fs::write(folder.join("grants.csv"), table).unwrap();
    fs::write(folder.join("districts.geojson"), map()).unwrap();
    let map = MapOrder {
        file: folder.join("districts.geojson"),
        key: None,
        weight_bytes: None,
    };
    let order = Order {
        map: Some(map),
        accepts_sure,
        ..Order::of(vec![folder.join("grants.csv")], folder)
    };
    publish_file(&order).unwrap()
}

/// The kinds of what stands in the way.
fn asked(outcome: &Outcome) -> Vec<&str> {
    assert_eq!(
        outcome.drafted.is_some(),
        outcome.findings.can_be_published()
    );
    let findings = outcome.findings.sorted().into_iter();
    findings
        .filter(|it| it.gravity <= jangkau::tabular::Gravity::Question)
        .map(|it| it.kind)
        .collect()
}

fn codes(folder: &Path, at: usize) -> Vec<String> {
    let (_, cube) = newest(folder);
    let categories = cube.dimensions()[at].categories().iter();
    categories
        .map(|(_, it)| it.code().as_str().to_owned())
        .collect()
}

fn change_settings(folder: &Path, from: &str, to: &str) {
    let path = folder.join(SETTINGS);
    let text = fs::read_to_string(&path).unwrap();
    assert!(text.contains(from), "{from}: {text}");
    fs::write(&path, text.replacen(from, to, 1)).unwrap();
}

const WITHOUT_ZEROS: &str =
    "District code;Year;Grants\n1;2022;120\n2;2022;130\n3;2022;140\n4;2022;150\n";

#[test]
fn zeros_that_codes_lost_are_proposed_and_a_line_settles_them() {
    let folder = TempDir::new().unwrap();
    let outcome = published(folder.path(), WITHOUT_ZEROS, false);
    assert_eq!(asked(&outcome), ["leading-zeros"]);
    let found = outcome.findings.sorted()[0].to_string();
    assert!(
        found.contains("1 for 01") && found.contains("as in districts.geojson (4 times)"),
        "{found}"
    );
    // As the settings propose.
    change_settings(
        folder.path(),
        "# \"District code\" = 2",
        "\"District code\" = 2",
    );
    assert!(asked(&published(folder.path(), WITHOUT_ZEROS, false)).is_empty());
    assert_eq!(codes(folder.path(), 0), ["01", "02", "03", "04"]);
    change_settings(
        folder.path(),
        "\"District code\" = 2",
        "\"District code\" = 0",
    );
    assert!(asked(&published(folder.path(), WITHOUT_ZEROS, false)).is_empty());
    assert_eq!(codes(folder.path(), 0), ["1", "2", "3", "4"]);
}

#[test]
fn yes_gives_codes_their_zeros_where_all_are_of_the_map() {
    let folder = TempDir::new().unwrap();
    assert!(asked(&published(folder.path(), WITHOUT_ZEROS, true)).is_empty());
    assert_eq!(codes(folder.path(), 0), ["01", "02", "03", "04"]);
    // The settings say so from now on.
    assert!(asked(&published(folder.path(), WITHOUT_ZEROS, false)).is_empty());
    let other = format!("{WITHOUT_ZEROS}7;2022;160\n");
    let outcome = published(TempDir::new().unwrap().path(), &other, true);
    assert!(
        asked(&outcome).contains(&"leading-zeros-in-part"),
        "{:?}",
        asked(&outcome)
    );
}

#[test]
fn a_list_of_codes_tells_of_zeros_too() {
    let folder = TempDir::new().unwrap();
    let codes_folder = folder.path().join("data/grants/codes");
    fs::create_dir_all(&codes_folder).unwrap();
    let list = "code,label\n01,Rice\n02,Maize\n10,Beans\n";
    fs::write(codes_folder.join("crop.csv"), list).unwrap();
    let table = "District;Crop;Grants\nKep;1;120\nKep;2;130\nKep;10;140\nSisoka;1;150\nSisoka;2;160\nSisoka;10;170\n";
    fs::write(folder.path().join("grants.csv"), table).unwrap();
    let settings = "[columns]\nCrop = \"dimension\"\n[digits]\nCrop = 2\n";
    let order = Order::of(vec![folder.path().join("grants.csv")], folder.path());
    fs::write(
        folder.path().join(SETTINGS),
        &settings[..settings.find("[digits]").unwrap()],
    )
    .unwrap();
    let outcome = publish_file(&order).unwrap();
    assert_eq!(asked(&outcome), ["leading-zeros"]);
    fs::write(folder.path().join(SETTINGS), settings).unwrap();
    assert!(asked(&publish_file(&order).unwrap()).is_empty());
    assert_eq!(codes(folder.path(), 1), ["01", "02", "10"]);
}

#[test]
fn the_line_of_a_spelling_that_looks_the_same_is_obeyed_as_it_is_pasted() {
    let folder = TempDir::new().unwrap();
    let table = "District;Year;Grants\nKep;2022;120\n\u{41a}ep;2023;130\nSisoka;2022;140\nSisoka;2023;150\n";
    fs::write(folder.path().join("grants.csv"), table).unwrap();
    let order = Order::of(vec![folder.path().join("grants.csv")], folder.path());
    let outcome = publish_file(&order).unwrap();
    assert_eq!(asked(&outcome), ["spellings"]);
    let remedy = outcome.findings.sorted()[0].remedy.clone();
    let (_, rest) = remedy.split_once("below [replace]: ").unwrap();
    let (line, _) = rest.rsplit_once("; accept").unwrap();
    assert_eq!(line, "\"District\" = { \"\\u041Aep\" = \"Kep\" }");
    let path = folder.path().join(SETTINGS);
    let text = fs::read_to_string(&path).unwrap();
    let lines: Vec<String> = (text.lines())
        .flat_map(|it| {
            let pasted = it.starts_with("[replace]").then(|| line.to_owned());
            std::iter::once(it.to_owned()).chain(pasted)
        })
        .collect();
    fs::write(&path, lines.join("\n")).unwrap();
    assert!(asked(&publish_file(&order).unwrap()).is_empty());
    assert_eq!(codes(folder.path(), 0), ["Kep", "Sisoka"]);
}

#[test]
fn parts_beside_their_total_stand_in_the_settings_and_can_be_turned_round() {
    let folder = TempDir::new().unwrap();
    let table = "District;Deep;Shallow;Total\nKep;62;31;93\nSisoka;44;85;129\nNova Vila;12;15;27\n";
    fs::write(folder.path().join("grants.csv"), table).unwrap();
    let order = Order::of(vec![folder.path().join("grants.csv")], folder.path());
    assert!(asked(&publish_file(&order).unwrap()).is_empty());
    assert_eq!(codes(folder.path(), 1), ["Deep", "Shallow", "Total"]);
    change_settings(
        folder.path(),
        "\nacross = \"dimension\"",
        "\nacross = \"measures\"",
    );
    assert!(asked(&publish_file(&order).unwrap()).is_empty());
    assert_eq!(codes(folder.path(), 1), ["deep", "shallow", "total"]);
    // A total that misses its parts is asked for, and the line is proposed.
    let folder = TempDir::new().unwrap();
    fs::write(
        folder.path().join("grants.csv"),
        table.replace("85;129", "85;139") + "Port Amara;11;12;23\n",
    )
    .unwrap();
    let order = Order::of(vec![folder.path().join("grants.csv")], folder.path());
    assert_eq!(asked(&publish_file(&order).unwrap()), ["total-across"]);
    change_settings(
        folder.path(),
        "# across = \"measures\"",
        "across = \"dimension\"",
    );
    assert!(!asked(&publish_file(&order).unwrap()).contains(&"total-across"));
    assert_eq!(codes(folder.path(), 1), ["Deep", "Shallow", "Total"]);
}
