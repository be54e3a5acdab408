//! Successive contraction of axes.
//!
//! The table is read once, as rows of its last dimensions; each row is summed (a table over the
//! first dimensions) and added up (a table over the last), and both small tables are contracted the
//! same way until one dimension is left.

/// A number that can be summed in a wider one.
pub(super) trait Cell: Copy {
    type Sum: Cell<Sum = Self::Sum> + Default + std::ops::AddAssign;
    fn widen(self) -> Self::Sum;
    fn to_f64(self) -> f64;
}

impl Cell for u32 {
    type Sum = u64;
    fn widen(self) -> u64 {
        u64::from(self)
    }
    fn to_f64(self) -> f64 {
        f64::from(self)
    }
}

impl Cell for u64 {
    type Sum = Self;
    fn widen(self) -> Self {
        self
    }
    #[allow(
        clippy::cast_precision_loss,
        reason = "5 million cells of 32 bits stay under 2^55"
    )]
    fn to_f64(self) -> f64 {
        self as f64
    }
}

impl Cell for f64 {
    type Sum = Self;
    fn widen(self) -> Self {
        self
    }
    fn to_f64(self) -> f64 {
        self
    }
}

/// For each dimension, in order, its marginal under the weights of all *other* dimensions.
pub(super) fn open_marginals<T: Cell>(
    values: &[T],
    sizes: &[usize],
    weights: &[Vec<bool>],
) -> Vec<Vec<f64>> {
    let mut found = Vec::with_capacity(sizes.len());
    split(values, sizes, weights, &mut found);
    found
}

fn split<T: Cell>(values: &[T], sizes: &[usize], weights: &[Vec<bool>], found: &mut Vec<Vec<f64>>) {
    if sizes.len() <= 1 {
        found.extend(
            sizes
                .first()
                .map(|_| values.iter().map(|value| value.to_f64()).collect()),
        );
        return;
    }
    let middle = balance(sizes);
    let (outer, inner) = (flat(&weights[..middle]), flat(&weights[middle..]));
    let mut rows = vec![T::Sum::default(); outer.len()];
    let mut columns = vec![T::Sum::default(); inner.len()];
    let chosen: Vec<usize> = (0..inner.len()).filter(|&at| inner[at]).collect();
    for ((row, sum), &passes) in values.chunks_exact(inner.len()).zip(&mut rows).zip(&outer) {
        *sum = if chosen.len() == inner.len() {
            whole_row(row)
        } else {
            part_of_row(row, &chosen)
        };
        if passes {
            add_row(&mut columns, row);
        }
    }
    split(&rows, &sizes[..middle], &weights[..middle], found);
    split(&columns, &sizes[middle..], &weights[middle..], found);
}

/// As many numbers are added in one turn of a loop: the page is compiled for few bytes, and no
/// compiler unrolls for it.
const TURN: usize = 4;

#[inline(never)]
fn add_row<T: Cell>(columns: &mut [T::Sum], row: &[T]) {
    let (mut turns, mut values) = (columns.chunks_exact_mut(TURN), row.chunks_exact(TURN));
    for (columns, values) in turns.by_ref().zip(values.by_ref()) {
        if let ([a, b, c, d], [e, f, g, h]) = (columns, values) {
            *a += e.widen();
            *b += f.widen();
            *c += g.widen();
            *d += h.widen();
        }
    }
    for (column, value) in turns.into_remainder().iter_mut().zip(values.remainder()) {
        *column += value.widen();
    }
}

fn whole_row<T: Cell>(row: &[T]) -> T::Sum {
    let mut sums = [T::Sum::default(); TURN];
    let mut turns = row.chunks_exact(TURN);
    for values in turns.by_ref() {
        add_row(&mut sums, values);
    }
    let mut sum = T::Sum::default();
    for value in turns.remainder() {
        sum += value.widen();
    }
    for part in sums {
        sum += part;
    }
    sum
}

fn part_of_row<T: Cell>(row: &[T], chosen: &[usize]) -> T::Sum {
    let mut sum = T::Sum::default();
    for &at in chosen {
        sum += row[at].widen();
    }
    sum
}

/// Where to cut, so that the two tables together are smallest.
fn balance(sizes: &[usize]) -> usize {
    let cells = |sizes: &[usize]| sizes.iter().product::<usize>();
    (1..sizes.len())
        .min_by_key(|&at| cells(&sizes[..at]) + cells(&sizes[at..]))
        .unwrap_or(1)
}

/// The weights of several dimensions as one row-major table.
fn flat(weights: &[Vec<bool>]) -> Vec<bool> {
    weights.iter().fold(vec![true], |table, passes| {
        table
            .iter()
            .flat_map(|&above| passes.iter().map(move |&passes| above && passes))
            .collect()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_marginal_is_under_the_weights_of_the_other_dimensions_only() {
        // Rows 1 2 3 and 4 5 6; the second row and the last column are left out.
        let weights = [vec![true, false], vec![true, true, false]];
        let found = open_marginals(&[1_u32, 2, 3, 4, 5, 6], &[2, 3], &weights);
        assert_eq!(found, [vec![3.0, 9.0], vec![1.0, 2.0, 3.0]]);
    }

    #[test]
    fn whole_numbers_do_not_overflow() {
        let weights = [vec![true; 2], vec![true; 2]];
        let found = open_marginals(&[u32::MAX; 4], &[2, 2], &weights);
        assert_eq!(found, vec![vec![8_589_934_590.0; 2]; 2]);
    }

    #[test]
    fn the_two_tables_of_a_cut_are_as_small_as_they_can_be() {
        assert_eq!(balance(&[4, 514, 2, 5, 5, 2, 2]), 2);
        assert_eq!(balance(&[1000, 2, 2]), 1);
    }
}
