//! Hidden cells stay usable: figures, shares, ranks, classes and changes between bounds.

use jangkau::cube::Interval;
use jangkau::scene::{Fill, place_line, told, trend, trend_text};
use jangkau::view_state::{Column, Quantity};

use crate::support::made::INJURIES;
use crate::support::opened::{Opened, cell, check_sentence};

#[test]
fn a_sum_over_hidden_cells_is_told_as_far_as_it_is_known() {
    for (link, expected) in [
        // 1,500 and 94 to 106: 1,600 give or take 6, less than half a percent.
        ("/en/x/?year=2021", "≈ 1,600 injuries in Veluna, 2021"),
        (
            "/en/x/?year=2021&cause=burn",
            "94–106 injuries (cause: Burns) in Veluna, 2021",
        ),
        (
            "/en/x/?year=2021&cause=fall",
            "1,000 injuries (cause: Falls) in Veluna, 2021",
        ),
        ("/en/x/n5/?year=2021", "16–19 injuries in Éloa, 2021"),
        (
            "/en/x/n5/?year=2021&cause=burn",
            "1–4 injuries (cause: Burns) in Éloa, 2021",
        ),
        // A confidential cell has no bound.
        ("/en/x/", "at least 3,156 injuries in Veluna, 2022"),
        (
            "/en/x/c4/?cause=fall",
            "suppressed injuries (cause: Falls) in Garrowby, 2022",
        ),
        ("/id/x/c4/", "sedikitnya 21 cedera di Garrowby, 2022"),
    ] {
        check_sentence(&INJURIES, link, expected);
    }
}

#[test]
fn the_reader_is_told_how_many_cells_are_hidden() {
    let lines = |link: &str| {
        let opened = Opened::new(&INJURIES, link);
        let lines = told(&INJURIES, &opened.view, &opened.figures, opened.words);
        lines.into_iter().map(|line| line.text).collect::<Vec<_>>()
    };
    assert_eq!(
        lines("/en/x/?year=2021"),
        ["Suppressed to protect people (<5): 4 of the 36 cells behind this figure"]
    );
    assert_eq!(
        lines("/en/x/c4/?cause=fall")[1..],
        ["Suppressed to protect people (c): 1 of the 1 cells behind this figure"]
    );
}

#[test]
fn a_share_has_the_bounds_that_its_part_and_the_rest_leave() {
    let opened = Opened::new(&INJURIES, "/en/x/?year=2021");
    let bars = opened.bars("cause").bars;
    let texts: Vec<_> = bars
        .iter()
        .map(|bar| (&*bar.value, &*bar.share_text))
        .collect();
    // 94 of 1,594 to 106 of 1,606, 1,000 of as many, and 500, whose share is the same in whole percent.
    let expected = [("1,000", "≈ 63%"), ("94–106", "≈ 6.2%"), ("500", "31%")];
    assert_eq!(texts, expected);
    let share = |link: &str, code: &str| Opened::new(&INJURIES, link).measures(code).share;
    let burns = share("/en/x/?year=2021&cause=burn", "n5");
    assert_eq!(burns, Interval::new(1.0 / 16.0, 4.0 / 19.0));
    // Where a cell has no bound there is no whole to divide by.
    assert_eq!(share("/en/x/?year=2022&cause=burn", "c4"), None);
}

#[test]
fn a_rank_and_a_class_are_told_where_they_are_certain_or_nearly() {
    let opened = Opened::new(&INJURIES, "/en/x/?year=2021&cause=burn");
    let scene = opened.map();
    let line = |place: &str| {
        let at = INJURIES.members(scene.axis).position(place).unwrap();
        (
            scene.fills[at.0],
            place_line(&INJURIES, &scene, at, opened.words),
        )
    };
    // 25 and 14 are above every bound.
    assert_eq!(
        line("c1").1,
        "Port Lenna, Centre: 25 injuries, 6.3% of all injuries there, rank 1 of 12"
    );
    let (fill, text) = line("n5");
    // Four communes have 1 to 4: any of them may be ninth to twelfth, which says nothing.
    assert_eq!(
        text,
        "Éloa, North: 1–4 injuries, 6–22% of all injuries there"
    );
    assert!(
        matches!(fill, Fill::Colour(0) | Fill::Between(0)),
        "{fill:?}"
    );
    let legend: usize = scene.legend.iter().map(|line| line.places).sum();
    assert_eq!(legend, 12);
}

#[test]
fn what_may_lie_in_two_classes_is_marked_and_what_may_lie_anywhere_has_none() {
    // The share of burns: 6.25 percent wherever they are shown; of 3 and 4 to 49 and 64 others it may
    // be far less or more.
    let scene = Opened::new(
        &INJURIES,
        "/en/x/?year=2021&cause=burn&as=share&class=quantile3",
    )
    .map();
    let fill = |code: &str| scene.fills[INJURIES.members(scene.axis).position(code).unwrap().0];
    assert_eq!(
        ["n1", "n5", "s3"].map(fill),
        [Fill::Colour(1), Fill::Between(2), Fill::Between(0)]
    );
    assert_eq!(["n4", "c4"].map(fill), [Fill::Open; 2]);
    assert!(scene.between_note.is_some());
    let exact = Opened::new(&INJURIES, "/en/x/?year=2021&cause=fall").map();
    assert_eq!(exact.between_note, None);
    let suppressed = Opened::new(&INJURIES, "/en/x/?cause=fall").map();
    let garrowby = INJURIES.members(suppressed.axis).position("c4").unwrap();
    assert_eq!(suppressed.fills[garrowby.0], Fill::Suppressed);
    assert_eq!(suppressed.rank(garrowby), None);
}

#[test]
fn the_table_sorts_by_the_middle_and_shows_the_bounds() {
    let opened = Opened::new(&INJURIES, "/en/x/?year=2021&cause=burn");
    let table = opened.table();
    let values: Vec<&str> = (table.rows.iter())
        .map(|row| cell(&table, row, Column::Value).0)
        .collect();
    let few = "1–4";
    let expected = [
        "25", "14", "12", "10", "9", "8", "7", "5", few, few, few, few,
    ];
    assert_eq!(values, expected);
}

#[test]
fn a_change_goes_from_the_least_to_the_greatest() {
    let opened = Opened::new(&INJURIES, "/en/x/n4/?cause=burn&from=2021");
    let scene = trend(&INJURIES, &opened.view, opened.words).unwrap();
    // 1 to 4, then 6.
    assert_eq!(
        trend_text(&scene, opened.words),
        ["Caldmoor: 2021 1–4; 2022 6; 2021 → 2022 +2 – +5."]
    );
    let opened = Opened::new(&INJURIES, "/en/x/n5/?cause=burn&from=2021");
    let scene = trend(&INJURIES, &opened.view, opened.words).unwrap();
    assert_eq!(scene.lines[0].change, "−3 – +3");
}

#[test]
fn nothing_hidden_is_worked_out_from_what_is_shown() {
    // All of Éloa but its burns, and its total: the difference is not told more closely than "<5".
    let of = |link: &str| Opened::new(&INJURIES, link).figures.view.total();
    let [all, known] = ["/en/x/n5/?year=2021", "/en/x/n5/?year=2021&cause=fall~bite"].map(of);
    let difference = all.interval().unwrap().minus(known.interval().unwrap());
    assert_eq!(
        difference,
        Interval {
            low: 1.0,
            high: 4.0
        }
    );
    let measures = Opened::new(&INJURIES, "/en/x/?year=2021").measures("n5");
    assert_eq!(measures.quantity(Quantity::Count), Some(17.5));
}
