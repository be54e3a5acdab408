//! Tables in the forms in which agencies write them, with made figures.

use jangkau::cube::{Cube, DimIx, Role, Selection};
use jangkau::tabular::{Answers, table_from_bytes};

#[track_caller]
fn read(text: &str) -> Cube {
    super::workbook::cube(table_from_bytes(
        "figures.csv",
        text.as_bytes(),
        &Answers::default(),
    ))
}

/// The dimensions but the measure, each with its first category: label and code.
#[track_caller]
fn check(cube: &Cube, dimensions: &[(&str, &str, &str)], first: &[f64]) {
    let own = cube
        .dimensions()
        .iter()
        .filter(|it| it.role() != Role::Metric);
    let found: Vec<(&str, &str, &str)> = own
        .map(|it| {
            let (_, category) = it.categories().iter().next().unwrap();
            (
                it.label().own(),
                category.label().own(),
                category.code().as_str(),
            )
        })
        .collect();
    assert_eq!(found, dimensions);
    let values: Vec<f64> = (0..first.len()).map(|at| cube.values().get(at)).collect();
    assert_eq!(values, first);
}

#[test]
fn eurostat_packs_the_key_into_the_first_of_the_fields() {
    let cube = read(
        "freq,unit,sex,geo\\TIME_PERIOD\t2019 \t2020 \nA,PC,F,AT\t8.4 \t10.2 b\nA,PC,F,BE\t13.1 \t: u\n\
         A,PC,M,AT\t8.6 \t10.8 b\nA,PC,M,BE\t15.2 \t15.6 \n",
    );
    let dimensions = [
        ("sex", "F", "F"),
        ("geo", "AT", "AT"),
        ("Period", "2019", "2019"),
    ];
    check(&cube, &dimensions, &[8.4, 10.2, 13.1]);
}

#[test]
fn the_labour_organisation_names_a_source_beside_each_country() {
    let rows = ["IDN", "MAR"].into_iter().flat_map(|area| {
        ["SEX_T", "SEX_M", "SEX_F"]
            .into_iter()
            .zip([10.5, 6.25, 4.25])
            .map(move |(sex, figure)| format!("{area},BX:{area}-LFS,EMP_NB,{sex},2021,{figure},\n"))
    });
    let text = "ref_area,source,indicator,sex,time,obs_value,obs_status\n".to_owned()
        + &rows.collect::<String>();
    let dimensions = [
        ("ref_area", "IDN", "IDN"),
        ("sex", "SEX_T", "SEX_T"),
        ("time", "2021", "2021"),
    ];
    check(&read(&text), &dimensions, &[10.5, 6.25, 4.25]);
}

#[test]
fn the_united_nations_list_footnotes_below() {
    let cube = read(
        "Country or Area,Year,Sex,Age,Source Year,Value,Value Footnotes\n\
         Morocco,2020,Both Sexes,Total,2021,900,\nMorocco,2020,Both Sexes,0 - 4,2021,300,1\n\
         Morocco,2020,Male,Total,2021,400,\nMorocco,2020,Male,0 - 4,2021,160,1\n\
         Morocco,2020,Female,Total,2021,500,\nMorocco,2020,Female,0 - 4,2021,140,1\n\
         footnoteSeqID,Footnote\n1,Excluding overseas.\n",
    );
    let dimensions = [
        ("Year", "2020", "2020"),
        ("Sex", "Both Sexes", "Both Sexes"),
        ("Age", "Total", "Total"),
    ];
    check(&cube, &dimensions, &[900.0, 300.0, 400.0]);
}

#[test]
fn the_health_organisation_writes_its_figures_out_once_more() {
    let rows = [("LSO", "Lesotho"), ("CAF", "Chad")].into_iter().flat_map(|(code, name)| {
        [("Male", "SEX_MLE", "47.7"), ("Female", "SEX_FMLE", "54.2")].into_iter().flat_map(move |(sex, sex_code, figure)| {
            [2015, 2019].map(|year| {
                let is_latest = year == 2019;
                format!("{code},{name},{year},{is_latest},{sex},{sex_code},{figure},{figure} [40-60]\n")
            })
        })
    });
    let text = "SpatialDimValueCode,Location,Period,IsLatestYear,Dim1,Dim1ValueCode,FactValueNumeric,Value\n".to_owned()
        + &rows.collect::<String>();
    let dimensions = [
        ("Location", "Lesotho", "LSO"),
        ("Period", "2015", "2015"),
        ("Dim1", "Male", "Male"),
    ];
    check(&read(&text), &dimensions, &[47.7, 54.2, 47.7]);
}

#[test]
fn codes_of_whole_series_are_no_dimension_and_names_may_stand_before_their_codes() {
    let areas = [
        ("Canada", "2016A01"),
        ("Ontario", "2016A02"),
        ("Quebec", "2016A03"),
    ];
    let rows = [2020, 2021].into_iter().flat_map(|year| {
        (1..).zip(areas).flat_map(move |(nth, (name, code))| {
            [("Males", 1), ("Females", 2)].map(|(sex, at)| {
                format!(
                    "{year},{name},{code},{sex},v{nth}{at},{nth}.{at},{}\n",
                    nth * at * 100
                )
            })
        })
    });
    let text =
        "REF_DATE,GEO,DGUID,Sex,VECTOR,COORDINATE,VALUE\n".to_owned() + &rows.collect::<String>();
    let dimensions = [
        ("REF_DATE", "2020", "2020"),
        ("GEO", "Canada", "2016A01"),
        ("Sex", "Males", "Males"),
    ];
    check(&read(&text), &dimensions, &[100.0, 200.0, 200.0]);
}

#[test]
fn a_place_that_two_groups_tell_apart_is_no_series() {
    let cube = read(
        "code,district,region,kind,grants,loans\nD1,Alder,North,town,62,3\nD2,Birch,North,country,31,2\n\
         D3,Cedar,South,town,53,4\nD4,Dogwood,South,country,76,1\n",
    );
    check(&cube, &[("district", "Alder", "D1")], &[62.0, 3.0, 31.0]);
    let series = read(
        "series code,area,kind,2021,2022\nS11,North,town,62,3\nS12,North,country,31,2\nS21,South,town,53,4\n\
         S22,South,country,76,1\nS31,West,town,13,4\nS32,West,country,16,1\n",
    );
    let dimensions = [
        ("area", "North", "North"),
        ("kind", "town", "town"),
        ("Period", "2021", "2021"),
    ];
    check(&series, &dimensions, &[62.0, 3.0, 31.0]);
}

#[test]
fn groups_may_stand_before_their_parts_and_tags_for_machines_under_the_heading() {
    let cube = read(
        "province,province code,district,district code,grants,loans\n#adm1+name,#adm1+code,#adm2+name,#adm2+code,#value,#value\n\
         Kachin,MMR001,Myitkyina,MMR001D001,1200,110\nKachin,MMR001,Bhamo,MMR001D002,800,70\n\
         Shan,MMR014,Taunggyi,MMR014D001,2200,210\nShan,MMR014,Lashio,MMR014D002,1500,140\n",
    );
    check(
        &cube,
        &[("district", "Myitkyina", "MMR001D001")],
        &[1200.0, 110.0, 800.0],
    );
    let [grouping] = cube.dimensions()[0].groupings() else {
        panic!("{:?}", cube.dimensions()[0].groupings());
    };
    let (_, first) = grouping.groups().iter().next().unwrap();
    assert_eq!(
        (
            grouping.label().own(),
            first.label().own(),
            first.code().as_str()
        ),
        ("province", "Kachin", "MMR001")
    );
}

#[test]
fn groups_of_groups_are_groups_of_the_finest() {
    let mut text = "zone,area,district,grants\n".to_owned();
    for (nth, zone) in ["Coast", "Hills"].into_iter().enumerate() {
        for area in 0..2 {
            for district in 0..2 {
                let at = nth * 4 + area * 2 + district;
                text += &format!("{zone},{zone} {area},District {at},{}\n", 10 + at);
            }
        }
    }
    let cube = read(&text);
    check(
        &cube,
        &[("district", "District 0", "District 0")],
        &[10.0, 11.0],
    );
    let labels: Vec<&str> = (cube.dimensions()[0].groupings().iter())
        .map(|grouping| grouping.label().own())
        .collect();
    assert_eq!(labels, ["zone", "area"]);
}

#[test]
fn two_rows_of_a_heading_that_name_the_same_columns_are_one() {
    let cube = read(
        "GEO_ID,NAME,B01_001E,B01_002E\nGeography,Geographic Area Name,Estimate!!Total,Estimate!!Male\n\
         0500000US01001,\"Autauga, Alabama\",58239,28500\n0500000US01003,\"Baldwin, Alabama\",227131,110500\n\
         0500000US01005,\"Barbour, Alabama\",25259,13300\n",
    );
    let dimensions = [("Geographic Area Name", "Autauga, Alabama", "0500000US01001")];
    check(&cube, &dimensions, &[58_239.0, 28_500.0]);
}

#[test]
fn an_indicator_that_is_the_same_in_every_row_names_the_measure() {
    let cube = read(
        "\"Data Source\",\"World Development Indicators\",\n\n\"Country Name\",\"Country Code\",\"Indicator Name\",\"Indicator Code\",\"2020\",\"2021\",\n\
         \"Morocco\",\"MAR\",\"Population, total\",\"SP.POP.TOTL\",\"366\",\"370\",\n\
         \"Thailand\",\"THA\",\"Population, total\",\"SP.POP.TOTL\",\"714\",\"716\",\n",
    );
    let dimensions = [
        ("Country Name", "Morocco", "MAR"),
        ("Period", "2020", "2020"),
    ];
    check(&cube, &dimensions, &[366.0, 370.0]);
    let measure = cube.dimensions().last().unwrap();
    let (_, first) = measure.categories().iter().next().unwrap();
    assert_eq!(first.label().own(), "Population, total");
}

#[test]
fn people_have_no_decimals() {
    let cube = read(
        "População residente por município\n\"Município\";\"Masculino\";\"Feminino\"\nAlta Floresta;11.690;10.826\n\
         Alto Alegre;16.780;16.478\n",
    );
    let dimensions = [
        ("Município", "Alta Floresta", "Alta Floresta"),
        ("Sex", "Masculino", "Masculino"),
    ];
    check(&cube, &dimensions, &[11_690.0, 10_826.0]);
}

#[test]
fn totals_sexes_and_years_are_known_in_khmer_arabic_thai_and_indonesian() {
    for [place, sex, year, figure, whole, male, female, both] in [
        ["ខេត្ត", "ភេទ", "ឆ្នាំ", "ចំនួនសិក្ខាកាម", "សរុប", "ប្រុស", "ស្រី", "សរុប"],
        [
            "الجهة",
            "الجنس",
            "السنة",
            "عدد المستفيدين",
            "المجموع",
            "ذكور",
            "إناث",
            "كلا الجنسين",
        ],
        [
            "จังหวัด",
            "เพศ",
            "ปี",
            "จำนวน (คน)",
            "รวมทั้งหมด",
            "ชาย",
            "หญิง",
            "รวม",
        ],
        [
            "Provinsi",
            "Jenis kelamin",
            "Tahun",
            "Peserta",
            "Jumlah",
            "Laki-laki",
            "Perempuan",
            "Laki-laki + Perempuan",
        ],
    ] {
        let mut text = format!("{place},{sex},{year},{figure}\n");
        for (at, of) in [("A", 2), ("B", 3), (whole, 5)] {
            for (who, share) in [(male, 4), (female, 6), (both, 10)] {
                text += &format!(
                    "{at},{who},2021,{}\n{at},{who},2022,{}\n",
                    of * share * 10,
                    of * share * 11
                );
            }
        }
        let cube = read(&text);
        let reading = cube.reading(&Selection::all());
        let read_as = |at: usize| {
            let dimension = &cube.dimensions()[at];
            let category = reading.of(DimIx(at)).how().category();
            category.map(|it| dimension.categories().get(it).label().own().to_owned())
        };
        assert_eq!(
            [read_as(0), read_as(1), read_as(2)],
            [whole, both, "2022"].map(|it| Some(it.to_owned())),
            "{text}"
        );
    }
}
