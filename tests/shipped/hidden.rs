//! What hiding small counts of the shipped dataset costs: next to nothing that a reader would miss.

use jangkau::cube::{Cube, Metadata, NO_STATUS, Status, Statuses};
use jangkau::scene::Fill;

use crate::support::opened::Opened;
use crate::support::shipped::PRAKERJA;

/// As if all of it had been counted: what is modelled has no rank that hiding could cost.
fn counted() -> Metadata {
    Metadata {
        basis: None,
        ..PRAKERJA.metadata().clone()
    }
}

/// The dataset with every count from 1 to 4 hidden.
fn hidden() -> (Cube, usize) {
    let values = PRAKERJA.values();
    let absent: Vec<usize> = (0..values.len())
        .filter(|cell| (1.0..5.0).contains(&values.get(*cell)))
        .collect();
    let mut cells = vec![NO_STATUS; values.len()];
    for &cell in &absent {
        cells[cell] = 0;
    }
    let statuses = Statuses::Each {
        list: vec![Status::new("<5")],
        cells,
    };
    let count = absent.len();
    let cube = Cube::new(
        PRAKERJA.dimensions().to_vec(),
        values.clone(),
        (absent, statuses),
        counted(),
    );
    (cube.unwrap(), count)
}

#[test]
fn with_all_small_counts_hidden_nearly_every_district_keeps_class_and_rank() {
    let (cube, count) = hidden();
    assert!(count > 20_000, "{count}");
    let whole = PRAKERJA.clone().with_metadata(counted()).unwrap();
    let [exact, told] = [&whole, &cube].map(|cube| Opened::new(cube, "/en/x/"));
    let (map, known) = (told.map(), exact.map());
    let (mut certain, mut ranked, mut parts) = (0, 0, Vec::new());
    for (at, _) in cube.members(map.axis).iter() {
        let truth = known.measures[at.0].figure().exact().unwrap();
        let interval = map.measures[at.0].figure().interval().unwrap();
        assert!(interval.low <= truth && truth <= interval.high);
        parts.push(interval.half_width() / interval.middle());
        certain += usize::from(matches!(map.fills[at.0], Fill::Colour(_)));
        if let (Some(rank), Some(exact)) = (map.rank(at), known.rank(at)) {
            assert!(rank.first <= exact.first && exact.first <= rank.last);
            ranked += 1;
        }
    }
    // Of 124,471 hidden cells; measured: 487 in a certain class, 500 ranked, and half the districts
    // known to 1.7 percent or better.
    parts.sort_by(f64::total_cmp);
    assert!(certain >= 480 && ranked >= 490, "{certain} {ranked}");
    assert!(parts[257] < 0.02, "{}", parts[257]);
}
