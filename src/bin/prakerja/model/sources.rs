//! The two tables of published facts the model is made from, read and checked.

use std::path::Path;

use super::figures::{Key, PublishedFigure};
use super::layout::RegionIx;
use super::regions::Region;
use super::{ModelError, figures, regions};

/// The published figures and the list of regions, in the order of the files.
#[derive(Debug)]
pub(crate) struct Sources {
    figures: Vec<PublishedFigure>,
    regions: Vec<Region>,
}

impl Sources {
    /// Reads `figures.csv` and `idn-regions.csv` from a folder.
    ///
    /// # Errors
    /// [`ModelError`] naming the file, row and column that is not as it should be.
    pub(crate) fn read(folder: &Path) -> Result<Self, ModelError> {
        let bytes = |name: &str| {
            let path = folder.join(name);
            std::fs::read(&path).map_err(|error| ModelError::Read { path, error })
        };
        Self::from_csv(&bytes(figures::FILE)?, &bytes(regions::FILE)?)
    }

    /// Reads both tables from their bytes.
    ///
    /// # Errors
    /// As [`Sources::read`].
    pub(crate) fn from_csv(figures_csv: &[u8], regions_csv: &[u8]) -> Result<Self, ModelError> {
        Ok(Self {
            figures: figures::from_csv(figures_csv)?,
            regions: regions::from_csv(regions_csv)?,
        })
    }

    pub(crate) fn figures(&self) -> &[PublishedFigure] {
        &self.figures
    }

    pub(crate) fn regions(&self) -> &[Region] {
        &self.regions
    }

    #[cfg(test)]
    pub(crate) fn into_regions(self) -> Vec<Region> {
        self.regions
    }

    /// The codes of the 34 provinces of 2020, ascending.
    pub(crate) fn provinces(&self) -> Vec<&str> {
        let mut codes: Vec<&str> = self.regions.iter().map(Region::province_2020).collect();
        codes.sort_unstable();
        codes.dedup();
        codes
    }

    /// The region of a name.
    pub(crate) fn region(&self, name: &str) -> Result<RegionIx, ModelError> {
        let found = self.regions.iter().position(|region| *region.name == *name);
        found.map(RegionIx).ok_or_else(|| ModelError::NoRegion {
            name: name.to_owned(),
        })
    }

    /// The code of 2020 of a province, or of the province a newer one was part of.
    pub(crate) fn province_2020(&self, name: &str) -> Result<&str, ModelError> {
        // The programme shortens the one name; the list of regions does not.
        let name = if name == "DI Yogyakarta" {
            "Daerah Istimewa Yogyakarta"
        } else {
            name
        };
        let old = |region: &&Region| &*region.province_name_2020 == name;
        let new = |region: &&Region| &*region.province_name_2023 == name;
        let found = self
            .regions
            .iter()
            .find(old)
            .or_else(|| self.regions.iter().find(new));
        found
            .map(Region::province_2020)
            .ok_or_else(|| ModelError::NoRegion {
                name: name.to_owned(),
            })
    }

    /// The figure of a key, where there is one and all sources print the same value.
    pub(crate) fn find(&self, key: &Key<'_>) -> Result<Option<&PublishedFigure>, ModelError> {
        let mut rows = self.figures.iter().filter(|figure| key.names(figure));
        let Some(first) = rows.next() else {
            return Ok(None);
        };
        #[allow(clippy::float_cmp, reason = "the same text gives the same number")]
        let differs = rows.find(|other| other.value != first.value);
        match differs {
            None => Ok(Some(first)),
            Some(second) => Err(ModelError::FiguresDiffer {
                first: first.row,
                second: second.row,
                key: key.to_string(),
            }),
        }
    }

    /// The figure of a key.
    pub(crate) fn figure(&self, key: &Key<'_>) -> Result<&PublishedFigure, ModelError> {
        self.find(key)?.ok_or_else(|| ModelError::NoFigure {
            key: key.to_string(),
        })
    }

    /// The figures of a period, dimension and category, whatever the region.
    pub(crate) fn all(&self, key: Key<'_>) -> impl Iterator<Item = &PublishedFigure> {
        self.figures
            .iter()
            .filter(move |figure| key.names_but_region(figure))
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    pub(crate) fn shipped() -> Sources {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("public/data/prakerja/sources");
        Sources::read(&folder).unwrap()
    }

    #[test]
    fn the_shipped_sources_hold_695_figures_and_514_regions() {
        let sources = shipped();
        assert_eq!(sources.figures.len(), 695);
        assert_eq!(sources.regions.len(), 514);
        assert_eq!(sources.provinces().len(), 34);
    }

    #[test]
    fn a_province_of_2023_is_found_under_its_parent() {
        let sources = shipped();
        assert_eq!(sources.province_2020("Papua Tengah").unwrap(), "91");
        assert_eq!(sources.province_2020("Papua Barat Daya").unwrap(), "92");
        assert_eq!(sources.province_2020("DI Yogyakarta").unwrap(), "34");
    }

    #[test]
    fn sources_that_differ_are_named_by_row() {
        let sources = shipped();
        let key = Key::nation("2021 semester I (batches 12-17)", "education", "SD-SMP");
        let error = sources.figure(&key).unwrap_err().to_string();
        assert!(error.contains("rows 273 and 284"), "{error}");
        assert_eq!(sources.figure(&key.by("Liputan6")).unwrap().row, 273);
    }

    #[test]
    fn a_figure_that_is_not_there_is_named() {
        let key = Key::of("Kabupaten Jember", "2019", "recipients", "total");
        let error = shipped().figure(&key).unwrap_err().to_string();
        assert!(
            error.ends_with("Kabupaten Jember, 2019, recipients, total"),
            "{error}"
        );
    }
}
