//! The executable that is packed: built for release, linked statically where that works.

use std::path::{Path, PathBuf};
use std::process::Command;

use super::PackError;
use crate::publish::cargo::{REPORT, cargo, flags_for, report_of, rustc};
use crate::publish::error::SiteError;
use crate::publish::page_manifest::VERSION;

/// The variable that says to the compiler which page the executable is packed with.
pub const PAGE_HASH: &str = "JANGKAU_PAGE_HASH";

/// What `--version` prints after the name: the version, and the page it was packed with.
#[must_use]
pub fn version_line(page: Option<&str>) -> String {
    page.map_or_else(
        || VERSION.to_owned(),
        |hash| format!("{VERSION} (page {})", hash.get(..16).unwrap_or(hash)),
    )
}

/// Builds the executable that takes the page of `hash` and no other.
pub(super) fn build_executable(
    root: &Path,
    hash: &str,
    say: &dyn Fn(&str),
) -> Result<PathBuf, PackError> {
    let host = host()?;
    // On other systems programs are never linked with all that they need.
    if host.contains("linux") || host.ends_with("windows-msvc") {
        say("Compiling the tool, statically linked (some minutes the first time) …");
        let built = build(root, (&host, hash), &["-Ctarget-feature=+crt-static"]);
        let built = built.and_then(|path| check_version(&path, Some(hash)).map(|()| path));
        match built {
            Ok(path) => return Ok(path),
            Err(error) => say(&format!("It cannot be linked statically: {error}")),
        }
    }
    say("Compiling the tool (some minutes the first time) …");
    let path = build(root, (&host, hash), &[])?;
    check_version(&path, Some(hash))?;
    Ok(path)
}

/// The target that this toolchain compiles for by itself.
pub(super) fn host() -> Result<String, PackError> {
    let about = rustc(&["-vV"])?.unwrap_or_default();
    let host = about.lines().find_map(|line| line.strip_prefix("host: "));
    host.map(str::to_owned).ok_or_else(|| PackError::Metadata {
        found: "rustc -vV names no host".into(),
    })
}

fn build(root: &Path, (host, hash): (&str, &str), flags: &[&str]) -> Result<PathBuf, PackError> {
    let mut build = cargo(root, "build");
    // The target is named, so that the flags are not those of build scripts and macros.
    build
        .args(["--release", "--bin", "jangkau", "--target", host, REPORT])
        .args(["--config", &flags_for(host, root, flags)])
        .env(PAGE_HASH, hash);
    let mut executable = None;
    report_of(build, "the tool", |artifact| {
        let is_tool = artifact.name == "jangkau";
        executable = artifact
            .executable
            .filter(|_| is_tool)
            .or(executable.take());
    })?;
    executable.ok_or(PackError::NoExecutable)
}

/// Runs an executable and asks whether it is of this version and, where it is known, takes the page
/// of this hash.
pub(super) fn check_version(path: &Path, page: Option<&str>) -> Result<(), PackError> {
    let output = Command::new(path).arg("--version").output();
    let output = output.map_err(|source| SiteError::Start {
        program: path.display().to_string(),
        source,
    })?;
    let found = String::from_utf8_lossy(&output.stdout).trim().to_owned();
    let expected = format!("jangkau {}", version_line(page));
    if found == expected {
        return Ok(());
    }
    Err(PackError::OtherExecutable {
        path: path.to_owned(),
        found,
        expected,
    })
}
