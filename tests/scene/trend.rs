//! Periods that may share a line.

use jangkau::cube::{CatIx, Cube, Sureness};
use jangkau::scene::{Mark, TrendFrame, TrendLine, TrendScene, trend, trend_text};
use jangkau::view_state::{
    Change, LinkParts, Notice, ViewState, link_from_state, resolve, state_from_link,
};

use serde_json::json;

use super::read;
use crate::support::link::SITE;
use crate::support::made::{JOBS, water_file};
use crate::support::opened::Opened;
use jangkau::words::messages;

fn lines(cube: &Cube, link: &str) -> Option<TrendScene> {
    let opened = Opened::new(cube, link);
    trend(cube, &opened.view, opened.words)
}

fn open(link: &str) -> (ViewState, Vec<Notice>) {
    state_from_link(&LinkParts::new(link), SITE, "x", &JOBS)
}

#[test]
fn a_trend_has_the_periods_as_long_as_the_one_that_is_read() {
    // The year 2021 has no figure: the latest is a quarter.
    let quarters = lines(&JOBS, "/en/x/").unwrap();
    assert_eq!(
        quarters.periods,
        ["2020Q1", "2020Q2", "2020Q3", "2020Q4", "2021Q1", "2021Q2"]
    );
    assert_eq!(
        quarters.lines[0].texts,
        [
            "100,000", "115,000", "120,000", "110,000", "114,000", "126,000"
        ]
    );
    let years = lines(&JOBS, "/en/x/?period=2020").unwrap();
    assert_eq!(years.periods, ["2020", "2021"]);
    assert_eq!(years.lines[0].texts, ["111,250", "no data"]);
    assert_eq!(years.positions, [CatIx(0), CatIx(5)]);
}

#[test]
fn files_of_years_and_quarters_have_a_trend_of_either_or_none() {
    let file = |name: &str| {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/json-stat/");
        read(&std::fs::read([folder, name].concat()).unwrap())
    };
    // Ten and twenty of two quarters; the year has no figure.
    let quarters = lines(&file("06-year-null-quarters.json"), "/en/x/").unwrap();
    assert_eq!(quarters.periods, ["2005 - 1", "2005 - 2"]);
    assert_eq!(quarters.lines[0].texts, ["10", "20"]);
    // Of the only year there is no line; of a quarter there is.
    let year = file("06b-year-value-quarters.json");
    assert_eq!(lines(&year, "/en/x/"), None);
    let quarters = lines(&year, "/en/x/?t=2005+-+1").unwrap();
    assert_eq!(quarters.lines[0].texts, ["10", "20"]);
}

#[test]
fn a_change_is_told_between_equally_long_periods_only() {
    let change = |link: &str| {
        let scene = lines(&JOBS, link).unwrap();
        (scene.change, scene.lines[0].change.clone())
    };
    // 126,000 − 110,000.
    let (ends, text) = change("/en/x/?from=2020Q4");
    assert_eq!(ends, Some((3, 5, "2020Q4 → 2021Q2".to_owned())));
    assert_eq!(text, "+16,000 (+15%)");
    // The quarter chosen is the last that counts: 115,000 − 110,000.
    let (ends, text) = change("/en/x/?period=2020Q2&from=2020Q4");
    assert_eq!(ends, Some((3, 1, "2020Q4 → 2020Q2".to_owned())));
    assert_eq!(text, "+5,000 (+4.5%)");
    let (state, notices) = open("/en/x/?from=2020&sort=change");
    let (key, value) = ("from".to_owned(), "2020".to_owned());
    assert_eq!(notices, [Notice::UnknownValue { key, value }]);
    assert_eq!(link_from_state(&state, &JOBS), "en/x/");
    // Who turns from quarters to a year lets go of the quarter it was compared with.
    let (state, _) = open("/en/x/?period=2020Q2&from=2020Q4");
    let period = JOBS.axis("period").unwrap();
    let year = state.apply(Change::Toggle(period, CatIx(0)), &JOBS);
    assert_eq!(link_from_state(&year, &JOBS), "en/x/?period=2020");
}

#[test]
fn a_range_of_quarters_leaves_the_years_between_them_out() {
    let period = JOBS.axis("period").unwrap();
    let (landing, _) = open("/en/x/");
    let dragged = landing.apply(Change::Between(CatIx(6), CatIx(3)), &JOBS);
    let written = "en/x/?period=2020Q3..2021Q1";
    assert_eq!(link_from_state(&dragged, &JOBS), written);
    let picked = [3, 4, 6].map(CatIx);
    assert_eq!(dragged.filters().clause(period), Some(&picked[..]));
    let (read, notices) = open(written);
    assert_eq!((read, notices), (dragged.clone(), Vec::new()));
    // By clicks: the fourth quarter, then the one after the year.
    let clicked = (landing.apply(Change::Toggle(period, CatIx(4)), &JOBS))
        .apply(Change::Toggle(period, CatIx(6)), &JOBS);
    assert_eq!(
        link_from_state(&clicked, &JOBS),
        "en/x/?period=2020Q4..2021Q1"
    );
    // An open end is that of the quarters.
    let (read, _) = open("/en/x/?period=2020Q4..");
    assert_eq!(
        read.filters().clause(period),
        Some(&[4, 6, 7].map(CatIx)[..])
    );
    let view = resolve(&dragged, &JOBS);
    let words = jangkau::words::messages("en");
    let scene = trend(&JOBS, &view, words).unwrap();
    assert_eq!(scene.periods.len(), 6);
}

#[test]
fn each_point_of_a_line_has_its_own_mark_where_they_differ() {
    // Ostra is shared out from the whole, but for 2021, which is printed.
    let mut file = water_file();
    file["extension"]["controls"] = json!([{
        "kind": "hard", "selection": {"commune": ["s3"], "period": ["2021"]}, "value": 1200, "source": 0,
    }]);
    let cube = read(file.to_string().as_bytes());
    let scene = lines(&cube, "/en/x/s3/?geo=n1").unwrap();
    let [ostra, amara] = &scene.lines[..] else {
        panic!("{:?}", scene.lines)
    };
    let symbols = |line: &TrendLine| -> String {
        let marks = line.marks.iter().flatten();
        marks.map(Mark::symbol).collect()
    };
    assert_eq!((symbols(ostra), ostra.mark()), ("◐◐●◐".to_owned(), None));
    assert_eq!(amara.mark().unwrap().sureness(), Sureness::Published);
    assert_eq!(amara.own_mark(2), None);
    let shared = "(◐ shared out from the total of Veluna)";
    let published = "(● published for this place)";
    assert_eq!(
        trend_text(&scene, messages("en")),
        [
            format!(
                "Ostra: 2019 400 {shared}; 2020 800 {shared}; 2021 1,200 {published}; 2022 1,600 {shared}."
            ),
            format!("Port Amara {published}: 2019 1,200; 2020 2,400; 2021 3,600; 2022 4,800."),
        ]
    );
    assert_eq!(
        ostra.point_text((2, "2021"), messages("en")),
        format!("2021 1,200 {published}")
    );
    let layout = scene.layout(&TrendFrame {
        across_px: (0.0, 300.0),
        down_px: (0.0, 100.0),
        edges_px: (0.0, 400.0),
        font_px: 10.0,
        width_px: |_| 10.0,
    });
    let drawn = layout.lines[0].points.iter().map(|point| point.sureness);
    assert!(
        drawn.eq(ostra
            .marks
            .iter()
            .map(|mark| mark.as_ref().map(jangkau::scene::Mark::sureness)))
    );
}
