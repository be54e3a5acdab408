//! What the columns of a table are, told by what stands in them.

use super::across::{across, measure};
use super::answered::Said;
use super::columns::{Column, determines, has_equal_rows};
use super::grid::Grid;
use super::layout::Layout;
use super::plan::{DimensionIx, Plan, PlannedDimension, Use, id_of};
use super::separators::DecimalSign;
use crate::cube::{Period, Role};

/// Words that head a column of codes.
const CODES: [&str; 12] = [
    "code", "codes", "kode", "codigo", "código", "id", "no", "nr", "num", "isco", "cod", "uf",
];
/// Words that head a column of flags.
const FLAGS: [&str; 10] = [
    "flag",
    "flags",
    "status",
    "obs_status",
    "obs_flag",
    "symbol",
    "footnote",
    "note",
    "remark",
    "catatan",
];
/// Words that head a column of numbers that are no figures.
const COUNTED_CATEGORIES: [&str; 16] = [
    "age", "âge", "umur", "usia", "edad", "idade", "alter", "month", "bulan", "mois", "quarter",
    "week", "semester", "round", "grade", "class",
];

/// Words that head a column of units.
const UNITS: [&str; 8] = [
    "unit", "units", "unité", "unite", "unidad", "unidade", "satuan", "einheit",
];

/// What the columns of a table are: what is said of them, and of the others what they look like. `said`:
/// one entry a column.
pub(super) fn guess(
    grid: &Grid,
    layout: &Layout,
    columns: &[Column],
    said: &[Option<Said>],
) -> Plan {
    let mut kinds: Vec<Kind> = columns
        .iter()
        .zip(said)
        .map(|(column, said)| said.map_or_else(|| first_look(column, layout), kind_of))
        .collect();
    let figures = |kinds: &[Kind]| {
        (0..kinds.len())
            .filter(|at| kinds[*at] == Kind::Figures)
            .collect::<Vec<_>>()
    };
    find_codes(grid, layout, (columns, said), &mut kinds);
    // Figures alone: the first column, where no number stands twice in it, has the codes of what they are about.
    let no_keys = !kinds
        .iter()
        .any(|kind| matches!(kind, Kind::Category | Kind::Period));
    if let (true, Some(first)) = (no_keys, columns.first())
        && figures(&kinds).len() > 1
        && said[0].is_none()
        && first.is_whole
        && first.blank == 0
        && first.texts.len() == layout.body.len()
    {
        kinds[0] = Kind::Category;
    }
    let found = figures(&kinds);
    if found.len() > 1 {
        let is_same = |at: &usize| columns[*at].is_constant() && layout.body.len() > 1;
        let differ = found.iter().any(|at| !is_same(at));
        for at in found.into_iter().filter(|at| said[*at].is_none()) {
            // Under a year or a band of age the same figure in every row is a figure.
            let is_across = columns[at]
                .heading()
                .starts_with(|letter: char| letter.is_ascii_digit());
            if is_same(&at) && differ && !is_across {
                kinds[at] = Kind::SetAside;
            } else if heads(&COUNTED_CATEGORIES, columns[at].heading()) && columns[at].is_whole {
                kinds[at] = Kind::Category;
            }
        }
    }
    let keys = |kinds: &[Kind]| {
        let keys =
            (0..kinds.len()).filter(|at| matches!(kinds[*at], Kind::Category | Kind::Period));
        keys.collect::<Vec<_>>()
    };
    // Rows that nothing tells apart but a number: it is one of the things that they are about.
    let found = figures(&kinds);
    if found.len() > 1 && has_equal_rows(grid, layout, &keys(&kinds)) {
        for at in &found[..found.len() - 1] {
            let more = [&keys(&kinds)[..], &[*at]].concat();
            let is_open = said[*at].is_none();
            let has_few = columns[*at].texts.len() * 2 <= layout.body.len();
            if is_open && columns[*at].is_whole && has_few && !has_equal_rows(grid, layout, &more) {
                kinds[*at] = Kind::Category;
                break;
            }
        }
    }
    planned(grid, layout, (columns, &kinds, said))
}

/// What a column is by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Figures,
    Category,
    Period,
    Flags,
    SetAside,
}

fn kind_of(said: Said) -> Kind {
    match said {
        Said::Region
        | Said::Dimension
        | Said::Measure
        | Said::NamesOf(_)
        | Said::GroupOf(_)
        | Said::UnitOf(_) => Kind::Category,
        Said::Time => Kind::Period,
        Said::Figures | Said::People => Kind::Figures,
        Said::Flags => Kind::Flags,
        Said::SetAside => Kind::SetAside,
    }
}

fn first_look(column: &Column, layout: &Layout) -> Kind {
    let heading = column.heading();
    let is_under_period = Period::parse(heading).is_some();
    if column.has_periods && !is_under_period {
        return Kind::Period;
    }
    if column.has_figures {
        return Kind::Figures;
    }
    if column.is_constant() && layout.body.len() > 1 {
        return Kind::SetAside;
    }
    if heads(&FLAGS, heading) && column.blank > 0 || column.texts.is_empty() {
        return Kind::Flags;
    }
    Kind::Category
}

/// Numbers that name what stands beside them, or are headed as codes.
fn find_codes(
    grid: &Grid,
    layout: &Layout,
    (columns, said): (&[Column], &[Option<Said>]),
    kinds: &mut [Kind],
) {
    for at in 0..kinds.len() {
        if said[at].is_some() || kinds[at] != Kind::Figures || !columns[at].is_whole {
            continue;
        }
        let is_first = kinds[..at].iter().all(|kind| *kind != Kind::Figures);
        let beside = |other: usize| {
            kinds.get(other) == Some(&Kind::Category)
                && columns[other].texts.len() > 1
                && determines(grid, layout, at, other)
                && determines(grid, layout, other, at)
        };
        let names_beside = is_first && beside(at + 1);
        let is_headed = heads(&CODES, columns[at].heading())
            && layout.body.len() > 1
            && !columns[at].is_constant();
        if names_beside || is_headed {
            kinds[at] = Kind::Category;
        }
    }
}

/// Whether a heading has one of some words.
fn heads(words: &[&str], heading: &str) -> bool {
    let heading = heading.to_lowercase();
    let mut parts = heading.split(|letter: char| !(letter.is_alphanumeric() || letter == '_'));
    parts.any(|part| words.contains(&part))
}

fn planned(
    grid: &Grid,
    layout: &Layout,
    (columns, kinds, said): (&[Column], &[Kind], &[Option<Said>]),
) -> Plan {
    let mut dimensions: Vec<PlannedDimension> = Vec::new();
    let mut uses: Vec<Option<Use>> = vec![None; columns.len()];
    for at in 0..columns.len() {
        let is_key = matches!(kinds[at], Kind::Category | Kind::Period);
        if !is_key || uses[at].is_some() || said[at].is_some_and(stands_beside) {
            continue;
        }
        let dimension = DimensionIx(dimensions.len());
        for (other, said) in said.iter().enumerate() {
            let belongs_to = said.and_then(|said| use_beside(said, (at, dimension)));
            uses[other] = belongs_to.or(uses[other].take());
        }
        let mut own = at;
        if kinds[at] == Kind::Category {
            let free = |other: &usize| {
                *other > at
                    && kinds[*other] == Kind::Category
                    && said[*other].is_none()
                    && uses[*other].is_none()
            };
            let others: Vec<usize> = (0..columns.len()).filter(free).collect();
            for other in others {
                let size = |at: usize| columns[at].texts.len();
                if size(at) < 2 || size(other) < 2 || !determines(grid, layout, at, other) {
                    continue;
                }
                if heads(&UNITS, columns[other].heading()) {
                    uses[other] = Some(Use::Unit(dimension));
                } else if determines(grid, layout, other, at) {
                    let swapped = said[at].is_none()
                        && heads(&CODES, columns[other].heading())
                        && !heads(&CODES, columns[at].heading());
                    if own == at && uses.iter().all(|it| *it != Some(Use::Name(dimension))) {
                        let name = if swapped { at } else { other };
                        own = if swapped { other } else { at };
                        uses[name] = Some(Use::Name(dimension));
                    }
                } else if size(other) * 2 <= size(at) {
                    uses[other] = Some(Use::Group(dimension));
                } else if columns[at].is_whole
                    && columns[at].has_figures
                    && uses.iter().all(|it| *it != Some(Use::Name(dimension)))
                {
                    // Two codes of one name: two places that are called alike.
                    uses[other] = Some(Use::Name(dimension));
                }
            }
        }
        uses[own] = Some(Use::Code(dimension));
        let named = (0..columns.len()).find(|it| uses[*it] == Some(Use::Name(dimension)));
        let heading = columns[named.unwrap_or(own)].heading();
        let label = if heading.is_empty() {
            format!("Column {}", own + 1)
        } else {
            heading.to_owned()
        };
        dimensions.push(PlannedDimension {
            id: id_of(&label),
            label,
            role: role_of(
                said[own],
                kinds[own],
                uses.contains(&Some(Use::Unit(dimension))),
            ),
            across: Vec::new(),
            first: Vec::new(),
        });
    }
    let figures: Vec<usize> = (0..columns.len())
        .filter(|at| kinds[*at] == Kind::Figures && said[*at] != Some(Said::People))
        .collect();
    let headings: Vec<Vec<String>> = figures
        .iter()
        .map(|at| columns[*at].headings.clone())
        .collect();
    let made = across(&headings, dimensions.len());
    for (at, figures) in figures.iter().zip(made.columns) {
        uses[*at] = Some(figures);
    }
    dimensions.extend(made.dimensions);
    let mut measures = made.measures;
    if measures.is_empty() {
        measures.push(measure(""));
    }
    make_ids_different(&mut dimensions);
    let rest = |(at, it): (usize, Option<Use>)| {
        it.unwrap_or(match kinds[at] {
            Kind::Flags => Use::Flags,
            Kind::SetAside | Kind::Category | Kind::Period => Use::SetAside,
            Kind::Figures => Use::People,
        })
    };
    Plan {
        decimal: DecimalSign::default(),
        columns: uses.into_iter().enumerate().map(rest).collect(),
        dimensions,
        measures,
    }
}

/// Whether a column tells something of the categories in another.
fn stands_beside(said: Said) -> bool {
    matches!(said, Said::NamesOf(_) | Said::GroupOf(_) | Said::UnitOf(_))
}

/// What a column is that is said to tell something of the column `own`, which has the codes of a dimension.
fn use_beside(said: Said, (own, dimension): (usize, DimensionIx)) -> Option<Use> {
    let (of, is) = match said {
        Said::NamesOf(of) => (of, Use::Name(dimension)),
        Said::GroupOf(of) => (of, Use::Group(dimension)),
        Said::UnitOf(of) => (of, Use::Unit(dimension)),
        Said::Region
        | Said::Time
        | Said::Dimension
        | Said::Measure
        | Said::Figures
        | Said::People
        | Said::Flags
        | Said::SetAside => return None,
    };
    (of == own).then_some(is)
}

/// What a dimension stands for, where that is said or told by its columns.
fn role_of(said: Option<Said>, kind: Kind, has_units: bool) -> Option<Role> {
    match said {
        Some(Said::Region) => Some(Role::Geo),
        Some(Said::Measure) => Some(Role::Metric),
        Some(Said::Dimension) => Some(Role::Classification),
        _ if kind == Kind::Period => Some(Role::Time),
        _ => has_units.then_some(Role::Metric),
    }
}

fn make_ids_different(dimensions: &mut [PlannedDimension]) {
    for at in 0..dimensions.len() {
        let own = dimensions[at].id.clone();
        let times = dimensions[..at].iter().filter(|it| it.id == own).count();
        if times > 0 {
            dimensions[at].id = format!("{own}-{}", times + 1);
        }
    }
}
