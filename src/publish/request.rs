//! From a request to a file: pure, so that every trick with a path is a test.

use std::path::{Path, PathBuf};

use percent_encoding::percent_decode_str;

use crate::publish::compress::Coding;

/// The head of a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request<'a> {
    /// `GET`, `HEAD` or another.
    pub method: &'a str,
    /// Path and query as they were sent.
    pub target: &'a str,
    headers: &'a [String],
}

impl<'a> Request<'a> {
    /// Reads the lines of a head (RFC 9112, 3).
    #[must_use]
    pub fn of(lines: &'a [String]) -> Option<Self> {
        let (first, headers) = lines.split_first()?;
        let mut words = first.split(' ');
        Some(Self {
            method: words.next()?,
            target: words.next()?,
            headers,
        })
    }

    /// The value of a header, empty where it was not sent.
    #[must_use]
    pub fn header(&self, name: &str) -> &str {
        let fields = self.headers.iter().filter_map(|line| line.split_once(':'));
        let mut found = fields.filter(|(field, _)| field.eq_ignore_ascii_case(name));
        found.next().map_or("", |(_, value)| value.trim())
    }
}

/// The path of a request, decoded and checked, without its first `/`; nothing
/// where it would leave the folder or means different things to different
/// systems.
#[must_use]
pub fn site_path(url: &str) -> Option<String> {
    let path = url.split(['?', '#']).next()?.strip_prefix('/')?;
    let decoded = |segment: &str| {
        let text = percent_decode_str(segment).decode_utf8().ok()?.into_owned();
        let harmless = !matches!(text.as_str(), "." | "..")
            && !text.contains(['/', '\\', ':', '\0'])
            && !text.chars().any(char::is_control);
        harmless.then_some(text)
    };
    let segments: Option<Vec<_>> = path.split('/').map(decoded).collect();
    let segments = segments?;
    let inner = segments.len().saturating_sub(1);
    if segments.iter().take(inner).any(String::is_empty) {
        return None;
    }
    Some(segments.join("/"))
}

/// What stands at a path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    /// A file, by its path relative to the folder.
    File(String),
    /// A folder asked for without the slash at its end.
    Folder,
    /// Nothing.
    Nothing,
}

/// Looks for `path`, as [`site_path`] gives it, below `folder`.
#[must_use]
pub fn find(folder: &Path, path: &str) -> Found {
    let file = if path.is_empty() || path.ends_with('/') {
        format!("{path}index.html")
    } else {
        path.to_owned()
    };
    let at: PathBuf = folder.join(&file);
    if at.is_file() {
        Found::File(file)
    } else if at.join("index.html").is_file() {
        Found::Folder
    } else {
        Found::Nothing
    }
}

/// The codings that `Accept-Encoding` allows, ours first (RFC 9110, 12.5.3).
#[must_use]
pub fn accepted(header: &str) -> Vec<Coding> {
    let weight = |coding: &Coding| {
        header.split(',').find_map(|entry| {
            let mut parts = entry.split(';').map(str::trim);
            if !parts.next()?.eq_ignore_ascii_case(coding.token()) {
                return None;
            }
            let weight = parts.find_map(|part| part.strip_prefix("q="));
            Some(weight.map_or(1.0, |text| text.parse::<f32>().unwrap_or(0.0)))
        })
    };
    let allowed = |coding: &Coding| weight(coding).is_some_and(|weight| weight > 0.0);
    Coding::ALL.into_iter().filter(allowed).collect()
}

/// The media type of a file that is not for browsers.
pub const UNKNOWN_TYPE: &str = "application/octet-stream";

/// The media type of a file by its ending.
#[must_use]
pub fn media_type(path: &str) -> &'static str {
    match Path::new(path)
        .extension()
        .and_then(|ending| ending.to_str())
    {
        Some("html") => "text/html; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("json") => "application/json; charset=utf-8",
        Some("csv") => "text/csv; charset=utf-8",
        Some("md" | "ts" | "txt") => "text/plain; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("webmanifest") => "application/manifest+json",
        Some("woff2") => "font/woff2",
        _ => UNKNOWN_TYPE,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(url: &str, expected: Option<&str>) {
        assert_eq!(site_path(url).as_deref(), expected, "{url}");
    }

    #[test]
    fn a_path_is_decoded_once_and_loses_its_query() {
        check("/", Some(""));
        check("/id/water/?source=well#ui=min", Some("id/water/"));
        check("/a%20b/%C3%A9", Some("a b/é"));
        check("/%2541", Some("%41"));
    }

    #[test]
    fn no_path_leaves_the_folder() {
        for url in [
            "/../x",
            "/a/../../x",
            "/%2e%2e/x",
            "/..%2fx",
            "/a/%5c..%5cx",
            "//etc/passwd",
        ] {
            check(url, None);
        }
        for url in [
            "/C:/x",
            "/a%00.html",
            "/a%0a",
            "/%ff",
            "x",
            "",
            "/./x",
            "/a//b",
        ] {
            check(url, None);
        }
    }

    #[test]
    fn a_folder_is_found_by_its_index() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir_all(folder.path().join("id/x")).unwrap();
        std::fs::write(folder.path().join("id/x/index.html"), "").unwrap();
        let found = |path| find(folder.path(), path);
        assert_eq!(found("id/x/"), Found::File("id/x/index.html".into()));
        assert_eq!(found("id/x"), Found::Folder);
        assert_eq!(found("id/"), Found::Nothing);
        assert_eq!(found("id/x/index.html/"), Found::Nothing);
    }

    #[test]
    fn a_coding_with_weight_zero_is_refused() {
        assert_eq!(
            accepted("gzip, deflate, br"),
            [Coding::Brotli, Coding::Gzip]
        );
        assert_eq!(accepted("BR;q=0, gzip;q=0.5"), [Coding::Gzip]);
        assert_eq!(accepted(""), []);
    }
}
