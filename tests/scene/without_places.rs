//! Datasets without places are complete: a table of their largest dimension, bars, a trend.

use jangkau::cube::{CatIx, Cube};
use jangkau::formats::csv::csv_of;
use jangkau::scene::{TableScene, choice_of, ranking, table, tabs, trend, window_title};
use jangkau::view_state::{Change, Column, Tab, can_be_columns, usual_rows};
use serde_json::{Value, json};

use super::read;
use crate::support::made::{HEALTH, JOBS, PRICES, WATER};
use crate::support::opened::{Opened, cell};

fn file(value: &Value) -> Cube {
    read(value.to_string().as_bytes())
}

/// Name and value of each row.
fn rows(table: &TableScene) -> Vec<(&str, &str)> {
    let row = |row| {
        let [name, value] = [Column::Name, Column::Value].map(|it| cell(table, row, it).0);
        (name, value)
    };
    table.rows.iter().map(row).collect()
}

fn heads(table: &TableScene) -> Vec<&str> {
    table.columns.iter().map(|(_, head)| &**head).collect()
}

/// The tabs of the landing view, but for published facts, of which there are none.
fn tabs_of(cube: &Cube) -> Vec<Tab> {
    let mut tabs = tabs(cube, &Opened::new(cube, "/en/x/").view);
    tabs.retain(|tab| *tab != Tab::Facts);
    tabs
}

#[test]
fn the_table_lists_the_largest_dimension_in_the_period_that_is_read() {
    let table = Opened::new(&PRICES, "/en/x/").table();
    assert_eq!(table.caption, "Shells a kilogram by Good, 2024-03");
    // That of oil is not there yet; a price has no share.
    assert_eq!(
        rows(&table),
        [("Rice", "1.75"), ("Salt", "0.45"), ("Oil", "no data")]
    );
    assert_eq!(heads(&table), ["Code", "Name", "Shells a kilogram"]);
    let oil = Opened::new(&PRICES, "/en/x/?month=2024-01&good=salt&sort=name&q=o");
    let table = oil.table();
    assert_eq!(table.caption, "Shells a kilogram by Good, 2024-01");
    assert_eq!(rows(&table), [("Oil", "3.1")]);
}

#[test]
fn what_adds_up_has_shares_of_its_total_whatever_is_picked_of_it() {
    let check = |link: &str, expected: [(&str, &str, &str, bool); 4]| {
        let table = Opened::new(&JOBS, link).table();
        let row = |row| {
            let [name, value, share] =
                [Column::Name, Column::Value, Column::Share].map(|it| cell(&table, row, it).0);
            (name, value, share)
        };
        let found = table.rows.iter();
        let found: Vec<_> = found
            .map(|it| {
                let (name, value, share) = row(it);
                (name, value, share, it.focus)
            })
            .collect();
        assert_eq!(found, expected, "{link}");
    };
    // Of 126,000.
    let picked = |farm| {
        [
            ("All industries", "126,000", "100%", false),
            ("Farming", "53,200", "42%", farm),
            ("Trade", "47,000", "37%", false),
            ("Crafts", "25,800", "20%", false),
        ]
    };
    check("/en/x/", picked(false));
    check("/en/x/?industry=farm", picked(true));
    let columns = Opened::new(&JOBS, "/en/x/?cols=period&as=share&period=2020Q1..2020Q2").table();
    let across: Vec<&str> = (columns.rows.iter())
        .map(|row| cell(&columns, row, Column::Of(CatIx(1))).0)
        .collect();
    // Of 100,000 in the first quarter; the rows stand by the second.
    assert_eq!(across, ["100%", "41%", "36%", "23%"]);
}

#[test]
fn the_bars_leave_totals_out_and_stand_from_the_largest_down() {
    let opened = Opened::new(&JOBS, "/en/x/");
    let scene = opened.ranking();
    assert_eq!(scene.title, "Ranked by Industry");
    let bars: Vec<_> = (scene.bars.iter())
        .map(|bar| (&*bar.name, &*bar.text, bar.length))
        .collect();
    assert_eq!(
        bars,
        [
            ("Farming", "53,200", Some(1.0)),
            ("Trade", "47,000", Some(47_000.0 / 53_200.0)),
            ("Crafts", "25,800", Some(25_800.0 / 53_200.0))
        ]
    );
}

#[test]
fn a_row_of_no_place_filters_and_one_of_a_place_is_looked_at() {
    let row = |cube, link| Opened::new(cube, link).table().rows[0].place;
    let good = row(&PRICES, "/en/x/");
    let expected = Change::Toggle(PRICES.axis("good").unwrap(), CatIx(0));
    assert_eq!(choice_of(&PRICES, good), expected);
    let commune = row(&WATER, "/en/x/");
    assert_eq!(choice_of(&WATER, commune), Change::Focus(Some(commune)));
}

#[test]
fn the_stage_opens_on_what_there_is() {
    let (map, table, trend, about) = (Tab::Map, Tab::Table, Tab::Trend, Tab::About);
    assert_eq!(tabs_of(&WATER), [map, table, trend, about]);
    assert_eq!(tabs_of(&PRICES), [table, trend, about]);
    assert_eq!(tabs_of(&JOBS), [table, trend, about]);
    // One year and two quarters: of the year no line, but the table has all three.
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/json-stat/");
    let time = |name: &str| read(&std::fs::read([folder, name].concat()).unwrap());
    let year = time("06b-year-value-quarters.json");
    assert_eq!(tabs_of(&year), [table, about]);
    let listed = Opened::new(&year, "/en/x/?sort=code").table();
    let expected = [("2005", "30"), ("2005 - 1", "10"), ("2005 - 2", "20")];
    assert_eq!(rows(&listed), expected);
    // Nothing but time: the line says more than the list.
    let quarters = time("06-year-null-quarters.json");
    assert_eq!(tabs_of(&quarters), [trend, table, about]);
    let opened = Opened::new(&quarters, "/en/x/");
    assert_eq!(
        ranking(&quarters, &opened.view, &opened.figures, opened.words),
        None
    );
}

#[test]
fn one_figure_alone_has_its_sentence_and_no_table() {
    let cube = file(&json!({
        "version": "2.0", "class": "dataset", "label": "Wells", "id": ["unit", "year"], "size": [2, 1],
        "role": {"metric": ["unit"], "time": ["year"]},
        "dimension": {
            "unit": {"category": {"index": ["wells", "depth"], "label": {"wells": "Wells", "depth": "Mean depth"}}},
            "year": {"category": {"index": ["2020"]}},
        },
        "value": [7, 12.5],
    }));
    let opened = Opened::new(&cube, "/en/x/?unit=depth");
    assert_eq!(opened.sentence(), "12.5 (mean depth), 2020");
    assert_eq!(
        table(&cube, &opened.view, &opened.figures, opened.words),
        None
    );
    assert_eq!(tabs_of(&cube), [Tab::About]);
}

#[test]
fn a_dataset_without_places_never_speaks_of_regions() {
    for (lang, whole) in [("en", "region"), ("id", "wilayah")] {
        let opened = Opened::new(&PRICES, &format!("/{lang}/x/"));
        let line = trend(&PRICES, &opened.view, opened.words).unwrap();
        let title = window_title(&PRICES, &opened.view, ("Wells", opened.words));
        for text in [
            &line.caption,
            &line.lines[0].name,
            &title,
            &opened.sentence(),
        ] {
            assert!(!text.to_lowercase().contains(whole), "{text}");
        }
    }
    let opened = Opened::new(&PRICES, "/en/x/");
    let line = trend(&PRICES, &opened.view, opened.words).unwrap();
    assert_eq!(
        line.caption,
        "Shells a kilogram (good: Rice): over time (Count)"
    );
    assert_eq!(line.lines[0].name, "Shells a kilogram (good: Rice)");
    assert_eq!(line.lines[0].texts, ["1.25", "1.5", "1.75"]);
    assert_eq!(
        window_title(&PRICES, &opened.view, ("Wells", opened.words)),
        "Prices in Veluna (made) – Wells"
    );
}

#[test]
fn the_table_taken_along_has_the_same_rows() {
    let opened = Opened::new(&PRICES, "/en/x/?month=2024-02");
    let csv = csv_of(
        &PRICES,
        (&opened.view.selection, &opened.figures.view),
        opened.view.level,
        "en",
    );
    let expected = "code,label,value,status,lower,upper\r\nrice,Rice,1.5,,,\r\nsalt,Salt,0.4,,,\r\noil,Oil,3.05,,,\r\n";
    assert_eq!(csv, expected);
}

#[test]
fn rows_are_never_laid_across_the_columns_too() {
    let [industry, period] = ["industry", "period"].map(|id| JOBS.axis(id).unwrap());
    assert_eq!(usual_rows(&JOBS), Some(industry));
    for (rows, columns) in [(industry, period), (period, industry)] {
        assert!(!can_be_columns(&JOBS, Some(rows), rows));
        assert!(can_be_columns(&JOBS, Some(rows), columns));
    }
    assert_eq!(usual_rows(&HEALTH), HEALTH.axis("commune"));
}
