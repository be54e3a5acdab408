//! The cheapest way to give each point a cell of its own.

/// The cell of each point such that the sum of `cost(point, cell)` is least: Kuhn's Hungarian
/// method by shortest augmenting paths (Jonker and Volgenant 1987). Of equal ways the first found
/// is taken, so the same input gives the same output. There must be at least as many cells as
/// points.
pub(super) fn assign(
    points: usize,
    cells: usize,
    cost: &dyn Fn(usize, usize) -> f64,
) -> Vec<usize> {
    const FREE: usize = usize::MAX;
    let mut of_point = vec![0.0; points];
    // The last cell is the root of every search.
    let mut of_cell = vec![0.0; cells + 1];
    let mut held_by = vec![FREE; cells + 1];
    for point in 0..points {
        held_by[cells] = point;
        let mut at = cells;
        let mut least = vec![f64::INFINITY; cells];
        let mut came_from = vec![cells; cells];
        let mut seen = vec![false; cells + 1];
        while held_by[at] != FREE {
            seen[at] = true;
            let holder = held_by[at];
            let (mut step, mut next) = (f64::INFINITY, FREE);
            for cell in 0..cells {
                if seen[cell] {
                    continue;
                }
                let reduced = cost(holder, cell) - of_point[holder] - of_cell[cell];
                if reduced < least[cell] {
                    least[cell] = reduced;
                    came_from[cell] = at;
                }
                if least[cell] < step {
                    (step, next) = (least[cell], cell);
                }
            }
            if next == FREE {
                break;
            }
            for cell in 0..=cells {
                if seen[cell] {
                    of_point[held_by[cell]] += step;
                    of_cell[cell] -= step;
                } else if cell < cells {
                    least[cell] -= step;
                }
            }
            at = next;
        }
        while at != cells {
            let from = came_from[at];
            held_by[at] = held_by[from];
            at = from;
        }
    }
    let mut cell_of = vec![0; points];
    for (cell, &point) in held_by[..cells].iter().enumerate() {
        if point != FREE {
            cell_of[point] = cell;
        }
    }
    cell_of
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn brute(costs: &[Vec<f64>], taken: &mut Vec<usize>) -> f64 {
        let Some(row) = costs.get(taken.len()) else {
            return 0.0;
        };
        let mut best = f64::INFINITY;
        for (cell, cost) in row.iter().enumerate() {
            if !taken.contains(&cell) {
                taken.push(cell);
                best = best.min(cost + brute(costs, taken));
                taken.pop();
            }
        }
        best
    }

    proptest! {
        #[test]
        fn no_other_way_costs_less(
            costs in prop::collection::vec(prop::collection::vec(0..20_i32, 6), 1..6),
        ) {
            let costs: Vec<Vec<f64>> = costs
                .into_iter()
                .map(|row| row.into_iter().map(f64::from).collect())
                .collect();
            let cells = assign(costs.len(), 6, &|point, cell| costs[point][cell]);
            let mut distinct = cells.clone();
            distinct.sort_unstable();
            distinct.dedup();
            prop_assert_eq!(distinct.len(), costs.len());
            let total: f64 = cells.iter().zip(&costs).map(|(&cell, row)| row[cell]).sum();
            prop_assert!((total - brute(&costs, &mut Vec::new())).abs() < 1e-9);
        }
    }
}
