//! From a table and what its columns are to a cube.

use std::collections::HashMap;

use super::categories::Categories;
use super::entry::Entry;
use super::finding::{Finding, Gravity, Spot};
use super::grid::Grid;
use super::groupings::{GroupColumn, groupings};
use super::indents::{indent, parts_by_indent};
use super::label::name;
use super::layout::Layout;
use super::people::{PeopleOfRow, denominator};
use super::plan::{DimensionIx, Plan, PlannedMeasure, Use};
use super::separators::DecimalSign;
use super::spellings::spellings;
use super::texts::{BLANK, TextIx};
use crate::cube::{
    Category, Code, Cube, CubeError, Denominator, DimIx, Dimension, Grouping, Id, Label, Metadata,
    Role, Shape, Unit, infer_roles,
};
use crate::formats::{StatusCells, values_and_absent};

/// What became of the cells in the columns of figures of a table; each is counted once.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tally {
    /// Cells of the table that hold a figure.
    pub figures: usize,
    /// Cells with a sign that there is none.
    pub signs: usize,
    /// Cells in which nothing stands.
    pub blank: usize,
    /// Cells with a text that is neither.
    pub texts: usize,
    /// Cells of rows whose categories stood before.
    pub twice: usize,
    /// Cells of rows that lack a category.
    pub unplaced: usize,
}

impl Tally {
    /// All cells: rows times columns of figures.
    #[must_use]
    pub fn cells(&self) -> usize {
        self.figures + self.signs + self.blank + self.texts + self.twice + self.unplaced
    }
}

/// A cube, or why there is none; and what was found on the way.
pub(super) struct Assembled {
    pub(super) cube: Option<Result<Cube, CubeError>>,
    pub(super) tally: Tally,
    pub(super) findings: Vec<Finding>,
}

/// The cells of the cube while they are filled.
struct Cells {
    /// NaN where there is none.
    values: Vec<f64>,
    /// The line that each was read from, 0 of one that was not.
    lines: Vec<usize>,
    statuses: StatusCells,
}

/// How many cells a cube can have.
const MOST_CELLS: usize = 50_000_000;

/// Makes the cube. `file`: the name of the table's file, for what is found.
pub(super) fn assemble(
    file: &str,
    grid: &Grid,
    layout: &Layout,
    (plan, entries): (&Plan, &[Entry]),
) -> Assembled {
    let mut table = Table {
        file,
        grid,
        layout,
        plan,
        entries,
        findings: Vec::new(),
    };
    let mut met = table.categories();
    table.check_spellings(&met);
    let dimensions = table.dimensions(&mut met);
    let mut tally = Tally::default();
    let cube = dimensions.map(|dimensions| {
        let dimensions = dimensions?;
        table.filled(dimensions, &met, &mut tally)
    });
    Assembled {
        cube,
        tally,
        findings: table.findings,
    }
}

struct Table<'a> {
    file: &'a str,
    grid: &'a Grid,
    layout: &'a Layout,
    plan: &'a Plan,
    /// Shape: one entry a text of the grid.
    entries: &'a [Entry],
    findings: Vec<Finding>,
}

impl Table<'_> {
    fn find(&mut self, gravity: Gravity, kind: &'static str, spot: Spot, texts: [String; 3]) {
        let finding = Finding::new(gravity, kind, (self.file, spot), texts);
        self.findings.push(finding);
    }

    fn heading(&self, column: usize) -> String {
        let heading = self.layout.name_of(self.grid, column);
        if heading.is_empty() {
            return format!("column {}", column + 1);
        }
        heading
    }

    /// The columns of a use.
    fn column_of(&self, wanted: &Use) -> Option<usize> {
        self.plan.columns.iter().position(|it| it == wanted)
    }

    /// The columns of groups of a dimension.
    fn group_columns(&self, dimension: DimensionIx) -> Vec<usize> {
        let columns = self.plan.columns.iter().enumerate();
        let of = columns.filter(|(_, it)| **it == Use::Group(dimension));
        of.map(|(column, _)| column).collect()
    }

    /// The groupings of a dimension, whose categories are in order.
    fn groupings(
        &self,
        dimension: DimensionIx,
        met: &Categories,
    ) -> Result<Vec<Grouping>, CubeError> {
        let columns = self.group_columns(dimension).into_iter().enumerate();
        let columns: Vec<GroupColumn> = columns
            .map(|(nth, column)| {
                let texts = met.groups.iter().map(|groups| groups[nth].clone());
                (self.heading(column), texts.collect())
            })
            .collect();
        groupings(&columns)
    }

    /// Every category that the rows or the heading name.
    fn categories(&mut self) -> Vec<Categories> {
        let mut all = Vec::new();
        for (at, dimension) in self.plan.dimensions.iter().enumerate() {
            let mut met = Categories::default();
            for category in &dimension.across {
                met.add(category, category, Vec::new());
            }
            let at = DimensionIx(at);
            if let Some(column) = self.column_of(&Use::Code(at)) {
                let names = self.column_of(&Use::Name(at));
                let mut groups = self.group_columns(at);
                // The unit of a category is met as its groups are, after all of them.
                groups.extend(self.column_of(&Use::Unit(at)));
                self.meet(&mut met, column, (names, &groups));
                self.find_parts(&mut met, (column, names));
            }
            all.push(met);
        }
        all
    }

    fn meet(
        &mut self,
        met: &mut Categories,
        column: usize,
        (names, groups): (Option<usize>, &[usize]),
    ) {
        let body = &self.layout.body;
        for row in body {
            let cell = self.grid.cell(*row, column);
            let label = names.map_or(BLANK, |column| self.grid.cell(*row, column));
            if cell == BLANK && label == BLANK {
                let heading = self.heading(column);
                let spot = self.grid.spot(*row, column);
                self.find(
                    Gravity::Question,
                    "blank-category",
                    spot,
                    [
                        format!("nothing in column \"{heading}\""),
                        "a category".to_owned(),
                        format!(
                            "say what a blank means: [blanks] \"{heading}\" = \"above\" (as in the row above), \
                             \"total\" or \"unknown\""
                        ),
                    ],
                );
                continue;
            }
            // Of a row without a code its name is the code.
            let key = if cell == BLANK { label } else { cell };
            if cell != BLANK && met.of_text.contains_key(&cell) {
                continue;
            }
            let text = |cell: TextIx| name(self.grid.texts().get(cell));
            let code = text(key);
            let label = if label == BLANK {
                code.clone()
            } else {
                text(label)
            };
            let groups = groups
                .iter()
                .map(|column| text(self.grid.cell(*row, *column)).into_owned());
            let category = met.add(&code, &label, groups.collect());
            met.of_text.insert(key, category);
        }
    }

    /// What is a part of what, by how far in the names stand.
    fn find_parts(&self, met: &mut Categories, (column, names): (usize, Option<usize>)) {
        let column = names.unwrap_or(column);
        let text = |row: &usize| self.grid.text(*row, column);
        if !self.layout.body.iter().any(|row| indent(text(row)) > 0) {
            return;
        }
        let by_name: HashMap<&str, usize> = met.names.iter().map(String::as_str).zip(0..).collect();
        let rows = self.layout.body.iter().filter_map(|row| {
            let text = text(row);
            Some((*by_name.get(&*name(text))?, indent(text)))
        });
        let rows: Vec<(usize, usize)> = rows.collect();
        let code = |at: usize| met.codes[at].clone();
        let parts = parts_by_indent(&rows).into_iter();
        met.parts = parts
            .map(|(of, parts)| (code(of), parts.into_iter().map(code).collect()))
            .collect();
    }

    /// Categories that are one, written in two ways.
    fn check_spellings(&mut self, met: &[Categories]) {
        for (dimension, met) in self.plan.dimensions.iter().zip(met) {
            let alike = spellings(&met.codes);
            if alike.is_empty() {
                continue;
            }
            self.find(
                Gravity::Question,
                "spellings",
                Spot::Member(format!("column \"{}\"", dimension.label)),
                [
                    alike.join("; "),
                    "one spelling of each category".to_owned(),
                    format!(
                        "write each category in one way, or [replace.\"{}\"] \"one spelling\" = \"the other\"; \
                         accept = [\"spellings\"] where they are two",
                        dimension.label
                    ),
                ],
            );
        }
    }

    /// The dimensions with their categories in order; `None` where the table has no figures.
    fn dimensions(&self, met: &mut [Categories]) -> Option<Result<Vec<Dimension>, CubeError>> {
        if !self
            .plan
            .columns
            .iter()
            .any(|it| matches!(it, Use::Figures { .. }))
            || self.layout.body.is_empty()
        {
            return None;
        }
        for (planned, met) in self.plan.dimensions.iter().zip(met.iter_mut()) {
            met.sort(&planned.first);
        }
        let planned = self.plan.dimensions.iter().zip(met.iter()).enumerate();
        let made = planned.map(|(at, (planned, met))| {
            let has_units = self.column_of(&Use::Unit(DimensionIx(at))).is_some();
            let categories = met.codes.iter().zip(&met.names).zip(&met.groups);
            let categories = categories.map(|((code, name), groups)| {
                let unit = groups.last().filter(|_| has_units);
                Category::new(Code::new(code), Label::new(name))
                    .with_unit(unit.map(|unit| Unit::named(unit)))
            });
            let role = planned.role.unwrap_or(Role::Classification);
            Dimension::new(
                Id::new(&planned.id),
                Label::new(&planned.label),
                role,
                categories.collect(),
            )?
            .with_children(&children(&met.parts))?
            .with_groupings(self.groupings(DimensionIx(at), met)?)
        });
        let made: Result<Vec<Dimension>, CubeError> = made.collect();
        Some(made.and_then(|dimensions| self.with_roles(dimensions)))
    }

    fn with_roles(&self, dimensions: Vec<Dimension>) -> Result<Vec<Dimension>, CubeError> {
        let said: Vec<Option<Role>> = self.plan.dimensions.iter().map(|it| it.role).collect();
        // A dimension is called by the heading of its names; that of its codes can tell, too.
        let by_codes = dimensions.iter().enumerate().map(|(at, dimension)| {
            let column = self.column_of(&Use::Code(DimensionIx(at)));
            let heading = column.map_or_else(String::new, |column| self.heading(column));
            let categories = dimension.categories().iter().map(|(_, it)| it.clone());
            Dimension::new(
                Id::new(&heading),
                dimension.label().clone(),
                dimension.role(),
                categories.collect(),
            )
        });
        let by_codes: Vec<Dimension> = by_codes.collect::<Result<_, _>>()?;
        let roles = infer_roles(&by_codes, &said);
        // Measures stand in columns of their own, or are named in one.
        let has_columns = self.plan.measures.len() > 1;
        let in_columns = |(at, role): (usize, Role)| match role {
            Role::Metric if has_columns && said[at].is_none() => Role::Classification,
            role @ (Role::Metric | Role::Time | Role::Geo | Role::Classification) => role,
        };
        let roles: Vec<Role> = roles.into_iter().enumerate().map(in_columns).collect();
        let mut dimensions: Vec<Dimension> = (dimensions.into_iter().zip(&roles))
            .map(|(dimension, role)| dimension.with_role(*role))
            .collect();
        if roles.contains(&Role::Metric) && !has_columns {
            return Ok(dimensions);
        }
        let measure = |measure: &PlannedMeasure| {
            let unit = Unit::named(&measure.unit);
            Category::new(Code::new(&measure.id), Label::new(&measure.label)).with_unit(Some(unit))
        };
        let measures = self.plan.measures.iter().map(measure).collect();
        dimensions.push(Dimension::new(
            Id::new("measure"),
            Label::new("Measure"),
            Role::Metric,
            measures,
        )?);
        Ok(dimensions)
    }

    fn filled(
        &mut self,
        dimensions: Vec<Dimension>,
        met: &[Categories],
        tally: &mut Tally,
    ) -> Result<Cube, CubeError> {
        let sizes = dimensions.iter().map(|it| it.categories().len()).collect();
        let shape = Shape::new(sizes, MOST_CELLS)?;
        let mut cells = Cells {
            values: vec![f64::NAN; shape.cells()],
            lines: vec![0; shape.cells()],
            statuses: StatusCells::new(shape.cells()),
        };
        let measures = shape.strides().get(self.plan.dimensions.len()).copied();
        let measures = measures.unwrap_or(0);
        let columns: Vec<(usize, &Use)> = self.plan.columns.iter().enumerate().collect();
        let grid = self.grid;
        for row in &self.layout.body {
            let Some(start) = self.start(*row, met, &shape) else {
                let is_figures = |(_, it): &&(usize, &Use)| matches!(it, Use::Figures { .. });
                tally.unplaced += columns.iter().filter(is_figures).count();
                continue;
            };
            for (column, is) in &columns {
                let Use::Figures { measure, at } = is else {
                    continue;
                };
                let across = at.iter().map(|(dimension, category)| {
                    let category = met[dimension.0].place(*category);
                    category * shape.strides()[dimension.0]
                });
                let cell = start + across.sum::<usize>() + measure.0 * measures;
                let text = grid.cell(*row, *column);
                let flag = columns[column + 1..]
                    .iter()
                    .take_while(|(_, it)| **it == Use::Flags);
                let flag = flag
                    .map(|(at, _)| name(grid.text(*row, *at)))
                    .find(|text| !text.is_empty());
                self.put(
                    &mut cells,
                    (cell, *row, *column),
                    (&self.entries[text.index()], flag.as_deref()),
                    tally,
                );
            }
        }
        let (values, absent) = values_and_absent(cells.values);
        let statuses = cells.statuses.into_any_statuses();
        let metadata = Metadata {
            denominators: self.denominators(met, &shape),
            ..Metadata::default()
        };
        Cube::new(dimensions, values, (absent, statuses), metadata)
    }

    /// The people of each column of them.
    fn denominators(&mut self, met: &[Categories], shape: &Shape) -> Vec<Denominator> {
        let columns = self.plan.columns.iter().enumerate();
        let columns: Vec<usize> = columns
            .filter(|(_, it)| **it == Use::People)
            .map(|(at, _)| at)
            .collect();
        let found = columns
            .into_iter()
            .filter_map(|column| self.people(column, met, shape));
        found.collect()
    }

    fn people(&mut self, column: usize, met: &[Categories], shape: &Shape) -> Option<Denominator> {
        let in_rows =
            (0..met.len()).filter(|at| self.column_of(&Use::Code(DimensionIx(*at))).is_some());
        let dimensions: Vec<(DimIx, usize)> =
            in_rows.map(|at| (DimIx(at), shape.sizes()[at])).collect();
        let row_of = |row: &usize| {
            let cell = self.grid.cell(*row, column);
            let Entry::Figure(figure) = &self.entries[cell.index()] else {
                return None;
            };
            let start = self.start(*row, met, shape)?;
            let category = |(at, _): &(DimIx, usize)| shape.coordinate(start, *at);
            Some(PeopleOfRow {
                row: *row,
                categories: dimensions.iter().map(category).collect(),
                people: figure.value,
            })
        };
        let rows: Vec<PeopleOfRow> = self.layout.body.iter().filter_map(row_of).collect();
        let heading = self.heading(column);
        let differ = match denominator(&heading, &rows, &dimensions) {
            Ok(denominator) => return Some(denominator),
            Err(differ) => differ,
        };
        let spot = self.grid.spot(differ.row, column);
        let texts = [
            format!(
                "{} people in column \"{heading}\", where a row of the same categories has {}",
                differ.found, differ.before
            ),
            "one number of people for the same categories".to_owned(),
            "correct the cell, or say that the column is a measure: \"figures\"".to_owned(),
        ];
        self.find(Gravity::Error, "people-differ", spot, texts);
        None
    }

    /// Where the cells of a row begin; `None` of one whose categories are not known.
    fn start(&self, row: usize, met: &[Categories], shape: &Shape) -> Option<usize> {
        let mut start = 0;
        for (column, is) in self.plan.columns.iter().enumerate() {
            let Use::Code(dimension) = is else { continue };
            let met = &met[dimension.0];
            let cell = self.grid.cell(row, column);
            let key = if cell == BLANK {
                self.column_of(&Use::Name(*dimension))
                    .map_or(BLANK, |names| self.grid.cell(row, names))
            } else {
                cell
            };
            start += met.of_text.get(&key).copied()? * shape.strides()[dimension.0];
        }
        Some(start)
    }

    fn put(
        &mut self,
        cells: &mut Cells,
        (cell, row, column): (usize, usize, usize),
        (entry, flag): (&Entry, Option<&str>),
        tally: &mut Tally,
    ) {
        let line = self.grid.line(row);
        let before = std::mem::replace(&mut cells.lines[cell], line);
        if before > 0 {
            tally.twice += 1;
            let spot = self.grid.spot(row, column);
            self.find(
                Gravity::Error,
                "duplicate-key",
                spot,
                [
                    format!(
                        "the same categories as in {}: {}",
                        self.grid.sources().line_text(before),
                        self.key(row)
                    ),
                    "each combination once".to_owned(),
                    "remove one of the two lines, or add the column that tells them apart"
                        .to_owned(),
                ],
            );
            return;
        }
        let flags = match entry {
            Entry::Blank => {
                tally.blank += 1;
                String::new()
            }
            Entry::Figure(figure) => {
                tally.figures += 1;
                cells.values[cell] = figure.value;
                figure.flags.clone()
            }
            Entry::Symbol { symbol, flags } => {
                tally.signs += 1;
                [&**symbol, flags]
                    .into_iter()
                    .filter(|it| !it.is_empty())
                    .collect::<Vec<_>>()
                    .join(" ")
            }
            Entry::Text => {
                tally.texts += 1;
                let text = self.grid.text(row, column).to_owned();
                let (spot, heading) = (self.grid.spot(row, column), self.heading(column));
                self.find(
                    Gravity::Error,
                    "no-number",
                    spot,
                    [
                        format!("\"{text}\" in column \"{heading}\""),
                        format!(
                            "a figure with a decimal {}, or a sign for none",
                            self.sign()
                        ),
                        "correct the cell, or leave it blank".to_owned(),
                    ],
                );
                String::new()
            }
        };
        let status = flag.map_or(flags, str::to_owned);
        if cells.statuses.put(cell, &status).is_err() {
            let texts = [
                format!("the flag or sign \"{status}\", one more than 255 different ones"),
                "at most 255 different flags and signs".to_owned(),
                "write fewer, or put remarks into a column of their own".to_owned(),
            ];
            let spot = self.grid.spot(row, column);
            self.find(Gravity::Error, "too-many-flags", spot, texts);
        }
    }

    fn sign(&self) -> &'static str {
        match self.plan.decimal {
            DecimalSign::Point => "point",
            DecimalSign::Comma => "comma",
        }
    }

    /// The categories of a row, as they stand there.
    fn key(&self, row: usize) -> String {
        let codes = self
            .plan
            .columns
            .iter()
            .enumerate()
            .filter(|(_, it)| matches!(it, Use::Code(_)));
        let texts = codes.map(|(column, _)| name(self.grid.text(row, column)));
        texts.collect::<Vec<_>>().join(", ")
    }
}

/// The categories that have parts, and theirs, as codes.
fn children(parts: &[(String, Vec<String>)]) -> Vec<(Code, Vec<Code>)> {
    let codes = |list: &[String]| list.iter().map(|code| Code::new(code)).collect();
    parts
        .iter()
        .map(|(of, parts)| (Code::new(of), codes(parts)))
        .collect()
}
