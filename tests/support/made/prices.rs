//! Prices of three goods in three months, in shells a kilogram; nothing of them adds up, and there
//! are no places. That of oil in March is not there yet.

use serde_json::{Value, json};

pub(super) fn dataset() -> Value {
    json!({
        "version": "2.0", "class": "dataset", "label": "Prices in Veluna (made)",
        "source": "Made for tests: no figure is real",
        "id": ["good", "month"], "size": [3, 3],
        "role": {"time": ["month"]},
        "dimension": {
            "good": {
                "label": "Good",
                "category": {
                    "index": ["rice", "salt", "oil"],
                    "label": {"rice": "Rice", "salt": "Salt", "oil": "Oil"},
                },
            },
            "month": {"label": "Month", "category": {"index": ["2024-01", "2024-02", "2024-03"]}},
        },
        "value": [1.25, 1.5, 1.75, 0.4, 0.4, 0.45, 3.1, 3.05, null],
        "status": {"8": "O"},
        "extension": {
            "id": "prices", "release": "1", "lang": "en", "aggregation": "none",
            "noun": {"en": {"one": "shell a kilogram", "many": "shells a kilogram"}},
        },
    })
}
