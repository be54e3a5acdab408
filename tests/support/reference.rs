//! The answer to a selection once more, slowly: every cell is visited, one after the other, and
//! nothing of the engine's arithmetic is used.

use jangkau::cube::{
    Addable, Aggregation, Axis, CatIx, Cube, DimIx, Figure, How, Interval, Reading, Role, Selection,
};

/// The figures along one axis, and whether the other clauses of its dimension leave any of it.
#[derive(Debug)]
pub(crate) struct Along {
    pub(crate) axis: Axis,
    pub(crate) figures: Vec<Figure>,
    pub(crate) shown: Vec<bool>,
}

/// The total of a selection and the figures along every axis.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) total: Figure,
    pub(crate) along: Vec<Along>,
}

/// Walks the cube once for the total and once for each category and group.
pub(crate) fn answer(cube: &Cube, selection: &Selection) -> Answer {
    let (reading, counted) = (cube.reading(selection), all_counted(cube, selection));
    let along = cube.axes().map(|axis| {
        let at = axis.dimension();
        let leaves = cube.dimension(at).categories().len();
        let passing = picked(cube, selection, at, Some(axis)).unwrap_or(vec![true; leaves]);
        let sets: Vec<Vec<bool>> = (0..cube.members(axis).len())
            .map(|member| members_of(cube, selection, (axis, CatIx(member)), &passing))
            .collect();
        let figure = |set: &Vec<bool>| {
            let mut counted = counted.clone();
            counted[at.0].clone_from(set);
            sum(cube, &reading, &counted)
        };
        let shown = |(member, set): (usize, &Vec<bool>)| match axis.grouping() {
            None => passing[member],
            Some(_) => set.contains(&true),
        };
        Along {
            axis,
            figures: sets.iter().map(figure).collect(),
            shown: sets.iter().enumerate().map(shown).collect(),
        }
    });
    Answer {
        total: sum(cube, &reading, &counted),
        along: along.collect(),
    }
}

/// The total of a selection alone.
#[allow(dead_code, reason = "not every test program asks for totals alone")]
pub(crate) fn total(cube: &Cube, selection: &Selection) -> Figure {
    sum(
        cube,
        &cube.reading(selection),
        &all_counted(cube, selection),
    )
}

fn all_counted(cube: &Cube, selection: &Selection) -> Vec<Vec<bool>> {
    let reading = cube.reading(selection);
    let each = |at: usize| {
        let picked = picked(cube, selection, DimIx(at), None);
        counted(cube, &reading, DimIx(at), picked.as_deref())
    };
    (0..cube.dimensions().len()).map(each).collect()
}

/// The categories that one member of an axis stands for: itself, or what of its group passes.
fn members_of(
    cube: &Cube,
    selection: &Selection,
    (axis, member): (Axis, CatIx),
    passing: &[bool],
) -> Vec<bool> {
    let leaves = 0..passing.len();
    if axis.grouping().is_none() {
        return leaves.map(|leaf| leaf == member.0).collect();
    }
    let chosen: Vec<bool> = leaves
        .map(|leaf| passing[leaf] && stands_at(cube, axis, CatIx(leaf)) == Some(member))
        .collect();
    counted(
        cube,
        &cube.reading(selection),
        axis.dimension(),
        Some(&chosen),
    )
}

/// Where a category stands along an axis. A published total is in no group.
fn stands_at(cube: &Cube, axis: Axis, leaf: CatIx) -> Option<CatIx> {
    let dimension = cube.dimension(axis.dimension());
    match axis.grouping() {
        None => Some(leaf),
        Some(_) if dimension.total() == Some(leaf) => None,
        Some(grouping) => dimension.groupings()[grouping.0].group_of(leaf),
    }
}

/// The categories that pass the clauses of a dimension but one; `None`: there is no clause.
fn picked(
    cube: &Cube,
    selection: &Selection,
    at: DimIx,
    except: Option<Axis>,
) -> Option<Vec<bool>> {
    let clauses: Vec<(Axis, &[CatIx])> = cube
        .axes()
        .filter(|axis| axis.dimension() == at && Some(*axis) != except)
        .filter_map(|axis| Some((axis, selection.clause(axis)?)))
        .collect();
    let passes = |leaf: usize| {
        clauses.iter().all(|(axis, codes)| {
            stands_at(cube, *axis, CatIx(leaf)).is_some_and(|at| codes.contains(&at))
        })
    };
    let leaves = 0..cube.dimension(at).categories().len();
    (!clauses.is_empty()).then(|| leaves.map(passes).collect())
}

/// What counts of a dimension: what stands for it where nothing is picked, else what is picked.
fn counted(cube: &Cube, reading: &Reading, at: DimIx, picked: Option<&[bool]>) -> Vec<bool> {
    let leaves = cube.dimension(at).categories().len();
    match (picked, reading.of(at).how()) {
        (Some(picked), _) => {
            let counted = picked_counts(cube, at, picked);
            let addable = adds(cube, reading, at, &counted);
            if cube.dimension(at).role() == Role::Time && !addable {
                return the_last_period(cube, reading, at, &counted);
            }
            counted
        }
        (None, How::Sum(parts)) => parts.clone(),
        (None, How::Each) => vec![true; leaves],
        (None, how) => (0..leaves)
            .map(|leaf| how.category() == Some(CatIx(leaf)))
            .collect(),
    }
}

/// Whether what is counted of a dimension may be added.
fn adds(cube: &Cube, reading: &Reading, at: DimIx, counted: &[bool]) -> bool {
    let counted: Vec<CatIx> = (0..counted.len())
        .filter(|at| counted[*at])
        .map(CatIx)
        .collect();
    reading.of(at).addable(cube.dimension(at), &counted) != Addable::No
}

/// Of several periods that are not added the last one with any figure of the measure, else the last
/// one. The periods of these cubes stand in order.
fn the_last_period(cube: &Cube, reading: &Reading, at: DimIx, chosen: &[bool]) -> Vec<bool> {
    let only = |period: usize| {
        (0..chosen.len())
            .map(|other| other == period)
            .collect::<Vec<_>>()
    };
    let has_figure = |period: &usize| {
        let each = |other: usize| {
            let dimension = cube.dimension(DimIx(other));
            let measure = reading.of(DimIx(other)).how().category();
            match dimension.role() {
                _ if other == at.0 => only(*period),
                Role::Metric => (0..dimension.categories().len())
                    .map(|it| measure == Some(CatIx(it)))
                    .collect(),
                Role::Time | Role::Geo | Role::Classification => {
                    vec![true; dimension.categories().len()]
                }
            }
        };
        let counted: Vec<Vec<bool>> = (0..cube.dimensions().len()).map(each).collect();
        let Added {
            cells,
            suppressed,
            missing,
            ..
        } = add(cube, &counted);
        cells > suppressed + missing
    };
    let mut periods = (0..chosen.len()).rev().filter(|period| chosen[*period]);
    let last = periods.clone().find(has_figure).or(periods.next());
    last.map_or_else(|| chosen.to_vec(), only)
}

/// What counts of the categories picked: a published total alone, the first measure alone, else
/// those that no picked category already holds.
pub(crate) fn picked_counts(cube: &Cube, at: DimIx, picked: &[bool]) -> Vec<bool> {
    let dimension = cube.dimension(at);
    let leaves = 0..dimension.categories().len();
    let alone = match dimension.total() {
        _ if dimension.role() == Role::Metric => leaves.clone().find(|&leaf| picked[leaf]),
        Some(total) if picked[total.0] => Some(total.0),
        _ => None,
    };
    if alone.is_some() {
        return leaves.map(|leaf| Some(leaf) == alone).collect();
    }
    leaves
        .map(|leaf| picked[leaf] && !is_held(cube, at, CatIx(leaf), picked))
        .collect()
}

/// Whether a picked category holds one.
fn is_held(cube: &Cube, at: DimIx, leaf: CatIx, picked: &[bool]) -> bool {
    let parents = cube.dimension(at).parents(leaf).iter();
    parents
        .copied()
        .any(|above| picked[above.0] || is_held(cube, at, above, picked))
}

/// Adds up the cells whose every coordinate is counted.
fn sum(cube: &Cube, reading: &Reading, counted: &[Vec<bool>]) -> Figure {
    let Added {
        cells,
        known,
        suppressed,
        missing,
        hidden: (least, most),
    } = add(cube, counted);
    let side_by_side = |(at, counted): (usize, &Vec<bool>)| {
        let several = counted.iter().filter(|counted| **counted).count() > 1;
        several && !adds(cube, reading, DimIx(at), counted)
    };
    if cells > 1 && counted.iter().enumerate().any(side_by_side) {
        return Figure::NotAdditive;
    }
    if cells == 0 && cube.metadata().aggregation != Some(Aggregation::Sum) {
        return Figure::Missing;
    }
    if suppressed + missing == 0 {
        return Figure::of_sum(known);
    }
    let (low, high) = (known + least, known + most);
    if !low.is_finite() {
        return Figure::TooLarge;
    }
    if missing == 0 && high < f64::INFINITY {
        // Beside a number that is large enough, what is hidden changes nothing.
        let told = Figure::Between(Interval { low, high });
        return if low < high {
            told
        } else {
            Figure::Number(low)
        };
    }
    let below_zero = |value: &f64| *value < 0.0;
    let signed = measured(cube, counted).any(|value| below_zero(&value));
    if low > 0.0 && !signed {
        Figure::AtLeast(low)
    } else if suppressed > 0 {
        Figure::Suppressed
    } else {
        Figure::Missing
    }
}

/// Every value of the first measure that is counted, or of a cube without one every value.
fn measured<'a>(cube: &'a Cube, counted: &'a [Vec<bool>]) -> impl Iterator<Item = f64> + 'a {
    let metric = cube.with_role(Role::Metric);
    let measure = metric.and_then(|at| counted[at.0].iter().position(|counted| *counted));
    let cells = 0..cube.values().len();
    let of_measure = move |cell: &usize| match (metric, measure) {
        (Some(at), Some(measure)) => cube.shape().coordinate(*cell, at) == measure,
        _ => true,
    };
    cells.filter(of_measure).map(|cell| cube.values().get(cell))
}

/// The cells whose every coordinate is counted.
struct Added {
    cells: usize,
    /// The sum of those that have a value.
    known: f64,
    suppressed: usize,
    missing: usize,
    /// The least and the most that those suppressed may hold together.
    hidden: (f64, f64),
}

fn add(cube: &Cube, counted: &[Vec<bool>]) -> Added {
    let mut coordinates = vec![0; counted.len()];
    let (mut cells, mut known, mut suppressed, mut missing) = (0, 0.0, 0, 0);
    let mut hidden = (0.0, 0.0);
    for cell in 0..cube.values().len() {
        let of_cell = coordinates.iter().zip(counted);
        if of_cell.into_iter().all(|(&at, counted)| counted[at]) {
            cells += 1;
            let status = cube
                .statuses()
                .get(cell)
                .map_or("", |status| status.as_str());
            match (cube.absent().contains(&cell), status) {
                (false, _) => known += cube.values().get(cell),
                (true, "M") => {}
                (true, "Q") => {
                    suppressed += 1;
                    hidden.1 = f64::INFINITY;
                }
                (true, "<5") => {
                    suppressed += 1;
                    hidden = (hidden.0 + 1.0, hidden.1 + 4.0);
                }
                (true, _) => missing += 1,
            }
        }
        turn(&mut coordinates, counted);
    }
    Added {
        cells,
        known,
        suppressed,
        missing,
        hidden,
    }
}

/// The next cell: the last coordinate goes up by one, and one that is full starts again and
/// carries to its left.
fn turn(coordinates: &mut [usize], counted: &[Vec<bool>]) {
    for (at, size) in coordinates
        .iter_mut()
        .zip(counted.iter().map(Vec::len))
        .rev()
    {
        *at += 1;
        if *at < size {
            return;
        }
        *at = 0;
    }
}
