//! The compiled page: programs, scripts, style, words and the shell, apart from any site's data.
//!
//! In a folder of its own it lies as
//!
//! ```text
//! index.html      the shell, with places for the texts of each document
//! api/v1.js       scripts at addresses that last
//! embed/v1.js
//! assets/         programs, their JavaScript glue, the scripts and style of the page, its words
//! ```

use std::fs;
use std::path::{Path, PathBuf};

use crate::publish::cache::user_cache;
use crate::publish::error::SiteError;
use crate::publish::glue::without_comments;
use crate::publish::headers::ASSETS;
use crate::publish::map_style::map_style;
use crate::publish::shell::words_file;
use crate::publish::tree::{Files, read_tree};
use crate::publish::wasm::{Programs, compile};
use crate::words::LANGUAGES;

/// What partners' scripts import, at an address that lasts.
pub const API: &str = "api/v1.js";

/// The element for partners' pages, at an address that lasts.
pub const ELEMENT: &str = "embed/v1.js";

/// The shell, among the files of the page.
const SHELL: &str = "index.html";

/// Where the compiled page comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PageSource {
    /// A checkout of this package, from which cargo compiles it.
    Checkout(PathBuf),
    /// A folder that holds it compiled.
    Folder(PathBuf),
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
        PageSource::Folder(folder) => Ok((of_folder(folder)?, user_cache())),
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
    assets.extend(LANGUAGES.map(|words| (words_file(words.code), words.to_sheet().into_bytes())));
    if let Some(style) = assets.get_mut("style.css") {
        style.extend_from_slice(map_style().as_bytes());
    }
    for (name, bytes) in &mut assets {
        if ending_of(name) == Some("js") {
            *bytes = without_comments(&String::from_utf8_lossy(bytes)).into_bytes();
        }
    }
    let mut entries = Files::new();
    for path in [API, ELEMENT] {
        entries.insert(path.to_owned(), read(&public.join(path))?);
    }
    Ok(PageFiles {
        shell: read_text(&root.join(SHELL))?,
        entries,
        assets,
    })
}

fn of_folder(folder: &Path) -> Result<PageFiles, SiteError> {
    let mut entries = Files::new();
    for path in [API, ELEMENT] {
        entries.insert(path.to_owned(), read(&folder.join(path))?);
    }
    Ok(PageFiles {
        shell: read_text(&folder.join(SHELL))?,
        entries,
        assets: read_tree(&folder.join(ASSETS))?,
    })
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

    #[test]
    fn a_ready_page_is_taken_from_its_folder_as_it_is() {
        let folder = tempfile::tempdir().unwrap();
        let write = |path: &str, text: &str| {
            let path = folder.path().join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        };
        write(SHELL, "<title>{{title}}</title>");
        write(API, "// api");
        write(ELEMENT, "// element");
        write("assets/boot.js", "// kept\n");
        let source = PageSource::Folder(folder.path().to_owned());
        let (page, _) = open_page(&source, &|_| ()).unwrap();
        assert_eq!(page.shell, "<title>{{title}}</title>");
        assert_eq!(page.entries[API], b"// api");
        assert_eq!(
            page.assets,
            Files::from([("boot.js".into(), b"// kept\n".to_vec())])
        );
        fs::remove_file(folder.path().join(ELEMENT)).unwrap();
        let error = open_page(&source, &|_| ()).unwrap_err();
        assert!(matches!(error, SiteError::Read { path, .. } if path.ends_with(ELEMENT)));
    }
}
