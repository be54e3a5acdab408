//! People in a table of their own, whom figures are divided by.

use std::fs;
use std::path::Path;

use jangkau::cube::Denominator;
use jangkau::publish::check::check_site;
use jangkau::publish::population_file::PopulationFile;
use jangkau::publish::publish_file::{Order, Outcome, publish_file};
use jangkau::publish::releases::release;
use tempfile::TempDir;

use crate::{newest, published, table};

/// Publishes the made table with its map and a table of people.
fn with_people(folder: &Path, people: &str, year: Option<&str>) -> Outcome {
    published(folder, &table(1200));
    let file = folder.join("people.csv");
    fs::write(&file, people).unwrap();
    let order = Order {
        population: Some(PopulationFile {
            file,
            year: year.map(str::to_owned),
        }),
        ..Order::of(vec!["grants".into()], folder)
    };
    publish_file(&order).unwrap()
}

fn people(folder: &Path) -> Denominator {
    let (_, cube) = newest(folder);
    cube.metadata().denominators[0].clone()
}

const PEOPLE: &str = "Province;Year;Population\nPORT AMARA;2020;50 000\nSisoka Province;2020;40 000\n\
    Nova Vila;2020;30 000\nKep;2020;20 000\nPORT AMARA;2024;55 000\nSisoka Province;2024;44 000\n\
    Nova Vila;2024;33 000\nKep;2024;22 000\n";

#[test]
fn they_stand_beside_the_figures_and_are_kept() {
    let folder = TempDir::new().unwrap();
    let outcome = with_people(folder.path(), PEOPLE, None);
    assert!(outcome.drafted.is_some(), "{:?}", outcome.findings.sorted());
    let found = people(folder.path());
    assert_eq!(found.values, [55_000.0, 44_000.0, 33_000.0, 22_000.0]);
    assert_eq!(
        (found.label.own(), &*found.period),
        ("Population, 2024", "2024")
    );
    let said = "[population]\nfile = \"people.csv\"\nyear = \"2020\"\nper = 100\nlabel = \"Census\"\n\
        noun = { en = \"people\", fr = \"personnes\" }\nsource = \"Census office\"\n";
    let settings = folder.path().join("data/grants/grants.toml");
    fs::write(&settings, said).unwrap();
    publish_file(&Order::of(vec!["grants".into()], folder.path())).unwrap();
    let found = people(folder.path());
    assert_eq!(found.values, [50_000.0, 40_000.0, 30_000.0, 20_000.0]);
    assert_eq!((found.label.own(), found.per), ("Census", 100));
    assert_eq!(found.noun.unwrap().in_lang("fr"), "personnes");
    assert_eq!(&*found.source.publisher, "Census office");
}

#[test]
fn the_first_settings_name_them_and_are_understood() {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("people.csv");
    fs::write(&file, PEOPLE).unwrap();
    fs::write(folder.path().join("grants.csv"), table(1200)).unwrap();
    let order = Order {
        population: Some(PopulationFile {
            file,
            year: Some("2020".to_owned()),
        }),
        ..Order::of(vec![folder.path().join("grants.csv")], folder.path())
    };
    publish_file(&order).unwrap();
    let settings = folder.path().join("data/grants/grants.toml");
    let text = fs::read_to_string(&settings).unwrap();
    let own = text.split("[population]").nth(1).unwrap();
    let own = own.split("\n\n").next().unwrap();
    assert!(
        own.contains("file = \"people.csv\"\nyear = \"2020\""),
        "{own}"
    );
    let all = text.replace("\n# label = \"Pop", "\nlabel = \"Pop");
    let all = ["noun", "per", "source", "href"]
        .iter()
        .fold(all, |text, key| {
            let (before, after) = text.split_once("[population]").unwrap();
            format!(
                "{before}[population]{}",
                after.replacen(&format!("\n# {key} ="), &format!("\n{key} ="), 1)
            )
        });
    fs::write(&settings, all).unwrap();
    let outcome = publish_file(&Order::of(vec!["grants".into()], folder.path())).unwrap();
    assert!(outcome.drafted.is_some(), "{:?}", outcome.findings.sorted());
    assert_eq!(people(folder.path()).per, 100);
}

#[test]
fn people_of_other_places_are_an_error_that_names_both() {
    let folder = TempDir::new().unwrap();
    let outcome = with_people(
        folder.path(),
        "Province,Population\nAlto,5000\nBaixo,6000\n",
        None,
    );
    assert!(outcome.drafted.is_none());
    let error = outcome.findings.sorted()[0].to_string();
    for text in ["people.csv", "Alto", "Port Amara"] {
        assert!(error.contains(text), "{error}");
    }
}

#[test]
fn a_place_without_people_is_read_back_as_one_without_a_rate() {
    let folder = TempDir::new().unwrap();
    let some = PEOPLE
        .replace("Kep;2020;20 000\n", "")
        .replace("Kep;2024;22 000\n", "");
    let outcome = with_people(folder.path(), &some, Some("2024"));
    assert!(outcome.drafted.is_some(), "{:?}", outcome.findings.sorted());
    release(folder.path(), "grants").unwrap();
    let found = people(folder.path());
    assert_eq!(found.values[..3], [55_000.0, 44_000.0, 33_000.0]);
    assert!(found.values[3].is_nan());
    let errors = check_site(folder.path()).unwrap();
    assert!(errors.can_be_published(), "{:?}", errors.sorted());
}
