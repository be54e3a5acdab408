//! What the map of the shipped dataset says of its places.

use jangkau::cube::CatIx;
use jangkau::scene::place_line;

use crate::support::opened::{Opened, codes, exact_rank, legend};
use crate::support::shipped::PRAKERJA;

#[test]
fn no_share_of_the_untrained_is_a_finding() {
    let opened = Opened::new(&PRAKERJA, "/en/x/?as=share&training=never");
    let scene = opened.map();
    assert_eq!(
        legend(&scene),
        [
            ("pattern by provinces only".to_owned(), 50),
            ("pattern of Indonesia only".to_owned(), 464)
        ]
    );
    assert!((0..514).all(|at| scene.rank(CatIx(at)).is_none()));
    let jember = PRAKERJA.members(scene.axis).position("3509").unwrap();
    let line = place_line(&PRAKERJA, &scene, jember, opened.words);
    assert_eq!(
        line,
        "Kabupaten Jember, Jawa Timur: 86% of everyone there, pattern of Indonesia only, no rank, Modelled estimate"
    );
}

#[test]
fn jember_is_eleventh_on_the_map_and_in_the_table() {
    let opened = Opened::new(&PRAKERJA, "/id/x/3509/");
    let scene = opened.map();
    let jember = opened.view.place.unwrap();
    assert_eq!(exact_rank(&scene, jember.at), Some((11, 514)));
    assert_eq!(codes(&opened.table())[10], "3509");
    let line = place_line(&PRAKERJA, &scene, jember.at, opened.words);
    assert_eq!(
        line,
        "Kabupaten Jember, Jawa Timur: 166.704 peserta, peringkat 11 dari 514, Perkiraan model"
    );
}

#[test]
fn regions_that_nobody_came_from_are_ranked_last_together() {
    let opened = Opened::new(&PRAKERJA, "/en/x/?year=2023&age=56-64");
    let scene = opened.map();
    let zeros: Vec<usize> = (0..514)
        .filter(|&at| scene.measures[at].figure().number() == Some(0.0))
        .collect();
    let (rank, of) = exact_rank(&scene, CatIx(zeros[0])).unwrap();
    assert_eq!((rank, of), (514 - zeros.len() + 1, 514));
}
