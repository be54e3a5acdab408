//! How the map is filled, what its legend says, and its text.

use jangkau::scene::{Fill, MapScene, picture_text, place_line};
use jangkau::view_state::Column;

use super::{COURSES, read};
use crate::support::made::{HEALTH, WATER};
use crate::support::opened::{Opened, cell, codes, exact_rank, legend};

/// The rank of each commune that has one, by its code.
fn ranks(scene: &MapScene) -> Vec<(&str, usize)> {
    let members = WATER.members(scene.axis).iter();
    members
        .filter_map(|(at, it)| Some((it.code().as_str(), exact_rank(scene, at)?.0)))
        .collect()
}

#[test]
fn every_place_is_in_one_line_of_the_legend() {
    for link in [
        "/id/x/",
        "/id/x/?class=natural9",
        "/id/x/?class=equal3&period=2020",
        "/id/x/?as=share&source=piped",
        "/id/x/?as=rate",
        "/id/x/?as=index&level=district",
        "/id/x/?source=rain&tenure=tenant",
        "/id/x/district/centre/",
    ] {
        let scene = Opened::new(&WATER, link).map();
        let places: usize = scene.legend.iter().map(|line| line.places).sum();
        let seen = scene.fills.iter().filter(|fill| **fill != Fill::Out);
        assert_eq!(places, seen.count(), "{link}");
        assert!(scene.legend.iter().all(|line| line.places > 0), "{link}");
    }
}

#[test]
fn a_class_holds_the_places_whose_figures_its_line_says() {
    let scene = Opened::new(&WATER, "/en/x/").map();
    // The legend prints whole breaks, so the lines can be read back.
    for line in &scene.legend {
        let (low, high) = line.label.split_once(" – ").unwrap();
        let number = |text: &str| text.replace(',', "").parse::<f64>().unwrap();
        let (low, high) = (number(low), number(high));
        let last = line.label == scene.legend.last().unwrap().label;
        let inside = (0..scene.fills.len()).filter(|&at| {
            let figure = scene.measures[at].figure().number().unwrap();
            low <= figure && (figure < high || (last && figure <= high))
        });
        let inside: Vec<usize> = inside.collect();
        assert_eq!(inside.len(), line.places, "{}", line.label);
        assert!(
            inside
                .iter()
                .all(|&at| scene.fills[at].in_legend() == line.fill)
        );
    }
    assert_eq!(scene.legend.len(), 5);
}

#[test]
fn what_only_repeats_a_pattern_has_neither_class_nor_rank() {
    let opened = Opened::new(&WATER, "/en/x/?as=share&source=piped");
    let scene = opened.map();
    // The three towns have shares of their own, all 80%.
    assert_eq!(
        legend(&scene),
        [
            ("80%".to_owned(), 3),
            ("○ pattern by districts only, no rank".to_owned(), 4),
            ("○ pattern of Veluna only, no rank".to_owned(), 5)
        ]
    );
    // Where nine of twelve repeat a pattern, the others have no rank among them.
    assert_eq!(ranks(&scene), []);
    let dunmoor = WATER.members(scene.axis).position("c3").unwrap();
    assert_eq!(
        place_line(&WATER, &scene, dunmoor, opened.words),
        "Dunmoor, Centre: 50% of all households there, ○ only the pattern of Veluna, no rank"
    );
}

#[test]
fn a_rate_is_a_finding_only_where_the_count_is_published() {
    let scene = Opened::new(&WATER, "/en/x/?as=rate").map();
    // Per 1,000: 300, 200, 500 | 250, 500, 400, 250 | 400, 100; not of n4, n5 and s3.
    let expected = [
        ("n1", 5),
        ("n2", 8),
        ("n3", 1),
        ("c1", 6),
        ("c2", 1),
        ("c3", 3),
        ("c4", 6),
        ("s1", 3),
        ("s2", 9),
    ];
    assert_eq!(ranks(&scene), expected);
}

#[test]
fn zero_is_a_fill_of_its_own_and_three_published_are_no_ranking() {
    // No town has rain water: nine communes do, but nothing was published of theirs.
    let scene = Opened::new(&WATER, "/en/x/?source=rain").map();
    for town in ["n1", "c1", "s1"] {
        let at = WATER.members(scene.axis).position(town).unwrap();
        assert_eq!(scene.fills[at.0], Fill::Zero);
        assert_eq!(exact_rank(&scene, at), None);
    }
    let zeros = scene.fills.iter().filter(|fill| **fill == Fill::Zero);
    assert_eq!(zeros.count(), 3);
}

#[test]
fn what_is_shared_out_has_a_striped_class_and_no_rank() {
    let opened = Opened::new(&WATER, "/en/x/");
    let scene = opened.map();
    for (at, commune) in WATER.members(scene.axis).iter() {
        let is_shared = ["n4", "n5", "s3"].contains(&commune.code().as_str());
        let fill = scene.fills[at.0];
        assert_eq!(matches!(fill, Fill::Shared(_)), is_shared, "{fill:?}");
        assert_eq!(scene.rank(at).is_none(), is_shared, "{fill:?}");
    }
    let note = scene.shared_note.as_ref().unwrap();
    let expected = "◐ Striped: shared out or estimated, no rank (3 places).";
    assert_eq!((&*note.label, note.places), (expected, 3));
    // Its swatch has the stripes of one of them.
    assert!(matches!(note.fill, Fill::Shared(_)) && scene.fills.contains(&note.fill));
    let caldmoor = WATER.members(scene.axis).position("n4").unwrap();
    let line = place_line(&WATER, &scene, caldmoor, opened.words);
    let expected = "households, ◐ shared out from the total of North (2019), no rank";
    assert!(line.ends_with(expected), "{line}");
    // Where all is only a pattern, nothing is striped.
    let crossed = Opened::new(&WATER, "/en/x/?source=piped&tenure=owner").map();
    assert_eq!(crossed.shared_note, None);
    assert!(crossed.fills.iter().all(|fill| *fill == Fill::WholePattern));
}

#[test]
fn a_rank_is_the_position_in_the_table() {
    let opened = Opened::new(&WATER, "/id/x/c3/");
    let scene = opened.map();
    let dunmoor = opened.view.place.unwrap();
    // After 25, 14, 12, 10 and 9 thousand; three of twelve are shared out.
    assert_eq!(exact_rank(&scene, dunmoor.at), Some((6, 9)));
    assert_eq!(codes(&opened.table())[5], "c3");
    assert_eq!(
        place_line(&WATER, &scene, dunmoor.at, opened.words),
        "Dunmoor, Tengah: 8.000 rumah tangga, ● diterbitkan untuk tempat ini, peringkat 6 dari 9 yang \
         diterbitkan"
    );
}

#[test]
fn classes_are_those_of_the_places_in_view_unless_the_link_says_otherwise() {
    let scene = |link: &str| Opened::new(&WATER, link).map();
    let filled = |scene: &MapScene| -> Vec<String> {
        let members = WATER.members(scene.axis).iter();
        let seen = members.filter(|(at, _)| scene.fills[at.0] != Fill::Out);
        seen.map(|(_, it)| it.code().to_string()).collect()
    };
    // The four communes of the centre have the classes, from the least of them to the most.
    let inside = scene("/en/x/district/centre/");
    assert_eq!(filled(&inside), ["c1", "c2", "c3", "c4"]);
    let ends = |scene: &MapScene| {
        let label = |line: &jangkau::scene::LegendLine| line.label.clone();
        (label(&scene.legend[0]), label(scene.legend.last().unwrap()))
    };
    let (all, whole) = (scene("/en/x/district/centre/?classes=all"), scene("/en/x/"));
    assert_eq!(filled(&all).len(), 12);
    assert_eq!((&all.fills, &all.legend), (&whole.fills, &whole.legend));
    assert_ne!(ends(&inside).0, ends(&all).0);
    // So has a commune of it that is in focus.
    assert_eq!(scene("/en/x/c3/").fills, inside.fills);
    // Whatever has the classes, a rank is among all.
    assert_eq!(ranks(&inside), ranks(&whole));
}

#[test]
fn fixed_classes_stay_as_one_year_follows_another() {
    let legend = |link: &str| {
        let lines = Opened::new(&WATER, link).map().legend;
        lines.into_iter().map(|line| line.label).collect::<Vec<_>>()
    };
    let of_year =
        |year: u32, classes: &str| legend(&format!("/en/x/?period={year}&class=equal5{classes}"));
    assert_ne!(of_year(2019, ""), of_year(2022, ""));
    // From 100 households, in 2019 where there are fewest, to 10,000 in 2022 where there are most.
    for year in 2019..=2022 {
        assert_eq!(
            of_year(year, "&classes=fixed"),
            of_year(2019, "&classes=fixed")
        );
    }
    // Several years together are compared with no year alone.
    assert_eq!(legend("/en/x/?classes=fixed"), legend("/en/x/?classes=all"));
}

#[test]
fn an_index_is_classed_about_a_hundred() {
    let opened = Opened::new(&WATER, "/en/x/?as=index&level=district&class=quantile6");
    let scene = opened.map();
    assert!(scene.ramp.starts_with("div"), "{}", scene.ramp);
    // Per 1,000: 30,000 of 117,000, 45,000 of 148,000, 25,000 of 135,000; of all 250.
    let middle = scene.classes.get() / 2;
    let [north, centre, south] = scene.fills[..] else {
        panic!("{:?}", scene.fills)
    };
    for fill in [north, centre] {
        assert!(
            matches!(fill, Fill::Colour(slot) if slot >= middle),
            "{fill:?}"
        );
    }
    // Ostra's count only follows its inhabitants, and is a part of the south's.
    assert_eq!(south, Fill::WholePattern);
}

#[test]
fn the_text_of_the_picture_names_what_the_table_has_first_and_last() {
    for link in [
        "/id/x/",
        "/en/x/?source=piped&period=2020..2021",
        "/id/x/c3/?class=natural7&classes=all",
    ] {
        let opened = Opened::new(&WATER, link);
        let sentences = picture_text(&WATER, &opened.view, &opened.map(), opened.words);
        assert!((2..=5).contains(&sentences.len()), "{link}: {sentences:?}");
        let table = opened.table();
        let shown = |row| {
            let (name, _) = cell(&table, row, Column::Name);
            (name, cell(&table, row, Column::Value).0)
        };
        for row in [&table.rows[0], table.rows.last().unwrap()] {
            let (name, figure) = shown(row);
            for word in [name, figure] {
                assert!(sentences[0].contains(word), "{word} in {}", sentences[0]);
            }
        }
        // Three communes have sources of their own: too few for a list of the highest.
        if !link.contains("source") {
            let (name, figure) = shown(&table.rows[0]);
            let first = format!("{name} ({figure})");
            assert!(sentences[1].contains(&first), "{first} in {}", sentences[1]);
        }
    }
    // Per 1,000 are 500 of Lenna Valley and of Brenwold: as in the table, equal ones by their code.
    let opened = Opened::new(&WATER, "/en/x/?as=rate&sort=-rate");
    assert_eq!(codes(&opened.table())[..2], ["c2", "n3"]);
    let sentences = picture_text(&WATER, &opened.view, &opened.map(), opened.words);
    let highest =
        "Highest of those published: Lenna Valley (500.0); Brenwold (500.0); Dunmoor (400.0).";
    assert!(sentences[1].starts_with(highest), "{sentences:?}");
    // 30,000 of 117,000 and 45,000 of 148,000; of few places no more need be said.
    let opened = Opened::new(&WATER, "/en/x/?as=rate&level=district");
    assert_eq!(
        picture_text(&WATER, &opened.view, &opened.map(), opened.words),
        [
            "Map of households, Per 1,000 inhabitants: from 256.4 in North (2019) to 304.1 in Centre.",
            "1 place without a class: ○ pattern of Veluna only, no rank (1)."
        ]
    );
}

#[test]
fn what_is_kept_back_not_there_or_cannot_be_is_filled_apart() {
    let of = |link: &str, code: &str| {
        let scene = Opened::new(&HEALTH, link).map();
        let at = HEALTH.members(scene.axis).position(code).unwrap();
        (scene.fills[at.0], exact_rank(&scene, at))
    };
    let visits = "/en/x/?year=2021";
    assert_eq!(of(visits, "n5"), (Fill::Suppressed, None));
    // Years are not added: the latest stands for both, and there n5 has its 200, the fewest.
    assert_eq!(of("/en/x/", "n5"), (Fill::Colour(0), Some((12, 12))));
    let nurses = "/en/x/?measure=nurses&year=2022";
    assert_eq!(of(nurses, "c4"), (Fill::Missing, None));
    // A place that cannot have any has none.
    assert_eq!(of(nurses, "s3"), (Fill::Zero, Some((11, 11))));
}

#[test]
fn suppressed_and_open_figures_differ_on_the_map_of_another_dataset() {
    let courses = read(COURSES);
    let opened = Opened::new(&courses, "/en/x/?langue%20d%27enseignement=zgh");
    let scene = opened.map();
    let dakhla = courses.members(scene.axis).position("MA-12").unwrap();
    assert_eq!(scene.fills[dakhla.0], Fill::Suppressed);
    assert!(
        legend(&scene).contains(&("suppressed".to_owned(), 1)),
        "{:?}",
        legend(&scene)
    );
    let scene = Opened::new(&courses, "/en/x/").map();
    assert_eq!(scene.fills[dakhla.0], Fill::Open);
    assert_eq!(exact_rank(&scene, dakhla), None);
}

#[test]
fn a_total_of_places_and_a_sum_of_some_have_no_class_and_no_rank() {
    // Two regions of three places each, and the whole, over four years of uneven growth.
    let places = ["T", "north", "n1", "n2", "n3", "south", "s1", "s2", "s3"];
    let leaves = [
        [4127, 5213, 6391, 7577],
        [911, 1033, 1531, 1709],
        [2203, 2311, 2477, 3001],
        [7307, 7417, 7951, 8867],
        [613, 1217, 1423, 1987],
        [3307, 3511, 3907, 4231],
    ];
    let sum = |places: std::ops::Range<usize>, year: usize| -> u32 {
        leaves[places].iter().map(|of_years| of_years[year]).sum()
    };
    let row = |year: usize| {
        let leaf = |at: usize| leaves[at][year];
        [
            sum(0..6, year),
            sum(0..3, year),
            leaf(0),
            leaf(1),
            leaf(2),
            sum(3..6, year),
            leaf(3),
            leaf(4),
            leaf(5),
        ]
    };
    let values: Vec<u32> = (0..4).flat_map(row).collect();
    let file = serde_json::json!({
        "version": "2.0", "class": "dataset", "label": "Persons", "id": ["year", "place"], "size": [4, 9],
        "role": {"time": ["year"], "geo": ["place"]},
        "dimension": {
            "year": {"category": {"index": ["2019", "2020", "2021", "2022"]}},
            "place": {"label": "Place", "category": {"index": places, "label": {"T": "Total"}}},
        },
        "value": values,
    });
    let cube = super::read(file.to_string().as_bytes());
    let opened = Opened::new(&cube, "/en/x/");
    let scene = opened.map();
    let at = |code: &str| cube.members(scene.axis).position(code).unwrap();
    for apart in ["T", "north", "south"] {
        assert_eq!(
            (scene.fills[at(apart).0], scene.rank(at(apart))),
            (Fill::Out, None),
            "{apart}"
        );
    }
    assert_eq!(exact_rank(&scene, at("s1")), Some((1, 6)));
    // The total stands in the sentence, the regions below the places.
    assert_eq!(
        codes(&opened.table()),
        ["s1", "n1", "s3", "n3", "s2", "n2", "south", "north"]
    );
    assert_eq!(opened.ranking().bars.len(), 6);
}
