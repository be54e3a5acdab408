//! What can go wrong while a site is built or served.

use std::io;
use std::path::{Path, PathBuf};

use crate::publish::card::CardError;

/// The failure of one step of building or serving a site.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum SiteError {
    /// A file or folder could not be read.
    #[error("cannot read {}", path.display())]
    Read {
        /// What was to be read.
        path: PathBuf,
        /// Why the system refused.
        source: io::Error,
    },
    /// A file or folder could not be written.
    #[error("cannot write {}", path.display())]
    Write {
        /// What was to be written.
        path: PathBuf,
        /// Why the system refused.
        source: io::Error,
    },
    /// A program could not be started.
    #[error("cannot start {program}")]
    Start {
        /// The program.
        program: String,
        /// Why the system refused.
        source: io::Error,
    },
    /// A program ended with a failure; it has printed the cause itself.
    #[error("{program} failed: {status}")]
    Failed {
        /// The program and its first arguments.
        program: String,
        /// How it ended.
        status: String,
    },
    /// The wasm target is missing and nothing can add it.
    #[error(
        "the Rust target {target} is missing and rustup, which would add it, was not found: \
         install rustup, or the standard library of that target by the means that Rust came with"
    )]
    NoTarget {
        /// The target's name.
        target: &'static str,
    },
    /// Cargo ended well but named no wasm file.
    #[error("cargo built the page but named no .wasm file")]
    NoArtifact,
    /// A script of the page is none.
    #[error("cannot read the script {name}: {message}")]
    Script {
        /// Its name.
        name: String,
        /// What is wrong with it.
        message: String,
    },
    /// wasm-bindgen could not make the JavaScript glue.
    #[error("wasm-bindgen cannot process {}", path.display())]
    Bindgen {
        /// The module that cargo built.
        path: PathBuf,
        /// wasm-bindgen's own account.
        source: Box<dyn std::error::Error + Send + Sync>,
    },
    /// There is no compiled page.
    #[error(
        "no compiled page: name its folder with --page or JANGKAU_PAGE, put it as page/ beside {}, \
         or work in a checkout of jangkau, where it is compiled",
        executable.display()
    )]
    NoPage {
        /// This program.
        executable: PathBuf,
    },
    /// A folder does not hold the compiled page of this tool.
    #[error(
        "{} is not the page of this tool: found {found}, expected {expected}; \
         take the page/ that was packed together with it",
        folder.display()
    )]
    OtherPage {
        /// The folder.
        folder: PathBuf,
        /// What it holds.
        found: String,
        /// What belongs there.
        expected: String,
    },
    /// There is no site.
    #[error(
        "no site: {} has no data/index.json; work in the folder of a site, or name it with --site",
        folder.display()
    )]
    NoSiteFiles {
        /// Where it was looked for.
        folder: PathBuf,
    },
    /// A site speaks no language.
    #[error("the list \"{id}\" has no language: name one in site.toml")]
    NoLanguage {
        /// The id of the list.
        id: String,
    },
    /// A file that the site names is not there.
    #[error("{} is missing: {named_by} names it", path.display())]
    Missing {
        /// The file.
        path: PathBuf,
        /// The file that names it.
        named_by: &'static str,
    },
    /// A file is not the one that the list of datasets names.
    #[error(
        "{} is not the listed file: its SHA-256 is {found}, listed is {expected}",
        path.display()
    )]
    NotListed {
        /// The file.
        path: PathBuf,
        /// The hash in the list.
        expected: String,
        /// The hash of the file.
        found: String,
    },
    /// A file of the site is broken.
    #[error("{} cannot be used", path.display())]
    Broken {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        source: Box<dyn std::error::Error + Send + Sync>,
    },
    /// A dataset has more measures to choose from than the page can be given.
    #[error(
        "{}: the categories of its metric dimensions can be chosen in {found} ways, at most {limit} are \
         published; leave out measures, or publish them as several datasets",
        path.display()
    )]
    TooManyReadings {
        /// The file.
        path: PathBuf,
        /// The most that are published.
        limit: usize,
        /// How many there are.
        found: usize,
    },
    /// Something in a publisher's file stands in the way.
    #[error("nothing was published; errors: {errors}, questions: {questions}")]
    NotPublished {
        /// How many errors were found.
        errors: usize,
        /// How many questions are open.
        questions: usize,
    },
    /// Counts of people that should not be published.
    #[error(
        "counts of people that should not be published:\n{findings}run \"jangkau check\" for all"
    )]
    UnsafeCounts {
        /// What was found, a line each.
        findings: String,
    },
    /// A folder without tables.
    #[error(
        "{} holds no table: expected files ending in .csv, .tsv, .txt, .xlsx, .xls or .ods, or a JSON-stat or PX file",
        folder.display()
    )]
    NoTables {
        /// The folder.
        folder: PathBuf,
    },
    /// A dataset cannot be called so.
    #[error(
        "the id {found:?} cannot stand in a link: expected 1 to 40 of a-z, 0-9 and -, for example \
         \"{nearest}\""
    )]
    DatasetId {
        /// What was given.
        found: String,
        /// What is like it and can be an id.
        nearest: String,
    },
    /// A dataset has no draft to release or to drop.
    #[error("the dataset \"{id}\" has no draft: publish one first")]
    NoDraft {
        /// The dataset.
        id: String,
    },
    /// A release cannot be withdrawn.
    #[error("release {release} of \"{id}\" is not withdrawn: {why}")]
    NotWithdrawn {
        /// The dataset.
        id: String,
        /// The release.
        release: String,
        /// What stands against it, and what can be done.
        why: String,
    },
    /// A list would name nothing but withdrawn releases.
    #[error(
        "nothing of the site would stay but the numbers of withdrawn releases: publish another table first"
    )]
    OnlyWithdrawn,
    /// The settings of a site are not understood.
    #[error("{}, line {line}: {found}{}", path.display(), others_text(path, others))]
    Settings {
        /// The file.
        path: PathBuf,
        /// The line, from 1.
        line: usize,
        /// What stands there, and what is expected.
        found: String,
        /// What else is not understood: line, and what stands there.
        others: Vec<(usize, String)>,
    },
    /// What the settings of a dataset say does not fit its cube.
    #[error("{}, {member}: expected {expected}", path)]
    Unfit {
        /// The file of the settings.
        path: String,
        /// What is said there.
        member: String,
        /// What could be.
        expected: String,
    },
    /// A site declares a file that may not be published.
    #[error(
        "site.toml declares {found:?}: expected the path of a file in data/, \
         outside sources/, and no settings"
    )]
    Declared {
        /// The path.
        found: String,
    },
    /// The page template asks for something that the builder does not know.
    #[error("index.html: {found}")]
    Template {
        /// What is wrong with it.
        found: String,
    },
    /// `--base` is not an absolute folder path.
    #[error("the base path must begin and end with / and have plain segments, found {found:?}")]
    Base {
        /// What was given.
        found: String,
    },
    /// `--url` is not an address.
    #[error("the address must begin with https:// or http://, found {found:?}")]
    Url {
        /// What was given.
        found: String,
    },
    /// The output folder holds files that no build of ours has written.
    #[error(
        "{} is not empty and was not written by this command: name an empty or new folder",
        path.display()
    )]
    ForeignFolder {
        /// The folder.
        path: PathBuf,
    },
    /// A preview card could not be made.
    #[error(transparent)]
    Card(CardError),
    /// A part of the site weighs more than it may.
    #[error("the {name} is too heavy")]
    TooHeavy {
        /// The part.
        name: &'static str,
    },
    /// The folder to serve holds no site.
    #[error("{} holds no index.html: build the site into it first", path.display())]
    NoSite {
        /// The folder.
        path: PathBuf,
    },
    /// The port is in use.
    #[error("port {port} is taken by another program: choose another with --port, for example --port {}", port.saturating_add(1).max(1024))]
    PortTaken {
        /// The port asked for.
        port: u16,
    },
    /// The server could not listen for another reason.
    #[error("cannot listen on port {port}")]
    Listen {
        /// The port asked for.
        port: u16,
        /// Why the system refused.
        source: io::Error,
    },
}

impl SiteError {
    /// For `map_err`: a failed read of `path`.
    pub(crate) fn read(path: impl AsRef<Path>) -> impl FnOnce(io::Error) -> Self {
        let path = path.as_ref().to_owned();
        move |source| Self::Read { path, source }
    }

    /// For `map_err`: a failed write of `path`.
    pub(crate) fn write(path: impl AsRef<Path>) -> impl FnOnce(io::Error) -> Self {
        let path = path.as_ref().to_owned();
        move |source| Self::Write { path, source }
    }

    /// For `map_err`: a broken file at `path`.
    pub(crate) fn broken<E>(path: impl AsRef<Path>) -> impl FnOnce(E) -> Self
    where
        E: std::error::Error + Send + Sync + 'static,
    {
        let path = path.as_ref().to_owned();
        move |source| Self::Broken {
            path,
            source: Box::new(source),
        }
    }
}

/// The faults of settings after the first, a line each.
fn others_text(path: &Path, others: &[(usize, String)]) -> String {
    let text =
        |(line, found): &(usize, String)| format!("\n{}, line {line}: {found}", path.display());
    others.iter().map(text).collect()
}

/// An error and its causes, a line each, as a command prints them.
#[must_use]
pub fn report(error: &dyn std::error::Error) -> String {
    let mut text = format!("error: {error}");
    let mut cause = error.source();
    while let Some(inner) = cause {
        text += &format!("\n  because: {inner}");
        cause = inner.source();
    }
    text
}
