//! Inhabitants, or others, to divide by.

use super::text::inside_sentence;
use crate::cube::{Axis, CatIx, Cube, Denominator, DimIx, Selection};
use crate::words::{Messages, interpolate};

/// The first denominator of a cube.
pub(super) fn denominator(cube: &Cube) -> Option<&Denominator> {
    cube.metadata().denominators.first()
}

/// Inhabitants along an axis, under the clauses of the dimensions that the denominator has, but
/// the axis' own. Shape: one entry a member of the axis; the last, one more, is the total of what
/// is selected.
pub(super) fn inhabitants(cube: &Cube, selection: &Selection, axis: Axis) -> Option<Vec<f64>> {
    let denominator = denominator(cube)?;
    let place = denominator
        .dimensions
        .iter()
        .position(|at| *at == axis.dimension())?;
    let sizes: Vec<usize> = denominator
        .dimensions
        .iter()
        .map(|at| size(cube, *at))
        .collect();
    // Each is counted once, so no total beside its parts; but each member has its own count.
    let passes = |except: Option<Axis>| -> Vec<Option<Vec<bool>>> {
        let counted = |&at: &DimIx| {
            let passes = selection.passes(cube, at, except);
            let own = except.filter(|axis| axis.dimension() == at);
            if own == Some(Axis::of_dimension(at)) {
                return passes;
            }
            // A total is in no group: of a grouping, what is in its groups is counted.
            let chosen = own.map(|axis| {
                let is_selected = |leaf: usize| passes.as_ref().is_none_or(|passes| passes[leaf]);
                let leaves = 0..size(cube, at);
                let grouped = |leaf: usize| cube.along(axis, CatIx(leaf)).is_some();
                leaves
                    .map(|leaf| is_selected(leaf) && grouped(leaf))
                    .collect()
            });
            Some(cube.counted(selection, at, chosen.or(passes).as_deref()))
        };
        denominator.dimensions.iter().map(counted).collect()
    };
    let (under_others, under_all) = (passes(Some(axis)), passes(None));
    let members = cube.members(axis).len();
    let mut sums = vec![0.0; members + 1];
    let mut coordinates = vec![0; sizes.len()];
    for (cell, value) in denominator.values.iter().enumerate() {
        let mut rest = cell;
        for at in (0..sizes.len()).rev() {
            coordinates[at] = rest % sizes[at];
            rest /= sizes[at];
        }
        let all_pass = |passes: &[Option<Vec<bool>>]| {
            passes
                .iter()
                .zip(&coordinates)
                .all(|(passes, &at)| passes.as_ref().is_none_or(|passes| passes[at]))
        };
        if let Some(member) = cube
            .along(axis, CatIx(coordinates[place]))
            .filter(|_| all_pass(&under_others))
        {
            sums[member.0] += value;
        }
        if all_pass(&under_all) {
            sums[members] += value;
        }
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

fn size(cube: &Cube, at: DimIx) -> usize {
    cube.dimension(at).categories().len()
}
