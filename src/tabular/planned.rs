//! The dimensions and measures of a table, of columns whose kinds are known: which is a name, a group or a unit of
//! another.

use super::across::{across, measure};
use super::answered::Said;
use super::columns::{Column, determines, is_like_a_code};
use super::grid::Grid;
use super::guess::{CODES, Kind, heads};
use super::layout::Layout;
use super::plan::{DimensionIx, Plan, PlannedDimension, Use, id_of, make_ids_different};
use super::separators::DecimalSign;
use crate::cube::Role;

/// Words that head a column of units.
const UNITS: [&str; 8] = [
    "unit", "units", "unité", "unite", "unidad", "unidade", "satuan", "einheit",
];

/// So many categories behind them are no parts of groups: that each stands with one of them may be chance.
const LEAST_PARTS: usize = 3;

/// Headings of figures that do not say what they are.
const FIGURES: [&str; 9] = [
    "value",
    "values",
    "obs_value",
    "obs value",
    "figure",
    "valeur",
    "valor",
    "nilai",
    "wert",
];
/// Words that head the names of what another column has codes of.
const NAMES: [&str; 24] = [
    "name",
    "names",
    "nama",
    "nom",
    "noms",
    "nombre",
    "nome",
    "naam",
    "navn",
    "namn",
    "nimi",
    "nazwa",
    "tên",
    "ชื่อ",
    "اسم",
    "label",
    "labels",
    "libellé",
    "libelle",
    "title",
    "description",
    "desc",
    "bezeichnung",
    "uraian",
];
/// Words that head categories of people, and no names of something else.
const CATEGORIES: [&str; 24] = [
    "sex",
    "gender",
    "sexe",
    "sexo",
    "geschlecht",
    "kelamin",
    "age",
    "âge",
    "edad",
    "idade",
    "umur",
    "usia",
    "alter",
    "type",
    "kind",
    "category",
    "categorie",
    "catégorie",
    "categoría",
    "kategori",
    "group",
    "class",
    "level",
    "status",
];
/// A code of letters alone, as `KEN`, has so many at most.
const MOST_LETTERS: usize = 4;
/// Words that head the name of what is measured.
const MEASURED: [&str; 9] = [
    "indicator",
    "indicateur",
    "indicador",
    "indikator",
    "variable",
    "variabel",
    "measure",
    "series",
    "statistic",
];

/// The plan of a table.
pub(super) fn planned(
    grid: &Grid,
    layout: &Layout,
    (columns, kinds, said): (&[Column], &[Kind], &[Option<Said>]),
) -> Plan {
    let mut dimensions: Vec<PlannedDimension> = Vec::new();
    let mut uses: Vec<Option<Use>> = vec![None; columns.len()];
    let before = groups_before(grid, layout, (columns, kinds, said));
    for at in 0..columns.len() {
        let is_key = matches!(kinds[at], Kind::Category | Kind::Period);
        if !is_key
            || uses[at].is_some()
            || before[at].is_some()
            || said[at].is_some_and(stands_beside)
        {
            continue;
        }
        let dimension = DimensionIx(dimensions.len());
        for (other, said) in said.iter().enumerate() {
            let belongs_to = said.and_then(|said| use_beside(said, (at, dimension)));
            uses[other] = belongs_to.or(uses[other].take());
        }
        let own = if kinds[at] == Kind::Category {
            name_and_groups(
                grid,
                layout,
                (columns, kinds, said),
                (at, dimension, &mut uses),
            )
        } else {
            at
        };
        for group in (0..at).filter(|group| before[*group] == Some(at)) {
            uses[group] = Some(Use::Group(dimension));
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
    if let [only] = &mut *measures
        && FIGURES.contains(&&*only.label.to_lowercase())
        && let Some(named) = said_measure(grid, layout, (columns, said))
    {
        *only = measure(&named);
    }
    make_ids_different(dimensions.iter_mut().map(|it| &mut it.id));
    make_ids_different(measures.iter_mut().map(|it| &mut it.id));
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
        laid_across: Vec::new(),
    }
}

/// Gives the columns behind one of categories that tell of them their use: names or codes, units, groups. The
/// column that has the codes.
fn name_and_groups(
    grid: &Grid,
    layout: &Layout,
    (columns, kinds, said): (&[Column], &[Kind], &[Option<Said>]),
    (at, dimension, uses): (usize, DimensionIx, &mut [Option<Use>]),
) -> usize {
    let size = |at: usize| columns[at].texts.len();
    let mut own = at;
    for other in at + 1..columns.len() {
        let is_free =
            kinds[other] == Kind::Category && said[other].is_none() && uses[other].is_none();
        if !is_free || size(at) < 2 || size(other) < 2 || !determines(grid, layout, at, other) {
            continue;
        }
        let has_name = uses.contains(&Some(Use::Name(dimension)));
        let is_same = determines(grid, layout, other, at);
        uses[other] = if heads(&UNITS, columns[other].heading()) {
            Some(Use::Unit(dimension))
        } else if is_same {
            let pair = [&columns[at], &columns[other]];
            match same_as(grid, pair, layout.body.len()) {
                Same::Codes if said[at].is_none() && !has_name => {
                    own = other;
                    uses[at] = Some(Use::Name(dimension));
                    continue;
                }
                Same::Names if !has_name => Some(Use::Name(dimension)),
                Same::Codes | Same::Names | Same::Neither => Some(Use::SetAside),
                Same::Chance => None,
            }
        } else if size(other) * 2 <= size(at) {
            Some(Use::Group(dimension))
        } else if !has_name && columns[at].is_whole && columns[at].has_figures {
            // Two codes of one name: two places that are called alike.
            Some(Use::Name(dimension))
        } else {
            None
        };
    }
    own
}

/// What a column is to another before it, where each text of one stands beside one of the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Same {
    /// It has the codes, and the other their names.
    Codes,
    /// It has the names, and the other their codes.
    Names,
    /// Something else of the same, as a capital, or one more code.
    Neither,
    /// Something of its own, that stands beside the other by chance.
    Chance,
}

fn same_as(grid: &Grid, [first, second]: [&Column; 2], rows: usize) -> Same {
    let is_headed = |column: &Column| heads(&CODES, column.heading());
    let look = |column: &Column| look_like_codes(grid, column);
    let has_codes = |column: &Column| {
        is_headed(column) || look(column) || column.has_figures || are_letters(grid, column)
    };
    let is_called = heads(&NAMES, second.heading());
    let [of_first, of_second] = [first, second].map(|it| it.heading().to_lowercase());
    let is_own = heads(&CATEGORIES, &of_second)
        && !of_first.contains(&*of_second)
        && !of_second.contains(&*of_first);
    if are_technical(grid, second) {
        Same::Neither
    } else if is_called && !is_headed(second) || has_codes(first) && !has_codes(second) {
        Same::Names
    } else if is_own && first.texts.len() * 2 > rows {
        Same::Chance
    } else if is_headed(second) && !is_headed(first) || has_codes(second) && !has_codes(first) {
        Same::Codes
    } else {
        Same::Neither
    }
}

/// Whether every text of a column is a few capital letters, as `KEN`.
fn are_letters(grid: &Grid, column: &Column) -> bool {
    column.texts.iter().all(|text| {
        let text = grid.texts().get(*text).trim();
        (1..=MOST_LETTERS).contains(&text.len()) && text.bytes().all(|it| it.is_ascii_uppercase())
    })
}

/// What the only measure of a table is called, where a column says it in every row: `Population, total` under
/// `Indicator name`. Codes for machines are no name.
fn said_measure(
    grid: &Grid,
    layout: &Layout,
    (columns, said): (&[Column], &[Option<Said>]),
) -> Option<String> {
    let is_name = |at: &usize| {
        columns[*at].is_constant()
            && layout.body.len() > 1
            && said[*at].is_none()
            && heads(&MEASURED, columns[*at].heading())
    };
    let mut texts = (0..columns.len())
        .filter(is_name)
        .map(|at| grid.texts().get(columns[at].texts[0]).trim());
    let named = texts.find(|text| text.chars().any(char::is_lowercase))?;
    Some(named.to_owned())
}

/// Of each column of categories the one behind it that parts them: a district before its communes. Shape: one
/// entry a column.
fn groups_before(
    grid: &Grid,
    layout: &Layout,
    (columns, kinds, said): (&[Column], &[Kind], &[Option<Said>]),
) -> Vec<Option<usize>> {
    let size = |at: usize| columns[at].texts.len();
    let is_free = |at: &usize| kinds[*at] == Kind::Category && said[*at].is_none();
    let all: Vec<usize> = (0..columns.len()).filter(is_free).collect();
    let parts = |group: usize| {
        let behind = all.iter().copied().filter(|at| *at > group);
        let mut fitting = behind.filter(|at| {
            size(group) > 1
                && size(*at) > LEAST_PARTS
                && size(group) * 2 <= size(*at)
                && columns[group].blank + columns[*at].blank == 0
                && determines(grid, layout, *at, group)
        });
        fitting.next()
    };
    let mut before = vec![None; columns.len()];
    // From the last: groups of groups part the finest.
    for group in all.iter().copied().rev() {
        before[group] = parts(group).map(|finer| before[finer].unwrap_or(finer));
    }
    before
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

/// Whether the texts of a column are codes of a machine, as `BX:IDN-LFS`, and no names for readers.
fn are_technical(grid: &Grid, column: &Column) -> bool {
    column.texts.iter().all(|text| {
        let text = grid.texts().get(*text);
        text.contains([':', '_']) && !text.chars().any(|it| it.is_lowercase() || it == ' ')
    })
}

/// Whether every text of a column looks like a code.
fn look_like_codes(grid: &Grid, column: &Column) -> bool {
    let mut texts = column.texts.iter();
    texts.all(|text| is_like_a_code(grid.texts().get(*text)))
}
