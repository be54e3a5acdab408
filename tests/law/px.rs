//! A cube written as PX text is read back as the same cube, however its figures are laid out.

use jangkau::cube::{
    Category, Code, Cube, Decimals, Dimension, Gap, Id, Interval, Label, MeasuringType, Metadata,
    NO_STATUS, Role, Status, Statuses, Unit, Values,
};
use jangkau::formats::{Limits, Opened, open};
use proptest::prelude::*;

use crate::support::cases::cases;

/// What stands in a cell.
#[derive(Debug, Clone, Copy)]
enum Cell {
    Number(f64),
    /// So many dots.
    Dots(usize),
}

/// A variable: how many values, what it stands for, and the text in its names.
#[derive(Debug, Clone)]
struct Plan {
    size: usize,
    role: Role,
    text: String,
    total: bool,
}

/// How a file is written.
#[derive(Debug, Clone, Copy)]
struct Layout {
    separator: &'static str,
    line_end: &'static str,
    has_keys: bool,
    stub: usize,
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        Just(String::new()),
        Just("a \"big\"; b=c, (d) [en] ".to_owned() + &"long ".repeat(30)),
        "[a-zåö;=,\"()\\[\\]:. -]{1,12}",
    ]
}

fn plans() -> impl Strategy<Value = Vec<Plan>> {
    let plan = (1..4_usize, text(), any::<bool>());
    let plain = plan.prop_map(|(size, text, total)| {
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

fn cells() -> impl Strategy<Value = Vec<Cell>> {
    let cell = prop_oneof![
        6 => (0..100_u32).prop_map(|number| Cell::Number(f64::from(number))),
        1 => (-1000..1000_i32).prop_map(|number| Cell::Number(f64::from(number) / 8.0)),
        1 => (1..5_usize).prop_map(Cell::Dots),
        3 => Just(Cell::Number(0.0)),
    ];
    prop::collection::vec(cell, 300)
}

fn layouts() -> impl Strategy<Value = Layout> {
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
    fn name(&self, nth: usize) -> String {
        format!("variable {nth} {}x", self.text)
    }
    fn value(&self, at: usize) -> String {
        format!("value {at} {}x", self.text)
    }
    fn code(&self, at: usize) -> String {
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

fn cube_of(plans: &[Plan], cells: &[Cell]) -> Cube {
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
    let values = match is_whole {
        true => Values::Whole(values.iter().map(|value| *value as u32).collect()),
        false => Values::Real(values),
    };
    let statuses = match statuses.is_empty() {
        true => Statuses::None,
        false => Statuses::Each {
            list: statuses,
            cells: codes,
        },
    };
    let metadata = Metadata {
        lang: Some("sv".into()),
        label: Label::new("Water").with("en", "Water used"),
        ..Metadata::default()
    };
    Cube::new(dimensions(plans), values, (absent, statuses), metadata).unwrap()
}

/// A text in quotation marks, a long one in parts.
fn quoted(text: &str, layout: &Layout) -> String {
    let letters: Vec<char> = text.chars().collect();
    let parts = letters.chunks(60).map(|part| {
        let part: String = part.iter().collect();
        format!("\"{}\"", part.replace('"', "\"\""))
    });
    let parts: Vec<String> = parts.collect();
    if parts.is_empty() {
        return "\"\"".to_owned();
    }
    parts.join(layout.line_end)
}

fn list(texts: impl Iterator<Item = String>, layout: &Layout) -> String {
    let texts: Vec<String> = texts.map(|text| quoted(&text, layout)).collect();
    texts.join(",")
}

/// The cube of a plan as the text of a PX file.
fn px_text(plans: &[Plan], cells: &[Cell], layout: &Layout) -> String {
    let end = layout.line_end;
    let mut file = format!(
        "CHARSET=\"ANSI\";{end}LANGUAGE=\"sv\";{end}LANGUAGES=\"sv\",\"en\";{end}CONTENTS=\"Water\";{end}\
         CONTENTS[en]=\"Water used\";{end}TITLE=\"Water\";{end}TITLE[en]=\"Water used\";{end}DECIMALS=3;{end}\
         UNITS=\"litres; or so\";{end}DATASYMBOL3=\":\";{end}"
    );
    let stub = layout.stub.min(plans.len());
    let mut put = |keyword: &str, keys: &[&str], value: &str| {
        let keys = list(keys.iter().map(|key| (*key).to_owned()), layout);
        let keys = if keys.is_empty() {
            keys
        } else {
            format!("({keys})")
        };
        file.push_str(&format!("{keyword}{keys}={value};{end}"));
    };
    for (keyword, from, to) in [("STUB", 0, stub), ("HEADING", stub, plans.len())] {
        if from < to {
            put(
                keyword,
                &[],
                &list((from..to).map(|nth| plans[nth].name(nth)), layout),
            );
            let english = list((from..to).map(|nth| format!("English {nth}")), layout);
            put(&format!("{keyword}[en]"), &[], &english);
        }
    }
    for (nth, plan) in plans.iter().enumerate() {
        let name = plan.name(nth);
        let keys: &[&str] = &[&name];
        put(
            "VALUES",
            keys,
            &list((0..plan.size).map(|at| plan.value(at)), layout),
        );
        let english = list((0..plan.size).map(|at| format!("{at} in English")), layout);
        put("VALUES[en]", &[&format!("English {nth}")], &english);
        put(
            "CODES",
            keys,
            &list((0..plan.size).map(|at| plan.code(at)), layout),
        );
        let total = quoted(&plan.value(0), layout);
        put("ELIMINATION", keys, if plan.total { &total } else { "YES" });
        match plan.role {
            Role::Time => put(
                "TIMEVAL",
                keys,
                &format!("TLIST(A1,\"2001\"-\"{}\")", 2000 + plan.size),
            ),
            Role::Geo => put("MAP", keys, "\"areas\""),
            Role::Metric => {
                put("CONTVARIABLE", &[], &quoted(&name, layout));
                put("STOCKFA", &[&plan.value(0)], "\"F\"");
                put("REFPERIOD", &[&plan.value(0)], "\"all day\"");
                for at in 0..plan.size {
                    put("PRECISION", &[&name, &plan.value(at)], &at.to_string());
                }
            }
            Role::Classification => {}
        }
        if layout.has_keys && nth < stub {
            put("KEYS", keys, if nth % 2 == 0 { "CODES" } else { "VALUES" });
        }
    }
    file.push_str(&format!("DATA={end}{}", data_text(plans, cells, layout)));
    file
}

/// The figures; with keys, those of rows that are not all zeros.
fn data_text(plans: &[Plan], cells: &[Cell], layout: &Layout) -> String {
    let stub = layout.stub.min(plans.len());
    let width: usize = plans[stub..].iter().map(|plan| plan.size).product();
    let mut data = String::new();
    for (row, cells) in cells.chunks(width).enumerate() {
        let has_keys = layout.has_keys && stub > 0;
        if has_keys && cells.iter().all(|cell| matches!(cell, Cell::Number(0.0))) {
            continue;
        }
        let mut rest = row;
        let mut keys = Vec::new();
        for (nth, plan) in plans[..stub].iter().enumerate().rev() {
            let at = rest % plan.size;
            rest /= plan.size;
            let key = if nth % 2 == 0 {
                plan.code(at)
            } else {
                plan.value(at)
            };
            keys.insert(0, format!("\"{}\"", key.replace('"', "\"\"")));
        }
        if has_keys {
            data.push_str(&format!("{},", keys.join(",")));
        }
        for cell in cells {
            match cell {
                Cell::Number(0.0) => data.push_str("\"-\""),
                Cell::Number(number) => data.push_str(&number.to_string()),
                Cell::Dots(dots) => data.push_str(&format!("\"{}\"", ".".repeat(*dots))),
            }
            data.push_str(layout.separator);
        }
        data.push_str(layout.line_end);
    }
    data + ";" + layout.line_end
}

fn cells_of(plans: &[Plan], cells: &[Cell]) -> Vec<Cell> {
    let size = plans.iter().map(|plan| plan.size).product();
    cells.iter().copied().cycle().take(size).collect()
}

proptest! {
    #![proptest_config(cases(2))]

    #[test]
    fn a_cube_written_as_px_is_read_back_as_the_same_cube(
        plans in plans(), cells in cells(), layout in layouts(),
    ) {
        let cells = cells_of(&plans, &cells);
        let file = px_text(&plans, &cells, &layout);
        let opened = open(file.as_bytes(), &Limits::PAGE);
        prop_assert_eq!(opened, Ok(Opened::Dataset(Box::new(cube_of(&plans, &cells)))), "{}", file);
    }

    #[test]
    fn a_px_file_with_changed_bytes_gives_a_cube_or_an_error(
        plans in plans(), cells in cells(), layout in layouts(),
        changes in prop::collection::vec((any::<usize>(), any::<u8>()), 1..6),
    ) {
        let cells = cells_of(&plans, &cells);
        let mut file = px_text(&plans, &cells, &layout).into_bytes();
        for (place, byte) in changes {
            let place = place % file.len();
            file[place] = if byte < 128 { byte } else { b"\";=,()[]-.\n"[usize::from(byte) % 11] };
        }
        super::files::check_any(&file)?;
    }

    #[test]
    fn any_text_that_looks_like_px_gives_a_cube_or_an_error(
        text in r#"([;=,()\[\]\n -]|"[a-z"]{0,3}"|STUB|HEADING|VALUES|CODES|KEYS|DATA|TIMEVAL|TLIST|[0-9.]{1,4}){0,60}"#,
    ) {
        super::files::check_any(format!("STUB=\"a\";VALUES(\"a\")=\"x\",\"y\";{text}").as_bytes())?;
        super::files::check_any(format!("MATRIX=\"a\";STUB=\"a\";VALUES(\"a\")=\"x\",\"y\";DATA={text}").as_bytes())?;
    }
}
