//! One measure at a time: what is asked, and no filter.

use jangkau::cube::{CatIx, Cube};
use jangkau::scene::{
    bar_axes, compare, flags_note, measure_choices, place_line, relaxations, told, trend,
};
use jangkau::view_state::{
    Change, Column, LinkParts, Notice, ViewState, link_from_state, state_from_link,
};
use serde_json::json;

use super::{RICE, read};
use crate::support::link::SITE;
use crate::support::made::{HEALTH, WATER};
use crate::support::opened::{Opened, cell, check_sentence, code};

fn open(link: &str, cube: &Cube) -> (ViewState, Vec<Notice>) {
    state_from_link(&LinkParts::new(link), SITE, "x", cube)
}

/// Workers by sex, in two dimensions of measures: what, and how adjusted.
fn workers() -> Cube {
    let file = json!({
        "version": "2.0", "class": "dataset", "label": "Work",
        "id": ["unit", "s_adj", "sex"], "size": [2, 2, 2],
        "role": {"metric": ["unit", "s_adj"]},
        "dimension": {
            "unit": {"label": "Unit", "category": {
                "index": ["THS", "PC"], "label": {"THS": "Thousand persons", "PC": "Percent"}}},
            "s_adj": {"label": "Adjustment", "category": {
                "index": ["NSA", "SA"], "label": {"NSA": "Unadjusted", "SA": "Seasonally adjusted"}}},
            "sex": {"label": "Sex", "category": {
                "index": ["F", "M"], "label": {"F": "Women", "M": "Men"}}},
        },
        "value": [40, 60, 41, 59, 4.5, 5.5, 4.6, 5.4],
    });
    read(file.to_string().as_bytes())
}

#[test]
fn a_measure_is_chosen_from_a_list_with_units_and_is_never_bars() {
    let opened = Opened::new(&HEALTH, "/en/x/");
    let choices = measure_choices(&HEALTH, &opened.view, opened.words);
    let names: Vec<&str> = (choices[0].options.iter())
        .map(|option| &*option.name)
        .collect();
    assert_eq!(
        (choices.len(), &*choices[0].name, names, choices[0].chosen),
        (
            1,
            "Measure",
            vec!["Visits to a clinic (visits)", "Nurses (full-time posts)"],
            CatIx(0)
        )
    );
    let nurses = Opened::new(&HEALTH, "/en/x/?measure=nurses");
    let choices = measure_choices(&HEALTH, &nurses.view, nurses.words);
    assert_eq!(choices[0].chosen, CatIx(1));
    let bars: Vec<&str> = (bar_axes(&HEALTH).into_iter())
        .map(|axis| HEALTH.axis_id(axis).as_str())
        .collect();
    assert_eq!(bars, ["year"]);
    assert!(measure_choices(&WATER, &opened.view, opened.words).is_empty());
}

#[test]
fn each_dimension_of_measures_has_its_own_choice_and_the_sentence_names_all() {
    let cube = workers();
    let opened = Opened::new(&cube, "/en/x/?unit=PC&s_adj=SA&sex=F");
    let choices = measure_choices(&cube, &opened.view, opened.words);
    let chosen: Vec<_> = choices.iter().map(|it| (&*it.name, it.chosen)).collect();
    assert_eq!(chosen, [("Unit", CatIx(1)), ("Adjustment", CatIx(1))]);
    check_sentence(
        &cube,
        "/en/x/?unit=PC&s_adj=SA&sex=F",
        "4.6 (percent, Seasonally adjusted; sex: Women)",
    );
}

#[test]
fn another_measure_takes_the_place_of_the_one_before_and_none_cannot_be_chosen() {
    let axis = HEALTH.axis("measure").unwrap();
    let (landing, _) = open("/en/x/", &HEALTH);
    let nurses = landing.apply(Change::Toggle(axis, CatIx(1)), &HEALTH);
    let visits = nurses.apply(Change::Toggle(axis, CatIx(0)), &HEALTH);
    assert_eq!(link_from_state(&nurses, &HEALTH), "en/x/?measure=nurses");
    assert_eq!(link_from_state(&visits, &HEALTH), "en/x/?measure=visits");
    for change in [
        Change::Toggle(axis, CatIx(1)),
        Change::Clear(axis),
        Change::ClearAll,
    ] {
        assert_eq!(nurses.apply(change.clone(), &HEALTH), nurses, "{change:?}");
    }
}

#[test]
fn a_measure_is_no_filter() {
    let asked = Opened::new(&HEALTH, "/en/x/?measure=nurses");
    assert!(!asked.view.is_filtered(&HEALTH));
    assert!(
        Opened::new(&HEALTH, "/en/x/?year=2021&measure=nurses")
            .view
            .is_filtered(&HEALTH)
    );
    let (state, _) = open("/en/x/?year=2021&measure=nurses", &HEALTH);
    let cleared = state.apply(Change::ClearAll, &HEALTH);
    assert_eq!(link_from_state(&cleared, &HEALTH), "en/x/?measure=nurses");
    // Nurses of a commune that has none: another measure is no way out.
    let none = Opened::new(&HEALTH, "/en/x/s3/?year=2021&measure=nurses");
    let ways = relaxations(&HEALTH, &none.view, none.words);
    assert!(!ways.is_empty());
    assert!(
        ways.iter().all(|way| !way.text.contains("Measure")),
        "{ways:?}"
    );
}

#[test]
fn the_measure_is_named_wherever_its_figures_stand() {
    let cube = read(RICE);
    let opened = Opened::new(&cube, "/en/x/2/?measure=price&geo=12");
    let trend = trend(&cube, &opened.view, opened.words).unwrap();
    assert_eq!(
        trend.caption,
        "Price (riel a kilogram), Battambang: over time (Count)"
    );
    let unfiltered = jangkau::scene::Figures::unfiltered(&cube);
    let figures = (&opened.figures, &unfiltered);
    let compared = compare(&cube, &opened.view, figures, opened.words).unwrap();
    assert!(
        compared.caption.contains("Price (riel a kilogram)"),
        "{}",
        compared.caption
    );
    let labels: Vec<&str> = compared
        .dimensions
        .iter()
        .map(|(label, _)| &**label)
        .collect();
    assert!(!labels.contains(&"Measure"), "{labels:?}");
}

#[test]
fn a_measure_of_which_no_flag_is_given_tells_none() {
    // Visits of 2022 are provisional; of nurses the file writes an empty status.
    let flagged = |link: &str| {
        let opened = Opened::new(&HEALTH, link);
        let lines = told(&HEALTH, &opened.view, &opened.figures, opened.words);
        let flags = lines.into_iter().filter(|line| line.dimension.is_none());
        flags.map(|line| line.text).collect::<Vec<String>>()
    };
    let provisional = "Flagged in the file: provisional (P)";
    assert_eq!(flagged("/en/x/?measure=visits"), [provisional]);
    let missing = "Not available: 1 of the 12 cells behind this figure";
    assert_eq!(flagged("/en/x/?measure=nurses"), [missing]);
}

#[test]
fn the_flags_of_a_figure_stand_wherever_it_stands() {
    let opened = Opened::new(&HEALTH, "/en/x/n1/");
    let table = opened.table();
    let row = table.rows.iter().find(|row| code(row) == "n1").unwrap();
    assert_eq!(cell(&table, row, Column::Value).0, "2,400 (P)");
    // Of 2021 nothing is flagged.
    let lines = trend(&HEALTH, &opened.view, opened.words).unwrap().lines;
    assert_eq!(lines[0].texts, ["1,200", "2,400 (P)"]);
    let years = opened.bars("year").bars;
    let values: Vec<&str> = years.iter().map(|bar| &*bar.value).collect();
    assert_eq!(values, ["1,200", "2,400 (P)"]);
    let scene = opened.map();
    let line = place_line(&HEALTH, &scene, opened.view.place.unwrap().at, opened.words);
    assert!(line.ends_with(", provisional (P)"), "{line}");
    let note = flags_note(&HEALTH, opened.words).unwrap();
    assert_eq!(note, "Letters after figures: P: provisional.");
}

#[test]
fn figures_have_the_decimals_that_are_declared() {
    // Half of 12.
    let opened = Opened::new(&HEALTH, "/en/x/n1/?measure=nurses&year=2021");
    assert!(
        opened.sentence().starts_with("6.0 "),
        "{}",
        opened.sentence()
    );
    let nurses = opened.ranking();
    assert!(
        nurses.bars.iter().all(|bar| bar.text.contains('.')),
        "{nurses:?}"
    );
}

#[test]
fn what_figures_are_to_be_multiplied_by_is_said_where_the_unit_does_not_say_it() {
    let name = |unit: serde_json::Value| {
        let mut file = json!({
            "version": "2.0", "class": "dataset", "label": "People", "id": ["m"], "size": [1],
            "role": {"metric": ["m"]},
            "dimension": {"m": {"category": {"index": ["a"], "label": {"a": "Population"}}}},
            "value": [420],
        });
        file["dimension"]["m"]["category"]["unit"] = json!({"a": unit});
        Opened::new(&read(file.to_string().as_bytes()), "/en/x/").sentence()
    };
    let thousand = json!({"label": "persons", "multiplier": 3});
    assert_eq!(name(thousand), "420 (population, persons × 1,000)");
    let said = json!({"label": "thousand persons", "multiplier": 3});
    assert_eq!(name(said), "420 (population, thousand persons)");
}

#[test]
fn what_is_counted_is_said_once_in_the_words_of_its_publisher() {
    let trained = |unit: &str, extension: serde_json::Value| {
        let file = json!({
            "version": "2.0", "class": "dataset", "label": "Training", "extension": extension,
            "id": ["sex", "measure"], "size": [2, 1], "role": {"metric": ["measure"]},
            "dimension": {
                "sex": {"label": "Sex", "category": {"index": ["F", "M"], "label": {"F": "Women", "M": "Men"}}},
                "measure": {"category": {"index": ["n"], "label": {"n": "People trained"}, "unit": {"n": {"label": unit, "type": "count"}}}},
            },
            "value": [40, 60],
        });
        let cube = read(file.to_string().as_bytes());
        Opened::new(&cube, "/en/x/?sex=F").sentence()
    };
    let noun = json!({"noun": {"en": {"one": "trainee", "many": "trainees"}}});
    assert_eq!(trained("", noun.clone()), "40 trainees (sex: Women)");
    // Its unit says more, and without a noun the measure is all that says it.
    assert_eq!(
        trained("FTE", noun),
        "40 trainees (people trained, FTE; sex: Women)"
    );
    assert_eq!(trained("", json!({})), "40 (people trained; sex: Women)");
}
