//! The one door for a file of any format: what it is, and what is in it.

use super::error::{FormatError, unexpected};
use super::json::THE_FILE;
use super::json_stat::{
    Bundle, Collection, CollectionFile, FactsFile, bundle_from_bytes, collection_file,
    cube_from_bytes, fact_list_from_bytes, numbered,
};
use super::kind::{Kind, kind_of};
use super::limits::Limits;
use super::remark::Remark;
use super::topojson::topology_from_bytes;
use super::unread::{GEOJSON, READ};
use super::{px, sdmx_csv};
use crate::cube::Cube;
use crate::fact_list::FactList;
use crate::geo::Topology;

/// What a file holds.
#[derive(Debug, Clone, PartialEq)]
pub enum Opened {
    /// A dataset: of JSON-stat, alone or the only one of a file, of PX or of SDMX-CSV.
    Dataset(Box<Cube>),
    /// Several JSON-stat datasets in one file.
    Several(Bundle),
    /// A list of datasets: a JSON-stat 2.0 collection.
    Collection(Collection),
    /// Published facts, which name the categories of a dataset.
    Facts(FactsFile),
    /// Published figures as a list, without a dataset.
    FactList(Box<FactList>),
    /// Boundaries: a `TopoJSON` topology.
    Topology(Topology),
}

/// Reads a file of any format that is read, by what it is: its name plays no part.
///
/// # Errors
/// [`FormatError::OtherFormat`], naming the format, where it is another one (`GeoJSON`, CSV, a workbook,
/// an HTML page, …); else what its reader finds wrong, with the place in the file.
///
/// # Examples
/// ```
/// use jangkau::formats::{Limits, Opened, open};
/// let file = br#"{
///     "version": "2.0", "class": "dataset", "id": ["source"], "size": [2],
///     "dimension": {"source": {"category": {"index": ["well", "river"]}}},
///     "value": [120, 80]
/// }"#;
/// let Opened::Dataset(cube) = open(file, &Limits::PAGE)? else {
///     panic!("a dataset was expected");
/// };
/// assert_eq!(cube.shape().sizes(), [2]);
///
/// let error = open(b"area;value\nn1;120\n", &Limits::PAGE).unwrap_err();
/// let refusal = "the file: CSV is not read, expected JSON-stat, PX, SDMX-CSV or TopoJSON: ";
/// assert!(error.to_string().starts_with(refusal));
/// # Ok::<(), jangkau::formats::FormatError>(())
/// ```
pub fn open(bytes: &[u8], limits: &Limits) -> Result<Opened, FormatError> {
    let (opened, _) = content(bytes, limits)?;
    if let Opened::Several(bundle) = &opened
        && bundle.names().len() == 1
    {
        return Ok(Opened::Dataset(Box::new(opened.into_dataset()?)));
    }
    Ok(opened)
}

/// Reads the dataset of a file; of several, the one that `choice` names by name or number.
///
/// # Errors
/// [`FormatError::Several`] or [`FormatError::NotOneOf`], naming the datasets, where it is not clear
/// which is meant; else those of [`open`] and [`Opened::into_dataset`].
///
/// # Examples
/// ```
/// use jangkau::formats::{Limits, open_dataset};
/// let dataset = |figure: u8| format!(r#"{{"dimension": {{
///     "id": ["area"], "size": [1], "area": {{"category": {{"index": ["n1"]}}}}
/// }}, "value": [{figure}]}}"#);
/// let file = format!(r#"{{"dogs": {}, "cats": {}}}"#, dataset(3), dataset(4));
/// let cats = |choice| open_dataset(file.as_bytes(), choice, &Limits::PAGE);
/// assert_eq!(cats(Some("cats"))?.values().get(0), 4.0);
/// assert_eq!(cats(Some("2"))?.values().get(0), 4.0);
/// assert_eq!(
///     cats(None).unwrap_err().to_string(),
///     r#"the file holds 2 datasets: 1 "dogs", 2 "cats"; choose one by its name or number"#
/// );
/// # Ok::<(), jangkau::formats::FormatError>(())
/// ```
pub fn open_dataset(
    bytes: &[u8],
    choice: Option<&str>,
    limits: &Limits,
) -> Result<Cube, FormatError> {
    let (cube, _) = open_with_remarks(bytes, choice, limits)?;
    Ok(cube)
}

/// Reads the dataset of a file, as [`open_dataset`] does, and tells how what is not plain in it was read.
///
/// # Errors
/// Those of [`open_dataset`].
///
/// # Examples
/// ```
/// use jangkau::formats::{Limits, open_with_remarks};
/// let file = b"DATAFLOW,REF_AREA,TIME_PERIOD,OBS_VALUE,OBS_COMMENT\nX:W(1.0),ID,2024,120,checked twice\n";
/// let (cube, remarks) = open_with_remarks(file, None, &Limits::PAGE)?;
/// assert_eq!(cube.values().get(0), 120.0);
/// assert_eq!(remarks[0].to_string(), "line 2, OBS_COMMENT: a comment: comments on figures are not read");
/// # Ok::<(), jangkau::formats::FormatError>(())
/// ```
pub fn open_with_remarks(
    bytes: &[u8],
    choice: Option<&str>,
    limits: &Limits,
) -> Result<(Cube, Vec<Remark>), FormatError> {
    let (opened, remarks) = content(bytes, limits)?;
    let Some(choice) = choice else {
        return Ok((opened.into_dataset()?, remarks));
    };
    if let Opened::Several(bundle) = opened {
        return Ok((bundle.dataset(choice)?, remarks));
    }
    let cube = opened.into_dataset()?;
    let name = cube.metadata().label.own();
    if choice != "1" && choice != name {
        return Err(FormatError::NotOneOf {
            choice: choice.to_owned(),
            names: numbered([name].into_iter()),
        });
    }
    Ok((cube, remarks))
}

/// What a file holds, and what is to be said of it; [`Opened::Several`] where there may be several, even
/// of one.
fn content(bytes: &[u8], limits: &Limits) -> Result<(Opened, Vec<Remark>), FormatError> {
    let (cube, remarks) = match kind_of(bytes, READ)? {
        Kind::Px => px::cube_from_bytes(bytes, limits)?,
        Kind::SdmxCsv => sdmx_csv::cube_from_bytes(bytes, limits)?,
        Kind::Dataset => (cube_from_bytes(bytes, limits)?, Vec::new()),
        Kind::Bundle => return plain(Opened::Several(bundle_from_bytes(bytes, limits)?)),
        Kind::Collection => {
            return plain(match collection_file(bytes, limits)? {
                CollectionFile::List(list) => Opened::Collection(list),
                CollectionFile::Datasets(bundle) => Opened::Several(bundle),
            });
        }
        Kind::Facts => return plain(Opened::Facts(FactsFile::from_bytes(bytes, limits)?)),
        Kind::FactList => {
            let list = fact_list_from_bytes(bytes, limits)?;
            return plain(Opened::FactList(Box::new(list)));
        }
        Kind::Topology => return plain(Opened::Topology(topology_from_bytes(bytes, limits)?)),
        Kind::GeoJson => return Err(GEOJSON.refused(READ).into()),
    };
    Ok((Opened::Dataset(Box::new(cube)), remarks))
}

/// What was read as it stands.
#[allow(clippy::unnecessary_wraps, reason = "it ends a function that may fail")]
fn plain(opened: Opened) -> Result<(Opened, Vec<Remark>), FormatError> {
    Ok((opened, Vec::new()))
}

impl Opened {
    /// The dataset.
    ///
    /// # Errors
    /// [`FormatError::Several`] where there are several; [`FormatError::Unexpected`] where the file is
    /// something else.
    ///
    /// # Examples
    /// ```
    /// use jangkau::formats::{Limits, open};
    /// let list = br#"{"class": "collection", "link": {"item": []}}"#;
    /// assert!(open(list, &Limits::PAGE).and_then(|opened| opened.into_dataset()).is_err());
    /// ```
    pub fn into_dataset(self) -> Result<Cube, FormatError> {
        match self {
            Self::Dataset(cube) => Ok(*cube),
            Self::Several(bundle) => bundle.only(),
            Self::Collection(_) | Self::Facts(_) | Self::FactList(_) | Self::Topology(_) => {
                Err(self.instead_of(DATASET))
            }
        }
    }

    /// The list of datasets.
    ///
    /// # Errors
    /// [`FormatError::Unexpected`] where the file is something else.
    pub fn into_collection(self) -> Result<Collection, FormatError> {
        if let Self::Collection(list) = self {
            return Ok(list);
        }
        Err(self.instead_of(COLLECTION))
    }

    /// The published facts.
    ///
    /// # Errors
    /// [`FormatError::Unexpected`] where the file is something else.
    pub fn into_facts(self) -> Result<FactsFile, FormatError> {
        if let Self::Facts(facts) = self {
            return Ok(facts);
        }
        Err(self.instead_of(FACTS))
    }

    /// The list of published figures.
    ///
    /// # Errors
    /// [`FormatError::Unexpected`] where the file is something else.
    pub fn into_fact_list(self) -> Result<FactList, FormatError> {
        if let Self::FactList(list) = self {
            return Ok(*list);
        }
        Err(self.instead_of(FACT_LIST))
    }

    /// The boundaries.
    ///
    /// # Errors
    /// [`FormatError::Unexpected`] where the file is something else.
    pub fn into_topology(self) -> Result<Topology, FormatError> {
        if let Self::Topology(topology) = self {
            return Ok(topology);
        }
        Err(self.instead_of(TOPOLOGY))
    }

    #[cold]
    fn instead_of(&self, expected: &str) -> FormatError {
        let found = match self {
            Self::Dataset(_) => DATASET,
            Self::Several(_) => SEVERAL,
            Self::Collection(_) => COLLECTION,
            Self::Facts(_) => FACTS,
            Self::FactList(_) => FACT_LIST,
            Self::Topology(_) => TOPOLOGY,
        };
        let failure = unexpected(THE_FILE.to_owned(), expected.to_owned(), found.to_owned());
        FormatError::from(failure)
    }
}

const DATASET: &str = "a dataset";
const SEVERAL: &str = "several JSON-stat datasets";
const COLLECTION: &str = "a JSON-stat 2.0 collection";
const FACTS: &str = "published facts";
const FACT_LIST: &str = "a list of published figures";
const TOPOLOGY: &str = "a TopoJSON topology";

#[cfg(test)]
mod tests {
    use super::*;

    /// A file of each kind, as small as it can be.
    fn files() -> [(String, &'static str); 5] {
        let hash = "0".repeat(64);
        let list = format!(
            r#"{{"class":"collection","link":{{"item":[{{"class":"dataset","href":"x.json",
            "extension":{{"id":"x","release":"1","bytes":2,"sha256":"{hash}"}}}}]}}}}"#
        );
        let dataset = r#"{"version":"2.0","class":"dataset","id":["area"],"size":[1],
            "dimension":{"area":{"category":{"index":["n1"]}}},"value":[1]}"#;
        let facts = r#"{"labels":[],"sources":[],"facts":[]}"#;
        let fact_list = r#"{"class":"fact-list","id":"x","release":"1","lang":"en","label":"X",
            "sentence":"S","agency":"A","whole":"V","sources":[{"publisher":"P","url":"https://a.id/"}],
            "figures":[{"topic":"wells","number":"1","source":0}]}"#;
        let topology = r#"{"type":"Topology","objects":{"regions":{"type":"GeometryCollection",
            "geometries":[]}},"arcs":[]}"#;
        [
            (dataset.to_owned(), DATASET),
            (list, COLLECTION),
            (facts.to_owned(), FACTS),
            (fact_list.to_owned(), FACT_LIST),
            (topology.to_owned(), TOPOLOGY),
        ]
    }

    #[test]
    fn each_kind_of_file_is_told_and_read() {
        for (file, kind) in files() {
            let opened = || open(file.as_bytes(), &Limits::PAGE).unwrap();
            let found = [
                opened().into_dataset().err(),
                opened().into_collection().err(),
                opened().into_facts().err(),
                opened().into_fact_list().err(),
                opened().into_topology().err(),
            ];
            for (error, expected) in found
                .into_iter()
                .zip([DATASET, COLLECTION, FACTS, FACT_LIST, TOPOLOGY])
            {
                let expected = (kind != expected)
                    .then(|| format!("the file: expected {expected}, found {kind}"));
                assert_eq!(error.map(|error| error.to_string()), expected);
            }
        }
    }

    #[test]
    fn a_map_without_its_table_is_named() {
        let map = br#"{"type": "FeatureCollection", "features": []}"#;
        let error = open(map, &Limits::PAGE).unwrap_err().to_string();
        let expected =
            "the file: GeoJSON is not read, expected JSON-stat, PX, SDMX-CSV or TopoJSON: ";
        assert!(error.starts_with(expected), "{error}");
    }

    #[test]
    fn neither_a_mark_nor_space_before_it_nor_the_order_of_members_matters() {
        for (file, kind) in files() {
            let file = file.replacen('{', "\u{feff} \n{\"x\": [{\"class\": 1}], ", 1);
            let opened = open(file.as_bytes(), &Limits::PAGE).map(|opened| opened.instead_of(""));
            let expected = format!("the file: expected , found {kind}");
            assert_eq!(opened.unwrap().to_string(), expected);
        }
    }
}
