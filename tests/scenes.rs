//! Sentence, bars, table and ranking of a view: the same figures everywhere, and words that read
//! well whatever the dataset.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on stops")]

mod support {
    #[allow(dead_code, reason = "views are reached by links here, not by picks")]
    pub(crate) mod cubes;
    pub(crate) mod metadata;
    #[allow(dead_code, reason = "the totals are all that is asked for here")]
    pub(crate) mod reference;
    pub(crate) mod shipped;
}

use jangkau::cube::{CatIx, Cube, Figure, Rests, Selection};
use jangkau::formats::Limits;
use jangkau::formats::json_stat::cube_from_bytes;
use jangkau::scene::{
    BarScene, Figures, TableScene, bar_axes, bars, basis_lines, headline, levels, ranking, table,
};
use jangkau::view_state::{
    Address, Change, Column, Place, Quantity, ResolvedView, Site, Sort, from_address, resolve,
};
use jangkau::words::{LANGUAGE_CODES, LANGUAGES, Messages, messages};
use proptest::prelude::*;
use support::cubes::any_cube;
use support::reference;
use support::shipped::PRAKERJA;

const COURSES: &[u8] = include_bytes!("data/alphabetisation.json");
const RICE: &[u8] = include_bytes!("data/rice-prices.json");

fn read(bytes: &[u8]) -> Cube {
    cube_from_bytes(bytes, &Limits::PAGE).unwrap()
}

/// A link opened: everything that the panels read.
struct Opened<'a> {
    cube: &'a Cube,
    view: ResolvedView,
    figures: Figures,
    words: &'static Messages,
}

impl<'a> Opened<'a> {
    #[track_caller]
    fn new(cube: &'a Cube, link: &str) -> Self {
        let site = Site {
            langs: &LANGUAGE_CODES,
        };
        let (state, notices) = from_address(&Address::new(link), site, "x", cube);
        assert!(notices.is_empty(), "{link}: {notices:?}");
        let view = resolve(&state, cube);
        Self {
            cube,
            figures: Figures::of(cube, &view),
            view,
            words: messages(state.lang()),
        }
    }
    fn sentence(&self) -> String {
        headline(self.cube, &self.view, &self.figures, self.words).sentence()
    }
    fn total(&self) -> f64 {
        self.figures.view.total().number().unwrap()
    }
    fn bars(&self, id: &str) -> BarScene {
        let unfiltered = Figures::unfiltered(self.cube);
        let axis = self.cube.axis(id).unwrap();
        bars(
            self.cube,
            &self.view,
            (&self.figures, &unfiltered),
            (axis, self.words),
        )
    }
    fn table(&self) -> TableScene {
        table(self.cube, &self.view, &self.figures, self.words).unwrap()
    }
    fn ranking(&self) -> TableScene {
        ranking(self.cube, &self.view, &self.figures, self.words).unwrap()
    }
}

fn codes(table: &TableScene) -> Vec<&str> {
    table.rows.iter().map(|row| &*row.code).collect()
}

fn sum(table: &TableScene) -> f64 {
    table
        .rows
        .iter()
        .map(|row| row.figure.number().unwrap())
        .sum()
}

#[track_caller]
fn check_near(found: Option<f64>, expected: f64) {
    let found = found.unwrap();
    assert!(
        (found - expected).abs() < 1e-9 * expected.abs().max(1.0),
        "{found} is not {expected}"
    );
}

#[track_caller]
fn check_sentence(cube: &Cube, link: &str, expected: &str) {
    assert_eq!(Opened::new(cube, link).sentence(), expected, "{link}");
}

#[test]
fn the_landing_sentence_says_whom_the_programme_reached() {
    check_sentence(
        &PRAKERJA,
        "/id/x/",
        "17.500.000 peserta di 514 kabupaten/kota, 2020-2023; 86% belum pernah mengikuti pelatihan, \
         3% penyandang disabilitas, 2% dari kabupaten tertinggal",
    );
    check_sentence(
        &PRAKERJA,
        "/en/x/",
        "17,500,000 participants in 514 regencies and cities, 2020-2023; 86% had never been trained \
         before, 3% with a disability, 2% from a kabupaten tertinggal (disadvantaged regency)",
    );
}

#[test]
fn the_sentence_follows_filters_and_place() {
    for (link, expected) in [
        (
            "/id/x/?sex=F&age=18-25~26-35",
            "5.465.707 peserta perempuan, berusia 18–25 tahun atau berusia 26–35 tahun di Indonesia, \
             2020-2023; 86% belum pernah mengikuti pelatihan, 3% penyandang disabilitas, 2% dari \
             kabupaten tertinggal",
        ),
        (
            "/en/x/?training=never&year=2021",
            "5,339,581 participants who had never been trained before in Indonesia, 2021; 1% with a \
             disability, 2% from a kabupaten tertinggal (disadvantaged regency)",
        ),
        (
            "/id/x/?tertinggal=yes",
            "350.000 peserta dari kabupaten tertinggal di 62 kabupaten/kota, 2020-2023; 87% belum \
             pernah mengikuti pelatihan, 3% penyandang disabilitas (pola nasional)",
        ),
        (
            "/en/x/tertinggal/yes/?year=2020",
            "88,009 participants from a kabupaten tertinggal (disadvantaged regency) in Indonesia, \
             2020; 81% had never been trained before, 5% with a disability (national pattern)",
        ),
        (
            "/id/x/?kind=kota&tertinggal=yes",
            "0 peserta dari kota, dari kabupaten tertinggal di Indonesia, 2020-2023",
        ),
        (
            "/id/x/?region=3273~7171",
            "222.371 peserta di Kota Bandung, Kota Manado, 2020-2023; 86% belum pernah mengikuti \
             pelatihan (pola nasional), 3% penyandang disabilitas (pola nasional), 0% dari kabupaten \
             tertinggal",
        ),
        (
            "/en/x/?region=1101~1102~1103~1104~1105~1106~1107&sex=M&training=never&disability=no",
            "73,872 participants who are men, who had never been trained before, without a \
             disability in 7 regencies and cities, 2020-2023; 0% from a kabupaten tertinggal \
             (disadvantaged regency)",
        ),
        (
            "/id/x/?year=2020~2022&training=never&disability=no&tertinggal=no",
            "8.262.326 peserta dari daerah lain, yang belum pernah mengikuti pelatihan, yang bukan \
             penyandang disabilitas di Indonesia, 2020, 2022",
        ),
    ] {
        check_sentence(&PRAKERJA, link, expected);
    }
}

#[test]
fn a_share_that_repeats_a_pattern_is_no_finding() {
    for (link, expected) in [
        (
            "/id/x/3273/",
            "182.399 peserta di Kota Bandung, 2020-2023; 86% belum pernah mengikuti pelatihan (pola \
             nasional), 3% penyandang disabilitas (pola nasional)",
        ),
        (
            "/en/x/?region=1101",
            "19,061 participants in Kabupaten Aceh Selatan, 2020-2023; 86% had never been trained \
             before (national pattern), 3% with a disability (national pattern)",
        ),
    ] {
        check_sentence(&PRAKERJA, link, expected);
    }
    let basis = PRAKERJA.metadata().basis.as_ref().unwrap();
    for id in ["sex", "age", "education", "training", "disability"] {
        let axis = PRAKERJA.axis(id).unwrap();
        let code = PRAKERJA.members(axis).get(CatIx(0)).code();
        let opened = Opened::new(&PRAKERJA, &format!("/id/x/?{id}={code}"));
        for row in opened.table().rows {
            let own = |rests: Rests| Some(rests).filter(|rests| *rests != Rests::Own);
            let expected = own(basis.of(axis.dimension(), row.place.at).unwrap());
            assert_eq!(row.pattern, expected, "{id} of {}", row.code);
            let place = format!("/id/x/{}/", row.code);
            if row.place.at.0 % 50 == 0 {
                assert_eq!(Opened::new(&PRAKERJA, &place).bars(id).pattern, expected);
            }
            assert_eq!(row.rests, Some(basis.count[row.place.at.0]));
            assert_eq!(row.rate_pattern, own(basis.count[row.place.at.0]));
        }
        assert_eq!(Opened::new(&PRAKERJA, "/id/x/").bars(id).pattern, None);
    }
    // Without a choice among people, every share is 100 %, and that is true everywhere.
    let rows = Opened::new(&PRAKERJA, "/id/x/?year=2021").table().rows;
    assert!(rows.iter().all(|row| row.pattern.is_none()));
}

#[test]
fn the_page_says_what_the_count_and_the_shares_of_a_place_rest_on() {
    let lines = |link: &str| {
        let opened = Opened::new(&PRAKERJA, link);
        basis_lines(&PRAKERJA, &opened.view, opened.words)
    };
    assert_eq!(lines("/id/x/"), Vec::<String>::new());
    assert_eq!(
        lines("/en/x/1101/"),
        [
            "The count for Kabupaten Aceh Selatan was never published: the model divides the count \
             of Aceh by population, so it is no finding about the place.",
            "Nothing was published for Kabupaten Aceh Selatan about age, disability, education, \
             sex, earlier training: the shares repeat the national pattern."
        ]
    );
    let own = lines("/id/x/3273/");
    assert_eq!(
        own[0],
        "Jumlah Kota Bandung berasal dari angka yang diterbitkan untuk tempat itu."
    );
    let pattern = lines("/id/x/1201/");
    let of_province = pattern
        .iter()
        .find(|line| line.contains("pola provinsi"))
        .unwrap();
    assert!(of_province.contains("umur"), "{pattern:?}");
}

#[test]
fn no_year_alone_is_said_to_have_reached_all_514() {
    for lang in LANGUAGE_CODES {
        for years in [
            "2023",
            "2022..2023",
            "2020~2023",
            "2021~2023",
            "2021..",
            "2020..2023",
        ] {
            for rest in ["", "&sex=F", "&kind=kab", "&province-2020=32"] {
                let link = format!("/{lang}/x/?year={years}{rest}");
                let sentence = Opened::new(&PRAKERJA, &link).sentence();
                assert!(!sentence.contains("514"), "{link}: {sentence}");
            }
        }
    }
}

#[test]
fn a_province_of_two_lists_is_named_with_its_year_where_the_lists_differ() {
    for (link, name) in [
        ("/en/x/province-2020/91/", "in Papua (2020), "),
        ("/en/x/province-2023/91/", "in Papua (2023), "),
        ("/en/x/province-2023/93/", "in Papua Selatan, "),
        ("/en/x/province-2023/32/", "in Jawa Barat, "),
        (
            "/en/x/?province-2020=91~92",
            "in Papua (2020), Papua Barat (2020), ",
        ),
    ] {
        let sentence = Opened::new(&PRAKERJA, link).sentence();
        assert!(sentence.contains(name), "{link}: {sentence}");
    }
}

#[test]
fn the_bars_of_every_axis_are_the_reference_s_and_their_shares_make_a_whole() {
    for link in [
        "/id/x/?year=2021..2022&sex=F",
        "/en/x/province-2023/94/?education=sma~s1",
    ] {
        let opened = Opened::new(&PRAKERJA, link);
        for axis in bar_axes(&PRAKERJA) {
            let scene = opened.bars(PRAKERJA.axis_id(axis).as_str());
            let share: f64 = scene.bars.iter().filter_map(|bar| bar.share).sum();
            let behind: f64 = scene.bars.iter().filter_map(|bar| bar.behind).sum();
            assert!(
                (share - 1.0).abs() < 1e-9 && (behind - 1.0).abs() < 1e-9,
                "{scene:?}"
            );
            for bar in scene.bars.iter().step_by(scene.bars.len().div_ceil(3)) {
                let selection = opened.view.selection.clone().with(axis, vec![bar.at]);
                let Figure::Number(slow) = reference::total(&PRAKERJA, &selection) else {
                    panic!("{link}")
                };
                assert_eq!(
                    bar.value,
                    opened.words.numbers.figure(slow),
                    "{link} {}",
                    bar.label
                );
            }
            let picked = opened.view.selection.clause(axis).map_or(0, <[CatIx]>::len);
            assert_eq!(scene.picked, picked);
            assert_eq!(scene.bars.iter().filter(|bar| bar.picked).count(), picked);
        }
    }
}

#[test]
fn every_level_adds_up_to_the_sentence() {
    let listed = [
        ("region", 514),
        ("province-2020", 34),
        ("province-2023", 38),
        ("island", 6),
        ("kind", 2),
        ("tertinggal", 2),
    ];
    assert_eq!(levels(&PRAKERJA).len(), listed.len());
    for (level, rows) in listed {
        for filters in [
            "",
            "&sex=F&year=2020..2021",
            "&age=18-25&disability=no&training=before",
        ] {
            let opened = Opened::new(&PRAKERJA, &format!("/en/x/?level={level}{filters}"));
            let table = opened.table();
            assert_eq!(table.rows.len(), rows, "{level}");
            check_near(Some(sum(&table)), opened.total());
            let axis = PRAKERJA.axis(level).unwrap();
            let marginal = opened.figures.view.marginal(axis);
            assert!(
                table
                    .rows
                    .iter()
                    .all(|row| row.figure == marginal.figure(row.place.at))
            );
            let row = &table.rows[rows / 2];
            let selection = opened.view.selection.clone().with(axis, vec![row.place.at]);
            assert_eq!(
                row.figure,
                reference::total(&PRAKERJA, &selection),
                "{level} {}",
                row.code
            );
        }
    }
    let island = Opened::new(&PRAKERJA, "/id/x/island/jawa/?level=province-2020");
    assert_eq!(island.table().rows.len(), 6);
    check_near(Some(sum(&island.table())), island.total());
}

#[test]
fn the_table_is_ordered_by_any_column_and_what_is_not_known_stands_last() {
    let first = |sort: &str, level: &str| {
        let opened = Opened::new(
            &PRAKERJA,
            &format!("/id/x/?sort={sort}&level={level}&sex=F"),
        );
        let table = opened.table();
        let mut codes = codes(&table).into_iter().map(str::to_owned);
        (codes.next().unwrap(), codes.next_back().unwrap())
    };
    let pair = |one: &str, other: &str| (one.to_owned(), other.to_owned());
    assert_eq!(first("code", "region"), pair("1101", "9271"));
    assert_eq!(first("-code", "province-2023"), pair("96", "11"));
    assert_eq!(first("name", "province-2020"), pair("11", "12"));
    assert_eq!(first("-name", "province-2020"), pair("12", "11"));
    // Within a province by code: Aceh first, Sumatera Utara last.
    assert_eq!(first("group", "region"), pair("1101", "1278"));
    assert_eq!(first("-value", "province-2020").0, "32");
    assert_eq!(first("value", "island").1, "jawa");
    for column in ["value", "-value", "share", "-share", "rate", "-rate"] {
        let opened = Opened::new(&PRAKERJA, &format!("/id/x/?sort={column}&sex=F"));
        let Sort { descending, .. } = opened.view.sort;
        let numbers: Vec<f64> = opened
            .table()
            .rows
            .iter()
            .filter_map(|row| match column.trim_start_matches('-') {
                "share" => row.share,
                "rate" => row.rate,
                _ => row.figure.number(),
            })
            .collect();
        assert_eq!(numbers.len(), 514);
        let ordered = |pair: &[f64]| {
            if descending {
                pair[0] >= pair[1]
            } else {
                pair[0] <= pair[1]
            }
        };
        assert!(numbers.windows(2).all(ordered), "{column}");
    }

    let courses = read(COURSES);
    let last = |sort: &str| {
        let filters = "langue%20d'enseignement=zgh&p%C3%A9riode=2023/2024&milieu=R";
        let opened = Opened::new(&courses, &format!("/en/x/?{filters}&sort={sort}"));
        let rows = opened.table().rows;
        let unknown = rows
            .iter()
            .filter(|row| row.figure.number().is_none())
            .count();
        let last = &rows[rows.len() - unknown..];
        assert!(unknown > 0 && last.iter().all(|row| row.figure.number().is_none()));
        last.iter().map(|row| row.code.clone()).collect::<Vec<_>>()
    };
    assert_eq!(last("value"), last("-value"));
    assert_eq!(last("share"), last("-share"));
}

#[test]
fn rate_and_index_are_by_inhabitants() {
    let opened = Opened::new(&PRAKERJA, "/id/x/?as=rate");
    let table = opened.table();
    let bandung = table.rows.iter().find(|row| row.code == "3273").unwrap();
    // 2,591,763 inhabitants of 284,973,643 in December 2024.
    let rate = 182_399.0 / 2_591_763.0 * 1000.0;
    let whole = 17_500_000.0 / 284_973_643.0 * 1000.0;
    check_near(bandung.rate, rate);
    check_near(bandung.index, rate / whole * 100.0);
    assert_eq!(bandung.quantity_text(Quantity::Rate, opened.words), "70,4");
    assert_eq!(bandung.quantity_text(Quantity::Index, opened.words), "115");
    // The filters are those of the whole, too; the place in focus is not.
    let women = Opened::new(&PRAKERJA, "/en/x/3273/?sex=F&as=index");
    let of_women = |code| {
        women
            .table()
            .rows
            .into_iter()
            .find(|row| row.code == code)
            .unwrap()
    };
    let bandung = of_women("3273");
    assert!(bandung.focus && !of_women("3204").focus);
    let rate = women.total() / 2_591_763.0 * 1000.0;
    check_near(bandung.rate, rate);
    check_near(
        bandung.index,
        rate / (8_966_111.0 / 284_973_643.0 * 1000.0) * 100.0,
    );
}

#[test]
fn a_share_is_of_everyone_of_the_same_place_and_period() {
    let share = |link: &str, code: &str| {
        let table = Opened::new(&PRAKERJA, link).table();
        table
            .rows
            .into_iter()
            .find(|row| row.code == code)
            .unwrap()
            .share
    };
    let people = |link: &str| Opened::new(&PRAKERJA, link).total();
    check_near(
        share("/id/x/?training=never", "3273"),
        people("/id/x/3273/?training=never") / people("/id/x/3273/"),
    );
    check_near(
        share(
            "/id/x/?training=never&sex=F&year=2021&level=province-2020",
            "32",
        ),
        people("/id/x/province-2020/32/?training=never&sex=F&year=2021")
            / people("/id/x/province-2020/32/?year=2021"),
    );
    // A choice among places is a part of the selection, not of everyone.
    check_near(
        share("/id/x/?kind=kota&level=province-2020", "32"),
        people("/id/x/province-2020/32/?kind=kota") / people("/id/x/province-2020/32/"),
    );
    check_near(share("/id/x/?year=2022", "1101"), 1.0);
}

#[test]
fn inside_a_province_its_regions_are_ranked() {
    let inside = Opened::new(&PRAKERJA, "/id/x/province-2020/32/?sex=F");
    let ranked = inside.ranking();
    assert_eq!(
        (ranked.rows.len(), ranked.within.as_deref()),
        (27, Some("Jawa Barat"))
    );
    assert!(
        ranked
            .rows
            .iter()
            .all(|row| row.code.starts_with("32") && row.group == "Jawa Barat")
    );
    let falls = |pair: &[jangkau::scene::Row]| pair[0].figure.number() >= pair[1].figure.number();
    assert!(ranked.rows.windows(2).all(falls));
    check_near(Some(sum(&ranked)), inside.total());
    let neighbours = Opened::new(&PRAKERJA, "/id/x/3273/?sex=F").ranking();
    assert_eq!(codes(&neighbours), codes(&ranked));
    let focus: Vec<&str> = neighbours
        .rows
        .iter()
        .filter(|row| row.focus)
        .map(|row| &*row.code)
        .collect();
    assert_eq!(focus, ["3273"]);
    let all = Opened::new(&PRAKERJA, "/id/x/?as=rate").ranking();
    assert_eq!((all.rows.len(), all.within), (34, None));
}

#[test]
fn a_foreign_dataset_reads_well() {
    let courses = read(COURSES);
    for (link, expected) in [
        (
            "/en/x/",
            "at least 1,684,796 heures de cours in Maroc, 2021/2022-2023/2024",
        ),
        (
            "/id/x/",
            "sedikitnya 1.684.796 heures de cours di Maroc, 2021/2022-2023/2024",
        ),
        (
            "/en/x/MA-03/?milieu=R",
            "106,179.8 heures de cours (milieu: rural) in Fès-Meknès, 2021/2022-2023/2024",
        ),
        (
            "/en/x/?p%C3%A9riode=2021/2022&langue%20d%27enseignement=ar~fr&milieu=U",
            "at least 177,946 heures de cours (langue: arabe or français; milieu: urbain) in Maroc, \
             2021/2022",
        ),
        (
            "/en/x/MA-12/?langue%20d%27enseignement=zgh",
            "suppressed heures de cours (langue: amazighe) in Dakhla-Oued Ed-Dahab, \
             2021/2022-2023/2024",
        ),
    ] {
        check_sentence(&courses, link, expected);
    }
    let opened = Opened::new(&courses, "/en/x/?p%C3%A9riode=2021/2022");
    let table = opened.table();
    assert_eq!(
        (
            &*table.caption,
            &*table.noun,
            table.group.as_deref(),
            table.columns.contains(&Column::Rate)
        ),
        (
            "Heures de cours by Région, 2021/2022",
            "Heures de cours",
            None,
            false
        )
    );
    assert_eq!(table.rows.len(), 12);
    let names: Vec<&str> = table.rows.iter().map(|row| &*row.name).collect();
    assert!(names.contains(&"Laâyoune-Sakia El Hamra"));
    // A share of what is only known to be at least so much is not known.
    let languages = opened.bars("langue d'enseignement");
    let read: Vec<_> = languages
        .bars
        .iter()
        .map(|bar| (&*bar.label, bar.share))
        .collect();
    assert_eq!(read[0].0, "arabe");
    assert!(read.iter().all(|(_, share)| share.is_none()));
    assert!(
        languages
            .bars
            .iter()
            .all(|bar| bar.share_text.is_empty() && bar.behind_text.is_empty())
    );
    let fes = Opened::new(&courses, "/en/x/MA-03/").bars("langue d'enseignement");
    let share: f64 = fes.bars.iter().map(|bar| bar.share.unwrap()).sum();
    check_near(Some(share), 1.0);
}

#[test]
fn measures_are_named_with_their_units_and_never_added_or_divided() {
    let rice = read(RICE);
    for (link, expected) in [
        (
            "/en/x/",
            "cannot be added up (price index, 2019 = 100) in all regions, 2023-11 – 2023-12",
        ),
        (
            "/id/x/",
            "tidak dapat dijumlahkan (price index, 2019 = 100) di semua wilayah, 2023-11 – 2023-12",
        ),
        (
            "/en/x/2/?month=2023-12",
            "119 (price index, 2019 = 100) in Battambang, 2023-12",
        ),
        (
            "/en/x/12/?month=2023-11&measure=price",
            "2,900 (price, riel a kilogram) in Phnom Penh, 2023-11",
        ),
        (
            "/en/x/2/?month=2023-12&measure=change",
            "0 (change on the year before, %) in Battambang, 2023-12",
        ),
        (
            "/en/x/12/?month=2023-12&measure=change",
            "no data (change on the year before, %) in Phnom Penh, 2023-12",
        ),
    ] {
        check_sentence(&rice, link, expected);
    }
    let zero = Opened::new(&rice, "/en/x/2/?month=2023-12&measure=change");
    assert!(!headline(&rice, &zero.view, &zero.figures, zero.words).nobody);
    let opened = Opened::new(&rice, "/en/x/?month=2023-12&measure=price");
    let table = opened.table();
    assert_eq!(table.caption, "Price (riel a kilogram) by Market, 2023-12");
    let read: Vec<_> = table
        .rows
        .iter()
        .map(|row| (&*row.name, &*row.value, row.share))
        .collect();
    assert_eq!(
        read,
        [("Phnom Penh", "2,950", None), ("Battambang", "2,700", None)]
    );
    let measures = Opened::new(&rice, "/en/x/2/?month=2023-12").bars("measure");
    let read: Vec<_> = measures
        .bars
        .iter()
        .map(|bar| (&*bar.label, &*bar.value, bar.share))
        .collect();
    assert_eq!(
        read,
        [
            ("Price index (2019 = 100)", "119", None),
            ("Change on the year before (%)", "0", None),
            ("Price (riel a kilogram)", "2,700", None)
        ]
    );
}

/// Two towns and their total, in people and in inhabitants, with one town's two quarters.
const WITH_TOTAL: &str = r#"{
    "version": "2.0", "class": "dataset", "label": "Towns", "id": ["town", "job"], "size": [5, 2],
    "role": {"geo": ["town"]},
    "dimension": {
        "town": {"label": "Town", "category": {"index": ["T", "a", "b", "b1", "b2"], "child": {"b": ["b1", "b2"]}},
            "extension": {"total": "T", "groupings": [{"id": "side", "label": "Side",
                "categories": {"n": "North", "s": "South"}, "of": {"a": "n", "b": "s", "b1": "s", "b2": "s"}}]}},
        "job": {"label": "Job", "category": {"index": ["yes", "no"]}}
    },
    "value": [30, 70, 10, 30, 20, 40, 5, 10, 15, 30],
    "extension": {"denominators": [{"class": "dataset", "label": "Inhabitants", "id": ["town"], "size": [5],
        "value": [1000, 400, 600, 200, 400]}]}
}"#;

#[test]
fn no_one_is_counted_twice_where_a_total_stands_beside_its_parts() {
    let cube = read(WITH_TOTAL.as_bytes());
    let opened = Opened::new(&cube, "/en/x/?job=yes");
    check_near(Some(opened.total()), 30.0);
    let of = |opened: &Opened<'_>, code: &str| {
        opened
            .table()
            .rows
            .into_iter()
            .find(|row| row.code == code)
            .unwrap()
    };
    for (code, rate, index) in [
        ("a", 25.0, 2500.0 / 30.0),
        ("b", 2000.0 / 60.0, 2000.0 / 18.0),
    ] {
        let row = of(&opened, code);
        check_near(row.rate, rate);
        check_near(row.index, index);
    }
    assert!(!codes(&opened.table()).contains(&"T"));
    let sides = Opened::new(&cube, "/en/x/?job=yes&level=side");
    check_near(of(&sides, "s").rate, 2000.0 / 60.0);
    check_near(of(&sides, "s").share, 20.0 / 60.0);
    let shares: f64 = opened
        .bars("side")
        .bars
        .iter()
        .filter_map(|bar| bar.share)
        .sum();
    check_near(Some(shares), 1.0);
}

/// Every scene of a view, asked for; what they give must agree.
fn check_scenes(cube: &Cube, view: &ResolvedView) -> Result<(), TestCaseError> {
    let figures = Figures::of(cube, view);
    let unfiltered = Figures::unfiltered(cube);
    for words in LANGUAGES {
        let sentence = headline(cube, view, &figures, words).sentence();
        prop_assert!(!sentence.is_empty());
        let lines = basis_lines(cube, view, words);
        prop_assert!(view.place.is_some() || lines.is_empty());
        for axis in bar_axes(cube) {
            let scene = bars(cube, view, (&figures, &unfiltered), (axis, words));
            prop_assert_eq!(scene.bars.len(), cube.members(axis).len());
        }
        let tables = [
            table(cube, view, &figures, words),
            ranking(cube, view, &figures, words),
        ];
        for listed in tables.into_iter().flatten() {
            let inside = view.place.is_some_and(|it| it.axis.grouping().is_some());
            let base = if inside {
                &view.selection
            } else {
                &view.filters
            };
            for row in listed.rows.iter().filter(|_| !inside) {
                let at = base.clone().with(row.place.axis, vec![row.place.at]);
                let slow = reference::total(cube, &at);
                let kinds = [row.figure, slow].map(|figure| std::mem::discriminant(&figure));
                prop_assert_eq!(kinds[0], kinds[1]);
            }
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig {
        failure_persistence: None,
        rng_seed: proptest::test_runner::RngSeed::Fixed(17_500_000),
        ..ProptestConfig::default()
    })]

    #[test]
    fn every_scene_of_any_cube_can_be_drawn(
        cube in any_cube(), picks in prop::collection::vec((0..64_usize, 0..64_usize), 0..4),
        place in prop::option::of((0..64_usize, 0..64_usize)), level in 0..8_usize,
        quantity in 0..4_usize,
    ) {
        let axes: Vec<_> = cube.axes().collect();
        let places = levels(&cube);
        let mut state = jangkau::view_state::ViewState::landing("en", "x");
        let at = |axis, nth: usize| CatIx(nth % cube.members(axis).len());
        for (nth, member) in picks {
            let axis = axes[nth % axes.len()];
            state = state.apply(Change::Toggle(axis, at(axis, member)), &cube);
        }
        if let Some((nth, member)) = place.filter(|_| !places.is_empty()) {
            let axis = places[nth % places.len()];
            let place = Place { axis, at: at(axis, member) };
            state = state.apply(Change::Focus(Some(place)), &cube);
        }
        if !places.is_empty() {
            state = state.apply(Change::Level(places[level % places.len()]), &cube);
        }
        if !cube.metadata().denominators.is_empty() {
            state = state.apply(Change::Show(Quantity::ALL[quantity]), &cube);
        }
        check_scenes(&cube, &resolve(&state, &cube))?;
    }
}

#[test]
fn a_place_in_focus_is_the_bar_that_is_picked() {
    let opened = Opened::new(&PRAKERJA, "/id/x/province-2020/32/");
    let provinces = opened.bars("province-2020");
    let picked: Vec<&str> = provinces
        .bars
        .iter()
        .filter(|bar| bar.picked)
        .map(|bar| &*bar.label)
        .collect();
    assert_eq!(picked, ["Jawa Barat"]);
    let axis = PRAKERJA.axis("province-2020").unwrap();
    let jakarta = PRAKERJA.members(axis).position("31").unwrap();
    let site = Site {
        langs: &LANGUAGE_CODES,
    };
    let (state, _) = from_address(
        &Address::new("/id/x/province-2020/32/"),
        site,
        "x",
        &PRAKERJA,
    );
    let both = state.apply(Change::Toggle(axis, jakarta), &PRAKERJA);
    assert_eq!(both.place(), None);
    let expected = Selection::all().with(axis, vec![jakarta, state.place().unwrap().at]);
    assert_eq!(both.filters(), &expected);
}
