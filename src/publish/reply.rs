//! What is answered to a request: status, headers and file.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use crate::publish::request::{Found, Request, accepted, find, media_type, site_path};

/// What is sent: the body's length is among the headers.
#[derive(Debug)]
pub(super) struct Reply {
    pub(super) status: &'static str,
    pub(super) path: String,
    pub(super) headers: Vec<(&'static str, String)>,
    pub(super) body: Option<File>,
}

impl Reply {
    fn empty(status: &'static str, header: Option<(&'static str, String)>) -> Self {
        let length = ("Content-Length", "0".to_owned());
        let headers = header.into_iter().chain([length]).collect();
        Self {
            status,
            path: String::new(),
            headers,
            body: None,
        }
    }
}

/// Looks for what `request` asks of `folder`.
pub(super) fn reply_to(folder: &Path, request: &Request<'_>) -> Reply {
    if !matches!(request.method, "GET" | "HEAD") {
        return Reply::empty(
            "405 Method Not Allowed",
            Some(("Allow", "GET, HEAD".into())),
        );
    }
    let found = site_path(request.target).map_or(Found::Nothing, |path| find(folder, &path));
    match found {
        Found::File(file) => file_reply(folder, &file, "200 OK", request),
        Found::Folder => {
            let (name, query) = request
                .target
                .split_once('?')
                .unwrap_or((request.target, ""));
            let mark = if query.is_empty() { "" } else { "?" };
            let to = format!("{name}/{mark}{query}");
            Reply::empty("301 Moved Permanently", Some(("Location", to)))
        }
        Found::Nothing => file_reply(folder, "404.html", "404 Not Found", request),
    }
}

fn file_reply(folder: &Path, file: &str, status: &'static str, request: &Request<'_>) -> Reply {
    let beside = |ending: &str| -> PathBuf { folder.join(format!("{file}{ending}")) };
    let coding = accepted(request.header("accept-encoding"))
        .into_iter()
        .find(|coding| beside(coding.ending()).is_file());
    let Ok((body, length, tag)) = open(&beside(coding.map_or("", |coding| coding.ending()))) else {
        return Reply::empty("404 Not Found", None);
    };
    let mut headers = vec![
        ("Content-Type", media_type(file).to_owned()),
        ("Vary", "Accept-Encoding".into()),
        ("ETag", tag.clone()),
    ];
    headers.extend(coding.map(|coding| ("Content-Encoding", coding.token().to_owned())));
    let path = file.to_owned();
    let known = request
        .header("if-none-match")
        .split(',')
        .any(|known| known.trim() == tag);
    if known && status == "200 OK" {
        return Reply {
            status: "304 Not Modified",
            path,
            headers,
            body: None,
        };
    }
    headers.push(("Content-Length", length.to_string()));
    Reply {
        status,
        path,
        headers,
        body: Some(body),
    }
}

/// A file, its length, and a tag that changes when it is written again.
fn open(path: &Path) -> io::Result<(File, u64, String)> {
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
    Ok((File::open(path)?, about.len(), tag))
}
