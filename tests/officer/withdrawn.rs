//! A release that is taken back.

use std::path::Path;

use jangkau::cube::Figure;
use jangkau::publish::open::open_listed;
use jangkau::publish::releases::{Drafted, release};
use jangkau::publish::site_files::SiteFiles;
use jangkau::publish::withdraw::withdraw;
use jangkau::scene::notice_text;
use jangkau::view_state::Notice;
use jangkau::words::messages;
use tempfile::TempDir;

use crate::{newest, published, table};

/// A site with releases 1 and 2, of 1,200 and 1,300 in the first cell.
fn two_releases() -> TempDir {
    let folder = TempDir::new().unwrap();
    for first in [1200, 1300] {
        published(folder.path(), &table(first));
        release(folder.path(), "grants").unwrap();
    }
    folder
}

#[track_caller]
fn check_refused(site: &Path, number: &str, expected: &str) {
    let error = withdraw(site, "grants", number, "a wrong column").unwrap_err();
    assert_eq!(
        error.to_string(),
        format!("release {number} of \"grants\" is not withdrawn: {expected}")
    );
}

#[test]
fn its_file_goes_its_number_stays_and_the_one_before_is_shown() {
    let folder = two_releases();
    let site = folder.path();
    let file = site.join("data/grants/grants-2.json");
    assert!(file.is_file());
    withdraw(site, "grants", "2", " Men of 2022 twice. ").unwrap();
    assert!(!file.exists());
    let (files, cube) = newest(site);
    assert_eq!(cube.observation(0), Figure::Number(1200.0));
    let gone = files.list.withdrawal("grants", "2").unwrap();
    assert_eq!(gone.reason, "Men of 2022 twice");
    assert_eq!(gone.date.len(), "2026-11-29".len());
    // The boundaries are those of release 1, too.
    let boundaries = files.list.entries()[0].boundaries.as_ref().unwrap();
    assert!(site.join("data").join(&boundaries.href).is_file());
    // Its number is not given again, and the next draft and release keep the list of what is gone.
    let next = published(site, &table(1400));
    assert_eq!(next.drafted, Some(Drafted::Release("3".to_owned())));
    assert_eq!(release(site, "grants").unwrap(), "3");
    let files = SiteFiles::read(site).unwrap();
    assert!(files.list.withdrawal("grants", "2").is_some());
}

#[test]
fn a_link_that_pins_it_is_told_when_and_why() {
    let folder = two_releases();
    withdraw(folder.path(), "grants", "1", "men counted twice").unwrap();
    let data = folder.path().join("data");
    let notices = |release: &str| {
        let opened = open_listed(&data, &format!("en/grants/?release={release}")).unwrap();
        assert_eq!(opened.cube.metadata().release.as_deref(), Some("2"));
        opened.notices.clone()
    };
    let told = notices("1");
    let [Notice::WithdrawnRelease { date, .. }] = &told[..] else {
        panic!("{told:?}");
    };
    let (_, cube) = newest(folder.path());
    assert_eq!(
        notice_text(&cube, &told[0], messages("en")),
        format!("Release “1” was withdrawn on {date}: men counted twice; the latest is shown.")
    );
    // One that never was is another thing.
    assert!(matches!(notices("7")[..], [Notice::UnknownRelease { .. }]));
    assert_eq!(notices("2"), []);
}

#[test]
fn what_cannot_be_withdrawn_is_refused_with_what_can_be_done() {
    let folder = TempDir::new().unwrap();
    let site = folder.path();
    published(site, &table(1200));
    check_refused(site, "1", "it is a draft; \"jangkau undo grants\" drops it");
    release(site, "grants").unwrap();
    check_refused(
        site,
        "1",
        "it is all there is of the dataset; publish a corrected table first, or take the dataset out \
         of data/index.json",
    );
    check_refused(site, "2", "there is no such release; there is 1");
    let error = withdraw(site, "grant", "1", "x").unwrap_err().to_string();
    assert!(error.ends_with("the site has no such dataset"), "{error}");
    // With a corrected draft it can go.
    published(site, &table(1300));
    withdraw(site, "grants", "1", "a wrong column").unwrap();
    let (files, cube) = newest(site);
    assert_eq!(cube.observation(0), Figure::Number(1300.0));
    let date = &files.list.withdrawal("grants", "1").unwrap().date;
    check_refused(site, "1", &format!("it was withdrawn on {date}"));
    assert!(withdraw(site, "grants", "2", " . ").is_err());
}
