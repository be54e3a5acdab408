//! The dataset the site ships reproduces the published totals.

use std::fmt::Write as _;

use jangkau::cube::{ControlKind, Cube, Selection, linked};
use sha2::{Digest, Sha256};

use crate::support::shipped::{LIST, PRAKERJA, data};

fn people(cube: &Cube, selection: &Selection) -> f64 {
    linked(cube, selection).total().number().unwrap()
}

#[test]
fn every_listed_file_has_its_hash_and_size() {
    for entry in LIST.entries() {
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
    let cube = &*PRAKERJA;
    assert!((people(cube, &Selection::all()) - 17_500_000.0).abs() < 0.5);
    let mut compared = [0, 0];
    for control in &cube.metadata().controls {
        let part = people(cube, &control.selection);
        let reached = control
            .share_of
            .as_ref()
            .map_or(part, |of| part / people(cube, of));
        let distance = (reached - control.value).abs();
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
    assert_eq!(compared, [80, 114]);
}

#[test]
fn every_region_was_reached_over_the_four_years() {
    let cube = &*PRAKERJA;
    let region = cube.axis("region").unwrap();
    let regions = linked(cube, &Selection::all());
    let marginal = regions.marginal(region);
    let all = cube.members(region).iter();
    let above = all.filter(|(at, _)| marginal.figure(*at).number().is_some_and(|n| n > 0.0));
    assert_eq!(above.count(), 514);
}
