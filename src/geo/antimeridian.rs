//! Lands on both sides of the antimeridian, brought to one side.

use super::{LonLat, Outline};

/// A turn in degrees.
const TURN: f64 = 360.0;
/// Lands that lie this much closer together the other way round are brought there.
const CLOSER: f64 = 0.9;

/// Brings outlines that lie on both sides of the antimeridian to one side, so that longitudes run on
/// past 180 (or -180) instead of around the globe. Lines that jump from one side to the other run on;
/// of the places where the map could be cut open, the widest one without land is taken. Gives the
/// positions in the list of the outlines that were moved or run on; none where the map does not gain.
///
/// ```
/// use jangkau::geo::{Inside, LonLat, Outline, joined_across_180};
/// let ring = |lons: [f64; 4]| {
///     let lats = [0.0, 0.0, 1.0, 0.0];
///     let positions = lons.into_iter().zip(lats);
///     positions.map(|(lon, lat)| LonLat { lon, lat }).collect::<Vec<_>>()
/// };
/// let mut outlines = [Outline {
///     inside: Inside::Feature("n1".into()),
///     polygons: vec![
///         vec![ring([178.0, 180.0, 180.0, 178.0])],
///         vec![ring([-180.0, -179.0, -180.0, -180.0])],
///     ],
/// }];
/// assert_eq!(joined_across_180(&mut outlines), [0]);
/// assert_eq!(outlines[0].polygons[1][0][1].lon, 181.0);
/// ```
pub fn joined_across_180(outlines: &mut [Outline]) -> Vec<usize> {
    let mut moved = vec![false; outlines.len()];
    for (outline, moved) in outlines.iter_mut().zip(&mut moved) {
        for polygon in &mut outline.polygons {
            for ring in polygon.iter_mut() {
                *moved |= run_on(ring);
            }
            align_holes(polygon);
        }
    }
    if let Some(frame) = better_frame(outlines) {
        for (outline, moved) in outlines.iter_mut().zip(&mut moved) {
            for polygon in &mut outline.polygons {
                *moved |= shift(polygon, &frame);
            }
        }
    }
    let all = moved.iter().enumerate();
    all.filter_map(|(at, moved)| moved.then_some(at)).collect()
}

/// Lets a ring that jumps across the antimeridian run on; true where it does. One that goes around a
/// pole, or would come to nothing, stays as it is.
fn run_on(ring: &mut [LonLat]) -> bool {
    let (mut turns, mut jumps, mut before) = (0.0, false, None);
    let lons = ring.iter().map(|at| {
        let step = before.map_or(0.0, |before: f64| at.lon - before);
        before = Some(at.lon);
        if step.abs() > TURN / 2.0 {
            turns -= TURN.copysign(step);
            jumps = true;
        }
        at.lon + turns
    });
    let lons: Vec<f64> = lons.collect();
    let Some([west, east]) = span(lons.iter().copied()) else {
        return false;
    };
    // The last position is the first: a ring that ends a turn away has gone around a pole.
    let is_nothing = east <= west;
    if !jumps || turns.abs() > TURN / 2.0 || is_nothing {
        return false;
    }
    for (at, lon) in ring.iter_mut().zip(lons) {
        at.lon = lon;
    }
    true
}

/// Turns the holes of a polygon to the side that its outer ring is on.
fn align_holes(polygon: &mut [Vec<LonLat>]) {
    let middle = |ring: &[LonLat]| {
        let [west, east] = span(ring.iter().map(|at| at.lon))?;
        Some(f64::midpoint(west, east))
    };
    let Some((outer, holes)) = polygon.split_first_mut() else {
        return;
    };
    for hole in holes {
        if let (Some(around), Some(inside)) = (middle(outer), middle(hole)) {
            let turns = ((around - inside) / TURN).round() * TURN;
            for at in hole.iter_mut() {
                at.lon += turns;
            }
        }
    }
}

/// Where a map is cut open: its westernmost longitude.
struct Frame {
    west: f64,
}

/// The frame in which the outlines lie closest together, where that is clearly closer than they are.
fn better_frame(outlines: &[Outline]) -> Option<Frame> {
    let polygons = outlines.iter().flat_map(|outline| &outline.polygons);
    let spans = polygons.filter_map(|rings| span(rings.first()?.iter().map(|at| at.lon)));
    let spans: Vec<[f64; 2]> = spans.collect();
    let [west, east] = span(spans.iter().flatten().copied())?;
    let mut around: Vec<[f64; 2]> = spans
        .iter()
        .map(|[from, to]| [from.rem_euclid(TURN), from.rem_euclid(TURN) + (to - from)])
        .collect();
    around.sort_by(|a, b| a[0].total_cmp(&b[0]));
    let first = *around.first()?;
    // The first again, a turn later, closes the circle.
    around.push([first[0] + TURN, first[1] + TURN]);
    let (mut reached, mut widest) = (first[1], [0.0, first[0]]);
    for [from, to] in around {
        if from - reached > widest[0] {
            widest = [from - reached, from];
        }
        reached = reached.max(to);
    }
    let [gap, from] = widest;
    let width = TURN - gap;
    if gap <= 0.0 || width >= (east - west) * CLOSER {
        return None;
    }
    let mut west = (from + TURN / 2.0).rem_euclid(TURN) - TURN / 2.0;
    if west + width > TURN {
        west -= TURN;
    }
    Some(Frame { west })
}

/// Moves a polygon by whole turns into a frame; true where it moves.
fn shift(polygon: &mut [Vec<LonLat>], frame: &Frame) -> bool {
    let outer = polygon.first().map(|ring| ring.iter().map(|at| at.lon));
    let Some([from, _]) = outer.and_then(span) else {
        return false;
    };
    // Lands at the very edge stay inside in spite of rounding.
    let turns = ((from - frame.west + 1e-9) / TURN).floor();
    if turns == 0.0 {
        return false;
    }
    for at in polygon.iter_mut().flatten() {
        at.lon -= turns * TURN;
    }
    true
}

/// The least and the greatest of numbers.
fn span(numbers: impl Iterator<Item = f64>) -> Option<[f64; 2]> {
    numbers.fold(None, |span: Option<[f64; 2]>, number| {
        let [low, high] = span.unwrap_or([number; 2]);
        Some([low.min(number), high.max(number)])
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geo::Inside;

    fn outline(rings: &[&[f64]]) -> Outline {
        let ring = |lons: &&[f64]| {
            let positions = lons.iter().zip([0.0, 1.0].into_iter().cycle());
            vec![positions.map(|(&lon, lat)| LonLat { lon, lat }).collect()]
        };
        Outline {
            inside: Inside::Feature("a".into()),
            polygons: rings.iter().map(ring).collect(),
        }
    }

    /// The longitudes of each first ring, and which outlines were moved.
    #[track_caller]
    fn check(outlines: &[&[&[f64]]], expected: &[&[f64]], moved: &[usize]) {
        let mut outlines: Vec<Outline> = outlines.iter().map(|it| outline(it)).collect();
        assert_eq!(joined_across_180(&mut outlines), moved);
        let rings = outlines.iter().flat_map(|it| &it.polygons).flatten();
        let lons = rings.map(|ring| ring.iter().map(|at| at.lon).collect::<Vec<_>>());
        assert_eq!(lons.collect::<Vec<_>>(), expected);
    }

    #[test]
    fn a_ring_that_jumps_runs_on() {
        let jumping: &[f64] = &[178.0, -179.0, -179.0, 178.0];
        check(&[&[jumping]], &[&[178.0, 181.0, 181.0, 178.0]], &[0]);
        let other_way: &[f64] = &[-179.0, 178.0, 178.0, -179.0];
        check(&[&[other_way]], &[&[-179.0, -182.0, -182.0, -179.0]], &[0]);
    }

    #[test]
    fn pieces_on_both_sides_come_together_where_most_room_is() {
        let west: &[f64] = &[170.0, 172.0, 180.0, 170.0];
        let east: &[f64] = &[-180.0, -150.0, -70.0, -180.0];
        check(
            &[&[west, east], &[&[-100.0, -90.0, -80.0, -100.0]]],
            &[
                west,
                &[180.0, 210.0, 290.0, 180.0],
                &[260.0, 270.0, 280.0, 260.0],
            ],
            &[0, 1],
        );
    }

    #[test]
    fn a_map_that_does_not_cross_stays_as_it_is() {
        let rings: [&[f64]; 3] = [
            &[-170.0, -60.0, -60.0, -170.0],
            &[-20.0, 50.0, 50.0, -20.0],
            &[30.0, 175.0, 175.0, 30.0],
        ];
        check(&[&rings], &rings, &[]);
        // Around the globe: a pole, and a whole world.
        let pole: &[f64] = &[-170.0, -60.0, 60.0, 170.0, -170.0];
        check(&[&[pole]], &[pole], &[]);
        let world: &[f64] = &[-180.0, 180.0, 180.0, -180.0, -180.0];
        check(&[&[world]], &[world], &[]);
        check(&[], &[], &[]);
    }

    #[test]
    fn holes_follow_the_ring_around_them() {
        let mut outlines = [outline(&[&[170.0, -170.0, -170.0, 170.0]])];
        let hole = [-178.0, -176.0, -176.0, -178.0].map(|lon| LonLat { lon, lat: 0.5 });
        outlines[0].polygons[0].push(hole.to_vec());
        joined_across_180(&mut outlines);
        let west = LonLat {
            lon: 182.0,
            lat: 0.5,
        };
        assert_eq!(outlines[0].polygons[0][1][0], west);
    }
}
