//! The links that have been issued.

use jangkau::cube::linked;
use jangkau::scene::notice_text;
use jangkau::view_state::{link_from_state, resolve};
use jangkau::words::LANGUAGES;

use crate::support::link::open;
use crate::support::reference;
use crate::support::shipped::{LIST, PRAKERJA, selection_from};

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
        let (state, found) = open(&LIST, link, cube);
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
        let once = link_from_state(&state, cube);
        let again = open(&LIST, &once, cube).0;
        assert_eq!(
            (&again, link_from_state(&again, cube)),
            (&state, once),
            "{link}"
        );
        lines += 1;
    }
    assert!(lines >= 230, "lines are only added: {lines} are left");
}
