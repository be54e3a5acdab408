//! Rows in sections below lines that hold only a label.

use jangkau::cube::Role;
use jangkau::tabular::{Answers, Table, TableFile, table_from_bytes, table_from_files};

use super::across::{grave, shape, values};

fn read(text: &str) -> Table {
    table_from_bytes("wells.csv", text.as_bytes(), &Answers::default())
}

#[track_caller]
fn check(text: &str, dimensions: &[&str], first: &[f64]) -> Table {
    let table = read(text);
    let cube = super::workbook::cube(table.clone());
    let shape = shape(&cube);
    assert_eq!(shape[..dimensions.len()], *dimensions);
    assert_eq!(values(&cube)[..first.len()], *first);
    table
}

#[test]
fn the_same_rows_below_each_label_make_a_dimension() {
    let table = check(
        "Area,2021,2022\nMale,,\nNorth,50,60\nSouth,70,80\nFemale,,\nNorth,90,95\nSouth,30,35\n",
        &["Area: North South", "Sex: Male Female", "Period: 2021 2022"],
        &[50.0, 60.0, 90.0, 95.0, 70.0, 80.0, 30.0, 35.0],
    );
    assert!(
        table
            .account
            .read
            .contains("2 sections, a column of their labels"),
        "{}",
        table.account.read
    );
    assert_eq!(table.tally.figures, 8);
    // One field a line, and years.
    let table = check(
        "Wells by area\n\nArea,Deep,Shallow\n2021\nNorth,50,60\nSouth,70,80\n\n2022\nNorth,90,95\nSouth,30,35\n",
        &["Area: North South", "Period: 2021 2022"],
        &[50.0, 60.0, 90.0, 95.0, 70.0, 80.0, 30.0, 35.0],
    );
    assert_eq!(table.cube.unwrap().dimensions()[1].role(), Role::Time);
    // Anything else; a section that goes on on another page.
    check(
        "Area,2021,2022\nDeep wells,,\nNorth,50,60\nPage 2,,\nDeep wells,,\nSouth,70,80\nShallow wells,,\nNorth,90,95\n\
         South,30,35\n",
        &["Area: North South", "Category: Deep wells Shallow wells"],
        &[50.0, 60.0, 90.0, 95.0, 70.0, 80.0],
    );
}

#[test]
fn a_label_may_stand_in_the_heading_of_each_section() {
    check(
        "Male,2021,2022\nNorth,50,60\nSouth,70,80\nFemale,2021,2022\nNorth,90,95\nSouth,30,35\n",
        &[
            "Column 1: North South",
            "Sex: Male Female",
            "Period: 2021 2022",
        ],
        &[50.0, 60.0, 90.0, 95.0, 70.0, 80.0, 30.0, 35.0],
    );
    check(
        "Male,,\nArea,2021,2022\nNorth,50,60\nSouth,70,80\nFemale,,\nArea,2021,2022\nNorth,90,95\nSouth,30,35\n",
        &["Area: North South", "Sex: Male Female", "Period: 2021 2022"],
        &[50.0, 60.0, 90.0, 95.0],
    );
}

#[test]
fn a_heading_that_names_what_is_measured_is_asked_for() {
    let text =
        "Births,2021,2022\nNorth,50,60\nSouth,70,80\nDeaths,2021,2022\nNorth,9,15\nSouth,30,35\n";
    assert_eq!(grave(&read(text)), ["sections line 1 x1"]);
    let text = "Births,,\nArea,2021,2022\nNorth,50,60\nSouth,70,80\nDeaths,,\nArea,2021,2022\nNorth,9,15\n\
                South,30,35\n";
    let found = grave(&read(text));
    assert!(
        found.iter().any(|it| it.starts_with("second-table")),
        "{found:?}"
    );
}

#[test]
fn groups_with_rows_of_their_own_are_no_sections() {
    let text = "Area,2021,2022\nCoast,,\nMombasa,50,60\nKwale,70,80\nCentral,,\nKiambu,90,95\nNyeri,30,35\n";
    check(
        text,
        &["Area: Mombasa Kwale Kiambu Nyeri", "Period: 2021 2022"],
        &[50.0, 60.0, 70.0],
    );
}

#[test]
fn rows_that_do_not_stand_below_each_label_are_asked_for() {
    let text =
        "Area,2021,2022\nMale,,\nNorth,50,60\nSouth,70,80\nFemale,,\nNorth,90,95\nTotal,210,235\n";
    let table = read(text);
    assert_eq!(grave(&table), ["sections line 2 x2"]);
    let found = table.findings.sorted()[0].to_string();
    assert!(
        found.contains("(Male, Female)")
            && found.contains("\"South\" below \"Male\", \"Total\" below \"Female\"")
            && found.contains("accept = [\"sections\"]"),
        "{found}"
    );
    assert_eq!(
        shape(&table.cube.unwrap())[..2],
        ["Area: North South Total", "Sex: Male Female"]
    );
}

#[test]
fn sections_of_several_files_are_one_column() {
    let year = |first: u32| {
        format!(
            "Area,Deep,Shallow\nMale,,\nNorth,{first},60\nSouth,70,80\nFemale,,\nNorth,90,95\nSouth,30,35\n"
        )
    };
    let (one, other) = (year(50), year(51));
    let files = [("wells-2021.csv", &one), ("wells-2022.csv", &other)];
    let files = files.map(|(name, text)| TableFile {
        name,
        bytes: text.as_bytes(),
    });
    let table = table_from_files("wells", &files, &Answers::default());
    let cube = super::workbook::cube(table);
    assert_eq!(
        shape(&cube)[..3],
        ["Period: 2021 2022", "Area: North South", "Sex: Male Female"]
    );
}
