//! What stands across a table: parts beside their total, days.

use jangkau::cube::{Cube, DimIx, Role, Selection};
use jangkau::tabular::{AcrossIs, Answers, DateOrder, Gravity, Table, table_from_bytes};

fn read(text: &str, answers: &Answers) -> Table {
    table_from_bytes("wells.csv", text.as_bytes(), answers)
}

#[track_caller]
fn cube_of(text: &str, answers: &Answers) -> Cube {
    super::workbook::cube(read(text, answers))
}

/// What stands in the way, each with its kind and place.
pub(super) fn grave(table: &Table) -> Vec<String> {
    let findings = table.findings.sorted().into_iter();
    let grave = findings.filter(|it| it.gravity <= Gravity::Question);
    grave
        .map(|it| format!("{} {} x{}", it.kind, it.spot, it.times))
        .collect()
}

/// Each dimension: its label and its categories.
pub(super) fn shape(cube: &Cube) -> Vec<String> {
    let dimension = |at: usize| {
        let dimension = &cube.dimensions()[at];
        let categories = dimension.categories().iter();
        let labels: Vec<&str> = categories.map(|(_, it)| it.label().own()).collect();
        format!("{}: {}", dimension.label().own(), labels.join(" "))
    };
    (0..cube.dimensions().len()).map(dimension).collect()
}

pub(super) fn values(cube: &Cube) -> Vec<f64> {
    let cells = 0..cube.shape().cells();
    cells
        .filter(|cell| !cube.absent().contains(cell))
        .map(|cell| cube.values().get(cell))
        .collect()
}

fn said(across: AcrossIs) -> Answers {
    Answers {
        across: Some(across),
        ..Answers::default()
    }
}

const WELLS: &str = "Region,Year,Deep,Shallow,Total\nNorth,2021,62,31,93\nNorth,2022,53,76,129\n\
                     South,2021,44,85,129\nSouth,2022,67,28,95\n";

#[test]
fn parts_beside_their_total_are_one_dimension() {
    let table = read(WELLS, &Answers::default());
    assert_eq!(table.account.laid_across, ["Deep", "Shallow", "Total"]);
    let cube = super::workbook::cube(table);
    assert_eq!(
        shape(&cube),
        [
            "Region: North South",
            "Year: 2021 2022",
            "Category: Deep Shallow Total",
            "Measure: Value"
        ]
    );
    assert_eq!(values(&cube)[..6], [62.0, 31.0, 93.0, 53.0, 76.0, 129.0]);
    let reading = cube.reading(&Selection::all());
    let kind = cube.dimension(DimIx(2)).categories();
    let total = reading.of(DimIx(2)).how().category();
    assert_eq!(total.map(|it| kind.get(it).label().own()), Some("Total"));
    // The total may stand first, be called otherwise, and be rounded.
    let rounded = "Wilayah,Jumlah,Dalam,Dangkal,Lain\nUtara,9.4,6.3,3.0,0.0\nSelatan,12.9,5.4,7.6,0.0\n\
                   Timur,6.2,3.1,3.0,0.0\n";
    assert_eq!(
        shape(&cube_of(rounded, &Answers::default()))[1],
        "Category: Jumlah Dalam Dangkal Lain"
    );
    let blanks = WELLS
        .replace("62,31,93", "..,31,93")
        .replace("44,85", ",85");
    let cube = cube_of(&blanks, &Answers::default());
    assert_eq!(shape(&cube)[2], "Category: Deep Shallow Total");
}

#[test]
fn what_else_is_measured_is_said_of_the_total() {
    let cube = cube_of(
        "Region,Households,Deep,Shallow,Total\nNorth,700,62,31,93\nSouth,900,44,85,129\nEast,400,12,15,27\n",
        &Answers::default(),
    );
    assert_eq!(
        shape(&cube)[1..],
        ["Category: Deep Shallow Total", "Measure: Value Households"]
    );
    assert_eq!(values(&cube)[..4], [62.0, 31.0, 93.0, 700.0]);
}

#[test]
fn men_and_women_beside_their_sum_and_a_measure_are_sexes() {
    let cube = cube_of(
        "Region,Persons,Male,Female,Visits\nNorth,93,62,31,700\nSouth,129,44,85,900\nEast,27,12,15,400\n",
        &Answers::default(),
    );
    assert_eq!(
        shape(&cube)[1..],
        ["Sex: Persons Male Female", "Measure: Value Visits"]
    );
}

#[test]
fn the_same_parts_under_each_year_are_one_dimension() {
    let cube = cube_of(
        "Region,Deep 2021,Shallow 2021,Total 2021,Deep 2022,Shallow 2022,Total 2022\n\
         North,62,31,93,53,76,129\nSouth,44,85,129,67,28,95\n",
        &Answers::default(),
    );
    assert_eq!(
        shape(&cube)[1..],
        [
            "Period: 2021 2022",
            "Category: Deep Shallow Total",
            "Measure: Value"
        ]
    );
    assert_eq!(values(&cube)[..6], [62.0, 31.0, 93.0, 53.0, 76.0, 129.0]);
}

#[test]
fn columns_that_are_no_parts_stay_measures() {
    let measures = |text: &str| shape(&cube_of(text, &Answers::default())).pop().unwrap();
    // No sums, no total, a rate, the sum of one.
    for text in [
        "Region,Deep,Shallow,Total\nNorth,62,31,70\nSouth,44,85,99\nEast,3,5,12\n",
        "Region,Deep,Shallow,All wells\nNorth,62,31,70\nSouth,44,85,99\nEast,3,5,12\n",
        "Region,Deep (%),Shallow (%),Total (%)\nNorth,62,38,100\nSouth,44,56,100.0\nEast,30,70,100\n",
        "Region,Deep,Shallow,Total\nNorth,0,0,0\nSouth,0,0,0\nEast,0,0,0\nWest,3,5,12\n",
        "Region,Deep,Rate (%),Total\nNorth,62,31,62\nSouth,44,85,44\nEast,3,5,3\n",
    ] {
        let last = measures(text);
        assert!(last.starts_with("Measure: Deep"), "{last}");
    }
    assert_eq!(
        measures("Region,Deep,Shallow,Sum\nNorth,62,31,93\nSouth,44,85,129\n"),
        "Measure: Deep Shallow Sum"
    );
}

#[test]
fn a_total_that_misses_its_parts_in_some_rows_is_asked_for() {
    let text = "County,Deep,Shallow,Total\nMombasa,47,64,111\nKwale,178,195,382\nKilifi,309,326,635\nLamu,571,588,1159\n";
    let table = read(text, &Answers::default());
    assert_eq!(grave(&table), ["total-across line 3, column 4 x1"]);
    let found = table.findings.sorted()[0].to_string();
    assert!(
        found.contains("382 as \"Total\" of Kwale, which is not the sum of \"Deep\", \"Shallow\"")
            && found.contains("as in 3 of 4 rows"),
        "{found}"
    );
    let laid = cube_of(text, &said(AcrossIs::Dimension));
    assert_eq!(shape(&laid)[1], "Category: Deep Shallow Total");
    let measures = cube_of(text, &said(AcrossIs::Measures));
    assert_eq!(shape(&measures)[1], "Measure: Deep Shallow Total");
}

#[test]
fn the_guess_can_be_turned_round() {
    let measures = cube_of(WELLS, &said(AcrossIs::Measures));
    assert_eq!(shape(&measures)[2], "Measure: Deep Shallow Total");
    let text = "Region,Deep,Shallow\nNorth,62,31\nSouth,44,85\n";
    assert_eq!(
        shape(&cube_of(text, &Answers::default()))[1],
        "Measure: Deep Shallow"
    );
    assert_eq!(
        shape(&cube_of(text, &said(AcrossIs::Dimension)))[1..],
        ["Category: Deep Shallow", "Measure: Value"]
    );
}

/// Cases by place and day, as Johns Hopkins University wrote them.
const DAYS: &str = "Country/Region,Lat,Long,1/22/20,1/23/20,1/24/20\nAlbania,41.15,20.17,12,15,21\n\
                    Algeria,28.03,1.66,31,44,52\nAndorra,42.51,1.52,8,9,13\n";

#[test]
fn days_across_are_periods() {
    let cube = cube_of(DAYS, &Answers::default());
    assert_eq!(
        shape(&cube)[..2],
        [
            "Country/Region: Albania Algeria Andorra",
            "Period: 2020-01-22 2020-01-23 2020-01-24"
        ]
    );
    assert_eq!(cube.dimensions()[1].role(), Role::Time);
    assert_eq!(values(&cube)[..4], [12.0, 15.0, 21.0, 31.0]);
    let day_first = "Area,30/04/2023,01/05/2023\nNorth,62,31\nSouth,44,85\n";
    let cube = cube_of(day_first, &Answers::default());
    assert_eq!(shape(&cube)[1], "Period: 2023-04-30 2023-05-01");
}

#[test]
fn the_order_of_days_across_is_asked_for_where_no_number_tells_it() {
    let text = DAYS.replace("1/22/20,1/23/20,1/24/20", "1/2/20,1/3/20,1/4/20");
    let table = read(&text, &Answers::default());
    assert_eq!(grave(&table), ["date-order line 1, column 4 x1"]);
    for (order, days) in [
        (DateOrder::DayFirst, "2020-02-01 2020-03-01 2020-04-01"),
        (DateOrder::MonthFirst, "2020-01-02 2020-01-03 2020-01-04"),
    ] {
        let answers = Answers {
            dates: Some(order),
            ..Answers::default()
        };
        assert_eq!(
            shape(&cube_of(&text, &answers))[1],
            format!("Period: {days}")
        );
    }
    let both = DAYS.replace("1/24/20", "24/1/20");
    let table = read(&both, &Answers::default());
    let first = table.findings.sorted()[0];
    assert_eq!((first.kind, first.gravity), ("date-order", Gravity::Error));
}

#[test]
fn a_measure_beside_sexes_bands_or_years_makes_measures_and_is_told() {
    for (heading, one, other) in [
        ("Male,Female,Sex ratio", "Male", "Sex ratio"),
        ("Men,Women,Households", "Men", "Households"),
        ("2019,2020,Change %", "2019", "Change %"),
        ("0-14,15-64,65+,Median age", "0-14", "Median age"),
    ] {
        let figures = "410,520,31,12".split(',').take(heading.split(',').count());
        let figures = figures.collect::<Vec<_>>().join(",");
        let text = format!(
            "Area,{heading}\nNorth,{figures}\nSouth,{}\n",
            figures
                .replace('1', "3")
                .replace('2', "4")
                .replace("60", "77")
        );
        let table = read(&text, &Answers::default());
        let found = table.findings.sorted().into_iter();
        let mut told = found.filter(|it| it.kind == "headings-of-two-kinds");
        let told = told.next().unwrap();
        assert_eq!(told.gravity, Gravity::Warning);
        let expected =
            format!("\"{other}\" beside \"{one}\", so that each column is a measure of its own");
        assert_eq!(told.found, expected);
        let found = shape(&super::workbook::cube(table));
        let labels = heading.replace(',', " ");
        assert_eq!(
            found,
            ["Area: North South".to_owned(), format!("Measure: {labels}")]
        );
    }
}

#[test]
fn a_total_beside_years_leaves_them_years() {
    let cube = cube_of(
        "Area,2021,2022,Total\nNorth,62,31,93\nSouth,44,85,129\n",
        &Answers::default(),
    );
    assert_eq!(shape(&cube)[1], "Period: 2021 2022 Total");
    assert_eq!(cube.dimensions()[1].role(), Role::Time);
    let latest = cube
        .reading(&Selection::all())
        .of(DimIx(1))
        .how()
        .category();
    assert_eq!(latest.map(|at| at.0), Some(1));
}

/// The first of some figures, one below each heading.
fn as_many(figures: &str, heading: &str) -> String {
    let figures: Vec<&str> = figures.split(',').collect();
    figures[..heading.split(',').count()].join(",")
}

#[test]
fn sexes_and_ages_keep_what_stands_for_the_rest() {
    for (heading, dimension) in [
        (
            "Male,Female,Unknown,Total",
            "Sex: Male Female Unknown Total",
        ),
        ("Male,Female,Other", "Sex: Male Female Other"),
        ("Under 5,5-9,10+", "Age: Under 5 5-9 10+"),
    ] {
        let figures = as_many("41,52,11,60", heading);
        let text = format!(
            "Area,{heading}\nNorth,{figures}\nSouth,{}\n",
            figures
                .replace('1', "3")
                .replace('2', "4")
                .replace("60", "77")
        );
        assert_eq!(shape(&cube_of(&text, &Answers::default()))[1], dimension);
    }
}

#[test]
fn a_count_beside_its_share_are_two_measures() {
    let cube = cube_of(
        "Area,Enrolled,Enrolled (%),Enrolled [%]\nNorth,620,31,30\nSouth,440,85,84\n",
        &Answers::default(),
    );
    assert_eq!(
        shape(&cube)[1],
        "Measure: Enrolled Enrolled (%) Enrolled [%]"
    );
    let measures = cube.dimensions()[1].categories().iter();
    let codes: Vec<&str> = measures.map(|(_, it)| it.code().as_str()).collect();
    assert_eq!(codes, ["enrolled", "enrolled-2", "enrolled-3"]);
}

#[test]
fn periods_of_the_world_bank_and_fiscal_years_are_periods_and_so_is_a_single_year() {
    for (heading, period) in [
        (
            "2019 [YR2019],2020 [YR2020]",
            "Period: 2019 [YR2019] 2020 [YR2020]",
        ),
        ("FY 2019-20,FY 2020-21", "Period: FY 2019-20 FY 2020-21"),
        ("2022", "Period: 2022"),
    ] {
        let figures = as_many("410,520", heading);
        let text = format!("District,{heading}\nNorth,{figures}\nSouth,9{figures}\n");
        let cube = cube_of(&text, &Answers::default());
        assert_eq!(shape(&cube)[1..], [period, "Measure: Value"]);
        assert_eq!(cube.dimensions()[1].role(), Role::Time);
    }
}
