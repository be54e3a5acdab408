//! The figures of PX files: how many, and with keys.

use super::opened::{check_refused, figures, read};

/// Three areas by two years; the figures begin in line 5.
fn three_by_two(data: &str) -> String {
    format!(
        "MATRIX=\"W\";\nSTUB=\"area\"; HEADING=\"year\"; VALUES(\"year\")=\"2023\",\"2024\";\n\
         VALUES(\"area\")=\"North\",\"South\",\"West\"; CODES(\"area\")=\"n\",\"s\",\"w\";\nDATA=\n{data}"
    )
}

#[track_caller]
fn check(data: &str, expected: [&str; 6]) {
    let (cube, _) = read(&three_by_two(data));
    assert_eq!(figures(&cube), expected);
}

#[test]
fn figures_may_be_parted_in_any_way() {
    let expected = ["1", "2", "3", "4", "5.5", "-6"];
    check("1 2\n3 4\n5.5 -6;", expected);
    check("1,2,3,4,5.5,-6;", expected);
    check("1;2;3;4;5.5;-6;", expected);
    check("1\r\n2\r\n3\r\n4\r\n5.5\r\n-6", expected);
    check(
        "1 .. 3 \"...\" : \"......\"\n;",
        ["1", "..", "3", "...", ":", "......"],
    );
}

#[test]
fn a_line_with_a_figure_too_few_or_too_many_is_named() {
    let file = |lines: &[&str]| {
        let years = "VALUES(\"year\")=\"2023\",\"2024\";";
        let areas = "VALUES(\"area\")=\"a\",\"b\",\"c\",\"d\",\"e\";";
        format!(
            "MATRIX=\"W\";\nSTUB=\"area\"; HEADING=\"year\"; {years}{areas}\nDATA=\n{}",
            lines.join("\n")
        )
    };
    check_refused(
        &file(&["1 2", "3 4", "5", "7 8", "9 10;"]),
        "line 6, DATA: expected 2 figures in a line, 5 × 2 = 10 figures, found 1 in this one, 9 figures: add the \
         missing figure, or its dots",
    );
    check_refused(
        &file(&["1 2", "3 4", "5 6 6", "7 8", "9 10;"]),
        "line 6, DATA: expected 2 figures in a line, 5 × 2 = 10 figures, found 3 in this one, 11 figures: take \
         out what is too much",
    );
    check_refused(
        &file(&["1 2 3 4 5 6 7 8 9;"]),
        "line 3, DATA: expected 5 × 2 = 10 figures, found 9 figures: add the missing figures, or their dots, or \
         correct VALUES",
    );
}

#[test]
fn what_is_neither_number_nor_symbol_is_named_with_its_line() {
    check_refused(
        &three_by_two("1 2\n12O 4\n5 \"x\";"),
        "line 6, DATA: expected a number, or a symbol as \"..\", found \"12O\": correct the figure; line 7, DATA: \
         expected a number, or a symbol as \"..\", found \"x\": correct the figure",
    );
}

fn with_keys(keys: &str, data: &str) -> String {
    three_by_two(data).replace("DATA=", &format!("KEYS(\"area\")={keys};\nDATA="))
}

#[test]
fn a_row_that_is_left_out_is_zeros() {
    let (cube, told) = read(&with_keys("CODES", "\"w\",5 \"..\"\n\"n\" 1 2;"));
    assert_eq!(figures(&cube), ["1", "2", "0", "0", "5", ".."]);
    assert_eq!(
        told,
        ["line 5, DATA: a row left out: its figures are zeros, as KEYS says"]
    );
    let (by_value, _) = read(&with_keys("VALUES", "\"West\",5 \"..\"\n\"North\" 1 2;"));
    assert_eq!(by_value, cube);
}

#[test]
fn rows_that_do_not_fit_their_keys_are_named() {
    check_refused(
        &with_keys("CODES", "\"n\" 1 2\n\"x\" 3 4\n\"n\" 5 6\n\"w\" 7;"),
        "line 7, DATA: expected a key of \"area\", found \"x\": correct the key, or add it to CODES and VALUES; \
         line 8, DATA: expected each row once, found the keys of line 6 again: take one of the two out; \
         line 9, DATA: expected 2 figures in a row, found 1: add what is missing, or take out what is too much",
    );
}
