//! SDMX-CSV files: what their columns become, and what is refused.

use jangkau::cube::{CatIx, Cube, Decimals, DimIx, Dimension, Gap, Label, Role, Unit};
use jangkau::formats::Limits;
use jangkau::formats::json_stat::{bytes_from_cube, cube_from_bytes};

use super::opened::{check_refused, codes, figures, names, read};

const FULL: &str = "\
DATAFLOW,FREQ,REF_AREA,SEX,UNIT_MEASURE,TIME_PERIOD,OBS_VALUE,OBS_STATUS,CONF_STATUS,UNIT_MULT,DECIMALS,TITLE
X:WATER(1.0),A,ID,_T,PS,2024,30,A,F,3,0,Users
X:WATER(1.0),A,ID,F,PS,2024,,A,C,3,0,Users
X:WATER(1.0),A,ID,M,PS,2024,,A,N,3,0,Users
X:WATER(1.0),A,ID,_T,PS,2023,20,P,F,3,0,Users
X:WATER(1.0),A,ID,F,PS,2023,NaN,M,F,3,0,Users
X:WATER(1.0),A,KH,_T,PS,2023,7,A,F,3,0,Users
X:WATER(1.0),A,KH,F,PS,2024,,O,F,3,0,Users
";

fn unit(cube: &Cube, at: usize) -> Unit {
    let category = cube.dimension(DimIx(at)).categories().get(CatIx(0));
    category.unit().unwrap().clone()
}

#[test]
fn a_row_is_a_cell_and_a_key_without_a_row_is_missing() {
    let (cube, told) = read(FULL);
    assert_eq!(cube.shape().sizes(), [1, 2, 3, 1, 2]);
    assert_eq!(codes(&cube, 1), ["ID", "KH"]);
    assert_eq!(codes(&cube, 4), ["2023", "2024"]);
    assert_eq!(
        figures(&cube),
        ["20", "30", "M", "C", "", "N", "7", "", "", "O", "", ""]
    );
    assert_eq!(
        told,
        [
            "line 6, OBS_VALUE: NaN: read as missing",
            "line 8, OBS_VALUE: nothing: read as missing",
        ]
    );
    let roles: Vec<Role> = cube.dimensions().iter().map(Dimension::role).collect();
    assert_eq!(
        roles,
        [
            Role::Metric,
            Role::Geo,
            Role::Classification,
            Role::Metric,
            Role::Time
        ]
    );
    for cell in [3, 5] {
        let gap = cube.statuses().get(cell).unwrap().gap();
        assert!(
            matches!(gap, Gap::Suppressed(bound) if !bound.is_bounded()),
            "{gap:?}"
        );
    }
}

#[test]
fn units_and_what_every_row_says_are_read() {
    let (cube, _) = read(FULL);
    let unit = unit(&cube, 3);
    assert_eq!(
        (
            &*unit.label,
            unit.multiplier,
            unit.decimals.map(Decimals::count)
        ),
        ("PS", 3, Some(0))
    );
    assert_eq!(cube.metadata().label.own(), "X:WATER(1.0)");
    let notes: Vec<&str> = cube.metadata().notes.iter().map(Label::own).collect();
    assert_eq!(notes, ["TITLE: Users"]);
    let again = cube_from_bytes(&bytes_from_cube(&cube), &Limits::PAGE);
    assert_eq!(again.as_ref(), Ok(&cube));
}

#[test]
fn lines_may_end_as_they_do_on_windows_and_the_delimiter_may_be_a_semicolon() {
    let (expected, told) = read(FULL);
    let file = format!("\u{feff}{}", FULL.replace(',', ";").replace('\n', "\r\n"));
    assert_eq!(read(&file), (expected, told));
}

#[test]
fn names_stand_in_the_same_field_or_in_columns_of_their_own() {
    let (both, _) = read(
        "DATAFLOW,REF_AREA:Area,TIME_PERIOD:Time,OBS_VALUE,OBS_STATUS:Status\n\
         X:W(1.0): Water,ID: Indonesia,2024,3,A: Normal value\n\"X:W(1.0): Water\",KH: Cambodia,2024,4,A: Normal value\n",
    );
    let (labels, _) = read(
        "DATAFLOW,REF_AREA,REF_AREA_LABEL,TIME_PERIOD,OBS_VALUE,OBS_STATUS\n\
         X:W(1.0),ID,Indonesia,2024,3,A\nX:W(1.0),KH,Cambodia,2024,4,A\n",
    );
    let (pairs, _) = read(
        "STRUCTURE,STRUCTURE_ID,STRUCTURE_NAME,ACTION,REF_AREA,Area,TIME_PERIOD,Time,OBS_VALUE,Figure,OBS_STATUS,Status\n\
         DATAFLOW,X:W(1.0),Water,I,ID,Indonesia,2024,,3,,A,Normal\nDATAFLOW,X:W(1.0),Water,I,KH,Cambodia,2024,,4,,A,Normal\n",
    );
    for cube in [&both, &labels, &pairs] {
        assert_eq!(codes(cube, 0), ["ID", "KH"]);
        assert_eq!(names(cube, 0, "en"), ["Indonesia", "Cambodia"]);
        assert_eq!(figures(cube), ["3", "4"]);
    }
    assert_eq!(both.metadata().label.own(), "Water");
    assert_eq!(pairs.metadata().label.own(), "Water");
    assert_eq!(both.dimension(DimIx(0)).label().own(), "Area");
    assert_eq!(pairs.dimension(DimIx(1)).label().own(), "Time");
}

#[test]
fn eurostat_s_columns_are_read() {
    let (cube, told) = read(
        "DATAFLOW,LAST UPDATE,freq,unit,geo,TIME_PERIOD,OBS_VALUE,OBS_FLAG,CONF_STATUS\n\
         ESTAT:W(1.0),15/11/24 23:00:00,A,THS_PER,DE,2024,3.5,ep,\n\
         ESTAT:W(1.0),15/11/24 23:00:00,A,THS_PER,FR,2024,:,,\n",
    );
    assert_eq!(figures(&cube), ["3.5", ":"]);
    assert_eq!(cube.statuses().get(0).unwrap().as_str(), "ep");
    assert_eq!(cube.statuses().get(1).unwrap().gap(), Gap::Missing);
    assert_eq!(
        cube.metadata().updated.as_deref(),
        Some("2024-11-15T23:00:00")
    );
    assert_eq!(&*unit(&cube, 1).label, "THS_PER");
    assert_eq!(told, ["line 3, OBS_VALUE: :: read as missing"]);
}

#[test]
fn a_unit_after_the_figure_belongs_to_the_dimension_that_tells_it() {
    let rows = "X:W(1.0),USERS,ID,2024,3,PS,0\nX:W(1.0),SHARE,ID,2024,4.5,PT,1\n";
    let header = "DATAFLOW,MEASURE,REF_AREA,TIME_PERIOD,OBS_VALUE,UNIT_MEASURE,DECIMALS\n";
    let (cube, _) = read(&format!("{header}{rows}"));
    assert_eq!(cube.dimensions().len(), 3);
    let units = cube.dimension(DimIx(0)).categories().iter();
    let units: Vec<&str> = units.map(|(_, it)| it.unit().unwrap().text()).collect();
    assert_eq!(units, ["PS", "PT"]);
    let (cube, _) = read(&format!("{header}{}", rows.lines().next().unwrap()));
    assert_eq!(&*unit(&cube, 3).label, "PS");
}

#[test]
fn a_multiplier_without_a_unit_is_not_lost() {
    let header = "DATAFLOW,REF_AREA,TIME_PERIOD,OBS_VALUE,UNIT_MEASURE,UNIT_MULT\n";
    let (cube, _) = read(&format!("{header}X:W(1.0),ID,2024,3,,6\n"));
    assert_eq!(cube.dimension(DimIx(2)).id().as_str(), "UNIT_MULT");
    assert_eq!(unit(&cube, 2).multiplier, 6);
    let (cube, _) = read(&format!("{header}X:W(1.0),ID,2024,3,,0\n"));
    assert_eq!(cube.dimensions().len(), 2);
}

#[test]
fn multipliers_that_differ_by_place_belong_to_their_figures() {
    let (cube, told) = read(
        "DATAFLOW,REF_AREA,TIME_PERIOD,OBS_VALUE,UNIT_MULT\n\
         X:W(1.0),KEN,2024,1.1,6\nX:W(1.0),UGA,2024,47,3\n",
    );
    assert_eq!(cube.dimension(DimIx(0)).role(), Role::Geo);
    assert_eq!(figures(&cube), ["1100000", "47000"]);
    assert_eq!(
        told,
        ["line 1, UNIT_MULT: the powers 6, 3: each figure was multiplied by its own"]
    );
}

#[test]
fn comments_are_told_and_attributes_of_single_rows_too() {
    let (_, told) = read(
        "DATAFLOW,SEX,OBS_VALUE,COMMENT_OBS,METHOD\nX:W(1.0),F,1,checked,a\nX:W(1.0),M,2,checked,b\n",
    );
    assert_eq!(
        told,
        [
            "line 2, COMMENT_OBS: a comment (2 times): comments on figures are not read",
            "line 2, METHOD: 2 different texts: attributes that differ from row to row are not read",
        ]
    );
}

#[test]
fn changes_and_a_second_dataflow_are_refused_together() {
    check_refused(
        "STRUCTURE,STRUCTURE_ID,ACTION,SEX,OBS_VALUE\ndataflow,X:W(1.0),I,F,1\ndataflow,X:W(1.0),D,M,\n\
         dataflow,X:W(1.0),D,T,\ndataflow,X:V(1.0),I,F,1\n",
        "line 3, ACTION: expected I, A, R or M, which bring figures, found ACTION D (2 times): export the data, \
         not the changes of them; line 5, STRUCTURE_ID: expected one dataflow, X:W(1.0), as in the rows before, \
         found a second one, X:V(1.0): export one dataflow a file",
    );
}

#[test]
fn a_key_that_stands_twice_is_named_with_both_lines() {
    check_refused(
        "DATAFLOW,SEX,OBS_VALUE\nX:W(1.0),F,1\nX:W(1.0),M,2\nX:W(1.0),F,1\nX:W(1.0),M,3\n",
        "line 4: expected each key once, found the key of line 2 again, with the same figure: take one of the \
         two rows out; line 5: expected each key once, found the key of line 3 again, with another figure: take \
         one of the two rows out",
    );
}

#[test]
fn figures_codes_and_fields_that_do_not_fit_are_named() {
    check_refused(
        "DATAFLOW,SEX,OBS_VALUE\nX:W(1.0),F,\"1,5\"\nX:W(1.0),,2\nX:W(1.0),M\n",
        "line 2, OBS_VALUE: expected a number with a decimal point, found \"1,5\": correct the figure; line 3, \
         SEX: expected a code, found nothing: fill in the code, as _T of a total; line 4: expected 3 fields, as \
         the header has, found 2: put fields that hold the delimiter into quotation marks",
    );
    check_refused(
        "DATAFLOW,UNIT_MEASURE,SEX,OBS_VALUE,UNIT_MULT\nX:W(1.0),PS,F,1,0\nX:W(1.0),PS,M,2,3\n",
        "line 3, UNIT_MULT: expected one UNIT_MULT for each UNIT_MEASURE, found another one: export figures of \
         one kind a file",
    );
    check_refused(
        "DATAFLOW,OBS_VALUE\nX:W(1.0),1\n",
        "line 1: expected columns of codes before OBS_VALUE, found none: export the data again",
    );
    check_refused(
        "DATAFLOW,SEX,OBS_VALUE\n",
        "line 1: expected rows after the header, found none: export the data again",
    );
}
