//! The sentence over everything.

use jangkau::words::LANGUAGE_CODES;

use crate::support::opened::{Opened, check_sentence};
use crate::support::shipped::PRAKERJA;

#[test]
fn the_landing_sentence_says_whom_the_programme_reached() {
    check_sentence(
        &PRAKERJA,
        "/id/x/",
        "17.500.000 peserta di 514 kabupaten/kota, 2020–2023; 86% belum pernah mengikuti pelatihan, \
         3% penyandang disabilitas, 2% dari kabupaten tertinggal",
    );
    check_sentence(
        &PRAKERJA,
        "/en/x/",
        "17,500,000 participants in 514 regencies and cities, 2020–2023; 86% had never been trained \
         before, 3% with a disability, 2% from a kabupaten tertinggal (disadvantaged regency)",
    );
}

#[test]
fn the_sentence_follows_filters_and_place() {
    for (link, expected) in [
        (
            "/id/x/?sex=F&age=18-25~26-35",
            "sekitar 5.500.000 peserta perempuan, berusia 18–25 tahun atau berusia 26–35 tahun di \
             Indonesia, 2020–2023 (○ hanya pola Indonesia); 86% belum pernah mengikuti pelatihan (○ \
             hanya pola Indonesia), 3% penyandang disabilitas (○ hanya pola Indonesia), 2% dari \
             kabupaten tertinggal (○ hanya pola Indonesia)",
        ),
        (
            "/en/x/?training=never&year=2021",
            "5,339,581 participants who had never been trained before in Indonesia, 2021; 1% with a \
             disability (○ only the pattern of Indonesia), 2% from a kabupaten tertinggal \
             (disadvantaged regency) (◐ shared out from the total of Indonesia)",
        ),
        (
            "/id/x/?tertinggal=yes",
            "350.000 peserta dari kabupaten tertinggal di 62 kabupaten/kota, 2020–2023; 87% belum \
             pernah mengikuti pelatihan (○ hanya pola Indonesia), 3% penyandang disabilitas (○ hanya \
             pola Indonesia)",
        ),
        (
            "/en/x/tertinggal/yes/?year=2020",
            "about 88,000 participants from a kabupaten tertinggal (disadvantaged regency) in \
             Indonesia, 2020 (◐ shared out from a published total); 81% had never been trained before \
             (○ only the pattern of Indonesia), 5% with a disability (○ only the pattern of Indonesia)",
        ),
        (
            "/id/x/?kind=kota&tertinggal=yes",
            "0 peserta dari kota, dari kabupaten tertinggal di Indonesia, 2020–2023",
        ),
        (
            "/id/x/?region=3273~7171",
            "sekitar 220.000 peserta di Kota Bandung, Kota Manado, 2020–2023 (◐ dibagi dari total \
             resmi); 86% belum pernah mengikuti pelatihan (○ hanya pola Indonesia), 3% penyandang \
             disabilitas (○ hanya pola Indonesia), 0% dari kabupaten tertinggal (◐ dibagi dari total \
             resmi)",
        ),
        (
            "/en/x/?region=1101~1102~1103~1104~1105~1106~1107&sex=M&training=never&disability=no",
            "about 74,000 participants who are men, who had never been trained before, without a \
             disability in 7 regencies and cities, 2020–2023 (○ only the pattern of Indonesia); 0% \
             from a kabupaten tertinggal (disadvantaged regency) (○ only the pattern of Indonesia)",
        ),
        (
            "/id/x/?year=2020~2022&training=never&disability=no&tertinggal=no",
            "sekitar 8.300.000 peserta dari daerah lain, yang belum pernah mengikuti pelatihan, yang \
             bukan penyandang disabilitas di Indonesia, 2020, 2022 (○ hanya pola Indonesia)",
        ),
    ] {
        check_sentence(&PRAKERJA, link, expected);
    }
}

#[test]
fn no_year_alone_is_said_to_have_reached_all_514() {
    for lang in LANGUAGE_CODES {
        for years in [
            "2023",
            "2022..2023",
            "2020~2023",
            "2021~2023",
            "2021..",
            "2020..2023",
        ] {
            for rest in ["", "&sex=F", "&kind=kab", "&province-2020=32"] {
                let link = format!("/{lang}/x/?year={years}{rest}");
                let sentence = Opened::new(&PRAKERJA, &link).sentence();
                assert!(!sentence.contains("514"), "{link}: {sentence}");
            }
        }
    }
}

#[test]
fn a_province_of_two_lists_is_named_with_its_year_where_the_lists_differ() {
    for (link, name) in [
        ("/en/x/province-2020/91/", "in Papua (2020), "),
        ("/en/x/province-2023/91/", "in Papua (2023), "),
        ("/en/x/province-2023/93/", "in Papua Selatan, "),
        ("/en/x/province-2023/32/", "in Jawa Barat, "),
        (
            "/en/x/?province-2020=91~92",
            "in Papua (2020), Papua Barat (2020), ",
        ),
    ] {
        let sentence = Opened::new(&PRAKERJA, link).sentence();
        assert!(sentence.contains(name), "{link}: {sentence}");
    }
}
