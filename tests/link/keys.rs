//! Every key of a link, and values that it does not take.

use jangkau::view_state::{Notice, link_from_state};

use super::open;
use crate::support::made::WATER;

#[test]
fn every_key_of_the_grammar_is_read_and_a_bad_value_of_it_is_named() {
    let cube = &*WATER;
    let good = [
        "geo=n1",
        "level=kind",
        "as=rate",
        "from=2019",
        "tab=facts",
        "map=tile",
        "class=equal7",
        "classes=all",
        "classes=fixed",
        "rows=tenure",
        "rows=district",
        "cols=source",
        "sort=name",
        "q=port",
        "release=1",
    ];
    for part in good {
        let (state, notices) = open(&format!("/id/water/?{part}"), cube);
        assert!(notices.is_empty(), "{part}: {notices:?}");
        assert_eq!(link_from_state(&state, cube), format!("id/water/?{part}"));
    }
    for key in [
        "level", "as", "from", "tab", "map", "class", "classes", "rows", "cols", "sort", "page",
    ] {
        let (state, notices) = open(&format!("/id/water/?{key}=zz"), cube);
        let (key, value) = (key.to_owned(), "zz".to_owned());
        assert_eq!(notices, [Notice::UnknownValue { key, value }]);
        assert_eq!(link_from_state(&state, cube), "id/water/");
    }
    // What cannot be a column, and an order by what is no column of this view.
    for part in [
        "cols=commune",
        "cols=kind",
        "rows=tenure&cols=tenure",
        "sort=rain",
        "sort=-change",
    ] {
        let (_, notices) = open(&format!("/id/water/?{part}"), cube);
        assert!(
            matches!(notices[..], [Notice::UnknownValue { .. }]),
            "{part}: {notices:?}"
        );
    }
    // The rows that are there anyway need not be said.
    let (state, _) = open("/id/water/?level=kind&rows=kind", cube);
    assert_eq!(link_from_state(&state, cube), "id/water/?level=kind");
    for query in [
        "cols=source&sort=-piped",
        "from=2019&sort=change",
        "rows=source&cols=district&sort=-north",
        "level=kind&rows=district-2021&cols=tenure",
    ] {
        let turned: Vec<&str> = query.split('&').rev().collect();
        for link in [query.to_owned(), turned.join("&")] {
            let (state, notices) = open(&format!("/id/water/?{link}"), cube);
            assert!(notices.is_empty(), "{link}: {notices:?}");
            assert_eq!(link_from_state(&state, cube), format!("id/water/?{query}"));
        }
    }
}
