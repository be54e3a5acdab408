//! Any text at all is a link to some view.

use jangkau::scene::notice_text;
use jangkau::view_state::link_from_state;
use jangkau::words::LANGUAGES;
use proptest::prelude::*;

use super::open;
use crate::support::cases::cases;
use crate::support::made::WATER;

/// Text that looks like a link, more or less.
fn any_link() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        8 => prop::sample::select(vec![
            "/", "?", "&", "=", "~", "%7E", "%257E", ",", "+", "%20", "..", ".", "#", "%", "%2", "-",
            "id", "en", "water", "n1", "x4", "district-2021", "north", "source", "rain", "period", "2019",
            "2020", "tenure", "owner", "level", "as", "rate", "tab", "table", "sort", "-name", "release",
            "1", "geo", "from", "rows", "cols", "trend", "facts", "-change", "map", "class", "q", "page", "d.", "index.html", "%FF", "%00", "latest", "&source=", "&period=2021..",
        ]).prop_map(str::to_owned),
        1 => "\\PC{0,4}",
        1 => ".{0,3}",
    ];
    prop::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

fn check_any(link: &str) -> Result<(), TestCaseError> {
    let cube = &*WATER;
    let (state, notices) = open(link, cube);
    for notice in &notices {
        prop_assert!(!notice_text(cube, notice, LANGUAGES[0]).is_empty());
    }
    let once = link_from_state(&state, cube);
    let (again, fewer) = open(&once, cube);
    prop_assert_eq!(&again, &state, "{} of {}", once, link);
    prop_assert_eq!(link_from_state(&again, cube), once);
    prop_assert!(fewer.iter().all(|notice| notices.contains(notice)));
    Ok(())
}

proptest! {
    #![proptest_config(cases(40))]

    #[test]
    fn any_text_is_a_link_to_some_view(link in any_link()) {
        check_any(&link)?;
        check_any(&format!("/id/water/?{link}"))?;
    }

    #[test]
    fn any_characters_are_a_link_to_some_view(link in any::<String>()) {
        check_any(&link)?;
    }
}
