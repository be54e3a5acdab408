//! Which documents a site has: one for every link whose path names a place, in
//! every language, each with the sentence that the program will show there.

use std::num::NonZero;
use std::path::Path;
use std::thread;
use std::time::UNIX_EPOCH;
use std::{env, fs};

use percent_encoding::percent_decode_str;
use serde::{Deserialize, Serialize};

use crate::cube::{Cube, answers};
use crate::formats::json_stat::{Entry, ModelCard};
use crate::publish::card::CardText;
use crate::publish::catalogue::{PACKAGE, data_package, files_folder, schema_org};
use crate::publish::error::SiteError;
use crate::publish::facts_edition::facts_edition;
use crate::publish::model_card_page::{model_card, model_card_path};
use crate::publish::shell::Document;
use crate::publish::site_files::{SiteFiles, beside_index};
use crate::publish::static_view::{Beside, Landing, picture};
use crate::publish::tree::{Files, hex_sha256};
use crate::scene::{Figures, MapGeometry, headline, levels, source_line, window_title};
use crate::tabular::OWN_FILE;
use crate::view_state::{Change, Place, ViewState, link_from_state, resolve};
use crate::words::{Messages, document_words, messages, nearest};

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
    /// Files beside the lists of published figures, by path relative to the base.
    pub files: Files,
    /// The cards of models, one a language: where it stands, and its language.
    pub model_cards: Vec<(String, &'static Messages, ModelCard)>,
}

/// The datasets of the site, in one language.
#[derive(Debug, Clone)]
pub struct DatasetList {
    /// Its folder, from the root of the site.
    pub folder: String,
    /// Its language.
    pub words: &'static Messages,
    /// The datasets, in order.
    pub datasets: Vec<ListedDataset>,
}

/// A dataset in the list of them.
#[derive(Debug, Clone)]
pub struct ListedDataset {
    /// Where it stands, from the root of the site.
    pub path: String,
    /// Its title.
    pub title: String,
    /// The sentence of its landing page.
    pub sentence: String,
    /// Its source and its release.
    pub source: String,
    /// The language of these texts.
    pub lang: String,
    /// Each language that it is offered in, with the path of its page.
    pub languages: Vec<(String, String)>,
    /// Views that its publisher names: what each shows, and the query of its link.
    pub views: Vec<(String, String)>,
}

/// The codes of languages.
#[derive(Debug)]
struct Codes {
    /// Those that a dataset is offered in.
    offered: Vec<&'static str>,
    /// Those of its site.
    spoken: Vec<&'static str>,
}

/// Reads every dataset's latest release out of the published files. What was
/// worked out from the same files by the same program is taken from `cache`.
///
/// # Errors
/// When a file is broken, or the cache cannot be written.
pub fn pages_of(site: &SiteFiles, cache: &Path) -> Result<Pages, SiteError> {
    let newest = site.newest();
    let languages = site.settings.languages();
    let (mut pages, mut packages, mut listed) = (Vec::new(), Vec::new(), Vec::new());
    let mut model_cards = Vec::new();
    let (mut files, mut led_on) = (Files::new(), Vec::new());
    for entry in &newest {
        if entry.is_fact_list {
            let edition = facts_edition(site, entry)?;
            listed.push((*entry, edition.sources));
            pages.extend(edition.pages);
            files.extend(edition.files);
            led_on.extend(edition.forwards);
            continue;
        }
        let made = kept_or_made(site, entry, cache)?;
        listed.push((*entry, made.sources));
        pages.extend(made.pages);
        packages.push([files_folder(entry) + PACKAGE, made.package]);
        if let Some(card) = model_card(site, entry)? {
            let of_lang = |words: &&'static Messages| {
                let path = model_card_path(site, entry, words.code)?;
                Some((path, *words, card.clone()))
            };
            let languages = site.settings.languages_of(entry);
            model_cards.extend(languages.iter().filter_map(of_lang));
        }
    }
    let (first, words) = (&newest[0].id, languages[0]);
    pages.extend(own_file_pages(site.settings.name(), &languages));
    let first_program = pages.iter().find(|page| !page.is_fact_list);
    pages.push(not_found(first_program, (site.settings.name(), words)));
    let mut forwards = vec![[
        String::new(),
        words.code.into(),
        format!("{}/{first}/", words.code),
    ]];
    let codes = languages.iter().map(|words| words.code);
    forwards.extend(codes.map(|lang| [format!("{lang}/"), lang.into(), format!("{first}/")]));
    let mut lists = Vec::new();
    if newest.len() > 1 {
        forwards.clear();
        let folders = languages
            .iter()
            .map(|words| (format!("{}/", words.code), *words));
        for (folder, words) in std::iter::once((String::new(), words)).chain(folders) {
            let datasets = listed.iter();
            let datasets = datasets.map(|(entry, sources)| {
                let path = format!("{}/{}/", words.code, entry.id);
                let landing = pages.iter().find(|page: &&Document| page.path == path);
                let lang = landing.map_or(words.code, |page| &page.lang);
                let source = sources.iter().find(|(of, _)| of == lang);
                ListedDataset {
                    title: entry.label.in_lang(lang).to_owned(),
                    lang: lang.to_owned(),
                    languages: landing.map_or_else(Vec::new, |page| page.languages.clone()),
                    views: (entry.views.iter())
                        .map(|view| (view.label.in_lang(lang).to_owned(), view.query.clone()))
                        .collect(),
                    sentence: landing.map_or_else(String::new, |page| page.headline.clone()),
                    source: source.map_or_else(String::new, |(_, source)| source.clone()),
                    path: landing.map_or(path, |page| page.own_path().to_owned()),
                }
            });
            lists.push(DatasetList {
                folder,
                words,
                datasets: datasets.collect(),
            });
        }
    }
    forwards.extend(led_on);
    Ok(Pages {
        pages,
        packages,
        forwards,
        lists,
        files,
        model_cards,
    })
}

/// What is made of a dataset.
#[derive(Debug, Serialize, Deserialize)]
struct Made {
    key: String,
    pages: Vec<Document>,
    package: String,
    /// The line of its source, by language.
    sources: Vec<(String, String)>,
}

/// The sentences of hundreds of places take seconds; the key names everything
/// that they are made from.
fn kept_or_made(site: &SiteFiles, entry: &Entry, cache: &Path) -> Result<Made, SiteError> {
    let languages = site.settings.languages_of(entry);
    let spoken = site.settings.languages().into_iter();
    let codes = Codes {
        offered: languages.iter().map(|words| words.code).collect(),
        spoken: spoken.map(|words| words.code).collect(),
    };
    let name = site.settings.name();
    let card = model_card_path(site, entry, "");
    let key = format!("{entry:?} {codes:?} {name} {card:?} {}", this_program());
    let key = hex_sha256(key.as_bytes());
    let kept = cache.join(format!("pages-{}.json", entry.id));
    let known: Option<Made> = fs::read(&kept)
        .ok()
        .and_then(|bytes| serde_json::from_slice(&bytes).ok());
    if let Some(made) = known.filter(|made| made.key == key) {
        return Ok(made);
    }
    let cube = site.cube(entry)?;
    let beside = beside(site, entry, &cube)?;
    let made = Made {
        key,
        pages: pages_of_cube((&cube, &beside), (site, entry), (name, &codes)),
        sources: languages
            .iter()
            .filter_map(|words| Some((words.code.to_owned(), source_line(&cube, words)?)))
            .collect(),
        package: format!("{:#}\n", data_package(&cube, entry, &site.files)),
    };
    let text = serde_json::to_vec(&made).unwrap_or_default();
    fs::create_dir_all(cache).map_err(SiteError::write(cache))?;
    fs::write(&kept, text).map_err(SiteError::write(&kept))?;
    Ok(made)
}

/// What stands beside a dataset, worked out once for all its documents.
fn beside(site: &SiteFiles, entry: &Entry, cube: &Cube) -> Result<Beside, SiteError> {
    let topology = site.topology(entry)?;
    let facts = site.facts(entry, cube)?;
    let answers = answers(cube, &facts);
    Ok(Beside {
        geometry: topology.and_then(|topology| MapGeometry::new(topology, cube)),
        facts: (facts, answers),
        unfiltered: Figures::unfiltered(cube),
    })
}

/// Something that changes when the program is built anew.
pub(super) fn this_program() -> String {
    let about = env::current_exe().and_then(fs::metadata);
    let made = about.as_ref().ok().and_then(|about| about.modified().ok());
    let made = made.and_then(|made| made.duration_since(UNIX_EPOCH).ok());
    format!("{:?} {:?}", made, about.map(|about| about.len()).ok())
}

/// `site`: its name and the languages.
fn pages_of_cube(
    (cube, beside): (&Cube, &Beside),
    (files, entry): (&SiteFiles, &Entry),
    site: (&str, &Codes),
) -> Vec<Document> {
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
                        .flat_map(|place| at((cube, beside), (files, entry), *place, site))
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

/// The documents of one place, one a language. The whole has one at the links of languages, too, that only
/// other datasets of the site are offered in: it is in the nearest language.
fn at(
    (cube, beside): (&Cube, &Beside),
    (files, entry): (&SiteFiles, &Entry),
    place: Option<Place>,
    (site, codes): (&str, &Codes),
) -> Vec<Document> {
    let langs = &codes.offered;
    let credit = beside.geometry.as_ref().and_then(MapGeometry::credit);
    let of_lang =
        |lang: &str| ViewState::landing(lang, &entry.id).apply(Change::Focus(place), cube);
    let languages: Option<Vec<(String, String)>> = langs
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
    let view = resolve(&of_lang(langs[0]), cube);
    let figures = Figures::of(cube, &view);
    let picture = picture(cube, beside, (&view, &figures));
    let page = |(lang, path): &(String, String)| {
        let words = messages(lang);
        let state = of_lang(lang);
        let view = resolve(&state, cube);
        let headline = headline(cube, &view, &figures, words);
        let sentence = headline.sentence(words);
        let link = |place: Option<Place>| {
            let other = state.clone().apply(Change::Focus(place), cube);
            let link = link_from_state(&other, cube);
            from_folder(path, link.trim_start_matches('/'))
        };
        let landing = Landing {
            cube,
            beside,
            state: &state,
            view: &view,
            figures: &figures,
            words,
            picture: picture.as_deref(),
            link: &link,
        };
        Document {
            shown: landing.shown(&headline),
            lang: lang.clone(),
            path: path.clone(),
            card: Some(CardText::of((cube, credit), &view, &figures, (site, words))),
            image: None,
            is_own_file: false,
            is_fact_list: false,
            about: (place.is_none()).then(|| schema_org(cube, entry, (lang, path, &sentence))),
            title: window_title(cube, &view, (site, words)),
            description: sentence.clone(),
            headline: sentence,
            languages: languages.clone(),
            data: (std::iter::once(&entry.href))
                .chain(entry.readings.as_ref().map(|listed| &listed.href))
                .map(|href| beside_index(href))
                .collect(),
            table: entry.regions_csv.as_deref().map(beside_index),
            model_card: model_card_path(files, entry, lang),
        }
    };
    let elsewhere = codes.spoken.iter().filter(|lang| !langs.contains(lang));
    let elsewhere = elsewhere.map(|lang| {
        let path = format!("{lang}/{}/", entry.id);
        (nearest(lang, langs).to_owned(), path)
    });
    let elsewhere: Vec<(String, String)> = elsewhere.filter(|_| place.is_none()).collect();
    languages.iter().chain(&elsewhere).map(page).collect()
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

/// A path of the site as seen from a folder of it.
fn from_folder(folder: &str, path: &str) -> String {
    let shared = (folder.split_inclusive('/').zip(path.split_inclusive('/')))
        .take_while(|(one, other)| one == other)
        .map(|(part, _)| part.len());
    let shared: usize = shared.sum();
    let up = "../".repeat(folder[shared..].matches('/').count());
    let link = up + &path[shared..];
    if link.is_empty() {
        "./".to_owned()
    } else {
        link
    }
}

/// What a host shows where it has no file: the program, which reads any link.
fn not_found(landing: Option<&Document>, (site, words): (&str, &Messages)) -> Document {
    Document {
        lang: words.code.into(),
        path: "404.html".into(),
        title: site.into(),
        description: words.tagline.into(),
        headline: landing.map_or_else(|| words.tagline.into(), |page| page.headline.clone()),
        // Its links are relative to another folder than that of whatever was not found.
        shown: landing.map_or_else(Default::default, |page| {
            [String::new(), page.shown[1].clone(), String::new()]
        }),
        languages: Vec::new(),
        data: landing.map(|page| page.data.clone()).unwrap_or_default(),
        table: landing.and_then(|page| page.table.clone()),
        ..Document::default()
    }
}

/// Where a reader opens a file of their own, relative to the base.
pub(super) fn own_file_path(lang: &str) -> String {
    format!("{lang}/{OWN_FILE}/")
}

/// The documents on which a reader opens a file of their own, one a language.
fn own_file_pages(site: &str, languages: &[&'static Messages]) -> Vec<Document> {
    let paths: Vec<(String, String)> = languages
        .iter()
        .map(|words| (words.code.to_owned(), own_file_path(words.code)))
        .collect();
    let page = |(lang, path): &(String, String)| {
        let words = document_words(lang);
        Document {
            lang: lang.clone(),
            path: path.clone(),
            title: format!("{} – {site}", words.title),
            description: words.privacy.to_owned(),
            headline: words.title.to_owned(),
            languages: paths.clone(),
            is_own_file: true,
            ..Document::default()
        }
    };
    paths.iter().map(page).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_is_no_longer_than_the_way_to_it() {
        for (folder, path, link) in [
            ("en/x/n1/", "en/x/n2/", "../n2/"),
            ("en/x/n1/", "en/x/", "../"),
            ("en/x/", "en/x/n1/", "n1/"),
            ("en/x/north/1/", "en/x/n1/", "../../n1/"),
            ("en/x/", "id/x/", "../../id/x/"),
            ("en/x/", "en/x/", "./"),
        ] {
            assert_eq!(from_folder(folder, path), link, "{folder} {path}");
        }
    }

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
