//! Which categories of a dimension are the total of which others, so far as a reader would take them for it.

use super::Measure;
use super::hidden::Unknowns;
use crate::cube::{CatIx, Cube, DimIx, Dimension, DimensionReading, How, Period, Reason, Role};

/// So many lines are looked at to see whether a relation holds.
const MOST_LINES: usize = 20_000;
/// In so many of a hundred lines it holds.
const MOST_HELD: usize = 98;

/// A category and the categories that make it up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Relation {
    pub(super) of: usize,
    /// Ascending.
    pub(super) parts: Vec<usize>,
    /// Whether a part with neither figure nor sign is nothing of the total: the others make it.
    pub(super) blanks_are_none: bool,
}

/// The relations of each dimension, for the cells of a measure. Those that the figures contradict are left
/// out: of a table whose cells were rounded each on its own no total gives a part.
pub(super) fn relations(cube: &Cube, measure: Measure, unknowns: &Unknowns) -> Vec<Vec<Relation>> {
    let reading = cube.reading(&measure.selection());
    let dimensions = (0..cube.dimensions().len()).map(DimIx);
    let of = |at: DimIx| {
        let dimension = cube.dimension(at);
        if dimension.role() == Role::Metric {
            return Vec::new();
        }
        let mut found = candidates(dimension, reading.of(at));
        found.retain_mut(|relation| held(cube, measure, (unknowns, at), relation));
        found
    };
    dimensions.map(of).collect()
}

/// What may be a total, by declaration, proof or name.
fn candidates(dimension: &Dimension, reading: &DimensionReading) -> Vec<Relation> {
    let mut found = Vec::new();
    for (of, parts) in dimension.children().into_iter().enumerate() {
        add(&mut found, of, parts.into_iter().map(|at| at.0).collect());
    }
    for sum in reading.sums().iter().filter(|sum| sum.exact) {
        add(&mut found, sum.of, sum.parts.clone());
    }
    for (of, parts) in groups(dimension) {
        add(&mut found, of, parts);
    }
    for (of, parts) in spans(dimension) {
        add(&mut found, of, parts);
    }
    let total = total(dimension, reading);
    let is_known = |total: &usize| found.iter().any(|relation| relation.of == *total);
    if let Some(total) = total.filter(|total| !is_known(total)) {
        let is_sum = |at: &usize| found.iter().any(|relation| relation.of == *at);
        let is_part = |at: &usize| found.iter().any(|relation| relation.parts.contains(at));
        let all = || 0..dimension.categories().len();
        // Of sums and their parts in one list the one or the other make the total, never both.
        let leaves: Vec<usize> = all().filter(|at| !is_sum(at)).collect();
        let roots: Vec<usize> = all().filter(|at| !is_part(at)).collect();
        for parts in [leaves, roots] {
            add(&mut found, total, parts);
        }
    }
    found
}

/// Adds a relation that is not known yet; a category is no part of itself.
fn add(found: &mut Vec<Relation>, of: usize, mut parts: Vec<usize>) {
    parts.retain(|part| *part != of);
    parts.sort_unstable();
    let is_known = |known: &Relation| known.of == of && known.parts == parts;
    if !parts.is_empty() && !found.iter().any(is_known) {
        found.push(Relation {
            of,
            parts,
            blanks_are_none: false,
        });
    }
}

/// The category that is declared, proven or named as the total of a dimension.
fn total(dimension: &Dimension, reading: &DimensionReading) -> Option<usize> {
    let named = match (reading.how(), reading.reason()) {
        (How::Total(at), _) | (How::One(at), Reason::NamedOnly) => Some(*at),
        _ => None,
    };
    // Among periods the latest is read, whatever one of them is called.
    let categories = || dimension.categories().iter();
    let called = categories().find(|(_, it)| Cube::names_total(it.label().own()));
    let has_periods = categories().any(|(_, it)| Period::parse(it.label().own()).is_some());
    let called = called.filter(|_| has_periods).map(|(at, _)| at);
    dimension.total().or(named).or(called).map(|at| at.0)
}

/// Periods that are made up of others: a year of its quarters or months, a quarter of its months. Figures of a
/// point in time, which are no sums, contradict them. Periods of one length that fill a longer one are parts,
/// whatever else it is made up of.
fn spans(dimension: &Dimension) -> Vec<(usize, Vec<usize>)> {
    let categories = dimension.categories().iter();
    let periods: Vec<(usize, Period)> = categories
        .filter_map(|(at, it)| {
            let named = [it.label().own(), it.code().as_str()];
            let period = named.into_iter().find_map(Period::parse)?;
            Some((at.0, period))
        })
        .collect();
    let mut lengths: Vec<i64> = periods.iter().map(|(_, period)| period.days()).collect();
    lengths.sort_unstable();
    lengths.dedup();
    let mut found = Vec::new();
    for (of, whole) in &periods {
        for days in lengths.iter().filter(|days| **days < whole.days()) {
            let within = periods.iter().filter(|(_, part)| {
                part.days() == *days && part.start >= whole.start && part.end <= whole.end
            });
            let mut parts: Vec<(usize, Period)> = within.copied().collect();
            parts.sort_by_key(|(_, part)| part.start);
            let is_row = parts
                .windows(2)
                .all(|pair| pair[0].1.end == pair[1].1.start);
            let covered: i64 = parts.iter().map(|(_, part)| part.days()).sum();
            if is_row && covered == whole.days() {
                found.push((*of, parts.into_iter().map(|(at, _)| at).collect()));
            }
        }
    }
    found
}

/// Categories that stand for a group of a grouping, by its code or its name, with the members of the group.
/// One that is a member of another group only happens to be called so.
fn groups(dimension: &Dimension) -> Vec<(usize, Vec<usize>)> {
    let categories = dimension.categories();
    let mut found = Vec::new();
    for grouping in dimension.groupings() {
        for (group, it) in grouping.groups().iter() {
            let name = it.label().own();
            let has_name = |at: &CatIx| categories.get(*at).label().own() == name;
            let is_apart = |at: &CatIx| grouping.group_of(*at).is_none_or(|of| of == group);
            let by_code = categories.position(it.code().as_str()).filter(is_apart);
            let mut named = categories.iter().map(|(at, _)| at).filter(has_name);
            let Some(CatIx(of)) = by_code.or_else(|| named.find(is_apart)) else {
                continue;
            };
            let is_member = |at: &usize| grouping.group_of(CatIx(*at)) == Some(group);
            found.push((of, (0..categories.len()).filter(is_member).collect()));
        }
    }
    found
}

/// The first cells of lines along a dimension, those of one measure; evenly spaced, at most so many.
pub(super) fn line_starts(
    cube: &Cube,
    measure: Measure,
    at: DimIx,
    most: usize,
) -> impl Iterator<Item = usize> {
    let (sizes, strides) = (cube.shape().sizes(), cube.shape().strides());
    let fixed = measure
        .at
        .map_or(0, |(metric, category)| category.0 * strides[metric.0]);
    let is_free = move |other: &usize| {
        *other != at.0 && measure.at.is_none_or(|(metric, _)| metric.0 != *other)
    };
    let free: Vec<(usize, usize)> = (0..sizes.len())
        .filter(is_free)
        .map(|other| (sizes[other], strides[other]))
        .collect();
    let all: usize = free.iter().map(|(size, _)| size).product();
    let step = all.div_ceil(most.max(1)).max(1);
    (0..all).step_by(step).map(move |line| {
        let (mut cell, mut rest) = (fixed, line);
        for (size, stride) in free.iter().rev() {
            cell += rest % size * stride;
            rest /= size;
        }
        cell
    })
}

/// What the lines say of a relation.
#[derive(Default)]
struct Lines {
    /// Lines of which all is shown, and those of them whose parts make the total.
    whole: usize,
    held: usize,
    /// Blank parts of all lines.
    blanks: usize,
    /// The same of lines of which all is shown but parts that are blank.
    with_blanks: usize,
    held_with_blanks: usize,
    /// Lines of which a part is not shown, those of them whose other parts are more than the total, and those
    /// of which they are as much or more.
    cut: [usize; 2],
    over: [usize; 2],
    used_up: [usize; 2],
}

impl Lines {
    fn of(
        cube: &Cube,
        measure: Measure,
        (unknowns, at): (&Unknowns, DimIx),
        relation: &Relation,
    ) -> Self {
        let stride = cube.shape().strides()[at.0];
        let mut lines = Self::default();
        for start in line_starts(cube, measure, at, MOST_LINES) {
            let total = start + relation.of * stride;
            if unknowns.position(total).is_some() {
                continue;
            }
            let total = cube.values().get(total);
            let (mut sum, mut shown, mut blank) = (0.0, 0, 0);
            for part in &relation.parts {
                let cell = start + part * stride;
                match unknowns.position(cell) {
                    None => {
                        sum += cube.values().get(cell);
                        shown += 1;
                    }
                    Some(at) => blank += usize::from(unknowns.is_blank(at)),
                }
            }
            lines.add((total, sum), (blank, relation.parts.len() - shown - blank));
        }
        lines
    }

    /// Adds a line. `sum`: of its parts that are shown; then how many of the others are blank, and are not.
    fn add(&mut self, (total, sum): (f64, f64), (blank, others): (usize, usize)) {
        let slack = 1e-6 * (1.0 + total.abs());
        let is_equal = (total - sum).abs() <= slack;
        if blank + others == 0 {
            let is_empty = total == 0.0 && sum == 0.0;
            self.whole += usize::from(!is_empty);
            self.held += usize::from(!is_empty && is_equal);
            return;
        }
        let has_only_blanks = others == 0;
        self.blanks += blank;
        if has_only_blanks && sum > 0.0 {
            self.with_blanks += 1;
            self.held_with_blanks += usize::from(is_equal);
        }
        let at = usize::from(has_only_blanks);
        self.cut[at] += 1;
        self.over[at] += usize::from(sum > total + slack);
        self.used_up[at] += usize::from(sum >= total - slack);
    }
}

/// Whether no more than a few lines contradict a relation: where all is shown the parts make the total,
/// and where a part is not, the others make no more than it. Where not one line is shown whole, what is
/// hidden is to be more than nothing: else categories that overlap would pass for parts. Blank parts are
/// nothing where the others make the total without them, or where each part stands beside one category of
/// another dimension alone, as the towns of one district do in a table of all.
fn held(
    cube: &Cube,
    measure: Measure,
    (unknowns, at): (&Unknowns, DimIx),
    relation: &mut Relation,
) -> bool {
    let mut lines = Lines::of(cube, measure, (unknowns, at), relation);
    let is_most = |held: usize, all: usize| held * 100 >= all * MOST_HELD;
    relation.blanks_are_none = if lines.with_blanks > 0 {
        is_most(lines.held_with_blanks, lines.with_blanks)
    } else {
        lines.blanks > 0 && nests(cube, measure, (unknowns, at), &relation.parts)
    };
    if relation.blanks_are_none {
        lines.whole += lines.with_blanks;
        lines.held += lines.held_with_blanks;
        for counted in [&mut lines.cut, &mut lines.over, &mut lines.used_up] {
            counted[1] = 0;
        }
    }
    let [cut, over, used_up] = [lines.cut, lines.over, lines.used_up].map(|it| it[0] + it[1]);
    if lines.whole == 0 {
        return is_most(cut - used_up, cut);
    }
    is_most(lines.held, lines.whole + over)
}

/// Whether three of four parts stand beside one category alone of another dimension, and not all beside the
/// same.
fn nests(
    cube: &Cube,
    measure: Measure,
    (unknowns, at): (&Unknowns, DimIx),
    parts: &[usize],
) -> bool {
    let shape = cube.shape();
    let stride = shape.strides()[at.0];
    let metric = measure.at.map(|(metric, _)| metric.0);
    let others = (0..shape.sizes().len()).filter(|it| *it != at.0 && Some(*it) != metric);
    let others: Vec<usize> = others.filter(|it| shape.sizes()[*it] > 1).collect();
    // By dimension and part: the category that it stands beside; `None` inside where there are several.
    let mut homes: Vec<Vec<Option<Option<usize>>>> = vec![vec![None; parts.len()]; others.len()];
    for start in line_starts(cube, measure, at, MOST_LINES) {
        for (nth, part) in parts.iter().enumerate() {
            let cell = start + part * stride;
            let unknown = unknowns.position(cell);
            if unknown.is_some_and(|at| unknowns.is_blank(at)) {
                continue;
            }
            for (homes, other) in homes.iter_mut().zip(&others) {
                let beside = shape.coordinate(cell, DimIx(*other));
                homes[nth] = Some(match homes[nth] {
                    None => Some(beside),
                    Some(known) => known.filter(|known| *known == beside),
                });
            }
        }
    }
    homes.iter().any(|homes| {
        let alone: Vec<usize> = homes.iter().filter_map(|home| (*home)?).collect();
        let is_one = alone.windows(2).all(|pair| pair[0] == pair[1]);
        alone.len() * 4 >= parts.len() * 3 && !is_one
    })
}
