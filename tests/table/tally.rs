//! No cell of a table leaves without being counted.

use std::fmt::Write as _;

use jangkau::tabular::{Answers, Gravity, Table, Tally, table_from_bytes};
use proptest::prelude::*;

/// What stands in a cell of figures.
#[derive(Debug, Clone, Copy)]
enum Printed {
    Figure(u32),
    Sign,
    Blank,
    Text,
}

fn printed() -> impl Strategy<Value = Printed> {
    prop_oneof![
        40 => (100_u32..900).prop_map(Printed::Figure),
        2 => Just(Printed::Sign),
        2 => Just(Printed::Blank),
        1 => Just(Printed::Text),
    ]
}

/// What is odd about a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Oddity {
    None,
    Twice,
    NoArea,
}

fn oddity() -> impl Strategy<Value = Oddity> {
    prop_oneof![
        20 => Just(Oddity::None),
        1 => Just(Oddity::Twice),
        1 => Just(Oddity::NoArea),
    ]
}

proptest! {
    #[test]
    fn the_parts_of_the_tally_make_every_cell_of_the_table(
        rows in prop::collection::vec(([printed(), printed()], oddity()), 30),
    ) {
        // The first row is plain: one of texts would be taken for a second line of the heading.
        let mut text = "Area,Sex,Persons,Visits\nm,F,510,320\n".to_owned();
        let mut expected = Tally { figures: 2, ..Tally::default() };
        let mut lines = 1;
        for (at, (cells, oddity)) in rows.iter().enumerate() {
            let area = if *oddity == Oddity::NoArea { String::new() } else { format!("n{:02}", at / 2) };
            let sex = ["F", "M"][at % 2];
            let copies = if *oddity == Oddity::Twice { 2 } else { 1 };
            for copy in 0..copies {
                lines += 1;
                write!(text, "{area},{sex}").unwrap();
                for cell in cells {
                    // Without an area and figures a line would be one of text, which is counted as such.
                    let cell = if *oddity == Oddity::NoArea { &Printed::Figure(555) } else { cell };
                    let (shown, count) = match cell {
                        Printed::Figure(figure) => (figure.to_string(), &mut expected.figures),
                        Printed::Sign => ("..".to_owned(), &mut expected.signs),
                        Printed::Blank => (String::new(), &mut expected.blank),
                        Printed::Text => ("12l".to_owned(), &mut expected.texts),
                    };
                    write!(text, ",{shown}").unwrap();
                    if *oddity == Oddity::NoArea {
                        expected.unplaced += 1;
                    } else if copy > 0 {
                        expected.twice += 1;
                    } else {
                        *count += 1;
                    }
                }
                text.push('\n');
            }
        }
        let table: Table = table_from_bytes("visits.csv", text.as_bytes(), &Answers::default());
        prop_assert_eq!(table.tally.cells(), 2 * lines, "{}", text);
        prop_assert_eq!(table.tally, expected, "{}", text);
    }
}

#[test]
fn a_row_that_is_taken_for_a_second_line_of_the_heading_is_told() {
    let read = |text: &str| {
        table_from_bytes("visits.csv", text.as_bytes(), &Answers::default())
            .account
            .read
    };
    let rows = "n1,120,130,125,135\nn2,220,230,225,235\nn3,320,330,325,335\n";
    let two = read(&format!(
        "Area,2022,2022,2023,2023\n,Female,Male,Female,Male\n{rows}"
    ));
    assert!(two.contains("; a heading of 2 lines"), "{two}");
    let one = read(&format!("Area,a,b,c,d\n{rows}"));
    assert!(!one.contains("a heading of"), "{one}");
}

#[test]
fn the_account_says_what_became_of_every_cell() {
    let text = "Area,Sex,Persons\nn1,F,120\nn1,M,..\nn2,F,\nn2,M,95\nn2,M,96\n";
    let table = table_from_bytes("visits.csv", text.as_bytes(), &Answers::default());
    assert_eq!(
        table.account.cells,
        "5 cells = 2 figures + 1 sign + 1 blank + 1 of a row that stands twice set aside"
    );
}

#[test]
fn the_256th_flag_is_an_error_with_its_place() {
    let mut text = "Area,Persons\n".to_owned();
    for at in 0..600 {
        // Signs "<2", "<3" … in every other line.
        let shown = if at % 2 == 0 {
            format!("<{}", at / 2 + 2)
        } else {
            "120".to_owned()
        };
        writeln!(text, "n{at:03},{shown}").unwrap();
    }
    let table = table_from_bytes("few.csv", text.as_bytes(), &Answers::default());
    let findings = table.findings.sorted();
    let found = findings
        .iter()
        .find(|it| it.kind == "too-many-flags")
        .unwrap();
    // 255 are kept, of the lines 2, 4, … 510; the next stands in line 512.
    assert_eq!(
        (found.gravity, found.spot.to_string(), found.times),
        (Gravity::Error, "line 512, column 2".to_owned(), 45)
    );
}
