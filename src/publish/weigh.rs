//! What a visitor has to fetch, in bytes as a host sends them.

use std::fs;
use std::path::Path;

use crate::formats::Limits;
use crate::formats::json_stat::{Collection, collection_from_bytes};
use crate::publish::card::CARDS;
use crate::publish::compress::Coding;
use crate::publish::error::SiteError;
use crate::publish::facts_edition::STYLE;
use crate::publish::headers::ASSETS;
use crate::publish::readings::READINGS;
use crate::publish::shell::INDEX;
use crate::publish::tree::names_in_tree;
use crate::publish::visits::Visits;
use crate::publish::worker::WORKER;

/// How files of boundaries end.
const BOUNDARIES: &str = ".topo.json";

/// How the files of the interface begin, which no visit fetches unless something is taken along.
const API: &str = "/api";

/// How the files begin that come where a reader opens a file of their own.
const OWN_FILE: [&str; 2] = ["/own.", "/reader"];

/// The scripts that no first view needs: where something is taken along, that asks the interface for it; where a
/// link has filters, that says until the program answers which are still to come; where a reader has the focus in the
/// document already, that gives it to the explorer; in a frame, that tells the host of it.
const LATE_SCRIPTS: [&str; 4] = ["/take.", "/pending.", "/keep.", "/frame."];

/// The scripts of the copy with which a site opens without a network; its worker and what asks for it.
const OFFLINE: [&str; 2] = ["/offline.js", WORKER];

/// How the modules end with which a program starts; what else is wasm comes later.
const FIRST: &str = "_bg.wasm";

/// Whether a file comes where a reader opens a file of their own, and nowhere else.
pub(super) fn is_of_own_file(path: &str) -> bool {
    OWN_FILE.iter().any(|own| path.contains(own))
}

/// How something is weighed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scales {
    /// As a host sends it to a browser: in brotli, where that is smaller.
    Sent,
    /// As it lies in the folder.
    Stored,
}

/// A part of the site, its weight, and the most it may weigh.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Weight {
    /// What is weighed.
    pub name: &'static str,
    /// How it was weighed.
    pub scales: Scales,
    /// Its bytes.
    pub bytes: u64,
    /// The most that is allowed, in bytes.
    pub limit: u64,
}

impl Weight {
    /// Whether it weighs no more than it may.
    #[must_use]
    pub fn is_within(&self) -> bool {
        self.bytes <= self.limit
    }
}

/// Weighs a built folder: the program, the heaviest dataset, readings and boundaries, the heaviest document
/// with its style, and the heaviest first visit: what is fetched of one dataset in one language before the page can be
/// used. What comes late is weighed by itself, and so are the heaviest preview card and the whole folder.
///
/// # Errors
/// When the folder cannot be read.
pub fn weigh(folder: &Path) -> Result<Vec<Weight>, SiteError> {
    let (mut program, mut late, mut style, mut document) = (0, 0, 0, 0);
    let (mut api, mut element, mut own_file, mut offline) = (0, 0, 0, 0);
    let (mut dataset, mut readings, mut boundaries, mut words) = (0, 0, 0, 0);
    let (mut card, mut whole, mut facts, mut fact_style) = (0, 0, 0, 0);
    let of_facts = facts_pages(folder);
    let mut visits = Visits::default();
    for path in names_in_tree(folder)? {
        let ending = Path::new(&path)
            .extension()
            .and_then(|ending| ending.to_str());
        let bytes = sent_bytes(folder, &path)?;
        whole += length(&folder.join(&path))?;
        match ending {
            Some("js") if OFFLINE.iter().any(|it| path.ends_with(it)) => offline += bytes,
            Some("js") if LATE_SCRIPTS.iter().any(|it| path.contains(it)) => late += bytes,
            Some("js" | "wasm") if path.contains(API) => api += bytes,
            Some("js" | "wasm" | "css") if is_of_own_file(&path) => own_file += bytes,
            Some("wasm") if !path.ends_with(FIRST) => late += bytes,
            Some("js" | "wasm") if path.starts_with(ASSETS) => program += bytes,
            Some("js") => element = bytes.max(element),
            Some("css") if path.ends_with(STYLE) => fact_style = bytes,
            Some("css") if path.starts_with(ASSETS) => style += bytes,
            Some("txt") if path.starts_with(ASSETS) => {
                visits.words(&path, bytes);
                words = bytes.max(words);
            }
            Some("png") if path.starts_with(CARDS) => card = bytes.max(card),
            Some("html") if of_facts.iter().any(|it| path.ends_with(it)) => {
                facts = bytes.max(facts);
            }
            Some("html") => {
                visits.document(&path, bytes);
                document = bytes.max(document);
            }
            Some("json") if path.ends_with(BOUNDARIES) => {
                visits.data(&path, BOUNDARIES, bytes);
                boundaries = bytes.max(boundaries);
            }
            Some("json") if path.ends_with(READINGS) => {
                visits.data(&path, READINGS, bytes);
                readings = bytes.max(readings);
            }
            Some("json") => {
                visits.data(&path, ".json", bytes);
                dataset = bytes.max(dataset);
            }
            _ => {}
        }
    }
    let weighed = |scales: Scales| {
        move |name, bytes, limit| Weight {
            name,
            scales,
            bytes,
            limit,
        }
    };
    let (weight, stored) = (weighed(Scales::Sent), weighed(Scales::Stored));
    let of_all = dataset + readings + boundaries + document + words;
    let of_one = visits.heaviest().unwrap_or(of_all);
    // 300 and 600 kB are what the design asks for. What a first answer does not need comes late: a new
    // part of the page that is too heavy for them belongs there.
    Ok(vec![
        weight("WebAssembly and JavaScript", program, 300_000),
        weight("heaviest dataset", dataset, 230_000),
        weight("heaviest readings", readings, 10_000),
        weight("heaviest boundaries", boundaries, 90_000),
        // A document has the map, the bars and the facts of its place in it. Arabic and French take more words.
        weight(
            "heaviest document with its style and words",
            document + style + words,
            23_000,
        ),
        weight("a first visit", program + style + of_one, 600_000),
        weight("panels that come late", late, 166_000),
        // What writes workbooks is about half of it.
        weight("interface for scripts and pictures", api, 471_000),
        // It comes where a reader opens a file of their own, and nowhere else.
        weight("reader of an own file", own_file, 645_000),
        weight("script of the element", element, 2_000),
        // With the hash of each file that it keeps, and its words in every language.
        weight("copy for a visit without a network", offline, 6_000),
        // It needs no program, and no words beside its own.
        weight(
            "heaviest page of published figures with its style",
            facts + style + fact_style,
            28_000,
        ),
        stored("heaviest preview card", card, 45_000),
        // The documents, each plain and in two codings, and the cards are some 65 kB a place and language. 90 MB were set
        // for two datasets in two languages each; the third language of the second adds five.
        stored("the whole site", whole, 97_000_000),
    ])
}

/// How the paths of documents end that show a list of published figures; none where the list of the site cannot be read.
fn facts_pages(folder: &Path) -> Vec<String> {
    let list = fs::read(folder.join(INDEX)).ok();
    let list = list.and_then(|bytes| collection_from_bytes(&bytes, &Limits::PAGE).ok());
    let entries = list.iter().flat_map(Collection::entries);
    let of_facts = entries.filter(|entry| entry.is_fact_list);
    of_facts
        .map(|entry| format!("/{}/index.html", entry.id))
        .collect()
}

fn length(path: &Path) -> Result<u64, SiteError> {
    let about = fs::metadata(path);
    about
        .map(|about| about.len())
        .map_err(SiteError::read(path))
}

/// The bytes of the brotli form, or of the file where that has none.
fn sent_bytes(folder: &Path, path: &str) -> Result<u64, SiteError> {
    let plain = folder.join(path);
    let packed = folder.join(format!("{path}{}", Coding::Brotli.ending()));
    let about = fs::metadata(&packed).or_else(|_| fs::metadata(&plain));
    about
        .map(|about| about.len())
        .map_err(SiteError::read(&plain))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_program_is_summed_and_of_documents_the_heaviest_counts() {
        let folder = tempfile::tempdir().unwrap();
        let write = |path: &str, length: usize| {
            let path = folder.path().join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, vec![0; length]).unwrap();
        };
        write("assets/1/page.js", 900);
        write("assets/1/page.js.br", 90);
        write("assets/1/page_bg.wasm", 1_000);
        write("assets/1/split_later.wasm", 50);
        write("assets/1/api.js", 40);
        write("assets/1/take.js", 2);
        write("assets/1/own.js", 25);
        write("assets/1/reader_bg.wasm", 40);
        write("embed/v1.js", 2_001);
        write("assets/1/offline.js", 3_000);
        write("service-worker.js", 3_001);
        write("assets/1/style.css", 7);
        write("id/index.html", 20);
        write("en/index.html", 30);
        write("data/x.json", 300_000);
        write("data/x.readings.json", 60);
        write("data/x.topo.json", 500);
        write("cards/x-1/1.png", 45_001);
        write("cards/x-1/2.png", 20_000);
        let weights = weigh(folder.path()).unwrap();
        let found: Vec<_> = weights
            .iter()
            .map(|weight| (weight.bytes, weight.is_within()))
            .collect();
        assert_eq!(
            found,
            [
                (1_090, true),
                (300_000, false),
                (60, true),
                (500, true),
                (37, true),
                (301_687, true),
                (52, true),
                (40, true),
                (65, true),
                (2_001, false),
                (6_001, false),
                (7, true),
                (45_001, false),
                (375_767, true)
            ]
        );
    }
}
