//! How the map is filled, what its legend says, and its text.

use jangkau::cube::CatIx;
use jangkau::scene::{Fill, MapScene, map, picture_text, report};

use super::{COURSES, Opened, read};
use crate::support::shipped::PRAKERJA;

fn scene(opened: &Opened<'_>) -> MapScene {
    let level = opened.view.level.unwrap();
    map(
        opened.cube,
        &opened.view,
        &opened.figures,
        (level, opened.words),
    )
}

fn legend(scene: &MapScene) -> Vec<(String, usize)> {
    let lines = scene.legend.iter();
    lines
        .map(|line| (line.label.clone(), line.places))
        .collect()
}

#[test]
fn every_place_is_in_one_line_of_the_legend() {
    for link in [
        "/id/x/",
        "/id/x/?class=natural9",
        "/id/x/?class=equal3&year=2020",
        "/id/x/?as=share&sex=F",
        "/id/x/?as=rate",
        "/id/x/?as=index&level=province-2020",
        "/id/x/?age=56-64&education=s1&training=before&disability=yes&sex=F",
        "/id/x/province-2020/32/",
    ] {
        let opened = Opened::new(&PRAKERJA, link);
        let scene = scene(&opened);
        let places: usize = scene.legend.iter().map(|line| line.places).sum();
        assert_eq!(places, scene.fills.len(), "{link}");
        assert!(scene.legend.iter().all(|line| line.places > 0), "{link}");
    }
}

#[test]
fn a_class_holds_the_places_whose_figures_its_line_says() {
    let opened = Opened::new(&PRAKERJA, "/en/x/");
    let scene = scene(&opened);
    // The legend prints whole breaks, so the lines can be read back.
    for line in &scene.legend {
        let (low, high) = line.label.split_once(" – ").unwrap();
        let number = |text: &str| text.replace(',', "").parse::<f64>().unwrap();
        let (low, high) = (number(low), number(high));
        let last = line.label == scene.legend.last().unwrap().label;
        let inside = (0..scene.fills.len()).filter(|&at| {
            let figure = scene.measures[at].figure.number().unwrap();
            low <= figure && (figure < high || (last && figure <= high))
        });
        let inside: Vec<usize> = inside.collect();
        assert_eq!(inside.len(), line.places, "{}", line.label);
        assert!(inside.iter().all(|&at| scene.fills[at] == line.fill));
    }
    assert_eq!(scene.legend.len(), 5);
}

#[test]
fn what_only_repeats_a_pattern_has_neither_class_nor_rank() {
    let opened = Opened::new(&PRAKERJA, "/en/x/?as=share&training=never");
    let scene = scene(&opened);
    assert_eq!(
        legend(&scene),
        [
            ("province’s pattern only".to_owned(), 50),
            ("national pattern only".to_owned(), 464)
        ]
    );
    assert!((0..514).all(|at| scene.rank(CatIx(at)).is_none()));
    let jember = PRAKERJA.members(scene.axis).position("3509").unwrap();
    let said = report(&PRAKERJA, &scene, jember, opened.words).line(opened.words);
    assert_eq!(
        said,
        "Kabupaten Jember, Jawa Timur: 86% of everyone there, national pattern only, no rank, Modelled estimate"
    );
}

#[test]
fn a_rate_is_a_finding_only_where_the_count_is_published() {
    let opened = Opened::new(&PRAKERJA, "/en/x/?as=rate");
    let scene = scene(&opened);
    let own = scene.measures.iter().filter(|it| it.rate_pattern.is_none());
    let ranked = (0..514).filter(|&at| scene.rank(CatIx(at)).is_some());
    assert_eq!(own.count(), ranked.count());
}

#[test]
fn zero_is_a_fill_of_its_own_and_ranked_last() {
    let opened = Opened::new(
        &PRAKERJA,
        "/en/x/?age=56-64&education=s1&training=before&disability=yes&sex=F",
    );
    let scene = scene(&opened);
    let zeros: Vec<usize> = (0..514)
        .filter(|&at| scene.measures[at].figure.number() == Some(0.0))
        .collect();
    assert!(!zeros.is_empty());
    assert!(zeros.iter().all(|&at| scene.fills[at] == Fill::Zero));
    let (rank, of) = scene.rank(CatIx(zeros[0])).unwrap();
    assert_eq!((rank, of), (514 - zeros.len() + 1, 514));
}

#[test]
fn a_rank_is_the_position_in_the_table() {
    let opened = Opened::new(&PRAKERJA, "/id/x/3509/");
    let scene = scene(&opened);
    let jember = opened.view.place.unwrap();
    assert_eq!(scene.rank(jember.at), Some((11, 514)));
    let table = opened.table();
    assert_eq!(table.rows[10].code, "3509");
    let said = report(&PRAKERJA, &scene, jember.at, opened.words).line(opened.words);
    assert_eq!(
        said,
        "Kabupaten Jember, Jawa Timur: 166.704 peserta, peringkat 11 dari 514, Perkiraan model"
    );
}

#[test]
fn an_index_is_classed_about_a_hundred() {
    let opened = Opened::new(
        &PRAKERJA,
        "/en/x/?as=index&level=province-2020&class=quantile6",
    );
    let scene = scene(&opened);
    assert!(scene.ramp.starts_with("div"), "{}", scene.ramp);
    let middle = scene.classes.get() / 2;
    for (measures, fill) in scene.measures.iter().zip(&scene.fills) {
        let Fill::Colour(slot) = fill else {
            panic!("{fill:?}")
        };
        assert_eq!(measures.index.unwrap() >= 100.0, *slot >= middle);
    }
}

#[test]
fn the_text_of_the_picture_names_what_the_table_has_first_and_last() {
    for link in [
        "/id/x/",
        "/en/x/?sex=F&year=2021..2022",
        "/en/x/?as=rate&level=province-2020&sort=-rate",
        "/id/x/3509/?class=natural7",
    ] {
        let opened = Opened::new(&PRAKERJA, link);
        let scene = scene(&opened);
        let sentences = picture_text(&PRAKERJA, &opened.view, &scene, opened.words);
        assert!((2..=4).contains(&sentences.len()), "{link}: {sentences:?}");
        let table = opened.table();
        let quantity = opened.view.quantity;
        for row in [&table.rows[0], table.rows.last().unwrap()] {
            let figure = row.quantity_text(quantity, opened.words);
            for word in [&row.name, &figure] {
                assert!(sentences[0].contains(&**word), "{word} in {}", sentences[0]);
            }
        }
        let first = format!(
            "{} ({})",
            table.rows[0].name,
            table.rows[0].quantity_text(quantity, opened.words)
        );
        assert!(sentences[1].contains(&first), "{first} in {}", sentences[1]);
    }
}

#[test]
fn suppressed_and_open_figures_differ_on_the_map_of_another_dataset() {
    let courses = read(COURSES);
    let opened = Opened::new(&courses, "/en/x/?langue%20d%27enseignement=zgh");
    let scene = scene(&opened);
    let dakhla = courses.members(scene.axis).position("MA-12").unwrap();
    assert_eq!(scene.fills[dakhla.0], Fill::Suppressed);
    assert!(
        legend(&scene).contains(&("suppressed".to_owned(), 1)),
        "{:?}",
        legend(&scene)
    );
    let opened = Opened::new(&courses, "/en/x/");
    let scene = self::scene(&opened);
    assert_eq!(scene.fills[dakhla.0], Fill::Open);
    assert_eq!(scene.rank(dakhla), None);
}
