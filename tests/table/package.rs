//! A data package: its table is read as its schema says.

use jangkau::cube::{Cube, DimIx};
use jangkau::tabular::{
    Answers, DataPackage, Gravity, Table, TableFile, Tally, cube_from_package, table_from_bytes,
};

use super::opened::{codes, names};
use super::workbook::{check_found, cube};

/// The table of a package whose files are given.
fn read(package: &str, files: &[(&str, &[u8])]) -> Table {
    let (package, findings) = DataPackage::from_bytes("datapackage.json", package.as_bytes(), None);
    assert!(findings.can_be_published(), "{findings:?}");
    let files: Vec<TableFile<'_>> = (files.iter())
        .map(|(name, bytes)| TableFile { name, bytes })
        .collect();
    let read = cube_from_package(&package.unwrap(), &files, &Answers::default());
    Table {
        cube: read.cube,
        findings: read.findings,
        tally: Tally::default(),
        account: read.account,
    }
}

const PACKAGE: &str = r#"{
    "name": "grants", "title": "Grants by area", "description": "Who was granted what.",
    "licenses": [{"name": "CC-BY-4.0", "title": "Creative Commons Attribution 4.0"}],
    "sources": [{"title": "Office of Grants", "path": "https://office.example"}],
    "resources": [
        {"name": "grants", "path": "data/grants.csv", "encoding": "windows-1252",
         "dialect": {"delimiter": ";", "commentChar": "!"},
         "schema": {
            "fields": [
                {"name": "area", "title": "Area", "type": "integer"},
                {"name": "year", "title": "Year", "type": "year"},
                {"name": "sum", "title": "Sum of grants", "type": "number", "decimalChar": ",",
                 "groupChar": ".", "description": "In thousands."}
            ],
            "missingValues": ["", "-9999"],
            "primaryKey": ["area", "year"],
            "foreignKeys": [{"fields": "area", "reference": {"resource": "areas", "fields": "code"}}]
         }},
        {"name": "areas", "path": "areas.csv", "schema": {"fields": [
            {"name": "code", "type": "integer"}, {"name": "name", "type": "string"}
        ]}}
    ]
}"#;

const GRANTS: &[u8] =
    b"! exported\narea;year;sum\n1;2021;1.234\n1;2022;-9999\n2;2021;62,5\n2;2022;53\n";
const AREAS: &[u8] = b"code,name\n1,Nord\n2,Sud\n3,Est\n";

fn sums(cube: &Cube) -> Vec<f64> {
    (0..cube.shape().cells())
        .map(|cell| cube.values().get(cell))
        .collect()
}

#[test]
fn a_schema_tells_codes_figures_and_what_is_missing() {
    let table = read(
        PACKAGE,
        &[("data/grants.csv", GRANTS), ("areas.csv", AREAS)],
    );
    let cube = cube(table.clone());
    assert_eq!(
        (codes(&cube, 0), names(&cube, 0, "en")),
        (vec!["1", "2"], vec!["Nord", "Sud"])
    );
    assert_eq!(cube.dimension(DimIx(0)).label().own(), "Area");
    assert_eq!(codes(&cube, 1), ["2021", "2022"]);
    // A point is one between thousands, as the schema says, and -9999 is no figure.
    let found = sums(&cube);
    assert_eq!((found[0], found[2], found[3]), (1234.0, 62.5, 53.0));
    assert_eq!(cube.absent(), [1]);
    assert_eq!(table.account.title.as_deref(), Some("Grants by area"));
}

#[test]
fn what_the_package_says_of_itself_is_said_of_the_dataset() {
    let table = read(
        PACKAGE,
        &[("data/grants.csv", GRANTS), ("areas.csv", AREAS)],
    );
    let cube = cube(table);
    let said = cube.metadata();
    assert_eq!(said.label.own(), "Grants by area");
    assert_eq!(
        said.licence.as_ref().unwrap().own(),
        "Creative Commons Attribution 4.0"
    );
    assert_eq!(said.source.as_ref().unwrap().own(), "Office of Grants");
    let notes: Vec<&str> = said.notes.iter().map(jangkau::cube::Label::own).collect();
    assert_eq!(
        notes,
        ["Who was granted what.", "Sum of grants: In thousands."]
    );
}

#[test]
fn a_table_without_headings_has_those_of_its_schema() {
    let package = r#"{"resources": [{"name": "g", "path": "g.csv", "dialect": {"header": false}, "schema": {"fields": [
        {"name": "Area", "type": "string"}, {"name": "Grants", "type": "integer"}
    ]}}]}"#;
    let table = read(package, &[("g.csv", b"North,62\nSouth,53\n")]);
    let of_text = cube(table_from_bytes(
        "g.csv",
        b"Area,Grants\nNorth,62\nSouth,53\n",
        &Answers::default(),
    ));
    assert_eq!(cube(table).dimensions(), of_text.dimensions());
}

#[test]
fn names_of_categories_of_the_second_version_are_taken() {
    let package = r#"{"$schema": "https://datapackage.org/profiles/2.0/datapackage.json", "resources": [
        {"name": "g", "type": "table", "path": "g.csv", "schema": {"fields": [
            {"name": "sex", "type": "integer", "categories": [{"value": 1, "label": "Female"}, {"value": 2, "label": "Male"}]},
            {"name": "grants", "type": "integer", "missingValues": [{"value": "-1", "label": "unknown"}]}
        ], "primaryKey": "sex"}}]}"#;
    let cube = cube(read(package, &[("g.csv", b"sex,grants\n1,62\n2,-1\n")]));
    assert_eq!(names(&cube, 0, "en"), ["Female", "Male"]);
    assert_eq!(cube.absent(), [1]);
}

#[test]
fn a_file_that_is_not_as_its_schema_says_is_named() {
    let grants = b"district;year;sum\n1;2021;1\n";
    let table = read(
        PACKAGE,
        &[("data/grants.csv", grants), ("areas.csv", AREAS)],
    );
    assert!(table.cube.is_none());
    check_found(
        &table,
        Gravity::Error,
        &[
            "schema-differs: data/grants.csv, line 1: found the columns district, year, sum, expected a column \"area\", as the schema says; correct the heading of the file, or the schema",
        ],
    );
}
