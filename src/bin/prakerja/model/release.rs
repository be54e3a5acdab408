//! The files of a release, and their place in the site's list.

use std::fs;
use std::path::{Path, PathBuf};

use jangkau::cube::ControlKind;
use jangkau::formats::json_stat::{
    Entry, bytes_from_cube, bytes_from_facts, bytes_from_model_card,
};

use jangkau::publish::tree::hex_sha256;

use super::dataset::dataset;
use super::everyday_names::everyday_names;
use super::facts::facts;
use super::fit::{Fitted, fit};
use super::list::{LIST, file, list, listed, listed_boundaries};
use super::model_card::{model_card, table};
use super::report::{regions_csv, report_csv};
use super::{ModelError, RoundingErrors, Sources, texts};

/// What was made, for the command line to tell.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct ModelSummary {
    /// The files written.
    pub(crate) files: Vec<PathBuf>,
    /// Persons in the cube.
    pub(crate) persons: u64,
    /// Sweeps of the two stages of the fit.
    pub(crate) sweeps: [usize; 2],
    /// Controls kept within their tolerance, and all there are: hard, soft, checks.
    pub(crate) kept: [(usize, usize); 3],
    /// How far rounding went from the fit.
    pub(crate) rounding: RoundingErrors,
    /// Bytes of the dataset, not compressed.
    pub(crate) bytes: usize,
    /// SHA-256 of the dataset.
    pub(crate) sha256: String,
}

/// Makes the default dataset from `figures.csv` and `idn-regions.csv` in `sources_dir` and writes
/// the dataset, the totals of every region, the report of every control, the published facts, the card of the model and the
/// site's list under `out_public_data`. The list names the boundaries, too, where they stand there. The same sources give the same bytes. Other datasets and releases that the
/// list already names stay in it.
///
/// # Errors
/// [`ModelError`] when a source is not as it should be, the figures contradict each other, or a
/// file cannot be read or written.
pub(crate) fn write_default_dataset(
    sources_dir: &Path,
    out_public_data: &Path,
) -> Result<ModelSummary, ModelError> {
    let sources = Sources::read(sources_dir)?;
    let fitted = fit(&sources)?;
    let cube = dataset(&sources, &fitted)?;
    let bytes = bytes_from_cube(&cube);
    let facts = bytes_from_facts(&cube, &facts(&sources, &cube)?);
    let entry = Entry {
        id: texts::ID.to_owned(),
        release: texts::RELEASE.to_owned(),
        label: texts::title(),
        href: format!("{0}/{0}-{1}.json", texts::ID, texts::RELEASE),
        sha256: hex_sha256(&bytes),
        bytes: bytes.len(),
        regions_csv: Some(format!("{}/regions.csv", texts::ID)),
        boundaries: listed_boundaries(out_public_data)?,
        facts: Some(file(format!("{}/facts.json", texts::ID), &facts)),
        // Worked out when the site is built.
        readings: None,
        is_fact_list: false,
        is_draft: false,
        everyday_names: everyday_names(),
        languages: texts::LANGUAGES.map(str::to_owned).to_vec(),
        views: Vec::new(),
    };
    let summary = ModelSummary {
        files: Vec::new(),
        persons: fitted
            .values
            .iter()
            .map(|&persons| u64::from(persons))
            .sum(),
        sweeps: fitted.sweeps,
        kept: [ControlKind::Hard, ControlKind::Soft, ControlKind::Check]
            .map(|kind| kept(&fitted, kind)),
        rounding: fitted.rounding,
        bytes: bytes.len(),
        sha256: entry.sha256.clone(),
    };
    let list_path = out_public_data.join(LIST);
    let mut files = Vec::new();
    let folder = format!("{}/", texts::ID);
    for (name, content) in [
        (entry.href.clone(), bytes),
        (
            folder.clone() + "regions.csv",
            regions_csv(&sources, &fitted).into_bytes(),
        ),
        (
            folder.clone() + "report.csv",
            report_csv(&sources, &fitted)?.into_bytes(),
        ),
        (folder.clone() + "facts.json", facts),
        (
            folder + MODEL_CARD,
            bytes_from_model_card(&model_card(&sources, &fitted)?),
        ),
        (LIST.to_owned(), list(&listed(&list_path)?, entry)),
    ] {
        let path = out_public_data.join(name);
        write(&path, &content)?;
        files.push(path);
    }
    Ok(ModelSummary { files, ..summary })
}

/// The card of the model, beside its dataset.
const MODEL_CARD: &str = "model-card.json";

/// Makes the model, leaves out each known count, and writes the card that says how far off it is then.
/// Returns the file and the errors as a table.
///
/// # Errors
/// As [`write_default_dataset`].
pub(crate) fn write_model_card(
    sources_dir: &Path,
    out_public_data: &Path,
) -> Result<(PathBuf, String), ModelError> {
    let sources = Sources::read(sources_dir)?;
    let card = model_card(&sources, &fit(&sources)?)?;
    let path = out_public_data.join(texts::ID).join(MODEL_CARD);
    write(&path, &bytes_from_model_card(&card))?;
    Ok((path, table(&card)))
}

fn kept(fitted: &Fitted, kind: ControlKind) -> (usize, usize) {
    let of_kind = || fitted.outcomes.iter().filter(|it| it.control.kind == kind);
    (of_kind().filter(|it| it.kept()).count(), of_kind().count())
}

fn write(path: &Path, content: &[u8]) -> Result<(), ModelError> {
    let failed = |error| ModelError::Write {
        path: path.to_owned(),
        error,
    };
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(failed)?;
    }
    fs::write(path, content).map_err(failed)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jangkau::cube::Label;
    use jangkau::formats::Limits;
    use jangkau::formats::json_stat::{collection_from_bytes, cube_from_bytes};

    fn sources_dir() -> PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR")).join("public/data/prakerja/sources")
    }

    #[test]
    fn the_list_names_the_file_by_its_hash_and_size() {
        let folder = tempfile::tempdir().unwrap();
        let summary = write_default_dataset(&sources_dir(), folder.path()).unwrap();
        let list = fs::read(folder.path().join("index.json")).unwrap();
        let list = collection_from_bytes(&list, &Limits::PAGE).unwrap();
        let entry = list.entry("prakerja", None).unwrap();
        let bytes = fs::read(folder.path().join(&entry.href)).unwrap();
        assert_eq!(
            entry.href,
            format!("prakerja/prakerja-{}.json", texts::RELEASE)
        );
        assert_eq!(
            (entry.bytes, &entry.sha256),
            (bytes.len(), &hex_sha256(&bytes))
        );
        assert!(cube_from_bytes(&bytes, &Limits::PAGE).is_ok());
        assert_eq!(summary.persons, 17_500_000);
        assert_eq!(summary.kept[0], (80, 80));
        assert!(summary.files.iter().all(|file| file.is_file()));
    }

    #[test]
    fn a_second_run_writes_the_same_bytes_and_keeps_what_else_is_listed() {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("prakerja")).unwrap();
        fs::write(folder.path().join("prakerja/regions.topo.json"), b"{}").unwrap();
        let other = Entry {
            id: "other".to_owned(),
            release: "7".to_owned(),
            label: Label::new("Other"),
            href: "other/other-7.json".to_owned(),
            sha256: "0".repeat(64),
            bytes: 1,
            regions_csv: None,
            boundaries: None,
            facts: None,
            readings: None,
            is_fact_list: false,
            is_draft: false,
            everyday_names: Vec::new(),
            languages: Vec::new(),
            views: Vec::new(),
        };
        fs::write(
            folder.path().join("index.json"),
            list(&Default::default(), other.clone()),
        )
        .unwrap();
        let read = |files: &[PathBuf]| -> Vec<Vec<u8>> {
            files.iter().map(|file| fs::read(file).unwrap()).collect()
        };
        let first = write_default_dataset(&sources_dir(), folder.path()).unwrap();
        let before = read(&first.files);
        let second = write_default_dataset(&sources_dir(), folder.path()).unwrap();
        assert_eq!(read(&second.files), before);
        let (listed, _) = listed(&folder.path().join("index.json")).unwrap();
        assert_eq!(listed.len(), 2);
        assert_eq!(listed[0], other);
        let boundaries = listed[1].boundaries.as_ref().unwrap();
        assert_eq!(
            (&*boundaries.href, boundaries.bytes),
            ("prakerja/regions.topo.json", 2)
        );
    }

    #[test]
    fn the_shipped_files_are_those_the_sources_make() {
        let folder = tempfile::tempdir().unwrap();
        let shipped = Path::new(env!("CARGO_MANIFEST_DIR")).join("public/data");
        let summary = write_default_dataset(&sources_dir(), folder.path()).unwrap();
        for file in &summary.files[..5] {
            let name = file.strip_prefix(folder.path()).unwrap();
            let same = fs::read(file).unwrap() == fs::read(shipped.join(name)).unwrap();
            assert!(same, "{} is out of date", name.display());
        }
        let (list, _) = listed(&shipped.join(LIST)).unwrap();
        let hashes: Vec<&str> = list.iter().map(|it| &*it.sha256).collect();
        assert!(hashes.contains(&&*summary.sha256));
    }
}
