//! From the plan of a cube to the cube.

use jangkau::cube::{
    Aggregation, CatIx, Category, Code, Cube, Decimals, Dimension, Grouping, Id, Metadata,
    NO_STATUS, Role, Status, Statuses, Unit, Values,
};

use super::super::metadata::{label, metadata};
use super::{CellPlan, CubePlan, DimensionPlan, StatusPlan};

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
            .with_unit((plan.role == Role::Metric).then(|| Unit {
                decimals: (at == 0).then(|| Decimals::new(2)),
                ..Unit::named("jam")
            }))
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
        dimension = dimension.with_all_label(label("Everything", &plan.text));
    }
    if plan.size == 3 {
        let notes = ["Age when", "Of all"].map(|own| label(own, &plan.text));
        dimension = dimension.with_notes(notes.to_vec());
    }
    dimension
}

pub(super) fn build(plan: &CubePlan) -> Cube {
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
        Some(Aggregation::Sum)
    } else {
        Some(Aggregation::None)
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
