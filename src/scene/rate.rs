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
    let counted = CountedPeople::of(cube, selection, axis)?;
    let members = cube.members(axis).len();
    let Some(place) = counted.place else {
        return Some(vec![counted.total(); members + 1]);
    };
    let members_of = members_of(cube, selection, axis);
    let mut sums = vec![0.0; members + 1];
    counted.each(|coordinates, value| {
        for &member in &members_of[coordinates[place]] {
            sums[member] += value;
        }
        if counted.counts(place, coordinates) {
            sums[members] += value;
        }
    });
    Some(sums)
}

/// The total of what is selected alone, which [`inhabitants`] has last.
pub(super) fn all_inhabitants(cube: &Cube, selection: &Selection, axis: Axis) -> Option<f64> {
    CountedPeople::of(cube, selection, axis).map(|counted| counted.total())
}

/// The cells of the denominator that count under a selection.
struct CountedPeople<'a> {
    denominator: &'a Denominator,
    /// Which of its dimensions is that of the axis.
    place: Option<usize>,
    /// Categories of each of its dimensions that count.
    counted: Vec<Vec<bool>>,
}

impl<'a> CountedPeople<'a> {
    /// `None` without a denominator, and where it says nothing of places.
    fn of(cube: &'a Cube, selection: &Selection, axis: Axis) -> Option<Self> {
        let denominator = denominator(cube)?;
        let dimensions = &denominator.dimensions;
        let place = dimensions.iter().position(|at| *at == axis.dimension());
        let has_places = (cube.with_role(Role::Geo)).is_none_or(|geo| dimensions.contains(&geo));
        let counted = dimensions
            .iter()
            .map(|&at| cube.counted(selection, at, selection.passes(cube, at, None).as_deref()));
        (place.is_some() || has_places).then(|| Self {
            denominator,
            place,
            counted: counted.collect(),
        })
    }

    fn counts(&self, nth: usize, coordinates: &[usize]) -> bool {
        self.counted[nth][coordinates[nth]]
    }

    /// Each cell that counts whatever it is along the dimension of the axis, and its value.
    fn each(&self, mut read: impl FnMut(&[usize], f64)) {
        let dimensions = self.counted.len();
        let mut coordinates = vec![0; dimensions];
        for (cell, value) in self.denominator.values.iter().enumerate() {
            let mut rest = cell;
            for at in (0..dimensions).rev() {
                coordinates[at] = rest % self.counted[at].len();
                rest /= self.counted[at].len();
            }
            let counts = |nth: usize| Some(nth) == self.place || self.counts(nth, &coordinates);
            if (0..dimensions).all(counts) {
                read(&coordinates, *value);
            }
        }
    }

    fn total(&self) -> f64 {
        let mut total = 0.0;
        self.each(|coordinates, value| {
            if self
                .place
                .is_none_or(|place| self.counts(place, coordinates))
            {
                total += value;
            }
        });
        total
    }
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
