//! The whole site: program, shells, data and header files in one folder.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use crate::publish::card::{CardTally, Cards, cards_of_site};
use crate::publish::compress::{Compressor, Quality};
use crate::publish::crawlers::crawler_files;
use crate::publish::error::SiteError;
use crate::publish::findings_report::findings_text;
use crate::publish::guard::guard_site;
use crate::publish::headers::{ASSETS, host_files};
use crate::publish::output::{Tally, write_site};
use crate::publish::page_folder::{API, PageFiles, PageSource, open_page};
use crate::publish::pages::{Pages, pages_of};
use crate::publish::preview;
use crate::publish::readings::add_readings;
use crate::publish::shell::{COLOURS, Document, Shell, forward, integrity, logo_file, words_file};
use crate::publish::site_files::SiteFiles;
use crate::publish::site_settings::{Colour, SiteSettings, logo_ending};
use crate::publish::site_url::{BasePath, SiteUrl};
use crate::publish::template::{Fill, fill};
use crate::publish::tree::{Files, hex_sha256};
use crate::publish::web_manifest::web_manifest;
use crate::publish::worker::{WORKER, shells, worker};
use crate::scale::stylesheet_in_hue;
use crate::tabular::Gravity;
use crate::words::LANGUAGE_CODES;

/// What to build, from where, to where.
#[derive(Debug, Clone)]
pub struct Plan {
    /// Where the compiled page comes from.
    pub page: PageSource,
    /// The folder of the site's own files: `data/` with its list, and `site.toml`.
    pub site: PathBuf,
    /// The folder to write; without one, a folder among those that a build keeps for the next.
    pub out: Option<PathBuf>,
    /// Where the site will stand on its host.
    pub base: BasePath,
    /// Its public address, if it is known.
    pub address: Option<SiteUrl>,
    /// How hard to compress.
    pub quality: Quality,
    /// What is done where counts of people should not be published.
    pub unsafe_counts: UnsafeCounts,
    /// Whether its pages load anew when it is built anew.
    pub is_preview: bool,
}

/// What a build does where counts of people should not be published ([`guard_site`]).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UnsafeCounts {
    /// It stops before anything is written.
    Stop,
    /// It says so and goes on: the site stays on this machine.
    Warn,
}

/// What was built.
#[derive(Debug, Clone)]
pub struct Built {
    /// The folder.
    pub folder: PathBuf,
    /// How much of it had to be written.
    pub tally: Tally,
    /// Its preview cards; none where the address of the site is not known.
    pub cards: CardTally,
}

/// Builds the site and tells of each step through `say`.
///
/// # Errors
/// When any step fails; a later build takes up what this one has left.
pub fn build(plan: &Plan, say: &dyn Fn(&str)) -> Result<Built, SiteError> {
    // What is wrong with the files of the site is told before the page is compiled.
    let site = SiteFiles::read(&plan.site)?;
    look_at_counts(&site, plan.unsafe_counts, say)?;
    let (page, cache) = open_page(&plan.page, say)?;
    let folder = match &plan.out {
        Some(out) => out.clone(),
        None => kept_site(&cache, &plan.site)?,
    };
    let compressor = Compressor::new(&cache, plan.quality);
    let (files, cards) = built_files(plan, page, (site, &cache), say)?;
    say(&format!(
        "Writing {} files to {} …",
        files.len(),
        folder.display()
    ));
    let tally = write_site(&folder, &files, &compressor)?;
    Ok(Built {
        folder,
        tally,
        cards,
    })
}

/// Stops, or warns, where something stands against publishing the counts of people in a site.
fn look_at_counts(
    site: &SiteFiles,
    unsafe_counts: UnsafeCounts,
    say: &dyn Fn(&str),
) -> Result<(), SiteError> {
    let findings = guard_site(site)?;
    let errors: Vec<_> = findings
        .sorted()
        .into_iter()
        .filter(|it| it.gravity == Gravity::Error)
        .collect();
    if errors.is_empty() {
        return Ok(());
    }
    let error = SiteError::UnsafeCounts {
        findings: findings_text(&errors),
    };
    match unsafe_counts {
        UnsafeCounts::Stop => Err(error),
        UnsafeCounts::Warn => {
            say(&format!("warning: {error}"));
            Ok(())
        }
    }
}

/// The folder in the cache for a built site: one for each folder of a site's files, so that two
/// that are served at once do not overwrite each other.
fn kept_site(cache: &Path, site: &Path) -> Result<PathBuf, SiteError> {
    let path = fs::canonicalize(site).map_err(SiteError::read(site))?;
    let hash = hex_sha256(path.as_os_str().as_encoded_bytes());
    Ok(cache.join("sites").join(&hash[..16]))
}

/// The cards of the pages. A link to a page of which no address is known is shown without one.
fn cards(
    plan: &Plan,
    (site, pages): (&SiteFiles, &[Document]),
    cache: &Path,
    say: &dyn Fn(&str),
) -> Result<Cards, SiteError> {
    if plan.is_preview {
        return Ok(Cards::default());
    }
    if plan.address.is_none() {
        say(
            "The address of the site is not known: its pages have no canonical links, no list for search \
             engines and no preview cards. Name it with --url, or as url in site.toml.",
        );
        return Ok(Cards::default());
    }
    cards_of_site(site, pages, cache, say)
}

/// Every file of the built site, in memory. The assets lie in a folder whose name changes with their
/// content: no document ever meets another build's program.
fn built_files(
    plan: &Plan,
    page: PageFiles,
    (mut site, cache): (SiteFiles, &Path),
    say: &dyn Fn(&str),
) -> Result<(Files, CardTally), SiteError> {
    let assets_folder = format!("{ASSETS}{}/", hash_of_all(&page.assets));
    let hashes: BTreeMap<_, _> = (page.assets.iter())
        .map(|(name, bytes)| (name.clone(), integrity(bytes)))
        .collect();
    // Files that readers take along name the address that they were built for.
    if let Some(address) = &plan.address {
        site.settings.url = Some(address.of(""));
    }
    add_readings(&mut site, cache)?;
    let Pages {
        mut pages,
        packages,
        forwards,
        lists,
        files: beside_lists,
        model_cards,
    } = pages_of(&site, cache)?;
    let cards = cards(plan, (&site, &pages), cache, say)?;
    for page in &mut pages {
        page.image = cards.of_page.get(&page.path).cloned();
    }
    let (settings, site_folder) = (site.settings.clone(), plan.site.clone());
    let mut files = site.files;
    files.extend(beside_lists);
    files.extend(page.entries);
    files.extend(cards.files);
    if let Some(entry) = files.get_mut(API) {
        let colour = settings.colour.map(|Colour(brand)| brand.to_string());
        let values = [
            ("assets", &*assets_folder),
            ("colour", &*colour.unwrap_or_default()),
        ];
        *entry = api_entry(entry, values, &hashes)?;
    }
    // Words of languages that the site does not speak stay where they are.
    let unspoken: Vec<String> = (LANGUAGE_CODES.iter())
        .filter(|code| {
            settings
                .languages()
                .iter()
                .all(|words| words.code != **code)
        })
        .map(|code| words_file(code))
        .collect();
    let assets = page.assets.into_iter();
    let assets = assets.filter(|(name, _)| !unspoken.contains(name));
    files.extend(assets.map(|(name, bytes)| (format!("{assets_folder}{name}"), bytes)));
    let own = own_files(&settings, &site_folder)?;
    let colours = own.get(COLOURS).map(|sheet| integrity(sheet));
    files.extend(own);
    if plan.is_preview {
        let [script, text] = preview::SCRIPT;
        files.insert(script.to_owned(), text.as_bytes().to_vec());
        let number = hash_of_all(&files).into_bytes();
        files.insert(preview::NUMBER.to_owned(), number);
    }
    let shell = Shell {
        template: &page.shell,
        base: &plan.base,
        address: plan.address.as_ref(),
        assets: &assets_folder,
        integrity: &hashes,
        settings: &settings,
        colours: colours.as_deref(),
        is_preview: plan.is_preview,
    };
    for [path, text] in packages {
        files.insert(path, text.into_bytes());
    }
    let in_lists = lists.iter().filter(|list| !list.folder.is_empty());
    let mut listed: Vec<Document> = in_lists.map(|it| shell.list_document(it.words)).collect();
    listed.extend(pages.iter().cloned());
    files.extend(crawler_files(&listed, plan.address.as_ref()));
    for page in pages {
        let is_folder = page.path.ends_with('/');
        let name = format!("{}{}", page.path, if is_folder { "index.html" } else { "" });
        files.insert(name, shell.document(&page)?.into_bytes());
    }
    for [path, lang, to] in forwards {
        files.insert(
            format!("{path}index.html"),
            forward(&lang, settings.name(), &to).into_bytes(),
        );
    }
    for list in lists {
        let name = format!("{}index.html", list.folder);
        files.insert(name, shell.dataset_list(&list).into_bytes());
    }
    for (path, words, card) in model_cards {
        files.insert(path, shell.model_card_page(&card, words).into_bytes());
    }
    for (name, text) in host_files(&plan.base) {
        files.insert(name.into(), text.into_bytes());
    }
    files.extend(web_manifest(&settings)?);
    // A site that is being written is built anew all the time: nobody keeps a copy of it.
    if let Some(script) = files.remove(WORKER).filter(|_| !plan.is_preview) {
        files.extend(shells(&shell)?);
        let script = worker(&script, &files, &shell)?;
        files.insert(WORKER.to_owned(), script.into_bytes());
    }
    Ok((files, cards.tally))
}

/// The logo and the colours of the site.
fn own_files(settings: &SiteSettings, folder: &Path) -> Result<Files, SiteError> {
    let mut files = Files::new();
    if let Some(logo) = &settings.logo {
        let path = folder.join(logo);
        let bytes = fs::read(&path).map_err(SiteError::read(&path))?;
        files.extend(logo_ending(logo).map(|ending| (logo_file(ending), bytes)));
    }
    if let Some(Colour(brand)) = settings.colour {
        files.insert(COLOURS.to_owned(), stylesheet_in_hue(brand).into_bytes());
    }
    Ok(files)
}

/// What partners' scripts import, with the folder and the hash of the program that it starts, and the
/// colour of the site.
fn api_entry(
    template: &[u8],
    values: [(&str, &str); 2],
    integrity: &BTreeMap<String, String>,
) -> Result<Vec<u8>, SiteError> {
    let known = |name: &str| {
        let value = values.iter().find(|(known, _)| *known == name);
        let hash = || integrity.get(name).map(String::as_str);
        let text = value.map(|(_, text)| *text).or_else(hash)?;
        Some(Fill::Markup(text.into()))
    };
    Ok(fill(&String::from_utf8_lossy(template), known)?.into_bytes())
}

fn hash_of_all(assets: &Files) -> String {
    let each = assets
        .iter()
        .map(|(name, bytes)| format!("{} {name}\n", hex_sha256(bytes)));
    let mut hash = hex_sha256(each.collect::<String>().as_bytes());
    hash.truncate(16);
    hash
}
