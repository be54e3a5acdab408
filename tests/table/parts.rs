//! Several files or sheets of the same columns are one table.

use jangkau::cube::{Cube, Role};
use jangkau::tabular::{Answers, Gravity, Table, TableFile, table_from_bytes, table_from_files};

use super::workbook::{check_found, cube, sheets};

fn read(files: &[(&str, &str)]) -> Table {
    let files: Vec<TableFile<'_>> = (files.iter())
        .map(|(name, text)| TableFile {
            name,
            bytes: text.as_bytes(),
        })
        .collect();
    table_from_files("grants", &files, &Answers::default())
}

/// The cube of a table with a column of periods.
fn with_periods() -> Cube {
    let text = "Period,Area,Sex,Grants\n2021,North,F,62\n2021,North,M,31\n2021,South,F,53\n2021,South,M,76\n\
                2022,North,F,63\n2022,North,M,32\n2022,South,F,54\n2022,South,M,77\n";
    cube(table_from_bytes(
        "grants.csv",
        text.as_bytes(),
        &Answers::default(),
    ))
}

const FIRST: &str = "Area,Sex,Grants\nNorth,F,62\nNorth,M,31\nSouth,F,53\nSouth,M,76\n";
const SECOND: &str = "Area,Sex,Grants\nNorth,F,63\nNorth,M,32\nSouth,F,54\nSouth,M,77\n";

#[test]
fn files_named_by_their_years_are_one_table_with_periods() {
    let table = read(&[("grants_2021.csv", FIRST), ("grants_2022.csv", SECOND)]);
    assert_eq!(
        table.account.read,
        "2 files, 8 rows; commas, decimal point, UTF-8"
    );
    check_found(
        &table,
        Gravity::Note,
        &[
            "periods-of-names: grants_2021.csv: found periods in the names of the parts: 2021 of \"grants_2021\", 2022 of \"grants_2022\"; they are read as a dimension; write a column of periods if something else is meant",
        ],
    );
    let cube = cube(table);
    assert_eq!(cube, with_periods());
    assert!(cube.with_role(Role::Time).is_some());
}

#[test]
fn columns_in_another_order_are_the_same_columns() {
    let moved = "Grants,Sex,Area\n63,F,North\n32,M,North\n54,F,South\n77,M,South\n";
    let table = read(&[("2021.csv", FIRST), ("2022.csv", moved)]);
    let notes = [
        "columns-in-another-order: 2022.csv, line 1: found the same columns in another order; read in the order of 2021.csv",
        "periods-of-names: 2021.csv: found periods in the names of the parts: 2021 of \"2021\", 2022 of \"2022\"; they are read as a dimension; write a column of periods if something else is meant",
    ];
    check_found(&table, Gravity::Note, &notes);
    assert_eq!(cube(table), with_periods());
    // What is wrong is told by the column that it has in its file.
    let table = read(&[
        ("2021.csv", FIRST),
        ("2022.csv", &moved.replace("54", "5O")),
    ]);
    let error = table.findings.sorted()[0].to_string();
    assert!(error.contains("2022.csv, line 4, column 1"), "{error}");
}

#[test]
fn sheets_named_by_their_years_are_one_table_with_periods() {
    let bytes = sheets(&[("2021", FIRST, false), ("2022", SECOND, false)]);
    let table = table_from_bytes("grants.xlsx", &bytes, &Answers::default());
    assert_eq!(
        table.account.read,
        "sheets \"2021\", \"2022\", 8 rows; XLSX"
    );
    assert_eq!(cube(table), with_periods());
}

#[test]
fn parts_of_a_warehouse_are_the_rows_of_one_table() {
    let whole = "Area,Year,Grants\nNorth,2021,62\nNorth,2022,31\nSouth,2021,53\nSouth,2022,76\n";
    let expected = cube(table_from_bytes(
        "grants.csv",
        whole.as_bytes(),
        &Answers::default(),
    ));
    let each = read(&[
        (
            "part-0000.csv",
            "Area,Year,Grants\nNorth,2021,62\nNorth,2022,31\n",
        ),
        (
            "part-0001.csv",
            "Area,Year,Grants\nSouth,2021,53\nSouth,2022,76\n",
        ),
        ("part-0002.csv", "Area,Year,Grants\n"),
    ]);
    check_found(
        &each,
        Gravity::Warning,
        &[
            "empty-part: part-0002.csv: found a part without rows of figures, expected rows; it is left out; export it again if it should have some",
        ],
    );
    assert_eq!(cube(each), expected);
    let first = read(&[
        (
            "part-0000.csv",
            "Area,Year,Grants\nNorth,2021,62\nNorth,2022,31\n",
        ),
        ("part-0001.csv", "South,2021,53\nSouth,2022,76\n"),
    ]);
    check_found(
        &first,
        Gravity::Note,
        &[
            "heading-of-first-part: part-0001.csv, line 1: found a part without a heading; read under that of part-0000.csv",
        ],
    );
    assert_eq!(cube(first), expected);
}

#[test]
fn a_part_of_other_columns_is_named_with_what_was_expected() {
    let other = SECOND.replace("Sex", "Gender");
    let table = read(&[("2021.csv", FIRST), ("2022.csv", &other)]);
    assert!(table.cube.is_none());
    check_found(
        &table,
        Gravity::Error,
        &[
            "parts-differ: 2022.csv, line 1, column 2: found the column \"Gender\", expected the column \"Sex\", as in 2021.csv; give all parts the same columns, or publish them as datasets of their own",
        ],
    );
}

#[test]
fn a_part_with_another_decimal_sign_is_named() {
    let point = "Area;Grants\nNorth;62.5\nSouth;1\n";
    let table = read(&[("2021.csv", point), ("2022.csv", &point.replace('.', ","))]);
    check_found(
        &table,
        Gravity::Error,
        &[
            "parts-differ: 2022.csv: found decimal commas, expected decimal points, as in 2021.csv; export all parts alike",
        ],
    );
}

#[test]
fn what_is_wrong_in_a_part_is_told_by_its_file_and_line() {
    let table = read(&[
        (
            "a.csv",
            "Grants\n\nArea,Sex,Grants\nNorth,F,62\nNorth,M,31\n",
        ),
        ("b.csv", "Area,Sex,Grants\nSouth,F,12O\nNorth,F,76\n"),
    ]);
    check_found(
        &table,
        Gravity::Error,
        &[
            "no-number: b.csv, line 2, column 3: found \"12O\" in column \"Grants\", expected a figure with a decimal point, or a sign for none; correct the cell, or leave it blank",
            "duplicate-key: b.csv, line 3, column 3: found the same categories as in a.csv, line 4: North, F, expected each combination once; remove one of the two lines, or add the column that tells them apart",
        ],
    );
}
