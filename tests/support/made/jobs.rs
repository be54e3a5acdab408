//! Jobs of Veluna: no places, and years beside their quarters. A year is the
//! mean of its quarters; that of 2021 is not there yet.
//!
//! | period  |  all    | farm   | craft  | trade  |
//! |---------|---------|--------|--------|--------|
//! | 2020    | 111,250 | 47,250 | 23,750 | 40,250 |
//! | 2020 Q1 | 100,000 | 41,000 | 23,000 | 36,000 |
//! | 2020 Q2 | 115,000 | 52,000 | 24,500 | 38,500 |
//! | 2020 Q3 | 120,000 | 57,300 | 21,200 | 41,500 |
//! | 2020 Q4 | 110,000 | 38,700 | 26,300 | 45,000 |
//! | 2021    |         |        |        |        |
//! | 2021 Q1 | 114,000 | 40,100 | 27,900 | 46,000 |
//! | 2021 Q2 | 126,000 | 53,200 | 25,800 | 47,000 |

use serde_json::{Value, json};

pub(super) fn dataset() -> Value {
    let periods = [
        "2020", "2020Q1", "2020Q2", "2020Q3", "2020Q4", "2021", "2021Q1", "2021Q2",
    ];
    json!({
        "version": "2.0", "class": "dataset", "label": "Jobs in Veluna (made)",
        "source": "Made for tests: no figure is real",
        "id": ["period", "industry"], "size": [8, 4],
        "role": {"time": ["period"]},
        "dimension": {
            "period": {"label": "Period", "category": {"index": periods}},
            "industry": {
                "label": "Industry",
                "category": {
                    "index": ["all", "farm", "craft", "trade"],
                    "label": {"all": "All industries", "farm": "Farming", "craft": "Crafts", "trade": "Trade"},
                },
            },
        },
        "value": [
            111_250, 47_250, 23_750, 40_250,
            100_000, 41_000, 23_000, 36_000,
            115_000, 52_000, 24_500, 38_500,
            120_000, 57_300, 21_200, 41_500,
            110_000, 38_700, 26_300, 45_000,
            null, null, null, null,
            114_000, 40_100, 27_900, 46_000,
            126_000, 53_200, 25_800, 47_000,
        ],
        "status": {"20": "O", "21": "O", "22": "O", "23": "O"},
        "extension": {
            "id": "jobs", "release": "1", "lang": "en",
            "noun": {"en": {"one": "job", "many": "jobs"}, "id": {"one": "pekerjaan", "many": "pekerjaan"}},
            "labels": {"id": "Pekerjaan di Veluna (rekaan)"},
        },
    })
}
