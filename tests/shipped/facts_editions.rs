//! The shipped facts editions: figures as read in the pages that they name, by hand.

use jangkau::fact_list::{FactList, map_cube, series};
use jangkau::formats::Limits;
use jangkau::formats::json_stat::{bytes_from_fact_list, fact_list_from_bytes};
use jangkau::scene::{FactListScene, FactMapScene, Fill, fact_list, fact_map};
use jangkau::words::messages;

use crate::support::shipped::{LIST, data};

fn list(id: &str) -> FactList {
    let entry = LIST.entry(id, None).unwrap();
    assert!(entry.is_fact_list, "{id}");
    let bytes = std::fs::read(data().join(&entry.href)).unwrap();
    let list = fact_list_from_bytes(&bytes, &Limits::PAGE).unwrap();
    assert_eq!(bytes_from_fact_list(&list), bytes, "{id}");
    list
}

fn scene(id: &str) -> FactListScene {
    fact_list(&list(id), messages("en"))
}

fn map(id: &str) -> FactMapScene {
    let list = list(id);
    fact_map(&list, &map_cube(&list).unwrap(), messages("en")).unwrap()
}

/// The figures of a topic and category at a place, with their periods.
fn figures(id: &str, (topic, category, place): (&str, &str, &str)) -> Vec<String> {
    let scene = scene(id);
    let of_topic = scene.topics.iter().find(|it| it.name == topic).unwrap();
    let lines = of_topic.lines.iter();
    let lines = lines.filter(|line| line.category == category && line.place == place);
    lines
        .map(|line| format!("{} {}", line.period, line.figure))
        .collect()
}

#[test]
fn figures_are_those_of_their_sources() {
    let kh = |topic, place| figures("kh-training", (topic, "total", place));
    assert_eq!(
        kh("registered", "Phnom Penh"),
        ["to 2024-02-04 17:00 10,128"]
    );
    assert_eq!(
        kh("registered", "Cambodia"),
        [
            "to 2023-12-10 11,610",
            "to 2024-02-09 at least 27,000",
            "to 2024-02-04 17:00 27,186",
            "to 2023-12 (before 2023-12-25) 13,587",
            "2023-11-15 to 2023-12-30 almost 20,000",
        ]
    );
    assert_eq!(
        kh("registered", "other 20 provinces together"),
        ["to 2024-02-04 17:00 9,704"]
    );
    let th = |place| {
        figures(
            "th-equity",
            ("students classified very poor", "share of students", place),
        )
    };
    assert_eq!(
        th("Mae Hong Son"),
        ["2023 academic year 54.99", "2024 45.09"]
    );
    // The zero that is printed stays.
    assert_eq!(th("Mukdahan"), ["2024 35.90"]);
}

#[test]
fn the_maps_say_how_many_places_have_a_figure_and_what_is_known_of_the_others() {
    let kh = map("kh-training");
    assert_eq!(kh.count, "5 of 25 provinces have a published figure");
    assert_eq!(kh.rest.as_deref(), Some("no figure published"));
    let places: Vec<&str> = kh.lines.iter().map(|[_, name, _]| &**name).collect();
    assert_eq!(
        places,
        [
            "Phnom Penh",
            "Battambang",
            "Siem Reap",
            "Kandal",
            "Preah Sihanouk"
        ]
    );
    let th = map("th-equity");
    assert_eq!(th.count, "10 of 77 provinces have a published figure");
    assert_eq!(th.rest.as_deref(), Some("not among the ten highest"));
    assert_eq!(th.lines[0], ["58", "Mae Hong Son", "45.09\u{a0}percent"]);
    for (map, without) in [(&kh, 20), (&th, 67)] {
        assert_eq!(
            map.map
                .fills
                .iter()
                .filter(|fill| **fill == Fill::Out)
                .count(),
            without
        );
        let last = map.map.legend.last().unwrap();
        assert_eq!((last.fill, last.places), (Fill::Out, without));
        let said = map.description(messages("en")).join(" ");
        assert!(
            said.ends_with(&format!("{without} places: {}.", last.label)),
            "{said}"
        );
    }
}

#[test]
fn names_stand_in_the_letters_of_the_country_too() {
    for (id, lang, code, name, own) in [
        ("kh-training", "km", "08", "Kandal", "កណ្ដាល"),
        ("kh-training", "km", "17", "Siem Reap", "សៀមរាប"),
        ("th-equity", "th", "58", "Mae Hong Son", "แม่ฮ่องสอน"),
        ("th-equity", "th", "47", "Sakon Nakhon", "สกลนคร"),
    ] {
        let list = list(id);
        let place = list
            .places()
            .iter()
            .find(|place| place.code.as_str() == code)
            .unwrap();
        assert_eq!((place.name.own(), place.name.in_lang(lang)), (name, own));
        assert!(
            list.places().iter().all(|place| place.name.has_lang(lang)),
            "{id}"
        );
    }
}

#[test]
fn a_line_joins_only_figures_of_one_publisher_and_one_definition() {
    for (id, expected) in [
        (
            "kh-training",
            &["11610 27186 Phnom Penh Post", "4001 9411 Phnom Penh Post"][..],
        ),
        (
            "th-equity",
            &[
                "1250 1044 1039 The Nation Thailand",
                "1560000 1800000 The Nation Thailand",
            ][..],
        ),
    ] {
        let list = list(id);
        let mut lines = Vec::new();
        for series in series(&list) {
            for line in &series.lines {
                let facts: Vec<_> = line
                    .iter()
                    .map(|at| list.fact(series.points[*at].figure))
                    .collect();
                let numbers: Vec<&str> = facts.iter().map(|fact| fact.number.as_str()).collect();
                lines.push(format!(
                    "{} {}",
                    numbers.join(" "),
                    facts[0].source.publisher
                ));
                let definition = facts[0].definition();
                assert!(facts.iter().all(|fact| fact.definition() == definition));
                assert!(
                    facts
                        .iter()
                        .all(|fact| fact.source.publisher == facts[0].source.publisher)
                );
            }
        }
        assert_eq!(lines, expected, "{id}");
    }
}

#[test]
fn what_disagrees_stands_side_by_side_with_both_sources() {
    let beside = |id: &str| -> Vec<Vec<String>> {
        let all = scene(id).beside;
        let lines = |it: &jangkau::scene::FactBeside| {
            it.lines.iter().map(|line| line.figure.clone()).collect()
        };
        all.iter().map(lines).collect()
    };
    let kh = beside("kh-training");
    assert_eq!(
        kh[0],
        [
            "27,186", "10,128", "3,372", "1,932", "1,079", "1,079", "9,704"
        ]
    );
    assert_eq!(kh[1], ["121,729", "at least 120,000"]);
    assert_eq!(kh[2].len(), 7);
    assert_eq!(kh[3], ["15", "16"]);
    let th = beside("th-equity");
    assert_eq!(th[0], ["54.99", "45.09", "45.09"]);
    // Found by themselves: one budget, printed with three digits and with two.
    assert_eq!(th.last().unwrap(), &["1.536", "1.53"]);
}
