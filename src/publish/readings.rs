//! How each dataset of a site is read, worked out when the site is built and published beside it.
//!
//! The proofs behind a reading take time that grows with the file, and much code: here they are made
//! once, by whoever publishes, and every visit is spared both. The page shows no figure without them.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::formats::json_stat::{
    Entry, bytes_from_cube, collection_from_bytes, cube_from_bytes, cube_with_readings,
};
use crate::formats::readings::{bytes_from_readings, readings_from_bytes};
use crate::formats::{FormatError, Limits};
use crate::publish::error::SiteError;
use crate::publish::pages::this_program;
use crate::publish::shell::INDEX;
use crate::publish::site_files::{SiteFiles, beside_index};
use crate::publish::tree::hex_sha256;

/// How files of readings end.
pub(super) const READINGS: &str = ".readings.json";

/// As many choices of measures can be published with one dataset.
const MOST_READINGS: usize = 20_000;

/// What is made of one dataset.
#[derive(Debug, Serialize, Deserialize)]
struct Made {
    key: String,
    /// The dataset alone, where its file is of a form that the page does not read.
    dataset: Option<String>,
    readings: String,
}

/// Puts beside each dataset how it is read, and names that in the list. What was worked out of the same
/// file by the same program is taken from `cache`.
///
/// # Errors
/// When a file is broken or has more measures to choose from than can be published, or the cache cannot
/// be written.
pub(super) fn add_readings(site: &mut SiteFiles, cache: &Path) -> Result<(), SiteError> {
    let path = site.path(INDEX);
    let broken = SiteError::broken(&path);
    let list = site.files.get(INDEX).map_or(&[][..], Vec::as_slice);
    let mut list: Value = serde_json::from_slice(list).map_err(broken)?;
    for (at, entry) in site.list.entries().to_vec().iter().enumerate() {
        if entry.is_fact_list {
            continue;
        }
        let made = kept_or_made(site, entry, cache)?;
        let extension = &mut list["link"]["item"][at]["extension"];
        if let Some(dataset) = made.dataset {
            let [sha256, bytes] = hash_and_size(dataset.as_bytes());
            extension["sha256"] = sha256;
            extension["bytes"] = bytes;
            let path = beside_index(&entry.href);
            site.files.insert(path, dataset.into_bytes());
        }
        let href = readings_href(entry);
        let [sha256, bytes] = hash_and_size(made.readings.as_bytes());
        extension["readings"] = json!({ "href": href, "sha256": sha256, "bytes": bytes });
        let path = beside_index(&href);
        site.files.insert(path, made.readings.into_bytes());
    }
    let list = format!("{list:#}\n").into_bytes();
    site.list = collection_from_bytes(&list, &Limits::PAGE).map_err(SiteError::broken(&path))?;
    site.files.insert(INDEX.to_owned(), list);
    Ok(())
}

fn readings_href(entry: &Entry) -> String {
    let stem = entry.href.strip_suffix(".json").unwrap_or(&entry.href);
    format!("{stem}{READINGS}")
}

fn hash_and_size(bytes: &[u8]) -> [Value; 2] {
    [hex_sha256(bytes).into(), bytes.len().into()]
}

fn kept_or_made(site: &SiteFiles, entry: &Entry, cache: &Path) -> Result<Made, SiteError> {
    let key = hex_sha256(format!("{} {}", entry.sha256, this_program()).as_bytes());
    let kept = cache.join(format!(
        "readings-{}.json",
        &hex_sha256(entry.href.as_bytes())[..16]
    ));
    let known: Option<Made> =
        (fs::read(&kept).ok()).and_then(|bytes| serde_json::from_slice(&bytes).ok());
    if let Some(made) = known.filter(|made| made.key == key) {
        return Ok(made);
    }
    let made = made(site, entry, key)?;
    let text = serde_json::to_vec(&made).unwrap_or_default();
    fs::create_dir_all(cache).map_err(SiteError::write(cache))?;
    fs::write(&kept, text).map_err(SiteError::write(&kept))?;
    Ok(made)
}

fn made(site: &SiteFiles, entry: &Entry, key: String) -> Result<Made, SiteError> {
    let (path, cube) = (site.path(&beside_index(&entry.href)), site.cube(entry)?);
    let found = cube.reading_count();
    if found > MOST_READINGS {
        return Err(SiteError::TooManyReadings {
            path,
            limit: MOST_READINGS,
            found,
        });
    }
    let bytes = bytes_from_readings(&cube.all_readings());
    let own = site
        .files
        .get(&beside_index(&entry.href))
        .map_or(&[][..], Vec::as_slice);
    let dataset = cube_from_bytes(own, &Limits::PAGE)
        .is_err()
        .then(|| bytes_from_cube(&cube));
    page_reads(dataset.as_deref().unwrap_or(own), &bytes).map_err(SiteError::broken(&path))?;
    let text = |bytes| String::from_utf8_lossy(bytes).into_owned();
    Ok(Made {
        key,
        dataset: dataset.as_deref().map(text),
        readings: text(&bytes),
    })
}

/// Whether the page will read it.
fn page_reads(dataset: &[u8], readings: &[u8]) -> Result<(), FormatError> {
    let readings = readings_from_bytes(readings, &Limits::PAGE)?;
    cube_with_readings(dataset, &Arc::new(readings), &Limits::PAGE).map(|_| ())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A site of one dataset, with all that is worked out beside it.
    fn built(dataset: &Value) -> Result<SiteFiles, SiteError> {
        let folder = tempfile::tempdir().unwrap();
        let dataset = dataset.to_string();
        let [sha256, bytes] = hash_and_size(dataset.as_bytes());
        let list = json!({ "class": "collection", "version": "2.0", "link": { "item": [{
            "class": "dataset", "href": "x/x-1.json",
            "extension": { "id": "x", "release": "1", "sha256": sha256, "bytes": bytes },
        }] } });
        fs::create_dir_all(folder.path().join("data/x")).unwrap();
        fs::write(folder.path().join(INDEX), list.to_string()).unwrap();
        fs::write(folder.path().join("data/x/x-1.json"), dataset).unwrap();
        let build = || {
            let mut site = SiteFiles::read(folder.path())?;
            add_readings(&mut site, &folder.path().join("cache"))?;
            Ok(site)
        };
        let first = build()?;
        // The second time all comes out of the cache.
        let second = build()?;
        assert_eq!(first.files, second.files);
        Ok(second)
    }

    /// A dataset whose measures can be chosen along so many dimensions of 12 categories.
    fn dataset(dimensions: u32) -> Value {
        let ids: Vec<String> = (0..dimensions).map(|at| format!("unit{at}")).collect();
        let codes: Vec<String> = (0..12).map(|at| format!("c{at}")).collect();
        let cells: Vec<usize> = (0..12_usize.pow(dimensions)).collect();
        let about = |id: &String| (id.clone(), json!({ "category": { "index": codes } }));
        json!({
            "version": "2.0", "class": "dataset", "id": ids, "size": vec![12; dimensions as usize],
            "role": { "metric": ids }, "value": cells,
            "dimension": ids.iter().map(about).collect::<serde_json::Map<_, _>>(),
        })
    }

    #[test]
    fn the_list_names_the_readings_of_each_dataset() {
        let file = dataset(1);
        let site = built(&file).unwrap();
        let entry = &site.list.entries()[0];
        let listed = entry.readings.as_ref().unwrap();
        assert_eq!(listed.href, "x/x-1.readings.json");
        let readings = &site.files["data/x/x-1.readings.json"];
        assert_eq!(
            (listed.bytes, &listed.sha256),
            (readings.len(), &hex_sha256(readings))
        );
        assert_eq!(site.files["data/x/x-1.json"], file.to_string().into_bytes());
        let readings = readings_from_bytes(readings, &Limits::PAGE).unwrap();
        assert_eq!(readings, site.cube(entry).unwrap().all_readings());
        assert_eq!(readings.list().len(), 13);
    }

    #[test]
    fn a_dataset_in_a_form_that_the_page_does_not_read_is_published_as_one_that_it_does() {
        let site = built(&json!({ "dataset": {
            "label": "Wells", "value": [7, 8],
            "dimension": {
                "id": ["area", "year"], "size": [1, 2],
                "area": { "category": { "index": ["n1"] } },
                "year": { "category": { "index": ["2011", "2012"] } },
            },
        } }))
        .unwrap();
        let (entry, published) = (&site.list.entries()[0], &site.files["data/x/x-1.json"]);
        assert_eq!(
            (entry.bytes, &entry.sha256),
            (published.len(), &hex_sha256(published))
        );
        let cube = cube_from_bytes(published, &Limits::PAGE).unwrap();
        assert_eq!(
            (cube.metadata().label.own(), cube.values().get(1)),
            ("Wells", 8.0)
        );
    }

    #[test]
    fn more_choices_of_measures_than_can_be_published_are_refused_by_name() {
        let error = built(&dataset(4)).unwrap_err().to_string();
        for part in ["x-1.json: ", "28561 ways, at most 20000"] {
            assert!(error.contains(part), "{error}");
        }
    }
}
