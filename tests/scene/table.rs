//! The rows of the table and of the ranking, and their order.

use jangkau::scene::{TableScene, levels};
use jangkau::view_state::Sort;

use super::{COURSES, read};
use crate::support::made::{SCHOOLS, WATER};
use crate::support::opened::{Opened, check_near, codes, sum};
use crate::support::reference;

/// Code and figure of every row.
fn figures(table: &TableScene) -> Vec<(&str, f64)> {
    let rows = table.rows.iter();
    rows.map(|row| (&*row.code, row.figure.number().unwrap()))
        .collect()
}

#[test]
fn every_level_adds_up_to_the_sentence() {
    let listed = [
        ("commune", 12),
        ("district", 3),
        ("district-2021", 4),
        ("kind", 2),
    ];
    assert_eq!(levels(&WATER).len(), listed.len());
    for (level, rows) in listed {
        for filters in [
            "",
            "&source=well&period=2019..2020",
            "&source=piped&tenure=tenant",
        ] {
            let opened = Opened::new(&WATER, &format!("/en/x/?level={level}{filters}"));
            let table = opened.table();
            assert_eq!(table.rows.len(), rows, "{level}");
            check_near(Some(sum(&table)), opened.total());
            let axis = WATER.axis(level).unwrap();
            let marginal = opened.figures.view.marginal(axis);
            for row in &table.rows {
                assert_eq!(row.figure, marginal.figure(row.place.at));
                let selection = opened.view.selection.clone().with(axis, vec![row.place.at]);
                let slow = reference::total(&WATER, &selection);
                assert_eq!(row.figure, slow, "{level} {}", row.code);
            }
        }
    }
}

#[test]
fn rows_have_the_figures_of_their_places() {
    // Wells in 2019 and 2020, times 3 x 10: north 12 x 2 + 18 x 3, centre 25 x 2 + 20 x 3, south
    // 14 x 2 + 11 x 3.
    let wells = "/en/x/?source=well&period=2019..2020&sort=code&level=district";
    assert_eq!(
        figures(&Opened::new(&WATER, wells).table()),
        [("centre", 3300.0), ("north", 2340.0), ("south", 1830.0)]
    );
    // 2,000 for each of the communes' numbers in 2020; the isles hold 1 and 4.
    let isles = "/en/x/district-2021/isles/?period=2020&sort=code&level=commune";
    assert_eq!(
        figures(&Opened::new(&WATER, isles).table()),
        [("n5", 200.0), ("s3", 800.0)]
    );
}

#[test]
fn the_table_is_ordered_by_any_column() {
    let first = |sort: &str, level: &str| {
        let link = format!("/id/x/?sort={sort}&level={level}&source=piped");
        let table = Opened::new(&WATER, &link).table();
        let codes = codes(&table);
        (codes[0].to_owned(), codes[codes.len() - 1].to_owned())
    };
    let pair = |one: &str, other: &str| (one.to_owned(), other.to_owned());
    assert_eq!(first("code", "commune"), pair("c1", "s3"));
    assert_eq!(first("-code", "district-2021"), pair("south", "centre"));
    // Brenwold first; in Indonesian Éloa is Pulau Éloa, after the ports.
    assert_eq!(first("name", "commune"), pair("n3", "n5"));
    assert_eq!(first("-name", "district"), pair("north", "south"));
    // Selatan, Tengah, Utara; within a district by code.
    assert_eq!(first("group", "commune"), pair("s1", "n5"));
    // 25 x 8 of Port Lenna and 1 x 5 of Éloa.
    assert_eq!(first("-value", "commune"), pair("c1", "n5"));
    assert_eq!(first("value", "commune"), pair("n5", "c1"));
    for column in ["value", "-value", "share", "-share", "rate", "-rate"] {
        let opened = Opened::new(&WATER, &format!("/id/x/?sort={column}&source=piped"));
        let Sort { descending, .. } = opened.view.sort;
        let rows = opened.table().rows;
        let numbers = rows
            .iter()
            .filter_map(|row| match column.trim_start_matches('-') {
                "share" => row.share,
                "rate" => row.rate,
                _ => row.figure.number(),
            });
        let numbers: Vec<f64> = numbers.collect();
        assert_eq!(numbers.len(), 12);
        let ordered = |pair: &[f64]| {
            if descending {
                pair[0] >= pair[1]
            } else {
                pair[0] <= pair[1]
            }
        };
        assert!(numbers.windows(2).all(ordered), "{column}: {numbers:?}");
    }
}

#[test]
fn what_is_not_known_stands_last_in_either_order() {
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
fn inside_a_district_its_communes_are_ranked() {
    // 12 x 8, then 9, 5, 3 and 1 times 5, each times 100.
    let inside = Opened::new(&WATER, "/id/x/district/north/?source=piped");
    let ranked = inside.ranking();
    assert_eq!(ranked.within.as_deref(), Some("Utara (2019)"));
    assert_eq!(
        figures(&ranked),
        [
            ("n1", 9600.0),
            ("n2", 4500.0),
            ("n3", 2500.0),
            ("n4", 1500.0),
            ("n5", 500.0)
        ]
    );
    check_near(Some(sum(&ranked)), inside.total());
    let neighbours = Opened::new(&WATER, "/id/x/n4/?source=piped").ranking();
    assert_eq!(codes(&neighbours), codes(&ranked));
    let focus = neighbours.rows.iter().filter(|row| row.focus);
    assert_eq!(focus.map(|row| &*row.code).collect::<Vec<_>>(), ["n4"]);
    let all = Opened::new(&WATER, "/id/x/?as=rate").ranking();
    assert_eq!((all.rows.len(), all.within), (3, None));
}

#[test]
fn places_that_hold_places_are_each_a_row_and_counted_once() {
    let opened = Opened::new(&SCHOOLS, "/en/x/?sort=-value");
    check_near(Some(opened.total()), 32.0);
    assert_eq!(
        figures(&opened.table()),
        [
            ("vel", 32.0),
            ("centre", 20.0),
            ("c1", 14.0),
            ("north", 12.0),
            ("n1", 8.0),
            ("c2", 6.0),
            ("n2", 4.0)
        ]
    );
}
