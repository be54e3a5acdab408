//! Where a site stands: the path of its folder on the host, and its public
//! address.

use std::fmt;
use std::str::FromStr;

use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};

use crate::publish::error::SiteError;

/// The path of the site's folder on its host: `/`, or `/statistics/water/`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BasePath(String);

impl BasePath {
    /// The root of a host.
    #[must_use]
    pub fn root() -> Self {
        Self("/".into())
    }

    /// Takes a path that begins and ends with `/` and whose segments need no
    /// escaping anywhere.
    ///
    /// # Errors
    /// [`SiteError::Base`] for any other text.
    pub fn new(path: &str) -> Result<Self, SiteError> {
        let plain = |segment: &str| {
            !matches!(segment, "" | "." | "..")
                && segment
                    .bytes()
                    .all(|byte| byte.is_ascii_alphanumeric() || b"-._~".contains(&byte))
        };
        let inner = path
            .strip_prefix('/')
            .map(|rest| rest.strip_suffix('/').unwrap_or(rest));
        match inner {
            Some("") if path == "/" => Ok(Self::root()),
            Some(inner) if path.ends_with('/') && inner.split('/').all(plain) => {
                Ok(Self(path.into()))
            }
            _ => Err(SiteError::Base { found: path.into() }),
        }
    }

    /// As text, with both slashes.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for BasePath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FromStr for BasePath {
    type Err = SiteError;
    fn from_str(text: &str) -> Result<Self, SiteError> {
        Self::new(text)
    }
}

/// What a path has to say in another way (URL Standard, "path percent-encode set"), and the sign that does.
const PATH: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'<')
    .add(b'>')
    .add(b'?')
    .add(b'^')
    .add(b'`')
    .add(b'{')
    .add(b'}')
    .add(b'%');

/// The public address of the site's folder: `https://example.org/water/`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SiteUrl(String);

impl SiteUrl {
    /// Takes an address of the web; a `/` at its end may be left out.
    ///
    /// # Errors
    /// [`SiteError::Url`] for any other text.
    pub fn new(text: &str) -> Result<Self, SiteError> {
        let rest = text
            .strip_prefix("https://")
            .or_else(|| text.strip_prefix("http://"));
        let plain = |rest: &str| {
            !rest.is_empty()
                && !rest.starts_with('/')
                && rest
                    .bytes()
                    .all(|byte| byte.is_ascii_graphic() && !b"\"<>?#\\".contains(&byte))
        };
        if rest.is_none_or(|rest| !plain(rest)) {
            return Err(SiteError::Url { found: text.into() });
        }
        Ok(Self(format!("{}/", text.trim_end_matches('/'))))
    }

    /// The address of a link of the site, which stands as links have it: `en/water/?source=piped`.
    #[must_use]
    pub fn of_link(&self, link: &str) -> String {
        format!("{}{link}", self.0)
    }

    /// The address of the file or folder at a path below the site's folder.
    #[must_use]
    pub fn of(&self, path: &str) -> String {
        format!("{}{}", self.0, utf8_percent_encode(path, PATH))
    }
}

impl FromStr for SiteUrl {
    type Err = SiteError;
    fn from_str(text: &str) -> Result<Self, SiteError> {
        Self::new(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_base_has_both_slashes_and_plain_segments() {
        for good in ["/", "/x/", "/a-b/c.d_~/"] {
            assert_eq!(BasePath::new(good).unwrap().as_str(), good);
        }
        for bad in [
            "", "x/", "/x", "//", "/a//b/", "/../", "/a b/", "/\"/", "/%41/", "/x/;/",
        ] {
            assert!(BasePath::new(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn an_address_says_every_path_as_links_do() {
        let address = SiteUrl::new("https://a.id/").unwrap();
        assert_eq!(
            address.of("en/x/M+K 1%/é/"),
            "https://a.id/en/x/M+K%201%25/%C3%A9/"
        );
        let link = "en/x/M%2BK/?source=piped#ui=min";
        assert_eq!(address.of_link(link), format!("https://a.id/{link}"));
    }

    #[test]
    fn an_address_is_of_the_web() {
        assert_eq!(
            SiteUrl::new("https://a.id").unwrap().of("id/"),
            "https://a.id/id/"
        );
        assert_eq!(
            SiteUrl::new("http://a.id/x/").unwrap().of(""),
            "http://a.id/x/"
        );
        for bad in [
            "a.id",
            "ftp://a.id",
            "https://",
            "https://a.id/?q",
            "https://a\"b",
            "https:///x",
        ] {
            assert!(SiteUrl::new(bad).is_err(), "{bad}");
        }
    }
}
