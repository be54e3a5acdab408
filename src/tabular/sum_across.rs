//! Columns of figures of which one, called a total, is the sum of others: one dimension, laid across the table.

use super::across::{dimension_across, measure};
use super::answers::AcrossIs;
use super::doubts::Understood;
use super::entry::{Entry, Figured};
use super::finding::{Finding, Gravity};
use super::grid::Grid;
use super::label::name;
use super::layout::Layout;
use super::plan::{DimensionIx, MeasureIx, Plan, Use, make_ids_different};
use crate::cube::{Cube, SumTolerance};

/// The fewest rows in which some of the columns, and not all others, must make the total.
const LEAST_ROWS: usize = 2;
/// Sums of rounded figures miss in more than one of so many rows; those of whole figures that are rounded, in more.
const ROUNDED: usize = 50;
const ROUNDED_WHOLE: usize = 5;

/// A total and its parts, among the measures of a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct SumAcross {
    total: Option<usize>,
    parts: Vec<usize>,
    /// Rows in which all of them have a figure.
    compared: usize,
    /// Those in which the sum is not the total, each with the column of the total.
    missed: Vec<(usize, usize)>,
}

impl SumAcross {
    /// The measures that are categories, in their order.
    fn categories(&self) -> Vec<usize> {
        let mut all = self.parts.clone();
        all.extend(self.total);
        all.sort_unstable();
        all
    }
}

/// The columns of figures of a table as the dimension that they are, where their sums show it in every row or
/// their publisher says it; and the sum that misses in some rows, which is to be asked for. The headings of
/// what was laid across are kept in the plan.
pub(super) fn with_sum_across(
    (grid, layout): (&Grid, &Layout),
    (plan, entries): (&mut Plan, &[Entry]),
    said: Option<AcrossIs>,
) -> Option<SumAcross> {
    if said == Some(AcrossIs::Measures) || plan.measures.len() < 2 {
        return None;
    }
    let found = Search::of((grid, layout), plan, entries).best(said.is_none());
    match (found, said) {
        (Some(found), None) if !found.missed.is_empty() => Some(found),
        (Some(found), _) => {
            lay_across(plan, &found);
            None
        }
        (None, Some(_)) => {
            let all = SumAcross {
                total: None,
                parts: (0..plan.measures.len()).collect(),
                compared: 0,
                missed: Vec::new(),
            };
            lay_across(plan, &all);
            None
        }
        (None, None) => None,
    }
}

/// The question that a total asks which is the sum of its parts in most rows and not in all.
pub(super) fn missed_sum(table: &Understood<'_>, sum: &SumAcross) -> Option<Finding> {
    let (row, column) = *sum.missed.first()?;
    let label = |at: &usize| format!("\"{}\"", table.plan.measures[*at].label);
    let parts: Vec<String> = sum.parts.iter().map(label).collect();
    let (total, parts) = (label(&sum.total?), parts.join(", "));
    let place = (0..column).find(|at| matches!(table.plan.columns[*at], Use::Code(_)));
    let place = place.map_or_else(String::new, |at| {
        format!(" of {}", name(table.grid.text(row, at)))
    });
    let texts = [
        format!(
            "{} as {total}{place}, which is not the sum of {parts}",
            table.grid.text(row, column).trim()
        ),
        format!(
            "their sum, as in {} of {} rows",
            sum.compared - sum.missed.len(),
            sum.compared
        ),
        "correct the figure, or write across = \"dimension\" under [table] where it is their total all the \
         same, across = \"measures\" where each column measures something of its own"
            .to_owned(),
    ];
    let place = (table.file, table.grid.spot(row, column));
    let mut question = Finding::new(Gravity::Question, "total-across", place, texts);
    question.times = sum.missed.len();
    Some(question)
}

/// The figures of measures, looked through for a sum.
struct Search<'a> {
    layout: &'a Layout,
    plan: &'a Plan,
    /// Of each set of columns in the same categories the column of each measure.
    sets: Vec<Vec<Option<usize>>>,
    grid: &'a Grid,
    entries: &'a [Entry],
}

impl<'a> Search<'a> {
    fn of((grid, layout): (&'a Grid, &'a Layout), plan: &'a Plan, entries: &'a [Entry]) -> Self {
        let mut known: Vec<&[(DimensionIx, usize)]> = Vec::new();
        let mut sets: Vec<Vec<Option<usize>>> = Vec::new();
        for (column, is) in plan.columns.iter().enumerate() {
            let Use::Figures { measure, at } = is else {
                continue;
            };
            let set = known.iter().position(|it| it == at).unwrap_or(known.len());
            if set == known.len() {
                known.push(at);
                sets.push(vec![None; plan.measures.len()]);
            }
            sets[set][measure.0] = Some(column);
        }
        Self {
            layout,
            plan,
            sets,
            grid,
            entries,
        }
    }

    /// The sum that misses in the fewest rows, of those that hold in most. `counts_alone`: what speaks of
    /// rates is none.
    fn best(&self, counts_alone: bool) -> Option<SumAcross> {
        let labels = || self.plan.measures.iter().map(|it| &*it.label);
        let titles = self
            .layout
            .titles
            .iter()
            .flat_map(|row| self.grid.row(*row));
        let says_rate = titles
            .map(|cell| self.grid.texts().get(*cell))
            .any(Cube::names_rate);
        if counts_alone && says_rate {
            return None;
        }
        let is_free =
            |at: &usize| !counts_alone || !Cube::says_rate(&self.plan.measures[*at].label);
        let totals = labels()
            .enumerate()
            .filter(|(_, label)| Cube::names_total(label));
        let mut best: Option<SumAcross> = None;
        for (total, _) in totals.filter(|(at, _)| is_free(at)) {
            for parts in candidates(total, self.plan.measures.len()) {
                if !parts.iter().all(is_free) {
                    continue;
                }
                let Some(found) = self.held(total, parts) else {
                    continue;
                };
                if best
                    .as_ref()
                    .is_none_or(|it| found.missed.len() < it.missed.len())
                {
                    best = Some(found);
                }
            }
        }
        best
    }

    /// A sum that holds in most rows.
    fn held(&self, total: usize, parts: Vec<usize>) -> Option<SumAcross> {
        let (lines, decimals) = self.lines(total, &parts)?;
        let unit = 10_f64.powi(-i32::try_from(decimals).unwrap_or(0));
        let tolerance = SumTolerance::new(unit, parts.len());
        let strict = |it: &&Line| (it.total - it.sum).abs() > tolerance.strict(it.total);
        let wide = |it: &&Line| (it.total - it.sum).abs() > tolerance.wide(it.total);
        // Rounding leaves many sums a little off. Whole figures may be no rounded ones.
        let rounded = if decimals > 0 { ROUNDED } else { ROUNDED_WHOLE };
        let strictly = lines.iter().filter(strict).count();
        let missed: Vec<&Line> = if strictly * rounded <= lines.len() {
            lines.iter().filter(strict).collect()
        } else {
            lines.iter().filter(wide).collect()
        };
        let proving = lines.iter().filter(|it| it.has_two_parts).count();
        let missing = missed.iter().filter(|it| it.has_two_parts).count();
        let is_all = parts.len() + 1 == self.plan.measures.len();
        let least = if is_all { 1 } else { LEAST_ROWS };
        let is_meant = missed.is_empty() && proving >= least
            || missed.len() * 2 < lines.len() && proving - missing > LEAST_ROWS;
        let missed = missed.into_iter().map(|it| (it.row, it.column)).collect();
        is_meant.then_some(SumAcross {
            total: Some(total),
            parts,
            compared: lines.len(),
            missed,
        })
    }

    /// The rows in which a total and its parts have figures and are not all nothing, and the most decimals of
    /// these; `None` where some of the columns are not there, or have percentages.
    fn lines(&self, total: usize, parts: &[usize]) -> Option<(Vec<Line>, usize)> {
        let mut decimals = 0;
        let mut lines = Vec::new();
        for set in &self.sets {
            let column = set[total]?;
            let parts: Vec<usize> = parts.iter().map(|part| set[*part]).collect::<Option<_>>()?;
            for row in &self.layout.body {
                let figure =
                    |column: usize| match &self.entries[self.grid.cell(*row, column).index()] {
                        Entry::Figure(figure) => Some(figure),
                        Entry::Blank | Entry::Symbol { .. } | Entry::Text => None,
                    };
                let figures: Option<Vec<&Figured>> = parts.iter().map(|at| figure(*at)).collect();
                let Some((of, figures)) = figure(column).zip(figures) else {
                    continue;
                };
                for figure in figures.iter().chain([&of]) {
                    decimals = decimals.max(figure.decimals);
                    if figure.is_percent {
                        return None;
                    }
                }
                let with_figure = figures.iter().filter(|it| it.value != 0.0).count();
                if with_figure > 0 || of.value != 0.0 {
                    lines.push(Line {
                        row: *row,
                        column,
                        total: of.value,
                        sum: figures.iter().map(|it| it.value).sum(),
                        has_two_parts: with_figure > 1,
                    });
                }
            }
        }
        Some((lines, decimals))
    }
}

/// A row in which a total stands beside its parts.
struct Line {
    row: usize,
    /// The column of the total.
    column: usize,
    total: f64,
    sum: f64,
    /// Whether more than one part is not 0: the sum of one proves little.
    has_two_parts: bool,
}

/// The parts that a total may have: all other columns, else those right before or right behind it.
fn candidates(total: usize, count: usize) -> Vec<Vec<usize>> {
    let all: Vec<usize> = (0..count).filter(|at| *at != total).collect();
    let before = (0..total).map(|first| (first..total).collect());
    let behind = (total + 1..count)
        .rev()
        .map(|last| (total + 1..=last).collect());
    let runs = before
        .chain(behind)
        .filter(|run: &Vec<usize>| run.len() > 1 && *run != all);
    let runs: Vec<Vec<usize>> = runs.collect();
    let all = Some(all).filter(|all| all.len() > 1);
    all.into_iter().chain(runs).collect()
}

/// Makes a dimension of measures. What else is measured is said of the total.
fn lay_across(plan: &mut Plan, sum: &SumAcross) {
    let laid = sum.categories();
    let dimension = DimensionIx(plan.dimensions.len());
    let labels: Vec<String> = laid
        .iter()
        .map(|at| plan.measures[*at].label.clone())
        .collect();
    let rest: Vec<usize> = (0..plan.measures.len())
        .filter(|at| !laid.contains(at))
        .collect();
    for column in &mut plan.columns {
        let Use::Figures { measure, at } = column else {
            continue;
        };
        let category = laid.iter().position(|it| *it == measure.0);
        let other = rest.iter().position(|it| *it == measure.0);
        let of_total = || laid.iter().position(|it| Some(*it) == sum.total);
        at.extend(category.or_else(of_total).map(|it| (dimension, it)));
        *measure = MeasureIx(other.map_or(0, |other| other + 1));
    }
    let value = measure("");
    let others = rest.into_iter().map(|at| plan.measures[at].clone());
    plan.measures = std::iter::once(value).chain(others).collect();
    plan.dimensions.push(dimension_across(&labels, 0));
    make_ids_different(plan.dimensions.iter_mut().map(|it| &mut it.id));
    plan.laid_across = labels;
}
