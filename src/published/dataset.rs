//! Loading the list of the site and the dataset of a link.
//!
//! The list says what each file is, and the builder of the site has read every one of them: each is
//! read as what it is listed as. How the dataset is read, too, was worked out by the builder
//! ([`cube_with_readings`]); without these readings there is no dataset, and never a sum by chance.

use std::rc::Rc;
use std::sync::Arc;

use crate::browser::{Cause, Fault, Progress, Report, fetch_bytes, is_framed};
use crate::cube::{Cube, CubeError, Fact, Linked, answers};
use crate::formats::json_stat::{
    Entry, Listed, collection_from_bytes, cube_with_readings, facts_from_bytes,
};
use crate::formats::readings::readings_from_bytes;
use crate::formats::topojson::topology_from_bytes;
use crate::formats::{FormatError, Limits};
use crate::scene::{Answered, Figures, MapGeometry};
use crate::view_state::{LinkParts, Notice, release_of};

/// The list of the site, beside what it names.
const LIST: &str = "index.json";

/// A dataset that is there, immutable.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Dataset {
    pub(crate) cube: Arc<Cube>,
    /// Every marginal without any filter.
    pub(crate) unfiltered: Arc<Linked>,
    /// What the list of the site says of it.
    pub(crate) entry: Entry,
    /// What the list says of each other dataset of the site, in its order.
    pub(crate) others: Vec<Entry>,
    /// What the link asked for and the site does not have.
    pub(crate) notices: Vec<Notice>,
}

/// Loads the list, then the dataset and release that the link names, else the first and latest.
pub(crate) async fn load(
    base: &str,
    address: &LinkParts,
    report: Report,
) -> Result<Dataset, Fault> {
    let folder = format!("{base}data/");
    let fault = |file: &str| {
        let file = file.to_owned();
        move |cause| Fault { file, cause }
    };
    // The bytes that are counted are those of the data; another file that stalls is reported all the
    // same.
    let on_progress = report.clone();
    let of_others: Report = Rc::new(move |now| {
        if now.stalled {
            on_progress(Progress {
                stalled: true,
                ..Progress::default()
            });
        }
    });
    let list = fetch_bytes(&format!("{folder}{LIST}"), None, of_others.clone())
        .await
        .map_err(fault(LIST))?;
    let list = collection_from_bytes(&list, &Limits::PAGE)
        .map_err(|error| Cause::Format(error.to_string()))
        .map_err(fault(LIST))?;
    let release = release_of(address);
    let nearest = list.nearest(&address.dataset, release.as_deref());
    // On its own page a reader is told and sees the first; an editor has to know.
    let is_named =
        |entry: &&Entry| !is_framed() || address.dataset.is_empty() || entry.id == address.dataset;
    let Some(entry) = nearest.filter(is_named) else {
        return Err(fault(LIST)(Cause::NoDataset {
            id: address.dataset.clone(),
            others: (list.latest())
                .filter(|entry| !entry.is_fact_list)
                .map(|entry| entry.id.clone())
                .collect(),
        }));
    };
    let missing = release.filter(|release| *release != entry.release);
    let notices = missing.map(|release| {
        let withdrawn = list.withdrawal(&entry.id, &release);
        Notice::of_release(release, withdrawn.map(|it| (&*it.date, &*it.reason)))
    });
    let expected = Some((entry.bytes, &*entry.sha256));
    let bytes = fetch_bytes(&format!("{folder}{}", entry.href), expected, report).await;
    let bytes = bytes.map_err(fault(&entry.href))?;
    let cube = cube_of(base, entry, &bytes, of_others).await?;
    let unfiltered = Arc::new(Figures::unfiltered(&cube));
    Ok(Dataset {
        cube: Arc::new(cube),
        unfiltered,
        entry: entry.clone(),
        others: (list.latest())
            .filter(|other| other.id != entry.id)
            .cloned()
            .collect(),
        notices: notices.into_iter().collect(),
    })
}

/// The dataset in `bytes`, with the readings that the list names for it.
async fn cube_of(base: &str, entry: &Entry, bytes: &[u8], report: Report) -> Result<Cube, Fault> {
    let broken = |file: &str, error: String| Fault {
        file: file.to_owned(),
        cause: Cause::Format(error),
    };
    let beside = bytes_beside(base, entry.readings.as_ref(), report).await?;
    let (Some(listed), Some(beside)) = (&entry.readings, beside) else {
        let error = format!("{}: expected readings, found none", entry.id);
        return Err(broken(LIST, error));
    };
    let readings = readings_from_bytes(&beside, &Limits::PAGE)
        .map_err(|error| broken(&listed.href, error.to_string()))?;
    cube_with_readings(bytes, &Arc::new(readings), &Limits::PAGE).map_err(|error| {
        let is_of_readings = matches!(
            error,
            FormatError::Cube {
                fault: CubeError::OtherReadings { .. },
                ..
            }
        );
        let file = if is_of_readings {
            &listed.href
        } else {
            &entry.href
        };
        broken(file, error.to_string())
    })
}

/// A file that comes after the dataset, or without which everything else goes on.
pub(crate) enum Companion<T> {
    /// It is on its way.
    Loading,
    /// The dataset has none.
    None,
    /// What is made of it.
    Ready(Arc<T>),
    /// It cannot be used.
    Failed(Fault),
}

impl Companion<Answered> {
    /// The published facts; none until they are there.
    pub(crate) fn facts(&self) -> &[Fact] {
        match self {
            Self::Ready(answered) => &answered.0,
            Self::None | Self::Loading | Self::Failed(_) => &[],
        }
    }
}

/// Loads the boundaries that the list names for a dataset: the ground of the map.
pub(crate) async fn load_boundaries(
    base: &str,
    entry: &Entry,
    cube: &Cube,
) -> Companion<MapGeometry> {
    let bytes = match bytes_beside(base, entry.boundaries.as_ref(), Rc::new(|_| ())).await {
        Ok(Some(bytes)) => bytes,
        Ok(None) => return Companion::None,
        Err(fault) => return Companion::Failed(fault),
    };
    match topology_from_bytes(&bytes, &Limits::PAGE) {
        Ok(topology) => match MapGeometry::new(topology, cube) {
            Some(geometry) => Companion::Ready(Arc::new(geometry)),
            None => Companion::None,
        },
        Err(error) => broken(entry.boundaries.as_ref(), &error.to_string()),
    }
}

/// Loads the published facts that the list names for a dataset, with what the cube says beside each.
pub(crate) async fn load_facts(base: &str, entry: &Entry, cube: &Cube) -> Companion<Answered> {
    let bytes = match bytes_beside(base, entry.facts.as_ref(), Rc::new(|_| ())).await {
        Ok(Some(bytes)) => bytes,
        Ok(None) => return Companion::None,
        Err(fault) => return Companion::Failed(fault),
    };
    match facts_from_bytes(&bytes, cube, &Limits::PAGE) {
        Ok(facts) => {
            let answers = answers(cube, &facts);
            Companion::Ready(Arc::new((facts, answers)))
        }
        Err(error) => broken(entry.facts.as_ref(), &error.to_string()),
    }
}

/// The bytes of a file that the list names.
async fn bytes_beside(
    base: &str,
    listed: Option<&Listed>,
    report: Report,
) -> Result<Option<Vec<u8>>, Fault> {
    let Some(listed) = listed else {
        return Ok(None);
    };
    let expected = Some((listed.bytes, &*listed.sha256));
    let url = format!("{base}data/{}", listed.href);
    let bytes = fetch_bytes(&url, expected, report).await;
    bytes.map(Some).map_err(|cause| Fault {
        file: listed.href.clone(),
        cause,
    })
}

fn broken<T>(listed: Option<&Listed>, error: &str) -> Companion<T> {
    Companion::Failed(Fault {
        file: listed.map_or_else(String::new, |listed| listed.href.clone()),
        cause: Cause::Format(error.to_owned()),
    })
}
