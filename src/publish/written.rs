//! The list of what a build has written, kept in the folder itself.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::publish::error::SiteError;

/// The file that holds the list.
const LIST: &str = ".jangkau-files";

/// What was written of one file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Written {
    pub(super) hash: String,
    pub(super) quality: u32,
    /// The plain file's length in bytes, then that of each coding beside it.
    pub(super) lengths: Vec<(String, u64)>,
}

/// The list of an earlier build; empty for a new or empty folder.
pub(super) fn read_list(folder: &Path) -> Result<BTreeMap<String, Written>, SiteError> {
    let path = folder.join(LIST);
    let text = match fs::read_to_string(&path) {
        Ok(text) => text,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            let mut found = fs::read_dir(folder).into_iter().flatten();
            if found.next().is_some() {
                return Err(SiteError::ForeignFolder {
                    path: folder.to_owned(),
                });
            }
            return Ok(BTreeMap::new());
        }
        Err(error) => return Err(SiteError::read(&path)(error)),
    };
    Ok(text.lines().filter_map(parse_line).collect())
}

/// `hash quality length ending length ending … path`, the ending of the plain
/// file being `-`. A path that would leave the folder is not believed.
fn parse_line(line: &str) -> Option<(String, Written)> {
    let (facts, path) = line.split_once('\t')?;
    if path
        .split('/')
        .any(|segment| matches!(segment, "" | "." | ".."))
        || path.contains(['\\', ':'])
    {
        return None;
    }
    let mut facts = facts.split(' ');
    let hash = facts.next()?.to_owned();
    let quality = facts.next()?.parse().ok()?;
    let mut lengths = Vec::new();
    while let (Some(ending), Some(length)) = (facts.next(), facts.next()) {
        let ending = match ending {
            "-" => "",
            ".br" | ".gz" => ending,
            _ => return None,
        };
        lengths.push((format!("{path}{ending}"), length.parse().ok()?));
    }
    Some((
        path.to_owned(),
        Written {
            hash,
            quality,
            lengths,
        },
    ))
}

/// Writes the list.
pub(super) fn write_list(folder: &Path, list: &BTreeMap<String, Written>) -> Result<(), SiteError> {
    let mut text = String::new();
    for (path, written) in list {
        text += &format!("{} {}", written.hash, written.quality);
        for (form, length) in &written.lengths {
            let ending = form
                .strip_prefix(path.as_str())
                .filter(|ending| !ending.is_empty());
            text += &format!(" {} {length}", ending.unwrap_or("-"));
        }
        text += &format!("\t{path}\n");
    }
    let path = folder.join(LIST);
    fs::write(&path, text).map_err(SiteError::write(&path))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_never_names_a_file_outside_the_folder() {
        assert!(parse_line("h 1 - 3\ta/b.txt").is_some());
        for path in ["../b", "a/../../b", "/etc/passwd", "a//b", "C:\\b"] {
            assert_eq!(parse_line(&format!("h 1 - 3\t{path}")), None, "{path}");
        }
        assert_eq!(parse_line("h 1 - 3 /../../b 3\ta"), None);
    }
}
