//! Breaks on both sides of a centre.

use super::partition::{Cost, cuts};
use super::roundest::roundest;
use super::ties::ties;
use super::{Breaks, ClassCount};

impl Breaks {
    /// Classes about a centre that is itself a break, as for an index around 100.
    ///
    /// There are as many on each side, `wanted / 2`, at equal distances from the centre; the
    /// distances are quantiles of those found. A class without a value falls away, and the others
    /// keep their [`colour`](Self::colour), so that a colour always means one side. A value at
    /// the centre counts as above. `None` when no value is finite.
    ///
    /// ```
    /// use jangkau::scale::{Breaks, ClassCount};
    /// let index = [71.0, 88.0, 97.0, 102.0, 115.0, 129.0];
    /// let breaks = Breaks::diverging(100.0, &index, ClassCount::nearest(4)).unwrap();
    /// assert_eq!(breaks.inner(), [85.0, 100.0, 115.0]);
    /// ```
    #[must_use]
    pub fn diverging(centre: f64, values: &[f64], wanted: ClassCount) -> Option<Self> {
        let distances = ties(values.iter().map(|value| (value - centre).abs()));
        let half = (wanted.get() / 2).min(distances.len()).max(1);
        let steps = if distances.is_empty() {
            Vec::new()
        } else {
            cuts(&distances, half, Cost::Size)
        };
        let steps = steps.iter().map(|&cut| {
            let (low, high) = (distances[cut - 1].value, distances[cut].value);
            roundest(low, high)
        });
        let steps: Vec<f64> = steps.collect();
        let mut candidates: Vec<f64> = steps.iter().rev().map(|step| centre - step).collect();
        candidates.push(centre);
        candidates.extend(steps.iter().map(|step| centre + step));
        Self::that_hold(&ties(values.iter().copied()), &candidates, Some(centre))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn values_on_one_side_only_take_colours_of_that_side_only() {
        let index = [120.0, 130.0, 155.0, 190.0];
        let breaks = Breaks::diverging(100.0, &index, ClassCount::nearest(6)).unwrap();
        let slots: Vec<usize> = breaks.each().map(|class| breaks.colour(class)).collect();
        assert_eq!(slots, [3, 4, 5]);
        assert_eq!(breaks.colours(), ClassCount::nearest(6));
    }

    #[test]
    fn two_sides_without_steps_take_both_ends_of_the_ramp() {
        let breaks = Breaks::diverging(100.0, &[60.0, 110.0], ClassCount::nearest(3)).unwrap();
        assert_eq!(breaks.inner(), [100.0]);
        let slots: Vec<usize> = breaks.each().map(|class| breaks.colour(class)).collect();
        assert_eq!(slots, [0, 2]);
    }

    proptest! {
        #[test]
        fn a_class_never_spans_the_centre(
            values in prop::collection::vec(0..300_i32, 1..60),
            wanted in 3..10_usize,
        ) {
            let values: Vec<f64> = values.into_iter().map(f64::from).collect();
            let breaks = Breaks::diverging(100.0, &values, ClassCount::nearest(wanted)).unwrap();
            let middle = breaks.colours().get() / 2;
            for &value in &values {
                let class = breaks.class_of(value);
                let (low, high) = breaks.extent(class);
                prop_assert!(low <= value && value <= high);
                prop_assert!(high < 100.0 || low >= 100.0);
                let slot = breaks.colour(class);
                prop_assert_eq!(value >= 100.0, slot * 2 >= breaks.colours().get(), "{}", middle);
            }
        }
    }
}
