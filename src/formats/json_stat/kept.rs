//! The members of each file that its reader looks at: all others are passed over while it is read.

use crate::formats::json::Keep::{self, All, Each, Members, Scalar};

/// A dataset, but for its values and statuses.
pub(super) static DATASET: Keep = Members(&[
    ("version", All),
    ("class", All),
    ("label", All),
    ("updated", All),
    ("href", All),
    ("source", All),
    ("note", All),
    ("id", All),
    ("size", All),
    (
        "role",
        Members(&[("time", All), ("geo", All), ("metric", All)]),
    ),
    ("dimension", Each(&DIMENSION)),
    ("extension", EXTENSION),
    // Read apart; here once more where it stands twice.
    ("value", Scalar),
    ("status", Scalar),
]);

static DIMENSION: Keep = Members(&[
    ("label", All),
    ("note", All),
    (
        "category",
        Members(&[
            ("index", All),
            ("label", All),
            ("child", All),
            (
                "unit",
                Each(&Members(&[
                    ("label", All),
                    ("base", All),
                    ("symbol", All),
                    ("position", All),
                    ("multiplier", All),
                    ("type", All),
                    ("decimals", All),
                ])),
            ),
            (
                "extension",
                Members(&[("labels", All), ("phrases", All), ("codes", All)]),
            ),
        ]),
    ),
    (
        "extension",
        Members(&[
            ("labels", All),
            ("whole", All),
            ("total", All),
            ("aggregation", All),
            ("default", All),
            ("disjoint", All),
            ("elimination", Scalar),
            ("eliminationValueCode", All),
            ("measuringType", All),
            ("refperiod", All),
            ("groupings", GROUPINGS),
        ]),
    ),
    // Of `role`, which stood among the dimensions before 2.0.
    ("time", All),
    ("geo", All),
    ("metric", All),
]);

const GROUPINGS: Keep = Members(&[
    ("id", All),
    ("label", All),
    ("labels", All),
    ("vintage", All),
    ("categories", All),
    ("category_labels", All),
    ("phrases", All),
    ("of", All),
]);

const EXTENSION: Keep = Members(&[
    ("bounds", All),
    ("sureness", All),
    ("errors", All),
    ("id", All),
    ("release", All),
    ("lang", All),
    ("labels", All),
    ("source", All),
    ("notes", All),
    ("licence", All),
    ("method", All),
    ("kind", All),
    ("aggregation", All),
    ("elimination", All),
    (
        "px",
        Members(&[("aggregallowed", Scalar), ("nextUpdate", Scalar)]),
    ),
    ("contact", All),
    ("caveats", All),
    ("next_update", All),
    ("noun", All),
    (
        "headline",
        Members(&[
            ("dimension", All),
            ("grouping", All),
            ("code", All),
            ("phrase", All),
        ]),
    ),
    (
        "basis",
        Members(&[
            ("dimension", All),
            ("grouping", All),
            ("count", All),
            ("dimensions", All),
            ("crosses", All),
        ]),
    ),
    ("sources", SOURCES),
    (
        "controls",
        Members(&[
            ("kind", All),
            ("selection", All),
            ("of", All),
            ("value", All),
            ("tolerance", All),
            ("printed", All),
            ("derived", All),
            ("source", All),
            ("note", All),
        ]),
    ),
    (
        "denominators",
        Members(&[
            ("label", All),
            ("id", All),
            ("value", All),
            (
                "extension",
                Members(&[
                    ("id", All),
                    ("labels", All),
                    ("noun", All),
                    ("per", Scalar),
                    ("period", All),
                    ("source", SOURCES),
                ]),
            ),
        ]),
    ),
    ("conflicts", All),
    // Of a file that the site's list names.
    ("sha256", All),
    ("bytes", All),
    ("draft", All),
    ("regions_csv", All),
    ("everyday_names", All),
    ("languages", All),
    ("views", All),
    ("boundaries", LISTED),
    ("facts", LISTED),
    ("readings", LISTED),
]);

const SOURCES: Keep = Members(&[
    ("title", All),
    ("publisher", All),
    ("date", All),
    ("url", All),
]);

/// Of a collection, beside its items.
pub(super) static COLLECTION: Keep = Members(&[
    ("class", Scalar),
    ("extension", Members(&[("withdrawn", All)])),
]);

const LISTED: Keep = Members(&[("href", All), ("sha256", All), ("bytes", All)]);

/// Published facts.
pub(super) static FACTS: Keep = Members(&[
    ("labels", All),
    ("sources", SOURCES),
    (
        "facts",
        Members(&[
            ("topic", All),
            ("about", All),
            ("period", All),
            ("place", All),
            ("elsewhere", All),
            ("value", All),
            ("unit", All),
            ("selection", All),
            ("of", All),
            ("source", All),
        ]),
    ),
]);
