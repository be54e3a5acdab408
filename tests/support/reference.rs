//! The answer to a selection once more, slowly: every cell is visited, one after the other, and
//! nothing of the engine's arithmetic is used.

use jangkau::cube::{Aggregation, Axis, CatIx, Cube, DimIx, Figure, Role, Selection};

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
    let counted = all_counted(cube, selection);
    let along = cube.axes().map(|axis| {
        let at = axis.dimension();
        let leaves = cube.dimension(at).categories().len();
        let passing = picked(cube, selection, at, Some(axis)).unwrap_or(vec![true; leaves]);
        let sets: Vec<Vec<bool>> = (0..cube.members(axis).len())
            .map(|member| members_of(cube, axis, CatIx(member), &passing))
            .collect();
        let figure = |set: &Vec<bool>| {
            let mut counted = counted.clone();
            counted[at.0].clone_from(set);
            sum(cube, &counted)
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
        total: sum(cube, &counted),
        along: along.collect(),
    }
}

/// The total of a selection alone.
#[allow(dead_code, reason = "not every test program asks for totals alone")]
pub(crate) fn total(cube: &Cube, selection: &Selection) -> Figure {
    sum(cube, &all_counted(cube, selection))
}

fn all_counted(cube: &Cube, selection: &Selection) -> Vec<Vec<bool>> {
    let each = |at: usize| {
        let picked = picked(cube, selection, DimIx(at), None);
        counted(cube, DimIx(at), picked.as_deref())
    };
    (0..cube.dimensions().len()).map(each).collect()
}

/// The categories that one member of an axis stands for: itself, or what of its group passes.
fn members_of(cube: &Cube, axis: Axis, member: CatIx, passing: &[bool]) -> Vec<bool> {
    let leaves = 0..passing.len();
    if axis.grouping().is_none() {
        return leaves.map(|leaf| leaf == member.0).collect();
    }
    let chosen: Vec<bool> = leaves
        .map(|leaf| passing[leaf] && stands_at(cube, axis, CatIx(leaf)) == Some(member))
        .collect();
    counted(cube, axis.dimension(), Some(&chosen))
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

/// What is added up of the categories picked: a published total alone, the first measure alone,
/// else those that no picked category already holds.
pub(crate) fn counted(cube: &Cube, at: DimIx, picked: Option<&[bool]>) -> Vec<bool> {
    let dimension = cube.dimension(at);
    let leaves = dimension.categories().len();
    let is_picked = |leaf: usize| picked.is_none_or(|picked| picked[leaf]);
    let alone = match dimension.total() {
        Some(total) if is_picked(total.0) => Some(total.0),
        _ if dimension.role() == Role::Metric => (0..leaves).find(|&leaf| is_picked(leaf)),
        _ => None,
    };
    if alone.is_some() {
        return (0..leaves).map(|leaf| Some(leaf) == alone).collect();
    }
    let held = |leaf: usize| {
        let mut above = dimension.parent(CatIx(leaf));
        while let Some(holder) = above {
            if is_picked(holder.0) {
                return true;
            }
            above = dimension.parent(holder);
        }
        false
    };
    (0..leaves)
        .map(|leaf| is_picked(leaf) && !held(leaf))
        .collect()
}

/// Adds up the cells whose every coordinate is counted.
fn sum(cube: &Cube, counted: &[Vec<bool>]) -> Figure {
    let mut coordinates = vec![0; counted.len()];
    let (mut cells, mut known, mut suppressed, mut missing) = (0, 0.0, 0, 0);
    for cell in 0..cube.values().len() {
        if coordinates
            .iter()
            .zip(counted)
            .all(|(&at, counted)| counted[at])
        {
            cells += 1;
            let status = cube
                .statuses()
                .get(cell)
                .map_or("", |status| status.as_str());
            match (cube.absent().contains(&cell), status) {
                (false, _) => known += cube.values().get(cell),
                (true, "M") => {}
                (true, "Q") => suppressed += 1,
                (true, _) => missing += 1,
            }
        }
        turn(&mut coordinates, counted);
    }
    let unknown = suppressed + missing;
    if cube.metadata().aggregation == Aggregation::None && cells != 1 {
        return if cells > 1 {
            Figure::NotAdditive
        } else {
            Figure::Missing
        };
    }
    if unknown == 0 {
        Figure::of_sum(known)
    } else if unknown < cells {
        let known = Figure::of_sum(known).number();
        known.map_or(Figure::TooLarge, Figure::AtLeast)
    } else if suppressed > 0 {
        Figure::Suppressed
    } else {
        Figure::Missing
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
