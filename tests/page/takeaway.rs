//! What a reader takes along: files and citations.

use std::io::Cursor;
use std::path::Path;

use calamine::{Reader, Xlsx};
use serde_json::{Value, json};

use super::access::AXE;
use super::{Visit, opened, visit};
use crate::support::made::data_folder;
use crate::support::{Fault, Host, Name, Page};
use jangkau::cube::{Figure, Selection, linked};
use jangkau::formats::Limits;
use jangkau::formats::json_stat::cube_from_bytes;
use jangkau::spreadsheet::{Sheet, csv_of_sheet, excel_csv_of_sheet};
use jangkau::view_state::{
    LinkParts, Site, pinned_link_from_state, resolve, state_from_link, without_looks,
};
use jangkau::words::{LANGUAGE_CODES, messages};

/// Opens a link; what is saved goes into a folder of the test.
#[track_caller]
fn saves_into(link: &str, folder: &Path) -> Visit {
    let visit = visit(link);
    let target = visit.call("Target.getTargetInfo", json!({}));
    let allowed = json!({
        "behavior": "allow", "downloadPath": folder,
        "browserContextId": target["targetInfo"]["browserContextId"],
    });
    visit.call("Browser.setDownloadBehavior", allowed);
    visit
}

/// Opens the dialog; what it saves goes into a folder of the test.
#[track_caller]
pub(super) fn at(link: &str, folder: &Path) -> Visit {
    let visit = saves_into(link, folder);
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
pub(super) fn saved(visit: &Visit, folder: &Path, button: &str, file: &str) -> Vec<u8> {
    visit.role("button", button).click();
    visit.wait_for_text(&format!("{file} saved"));
    // A browser writes it bit by bit.
    let mut before = None;
    visit.wait_until(&format!("the file {file}"), || {
        let now = std::fs::read(folder.join(file))
            .ok()
            .filter(|bytes| !bytes.is_empty());
        let is_whole = now.is_some() && now == before;
        before = now;
        before.clone().filter(|_| is_whole)
    })
}

#[test]
fn the_files_of_a_view_hold_its_figures() {
    let folder = tempfile::tempdir().unwrap();
    let link = "en/water/district/north/?source=piped&period=2020..2022";
    let visit = at(link, folder.path());
    let name =
        |ending: &str| format!("en-water-district-north-period-2020-2022-source-piped.{ending}");

    let csv = saved(&visit, folder.path(), "Table (CSV)", &name("csv"));
    let sheet = sheet(&visit, link);
    assert_eq!(String::from_utf8(csv).unwrap(), csv_of_sheet(&sheet));

    let cube = saved(
        &visit,
        folder.path(),
        "Dataset (JSON-stat 2.0)",
        &name("json"),
    );
    let cube = cube_from_bytes(&cube, &Limits::PAGE).unwrap();
    let total = linked(&cube, &Selection::all()).total();
    // (12 x 8 + 18 x 5) x (2 + 3 + 4) x 10.
    assert_eq!(total, Figure::Number(16_740.0));
    assert_eq!(cube.shape().sizes(), [5, 3, 1, 2]);

    let svg = saved(&visit, folder.path(), "Picture (SVG)", &name("svg"));
    let svg = String::from_utf8(svg).unwrap();
    for told in [
        "Households with piped water by Communes, 2020–2022",
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

/// What the files of the table of a link hold.
fn sheet(visit: &Visit, link: &str) -> Sheet {
    let opened = opened(link);
    let (cube, site) = (
        &opened.cube,
        Site {
            langs: &LANGUAGE_CODES,
        },
    );
    let (state, _) = state_from_link(&LinkParts::new(link), site, &opened.id, cube);
    let address = visit
        .host
        .url(without_looks(&pinned_link_from_state(&state, cube)));
    Sheet::of(
        cube,
        &resolve(&state, cube),
        messages(state.lang()),
        &address,
    )
    .unwrap()
}

#[test]
fn the_foot_of_the_table_gives_it_as_it_is_shown() {
    let folder = tempfile::tempdir().unwrap();
    let link = "en/water/n1/?tab=table&rows=source&cols=tenure&sort=name";
    let visit = saves_into(link, folder.path());
    let name = "en-water-n1-tab-table-rows-source-cols-tenure-sort-name";
    let sheet = sheet(&visit, link);
    let file = |button: &str, ending: &str| {
        saved(&visit, folder.path(), button, &format!("{name}.{ending}"))
    };
    assert_eq!(
        file("Table (CSV)", "csv"),
        csv_of_sheet(&sheet).into_bytes()
    );
    let excel = file("Table (CSV for Excel)", "excel.csv");
    assert_eq!(excel, excel_csv_of_sheet(&sheet).into_bytes());
    let workbook: Xlsx<_> = Xlsx::new(Cursor::new(file("Table (XLSX)", "xlsx"))).unwrap();
    assert_eq!(workbook.sheet_names(), ["Table", "Notes"]);
    visit.expect_no_policy_complaint();
}

#[test]
fn the_whole_is_there_as_it_was_published() {
    let folder = tempfile::tempdir().unwrap();
    let visit = at("en/water/?source=piped", folder.path());
    for (name, file) in [
        ("Dataset (JSON-stat 2.0)", "water-1.json"),
        ("Totals of every place as CSV", "regions.csv"),
    ] {
        let dialog = visit.role("dialog", "Download and cite this view");
        let href = dialog.script(&format!(
            "return [...this.querySelectorAll('a')].find((it) => it.textContent === {name:?}).href"
        ));
        let length = visit.evaluate(&format!(
            "fetch({href}).then((it) => it.arrayBuffer()).then((it) => it.byteLength)"
        ));
        let published = data_folder().join("water").join(file);
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
    let visit = at("en/water/n1/?source=piped&tab=trend", folder.path());
    let file = "en-water-n1-source-piped-tab-trend.svg";
    let svg = saved(&visit, folder.path(), "Picture (SVG)", file);
    let svg = String::from_utf8(svg).unwrap();
    let title = "Households with piped water, Port Amara: over time (Count)";
    // 12 x 8 x 3 x 10 in 2021.
    for told in [title, "2,880", "Source: ", "release=1"] {
        assert!(svg.contains(told), "{told}");
    }
    assert!(!svg.contains("drawn for tests"), "no boundaries are drawn");
    let png = file.replace("svg", "png");
    let png = saved(&visit, folder.path(), "Picture (PNG)", &png);
    assert!(png.starts_with(b"\x89PNG\r\n\x1a\n"));
}

#[test]
fn a_citation_names_sentence_release_link_and_day_in_the_language_of_the_page() {
    let folder = tempfile::tempdir().unwrap();
    for (lang, [short, long], [release, accessed]) in [
        (
            "id",
            ["Pendek", "Lengkap"],
            ["Rilis 1, 2023-02-01", "Diakses"],
        ),
        (
            "en",
            ["Short", "Long"],
            ["Release 1, 2023-02-01", "Accessed"],
        ),
    ] {
        let visit = at(
            &format!("{lang}/water/n1/?source=piped#ui=full"),
            folder.path(),
        );
        let link = visit.host.url(&format!(
            "{lang}/water/n1/?source=piped&level=commune&as=count&classes=view&release=1"
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
            "9.600 rumah tangga"
        } else {
            "9,600 households"
        };
        let why = format!("{link}&why=.");
        for part in [figure, release, &link, &today, &why] {
            assert!(text(long).contains(part), "{part} in {}", text(long));
        }
        let entry = text("BibTeX");
        assert!(
            entry.starts_with("@misc{water1,\n") && entry.contains(&format!("url = {{{link}}}")),
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
fn files_are_made_without_a_network() {
    let folder = tempfile::tempdir().unwrap();
    let link = "en/water/?source=piped";
    let visit = saves_into(link, folder.path());
    super::late::has_all_code(&visit);
    visit.set_offline(true);
    visit.role("button", "Download & cite").click();
    let csv = csv_of_sheet(&sheet(&visit, link));
    for (button, ending, start) in [
        ("Table (CSV)", "csv", csv.as_bytes()),
        ("Table (XLSX)", "xlsx", b"PK"),
        ("Picture (SVG)", "svg", b"<svg"),
    ] {
        let file = format!("en-water-source-piped.{ending}");
        let bytes = saved(&visit, folder.path(), button, &file);
        assert!(bytes.starts_with(start), "{file}");
    }
    visit.role("textbox", "BibTeX");
}

#[test]
fn a_file_that_cannot_be_made_says_why() {
    let folder = tempfile::tempdir().unwrap();
    let host = Host::start();
    host.fail("api_bg.wasm", Fault::Status(404));
    let page = Page::open(&host.url("en/water/"));
    page.role("button", "Download & cite").click();
    page.role("button", "Table (CSV)").click();
    page.wait_for_text("The file could not be made: api_bg.wasm did not come");
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
    // It is asked for again.
    host.mend();
    page.role("button", "Table (CSV)").click();
    page.wait_for_text(".csv saved");
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
fn a_data_package_names_every_file_beside_the_dataset_with_its_size_and_hash() {
    let site = crate::support::site();
    let folder = site.join("data/water");
    let package = std::fs::read(folder.join("datapackage.json")).unwrap();
    let package: Value = serde_json::from_slice(&package).unwrap();
    assert_eq!(
        (&package["name"], &package["version"]),
        (&json!("water"), &json!("1"))
    );
    assert_eq!(package["sources"].as_array().unwrap().len(), 2);
    let resources = package["resources"].as_array().unwrap();
    // Not the boundaries, which other datasets use too: a package names nothing outside its folder.
    let names = resources.iter().map(|it| it["path"].as_str().unwrap());
    let names: Vec<&str> = names.collect();
    assert_eq!(names, ["water-1.json", "regions.csv", "facts.json"]);
    for resource in resources {
        let bytes = std::fs::read(folder.join(resource["path"].as_str().unwrap())).unwrap();
        assert_eq!(resource["bytes"].as_u64(), Some(bytes.len() as u64));
        let hash = format!("sha256:{}", jangkau::publish::tree::hex_sha256(&bytes));
        assert_eq!(resource["hash"], json!(hash));
    }
}

#[test]
fn catalogues_find_the_dataset_in_its_landing_pages_alone() {
    let site = crate::support::site();
    let about = |path: &str| -> Option<Value> {
        let page = std::fs::read_to_string(site.join(path)).unwrap();
        let text = page.split("<script type=\"application/ld+json\">").nth(1)?;
        serde_json::from_str(text.split("</script>").next()?).ok()
    };
    let english = about("en/water/index.html").expect("a dataset");
    assert_eq!(english["@type"], "Dataset");
    assert_eq!(english["temporalCoverage"], "2019/2022");
    assert_eq!(
        english["name"],
        "Households reached by the water programme, 2019–2022 (made)"
    );
    assert!(
        english["description"]
            .as_str()
            .unwrap()
            .starts_with("100,000 households")
    );
    for file in english["distribution"].as_array().unwrap() {
        let path = file["contentUrl"].as_str().unwrap();
        let path = path.strip_prefix(crate::support::SUB_PATH).unwrap();
        assert!(site.join(path).is_file(), "{path}");
    }
    assert!(about("id/water/index.html").is_some());
    assert!(about("en/water/n1/index.html").is_none());
}
