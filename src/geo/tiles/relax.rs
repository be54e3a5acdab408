//! Spreading points until each has room for a tile.

use super::TilePoint;
use super::board::as_float;
use super::links::Link;

const ROUNDS: u32 = 1_500;
/// How strongly the ways by land and by sea, and the place aimed at, hold a point.
const BY_LAND: f64 = 0.16;
const BY_SEA: f64 = 0.03;
const PLACE: f64 = 0.02;
/// How much the crowd counts in the place aimed at, across and down.
const EVEN: (f64, f64) = (0.75, 0.35);
/// How many cells the box aimed at has for each point.
const CELLS_EACH: f64 = 1.63;

/// Positions in cells, from 0 on, about one cell apart, that keep the directions between
/// neighbours: dense places grow and empty ones shrink, as in a cartogram.
pub(super) fn relaxed(points: &[TilePoint], links: &[Link]) -> Vec<(f64, f64)> {
    let aimed = aimed(points);
    let mut places = aimed.clone();
    for round in 0..ROUNDS {
        // The room that a point claims grows while the ways shape the map.
        let room = (f64::from(round) / f64::from(ROUNDS) * 2.0).min(1.0);
        let mut shift: Vec<(f64, f64)> = places
            .iter()
            .zip(&aimed)
            .map(|(at, aim)| ((aim.0 - at.0) * PLACE, (aim.1 - at.1) * PLACE))
            .collect();
        for link in links {
            let pull = if link.by_land { BY_LAND } else { BY_SEA };
            let (from, to) = (places[link.from], places[link.to]);
            let dx = (to.0 - from.0 - link.way.0) * pull;
            let dy = (to.1 - from.1 - link.way.1) * pull;
            shift[link.from].0 += dx;
            shift[link.from].1 += dy;
            shift[link.to].0 -= dx;
            shift[link.to].1 -= dy;
        }
        push_apart(&places, room, &mut shift);
        for (at, by) in places.iter_mut().zip(shift) {
            at.0 += by.0.clamp(-0.5, 0.5);
            at.1 += by.1.clamp(-0.5, 0.5);
        }
    }
    from_zero(&places)
}

fn push_apart(places: &[(f64, f64)], room: f64, shift: &mut [(f64, f64)]) {
    for one in 0..places.len() {
        for two in one + 1..places.len() {
            let (dx, dy) = (places[two].0 - places[one].0, places[two].1 - places[one].1);
            let square = dx * dx + dy * dy;
            if square >= room * room {
                continue;
            }
            let length = square.sqrt().max(1e-6);
            let push = (room - length) * 0.35;
            // Two on one spot part sideways.
            let (east, south) = if square > 0.0 {
                (dx / length, dy / length)
            } else {
                (1.0, 0.0)
            };
            shift[one].0 -= east * push;
            shift[one].1 -= south * push;
            shift[two].0 += east * push;
            shift[two].1 += south * push;
        }
    }
}

/// Where each point lies in the box aimed at: partly by its coordinate, partly by how many points
/// have a smaller one, so that crowded stretches get more of the box. A long map is drawn less
/// long: by the root of its proportion.
fn aimed(points: &[TilePoint]) -> Vec<(f64, f64)> {
    let of = |part: fn(&TilePoint) -> f64| points.iter().map(part).collect::<Vec<f64>>();
    let (wide, across) = evened(&of(|point| point.x), EVEN.0);
    let (high, down) = evened(&of(|point| point.y), EVEN.1);
    let long = (wide.max(1e-9) / high.max(1e-9)).sqrt().clamp(0.2, 5.0);
    let height = (as_float(points.len()) * CELLS_EACH / long).sqrt();
    let aims = across.iter().zip(down);
    aims.map(|(x, y)| (x * height * long, y * height)).collect()
}

/// What coordinates span, and each of them from 0 to 1.
fn evened(coordinates: &[f64], even: f64) -> (f64, Vec<f64>) {
    let least = coordinates.iter().copied().fold(f64::INFINITY, f64::min);
    let most = coordinates
        .iter()
        .copied()
        .fold(f64::NEG_INFINITY, f64::max);
    let span = (most - least).max(f64::MIN_POSITIVE);
    let mut sorted = coordinates.to_vec();
    sorted.sort_by(f64::total_cmp);
    let count = as_float(sorted.len());
    let share = |at: &f64| {
        let before = as_float(sorted.partition_point(|other| other < at)) / count;
        (at - least) / span * (1.0 - even) + before * even
    };
    (most - least, coordinates.iter().map(share).collect())
}

fn from_zero(places: &[(f64, f64)]) -> Vec<(f64, f64)> {
    let least = places
        .iter()
        .fold((f64::INFINITY, f64::INFINITY), |least, at| {
            (least.0.min(at.0), least.1.min(at.1))
        });
    places
        .iter()
        .map(|at| (at.0 - least.0, at.1 - least.1))
        .collect()
}
