//! How a link is written: in one way, briefly, and to last.

use std::collections::BTreeSet;

use jangkau::cube::CatIx;
use jangkau::view_state::{
    Change, Place, ViewState, resolve, to_address, to_lasting_address, to_query,
};

use super::open;
use crate::support::ids::cube_of;
use crate::support::shipped::PRAKERJA;

#[track_caller]
fn check_canonical(link: &str, expected: &str) {
    let (state, _) = open(link, &PRAKERJA);
    assert_eq!(to_address(&state, &PRAKERJA), expected);
}

#[test]
fn a_link_is_written_in_one_way() {
    check_canonical("/", "id/prakerja/");
    check_canonical(
        "/en/prakerja/9301/?sex=M,F&year=2021~2020&tab=map#ui=min",
        "en/prakerja/9101/?year=2020..2021&sex=F~M#ui=min",
    );
    check_canonical(
        "/id/prakerja/province-2023/91/index.html?region=7171~3273",
        "id/prakerja/province-2023/91/?region=3273~7171",
    );
    check_canonical(
        "/id/prakerja/?release=latest&sort=-value&as=count&level=region&year=2020~2022",
        "id/prakerja/?year=2020~2022",
    );
    check_canonical(
        "/id/prakerja/?utm=a&sort=name&tab=table&as=rate&level=kind&geo=3273~7171&utm=b&release=1",
        "id/prakerja/?geo=3273~7171&level=kind&as=rate&tab=table&sort=name&release=1&utm=a~b",
    );
}

#[test]
fn a_link_to_take_along_outlives_a_change_of_the_defaults() {
    let cube = &*PRAKERJA;
    let lasting = |link: &str| {
        let (state, _) = open(link, cube);
        let lasting = to_lasting_address(&state, cube);
        let (again, notices) = open(&lasting, cube);
        assert_eq!(
            (resolve(&again, cube), notices),
            (resolve(&state, cube), Vec::new())
        );
        assert_eq!(to_lasting_address(&again, cube), lasting);
        lasting
    };
    assert_eq!(
        lasting("/id/prakerja/3273/?sex=F#ui=min"),
        "id/prakerja/3273/?sex=F&level=region&as=count&release=1#ui=min"
    );
    assert_eq!(
        lasting("/id/prakerja/?as=share&level=kind&sort=name"),
        "id/prakerja/?level=kind&as=share&sort=name&release=1"
    );
}

#[test]
fn fifty_regions_fit_in_a_link() {
    let cube = &*PRAKERJA;
    let region = cube.axis("region").unwrap();
    let every_tenth = (0..514).step_by(10).take(50).map(CatIx);
    let state = every_tenth.fold(ViewState::landing("id", "prakerja"), |state, at| {
        state.apply(Change::Toggle(region, at), cube)
    });
    let link = to_lasting_address(&state, cube);
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
    let cube = &*PRAKERJA;
    let (state, notices) = open("/id/prakerja/?sex=F&age=18-25#lock=sex~region", cube);
    assert!(notices.is_empty());
    let axis = |id: &str| cube.axis(id).unwrap();
    let place = Place {
        axis: axis("province-2020"),
        at: CatIx(0),
    };
    for change in [
        Change::Toggle(axis("sex"), CatIx(1)),
        Change::Clear(axis("sex")),
        Change::Toggle(axis("island"), CatIx(0)),
        Change::Focus(Some(place)),
    ] {
        assert_eq!(state.apply(change.clone(), cube), state, "{change:?}");
    }
    let cleared = state.apply(Change::ClearAll, cube);
    assert_eq!(
        to_address(&cleared, cube),
        "id/prakerja/?sex=F#lock=sex~region"
    );
    let other = state.apply(Change::Toggle(axis("year"), CatIx(0)), cube);
    assert_eq!(other.filters().clauses().count(), 3);
}
