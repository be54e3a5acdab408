//! How a cube is read, as a file beside its dataset: JSON.
//!
//! ```json
//! {"dimensions": [{"role": "classification", "size": 3, "readings": [
//!   {"how": "total", "category": 0, "proof": {"of": 0, "parts": [[1, 2]], "exact": true, "rows": 9, "compared": 9},
//!    "parts_add": true, "sums": [], "rule": "proofs", "counts": true, "disjoint": [1, 2], "latest_first": []}]}],
//!  "readings": [{"of": [0], "additivity": "count", "counts": true}]}
//! ```
//!
//! `readings` holds one for each choice of measures: of each metric dimension with several categories
//! none, then each of them, the last dimension running fastest. `of` says for each dimension which of its
//! `readings` it is. Categories are named by position; `[1, 2]` among positions is all from 1 to 2.
//! Of time `last_first` has every period, the one that ends last first, and `series` those that are equally long, each
//! list from the first to the last.

mod reader;
mod writer;

pub use reader::readings_from_bytes;
pub use writer::bytes_from_readings;

use crate::cube::{AddedBy, Additivity, Reason, Role};

static ROLES: [(&str, Role); 4] = [
    ("time", Role::Time),
    ("geo", Role::Geo),
    ("metric", Role::Metric),
    ("classification", Role::Classification),
];

static ADDITIVITIES: [(&str, Additivity); 3] = [
    ("count", Additivity::Count),
    ("not", Additivity::Not),
    ("unknown", Additivity::Unknown),
];

/// The reasons that say nothing more; the others are a `proof`, or `equal` to the sum of others.
static REASONS: [(&str, Reason); 16] = [
    ("one category", Reason::OneCategory),
    ("declared", Reason::Declared),
    ("named and between the others", Reason::NamedAndBetween),
    ("named only", Reason::NamedOnly),
    ("first measure", Reason::FirstMeasure),
    ("known aggregate", Reason::KnownAggregate),
    ("first with a figure", Reason::FirstWithFigure),
    ("latest", Reason::Latest),
    ("declared to add up", Reason::AddedUp(AddedBy::Declaration)),
    ("bands", Reason::AddedUp(AddedBy::Bands)),
    ("sexes", Reason::AddedUp(AddedBy::Sexes)),
    ("codes of places", Reason::AddedUp(AddedBy::PlaceCodes)),
    ("disjoint", Reason::AddedUp(AddedBy::Disjoint)),
    ("forbidden", Reason::Forbidden),
    ("no counts", Reason::NotCounts),
    ("may overlap", Reason::MayOverlap),
];
