//! The rows of the table and of the ranking, and their order.

use jangkau::scene::levels;
use jangkau::view_state::{Column, Quantity, Sort};

use super::{COURSES, read};
use crate::support::made::{SCHOOLS, WATER};
use crate::support::opened::{Opened, cell, check_near, code, codes, figures, sum};
use crate::support::reference;

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
                let figure = marginal.figure(row.place.at);
                let selection = opened.view.selection.clone().with(axis, vec![row.place.at]);
                let slow = reference::total(&WATER, &selection);
                assert_eq!(figure, slow, "{level} {}", code(row));
                let (text, _) = cell(&table, row, Column::Value);
                assert_eq!(text, opened.writer().figure(figure));
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
        let table = opened.table();
        let measures = codes(&table).into_iter().map(|code| opened.measures(code));
        let numbers = measures.filter_map(|it| match column.trim_start_matches('-') {
            "share" => it.quantity(Quantity::Share),
            "rate" => it.quantity(Quantity::Rate),
            _ => it.figure().number(),
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
        let table = opened.table();
        let is_unknown = |code: &str| opened.measures(code).figure().number().is_none();
        let codes = codes(&table);
        let unknown = codes.iter().filter(|code| is_unknown(code)).count();
        let last = &codes[codes.len() - unknown..];
        assert!(unknown > 0 && last.iter().all(|code| is_unknown(code)));
        last.iter().map(|&code| code.to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(last("value"), last("-value"));
    assert_eq!(last("share"), last("-share"));
}

#[test]
fn inside_a_district_its_communes_are_ranked() {
    // 12 x 8, then 9, 5, 3 and 1 times 5, each times 100.
    let inside = Opened::new(&WATER, "/id/x/district/north/?source=piped");
    let ranked = inside.ranking();
    assert_eq!(ranked.title, "Utara (2019): Peringkat menurut Komune");
    let bars = ranked.bars.iter();
    let bars: Vec<_> = bars.map(|bar| (&*bar.text, bar.length)).collect();
    let length = |figure: f64| Some(figure / 9600.0);
    assert_eq!(
        bars,
        [
            ("9.600", length(9600.0)),
            ("4.500", length(4500.0)),
            ("2.500", length(2500.0)),
            ("1.500", length(1500.0)),
            ("500", length(500.0))
        ]
    );
    assert_eq!(inside.ranked(), ["n1", "n2", "n3", "n4", "n5"]);
    let neighbours = Opened::new(&WATER, "/id/x/n4/?source=piped");
    assert_eq!(neighbours.ranked(), inside.ranked());
    let focus = neighbours.ranking().bars.into_iter();
    assert_eq!(
        focus.map(|bar| bar.focus).collect::<Vec<_>>(),
        [false, false, false, true, false]
    );
    let all = Opened::new(&WATER, "/id/x/?as=rate").ranking();
    assert_eq!(all.bars.len(), 3);
    assert!(all.title.starts_with("Peringkat menurut"), "{}", all.title);
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
