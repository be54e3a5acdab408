//! Questions whose answer is a line in the settings of the dataset.

use std::fs;
use std::path::Path;

use jangkau::publish::publish_file::{MapOrder, Order, Outcome, publish_file};
use tempfile::TempDir;

use super::super::{map, newest};

const SETTINGS: &str = "data/grants/grants.toml";

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
