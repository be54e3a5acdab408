//! Preview cards: what they say, that all of it can be read, and what a build makes of them.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on stops and says why"
)]

mod card {
    mod builds;
    mod layouts;
    mod pictures;
}

use std::path::Path;
use std::sync::LazyLock;

use jangkau::cube::Cube;
use jangkau::formats::Limits;
use jangkau::formats::json_stat::cube_from_bytes;
use jangkau::publish::card::{CardMaker, CardText};
use jangkau::publish::pages::pages_of;
use jangkau::publish::shell::Document;
use jangkau::publish::site_files::SiteFiles;
use jangkau::scene::Figures;
use jangkau::view_state::{Change, Place, ViewState, resolve};
use jangkau::words::messages;

/// The site that is shipped.
static SHIPPED: LazyLock<SiteFiles> = LazyLock::new(|| {
    SiteFiles::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("public")).unwrap()
});

/// Its pages.
static PAGES: LazyLock<Vec<Document>> = LazyLock::new(|| {
    let cache = tempfile::tempdir().unwrap();
    pages_of(&SHIPPED, cache.path()).unwrap().pages
});

/// Does something with the pages of each dataset of the shipped site that have a card.
fn for_each_dataset(work: impl Fn(&CardMaker<'_>, &[(&Document, &CardText)])) {
    let with_cubes = SHIPPED.newest().into_iter();
    for entry in with_cubes.filter(|entry| !entry.is_fact_list) {
        let cube = SHIPPED.cube(entry).unwrap();
        let maker = CardMaker::new(&cube, SHIPPED.topology(entry).unwrap(), None).unwrap();
        let inner = format!("/{}/", entry.id);
        let own = PAGES.iter().filter(|page| page.path.contains(&inner));
        let carded: Vec<_> = own
            .filter_map(|page| Some((page, page.card.as_ref()?)))
            .collect();
        assert!(!carded.is_empty());
        work(&maker, &carded);
    }
}

/// A dataset of places of these names, one person in the first, two in the second, …
fn made_text(title: &str, names: &[&str]) -> String {
    let codes: Vec<String> = (1..=names.len()).map(|at| format!("p{at}")).collect();
    let labels: serde_json::Map<String, serde_json::Value> = codes
        .iter()
        .zip(names)
        .map(|(code, name)| (code.clone(), (*name).into()))
        .collect();
    let values: Vec<usize> = (1..=names.len()).collect();
    serde_json::json!({
        "version": "2.0", "class": "dataset", "label": title,
        "source": "الوزارة, กระทรวง",
        "id": ["place"], "size": [names.len()], "value": values,
        "role": {"geo": ["place"]},
        "dimension": {"place": {"label": "Places", "category": {"index": codes, "label": labels}}},
        "extension": {"lang": "en", "aggregation": "sum", "noun": {"en": {"one": "person", "many": "people"}}}
    })
    .to_string()
}

fn made(title: &str, names: &[&str]) -> Cube {
    cube_from_bytes(made_text(title, names).as_bytes(), &Limits::PAGE).unwrap()
}

/// The card of a place by its position; `None`: of all places.
fn card_of(cube: &Cube, at: Option<usize>) -> CardText {
    let axis = cube.axis("place").unwrap();
    let place = at.map(|at| Place {
        axis,
        at: cube.members(axis).iter().nth(at).unwrap().0,
    });
    let state = ViewState::landing("en", "made").apply(Change::Focus(place), cube);
    let view = resolve(&state, cube);
    let figures = Figures::of(cube, &view);
    CardText::of((cube, None), &view, &figures, ("Site", messages("en")))
}
