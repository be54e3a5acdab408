//! What is kept of a dataset: the files that were published last, and nothing outside its folder.

use std::fs;
use std::path::Path;

use jangkau::cube::{Figure, Role};
use jangkau::publish::error::SiteError;
use jangkau::publish::publish_file::{Order, Outcome, publish_file};
use jangkau::publish::releases::Drafted;
use tempfile::TempDir;

use crate::newest;

/// Publishes files under an id, or what was kept under it.
fn published(site: &Path, files: &[&Path], id: Option<&str>) -> Result<Outcome, SiteError> {
    let files = files.iter().map(|path| path.to_path_buf()).collect();
    publish_file(&Order {
        id: id.map(str::to_owned),
        ..Order::of(files, site)
    })
}

/// The places of what is shown.
fn places(site: &Path) -> Vec<String> {
    let (_, cube) = newest(site);
    let places = cube.dimensions().iter();
    let mut places = places.filter(|it| it.role() != Role::Metric && it.role() != Role::Time);
    let categories = places.next().unwrap().categories().iter();
    categories
        .map(|(_, it)| it.label().own().to_owned())
        .collect()
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    let mut names: Vec<String> = entries
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

#[test]
fn a_file_that_is_gone_from_a_folder_does_not_come_back() {
    let site = TempDir::new().unwrap();
    let site = site.path();
    let folder = site.join("grants");
    fs::create_dir(&folder).unwrap();
    for (place, people) in [("Kep", 120), ("Sisoka", 130), ("Nova Vila", 140)] {
        let rows = format!("District,Year,Grants\n{place},2021,{people}\n{place},2022,{people}\n");
        fs::write(folder.join(format!("{place}.csv")), rows).unwrap();
    }
    published(site, &[&folder], None).unwrap();
    assert_eq!(places(site), ["Kep", "Nova Vila", "Sisoka"]);
    fs::remove_file(folder.join("Sisoka.csv")).unwrap();
    published(site, &[&folder], None).unwrap();
    assert_eq!(places(site), ["Kep", "Nova Vila"]);
    let kept = site.join("data/grants/sources");
    assert_eq!(names(&kept), ["Kep.csv", "Nova Vila.csv"]);
    fs::remove_dir_all(&folder).unwrap();
    let outcome = published(site, &[Path::new("grants")], None).unwrap();
    assert_eq!(outcome.drafted, Some(Drafted::Release("1".to_owned())));
    assert_eq!(places(site), ["Kep", "Nova Vila"]);
}

#[test]
fn a_file_of_another_name_takes_the_place_of_the_one_before() {
    let site = TempDir::new().unwrap();
    let site = site.path();
    for (name, people) in [("v1.csv", 120), ("v2.csv", 150)] {
        let rows = format!("District,Year,Grants\nKep,2021,{people}\nSisoka,2021,130\n");
        fs::write(site.join(name), rows).unwrap();
        published(site, &[&site.join(name)], Some("g")).unwrap();
    }
    assert_eq!(names(&site.join("data/g/sources")), ["v2.csv"]);
    published(site, &[Path::new("g")], None).unwrap();
    assert_eq!(newest(site).1.observation(0), Figure::Number(150.0));
}

#[test]
fn an_id_that_names_another_folder_is_refused_and_nothing_is_written() {
    let root = TempDir::new().unwrap();
    let site = root.path().join("deep/site");
    fs::create_dir_all(&site).unwrap();
    fs::write(site.join("a.csv"), "District,Year,Grants\nKep,2021,120\n").unwrap();
    for (id, nearest) in [
        ("../../evil", "evil"),
        ("/evil", "evil"),
        ("a/b", "b"),
        ("..", "dataset"),
        ("Grants", "grants"),
        ("", "dataset"),
    ] {
        let error = published(&site, &[&site.join("a.csv")], Some(id)).unwrap_err();
        let text = error.to_string();
        assert!(matches!(error, SiteError::DatasetId { .. }), "{text}");
        assert!(
            text.contains(&format!("for example \"{nearest}\"")),
            "{text}"
        );
    }
    assert_eq!(names(&site), ["a.csv"]);
    assert_eq!(names(root.path()), ["deep"]);
}

#[test]
fn of_a_file_that_is_no_table_nothing_stays_but_the_report() {
    let site = TempDir::new().unwrap();
    let site = site.path();
    fs::write(
        site.join("m.csv"),
        "<html><table><tr><td>North<td>62</table>",
    )
    .unwrap();
    let outcome = published(site, &[&site.join("m.csv")], None).unwrap();
    assert_eq!((outcome.drafted, outcome.is_kept), (None, false));
    let left = ["jangkau-report.html", "jangkau-report.json", "m.csv"];
    assert_eq!(names(site), left);
    // Where an answer in the settings would help, they are there to take it; the site has none yet.
    fs::write(site.join("m.csv"), "District,Persons\nKep,3\nSisoka,120\n").unwrap();
    let outcome = published(site, &[&site.join("m.csv")], None).unwrap();
    assert_eq!((outcome.drafted, outcome.is_kept), (None, true));
    assert!(site.join("data/m/m.toml").is_file() && !site.join("site.toml").exists());
    // What is kept stays as it was when a file that is no table comes.
    fs::write(
        site.join("m.csv"),
        b"\xd0\xe0\xe9\xee\xed;\xc3\xee\xe4\n\xcc\xee\xf1\xea\xe2\xe0;5\n",
    )
    .unwrap();
    let outcome = published(site, &[&site.join("m.csv")], None).unwrap();
    let found = outcome.findings.sorted()[0].to_string();
    assert_eq!(outcome.findings.sorted()[0].kind, "encoding");
    for part in [
        "windows-1251",
        "\u{420}\u{430}\u{439}\u{43e}\u{43d}",
        "save the file as UTF-8",
    ] {
        assert!(found.contains(part), "{part}: {found}");
    }
    let kept = fs::read_to_string(site.join("data/m/sources/m.csv")).unwrap();
    assert!(kept.starts_with("District"), "{kept}");
}
