//! The compiled page: programs, scripts, style, words and the shell, apart from any site's data.
//!
//! In a folder of its own it lies as
//!
//! ```text
//! manifest.json   version, and the hash of each file
//! index.html      the shell, with places for the texts of each document
//! api/  embed/    what scripts of others ask for, at addresses that last
//! service-worker.js   with which a site opens without a network
//! assets/         programs, their JavaScript glue, the scripts and style of the page, its words
//! ```

use std::fs;
use std::path::{Path, PathBuf};

use crate::publish::cache::user_cache;
use crate::publish::error::SiteError;
use crate::publish::headers::ASSETS;
use crate::publish::map_style::map_style;
use crate::publish::minify::minified;
use crate::publish::page_manifest::{MANIFEST, Manifest};
use crate::publish::shell::words_file;
use crate::publish::tree::{Files, read_tree};
use crate::publish::wasm::{Programs, compile};
use crate::publish::worker::{OFFLINE, WORKER, minified_worker, with_words};
use crate::words::LANGUAGES;

/// What partners' scripts import, at an address that lasts.
pub const API: &str = "api/v1.js";

/// The folders of what stands at addresses that last.
const LASTING: [&str; 2] = ["api", "embed"];

/// The shell, among the files of the page.
const SHELL: &str = "index.html";

/// Where the compiled page comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PageSource {
    /// A checkout of this package, from which cargo compiles it.
    Checkout(PathBuf),
    /// A folder that holds it compiled.
    Folder {
        /// The folder.
        folder: PathBuf,
        /// The hash of the only page that is taken; without one, any of this version is.
        build: Option<String>,
    },
}

/// The compiled page in memory.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageFiles {
    /// The text of `index.html`.
    pub shell: String,
    /// Scripts at addresses that last, by path relative to the base of a site.
    pub entries: Files,
    /// Everything else by name; a site has it in one folder that is named by the content.
    pub assets: Files,
}

/// The page of a source, and a folder where a build may keep what the next can use again.
///
/// # Errors
/// When cargo or wasm-bindgen fails, or a file cannot be read.
pub fn open_page(
    source: &PageSource,
    say: &dyn Fn(&str),
) -> Result<(PageFiles, PathBuf), SiteError> {
    match source {
        PageSource::Checkout(root) => {
            let programs = compile(root, say)?;
            let cache = programs.cache.clone();
            Ok((of_checkout(root, programs)?, cache))
        }
        PageSource::Folder { folder, build } => {
            Ok((of_folder(folder, build.as_deref())?, user_cache()))
        }
    }
}

/// The page as a checkout has it: the shell at its root, the scripts and the style in `public/`.
fn of_checkout(root: &Path, programs: Programs) -> Result<PageFiles, SiteError> {
    let public = root.join("public");
    let mut assets = Files::new();
    for entry in fs::read_dir(&public).map_err(SiteError::read(&public))? {
        let path = entry.map_err(SiteError::read(&public))?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if matches!(ending_of(&name), Some("css" | "js" | "svg" | "woff2")) {
            assets.insert(name.into_owned(), read(&path)?);
        }
    }
    assets.extend(programs.files);
    assets.extend(LANGUAGES.map(|words| {
        (
            words_file(words.code),
            words.to_language_file().into_bytes(),
        )
    }));
    if let Some(style) = assets.get_mut("style.css") {
        style.extend_from_slice(map_style().as_bytes());
    }
    if let Some(script) = assets.get_mut(OFFLINE) {
        *script = with_words(script)?.into_bytes();
    }
    for (name, bytes) in &mut assets {
        let text = String::from_utf8_lossy(bytes);
        match ending_of(name) {
            Some("js") if name == WORKER => *bytes = minified_worker(&text)?.into_bytes(),
            Some("js") => *bytes = minified(name, &text)?.into_bytes(),
            Some("css") => *bytes = without_comments(&text).into_bytes(),
            _ => {}
        }
    }
    // It answers for what lies below it: its place is the base.
    let worker = assets.remove_entry(WORKER);
    let mut entries: Files = worker.into_iter().collect();
    for folder in LASTING {
        let files = read_tree(&public.join(folder))?.into_iter();
        entries.extend(files.map(|(name, bytes)| (format!("{folder}/{name}"), bytes)));
    }
    Ok(PageFiles {
        shell: read_text(&root.join(SHELL))?,
        entries,
        assets,
    })
}

/// A style sheet without the lines that are comments, and without indentation.
fn without_comments(style: &str) -> String {
    let mut text = String::with_capacity(style.len());
    let mut in_comment = false;
    for line in style.lines().map(str::trim) {
        in_comment |= line.starts_with("/*");
        if !in_comment && !line.is_empty() {
            text.push_str(line);
            text.push('\n');
        }
        in_comment &= !line.ends_with("*/");
    }
    text
}

fn of_folder(folder: &Path, build: Option<&str>) -> Result<PageFiles, SiteError> {
    let files = Manifest::checked(folder, read_tree(folder)?, build)?;
    let (mut shell, mut entries, mut assets) = (String::new(), Files::new(), Files::new());
    for (path, bytes) in files {
        if path == SHELL {
            shell = String::from_utf8_lossy(&bytes).into_owned();
        } else if let Some(name) = path.strip_prefix(ASSETS) {
            assets.insert(name.to_owned(), bytes);
        } else {
            entries.insert(path, bytes);
        }
    }
    Ok(PageFiles {
        shell,
        entries,
        assets,
    })
}

impl PageFiles {
    /// The files of a folder that holds the page, and the hash of the page.
    #[must_use]
    pub fn into_folder(self) -> (Files, String) {
        let mut files = self.entries;
        files.insert(SHELL.to_owned(), self.shell.into_bytes());
        let assets = self.assets.into_iter();
        files.extend(assets.map(|(name, bytes)| (format!("{ASSETS}{name}"), bytes)));
        let manifest = Manifest::of(&files);
        files.insert(MANIFEST.to_owned(), manifest.to_text().into_bytes());
        (files, manifest.hash())
    }
}

fn read(path: &Path) -> Result<Vec<u8>, SiteError> {
    fs::read(path).map_err(SiteError::read(path))
}

fn read_text(path: &Path) -> Result<String, SiteError> {
    fs::read_to_string(path).map_err(SiteError::read(path))
}

fn ending_of(path: &str) -> Option<&str> {
    Path::new(path)
        .extension()
        .and_then(|ending| ending.to_str())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::publish::page_manifest::VERSION;
    use crate::publish::tree::hex_sha256;

    /// A folder with a page, and the hash of the page.
    fn folder() -> (tempfile::TempDir, PageFiles, String) {
        let file = |path: &str, text: &str| (path.to_owned(), text.as_bytes().to_vec());
        let page = PageFiles {
            shell: "<title>{{title}}</title>".into(),
            entries: Files::from([file(API, "// api"), file("embed/v1.js", "// element")]),
            assets: Files::from([file("boot.js", "boot"), file("snippets/a.js", "a")]),
        };
        let folder = tempfile::tempdir().unwrap();
        let (files, hash) = page.clone().into_folder();
        for (path, bytes) in files {
            write(folder.path(), &path, &bytes);
        }
        (folder, page, hash)
    }

    fn write(folder: &Path, path: &str, bytes: &[u8]) {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }

    fn open(folder: &tempfile::TempDir, build: &str) -> Result<PageFiles, SiteError> {
        let source = PageSource::Folder {
            folder: folder.path().to_owned(),
            build: Some(build.to_owned()),
        };
        open_page(&source, &|_| ()).map(|(page, _)| page)
    }

    #[track_caller]
    fn check_refused(folder: &tempfile::TempDir, build: &str, what: [&str; 2]) {
        let error = open(folder, build).unwrap_err().to_string();
        let [found, expected] = what;
        let said = format!("found {found}, expected {expected}");
        assert!(error.contains(&said), "{said:?} is not in {error:?}");
    }

    #[test]
    fn a_page_reads_back_from_its_folder() {
        let (folder, page, hash) = folder();
        assert_eq!(open(&folder, &hash).unwrap(), page);
    }

    #[test]
    fn a_style_sheet_is_sent_without_its_comments() {
        let style = "/* Quiet. */\na {\n  color: red; /* kept */\n}\n\n/* Two\n   lines. */\n";
        assert_eq!(without_comments(style), "a {\ncolor: red; /* kept */\n}\n");
    }

    #[test]
    fn the_page_of_another_build_is_refused() {
        let (folder, page, hash) = folder();
        let other = PageFiles {
            shell: String::new(),
            ..page
        };
        let (_, other) = other.into_folder();
        let [found, expected] = [&hash, &other].map(|hash| &hash[..16]);
        check_refused(
            &folder,
            &other,
            [
                &format!("the page of build {found}"),
                &format!("build {expected}"),
            ],
        );
    }

    #[test]
    fn a_file_that_is_changed_missing_or_too_many_is_refused() {
        let (folder, _, hash) = folder();
        let [own, other] = [&b"boot"[..], b"beet"].map(hex_sha256);
        write(folder.path(), "assets/boot.js", b"beet");
        let [own, other] = [own, other].map(|hash| format!("SHA-256 {hash}"));
        check_refused(&folder, &hash, [&format!("assets/boot.js: {other}"), &own]);
        fs::remove_file(folder.path().join("assets/boot.js")).unwrap();
        check_refused(&folder, &hash, ["assets/boot.js: none", &own]);
        write(folder.path(), "assets/boot.js", b"boot");
        write(folder.path(), "assets/z.js", b"beet");
        check_refused(&folder, &hash, [&format!("assets/z.js: {other}"), "none"]);
    }

    #[test]
    fn a_folder_of_another_version_or_without_a_manifest_is_refused() {
        let (folder, _, hash) = folder();
        let path = folder.path().join(MANIFEST);
        let own = fs::read_to_string(&path).unwrap();
        let other = own.replace(VERSION, "9.9.9");
        fs::write(&path, other).unwrap();
        check_refused(
            &folder,
            &hash,
            [
                "a page of version 9.9.9 (form 1)",
                &format!("version {VERSION} (form 1)"),
            ],
        );
        fs::write(&path, "{").unwrap();
        let error = open(&folder, &hash).unwrap_err();
        assert!(matches!(error, SiteError::Broken { .. }), "{error}");
        fs::remove_file(&path).unwrap();
        check_refused(&folder, &hash, ["no manifest.json", "one"]);
    }
}
