//! The files of a table: exactly what is shown, in every form, and no formula in any of them.

use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};
use jangkau::cube::Cube;
use jangkau::formats::{Limits, json_stat::cube_from_bytes};
use jangkau::scene::{Cell, Figures, Mark, NumberStyle, table};
use jangkau::spreadsheet::{Field, Part, Sheet, csv_of_sheet, excel_csv_of_sheet, xlsx_of_sheet};
use jangkau::view_state::ResolvedView;
use jangkau::words::{Messages, messages};
use proptest::prelude::*;
use serde_json::json;

use super::pivot::{any_drawn, view_of};
use crate::support::cases::cases;
use crate::support::cubes::any_cube;
use crate::support::made::{INJURIES, WATER};
use crate::support::opened::{Opened, shown};

const LINK: &str = "https://a.example/en/x/";

/// The records of a CSV, without those above the table.
fn records(text: &str, separator: u8, above: usize) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new();
    let reader = reader
        .has_headers(false)
        .flexible(true)
        .delimiter(separator);
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let records = reader.from_reader(text.as_bytes()).into_records();
    let records = records.skip(above).map(Result::unwrap);
    records
        .map(|record| record.iter().map(str::to_owned).collect())
        .collect()
}

/// A text as a CSV has it.
fn safe(text: &str) -> String {
    jangkau::formats::csv::safe_text(text)
}

/// Every field of the sheet is that of the scene, in its order.
fn check_sheet(cube: &Cube, view: &ResolvedView, sheet: &Sheet) -> Result<(), TestCaseError> {
    let scene = table(cube, view, &Figures::of(cube, view), messages("en")).unwrap();
    prop_assert_eq!(&sheet.title, &scene.caption);
    let shown_columns = sheet
        .columns
        .iter()
        .filter(|column| column.part == Part::Shown);
    let order: Vec<usize> = shown_columns.map(|column| column.of).collect();
    prop_assert_eq!(order, (0..scene.columns.len()).collect::<Vec<_>>());
    let rows = scene.rows.iter().map(|row| &row.cells);
    let rows: Vec<&Vec<Cell>> = rows.chain([&scene.total]).collect();
    prop_assert_eq!(sheet.rows.len(), rows.len());
    let marked = |cell: &Cell| cell.mark().is_some();
    let first = (0..scene.columns.len()).find(|at| rows.iter().any(|cells| marked(&cells[*at])));
    for (nth, (fields, cells)) in sheet.rows.iter().zip(rows).enumerate() {
        let asked = first.and_then(|column| scene.asked(view, nth, column));
        for (field, column) in fields.iter().zip(&sheet.columns) {
            let cell = &cells[column.of];
            match (column.part, field, cell) {
                (Part::Shown, Field::Number(value, _), Cell::Number(number)) => {
                    prop_assert_eq!(Some(*value), number.value);
                }
                (Part::Shown, Field::Text(text), cell) => {
                    prop_assert_eq!(&**text, shown(cell));
                    let has_value = matches!(cell, Cell::Number(number) if number.value.is_some());
                    prop_assert!(!has_value);
                }
                (Part::Code, Field::Text(text), Cell::Group { code, .. }) => {
                    prop_assert_eq!(text, code);
                }
                (Part::Status, Field::Text(text), Cell::Number(number)) => {
                    let says_why = number.blank.map(|blank| blank.code().to_owned());
                    prop_assert_eq!(text, &says_why.unwrap_or_else(|| number.flags.join(" ")));
                }
                (Part::Basis, Field::Text(text), Cell::Number(number)) => {
                    let mark = number.mark.as_ref().map_or("", Mark::key);
                    prop_assert_eq!(&**text, mark);
                }
                (Part::Why, Field::Link(link), _) => {
                    let asked = asked.clone().unwrap_or_default().to_raw(cube);
                    prop_assert!(link.ends_with(&["why=", &*asked].concat()), "{}", link);
                }
                other => prop_assert!(false, "{:?}", other),
            }
        }
    }
    Ok(())
}

/// Every file has the fields of the sheet.
fn check_files(sheet: &Sheet, words: &Messages) -> Result<(), TestCaseError> {
    let decimal = words.numbers.decimal;
    let separator = if decimal == ',' { b';' } else { b',' };
    // An empty line is no record.
    let above = 1 + sheet.about.len();
    for (text, separator, above, decimal) in [
        (csv_of_sheet(sheet), b',', 0, '.'),
        (excel_csv_of_sheet(sheet), separator, above, decimal),
    ] {
        let records = records(&text, separator, above);
        prop_assert_eq!(records.len(), sheet.rows.len() + 1);
        let heads: Vec<String> = (sheet.columns.iter()).map(|it| safe(&it.head)).collect();
        prop_assert_eq!(&records[0], &heads);
        for (record, row) in records[1..].iter().zip(&sheet.rows) {
            prop_assert_eq!(record.len(), row.len());
            for (found, field) in record.iter().zip(row) {
                match field {
                    Field::Text(text) | Field::Link(text) => prop_assert_eq!(found, &safe(text)),
                    Field::Number(value, _) => {
                        let found = found.replace(decimal, ".");
                        prop_assert_eq!(
                            found.parse::<f64>().unwrap().to_bits(),
                            (value + 0.0).to_bits()
                        );
                    }
                }
            }
        }
    }
    check_workbook(sheet)
}

/// What another library reads in the workbook.
fn check_workbook(sheet: &Sheet) -> Result<(), TestCaseError> {
    let bytes = xlsx_of_sheet(sheet).unwrap();
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
    prop_assert_eq!(
        workbook.sheet_names(),
        sheet.names.map(str::to_owned).to_vec()
    );
    let table = workbook.worksheet_range(sheet.names[0]).unwrap();
    let at = |row: usize, column: usize| {
        let place = [row, column].map(|it| u32::try_from(it).unwrap());
        table
            .get_value((place[0], place[1]))
            .cloned()
            .unwrap_or(Data::Empty)
    };
    for (column, head) in sheet.columns.iter().enumerate() {
        prop_assert_eq!(at(0, column), Data::String(head.head.clone()));
    }
    for (nth, row) in sheet.rows.iter().enumerate() {
        for (column, field) in row.iter().enumerate() {
            let expected = match field {
                Field::Text(text) if text.is_empty() => Data::Empty,
                Field::Text(text) | Field::Link(text) => Data::String(text.clone()),
                Field::Number(value, _) => Data::Float(*value),
            };
            prop_assert_eq!(at(nth + 1, column), expected);
        }
    }
    prop_assert!(
        workbook
            .worksheet_formula(sheet.names[0])
            .unwrap()
            .is_empty()
    );
    let notes = workbook.worksheet_range(sheet.names[1]).unwrap();
    prop_assert_eq!(notes.height(), 1 + sheet.about.len() + sheet.notes.len());
    Ok(())
}

/// Whether a field would be taken for a formula.
fn is_formula(field: &str) -> bool {
    let begins = field.starts_with(['=', '+', '-', '@', '\t', '\r']);
    begins && field.replace(',', ".").parse::<f64>().is_err()
}

proptest! {
    #![proptest_config(cases(1))]

    #[test]
    fn every_file_has_exactly_what_is_shown(cube in any_cube(), drawn in any_drawn()) {
        let view = view_of(&cube, drawn);
        let words = messages("en");
        let Some(sheet) = Sheet::of(&cube, &view, words, LINK) else { return Ok(()) };
        check_sheet(&cube, &view, &sheet)?;
        check_files(&sheet, words)?;
        let indonesian = messages("id");
        let sheet = Sheet::of(&cube, &view, indonesian, LINK).unwrap();
        check_files(&sheet, indonesian)?;
    }

    #[test]
    fn no_field_of_a_text_file_is_a_formula(
        labels in prop::collection::vec("[=+@\\-\t\r1a\",;]{0,6}", 3), noun in "[=+@\\-a]{1,3}",
    ) {
        let codes = ["=1", "-1", "@"];
        let names: serde_json::Map<_, _> =
            codes.iter().zip(&labels).map(|(code, label)| ((*code).to_owned(), json!(label))).collect();
        let file = json!({
            "version": "2.0", "class": "dataset", "label": "=x", "id": ["+a", "b"], "size": [3, 2],
            "source": "-s", "value": [-1.5, 2, 3, 4, 5, null], "role": {"geo": ["+a"]},
            "dimension": {
                "+a": {"label": "@places", "category": {"index": codes, "label": names}},
                "b": {"category": {"index": ["-x", "+y"]}},
            },
            "extension": {"lang": "en", "aggregation": "sum", "noun": {"en": {"one": noun, "many": noun}}},
        });
        let cube = cube_from_bytes(file.to_string().as_bytes(), &Limits::PAGE).unwrap();
        let opened = Opened::new(&cube, "/en/x/?cols=b");
        for words in [messages("en"), messages("id")] {
            let sheet = Sheet::of(&cube, &opened.view, words, LINK).unwrap();
            let all = jangkau::cube::Selection::all();
            let cells = jangkau::formats::csv::csv_of_cells(&cube, &all, "en").unwrap();
            let separator = if words.numbers.decimal == ',' { b';' } else { b',' };
            for (text, separator) in [
                (csv_of_sheet(&sheet), b','),
                (excel_csv_of_sheet(&sheet), separator),
                (cells, b','),
            ] {
                let records = records(&text, separator, 0);
                for field in records.iter().flatten() {
                    prop_assert!(!is_formula(field), "{:?}", field);
                }
            }
            check_workbook(&sheet)?;
        }
    }
}

#[test]
fn the_table_alone_has_codes_beside_labels_and_how_sure_each_number_is() {
    let link = "/en/x/district/south/?rows=commune&sort=code&q=port";
    let opened = Opened::new(&WATER, link);
    let sheet = Sheet::of(&WATER, &opened.view, opened.words, LINK).unwrap();
    let text = csv_of_sheet(&sheet);
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(
        lines[0],
        "Code,Name,\"Districts (3, of 2019): Code\",\"Districts (3, of 2019)\",Households,\
         Households: basis,\"Per 1,000 inhabitants\",\"Per 1,000 inhabitants: basis\",Why?"
    );
    assert_eq!(
        lines[1],
        format!("s1,Port Tessa,south,South,14000,published,400,published,{LINK}?why=commune:s1")
    );
    assert!(
        lines[2].starts_with(",Total with the rows that the search hides,,,25000,"),
        "{}",
        lines[2]
    );
    assert_eq!(lines.len(), 3);
}

#[test]
fn a_spreadsheet_gets_what_the_table_shows_above_it() {
    let opened = Opened::new(&WATER, "/id/x/n1/?rows=source&source=piped~well");
    let sheet = Sheet::of(&WATER, &opened.view, opened.words, LINK).unwrap();
    let text = excel_csv_of_sheet(&sheet);
    let lines: Vec<&str> = text.lines().collect();
    assert!(lines[0].starts_with("\u{feff}Port Amara: "), "{}", lines[0]);
    for told in ["Port Amara", "Air pipa", "Sumur"] {
        assert!(lines[1].contains(told), "{told} in {}", lines[1]);
    }
    assert_eq!(lines[2], "Satuan: Rumah tangga");
    assert!(
        lines[3].starts_with("Sumber: Dibuat untuk uji"),
        "{}",
        lines[3]
    );
    assert_eq!(lines[4], "");
    assert!(
        lines[5].starts_with("Kode;Nama;Rumah tangga;"),
        "{}",
        lines[5]
    );
    assert!(lines[6].contains(";9600;"), "{}", lines[6]);
    assert!(text.contains(";0,8;"), "{text}");
}

#[test]
fn a_workbook_says_why_a_number_is_blank() {
    let opened = Opened::new(&INJURIES, "/en/x/?cause=fall&year=2022");
    let sheet = Sheet::of(&INJURIES, &opened.view, opened.words, LINK).unwrap();
    assert!(
        sheet.notes.contains(&"Q: suppressed".to_owned()),
        "{:?}",
        sheet.notes
    );
    assert_eq!(sheet.notes.last().unwrap(), LINK);
    let is_percent = |field: &Field| matches!(field, Field::Number(_, NumberStyle::Percent));
    assert!(sheet.rows.iter().flatten().any(is_percent));
    check_files(&sheet, opened.words).unwrap();
}
