//! A partner's plain host: it knows files and media types, no header of ours,
//! and fails in the ways in which hosts and networks fail.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

use jangkau::publish::request::{Found, find, media_type, site_path};

use super::pipe::lock;
use super::site::{SUB_PATH, shipped_site, site};

/// What goes wrong with a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// An answer without the file, such as 404 or 500.
    Status(u16),
    /// The connection is reset before an answer.
    Reset,
    /// A page of HTML with status 200, as from a captive portal.
    HtmlInstead,
    /// The connection ends after half of what was promised.
    Truncated,
    /// One byte in the middle is another.
    Changed,
    /// Half of the file comes, as if that were all of it.
    Cut,
    /// Half of the file comes, and then nothing.
    Stalled,
    /// The connection stands, and nothing comes.
    Silent,
    /// The file comes in so many pieces, with a pause before each.
    Slow { pieces: usize, pause_ms: u64 },
}

struct Shared {
    root: PathBuf,
    base: String,
    faults: Mutex<BTreeMap<String, Fault>>,
    asked: Mutex<Vec<String>>,
    stopped: AtomicBool,
}

/// The running host. It stops when it is dropped.
pub struct Host {
    address: SocketAddr,
    shared: Arc<Shared>,
}

impl Host {
    /// The site of the made datasets, built once, below [`SUB_PATH`].
    pub fn start() -> Self {
        Self::of(site().to_owned(), SUB_PATH)
    }

    /// The shipped site, built once, below [`SUB_PATH`].
    pub fn shipped() -> Self {
        Self::of(shipped_site().to_owned(), SUB_PATH)
    }

    /// The files of `root` below `base`.
    pub fn of(root: PathBuf, base: &str) -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port");
        let address = listener.local_addr().expect("the port");
        let shared = Arc::new(Shared {
            root,
            base: base.to_owned(),
            faults: Mutex::default(),
            asked: Mutex::default(),
            stopped: AtomicBool::new(false),
        });
        let host = Self {
            address,
            shared: Arc::clone(&shared),
        };
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                if shared.stopped.load(Ordering::Relaxed) {
                    break;
                }
                let shared = Arc::clone(&shared);
                // A visitor who has gone away is no fault of the host.
                thread::spawn(move || shared.answer(stream).unwrap_or_default());
            }
        });
        host
    }

    /// The address of a path of the site: `id/water/?source=piped`.
    pub fn url(&self, path: &str) -> String {
        format!("http://{}{}{path}", self.address, self.shared.base)
    }

    /// From now on every file whose path ends with `ending` has this fault.
    pub fn fail(&self, ending: &str, fault: Fault) {
        lock(&self.shared.faults).insert(ending.to_owned(), fault);
    }

    /// All is well again.
    pub fn mend(&self) {
        lock(&self.shared.faults).clear();
    }

    /// The paths asked for, relative to the base, in the order of asking.
    pub fn asked(&self) -> Vec<String> {
        lock(&self.shared.asked).clone()
    }
}

impl Drop for Host {
    fn drop(&mut self) {
        self.shared.stopped.store(true, Ordering::Relaxed);
        // Wakes the listener so that it sees this.
        let _ = TcpStream::connect(self.address);
    }
}

impl Shared {
    fn answer(&self, stream: TcpStream) -> io::Result<()> {
        let mut lines = BufReader::with_capacity(1, &stream);
        let mut line = String::new();
        lines.read_line(&mut line)?;
        let url = line.split(' ').nth(1).unwrap_or_default().to_owned();
        let path = url.strip_prefix(&self.base).map(|rest| format!("/{rest}"));
        let path = path.and_then(|path| site_path(&path));
        let fault = self.fault_of(path.as_deref().unwrap_or_default());
        lock(&self.asked).push(path.clone().unwrap_or_else(|| url.clone()));
        if fault == Some(Fault::Reset) {
            // To close with the rest of the request unread is to reset.
            return Ok(());
        }
        while line.trim() != "" {
            line.clear();
            lines.read_line(&mut line)?;
        }
        if fault == Some(Fault::Silent) {
            // Until the visitor has gone away.
            return (&stream).read(&mut [0]).map(|_| ());
        }
        let Some(path) = path else {
            return send(&stream, 404, "text/plain", b"no such path");
        };
        match find(&self.root, &path) {
            Found::File(file) => self.send_file(&stream, &file, fault),
            Found::Folder => {
                let query = url.split_once('?').map(|(_, query)| format!("?{query}"));
                let to = format!("{}{path}/{}", self.base, query.unwrap_or_default());
                write!(
                    &stream,
                    "HTTP/1.1 301 Moved\r\nLocation: {to}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                )
            }
            Found::Nothing => {
                let page = fs::read(self.root.join("404.html")).unwrap_or_default();
                send(&stream, 404, "text/html", &page)
            }
        }
    }

    fn fault_of(&self, path: &str) -> Option<Fault> {
        let faults = lock(&self.faults);
        faults
            .iter()
            .find(|(ending, _)| path.ends_with(ending.as_str()))
            .map(|(_, fault)| *fault)
    }

    fn send_file(&self, stream: &TcpStream, file: &str, fault: Option<Fault>) -> io::Result<()> {
        let mut bytes = fs::read(self.root.join(file))?;
        let kind = media_type(file);
        let half = bytes.len() / 2;
        match fault {
            None | Some(Fault::Reset | Fault::Silent) => send(stream, 200, kind, &bytes),
            Some(Fault::Status(status)) => send(stream, status, "text/plain", b"no"),
            Some(Fault::HtmlInstead) => send(
                stream,
                200,
                "text/html",
                b"<!doctype html><title>Sign in</title>",
            ),
            Some(Fault::Changed) => {
                bytes[half] ^= 1;
                send(stream, 200, kind, &bytes)
            }
            Some(Fault::Cut) => send(stream, 200, kind, &bytes[..half]),
            Some(Fault::Truncated) => {
                head(stream, 200, kind, bytes.len())?;
                (&*stream).write_all(&bytes[..half])
            }
            Some(Fault::Stalled) => {
                head(stream, 200, kind, bytes.len())?;
                (&*stream).write_all(&bytes[..half])?;
                // Until the visitor has gone away.
                (&*stream).read(&mut [0]).map(|_| ())
            }
            Some(Fault::Slow { pieces, pause_ms }) => {
                head(stream, 200, kind, bytes.len())?;
                for piece in bytes.chunks(bytes.len().div_ceil(pieces).max(1)) {
                    thread::sleep(Duration::from_millis(pause_ms));
                    (&*stream).write_all(piece)?;
                }
                Ok(())
            }
        }
    }
}

fn head(mut stream: &TcpStream, status: u16, kind: &str, length: usize) -> io::Result<()> {
    write!(
        stream,
        "HTTP/1.1 {status} .\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n"
    )
}

fn send(mut stream: &TcpStream, status: u16, kind: &str, bytes: &[u8]) -> io::Result<()> {
    head(stream, status, kind, bytes.len())?;
    stream.write_all(bytes)
}
