//! A question, its answer, and the cube that comes of it.

use std::collections::BTreeMap;

use jangkau::cube::{CatIx, Cube, DimIx, Role};
use jangkau::tabular::{
    Answers, BlankIs, BracketsAre, ColumnIs, DateOrder, DecimalSign, Era, Gravity, Table,
    table_from_bytes,
};

fn read(text: &str, answers: &Answers) -> Table {
    table_from_bytes("grants.csv", text.as_bytes(), answers)
}

/// What is asked of a table, and the questions that are left when it is answered.
#[track_caller]
fn answered(text: &str, kind: &str, answers: &Answers) -> Cube {
    let asked = read(text, &Answers::default());
    let kinds = |table: &Table| {
        let findings = table.findings.sorted().into_iter();
        let grave = findings.filter(|it| it.gravity <= Gravity::Question);
        grave.map(|it| it.kind).collect::<Vec<_>>()
    };
    assert_eq!(kinds(&asked), [kind]);
    let table = read(text, answers);
    let left = kinds(&table);
    let accepted = answers.accept.iter().any(|it| it == kind);
    assert!(left.is_empty() || accepted && left == [kind], "{left:?}");
    table.cube.unwrap()
}

fn labels(cube: &Cube, at: usize) -> Vec<&str> {
    let categories = cube.dimension(DimIx(at)).categories().iter();
    categories.map(|(_, it)| it.label().own()).collect()
}

fn values(cube: &Cube) -> Vec<f64> {
    (0..cube.shape().cells())
        .map(|cell| cube.values().get(cell))
        .collect()
}

fn columns(said: &[(&str, ColumnIs)]) -> Answers {
    let said = said
        .iter()
        .map(|(heading, is)| ((*heading).to_owned(), is.clone()));
    Answers {
        columns: said.collect(),
        ..Answers::default()
    }
}

#[test]
fn the_decimal_sign_is_the_one_that_is_said() {
    let text = "Area;Rate\nNorth;12,345\nSouth;10,500\n";
    let sign = |decimal| Answers {
        decimal: Some(decimal),
        ..Answers::default()
    };
    let comma = answered(text, "decimal-sign", &sign(DecimalSign::Comma));
    assert_eq!(values(&comma), [12.345, 10.5]);
    let point = answered(text, "decimal-sign", &sign(DecimalSign::Point));
    assert_eq!(values(&point), [12345.0, 10500.0]);
}

#[test]
fn a_blank_is_the_row_above_a_total_or_not_known() {
    let text = "Area,Sex,Grants\nNorth,F,62\n,M,31\nSouth,F,53\n,M,76\n";
    let blank = |is| Answers {
        blanks: BTreeMap::from([("Area".to_owned(), is)]),
        ..Answers::default()
    };
    let above = answered(text, "blank-category", &blank(BlankIs::Above));
    assert_eq!(labels(&above, 0), ["North", "South"]);
    assert_eq!(values(&above), [62.0, 31.0, 53.0, 76.0]);
    let text = "Area,Sex,Grants\nNorth,F,62\nSouth,F,53\n,F,115\n";
    let total = answered(text, "blank-category", &blank(BlankIs::Total));
    assert_eq!(labels(&total, 0), ["North", "South", "Total"]);
    let unknown = answered(text, "blank-category", &blank(BlankIs::Unknown));
    assert_eq!(labels(&unknown, 0), ["North", "South", "Unknown"]);
}

#[test]
fn two_spellings_are_one_where_the_publisher_says_so() {
    let text = "Area,Year,Grants\nNorth,2021,62\nnorth,2022,31\nSouth,2021,53\nSouth,2022,76\n";
    let one = BTreeMap::from([("north".to_owned(), "North".to_owned())]);
    let answers = Answers {
        replace: BTreeMap::from([("Area".to_owned(), one)]),
        ..Answers::default()
    };
    let cube = answered(text, "spellings", &answers);
    assert_eq!(labels(&cube, 0), ["North", "South"]);
    assert_eq!(values(&cube), [62.0, 31.0, 53.0, 76.0]);
}

#[test]
fn a_spelling_that_looks_the_same_has_a_line_to_paste() {
    // The first letter of the second is that of Cyrillic.
    let text =
        "Area,Year,Grants\nCoast,2021,62\n\u{421}oast,2022,31\nSouth,2021,53\nSouth,2022,76\n";
    let table = read(text, &Answers::default());
    let remedy = &table.findings.sorted()[0].remedy;
    let line = "\"Area\" = { \"\\u0421oast\" = \"Coast\" }";
    assert!(
        remedy.contains(&format!("paste below [replace]: {line};")),
        "{remedy}"
    );
    let one = BTreeMap::from([("\u{421}oast".to_owned(), "Coast".to_owned())]);
    let answers = Answers {
        replace: BTreeMap::from([("Area".to_owned(), one)]),
        ..Answers::default()
    };
    let cube = answered(text, "spellings", &answers);
    assert_eq!(labels(&cube, 0), ["Coast", "South"]);
}

#[test]
fn letters_with_marks_behind_them_are_the_same_text() {
    let text =
        "Area,Year,Grants\nÁncash,2021,62\nA\u{301}ncash,2022,31\nPuno,2021,53\nPuno,2022,76\n";
    let cube = super::workbook::cube(read(text, &Answers::default()));
    assert_eq!(labels(&cube, 0), ["Áncash", "Puno"]);
    assert_eq!(values(&cube), [62.0, 31.0, 53.0, 76.0]);
    let other = BTreeMap::from([("A\u{301}ncash".to_owned(), "Ancash".to_owned())]);
    let answers = Answers {
        replace: BTreeMap::from([("Area".to_owned(), other)]),
        ..Answers::default()
    };
    let cube = super::workbook::cube(read(text, &answers));
    assert_eq!(labels(&cube, 0), ["Ancash", "Puno"]);
}

#[test]
fn codes_have_the_zeros_that_are_said_of_their_column() {
    let text = "Code,Year,Grants\n1,2021,62\nT,2021,93\n10,2021,31\n";
    let answers = Answers {
        digits: BTreeMap::from([("Code".to_owned(), 2)]),
        ..Answers::default()
    };
    let cube = super::workbook::cube(read(text, &answers));
    assert_eq!(labels(&cube, 0), ["01", "T", "10"]);
}

#[test]
fn the_order_of_days_is_asked_for_where_no_number_tells_it() {
    let text = "Area,Day,Grants\nNorth,03/02/2023,62\nNorth,04/02/2023,31\nSouth,03/02/2023,53\nSouth,04/02/2023,76\n";
    for (order, days) in [
        (DateOrder::DayFirst, ["2023-02-03", "2023-02-04"]),
        (DateOrder::MonthFirst, ["2023-03-02", "2023-04-02"]),
    ] {
        let answers = Answers {
            dates: Some(order),
            ..Answers::default()
        };
        let cube = answered(text, "date-order", &answers);
        assert_eq!(labels(&cube, 1), days);
        assert_eq!(values(&cube), [62.0, 31.0, 53.0, 76.0]);
    }
    let told = text.replace("04/02", "14/02");
    let cube = read(&told, &Answers::default()).cube.unwrap();
    assert_eq!(labels(&cube, 1), ["2023-02-03", "2023-02-14"]);
    assert_eq!(cube.dimensions()[1].role(), Role::Time);
}

#[test]
fn years_of_the_buddhist_era_become_common_ones_in_rows_and_across() {
    let buddhist = Answers {
        era: Some(Era::Buddhist),
        ..Answers::default()
    };
    let rows = "Area,Year,Grants\nNorth,2566,62\nNorth,2567,31\nSouth,2566,53\nSouth,2567,76\n";
    let cube = answered(rows, "another-era", &buddhist);
    assert_eq!(labels(&cube, 1), ["2023", "2024"]);
    let across = "Area,2566,2567\nNorth,62,31\nSouth,53,76\n";
    let cube = answered(across, "another-era", &buddhist);
    assert_eq!(labels(&cube, 1), ["2023", "2024"]);
    assert_eq!(values(&cube), [62.0, 31.0, 53.0, 76.0]);
}

#[test]
fn dates_are_the_bands_that_they_were_in_rows_and_across() {
    let accept = Answers {
        accept: vec!["bands-as-dates".to_owned()],
        ..Answers::default()
    };
    let rows = "Area,Age,Grants\nNorth,0-4,1\nNorth,9-May,2\nNorth,14-Oct,3\nSouth,0-4,4\nSouth,9-May,5\nSouth,14-Oct,6\n";
    let cube = answered(rows, "bands-as-dates", &accept);
    assert_eq!(labels(&cube, 1), ["0-4", "5-9", "10-14"]);
    let across = "Area,0-4,9-May,14-Oct,15+\nNorth,11,12,13,14\nSouth,15,16,17,18\n";
    let cube = answered(across, "bands-as-dates", &accept);
    assert_eq!(labels(&cube, 1), ["0-4", "5-9", "10-14", "15+"]);
    assert_eq!(values(&cube)[..4], [11.0, 12.0, 13.0, 14.0]);
}

#[test]
fn figures_in_brackets_are_less_than_nothing_or_marked() {
    let text = "Area,Year,Change\nNorth,2021,(12)\nNorth,2022,30\nSouth,2021,40\nSouth,2022,(7)\n";
    let brackets = |are| Answers {
        brackets: Some(are),
        ..Answers::default()
    };
    let negative = answered(text, "brackets", &brackets(BracketsAre::Negative));
    assert_eq!(values(&negative), [-12.0, 30.0, 40.0, -7.0]);
    let marked = answered(text, "brackets", &brackets(BracketsAre::Unreliable));
    assert_eq!(values(&marked), [12.0, 30.0, 40.0, 7.0]);
    assert_eq!(marked.statuses().get(0).unwrap().as_str(), "()");
}

#[test]
fn a_table_without_a_heading_is_given_one() {
    let text = "North,2021,62\nNorth,2022,31\nSouth,2021,53\nSouth,2022,76\n";
    let headings = |names: &[&str]| Answers {
        headings: names.iter().map(|name| (*name).to_owned()).collect(),
        ..Answers::default()
    };
    let cube = answered(text, "no-heading", &headings(&["Area", "Year", "Grants"]));
    assert_eq!(values(&cube), [62.0, 31.0, 53.0, 76.0]);
    assert_eq!(cube.dimension(DimIx(0)).label().own(), "Area");
    let short = read(text, &headings(&["Area", "Year"]));
    let kinds: Vec<_> = short.findings.sorted().iter().map(|it| it.kind).collect();
    assert_eq!(kinds, ["headings-differ", "no-heading"]);
}

#[test]
fn a_note_in_as_many_fields_as_a_row_is_set_aside() {
    let text = "Area,Year,Grants\nNorth,2021,62\nSouth,2021,53\nSource,office,yearbook\n";
    let accept = Answers {
        accept: vec!["odd-last-row".to_owned()],
        ..Answers::default()
    };
    let table = read(text, &accept);
    assert!(table.findings.can_be_published(), "{:?}", table.findings);
    assert_eq!(values(&table.cube.unwrap()), [62.0, 53.0]);
}

#[test]
fn people_are_divided_by_over_the_dimensions_that_tell_them() {
    let text = "Area,Sex,Grants,Population\nNorth,F,62,5000\nNorth,M,31,5000\nSouth,F,53,700\nSouth,M,76,700\n";
    let people = columns(&[("Population", ColumnIs::People)]);
    let cube = answered(text, "people-to-divide-by", &people);
    let denominator = &cube.metadata().denominators[0];
    assert_eq!(denominator.label.own(), "Population");
    assert_eq!(denominator.dimensions, [DimIx(0)]);
    assert_eq!(denominator.values, [5000.0, 700.0]);
    assert_eq!(values(&cube), [62.0, 31.0, 53.0, 76.0]);
    let measure = columns(&[("Population", ColumnIs::Figures)]);
    let cube = answered(text, "people-to-divide-by", &measure);
    assert_eq!(labels(&cube, 2), ["Grants", "Population"]);
}

#[test]
fn a_column_names_the_measures_and_another_their_units() {
    let text = "Area,Indicator,Unit,Value\nNorth,Wells,number,62\nNorth,Covered,%,31.5\nSouth,Wells,number,53\nSouth,Covered,%,76\n";
    let table = read(text, &columns(&[("Indicator", ColumnIs::Measure)]));
    assert!(table.findings.can_be_published(), "{:?}", table.findings);
    let cube = table.cube.unwrap();
    let measures = cube.with_role(Role::Metric).unwrap();
    assert_eq!((measures, cube.dimensions().len()), (DimIx(1), 2));
    let units = cube.dimension(measures).categories();
    let unit = |at| units.get(CatIx(at)).unit().unwrap().text().to_owned();
    assert_eq!([unit(0), unit(1)], ["number", "%"]);
}

#[test]
fn what_is_said_of_a_column_is_done() {
    let text = "District,Name,Zone,Year,Grants,Row\n1,Kep,Coast,2021,62,7\n2,Sisoka,Coast,2021,31,8\n3,Amara,Hills,2021,53,9\n1,Kep,Coast,2022,5,7\n2,Sisoka,Coast,2022,6,8\n3,Amara,Hills,2022,7,9\n";
    let said = columns(&[
        ("District", ColumnIs::Region),
        ("Name", ColumnIs::NamesOf("District".to_owned())),
        ("Zone", ColumnIs::GroupOf("District".to_owned())),
        ("Row", ColumnIs::SetAside),
    ]);
    let table = read(text, &said);
    assert!(table.findings.can_be_published(), "{:?}", table.findings);
    let cube = table.cube.unwrap();
    assert_eq!(cube.with_role(Role::Geo), Some(DimIx(0)));
    assert_eq!(labels(&cube, 0), ["Kep", "Sisoka", "Amara"]);
    assert_eq!(cube.dimension(DimIx(0)).groupings().len(), 1);
    assert_eq!(cube.shape().sizes(), [3, 2, 1]);
}

#[test]
fn a_heading_that_no_column_has_is_named_with_those_that_there_are() {
    let text = "Area,Year,Grants\nNorth,2021,62\nSouth,2021,53\n";
    let table = read(
        text,
        &Answers {
            file: "data/grants/grants.toml".to_owned(),
            ..columns(&[("Region", ColumnIs::Region), ("column 2", ColumnIs::Time)])
        },
    );
    let texts: Vec<String> = table
        .findings
        .sorted()
        .iter()
        .map(ToString::to_string)
        .collect();
    assert_eq!(
        texts,
        [
            "data/grants/grants.toml, [columns]: found \"Region\", which no column is headed by, expected one of \
             \"Area\", \"Year\", \"Grants\"; correct the heading, or remove the line"
        ]
    );
}

#[test]
fn what_was_taken_for_what_gives_the_same_cube_when_it_is_said() {
    for text in [
        "Code,Area,Zone,Year,Sex,Persons,Status\n01,Kep,Coast,2021,F,62,\n02,Amara,Hills,2021,F,31,p\n03,Nova,Hills,2021,F,8,\n01,Kep,Coast,2021,M,62,\n02,Amara,Hills,2021,M,31,p\n03,Nova,Hills,2021,M,9,\n",
        "Area,2021,2022\nNorth,620,310\nSouth,530,760\n",
        ",,Female,,Male,\nCode,Area,2021,2022,2021,2022\n1,North,62,31,50,40\n2,South,53,76,60,70\n",
        "Area,Year,Persons,Rate (%)\nNorth,2021,62,1.5\nSouth,2021,53,2.5\n",
        "Area,Indicator,Unit,Value\nNorth,Wells,number,62\nNorth,Covered,%,31.5\nSouth,Wells,number,53\nSouth,Covered,%,76\n",
    ] {
        let first = read(text, &Answers::default());
        let cube = first.cube.unwrap();
        let taken = first.account.taken.iter();
        let said = taken.map(|it| (it.heading.clone(), it.is(&cube)));
        let answers = Answers {
            columns: said.collect(),
            decimal: first.account.decimal,
            ..Answers::default()
        };
        let again = read(text, &answers);
        assert_eq!(again.cube.as_ref(), Some(&cube), "{answers:?}");
    }
}
