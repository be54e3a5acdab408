//! Files that look like sums and are none, and some so large that a slow search would not end.

use jangkau::cube::Figure::{NotAdditive, Number};
use jangkau::cube::{CatIx, Selection, linked};
use serde_json::json;

use super::{check, codes, cube, file, read, with_measure};

#[test]
fn average_pay_over_two_sexes_is_not_added() {
    let file = file(&[("sex", codes(&["women", "men"]))], &[31_000.0, 35_000.0]);
    let file = with_measure(file, "Average monthly pay", &json!({"label": "SEK"}));
    check(&cube(&file), &["one(women)"], Number(31_000.0));
}

#[test]
fn pay_in_a_currency_says_nothing_of_adding() {
    let file = file(&[("sex", codes(&["women", "men"]))], &[31_000.0, 35_000.0]);
    let file = with_measure(file, "Monthly pay", &json!({"label": "SEK"}));
    check(&cube(&file), &["one(women)"], Number(31_000.0));
}

#[test]
fn persons_of_the_two_sexes_are_added() {
    let file = file(&[("sex", codes(&["women", "men"]))], &[31.0, 35.0]);
    let file = with_measure(file, "Residents", &json!({"label": "persons"}));
    check(&cube(&file), &["sum"], Number(66.0));
}

#[test]
fn a_noun_makes_no_count_of_a_percent_table() {
    let mut file = file(
        &[("region", codes(&["11", "12", "13"]))],
        &[40.0, 50.0, 45.0],
    );
    file["extension"] = json!({"noun": {"en": {"one": "person", "many": "persons"}}, "lang": "en"});
    let file = with_measure(file, "Share of households online", &json!({"label": "%"}));
    check(&cube(&file), &["each"], NotAdditive);
}

#[test]
fn a_county_beside_its_municipalities_is_not_added_to_them() {
    // 1100 holds 1101 and 1102, and one more that is not published.
    let file = file(
        &[("region", codes(&["1100", "1101", "1102", "1201", "1202"]))],
        &[30.0, 12.0, 11.0, 20.0, 21.0],
    );
    let file = with_measure(file, "Residents", &json!({"label": "persons"}));
    check(&cube(&file), &["each"], NotAdditive);
}

/// Residents of regions, in one period after another.
fn residents(regions: &[&str], rows: &[&[f64]]) -> jangkau::cube::Cube {
    let years: Vec<String> = (2020..).take(rows.len()).map(|it| it.to_string()).collect();
    let by_region = (0..regions.len()).flat_map(|at| rows.iter().map(move |row| row[at]));
    let file = file(
        &[("region", codes(regions)), ("year", years)],
        &by_region.collect::<Vec<_>>(),
    );
    cube(&with_measure(
        file,
        "Residents",
        &json!({"label": "persons"}),
    ))
}

#[test]
fn subtotals_with_codes_like_those_of_their_parts_are_not_added_to_them() {
    // Two groups behind their five parts, in one year: too little for a proof.
    let regions = ["11", "12", "13", "31", "32", "80", "81"];
    let row = [1334.0, 2445.0, 3556.0, 4667.0, 9667.0, 7335.0, 14334.0];
    check(&residents(&regions, &[&row]), &["each"], NotAdditive);
    // Before their parts, and small.
    let regions = ["1001", "1002", "1003", "1004", "1005", "1006"];
    let row = [50.0, 20.0, 30.0, 70.0, 45.0, 25.0];
    check(&residents(&regions, &[&row]), &["each"], NotAdditive);
    // Two groups among many places, each right before its parts.
    let regions: Vec<String> = (0..20).map(|at| (1101 + at).to_string()).collect();
    let regions: Vec<&str> = regions.iter().map(String::as_str).collect();
    let mut row: Vec<f64> = (0..20)
        .map(|at| f64::from(170 + (at * 7919 + 13) % 311))
        .collect();
    row[2] = row[3..6].iter().sum();
    row[9] = row[10..14].iter().sum();
    check(&residents(&regions, &[&row]), &["each"], NotAdditive);
    // One group alone, of parts that do not stand beside it, over three years.
    let regions = [
        "11", "12", "13", "14", "15", "16", "17", "18", "19", "21", "22", "23", "24", "80",
    ];
    let year = |shift: f64| -> Vec<f64> {
        let mut row: Vec<f64> = (0..13)
            .map(|at| 900.0 + f64::from(at * at) * 37.0 + shift * f64::from(at % 5))
            .collect();
        row.push(row[2..5].iter().sum());
        row
    };
    let rows = [year(0.0), year(71.0), year(-113.0)];
    let rows: Vec<&[f64]> = rows.iter().map(Vec::as_slice).collect();
    let (how, total) = read(&residents(&regions, &rows));
    let once: f64 = rows[2][..13].iter().sum();
    assert!(
        total == NotAdditive || total == Number(once),
        "{how:?} {total:?}"
    );
}

#[test]
fn places_that_are_no_sums_of_others_stay_added() {
    let regions: Vec<String> = (0..30).map(|at| (11 + at).to_string()).collect();
    let regions: Vec<&str> = regions.iter().map(String::as_str).collect();
    let row: Vec<f64> = (0..30)
        .map(|at| f64::from(4000 + (at * 7919 + 13) % 5003))
        .collect();
    check(
        &residents(&regions, &[&row]),
        &["sum"],
        Number(row.iter().sum()),
    );
}

#[test]
fn a_place_called_all_something_is_no_total_of_a_count() {
    for label in ["Voters", "Residents"] {
        let parishes = codes(&["All Saints", "St. John", "St. Mary"]);
        let file = file(&[("parish", parishes)], &[420.0, 1001.0, 301.0]);
        let file = with_measure(file, label, &json!({"label": label}));
        check(&cube(&file), &["each"], NotAdditive);
    }
    let towns = codes(&["11", "12", "13", "14"]);
    let mut file = file(&[("region", towns)], &[420.0, 901.0, 950.0, 301.0]);
    file["dimension"]["region"]["category"]["label"] =
        json!({"11": "Totalán", "12": "Todos Santos", "13": "Ronda", "14": "Jumla"});
    let file = with_measure(file, "Residents", &json!({"label": "persons"}));
    check(&cube(&file), &["sum"], Number(2572.0));
}

#[test]
fn the_mean_of_all_stays_their_total() {
    let trades = codes(&["All trades", "Mining", "Mills"]);
    let file = file(&[("trade", trades)], &[420.0, 1001.0, 301.0]);
    let file = with_measure(file, "Average pay", &json!({"label": "SEK"}));
    check(&cube(&file), &["total(All trades)"], Number(420.0));
}

#[test]
fn quantities_of_people_are_not_added_over_the_two_sexes() {
    for label in [
        "Pupils attending (pct)",
        "Height of pupils (cm)",
        "Wait days of patients",
        "Income of households",
        "Length of stay of patients",
    ] {
        let file = file(&[("sex", codes(&["women", "men"]))], &[41.0, 55.0]);
        let unit = label
            .rsplit_once('(')
            .map_or(label, |(_, unit)| unit.trim_end_matches(')'));
        let file = with_measure(file, label, &json!({"label": unit}));
        check(&cube(&file), &["one(women)"], Number(41.0));
    }
    for label in [
        "Patients within 30 days",
        "30 days deaths",
        "Number of days patients stayed",
    ] {
        let file = file(&[("sex", codes(&["women", "men"]))], &[41.0, 55.0]);
        let file = with_measure(file, label, &json!({"label": "persons"}));
        check(&cube(&file), &["sum"], Number(96.0));
    }
}

#[test]
fn totals_of_other_languages_are_totals() {
    for total in [
        "Toplam",
        "Jumla",
        "Σύνολο",
        "कुल",
        "합계",
        "総数",
        "Усього",
        "Общо",
        "Kabuuan",
        "Guztira",
        "Gjithsej",
        "Tổng số",
    ] {
        let places = codes(&[total, "a", "b"]);
        let file = file(&[("place", places)], &[721.0, 420.0, 301.0]);
        let file = with_measure(file, "Residents", &json!({"label": "persons"}));
        check(&cube(&file), &[&*format!("total({total})")], Number(721.0));
    }
}

#[test]
fn places_of_one_level_are_added() {
    let file = file(
        &[("region", codes(&["1101", "1102", "1201", "1202"]))],
        &[12.0, 11.0, 20.0, 21.0],
    );
    let file = with_measure(file, "Residents", &json!({"label": "persons"}));
    check(&cube(&file), &["sum"], Number(64.0));
}

#[test]
fn dwellings_by_year_of_construction_are_no_series() {
    let mut file = file(
        &[("built", codes(&["1999", "2000", "2001"]))],
        &[10.0, 11.0, 12.0],
    );
    file["dimension"]["built"]["label"] = json!("Year of construction");
    check(&cube(&file), &["one(1999)"], Number(10.0));
}

#[test]
fn numbers_that_only_name_are_no_bands() {
    // The same people counted twice over: no sum.
    for (labels, first) in [
        (["Seasonally adjusted", "Not adjusted"], 60.0),
        (["Dose 1", "Dose 2"], 60.0),
        (["1 Labour force", "2 Employed"], 60.0),
        (["1", "2"], 60.0),
    ] {
        let mut file = file(&[("kind", codes(&["1", "2"]))], &[60.0, 50.0]);
        file["dimension"]["kind"]["category"]["label"] = json!({"1": labels[0], "2": labels[1]});
        let cube = cube(&with_measure(file, "Count", &json!({"label": "persons"})));
        check(&cube, &["one(1)"], Number(first));
        let kind = cube.axis("kind").unwrap();
        let both = Selection::all().with(kind, vec![CatIx(0), CatIx(1)]);
        assert_eq!(linked(&cube, &both).total(), NotAdditive);
    }
    // But of ages bare numbers are bands.
    let ages = file(&[("age", codes(&["0", "1", "2"]))], &[5.0, 7.0, 2.0]);
    let ages = with_measure(ages, "Count", &json!({"label": "persons"}));
    check(&cube(&ages), &["sum"], Number(14.0));
    let rooms = codes(&["1 room", "2 rooms", "3 rooms or more"]);
    let rooms = file(&[("size", rooms)], &[5.0, 7.0, 2.0]);
    let rooms = with_measure(rooms, "Dwellings", &json!({"label": "number"}));
    check(&cube(&rooms), &["sum"], Number(14.0));
}

#[test]
fn one_row_proves_nothing_and_equal_cells_prove_nothing() {
    check(
        &cube(&file(&[("k", codes(&["a", "b", "c"]))], &[3.0, 1.0, 2.0])),
        &["one(a)"],
        Number(3.0),
    );
    let rows: Vec<String> = (0..40).map(|row| format!("r{row}")).collect();
    let equal = file(
        &[("k", codes(&["a", "b", "c", "d"])), ("row", rows)],
        &[7.0; 160],
    );
    check(&cube(&equal), &["one(a)", "one(r0)"], Number(7.0));
}

#[test]
fn profiles_that_persist_are_no_evidence() {
    // c is 2a + b in every year only because all grow alike.
    let years: Vec<String> = (2000..2020).map(|year| year.to_string()).collect();
    let values: Vec<f64> = [5.0, 1.0, 2.0, 2.0]
        .iter()
        .flat_map(|part| (0..20).map(move |year| part * f64::from(100 + year)))
        .collect();
    let cube = cube(&file(
        &[("k", codes(&["c", "b", "a", "d"])), ("year", years)],
        &values,
    ));
    assert_eq!(read(&cube).0[0], "one(c)");
}

#[test]
fn totals_nested_a_thousand_deep_end_in_a_moment() {
    // Each category is the sum of the next and of one leaf.
    let deep = 1000;
    let rows = 6;
    let leaf =
        |at: usize, row: usize| f64::from(u32::try_from((at * 7 + row * 13) % 11 + 1).unwrap());
    let mut names = Vec::new();
    let mut values = Vec::new();
    for at in 0..deep {
        let below = |row: usize| (at..deep).map(|at| leaf(at, row)).sum::<f64>();
        names.push(format!("s{at}"));
        values.extend((0..rows).map(below));
        names.push(format!("l{at}"));
        values.extend((0..rows).map(|row| leaf(at, row)));
    }
    let rows: Vec<String> = (0..rows).map(|row| format!("r{row}")).collect();
    let start = std::time::Instant::now();
    let cube = cube(&file(&[("k", names), ("row", rows)], &values));
    let figure = linked(&cube, &Selection::all()).total();
    assert!(matches!(figure, Number(_)));
    assert!(start.elapsed().as_secs() < 60, "{:?}", start.elapsed());
}

#[test]
fn thousands_of_places_in_many_rows_end_in_a_moment() {
    let places: Vec<String> = (0..3000).map(|at| format!("p{at}")).collect();
    let rows: Vec<String> = (0..300).map(|at| format!("r{at}")).collect();
    let values: Vec<f64> = (0..900_000_u32)
        .map(|at| f64::from(at.wrapping_mul(2_654_435_761) >> 20))
        .collect();
    let cube = cube(&file(&[("plot", places), ("row", rows)], &values));
    let start = std::time::Instant::now();
    assert_eq!(read(&cube).0, ["one(p0)", "one(r0)"]);
    assert!(start.elapsed().as_secs() < 60, "{:?}", start.elapsed());
}
