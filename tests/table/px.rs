//! PX files: what their keywords become.

use jangkau::cube::{
    Aggregation, DimIx, Dimension, Gap, Interval, Label, MeasuringType, Role, Status,
};
use jangkau::formats::json_stat::{bytes_from_cube, cube_from_bytes};
use jangkau::formats::{Limits, Opened, open};

use super::opened::{check_refused, codes, figures, names, read};

/// Two measures of two areas, sexes and years, in two languages.
const FULL: &str = r#"CHARSET="ANSI";
AXIS-VERSION="2013";
LANGUAGE="sv";
LANGUAGES="sv","en";
CREATION-DATE="20250103 09:30";
DECIMALS=1;
SHOWDECIMALS=0;
MATRIX="W1";
TITLE="Vattenanvändare efter område; "
"kön, mått och år";
TITLE[en]="Users of water by area, sex, measure and year";
CONTENTS="Vatten";
UNITS="antal";
STUB="område","kön";
STUB[en]="area","sex";
HEADING="mått","år";
HEADING[en]="measure","year";
CONTVARIABLE="mått";
VALUES("område")="Hela landet","Nord","Syd";
VALUES[en]("area")="Whole country","North","South";
VALUES("kön")="kvinnor","män";
VALUES("mått")="Användare","Andel, procent";
VALUES[en]("measure")="Users","Share, per cent";
VALUES("år")="2023","2024";
CODES("område")="00","01","02";
CODES("kön")="2","1";
CODES("mått")="U","R";
VARIABLECODE("område")="Region";
TIMEVAL("år")=TLIST(A1,"2023"-"2024");
MAP("område")="lan";
ELIMINATION("område")="Hela landet";
ELIMINATION("kön")=YES;
PRECISION("mått","Andel, procent")=1;
UNITS("Användare")="personer";
UNITS("Andel, procent")="procent";
STOCKFA("Användare")="S";
REFPERIOD("Användare")="31 december";
LAST-UPDATED("Användare")="20250102 08:00";
LAST-UPDATED("Andel, procent")="20250104 08:00";
NEXT-UPDATE="20260104 08:00";
CONTACT("Användare")="Ana#1234##Ben#5678";
CONTACT("Andel, procent")="Ana#1234";
DATASYMBOL3=":";
SOURCE="Vattenverket";
SOURCE[en]="Water board";
NOTE="Första raden#andra raden; a=b.";
NOTE("område")="Gränser av 2020.";
VALUENOTE("område","Syd")="Utan öar.";
DATA=
30 31 5.5 6
40 41 4.5 5
10 11 5.1 ".."
"..." 14 "-" "."
20 20 5.9 6.1
25 27 4.2 4.8;
"#;

#[test]
fn the_keywords_of_a_whole_file_are_read() {
    let (cube, told) = read(FULL);
    assert!(
        told.iter().all(|remark| remark.contains("UTF-8")),
        "{told:?}"
    );
    assert_eq!(cube.shape().sizes(), [3, 2, 2, 2]);
    let roles: Vec<Role> = cube.dimensions().iter().map(Dimension::role).collect();
    assert_eq!(
        roles,
        [Role::Geo, Role::Classification, Role::Metric, Role::Time]
    );
    assert_eq!(cube.dimension(DimIx(0)).id().as_str(), "Region");
    assert_eq!(cube.dimension(DimIx(0)).label().in_lang("en"), "area");
    assert_eq!(codes(&cube, 0), ["00", "01", "02"]);
    assert_eq!(names(&cube, 0, "sv"), ["Hela landet", "Nord", "Syd"]);
    assert_eq!(names(&cube, 0, "en"), ["Whole country", "North", "South"]);
    assert_eq!(names(&cube, 2, "en"), ["Users", "Share, per cent"]);
    assert_eq!(cube.dimension(DimIx(0)).total().map(|at| at.0), Some(0));
    assert!(cube.dimension(DimIx(1)).can_be_left_out());
    let notes: Vec<&str> = cube
        .dimension(DimIx(0))
        .notes()
        .iter()
        .map(Label::own)
        .collect();
    assert_eq!(notes, ["Gränser av 2020.", "Syd: Utan öar."]);
}

#[test]
fn a_measure_has_its_own_unit_and_decimals() {
    let (cube, _) = read(FULL);
    let measures = cube.dimension(DimIx(2)).categories();
    let of = |nth: usize| {
        let measure = measures.iter().nth(nth).unwrap().1.clone();
        let unit = measure.unit().unwrap().clone();
        (
            unit.base,
            measure.decimals().unwrap().count(),
            measure.measuring_type(),
        )
    };
    assert_eq!(of(0), ("personer".into(), 0, Some(MeasuringType::Stock)));
    assert_eq!(of(1), ("procent".into(), 1, None));
    let (_, users) = measures.iter().next().unwrap();
    assert_eq!(users.reference_period(), Some("31 december"));
}

#[test]
fn what_is_said_of_the_table_is_its_metadata() {
    let (cube, _) = read(FULL);
    let metadata = cube.metadata();
    assert_eq!(metadata.lang.as_deref(), Some("sv"));
    assert_eq!(
        metadata.label.own(),
        "Vattenanvändare efter område; kön, mått och år"
    );
    assert_eq!(
        metadata.label.in_lang("en"),
        "Users of water by area, sex, measure and year"
    );
    assert_eq!(
        metadata.source.as_ref().unwrap().in_lang("en"),
        "Water board"
    );
    assert_eq!(metadata.updated.as_deref(), Some("2025-01-04T08:00"));
    assert_eq!(metadata.next_update.as_deref(), Some("2026-01-04T08:00"));
    let texts = |labels: &[Label]| -> Vec<String> {
        labels.iter().map(|label| label.own().to_owned()).collect()
    };
    assert_eq!(texts(&metadata.notes), ["Första raden\nandra raden; a=b."]);
    assert_eq!(texts(&metadata.contact), ["Ana, 1234", "Ben, 5678"]);
    assert_eq!(metadata.aggregation, None);
}

#[test]
fn symbols_say_why_there_is_no_figure_and_a_dash_is_zero() {
    let (cube, _) = read(FULL);
    assert_eq!(
        figures(&cube)[8..16],
        ["10", "11", "5.1", "..", ":", "14", "0", "M"]
    );
    let gap = |cell: usize| cube.statuses().get(cell).unwrap().gap();
    assert_eq!(gap(11), Gap::Missing);
    assert_eq!(gap(12), Gap::Suppressed(Interval::UNBOUNDED));
    assert_eq!(gap(15), Gap::CannotExist);
}

#[test]
fn a_table_read_and_saved_as_json_stat_is_the_same() {
    let (cube, _) = read(FULL);
    let again = cube_from_bytes(&bytes_from_cube(&cube), &Limits::PAGE);
    assert_eq!(again.as_ref(), Ok(&cube));
}

#[test]
fn text_that_is_no_utf_8_is_read_by_its_page_of_codes() {
    let bytes: Vec<u8> = FULL
        .chars()
        .map(|char| u8::try_from(u32::from(char)).unwrap())
        .collect();
    let Opened::Dataset(cube) = open(&bytes, &Limits::PAGE).unwrap() else {
        panic!("a dataset was expected")
    };
    assert_eq!(*cube, read(FULL).0);
}

#[test]
fn a_table_without_a_variable_of_contents_is_one_measure() {
    let (cube, told) = read(
        r#"CONTENTS="Index"; UNITS="2020=100"; DECIMALS=1; AGGREGALLOWED=NO;
TITLE="Prices"; STUB="month"; VALUES("month")="2024M01","2024M02";
TIMEVAL("month")=TLIST(M1),"202401","202402";
DATA=99.5
101.5"#,
    );
    assert!(told.is_empty());
    assert_eq!(codes(&cube, 0), ["EliminatedValue"]);
    assert_eq!(names(&cube, 0, "en"), ["Index"]);
    assert_eq!(codes(&cube, 1), ["2024M01", "2024M02"]);
    assert_eq!(cube.metadata().aggregation, Some(Aggregation::None));
    let (_, measure) = cube.dimension(DimIx(0)).categories().iter().next().unwrap();
    assert_eq!(&*measure.unit().unwrap().base, "2020=100");
}

#[test]
fn periods_stand_in_where_values_are_no_periods() {
    let head = "MATRIX=\"W\"; STUB=\"time\"; TIMEVAL(\"time\")=TLIST(Q1),\"20241\",\"20242\";";
    let (cube, _) = read(&format!(
        "{head} VALUES(\"time\")=\"first\",\"second\"; DATA=1 2;"
    ));
    assert_eq!(
        (codes(&cube, 1), names(&cube, 1, "")),
        (vec!["2024Q1", "2024Q2"], vec!["first", "second"])
    );
    let (cube, _) = read(&format!("{head} DATA=1 2;"));
    assert_eq!(
        (codes(&cube, 1), cube.dimension(DimIx(1)).role()),
        (vec!["2024Q1", "2024Q2"], Role::Time)
    );
}

#[test]
fn letters_stand_beside_single_figures() {
    let (cube, told) = read(
        r#"MATRIX="W"; STUB="area"; HEADING="year";
VALUES("area")="North","South"; VALUES("year")="2023","2024";
DATANOTECELL("North","2024")="e"; DATANOTECELL("*","2023")="p"; DATANOTECELL("West","2023")="x";
DATA=1 2
".." 4;"#,
    );
    let statuses: Vec<Option<&str>> = (0..4)
        .map(|cell| cube.statuses().get(cell).map(Status::as_str))
        .collect();
    assert_eq!(statuses, [Some("p"), Some("e"), Some(".."), None]);
    assert_eq!(told.len(), 1, "{told:?}");
}

#[test]
fn names_of_another_number_in_another_language_are_told() {
    let file = FULL.replace(
        "\"Whole country\",\"North\",\"South\"",
        "\"Whole country\",\"North\"",
    );
    let (cube, told) = read(&file);
    assert_eq!(names(&cube, 0, "en"), ["Hela landet", "Nord", "Syd"]);
    let expected = "line 20, VALUES[en](\"area\"): expected 3 values, as in the file's own language, found 2: \
                    these names were left out";
    assert!(told.contains(&expected.to_owned()), "{told:?}");
}

#[test]
fn every_variable_that_does_not_fit_is_named() {
    check_refused(
        "MATRIX=\"W\";\nSTUB=\"area\";\nHEADING=\"year\",\"sex\",\"kind\";\nVALUES(\"area\")=\"N\",\"S\";\n\
         CODES(\"area\")=\"n\";\nVALUES(\"year\")=\"2024\";\nVALUES(\"kind\")=\"a\",\"b\",\"a\";\nDATA=1 2;",
        "line 5, CODES(\"area\"): expected 2 codes, as VALUES(\"area\") has, found 1: add what is missing, or \
         export the table again; \
         line 3, HEADING: expected VALUES for each variable of STUB and HEADING, found no VALUES(\"sex\"): add \
         VALUES(\"sex\") or export the table again; \
         line 7, VALUES(\"kind\"): expected each code once, found \"a\" twice: give each value a code of its own \
         in CODES",
    );
    check_refused(
        "MATRIX=\"W\";\nUNITS=\"x\";\nDATA=1;",
        "line 1, STUB: expected the names of the variables in STUB and HEADING, found none: export the table again",
    );
}
