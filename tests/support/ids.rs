//! Cubes whose ids and codes look like the grammar of a link.

use std::collections::BTreeSet;

use jangkau::cube::{
    CatIx, Category, Code, Cube, Dimension, Grouping, Id, Label, Metadata, Role, Statuses, Values,
};
use jangkau::view_state::Place;
use proptest::collection::vec;
use proptest::prelude::*;

const ODD: [&str; 58] = [
    "",
    " ",
    "~",
    "~~",
    "%7E",
    "%7e",
    "%257E",
    "a~b",
    "a%7Eb",
    "~%7E",
    "%",
    "%2",
    "%20",
    ",",
    "a,b",
    "+",
    "M+K",
    "a b",
    "&",
    "a&b=c",
    "=",
    "#",
    "?",
    "/",
    "a/b",
    "\\",
    ".",
    "..",
    "...",
    "a..b",
    "..b",
    "a..",
    "%2E",
    "%2E%2E",
    "-",
    "index.html",
    "1",
    "01",
    "2020",
    "2021",
    "2020..2021",
    "a",
    "b",
    "A",
    "geo",
    "level",
    "measure",
    "as",
    "sort",
    "tab",
    "q",
    "release",
    "d.x",
    "d.level",
    "d.measure",
    "d.d.x",
    "ثقافة",
    "\u{1F30D}\u{0}\n",
];

fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![
        6 => prop::sample::select(ODD.to_vec()).prop_map(str::to_owned),
        1 => any::<String>(),
        1 => "[a-c~%7E.,+ ]{0,4}",
    ]
}

#[derive(Debug)]
struct Plan {
    id: String,
    role: Role,
    codes: Vec<String>,
    groupings: Vec<(String, Vec<String>)>,
    total: bool,
}

fn any_plan() -> impl Strategy<Value = Plan> {
    let role = prop_oneof![
        2 => Just(Role::Geo),
        2 => Just(Role::Time),
        1 => Just(Role::Metric),
        2 => Just(Role::Classification),
    ];
    let codes = || vec(any_text(), 1..6);
    let all = (
        any_text(),
        role,
        codes(),
        vec((any_text(), codes()), 0..3),
        any::<bool>(),
    );
    all.prop_map(|(id, role, codes, groupings, total)| Plan {
        id,
        role,
        codes,
        groupings,
        total,
    })
}

/// Codes that a link can tell apart. The grammar writes a `~` inside a code as `%257E`, which is
/// also what becomes of a `%7E` inside a code; likewise `.` alone and `%2E` alone in a path. Of
/// such twins only the first is kept.
fn apart(codes: &[String]) -> Vec<&str> {
    let mut known = BTreeSet::new();
    let told = |code: &&str| {
        let plain = code.replace('~', "%7E").replace('.', "%2E");
        known.insert(plain)
    };
    codes.iter().map(|code| &**code).filter(told).collect()
}

fn categories(codes: &[&str]) -> Vec<Category> {
    let category = |code: &&str| Category::new(Code::new(code), Label::new(code));
    codes.iter().map(category).collect()
}

fn dimension(plan: &Plan) -> Dimension {
    let codes = apart(&plan.codes);
    let mut ids = BTreeSet::new();
    let groupings = plan.groupings.iter().filter(|(id, _)| {
        let name = id.replace("%2E", ".");
        ids.insert(name)
    });
    let groupings = groupings.map(|(id, groups)| {
        let groups = apart(groups);
        let of = (0..codes.len()).map(|leaf| {
            let group = leaf % (groups.len() + 1);
            (group < groups.len()).then_some(CatIx(group))
        });
        let of = of.collect();
        Grouping::new(Id::new(id), Label::new(id), categories(&groups), of).unwrap()
    });
    let dimension = Dimension::new(
        Id::new(&plan.id),
        Label::new(&plan.id),
        plan.role,
        categories(&codes),
    );
    let dimension = dimension
        .unwrap()
        .with_groupings(groupings.collect())
        .unwrap();
    if plan.total {
        dimension.with_total(&Code::new(codes[0])).unwrap()
    } else {
        dimension
    }
}

fn cube(plans: &[Plan]) -> Cube {
    let mut ids = BTreeSet::new();
    let dimensions: Vec<Dimension> = plans
        .iter()
        .filter(|plan| ids.insert(&plan.id))
        .map(dimension)
        .collect();
    let cells = dimensions
        .iter()
        .map(|dimension| dimension.categories().len());
    let values = Values::Whole(vec![1; cells.product()]);
    let gaps = (Vec::new(), Statuses::None);
    Cube::new(dimensions, values, gaps, Metadata::default()).unwrap()
}

/// Any cube of up to four dimensions with odd ids and codes.
pub(crate) fn any_odd_cube() -> impl Strategy<Value = Cube> {
    vec(any_plan(), 1..=4).prop_map(|plans| cube(&plans))
}

/// A cube of a dimension for each id, each with a grouping of the next id.
pub(crate) fn cube_of(ids: &[&str]) -> Cube {
    let plan = |(at, id): (usize, &&str)| Plan {
        id: (*id).to_owned(),
        role: Role::Classification,
        codes: vec!["a".to_owned()],
        groupings: vec![(ids[(at + 1) % ids.len()].to_owned(), vec!["g".to_owned()])],
        total: false,
    };
    cube(&ids.iter().enumerate().map(plan).collect::<Vec<_>>())
}

/// Whether a path can name a place: a folder without a name is none.
pub(crate) fn has_folder(cube: &Cube, place: Place) -> bool {
    let id = place
        .axis
        .grouping()
        .map(|_| cube.axis_id(place.axis).as_str());
    id != Some("")
        && !cube
            .members(place.axis)
            .get(place.at)
            .code()
            .as_str()
            .is_empty()
}
