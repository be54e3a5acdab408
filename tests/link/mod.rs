//! What a link opens, one file a concept.

mod acts;
mod any_text;
mod issued;
mod written;

use jangkau::cube::Cube;
use jangkau::view_state::{Address, Notice, Site, ViewState, from_address, release_of};
use jangkau::words::LANGUAGE_CODES;

use crate::support::shipped::LIST;

const SITE: Site<'_> = Site {
    langs: &LANGUAGE_CODES,
};

/// Opens a link on a dataset of the site's list as the page does.
fn open(link: &str, cube: &Cube) -> (ViewState, Vec<Notice>) {
    let address = Address::new(link);
    let latest = LIST.nearest(&address.dataset, None);
    let (state, mut notices) = from_address(&address, SITE, &latest.id, cube);
    let listed = |release: &String| {
        let mut entries = LIST.entries().iter();
        entries.any(|entry| entry.id == latest.id && entry.release == *release)
    };
    let unknown = release_of(&address).filter(|release| !listed(release));
    notices.extend(unknown.map(|release| Notice::UnknownRelease { release }));
    (state, notices)
}
