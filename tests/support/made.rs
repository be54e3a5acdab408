//! Veluna, a country that is not there: its datasets are small enough to be added up by hand.
//!
//! `water`: households reached by a water programme. A cell is the product of four numbers,
//! commune x year x source x tenure, so that every total is a product of four sums.
//!
//! | commune         | district | since 2021 | kind  | number | inhabitants |
//! |-----------------|----------|------------|-------|--------|-------------|
//! | n1 Port Amara   | north    | north      | town  |     12 |      40,000 |
//! | n2 Amara Hills  | north    | north      | rural |      9 |      45,000 |
//! | n3 Brenwold     | north    | north      | rural |      5 |      10,000 |
//! | n4 Caldmoor     | north    | north      | rural |      3 |      12,000 |
//! | n5 Éloa         | north    | isles      | rural |      1 |      10,000 |
//! | c1 Port Lenna   | centre   | centre     | town  |     25 |     100,000 |
//! | c2 Lenna Valley | centre   | centre     | rural |     10 |      20,000 |
//! | c3 Dunmoor      | centre   | centre     | rural |      8 |      20,000 |
//! | c4 Garrowby     | centre   | centre     | rural |      2 |       8,000 |
//! | s1 Port Tessa   | south    | south      | town  |     14 |      35,000 |
//! | s2 Hollin       | south    | south      | rural |      7 |      70,000 |
//! | s3 Ostra        | south    | isles      | rural |      4 |      30,000 |
//!
//! Communes: north 30, centre 45, south 25 (since 2021 north 29, centre 45, south 21, isles 5), all
//! 100, with 400,000 inhabitants; towns 51, countryside 49.
//! Years: 2019 1, 2020 2, 2021 3, 2022 4; all 10.
//! Sources: piped 8, well 2, rain 0 in towns; piped 5, well 3, rain 2 in the countryside; all 10.
//! Tenure: owner 7, tenant 3; in 2022 owner 6, tenant 4; all 10.
//!
//! So a commune has 1,000 households for each of its number, a year 10,000, Veluna 100,000, and
//! - piped 51 x 8 + 49 x 5 = 653: 65,300; well 51 x 2 + 49 x 3 = 249: 24,900; rain 49 x 2: 9,800;
//! - owner 100 x 10 x (6 x 7 + 4 x 6): 66,000; tenant 100 x 10 x (6 x 3 + 4 x 4): 34,000.
//!
//! `health`: two measures that do not add up with each other, and cells that are kept back, not
//! there yet, or cannot be. `prices`: broken numbers that do not add up, and no places. `schools`:
//! places that hold places, and no time. `injuries`: small counts that are hidden. `jobs`: years
//! beside their quarters, and no places. Each says its own figures at its head.

#![allow(
    dead_code,
    unused_imports,
    reason = "each test program names the datasets that it needs"
)]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on stops")]

mod boundaries;
mod country;
mod facts;
mod folder;
mod health;
mod injuries;
mod jobs;
mod prices;
mod schools;
mod water;

use std::sync::LazyLock;

use jangkau::cube::{Cube, Fact};
use jangkau::formats::Limits;
use jangkau::formats::json_stat::{
    Collection, collection_from_bytes, cube_from_bytes, facts_from_bytes,
};
use jangkau::formats::topojson::topology_from_bytes;
use jangkau::geo::Topology;
use jangkau::scene::MapGeometry;
use serde_json::Value;

pub(crate) use folder::data_folder;

pub(crate) static WATER: LazyLock<Cube> = LazyLock::new(|| cube(&water::dataset()));
pub(crate) static HEALTH: LazyLock<Cube> = LazyLock::new(|| cube(&health::dataset()));
pub(crate) static INJURIES: LazyLock<Cube> = LazyLock::new(|| cube(&injuries::dataset()));
pub(crate) static JOBS: LazyLock<Cube> = LazyLock::new(|| cube(&jobs::dataset()));
pub(crate) static PRICES: LazyLock<Cube> = LazyLock::new(|| cube(&prices::dataset()));
pub(crate) static SCHOOLS: LazyLock<Cube> = LazyLock::new(|| cube(&schools::dataset()));

/// What a site of these datasets lists.
pub(crate) static LIST: LazyLock<Collection> = LazyLock::new(|| {
    let bytes = std::fs::read(data_folder().join("index.json")).unwrap();
    collection_from_bytes(&bytes, &Limits::PAGE).unwrap()
});

/// The file of `water`, for a test that changes something in it.
pub(crate) fn water_file() -> Value {
    water::dataset()
}

/// The published facts beside `water`.
pub(crate) static FACTS: LazyLock<Vec<Fact>> = LazyLock::new(|| {
    let bytes = facts::facts().to_string();
    facts_from_bytes(bytes.as_bytes(), &WATER, &Limits::PAGE).unwrap()
});

/// The communes: a square each but the isles, a lake in `c1`, and a neighbour's land.
pub(crate) static BOUNDARIES: LazyLock<Topology> = LazyLock::new(|| {
    let bytes = boundaries::topology().to_string();
    topology_from_bytes(bytes.as_bytes(), &Limits::PAGE).unwrap()
});

/// The geometry of the map of `water`.
pub(crate) static MAP_GEOMETRY: LazyLock<MapGeometry> =
    LazyLock::new(|| MapGeometry::new(BOUNDARIES.clone(), &WATER).unwrap());

fn cube(file: &Value) -> Cube {
    cube_from_bytes(file.to_string().as_bytes(), &Limits::PAGE).unwrap()
}
