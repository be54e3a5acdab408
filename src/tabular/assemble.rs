//! From a table and what its columns are to a cube.

use std::collections::HashMap;

use super::entry::Entry;
use super::finding::{Finding, Gravity, Spot};
use super::grid::Grid;
use super::label::name;
use super::layout::Layout;
use super::plan::{DimensionIx, Plan, Use};
use super::separators::DecimalSign;
use super::texts::{BLANK, TextIx};
use crate::cube::{
    Category, Code, Cube, CubeError, Dimension, Id, Label, Metadata, Period, Role, Shape, Status,
    Statuses, Unit, Values, infer_roles,
};

/// What became of the figures of a table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tally {
    /// Cells of the table that hold a figure.
    pub figures: usize,
    /// Cells with a sign that there is none.
    pub signs: usize,
    /// Cells in which nothing stands.
    pub blank: usize,
}

/// A cube, or why there is none; and what was found on the way.
pub(super) struct Assembled {
    pub(super) cube: Option<Result<Cube, CubeError>>,
    pub(super) tally: Tally,
    pub(super) findings: Vec<Finding>,
}

/// The categories of a dimension as they are met.
#[derive(Default)]
struct Met {
    /// The category of each text.
    of_text: HashMap<TextIx, usize>,
    by_code: HashMap<String, usize>,
    codes: Vec<String>,
    names: Vec<String>,
    groups: Vec<String>,
    /// Where each category stands, by the order in which they were met.
    places: Vec<usize>,
}

/// How many cells a cube can have.
const MOST_CELLS: usize = 50_000_000;
/// Different statuses that a cube can have.
const MOST_STATUSES: usize = 255;

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
        let [found, expected, remedy] = texts;
        self.findings.push(Finding {
            gravity,
            kind,
            file: self.file.to_owned(),
            spot,
            found,
            expected,
            remedy,
            times: 1,
        });
    }

    fn field(&self, row: usize, column: usize) -> Spot {
        Spot::Field {
            line: self.grid.line(row),
            column: column + 1,
        }
    }

    fn heading(&self, column: usize) -> String {
        let cells = self.layout.heading_of(self.grid, column);
        let texts = cells.iter().map(|cell| name(self.grid.texts().get(*cell)));
        texts
            .filter(|text| !text.is_empty())
            .collect::<Vec<_>>()
            .join(", ")
    }

    /// The columns of a use.
    fn column_of(&self, wanted: &Use) -> Option<usize> {
        self.plan.columns.iter().position(|it| it == wanted)
    }

    /// Every category that the rows or the heading name.
    fn categories(&mut self) -> Vec<Met> {
        let mut all = Vec::new();
        for (at, dimension) in self.plan.dimensions.iter().enumerate() {
            let mut met = Met::default();
            for category in &dimension.across {
                met.add(category, category, "");
            }
            let at = DimensionIx(at);
            if let Some(column) = self.column_of(&Use::Code(at)) {
                let names = self.column_of(&Use::Name(at));
                let groups = self.column_of(&Use::Group(at));
                self.meet(&mut met, column, (names, groups));
            }
            all.push(met);
        }
        all
    }

    fn meet(
        &mut self,
        met: &mut Met,
        column: usize,
        (names, groups): (Option<usize>, Option<usize>),
    ) {
        let body = &self.layout.body;
        for row in body {
            let cell = self.grid.cell(*row, column);
            let label = names.map_or(BLANK, |column| self.grid.cell(*row, column));
            if cell == BLANK && label == BLANK {
                let heading = self.heading(column);
                let spot = self.field(*row, column);
                self.find(
                    Gravity::Question,
                    "blank-category",
                    spot,
                    [
                        format!("nothing in column \"{heading}\""),
                        "a category".to_owned(),
                        "say what a blank means: the same as above, a total, or not known"
                            .to_owned(),
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
            let group = groups.map_or_else(Default::default, |column| {
                text(self.grid.cell(*row, column))
            });
            let category = met.add(&code, &label, &group);
            met.of_text.insert(key, category);
        }
    }

    /// Categories that differ in case alone, which one person writes in two ways.
    fn check_spellings(&mut self, met: &[Met]) {
        for (dimension, met) in self.plan.dimensions.iter().zip(met) {
            let mut folded: HashMap<String, &str> = HashMap::new();
            let mut alike = Vec::new();
            for code in &met.codes {
                let same = folded.entry(code.to_lowercase()).or_insert(code);
                if *same != code {
                    alike.push(format!("\"{same}\" and \"{code}\""));
                }
            }
            let few = met.codes.len() <= 12;
            for (at, rare) in met.codes.iter().enumerate().filter(|_| few) {
                let other = met.codes[..at].iter().find(|known| is_slip(known, rare));
                if let Some(known) =
                    other.filter(|known| known.to_lowercase() != rare.to_lowercase())
                {
                    alike.push(format!("\"{known}\" and \"{rare}\""));
                }
            }
            if !alike.is_empty() {
                let column = dimension.label.clone();
                self.find(
                    Gravity::Question,
                    "spellings",
                    Spot::Member(format!("column \"{column}\"")),
                    [
                        alike.join("; "),
                        "one spelling of each category".to_owned(),
                        "write each category in one way, or say that they are two".to_owned(),
                    ],
                );
            }
        }
    }

    /// The dimensions with their categories in order; `None` where the table has no figures.
    fn dimensions(&self, met: &mut [Met]) -> Option<Result<Vec<Dimension>, CubeError>> {
        if !self
            .plan
            .columns
            .iter()
            .any(|it| matches!(it, Use::Figures { .. }))
            || self.layout.body.is_empty()
        {
            return None;
        }
        for met in met.iter_mut() {
            met.sort();
        }
        let made = self
            .plan
            .dimensions
            .iter()
            .zip(met.iter())
            .map(|(planned, met)| {
                let categories = met.codes.iter().zip(&met.names);
                let categories =
                    categories.map(|(code, name)| Category::new(Code::new(code), Label::new(name)));
                let role = planned.role.unwrap_or(Role::Classification);
                Dimension::new(
                    Id::new(&planned.id),
                    Label::new(&planned.label),
                    role,
                    categories.collect(),
                )
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
        let mut dimensions: Vec<Dimension> = (dimensions.into_iter().zip(roles))
            .map(|(dimension, role)| match role {
                // Measures stand in columns of their own.
                Role::Metric => dimension.with_role(Role::Classification),
                role @ (Role::Time | Role::Geo | Role::Classification) => dimension.with_role(role),
            })
            .collect();
        let measure = |measure: &super::plan::PlannedMeasure| {
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
        met: &[Met],
        tally: &mut Tally,
    ) -> Result<Cube, CubeError> {
        let sizes = dimensions.iter().map(|it| it.categories().len()).collect();
        let shape = Shape::new(sizes, MOST_CELLS)?;
        let mut cells = Cells {
            values: vec![f64::NAN; shape.cells()],
            lines: vec![0; shape.cells()],
            statuses: vec![u8::MAX; shape.cells()],
            list: Vec::new(),
        };
        let last = dimensions.len() - 1;
        let columns: Vec<(usize, &Use)> = self.plan.columns.iter().enumerate().collect();
        let grid = self.grid;
        for row in &self.layout.body {
            let Some(start) = self.start(*row, met, &shape) else {
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
                let cell = start + across.sum::<usize>() + measure.0 * shape.strides()[last];
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
        let Cells {
            values,
            statuses,
            list,
            ..
        } = cells;
        let absent: Vec<usize> = (0..values.len())
            .filter(|at| values[*at].is_nan())
            .collect();
        let statuses = if list.is_empty() {
            Statuses::None
        } else {
            Statuses::Each {
                list,
                cells: statuses,
            }
        };
        Cube::new(
            dimensions,
            dense(values),
            (absent, statuses),
            Metadata::default(),
        )
    }

    /// Where the cells of a row begin; `None` of one whose categories are not known.
    fn start(&self, row: usize, met: &[Met], shape: &Shape) -> Option<usize> {
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
            let spot = self.field(row, column);
            self.find(
                Gravity::Error,
                "duplicate-key",
                spot,
                [
                    format!("the same categories as in line {before}: {}", self.key(row)),
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
                let text = self.grid.text(row, column).to_owned();
                let (spot, heading) = (self.field(row, column), self.heading(column));
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
        if !status.is_empty() {
            cells.mark(cell, &status);
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

impl Met {
    fn add(&mut self, code: &str, label: &str, group: &str) -> usize {
        if let Some(known) = self.by_code.get(code) {
            return *known;
        }
        let at = self.codes.len();
        self.by_code.insert(code.to_owned(), at);
        self.codes.push(code.to_owned());
        self.names.push(label.to_owned());
        self.groups.push(group.to_owned());
        at
    }

    /// Periods in their order, and numbers; anything else stays in the order of the table.
    fn sort(&mut self) {
        let mut order: Vec<usize> = (0..self.codes.len()).collect();
        let periods: Option<Vec<Period>> = self.names.iter().map(|it| Period::parse(it)).collect();
        let numbers: Option<Vec<u64>> = self.codes.iter().map(|it| it.parse().ok()).collect();
        if let Some(periods) = periods {
            order.sort_by_key(|at| (periods[*at].end, -periods[*at].days()));
        } else if let Some(numbers) = numbers {
            order.sort_by_key(|at| numbers[*at]);
        }
        let mut places = vec![0; order.len()];
        for (place, at) in order.iter().enumerate() {
            places[*at] = place;
        }
        let sorted = |list: &[String]| order.iter().map(|at| list[*at].clone()).collect::<Vec<_>>();
        (self.codes, self.names, self.groups) = (
            sorted(&self.codes),
            sorted(&self.names),
            sorted(&self.groups),
        );
        for place in self.by_code.values_mut().chain(self.of_text.values_mut()) {
            *place = places[*place];
        }
        self.places = places;
    }

    /// Where a category of the heading stands now.
    fn place(&self, category: usize) -> usize {
        self.places[category]
    }
}

/// The cells of the cube as they are filled.
struct Cells {
    values: Vec<f64>,
    /// The line that each was read from, 0 of one that was not.
    lines: Vec<usize>,
    statuses: Vec<u8>,
    list: Vec<Status>,
}

impl Cells {
    fn mark(&mut self, cell: usize, text: &str) {
        let known = self.list.iter().position(|status| status.as_str() == text);
        let at = known.unwrap_or(self.list.len());
        if at == self.list.len() {
            if at == MOST_STATUSES {
                return;
            }
            self.list.push(Status::new(text));
        }
        self.statuses[cell] = u8::try_from(at).unwrap_or(u8::MAX);
    }
}

fn dense(values: Vec<f64>) -> Values {
    let is_whole = |value: &f64| {
        value.is_nan() || value.fract() == 0.0 && (0.0..=f64::from(u32::MAX)).contains(value)
    };
    if !values.iter().all(is_whole) {
        let plain = |value: f64| if value.is_nan() { 0.0 } else { value };
        return Values::Real(values.into_iter().map(plain).collect());
    }
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "each was found to be whole and within reach; no number becomes 0"
    )]
    let whole = |value: f64| value as u32;
    Values::Whole(values.into_iter().map(whole).collect())
}

/// Whether one letter was left out, added or changed in a longer word.
fn is_slip(a: &str, b: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let (short, long) = if a.len() <= b.len() {
        (&a, &b)
    } else {
        (&b, &a)
    };
    let has_digit = a.iter().chain(&b).any(char::is_ascii_digit);
    if has_digit || short.len() < 4 || long.len() - short.len() > 1 {
        return false;
    }
    let start = short.iter().zip(long).take_while(|(a, b)| a == b).count();
    let end = short
        .iter()
        .rev()
        .zip(long.iter().rev())
        .take_while(|(a, b)| a == b)
        .count();
    // Of "Female" and "Male" more than one letter is another.
    start + end + usize::from(short.len() == long.len()) >= short.len()
        && start > 0
        && long.len() - start - end <= 1
}
