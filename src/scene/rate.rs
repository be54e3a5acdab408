//! Inhabitants, or others, to divide by.

use super::text::inside_sentence;
use crate::cube::{Axis, CatIx, Cube, Denominator, DimIx, Role, Selection};
use crate::words::{Messages, interpolate};

/// The first denominator of a cube.
pub(super) fn denominator(cube: &Cube) -> Option<&Denominator> {
    cube.metadata().denominators.first()
}

/// Inhabitants along an axis, under the clauses of the dimensions that the denominator has, but
/// the axis' own; all that are selected, where the denominator does not have the dimension of the
/// axis. Shape: one entry a member of the axis; the last, one more, is the total of what is selected.
pub(super) fn inhabitants(cube: &Cube, selection: &Selection, axis: Axis) -> Option<Vec<f64>> {
    let denominator = denominator(cube)?;
    let place = denominator
        .dimensions
        .iter()
        .position(|at| *at == axis.dimension());
    // Without places it says nothing of one.
    let has_places =
        (cube.with_role(Role::Geo)).is_none_or(|geo| denominator.dimensions.contains(&geo));
    if place.is_none() && !has_places {
        return None;
    }
    let sizes: Vec<usize> = denominator
        .dimensions
        .iter()
        .map(|at| size(cube, *at))
        .collect();
    let counted: Vec<Vec<bool>> = (denominator.dimensions.iter())
        .map(|&at| cube.counted(selection, at, selection.passes(cube, at, None).as_deref()))
        .collect();
    let members_of = place.map_or_else(Vec::new, |_| members_of(cube, selection, axis));
    let members = cube.members(axis).len();
    let mut sums = vec![0.0; members + 1];
    let mut coordinates = vec![0; sizes.len()];
    for (cell, value) in denominator.values.iter().enumerate() {
        let mut rest = cell;
        for at in (0..sizes.len()).rev() {
            coordinates[at] = rest % sizes[at];
            rest /= sizes[at];
        }
        let counts = |nth: usize| counted[nth][coordinates[nth]];
        if (0..sizes.len()).any(|nth| Some(nth) != place && !counts(nth)) {
            continue;
        }
        if let Some(place) = place {
            for &member in &members_of[coordinates[place]] {
                sums[member] += value;
            }
        }
        if place.is_none_or(counts) {
            sums[members] += value;
        }
    }
    if place.is_none() {
        sums = vec![sums[members]; members + 1];
    }
    Some(sums)
}

/// The name of the rate: "Per 1,000 inhabitants", "Percent of people aged 10 and over".
pub(super) fn rate_name(cube: &Cube, words: &Messages) -> String {
    let denominator = denominator(cube);
    let noun = denominator.and_then(|it| it.noun.as_ref());
    let noun = noun.map_or(words.inhabitants, |noun| noun.in_lang(words.code));
    let per = per(cube);
    let message = if per == 100 {
        words.as_percent
    } else {
        words.as_rate
    };
    let values = [("per", &*words.numbers.figure(per.into())), ("noun", noun)];
    interpolate(message, &values)
}

/// What a button says that shows rates instead of counts.
#[must_use]
pub fn rate_offer(cube: &Cube, words: &Messages) -> String {
    let rate = inside_sentence(&rate_name(cube, words));
    interpolate(words.map_rate, &[("rate", &rate)])
}

/// Rates are per so many.
pub(super) fn per(cube: &Cube) -> u32 {
    denominator(cube).map_or(1000, |denominator| denominator.per)
}

/// The members of an axis that each category of its dimension counts in, each as if it alone were
/// picked: a group by its parts, or by the one category that is printed for them.
fn members_of(cube: &Cube, selection: &Selection, axis: Axis) -> Vec<Vec<usize>> {
    let at = axis.dimension();
    let passes = selection.passes(cube, at, Some(axis));
    let mut chosen_of = vec![Vec::new(); cube.members(axis).len()];
    for leaf in (0..size(cube, at)).map(CatIx) {
        if passes.as_ref().is_none_or(|passes| passes[leaf.0])
            && let Some(member) = cube.along(axis, leaf)
        {
            chosen_of[member.0].push(leaf);
        }
    }
    let mut members_of = vec![Vec::new(); size(cube, at)];
    let counted_of = cube.counted_of_each(selection, at, &chosen_of);
    for (member, counted) in counted_of.iter().enumerate() {
        for leaf in counted {
            members_of[leaf.0].push(member);
        }
    }
    members_of
}

fn size(cube: &Cube, at: DimIx) -> usize {
    cube.dimension(at).categories().len()
}
