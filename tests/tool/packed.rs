//! The tool, packed once and unpacked into an empty folder.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::OnceLock;

use flate2::read::GzDecoder;
use jangkau::publish::pack::{PackPlan, pack};
use tempfile::TempDir;

/// The folder that the archive holds, unpacked.
pub(crate) fn unpacked() -> &'static Path {
    static UNPACKED: OnceLock<PathBuf> = OnceLock::new();
    UNPACKED.get_or_init(|| {
        let out = Path::new(env!("CARGO_TARGET_TMPDIR")).join("packed");
        let plan = PackPlan {
            checkout: env!("CARGO_MANIFEST_DIR").into(),
            out: out.clone(),
            // Built as it is for the tests: a release build takes minutes.
            executable: Some(env!("CARGO_BIN_EXE_jangkau").into()),
        };
        let packed = pack(&plan, &|step| eprintln!("{step}")).unwrap();
        let elsewhere = out.join("unpacked");
        if elsewhere.exists() {
            fs::remove_dir_all(&elsewhere).unwrap();
        }
        let archive = File::open(&packed.archive).unwrap();
        tar::Archive::new(GzDecoder::new(archive))
            .unpack(&elsewhere)
            .unwrap();
        elsewhere.join(packed.folder.file_name().unwrap())
    })
}

/// The unpacked tool in a working folder, with nothing of this process' surroundings.
pub(crate) fn tool(working: &Path) -> Command {
    let mut tool = Command::new(unpacked().join("jangkau"));
    tool.current_dir(working)
        .env_clear()
        .env("PATH", "")
        .env("HOME", home().path());
    tool
}

/// A home for what the tool keeps for the next build.
fn home() -> &'static TempDir {
    static HOME: OnceLock<TempDir> = OnceLock::new();
    HOME.get_or_init(|| tempfile::tempdir().unwrap())
}

/// What the tool prints, and what it complains of.
pub(crate) fn said(output: &Output) -> [String; 2] {
    [&output.stdout, &output.stderr].map(|bytes| String::from_utf8_lossy(bytes).into_owned())
}

/// Runs the tool, which is to succeed, and gives what it prints.
#[track_caller]
pub(crate) fn run(working: &Path, arguments: &[&str]) -> String {
    let output = tool(working).args(arguments).output().unwrap();
    let [printed, complaint] = said(&output);
    assert!(output.status.success(), "{arguments:?}: {complaint}");
    printed
}
