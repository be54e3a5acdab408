//! From a publisher's files to a site: the flow of a data officer.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on stops and says why"
)]

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use jangkau::cube::{Cube, DimIx, Figure, Role, Selection, linked};
use jangkau::formats::{Limits, open};
use jangkau::publish::check::check_site;
use jangkau::publish::publish_file::{MapOrder, Order, Outcome, REPORT, publish_file};
use jangkau::publish::releases::{Drafted, release};
use jangkau::publish::site_files::SiteFiles;
use tempfile::TempDir;

mod officer {
    mod asked;
    mod code_lists;
    mod facts;
    mod kept;
    mod killed;
    mod people;
    mod population;
    mod revised;
    mod said;
    mod withdrawn;
}

const PLACES: [&str; 4] = ["Port Amara", "Sisoka", "Nova Vila", "Kep"];

/// Grants by district, sex and year; `first` in the first cell.
fn table(first: u32) -> String {
    let mut text = "Grants by district\nCode;District;Sex;Year;Persons\n".to_owned();
    for (at, place) in PLACES.iter().enumerate() {
        for (sex, people) in [("Female", 1200), ("Male", 900)] {
            for year in [2022, 2023] {
                let own = people + 10 * at + usize::from(year == 2023);
                let own = if (at, sex, year) == (0, "Female", 2022) {
                    first as usize
                } else {
                    own
                };
                writeln!(text, "{:02};{place};{sex};{year};{own}", at + 1).unwrap();
            }
        }
    }
    text
}

/// A map of four squares in a row, which share their borders.
fn map() -> String {
    let feature = |(at, name): (usize, &&str)| {
        let (west, east) = (20 + at, 21 + at);
        format!(
            r#"{{"type": "Feature", "properties": {{"OBJECTID": {}, "CODE": "{:02}", "NAME": "{name}"}},
            "geometry": {{"type": "Polygon", "coordinates":
            [[[{west}, 5], [{east}, 5], [{east}, 6], [{west}, 6], [{west}, 5]]]}}}}"#,
            9 - at,
            at + 1
        )
    };
    let features: Vec<String> = PLACES.iter().enumerate().map(feature).collect();
    format!(
        r#"{{"type": "FeatureCollection", "features": [{}]}}"#,
        features.join(",")
    )
}

fn published(folder: &Path, table: &str) -> Outcome {
    fs::write(folder.join("grants.csv"), table).unwrap();
    fs::write(folder.join("districts.geojson"), map()).unwrap();
    let order = Order {
        map: Some(MapOrder {
            file: folder.join("districts.geojson"),
            key: None,
            weight_bytes: None,
        }),
        ..Order::of(vec![folder.join("grants.csv")], folder)
    };
    publish_file(&order).unwrap()
}

/// The newest dataset of the site, as a build reads it: every file held against the list.
fn newest(folder: &Path) -> (SiteFiles, Cube) {
    let site = SiteFiles::read(folder).unwrap();
    let entry = site.list.entries().last().unwrap().clone();
    let cube = site.cube(&entry).unwrap();
    (site, cube)
}

#[test]
fn a_table_and_a_map_become_a_site_that_a_build_takes() {
    let folder = TempDir::new().unwrap();
    let outcome = published(folder.path(), &table(1200));
    let errors: Vec<String> = outcome
        .findings
        .sorted()
        .iter()
        .map(ToString::to_string)
        .collect();
    assert_eq!(
        outcome.drafted,
        Some(Drafted::Release("1".to_owned())),
        "{errors:#?}"
    );
    let (site, cube) = newest(folder.path());
    assert_eq!(cube.metadata().label.own(), "Grants by district");
    let answer = linked(&cube, &Selection::all());
    // The latest year, and the two sexes added: 4 x 2100 and twice 10 for each place before, and 8.
    assert_eq!(answer.total().exact(), Some(8400.0 + 120.0 + 8.0));
    let geo = cube.with_role(Role::Geo).unwrap();
    assert_eq!(geo, DimIx(0));
    let entry = &site.list.entries()[0];
    let file = format!("data/{}", entry.boundaries.as_ref().unwrap().href);
    let topology = open(&site.files[&file], &Limits::PAGE)
        .unwrap()
        .into_topology()
        .unwrap();
    let ids: Vec<&str> = topology
        .features()
        .iter()
        .map(jangkau::geo::Feature::id)
        .collect();
    assert_eq!(ids, ["01", "02", "03", "04"]);
    // Sources, settings and reports stay where they are.
    assert!(
        folder
            .path()
            .join("data/grants/sources/grants.csv")
            .is_file()
    );
    assert!(
        site.files
            .keys()
            .all(|path| !path.contains("sources") && !path.contains("toml"))
    );
}

#[test]
fn places_that_lie_side_by_side_on_the_map_are_added() {
    let total = |cube: &Cube| linked(cube, &Selection::all()).total();
    // By their names alone nothing says that they do not overlap.
    let without_code = |line: &str| line.split_once(';').map(|(_, rest)| format!("{rest}\n"));
    let by_name: String = table(1200).lines().filter_map(without_code).collect();
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("grants.csv"), &by_name).unwrap();
    let alone = Order::of(vec![folder.path().join("grants.csv")], folder.path());
    publish_file(&alone).unwrap();
    assert_eq!(total(&newest(folder.path()).1), Figure::NotAdditive);
    let outcome = published(folder.path(), &by_name);
    let (_, cube) = newest(folder.path());
    assert_eq!(total(&cube), Figure::Number(8400.0 + 120.0 + 8.0));
    let reads = (
        "reads",
        "District: added up from 4 (their shapes on the map do not overlap)".to_owned(),
    );
    assert!(outcome.account.contains(&reads), "{:?}", outcome.account);
    // One of them reaches over half of its neighbour.
    let wide = map().replacen("[21, 5], [21, 6]", "[21.5, 5], [21.5, 6]", 1);
    fs::write(folder.path().join("districts.geojson"), wide).unwrap();
    let order = Order {
        map: Some(MapOrder {
            file: folder.path().join("districts.geojson"),
            key: None,
            weight_bytes: None,
        }),
        ..alone
    };
    let outcome = publish_file(&order).unwrap();
    assert_eq!(total(&newest(folder.path()).1), Figure::NotAdditive);
    let warned = outcome
        .findings
        .sorted()
        .into_iter()
        .filter(|it| it.kind == "overlaps-others");
    assert_eq!(warned.count(), 1);
}

#[test]
fn what_the_settings_say_is_obeyed_and_they_are_written_once() {
    let folder = TempDir::new().unwrap();
    published(folder.path(), &table(1200));
    let settings = folder.path().join("data/grants/grants.toml");
    let mine = "title = \"School grants\"\nlang = \"en\"\nsource = \"Office of Schools\"\nlicence = \"CC0 1.0\"\n";
    fs::write(&settings, mine).unwrap();
    published(folder.path(), &table(1200));
    assert_eq!(fs::read_to_string(&settings).unwrap(), mine);
    let (_, cube) = newest(folder.path());
    let metadata = cube.metadata();
    assert_eq!(metadata.label.own(), "School grants");
    assert_eq!(metadata.source.as_ref().unwrap().own(), "Office of Schools");
}

#[test]
fn a_dataset_is_published_anew_by_its_id_with_the_map_that_was_kept() {
    let folder = TempDir::new().unwrap();
    published(folder.path(), &table(1200));
    fs::remove_file(folder.path().join("grants.csv")).unwrap();
    fs::remove_file(folder.path().join("districts.geojson")).unwrap();
    let path = folder.path().join("data/grants/grants.toml");
    let settings = fs::read_to_string(&path).unwrap();
    assert!(
        settings.contains("file = \"districts.geojson\""),
        "{settings}"
    );
    let title = "title = \"Grants by district\"";
    assert!(settings.contains(title), "{settings}");
    fs::write(&path, settings.replace(title, "title = \"School grants\"")).unwrap();
    let order = Order::of(vec!["grants".into()], folder.path());
    let outcome = publish_file(&order).unwrap();
    assert_eq!(
        (&*outcome.id, outcome.drafted),
        ("grants", Some(Drafted::Release("1".to_owned())))
    );
    let (site, cube) = newest(folder.path());
    assert_eq!(cube.metadata().label.own(), "School grants");
    assert!(site.list.entries()[0].boundaries.is_some());
}

#[test]
fn a_table_that_is_published_again_without_its_map_keeps_it() {
    let folder = TempDir::new().unwrap();
    published(folder.path(), &table(1200));
    let settings = folder.path().join("data/grants/grants.toml");
    fs::write(
        &settings,
        "title = \"Grants\"\n[columns]\nCode = \"region\"\n",
    )
    .unwrap();
    let order = Order::of(vec!["grants".into()], folder.path());
    let outcome = publish_file(&order).unwrap();
    assert!(
        outcome.account[0].1.starts_with("grants.csv: 16 rows"),
        "{:?}",
        outcome.account
    );
    let (site, _) = newest(folder.path());
    assert!(site.list.entries()[0].boundaries.is_some());
}

#[test]
fn an_error_leaves_what_was_published_and_is_in_the_report() {
    let folder = TempDir::new().unwrap();
    published(folder.path(), &table(1200));
    let before = newest(folder.path()).1;
    let outcome = published(folder.path(), &table(1300).replace(";1211\n", ";12l1\n"));
    assert_eq!(outcome.drafted, None);
    assert_eq!(newest(folder.path()).1, before);
    let html = fs::read_to_string(folder.path().join(REPORT[0])).unwrap();
    for part in ["no-number", "12l1", "line ", "correct the cell"] {
        assert!(html.contains(part), "{part}: {html}");
    }
}

#[test]
fn a_release_stays_and_the_next_table_is_the_draft_of_another() {
    let folder = TempDir::new().unwrap();
    published(folder.path(), &table(1200));
    assert_eq!(release(folder.path(), "grants").unwrap(), "1");
    let same = published(folder.path(), &table(1200));
    assert_eq!(same.drafted, Some(Drafted::Unchanged("1".to_owned())));
    let revised = published(folder.path(), &table(1300));
    assert_eq!(revised.drafted, Some(Drafted::Release("2".to_owned())));
    let (site, cube) = newest(folder.path());
    assert_eq!(site.list.entries().len(), 2);
    assert_eq!(cube.observation(0), Figure::Number(1300.0));
    let first = site.cube(&site.list.entries()[0]).unwrap();
    assert_eq!(first.observation(0), Figure::Number(1200.0));
}

#[test]
fn a_count_of_few_people_is_an_error_until_it_is_said_to_be_safe() {
    let folder = TempDir::new().unwrap();
    let outcome = published(folder.path(), &table(3));
    assert_eq!(outcome.drafted, None);
    let found: Vec<_> = outcome
        .findings
        .sorted()
        .iter()
        .map(|it| (it.kind, it.found.clone(), it.spot.to_string()))
        .collect();
    assert_eq!(
        found[0],
        (
            "small-count",
            "3".to_owned(),
            "Port Amara, Female, 2022".to_owned()
        )
    );
    let settings = folder.path().join("data/grants/grants.toml");
    let safe = "safe = { reason = \"of public offices\", person = \"A. Officer\", date = \"2026-11-29\" }\n";
    fs::write(&settings, safe).unwrap();
    let outcome = published(folder.path(), &table(3));
    assert_eq!(outcome.drafted, Some(Drafted::Release("1".to_owned())));
    let (_, cube) = newest(folder.path());
    let method: Vec<&str> = cube
        .metadata()
        .method
        .iter()
        .map(jangkau::cube::Label::own)
        .collect();
    assert_eq!(
        method,
        ["Small counts: of public offices (A. Officer, 2026-11-29)"]
    );
}

#[test]
fn a_count_below_zero_or_of_a_part_of_a_person_is_an_error() {
    for (figure, shown) in [("-3", "-3"), ("5,5", "5.5")] {
        let folder = TempDir::new().unwrap();
        let outcome = published(
            folder.path(),
            &table(1200).replacen(";1200\n", &format!(";{figure}\n"), 1),
        );
        let found = outcome.findings.sorted()[0].clone();
        assert_eq!((found.kind, &*found.found), ("no-count", shown));
        assert_eq!(outcome.drafted, None);
    }
}

#[test]
fn a_check_of_the_site_says_what_a_reader_would_ask() {
    let folder = TempDir::new().unwrap();
    published(folder.path(), &table(1200));
    let kinds = || {
        let findings = check_site(folder.path()).unwrap();
        let kinds: Vec<&str> = findings.sorted().iter().map(|it| it.kind).collect();
        kinds
    };
    assert_eq!(
        kinds(),
        [
            "no-source",
            "no-licence",
            "no-date",
            "no-contact",
            "period-unsaid"
        ]
    );
    let settings = folder.path().join("data/grants/grants.toml");
    let said = "source = \"Office\"\nlicence = \"CC0 1.0\"\nupdated = \"2026-11-29\"\ncontact = [\"a@office.example\"]\n\
        [dimensions.year]\ndefault = \"latest\"\n";
    fs::write(&settings, said).unwrap();
    published(folder.path(), &table(1200));
    assert_eq!(kinds(), [""; 0]);
    // A second language, a place that the map does not have, a total that its parts miss.
    fs::write(
        folder.path().join("site.toml"),
        "languages = [\"en\", \"id\"]\n",
    )
    .unwrap();
    let abroad = "99;Abroad;Female;2022;700\n99;Abroad;Female;2023;710\n99;Abroad;Male;2022;600\n99;Abroad;Male;2023;620\n";
    let totals = |(code, place, years): (&str, &str, [u32; 2])| {
        format!(
            "{code};{place};Total;2022;{}\n{code};{place};Total;2023;{}\n",
            years[0], years[1]
        )
    };
    let totals: String = [
        ("01", "Port Amara", [2100, 2102]),
        ("02", "Sisoka", [2120, 2122]),
        ("03", "Nova Vila", [2140, 2142]),
        ("04", "Kep", [2160, 2172]),
        ("99", "Abroad", [1300, 1330]),
    ]
    .into_iter()
    .map(totals)
    .collect();
    published(folder.path(), &[&*table(1200), abroad, &totals].concat());
    assert_eq!(
        kinds(),
        [
            "total-missed",
            "place-without-shape",
            "no-translation",
            "total-unsaid"
        ]
    );
}

/// Publishes the table with settings; the cube that comes of it.
fn said(settings: &str, table: &str) -> Result<Cube, String> {
    let folder = TempDir::new().unwrap();
    fs::create_dir_all(folder.path().join("data/grants")).unwrap();
    fs::write(folder.path().join("data/grants/grants.toml"), settings).unwrap();
    fs::write(folder.path().join("grants.csv"), table).unwrap();
    let order = Order::of(vec![folder.path().join("grants.csv")], folder.path());
    let outcome = publish_file(&order).map_err(|error| error.to_string())?;
    let found: Vec<String> = outcome
        .findings
        .sorted()
        .iter()
        .map(ToString::to_string)
        .collect();
    assert!(outcome.drafted.is_some(), "{found:#?}");
    Ok(newest(folder.path()).1)
}

#[test]
fn every_line_of_the_first_settings_is_one_that_is_understood() {
    let folder = TempDir::new().unwrap();
    published(folder.path(), &table(1200));
    let path = folder.path().join("data/grants/grants.toml");
    let text = fs::read_to_string(&path).unwrap();
    for line in [
        "\"Code\" = \"region\"",
        "\"District\" = \"names of Code\"",
        "\"Year\" = \"time\"",
        "\"Persons\" = \"figures\"",
        "decimal = \"point\"",
        "[dimensions.\"sex\"] ",
        "[measures.\"persons\"]",
    ] {
        assert!(text.contains(line), "{line}: {text}");
    }
    let uncommented: Vec<&str> = text
        .lines()
        .skip(3)
        .map(|line| line.strip_prefix("# ").unwrap_or(line))
        .collect();
    fs::write(&path, uncommented.join("\n")).unwrap();
    let settings = jangkau::publish::dataset_settings::DatasetSettings::read(&path).unwrap();
    assert_eq!((settings.small, settings.headline.len()), (Some(4), 1));
    assert!(settings.dimensions["sex"].total.is_some());
    assert_eq!(settings.measures["persons"].multiplier, Some(3));
    assert_eq!(settings.hidden["s"], [1, 9]);
    let site = fs::read_to_string(folder.path().join("site.toml")).unwrap();
    let site: Vec<&str> = site
        .lines()
        .skip(3)
        .map(|line| line.strip_prefix("# ").unwrap_or(line))
        .collect();
    fs::write(folder.path().join("site.toml"), site.join("\n")).unwrap();
    fs::write(folder.path().join("logo.svg"), "<svg/>").unwrap();
    let site = jangkau::publish::site_settings::SiteSettings::read(folder.path()).unwrap();
    assert_eq!(site.name(), "Grants of the ministry");
    assert_eq!(site.languages()[0].code, "en");
    assert!(site.place().unwrap().0.is_some());
}

#[test]
fn dimensions_measures_and_symbols_are_what_the_settings_say() {
    let settings = "title = { en = \"Grants\", fr = \"Bourses\" }\nlang = \"en\"\n\
        noun = { en = [\"grant\", \"grants\"], fr = [\"bourse\", \"bourses\"] }\n\
        headline = [{ dimension = \"sex\", category = \"Female\", phrase = \"were women\" }]\n\
        [dimensions.sex]\nlabel = \"Sex of the holder\"\ndefault = \"Female\"\naggregation = \"none\"\n\
        [dimensions.year]\ndefault = \"latest\"\naggregation = \"sum\"\n\
        [measures.persons]\nunit = \"holders\"\ndecimals = 0\n\
        [hidden]\n\"s\" = [1, 9]\n";
    let text = table(1200).replace(";1211\n", ";s\n");
    let cube = said(settings, &text).unwrap();
    let metadata = cube.metadata();
    assert_eq!(metadata.label.in_lang("fr"), "Bourses");
    assert_eq!(
        metadata.noun.as_ref().unwrap().in_lang("fr").several(),
        "bourses"
    );
    assert_eq!(metadata.headline[0].phrase.own(), "were women");
    let sex = cube.dimension(cube.axis("sex").unwrap().dimension());
    assert_eq!(sex.label().own(), "Sex of the holder");
    assert!(sex.default_category().is_some());
    let measure = cube.with_role(Role::Metric).unwrap();
    let unit = cube
        .dimension(measure)
        .categories()
        .get(jangkau::cube::CatIx(0))
        .unit();
    assert_eq!(unit.unwrap().text(), "holders");
    let hidden = (0..cube.shape().cells())
        .find(|cell| cube.gap(*cell).is_some())
        .unwrap();
    let bounds = jangkau::cube::Interval {
        low: 1.0,
        high: 9.0,
    };
    assert_eq!(
        cube.gap(hidden),
        Some(jangkau::cube::Gap::Suppressed(bounds))
    );
}

#[test]
fn what_does_not_fit_the_table_is_refused_with_what_would() {
    for (settings, part) in [
        (
            "[dimensions.sexes]\ntotal = \"T\"\n",
            "dimensions.sexes: expected one of \"district\", \"sex\", \"year\"",
        ),
        (
            "[dimensions.sex]\ntotal = \"T\"\n",
            "dimensions.sex.total: expected one of \"Female\", \"Male\"",
        ),
        (
            "[measures.people]\nunit = \"x\"\n",
            "measures.people: expected one of \"persons\"",
        ),
        (
            "[hidden]\n\"s\" = [9, 1]\n",
            "hidden.\"s\": expected [the least, the greatest]",
        ),
    ] {
        let error = said(settings, &table(1200)).unwrap_err();
        assert!(
            error.contains(part) && error.contains("data/grants/grants.toml"),
            "{error}"
        );
    }
}

#[test]
fn small_counts_of_things_are_no_error() {
    let few = table(3);
    let settings = "[measures.persons]\npeople = false\n";
    let cube = said(settings, &few).unwrap();
    assert_eq!(cube.observation(0), Figure::Number(3.0));
}

#[test]
fn a_folder_of_a_file_a_year_is_one_dataset() {
    let folder = tempfile::tempdir().unwrap();
    let parts = folder.path().join("Grants by year");
    fs::create_dir(&parts).unwrap();
    for year in [2021, 2022] {
        let rows = format!(
            "District,Persons\nKep,{}\nSisoka,{}\n",
            year + 1000,
            year + 3000
        );
        fs::write(parts.join(format!("{year}.csv")), rows).unwrap();
    }
    let order = |files: Vec<std::path::PathBuf>| Order::of(files, folder.path());
    let outcome = publish_file(&order(vec![parts.clone()])).unwrap();
    assert_eq!(outcome.id, "grants-by-year");
    assert_eq!(
        outcome.account[0],
        (
            "read",
            "Grants by year: 2 files, 4 rows; commas, decimal point, UTF-8".to_owned()
        )
    );
    assert_eq!(outcome.drafted, Some(Drafted::Release("1".to_owned())));
    let kept = folder.path().join("data/grants-by-year/sources");
    assert_eq!(fs::read_dir(kept).unwrap().count(), 2);
    let (_, cube) = newest(folder.path());
    assert_eq!(cube.shape().sizes(), [2, 2, 1]);
    let periods = cube.with_role(Role::Time).unwrap();
    assert_eq!(cube.dimension(periods).label().own(), "Period");
    // Named one by one they are the same.
    let files = [2022, 2021].map(|year| parts.join(format!("{year}.csv")));
    let outcome = publish_file(&order(files.to_vec())).unwrap();
    assert_eq!(outcome.id, "grants-by-year");
    assert_eq!(outcome.findings.sorted().len(), 1);
}

#[test]
fn a_data_package_is_published_with_what_it_says() {
    let folder = tempfile::tempdir().unwrap();
    let package = folder.path().join("package");
    fs::create_dir_all(package.join("data")).unwrap();
    fs::write(
        package.join("data/grants.csv"),
        "area;persons\nKep;1.234\nSisoka;62.500\n",
    )
    .unwrap();
    let said = r#"{"name": "grants-of-areas", "title": "Grants", "licenses": [{"name": "CC0-1.0"}],
        "resources": [{"name": "grants", "path": "data/grants.csv", "dialect": {"delimiter": ";"}, "schema": {"fields": [
            {"name": "area", "type": "string"}, {"name": "persons", "type": "integer", "groupChar": "."}
        ]}}]}"#;
    fs::write(package.join("datapackage.json"), said).unwrap();
    let order = Order::of(vec![package], folder.path());
    let outcome = publish_file(&order).unwrap();
    assert_eq!(
        (&*outcome.id, outcome.drafted),
        ("grants-of-areas", Some(Drafted::Release("1".to_owned())))
    );
    let kept = folder.path().join("data/grants-of-areas/sources");
    assert!(kept.join("datapackage.json").is_file() && kept.join("data/grants.csv").is_file());
    let (_, cube) = newest(folder.path());
    assert_eq!(
        (cube.values().get(0), cube.values().get(1)),
        (1234.0, 62_500.0)
    );
    let metadata = cube.metadata();
    assert_eq!(
        (
            metadata.label.own(),
            metadata.licence.as_ref().unwrap().own()
        ),
        ("Grants", "CC0-1.0")
    );
}

#[test]
fn what_is_no_table_is_named_with_its_remedy() {
    let folder = tempfile::tempdir().unwrap();
    let page = folder.path().join("grants.xls");
    fs::write(&page, "<html><table><tr><td>North<td>62</table>").unwrap();
    let order = Order::of(vec![page], folder.path());
    let outcome = publish_file(&order).unwrap();
    assert_eq!(
        outcome.findings.sorted()[0].to_string(),
        "grants.xls: found an HTML page, expected a table: CSV, XLSX, XLS, ODS, JSON-stat, PX, SDMX-CSV, or \
         datapackage.json with its CSV; if it has a table, open it in a spreadsheet and save it as XLSX; a page to \
         sign in is no data"
    );
}

#[test]
fn more_cells_than_a_browser_can_hold_are_an_error_with_the_way_out() {
    let folder = TempDir::new().unwrap();
    // Each row in a district and an office of its own: 2,300 times 2,300 cells.
    let rows = (1000..3300).map(|at| format!("D{at};Office {at};{}\n", 10 + at));
    let text = format!("District;Office;Persons\n{}", rows.collect::<String>());
    fs::write(folder.path().join("grants.csv"), text).unwrap();
    let order = Order::of(vec![folder.path().join("grants.csv")], folder.path());
    let settings = "[columns]\nDistrict = \"region\"\nOffice = \"dimension\"\n";
    fs::create_dir_all(folder.path().join("data/grants")).unwrap();
    fs::write(folder.path().join("data/grants/grants.toml"), settings).unwrap();
    let outcome = publish_file(&order).unwrap();
    let first = outcome.findings.sorted()[0].to_string();
    assert_eq!(
        first,
        "grants.csv: found 5290000 cells, expected at most 5000000, which a browser can hold; coarsen the table \
         (fewer periods, bands or places), or make one dataset a region"
    );
    assert_eq!(outcome.drafted, None);
}

#[test]
fn yes_answers_what_is_sure_and_nothing_else() {
    let order = |folder: &Path, table: &str, accepts_sure: bool| {
        fs::write(folder.join("grants.csv"), table).unwrap();
        let order = Order {
            accepts_sure,
            ..Order::of(vec![folder.join("grants.csv")], folder)
        };
        publish_file(&order).unwrap()
    };
    let bands =
        "Area;Age;Persons\nNorth;0-4;120\nNorth;9-May;130\nNorth;14-Oct;140\nNorth;15+;900\n";
    let folder = TempDir::new().unwrap();
    assert!(order(folder.path(), bands, false).drafted.is_none());
    // What was written without is obeyed; here it says nothing.
    assert!(order(folder.path(), bands, true).drafted.is_some());
    let folder = TempDir::new().unwrap();
    assert!(order(folder.path(), bands, true).drafted.is_some());
    let (_, cube) = newest(folder.path());
    let age = cube
        .dimensions()
        .iter()
        .find(|it| it.id().as_str() == "age");
    let categories = age.unwrap().categories().iter();
    let codes: Vec<&str> = categories.map(|(_, it)| it.code().as_str()).collect();
    assert_eq!(codes, ["0-4", "5-9", "10-14", "15+"]);
    // The settings say so from now on.
    assert!(order(folder.path(), bands, false).drafted.is_some());
    let blank = bands.replace("North;15+", ";15+");
    let outcome = order(TempDir::new().unwrap().path(), &blank, true);
    assert_eq!(outcome.findings.sorted()[0].kind, "blank-category");
    assert!(outcome.drafted.is_none());
}
