//! What the figures of a place rest on, said and marked.

use jangkau::cube::{CatIx, Provenance, Sureness};
use jangkau::scene::{basis_lines, place_name, steps_up};
use jangkau::view_state::Column;

use crate::support::opened::{Opened, cell, check_sentence, code};
use crate::support::shipped::PRAKERJA;

/// What the mark of a figure says that was worked out from what was published for its place.
const DERIVED: &str = "dihitung dari angka yang diterbitkan untuk tempat ini";
const ESTIMATED: &str = "diperkirakan dari angka lain yang diterbitkan untuk tempat ini";

#[test]
fn a_share_that_repeats_a_pattern_is_no_finding() {
    for (link, expected) in [
        (
            "/id/x/3273/",
            "182.399 peserta di Kota Bandung, 2020–2023; 86% belum pernah mengikuti pelatihan (○ \
             hanya pola Indonesia), 3% penyandang disabilitas (○ hanya pola Indonesia)",
        ),
        (
            "/en/x/?region=1101",
            "about 19,000 participants in Kabupaten Aceh Selatan, 2020–2023 (◐ shared out from the \
             total of Aceh); 86% had never been trained before (○ only the pattern of \
             Indonesia), 3% with a disability (○ only the pattern of Indonesia)",
        ),
        // Nine of ten are in periods of which nothing was published.
        (
            "/en/x/1706/",
            "about 20,000 participants in Kabupaten Mukomuko, 2020–2023 (◐ estimated from other \
             figures published for this place); 88% had never been trained before (○ only the pattern \
             of Indonesia), 2% with a disability (○ only the pattern of Indonesia)",
        ),
    ] {
        check_sentence(&PRAKERJA, link, expected);
    }
    let basis = PRAKERJA.metadata().basis.as_ref().unwrap();
    for id in ["sex", "age", "education", "training", "disability"] {
        let axis = PRAKERJA.axis(id).unwrap();
        let first = PRAKERJA.members(axis).get(CatIx(0)).code();
        let opened = Opened::new(&PRAKERJA, &format!("/id/x/?{id}={first}&level=region"));
        let table = opened.table();
        for row in &table.rows {
            let name = |from: Provenance| match from {
                Provenance::Own => None,
                Provenance::Group => {
                    let above = steps_up(&PRAKERJA, Some(row.place)).first().copied();
                    Some(place_name(&PRAKERJA, above, opened.words))
                }
                Provenance::All => Some("Indonesia".to_owned()),
            };
            // Of its own: of just these periods, or of others.
            let is_mark = |found: &str, from: Provenance, what: &str| match name(from) {
                Some(name) => found == format!("{what} {name}"),
                None => [DERIVED, ESTIMATED].contains(&found),
            };
            let (pattern, shared) = ("hanya pola", "dibagi dari total");
            let from = basis.of(axis.dimension(), row.place.at).unwrap();
            let mark_of = |column| cell(&table, row, column).1.unwrap().to_owned();
            let share = mark_of(Column::Share);
            assert!(
                is_mark(&share, from, pattern),
                "{share}: {id} of {}",
                code(row)
            );
            let place = format!("/id/x/{}/", code(row));
            if row.place.at.0 % 50 == 0 {
                let found = Opened::new(&PRAKERJA, &place).bars(id).mark.unwrap();
                assert!(is_mark(&found.text, from, pattern));
            }
            let count = basis.count[row.place.at.0];
            assert!(is_mark(&mark_of(Column::Value), count.max(from), shared));
            if count != Provenance::Own {
                assert!(is_mark(&mark_of(Column::Rate), count, pattern));
            }
        }
        let nation = Opened::new(&PRAKERJA, "/id/x/").bars(id).mark.unwrap();
        assert_eq!(nation.sureness(), Sureness::Published);
    }
    // Without a choice among people every share would be 100 %: there are none, until they are asked for.
    let table = |link: &str| Opened::new(&PRAKERJA, link).table();
    let has_shares = |link: &str| {
        let mut columns = table(link).columns.into_iter();
        columns.any(|(column, _)| column == Column::Share)
    };
    assert!(!has_shares("/id/x/?year=2021&level=region"));
    let asked = "/id/x/?year=2021&level=region&as=share";
    let table = table(asked);
    let mut shares = (table.rows.iter()).map(|row| cell(&table, row, Column::Share).1);
    assert!(shares.all(|mark| mark == Some(DERIVED)));
}

#[test]
fn published_is_said_only_of_what_was_printed() {
    let badge = |link: &str| {
        let headline = Opened::new(&PRAKERJA, link).headline();
        headline.mark.unwrap().text
    };
    let published = "diterbitkan untuk tempat ini";
    // 17.5 million and the years 2020 and 2022 were printed; 2021 is batches 1 to 22 less 2020, 2023 what
    // the other years leave of 17.5 million, and what the provinces have was brought to these totals. Of a province its
    // year 2020 and all four years are known, of Kota Bandung 2020 and 2021 together, of Jember all four:
    // what is between them the model tells.
    for (link, expected) in [
        ("/id/x/", published),
        ("/id/x/?year=2020", published),
        ("/id/x/?year=2022", published),
        ("/id/x/?year=2021", DERIVED),
        ("/id/x/?year=2023", DERIVED),
        ("/id/x/?year=2020,2021", DERIVED),
        ("/id/x/?sex=F", DERIVED),
        ("/id/x/province-2020/35/", DERIVED),
        ("/id/x/3509/", published),
        ("/id/x/province-2020/35/?year=2020", DERIVED),
        ("/id/x/province-2020/35/?year=2021,2022,2023", ESTIMATED),
        ("/id/x/province-2020/35/?year=2022", ESTIMATED),
        ("/id/x/?province-2020=33,35", DERIVED),
        ("/id/x/?province-2020=33,35&year=2022", ESTIMATED),
        ("/id/x/3273/?year=2020,2021", DERIVED),
        ("/id/x/3273/?year=2022", ESTIMATED),
        ("/id/x/3273/", DERIVED),
        ("/id/x/3509/?year=2021", ESTIMATED),
    ] {
        assert_eq!(badge(link), expected, "{link}");
    }
    let facts = Opened::new(&PRAKERJA, "/id/x/").headline().facts;
    let marks: Vec<String> = (facts.into_iter())
        .map(|fact| format!("{} {}", fact.share, fact.mark.unwrap().text))
        .collect();
    assert_eq!(
        marks,
        ["86%", "3%", "2%"].map(|share| format!("{share} {published}"))
    );
}

#[test]
fn the_page_says_what_the_count_and_the_shares_of_a_place_rest_on() {
    let lines = |link: &str| {
        let opened = Opened::new(&PRAKERJA, link);
        basis_lines(&PRAKERJA, &opened.view, opened.words)
    };
    assert_eq!(
        lines("/id/x/"),
        ["Jumlah Indonesia berasal dari angka yang diterbitkan untuk tempat itu."]
    );
    assert_eq!(
        lines("/en/x/1101/"),
        [
            "The model has no published count for Kabupaten Aceh Selatan: it shares out the count of \
             Aceh by population, so it is no finding about the place.",
            "The model has nothing published about age, disability, education, sex, earlier training \
             for Kabupaten Aceh Selatan: each period repeats the pattern of Indonesia; over several \
             periods the shares may differ a little."
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
