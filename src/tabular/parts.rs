//! Several files or sheets of the same columns as one table.

use super::columns::columns;
use super::finding::{Finding, Gravity, Spot};
use super::grid::Grid;
use super::label::name;
use super::layout::{Layout, Look, looks};
use super::numeral::numeral;
use super::part_names::periods_of_names;
use super::separators::{DecimalSign, Evidence};
use super::sources::Source;
use super::texts::{BLANK, TextIx};
use super::written::{Form, Written};
use crate::cube::Period;

/// The heading of the periods that the names of parts tell.
const PERIOD: &str = "Period";

/// A part with its layout.
struct Part {
    written: Written,
    source: Source,
    looks: Vec<Look>,
    layout: Layout,
    headings: Vec<Vec<String>>,
}

/// Parts as one table, and what was found; no table where an error stands in the way.
pub(super) struct Joined {
    pub(super) written: Option<Written>,
    pub(super) findings: Vec<Finding>,
}

/// The texts of a heading, a list a column.
pub(super) fn headings(grid: &Grid, layout: &Layout) -> Vec<Vec<String>> {
    let of_column = |column| {
        let cells = layout.heading_of(grid, column).into_iter();
        let texts = cells.filter(|cell| *cell != BLANK);
        texts
            .map(|cell| name(grid.texts().get(cell)).into_owned())
            .collect()
    };
    (0..layout.width).map(of_column).collect()
}

/// Joins parts of the same columns. Where no column of theirs tells the period, and the name of each part
/// does, a column of periods is added before the others. A part that begins with figures is read under the
/// heading of the first.
pub(super) fn joined(parts: Vec<Written>) -> Joined {
    let mut join = Join {
        findings: Vec::new(),
    };
    let parts = join.with_layouts(parts);
    let written = join.join(parts);
    Joined {
        written,
        findings: join.findings,
    }
}

struct Join {
    findings: Vec<Finding>,
}

impl Join {
    fn find(
        &mut self,
        (gravity, kind): (Gravity, &'static str),
        (grid, spot): (&Grid, Spot),
        texts: [String; 3],
    ) {
        let file = grid.sources().first().map_or("", |it| &it.file);
        let finding = Finding::new(gravity, kind, (file, spot), texts);
        self.findings.push(grid.sources().placed(finding));
    }

    /// The parts that have rows.
    fn with_layouts(&mut self, parts: Vec<Written>) -> Vec<Part> {
        let mut all = Vec::new();
        for written in parts {
            let grid = &written.grid;
            let looks = looks(grid);
            let layout = Layout::of(grid, &looks).filter(|layout| !layout.body.is_empty());
            let (Some(layout), Some(source)) = (layout, grid.sources().first().cloned()) else {
                let texts = [
                    "a part without rows".to_owned(),
                    "rows".to_owned(),
                    "it is left out; export it again if it should have some".to_owned(),
                ];
                self.find((Gravity::Warning, "empty-part"), (grid, Spot::File), texts);
                continue;
            };
            let headings = headings(grid, &layout);
            all.push(Part {
                written,
                source,
                looks,
                layout,
                headings,
            });
        }
        all
    }

    fn join(&mut self, parts: Vec<Part>) -> Option<Written> {
        let first = parts
            .iter()
            .position(|part| !part.layout.heading.is_empty());
        let first = &parts[first.unwrap_or(0).min(parts.len().checked_sub(1)?)];
        let mut are_alike = true;
        for part in &parts {
            are_alike &= self.is_like(part, first);
        }
        are_alike &= self.is_written_alike(&parts);
        if !are_alike {
            return None;
        }
        let periods = self.periods(&parts, first);
        let grid = joined_grid(&parts, first, periods.as_deref());
        let form = first.written.form;
        let place = match form {
            Form::Sheet(_) if is_one_file(&parts) => {
                let sheets = parts.iter().filter_map(|part| part.source.sheet.as_deref());
                let names: Vec<String> = sheets.map(|name| format!("\"{name}\"")).collect();
                format!("sheets {}", names.join(", "))
            }
            Form::Text { .. } | Form::Sheet(_) => format!("{} files", parts.len()),
        };
        Some(Written { grid, form, place })
    }

    /// Whether a part has the columns of the first.
    fn is_like(&mut self, part: &Part, first: &Part) -> bool {
        let grid = &part.written.grid;
        let line = |row: usize| Spot::Line(grid.line(row));
        if part.layout.heading.is_empty() {
            let is_first = std::ptr::eq(part, first);
            if !is_first && part.layout.width == first.layout.width {
                let texts = [
                    "a part without a heading".to_owned(),
                    String::new(),
                    format!("read under that of {}", part_name(first, part)),
                ];
                let spot = line(part.layout.body[0]);
                self.find(
                    (Gravity::Note, "heading-of-first-part"),
                    (grid, spot),
                    texts,
                );
                return true;
            }
        }
        let last = part.layout.heading.end.saturating_sub(1);
        let text = |column: Option<&Vec<String>>| {
            column.map_or_else(
                || "no column".to_owned(),
                |it| format!("the column \"{}\"", it.join(", ")),
            )
        };
        let width = part.headings.len().max(first.headings.len());
        let odd = (0..width).find(|at| part.headings.get(*at) != first.headings.get(*at));
        let Some(odd) = odd else { return true };
        let expected = text(first.headings.get(odd));
        let texts = [
            text(part.headings.get(odd)),
            format!("{expected}, as in {}", part_name(first, part)),
            "give all parts the same columns in the same order, or publish them as datasets of their own"
                .to_owned(),
        ];
        let spot = Spot::Field {
            line: grid.line(last),
            column: odd + 1,
        };
        self.find((Gravity::Error, "parts-differ"), (grid, spot), texts);
        false
    }

    /// Whether the figures of all parts have the same decimal sign, as far as they tell.
    fn is_written_alike(&mut self, parts: &[Part]) -> bool {
        let mut known: Option<(&Part, DecimalSign)> = None;
        let mut are_alike = true;
        for part in parts {
            let Some(sign) = decimal_sign(part) else {
                continue;
            };
            let (first, expected) = *known.get_or_insert((part, sign));
            if sign == expected {
                continue;
            }
            let texts = [
                format!("decimal {}s", sign_name(sign)),
                format!(
                    "decimal {}s, as in {}",
                    sign_name(expected),
                    part_name(first, part)
                ),
                "export all parts alike".to_owned(),
            ];
            self.find(
                (Gravity::Error, "parts-differ"),
                (&part.written.grid, Spot::File),
                texts,
            );
            are_alike = false;
        }
        are_alike
    }

    /// The period of each part, where only its name tells it.
    fn periods(&mut self, parts: &[Part], first: &Part) -> Option<Vec<String>> {
        let has_own = first
            .headings
            .iter()
            .flatten()
            .any(|it| Period::parse(it).is_some())
            || columns(&first.written.grid, &first.looks, &first.layout)
                .iter()
                .any(|column| column.has_periods);
        if has_own {
            return None;
        }
        let is_sheets = is_one_file(parts);
        let name = |part: &Part| match &part.source.sheet {
            Some(sheet) if is_sheets => sheet.clone(),
            Some(_) | None => stem(&part.source.file).to_owned(),
        };
        let names: Vec<String> = parts.iter().map(name).collect();
        let periods = periods_of_names(&names)?;
        let told = periods.iter().zip(&names);
        let told: Vec<String> = told
            .map(|(period, name)| format!("{period} of \"{name}\""))
            .collect();
        let texts = [
            format!("periods in the names of the parts: {}", told.join(", ")),
            String::new(),
            "they are read as a dimension; write a column of periods if something else is meant"
                .to_owned(),
        ];
        let grid = &first.written.grid;
        self.find(
            (Gravity::Note, "periods-of-names"),
            (grid, Spot::File),
            texts,
        );
        Some(periods)
    }
}

/// A part's name as another one of the same file, or of others, tells it.
fn part_name(part: &Part, beside: &Part) -> String {
    match &part.source.sheet {
        Some(sheet) if part.source.file == beside.source.file => format!("sheet \"{sheet}\""),
        Some(_) | None => part.source.file.clone(),
    }
}

fn is_one_file(parts: &[Part]) -> bool {
    parts
        .iter()
        .all(|part| part.source.file == parts[0].source.file)
}

/// The name of a file without its folder and what tells its kind.
fn stem(file: &str) -> &str {
    let file = file.rsplit(['/', '\\']).next().unwrap_or(file);
    let file = file.strip_suffix(".gz").unwrap_or(file);
    file.rsplit_once('.').map_or(file, |(stem, _)| stem)
}

fn sign_name(sign: DecimalSign) -> &'static str {
    match sign {
        DecimalSign::Point => "point",
        DecimalSign::Comma => "comma",
    }
}

/// The decimal sign of a part, where figures can only be read with one.
fn decimal_sign(part: &Part) -> Option<DecimalSign> {
    let grid = &part.written.grid;
    let mut evidence = Evidence::default();
    for row in &part.layout.body {
        for (column, cell) in grid.row(*row).iter().enumerate() {
            let is_figure = part.layout.has_figures.get(column) == Some(&true)
                && matches!(part.looks[cell.index()], Look::Figure);
            if is_figure && let Some(numeral) = numeral(grid.texts().get(*cell)) {
                evidence.add(&numeral.digits, 1);
            }
        }
    }
    if grid.sources().first().is_some_and(|it| it.sheet.is_some()) {
        return None;
    }
    match (evidence.point, evidence.comma) {
        (0, 0) => None,
        (point, comma) if point >= comma => Some(DecimalSign::Point),
        _ => Some(DecimalSign::Comma),
    }
}

/// The titles and the heading of the first part and the rows of all, a column of periods before them.
fn joined_grid(parts: &[Part], first: &Part, periods: Option<&[String]>) -> Grid {
    let mut grid = Grid::new();
    let title = |part: &Part| -> Vec<String> {
        let row = part.layout.titles.first();
        let cells = row.map_or(&[][..], |row| part.written.grid.row(*row));
        let text = |cell: &TextIx| part.written.grid.texts().get(*cell).to_owned();
        cells.iter().map(text).collect()
    };
    let has_one_title = parts.iter().all(|part| title(part) == title(first));
    // The one with the heading comes first.
    let others = parts
        .iter()
        .enumerate()
        .filter(|(_, part)| !std::ptr::eq(*part, first));
    let first_at = parts.iter().position(|part| std::ptr::eq(part, first));
    let order = first_at.map(|at| (at, first)).into_iter().chain(others);
    for (at, part) in order {
        let source = Source {
            columns_added: usize::from(periods.is_some()),
            ..part.source.clone()
        };
        let mut copy = Copy {
            lines_before: grid.add_source(source),
            known: vec![None; part.written.grid.texts().len()],
            grid: &mut grid,
        };
        let added = |text: &str, grid: &mut Grid| periods.map(|_| grid.add_text(text));
        if std::ptr::eq(part, first) {
            let titles = part.layout.titles.iter().filter(|_| has_one_title);
            for row in titles {
                let before = added("", copy.grid);
                copy.row(part, *row, before);
            }
            for row in part.layout.heading.clone() {
                let is_last = row + 1 == part.layout.heading.end;
                let before = added(if is_last { PERIOD } else { "" }, copy.grid);
                copy.row(part, row, before);
            }
        }
        let period = periods.map(|periods| copy.grid.add_text(&periods[at]));
        for row in &part.layout.body {
            copy.row(part, *row, period);
        }
    }
    grid
}

/// Copies the rows of a part.
struct Copy<'a> {
    grid: &'a mut Grid,
    lines_before: usize,
    /// Of each text of the part, that of the grid.
    known: Vec<Option<TextIx>>,
}

impl Copy<'_> {
    /// Copies a row, behind a cell that is added before it.
    fn row(&mut self, part: &Part, row: usize, added: Option<TextIx>) {
        let from = &part.written.grid;
        let own = from.row(row);
        let mut cells: Vec<TextIx> = added.into_iter().collect();
        for cell in &own[..own.len().min(part.layout.width)] {
            let known = self.known[cell.index()];
            let text = known.unwrap_or_else(|| self.grid.add_text_of(from, *cell));
            self.known[cell.index()] = Some(text);
            cells.push(text);
        }
        self.grid
            .add_cells(self.lines_before + from.line(row), &cells);
    }
}
