//! One headless Chromium for all tests of a program.

use std::env;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::OnceLock;

use serde_json::{Value, json};

use super::pipe::Pipe;

const NAMES: [&str; 4] = [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
];

/// No sandbox, because it does not start as root or in most containers; the
/// pages are our own. Nothing is asked of any other host.
const FLAGS: &str = "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run \
    --disable-background-networking --disable-component-update --disable-sync \
    --disable-default-apps --disable-features=IsolateSandboxedIframes --disable-extensions --disable-dev-shm-usage --hide-scrollbars \
    --disable-backgrounding-occluded-windows --disable-renderer-backgrounding \
    --disable-background-timer-throttling --disable-ipc-flooding-protection --force-color-profile=srgb --remote-debugging-pipe \
    --no-default-browser-check --lang=en";

/// The shell gives the browser our pipes as its descriptors 3 and 4 and takes
/// its profile away when it has ended, which it does when the pipe closes.
const SCRIPT: &str = r#"profile=$(mktemp -d) || exit 1
trap '' INT
"$@" "--user-data-dir=$profile" 3<&0 4>&1 </dev/null >/dev/null 2>"$profile.log"
rm -rf "$profile" "$profile.log""#;

/// The running browser.
pub struct Browser {
    pub(super) pipe: Pipe,
}

impl Browser {
    /// The browser of this program, started when it is first asked for.
    pub fn shared() -> &'static Self {
        static BROWSER: OnceLock<Browser> = OnceLock::new();
        BROWSER.get_or_init(Self::start)
    }

    #[allow(
        clippy::zombie_processes,
        reason = "the browser ends when this program's pipe closes"
    )]
    fn start() -> Self {
        let program = find();
        let mut child = Command::new("/bin/sh")
            .args(["-c", SCRIPT, "sh"])
            .arg(&program)
            .args(FLAGS.split_whitespace())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("/bin/sh starts the browser");
        let write = child.stdin.take().expect("a pipe to the browser");
        let read = child.stdout.take().expect("a pipe from the browser");
        let browser = Self {
            pipe: Pipe::new(write, read),
        };
        if let Err(error) = browser.call("Browser.getVersion", json!({})) {
            panic!("{} did not start: {error}", program.display());
        }
        browser
    }

    pub(super) fn call(&self, method: &str, params: Value) -> Result<Value, String> {
        self.pipe.call("", method, params)
    }
}

/// `CHROME`, or a browser on the path, or one installed now.
fn find() -> PathBuf {
    if let Some(named) = env::var_os("CHROME").filter(|named| !named.is_empty()) {
        let named = PathBuf::from(named);
        assert!(
            named.is_file(),
            "CHROME names {}, which is no file",
            named.display()
        );
        return named;
    }
    on_path().or_else(install).unwrap_or_else(|| {
        panic!(
            "the browser tests need Chromium or Chrome: install one (Debian and Ubuntu: \
             apt-get install chromium) or name it with CHROME=/path/to/chrome"
        )
    })
}

fn on_path() -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    let folders: Vec<_> = env::split_paths(&path).collect();
    let mut places = NAMES
        .iter()
        .flat_map(|name| folders.iter().map(move |at| at.join(name)));
    let mac = PathBuf::from("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");
    places
        .find(|place| place.is_file())
        .or_else(|| mac.is_file().then_some(mac))
}

/// As root on Debian, installs Chromium and says so.
fn install() -> Option<PathBuf> {
    let is_root = Command::new("id")
        .arg("-u")
        .output()
        .is_ok_and(|id| id.stdout == b"0\n");
    if !is_root || !Path::new("/etc/debian_version").is_file() {
        return None;
    }
    eprintln!("No Chromium found: installing Debian's (apt-get install chromium) …");
    for words in [
        &["update", "-q"][..],
        &["install", "-qy", "--no-install-recommends", "chromium"],
    ] {
        let status = Command::new("apt-get")
            .env("DEBIAN_FRONTEND", "noninteractive")
            .args(words)
            .stdout(Stdio::null())
            .status();
        if !status.is_ok_and(|status| status.success()) {
            eprintln!("apt-get {} failed", words.join(" "));
        }
    }
    on_path()
}
