//! Child processes of the toolchain that this process was started with.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::Value;

use crate::publish::error::SiteError;

/// Cargo or rustc, so that parent and child are of one toolchain.
fn tool(variable: &str, name: &str) -> OsString {
    env::var_os(variable).unwrap_or_else(|| name.into())
}

/// What rustc prints when it is asked with `args`; nothing where it refuses.
///
/// # Errors
/// [`SiteError::Start`] when there is no rustc.
pub(super) fn rustc(args: &[&str]) -> Result<Option<String>, SiteError> {
    let output = Command::new(tool("RUSTC", "rustc")).args(args).output();
    let output = output.map_err(|source| SiteError::Start {
        program: "rustc".into(),
        source,
    })?;
    let printed = String::from_utf8_lossy(&output.stdout).trim().to_owned();
    Ok(output.status.success().then_some(printed))
}

/// A cargo command in the package at `root`, its progress shown to whoever looks on.
pub(super) fn cargo(root: &Path, command: &str) -> Command {
    let mut cargo = Command::new(tool("CARGO", "cargo"));
    cargo.current_dir(root).arg(command).arg("--locked");
    cargo.stdin(Stdio::null());
    cargo
}

/// A target that cargo has compiled.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Artifact {
    /// The target's name.
    pub(super) name: String,
    /// Its files.
    pub(super) files: Vec<PathBuf>,
    /// That of them which can be run, if one can.
    pub(super) executable: Option<PathBuf>,
}

/// What [`report_of`] needs among the arguments of a build.
pub(super) const REPORT: &str = "--message-format=json-render-diagnostics";

/// Runs a cargo build that has [`REPORT`] among its arguments and hands on what it compiles.
///
/// # Errors
/// [`SiteError::Start`] and [`SiteError::Failed`], which names the build by `what`.
pub(super) fn report_of(
    mut build: Command,
    what: &str,
    mut take: impl FnMut(Artifact),
) -> Result<(), SiteError> {
    let start = |source| SiteError::Start {
        program: "cargo build".into(),
        source,
    };
    let mut child = build.stdout(Stdio::piped()).spawn().map_err(start)?;
    let stdout = child.stdout.take().map(BufReader::new);
    for line in stdout.into_iter().flat_map(BufRead::lines) {
        artifact_of(&line.map_err(start)?)
            .into_iter()
            .for_each(&mut take);
    }
    let status = child.wait().map_err(start)?;
    if status.success() {
        return Ok(());
    }
    Err(SiteError::Failed {
        program: format!("cargo build of {what}"),
        status: status.to_string(),
    })
}

/// The target that one line of cargo's report names, if it names one.
fn artifact_of(line: &str) -> Option<Artifact> {
    let message: Value = serde_json::from_str(line).ok()?;
    if message["reason"] != "compiler-artifact" {
        return None;
    }
    let files = message["filenames"].as_array()?.iter();
    Some(Artifact {
        name: message["target"]["name"].as_str()?.to_owned(),
        files: files.filter_map(Value::as_str).map(PathBuf::from).collect(),
        executable: message["executable"].as_str().map(PathBuf::from),
    })
}

/// A cargo setting for the flags of rustc on `target`: `flags`, and those that keep the folders of
/// this machine out of the program's messages.
pub(super) fn flags_for(target: &str, root: &Path, flags: &[&str]) -> String {
    let cargo = env::var_os("CARGO_HOME").map(PathBuf::from);
    let cargo = cargo.or_else(|| Some(env::home_dir()?.join(".cargo")));
    let sources = cargo.map(|cargo| cargo.join("registry").join("src"));
    // One folder for each registry, named after its host.
    let registries = sources.and_then(|sources| fs::read_dir(sources).ok());
    let registries = registries.into_iter().flatten().flatten();
    let mut registries: Vec<PathBuf> = registries.map(|entry| entry.path()).collect();
    registries.sort();
    let folders = registries.iter().map(PathBuf::as_path).chain([root]);
    let remap = folders.map(|folder| format!("--remap-path-prefix={}=", folder.display()));
    let all: Value = flags
        .iter()
        .map(|flag| (*flag).to_owned())
        .chain(remap)
        .collect();
    format!("target.{target}.rustflags={all}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_target_and_its_files_are_taken_from_cargo_s_report() {
        let line = r#"{"reason":"compiler-artifact","target":{"name":"page"},
            "filenames":["/t/page.exe","/t/page.pdb"],"executable":"/t/page.exe"}"#;
        let expected = Artifact {
            name: "page".into(),
            files: ["/t/page.exe", "/t/page.pdb"].map(PathBuf::from).to_vec(),
            executable: Some("/t/page.exe".into()),
        };
        assert_eq!(artifact_of(line), Some(expected));
        let end = r#"{"reason":"build-finished","success":true}"#;
        assert_eq!(artifact_of(end), None);
        assert_eq!(artifact_of("   Compiling page"), None);
    }
}
