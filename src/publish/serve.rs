//! A small server for one's own machine: the same answers as a well-set host.
//!
//! One connection, one answer, one thread: no request ever waits for another.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use crate::publish::error::SiteError;
use crate::publish::headers::{cache_control, common};
use crate::publish::reply::reply_to;
use crate::publish::request::Request;

/// A head that is longer than this, or comes slower, is not answered.
const HEAD_BYTES: u64 = 32_768;
const PATIENCE: Duration = Duration::from_secs(30);

/// Takes a port of this machine, before any long work is done in vain.
///
/// # Errors
/// [`SiteError::PortTaken`] or [`SiteError::Listen`].
pub fn listen(port: u16) -> Result<TcpListener, SiteError> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port)).map_err(|source| {
        if source.kind() == io::ErrorKind::AddrInUse {
            SiteError::PortTaken { port }
        } else {
            SiteError::Listen { port, source }
        }
    })
}

/// Name and value of each header that goes with every file.
pub type Headers = Vec<(&'static str, String)>;

/// A server of one folder, on this machine only. It stops when it is dropped.
#[derive(Debug)]
pub struct Server {
    address: SocketAddr,
    stopped: Arc<AtomicBool>,
    listener: Option<JoinHandle<()>>,
}

impl Server {
    /// Serves `folder` on 127.0.0.1 as a well-set host of the site; port 0 takes a free one.
    ///
    /// # Errors
    /// [`SiteError::PortTaken`] or [`SiteError::Listen`].
    pub fn start(folder: &Path, port: u16) -> Result<Self, SiteError> {
        Self::on(listen(port)?, folder, common())
    }

    /// Serves `folder` to those who ask `listener`, each file with these headers.
    ///
    /// # Errors
    /// [`SiteError::Listen`].
    pub fn on(listener: TcpListener, folder: &Path, headers: Headers) -> Result<Self, SiteError> {
        let address = listener.local_addr();
        let address = address.map_err(|source| SiteError::Listen { port: 0, source })?;
        let stopped = Arc::new(AtomicBool::new(false));
        let seen = Arc::clone(&stopped);
        let served = Arc::new((folder.to_owned(), headers));
        let listener = thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                if seen.load(Ordering::Relaxed) {
                    break;
                }
                let served = Arc::clone(&served);
                // A reader who has gone away is no fault of the server.
                thread::spawn(move || answer(&served.0, &served.1, &stream).unwrap_or_default());
            }
        });
        Ok(Self {
            address,
            stopped,
            listener: Some(listener),
        })
    }

    /// Where it listens.
    #[must_use]
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Serves until the process is ended.
    pub fn wait(mut self) {
        if let Some(listener) = self.listener.take() {
            // One that has panicked has printed why.
            let _ = listener.join();
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let Some(listener) = self.listener.take() else {
            return;
        };
        self.stopped.store(true, Ordering::Relaxed);
        if TcpStream::connect(self.address).is_ok() {
            // One that has panicked has printed why.
            let _ = listener.join();
        }
    }
}

fn answer(folder: &Path, headers: &Headers, stream: &TcpStream) -> io::Result<()> {
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.set_write_timeout(Some(PATIENCE))?;
    let mut lines = BufReader::new(stream.take(HEAD_BYTES)).lines();
    let mut head = Vec::new();
    while let Some(line) = lines.next().transpose()?.filter(|line| !line.is_empty()) {
        head.push(line);
    }
    // A connection opened in advance may be closed without a word.
    let Some(request) = Request::of(&head) else {
        return Ok(());
    };
    let reply = reply_to(folder, &request);
    let mut text = format!("HTTP/1.1 {}\r\n", reply.status);
    let cache = ("Cache-Control", cache_control(&reply.path).to_owned());
    let headers = headers.iter().cloned().chain([cache]);
    for (name, value) in headers.chain(reply.headers) {
        text += &format!("{name}: {value}\r\n");
    }
    text += "Connection: close\r\n\r\n";
    let mut stream = stream;
    stream.write_all(text.as_bytes())?;
    if let Some(mut body) = reply.body.filter(|_| request.method != "HEAD") {
        io::copy(&mut body, &mut stream)?;
    }
    stream.flush()
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    fn ask(server: &Server, head: &str) -> String {
        let mut stream = TcpStream::connect(server.address()).unwrap();
        write!(stream, "{head}\r\n\r\n").unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer
    }

    #[test]
    fn a_host_s_answers_are_given() {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("id")).unwrap();
        fs::write(folder.path().join("id/index.html"), "<h1>id</h1>").unwrap();
        fs::write(folder.path().join("id/index.html.gz"), "packed").unwrap();
        fs::write(folder.path().join("404.html"), "not here").unwrap();
        let server = Server::start(folder.path(), 0).unwrap();
        let plain = ask(&server, "GET /id/?source=well HTTP/1.1");
        assert!(
            plain.starts_with("HTTP/1.1 200 OK\r\nContent-Security-Policy: "),
            "{plain}"
        );
        assert!(plain.ends_with("\r\n\r\n<h1>id</h1>"), "{plain}");
        let tag = plain
            .split("ETag: ")
            .nth(1)
            .unwrap()
            .lines()
            .next()
            .unwrap();
        let same = ask(
            &server,
            &format!("GET /id/ HTTP/1.1\r\nif-none-match: {tag}"),
        );
        assert!(same.starts_with("HTTP/1.1 304 "), "{same}");
        let packed = ask(&server, "GET /id/ HTTP/1.1\r\nAccept-Encoding: br, gzip");
        assert!(packed.contains("Content-Encoding: gzip\r\n"), "{packed}");
        let moved = ask(&server, "GET /id?source=well HTTP/1.1");
        assert!(moved.contains("Location: /id/?source=well\r\n"), "{moved}");
        let missing = ask(&server, "GET /../x HTTP/1.1");
        assert!(
            missing.starts_with("HTTP/1.1 404 ") && missing.ends_with("not here"),
            "{missing}"
        );
        assert!(ask(&server, "POST /id/ HTTP/1.1").starts_with("HTTP/1.1 405 "));
        assert!(ask(&server, "HEAD /id/ HTTP/1.1").ends_with("\r\n\r\n"));
    }

    #[test]
    fn a_port_that_is_taken_is_named() {
        let taken = listen(0).unwrap();
        let port = taken.local_addr().unwrap().port();
        let error = listen(port).unwrap_err();
        assert!(
            error.to_string().contains(&format!("port {port}")),
            "{error}"
        );
        assert!(error.to_string().contains("--port"), "{error}");
    }
}
