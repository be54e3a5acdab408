//! Tables as an office might come up with them, and the cubes that they are.

use jangkau::cube::{
    Category, Code, Cube, Decimals, Dimension, Gap, Id, Interval, Label, MeasuringType, Metadata,
    NO_STATUS, Role, Status, Statuses, Unit, Values,
};
use proptest::prelude::*;

/// What stands in a cell.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Cell {
    Number(f64),
    /// So many dots.
    Dots(usize),
}

/// A variable: how many values, what it stands for, and the text in its names.
#[derive(Debug, Clone)]
pub(crate) struct Plan {
    pub(crate) size: usize,
    pub(crate) role: Role,
    text: String,
    pub(crate) total: bool,
}

/// How a file is written.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Layout {
    pub(crate) separator: &'static str,
    pub(crate) line_end: &'static str,
    pub(crate) has_keys: bool,
    pub(crate) stub: usize,
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        Just(String::new()),
        Just("a \"big\"; b=c, (d) [en] ".to_owned() + &"long ".repeat(30)),
        "[a-zåö;=,\"()\\[\\]:. -]{1,12}",
    ]
}

pub(crate) fn plans() -> impl Strategy<Value = Vec<Plan>> {
    let parts = (1..4_usize, text(), any::<bool>());
    let plain = parts.prop_map(|(size, text, total)| {
        let role = Role::Classification;
        Plan {
            size,
            role,
            text,
            total,
        }
    });
    (prop::collection::vec(plain, 1..5), 0..3_usize).prop_map(|(mut plans, roles)| {
        for (plan, role) in plans
            .iter_mut()
            .zip([Role::Metric, Role::Time, Role::Geo].iter().skip(roles))
        {
            plan.role = *role;
        }
        plans.reverse();
        plans
    })
}

pub(crate) fn cells() -> impl Strategy<Value = Vec<Cell>> {
    let cell = prop_oneof![
        6 => (0..100_u32).prop_map(|number| Cell::Number(f64::from(number))),
        1 => (-1000..1000_i32).prop_map(|number| Cell::Number(f64::from(number) / 8.0)),
        1 => (1..5_usize).prop_map(Cell::Dots),
        3 => Just(Cell::Number(0.0)),
    ];
    prop::collection::vec(cell, 300)
}

pub(crate) fn layouts() -> impl Strategy<Value = Layout> {
    let separators = prop::sample::select(vec![" ", ",", ";", "\n", "\r\n", " , "]);
    let ends = prop::sample::select(vec!["\n", "\r\n"]);
    (separators, ends, any::<bool>(), 0..4_usize).prop_map(
        |(separator, line_end, has_keys, stub)| Layout {
            separator,
            line_end,
            has_keys,
            stub,
        },
    )
}

impl Plan {
    pub(crate) fn name(&self, nth: usize) -> String {
        format!("variable {nth} {}x", self.text)
    }
    pub(crate) fn value(&self, at: usize) -> String {
        format!("value {at} {}x", self.text)
    }
    pub(crate) fn code(&self, at: usize) -> String {
        match self.role {
            Role::Time => (2001 + at).to_string(),
            Role::Geo | Role::Metric | Role::Classification => format!("c\"{at}"),
        }
    }
}

/// The dimensions of a plan, that of contents first where no variable is it.
fn dimensions(plans: &[Plan]) -> Vec<Dimension> {
    let unit = |decimals: u8| Unit {
        base: "litres; or so".into(),
        decimals: Some(Decimals::new(decimals)),
        ..Unit::default()
    };
    let mut dimensions = Vec::new();
    if plans.iter().all(|plan| plan.role != Role::Metric) {
        let label = Label::new("Water").with("en", "Water used");
        let category = Category::new(Code::new("EliminatedValue"), label.clone());
        let category = category.with_unit(Some(unit(3)));
        let dimension =
            Dimension::new(Id::new("ContentsCode"), label, Role::Metric, vec![category]);
        dimensions.push(dimension.unwrap().with_elimination(true));
    }
    for (nth, plan) in plans.iter().enumerate() {
        let category = |at: usize| {
            let english = format!("{at} in English");
            let label = Label::new(&plan.value(at)).with("en", &english);
            let category = Category::new(Code::new(&plan.code(at)), label);
            if plan.role != Role::Metric {
                return category;
            }
            let category = category.with_unit(Some(unit(u8::try_from(at).unwrap())));
            category
                .with_measuring_type(Some(MeasuringType::Flow).filter(|_| at == 0))
                .with_reference_period(Some("all day").filter(|_| at == 0))
        };
        let label = Label::new(&plan.name(nth)).with("en", &format!("English {nth}"));
        let categories = (0..plan.size).map(category).collect();
        let dimension = Dimension::new(Id::new(&plan.name(nth)), label, plan.role, categories);
        let dimension = dimension.unwrap();
        dimensions.push(if plan.total {
            dimension.with_total(&Code::new(&plan.code(0))).unwrap()
        } else {
            dimension.with_elimination(true)
        });
    }
    dimensions
}

pub(crate) fn cube_of(plans: &[Plan], cells: &[Cell]) -> Cube {
    let mut statuses: Vec<Status> = Vec::new();
    let (mut values, mut absent, mut codes) = (Vec::new(), Vec::new(), Vec::new());
    for (at, cell) in cells.iter().enumerate() {
        let Cell::Dots(dots) = cell else {
            let Cell::Number(number) = cell else {
                unreachable!()
            };
            values.push(*number);
            codes.push(NO_STATUS);
            continue;
        };
        let status = match dots {
            1 => Status::new("M"),
            3 => Status::with_gap(":", Gap::Suppressed(Interval::UNBOUNDED)),
            dots => Status::new(&".".repeat(*dots)),
        };
        let place = statuses.iter().position(|known| *known == status);
        codes.push(u8::try_from(place.unwrap_or(statuses.len())).unwrap());
        if place.is_none() {
            statuses.push(status);
        }
        values.push(0.0);
        absent.push(at);
    }
    let is_whole = values
        .iter()
        .all(|value: &f64| value.fract() == 0.0 && *value >= 0.0);
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "small whole numbers"
    )]
    let values = if is_whole {
        Values::Whole(values.iter().map(|value| *value as u32).collect())
    } else {
        Values::Real(values)
    };
    let statuses = if statuses.is_empty() {
        Statuses::None
    } else {
        Statuses::Each {
            list: statuses,
            cells: codes,
        }
    };
    let metadata = Metadata {
        lang: Some("sv".into()),
        label: Label::new("Water").with("en", "Water used"),
        ..Metadata::default()
    };
    Cube::new(dimensions(plans), values, (absent, statuses), metadata).unwrap()
}

/// As many cells as the plans make.
pub(crate) fn cells_of(plans: &[Plan], cells: &[Cell]) -> Vec<Cell> {
    let size = plans.iter().map(|plan| plan.size).product();
    cells.iter().copied().cycle().take(size).collect()
}
