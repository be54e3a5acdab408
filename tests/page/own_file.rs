//! A file of the reader's own: read in the browser, explored as any dataset, and nothing uploaded.

use crate::support::{Host, Name, Page};

const TABLE: &str = "Code;District;Sex;Year;Persons\\n01;Port Amara;Female;2022;1200\\n01;Port Amara;Female;2023;1201\\n\
    01;Port Amara;Male;2022;900\\n01;Port Amara;Male;2023;901\\n02;Sisoka;Female;2022;1210\\n\
    02;Sisoka;Female;2023;1211\\n02;Sisoka;Male;2022;910\\n02;Sisoka;Male;2023;911\\n\
    03;Nova Vila;Female;2022;1220\\n03;Nova Vila;Female;2023;1221\\n03;Nova Vila;Male;2022;920\\n\
    03;Nova Vila;Male;2023;921\\n04;Kep;Female;2022;1230\\n04;Kep;Female;2023;1231\\n\
    04;Kep;Male;2022;930\\n04;Kep;Male;2023;931\\n";
const MAP: &str = r#"{"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {"name": "Port Amara"}, "geometry": {"type": "Polygon", "coordinates": [[[20, 5], [21, 5], [21, 6], [20, 6], [20, 5]]]}}, {"type": "Feature", "properties": {"name": "Sisoka"}, "geometry": {"type": "Polygon", "coordinates": [[[21, 5], [22, 5], [22, 6], [21, 6], [21, 5]]]}}, {"type": "Feature", "properties": {"name": "Nova Vila"}, "geometry": {"type": "Polygon", "coordinates": [[[22, 5], [23, 5], [23, 6], [22, 6], [22, 5]]]}}, {"type": "Feature", "properties": {"name": "Kep"}, "geometry": {"type": "Polygon", "coordinates": [[[23, 5], [24, 5], [24, 6], [23, 6], [23, 5]]]}}]}"#;

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
    page.role("heading", Name::contains("8,528 persons"));
    let text = page.text();
    assert!(
        text.contains("Read from wells.csv in this browser; nothing was uploaded")
            && text.contains("jangkau publish wells.csv --map areas.geojson"),
        "{text}"
    );
    page.role("button", Name::contains("Female")).click();
    page.role("heading", Name::contains("4,864"));
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
    let page = chosen(&host, "en/file/?sex=Male", TABLE, Some(MAP));
    page.role("heading", Name::contains("3,664"));
    page.expect_no_complaint();
}

#[test]
fn a_file_that_cannot_be_read_leaves_its_report() {
    let host = Host::start();
    let page = chosen(&host, "en/file/", "Area;Wells\\nAmara;1\\nAmara;2\\n", None);
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
