//! JSON-stat as offices write it: every form that is read.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on stops")]

mod support {
    pub(crate) mod plain_file;
}

use jangkau::cube::{
    CatIx, Cube, Decimals, Dimension, Figure, Gap, Interval, NounForms, Role, Selection, Unit,
    Values, linked,
};
use jangkau::formats::Limits;
use jangkau::formats::json_stat::{bytes_from_cube, cube_from_bytes};
use serde_json::{Value, json};
use support::plain_file::{check_refused, plain, read, with};

#[track_caller]
fn cube(changes: &[(&str, Value)]) -> Cube {
    read(&with(changes)).unwrap()
}

#[track_caller]
fn check_cells(changes: &[(&str, Value)], expected: &[Figure]) {
    let cube = cube(changes);
    let found: Vec<Figure> = (0..cube.shape().cells())
        .map(|cell| cube.observation(cell))
        .collect();
    assert_eq!(found, expected);
}

/// What a publisher says of figures that can be added.
fn sums() -> (&'static str, Value) {
    ("extension", json!({"aggregation": "sum"}))
}

#[test]
fn a_plain_file_is_read_with_its_roles_and_labels() {
    let cube = cube(&[]);
    let roles: Vec<Role> = cube.dimensions().iter().map(Dimension::role).collect();
    assert_eq!(roles, [Role::Time, Role::Geo]);
    assert_eq!(cube.values(), &Values::Whole(vec![1, 2, 3, 4, 5, 6]));
    let place = cube.members(cube.axis("place").unwrap());
    assert_eq!(place.get(CatIx(1)).label().own(), "B");
    let year = cube.members(cube.axis("year").unwrap());
    assert_eq!(
        year.get(CatIx(1)).label().own(),
        "2021",
        "a code stands for a label"
    );
    // Nothing says that its figures can be added: there is none for all places.
    assert_eq!(
        linked(&cube, &Selection::all()).total(),
        Figure::NotAdditive
    );
    let cube = self::cube(&[sums()]);
    assert_eq!(
        linked(&cube, &Selection::all()).total(),
        Figure::Number(21.0)
    );
}

#[test]
fn a_byte_order_mark_is_passed_over() {
    let bytes = format!("\u{feff}{}", plain());
    assert!(cube_from_bytes(bytes.as_bytes(), &Limits::PAGE).is_ok());
}

#[test]
fn values_may_be_sparse() {
    let [one, six] = [1.5, 6.0].map(Figure::Number);
    let rest = [Figure::Missing; 4];
    let expected = [&[one][..], &rest, &[six]].concat();
    check_cells(&[("value", json!({"0": 1.5, "5": 6}))], &expected);
    check_cells(
        &[("value", json!({"5": 6, "0": 1.5, "3": null}))],
        &expected,
    );
    check_cells(
        &[("value", json!([1.5, null, null, null, null, 6]))],
        &expected,
    );
}

#[test]
fn a_status_may_be_one_for_all_a_list_or_by_cell() {
    let letters = |status: Value| {
        let cube = cube(&[("status", status)]);
        let letter = |cell| {
            cube.statuses()
                .get(cell)
                .map_or("", |status| status.as_str())
                .to_owned()
        };
        (0..6).map(letter).collect::<Vec<_>>().join(",")
    };
    assert_eq!(letters(json!("E")), "E,E,E,E,E,E");
    assert_eq!(letters(json!(["E"])), "E,E,E,E,E,E");
    assert_eq!(letters(json!(["E", null, "P", "E", "E", ""])), "E,,P,E,E,");
    assert_eq!(letters(json!({"4": "P", "1": "x y"})), ",x y,,,P,");
    assert_eq!(letters(json!(null)), ",,,,,");
}

#[test]
fn what_a_status_hides_is_said_by_its_text_by_the_file_or_by_the_office_s_custom() {
    let gap = |status: &str, extension: Value| {
        let changes = [
            ("value", json!([0, null, null, null, null, 1])),
            ("status", json!({"1": status})),
            ("extension", extension),
        ];
        let cube = cube(&changes);
        let again = cube_from_bytes(&bytes_from_cube(&cube), &Limits::PAGE).unwrap();
        assert_eq!(again.gap(1), cube.gap(1), "{status}");
        cube.gap(1).unwrap()
    };
    let hidden = |low, high| Gap::Suppressed(Interval { low, high });
    let any = Gap::Suppressed(Interval::UNBOUNDED);
    let bounds = json!({"bounds": {"s": [0, 9], "<5": [0, 4], "x": null}});
    assert_eq!(gap("<5", json!({})), hidden(1.0, 4.0));
    assert_eq!(gap("<5", bounds.clone()), hidden(0.0, 4.0));
    assert_eq!(gap("s", bounds.clone()), hidden(0.0, 9.0));
    assert_eq!(gap("x", bounds), any);
    // Of a rate a limit may hide anything, and of figures in thousands.
    for unit in [
        json!({"label": "%"}),
        json!({"label": "thousand persons"}),
        json!({"decimals": 1}),
    ] {
        let mut file = with(&[
            ("value", json!([0, null, 3, 4, 5, 1])),
            ("status", json!({"1": "<5"})),
        ]);
        file["role"]["metric"] = json!(["place"]);
        file["dimension"]["place"]["category"]["unit"] = json!({"a": unit});
        assert_eq!(read(&file).unwrap().gap(1), Some(any), "{unit}");
    }
    let broken = [
        ("value", json!([0, null, 0.5, 4, 5, 1])),
        ("status", json!({"1": "<5"})),
    ];
    assert_eq!(cube(&broken).gap(1), Some(any));
    // Only a table of PxWeb hides behind a colon, and counts a dot as nothing.
    assert_eq!(gap(":", json!({})), Gap::Missing);
    assert_eq!(gap(":", json!({"px": {}})), any);
    assert_eq!(gap(".", json!({"px": {}})), Gap::CannotExist);
    for wrong in [json!([4, 1]), json!([1]), json!(4), json!(["1", 4])] {
        let file = with(&[("extension", json!({"bounds": {"s": wrong}}))]);
        let error = read(&file).unwrap_err();
        assert!(
            error.to_string().starts_with("extension.bounds.s"),
            "{error}"
        );
    }
}

#[test]
fn zero_missing_and_suppressed_are_three_things() {
    let changes = [
        ("value", json!([0, null, null, null, null, 1])),
        ("status", json!({"1": "Q", "2": "O", "3": "M"})),
    ];
    let cube = cube(&changes);
    let gaps: Vec<Option<Gap>> = (0..6).map(|cell| cube.gap(cell)).collect();
    let (none, missing) = (None, Some(Gap::Missing));
    let (suppressed, never) = (
        Some(Gap::Suppressed(Interval::UNBOUNDED)),
        Some(Gap::CannotExist),
    );
    assert_eq!(gaps, [none, suppressed, missing, never, missing, none]);
    let zero = Figure::Number(0.0);
    let one = Figure::Number(1.0);
    check_cells(
        &changes,
        &[
            zero,
            Figure::Suppressed,
            Figure::Missing,
            zero,
            Figure::Missing,
            one,
        ],
    );
}

#[test]
fn an_index_may_be_an_object_in_any_order() {
    let path = "dimension.place.category.index";
    let expected = cube(&[]);
    assert_eq!(cube(&[(path, json!({"c": 2, "a": 0, "b": 1}))]), expected);
    assert_eq!(
        cube(&[(path, json!({"c": "2", "a": "0", "b": "1"}))]),
        expected
    );
    check_refused(
        &[(path, json!({"a": 0, "b": 1, "c": 1}))],
        "dimension.place.category.index.c: expected positions from 0, each once, found 1",
    );
    check_refused(
        &[(path, json!({"a": 0, "b": 1, "c": 3}))],
        "dimension.place.category.index.c: expected positions from 0, each once, found 3",
    );
}

#[test]
fn sizes_may_be_texts() {
    assert_eq!(cube(&[("size", json!(["2", " 3 "]))]), cube(&[]));
    check_refused(
        &[("size", json!([2, "three"]))],
        "size[1]: expected a whole number, found \"three\"",
    );
    check_refused(
        &[("size", json!([2, -3]))],
        "size[1]: expected a whole number, found -3",
    );
    check_refused(
        &[("size", json!([2, 1.5]))],
        "size[1]: expected a whole number, found 1.5",
    );
}

#[test]
fn a_single_category_needs_no_index() {
    let one = json!({"label": "Place", "category": {"label": {"only": "Only"}}});
    let cube = cube(&[
        ("size", json!([6, 1])),
        ("dimension.place", one),
        (
            "dimension.year.category.index",
            json!(["1", "2", "3", "4", "5", "6"]),
        ),
    ]);
    assert_eq!(
        cube.members(cube.axis("place").unwrap())
            .get(CatIx(0))
            .code()
            .as_str(),
        "only"
    );
}

#[test]
fn a_noun_has_the_forms_of_its_language_or_one_and_many_as_before() {
    let said = |noun: Value| cube(&[("extension", json!({"lang": "en", "noun": noun}))]);
    let legacy = said(json!({
        "en": {"one": "well", "many": "wells"}, "fr": {"one": "puits", "many": "puits"}
    }));
    let noun = legacy.metadata().noun.as_ref().unwrap();
    let forms = NounForms::new("wells").with("one", "well");
    assert_eq!(noun.own(), &forms);
    assert_eq!(noun.in_lang("fr").several(), "puits");
    // It is written as it was.
    let text = String::from_utf8(bytes_from_cube(&legacy)).unwrap();
    let expected = "\"en\":{\"one\":\"well\",\"many\":\"wells\"}";
    assert!(text.contains(expected), "{text}");
    let six = said(json!({
        "en": {"one": "well", "other": "wells"}, "id": {"other": "sumur"},
        "ar": {"one": "بئر", "two": "بئران", "few": "آبار", "many": "بئرًا", "other": "بئر", "lots": "-"}
    }));
    let noun = six.metadata().noun.as_ref().unwrap();
    assert_eq!(noun.own(), &forms);
    let arabic = noun.in_lang("ar");
    let found = NounForms::CATEGORIES.map(|category| arabic.form(category));
    assert_eq!(found, ["بئر", "بئر", "بئران", "آبار", "بئرًا", "بئر"]);
    assert_eq!(arabic.several(), "آبار");
    assert_eq!(noun.in_lang("id").form("one"), "sumur");
    let again = cube_from_bytes(&bytes_from_cube(&six), &Limits::PAGE).unwrap();
    assert_eq!(again.metadata().noun.as_ref(), Some(noun));
    let noun = |noun: Value| [("extension", json!({"noun": {"en": noun}}))];
    for (wrong, expected) in [
        (json!({"one": "well"}), "extension.noun.en.many"),
        (json!({"many": "wells"}), "extension.noun.en.one"),
    ] {
        let error = read(&with(&noun(wrong))).unwrap_err().to_string();
        assert!(error.starts_with(expected), "{error}");
    }
}

#[test]
fn parts_of_a_category_are_not_added_to_it() {
    let cube = cube(&[
        ("dimension.place.category.child", json!({"a": ["b", "c"]})),
        sums(),
    ]);
    assert_eq!(
        linked(&cube, &Selection::all()).total(),
        Figure::Number(5.0)
    );
    check_refused(
        &[("dimension.place.category.child", json!({"a": ["b", "x"]}))],
        "dimension.place.category.child: \"place\" has no category \"x\"",
    );
    check_refused(
        &[(
            "dimension.place.category.child",
            json!({"a": ["b"], "b": ["a"]}),
        )],
        "dimension.place.category.child: category \"a\" of \"place\" is a part of itself or of two others",
    );
}

#[test]
fn a_total_beside_its_parts_stands_for_them() {
    let cube = cube(&[
        ("dimension.place.extension", json!({"total": "a"})),
        ("value", json!([6, 2, 3, 99, 5, 6])),
        sums(),
    ]);
    assert_eq!(
        linked(&cube, &Selection::all()).total(),
        Figure::Number(105.0)
    );
}

#[test]
fn measures_of_different_units_are_never_added() {
    let cube = cube(&[
        sums(),
        ("role", json!({"metric": ["place"], "time": ["year"]})),
        (
            "dimension.place.category.unit",
            json!({"a": {"label": "jam", "decimals": 1}, "b": {}}),
        ),
    ]);
    assert_eq!(
        linked(&cube, &Selection::all()).total(),
        Figure::Number(5.0)
    );
    let place = cube.members(cube.axis("place").unwrap());
    assert_eq!(
        [0, 1].map(|at| place.get(CatIx(at)).unit().map(Unit::text)),
        [Some("jam"), None]
    );
}

#[test]
fn odd_ids_and_codes_are_taken_as_they_stand() {
    let file = json!({
        "version": "2.0", "class": "dataset", "id": ["id", "2", "M+K ~ é"], "size": [1, 1, 2],
        "dimension": {
            "id": {"category": {"index": ["-"]}},
            "2": {"category": {"index": {"": 0}}},
            "M+K ~ é": {"category": {"index": ["M+K", "a.b[0]"]}}
        },
        "value": {"0": 1, "1": 2}
    });
    let cube = read(&file).unwrap();
    let last = cube.members(cube.axis("M+K ~ é").unwrap());
    assert_eq!(last.position("a.b[0]"), Some(CatIx(1)));
    assert!(cube.axis("id").is_some());
}

#[test]
fn a_file_at_the_limit_of_categories_is_read_in_a_moment() {
    let codes: Vec<String> = (0..50_000).map(|at| format!("c{at}")).collect();
    let table = |text: &str| -> Value {
        codes
            .iter()
            .map(|code| (code.clone(), json!(text)))
            .collect()
    };
    let file = json!({
        "version": "2.0", "class": "dataset", "id": ["place"], "size": [50_000],
        "dimension": {"place": {
            "category": {
                "index": codes, "label": table("Place"),
                "extension": {"labels": {"en": table("Place")}, "codes": {"BPS": table("7")}}
            },
            "extension": {"groupings": [{
                "id": "same", "categories": table("Group"),
                "of": codes.iter().map(|code| (code.clone(), json!(code))).collect::<Value>()
            }]}
        }},
        "value": vec![1; 50_000],
        "extension": {"aggregation": "sum"}
    });
    let start = std::time::Instant::now();
    let cube = read(&file).unwrap();
    assert_eq!(
        linked(&cube, &Selection::all()).total(),
        Figure::Number(50_000.0)
    );
    assert!(start.elapsed().as_secs() < 10, "{:?}", start.elapsed());
}

#[test]
fn a_sum_has_the_decimals_of_the_data() {
    let total = |values: Value| {
        let cube = cube(&[("value", values), sums()]);
        linked(&cube, &Selection::all()).total()
    };
    assert_eq!(total(json!([0.1, 0.2, 0, 0, 0, 0])), Figure::Number(0.3));
    assert_eq!(total(json!([0.1, 0.2, -0.3, 0, 0, 0])), Figure::Number(0.0));
    assert_eq!(
        total(json!([1.005, 2.5, 0, 0, 0, 1000])),
        Figure::Number(1003.505)
    );
    // Of numbers that are no decimals, the sum is what floats make of them.
    assert_eq!(
        total(json!([1.0 / 3.0, 0.1, 0.2, 0, 0, 0])),
        Figure::Number(1.0 / 3.0 + 0.1 + 0.2)
    );
}

#[test]
fn a_measure_has_the_decimals_that_it_declares() {
    let unit =
        json!({"a": {"label": "m", "decimals": 1}, "b": {"decimals": "0"}, "c": {"label": "%"}});
    let cube = cube(&[
        sums(),
        ("role", json!({"time": ["year"], "metric": ["place"]})),
        ("dimension.place.category.unit", unit),
        ("value", json!([0.14, 2.5, 0.01, 0.22, 3.0, 0.005])),
    ]);
    let metric = cube.axis("place").unwrap();
    let declared = cube.members(metric).iter().map(|(_, it)| it.decimals());
    let declared: Vec<_> = declared.map(|it| it.map(Decimals::count)).collect();
    assert_eq!(declared, [Some(1), Some(0), None]);
    let answer = linked(&cube, &Selection::all());
    let expected = [0.4, 6.0, 0.015].map(Figure::Number);
    assert!(answer.marginal(metric).figures().eq(expected));
    // The total is that of the first measure; its years have its decimals.
    assert_eq!(answer.total(), Figure::Number(0.4));
    let year = answer.marginal(cube.axis("year").unwrap());
    assert!(year.figures().eq([0.1, 0.2].map(Figure::Number)));
    // The values stay what they are.
    assert_eq!(cube.observation(0), Figure::Number(0.14));
    let again = cube_from_bytes(&bytes_from_cube(&cube), &Limits::PAGE);
    assert_eq!(again, Ok(cube));
}

#[test]
fn whom_to_ask_when_the_next_release_is_due_what_time_and_what_is_meant_are_read() {
    let extension = json!({
        "contact": [{"name": "Ada Lind", "mail": "ada@office.example", "phone": "+99 1"}, "The office", {"raw": "Box 7"}],
        "px": {"nextUpdate": "2027-03-01"},
    });
    let mut file = with(&[("extension", extension)]);
    file["role"]["metric"] = json!(["place"]);
    file["dimension"]["place"]["extension"] = json!({"refperiod": {"b": "31 December"}});
    file["dimension"]["place"]["note"] = json!(["Where they live", {"en": "Since 2020"}]);
    let cube = read(&file).unwrap();
    let again = cube_from_bytes(&bytes_from_cube(&cube), &Limits::PAGE).unwrap();
    for cube in [&cube, &again] {
        let contact: Vec<&str> = cube
            .metadata()
            .contact
            .iter()
            .map(jangkau::cube::Label::own)
            .collect();
        assert_eq!(
            contact,
            ["Ada Lind, ada@office.example, +99 1", "The office", "Box 7"]
        );
        assert_eq!(cube.metadata().next_update.as_deref(), Some("2027-03-01"));
        let place = cube.members(cube.axis("place").unwrap());
        let at = place.position("b").unwrap();
        assert_eq!(place.get(at).reference_period(), Some("31 December"));
        let axis = cube.axis("place").unwrap();
        let notes = cube.dimension(axis.dimension()).notes().iter();
        let notes: Vec<&str> = notes.map(jangkau::cube::Label::own).collect();
        assert_eq!(notes, ["Where they live", "Since 2020"]);
    }
}
