//! A page of one release that meets the data of another.

use serde_json::Value;

use super::edition::{DATA, Edition};
use super::{grouped, has_started, headline, one_line, wait_for_headline};
use crate::support::{Host, Name, Page, SUB_PATH};

/// The dataset as three releases: each has a thousand households more in its first cell.
fn releases(first: &[u8]) -> Vec<(String, u64, Vec<u8>)> {
    (1..=3)
        .map(|release: u64| {
            let mut file: Value = serde_json::from_slice(first).unwrap();
            let more = 1000 * (release - 1);
            let cell = file["value"][0].as_u64().unwrap();
            file["value"][0] = (cell + more).into();
            file["extension"]["release"] = release.to_string().into();
            let bytes = serde_json::to_vec(&file).unwrap();
            (release.to_string(), 100_000 + more, bytes)
        })
        .collect()
}

#[test]
fn a_page_shows_the_figures_of_its_release_or_refuses_the_file_of_another() {
    let edition = Edition::new("site-releases");
    let releases = releases(&edition.data());
    let host = Host::of(edition.folder().to_owned(), SUB_PATH);
    let total = |households| format!("{} rumah tangga", grouped(households, '.'));
    let mut right = 0;
    for (listed, households, promised) in &releases {
        for (found, others, sent) in &releases {
            edition.list(promised, listed);
            edition.put(sent);
            let page = Page::open(&host.url("id/water/"));
            if listed == found {
                has_started(&page);
                wait_for_headline(&page, &total(*households));
                page.wait_for_text(&format!("Rilis {listed}"));
            } else {
                let alert = one_line(&page.role("alert", Name::Any).text());
                for word in [DATA, "tidak dapat dipakai"] {
                    assert!(alert.contains(word), "{listed} meets {found}: {alert}");
                }
                // The landing figure of the shell, never one of the other file.
                assert!(headline(&page).starts_with(&total(100_000)));
                assert_eq!(page.count("application"), 0, "{listed} meets {found}");
                // The list of the new release has come to the host: asked again, its figures.
                edition.list(sent, found);
                page.role("button", "Coba lagi").click();
                has_started(&page);
                wait_for_headline(&page, &total(*others));
            }
            right += 1;
        }
    }
    assert_eq!(right, 9);
}
