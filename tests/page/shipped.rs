//! The shipped site: figures that were published, and what only its hundreds of places and hundred
//! thousands of cells can show.

use std::path::Path;
use std::time::Duration;

use jangkau::publish::query::{Form, answer};
use jangkau::publish::serve::Server;
use serde_json::Value;

use super::access::faults;
use super::facts::{figure, rows};
use super::filters::click;
use super::looks::wider_than_the_window;
use super::partner::{Guest, partner_page};
use super::table::{name, sort};
use super::takeaway::{at, saved};
use super::{cells, digits, headline, opened, queried, says, table, total_of, visit};
use crate::support::{Name, Scheme, shipped_site_at_root};

#[track_caller]
fn check_landing(lang: &str, sentence: &str, title: &str) {
    let visit = visit(&format!("{lang}/prakerja/"));
    let told = [headline(&visit), super::shares(&visit)].join("; ");
    assert_eq!(told, sentence);
    assert_eq!(visit.title(), title);
    assert_eq!(visit.evaluate("document.documentElement.lang"), lang);
    visit.expect_no_complaint();
}

#[test]
fn the_sentence_names_who_was_reached_where_and_when() {
    check_landing(
        "id",
        "17.500.000 peserta di 514 kabupaten/kota, 2020–2023; −81% dari 2020 ke 2023; 86% belum \
         pernah mengikuti pelatihan; 3% penyandang disabilitas; 2% dari kabupaten tertinggal",
        "Indonesia – Peserta Kartu Prakerja 2020–2023 (model) – Jangkau",
    );
    check_landing(
        "en",
        "17,500,000 participants in 514 regencies and cities, 2020–2023; −81% from 2020 to 2023; \
         86% had never been trained before; 3% with a disability; 2% from a kabupaten tertinggal (disadvantaged \
         regency)",
        "Indonesia – Kartu Prakerja participants, 2020–2023 (model) – Jangkau",
    );
}

#[test]
fn a_sample_of_the_links_ever_issued_opens_with_its_total() {
    let links = include_str!("../data/links.tsv").lines();
    let links = links.filter(|line| !line.starts_with('#'));
    let first = visit("id/prakerja/");
    let mut opened = 0;
    for line in links.step_by(7) {
        let cells: Vec<&str> = line.split('\t').collect();
        let (link, total) = (cells[0].trim_start_matches('/'), cells[1]);
        // An embed has no filters to wait for, and the method no new figure; of another quantity the
        // headline says that.
        let Ok(total) = total.parse::<u64>() else {
            continue;
        };
        let has_quantity = ["as=share", "as=rate", "as=index", "as=of:"]
            .iter()
            .any(|it| link.contains(it));
        let is_left_out = has_quantity || link.contains("ui=") || link.contains("//");
        if is_left_out || !link.contains("prakerja/") {
            continue;
        }
        first.follow(link);
        first.wait_until(&format!("{total} at {link}"), || {
            says(&headline(&first), total).then_some(())
        });
        opened += 1;
    }
    assert!(opened >= 20, "{opened} links");
}

#[test]
fn the_table_lists_every_region_with_the_figures_of_the_command() {
    for link in [
        "id/prakerja/?tab=table&level=region",
        "id/prakerja/?tab=table&level=region&sex=F&age=18-25~26-35&year=2021..2022",
        "id/prakerja/?tab=table&tertinggal=yes",
    ] {
        let visit = visit(link);
        let rows = cells(&table(&visit, "menurut Kab"));
        let told = queried(link, Some("region"));
        let told = told["rows"].as_array().unwrap();
        assert_eq!(rows.len(), told.len(), "{link}");
        for row in &rows {
            let same = told
                .iter()
                .find(|it| it["code"] == row[0].as_str())
                .unwrap();
            assert_eq!(
                same["value"].as_u64(),
                Some(digits(&row[3])),
                "{link}: {row:?}"
            );
            assert_eq!(same["label"].as_str(), Some(name(row)));
        }
        let total = total_of(link);
        assert_eq!(rows.iter().map(|row| digits(&row[3])).sum::<u64>(), total);
        let headline = headline(&visit);
        assert!(says(&headline, total), "{total}: {headline}");
    }
    let visit = visit("id/prakerja/?tab=table&level=region");
    assert_eq!(cells(&table(&visit, "menurut")).len(), 514);
    // All of them are there for those who hear the table, with its total.
    assert_eq!(visit.all("rowheader", Name::Any).len(), 515);
}

#[test]
fn a_change_between_two_years_is_a_column_that_sorts() {
    let visit = visit("id/prakerja/?tab=table&from=2020&year=2022");
    visit.role("columnheader", Name::starts_with("2020 → 2022"));
    let rows = sort(&visit, "2020 → 2022", "descending");
    visit.wait_for_link("id/prakerja/?year=2022&from=2020&tab=table&sort=-change");
    let by = |year: &str| {
        let told = queried(&format!("id/prakerja/?year={year}"), Some("province-2020"));
        told["rows"].as_array().unwrap().clone()
    };
    let [before, after] = ["2020", "2022"].map(by);
    #[allow(clippy::cast_precision_loss, reason = "far below 2^53")]
    let change = |code: &str| {
        let [before, after] = [&before, &after].map(|rows| {
            let same = rows.iter().find(|it| it["code"] == code);
            same.and_then(|it| it["value"].as_u64()).unwrap() as f64
        });
        (after - before) / before * 100.0
    };
    let changes: Vec<f64> = rows.iter().map(|row| change(&row[0])).collect();
    assert!(changes.is_sorted_by(|one, next| one >= next), "{changes:?}");
    for (row, change) in rows.iter().zip(changes) {
        let told = row
            .last()
            .unwrap()
            .trim_end_matches('%')
            .replace(',', ".")
            .replace('−', "-");
        let told: f64 = told.trim_start_matches('+').parse().unwrap();
        assert!((told - change).abs() <= 0.5, "{row:?}: {change}");
    }
    visit.expect_no_complaint();
}

#[test]
fn a_long_chart_opens_and_filters() {
    let visit = visit("id/prakerja/");
    let province = Name::starts_with("Provinsi (34");
    visit.role("DisclosureTriangle", "Di mana").click();
    visit.role("DisclosureTriangle", province).click();
    click(
        &visit,
        "Jawa Barat",
        "id/prakerja/?province-2020=32",
        "2.689.328 peserta",
    );
    assert!(
        headline(&visit).contains("di Jawa Barat"),
        "{}",
        headline(&visit)
    );
}

/// Prints what each query takes from the key to the list; the limit guards against a hang alone.
#[test]
fn the_list_follows_a_key_without_a_hang() {
    let visit = visit("id/prakerja/");
    let field = visit.role("combobox", "Cari tempat");
    field.click();
    // The list comes when the field has the focus.
    visit.wait_for("document.querySelector('.find [role=listbox]') !== null");
    let times = field.script(
        "const list = document.getElementById(this.getAttribute('aria-controls'));
         return (async () => {
           const times = [];
           for (const query of ['b', 'bandng', 'kota bandung', '3273', 'jawa barat', 'zzxqy', 'kepulauan', 'pap']) {
             const start = performance.now();
             this.value = query;
             this.dispatchEvent(new InputEvent('input', { bubbles: true }));
             await new Promise((done) => setTimeout(done));
             list.getBoundingClientRect();
             times.push(`${query}: ${(performance.now() - start).toFixed(1)} ms`);
           }
           window.searched = times;
         })() && true",
    );
    assert_eq!(times, true);
    visit.wait_for("window.searched?.length === 8");
    let times = visit.evaluate("window.searched");
    println!("search: {times}");
    for time in times.as_array().unwrap() {
        let ms = time.as_str().unwrap().rsplit(": ").next().unwrap();
        let ms: f64 = ms.trim_end_matches(" ms").parse().unwrap();
        assert!(ms < 2000.0, "{time}");
    }
}

/// With hundreds of places: the list of places and a long chart open.
#[track_caller]
fn check_with_hundreds_of_places(lang: &str, scheme: Scheme) {
    let visit = visit(&format!("{lang}/prakerja/province-2020/32/"));
    visit.set_scheme(scheme);
    visit.all("DisclosureTriangle", Name::Any)[0].click();
    visit
        .role(
            "combobox",
            if lang == "id" {
                "Cari tempat"
            } else {
                "Find a place"
            },
        )
        .fill("bandung");
    visit.role("option", Name::contains(" · "));
    let faults = faults(&visit);
    assert!(faults.is_empty(), "{lang} {scheme:?} open: {faults:#?}");
}

#[test]
fn axe_finds_nothing_among_hundreds_of_places() {
    check_with_hundreds_of_places("id", Scheme::Light);
    check_with_hundreds_of_places("en", Scheme::Dark);
}

/// Names and numbers are longer than those of the made country.
#[test]
fn long_names_and_numbers_fit_a_narrow_window() {
    let visit = visit("id/prakerja/");
    visit.set_window(320, 800);
    for view in [
        "prakerja/3273/?tab=trend&geo=7171~province-2020:32&from=2020",
        "prakerja/?tab=table&cols=education&from=2020",
        "prakerja/3578/?tab=facts",
        "prakerja/3273/?sex=F&foo=1&year=2021..2023",
        "prakerja/9128/?tab=about",
    ] {
        for lang in ["id", "en"] {
            visit.follow(&format!("{lang}/{view}"));
            assert_eq!(wider_than_the_window(&visit), "", "{lang}/{view}");
        }
    }
}

/// How many figures the file of the sources has.
fn published() -> usize {
    let file =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("public/data/prakerja/sources/figures.csv");
    let mut rows = csv::Reader::from_path(file).unwrap();
    rows.records().map(Result::unwrap).count()
}

#[test]
fn anyone_can_check_the_four_figures_of_the_programme() {
    let visit = visit("en/prakerja/?tab=facts");
    visit.role("heading", "Every figure that was ever published");
    visit.wait_for_text("695 rows");
    let rows = rows(&visit);
    assert_eq!(rows.len(), published());
    for (about, published, model, distance) in [
        (
            "Recipients trained: total",
            "17,500,000 persons",
            "17,500,000",
            "0",
        ),
        (
            "Prior training: never trained before",
            "86%",
            "86%",
            "0 points",
        ),
        (
            "Disability: people with a disability",
            "3%",
            "3%",
            "0 points",
        ),
        (
            "Region type: kabupaten tertinggal (disadvantaged regencies)",
            "2%",
            "2%",
            "0 points",
        ),
    ] {
        let row = figure(&rows, &format!("{about} Indonesia · 2020–2023"));
        assert!(row[1].starts_with(published), "{row:?}");
        assert_eq!([&*row[2], &row[3]], [model, distance], "{about}");
    }
    // What sources do not agree on stands side by side.
    let differs = visit.evaluate("document.querySelectorAll('.facts tbody .differs').length");
    assert!(differs.as_u64().unwrap() > 10, "{differs}");
    // What another programme published has no number of this model beside it.
    let other = figure(&rows, "Registered: total Cambodia");
    assert_eq!([&*other[2], &other[3]], ["", ""]);
    // The nation first, then provinces and regions.
    let places: Vec<bool> = rows
        .iter()
        .map(|row| row[0].contains(" Indonesia · "))
        .collect();
    assert!(places.is_sorted_by(|one, next| one >= next));
    visit.expect_no_complaint();
}

#[test]
fn every_cell_is_a_row_of_one_table() {
    let folder = tempfile::tempdir().unwrap();
    // The filters of the view are not those of the whole.
    let visit = at("en/prakerja/3273/?sex=F", folder.path());
    let file = "en-prakerja-release-3.csv";
    let csv = saved(&visit, folder.path(), "Every cell (CSV)", file);
    let mut rows = csv::Reader::from_reader(&*csv);
    let heads = rows.headers().unwrap().clone();
    assert_eq!(
        heads.iter().take(4).collect::<Vec<_>>(),
        ["year", "year_label", "region", "region_label"]
    );
    assert_eq!(
        heads.iter().rev().take(3).collect::<Vec<_>>(),
        ["basis", "status", "value"]
    );
    let (mut count, mut total, mut women) = (0_usize, 0_u64, 0_u64);
    for row in rows.records() {
        let row = row.unwrap();
        let value: u64 = row[heads.len() - 3].parse().unwrap();
        count += 1;
        total += value;
        if &row[2] == "3273" && &row[4] == "F" {
            women += value;
        }
    }
    assert_eq!((count, total), (4 * 514 * 2 * 5 * 5 * 2 * 2, 17_500_000));
    assert_eq!(women, total_of("en/prakerja/3273/?sex=F"));
    // The same bytes as the command prints.
    let link = "en/prakerja/?release=3";
    let printed = answer(&opened(link), link, None, Form::Cells).unwrap().text;
    assert!(printed.as_bytes() == csv, "the page and the command differ");
    visit.expect_no_policy_complaint();
}

/// The blocks of HTML in the README.
fn examples() -> Vec<String> {
    let readme = include_str!("../../README.md");
    let blocks = readme.split("```html\n").skip(1);
    blocks
        .map(|rest| rest.split("```").next().unwrap_or_default().to_owned())
        .collect()
}

#[test]
fn an_embed_written_by_following_the_readme_shows_its_view() {
    let examples = examples();
    assert_eq!(examples.len(), 3);
    let server = Server::start(shipped_site_at_root(), 0).unwrap();
    let site = format!("http://{}/", server.address());
    for (at, example) in examples.iter().enumerate() {
        let body = example.replace("https://HOST/", &site);
        let mut guest = Guest::at(&partner_page(&format!("readme-{at}.html"), &body));
        guest.0.set_patience(Duration::from_secs(20));
        if example.contains("open(") {
            guest.wait_for(
                "document.querySelector('output').textContent.startsWith('about 92,000 ')",
            );
        } else {
            guest.wait_in_frame(
                "3273",
                "document.querySelector('h1').textContent.match(/^(about 92,000|sekitar 92.000) /) !== null",
            );
        }
    }
}

#[test]
fn a_data_package_names_every_file_with_its_size_and_hash() {
    let site = crate::support::shipped_site();
    let folder = site.join("data/prakerja");
    let package = std::fs::read(folder.join("datapackage.json")).unwrap();
    let package: Value = serde_json::from_slice(&package).unwrap();
    assert!(package["sources"].as_array().unwrap().len() > 20);
    let resources = package["resources"].as_array().unwrap();
    assert_eq!(resources.len(), 4);
    for resource in resources {
        let file = folder.join(resource["path"].as_str().unwrap());
        let length = std::fs::metadata(file).unwrap().len();
        assert_eq!(resource["bytes"].as_u64(), Some(length));
    }
}
