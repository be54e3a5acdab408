//! From a table and what its columns are to a cube.

use super::categories::Categories;
use super::entry::Entry;
use super::finding::{Finding, Gravity, Spot};
use super::grid::Grid;
use super::label::name;
use super::layout::Layout;
use super::people::{PeopleOfRow, denominator};
use super::plan::{DimensionIx, Plan, Use};
use super::separators::DecimalSign;
use super::texts::BLANK;
use crate::cube::{Cube, CubeError, Denominator, DimIx, Dimension, Metadata, Shape};
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
    let mut table = Assembly {
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

/// A table while its cube is made.
pub(super) struct Assembly<'a> {
    pub(super) file: &'a str,
    pub(super) grid: &'a Grid,
    pub(super) layout: &'a Layout,
    pub(super) plan: &'a Plan,
    /// Shape: one entry a text of the grid.
    pub(super) entries: &'a [Entry],
    pub(super) findings: Vec<Finding>,
}
impl Assembly<'_> {
    pub(super) fn find(
        &mut self,
        gravity: Gravity,
        kind: &'static str,
        spot: Spot,
        texts: [String; 3],
    ) {
        let finding = Finding::new(gravity, kind, (self.file, spot), texts);
        self.findings.push(finding);
    }

    pub(super) fn heading(&self, column: usize) -> String {
        let heading = self.layout.name_of(self.grid, column);
        if heading.is_empty() {
            return format!("column {}", column + 1);
        }
        heading
    }

    /// The columns of a use.
    pub(super) fn column_of(&self, wanted: &Use) -> Option<usize> {
        self.plan.columns.iter().position(|it| it == wanted)
    }

    /// The columns of groups of a dimension.
    pub(super) fn group_columns(&self, dimension: DimensionIx) -> Vec<usize> {
        let columns = self.plan.columns.iter().enumerate();
        let of = columns.filter(|(_, it)| **it == Use::Group(dimension));
        of.map(|(column, _)| column).collect()
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
