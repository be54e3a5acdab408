//! A page of one release that meets the data of another.

use serde_json::Value;

use super::edition::{DATA, Edition};
use super::offline::{keeping, switch_off};
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

/// A browser that keeps a release meets the list of another and the file of a third; at the end without a network.
#[track_caller]
fn check_with_worker(kept: usize) {
    let edition = Edition::new(&format!("site-releases-{kept}"));
    let releases = releases(&edition.data());
    let host = Host::of(edition.folder().to_owned(), SUB_PATH);
    let total = |households| format!("{} rumah tangga", grouped(households, '.'));
    let (own, _, own_file) = &releases[kept];
    for (listed, households, promised) in &releases {
        for (found, others, sent) in &releases {
            edition.list(own_file, own);
            edition.put(own_file);
            let page = keeping(&host, "id/water/");
            edition.list(promised, listed);
            edition.put(sent);
            page.reload();
            // The figures that the list promises are there, or they are kept.
            let shown = if listed == found || listed == own {
                has_started(&page);
                (listed, households)
            } else {
                let alert = one_line(&page.role("alert", Name::Any).text());
                for word in [DATA, "tidak dapat dipakai"] {
                    assert!(alert.contains(word), "{own}, {listed}, {found}: {alert}");
                }
                assert!(headline(&page).starts_with(&total(100_000)));
                assert_eq!(page.count("application"), 0, "{own}, {listed}, {found}");
                edition.list(sent, found);
                page.role("button", "Coba lagi").click();
                has_started(&page);
                (found, others)
            };
            wait_for_headline(&page, &total(*shown.1));
            page.wait_for_text(&format!("Rilis {}", shown.0));
            // What was kept before, or already what was shown: each with its own figures.
            switch_off(&host);
            page.reload();
            has_started(&page);
            let text = page.text();
            let named = releases
                .iter()
                .find(|it| text.contains(&format!("Rilis {}", it.0)));
            let (release, households, _) = named.unwrap();
            assert!(
                [own, shown.0].contains(&release),
                "{own}, {listed}, {found}: {release}"
            );
            wait_for_headline(&page, &total(*households));
            host.mend();
        }
    }
}

#[test]
fn a_browser_that_keeps_the_first_release_shows_right_figures_or_refuses() {
    check_with_worker(0);
}

#[test]
fn a_browser_that_keeps_the_second_release_shows_right_figures_or_refuses() {
    check_with_worker(1);
}

#[test]
fn a_browser_that_keeps_the_third_release_shows_right_figures_or_refuses() {
    check_with_worker(2);
}
