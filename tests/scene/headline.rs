//! The sentence over everything.

use jangkau::scene::headline;
use jangkau::words::LANGUAGE_CODES;

use crate::support::made::WATER;
use crate::support::opened::{Opened, check_sentence};

#[test]
fn the_landing_sentence_says_whom_the_programme_reached() {
    // 9,800 of 100,000 have rain water, and 51 of 100 live in towns.
    check_sentence(
        &WATER,
        "/en/x/",
        "100,000 households in 12 communes, 2019–2022; 10% rely on rain water, 51% in towns",
    );
    check_sentence(
        &WATER,
        "/id/x/",
        "100.000 rumah tangga di 12 komune, 2019–2022; 10% mengandalkan air hujan, 51% di kota",
    );
}

#[test]
fn the_sentence_follows_filters_and_place() {
    for (link, expected) in [
        // (51 x 8 + 49 x 5) x (6 x 7 + 4 x 6) = 653 x 66; of these 408 x 66 in towns.
        (
            "/id/x/?source=piped&tenure=owner",
            "sekitar 43.000 rumah tangga berair pipa, pemilik rumah di Veluna, 2019–2022 (○ hanya pola \
             Veluna); 62% di kota (○ hanya pola Veluna)",
        ),
        // (249 + 98) x 3 x 10; of these 102 x 30 in towns.
        (
            "/en/x/?source=well~rain&period=2021",
            "10,410 households with a well or with rain water in Veluna, 2021; 29% in towns",
        ),
        (
            "/id/x/?kind=town",
            "51.000 rumah tangga di kota di 3 komune, 2019–2022; 0% mengandalkan air hujan",
        ),
        (
            "/en/x/kind/town/?period=2019",
            "5,100 households in towns in Veluna, 2019; 0% rely on rain water",
        ),
        (
            "/id/x/?kind=town&source=rain",
            "0 rumah tangga di kota, berair hujan di Veluna, 2019–2022",
        ),
        (
            "/en/x/c2/",
            "10,000 households in Lenna Valley, 2019–2022; 20% rely on rain water (○ only \
             the pattern of Veluna)",
        ),
        (
            "/en/x/?commune=n2",
            "9,000 households in Amara Hills, 2019–2022; 20% rely on rain water (○ only \
             the pattern of North (2019))",
        ),
        // 10,000 and 8,000; two in ten of both.
        (
            "/id/x/?commune=c2~c3",
            "18.000 rumah tangga di Lembah Lenna, Dunmoor, 2019–2022; 20% mengandalkan air hujan \
             (○ hanya pola Veluna), 0% di kota",
        ),
        // (9 + 5 + 3 + 1 + 10 + 8 + 2) x 5 x 66.
        (
            "/en/x/?commune=n2~n3~n4~n5~c2~c3~c4&source=piped&tenure=owner",
            "about 13,000 households with piped water, who own their home in 7 communes, 2019–2022 \
             (○ only the pattern of Veluna); 0% in towns (○ only the pattern of Veluna)",
        ),
        // 49 x 3 x (1 + 3) x 10.
        (
            "/en/x/?period=2019~2021&source=well&kind=rural",
            "about 5,900 households in the countryside, with a well in Veluna, 2019, 2021 (◐ shared \
             out from the total of Veluna)",
        ),
    ] {
        check_sentence(&WATER, link, expected);
    }
}

#[test]
fn the_sentence_says_the_quantity_that_is_chosen() {
    for (link, start) in [
        // 9,600 of 12,000.
        (
            "/en/x/n1/?source=piped&as=share",
            "80% of all households there: households with piped water in Port Amara, 2019–2022",
        ),
        // 30,000 households among 117,000 inhabitants.
        (
            "/id/x/district/north/?as=rate",
            "256,4 per 1.000 penduduk: rumah tangga di Utara (2019), 2019–2022",
        ),
        // 300 per 1,000 against 250.
        (
            "/en/x/n1/?as=index",
            "120 on an index where Veluna is 100: households in Port Amara, 2019–2022",
        ),
    ] {
        let sentence = Opened::new(&WATER, link).sentence();
        assert!(sentence.starts_with(start), "{link}: {sentence}");
    }
    // Its mark is that of the quantity: the count of Caldmoor follows its inhabitants.
    let opened = Opened::new(&WATER, "/en/x/n4/?as=rate");
    let sentence = opened.sentence();
    assert!(
        sentence.contains("about ") && sentence.contains('○'),
        "{sentence}"
    );
}

#[test]
fn under_the_sentence_stand_rank_and_change_each_with_its_mark() {
    let notes = |link: &str| {
        let opened = Opened::new(&WATER, link);
        let headline = headline(&WATER, &opened.view, &opened.figures, opened.words);
        let notes = headline.notes.into_iter();
        let text = |note: jangkau::scene::HeadlineNote| {
            let mark = note.mark.map_or("", |mark| mark.symbol());
            format!("{} {mark}", note.text)
        };
        notes.map(text).collect::<Vec<_>>()
    };
    // Each year has as many households more as the first had: 1, 2, 3 and 4 times as many.
    assert_eq!(
        notes("/en/x/c3/"),
        [
            "rank 6 of the 9 that are published ●",
            "+300% from 2019 to 2022 ●"
        ]
    );
    assert_eq!(
        notes("/id/x/c3/?period=2021"),
        [
            "peringkat 6 dari 9 yang diterbitkan ●",
            "+200% dari 2019 ke 2021 ●"
        ]
    );
    // From the base that is chosen; in the first year there is nothing before.
    assert_eq!(notes("/en/x/?from=2020"), ["+100% from 2020 to 2022 ●"]);
    assert_eq!(notes("/en/x/?period=2019"), [""; 0]);
    // What is shared out has no rank, and what only repeats a pattern neither.
    assert_eq!(notes("/en/x/n4/"), ["+300% from 2019 to 2022 ◐"]);
    assert_eq!(notes("/en/x/n4/?as=rate"), [""; 0]);
    // The whole compared with itself is 100 in every year: no finding.
    assert_eq!(notes("/en/x/?as=index&source=piped"), [""; 0]);
}

#[test]
fn a_part_of_the_years_is_not_said_to_have_reached_all_communes() {
    for lang in LANGUAGE_CODES {
        for years in ["2022", "2021..2022", "2019~2022", "2020..", "2019..2022"] {
            for rest in ["", "&source=piped", "&kind=rural", "&district=north"] {
                let link = format!("/{lang}/x/?period={years}{rest}");
                let sentence = Opened::new(&WATER, &link).sentence();
                assert!(!sentence.contains(" 12 "), "{link}: {sentence}");
            }
        }
    }
}

#[test]
fn a_district_of_two_lists_is_named_with_its_year_where_the_lists_differ() {
    for (link, name) in [
        ("/en/x/district/north/", "in North (2019), "),
        ("/en/x/district-2021/north/", "in North (2021), "),
        ("/en/x/district-2021/isles/", "in Isles, "),
        ("/en/x/district-2021/centre/", "in Centre, "),
        (
            "/en/x/?district=north~south",
            "in North (2019), South (2019), ",
        ),
    ] {
        let sentence = Opened::new(&WATER, link).sentence();
        assert!(sentence.contains(name), "{link}: {sentence}");
    }
}
