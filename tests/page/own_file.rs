//! A file of the reader's own: read in the browser, explored as any dataset, and nothing uploaded.

use crate::support::{Host, Name, Page};

const TABLE: &str = "Area;Sex;Year;Wells\\nNorth;Female;2021;1000\\nNorth;Male;2021;2000\\nSouth;Female;2021;3000\\n\
                     South;Male;2021;4000\\nNorth;Female;2022;1100\\nNorth;Male;2022;2100\\nSouth;Female;2022;3100\\nSouth;Male;2022;4100\\n";
const MAP: &str = r#"{"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {"name": "North"}, "geometry": {"type": "Polygon", "coordinates": [[[20, 5], [21, 5], [21, 6], [20, 5]]]}}, {"type": "Feature", "properties": {"name": "South"}, "geometry": {"type": "Polygon", "coordinates": [[[20, 4], [21, 4], [21, 5], [20, 4]]]}}]}"#;

/// The page on which a file is opened, with these files chosen.
#[track_caller]
fn chosen(host: &Host, link: &str, table: &str, map: Option<&str>) -> Page {
    let page = Page::open(&host.url(link));
    page.role("heading", "Open a file of yours");
    let choose = |nth: usize, name: &str, text: &str| {
        page.evaluate(&format!(
            "(() => {{ const files = new DataTransfer(); files.items.add(new File([`{text}`], '{name}')); \
             document.querySelectorAll('#own input')[{nth}].files = files.files; }})()"
        ));
    };
    choose(0, "wells.csv", table);
    if let Some(map) = map {
        choose(1, "areas.geojson", map);
    }
    page.role("button", "Open").click();
    page
}

#[test]
fn a_table_and_its_map_are_explored_and_nothing_is_uploaded() {
    let host = Host::start();
    let page = chosen(&host, "en/file/", TABLE, Some(MAP));
    // The latest year, the sexes and the places added.
    page.role("heading", Name::contains("10,400 wells"));
    let text = page.text();
    assert!(
        text.contains("Read from wells.csv in this browser; nothing was uploaded")
            && text.contains("jangkau publish wells.csv --map areas.geojson"),
        "{text}"
    );
    page.role("button", Name::contains("Female")).click();
    page.role("heading", Name::contains("4,200"));
    page.wait_for("location.search === '?sex=Female'");
    page.wait_for("document.querySelectorAll('[data-region], svg path').length > 0");
    for sent in page.record().requests {
        assert!(sent.url.starts_with(&host.url("")), "{}", sent.url);
    }
    assert!(
        host.asked().iter().all(|path| !path.contains("data/")),
        "{:?}",
        host.asked()
    );
    page.expect_no_complaint();
}

#[test]
fn a_link_of_a_view_of_an_own_file_opens_once_the_file_is_there() {
    let host = Host::start();
    let page = chosen(&host, "en/file/?sex=Male", TABLE, None);
    page.role("heading", Name::contains("6,200"));
    page.expect_no_complaint();
}

#[test]
fn a_file_that_cannot_be_read_leaves_its_report() {
    let host = Host::start();
    let page = chosen(&host, "en/file/", "Area;Wells\\nNorth;1\\nNorth;2\\n", None);
    page.role("heading", "This file cannot be shown yet");
    let text = page.text();
    assert!(
        text.contains("wells.csv, line 3") && text.contains("remove one of the two lines"),
        "{text}"
    );
    page.expect_no_complaint();
}

#[test]
fn the_list_of_datasets_leads_there() {
    let host = Host::start();
    let page = Page::open(&host.url("en/"));
    page.role("link", "Open a file of yours").click();
    page.role("heading", "Open a file of yours");
    page.expect_no_complaint();
}
