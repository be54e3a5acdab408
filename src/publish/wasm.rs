//! The programs of the browser: compiled to wasm by a child cargo, then given their
//! JavaScript glue by wasm-bindgen as a library.

use std::collections::BTreeMap;
use std::env;
use std::ffi::OsString;
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::publish::error::SiteError;
use crate::publish::glue::{FORM, write_glue};
use crate::publish::tree::{forget_old, hex_sha256, read_tree};
use serde_json::Value;

const TARGET: &str = "wasm32-unknown-unknown";

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
    say("Compiling the page to WebAssembly (about a minute the first time) …");
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
            say("Writing the JavaScript glue …");
            write_glue(module, name, &glued)?;
        }
        files.extend(read_tree(&glued)?);
    }
    Ok(Programs { files, cache })
}

/// Cargo and rustc as this process was started with, so that parent and child
/// are of one toolchain.
fn tool(variable: &str, name: &str) -> OsString {
    env::var_os(variable).unwrap_or_else(|| name.into())
}

fn add_target(say: &dyn Fn(&str)) -> Result<(), SiteError> {
    let rustc = Command::new(tool("RUSTC", "rustc"))
        .args(["--print", "target-libdir", "--target", TARGET])
        .output()
        .map_err(|source| SiteError::Start {
            program: "rustc".into(),
            source,
        })?;
    let folder = String::from_utf8_lossy(&rustc.stdout);
    if rustc.status.success() && Path::new(folder.trim()).is_dir() {
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
    let start = |source| SiteError::Start {
        program: "cargo build".into(),
        source,
    };
    let mut child = Command::new(tool("CARGO", "cargo"))
        .current_dir(root)
        .args([
            "build",
            "--profile",
            "page",
            "--no-default-features",
            "--features",
            "app",
        ])
        .args(PROGRAMS.iter().flat_map(|name| ["--bin", name]))
        .args(["--target", TARGET, "--locked"])
        .arg("--message-format=json-render-diagnostics")
        .args(["--config", &without_paths(root)])
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .spawn()
        .map_err(start)?;
    let mut modules = PROGRAMS.map(|_| None);
    if let Some(stdout) = child.stdout.take() {
        for line in BufReader::new(stdout).lines() {
            let line = line.map_err(start)?;
            for (name, module) in PROGRAMS.iter().zip(&mut modules) {
                *module = wasm_of_message(&line, name).or(module.take());
            }
        }
    }
    let status = child.wait().map_err(start)?;
    if !status.success() {
        return Err(SiteError::Failed {
            program: "cargo build of the page".into(),
            status: status.to_string(),
        });
    }
    let [Some(page), Some(api)] = modules else {
        return Err(SiteError::NoArtifact);
    };
    Ok([page, api])
}

/// A cargo setting that keeps the folders of this machine out of the program's messages.
fn without_paths(root: &Path) -> String {
    let cargo = env::var_os("CARGO_HOME").map(PathBuf::from);
    let cargo = cargo.or_else(|| Some(env::home_dir()?.join(".cargo")));
    let sources = cargo.map(|cargo| cargo.join("registry").join("src"));
    let folders = sources.iter().map(PathBuf::as_path).chain([root]);
    let flags = folders.map(|folder| format!("--remap-path-prefix={}=", folder.display()));
    let flags: Value = flags.collect();
    format!("target.{TARGET}.rustflags={flags}")
}

/// The wasm file of a program that one line of cargo's report names, if it names one.
fn wasm_of_message(line: &str, program: &str) -> Option<PathBuf> {
    let message: Value = serde_json::from_str(line).ok()?;
    if message["reason"] != "compiler-artifact" || message["target"]["name"] != program {
        return None;
    }
    message["filenames"]
        .as_array()?
        .iter()
        .filter_map(Value::as_str)
        .map(PathBuf::from)
        .find(|path| path.extension().is_some_and(|ending| ending == "wasm"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_program_s_own_wasm_is_taken_from_cargo_s_report() {
        let line = r#"{"reason":"compiler-artifact","target":{"name":"page"},"filenames":["/t/page.js","/t/page.wasm"]}"#;
        assert_eq!(
            wasm_of_message(line, "page"),
            Some(PathBuf::from("/t/page.wasm"))
        );
        let other = r#"{"reason":"compiler-artifact","target":{"name":"leptos"},"filenames":["/t/leptos.wasm"]}"#;
        assert_eq!(wasm_of_message(other, "page"), None);
        assert_eq!(wasm_of_message(line, "api"), None);
        assert_eq!(wasm_of_message("   Compiling page", "page"), None);
    }
}
