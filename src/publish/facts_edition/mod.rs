//! A facts edition of a site: what is made of a list of published figures. A document a language that needs no
//! program, the files that a reader takes along, a card, and what catalogues read.

mod about;
mod document;
mod figures;
mod files;
mod map;
mod markup;
mod series;

use crate::cube::Cube;
use crate::fact_list::{FactList, map_cube};
use crate::formats::json_stat::Entry;
use crate::publish::card::CardText;
use crate::publish::catalogue::{PACKAGE, files_folder};
use crate::publish::error::SiteError;
use crate::publish::shell::Document;
use crate::publish::site_files::SiteFiles;
use crate::publish::tree::Files;
use crate::scene::{MapGeometry, fact_list};
use crate::words::{Messages, fact_words, interpolate};

pub(in crate::publish) use self::document::{FONTS, STYLE};
use self::files::Taken;
use self::markup::Edition;

/// What a site has of a list of published figures.
#[derive(Debug)]
pub(super) struct FactsEdition {
    /// Its document in each language that it has.
    pub(super) pages: Vec<Document>,
    /// The files beside them, by path relative to the base.
    pub(super) files: Files,
    /// Languages of the site that it has not: folder, language, and the document that the folder leads to, relative
    /// to it.
    pub(super) forwards: Vec<[String; 3]>,
    /// The line of its sources, by language.
    pub(super) sources: Vec<(String, String)>,
}

/// Makes the edition of an entry.
///
/// # Errors
/// When a file is broken, or a picture cannot be drawn.
pub(super) fn facts_edition(site: &SiteFiles, entry: &Entry) -> Result<FactsEdition, SiteError> {
    let list = site.fact_list(entry)?;
    let cube = map_cube(&list).map_err(SiteError::broken(&entry.href))?;
    let topology = site.topology(entry)?;
    let geometry = topology.and_then(|topology| MapGeometry::new(topology, &cube));
    let spoken = languages(&list, &site.settings.languages());
    let paths: Vec<(String, String)> = (spoken.iter())
        .map(|words| (words.code.to_owned(), path(words, entry)))
        .collect();
    let contact = site.settings.contact.as_deref();
    let edition = |words: &'static Messages| Edition {
        list: &list,
        cube: &cube,
        geometry: geometry.as_ref(),
        words,
        entry,
        site_contact: contact,
        site_url: site.settings.url.as_deref().unwrap_or_default(),
    };
    let Some(first) = spoken.first() else {
        return Err(SiteError::NoLanguage {
            id: entry.id.clone(),
        });
    };
    let taken = Taken::of(&edition(first))?;
    let page = |words: &&'static Messages| {
        let edition = edition(words);
        let (scene, path) = (fact_list(&list, words), path(words, entry));
        let name = site.settings.name();
        Document {
            shown: [
                edition.steps(&scene),
                String::new(),
                edition.body(&scene, &taken),
            ],
            lang: words.code.to_owned(),
            title: format!("{} – {name}", scene.title),
            description: scene.sentence.clone(),
            headline: scene.sentence.clone(),
            languages: paths.clone(),
            about: Some(edition.schema_org(&scene, (&path, &taken))),
            card: Some(edition.card(&scene, name)),
            is_fact_list: true,
            path,
            ..Document::default()
        }
    };
    let lead_on = site.settings.languages().into_iter();
    let lead_on = lead_on.filter(|words| spoken.iter().all(|it| it.code != words.code));
    let forwards = lead_on.map(|words| {
        let to = format!("../../{}", path(first, entry));
        [path(words, entry), words.code.to_owned(), to]
    });
    let source = |words: &&'static Messages| {
        let agency = list.about().agency.in_lang(words.code);
        let edition = fact_list(&list, words).edition;
        (
            words.code.to_owned(),
            words.sentences(&[fact_words(words.code).kind, agency, &edition]),
        )
    };
    let mut files = taken.files.clone();
    let package = edition(first).data_package(&taken);
    files.insert(files_folder(entry) + PACKAGE, package.into_bytes());
    Ok(FactsEdition {
        pages: spoken.iter().map(page).collect(),
        files,
        forwards: forwards.collect(),
        sources: site.settings.languages().iter().map(source).collect(),
    })
}

/// Where the document in a language stands, from the root of the site.
fn path(words: &Messages, entry: &Entry) -> String {
    format!("{}/{}/", words.code, entry.id)
}

/// The languages of the site that a list has texts in; where it has none of them, all of the site.
fn languages(list: &FactList, spoken: &[&'static Messages]) -> Vec<&'static Messages> {
    let about = list.about();
    let has = |words: &&&'static Messages| {
        let said = if about.sentence.own().is_empty() {
            &about.title
        } else {
            &about.sentence
        };
        words.code == &*about.lang || said.has_lang(words.code)
    };
    let own: Vec<&'static Messages> = spoken.iter().filter(has).copied().collect();
    if own.is_empty() { spoken.to_vec() } else { own }
}

/// The cube that the card of a list is drawn over: that of its map.
///
/// # Errors
/// When its file is broken.
pub(super) fn card_cube(site: &SiteFiles, entry: &Entry) -> Result<Cube, SiteError> {
    let list = site.fact_list(entry)?;
    map_cube(&list).map_err(SiteError::broken(&entry.href))
}

impl Edition<'_> {
    /// What the page is not, and whom to ask, as text.
    fn made(&self) -> String {
        let own = fact_words(self.words.code);
        let about = self.list.about();
        let contact = about.contact.as_deref().or(self.site_contact);
        let values = [
            ("agency", about.agency.in_lang(self.words.code)),
            ("contact", contact.unwrap_or(own.site_publisher)),
        ];
        interpolate(own.made, &values)
    }

    fn card(&self, scene: &crate::scene::FactListScene, site: &str) -> CardText {
        let own = fact_words(self.words.code);
        let whole = self.list.about().whole.in_lang(self.words.code);
        let credit = self.geometry.and_then(MapGeometry::credit);
        CardText {
            site: site.to_owned(),
            dataset: scene.title.clone(),
            name: if whole.is_empty() {
                &*scene.title
            } else {
                whole
            }
            .to_owned(),
            figure: String::new(),
            beside: scene.sentence.clone(),
            mark: Some((String::new(), own.kind.to_owned())),
            source: self
                .words
                .sentences(&[&scene.edition, credit.unwrap_or_default()]),
            place: None,
        }
    }
}
