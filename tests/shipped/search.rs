//! Finding every region of the default dataset.

use jangkau::cube::{
    CatIx, Category, Code, Cube, DimIx, Dimension, Grouping, Id, Label, Metadata, Role, Statuses,
    Values,
};
use jangkau::search::{Hit, Matched, PlaceIndex};

use crate::support::shipped::{LIST, PRAKERJA};

const CSV: &str = include_str!("../../public/data/prakerja/sources/idn-regions.csv");

fn rows() -> Vec<Vec<&'static str>> {
    CSV.lines()
        .skip(1)
        .map(|line| line.split(',').collect())
        .collect()
}

/// The 514 regions with their BPS codes and the provinces of 2020 (column 3) and 2023 (column 5).
fn regions() -> Cube {
    let rows = rows();
    let leaf = |row: &Vec<&str>| {
        let other = |scheme: &str, code: &str| (Box::from(scheme), Code::new(code));
        let mut codes = vec![other("BPS", row[11])];
        if row[10] != row[0] {
            codes.push(other("2023", row[10]));
        }
        Category::new(Code::new(row[0]), Label::new(row[1])).with_other_codes(codes)
    };
    let provinces = |id: &str, column: usize| {
        let mut groups: Vec<(&str, &str)> = rows
            .iter()
            .map(|row| (row[column], row[column + 1]))
            .collect();
        groups.sort_unstable();
        groups.dedup();
        let of = rows.iter().map(|row| {
            groups
                .iter()
                .position(|(code, _)| *code == row[column])
                .map(CatIx)
        });
        let of = of.collect();
        let groups = groups
            .iter()
            .map(|(code, name)| Category::new(Code::new(code), Label::new(name)));
        Grouping::new(Id::new(id), Label::new(id), groups.collect(), of).unwrap()
    };
    let geo = Dimension::new(
        Id::new("region"),
        Label::new(""),
        Role::Geo,
        rows.iter().map(leaf).collect(),
    )
    .unwrap()
    .with_groupings(vec![
        provinces("province-2020", 3),
        provinces("province-2023", 5),
    ])
    .unwrap();
    let values = Values::Whole(vec![0; rows.len()]);
    Cube::new(
        vec![geo],
        values,
        (Vec::new(), Statuses::None),
        Metadata::default(),
    )
    .unwrap()
}

fn name<'c>(cube: &'c Cube, hit: &Hit) -> &'c str {
    cube.members(hit.axis).get(hit.at).label().own()
}

#[test]
fn the_code_of_every_region_finds_it_first() {
    let cube = regions();
    let index = PlaceIndex::new(&cube, DimIx(0), "id");
    let mut collisions = 0;
    for row in rows() {
        let hits = index.find(row[0], 5);
        assert_eq!(
            (name(&cube, &hits[0]), &hits[0].matched),
            (row[1], &Matched::Code)
        );
        let other = |hit: &&Hit| matches!(&hit.matched, Matched::OtherCode { scheme, .. } if **scheme == *"BPS");
        let foreign = hits.iter().skip(1).filter(other).count();
        collisions += foreign;
    }
    assert_eq!(collisions, 166);
}

#[test]
fn the_name_of_every_region_finds_it_first_even_with_a_letter_missing() {
    let cube = regions();
    let index = PlaceIndex::new(&cube, DimIx(0), "id");
    for row in rows() {
        assert_eq!(name(&cube, &index.find(row[1], 1)[0]), row[1]);
        let mut letters: Vec<char> = row[1].chars().collect();
        letters.remove(letters.len() - 2);
        let typed: String = letters.iter().collect();
        let found = index.find(&typed, 10);
        assert!(
            found.iter().any(|hit| name(&cube, hit) == row[1]),
            "{typed}"
        );
    }
}

#[test]
fn what_people_type_finds_what_they_mean() {
    let cube = regions();
    let index = PlaceIndex::new(&cube, DimIx(0), "id");
    for (query, expected) in [
        (
            "bandung",
            &[
                "Kota Bandung",
                "Kabupaten Bandung",
                "Kabupaten Bandung Barat",
            ][..],
        ),
        (
            "bandng",
            &[
                "Kota Bandung",
                "Kabupaten Bandung",
                "Kabupaten Bandung Barat",
            ],
        ),
        ("3273", &["Kota Bandung"][..]),
        ("sukabumi", &["Kota Sukabumi", "Kabupaten Sukabumi"]),
        ("jawa barat", &["Jawa Barat", "Kabupaten Bogor"]),
        ("tanjung pinang", &["Kota Tanjung Pinang"]),
        ("kota baru", &["Kabupaten Kotabaru"]),
        ("bau bau", &["Kota Bau Bau"]),
        ("yogya", &["Kota Yogyakarta", "Daerah Istimewa Yogyakarta"]),
        ("surabya", &["Kota Surabaya"]),
    ] {
        let hits = index.find(query, 50);
        let names: Vec<&str> = hits.iter().map(|hit| name(&cube, hit)).collect();
        assert_eq!(
            names.get(..expected.len()),
            Some(expected),
            "{query}: {names:?}"
        );
    }
}

#[test]
fn what_people_call_a_place_finds_it_first() {
    let (cube, entry) = (&*PRAKERJA, LIST.entry("prakerja", None).unwrap());
    let geo = cube.axis("region").unwrap().dimension();
    for lang in ["id", "en"] {
        let index = PlaceIndex::new(cube, geo, lang);
        let index = index.with_everyday_names(cube, &entry.everyday_names);
        let first = |query: &str| {
            let hit = index.find(query, 1).remove(0);
            cube.members(hit.axis).get(hit.at).label().own().to_owned()
        };
        for (query, expected) in [
            ("jabar", "Jawa Barat"),
            ("Jabar", "Jawa Barat"),
            ("jaba", "Jawa Barat"),
            ("ntt", "Nusa Tenggara Timur"),
            ("diy", "Daerah Istimewa Yogyakarta"),
            ("jogja", "Kota Yogyakarta"),
            ("bdg", "Kota Bandung"),
            ("solo", "Kota Surakarta"),
            ("solok", "Kota Solok"),
        ] {
            assert_eq!(first(query), expected, "{query}");
        }
        // None that would be called so with a slip: "jakarta" begins nearly as "jabar".
        let found = index.find("jabar", 50);
        let names = found
            .iter()
            .map(|hit| cube.members(hit.axis).get(hit.at).label().own());
        let slips: Vec<&str> = names.filter(|name| name.contains("Jakarta")).collect();
        assert!(slips.is_empty(), "{slips:?}");
        // Both that are called so.
        let both: Vec<String> = index
            .find("jogja", 2)
            .iter()
            .map(|hit| cube.axis_id(hit.axis).to_string())
            .collect();
        assert_eq!(both, ["region", "province-2020"]);
        // Every name is of a place that is there, and found by it.
        for everyday in &entry.everyday_names {
            let hits = index.find(&everyday.name, 3);
            let is_it = |hit: &Hit| {
                let code = cube.members(hit.axis).get(hit.at).code();
                *cube.axis_id(hit.axis) == everyday.axis && *code == everyday.code
            };
            assert!(hits.iter().any(is_it), "{everyday:?}: {hits:?}");
        }
    }
}
