//! The dataset the site ships reproduces the published totals.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on stops")]

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use jangkau::cube::{ControlKind, Cube, Selection, linked};
use jangkau::formats::Limits;
use jangkau::formats::json_stat::{Collection, collection_from_bytes, cube_from_bytes};
use sha2::{Digest, Sha256};

fn data() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("public/data")
}

fn list() -> Collection {
    let bytes = std::fs::read(data().join("index.json")).unwrap();
    collection_from_bytes(&bytes, &Limits::PAGE).unwrap()
}

fn prakerja() -> Cube {
    let href = &list().entry("prakerja", None).unwrap().href.clone();
    let bytes = std::fs::read(data().join(href)).unwrap();
    cube_from_bytes(&bytes, &Limits::PAGE).unwrap()
}

fn people(cube: &Cube, selection: &Selection) -> f64 {
    linked(cube, selection).total().number().unwrap()
}

#[test]
fn every_listed_file_has_its_hash_and_size() {
    for entry in list().entries() {
        let bytes = std::fs::read(data().join(&entry.href)).unwrap();
        let hash = Sha256::digest(&bytes)
            .iter()
            .fold(String::new(), |mut text, byte| {
                write!(text, "{byte:02x}").unwrap();
                text
            });
        assert_eq!(
            (bytes.len(), &hash),
            (entry.bytes, &entry.sha256),
            "{}",
            entry.href
        );
    }
}

#[test]
fn the_shipped_dataset_reproduces_the_published_totals() {
    let cube = prakerja();
    assert!((people(&cube, &Selection::all()) - 17_500_000.0).abs() < 0.5);
    let mut compared = [0, 0];
    for control in &cube.metadata().controls {
        let part = people(&cube, &control.selection);
        let reached = control
            .share_of
            .as_ref()
            .map_or(part, |of| part / people(&cube, of));
        let distance = (reached - control.asked).abs();
        match control.kind {
            ControlKind::Hard => {
                compared[0] += 1;
                assert!(distance < 1e-9, "{reached} for {control:?}");
            }
            ControlKind::Soft => {
                compared[1] += 1;
                assert!(distance <= control.tolerance, "{reached} for {control:?}");
            }
            ControlKind::Check => {}
        }
    }
    assert_eq!(compared, [82, 110]);
}

#[test]
fn every_region_was_reached_over_the_four_years() {
    let cube = prakerja();
    let region = cube.axis("region").unwrap();
    let regions = linked(&cube, &Selection::all());
    let marginal = regions.marginal(region);
    let all = cube.members(region).iter();
    let above = all.filter(|(at, _)| marginal.figure(*at).number().is_some_and(|n| n > 0.0));
    assert_eq!(above.count(), 514);
}
