//! The boundaries of a table's places, from the map file that its publisher gives.

use std::path::Path;

use crate::publish::compress::{Quality, in_brotli};
use crate::tabular::{Boundaries, Findings, MapOptions, boundaries_from_map};

/// What the page can bear, in bytes of brotli.
const WEIGHT_BYTES: usize = 90_000;

/// What a publisher may say about a map.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BoundaryOptions<'a> {
    /// The field with the codes of the places; found where none is named.
    pub key: Option<&'a str>,
    /// Whose work the boundaries are, as the page says it below the map.
    pub credit: Option<&'a str>,
    /// The most that they may weigh, in bytes of brotli.
    pub weight_bytes: usize,
}

impl Default for BoundaryOptions<'_> {
    fn default() -> Self {
        Self {
            key: None,
            credit: None,
            weight_bytes: WEIGHT_BYTES,
        }
    }
}

/// The boundaries of places, each a code and a label, from a map file of a name, and what was found. No boundaries where an error stands
/// in the way.
#[must_use]
pub fn boundaries_from_file(
    path: &Path,
    bytes: &[u8],
    places: &[(&str, &str)],
    options: &BoundaryOptions<'_>,
) -> (Option<Boundaries>, Findings) {
    let file = path
        .file_name()
        .unwrap_or(path.as_os_str())
        .to_string_lossy();
    let weigh = |bytes: &[u8]| {
        let packed = in_brotli(bytes, Quality::SMALLEST);
        packed.map_or(bytes.len(), |packed| packed.len())
    };
    let options = MapOptions {
        file: &file,
        key: options.key,
        credit: options.credit,
        weight_bytes: options.weight_bytes,
        weigh: &weigh,
    };
    boundaries_from_map(bytes, places, &options)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formats::{Limits, topojson::topology_from_bytes};

    #[test]
    fn a_map_file_becomes_boundaries_with_their_credit() {
        let file = br#"{"type": "FeatureCollection", "features": [
            {"properties": {"code": "n1"}, "geometry": {"type": "Polygon",
                "coordinates": [[[20, 5], [21, 5], [21, 6], [20, 5]]]}}
        ]}"#;
        let options = BoundaryOptions {
            credit: Some("Survey office"),
            ..BoundaryOptions::default()
        };
        let path = Path::new("maps/regions.geojson");
        let (drawn, findings) = boundaries_from_file(path, file, &[("n1", "North")], &options);
        let topology = topology_from_bytes(&drawn.unwrap().bytes, &Limits::PAGE).unwrap();
        assert_eq!(topology.credit(), Some("Survey office"));
        assert!(
            findings
                .sorted()
                .iter()
                .all(|it| it.file == "regions.geojson")
        );
    }
}
