//! The links that have been issued, and the parts of the grammar that are still to come.

use jangkau::cube::linked;
use jangkau::scene::notice_text;
use jangkau::view_state::{Notice, resolve, to_address};
use jangkau::words::LANGUAGES;

use super::open;
use crate::support::reference;
use crate::support::shipped::{PRAKERJA, selection_from};

/// Every form of link there is: link, total, notices, the selection it means, and why it is here.
const LINKS: &str = include_str!("../data/links.tsv");

#[test]
fn every_link_ever_issued_opens_with_its_total() {
    let cube = &*PRAKERJA;
    let mut lines = 0;
    for line in LINKS.lines().filter(|line| !line.starts_with('#')) {
        let cells: Vec<&str> = line.split('\t').collect();
        let [link, total, notices, intended, why] = cells[..] else {
            panic!("{line}")
        };
        let (state, found) = open(link, cube);
        let view = resolve(&state, cube);
        let expected = total.parse().ok();
        let answers = [
            linked(cube, &view.selection).total(),
            reference::total(cube, &selection_from(cube, intended)),
        ];
        assert_eq!(
            answers.map(jangkau::cube::Figure::number),
            [expected; 2],
            "{link}: {why}"
        );
        assert_eq!(found.len().to_string(), notices, "{link}: {found:?}");
        for (words, notice) in LANGUAGES.iter().flat_map(|words| {
            let notices = found.iter();
            notices.map(move |notice| (words, notice_text(cube, notice, words)))
        }) {
            assert!(!notice.contains(['{', '}']), "{notice} ({})", words.code);
        }
        let once = to_address(&state, cube);
        let again = open(&once, cube).0;
        assert_eq!((&again, to_address(&again, cube)), (&state, once), "{link}");
        lines += 1;
    }
    assert!(lines >= 230, "lines are only added: {lines} are left");
}

#[test]
fn every_key_of_the_grammar_is_read_and_a_bad_value_of_it_is_named() {
    let cube = &*PRAKERJA;
    let good = [
        "geo=3273",
        "level=kind",
        "as=rate",
        "from=2020",
        "tab=facts",
        "map=tile",
        "class=equal7",
        "cols=sex",
        "sort=name",
        "q=kota",
        "release=1",
    ];
    for part in good {
        let (state, notices) = open(&format!("/id/prakerja/?{part}"), cube);
        assert!(notices.is_empty(), "{part}: {notices:?}");
        assert_eq!(to_address(&state, cube), format!("id/prakerja/?{part}"));
    }
    for key in ["level", "as", "from", "tab", "map", "class", "cols", "sort"] {
        let (state, notices) = open(&format!("/id/prakerja/?{key}=zz"), cube);
        let (key, value) = (key.to_owned(), "zz".to_owned());
        assert_eq!(notices, [Notice::UnknownValue { key, value }]);
        assert_eq!(to_address(&state, cube), "id/prakerja/");
    }
    // What cannot be a column, and an order by what is no column of this view.
    for part in ["cols=region", "cols=kind", "sort=F", "sort=-change"] {
        let (_, notices) = open(&format!("/id/prakerja/?{part}"), cube);
        assert!(
            matches!(notices[..], [Notice::UnknownValue { .. }]),
            "{part}: {notices:?}"
        );
    }
    for query in ["cols=sex&sort=-F", "from=2020&sort=change"] {
        let turned: Vec<&str> = query.split('&').rev().collect();
        for link in [query.to_owned(), turned.join("&")] {
            let (state, notices) = open(&format!("/id/prakerja/?{link}"), cube);
            assert!(notices.is_empty(), "{link}: {notices:?}");
            assert_eq!(to_address(&state, cube), format!("id/prakerja/?{query}"));
        }
    }
}
