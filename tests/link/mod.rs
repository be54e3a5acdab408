//! What a link opens, one file a concept.

mod acts;
mod any_text;
mod issued;
mod keys;
mod measure;
mod opened;
mod table_page;
mod written;

use jangkau::cube::Cube;
use jangkau::view_state::{Notice, ViewState};

use crate::support::link;
use crate::support::made::LIST;

/// Opens a link of the made site.
fn open(link: &str, cube: &Cube) -> (ViewState, Vec<Notice>) {
    link::open(&LIST, link, cube)
}
