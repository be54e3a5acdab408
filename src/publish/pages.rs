//! Which documents a site has: one for every link whose path names a place, in
//! every language, each with the sentence that the program will show there.

use std::num::NonZero;
use std::path::Path;
use std::thread;
use std::time::UNIX_EPOCH;
use std::{env, fs};

use percent_encoding::percent_decode_str;
use serde::{Deserialize, Serialize};

use crate::cube::Cube;
use crate::formats::json_stat::Entry;
use crate::publish::catalogue::{PACKAGE, data_package, files_folder, schema_org};
use crate::publish::error::SiteError;
use crate::publish::shell::Document;
use crate::publish::site_files::{SiteFiles, beside_index};
use crate::publish::tree::hex_sha256;
use crate::scene::{Figures, headline, levels, window_title};
use crate::view_state::{Change, Place, ViewState, link_from_state, resolve};
use crate::words::{LANGUAGE_CODES, LANGUAGES, Messages, messages};

/// The documents of a site and where its landing pages lead.
#[derive(Debug, Clone)]
pub struct Pages {
    /// Every document with a headline.
    pub pages: Vec<Document>,
    /// A Data Package beside the files of each dataset: path and text.
    pub packages: Vec<[String; 2]>,
    /// Paths that lead on: folder, language, and the path of the document
    /// relative to that folder.
    pub forwards: Vec<[String; 3]>,
    /// Where there are several datasets, the lists of them.
    pub lists: Vec<DatasetList>,
}

/// The datasets of the site, in one language.
#[derive(Debug, Clone)]
pub struct DatasetList {
    /// Its folder, from the root of the site.
    pub folder: String,
    /// Its language.
    pub words: &'static Messages,
    /// Where each dataset stands, from the root of the site, and its title.
    pub links: Vec<(String, String)>,
}

/// Reads every dataset's latest release out of the published files. What was
/// worked out from the same files by the same program is taken from `cache`.
///
/// # Errors
/// When a file is broken, or the cache cannot be written.
pub fn pages_of(site: &SiteFiles, cache: &Path) -> Result<Pages, SiteError> {
    let list = &site.list;
    let (mut pages, mut packages) = (Vec::new(), Vec::new());
    let mut seen: Vec<&str> = Vec::new();
    for entry in list.entries() {
        if seen.contains(&entry.id.as_str()) {
            continue;
        }
        seen.push(&entry.id);
        let latest = list.entry(&entry.id, None).unwrap_or(entry);
        let made = kept_or_made(site, latest, cache)?;
        pages.extend(made.pages);
        packages.push([files_folder(latest) + PACKAGE, made.package]);
    }
    let first = &list.entries()[0].id;
    let several = list.latest().nth(1).is_some();
    pages.push(not_found(pages.first()));
    let mut forwards = vec![[
        String::new(),
        LANGUAGES[0].code.into(),
        format!("{}/{first}/", LANGUAGES[0].code),
    ]];
    let languages = LANGUAGES.iter().map(|words| words.code);
    forwards.extend(languages.map(|lang| [format!("{lang}/"), lang.into(), format!("{first}/")]));
    let mut lists = Vec::new();
    if several {
        forwards.clear();
        let folders = LANGUAGES
            .iter()
            .map(|words| (format!("{}/", words.code), words));
        for (folder, words) in std::iter::once((String::new(), &LANGUAGES[0])).chain(folders) {
            let title = |entry: &Entry| entry.label.in_lang(words.code).to_owned();
            let link = |entry: &Entry| (format!("{}/{}/", words.code, entry.id), title(entry));
            let links = list.latest().map(link).collect();
            lists.push(DatasetList {
                folder,
                words,
                links,
            });
        }
    }
    Ok(Pages {
        pages,
        packages,
        forwards,
        lists,
    })
}

/// What is made of a dataset.
#[derive(Debug, Serialize, Deserialize)]
struct Made {
    key: String,
    pages: Vec<Document>,
    package: String,
}

/// The sentences of hundreds of places take seconds; the key names everything
/// that they are made from.
fn kept_or_made(site: &SiteFiles, entry: &Entry, cache: &Path) -> Result<Made, SiteError> {
    let key = hex_sha256(format!("{entry:?} {}", this_program()).as_bytes());
    let kept = cache.join(format!("pages-{}.json", entry.id));
    let known: Option<Made> = fs::read(&kept)
        .ok()
        .and_then(|bytes| serde_json::from_slice(&bytes).ok());
    if let Some(made) = known.filter(|made| made.key == key) {
        return Ok(made);
    }
    let cube = site.cube(entry)?;
    let made = Made {
        key,
        pages: pages_of_cube(&cube, entry),
        package: format!("{:#}\n", data_package(&cube, entry, &site.files)),
    };
    let text = serde_json::to_vec(&made).unwrap_or_default();
    fs::create_dir_all(cache).map_err(SiteError::write(cache))?;
    fs::write(&kept, text).map_err(SiteError::write(&kept))?;
    Ok(made)
}

/// Something that changes when the program is built anew.
pub(super) fn this_program() -> String {
    let about = env::current_exe().and_then(fs::metadata);
    let made = about.as_ref().ok().and_then(|about| about.modified().ok());
    let made = made.and_then(|made| made.duration_since(UNIX_EPOCH).ok());
    format!("{:?} {:?}", made, about.map(|about| about.len()).ok())
}

fn pages_of_cube(cube: &Cube, entry: &Entry) -> Vec<Document> {
    let mut places: Vec<Option<Place>> = vec![None];
    for axis in levels(cube) {
        places.extend(
            cube.members(axis)
                .iter()
                .map(|(at, _)| Some(Place { axis, at })),
        );
    }
    let workers = thread::available_parallelism().map_or(1, NonZero::get);
    let share = places.len().div_ceil(workers);
    thread::scope(|scope| {
        let tasks: Vec<_> = places
            .chunks(share)
            .map(|part| {
                scope.spawn(move || {
                    part.iter()
                        .flat_map(|place| at(cube, entry, *place))
                        .collect()
                })
            })
            .collect();
        let join = |task: thread::ScopedJoinHandle<'_, Vec<Document>>| {
            task.join()
                .unwrap_or_else(|panic| std::panic::resume_unwind(panic))
        };
        tasks.into_iter().flat_map(join).collect()
    })
}

/// The documents of one place, one a language.
fn at(cube: &Cube, entry: &Entry, place: Option<Place>) -> Vec<Document> {
    let of_lang =
        |lang: &str| ViewState::landing(lang, &entry.id).apply(Change::Focus(place), cube);
    let languages: Option<Vec<(String, String)>> = LANGUAGE_CODES
        .iter()
        .map(|lang| {
            Some((
                (*lang).to_owned(),
                folder_of(&link_from_state(&of_lang(lang), cube))?,
            ))
        })
        .collect();
    // A link that no host can serve from a folder is served by 404.html.
    let Some(languages) = languages else {
        return Vec::new();
    };
    let view = resolve(&of_lang(LANGUAGE_CODES[0]), cube);
    let figures = Figures::of(cube, &view);
    let page = |(lang, path): &(String, String)| {
        let words = messages(lang);
        let view = resolve(&of_lang(lang), cube);
        let sentence = headline(cube, &view, &figures, words).sentence();
        Document {
            lang: lang.clone(),
            path: path.clone(),
            about: (place.is_none()).then(|| schema_org(cube, entry, (lang, path, &sentence))),
            title: window_title(cube, &view, words),
            description: sentence.clone(),
            headline: sentence,
            languages: languages.clone(),
            data: (std::iter::once(&entry.href))
                .chain(entry.readings.as_ref().map(|listed| &listed.href))
                .map(|href| beside_index(href))
                .collect(),
            table: entry.regions_csv.as_deref().map(beside_index),
        }
    };
    languages.iter().map(page).collect()
}

/// The folder that a host looks into for a link: the link's path decoded once,
/// where that names a folder on every system.
fn folder_of(link: &str) -> Option<String> {
    let decoded = |part: &str| {
        let part = percent_decode_str(part).decode_utf8().ok()?.into_owned();
        let plain = !part.is_empty()
            && !part.starts_with('.')
            && !part.ends_with(['.', ' '])
            && !part
                .chars()
                .any(|letter| letter.is_control() || "/\\:*?\"<>|".contains(letter));
        plain.then_some(part)
    };
    let parts: Option<Vec<_>> = link.trim_end_matches('/').split('/').map(decoded).collect();
    Some(format!("{}/", parts?.join("/")))
}

/// What a host shows where it has no file: the program, which reads any link.
fn not_found(landing: Option<&Document>) -> Document {
    let words = LANGUAGES[0];
    Document {
        lang: words.code.into(),
        path: "404.html".into(),
        title: "Jangkau".into(),
        description: words.tagline.into(),
        headline: landing.map_or_else(|| words.tagline.into(), |page| page.headline.clone()),
        languages: Vec::new(),
        data: landing.map(|page| page.data.clone()).unwrap_or_default(),
        table: landing.and_then(|page| page.table.clone()),
        about: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_is_served_from_the_folder_that_a_host_decodes_it_to() {
        assert_eq!(folder_of("id/x/M%2BK/").as_deref(), Some("id/x/M+K/"));
        assert_eq!(
            folder_of("id/x/district/north/").as_deref(),
            Some("id/x/district/north/")
        );
        for link in [
            "id/x/%2E%2E/",
            "id/x/a%2Fb/",
            "id/x/a%3Ab/",
            "id/x/%00/",
            "id/x/%ff/",
        ] {
            assert_eq!(folder_of(link), None, "{link}");
        }
    }
}
