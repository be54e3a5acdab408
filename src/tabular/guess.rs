//! What the columns of a table are, told by what stands in them.

use super::answered::Said;
use super::columns::{Column, determines, has_equal_rows};
use super::grid::Grid;
use super::layout::Layout;
use super::plan::Plan;
use super::planned::planned;
use crate::cube::{Cube, Period};

/// Words that head a column of codes.
pub(super) const CODES: [&str; 12] = [
    "code", "codes", "kode", "codigo", "código", "id", "no", "nr", "num", "isco", "cod", "uf",
];
/// Words that head places in an order, which are no codes.
const RANKS: [&str; 8] = [
    "rank",
    "ranking",
    "rang",
    "rango",
    "peringkat",
    "position",
    "posisi",
    "อันดับ",
];
/// Words that head a column of flags.
const FLAGS: [&str; 14] = [
    "flag",
    "flags",
    "status",
    "obs_status",
    "obs_flag",
    "symbol",
    "footnote",
    "footnotes",
    "note",
    "notes",
    "remark",
    "remarks",
    "comments",
    "catatan",
];
/// Those of them that may be numbers.
const NUMBERED: [&str; 4] = ["footnote", "footnotes", "flag", "flags"];
/// Words that head codes of whole series, as Statistics Canada adds them.
const SERIES: [&str; 2] = ["coordinate", "vector"];
/// Fewer texts are no codes of series.
const LEAST_SERIES: usize = 6;
/// What heads a column of coordinates, where it is the whole heading.
const COORDINATES: [&str; 10] = [
    "lat",
    "latitude",
    "lon",
    "long",
    "lng",
    "longitude",
    "latitud",
    "longitud",
    "lintang",
    "bujur",
];
/// Words that head a column of numbers that are no figures.
const COUNTED_CATEGORIES: [&str; 16] = [
    "age", "âge", "umur", "usia", "edad", "idade", "alter", "month", "bulan", "mois", "quarter",
    "week", "semester", "round", "grade", "class",
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
    let figures = |kinds: &[Kind]| of_kinds(kinds, &[Kind::Figures]);
    let keys = |kinds: &[Kind]| of_kinds(kinds, &[Kind::Category, Kind::Period]);
    find_codes(grid, layout, (columns, said), &mut kinds);
    set_aside_series(grid, layout, (columns, said), &mut kinds);
    for at in (0..kinds.len()).rev() {
        // Of two columns of years one that never changes tells nothing, as when the source was printed, nor one
        // that repeats the other.
        let repeats = |other: usize| {
            kinds[other] == Kind::Period
                && (layout.body.iter()).all(|row| grid.cell(*row, other) == grid.cell(*row, at))
        };
        let is_idle =
            kinds[at] == Kind::Period && (columns[at].is_constant() || (0..at).any(repeats));
        if is_idle
            && said[at].is_none()
            && of_kinds(&kinds, &[Kind::Period]).len() > 1
            && layout.body.len() > 1
        {
            kinds[at] = Kind::SetAside;
        }
    }
    set_aside_what_is_said_twice(grid, layout, (columns, said), &mut kinds);
    set_aside_coordinates((columns, said), &mut kinds);
    // Figures alone: the first column, where no number stands twice in it, has the codes of what they are about.
    if let (true, Some(first)) = (keys(&kinds).is_empty(), columns.first())
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
        // It may be a part of a total beside it.
        let has_total = (found.iter()).any(|at| Cube::names_total(columns[*at].heading()));
        for at in found.into_iter().filter(|at| said[*at].is_none()) {
            // Under a year or a band of age the same figure in every row is a figure.
            let heading = columns[at].heading();
            let is_across = heading.starts_with(|letter: char| letter.is_ascii_digit())
                || Period::parse(heading).is_some();
            if is_same(&at) && differ && !is_across && !has_total {
                kinds[at] = Kind::SetAside;
            } else if heads(&COUNTED_CATEGORIES, heading)
                && columns[at].is_whole
                && !Cube::names_rate(heading)
            {
                kinds[at] = Kind::Category;
            }
        }
    }
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
pub(super) enum Kind {
    Figures,
    Category,
    Period,
    Flags,
    SetAside,
}

/// The columns that are of one of some kinds.
fn of_kinds(kinds: &[Kind], some: &[Kind]) -> Vec<usize> {
    let all = kinds.iter().enumerate();
    let of = all.filter(|(_, kind)| some.contains(kind));
    of.map(|(at, _)| at).collect()
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
    if heads(&SERIES, heading) {
        return Kind::SetAside;
    }
    if column.has_figures && column.blank > 0 && heads(&NUMBERED, heading) {
        return Kind::Flags;
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
        // What stands before names it already, and without another column there would be no figures.
        let is_named = (0..at).any(|before| {
            kinds[before] == Kind::Category
                && determines(grid, layout, at, before)
                && determines(grid, layout, before, at)
        });
        let is_only = of_kinds(kinds, &[Kind::Figures]).len() < 2;
        let is_rank = heads(&RANKS, columns[at].heading());
        let names_beside = is_first && !is_named && !is_only && !is_rank && beside(at + 1);
        let is_headed = heads(&CODES, columns[at].heading())
            && layout.body.len() > 1
            && !columns[at].is_constant();
        if names_beside || is_headed {
            kinds[at] = Kind::Category;
        }
    }
}

/// Sets aside what other columns say already: the figure written out, as `47.7 [46.7-48.7]` beside 47.7; and
/// whether a period is one of some, as the latest (`true`, `false`).
fn set_aside_what_is_said_twice(
    grid: &Grid,
    layout: &Layout,
    (columns, said): (&[Column], &[Option<Said>]),
    kinds: &mut [Kind],
) {
    let periods = of_kinds(kinds, &[Kind::Period]);
    let figures = of_kinds(kinds, &[Kind::Figures]);
    let categories = of_kinds(kinds, &[Kind::Category]).into_iter();
    for at in categories.filter(|at| said[*at].is_none()) {
        let writes_out = |figures: &usize| {
            (layout.body.iter())
                .all(|row| is_written_out(grid.text(*row, *figures), grid.text(*row, at)))
        };
        let is_answer = columns[at].texts.iter().all(|text| {
            let text = grid.texts().get(*text).trim().to_lowercase();
            matches!(&*text, "true" | "false")
        });
        let is_said = if is_answer {
            let mut periods = periods.iter();
            periods.any(|period| determines(grid, layout, *period, at))
        } else {
            figures.iter().any(writes_out)
        };
        if is_said {
            kinds[at] = Kind::SetAside;
        }
    }
}

/// Sets aside codes of whole series, as statistical offices add them: a column that has one text for each
/// combination of all other categories, of two kinds at least. A place has one of its own, too, but no two of
/// its groups cross in as many ways as there are places.
fn set_aside_series(
    grid: &Grid,
    layout: &Layout,
    (columns, said): (&[Column], &[Option<Said>]),
    kinds: &mut [Kind],
) {
    for at in of_kinds(kinds, &[Kind::Category]) {
        let categories = of_kinds(kinds, &[Kind::Category]);
        let is_longest = categories
            .iter()
            .all(|other| columns[*other].texts.len() <= columns[at].texts.len());
        if said[at].is_some() || !is_longest || columns[at].texts.len() < LEAST_SERIES {
            continue;
        }
        // What is another name of it falls with it.
        let (same, others): (Vec<usize>, Vec<usize>) = categories
            .into_iter()
            .partition(|other| *other == at || determines(grid, layout, *other, at));
        let is_told = |other: &usize| determines(grid, layout, at, *other);
        if !others.iter().all(is_told) {
            continue;
        }
        let mut crossed: Vec<usize> = Vec::new();
        for other in others {
            if !crossed
                .iter()
                .any(|known| determines(grid, layout, *known, other))
            {
                crossed.push(other);
            }
        }
        let ways: usize = crossed
            .iter()
            .map(|other| columns[*other].texts.len())
            .product();
        let keys = [&crossed[..], &of_kinds(kinds, &[Kind::Period])[..]].concat();
        let is_series = crossed.len() > 1
            && ways == columns[at].texts.len()
            && !has_equal_rows(grid, layout, &keys);
        if is_series {
            for at in same.into_iter().filter(|at| said[*at].is_none()) {
                kinds[at] = Kind::SetAside;
            }
        }
    }
}

/// Sets aside where places lie, beside other figures of them.
fn set_aside_coordinates((columns, said): (&[Column], &[Option<Said>]), kinds: &mut [Kind]) {
    let figures = of_kinds(kinds, &[Kind::Figures]);
    let is_coordinate = |at: &usize| COORDINATES.contains(&&*columns[*at].heading().to_lowercase());
    let (coordinates, others): (Vec<usize>, Vec<usize>) =
        figures.into_iter().partition(is_coordinate);
    // Of each two: a heading of four letters alone may be a word for something else.
    if coordinates.len() == 2 && !others.is_empty() {
        for at in coordinates.into_iter().filter(|at| said[*at].is_none()) {
            kinds[at] = Kind::SetAside;
        }
    }
}

/// Whether a text begins with a figure and says more than that.
fn is_written_out(figure: &str, text: &str) -> bool {
    let (figure, text) = (figure.trim(), text.trim());
    let rest = text.strip_prefix(figure).unwrap_or_default();
    !figure.is_empty() && rest.starts_with([' ', '[', '('])
}

/// Whether a heading has one of some words.
pub(super) fn heads(words: &[&str], heading: &str) -> bool {
    let heading = heading.to_lowercase();
    let mut parts = heading.split(|letter: char| !(letter.is_alphanumeric() || letter == '_'));
    parts.any(|part| words.contains(&part))
}
