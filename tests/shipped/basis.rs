//! What the figures of a place rest on, said and marked.

use jangkau::cube::{CatIx, Provenance};
use jangkau::scene::{basis_lines, place_name, steps_up};
use jangkau::view_state::Column;

use crate::support::opened::{Opened, cell, check_sentence, code};
use crate::support::shipped::PRAKERJA;

#[test]
fn a_share_that_repeats_a_pattern_is_no_finding() {
    for (link, expected) in [
        (
            "/id/x/3273/",
            "182.399 peserta di Kota Bandung, 2020-2023; 86% belum pernah mengikuti pelatihan (pola \
             Indonesia), 3% penyandang disabilitas (pola Indonesia)",
        ),
        (
            "/en/x/?region=1101",
            "19,061 participants in Kabupaten Aceh Selatan, 2020-2023; 86% had never been trained \
             before (pattern of Indonesia), 3% with a disability (pattern of Indonesia)",
        ),
    ] {
        check_sentence(&PRAKERJA, link, expected);
    }
    let basis = PRAKERJA.metadata().basis.as_ref().unwrap();
    for id in ["sex", "age", "education", "training", "disability"] {
        let axis = PRAKERJA.axis(id).unwrap();
        let first = PRAKERJA.members(axis).get(CatIx(0)).code();
        let opened = Opened::new(&PRAKERJA, &format!("/id/x/?{id}={first}"));
        let table = opened.table();
        for row in &table.rows {
            let note = |provenance: Provenance| match provenance {
                Provenance::Own => None,
                Provenance::Group => {
                    let above = steps_up(&PRAKERJA, Some(row.place)).first().copied();
                    let above = place_name(&PRAKERJA, above, opened.words);
                    Some(format!("(pola {above})"))
                }
                Provenance::All => Some("(pola Indonesia)".to_owned()),
            };
            let provenance = basis.of(axis.dimension(), row.place.at).unwrap();
            let note_of = |column| cell(&table, row, column).1.map(str::to_owned);
            assert_eq!(
                note_of(Column::Share),
                note(provenance),
                "{id} of {}",
                code(row)
            );
            let place = format!("/id/x/{}/", code(row));
            if row.place.at.0 % 50 == 0 {
                let pattern = Opened::new(&PRAKERJA, &place).bars(id).pattern;
                assert_eq!(pattern.map(|it| format!("({it})")), note(provenance));
            }
            let count = basis.count[row.place.at.0];
            let own = note_of(Column::Name).is_some();
            assert_eq!(own, count == Provenance::Own);
            assert_eq!(note_of(Column::Rate), note(count));
        }
        assert_eq!(Opened::new(&PRAKERJA, "/id/x/").bars(id).pattern, None);
    }
    // Without a choice among people, every share is 100 %, and that is true everywhere.
    let table = Opened::new(&PRAKERJA, "/id/x/?year=2021").table();
    let mut shares = table
        .rows
        .iter()
        .map(|row| cell(&table, row, Column::Share).1);
    assert!(shares.all(|note| note.is_none()));
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
             sex, earlier training: the shares repeat the pattern of Indonesia."
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
        .find(|line| line.contains("pola Sumatera Utara"))
        .unwrap();
    assert!(of_province.contains("umur"), "{pattern:?}");
}
