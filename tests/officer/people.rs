//! Counts of people that should not be published, in a draft, a check and a build.

use std::cell::RefCell;
use std::fs;
use std::path::Path;

use jangkau::publish::check::check_site;
use jangkau::publish::compress::Quality;
use jangkau::publish::error::SiteError;
use jangkau::publish::page_folder::PageSource;
use jangkau::publish::publish_file::{Order, Outcome, publish_file};
use jangkau::publish::releases::{Drafted, release};
use jangkau::publish::site::{Plan, UnsafeCounts, build};
use jangkau::publish::site_url::BasePath;
use jangkau::publish::withdraw::withdraw;
use jangkau::tabular::{Finding, Findings, Gravity};
use tempfile::TempDir;

use crate::{published, table};

const SAFE: &str =
    "safe = { reason = \"of public offices\", person = \"A. Officer\", date = \"2026-11-29\" }\n";

/// Builds the site of a folder with a page that is not there: what was said, and how it ended.
fn built(site: &Path, unsafe_counts: UnsafeCounts) -> (Vec<String>, SiteError) {
    let said = RefCell::new(Vec::new());
    let plan = Plan {
        page: PageSource::Folder {
            folder: site.join("no-page"),
            build: None,
        },
        site: site.to_owned(),
        out: None,
        base: BasePath::root(),
        address: None,
        quality: Quality::QUICKEST,
        is_preview: false,
        unsafe_counts,
    };
    let error = build(&plan, &|step| said.borrow_mut().push(step.to_owned())).unwrap_err();
    (said.into_inner(), error)
}

fn published_plain(folder: &Path, table: &str) -> Outcome {
    fs::write(folder.join("visits.csv"), table).unwrap();
    let order = Order::of(vec![folder.join("visits.csv")], folder);
    publish_file(&order).unwrap()
}

fn of_kind<'a>(findings: &'a Findings, kind: &str) -> Vec<&'a Finding> {
    let all = findings.sorted().into_iter();
    all.filter(|it| it.kind == kind).collect()
}

/// Visits by region and sex; what stands for the men of the first region, and for the women.
fn visits(women: &str, men: &str) -> String {
    format!(
        "Region,Sex,Persons\nNorth,Total,130\nNorth,Female,{women}\nNorth,Male,{men}\n\
         South,Total,120\nSouth,Female,70\nSouth,Male,50\n\
         East,Total,97\nEast,Female,45\nEast,Male,52\n\
         West,Total,211\nWest,Female,110\nWest,Male,101\n"
    )
}

#[test]
fn a_build_stops_before_anything_is_written_where_a_check_finds_small_counts() {
    let folder = TempDir::new().unwrap();
    published(folder.path(), &table(3));
    let settings = folder.path().join("data/grants/grants.toml");
    fs::write(&settings, SAFE).unwrap();
    published(folder.path(), &table(3));
    // With the word of the officer a build goes on, to the page that is not there.
    let (said, error) = built(folder.path(), UnsafeCounts::Stop);
    assert!(!matches!(error, SiteError::UnsafeCounts { .. }), "{error}");
    assert_eq!(said, [""; 0]);
    // Without it, the same files stop it.
    fs::write(&settings, "").unwrap();
    let (_, error) = built(folder.path(), UnsafeCounts::Stop);
    let text = error.to_string();
    assert!(matches!(error, SiteError::UnsafeCounts { .. }), "{text}");
    for part in [
        "Port Amara, Female, 2022: found 3",
        "[small-count]",
        "run \"jangkau check\" for all",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
    // On one's own machine the same is a warning.
    let (said, error) = built(folder.path(), UnsafeCounts::Warn);
    assert!(!matches!(error, SiteError::UnsafeCounts { .. }), "{error}");
    assert!(
        said[0].starts_with("warning: ") && said[0].contains("[small-count]"),
        "{said:?}"
    );
    // Where the figures are public elsewhere nothing is kept back.
    fs::write(
        &settings,
        "already_public = \"https://office.example/grants\"\n",
    )
    .unwrap();
    let (_, error) = built(folder.path(), UnsafeCounts::Stop);
    assert!(!matches!(error, SiteError::UnsafeCounts { .. }), "{error}");
}

#[test]
fn the_shipped_site_has_nothing_that_stops_a_build() {
    let site = Path::new(env!("CARGO_MANIFEST_DIR")).join("public");
    let findings = check_site(&site).unwrap();
    let errors: Vec<String> = findings
        .sorted()
        .iter()
        .filter(|it| it.gravity == Gravity::Error)
        .map(ToString::to_string)
        .collect();
    assert_eq!(errors, [""; 0]);
}

#[test]
fn a_figure_hidden_alone_beside_a_shown_total_is_an_error_that_names_the_line() {
    let folder = TempDir::new().unwrap();
    let outcome = published_plain(folder.path(), &visits("127", "<5"));
    let found = of_kind(&outcome.findings, "can-be-worked-out");
    assert_eq!(found.len(), 1, "{:?}", outcome.findings);
    assert_eq!(
        (found[0].gravity, found[0].times, found[0].spot.to_string()),
        (Gravity::Error, 1, "North, Male".to_owned())
    );
    let hidden = ("hidden", "1 cell: 1 \"<5\"".to_owned());
    assert!(outcome.account.contains(&hidden), "{:?}", outcome.account);
    // The total and the line are named, the figure is not.
    let text = found[0].to_string();
    for part in ["\"Total\"", "along Sex", "hide a second figure"] {
        assert!(text.contains(part), "{part}: {text}");
    }
    assert!(!text.contains('3'), "{text}");
    assert_eq!(outcome.drafted, None);
    fs::write(folder.path().join("data/visits/visits.toml"), SAFE).unwrap();
    let outcome = published_plain(folder.path(), &visits("127", "<5"));
    assert_eq!(outcome.drafted, Some(Drafted::Release("1".to_owned())));
}

#[test]
fn a_second_hidden_figure_keeps_the_first() {
    let folder = TempDir::new().unwrap();
    let outcome = published_plain(folder.path(), &visits("c", "c"));
    assert_eq!(
        outcome.drafted,
        Some(Drafted::Release("1".to_owned())),
        "{:?}",
        outcome.findings
    );
    // What is not there is not hidden.
    let outcome = published_plain(folder.path(), &visits("127", ".."));
    assert!(of_kind(&outcome.findings, "can-be-worked-out").is_empty());
}

#[test]
fn nobody_and_everybody_are_warnings_of_a_check_alone() {
    let folder = TempDir::new().unwrap();
    let outcome = published_plain(folder.path(), &visits("130", "0"));
    assert_eq!(of_kind(&outcome.findings, "zero-count").len(), 0);
    assert_eq!(outcome.drafted, Some(Drafted::Release("1".to_owned())));
    let findings = check_site(folder.path()).unwrap();
    let found: Vec<(Gravity, usize, String)> = of_kind(&findings, "zero-count")
        .iter()
        .map(|it| (it.gravity, it.times, it.spot.to_string()))
        .collect();
    assert_eq!(
        found,
        [
            (Gravity::Warning, 1, "North, Male".to_owned()),
            (Gravity::Warning, 1, "North, Female".to_owned()),
        ]
    );
}

#[test]
fn a_release_that_is_kept_gives_away_what_the_next_one_hides() {
    let folder = TempDir::new().unwrap();
    let site = folder.path();
    published_plain(site, &visits("90", "40"));
    release(site, "visits").unwrap();
    // The draft can be made, or release 1 could never be withdrawn; it cannot be built beside it.
    let outcome = published_plain(site, &visits("c", "c"));
    let found = of_kind(&outcome.findings, "can-be-worked-out");
    let about = (found[0].gravity, found[0].times, &*found[0].found);
    assert_eq!(
        about,
        (Gravity::Warning, 2, "hidden, but shown in release 1")
    );
    assert_eq!(outcome.drafted, Some(Drafted::Release("2".to_owned())));
    let findings = check_site(site).unwrap();
    let found = of_kind(&findings, "can-be-worked-out");
    assert_eq!((found[0].gravity, found[0].times), (Gravity::Error, 2));
    let (_, error) = built(site, UnsafeCounts::Stop);
    assert!(matches!(error, SiteError::UnsafeCounts { .. }), "{error}");
    withdraw(site, "visits", "1", "it showed what is to be hidden").unwrap();
    let findings = check_site(site).unwrap();
    assert!(of_kind(&findings, "can-be-worked-out").is_empty());
}

#[test]
fn a_release_that_differs_by_few_people_from_one_that_is_kept_tells_of_these_few() {
    let folder = TempDir::new().unwrap();
    let site = folder.path();
    published_plain(site, &visits("90", "40"));
    release(site, "visits").unwrap();
    // Two more women and two men less: whoever knows of the correction knows of two people.
    published_plain(site, &visits("92", "38"));
    let findings = check_site(site).unwrap();
    let found = of_kind(&findings, "small-difference");
    assert_eq!((found[0].gravity, found[0].times), (Gravity::Error, 2));
    // Five are more than the limit of four.
    published_plain(site, &visits("95", "35"));
    let findings = check_site(site).unwrap();
    assert!(of_kind(&findings, "small-difference").is_empty());
}

/// The kinds of errors and warnings of a table, with where each was first found.
fn told(rows: &str) -> Vec<(Gravity, &'static str, String)> {
    let folder = TempDir::new().unwrap();
    let outcome = published_plain(folder.path(), rows);
    let findings = outcome.findings.sorted().into_iter();
    let grave = findings.filter(|it| it.gravity != Gravity::Note);
    grave
        .map(|it| (it.gravity, it.kind, it.spot.to_string()))
        .collect()
}

#[track_caller]
fn check_leak(rows: &str, place: &str) {
    let told = told(rows);
    let leak = (Gravity::Error, "can-be-worked-out", place.to_owned());
    assert!(told.contains(&leak), "{told:?}");
}

#[test]
fn what_is_hidden_is_no_secret_in_any_line_of_a_table() {
    // Places of one district, whose columns are blank for the other.
    check_leak(
        "District,Area,Persons\nA,Total,100\nA,A1,97\nA,A2,<5\nB,Total,90\nB,B1,50\nB,B2,40\n",
        "A, A2",
    );
    // Years and their total; a quarter beside its months.
    check_leak(
        "District,Year,Persons\nKep,2021,61\nKep,2022,<5\nKep,Total,64\nMuro,2021,50\nMuro,2022,40\nMuro,Total,90\n",
        "Kep, 2022",
    );
    check_leak(
        "District,Month,Persons\nKep,2021-01,61\nKep,2021-02,<5\nKep,2021-03,70\nKep,2021Q1,134\n\
         Muro,2021-01,60\nMuro,2021-02,50\nMuro,2021-03,40\nMuro,2021Q1,150\n",
        "Kep, 2021-02",
    );
    // Columns of which one is the sum of two.
    let mut rows = "District,Learners,Boys enrolled,Girls enrolled\nKep,64,61,<5\n".to_owned();
    for at in 1..=20 {
        rows += &format!("D{at},{},{},{}\n", 100 + 3 * at, 40 + at, 60 + 2 * at);
    }
    let found = told(&rows);
    let is_leak = |(_, kind, place): &(Gravity, &str, String)| {
        *kind == "can-be-worked-out" && place.starts_with("Kep")
    };
    assert!(found.iter().any(is_leak), "{found:?}");
    // The same of columns that nothing calls people, one of them the total, where others are blank.
    let found = told("District,A1,A2,B1,B2,Total\nA,97,<5,,,100\nB,,,50,40,90\n");
    let is_leak = |(_, kind, place): &(Gravity, &str, String)| {
        *kind == "can-be-worked-out" && place.starts_with('A')
    };
    assert!(found.iter().any(is_leak), "{found:?}");
    // What nothing calls people is of people where a few are too few.
    check_leak(
        "District,Kind,Applications\nKep,Total,64\nKep,New,61\nKep,Old,<5\nMuro,Total,90\nMuro,New,50\nMuro,Old,40\n",
        "Kep, Old",
    );
}

#[test]
fn people_are_known_by_their_names_in_every_language_of_the_list() {
    for heading in [
        "Pacientes",
        "D\u{e9}c\u{e8}s",
        "\u{c9}tudiants",
        "Teilnehmer",
        "Sinh vi\u{ea}n",
        "Casos",
        "Suicides",
        "HIV positive",
        "Staff",
        "Unemployed",
        "Convictions",
    ] {
        let told = told(&format!("District,{heading}\nKep,3\nMuro,120\nSisoka,85\n"));
        let small = (Gravity::Error, "small-count", "Kep".to_owned());
        assert!(told.contains(&small), "{heading}: {told:?}");
    }
}

#[test]
fn of_what_nothing_calls_people_a_few_are_a_warning_once() {
    let rows = |heading: &str| format!("District,{heading}\nKep,3\nMuro,120\nSisoka,2\n");
    let asked = |rows: &str| {
        let told = told(rows).into_iter();
        told.filter(|(_, kind, _)| *kind == "people-unsaid")
            .collect::<Vec<_>>()
    };
    let warned = asked(&rows("Blorps"));
    assert_eq!(
        warned,
        [(
            Gravity::Warning,
            "people-unsaid",
            "measure \"Blorps\"".to_owned()
        )]
    );
    for heading in ["Price", "Percent", "Area (km2)", "Households", "Index"] {
        assert_eq!(asked(&rows(heading)), [], "{heading}");
    }
    // Decimals and marks from 1 to 5 are no counts.
    assert_eq!(asked("District,Blorps\nKep,3\nMuro,2.5\nSisoka,12.5\n"), []);
    assert_eq!(asked("District,Blorps\nKep,3\nMuro,2\nSisoka,5\n"), []);
}
