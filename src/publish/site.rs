//! The whole site: program, shells, data and header files in one folder.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use crate::publish::compress::{Compressor, Quality};
use crate::publish::error::SiteError;
use crate::publish::glue::without_comments;
use crate::publish::headers::{ASSETS, host_files};
use crate::publish::map_style::map_style;
use crate::publish::output::{Tally, write_site};
use crate::publish::pages::{Pages, pages_of};
use crate::publish::place::{Address, Base};
use crate::publish::shell::{Shell, forward, integrity, words_file};
use crate::publish::template::{Fill, fill};
use crate::publish::tree::{Files, hex_sha256, read_tree};
use crate::publish::wasm::{Programs, compile};
use crate::words::LANGUAGES;

/// What to build, from where, to where.
#[derive(Debug, Clone)]
pub struct Plan {
    /// The package: `index.html`, `public/` and the sources.
    pub source: PathBuf,
    /// The folder to write; without one, a folder of cargo's target.
    pub out: Option<PathBuf>,
    /// Where the site will stand on its host.
    pub base: Base,
    /// Its public address, if it is known.
    pub address: Option<Address>,
    /// How hard to compress.
    pub quality: Quality,
}

/// What was built.
#[derive(Debug, Clone)]
pub struct Built {
    /// The folder.
    pub folder: PathBuf,
    /// How much of it had to be written.
    pub tally: Tally,
}

/// Builds the site and tells of each step through `say`.
///
/// # Errors
/// When any step fails; a later build takes up what this one has left.
pub fn build(plan: &Plan, say: &dyn Fn(&str)) -> Result<Built, SiteError> {
    let programs = compile(&plan.source, say)?;
    let folder = plan
        .out
        .clone()
        .unwrap_or_else(|| programs.cache.join("site"));
    let compressor = Compressor::new(&programs.cache, plan.quality);
    let files = site_files(plan, programs)?;
    say(&format!(
        "Writing {} files to {} …",
        files.len(),
        folder.display()
    ));
    let tally = write_site(&folder, &files, &compressor)?;
    Ok(Built { folder, tally })
}

/// Every file of the site, in memory.
fn site_files(plan: &Plan, programs: Programs) -> Result<Files, SiteError> {
    let cache = programs.cache.clone();
    let (assets, mut files) = sort_published(plan, programs)?;
    let hash = hash_of_all(&assets);
    let assets_folder = format!("{ASSETS}{hash}/");
    let integrity: BTreeMap<_, _> = assets
        .iter()
        .map(|(name, bytes)| (name.clone(), integrity(bytes)))
        .collect();
    files.extend(
        assets
            .into_iter()
            .map(|(name, bytes)| (format!("{assets_folder}{name}"), bytes)),
    );

    let template = plan.source.join("index.html");
    let template = fs::read_to_string(&template).map_err(SiteError::read(&template))?;
    let shell = Shell {
        template: &template,
        base: &plan.base,
        address: plan.address.as_ref(),
        assets: &assets_folder,
        integrity: &integrity,
    };
    if let Some(entry) = files.get_mut(API) {
        *entry = api_entry(entry, &assets_folder, &integrity)?;
    }
    let Pages {
        pages,
        packages,
        forwards,
    } = pages_of(&files, &cache)?;
    for [path, text] in packages {
        files.insert(path, text.into_bytes());
    }
    for page in pages {
        let is_folder = page.path.ends_with('/');
        let name = format!("{}{}", page.path, if is_folder { "index.html" } else { "" });
        files.insert(name, shell.document(&page)?.into_bytes());
    }
    for [path, lang, to] in forwards {
        files.insert(
            format!("{path}index.html"),
            forward(&lang, "Jangkau", &to).into_bytes(),
        );
    }
    for (name, text) in host_files(&plan.base) {
        files.insert(name.into(), text.into_bytes());
    }
    Ok(files)
}

/// What partners' scripts import, at an address that lasts.
const API: &str = "api/v1.js";

/// The same with the folder and the hash of the program that it starts.
fn api_entry(
    template: &[u8],
    assets: &str,
    integrity: &BTreeMap<String, String>,
) -> Result<Vec<u8>, SiteError> {
    let known = |name: &str| {
        let text = if name == "assets" {
            assets
        } else {
            integrity.get(name)?
        };
        Some(Fill::Markup(text.into()))
    };
    Ok(fill(&String::from_utf8_lossy(template), known)?.into_bytes())
}

/// `public/` as it stands, but for the page's own program, style and pictures
/// in its top folder, which go with the compiled program under one name that
/// changes with their content: no page ever meets another build's program.
fn sort_published(plan: &Plan, programs: Programs) -> Result<(Files, Files), SiteError> {
    let is_asset = |path: &str| {
        !path.contains('/') && matches!(ending_of(path), Some("css" | "js" | "svg" | "woff2"))
    };
    let published = read_tree(&plan.source.join("public"))?;
    let (mut assets, files): (Files, Files) =
        published.into_iter().partition(|(path, _)| is_asset(path));
    assets.extend(programs.files);
    let words = LANGUAGES.map(|words| (words_file(words.code), words.to_sheet().into_bytes()));
    assets.extend(words);
    if let Some(style) = assets.get_mut("style.css") {
        style.extend_from_slice(map_style().as_bytes());
    }
    for (_, bytes) in assets
        .iter_mut()
        .filter(|(name, _)| ending_of(name) == Some("js"))
    {
        *bytes = without_comments(&String::from_utf8_lossy(bytes)).into_bytes();
    }
    Ok((assets, files))
}

fn ending_of(path: &str) -> Option<&str> {
    Path::new(path)
        .extension()
        .and_then(|ending| ending.to_str())
}

fn hash_of_all(assets: &Files) -> String {
    let each = assets
        .iter()
        .map(|(name, bytes)| format!("{} {name}\n", hex_sha256(bytes)));
    let mut hash = hex_sha256(each.collect::<String>().as_bytes());
    hash.truncate(16);
    hash
}
