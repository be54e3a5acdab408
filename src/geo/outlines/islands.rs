//! Which polygons of an outline are drawn.

use super::cut::Cut;
use super::point::double_area_of;
use super::simplify::ring_points;

/// Islands of this size are drawn: twice the area, in squares of the grid.
const ISLAND: i64 = 2 * 320;
/// So are islands of this part of the largest polygon of their outline: one in as many.
const ISLAND_SHARE: i64 = 20;

/// Takes away the islands that are too small to be seen, and keeps of every outline its largest polygon
/// and whatever lies against another outline. Returns twice the area of each outline, in squares of the
/// grid.
pub(super) fn drop_small(cut: &mut Cut) -> Vec<i64> {
    let mut uses = vec![0_u32; cut.arcs.len()];
    for arc in cut.outlines.iter().flatten().flatten().flatten() {
        uses[arc.arc().0] += 1;
    }
    let mut areas = Vec::with_capacity(cut.outlines.len());
    for outline in &mut cut.outlines {
        let size = |ring| double_area_of(&ring_points(ring, &cut.arcs));
        let sizes: Vec<i64> = outline.iter().map(|rings| size(&rings[0])).collect();
        let largest = sizes.iter().copied().max().unwrap_or(0);
        let least = ISLAND.min(largest / ISLAND_SHARE);
        let mut at = 0;
        outline.retain(|rings| {
            at += 1;
            let mut arcs = rings.iter().flatten();
            sizes[at - 1] >= least || arcs.any(|arc| uses[arc.arc().0] > 1)
        });
        areas.push(sizes.iter().sum());
    }
    areas
}

#[cfg(test)]
mod tests {
    use super::super::cut::cut;
    use super::*;

    #[test]
    fn specks_are_dropped_unless_their_outline_is_made_of_them_or_they_lie_against_another() {
        let square =
            |x: i64, side: i64| vec![vec![[x, 0], [x + side, 0], [x + side, side], [x, side]]];
        let large = vec![vec![
            [0, 0],
            [1_000, 0],
            [1_000, 10],
            [1_000, 1_000],
            [0, 1_000],
        ]];
        let mainland = vec![large, square(2_000, 17), square(3_000, 18)];
        let islands = vec![square(5_000, 10), square(6_000, 3), square(7_000, 2)];
        let exclave = vec![square(9_000, 500), square(1_000, 10)];
        let mut cut = cut(&[mainland, islands, exclave]);
        let areas = drop_small(&mut cut);
        let kept: Vec<usize> = cut.outlines.iter().map(Vec::len).collect();
        // 17 x 17 is below 320; 2 x 2 is below a twentieth of 10 x 10.
        assert_eq!(kept, [2, 2, 2]);
        assert_eq!(areas[1], 2 * (100 + 9 + 4));
    }
}
