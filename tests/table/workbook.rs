//! The same table in a workbook and as CSV: one cube; and what only a workbook can have.

use super::archive::{ods, xlsx};
use jangkau::cube::Cube;
use jangkau::tabular::{Answers, Gravity, Table, TableFile, table_from_bytes, table_from_files};
use rust_xlsxwriter::{Format, Formula, Workbook, Worksheet};

/// A workbook of one sheet.
fn workbook(name: &str, write: impl FnOnce(&mut Worksheet)) -> Vec<u8> {
    let mut book = Workbook::new();
    write(book.add_worksheet().set_name(name).unwrap());
    book.save_to_buffer().unwrap()
}

/// Writes a table as it stands in CSV; what is a number there is one in the sheet.
fn write_csv(sheet: &mut Worksheet, text: &str, (first_row, first_column): (u32, u16)) {
    for (row, line) in (first_row..).zip(text.lines()) {
        for (column, field) in (first_column..).zip(line.split(',')) {
            match field.parse::<f64>() {
                _ if field.is_empty() => {}
                Ok(number) => drop(sheet.write_number(row, column, number).unwrap()),
                Err(_) => drop(sheet.write_string(row, column, field).unwrap()),
            }
        }
    }
}

fn found(table: &Table) -> Vec<String> {
    let found = table.findings.sorted();
    found
        .iter()
        .map(|it| format!("{:?} {}: {it}", it.gravity, it.kind))
        .collect()
}

#[track_caller]
pub(super) fn cube(table: Table) -> Cube {
    let found = found(&table);
    assert!(table.findings.can_be_published(), "{found:#?}");
    table.cube.unwrap()
}

/// A workbook has the cube of a table as CSV.
#[track_caller]
fn check(bytes: &[u8], text: &str) -> Table {
    let of_text = cube(table_from_bytes(
        "grants.csv",
        text.as_bytes(),
        &Answers::default(),
    ));
    let table = table_from_bytes("grants.xlsx", bytes, &Answers::default());
    let of_workbook = cube(table.clone());
    assert_eq!(of_workbook.dimensions(), of_text.dimensions());
    assert_eq!(of_workbook, of_text);
    table
}

/// What was found of a gravity, one line each.
#[track_caller]
pub(super) fn check_found(table: &Table, gravity: Gravity, expected: &[&str]) {
    let all = table.findings.sorted();
    let of = all.iter().filter(|it| it.gravity == gravity);
    let found: Vec<String> = of.map(|it| format!("{}: {it}", it.kind)).collect();
    assert_eq!(found, expected);
}

const GRANTS: &str =
    "Code,Area,Year,Grants\n1,North,2021,62\n1,North,2022,31.5\n2,South,2021,53\n2,South,2022,\n";

#[test]
fn a_sheet_of_figures_is_the_table_that_it_is_as_csv() {
    let bytes = workbook("Data", |sheet| write_csv(sheet, GRANTS, (0, 0)));
    let table = check(&bytes, GRANTS);
    assert_eq!(table.account.read, "sheet \"Data\", 4 rows; XLSX");
    // Wherever on the sheet it stands.
    let bytes = workbook("Data", |sheet| write_csv(sheet, GRANTS, (4, 2)));
    check(&bytes, GRANTS);
}

#[test]
fn title_lines_notes_and_headings_over_several_columns_are_read_as_in_csv() {
    let text = "Grants by area,,,,\n,,,,\n,Female,,Male,\nArea,2021,2022,2021,2022\nNorth,62,31,50,40\nSouth,53,76,60,70\n,,,,\nSource: office,,,,\n";
    let bytes = workbook("Data", |sheet| {
        write_csv(sheet, text, (0, 0));
        let format = Format::new();
        sheet
            .merge_range(0, 0, 0, 4, "Grants by area", &format)
            .unwrap();
        sheet.merge_range(2, 1, 2, 2, "Female", &format).unwrap();
        sheet.merge_range(2, 3, 2, 4, "Male", &format).unwrap();
    });
    let table = check(&bytes, text);
    assert_eq!(table.account.title.as_deref(), Some("Grants by area"));
}

#[test]
fn a_name_beside_several_rows_is_that_of_each() {
    let bytes = workbook("Data", |sheet| {
        write_csv(
            sheet,
            "Area,Sex,Grants\n,Female,62\n,Male,31\n,Female,53\n,Male,76\n",
            (0, 0),
        );
        let format = Format::new();
        sheet.merge_range(1, 0, 2, 0, "North", &format).unwrap();
        sheet.merge_range(3, 0, 4, 0, "South", &format).unwrap();
    });
    let text = "Area,Sex,Grants\nNorth,Female,62\nNorth,Male,31\nSouth,Female,53\nSouth,Male,76\n";
    let table = check(&bytes, text);
    check_found(
        &table,
        Gravity::Note,
        &[
            "merged-cells: grants.xlsx, sheet \"Data\", cell A2: found 2 cells below one that spans several rows; each is read as that one",
        ],
    );
}

#[test]
fn cells_are_read_as_a_person_sees_them() {
    let bytes = workbook("Data", |sheet| {
        let headings = ["Code", "Month", "Share", "Sum", "Active"];
        sheet.write_row(0, 0, headings).unwrap();
        let format = |code: &str| Format::new().set_num_format(code);
        for (row, code) in [(1, 11.0), (2, 12.0)] {
            sheet
                .write_number_with_format(row, 0, code, &format("0000"))
                .unwrap();
            // The first days of March and April 2021.
            let day = if row == 1 { 44256.0 } else { 44287.0 };
            sheet
                .write_number_with_format(row, 1, day, &format("mmm yyyy"))
                .unwrap();
            sheet
                .write_number_with_format(row, 2, 0.125, &format("0.0%"))
                .unwrap();
            sheet.write_number(row, 3, 0.1 + 0.2).unwrap();
            sheet.write_boolean(row, 4, row == 1).unwrap();
        }
    });
    check(
        &bytes,
        "Code,Month,Share,Sum,Active\n0011,2021-03,12.5%,0.3,TRUE\n0012,2021-04,12.5%,0.3,FALSE\n",
    );
}

#[test]
fn numbers_in_letters_keep_their_decimal_sign_beside_true_numbers() {
    let bytes = workbook("Data", |sheet| {
        write_csv(
            sheet,
            "Area,Grants\nNorth,12.345\nSouth,62.5\nEast,\n",
            (0, 0),
        );
        sheet.write_string(3, 1, "1.234,5").unwrap();
    });
    check(
        &bytes,
        "Area,Grants\nNorth,12.345\nSouth,62.5\nEast,1234.5\n",
    );
    // A number of three decimals is no question, as it is in a text.
    let bytes = workbook("Data", |sheet| {
        write_csv(sheet, "Area,Grants\nNorth,12.345\nSouth,1062.511\n", (0, 0));
    });
    let table = table_from_bytes("grants.xlsx", &bytes, &Answers::default());
    assert!((cube(table).values().get(0) - 12.345).abs() < 1e-9);
}

#[test]
fn an_error_of_a_formula_is_no_figure_and_is_told_with_its_cell() {
    let bytes = workbook("Data", |sheet| {
        write_csv(sheet, GRANTS, (0, 0));
        let fault = Formula::new("=1/0").set_result("#DIV/0!");
        sheet.write_formula(2, 3, fault).unwrap();
    });
    let table = check(&bytes, &GRANTS.replace("31.5", "#N/A"));
    check_found(
        &table,
        Gravity::Warning,
        &[
            "formula-error: grants.xlsx, sheet \"Data\", cell D3: found the error #DIV/0!, expected a figure; it is read as a sign for none; mend the formula if there is a figure",
        ],
    );
}

#[test]
fn formulas_have_the_values_that_were_saved_with_them() {
    let book = |results: [&str; 2]| {
        workbook("Data", |sheet| {
            write_csv(sheet, GRANTS, (0, 0));
            for (row, result) in (1..).zip(results) {
                let formula = Formula::new("=30+32").set_result(result);
                sheet.write_formula(row, 3, formula).unwrap();
            }
        })
    };
    check(&book(["62", "0"]), &GRANTS.replace("31.5", "0"));
    // So a program writes formulas that it cannot work out.
    let table = table_from_bytes("grants.xlsx", &book(["0", "0"]), &Answers::default());
    check_found(
        &table,
        Gravity::Question,
        &[
            "formulas-all-zero: grants.xlsx, sheet \"Data\", cell D2: found 2 formulas, each with the value 0, expected values that were worked out; open the workbook in a spreadsheet and save it, or say that they are 0",
        ],
    );
}

#[test]
fn what_is_wrong_in_a_sheet_is_told_by_its_cell() {
    let text = "Area,Year,Grants\nNorth,2021,62\nNorth,2021,31\nSouth,2021,12O\n";
    let bytes = workbook("Data", |sheet| write_csv(sheet, text, (2, 1)));
    let table = table_from_bytes("grants.xlsx", &bytes, &Answers::default());
    check_found(
        &table,
        Gravity::Error,
        &[
            "duplicate-key: grants.xlsx, sheet \"Data\", cell D5: found the same categories as in row 4: North, 2021, expected each combination once; remove one of the two lines, or add the column that tells them apart",
            "no-number: grants.xlsx, sheet \"Data\", cell D6: found \"12O\" in column \"Grants\", expected a figure with a decimal point, or a sign for none; correct the cell, or leave it blank",
        ],
    );
}

/// A workbook of several sheets, of which some are hidden.
pub(super) fn sheets(sheets: &[(&str, &str, bool)]) -> Vec<u8> {
    let mut book = Workbook::new();
    for (name, text, is_hidden) in sheets {
        let sheet = book.add_worksheet().set_name(*name).unwrap();
        write_csv(sheet, text, (0, 0));
        if *is_hidden {
            sheet.set_hidden(true);
        }
    }
    book.save_to_buffer().unwrap()
}

#[test]
fn of_several_sheets_the_one_with_a_table_is_read_and_hidden_ones_are_not() {
    let other = GRANTS.replace("62", "99");
    let bytes = sheets(&[
        ("About", "About these figures\nThey are grants.\n", false),
        ("Data", GRANTS, false),
        ("Old", &other, true),
    ]);
    let table = check(&bytes, GRANTS);
    check_found(
        &table,
        Gravity::Note,
        &[
            "hidden-sheet: grants.xlsx: found hidden: \"Old\"; not read; --sheet NAME reads one",
            "other-sheets: grants.xlsx: found without a table: \"About\"; not read; --sheet NAME reads one",
        ],
    );
    let files = [TableFile {
        name: "grants.xlsx",
        bytes: &bytes,
    }];
    let old = table_from_files("grants.xlsx", &files, &of_sheet("old"));
    assert!((cube(old).values().get(0) - 99.0).abs() < 1e-9);
    let none = table_from_files("grants.xlsx", &files, &of_sheet("new"));
    check_found(
        &none,
        Gravity::Error,
        &[
            "no-sheet: grants.xlsx: found no sheet \"new\", expected one of \"About\", \"Data\", \"Old\"; name one of them with --sheet",
        ],
    );
}

#[test]
fn of_different_tables_the_publisher_names_one() {
    let bytes = sheets(&[
        ("People", GRANTS, false),
        ("Money", "Area,Pesos\nNorth,1\nSouth,2\n", false),
    ]);
    let table = table_from_bytes("grants.xlsx", &bytes, &Answers::default());
    assert!(table.cube.is_none());
    check_found(
        &table,
        Gravity::Question,
        &[
            "which-sheet: grants.xlsx: found tables of different columns in the sheets \"People\", \"Money\", expected one table, or sheets of the same columns; name the sheet with --sheet NAME",
        ],
    );
}

#[test]
fn a_wide_table_is_read_to_its_last_column() {
    let years: Vec<String> = (1951..2051).map(|year| year.to_string()).collect();
    let figures = |first: usize| -> String {
        let figures: Vec<String> = (0..100).map(|at| (first + at * at).to_string()).collect();
        format!(",{}", figures.join(","))
    };
    let text = format!(
        "Area,{}\nNorth{}\nSouth{}\n",
        years.join(","),
        figures(5000),
        figures(7000)
    );
    let bytes = workbook("Data", |sheet| write_csv(sheet, &text, (0, 0)));
    check(&bytes, &text);
}

#[test]
fn a_workbook_that_is_cut_is_broken_wherever_it_is_cut() {
    let bytes = workbook("Data", |sheet| write_csv(sheet, GRANTS, (0, 0)));
    for length in [100, bytes.len() / 2, bytes.len() - 10] {
        let table = table_from_bytes("grants.xlsx", &bytes[..length], &Answers::default());
        assert!(table.cube.is_none());
        let found = found(&table);
        assert!(
            found[0]
                .starts_with("Error broken-workbook: grants.xlsx: found a broken XLSX workbook"),
            "{found:?}"
        );
    }
}

#[test]
fn bytes_that_are_changed_stop_nothing() {
    let bytes = workbook("Data", |sheet| write_csv(sheet, GRANTS, (0, 0)));
    for at in 0..bytes.len() {
        let mut changed = bytes.clone();
        changed[at] ^= 0x55;
        let _read = table_from_bytes("grants.xlsx", &changed, &Answers::default());
    }
}

/// The answer that names a sheet.
fn of_sheet(name: &str) -> Answers {
    Answers {
        sheet: Some(name.to_owned()),
        ..Answers::default()
    }
}

#[test]
fn a_formula_whose_value_was_not_saved_is_an_error() {
    let rows = r#"<row r="1"><c r="A1" t="inlineStr"><is><t>Area</t></is></c><c r="B1" t="inlineStr"><is><t>Grants</t></is></c></row>
        <row r="2"><c r="A2" t="inlineStr"><is><t>North</t></is></c><c r="B2"><v>62</v></c></row>
        <row r="3"><c r="A3" t="inlineStr"><is><t>South</t></is></c><c r="B3"><f>B2-9</f></c></row>"#;
    let table = table_from_bytes("grants.xlsx", &xlsx(rows), &Answers::default());
    check_found(
        &table,
        Gravity::Error,
        &[
            "formula-without-value: grants.xlsx, sheet \"Data\", cell B3: found a formula without its value, expected the value that it had when it was saved; open the workbook in a spreadsheet and save it",
        ],
    );
    check(
        &xlsx(&rows.replace("</f>", "</f><v>53</v>")),
        "Area,Grants\nNorth,62\nSouth,53\n",
    );
}

#[test]
fn two_cells_that_are_far_apart_do_not_fill_the_memory() {
    let rows = r#"<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>"#;
    let table = table_from_bytes("grants.xlsx", &xlsx(rows), &Answers::default());
    check_found(
        &table,
        Gravity::Error,
        &[
            "too-large: grants.xlsx: found more cells or bytes than are taken, expected at most 100 million cells between the corners of a sheet; remove what stands far from the table, or export the table as CSV",
        ],
    );
}

#[test]
fn a_workbook_of_opendocument_is_read_and_what_may_be_a_percentage_is_told() {
    let text = |text: &str| {
        format!(
            r#"<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>"#
        )
    };
    let number = |number: &str| {
        format!(
            r#"<table:table-cell office:value-type="float" office:value="{number}"><text:p>{number}</text:p></table:table-cell>"#
        )
    };
    let row = |cells: [String; 2]| format!("<table:table-row>{}</table:table-row>", cells.concat());
    let rows = [
        row([text("Area"), text("Share")]),
        row([text("North"), number("0.625")]),
        row([text("South"), number("53")]),
    ];
    let table = check(&ods(&rows.concat()), "Area,Share\nNorth,0.625\nSouth,53\n");
    assert_eq!(table.account.read, "sheet \"Data\", 2 rows; ODS");
    check_found(
        &table,
        Gravity::Warning,
        &[
            "maybe-percentages: grants.xlsx, sheet \"Data\": found 1 numbers between 0 and 1, expected to know whether they are shown as percentages; they are read as they are; if they are percentages, save the workbook as XLSX",
        ],
    );
}

#[test]
fn a_workbook_of_the_binary_format_is_read_with_its_merged_cells() {
    let bytes = include_bytes!("../data/grants.xls");
    let text = "Area,Year,Grants\nNorth,2021,62\nNorth,2022,31.5\nSouth,2021,53\nSouth,2022,\n";
    let table = check(bytes, text);
    assert_eq!(table.account.read, "sheet \"Data\", 4 rows; XLS");
    for length in [512, 2000, bytes.len() - 600] {
        let cut = table_from_bytes("grants.xls", &bytes[..length], &Answers::default());
        assert!(cut.cube.is_none(), "{length}");
    }
}

#[test]
fn hidden_rows_and_columns_are_read_and_told() {
    let bytes = workbook("Data", |sheet| {
        write_csv(sheet, GRANTS, (0, 0));
        sheet.set_row_hidden(2).unwrap();
        sheet.set_row_hidden(4).unwrap();
        sheet.set_column_hidden(1).unwrap();
        // In which nothing stands.
        sheet.set_column_hidden(40).unwrap();
        sheet.set_row_hidden(90).unwrap();
    });
    let table = check(&bytes, GRANTS);
    check_found(
        &table,
        Gravity::Warning,
        &[
            "hidden-cells: grants.xlsx, sheet \"Data\": found hidden in the sheet: rows 3, 5; column B, expected rows and columns that are seen; they are read as the others are: look at them, and delete those that are no part of the table",
        ],
    );
}

#[test]
fn steps_further_in_are_spaces_before_the_text() {
    let rows = [
        ("Coast", 0, 30),
        ("Kwale", 1, 10),
        ("Lamu", 1, 20),
        ("Hills", 0, 9),
        ("Embu", 1, 4),
        ("Meru", 1, 5),
    ];
    let bytes = workbook("Data", |sheet| {
        write_csv(sheet, "Place,Wells\n", (0, 0));
        for (row, (name, steps, wells)) in (1..).zip(rows) {
            let style = Format::new().set_indent(steps);
            sheet
                .write_string_with_format(row, 0, name, &style)
                .unwrap();
            sheet.write_number(row, 1, wells).unwrap();
        }
    });
    let text = "Place,Wells\nCoast,30\n  Kwale,10\n  Lamu,20\nHills,9\n  Embu,4\n  Meru,5\n";
    check(&bytes, text);
}

#[test]
fn a_format_that_shows_a_text_for_a_number_hides_it() {
    let bytes = workbook("Data", |sheet| {
        write_csv(sheet, "Place,Patients\nKwale,10\n", (0, 0));
        let style = Format::new().set_num_format("[<5]\"<5\";0");
        sheet.write_string(2, 0, "Lamu").unwrap();
        sheet.write_number_with_format(2, 1, 3, &style).unwrap();
        sheet.write_string(3, 0, "Embu").unwrap();
        sheet.write_number_with_format(3, 1, 7, &style).unwrap();
    });
    check(&bytes, "Place,Patients\nKwale,10\nLamu,<5\nEmbu,7\n");
}

#[test]
fn the_first_row_of_a_sheet_keeps_a_figure_that_can_be_a_year() {
    let text = "District,Year,Patients\nAru,2021,1990\nBol,2021,700\nCid,2021,840\n";
    let book = workbook("Patients", |sheet| write_csv(sheet, text, (0, 0)));
    let of_book = cube(table_from_bytes("p.xlsx", &book, &Answers::default()));
    let of_text = cube(table_from_bytes(
        "p.csv",
        text.as_bytes(),
        &Answers::default(),
    ));
    assert_eq!(of_book.dimensions(), of_text.dimensions());
    assert_eq!(of_book.values().get(0).to_bits(), 1990_f64.to_bits());
}
