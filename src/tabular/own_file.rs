//! A file of the reader's own, as the files of a site of one dataset: what the page reads of any site.

use serde::Serialize;
use sha2::{Digest, Sha256};

use super::answers::Answers;
use super::boundaries::{MapOptions, boundaries_from_map};
use super::entitled::{entitled, places_of, with_disjoint_places, with_places};
use super::file::{FileRead, cube_from_files};
use super::finding::{Finding, Findings, Gravity, Spot};
use super::table::TableFile;
use crate::cube::{Cube, CubeError};
use crate::formats::Limits;
use crate::formats::json_stat::{Entry, Listed, bytes_from_collection, bytes_from_cube};
use crate::formats::readings::bytes_from_readings;

/// The id of the dataset in links, which no dataset of a site has.
pub const OWN_FILE: &str = "file";

/// What boundaries may weigh: they come from no network.
const MAP_BYTES: usize = 1_000_000;
/// More choices of measures are not worked out while the reader waits.
const MOST_READINGS: usize = 20_000;

/// What became of a reader's own file.
#[derive(Debug, Clone, Default, Serialize)]
pub struct OwnFile {
    /// How it was read, a name and a text each.
    pub account: Vec<[String; 2]>,
    /// What was found, the gravest first.
    pub findings: Vec<Found>,
    /// The files of a site that shows it, each a path below `data/` and its bytes; none where something
    /// stands in the way.
    #[serde(skip)]
    pub files: Vec<(String, Vec<u8>)>,
}

/// Files of a site, each a path below `data/` and its bytes.
type SiteFiles = Vec<(String, Vec<u8>)>;

/// One thing that was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Found {
    /// `error`, `question`, `warning` or `note`.
    pub gravity: &'static str,
    /// In words, with file, place and remedy.
    pub text: String,
}

/// Reads a reader's own table, and its map.
#[must_use]
pub fn own_file(table: TableFile<'_>, map: Option<TableFile<'_>>) -> OwnFile {
    let FileRead {
        cube,
        mut findings,
        account,
    } = cube_from_files(table.name, &[table], &Answers::default(), &Limits::PAGE);
    let title = account.title.as_deref().unwrap_or(table.name);
    let files = cube.and_then(|cube| {
        let made = files_of(cube, title, map, &mut findings);
        made.unwrap_or_else(|error| {
            findings.add(no_cube(table.name, &error));
            None
        })
    });
    let lines = [("read", &account.read), ("columns", &account.columns)];
    let lines = lines.into_iter().filter(|(_, text)| !text.is_empty());
    let found = |finding: &Finding| Found {
        gravity: finding.gravity.name(),
        text: finding.to_string(),
    };
    OwnFile {
        account: lines
            .map(|(name, text)| [name.to_owned(), text.clone()])
            .collect(),
        files: files
            .filter(|_| findings.can_be_published())
            .unwrap_or_default(),
        findings: findings.sorted().into_iter().map(found).collect(),
    }
}

fn no_cube(file: &str, error: &CubeError) -> Finding {
    let texts = [error.to_string(), String::new(), String::new()];
    Finding::new(Gravity::Error, "no-cube", (file, Spot::File), texts)
}

/// The list, the dataset, how it is read and its boundaries.
fn files_of(
    cube: Cube,
    title: &str,
    map: Option<TableFile<'_>>,
    findings: &mut Findings,
) -> Result<Option<SiteFiles>, CubeError> {
    let cube = entitled(cube, title)?;
    let cube = if map.is_some() {
        with_places(cube)?
    } else {
        cube
    };
    if cube.reading_count() > MOST_READINGS {
        let expected = format!("at most {MOST_READINGS}");
        let texts = [
            "more ways to choose measures",
            &expected,
            "publish a part of the table",
        ];
        findings.add(Finding::new(
            Gravity::Error,
            "too-many-measures",
            (title, Spot::File),
            texts,
        ));
        return Ok(None);
    }
    let boundaries = map.and_then(|map| {
        let options = MapOptions {
            file: map.name,
            key: None,
            credit: None,
            weight_bytes: MAP_BYTES,
            weigh: &|bytes| bytes.len(),
        };
        let (drawn, found) = boundaries_from_map(map.bytes, &places_of(&cube), &options);
        findings.append(found);
        drawn
    });
    let cube = match &boundaries {
        Some(drawn) => with_disjoint_places(cube, &drawn.disjoint)?,
        None => cube,
    };
    let path = |ending: &str| format!("{OWN_FILE}/{OWN_FILE}{ending}");
    let dataset = (path(".json"), bytes_from_cube(&cube));
    let readings = (
        path(".readings.json"),
        bytes_from_readings(&cube.all_readings()),
    );
    let boundaries = boundaries.map(|drawn| (path(".topo.json"), drawn.bytes));
    let [about, listed_readings] = [&dataset, &readings].map(listed);
    let entry = Entry {
        id: OWN_FILE.to_owned(),
        release: "1".to_owned(),
        label: cube.metadata().label.clone(),
        href: about.href,
        sha256: about.sha256,
        bytes: about.bytes,
        regions_csv: None,
        boundaries: boundaries.as_ref().map(listed),
        facts: None,
        readings: Some(listed_readings),
        is_fact_list: false,
        is_draft: false,
        everyday_names: Vec::new(),
        languages: Vec::new(),
        views: Vec::new(),
    };
    let list = (
        "index.json".to_owned(),
        bytes_from_collection(&[entry], &[]),
    );
    Ok(Some(
        [list, dataset, readings]
            .into_iter()
            .chain(boundaries)
            .collect(),
    ))
}

fn listed((href, bytes): &(String, Vec<u8>)) -> Listed {
    let hash = Sha256::digest(bytes);
    let digits = hash.iter().map(|byte| format!("{byte:02x}"));
    Listed {
        href: href.clone(),
        sha256: digits.collect(),
        bytes: bytes.len(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cube::{CatIx, DimIx};
    use crate::formats::json_stat::{collection_from_bytes, cube_with_readings};
    use crate::formats::readings::readings_from_bytes;
    use std::sync::Arc;

    const TABLE: &str = "Area,Year,Wells\nNorth,2021,62\nSouth,2021,53\n";
    const MAP: &str = r#"{"type": "FeatureCollection", "features": [
        {"properties": {"name": "North"}, "geometry": {"type": "Polygon", "coordinates": [[[20, 5], [21, 5], [21, 6], [20, 5]]]}},
        {"properties": {"name": "South"}, "geometry": {"type": "Polygon", "coordinates": [[[20, 4], [21, 4], [21, 5], [20, 4]]]}}
    ]}"#;

    fn table(text: &str) -> TableFile<'_> {
        TableFile {
            name: "wells.csv",
            bytes: text.as_bytes(),
        }
    }

    #[test]
    fn a_table_and_a_map_are_a_site_that_the_page_reads() {
        let map = TableFile {
            name: "areas.geojson",
            bytes: MAP.as_bytes(),
        };
        let own = own_file(table(TABLE), Some(map));
        assert!(
            own.findings.iter().all(|it| it.gravity == "note"),
            "{:?}",
            own.findings
        );
        let file = |path: &str| {
            let found = own.files.iter().find(|(known, _)| known == path);
            &found.unwrap().1
        };
        let list = collection_from_bytes(file("index.json"), &Limits::PAGE).unwrap();
        let entry = &list.entries()[0];
        assert_eq!((&*entry.id, entry.label.own()), (OWN_FILE, "wells.csv"));
        let readings = entry.readings.as_ref().unwrap();
        let readings = readings_from_bytes(file(&readings.href), &Limits::PAGE).unwrap();
        let cube = cube_with_readings(file(&entry.href), &Arc::new(readings), &Limits::PAGE);
        let cube = cube.unwrap();
        assert!((cube.values().get(1) - 53.0).abs() < 1e-9);
        assert!(cube.dimension(DimIx(0)).is_disjoint(CatIx(1)));
        let boundaries = entry.boundaries.as_ref().unwrap();
        assert_eq!(file(&boundaries.href).len(), boundaries.bytes);
    }

    #[test]
    fn a_table_that_cannot_be_read_leaves_its_report() {
        let own = own_file(
            table("Area,Year,Wells\nNorth,2021,62\nNorth,2021,53\n"),
            None,
        );
        assert_eq!(own.files.len(), 0);
        assert_eq!(own.findings[0].gravity, "error");
        assert!(
            own.findings[0].text.contains("wells.csv, line 3"),
            "{:?}",
            own.findings
        );
    }
}
