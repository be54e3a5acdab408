//! Where builds keep what the next can use again, when there is no checkout with a target folder.

use std::env;
use std::ffi::OsString;
use std::path::PathBuf;

/// The folder of this machine's user for things that can be made anew (XDG Base Directory
/// Specification 0.8; `LOCALAPPDATA` on Windows), else that of the system for short-lived files.
#[must_use]
pub(super) fn user_cache() -> PathBuf {
    let folder = folder_of(|name| env::var_os(name));
    folder.unwrap_or_else(env::temp_dir).join("jangkau")
}

fn folder_of(variable: impl Fn(&str) -> Option<OsString>) -> Option<PathBuf> {
    // The specification has relative paths ignored.
    let absolute = |name| {
        let path = variable(name).map(PathBuf::from);
        path.filter(|path| path.is_absolute())
    };
    let own = absolute("XDG_CACHE_HOME").or_else(|| absolute("LOCALAPPDATA"));
    own.or_else(|| Some(absolute("HOME")?.join(".cache")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(variables: &[(&str, &str)], expected: Option<&str>) {
        let variable = |name: &str| {
            let found = variables.iter().find(|(known, _)| *known == name);
            found.map(|(_, value)| OsString::from(value))
        };
        assert_eq!(folder_of(variable), expected.map(PathBuf::from));
    }

    #[cfg(unix)]
    #[test]
    fn the_named_cache_wins_over_that_of_the_home_and_a_relative_one_is_ignored() {
        check(&[("XDG_CACHE_HOME", "/c"), ("HOME", "/h")], Some("/c"));
        check(
            &[("XDG_CACHE_HOME", "c"), ("HOME", "/h")],
            Some("/h/.cache"),
        );
        check(&[("HOME", "/h")], Some("/h/.cache"));
        check(&[], None);
    }
}
