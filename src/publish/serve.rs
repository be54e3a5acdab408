//! A small server for one's own machine: the same answers as a well-set host.

use std::fs::{self, File};
use std::io;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::Path;
use std::sync::Arc;
use std::thread::{self, JoinHandle};
use std::time::UNIX_EPOCH;

use tiny_http::{Header, Method, Request, Response, StatusCode};

use crate::publish::error::SiteError;
use crate::publish::headers::{cache_control, common};
use crate::publish::request::{Found, accepted, find, media_type, site_path};

const WORKERS: usize = 4;

/// Takes a port of this machine, before any long work is done in vain.
///
/// # Errors
/// [`SiteError::PortTaken`] or [`SiteError::Listen`].
pub fn listen(port: u16) -> Result<TcpListener, SiteError> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port)).map_err(|source| match source.kind() {
        io::ErrorKind::AddrInUse => SiteError::PortTaken { port },
        _ => SiteError::Listen { port, source },
    })
}

/// A server of one folder, on this machine only. It stops when it is dropped.
pub struct Server {
    address: SocketAddr,
    inner: Arc<tiny_http::Server>,
    workers: Vec<JoinHandle<()>>,
}

impl std::fmt::Debug for Server {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Server")
            .field("address", &self.address)
            .finish_non_exhaustive()
    }
}

impl Server {
    /// Serves `folder` on 127.0.0.1; port 0 takes a free one.
    ///
    /// # Errors
    /// [`SiteError::PortTaken`] or [`SiteError::Listen`].
    pub fn start(folder: &Path, port: u16) -> Result<Self, SiteError> {
        Self::on(listen(port)?, folder)
    }

    /// Serves `folder` to those who ask `listener`.
    ///
    /// # Errors
    /// [`SiteError::Listen`].
    pub fn on(listener: TcpListener, folder: &Path) -> Result<Self, SiteError> {
        let address = listener
            .local_addr()
            .map_err(|source| SiteError::Listen { port: 0, source })?;
        let refused = |error| SiteError::Listen {
            port: address.port(),
            source: io::Error::other(error),
        };
        let inner = Arc::new(tiny_http::Server::from_listener(listener, None).map_err(refused)?);
        let workers = (0..WORKERS).map(|_| {
            let (inner, folder) = (Arc::clone(&inner), folder.to_owned());
            thread::spawn(move || {
                while let Ok(request) = inner.recv() {
                    // A reader who has gone away is no fault of the server.
                    let _ = answer(&folder, request);
                }
            })
        });
        let workers = workers.collect();
        Ok(Self {
            address,
            inner,
            workers,
        })
    }

    /// Where it listens.
    #[must_use]
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Serves until the process is ended.
    pub fn wait(mut self) {
        for worker in self.workers.drain(..) {
            // A worker that has panicked has printed why.
            let _ = worker.join();
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        for _ in &self.workers {
            self.inner.unblock();
        }
        for worker in self.workers.drain(..) {
            // As above.
            let _ = worker.join();
        }
    }
}

fn answer(folder: &Path, request: Request) -> io::Result<()> {
    if !matches!(request.method(), Method::Get | Method::Head) {
        let response = with_headers(Response::empty(405), "", &[("Allow", "GET, HEAD".into())]);
        return request.respond(response);
    }
    let path = site_path(request.url()).unwrap_or_else(|| "\0".into());
    match find(folder, &path) {
        Found::File(file) => send_file(folder, &file, 200, request),
        Found::Folder => {
            let query = request.url().split_once('?').map(|(_, query)| query);
            let name = request.url().split('?').next().unwrap_or_default();
            let to = query.map_or(format!("{name}/"), |query| format!("{name}/?{query}"));
            let response = with_headers(Response::empty(301), &path, &[("Location", to)]);
            request.respond(response)
        }
        Found::Nothing => send_file(folder, "404.html", 404, request),
    }
}

fn send_file(folder: &Path, file: &str, status: u16, request: Request) -> io::Result<()> {
    let field = |name: &'static str| {
        let header = request
            .headers()
            .iter()
            .find(|header| header.field.equiv(name));
        header.map_or("", |header| header.value.as_str())
    };
    let coding = accepted(field("Accept-Encoding"))
        .into_iter()
        .find(|coding| folder.join(format!("{file}{}", coding.ending())).is_file());
    let ending = coding.map_or("", |coding| coding.ending());
    let Ok((bytes, tag)) = open(&folder.join(format!("{file}{ending}"))) else {
        return request.respond(with_headers(Response::empty(404), file, &[]));
    };
    let mut headers = vec![
        ("Content-Type", media_type(file).to_owned()),
        ("Vary", "Accept-Encoding".into()),
        ("ETag", tag.clone()),
    ];
    headers.extend(coding.map(|coding| ("Content-Encoding", coding.token().to_owned())));
    if status == 200
        && field("If-None-Match")
            .split(',')
            .any(|known| known.trim() == tag)
    {
        return request.respond(with_headers(Response::empty(304), file, &headers));
    }
    let length = bytes
        .metadata()
        .ok()
        .and_then(|about| usize::try_from(about.len()).ok());
    let response = Response::new(StatusCode(status), Vec::new(), bytes, length, None)
        .with_chunked_threshold(usize::MAX);
    request.respond(with_headers(response, file, &headers))
}

/// The file and a tag that changes when it is written again.
fn open(path: &Path) -> io::Result<(File, String)> {
    let about = fs::metadata(path)?;
    let age = about
        .modified()?
        .duration_since(UNIX_EPOCH)
        .unwrap_or_default();
    let ending = path
        .extension()
        .and_then(|ending| ending.to_str())
        .unwrap_or_default();
    let tag = format!("\"{:x}-{:x}-{ending}\"", age.as_nanos(), about.len());
    Ok((File::open(path)?, tag))
}

fn with_headers<R: io::Read>(
    response: Response<R>,
    path: &str,
    more: &[(&'static str, String)],
) -> Response<R> {
    let cache = ("Cache-Control", cache_control(path).to_owned());
    let all = common()
        .into_iter()
        .chain([cache])
        .chain(more.iter().cloned());
    all.filter_map(|(name, value)| Header::from_bytes(name, value).ok())
        .fold(response, Response::with_header)
}
