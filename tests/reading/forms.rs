//! The forms of a file: one dataset or several, of JSON-stat 2.0 and of before, and those that hold
//! no figure.

use jangkau::cube::{Cube, Dimension, Figure, Role};
use jangkau::formats::{FormatError, Limits, Opened, open, open_dataset};
use serde_json::{Value, json};

use super::opened;

/// A dataset of before 2.0: one place, two years.
fn before_2(first: u32) -> Value {
    json!({
        "label": "Wells", "source": "Made", "updated": "2012-09-27",
        "value": {"1": first + 1, "0": first}, "status": {"1": "e"},
        "dimension": {
            "year": {"category": {"index": {"2012": 1, "2011": 0}}},
            "area": {"label": "Area", "category": {"label": {"n1": "North"}}},
            "id": ["area", "year"], "size": [1, 2],
            "role": {"time": ["year", null], "geo": null}
        }
    })
}

/// A dataset as it stands in a collection of 2.0, without a version of its own.
fn embedded(label: &str, figure: u32) -> Value {
    json!({
        "class": "dataset", "label": label, "id": ["a"], "size": [1],
        "dimension": {"a": {"category": {"index": ["x"]}}}, "value": [figure]
    })
}

fn collection(items: &[Value]) -> Value {
    json!({"version": "2.0", "class": "collection", "label": "List", "link": {"item": items}})
}

fn choose(file: &Value, choice: &str) -> Result<Cube, FormatError> {
    open_dataset(file.to_string().as_bytes(), Some(choice), &Limits::PAGE)
}

#[track_caller]
fn check_refused(file: &Value, expected: &str) {
    let error = opened(file.to_string().as_bytes()).unwrap_err();
    assert_eq!(error.to_string(), expected);
}

#[track_caller]
fn check_first(cube: &Cube, expected: u32) {
    assert_eq!(cube.observation(0), Figure::Number(f64::from(expected)));
}

#[test]
fn a_dataset_of_before_2_is_read_alone_and_under_any_name() {
    for file in [
        before_2(7),
        json!({"dataset": before_2(7)}),
        json!({"Pets": before_2(7)}),
        json!({"note": "Made", "Pets": before_2(7), "link": [1, 2]}),
    ] {
        let cube = opened(file.to_string().as_bytes()).unwrap();
        check_first(&cube, 7);
        assert_eq!(cube.observation(1), Figure::Number(8.0));
        let roles: Vec<Role> = cube.dimensions().iter().map(Dimension::role).collect();
        assert_eq!(roles, [Role::Geo, Role::Time]);
        let area = cube.members(cube.axis("area").unwrap());
        assert_eq!(area.iter().next().unwrap().1.label().own(), "North");
        assert_eq!(cube.metadata().source.as_ref().unwrap().own(), "Made");
    }
}

#[test]
fn of_several_datasets_one_is_chosen_by_its_name_or_number() {
    let bundle = json!({"oecd": before_2(1), "2": before_2(5), "canada": before_2(3)});
    let Opened::Several(several) = open(bundle.to_string().as_bytes(), &Limits::PAGE).unwrap()
    else {
        panic!("several datasets were expected");
    };
    assert!(several.names().eq(["oecd", "2", "canada"]));
    check_refused(
        &bundle,
        "the file holds 3 datasets: 1 \"oecd\", 2 \"2\", 3 \"canada\"; choose one by its name or \
         number",
    );
    for (choice, figure) in [("oecd", 1), ("canada", 3), ("1", 1), ("2", 5), ("3", 3)] {
        check_first(&choose(&bundle, choice).unwrap(), figure);
    }
    for choice in ["0", "4", "-1", "", "Oecd"] {
        let expected = format!(
            "\"{choice}\" is not the name of one dataset of the file, which holds 1 \"oecd\", 2 \
             \"2\", 3 \"canada\""
        );
        assert_eq!(choose(&bundle, choice).unwrap_err().to_string(), expected);
    }
}

#[test]
fn a_collection_is_read_for_the_datasets_that_it_embeds() {
    let link = json!({"class": "dataset", "label": "Far", "href": "far.json"});
    let list = collection(&[embedded("A", 1), link, embedded("B", 2), embedded("B", 3)]);
    check_refused(
        &list,
        "the file holds 3 datasets: 1 \"A\", 2 \"B\", 3 \"B\"; choose one by its name or number",
    );
    check_first(&choose(&list, "A").unwrap(), 1);
    check_first(&choose(&list, "3").unwrap(), 3);
    assert!(matches!(
        choose(&list, "B"),
        Err(FormatError::NotOneOf { .. })
    ));
}

#[test]
fn the_only_dataset_needs_no_choice_and_takes_its_own() {
    let bundle = json!({"Pets": before_2(7)});
    let alone = before_2(7);
    for (file, choice) in [
        (&bundle, "Pets"),
        (&bundle, "1"),
        (&alone, "1"),
        (&alone, "Wells"),
    ] {
        check_first(&choose(file, choice).unwrap(), 7);
    }
    for file in [bundle, alone] {
        assert!(matches!(
            choose(&file, "x"),
            Err(FormatError::NotOneOf { .. })
        ));
    }
}

#[test]
fn a_fault_is_named_with_the_dataset_in_which_it_stands() {
    let with = |path: &str, value: Value| {
        let mut file = json!({"Pets": before_2(7)});
        *file.pointer_mut(path).unwrap() = value;
        file
    };
    check_refused(
        &with("/Pets/dimension/size", json!([2])),
        "Pets.dimension.size: expected 2 sizes, one a dimension, found an array of 1",
    );
    check_refused(
        &with("/Pets/value", json!([1])),
        "Pets.value: expected 2 cells, as the sizes make, found 1",
    );
    check_refused(
        &with("/Pets/status", json!({"2": "e"})),
        "Pets.status: expected cells 0 to 1, found cell 2",
    );
    let mut broken = embedded("A", 1);
    broken["size"] = json!([2]);
    check_refused(
        &collection(&[json!(null), broken]),
        "link.item[1].dimension.a.category.index: expected 2 categories, as \"size\" says, found 1",
    );
    let twice = json!({"Pets": before_2(7)}).to_string();
    let twice = twice.replacen('{', r#"{"Pets": {"dimension": {"id": []}}, "#, 1);
    let error = opened(twice.as_bytes()).unwrap_err();
    assert_eq!(error.to_string(), "the file: the key \"Pets\" stands twice");
}

#[test]
fn of_more_places_than_are_named_the_named_ones_are_read() {
    let mut file = before_2(7);
    file["dimension"]["size"] = json!([8965, 2]);
    check_first(&opened(file.to_string().as_bytes()).unwrap(), 7);
    file["value"]["2"] = json!(9);
    check_refused(&file, "value: expected cells 0 to 1, found cell 2");
    file["value"] = json!([7, 8]);
    check_refused(
        &file,
        "dimension.area.category: expected 8965 categories, as \"size\" says, found 1",
    );
}

#[test]
fn a_file_without_figures_is_refused_with_where_they_are() {
    let metadata = "metadata without figures: ask the publisher's site for the data of the table, \
                    as JSON-stat";
    let mut file = before_2(7);
    file["value"] = json!(null);
    check_refused(&file, &format!("the file: {metadata}"));
    check_refused(
        &json!({"a": file, "b": file}),
        &format!("the file: {metadata}"),
    );
    let link = |href: Value| json!({"class": "dataset", "label": "Far", "href": href});
    check_refused(
        &collection(&[link(json!(null)), link(json!("https://far.example/1.json"))]),
        "the file: a list of links to datasets, without figures: open one of the files it names \
         (first: https://far.example/1.json)",
    );
    check_refused(
        &collection(&[link(json!(null))]),
        "the file: a list of links to datasets, without figures: open one of the files it names",
    );
}

#[test]
fn more_datasets_than_are_taken_are_refused() {
    let items: Vec<Value> = (0..101).map(|figure| embedded("A", figure)).collect();
    check_refused(
        &collection(&items),
        "the file: 101 datasets, at most 100 are taken",
    );
    let error = opened(collection(&items[..100]).to_string().as_bytes()).unwrap_err();
    assert!(error.to_string().contains("20 \"A\" and 80 more; choose"));
}
