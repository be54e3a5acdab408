//! What is planted in a table, and what is found, side by side.

use jangkau::cube::{Cube, Role};
use jangkau::tabular::{Answers, Finding, Gravity, Table, table_from_bytes};

fn read(text: &str) -> Table {
    table_from_bytes("grants.csv", text.as_bytes(), &Answers::default())
}

/// A table that is read without an error or a question.
#[track_caller]
fn cube(text: &str) -> Cube {
    super::workbook::cube(read(text))
}

/// The sizes of the dimensions but the measure, and the sum of all figures.
#[track_caller]
fn check(text: &str, sizes: &[usize], sum: f64) -> Cube {
    let cube = cube(text);
    let all = cube.shape().sizes();
    assert_eq!(&all[..all.len() - 1], sizes, "{:?}", cube.dimensions());
    let found: f64 = (0..cube.shape().cells())
        .map(|cell| cube.values().get(cell))
        .sum();
    assert!((found - sum).abs() < 1e-9, "{found}");
    cube
}

/// What stands in the way is of one kind, at one place.
#[track_caller]
fn check_found(text: &str, gravity: Gravity, (kind, place): (&str, &str), times: usize) {
    let table = read(text);
    let grave: Vec<&Finding> = table
        .findings
        .sorted()
        .into_iter()
        .filter(|it| it.gravity <= Gravity::Question)
        .collect();
    let found: Vec<_> = grave
        .iter()
        .map(|it| (it.kind, it.spot.to_string(), it.gravity, it.times))
        .collect();
    assert_eq!(
        found,
        [(kind, place.to_owned(), gravity, times)],
        "{grave:#?}"
    );
    assert!(!grave[0].remedy.is_empty());
}

#[test]
fn titles_notes_and_repeated_headings_are_no_rows() {
    let text = "\"Table 4.2, grants\",,,\n,,,\nCode,Area,Year,Grants\n1,North,2021,62\n1,North,2022,31\n\
                Page 2,,,\nCode,Area,Year,Grants\n2,South,2021,53\n2,South,2022,76\n,,,\n\"Source: office, 2023\",,,\n";
    check(text, &[2, 2], 222.0);
}

#[test]
fn the_first_row_keeps_a_figure_that_can_be_a_year() {
    let long = "District,Year,Patients\nAru,2021,1990\nBol,2021,700\nCid,2021,840\n";
    check(long, &[3, 1], 3530.0);
    check("District,Patients\nKono,1950\nBol,700\n", &[2], 2650.0);
    check(
        "Code,District,Patients\n11,Aru,1990\n12,Bol,700\n13,Cid,840\n",
        &[3],
        3530.0,
    );
    check(
        "District,2019,2020\nAru,1990,2001\nBol,700,710\nCid,840,850\n",
        &[3, 2],
        7091.0,
    );
    check(
        "District,Population\nAru,1950\nBol,2000\nCid,840\n",
        &[3],
        4790.0,
    );
}

#[test]
fn what_is_laid_out_across_is_a_dimension() {
    check(
        "Area,2021,2022\nNorth,620,310\nSouth,530,760\n",
        &[2, 2],
        2220.0,
    );
    check(
        "Area,0-4,5-9,10+\nNorth,62,31,9\nSouth,53,76,8\n",
        &[2, 3],
        239.0,
    );
    let two = ",,Female,,Male,\nCode,Area,2021,2022,2021,2022\n1,North,62,31,50,40\n2,South,53,76,60,70\n";
    check(two, &[2, 2, 2], 442.0);
    let ages = (0..100)
        .map(|age| age.to_string())
        .collect::<Vec<_>>()
        .join(",");
    let figures = (0..100)
        .map(|age| (1000 + 7 * age).to_string())
        .collect::<Vec<_>>()
        .join(",");
    check(
        &format!("Code,Area,{ages}\n1,North,{figures}\n2,South,{figures}\n"),
        &[2, 100],
        269_300.0,
    );
}

#[test]
fn several_columns_of_figures_are_measures() {
    let text = "Code;Area;Year;Persons;Rate (%)\n1;North;2021;1.049;6,9\n1;North;2022;986;7,1\n\
                2;South;2021;1.310;8,0\n2;South;2022;745;5,5\n";
    let cube = check(text, &[2, 2], 4_117.5);
    let measures = cube.dimensions().last().unwrap().categories();
    let units: Vec<&str> = measures
        .iter()
        .map(|(_, it)| it.unit().unwrap().text())
        .collect();
    assert_eq!(units, ["Persons", "%"]);
}

#[test]
fn codes_and_names_are_one_dimension_and_keep_their_zeros() {
    let cube = cube("Code,Area,Year,Grants\n01,North,2021,62\n02,South,2021,53\n");
    let areas: Vec<(&str, &str)> = (cube.dimensions()[0].categories().iter())
        .map(|(_, it)| (it.code().as_str(), it.label().own()))
        .collect();
    assert_eq!(areas, [("01", "North"), ("02", "South")]);
}

#[test]
fn signs_and_flags_are_no_figures_and_are_kept() {
    let text = "Area,Year,Grants\nNorth,2021,<5\nNorth,2022,12 p\nSouth,2021,..\nSouth,2022,30*\nEast,2021,\nEast,2022,70\n";
    let cube = check(text, &[3, 2], 112.0);
    let statuses: Vec<&str> = cube
        .statuses()
        .list()
        .iter()
        .map(jangkau::cube::Status::as_str)
        .collect();
    assert_eq!(statuses, ["<5", "p", "..", "*"]);
    assert_eq!(cube.absent().len(), 3);
}

#[test]
fn spaces_and_signs_that_cannot_be_seen_make_no_other_category() {
    let text = "Area,Year,Grants\nPort  Amara,2021,62\n\u{200f}Port Amara ,2022,31\nKep\u{a0},2021,53\n Kep,2022,76\n";
    check(text, &[2, 2], 222.0);
}

#[test]
fn a_number_that_is_none_is_named_with_its_line() {
    let text = "Area,Year,Grants\nNorth,2021,12O\nNorth,2022,310\nSouth,2021,approx. 800\nSouth,2022,760\n";
    check_found(text, Gravity::Error, ("no-number", "line 2, column 3"), 2);
}

#[test]
fn the_same_categories_twice_are_an_error_and_never_added() {
    let text = "Area,Year,Grants\nNorth,2021,120\nNorth,2022,310\nNorth,2021,125\nSouth,2021,530\nSouth,2022,760\n";
    check_found(
        text,
        Gravity::Error,
        ("duplicate-key", "line 4, column 3"),
        1,
    );
}

#[test]
fn a_row_of_another_length_is_named() {
    let text =
        "Area,Year,Grants\nNorth,2021,1,200\nNorth,2022,310\nSouth,2021,530\nSouth,2022,760\n";
    check_found(text, Gravity::Error, ("ragged-row", "line 2"), 1);
}

#[test]
fn figures_that_can_be_read_in_two_ways_are_asked_for() {
    let text = "Area;Year;Grants\nNorth;2021;12.345\nNorth;2022;31.250\nSouth;2021;53.125\nSouth;2022;76.500\n";
    check_found(text, Gravity::Question, ("decimal-sign", ""), 1);
}

#[test]
fn a_blank_where_a_category_stands_is_asked_for() {
    let text = "Area,Sex,Grants\nNorth,F,120\n,M,310\nSouth,F,530\nSouth,M,760\n";
    check_found(
        text,
        Gravity::Question,
        ("blank-category", "line 3, column 1"),
        1,
    );
}

#[test]
fn bands_that_became_dates_are_asked_for_with_what_they_were() {
    let text = "Area,Age,Grants\nNorth,0-4,120\nNorth,9-May,310\nNorth,15-19,55\nSouth,0-4,530\nSouth,9-May,760\nSouth,15-19,66\n";
    check_found(
        text,
        Gravity::Question,
        ("bands-as-dates", "line 3, column 2"),
        2,
    );
    assert!(
        read(text).findings.sorted()[0]
            .found
            .contains("\"9-May\" for 5-9")
    );
}

#[test]
fn two_spellings_of_one_category_are_asked_for() {
    let text =
        "Area,Sex,Grants\nNorth,Female,120\nNorth,Male,310\nSouth,female,530\nSouth,Male,760\n";
    check_found(text, Gravity::Question, ("spellings", "column \"Sex\""), 1);
    let slip =
        "Area,Sex,Grants\nNorth,Female,120\nNorth,Male,310\nSouth,Femal,530\nSouth,Male,760\n";
    check_found(slip, Gravity::Question, ("spellings", "column \"Sex\""), 1);
}

#[test]
fn days_of_two_orders_are_refused() {
    let text = "Area,Day,Grants\nNorth,15/02/2023,120\nNorth,02/16/2023,310\nSouth,15/02/2023,530\nSouth,02/16/2023,760\n";
    check_found(text, Gravity::Error, ("date-order", "column 2 \"Day\""), 1);
}

#[test]
fn years_of_another_era_are_asked_for() {
    let text = "Area,Year,Grants\nNorth,2563,120\nNorth,2564,310\nSouth,2563,530\nSouth,2564,760\n";
    check_found(
        text,
        Gravity::Question,
        ("another-era", "column 2 \"Year\""),
        1,
    );
}

#[test]
fn people_beside_other_figures_are_asked_for() {
    let text = "Area,Year,Grants,Population\nNorth,2021,120,90000\nNorth,2022,310,91000\nSouth,2021,530,45000\nSouth,2022,760,46000\n";
    check_found(
        text,
        Gravity::Question,
        ("people-to-divide-by", "column 4 \"Population\""),
        1,
    );
}

#[test]
fn percentages_among_other_figures_are_asked_for() {
    let text =
        "Area,Item,Figure\nNorth,Pupils,120\nNorth,Done,31%\nSouth,Pupils,530\nSouth,Done,76%\n";
    check_found(
        text,
        Gravity::Question,
        ("mixed-units", "line 3, column 3"),
        2,
    );
}

#[test]
fn brackets_are_a_minus_of_money_and_asked_for_of_anything_else() {
    let money = "Area,Year,Balance (million)\nNorth,2021,120\nNorth,2022,(31)\nSouth,2021,530\nSouth,2022,760\n";
    check(money, &[2, 2], 1379.0);
    let people = money.replace("Balance (million)", "Persons");
    check_found(
        &people,
        Gravity::Question,
        ("brackets", "line 3, column 3"),
        1,
    );
}

#[test]
fn what_is_no_table_says_so() {
    check_found("", Gravity::Error, ("nothing", ""), 1);
    check_found("\u{feff}\n\n", Gravity::Error, ("nothing", ""), 1);
    check_found("Area,Year,Grants\n", Gravity::Error, ("no-rows", ""), 1);
    check_found(
        "North,2021,120\nSouth,2021,530\n",
        Gravity::Question,
        ("no-heading", "line 1"),
        1,
    );
    let open = "Area,Note,Grants\nNorth,x,120\nSouth,\"y,530\nEast,z,12\n";
    check_found(open, Gravity::Error, ("open-quote", "line 3"), 1);
}

#[test]
fn a_note_in_as_many_fields_as_a_row_is_asked_for() {
    let text =
        "Area;Round;Grants\nNorth;1;120\nSouth;2;530\nEast;3;760\nFigures of 2021;revised;12345\n";
    check_found(text, Gravity::Question, ("odd-last-row", "line 5"), 1);
}

#[test]
fn words_of_a_note_are_no_figures_that_are_mistyped() {
    let marked =
        "Area;Year;Grants\nNorth;2021;120\nSouth;2021;530\n* Provisional; see annex; page 3.\n";
    let table = read(marked);
    assert!(table.findings.can_be_published(), "{:?}", table.findings);
    assert!(
        table.account.read.ends_with("1 note below set aside"),
        "{}",
        table.account.read
    );
    assert_eq!(table.tally.cells(), 2);
    let text = marked.replace('*', "All");
    check_found(&text, Gravity::Question, ("odd-last-row", "line 4"), 1);
    // A figure that is mistyped in the last row is one.
    let typo = "Area;Year;Grants\nNorth;2021;120\nSouth;2021;530\nEast;2021;12O\n";
    let kinds: Vec<&str> = (read(typo).findings.sorted().iter())
        .map(|it| it.kind)
        .collect();
    assert!(kinds.contains(&"no-number"), "{kinds:?}");
    let alone =
        read("Area,Sex,Persons,Visits\nn1,F,510,320\nn1,M,410,220\nn2,F,310,120\nn2,M,,12l\n");
    let found: Vec<_> = (alone.findings.sorted().iter())
        .map(|it| (it.kind, it.spot.to_string()))
        .collect();
    assert!(
        found.contains(&("no-number", "line 5, column 4".to_owned())),
        "{found:?}"
    );
    assert_eq!(alone.tally.cells(), 8);
}

#[test]
fn a_column_that_each_place_determines_is_a_grouping_of_places() {
    let text = "District,Province,Year,Grants\nPort Amara,North,2021,120\nPort Amara,North,2022,310\nKep,North,2021,530\n\
                Kep,North,2022,760\nSisoka,South,2021,11\nSisoka,South,2022,12\nNova Vila,South,2021,13\nNova Vila,South,2022,14\n";
    let cube = check(text, &[4, 2], 1770.0);
    let grouping = &cube.dimensions()[0].groupings()[0];
    assert_eq!(grouping.id().as_str(), "province");
    let groups: Vec<&str> = grouping
        .groups()
        .iter()
        .map(|(_, it)| it.label().own())
        .collect();
    assert_eq!(groups, ["North", "South"]);
}

#[test]
fn names_that_stand_further_in_are_parts() {
    let text = "Area,2021,2022\nAll,300,330\n  North,100,110\n    Kep,60,66\n    Amara,40,44\n  South,200,220\n    Sisoka,150,165\n    Vila,50,55\n";
    let cube = check(text, &[7, 2], 900.0 + 990.0);
    let area = cube.dimension(jangkau::cube::DimIx(0));
    let parts = area.children();
    let counts: Vec<usize> = parts.iter().map(Vec::len).collect();
    assert_eq!(counts, [2, 2, 0, 0, 2, 0, 0]);
    // Only the whole is shown where nothing is chosen.
    let answer = jangkau::cube::linked(&cube, &jangkau::cube::Selection::all());
    assert_eq!(answer.total().exact(), Some(330.0));
}

#[test]
fn months_and_years_are_periods_as_spreadsheets_and_languages_write_them() {
    for months in [
        ["Jan-21", "Feb-21"],
        ["jan/2021", "fev/2021"],
        ["janv. 2021", "févr. 2021"],
        ["Tháng 1/2021", "Tháng 2/2021"],
        ["01/2021", "02/2021"],
        ["2021 Jan", "2021 Feb"],
        ["2021.0", "2022.0"],
        ["٢٠٢١", "٢٠٢٢"],
        ["2021 (p)", "2022 (p)"],
    ] {
        let [a, b] = months;
        let wide = format!("County;{a};{b}\nMombasa;50;60\nKwale;70;80\n");
        let long = format!(
            "County;When;Wells\nMombasa;{a};50\nMombasa;{b};60\nKwale;{a};70\nKwale;{b};80\n"
        );
        for text in [wide, long] {
            let cube = check(&text, &[2, 2], 260.0);
            assert!(cube.with_role(Role::Time).is_some(), "{text}");
        }
    }
}

#[test]
fn what_is_measured_may_stand_beside_the_year_in_a_heading() {
    let text =
        "County,Wells 2021,Wells 2022,Pumps 2021,Pumps 2022\nKep,5,6,7,8\nMuro,15,16,17,18\n";
    let parted = cube(text);
    assert_eq!(parted.shape().sizes(), [2, 2, 2]);
    assert!(parted.with_role(Role::Time).is_some());
    let census = cube("County,Census 2009,Census 2019\nKep,5,6\nMuro,15,16\n");
    assert_eq!(census.shape().sizes(), [2, 2, 1]);
}

#[test]
fn a_blank_beside_a_category_that_is_met_again_is_a_row_and_no_remark() {
    check_found(
        "County,Wells\nMombasa,50\nKwale,60\nMombasa,\n",
        Gravity::Error,
        ("duplicate-key", "line 4, column 2"),
        1,
    );
    // The name of what follows is no row, and no reason to miss the heading.
    check(
        "Area,2021,2022\nCoast,,\nMombasa,50,60\nKwale,70,80\n",
        &[2, 2],
        260.0,
    );
}

#[test]
fn rows_of_another_table_are_asked_for_or_named() {
    check_found(
        "Table 1. Wells,\nCounty,Count\nKep,50\nMuro,60\nTable 2. Pumps,\nCounty,Count\nVale,5\nAlto,6\n",
        Gravity::Question,
        ("second-table", "line 5"),
        1,
    );
    check_found(
        "County,2021,2022\nMombasa,50,60\n\nCounty,2023,2024\nKilifi,150,160\n",
        Gravity::Error,
        ("another-heading", "line 4"),
        1,
    );
    check_found(
        "County,Year,Wells\nMombasa,2021,50\nKwale,2021,60\nSource: KNBS, 2022,\n",
        Gravity::Question,
        ("odd-last-row", "line 4"),
        1,
    );
}

#[test]
fn a_code_has_one_name_and_a_name_may_have_two_codes() {
    let two = "Code,County,Year,Wells\n01,Mombasa,2021,50\n01,Coast City,2022,60\n02,Kwale,2021,70\n\
        02,Kwale,2022,80\n03,Lamu,2021,90\n03,Lamu,2022,95\n";
    check_found(two, Gravity::Error, ("two-names", "line 3, column 2"), 1);
    let same = "Code,Province,Year,Wells\n01,San Juan,2021,50\n01,San Juan,2022,60\n02,San Juan,2021,70\n\
        02,San Juan,2022,80\n03,Lima,2021,90\n03,Lima,2022,95\n";
    check(same, &[3, 2], 445.0);
    // Codes alone, of which each stands once.
    check("Ubigeo,Wells\n1,47\n2,178\n10,30\n", &[3], 255.0);
}

#[test]
fn years_and_units_that_do_not_fit_are_named() {
    let years = "County,Year,Wells\nKep,2021,5\nKep,2022,6\nMuro,2021,7\nMuro,20222,8\nVale,2021,9\nVale,2022,9\n";
    check_found(years, Gravity::Error, ("no-year", "line 5, column 2"), 1);
    let letter = years.replace("20222", "2O22");
    check_found(&letter, Gravity::Error, ("no-year", "line 5, column 2"), 1);
    let across = "County,2021,2O22,2023\nKep,5,6,7\nMuro,15,16,17\n";
    check_found(across, Gravity::Error, ("no-year", "line 1, column 3"), 1);
    for figures in [["KSh 1500", "$15"], ["12 m", "1200 cm"]] {
        let text = format!("County;Cost\nKep;{}\nMuro;{}\n", figures[0], figures[1]);
        check_found(
            &text,
            Gravity::Question,
            ("mixed-units", "line 3, column 2"),
            1,
        );
    }
    // Of an average, 10,125 beside 8 is more likely ten and an eighth.
    check_found(
        "County;Average depth (m)\nKep;10,125\nMuro;8\nVale;9\n",
        Gravity::Question,
        ("decimal-sign", ""),
        1,
    );
}

/// The codes and the labels of the first dimension, and the measures.
#[track_caller]
fn check_names(text: &str, codes: &[&str], labels: &[&str], measures: &[&str]) {
    let cube = cube(text);
    let last = cube.dimensions().len() - 1;
    assert_eq!(last, 1, "{:?}", cube.dimensions());
    let labels_of = |at: usize| -> Vec<&str> {
        let categories = cube.dimensions()[at].categories().iter();
        categories.map(|(_, it)| it.label().own()).collect()
    };
    let first = cube.dimensions()[0].categories().iter();
    let found: Vec<&str> = first.map(|(_, it)| it.code().as_str()).collect();
    assert_eq!(
        (&*found, &*labels_of(0), &*labels_of(last)),
        (codes, labels, measures)
    );
}

#[test]
fn what_else_is_said_of_each_place_is_not_its_name() {
    let places = ["Aru", "Bol", "Cid"];
    for (heading, texts) in [
        ("Head of district", ["Dr. Okello", "Ms. Akot", "Mr. Oryem"]),
        ("Capital", ["Arupo", "Bolani", "Cidra"]),
    ] {
        let rows = places.iter().zip(texts).zip([410, 520, 390]);
        let rows: Vec<String> = rows
            .map(|((place, text), persons)| format!("{place},{text},{persons}"))
            .collect();
        let text = format!("District,{heading},Persons\n{}\n", rows.join("\n"));
        check_names(&text, &places, &places, &["Persons"]);
    }
    let remarks = "District,Persons,Remarks\nAru,410,late\nBol,520,by post\nCid,390,checked\n";
    check_names(remarks, &places, &places, &["Persons"]);
    let rank = "Rank,Country,Persons\n1,Kenya,410\n2,Uganda,390\n3,Rwanda,100\n";
    let countries = ["Kenya", "Uganda", "Rwanda"];
    check_names(rank, &countries, &countries, &["Rank", "Persons"]);
    for heading in [
        "iso2,iso3,country",
        "country,iso2,iso3",
        "iso3,country,iso2",
    ] {
        let row = |texts: [&str; 4]| {
            let columns = heading.split(',').map(|it| match it {
                "iso2" => texts[0],
                "iso3" => texts[1],
                _ => texts[2],
            });
            [&*columns.collect::<Vec<_>>().join(","), texts[3]].join(",")
        };
        let rows = [
            ["KE", "KEN", "Kenya", "410"],
            ["UG", "UGA", "Uganda", "390"],
            ["RW", "RWA", "Rwanda", "100"],
        ];
        let text = format!("{heading},value\n{}\n", rows.map(row).join("\n"));
        let codes = if heading.starts_with("iso3") {
            ["KEN", "UGA", "RWA"]
        } else {
            ["KE", "UG", "RW"]
        };
        check_names(&text, &codes, &countries, &["value"]);
    }
    let named = "Kode,Nama Wilayah,Persons\n11,Aru,410\n12,Bol,520\n13,Cid,390\n";
    check_names(named, &["11", "12", "13"], &places, &["Persons"]);
}
