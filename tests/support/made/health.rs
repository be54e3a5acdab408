//! Clinics of the communes: two measures, and three kinds of cells without a figure.
//!
//! Visits are the commune's number times 100, in 2022 times 200: 10,000 and 20,000. Nurses are half
//! of its number in both years: 50. But the visits of `n5` are kept back in 2021 (status `Q`), the
//! nurses of `c4` are not counted yet in 2022 (`O`), and `s3` cannot have any (`M`).

use serde_json::{Value, json};

use super::country::{Commune, by_code, codes, communes};

/// The value and the status of a cell.
fn cell(measure: &str, commune: &Commune, year: &str) -> (Value, &'static str) {
    let number = f64::from(commune.number);
    match (measure, commune.code, year) {
        ("visits", "n5", "2021") => (Value::Null, "Q"),
        ("nurses", "c4", "2022") => (Value::Null, "O"),
        ("nurses", "s3", _) => (Value::Null, "M"),
        ("visits", _, "2021") => (json!(number * 100.0), ""),
        ("visits", _, _) => (json!(number * 200.0), "P"),
        _ => (json!(number / 2.0), ""),
    }
}

pub(super) fn dataset() -> Value {
    let (mut values, mut statuses) = (Vec::new(), Vec::new());
    for measure in ["visits", "nurses"] {
        for commune in communes() {
            for year in ["2021", "2022"] {
                let (value, status) = cell(measure, &commune, year);
                values.push(value);
                statuses.push(status);
            }
        }
    }
    json!({
        "version": "2.0", "class": "dataset", "label": "Clinics of Veluna, 2021–2022 (made)",
        "source": "Made for tests: no figure is real",
        "id": ["measure", "commune", "year"], "size": [2, 12, 2],
        "role": {"metric": ["measure"], "geo": ["commune"], "time": ["year"]},
        "dimension": {
            "measure": {
                "label": "Measure",
                "category": {
                    "index": ["visits", "nurses"],
                    "label": {"visits": "Visits to a clinic", "nurses": "Nurses"},
                    "unit": {"visits": {"label": "visits", "decimals": 0}, "nurses": {"label": "full-time posts", "decimals": 1}},
                },
            },
            "commune": {
                "label": "Commune",
                "category": {"index": codes(), "label": by_code(|it| it.name)},
                "extension": {"aggregation": "sum"},
            },
            "year": {"label": "Year", "category": {"index": ["2021", "2022"]}},
        },
        "value": values,
        "status": statuses,
        "extension": {"id": "health", "release": "1", "lang": "en", "labels": {"id": "Klinik di Veluna, 2021–2022 (rekaan)"}},
    })
}
