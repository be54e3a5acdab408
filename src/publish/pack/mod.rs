//! The tool as a folder that runs anywhere, without a checkout and without Rust, and the same as an
//! archive.
//!
//! ```text
//! jangkau-0.1.0-x86_64-linux/
//!   jangkau           the executable
//!   page/             the compiled page
//!   README.md
//!   LICENSE-APACHE  LICENSE-MIT
//!   licences/         those of every dependency
//! ```

mod archive;
mod dependencies;
mod elf;
mod error;
mod executable;
mod licences;

use std::env::consts::{ARCH, EXE_SUFFIX, OS};
use std::fs;
use std::path::{Path, PathBuf};

use self::archive::{Packing, archive_of, write_folder};
pub use self::error::PackError;
use self::executable::{build_executable, check_version};
use self::licences::licence_files;
use super::error::SiteError;
use super::locate::PAGE_FOLDER;
use super::page_folder::{PageSource, open_page};
use super::page_manifest::VERSION;
use super::template::{Fill, fill};

pub use self::executable::{PAGE_HASH, version_line};

/// What to pack, and where to.
#[derive(Debug, Clone)]
pub struct PackPlan {
    /// The checkout of this package.
    pub checkout: PathBuf,
    /// The folder in which folder and archive are written.
    pub out: PathBuf,
    /// An executable of this version that is packed as it is; without one, it is built for release
    /// and takes no other page than the packed one.
    pub executable: Option<PathBuf>,
}

/// What was packed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Packed {
    /// The folder.
    pub folder: PathBuf,
    /// The same as `.tar.gz`.
    pub archive: PathBuf,
    /// Whether the executable needs no library of the system; unknown where that is not usual.
    pub is_static: Option<bool>,
}

/// Packs the tool and tells of each step through `say`.
///
/// # Errors
/// [`PackError`]; what was written by then stays.
pub fn pack(plan: &PackPlan, say: &dyn Fn(&str)) -> Result<Packed, PackError> {
    let root = &plan.checkout;
    let (page, _) = open_page(&PageSource::Checkout(root.clone()), say)?;
    let (page, hash) = page.into_folder();
    let executable = match &plan.executable {
        Some(ready) => {
            check_version(ready, None)?;
            ready.clone()
        }
        None => build_executable(root, &hash, say)?,
    };
    say("Gathering the licences of the dependencies …");
    let mut packing = Packing::default();
    for (path, bytes) in licence_files(root)? {
        packing.add(format!("licences/{path}"), bytes);
    }
    for name in ["LICENSE-APACHE", "LICENSE-MIT"] {
        packing.add(name.to_owned(), read(&root.join(name))?);
    }
    for (path, bytes) in page {
        packing.add(format!("{PAGE_FOLDER}/{path}"), bytes);
    }
    let bytes = read(&executable)?;
    let is_static = (OS == "linux").then(|| elf::is_static(&bytes)).flatten();
    let tool = format!("jangkau{EXE_SUFFIX}");
    packing.add(
        "README.md".to_owned(),
        read_me(&tool, is_static)?.into_bytes(),
    );
    packing.add_executable(tool, bytes);

    let name = format!("jangkau-{VERSION}-{ARCH}-{OS}");
    let folder = plan.out.join(&name);
    say(&format!("Writing {} …", folder.display()));
    write_folder(&folder, &packing)?;
    let archive = plan.out.join(format!("{name}.tar.gz"));
    let bytes = archive_of(&name, &packing).map_err(SiteError::write(&archive))?;
    fs::write(&archive, bytes).map_err(SiteError::write(&archive))?;
    Ok(Packed {
        folder,
        archive,
        is_static,
    })
}

fn read(path: &Path) -> Result<Vec<u8>, SiteError> {
    fs::read(path).map_err(SiteError::read(path))
}

/// What the packed folder says of itself.
fn read_me(tool: &str, is_static: Option<bool>) -> Result<String, SiteError> {
    let needs = match is_static {
        Some(true) => "It needs no library of the system.",
        Some(false) => "It needs the C library of the system that it was built on, or a newer one.",
        None => "It needs nothing but the system.",
    };
    let system = format!("{ARCH} {OS}");
    fill(include_str!("README.md"), |name| {
        let text = match name {
            "version" => VERSION,
            "system" => &system,
            "tool" => tool,
            "needs" => needs,
            _ => return None,
        };
        Some(Fill::Markup(text.to_owned().into()))
    })
}
