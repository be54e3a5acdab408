//! Cutting a list into runs at the least cost.

use super::ties::Tie;

/// What makes a class good, less being better.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Cost {
    /// The square of the number of values: least when all classes are of one size.
    Size,
    /// The sum of squared distances from the mean of the class.
    Spread,
}

/// The first positions of the second to the last class: `classes - 1` ascending cuts of `ties`.
///
/// The exact dynamic programme of Fisher (1958, *On grouping for maximum homogeneity*), which
/// cartographers know as Jenks' natural breaks, with running sums. Equal values are one [`Tie`]
/// and so never parted. `classes` must be at most the number of ties.
pub(super) fn cuts(ties: &[Tie], classes: usize, cost: Cost) -> Vec<usize> {
    let sums = running_sums(ties);
    // best[end]: the least cost of the first `end` ties in as many classes as rounds were made.
    let mut best: Vec<f64> = (0..=ties.len())
        .map(|end| of_run(sums[0], sums[end], cost))
        .collect();
    let mut starts: Vec<Vec<usize>> = Vec::new();
    for made in 1..classes {
        let mut round = Round {
            cost,
            sums: &sums,
            best: &best,
            next: vec![f64::INFINITY; ties.len() + 1],
            from: vec![made; ties.len() + 1],
        };
        round.fill((made + 1, ties.len()), (made, ties.len() - 1));
        starts.push(round.from);
        best = round.next;
    }
    let mut end = ties.len();
    let mut cuts: Vec<usize> = Vec::new();
    for from in starts.iter().rev() {
        end = from[end];
        cuts.push(end);
    }
    cuts.reverse();
    cuts
}

/// One class more: what it costs to end at each position, and where its last class then starts.
struct Round<'a> {
    cost: Cost,
    sums: &'a [Sums],
    best: &'a [f64],
    next: Vec<f64>,
    from: Vec<usize>,
}

impl Round<'_> {
    /// Fills in the ends of a range whose last classes start in a range. The later the end, the
    /// later the best start, for both costs (they are concave in the sense of Aggarwal and others
    /// 1987), so each half is searched in its part only.
    fn fill(&mut self, (first, last): (usize, usize), (from, upto): (usize, usize)) {
        if first > last {
            return;
        }
        let end = usize::midpoint(first, last);
        for start in (from..=upto.min(end - 1)).rev() {
            let run = of_run(self.sums[start], self.sums[end], self.cost);
            if self.best[start] + run < self.next[end] {
                self.next[end] = self.best[start] + run;
                self.from[end] = start;
            }
        }
        let start = self.from[end];
        self.fill((first, end - 1), (from, start));
        self.fill((end + 1, last), (start, upto));
    }
}

/// Count, sum and sum of squares of all ties before a position.
type Sums = [f64; 3];

fn running_sums(ties: &[Tie]) -> Vec<Sums> {
    let origin = ties.first().map_or(0.0, |tie| tie.value);
    let mut sum: Sums = [0.0; 3];
    let mut sums = vec![sum];
    for tie in ties {
        // From the smallest on: squares of large, close numbers would cancel.
        let value = tie.value - origin;
        sum[0] += tie.times;
        sum[1] += tie.times * value;
        sum[2] += tie.times * value * value;
        sums.push(sum);
    }
    sums
}

fn of_run(before: Sums, upto: Sums, cost: Cost) -> f64 {
    let [count, sum, squares] = [0, 1, 2].map(|at| upto[at] - before[at]);
    match cost {
        Cost::Size => count * count,
        Cost::Spread if count > 0.0 => (squares - sum * sum / count).max(0.0),
        Cost::Spread => 0.0,
    }
}

#[cfg(test)]
mod tests {
    use super::super::ties::ties;
    use super::*;
    use proptest::prelude::*;

    fn spread(ties: &[Tie]) -> f64 {
        let count: f64 = ties.iter().map(|tie| tie.times).sum();
        let mean = ties.iter().map(|tie| tie.value * tie.times).sum::<f64>() / count;
        ties.iter()
            .map(|tie| tie.times * (tie.value - mean).powi(2))
            .sum()
    }

    fn total(ties: &[Tie], cuts: &[usize]) -> f64 {
        let ends = cuts.iter().copied().chain([ties.len()]);
        ends.scan(0, |start, end| {
            let run = spread(&ties[*start..end]);
            *start = end;
            Some(run)
        })
        .sum()
    }

    /// The least total spread over every way to cut.
    fn brute(ties: &[Tie], classes: usize) -> f64 {
        if classes == 1 {
            return spread(ties);
        }
        (classes - 1..ties.len())
            .map(|cut| brute(&ties[..cut], classes - 1) + spread(&ties[cut..]))
            .fold(f64::INFINITY, f64::min)
    }

    proptest! {
        #[test]
        fn no_other_way_to_cut_leaves_less_spread_within(
            values in prop::collection::vec(-50..50_i32, 5..13),
            classes in 2..5_usize,
        ) {
            let ties = ties(values.into_iter().map(f64::from));
            prop_assume!(ties.len() >= classes);
            let found = cuts(&ties, classes, Cost::Spread);
            prop_assert_eq!(found.len(), classes - 1);
            prop_assert!((total(&ties, &found) - brute(&ties, classes)).abs() < 1e-6);
        }

        #[test]
        fn sizes_of_distinct_values_differ_by_one_at_most(
            count in 3..80_u32,
            classes in 2..10_usize,
        ) {
            prop_assume!(count as usize >= classes);
            let ties = ties((0..count).map(f64::from));
            let mut edges = vec![0];
            edges.extend(cuts(&ties, classes, Cost::Size));
            edges.push(ties.len());
            let sizes: Vec<usize> = edges.windows(2).map(|pair| pair[1] - pair[0]).collect();
            prop_assert!(sizes.iter().max().unwrap() - sizes.iter().min().unwrap() <= 1);
        }
    }
}
