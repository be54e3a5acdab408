//! The communes of Veluna, and the lists that group them.

use serde_json::{Map, Value, json};

/// Code, name; district, district since 2021, kind; number, thousands of inhabitants.
type Row = (&'static str, &'static str, [&'static str; 3], u32, u32);

const ROWS: [Row; 12] = [
    ("n1", "Port Amara", ["north", "north", "town"], 12, 40),
    ("n2", "Amara Hills", ["north", "north", "rural"], 9, 45),
    ("n3", "Brenwold", ["north", "north", "rural"], 5, 10),
    ("n4", "Caldmoor", ["north", "north", "rural"], 3, 12),
    ("n5", "Éloa", ["north", "isles", "rural"], 1, 10),
    ("c1", "Port Lenna", ["centre", "centre", "town"], 25, 100),
    ("c2", "Lenna Valley", ["centre", "centre", "rural"], 10, 20),
    ("c3", "Dunmoor", ["centre", "centre", "rural"], 8, 20),
    ("c4", "Garrowby", ["centre", "centre", "rural"], 2, 8),
    ("s1", "Port Tessa", ["south", "south", "town"], 14, 35),
    ("s2", "Hollin", ["south", "south", "rural"], 7, 70),
    ("s3", "Ostra", ["south", "isles", "rural"], 4, 30),
];

/// A commune, as the table at the head of this folder has it.
pub(super) struct Commune {
    pub(super) code: &'static str,
    pub(super) name: &'static str,
    pub(super) district: &'static str,
    district_2021: &'static str,
    kind: &'static str,
    pub(super) number: u32,
    pub(super) inhabitants: u32,
}

impl Commune {
    pub(super) fn is_town(&self) -> bool {
        self.kind == "town"
    }
}

pub(super) fn communes() -> [Commune; 12] {
    ROWS.map(
        |(code, name, [district, district_2021, kind], number, thousands)| Commune {
            code,
            name,
            district,
            district_2021,
            kind,
            number,
            inhabitants: thousands * 1000,
        },
    )
}

/// A value for each commune, by its code.
pub(super) fn by_code<T: Into<Value>>(value: impl Fn(&Commune) -> T) -> Map<String, Value> {
    let communes = communes();
    let pairs = communes.iter();
    pairs
        .map(|it| (it.code.to_owned(), value(it).into()))
        .collect()
}

/// The codes in order.
pub(super) fn codes() -> Vec<&'static str> {
    communes().map(|it| it.code).to_vec()
}

/// The dimension of the communes. Of the codes of the scheme `office` those of `n2` and `n3` are
/// each other's own; those of `before-2015` are nobody's.
pub(super) fn dimension() -> Value {
    let districts = json!({"north": "North", "centre": "Centre", "south": "South"});
    let districts_id = json!({"north": "Utara", "centre": "Tengah", "south": "Selatan"});
    let mut districts_2021 = districts.clone();
    districts_2021["isles"] = "Isles".into();
    let mut districts_2021_id = districts_id.clone();
    districts_2021_id["isles"] = "Kepulauan".into();
    json!({
        "label": "Communes",
        "category": {
            "index": codes(),
            "label": by_code(|it| it.name),
            "extension": {
                "labels": {"id": {"n2": "Perbukitan Amara", "n5": "Pulau Éloa", "c2": "Lembah Lenna"}},
                "codes": {
                    "office": {"n2": "n3", "n3": "n2"},
                    "before-2015": {"n4": "x4", "c4": "x9"},
                },
            },
        },
        "extension": {
            "labels": {"id": "Komune"},
            "whole": "Veluna",
            "groupings": [
                {
                    "id": "district", "vintage": "2019",
                    "label": "Districts (3, of 2019)", "labels": {"id": "Distrik (3, tahun 2019)"},
                    "categories": districts, "category_labels": {"id": districts_id},
                    "of": by_code(|it| it.district),
                },
                {
                    "id": "district-2021", "vintage": "2021",
                    "label": "Districts (4, of 2021)", "labels": {"id": "Distrik (4, tahun 2021)"},
                    "categories": districts_2021, "category_labels": {"id": districts_2021_id},
                    "of": by_code(|it| it.district_2021),
                },
                {
                    "id": "kind",
                    "label": "Town or countryside", "labels": {"id": "Kota atau pedesaan"},
                    "categories": {"town": "Towns", "rural": "Countryside"},
                    "category_labels": {"id": {"town": "Kota", "rural": "Pedesaan"}},
                    "phrases": {
                        "en": {"town": "in towns", "rural": "in the countryside"},
                        "id": {"town": "di kota", "rural": "di pedesaan"},
                    },
                    "of": by_code(|it| it.kind),
                },
            ],
        },
    })
}
