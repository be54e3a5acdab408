//! Cubes as a publisher might come up with them.
//!
//! A cube is drawn as a short list of small numbers and built from it, so that a failing case
//! shrinks to a few dimensions and cells.

mod build;

use build::build;
use jangkau::cube::{Cube, Role};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;

#[derive(Debug, Clone)]
struct GroupingPlan {
    groups: usize,
    of: Vec<Option<usize>>,
    text: String,
}

#[derive(Debug, Clone)]
struct DimensionPlan {
    size: usize,
    role: Role,
    total: Option<usize>,
    /// For each category a possible holder; only those before it are taken.
    holders: Vec<Option<usize>>,
    groupings: Vec<GroupingPlan>,
    text: String,
}

#[derive(Debug, Clone, Copy)]
enum StatusPlan {
    None,
    All,
    Each,
}

#[derive(Debug, Clone)]
struct CellPlan {
    number: u32,
    gap: Option<&'static str>,
}

#[derive(Debug, Clone)]
struct CubePlan {
    dimensions: Vec<DimensionPlan>,
    cells: Vec<CellPlan>,
    /// Values become this many hundredths: no longer whole, some below 0.
    real: bool,
    status: StatusPlan,
    additive: bool,
    /// Which of the optional parts of the metadata there are, one bit each.
    parts: u16,
    text: String,
}

fn grouping() -> impl Strategy<Value = GroupingPlan> {
    (1..4_usize, vec(option::of(0..3_usize), 6), text())
        .prop_map(|(groups, of, text)| GroupingPlan { groups, of, text })
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        Just(String::new()),
        "[a-z]{1,6}",
        Just("\"ثقافة\" \\ M+K ~ %7E\n\u{1F30D}".to_owned()),
    ]
}

fn dimension() -> impl Strategy<Value = DimensionPlan> {
    let role = prop_oneof![
        4 => Just(Role::Classification),
        1 => Just(Role::Time),
        1 => Just(Role::Geo),
        1 => Just(Role::Metric),
    ];
    let total = prop_oneof![2 => Just(None), 1 => (0..6_usize).prop_map(Some)];
    let holders = prop_oneof![2 => Just(Vec::new()), 1 => vec(option::of(0..6_usize), 6)];
    let all = (
        1..=6_usize,
        role,
        total,
        holders,
        vec(grouping(), 0..=2),
        text(),
    );
    all.prop_map(
        |(size, role, total, holders, groupings, text)| DimensionPlan {
            size,
            role,
            total,
            holders,
            groupings,
            text,
        },
    )
}

fn cell() -> impl Strategy<Value = CellPlan> {
    let number = prop_oneof![8 => 0..1000_u32, 1 => Just(u32::MAX), 1 => Just(0)];
    let gap = prop_oneof![
        12 => Just(None),
        1 => Just(Some("Q")),
        1 => Just(Some("<5")),
        1 => Just(Some("O")),
        1 => Just(Some("M")),
        1 => Just(Some("")),
    ];
    (number, gap).prop_map(|(number, gap)| CellPlan { number, gap })
}

/// Any cube of 1 to 5 dimensions of 1 to 6 categories.
pub(crate) fn any_cube() -> impl Strategy<Value = Cube> {
    let status = prop_oneof![
        1 => Just(StatusPlan::None),
        1 => Just(StatusPlan::All),
        3 => Just(StatusPlan::Each),
    ];
    let all = (
        vec(dimension(), 1..=5),
        vec(cell(), 1..=40),
        any::<bool>(),
        status,
        prop::bool::weighted(0.8),
        any::<u16>(),
        text(),
    );
    all.prop_map(|(dimensions, cells, real, status, additive, parts, text)| {
        build(&CubePlan {
            dimensions,
            cells,
            real,
            status,
            additive,
            parts,
            text,
        })
    })
}
