//! The sites, each built once for a test program.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use jangkau::publish::compress::Quality;
use jangkau::publish::page_folder::PageSource;
use jangkau::publish::site::{Plan, UnsafeCounts, build};
use jangkau::publish::site_url::BasePath;

use super::made::data_folder;

/// Where a partner's host has the site: not at its root.
pub const SUB_PATH: &str = "/statistik/jangkau/";

/// The folder with the site of the made datasets for [`SUB_PATH`].
pub fn site() -> &'static Path {
    static SITE: OnceLock<PathBuf> = OnceLock::new();
    SITE.get_or_init(|| built("made-site", SUB_PATH, &made()))
}

/// The folder with the site of the made datasets for the root of a host, as `jangkau serve` has it.
pub fn site_at_root() -> &'static Path {
    static SITE: OnceLock<PathBuf> = OnceLock::new();
    SITE.get_or_init(|| built("made-site-at-root", "/", &made()))
}

/// The folder with the shipped site for [`SUB_PATH`]: for tests of its figures.
pub fn shipped_site() -> &'static Path {
    static SITE: OnceLock<PathBuf> = OnceLock::new();
    SITE.get_or_init(|| built("site", SUB_PATH, &shipped()))
}

/// The folder with the shipped site for the root of a host.
pub fn shipped_site_at_root() -> &'static Path {
    static SITE: OnceLock<PathBuf> = OnceLock::new();
    SITE.get_or_init(|| built("site-at-root", "/", &shipped()))
}

/// The files of the site of the made datasets.
fn made() -> PathBuf {
    data_folder().parent().expect("the folder of data/").into()
}

/// The files of the site that is shipped.
fn shipped() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("public")
}

/// A folder of this name with a built site: the page of this checkout over the files of the folder
/// `site`, whose `data/` holds the list and what it names.
pub fn built(name: &str, base: &str, site: &Path) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
    fs::create_dir_all(folder).expect("cargo's folder for tests");
    // Two test programs may run at once.
    let lock = File::create(folder.join("site.lock")).expect("a file to lock");
    lock.lock().expect("the lock of the site");
    let plan = Plan {
        page: PageSource::Checkout(env!("CARGO_MANIFEST_DIR").into()),
        site: site.to_owned(),
        out: Some(folder.join(name)),
        base: BasePath::new(base).expect("a plain path"),
        address: None,
        quality: Quality::QUICKEST,
        is_preview: false,
        unsafe_counts: UnsafeCounts::Stop,
    };
    let say = |step: &str| eprintln!("{step}");
    build(&plan, &say)
        .unwrap_or_else(|error| panic!("the site is not built: {error:?}"))
        .folder
}
