//! Class breaks: where one class ends and the next begins.

use super::ties::{Tie, ties};
use super::{Class, ClassCount, ClassMethod};

/// The classes of a set of values, ascending and none of them empty.
///
/// A class reaches from its lower break, which belongs to it, to its upper one, which does not;
/// equal values are always in one class. The breaks lie at the roundest number between the values
/// they part, so that they can be printed as they are.
#[derive(Debug, Clone, PartialEq)]
pub struct Breaks {
    /// The lower breaks of the second class and of those above it.
    inner: Vec<f64>,
    /// The smallest and the largest value found in each class.
    extents: Vec<(f64, f64)>,
    /// The place of each class in a ramp of `colours` colours.
    slots: Vec<u8>,
    colours: ClassCount,
}

impl Breaks {
    /// The classes of `values` (any order, any unit); what is not finite is left out.
    ///
    /// There are fewer classes than `wanted` where there are fewer distinct values, or where a
    /// class of [`ClassMethod::Equal`] would be empty. `None` when no value is left.
    ///
    /// ```
    /// use jangkau::scale::{Breaks, ClassCount, ClassMethod};
    /// let values = [1.0, 2.0, 2.0, 2.0, 2.0, 9.0];
    /// let breaks = Breaks::of(ClassMethod::Quantile, &values, ClassCount::nearest(3)).unwrap();
    /// assert_eq!(breaks.inner(), [2.0, 5.0]);
    /// ```
    #[must_use]
    pub fn of(method: ClassMethod, values: &[f64], wanted: ClassCount) -> Option<Self> {
        let ties = ties(values.iter().copied());
        Self::that_hold(&ties, &method.candidates(&ties, wanted), None)
    }

    /// The candidates without those that would leave a class empty; `centre` stays where there
    /// are values on both sides of it, and a class keeps its place in the ramp of all candidates.
    pub(super) fn that_hold(ties: &[Tie], candidates: &[f64], centre: Option<f64>) -> Option<Self> {
        let mut breaks = Self {
            inner: Vec::new(),
            extents: Vec::new(),
            slots: Vec::new(),
            colours: ClassCount::nearest(candidates.len() + 1),
        };
        let mut first_open = 0;
        for tie in ties {
            let slot = position(candidates, tie.value);
            match breaks.extents.last_mut() {
                Some(extent) if slot == first_open => extent.1 = tie.value,
                Some(_) => {
                    let passed = &candidates[first_open..slot];
                    let centre = centre.filter(|centre| passed.contains(centre));
                    breaks.inner.push(centre.unwrap_or(passed[0]));
                    breaks.push(tie.value, slot);
                }
                None => breaks.push(tie.value, slot),
            }
            first_open = slot;
        }
        match candidates.len() {
            0 => breaks.slots = vec![1],
            1 => breaks.slots.iter_mut().for_each(|slot| *slot *= 2),
            _ => {}
        }
        (!ties.is_empty()).then_some(breaks)
    }

    fn push(&mut self, value: f64, slot: usize) {
        self.extents.push((value, value));
        self.slots.push(u8::try_from(slot).unwrap_or(u8::MAX));
    }

    /// How many classes there are, 1 at least.
    #[must_use]
    pub fn classes(&self) -> usize {
        self.extents.len()
    }

    /// Every class, ascending.
    pub fn each(&self) -> impl Iterator<Item = Class> + use<> {
        (0..self.slots.len()).map(class)
    }

    /// The breaks between the classes, ascending, one fewer than there are classes.
    #[must_use]
    pub fn inner(&self) -> &[f64] {
        &self.inner
    }

    /// The class of a value: the one place where a value is put into a class. What lies outside
    /// the values that the breaks were made of falls into the lowest or the highest class.
    #[must_use]
    pub fn class_of(&self, value: f64) -> Class {
        class(position(&self.inner, value))
    }

    /// From break to break: what the legend prints. The ends are the smallest and largest value.
    #[must_use]
    pub fn range(&self, class: Class) -> (f64, f64) {
        let at = class.index();
        let (smallest, largest) = self.extent(class);
        let low = at.checked_sub(1).and_then(|below| self.inner.get(below));
        (
            low.copied().unwrap_or(smallest),
            self.inner.get(at).copied().unwrap_or(largest),
        )
    }

    /// The smallest and the largest value found in a class.
    #[must_use]
    pub fn extent(&self, class: Class) -> (f64, f64) {
        let last = self.extents.last().copied();
        let found = self.extents.get(class.index()).copied();
        found.or(last).unwrap_or_default()
    }

    /// How many colours the ramp of these classes has, 3 at least.
    #[must_use]
    pub fn colours(&self) -> ClassCount {
        self.colours
    }

    /// The place of a class in the ramp of [`colours`](Self::colours): its own position, but two
    /// classes take both ends, and classes that fell away as empty leave their colour unused.
    #[must_use]
    pub fn colour(&self, class: Class) -> usize {
        self.slots
            .get(class.index())
            .map_or(0, |&slot| usize::from(slot))
    }
}

/// How many breaks are at most `value`.
fn position(breaks: &[f64], value: f64) -> usize {
    breaks.iter().filter(|&&edge| edge <= value).count()
}

fn class(index: usize) -> Class {
    Class(u8::try_from(index).unwrap_or(u8::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn check(method: ClassMethod, values: &[f64], inner: &[f64], slots: &[usize]) {
        let breaks = Breaks::of(method, values, ClassCount::nearest(4)).unwrap();
        assert_eq!(breaks.inner(), inner);
        let found: Vec<usize> = breaks.each().map(|class| breaks.colour(class)).collect();
        assert_eq!(found, slots);
    }

    #[test]
    fn breaks_are_round_numbers_between_the_values_they_part() {
        let values = [1.2, 1.4, 11.3, 11.8, 27.0, 28.0, 99.0, 104.0];
        check(
            ClassMethod::Natural,
            &values,
            &[10.0, 20.0, 50.0],
            &[0, 1, 2, 3],
        );
        check(
            ClassMethod::Quantile,
            &values,
            &[10.0, 20.0, 50.0],
            &[0, 1, 2, 3],
        );
    }

    #[test]
    fn a_class_without_a_value_falls_away_and_leaves_its_colour() {
        check(ClassMethod::Equal, &[0.0, 1.0, 80.0], &[20.0], &[0, 3]);
    }

    #[test]
    fn few_values_make_few_classes_and_two_of_them_take_both_ends_of_the_ramp() {
        check(ClassMethod::Quantile, &[5.0, 5.0], &[], &[1]);
        check(ClassMethod::Quantile, &[1.0, 5.0, 5.0], &[5.0], &[0, 2]);
        check(ClassMethod::Equal, &[5.0], &[], &[1]);
        assert_eq!(
            Breaks::of(ClassMethod::Equal, &[f64::NAN], ClassCount::nearest(5)),
            None
        );
    }

    #[test]
    fn a_legend_has_the_breaks_and_the_values_found() {
        let values = [1.2, 1.4, 11.3, 11.8, 27.0, 28.0, 99.0, 104.0];
        let breaks = Breaks::of(ClassMethod::Natural, &values, ClassCount::nearest(4)).unwrap();
        let second = breaks.class_of(11.0);
        assert_eq!(breaks.range(second), (10.0, 20.0));
        assert_eq!(breaks.extent(second), (11.3, 11.8));
        assert_eq!(breaks.range(breaks.class_of(1e9)), (50.0, 104.0));
    }

    fn method() -> impl Strategy<Value = ClassMethod> {
        prop_oneof![
            Just(ClassMethod::Quantile),
            Just(ClassMethod::Equal),
            Just(ClassMethod::Natural)
        ]
    }

    fn value() -> impl Strategy<Value = f64> {
        prop_oneof![
            (-20..20_i32).prop_map(f64::from),
            -1e6..1e6_f64,
            Just(f64::NAN),
            Just(0.1),
        ]
    }

    proptest! {
        #[test]
        fn classes_are_full_monotone_and_hold_their_values(
            method in method(),
            mut values in prop::collection::vec(value(), 1..70),
            wanted in 3..10_usize,
        ) {
            let wanted = ClassCount::nearest(wanted);
            let breaks = Breaks::of(method, &values, wanted);
            values.retain(|value| value.is_finite());
            prop_assert_eq!(breaks.is_none(), values.is_empty());
            let Some(breaks) = breaks else { return Ok(()) };
            values.sort_by(f64::total_cmp);
            let classes: Vec<Class> = values.iter().map(|&value| breaks.class_of(value)).collect();
            prop_assert!(classes.is_sorted());
            let mut found = classes.clone();
            found.dedup();
            prop_assert_eq!(found, breaks.each().collect::<Vec<_>>());
            for (&value, &class) in values.iter().zip(&classes) {
                let (low, high) = breaks.extent(class);
                let (from, to) = breaks.range(class);
                prop_assert!(from <= low && low <= value && value <= high && high <= to);
            }
            let mut distinct = values;
            distinct.dedup();
            if method != ClassMethod::Equal {
                prop_assert_eq!(breaks.classes(), wanted.get().min(distinct.len()));
            }
            let slots: Vec<usize> = breaks.each().map(|class| breaks.colour(class)).collect();
            prop_assert!(slots.windows(2).all(|pair| pair[0] < pair[1]));
            prop_assert!(slots.iter().all(|&slot| slot < breaks.colours().get()));
        }
    }
}
