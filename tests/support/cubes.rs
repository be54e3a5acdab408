//! Cubes and selections as a publisher and a reader might come up with them.
//!
//! A cube is drawn as a short list of small numbers and built from it, so that a failing case
//! shrinks to a few dimensions and cells.

use jangkau::cube::{
    Aggregation, Axis, CatIx, Category, Code, Cube, Dimension, Grouping, Id, Metadata, NO_STATUS,
    Role, Selection, Status, Statuses, Values,
};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;

use super::metadata::{label, metadata};

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

/// The clauses of a selection, as positions to be taken modulo what there is.
pub(crate) type Picks = Vec<(usize, Vec<usize>)>;

/// Up to four clauses, one of them perhaps given twice.
pub(crate) fn any_picks() -> impl Strategy<Value = Picks> {
    vec((0..32_usize, vec(0..6_usize, 1..=4)), 0..=4)
}

/// The clauses that picks mean in a cube.
pub(crate) fn clauses(cube: &Cube, drawn: &Picks) -> Vec<(Axis, Vec<CatIx>)> {
    let every: Vec<Axis> = cube.axes().collect();
    let clause = |(nth, picked): &(usize, Vec<usize>)| {
        let axis = every[nth % every.len()];
        let members = cube.members(axis).len();
        let picked = picked.iter().map(|at| CatIx(at % members));
        (axis, picked.collect())
    };
    drawn.iter().map(clause).collect()
}

/// The selection that picks mean in a cube.
pub(crate) fn selection(cube: &Cube, picks: &Picks) -> Selection {
    clauses(cube, picks)
        .into_iter()
        .fold(Selection::all(), |all, (axis, picked)| {
            all.with(axis, picked)
        })
}

fn dimension_from(at: usize, plan: &DimensionPlan) -> Dimension {
    let code = |at: usize| Code::new(&format!("{at}-{}", &plan.text));
    let category = |at: usize| {
        let text = if at.is_multiple_of(2) {
            &plan.text
        } else {
            "x"
        };
        let other = |scheme: &str| (Box::from(scheme), Code::new(&format!("{at}")));
        Category::new(code(at), label(&format!("c{at}"), text))
            .with_phrase((at == 1).then(|| label("of ", text)))
            .with_unit((plan.role == Role::Metric).then_some("jam"))
            .with_other_codes(match at {
                2 => vec![other("BPS")],
                3 => vec![other("2023"), other("BPS")],
                _ => Vec::new(),
            })
    };
    let mut children = Vec::new();
    for (part, holder) in plan.holders.iter().enumerate().take(plan.size) {
        if let Some(holder) = holder.filter(|&holder| holder < part) {
            children.push((code(holder), vec![code(part)]));
        }
    }
    let groupings = plan.groupings.iter().enumerate().map(|(nth, grouping)| {
        let group = |at: usize| {
            Category::new(
                Code::new(&format!("{at}")),
                label(&format!("g{at}"), &grouping.text),
            )
            .with_phrase((at == 0).then(|| label("in ", &grouping.text)))
        };
        let of = grouping.of.iter().cycle().take(plan.size);
        let of = of.map(|group| group.map(|at| CatIx(at % grouping.groups)));
        Grouping::new(
            Id::new(&format!("grouping {at} {nth}")),
            label("Grouping", &grouping.text),
            (0..grouping.groups).map(group).collect(),
            of.collect(),
        )
        .unwrap()
        .with_vintage((nth == 1).then_some("2023"))
    });
    let mut dimension = Dimension::new(
        Id::new(&format!("{at}{}", plan.text)),
        label("Dimension", &plan.text),
        plan.role,
        (0..plan.size).map(category).collect(),
    )
    .unwrap()
    .with_children(&children)
    .unwrap()
    .with_groupings(groupings.collect())
    .unwrap();
    if let Some(total) = plan.total.filter(|&total| total < plan.size) {
        dimension = dimension.with_total(&code(total)).unwrap();
    }
    if plan.size == 5 {
        dimension = dimension.with_whole(label("Everything", &plan.text));
    }
    dimension
}

fn build(plan: &CubePlan) -> Cube {
    let dimensions: Vec<Dimension> = plan
        .dimensions
        .iter()
        .enumerate()
        .map(|(at, plan)| dimension_from(at, plan))
        .collect();
    let size: usize = plan.dimensions.iter().map(|plan| plan.size).product();
    let drawn = |cell: usize| &plan.cells[(cell + cell / 7) % plan.cells.len()];
    let absent: Vec<usize> = (0..size)
        .filter(|&cell| drawn(cell).gap.is_some())
        .collect();
    let values = values(plan, size, &drawn);
    let statuses = match plan.status {
        StatusPlan::None => Statuses::None,
        StatusPlan::All => Statuses::All(Status::new("E")),
        StatusPlan::Each => statuses(size, &drawn),
    };
    let bare = Cube::new(dimensions, values, (absent, statuses), Metadata::default()).unwrap();
    let aggregation = if plan.additive {
        Aggregation::Sum
    } else {
        Aggregation::None
    };
    let metadata = metadata(&bare, &plan.text, plan.parts, aggregation);
    bare.with_metadata(metadata).unwrap()
}

fn values<'p>(plan: &CubePlan, size: usize, drawn: &impl Fn(usize) -> &'p CellPlan) -> Values {
    let whole = |cell: usize| match drawn(cell).gap {
        None => drawn(cell).number,
        Some(_) => 0,
    };
    // One division, so that each is the nearest number to a decimal of two places.
    let hundredths =
        |cell: usize| (f64::from(whole(cell)) - 100.0 * f64::from(whole(cell) % 3)) / 100.0;
    let real: Vec<f64> = (0..size).map(hundredths).collect();
    // Whole numbers are held as such, so only a broken number makes the cube a real one.
    if plan.real && real.iter().any(|value| value.fract() != 0.0) {
        Values::Real(real)
    } else {
        Values::Whole((0..size).map(whole).collect())
    }
}

fn statuses<'p>(size: usize, drawn: &impl Fn(usize) -> &'p CellPlan) -> Statuses {
    let (mut list, mut cells) = (Vec::<Status>::new(), vec![NO_STATUS; size]);
    for (cell, place) in cells.iter_mut().enumerate() {
        let letter = match drawn(cell).gap {
            Some("") => continue,
            Some(letter) => letter,
            None if drawn(cell).number.is_multiple_of(5) => "P",
            None => continue,
        };
        let known = list.iter().position(|status| status.as_str() == letter);
        let at = known.unwrap_or_else(|| {
            list.push(Status::new(letter));
            list.len() - 1
        });
        *place = u8::try_from(at).unwrap();
    }
    Statuses::Each { list, cells }
}
