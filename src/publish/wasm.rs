//! The programs of the browser: compiled to wasm by a child cargo, then given their
//! JavaScript glue by wasm-bindgen as a library.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::publish::cargo::{REPORT, cargo, flags_for, report_of, rustc};
use crate::publish::error::SiteError;
use crate::publish::glue::{FORM, write_glue};
use crate::publish::tree::{forget_old, hex_sha256, read_tree};

/// What the page is compiled for.
pub(super) const TARGET: &str = "wasm32-unknown-unknown";

/// A program of the browser.
struct Program {
    /// The name of its target, and of the feature that brings in what it needs.
    name: &'static str,
    feature: &'static str,
    /// What rustc is told of this target alone.
    flags: &'static [&'static str],
}

/// The page; what partners' scripts ask, which the page loads when it needs it; and what reads a file of
/// the reader's own. Each is built by
/// itself: what one is given is not the other's.
const PROGRAMS: [Program; 3] = [
    Program {
        name: "page",
        feature: "page",
        // It is cut in two along the relocations.
        flags: &["-Clink-arg=--emit-relocs"],
    },
    Program {
        name: "api",
        feature: "app",
        flags: &[],
    },
    Program {
        name: "reader",
        feature: "app",
        flags: &[],
    },
];

/// The compiled programs: the files of wasm-bindgen by name, and the folder of
/// cargo's target where the builder keeps what it may use again.
#[derive(Debug)]
pub struct Programs {
    /// Of each program `page.js` and `page_bg.wasm`; where a crate brings some, snippets. Of the page
    /// what comes late, and the script that fetches it.
    pub files: BTreeMap<String, Vec<u8>>,
    /// A folder for results that a later build can use again.
    pub cache: PathBuf,
}

/// Compiles the programs from the package at `root`.
///
/// # Errors
/// When the wasm target cannot be added, cargo fails, or wasm-bindgen does.
pub fn compile(root: &Path, say: &dyn Fn(&str)) -> Result<Programs, SiteError> {
    add_target(say)?;
    say("Compiling the page to WebAssembly (some minutes the first time) …");
    let modules = PROGRAMS.iter().map(|program| cargo_build(root, program));
    let modules = modules.collect::<Result<Vec<PathBuf>, SiteError>>()?;
    let target_folder = modules[0].ancestors().nth(3).unwrap_or(root);
    let cache = target_folder.join("jangkau");
    let all_glued = cache.join("glue");
    forget_old(&all_glued);
    let mut files = BTreeMap::new();
    for (Program { name, .. }, module) in PROGRAMS.iter().zip(&modules) {
        let bytes = fs::read(module).map_err(SiteError::read(module))?;
        let key = format!("{FORM} {name} {}", hex_sha256(&bytes));
        let glued = all_glued.join(hex_sha256(key.as_bytes()));
        if !glued.join(format!("{name}.js")).is_file() {
            say(&format!("Writing the JavaScript glue of {name} …"));
            write_glue(module, name, &glued)?;
        }
        files.extend(read_tree(&glued)?);
    }
    Ok(Programs { files, cache })
}

fn add_target(say: &dyn Fn(&str)) -> Result<(), SiteError> {
    let folder = rustc(&["--print", "target-libdir", "--target", TARGET])?;
    if folder.is_some_and(|folder| Path::new(&folder).is_dir()) {
        return Ok(());
    }
    say("Adding the Rust target wasm32-unknown-unknown …");
    let status = Command::new("rustup")
        .args(["target", "add", TARGET])
        .status()
        .map_err(|_| SiteError::NoTarget { target: TARGET })?;
    if status.success() {
        return Ok(());
    }
    Err(SiteError::Failed {
        program: "rustup target add".into(),
        status: status.to_string(),
    })
}

/// Builds a program and returns the path of its wasm module, which cargo itself names.
fn cargo_build(root: &Path, program: &Program) -> Result<PathBuf, SiteError> {
    let mut build = cargo(root, "rustc");
    build
        .args(["--profile", "page", "--target", TARGET, REPORT])
        .args(["--no-default-features", "--features", program.feature])
        .args(["--bin", program.name])
        .args(["--config", &flags_for(TARGET, root, &[])])
        .arg("--")
        .args(program.flags);
    let mut module = None;
    report_of(build, program.name, |artifact| {
        let is_wasm = |path: &PathBuf| path.extension().is_some_and(|ending| ending == "wasm");
        if artifact.name == program.name {
            module = artifact.files.into_iter().find(is_wasm);
        }
    })?;
    module.ok_or(SiteError::NoArtifact)
}
