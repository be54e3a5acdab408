//! Schools of Veluna on one day: places that hold places, and no time.
//!
//! | place | primary | secondary |
//! |---|---|---|
//! | vel Veluna = north + centre | 24 | 8 |
//! | north = n1 + n2 | 9 | 3 |
//! | n1, n2 | 6, 3 | 2, 1 |
//! | centre = c1 + c2 | 15 | 5 |
//! | c1, c2 | 10, 5 | 4, 1 |

use serde_json::{Value, json};

pub(super) fn dataset() -> Value {
    json!({
        "version": "2.0", "class": "dataset", "label": "Schools of Veluna (made)",
        "source": "Made for tests: no figure is real",
        "id": ["place", "level"], "size": [7, 2],
        "role": {"geo": ["place"]},
        "dimension": {
            "place": {
                "label": "Place",
                "category": {
                    "index": ["vel", "north", "n1", "n2", "centre", "c1", "c2"],
                    "label": {
                        "vel": "Veluna", "north": "North", "n1": "Port Amara", "n2": "Amara Hills",
                        "centre": "Centre", "c1": "Port Lenna", "c2": "Lenna Valley",
                    },
                    "child": {"vel": ["north", "centre"], "north": ["n1", "n2"], "centre": ["c1", "c2"]},
                },
            },
            "level": {
                "label": "Level",
                "category": {
                    "index": ["primary", "secondary"],
                    "label": {"primary": "Primary schools", "secondary": "Secondary schools"},
                },
            },
        },
        "value": [24, 8, 9, 3, 6, 2, 3, 1, 15, 5, 10, 4, 5, 1],
        "extension": {
            "id": "schools", "release": "1", "lang": "en", "aggregation": "sum",
            "noun": {"en": {"one": "school", "many": "schools"}, "id": {"one": "sekolah", "many": "sekolah"}},
        },
    })
}
