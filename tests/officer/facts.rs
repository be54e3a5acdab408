//! An agency with ten figures and no table.

use std::fs;
use std::path::Path;

use jangkau::fact_list::{FactIx, FactList, Whose, series};
use jangkau::publish::check::check_site;
use jangkau::publish::publish_file::{MapOrder, Order, Outcome, publish_file};
use jangkau::publish::releases::{Drafted, release, undo};
use jangkau::publish::site_files::SiteFiles;
use jangkau::publish::withdraw::withdraw;
use jangkau::scene::fact_list;
use jangkau::words::messages;
use tempfile::TempDir;

use super::super::map;

/// Ten figures of Veluna, as its spreadsheet writes them.
const FIGURES: &str = "Topic;Place;Period;Value;Unit;Qualifier;Publisher;Date;Link;Remark
Wells dug;Veluna;2022;900;wells;;Water office;2023-02;https://water.example/2022;
Wells dug;Veluna;2023;1200;wells;;Water office;2024-02;https://water.example/2023;
Wells dug;Veluna;2023;1150;wells;rounded;The Post;2024-03-01;https://post.example/wells;
Wells dug;Port Amara;2023;610;wells;;Water office;2024-02;https://water.example/2023;
Wells dug;Sisoka;2023;80;wells;more than;Water office;2024-02;https://water.example/2023;printed as over 80
Wells dug;Kep;2022;44;wells;;Water office;2023-02;https://water.example/2022;
Wells dug;the islands;2023;12;wells;;The Post;2024-03-01;https://post.example/wells;
People served;Veluna;2023;35.90;percent;almost;The Post;2024-03-01;https://post.example/wells;=1+1
Staff;Veluna;2023;75;persons;;Water office;2024-02;https://water.example/2023;
Budget;Veluna;2023;4.5;million;;Water office;2024-02;https://water.example/2023;
";

const SETTINGS: &str = r#"title = { en = "Wells of Veluna", km = "អណ្តូង" }
lang = "en"
place = "Veluna"
updated = "2026-11-29"
[map]
file = "districts.geojson"
credit = "Boundaries: Survey office"
[facts]
agency = "the Water office"
sentence = "1,200 wells were dug in 2023, 610 of them in Port Amara."
corrections = "https://water.example/ask"
places = ["district", "districts"]
elsewhere = ["The Islands"]
"#;

fn published(folder: &Path, figures: &str) -> Outcome {
    fs::write(folder.join("wells.csv"), figures).unwrap();
    fs::write(folder.join("districts.geojson"), map()).unwrap();
    let order = Order {
        map: Some(MapOrder {
            file: folder.join("districts.geojson"),
            key: None,
            weight_bytes: None,
        }),
        ..Order::of(vec![folder.join("wells.csv")], folder)
    };
    publish_file(&order).unwrap()
}

fn with_settings(settings: &str) -> TempDir {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("data/wells/wells.toml");
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, settings).unwrap();
    folder
}

fn list(folder: &Path) -> FactList {
    let site = SiteFiles::read(folder).unwrap();
    let entry = site.list.entries().last().unwrap().clone();
    assert!(entry.is_fact_list && entry.boundaries.is_some());
    site.fact_list(&entry).unwrap()
}

fn told(outcome: &Outcome) -> Vec<String> {
    outcome
        .findings
        .sorted()
        .iter()
        .map(ToString::to_string)
        .collect()
}

#[test]
fn ten_figures_and_a_map_become_an_edition_that_stays() {
    let folder = with_settings(SETTINGS);
    let site = folder.path();
    let outcome = published(site, FIGURES);
    assert_eq!(
        outcome.drafted,
        Some(Drafted::Release("1".to_owned())),
        "{:#?}",
        told(&outcome)
    );
    let made = list(site);
    assert_eq!((made.facts().len(), made.places().len()), (10, 4));
    // Of 2023 by the office: two of four districts; Kep has a figure of the year before.
    assert_eq!(made.about().map.figures, [FactIx(3), FactIx(4)]);
    assert_eq!(made.facts()[6].whose, Whose::Other("the islands".into()));
    assert_eq!(made.facts()[7].number.as_str(), "35.90");
    // The office's own two years, and no line to what the paper rounded.
    let series = series(&made);
    assert_eq!((series.len(), &*series[0].lines), (1, &[vec![0, 1]][..]));
    let scene = fact_list(&made, messages("en"));
    assert_eq!(scene.beside.len(), 1);
    let figures: Vec<&str> = scene.beside[0].lines.iter().map(|it| &*it.figure).collect();
    assert_eq!(figures, ["1,200", "1,150, rounded"]);
    assert_eq!(scene.topics[0].lines[4].figure, "more than 80");

    assert_eq!(release(site, "wells").unwrap(), "1");
    let again = published(site, FIGURES);
    assert_eq!(again.drafted, Some(Drafted::Unchanged("1".to_owned())));
    let by_id = Order::of(vec!["wells".into()], site);
    assert_eq!(
        publish_file(&by_id).unwrap().drafted,
        Some(Drafted::Unchanged("1".to_owned()))
    );
    let other = FIGURES.replace(";1200;", ";1201;");
    assert_eq!(
        published(site, &other).drafted,
        Some(Drafted::Release("2".to_owned()))
    );
    undo(site, "wells").unwrap();
    assert_eq!(list(site).facts()[1].number.as_str(), "1200");
    published(site, &other);
    assert_eq!(release(site, "wells").unwrap(), "2");
    withdraw(site, "wells", "2", "a number was read wrongly").unwrap();
    assert_eq!(list(site).facts()[1].number.as_str(), "1200");
    let checked: Vec<String> = check_site(site)
        .unwrap()
        .sorted()
        .iter()
        .map(ToString::to_string)
        .collect();
    assert!(checked.is_empty(), "{checked:#?}");
}

#[test]
fn without_settings_the_agency_is_asked_for_and_places_are_no_guess() {
    let folder = TempDir::new().unwrap();
    let outcome = published(folder.path(), FIGURES);
    assert_eq!(outcome.drafted, None);
    let found = told(&outcome);
    let place = "wells.csv, line 2, column 2: found \"Veluna\", expected a place of the map (Port Amara, Sisoka, Nova Vila, Kep), \
                 or what all together are called";
    assert!(found[0].starts_with(place), "{found:#?}");
    let settings = folder.path().join("data/wells/wells.toml");
    assert!(
        fs::read_to_string(&settings)
            .unwrap()
            .contains("# agency = ")
    );
    let asked = "title = \"Wells\"\nplace = \"Veluna\"\n[facts]\nelsewhere = [\"the islands\"]\n";
    fs::write(&settings, asked).unwrap();
    let outcome = published(folder.path(), FIGURES);
    let found = told(&outcome);
    assert!(
        found[0].starts_with("data/wells/wells.toml, facts.agency: found nothing"),
        "{found:#?}"
    );
    assert_eq!(outcome.drafted, None);
}

#[test]
fn settings_that_name_no_figure_are_told() {
    for (settings, expected) in [
        (
            "map = { topic = \"Wells\" }",
            "facts.map: found topic = \"Wells\"",
        ),
        (
            "map = { topic = \"Wells dug\" }",
            "facts: found two figures on the map are of",
        ),
        (
            "[[facts.beside]]\nfigures = [{ value = \"1\" }]",
            "facts.beside[0]: found value = \"1\"",
        ),
        (
            "[[facts.related]]\ntext = \"x\"\npublisher = \"y\"\nlink = \"ftp://z.example\"",
            "facts.related[0].link: found \"ftp://z.example\"",
        ),
        (
            "sentence = \"1,201 wells were dug in 2023.\"",
            "facts.sentence: found \"1201\" in the sentence",
        ),
    ] {
        let all = SETTINGS.replace(
            "sentence = \"1,200 wells were dug in 2023, 610 of them in Port Amara.\"\n",
            "",
        );
        let folder = with_settings(&format!("{all}{settings}\n"));
        let figures = FIGURES.replace("Kep;2022", "Sisoka;2022");
        let found = told(&published(folder.path(), &figures));
        let expected = format!("data/wells/wells.toml, {expected}");
        assert!(
            found.iter().any(|it| it.starts_with(&expected)),
            "{expected}\n{found:#?}"
        );
    }
}
