//! The page of a long table in its link.

use std::sync::LazyLock;

use jangkau::cube::{CatIx, Cube};
use jangkau::formats::Limits;
use jangkau::formats::json_stat::cube_from_bytes;
use jangkau::scene::{Figures, table};
use jangkau::view_state::{
    Change, Column, LinkParts, MapForm, Notice, Place, Tab, ViewState, link_from_state, resolve,
    state_from_link,
};
use jangkau::words::messages;
use serde_json::{Value, json};

use crate::support::link::SITE;

/// 1,200 places, the first 1,100 of them in the north, by job.
static TOWNS: LazyLock<Cube> = LazyLock::new(|| {
    let codes: Vec<String> = (0..1200).map(|at| format!("p{at}")).collect();
    let side = |at: usize| if at < 1100 { "n" } else { "s" };
    let sides = codes.iter().enumerate();
    let sides: serde_json::Map<String, Value> = sides
        .map(|(at, code)| (code.clone(), side(at).into()))
        .collect();
    let file = json!({
        "version": "2.0", "class": "dataset", "label": "Jobs", "id": ["town", "job"], "size": [1200, 2],
        "role": {"geo": ["town"]},
        "dimension": {
            "town": {"label": "Town", "category": {"index": codes}, "extension": {"groupings": [
                {"id": "side", "label": "Side", "categories": {"n": "North", "s": "South"}, "of": sides},
            ]}},
            "job": {"label": "Job", "category": {"index": ["yes", "no"]}},
        },
        "value": (0..2400).collect::<Vec<u32>>(),
        "extension": {"aggregation": "sum"},
    });
    cube_from_bytes(file.to_string().as_bytes(), &Limits::PAGE).unwrap()
});

fn open(link: &str) -> (ViewState, Vec<Notice>) {
    state_from_link(&LinkParts::new(link), SITE, "x", &TOWNS)
}

#[track_caller]
fn check(link: &str, page: usize, written: &str) {
    let (state, notices) = open(link);
    assert!(notices.is_empty(), "{link}: {notices:?}");
    assert_eq!(state.page(), page, "{link}");
    assert_eq!(link_from_state(&state, &TOWNS), written);
}

#[test]
fn a_link_names_the_page_of_a_long_table() {
    check("/en/x/?page=3", 2, "en/x/?page=3");
    check(
        "/en/x/?q=p1&tab=table&page=2",
        1,
        "en/x/?tab=table&q=p1&page=2",
    );
    for first in ["/en/x/?page=1", "/en/x/?page="] {
        check(first, 0, "en/x/");
    }
    // 1,100 places are in the north.
    check("/en/x/side/n/?page=3", 2, "en/x/side/n/?page=3");
    check("/en/x/p7/?page=3", 2, "en/x/p7/?page=3");
    let (state, _) = open("/en/x/?page=3&sort=code");
    let view = resolve(&state, &TOWNS);
    let scene = table(&TOWNS, &view, &Figures::of(&TOWNS, &view), messages("en")).unwrap();
    assert_eq!(scene.page(view.page), 1000..1200);
}

#[test]
fn a_page_that_is_not_there_is_named_and_the_first_is_shown() {
    for (link, value) in [
        ("/en/x/?page=4", "4"),
        ("/en/x/?page=0", "0"),
        ("/en/x/?page=two", "two"),
        // A hundred towns are on one page, as two sides are.
        ("/en/x/side/s/?page=2", "2"),
        ("/en/x/?side=s&page=2", "2"),
        ("/en/x/?level=side&page=2", "2"),
    ] {
        let (state, notices) = open(link);
        let (key, value) = ("page".to_owned(), value.to_owned());
        assert_eq!(notices, [Notice::UnknownValue { key, value }], "{link}");
        assert_eq!(state.page(), 0, "{link}");
    }
}

#[test]
fn a_choice_that_changes_the_rows_or_their_order_goes_back_to_the_first_page() {
    let (state, _) = open("/en/x/?page=2");
    let after = |change: Change| state.apply(change, &TOWNS).page();
    let axis = |id: &str| TOWNS.axis(id).unwrap();
    let place = |id: &str, at: usize| Place {
        axis: axis(id),
        at: CatIx(at),
    };
    assert_eq!(
        [0, 1, 2, 9].map(|page| after(Change::Turn(page))),
        [0, 1, 2, 2]
    );
    for change in [
        Change::Toggle(axis("job"), CatIx(0)),
        Change::SortBy(Column::Name),
        Change::SortBy(Column::Value),
        Change::Search("p1".to_owned()),
        Change::Level(axis("side")),
        Change::Focus(Some(place("side", 0))),
        Change::Columns(Some(axis("job"))),
    ] {
        assert_eq!(after(change.clone()), 0, "{change:?}");
    }
    for change in [
        Change::Open(Tab::Table),
        Change::Form(MapForm::Tile),
        Change::Speak("id".to_owned()),
        Change::Focus(Some(place("town", 7))),
        Change::Compare(place("town", 7)),
    ] {
        assert_eq!(after(change.clone()), 1, "{change:?}");
    }
}
