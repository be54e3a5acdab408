//! The rows of the table and of the ranking, and their order.

use jangkau::scene::levels;
use jangkau::view_state::Sort;

use super::{COURSES, Opened, check_near, codes, read, sum};
use crate::support::reference;
use crate::support::shipped::PRAKERJA;

#[test]
fn every_level_adds_up_to_the_sentence() {
    let listed = [
        ("region", 514),
        ("province-2020", 34),
        ("province-2023", 38),
        ("island", 6),
        ("kind", 2),
        ("tertinggal", 2),
    ];
    assert_eq!(levels(&PRAKERJA).len(), listed.len());
    for (level, rows) in listed {
        for filters in [
            "",
            "&sex=F&year=2020..2021",
            "&age=18-25&disability=no&training=before",
        ] {
            let opened = Opened::new(&PRAKERJA, &format!("/en/x/?level={level}{filters}"));
            let table = opened.table();
            assert_eq!(table.rows.len(), rows, "{level}");
            check_near(Some(sum(&table)), opened.total());
            let axis = PRAKERJA.axis(level).unwrap();
            let marginal = opened.figures.view.marginal(axis);
            assert!(
                table
                    .rows
                    .iter()
                    .all(|row| row.figure == marginal.figure(row.place.at))
            );
            let row = &table.rows[rows / 2];
            let selection = opened.view.selection.clone().with(axis, vec![row.place.at]);
            assert_eq!(
                row.figure,
                reference::total(&PRAKERJA, &selection),
                "{level} {}",
                row.code
            );
        }
    }
    let island = Opened::new(&PRAKERJA, "/id/x/island/jawa/?level=province-2020");
    assert_eq!(island.table().rows.len(), 6);
    check_near(Some(sum(&island.table())), island.total());
}

#[test]
fn the_table_is_ordered_by_any_column_and_what_is_not_known_stands_last() {
    let first = |sort: &str, level: &str| {
        let opened = Opened::new(
            &PRAKERJA,
            &format!("/id/x/?sort={sort}&level={level}&sex=F"),
        );
        let table = opened.table();
        let mut codes = codes(&table).into_iter().map(str::to_owned);
        (codes.next().unwrap(), codes.next_back().unwrap())
    };
    let pair = |one: &str, other: &str| (one.to_owned(), other.to_owned());
    assert_eq!(first("code", "region"), pair("1101", "9271"));
    assert_eq!(first("-code", "province-2023"), pair("96", "11"));
    assert_eq!(first("name", "province-2020"), pair("11", "12"));
    assert_eq!(first("-name", "province-2020"), pair("12", "11"));
    // Within a province by code: Aceh first, Sumatera Utara last.
    assert_eq!(first("group", "region"), pair("1101", "1278"));
    assert_eq!(first("-value", "province-2020").0, "32");
    assert_eq!(first("value", "island").1, "jawa");
    for column in ["value", "-value", "share", "-share", "rate", "-rate"] {
        let opened = Opened::new(&PRAKERJA, &format!("/id/x/?sort={column}&sex=F"));
        let Sort { descending, .. } = opened.view.sort;
        let numbers: Vec<f64> = opened
            .table()
            .rows
            .iter()
            .filter_map(|row| match column.trim_start_matches('-') {
                "share" => row.share,
                "rate" => row.rate,
                _ => row.figure.number(),
            })
            .collect();
        assert_eq!(numbers.len(), 514);
        let ordered = |pair: &[f64]| {
            if descending {
                pair[0] >= pair[1]
            } else {
                pair[0] <= pair[1]
            }
        };
        assert!(numbers.windows(2).all(ordered), "{column}");
    }

    let courses = read(COURSES);
    let last = |sort: &str| {
        let filters = "langue%20d'enseignement=zgh&p%C3%A9riode=2023/2024&milieu=R";
        let opened = Opened::new(&courses, &format!("/en/x/?{filters}&sort={sort}"));
        let rows = opened.table().rows;
        let unknown = rows
            .iter()
            .filter(|row| row.figure.number().is_none())
            .count();
        let last = &rows[rows.len() - unknown..];
        assert!(unknown > 0 && last.iter().all(|row| row.figure.number().is_none()));
        last.iter().map(|row| row.code.clone()).collect::<Vec<_>>()
    };
    assert_eq!(last("value"), last("-value"));
    assert_eq!(last("share"), last("-share"));
}

#[test]
fn inside_a_province_its_regions_are_ranked() {
    let inside = Opened::new(&PRAKERJA, "/id/x/province-2020/32/?sex=F");
    let ranked = inside.ranking();
    assert_eq!(
        (ranked.rows.len(), ranked.within.as_deref()),
        (27, Some("Jawa Barat"))
    );
    assert!(
        ranked
            .rows
            .iter()
            .all(|row| row.code.starts_with("32") && row.group == "Jawa Barat")
    );
    let falls = |pair: &[jangkau::scene::Row]| pair[0].figure.number() >= pair[1].figure.number();
    assert!(ranked.rows.windows(2).all(falls));
    check_near(Some(sum(&ranked)), inside.total());
    let neighbours = Opened::new(&PRAKERJA, "/id/x/3273/?sex=F").ranking();
    assert_eq!(codes(&neighbours), codes(&ranked));
    let focus: Vec<&str> = neighbours
        .rows
        .iter()
        .filter(|row| row.focus)
        .map(|row| &*row.code)
        .collect();
    assert_eq!(focus, ["3273"]);
    let all = Opened::new(&PRAKERJA, "/id/x/?as=rate").ranking();
    assert_eq!((all.rows.len(), all.within), (34, None));
}
