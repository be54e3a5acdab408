//! How a link is written: in one way, briefly, and to last.

use std::collections::BTreeSet;

use jangkau::cube::CatIx;
use jangkau::formats::Limits;
use jangkau::formats::json_stat::cube_from_bytes;
use jangkau::view_state::{
    Change, Place, ViewState, link_from_state, pinned_link_from_state, resolve, to_query,
};
use serde_json::json;

use super::open;
use crate::support::ids::cube_of;
use crate::support::made::WATER;

#[track_caller]
fn check_canonical(link: &str, expected: &str) {
    let (state, _) = open(link, &WATER);
    assert_eq!(link_from_state(&state, &WATER), expected);
}

#[test]
fn a_link_is_written_in_one_way() {
    check_canonical("/", "id/water/");
    // Caldmoor was x4 before 2015; all of a range, and the default tab, need not be said.
    check_canonical(
        "/en/water/x4/?source=well,piped&period=2020~2019&tab=map#ui=min",
        "en/water/n4/?period=2019..2020&source=piped~well#ui=min",
    );
    check_canonical(
        "/id/water/district-2021/north/index.html?commune=c1~n1",
        "id/water/district-2021/north/?commune=n1~c1",
    );
    check_canonical(
        "/id/water/?release=latest&sort=-value&as=count&level=commune&period=2019~2021",
        "id/water/?period=2019~2021",
    );
    check_canonical(
        "/id/water/?utm=a&sort=name&tab=table&as=rate&level=kind&geo=n1~c1&utm=b&release=1",
        "id/water/?geo=n1~c1&level=kind&as=rate&tab=table&sort=name&release=1&utm=a~b",
    );
}

#[test]
fn a_link_to_take_along_outlives_a_change_of_the_defaults() {
    let cube = &*WATER;
    let lasting = |link: &str| {
        let (state, _) = open(link, cube);
        let lasting = pinned_link_from_state(&state, cube);
        let (again, notices) = open(&lasting, cube);
        assert_eq!(
            (resolve(&again, cube), notices),
            (resolve(&state, cube), Vec::new())
        );
        assert_eq!(pinned_link_from_state(&again, cube), lasting);
        lasting
    };
    assert_eq!(
        lasting("/id/water/n1/?source=rain#ui=min"),
        "id/water/n1/?source=rain&level=commune&as=count&classes=view&release=1#ui=min"
    );
    assert_eq!(
        lasting("/id/water/?as=share&level=kind&sort=name"),
        "id/water/?level=kind&as=share&classes=view&sort=name&release=1"
    );
}

#[test]
fn fifty_regions_fit_in_a_link() {
    let codes: Vec<String> = (0..50).map(|at| format!("region-{at:02}")).collect();
    let file = json!({
        "version": "2.0", "class": "dataset", "id": ["region"], "size": [50],
        "role": {"geo": ["region"]},
        "dimension": {"region": {"category": {"index": codes}}},
        "value": vec![1; 50],
    });
    let cube = &cube_from_bytes(file.to_string().as_bytes(), &Limits::PAGE).unwrap();
    let region = cube.axis("region").unwrap();
    let state = (0..50).fold(ViewState::landing("id", "made"), |state, at| {
        state.apply(Change::Toggle(region, CatIx(at)), cube)
    });
    let link = pinned_link_from_state(&state, cube);
    assert_eq!(state.filters().clause(region).unwrap().len(), 50);
    assert!(link.len() < 2000, "{} characters", link.len());
}

#[test]
fn no_two_axes_of_a_file_share_a_key() {
    let ids = [
        "level", "d.level", "a", "d.a", "a.b", "d.a.b", "a", "b", "a.b",
    ];
    let cube = cube_of(&ids);
    let keys: BTreeSet<String> = cube
        .axes()
        .map(|axis| {
            let state = ViewState::landing("id", "x");
            let query = to_query(&state.apply(Change::Toggle(axis, CatIx(0)), &cube), &cube);
            query.split('=').next().unwrap().to_owned()
        })
        .collect();
    assert_eq!(keys.len(), cube.axes().count(), "{keys:?}");
}

#[test]
fn what_a_link_locks_no_act_changes() {
    let cube = &*WATER;
    let (state, notices) = open(
        "/id/water/?source=rain&tenure=owner#lock=source~commune",
        cube,
    );
    assert!(notices.is_empty());
    let axis = |id: &str| cube.axis(id).unwrap();
    let place = Place {
        axis: axis("district"),
        at: CatIx(0),
    };
    for change in [
        Change::Toggle(axis("source"), CatIx(1)),
        Change::Clear(axis("source")),
        Change::Toggle(axis("kind"), CatIx(0)),
        Change::Focus(Some(place)),
    ] {
        assert_eq!(state.apply(change.clone(), cube), state, "{change:?}");
    }
    let cleared = state.apply(Change::ClearAll, cube);
    assert_eq!(
        link_from_state(&cleared, cube),
        "id/water/?source=rain#lock=source~commune"
    );
    let other = state.apply(Change::Toggle(axis("period"), CatIx(0)), cube);
    assert_eq!(other.filters().clauses().count(), 3);
}
