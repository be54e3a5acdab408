//! Loading the list of the site and the dataset of a link.

use std::rc::Rc;
use std::sync::Arc;

use crate::browser::{Cause, Fault, Progress, Report, fetch_bytes};
use crate::cube::{Cube, Linked};
use crate::formats::Limits;
use crate::formats::json_stat::{Entry, collection_from_bytes, cube_from_bytes};
use crate::formats::topojson::topology_from_bytes;
use crate::scene::{Figures, Ground};
use crate::view_state::{Address, Notice, release_of};

/// A dataset that is there, immutable.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Dataset {
    pub(crate) cube: Arc<Cube>,
    /// Every marginal without any filter.
    pub(crate) unfiltered: Arc<Linked>,
    /// What the list of the site says of it.
    pub(crate) entry: Entry,
    /// What the link asked for and the site does not have.
    pub(crate) notices: Vec<Notice>,
}

/// Loads the list, then the dataset and release that the link names, else the first and latest.
pub(crate) async fn load(base: &str, address: &Address, report: Report) -> Result<Dataset, Fault> {
    let folder = format!("{base}data/");
    let fault = |file: &str| {
        let file = file.to_owned();
        move |cause| Fault { file, cause }
    };
    // The bytes that are counted are those of the data; a list that stalls is told all the same.
    let told = report.clone();
    let of_list: Report = Rc::new(move |now| {
        if now.stalled {
            told(Progress {
                stalled: true,
                ..Progress::default()
            });
        }
    });
    let list = fetch_bytes(&format!("{folder}index.json"), None, of_list)
        .await
        .map_err(fault("index.json"))?;
    let list = collection_from_bytes(&list, &Limits::PAGE);
    let list = list
        .map_err(|error| Cause::Format(error.to_string()))
        .map_err(fault("index.json"))?;
    let release = release_of(address);
    let entry = list.nearest(&address.dataset, release.as_deref());
    let missing = release.filter(|release| *release != entry.release);
    let notices = missing.map(|release| Notice::UnknownRelease { release });
    let expected = Some((entry.bytes, &*entry.sha256));
    let bytes = fetch_bytes(&format!("{folder}{}", entry.href), expected, report).await;
    let bytes = bytes.map_err(fault(&entry.href))?;
    let cube = cube_from_bytes(&bytes, &Limits::PAGE);
    let cube = cube
        .map_err(|error| Cause::Format(error.to_string()))
        .map_err(fault(&entry.href))?;
    let unfiltered = Arc::new(Figures::unfiltered(&cube));
    Ok(Dataset {
        cube: Arc::new(cube),
        unfiltered,
        entry: entry.clone(),
        notices: notices.into_iter().collect(),
    })
}

/// The boundaries of a dataset's regions: the map, or why there is none.
#[derive(Clone)]
pub(crate) enum Boundaries {
    /// They are on their way.
    Coming,
    /// The dataset has none.
    None,
    /// The ground of the map.
    There(Arc<Ground>),
    /// They cannot be used; everything else can.
    Failed(Fault),
}

/// Loads the boundaries that the list names for a dataset.
pub(crate) async fn load_boundaries(base: &str, entry: &Entry, cube: &Cube) -> Boundaries {
    let Some(listed) = &entry.boundaries else {
        return Boundaries::None;
    };
    let expected = Some((listed.bytes, &*listed.sha256));
    let url = format!("{base}data/{}", listed.href);
    let bytes = fetch_bytes(&url, expected, Rc::new(|_| ())).await;
    let topology = bytes.and_then(|bytes| {
        let topology = topology_from_bytes(&bytes, &Limits::PAGE);
        topology.map_err(|error| Cause::Format(error.to_string()))
    });
    match topology {
        Ok(topology) => match Ground::new(topology, cube) {
            Some(ground) => Boundaries::There(Arc::new(ground)),
            None => Boundaries::None,
        },
        Err(cause) => Boundaries::Failed(Fault {
            file: listed.href.clone(),
            cause,
        }),
    }
}
