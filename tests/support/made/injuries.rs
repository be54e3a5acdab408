//! Injuries treated in the communes: counts of which the small ones are hidden.
//!
//! In 2021 falls are the commune's number times 10, burns its number, bites five times it; in 2022
//! all are twice as many. A count below 5 is `<5`: the burns of `n4` (3), `n5` (1), `c4` (2) and `s3`
//! (4) in 2021, and of `n5` (2) and `c4` (4) in 2022. The falls of `c4` in 2022 are confidential
//! (`c`), without a bound. So in 2021 there are 1,000 falls, 500 bites and, of 100 burns, 90 that are
//! shown beside four cells of 1 to 4: 94 to 106.

use serde_json::{Value, json};

use super::country::{Commune, codes, communes, dimension};

const CAUSES: [(&str, &str, u32); 3] = [
    ("fall", "Falls", 10),
    ("burn", "Burns", 1),
    ("bite", "Bites", 5),
];

/// The value and the status of a cell.
fn cell(commune: &Commune, year: &str, cause: &str, times: u32) -> (Value, &'static str) {
    let count = commune.number * times * if year == "2021" { 1 } else { 2 };
    match (commune.code, year, cause) {
        ("c4", "2022", "fall") => (Value::Null, "c"),
        _ if count < 5 => (Value::Null, "<5"),
        ("n1", "2022", "bite") => (json!(count), "p"),
        _ => (json!(count), ""),
    }
}

pub(super) fn dataset() -> Value {
    let (mut values, mut statuses) = (Vec::new(), Vec::new());
    for commune in communes() {
        for year in ["2021", "2022"] {
            for (cause, _, times) in CAUSES {
                let (value, status) = cell(&commune, year, cause, times);
                values.push(value);
                statuses.push(status);
            }
        }
    }
    let mut commune = dimension();
    commune["extension"]["aggregation"] = "sum".into();
    let labels: serde_json::Map<String, Value> = CAUSES
        .map(|(code, label, _)| (code.to_owned(), label.into()))
        .into_iter()
        .collect();
    json!({
        "version": "2.0", "class": "dataset", "label": "Injuries in Veluna, 2021–2022 (made)",
        "source": "Made for tests: no figure is real",
        "id": ["commune", "year", "cause"], "size": [12, 2, 3],
        "role": {"geo": ["commune"], "time": ["year"]},
        "dimension": {
            "commune": commune,
            "year": {"label": "Year", "category": {"index": ["2021", "2022"]}},
            "cause": {
                "label": "Cause",
                "category": {"index": CAUSES.map(|(code, ..)| code), "label": labels},
                "extension": {"aggregation": "sum"},
            },
        },
        "value": values,
        "status": statuses,
        "extension": {
            "id": "injuries", "release": "1", "lang": "en",
            "labels": {"id": "Cedera di Veluna, 2021–2022 (rekaan)"},
            "noun": {"en": {"one": "injury", "many": "injuries"}, "id": {"one": "cedera", "many": "cedera"}},
        },
    })
}
