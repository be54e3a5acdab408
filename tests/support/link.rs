//! Opening a link on a dataset of a list, as the page does.

#![allow(
    dead_code,
    reason = "some test programs open links only where all of it must be understood"
)]

use jangkau::cube::Cube;
use jangkau::formats::json_stat::Collection;
use jangkau::view_state::{LinkParts, Notice, Site, ViewState, release_of, state_from_link};
use jangkau::words::LANGUAGE_CODES;

pub(crate) const SITE: Site<'_> = Site {
    langs: &LANGUAGE_CODES,
};

/// The view of a link and what of the link was not understood.
pub(crate) fn open(list: &Collection, link: &str, cube: &Cube) -> (ViewState, Vec<Notice>) {
    let address = LinkParts::new(link);
    let latest = list.nearest(&address.dataset, None).unwrap();
    let (state, mut notices) = state_from_link(&address, SITE, &latest.id, cube);
    let listed = |release: &String| {
        let mut entries = list.entries().iter();
        entries.any(|entry| entry.id == latest.id && entry.release == *release)
    };
    let unknown = release_of(&address).filter(|release| !listed(release));
    notices.extend(unknown.map(|release| Notice::UnknownRelease { release }));
    (state, notices)
}
