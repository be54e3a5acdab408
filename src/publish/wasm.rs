//! The programs of the browser: compiled to wasm by a child cargo, then given their
//! JavaScript glue by wasm-bindgen as a library.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::publish::cargo::{cargo, flags_for, report_of, rustc};
use crate::publish::error::SiteError;
use crate::publish::glue::{FORM, write_glue};
use crate::publish::tree::{forget_old, hex_sha256, read_tree};

/// What the page is compiled for.
pub(super) const TARGET: &str = "wasm32-unknown-unknown";

/// The page, and what partners' scripts ask, which the page loads when it needs it.
const PROGRAMS: [&str; 2] = ["page", "api"];

/// The compiled programs: the files of wasm-bindgen by name, and the folder of
/// cargo's target where the builder keeps what it may use again.
#[derive(Debug)]
pub struct Programs {
    /// Of each program `page.js` and `page_bg.wasm`; where a crate brings some, snippets.
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
    let modules = cargo_build(root)?;
    let target_folder = modules[0].ancestors().nth(3).unwrap_or(root);
    let cache = target_folder.join("jangkau");
    let all_glued = cache.join("glue");
    forget_old(&all_glued);
    let mut files = BTreeMap::new();
    for (name, module) in PROGRAMS.into_iter().zip(&modules) {
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

/// Builds the programs and returns the path of each one's wasm module, which cargo itself names.
fn cargo_build(root: &Path) -> Result<[PathBuf; PROGRAMS.len()], SiteError> {
    let mut build = cargo(root, "build");
    build
        .args(["--profile", "page", "--target", TARGET])
        .args(["--no-default-features", "--features", "app"])
        .args(PROGRAMS.iter().flat_map(|name| ["--bin", name]))
        .args(["--config", &flags_for(TARGET, root, &[])]);
    let mut modules = PROGRAMS.map(|_| None);
    report_of(build, "the page", |artifact| {
        let is_wasm = |path: &PathBuf| path.extension().is_some_and(|ending| ending == "wasm");
        let program = PROGRAMS.iter().position(|name| *name == artifact.name);
        if let Some(program) = program {
            modules[program] = artifact.files.into_iter().find(is_wasm);
        }
    })?;
    let [Some(page), Some(api)] = modules else {
        return Err(SiteError::NoArtifact);
    };
    Ok([page, api])
}
