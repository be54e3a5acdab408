//! The cards of a site: which there are, what they are called, and which are still there from the build
//! before.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::sync::mpsc;
use std::thread;

use super::fonts::Fonts;
use super::line::missing;
use super::{CardError, CardMaker, CardText, DRAWN_BY};
use crate::formats::json_stat::Entry;
use crate::publish::error::SiteError;
use crate::publish::facts_edition::card_cube;
use crate::publish::shell::Document;
use crate::publish::site_files::SiteFiles;
use crate::publish::site_settings::Colour;
use crate::publish::tree::{Files, forget_old, hex_sha256};

/// The folder of the cards, relative to the base; their names change with whatever is on them.
pub const CARDS: &str = "cards/";

/// How many cards a build has made.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct CardTally {
    /// All.
    pub cards: usize,
    /// Those that were drawn; the others were still there.
    pub drawn: usize,
    /// Pages without one, because their text does not fit or has letters that no font has.
    pub left_out: usize,
}

/// The cards of a site.
#[derive(Debug, Clone, Default)]
pub struct Cards {
    /// By path relative to the base.
    pub files: Files,
    /// The path of the card of a page, by the path of the page.
    pub of_page: BTreeMap<String, String>,
    /// How many there are.
    pub tally: CardTally,
}

/// A card to be drawn.
struct Job<'a> {
    text: &'a CardText,
    key: String,
}

/// A card by its key; without bytes where its text is too long.
type Drawn = (String, Option<Vec<u8>>);

/// The cards of the pages of a site. What was drawn of the same before is taken from `cache`.
///
/// # Errors
/// When a file is broken, a card cannot be drawn, or the cache cannot be written.
pub fn cards_of_site(
    site: &SiteFiles,
    pages: &[Document],
    cache: &Path,
    say: &dyn Fn(&str),
) -> Result<Cards, SiteError> {
    let kept = cache.join("cards");
    forget_old(&kept);
    let fonts = Fonts::read().ok_or(SiteError::Card(CardError::Fonts))?;
    let (mut cards, mut lacking) = (Cards::default(), BTreeSet::new());
    for entry in site.newest() {
        let release = entry.sha256.get(..8).unwrap_or(&entry.sha256);
        let folder = format!("{CARDS}{}-{release}/", entry.id);
        let about = about(site, entry);
        let start = format!("/{}/", entry.id);
        let own = pages.iter().filter(|page| {
            let inner = page.own_path().strip_prefix(&*page.lang);
            inner.is_some_and(|inner| inner.starts_with(&start))
        });
        let (mut by_key, mut jobs) = (BTreeMap::new(), Vec::new());
        let mut wanted: Vec<(&str, String)> = Vec::new();
        for (page, text) in own.filter_map(|page| Some((page, page.card.as_ref()?))) {
            let without: Vec<char> = text.texts().flat_map(|it| missing(&fonts, it)).collect();
            if !without.is_empty() {
                lacking.extend(without);
                continue;
            }
            let key = key_of(&about, text);
            wanted.push((&page.path, key.clone()));
            if by_key.contains_key(&key) {
                continue;
            }
            let before = fs::read(kept.join(format!("{key}.png"))).ok();
            if before.is_none() {
                jobs.push(Job {
                    text,
                    key: key.clone(),
                });
            }
            by_key.insert(key, before);
        }
        cards.tally.drawn += jobs.len();
        for (key, bytes) in drawn((site, entry), &jobs, &kept, say)? {
            by_key.insert(key, bytes);
        }
        for (page, key) in wanted {
            if let Some(Some(bytes)) = by_key.get(&key) {
                let path = format!("{folder}{key}.png");
                cards.of_page.insert(page.to_owned(), path.clone());
                cards.files.entry(path).or_insert_with(|| bytes.clone());
            }
        }
    }
    let all = pages.iter().filter(|page| page.card.is_some()).count();
    cards.tally.cards = cards.files.len();
    cards.tally.left_out = all - cards.of_page.len();
    if cards.tally.left_out > 0 {
        let letters: String = lacking.into_iter().take(20).collect();
        say(&format!(
            "warning: {} pages have no preview card: the text is too long, or has letters that the fonts lack{}{letters}",
            cards.tally.left_out,
            if letters.is_empty() { "" } else { ": " }
        ));
    }
    Ok(cards)
}

/// What is the same for every card of a dataset, and changes whenever any of it does.
fn about(site: &SiteFiles, entry: &Entry) -> String {
    let boundaries = entry.boundaries.as_ref().map(|listed| &listed.sha256);
    let brand = site.settings.colour.map(|Colour(brand)| brand.to_string());
    let drawn_by = hex_sha256(DRAWN_BY.concat().as_bytes());
    format!("{drawn_by} {} {boundaries:?} {brand:?}", entry.sha256)
}

/// A name that changes with whatever is on a card.
fn key_of(about: &str, text: &CardText) -> String {
    let mut key = hex_sha256(format!("{about} {text:?}").as_bytes());
    key.truncate(16);
    key
}

/// Draws what is not there yet, on every processor, and keeps it.
fn drawn(
    (site, entry): (&SiteFiles, &Entry),
    jobs: &[Job<'_>],
    kept: &Path,
    say: &dyn Fn(&str),
) -> Result<Vec<Drawn>, SiteError> {
    if jobs.is_empty() {
        return Ok(Vec::new());
    }
    fs::create_dir_all(kept).map_err(SiteError::write(kept))?;
    let cube = if entry.is_fact_list {
        card_cube(site, entry)?
    } else {
        site.cube(entry)?
    };
    let brand = site.settings.colour.map(|Colour(brand)| brand);
    let maker = CardMaker::new(&cube, site.topology(entry)?, brand).map_err(SiteError::Card)?;
    say(&format!(
        "Drawing {} preview cards of {} …",
        jobs.len(),
        entry.id
    ));
    let workers = thread::available_parallelism().map_or(1, NonZero::get);
    let (send, receive) = mpsc::channel();
    thread::scope(|scope| {
        for nth in 0..workers {
            let (send, maker) = (send.clone(), &maker);
            scope.spawn(move || {
                for job in jobs.iter().skip(nth).step_by(workers) {
                    let card = draw_and_keep(maker, job, kept);
                    if send.send(card).is_err() {
                        break;
                    }
                }
            });
        }
        drop(send);
        let mut done = Vec::with_capacity(jobs.len());
        for card in receive {
            done.push(card?);
            let (now, before) = (
                done.len() * 10 / jobs.len(),
                (done.len() - 1) * 10 / jobs.len(),
            );
            if jobs.len() >= 100 && now > before {
                say(&format!("  {} of {} cards", done.len(), jobs.len()));
            }
        }
        Ok(done)
    })
}

fn draw_and_keep(maker: &CardMaker<'_>, job: &Job<'_>, kept: &Path) -> Result<Drawn, SiteError> {
    let bytes = maker.png(job.text).map_err(SiteError::Card)?;
    if let Some(bytes) = &bytes {
        keep(&kept.join(format!("{}.png", job.key)), bytes)?;
    }
    Ok((job.key.clone(), bytes))
}

/// Written aside and then renamed, so that another build at the same time never reads half a file.
fn keep(path: &PathBuf, bytes: &[u8]) -> Result<(), SiteError> {
    let aside = path.with_extension(format!("{}-part", std::process::id()));
    fs::write(&aside, bytes).map_err(SiteError::write(&aside))?;
    fs::rename(&aside, path).map_err(SiteError::write(path))
}
