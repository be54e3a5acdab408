//! The shipped regions as tiles and as a map to walk on by keys.

use std::collections::{HashMap, VecDeque};
use std::fs;

use jangkau::geo::{Direction, Move, Navigation, Stop, Tile, TilePoint, tile_grid};

struct Region {
    province_2020: String,
    province_2023: String,
    /// Longitude and latitude in degrees, the latter growing downwards.
    place: (f64, f64),
}

fn regions() -> Vec<Region> {
    let path = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/public/data/prakerja/sources/idn-regions.csv"
    );
    let text = fs::read_to_string(path).unwrap();
    let mut lines = text.lines().map(|line| line.split(',').collect::<Vec<_>>());
    let head = lines.next().unwrap();
    let column = |name: &str| head.iter().position(|&found| found == name).unwrap();
    let [lon, lat] = ["lon", "lat"].map(column);
    let [before, since] = ["province_code_2020", "province_code_2023"].map(column);
    let degrees = |text: &str| text.parse::<f64>().unwrap();
    lines
        .map(|row| Region {
            province_2020: row[before].to_owned(),
            province_2023: row[since].to_owned(),
            place: (degrees(row[lon]), -degrees(row[lat])),
        })
        .collect()
}

/// The position of each name among the distinct ones, and how many of those there are.
fn numbered<'a>(names: impl Iterator<Item = &'a str>) -> (Vec<usize>, usize) {
    let mut known: HashMap<&str, usize> = HashMap::new();
    let positions = names.map(|name| {
        let next = known.len();
        *known.entry(name).or_insert(next)
    });
    (positions.collect(), known.len())
}

fn moves() -> impl Iterator<Item = Move> {
    let towards = Direction::ALL.map(Move::Towards).into_iter();
    towards.chain([Move::Inwards, Move::Outwards, Move::Home])
}

/// The fewest moves from the nation to each stand.
fn presses(walk: &Navigation) -> HashMap<Stop, usize> {
    let mut presses = HashMap::from([(Stop::All, 0)]);
    let mut waiting = VecDeque::from([Stop::All]);
    while let Some(stand) = waiting.pop_front() {
        let made = presses[&stand];
        for next in moves().map(|step| walk.after(stand, step)) {
            presses.entry(next).or_insert_with(|| {
                waiting.push_back(next);
                made + 1
            });
        }
    }
    presses
}

#[test]
fn every_region_is_a_few_presses_away() {
    let regions = regions();
    let (group_of, groups) = numbered(regions.iter().map(|region| &*region.province_2020));
    let places = regions.iter().map(|region| region.place).collect();
    let presses = presses(&Navigation::over(places, group_of, groups));
    let group = |at: usize| presses.contains_key(&Stop::Group(at));
    assert!(groups == 34 && (0..groups).all(group));
    let region = |at: usize| presses.get(&Stop::Region(at)).copied();
    let mut counts: Vec<usize> = (0..regions.len()).filter_map(region).collect();
    counts.sort_unstable();
    assert_eq!(counts.len(), 514);
    let (median, most) = (counts[257], counts[513]);
    assert!(median <= 5 && most <= 9, "{median} {most}");
}

/// How many pieces the tiles of a group lie in.
fn pieces(tiles: &[Tile]) -> usize {
    let mut left = tiles.to_vec();
    let mut pieces = 0;
    while let Some(start) = left.pop() {
        pieces += 1;
        let mut open = vec![start];
        while let Some(at) = open.pop() {
            let beside =
                |tile: &Tile| at.column.abs_diff(tile.column) + at.row.abs_diff(tile.row) == 1;
            open.extend(left.iter().copied().filter(beside));
            left.retain(|tile| !beside(tile));
        }
    }
    pieces
}

/// The rank of each value, the mean one where some are equal.
fn ranks(values: &[f64]) -> Vec<f64> {
    let rank = |value: &f64| {
        let below = values.iter().filter(|&other| other < value).count();
        let equal = values
            .iter()
            .filter(|&other| other.to_bits() == value.to_bits());
        f64::from(u32::try_from(2 * below + equal.count()).unwrap()) / 2.0
    };
    values.iter().map(rank).collect()
}

/// Spearman's rank correlation.
fn correlation(one: &[f64], two: &[f64]) -> f64 {
    let deviations = |values: &[f64]| {
        let ranks = ranks(values);
        let mean = ranks.iter().sum::<f64>() / f64::from(u32::try_from(ranks.len()).unwrap());
        ranks
            .into_iter()
            .map(|rank| rank - mean)
            .collect::<Vec<_>>()
    };
    let (one, two) = (deviations(one), deviations(two));
    let product = |a: &[f64], b: &[f64]| a.iter().zip(b).map(|(a, b)| a * b).sum::<f64>();
    product(&one, &two) / (product(&one, &one) * product(&two, &two)).sqrt()
}

/// The share of the four nearest regions of each region that lie within so many cells.
fn near_share(regions: &[Region], tiles: &[Tile], cells: u16) -> f64 {
    let mut near = 0_u32;
    for (from, region) in regions.iter().enumerate() {
        let square = |to: usize| {
            let (lon, lat) = regions[to].place;
            (lon - region.place.0).powi(2) + (lat - region.place.1).powi(2)
        };
        let mut others: Vec<usize> = (0..regions.len()).filter(|&to| to != from).collect();
        others.sort_by(|&a, &b| square(a).total_cmp(&square(b)));
        near += others[..4].iter().fold(0, |near, &to| {
            let across = tiles[from].column.abs_diff(tiles[to].column);
            let down = tiles[from].row.abs_diff(tiles[to].row);
            near + u32::from(across.max(down) <= cells)
        });
    }
    f64::from(near) / f64::from(u32::try_from(4 * regions.len()).unwrap())
}

#[test]
fn the_tiles_are_the_country_in_small() {
    let regions = regions();
    let (group_of, groups) = numbered(regions.iter().map(|region| &*region.province_2023));
    let points = regions
        .iter()
        .zip(&group_of)
        .map(|(region, &group)| TilePoint {
            x: region.place.0,
            y: region.place.1,
            group,
        });
    let tiles = tile_grid(&points.collect::<Vec<_>>());

    let mut distinct = tiles.clone();
    distinct.sort_unstable();
    distinct.dedup();
    assert_eq!(distinct.len(), 514);

    // A tile of 8 px on a phone 360 px wide.
    let columns = tiles.iter().map(|tile| tile.column + 1).max().unwrap();
    let rows = tiles.iter().map(|tile| tile.row + 1).max().unwrap();
    assert!(columns <= 44 && rows <= 28, "{columns} x {rows}");

    let whole = (0..groups).filter(|&group| {
        let own = tiles.iter().zip(&group_of).filter(|&(_, &of)| of == group);
        pieces(&own.map(|(&tile, _)| tile).collect::<Vec<_>>()) == 1
    });
    let whole = whole.count();
    assert_eq!((whole, groups), (38, 38));

    let parts = |part: fn(&Tile) -> u16| tiles.iter().map(|tile| f64::from(part(tile))).collect();
    let (column, row): (Vec<f64>, Vec<f64>) = (parts(|tile| tile.column), parts(|tile| tile.row));
    let (lon, lat): (Vec<f64>, Vec<f64>) = regions.iter().map(|region| region.place).unzip();
    let (across, down) = (correlation(&lon, &column), correlation(&lat, &row));
    let near = near_share(&regions, &tiles, 2);
    assert!(across > 0.98 && down > 0.97, "{across} {down}");
    assert!(near > 0.9, "{near}");
}
