//! What the figures of a place rest on, said and marked.

use jangkau::cube::{CatIx, Rests};
use jangkau::scene::basis_lines;

use crate::support::opened::{Opened, check_sentence};
use crate::support::shipped::PRAKERJA;

#[test]
fn a_share_that_repeats_a_pattern_is_no_finding() {
    for (link, expected) in [
        (
            "/id/x/3273/",
            "182.399 peserta di Kota Bandung, 2020-2023; 86% belum pernah mengikuti pelatihan (pola \
             nasional), 3% penyandang disabilitas (pola nasional)",
        ),
        (
            "/en/x/?region=1101",
            "19,061 participants in Kabupaten Aceh Selatan, 2020-2023; 86% had never been trained \
             before (national pattern), 3% with a disability (national pattern)",
        ),
    ] {
        check_sentence(&PRAKERJA, link, expected);
    }
    let basis = PRAKERJA.metadata().basis.as_ref().unwrap();
    for id in ["sex", "age", "education", "training", "disability"] {
        let axis = PRAKERJA.axis(id).unwrap();
        let code = PRAKERJA.members(axis).get(CatIx(0)).code();
        let opened = Opened::new(&PRAKERJA, &format!("/id/x/?{id}={code}"));
        for row in opened.table().rows {
            let own = |rests: Rests| Some(rests).filter(|rests| *rests != Rests::Own);
            let expected = own(basis.of(axis.dimension(), row.place.at).unwrap());
            assert_eq!(row.pattern, expected, "{id} of {}", row.code);
            let place = format!("/id/x/{}/", row.code);
            if row.place.at.0 % 50 == 0 {
                assert_eq!(Opened::new(&PRAKERJA, &place).bars(id).pattern, expected);
            }
            assert_eq!(row.rests, Some(basis.count[row.place.at.0]));
            assert_eq!(row.rate_pattern, own(basis.count[row.place.at.0]));
        }
        assert_eq!(Opened::new(&PRAKERJA, "/id/x/").bars(id).pattern, None);
    }
    // Without a choice among people, every share is 100 %, and that is true everywhere.
    let rows = Opened::new(&PRAKERJA, "/id/x/?year=2021").table().rows;
    assert!(rows.iter().all(|row| row.pattern.is_none()));
}

#[test]
fn the_page_says_what_the_count_and_the_shares_of_a_place_rest_on() {
    let lines = |link: &str| {
        let opened = Opened::new(&PRAKERJA, link);
        basis_lines(&PRAKERJA, &opened.view, opened.words)
    };
    assert_eq!(lines("/id/x/"), Vec::<String>::new());
    assert_eq!(
        lines("/en/x/1101/"),
        [
            "The count for Kabupaten Aceh Selatan was never published: the model divides the count \
             of Aceh by population, so it is no finding about the place.",
            "Nothing was published for Kabupaten Aceh Selatan about age, disability, education, \
             sex, earlier training: the shares repeat the national pattern."
        ]
    );
    let own = lines("/id/x/3273/");
    assert_eq!(
        own[0],
        "Jumlah Kota Bandung berasal dari angka yang diterbitkan untuk tempat itu."
    );
    let pattern = lines("/id/x/1201/");
    let of_province = pattern
        .iter()
        .find(|line| line.contains("pola provinsi"))
        .unwrap();
    assert!(of_province.contains("umur"), "{pattern:?}");
}
