//! What a reader takes along: files and citations.

use std::path::Path;

use serde_json::{Value, json};

use super::access::AXE;
use super::{Visit, opened, total_of, visit};
use crate::support::Name;
use jangkau::cube::{Figure, Selection, linked};
use jangkau::formats::Limits;
use jangkau::formats::json_stat::cube_from_bytes;
use jangkau::publish::query::{Form, answer};

/// Opens the dialog; what it saves goes into a folder of the test.
#[track_caller]
fn at(link: &str, folder: &Path) -> Visit {
    let visit = visit(link);
    let target = visit.call("Target.getTargetInfo", json!({}));
    let allowed = json!({
        "behavior": "allow", "downloadPath": folder,
        "browserContextId": target["targetInfo"]["browserContextId"],
    });
    visit.call("Browser.setDownloadBehavior", allowed);
    let name = if link.starts_with("id/") {
        "Unduh & kutip"
    } else {
        "Download & cite"
    };
    visit.role("button", name).click();
    visit
}

/// Saves a file by its button; its bytes once they are all there.
#[track_caller]
fn saved(visit: &Visit, folder: &Path, button: &str, file: &str) -> Vec<u8> {
    visit.role("button", button).click();
    visit.wait_for_text(&format!("{file} saved"));
    visit.wait_until(&format!("the file {file}"), || {
        std::fs::read(folder.join(file)).ok()
    })
}

#[test]
fn the_files_of_a_view_hold_its_figures() {
    let folder = tempfile::tempdir().unwrap();
    let link = "en/prakerja/province-2020/32/?sex=F&year=2021..2023";
    let visit = at(link, folder.path());
    let name = |ending: &str| format!("en-prakerja-province-2020-32-year-2021-2023-sex-F.{ending}");

    let csv = saved(&visit, folder.path(), "Table (CSV)", &name("csv"));
    let opened = opened(link);
    let printed = answer(&opened, link, None, Form::Csv).unwrap().text;
    assert_eq!(String::from_utf8(csv).unwrap(), printed);

    let cube = saved(&visit, folder.path(), "Cube (JSON-stat 2.0)", &name("json"));
    let cube = cube_from_bytes(&cube, &Limits::PAGE).unwrap();
    let total = linked(&cube, &Selection::all()).total();
    #[allow(clippy::cast_precision_loss, reason = "far below 2^53")]
    let expected = Figure::Number(total_of(link) as f64);
    assert_eq!(total, expected);
    assert_eq!(cube.shape().sizes(), [3, 27, 1, 5, 5, 2, 2]);

    let svg = saved(&visit, folder.path(), "Picture (SVG)", &name("svg"));
    let svg = String::from_utf8(svg).unwrap();
    for told in [
        "Participants who are women by Regencies and cities, 2021-2023",
        "Source: ",
        "release=1",
    ] {
        assert!(svg.contains(told), "{told}");
    }
    let png = saved(&visit, folder.path(), "Picture (PNG)", &name("png"));
    assert!(png.starts_with(b"\x89PNG\r\n\x1a\n"));
    let side = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().unwrap());
    assert_eq!(side(16), 2400);
    assert!(side(20) > 1200);
    visit.expect_no_policy_complaint();
}

#[test]
fn the_whole_is_there_as_it_was_published() {
    let folder = tempfile::tempdir().unwrap();
    let visit = at("en/prakerja/?sex=F", folder.path());
    for (name, file) in [
        ("Cube (JSON-stat 2.0)", "prakerja-1.json"),
        ("Totals of every region as CSV", "regions.csv"),
    ] {
        let dialog = visit.role("dialog", "Download and cite this view");
        let href = dialog.script(&format!(
            "return [...this.querySelectorAll('a')].find((it) => it.textContent === {name:?}).href"
        ));
        let length = visit.evaluate(&format!(
            "fetch({href}).then((it) => it.arrayBuffer()).then((it) => it.byteLength)"
        ));
        let published = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("public/data/prakerja")
            .join(file);
        assert_eq!(
            length.as_u64(),
            Some(std::fs::metadata(published).unwrap().len()),
            "{file}"
        );
    }
}

#[test]
fn the_picture_of_the_trend_is_its_lines() {
    let folder = tempfile::tempdir().unwrap();
    let visit = at("en/prakerja/3273/?sex=F&tab=trend", folder.path());
    let file = "en-prakerja-3273-sex-F-tab-trend.svg";
    let svg = saved(&visit, folder.path(), "Picture (SVG)", file);
    let svg = String::from_utf8(svg).unwrap();
    let year = super::grouped(total_of("en/prakerja/3273/?sex=F&year=2021"), ',');
    let title = "Participants who are women, Kota Bandung: over time (Count)";
    for told in [title, &year, "Source: ", "release=1"] {
        assert!(svg.contains(told), "{told}");
    }
    assert!(!svg.contains("geoBoundaries"), "no boundaries are drawn");
    let png = file.replace("svg", "png");
    let png = saved(&visit, folder.path(), "Picture (PNG)", &png);
    assert!(png.starts_with(b"\x89PNG\r\n\x1a\n"));
}

#[test]
fn every_cell_is_a_row_of_one_table() {
    let folder = tempfile::tempdir().unwrap();
    // The filters of the view are not those of the whole.
    let visit = at("en/prakerja/3273/?sex=F", folder.path());
    let file = "en-prakerja-release-1.csv";
    let csv = saved(&visit, folder.path(), "Every cell (CSV)", file);
    let mut rows = csv::Reader::from_reader(&*csv);
    let heads = rows.headers().unwrap().clone();
    assert_eq!(
        heads.iter().take(4).collect::<Vec<_>>(),
        ["year", "year_label", "region", "region_label"]
    );
    assert_eq!(
        heads.iter().rev().take(2).collect::<Vec<_>>(),
        ["status", "value"]
    );
    let (mut count, mut total, mut women) = (0_usize, 0_u64, 0_u64);
    for row in rows.records() {
        let row = row.unwrap();
        let value: u64 = row[heads.len() - 2].parse().unwrap();
        count += 1;
        total += value;
        if &row[2] == "3273" && &row[4] == "F" {
            women += value;
        }
    }
    assert_eq!((count, total), (4 * 514 * 2 * 5 * 5 * 2 * 2, 17_500_000));
    assert_eq!(women, total_of("en/prakerja/3273/?sex=F"));
    // The same bytes as the command prints.
    let link = "en/prakerja/?release=1";
    let printed = answer(&opened(link), link, None, Form::Cells).unwrap().text;
    assert!(printed.as_bytes() == csv, "the page and the command differ");
    visit.expect_no_policy_complaint();
}

#[test]
fn a_citation_names_sentence_release_link_and_day_in_the_language_of_the_page() {
    let folder = tempfile::tempdir().unwrap();
    for (lang, [short, long], [release, accessed]) in [
        (
            "id",
            ["Pendek", "Lengkap"],
            ["Rilis 1, 2026-11-24", "Diakses"],
        ),
        (
            "en",
            ["Short", "Long"],
            ["Release 1, 2026-11-24", "Accessed"],
        ),
    ] {
        let visit = at(
            &format!("{lang}/prakerja/3273/?sex=F#ui=full"),
            folder.path(),
        );
        let link = visit.host.url(&format!(
            "{lang}/prakerja/3273/?sex=F&level=region&as=count&release=1"
        ));
        let text = |name: &str| {
            visit.wait_until(&format!("the citation {name}"), || {
                let value = visit.role("textbox", name).value();
                (!value.is_empty()).then_some(value)
            })
        };
        let today = visit.evaluate("(() => { const now = new Date(); return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((it) => String(it).padStart(2, '0')).join('-') })()");
        let today = format!("{accessed} {}", today.as_str().unwrap());
        assert!(
            text(short).contains(&format!("{release}. {link}")),
            "{}",
            text(short)
        );
        let figure = if lang == "id" {
            "92.486 peserta"
        } else {
            "92,486 participants"
        };
        for part in [figure, release, &link, &today] {
            assert!(text(long).contains(part), "{part} in {}", text(long));
        }
        let entry = text("BibTeX");
        assert!(
            entry.starts_with("@misc{prakerja1,\n") && entry.contains(&format!("url = {{{link}}}")),
            "{entry}"
        );
        visit.evaluate("navigator.clipboard.writeText = async (text) => { window.copied = text }");
        let copy = if lang == "id" {
            "Salin (BibTeX)"
        } else {
            "Copy (BibTeX)"
        };
        visit.role("button", copy).click();
        visit.wait_for_text(if lang == "id" {
            "Kutipan disalin"
        } else {
            "Citation copied"
        });
        assert_eq!(visit.evaluate("window.copied"), entry);
    }
}

#[test]
fn a_file_that_cannot_be_made_says_why() {
    let folder = tempfile::tempdir().unwrap();
    let visit = visit("en/prakerja/");
    visit
        .host
        .fail("api_bg.wasm", crate::support::Fault::Status(404));
    visit.role("button", "Download & cite").click();
    visit.role("button", "Table (CSV)").click();
    visit.wait_for_text("The file could not be made: api_bg.wasm did not come");
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
}

#[test]
fn the_dialog_fits_every_window_and_axe_finds_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let visit = at("en/water/n1/", folder.path());
    visit.role("textbox", "BibTeX");
    for width_px in [320, 768, 1440] {
        visit.set_window(width_px, 720);
        visit.wait_for(&format!("innerWidth === {width_px}"));
        let out = "(() => { const dialog = document.querySelector('dialog'), box = dialog.getBoundingClientRect();
          return dialog.scrollWidth > dialog.clientWidth || box.left < 0 || box.right > innerWidth })()";
        assert_eq!(visit.evaluate(out), false, "{width_px} px");
    }
    visit.evaluate(AXE);
    let run = "axe.run(document.querySelector('dialog'), { resultTypes: ['violations'],
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
      .then(({ violations, passes }) => passes.length > 10 ? violations.map(({ id, nodes }) => `${id} ${nodes[0].html}`).join() : 'nothing checked')";
    assert_eq!(visit.evaluate(run), Value::from(""));
    visit.press("Escape");
    visit.wait_for_none("dialog", Name::Any);
}

#[test]
fn a_data_package_names_every_file_with_its_size_and_hash() {
    let site = crate::support::shipped_site();
    let folder = site.join("data/prakerja");
    let package = std::fs::read(folder.join("datapackage.json")).unwrap();
    let package: Value = serde_json::from_slice(&package).unwrap();
    assert_eq!(
        (&package["name"], &package["version"]),
        (&json!("prakerja"), &json!("1"))
    );
    assert!(package["sources"].as_array().unwrap().len() > 20);
    let resources = package["resources"].as_array().unwrap();
    assert_eq!(resources.len(), 4);
    for resource in resources {
        let bytes = std::fs::read(folder.join(resource["path"].as_str().unwrap())).unwrap();
        assert_eq!(resource["bytes"].as_u64(), Some(bytes.len() as u64));
        let hash = format!("sha256:{}", jangkau::publish::tree::hex_sha256(&bytes));
        assert_eq!(resource["hash"], json!(hash));
    }
}

#[test]
fn catalogues_find_the_dataset_in_its_landing_pages_alone() {
    let site = crate::support::shipped_site();
    let about = |path: &str| -> Option<Value> {
        let page = std::fs::read_to_string(site.join(path)).unwrap();
        let text = page.split("<script type=\"application/ld+json\">").nth(1)?;
        serde_json::from_str(text.split("</script>").next()?).ok()
    };
    let english = about("en/prakerja/index.html").expect("a dataset");
    assert_eq!(english["@type"], "Dataset");
    assert_eq!(english["temporalCoverage"], "2020/2023");
    assert_eq!(
        english["name"],
        "Kartu Prakerja participants, 2020–2023 (model)"
    );
    assert!(
        english["description"]
            .as_str()
            .unwrap()
            .starts_with("17,500,000 participants")
    );
    for file in english["distribution"].as_array().unwrap() {
        let path = file["contentUrl"].as_str().unwrap();
        let path = path.strip_prefix(crate::support::SUB_PATH).unwrap();
        assert!(site.join(path).is_file(), "{path}");
    }
    assert!(about("id/prakerja/index.html").is_some());
    assert!(about("en/prakerja/3273/index.html").is_none());
}
