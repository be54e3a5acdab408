//! The worker with which a site opens without a network: what it keeps, each file by its hash, and the documents
//! from which a place opens that was not visited.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use crate::publish::error::SiteError;
use crate::publish::facts_edition::{FONTS, STYLE};
use crate::publish::minify::minified;
use crate::publish::page_folder::API;
use crate::publish::shell::{COLOURS, Document, INDEX, Shell, integrity, logo_file, words_file};
use crate::publish::site_settings::logo_ending;
use crate::publish::template::{Fill, fill};
use crate::publish::tree::{Files, hex_sha256};
use crate::publish::weigh::is_of_own_file;
use crate::words::{COMPLETE_LANGUAGES, Messages, offline_words};

/// The worker, relative to the base.
pub const WORKER: &str = "service-worker.js";

/// The script that begins the copy, among the assets.
pub(super) const OFFLINE: &str = "offline.js";

/// The document of a language without figures, relative to the base.
fn shell_path(lang: &str) -> String {
    format!("shell/{lang}.html")
}

/// The script that begins the copy, with its words in every language that has some.
///
/// # Errors
/// When it asks for something else.
pub(super) fn with_words(script: &[u8]) -> Result<String, SiteError> {
    let of_lang = |words: &Messages| {
        let named = offline_words(words.code).named();
        (words.code, BTreeMap::from(named))
    };
    let words: BTreeMap<_, _> = COMPLETE_LANGUAGES.map(of_lang).into();
    filled(script, "words", &json!(words))
}

/// The documents from which a place opens that was not visited, one a language: they have no figures.
///
/// # Errors
/// When the template asks for something unknown.
pub(super) fn shells(shell: &Shell<'_>) -> Result<Files, SiteError> {
    let name = shell.settings.name();
    let of_lang = |words: &'static Messages| {
        let path = shell_path(words.code);
        let document = Document {
            lang: words.code.to_owned(),
            path: path.clone(),
            title: name.to_owned(),
            description: shell.settings.tagline(words),
            headline: name.to_owned(),
            ..Document::default()
        };
        Ok((path, shell.document(&document)?.into_bytes()))
    };
    shell
        .settings
        .languages()
        .into_iter()
        .map(of_lang)
        .collect()
}

/// The line of the worker that says what it keeps: filled in for each site.
const KEPT: &str = "const site = {{site}};\n";

/// The worker's script with short names, but for that line.
///
/// # Errors
/// When it has no such line, or is no script.
pub(super) fn minified_worker(script: &str) -> Result<String, SiteError> {
    let rest = script.split_once(KEPT).ok_or_else(|| SiteError::Script {
        name: WORKER.to_owned(),
        message: format!("no line {KEPT:?}"),
    })?;
    let rest = minified(WORKER, &[rest.0, rest.1].concat())?;
    Ok([KEPT, &rest].concat())
}

/// The worker of a site: its script, with what it keeps of the files of the site.
///
/// # Errors
/// When the script asks for something else.
pub(super) fn worker(script: &[u8], files: &Files, shell: &Shell<'_>) -> Result<String, SiteError> {
    let words: BTreeMap<String, String> = (shell.settings.languages().iter())
        .map(|words| {
            let file = format!("{}{}", shell.assets, words_file(words.code));
            (file, words.code.to_owned())
        })
        .collect();
    let logo = shell
        .settings
        .logo
        .as_deref()
        .and_then(logo_ending)
        .map(logo_file);
    let is_program = |path: &str| {
        let is_asset = path.starts_with(shell.assets);
        // The pages of facts editions are not kept, nor what they alone ask for.
        let is_of_facts = path.ends_with(STYLE) || path.contains(FONTS);
        (is_asset && !words.contains_key(path) && !is_of_own_file(path) && !is_of_facts)
            || [API, COLOURS].contains(&path)
            || logo.as_deref() == Some(path)
    };
    let hashed = |path: &String| files.get(path).map(|bytes| json!(integrity(bytes)));
    let program: Map<String, Value> = (files.keys())
        .filter(|path| is_program(path))
        .filter_map(|path| Some((path.clone(), hashed(path)?)))
        .collect();
    let of_lang = |(file, lang): (&String, &String)| {
        let kept = [file.clone(), shell_path(lang)];
        let kept = kept
            .iter()
            .filter_map(|path| Some((path.clone(), hashed(path)?)));
        (lang.clone(), Value::Object(kept.collect()))
    };
    let languages: Map<String, Value> = words.iter().map(of_lang).collect();
    let mut release = hex_sha256(json!([program, languages]).to_string().as_bytes());
    release.truncate(16);
    let list = files.get(INDEX).map(|bytes| hex_sha256(bytes));
    let kept = json!({
        "release": release,
        "assets": shell.assets,
        "list": list,
        "program": program,
        "languages": languages,
    });
    filled(script, "site", &kept)
}

/// A script with a value in its place.
fn filled(script: &[u8], name: &str, value: &Value) -> Result<String, SiteError> {
    let known = |asked: &str| (asked == name).then(|| Fill::Markup(value.to_string().into()));
    fill(&String::from_utf8_lossy(script), known)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::publish::site_settings::SiteSettings;
    use crate::publish::site_url::BasePath;

    /// What the worker of a site with these files says that it keeps.
    fn kept(files: &[(&str, &str)]) -> Value {
        let base = BasePath::root();
        let shell = Shell {
            template: "",
            base: &base,
            address: None,
            assets: "assets/1/",
            integrity: &BTreeMap::new(),
            settings: &SiteSettings::default(),
            colours: None,
            is_preview: false,
        };
        let files = files
            .iter()
            .map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec()));
        let text = worker(b"{{site}}", &files.collect(), &shell).unwrap();
        serde_json::from_str(&text).unwrap()
    }

    const FILES: [(&str, &str); 9] = [
        ("api/v1.js", "api"),
        ("assets/1/boot.js", "boot"),
        ("assets/1/own.js", "own"),
        ("assets/1/reader_bg.wasm", "reader"),
        ("assets/1/words.en.txt", "words"),
        ("data/index.json", "{}"),
        ("en/water/index.html", "a page"),
        ("embed/v1.js", "element"),
        ("shell/en.html", "a page without figures"),
    ];

    #[test]
    fn the_program_and_each_language_are_kept_and_no_page() {
        let kept = kept(&FILES);
        let program =
            json!({ "api/v1.js": integrity(b"api"), "assets/1/boot.js": integrity(b"boot") });
        assert_eq!(kept["program"], program);
        let english = json!({
            "assets/1/words.en.txt": integrity(b"words"),
            "shell/en.html": integrity(b"a page without figures"),
        });
        assert_eq!(kept["languages"]["en"], english);
        assert_eq!(kept["list"], hex_sha256(b"{}"));
    }

    #[test]
    fn another_program_is_another_release_and_other_figures_are_not() {
        let with =
            |path: &str| FILES.map(|(it, text)| (it, if it == path { "other" } else { text }));
        let release = |files: &[(&str, &str)]| kept(files)["release"].clone();
        assert_eq!(release(&with("data/index.json")), release(&FILES));
        for path in ["assets/1/boot.js", "api/v1.js", "shell/en.html"] {
            assert_ne!(release(&with(path)), release(&FILES), "{path}");
        }
    }
}
