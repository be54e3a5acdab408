//! The site's own list and dataset.

use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use jangkau::cube::Cube;
use jangkau::formats::Limits;
use jangkau::formats::json_stat::{Collection, collection_from_bytes, cube_from_bytes};
use jangkau::formats::topojson::topology_from_bytes;
use jangkau::scene::MapGeometry;

/// The folder of the list and its files.
pub(crate) fn data() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("public/data")
}

/// What the site lists.
pub(crate) static LIST: LazyLock<Collection> = LazyLock::new(|| {
    let bytes = std::fs::read(data().join("index.json")).unwrap();
    collection_from_bytes(&bytes, &Limits::PAGE).unwrap()
});

/// The default dataset.
pub(crate) static PRAKERJA: LazyLock<Cube> = LazyLock::new(|| {
    let href = &LIST.entry("prakerja", None).unwrap().href;
    let bytes = std::fs::read(data().join(href)).unwrap();
    cube_from_bytes(&bytes, &Limits::PAGE).unwrap()
});

/// The ground of its map.
pub(crate) static MAP_GEOMETRY: LazyLock<MapGeometry> = LazyLock::new(|| {
    let entry = LIST.entry("prakerja", None).unwrap();
    let href = &entry.boundaries.as_ref().unwrap().href;
    let bytes = std::fs::read(data().join(href)).unwrap();
    let topology = topology_from_bytes(&bytes, &Limits::PAGE).unwrap();
    MapGeometry::new(topology, &PRAKERJA).unwrap()
});
