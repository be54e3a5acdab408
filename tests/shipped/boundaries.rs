//! The boundaries the site ships: whole, sound, light, and neighbours where the map has them.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use jangkau::formats::Limits;
use jangkau::formats::json_stat::Listed;
use jangkau::formats::topojson::topology_from_bytes;
use jangkau::geo::{
    ArcIx, ArcRef, Feature, Group, LonLat, Ring, Topology, borders, dissolve, label_point,
    neighbours,
};
use jangkau::publish::compress::{Quality, in_brotli};
use jangkau::publish::tree::hex_sha256;

use crate::support::shipped::{LIST, PRAKERJA as CUBE, data};

fn listed() -> &'static Listed {
    let entry = LIST.entry("prakerja", None).unwrap();
    entry.boundaries.as_ref().unwrap()
}

fn file() -> Vec<u8> {
    std::fs::read(data().join(&listed().href)).unwrap()
}

static TOPOLOGY: LazyLock<Topology> =
    LazyLock::new(|| topology_from_bytes(&file(), &Limits::PAGE).unwrap());

/// The group of each feature in a grouping of the dataset's regions, and how many groups there are.
fn groups(id: &str) -> (Vec<Option<Group>>, usize) {
    let axis = CUBE.axis("region").unwrap();
    let dimension = CUBE.dimension(axis.dimension());
    let mut groupings = dimension.groupings().iter();
    let grouping = groupings.find(|it| it.id().as_str() == id).unwrap();
    let of = |feature: &Feature| {
        let region = CUBE.members(axis).position(feature.id()).unwrap();
        grouping.group_of(region).map(|group| Group(group.0))
    };
    let of = TOPOLOGY.features().iter().map(of).collect();
    (of, grouping.groups().len())
}

fn positions(ring: &Ring) -> Vec<LonLat> {
    TOPOLOGY.ring_positions(ring).collect()
}

fn double_area(a: LonLat, b: LonLat, c: LonLat) -> f64 {
    (b.lon - a.lon) * (c.lat - a.lat) - (c.lon - a.lon) * (b.lat - a.lat)
}

/// Whether a point is inside a line by its winding, not by crossings as the code under test does.
fn winds_around(line: &[LonLat], at: LonLat) -> bool {
    let angle = |it: LonLat| (it.lat - at.lat).atan2(it.lon - at.lon);
    let following = line.iter().cycle().skip(1);
    let turns = line.iter().zip(following).map(|(&a, &b)| {
        let turn = angle(b) - angle(a);
        (turn + std::f64::consts::PI).rem_euclid(std::f64::consts::TAU) - std::f64::consts::PI
    });
    turns.sum::<f64>().abs() > std::f64::consts::PI
}

#[test]
fn the_listed_file_has_its_hash_size_and_weight() {
    let (listed, bytes) = (listed(), file());
    assert_eq!(
        (listed.bytes, &listed.sha256),
        (bytes.len(), &hex_sha256(&bytes))
    );
    let weight = in_brotli(&bytes, Quality::SMALLEST).unwrap().len();
    assert!(weight <= 90_000, "{weight}");
    assert!(TOPOLOGY.credit().unwrap().contains("CC BY 3.0 IGO"));
}

#[test]
fn there_is_one_feature_for_every_region_of_the_dataset() {
    let axis = CUBE.axis("region").unwrap();
    let regions: BTreeSet<&str> = CUBE
        .members(axis)
        .iter()
        .map(|(_, region)| region.code().as_str())
        .collect();
    let features: BTreeSet<&str> = TOPOLOGY.features().iter().map(Feature::id).collect();
    assert_eq!((features.len(), TOPOLOGY.features().len()), (514, 514));
    assert_eq!(features, regions);
    assert!(!TOPOLOGY.water().is_empty() && !TOPOLOGY.land().is_empty());
}

#[test]
fn no_ring_crosses_itself_or_encloses_nothing() {
    for feature in TOPOLOGY.features() {
        for polygon in feature.polygons() {
            for (at, ring) in polygon.rings().iter().enumerate() {
                let line = positions(ring);
                let next = |at: usize| line[(at + 1) % line.len()];
                let steps = 0..line.len();
                let area: f64 = steps
                    .clone()
                    .map(|at| double_area(line[0], line[at], next(at)))
                    .sum();
                // RFC 7946, 3.1.6: outer rings counterclockwise, holes clockwise.
                assert!(
                    if at == 0 { area > 1e-7 } else { area < -1e-7 },
                    "{feature:?}"
                );
                for one in steps.clone() {
                    for other in one + 1..line.len() {
                        let (a, b, c, d) = (line[one], next(one), line[other], next(other));
                        let parted =
                            |p, q, r, s| double_area(p, q, r) * double_area(p, q, s) < -1e-20;
                        let crosses = parted(a, b, c, d) && parted(c, d, a, b);
                        assert!(!crosses && a != c, "{} near {a:?}", feature.id());
                    }
                }
            }
        }
    }
}

#[test]
fn every_region_has_a_label_point_inside() {
    for feature in TOPOLOGY.features() {
        let point = label_point(&TOPOLOGY, feature).unwrap();
        let around = |ring: &Ring| winds_around(&positions(ring), point);
        let inside = feature.polygons().iter().filter(|polygon| {
            let (outer, holes) = polygon.rings().split_first().unwrap();
            around(outer) && !holes.iter().any(around)
        });
        assert_eq!(inside.count(), 1, "{} at {point:?}", feature.id());
    }
}

/// The provinces are not in the file: they come from the regions' own arcs.
#[track_caller]
fn check_provinces(grouping: &str, expected: usize) {
    let (groups, count) = groups(grouping);
    assert!(groups.iter().all(Option::is_some));
    let outlines = dissolve(&TOPOLOGY, &groups);
    assert_eq!((count, outlines.len()), (expected, expected));
    let mut uses: BTreeMap<ArcIx, usize> = BTreeMap::new();
    let ends = |arc: ArcRef| {
        let all: Vec<LonLat> = TOPOLOGY.arc_positions(arc).collect();
        (all[0], all[all.len() - 1])
    };
    for rings in &outlines {
        assert!(!rings.is_empty());
        for ring in rings {
            let following = ring.arcs().iter().cycle().skip(1);
            for (&arc, &next) in ring.arcs().iter().zip(following) {
                assert_eq!(ends(arc).1, ends(next).0);
                *uses.entry(arc.arc()).or_default() += 1;
            }
        }
    }
    let lines = borders(&TOPOLOGY, &groups);
    assert!(lines.between.iter().all(|arc| uses[arc] == 2));
    assert!(lines.coast.iter().all(|arc| uses[arc] == 1));
    assert_eq!(uses.len(), lines.between.len() + lines.coast.len());
}

#[test]
fn provinces_of_both_years_are_dissolved_into_closed_rings() {
    check_provinces("province-2020", 34);
    check_provinces("province-2023", 38);
}

#[test]
fn neighbours_are_those_of_the_map() {
    let lists = neighbours(&TOPOLOGY);
    // Worked out by hand: cities and what lies around them, islands with nothing.
    for (region, expected) in [
        ("3273", "3204 3217 3277"), // Kota Bandung
        ("3272", "3202"),           // Kota Sukabumi
        ("1375", "1306"),           // Kota Bukittinggi, in Agam
        ("1571", "1505"),           // Kota Jambi
        ("3271", "3201"),           // Kota Bogor
        ("3274", "3209"),           // Kota Cirebon
        ("3371", "3308"),           // Kota Magelang
        ("3373", "3322"),           // Kota Salatiga
        ("3471", "3402 3404"),      // Kota Yogyakarta
        ("3571", "3506"),           // Kota Kediri
        ("3572", "3505"),           // Kota Blitar
        ("3573", "3507"),           // Kota Malang
        ("3578", "3515 3525"),      // Kota Surabaya
        ("5171", "5103 5104"),      // Kota Denpasar
        ("9171", "9103 9111"),      // Kota Jayapura
        ("1109", ""),               // Simeulue
        ("2103", ""),               // Natuna
        ("2105", ""),               // Kepulauan Anambas
        ("3101", ""),               // Kepulauan Seribu
        ("7103", ""),               // Kepulauan Sangihe
        ("7104", ""),               // Kepulauan Talaud
        ("7407", ""),               // Wakatobi
        ("8107", ""),               // Kepulauan Aru
    ] {
        let at = TOPOLOGY.features().iter().position(|it| it.id() == region);
        let found = lists[at.unwrap()].iter();
        let found: Vec<&str> = found.map(|it| TOPOLOGY.features()[it.0].id()).collect();
        assert_eq!(found.join(" "), expected, "{region}");
    }
}
