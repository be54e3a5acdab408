//! The boundaries of a table's places, from the map that its publisher gives.
//!
//! What the file holds ([`faults`]), which feature is which place, what is left out because it lies over
//! others ([`cover`]), one topology of the rest, as fine as its weight allows ([`weight`]), in which
//! every place keeps at least a speck ([`speck`]).

mod cover;
mod faults;
mod overlap;
mod shape;
mod speck;
mod told;
mod weight;

use crate::formats::Limits;
use crate::formats::geojson::{MapSource, layers_from_map};
use crate::formats::topojson::topology_from_bytes;
use crate::geo::{Inside, Outline, joined_across_180, welded};

use overlap::beside_others;

use super::finding::{Findings, Gravity, Spot};
use super::map_report::{MapReport, Words, spot};
use super::places::{Matches, match_places};

/// Corners of neighbours this close are one: a part of the longer side of the map.
const WELD: f64 = 8_000.0;

/// How the boundaries are made.
pub struct MapOptions<'a> {
    /// The file, as its publisher named it.
    pub file: &'a str,
    /// The field with the codes of the places; found where none is named.
    pub key: Option<&'a str>,
    /// Whose work the boundaries are.
    pub credit: Option<&'a str>,
    /// The most that the file may weigh.
    pub weight_bytes: usize,
    /// What a file weighs, compressed as it is sent.
    pub weigh: &'a dyn Fn(&[u8]) -> usize,
}

impl std::fmt::Debug for MapOptions<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("MapOptions")
            .field("file", &self.file)
            .field("key", &self.key)
            .field("credit", &self.credit)
            .field("weight_bytes", &self.weight_bytes)
            .finish_non_exhaustive()
    }
}

/// The boundaries of a table's places.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Boundaries {
    /// `TopoJSON` with a tile map, regions in the order of the places.
    pub bytes: Vec<u8>,
    /// The codes of the places whose shapes lie beside those of all others.
    pub disjoint: Vec<String>,
}

/// The boundaries of places, each a code and a label, and what was found on the way. No boundaries where something stands in the way,
/// which is then an error among the findings. Places without a shape, and shapes without a place, are
/// left out and listed.
///
/// ```
/// use jangkau::tabular::{MapOptions, boundaries_from_map};
/// let file = br#"{"type": "FeatureCollection", "features": [
///     {"properties": {"name": "Muro"}, "geometry": {"type": "Polygon",
///         "coordinates": [[[20, 5], [21, 5], [21, 6], [20, 6], [20, 5]]]}},
///     {"properties": {"name": "Vale"}, "geometry": {"type": "Polygon",
///         "coordinates": [[[21, 5], [22, 5], [22, 6], [21, 6], [21, 5]]]}}
/// ]}"#;
/// let options = MapOptions {
///     file: "regions.geojson", key: None, credit: None, weight_bytes: 90_000, weigh: &|it| it.len(),
/// };
/// let places = [("n1", "vale"), ("n2", "muro")];
/// let (boundaries, findings) = boundaries_from_map(file, &places, &options);
/// assert!(findings.can_be_published());
/// let boundaries = boundaries.unwrap();
/// assert_eq!(boundaries.disjoint, ["n1", "n2"]);
/// assert!(String::from_utf8(boundaries.bytes).unwrap().contains(r#""id":"n1""#));
/// ```
#[must_use]
pub fn boundaries_from_map(
    bytes: &[u8],
    places: &[(&str, &str)],
    options: &MapOptions<'_>,
) -> (Option<Boundaries>, Findings) {
    let mut report = MapReport::new(options.file);
    let layers = match layers_from_map(bytes, &Limits::SOURCE_MAP) {
        Ok(layers) => layers,
        Err(error) => {
            faults::add_unread(error, options.file, &mut report);
            return (None, report.findings());
        }
    };
    let (found, mut findings) = match_places(places, &layers, options.key, options.file);
    let Some((layer, matches)) = found else {
        if let Some(map) = layers.first() {
            faults::add(map, None, &mut report);
        }
        findings.append(report.findings());
        return (None, findings);
    };
    let map = &layers[layer];
    faults::add(map, Some(&matches), &mut report);
    let drawn = report
        .stands()
        .then(|| drawn(places, (map, &matches), options, &mut report));
    findings.append(report.findings());
    let drawn = drawn.flatten().filter(|_| findings.can_be_published());
    (drawn, findings)
}

fn drawn(
    places: &[(&str, &str)],
    (map, matches): (&MapSource, &Matches),
    options: &MapOptions<'_>,
    report: &mut MapReport<'_>,
) -> Option<Boundaries> {
    let Outlines {
        mut outlines,
        features,
    } = outlines(places, map, matches, report);
    if outlines.is_empty() {
        let words = Words {
            found: "no shape of a place of the table".to_owned(),
            expected: "areas".to_owned(),
            remedy: "give the map of these places".to_owned(),
        };
        report.add((Gravity::Error, "no-shapes"), Spot::File, words);
        return None;
    }
    for at in joined_across_180(&mut outlines) {
        let words = Words {
            found: "land on the other side of 180 degrees, drawn beside the rest".to_owned(),
            ..Words::default()
        };
        let at = spot(&map.features[features[at]], matches.name_field);
        report.add((Gravity::Note, "across-180"), at, words);
    }
    let within = shape::longer_side(&outlines) / WELD;
    let corners = welded(&mut outlines, within);
    if corners > 0 {
        let words = Words {
            found: format!(
                "{corners} corners of borders that neighbours draw apart, brought together"
            ),
            ..Words::default()
        };
        report.add((Gravity::Note, "borders-joined"), Spot::File, words);
    }
    let drawn = match weight::drawn_to_weight(&outlines, options) {
        Ok(drawn) => drawn,
        Err(fault) => {
            told::add_fault(&fault, places, options, report);
            return None;
        }
    };
    let feature_of = |at: usize| &map.features[features[at]];
    told::add_drawn(&drawn, (&outlines, &feature_of), matches.name_field, report);
    if let Err(error) = topology_from_bytes(&drawn.bytes, &Limits::PAGE) {
        let words = Words {
            found: error.to_string(),
            expected: "boundaries that the page can take".to_owned(),
            remedy: "give a map of fewer places".to_owned(),
        };
        report.add((Gravity::Error, "map-too-large"), Spot::File, words);
        return None;
    }
    let mut disjoint = Vec::new();
    for (at, is_beside) in beside_others(&outlines).into_iter().enumerate() {
        if let (true, Inside::Feature(code)) = (is_beside, &outlines[at].inside) {
            disjoint.push(code.to_string());
            continue;
        }
        let words = Words {
            found: "a shape of which more than a tenth lies under those of others".to_owned(),
            expected: "places side by side, whose figures may be added".to_owned(),
            remedy: "nothing, where they do overlap: places are then not added up".to_owned(),
        };
        let at = spot(&map.features[features[at]], matches.name_field);
        report.add((Gravity::Warning, "overlaps-others"), at, words);
    }
    Some(Boundaries {
        bytes: drawn.bytes,
        disjoint,
    })
}

/// What is drawn, in the order of the places, and the first feature of each.
struct Outlines {
    outlines: Vec<Outline>,
    features: Vec<usize>,
}

/// The outlines of all places that have one, but those that lie over others.
fn outlines(
    places: &[(&str, &str)],
    map: &MapSource,
    matches: &Matches,
    report: &mut MapReport<'_>,
) -> Outlines {
    let mut all = Outlines {
        outlines: Vec::new(),
        features: Vec::new(),
    };
    for row in &matches.rows {
        let polygons = row
            .features
            .iter()
            .filter_map(|&at| map.features[at].polygons.as_ref().ok());
        let polygons: Vec<_> = polygons.flatten().cloned().collect();
        if !polygons.is_empty() {
            let inside = Inside::Feature(places[row.place].0.into());
            all.outlines.push(Outline { inside, polygons });
            all.features.extend(row.features.first());
        }
    }
    let covering = cover::covering(&all.outlines);
    for &at in covering.iter().rev() {
        all.outlines.remove(at);
        let feature = &map.features[all.features.remove(at)];
        let words = Words {
            found: "a shape that covers those of other places of the table".to_owned(),
            expected: format!(
                "places beside each other; feature {} is not drawn",
                feature.nth
            ),
            remedy: "nothing, where it is the whole of the others".to_owned(),
        };
        let at = spot(feature, matches.name_field);
        report.add((Gravity::Warning, "covers-others"), at, words);
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geo::{Feature, Topology, neighbours};
    use proptest::prelude::*;

    /// A feature of a code, with polygons as JSON.
    pub(super) fn feature(code: &str, polygons: &str) -> String {
        format!(
            r#"{{"properties": {{"code": "{code}"}}, "geometry": {{"type": "MultiPolygon",
            "coordinates": [{polygons}]}}}}"#
        )
    }

    fn rectangle([west, south, east, north]: [f64; 4]) -> String {
        format!(
            "[[[{west}, {south}], [{east}, {south}], [{east}, {north}], [{west}, {north}], \
             [{west}, {south}]]]"
        )
    }

    fn collection(features: &[String]) -> String {
        let features = features.join(",");
        format!(r#"{{"type": "FeatureCollection", "features": [{features}]}}"#)
    }

    fn read(file: &str, codes: &[&str], weight_bytes: usize) -> (Option<Topology>, Vec<String>) {
        let places: Vec<(&str, &str)> = codes.iter().map(|&code| (code, "")).collect();
        let options = MapOptions {
            file: "m",
            key: None,
            credit: None,
            weight_bytes,
            weigh: &|bytes| bytes.len(),
        };
        let (drawn, findings) = boundaries_from_map(file.as_bytes(), &places, &options);
        let topology = drawn.map(|it| topology_from_bytes(&it.bytes, &Limits::PAGE).unwrap());
        let kinds = findings.sorted().into_iter();
        (topology, kinds.map(|it| it.kind.to_owned()).collect())
    }

    fn ids(topology: &Topology) -> Vec<&str> {
        topology.features().iter().map(Feature::id).collect()
    }

    #[test]
    fn regions_stand_in_the_order_of_the_table_with_tiles() {
        let file = collection(&[
            feature("b", &rectangle([1.0, 0.0, 2.0, 1.0])),
            feature("a", &rectangle([0.0, 0.0, 1.0, 1.0])),
        ]);
        let (topology, kinds) = read(&file, &["a", "b", "c"], 9_000);
        let topology = topology.unwrap();
        assert_eq!(ids(&topology), ["a", "b"]);
        assert!(topology.features().iter().all(|it| it.tile().is_some()));
        assert_eq!(kinds, ["place-without-shape", "map-key", "map-drawn"]);
    }

    #[test]
    fn the_whole_is_left_out_where_its_parts_are_drawn() {
        let file = collection(&[
            feature("b", &rectangle([1.0, 0.0, 2.0, 1.0])),
            feature("a", &rectangle([0.0, 0.0, 1.0, 1.0])),
            feature("all", &rectangle([0.0, 0.0, 2.0, 1.0])),
        ]);
        let (topology, kinds) = read(&file, &["all", "a", "b"], 9_000);
        assert_eq!(ids(&topology.unwrap()), ["a", "b"]);
        assert_eq!(kinds, ["covers-others", "map-key", "map-drawn"]);
    }

    #[test]
    fn an_island_too_small_for_the_grid_is_drawn_nevertheless() {
        let speck = rectangle([200.0, 0.0, 200.000_01, 0.000_01]);
        let file = collection(&[
            feature("a", &rectangle([100.0, 0.0, 140.0, 10.0])),
            feature("b", &speck),
        ]);
        let (topology, kinds) = read(&file, &["a", "b"], 9_000);
        assert_eq!(ids(&topology.unwrap()), ["a", "b"]);
        assert_eq!(kinds, ["map-key", "drawn-as-speck", "map-drawn"]);
    }

    #[test]
    fn what_cannot_be_drawn_is_an_error_and_no_map() {
        let square = rectangle([0.0, 0.0, 1.0, 1.0]);
        let twice = collection(&[feature("a", &square), feature("b", &square)]);
        let (topology, kinds) = read(&twice, &["a", "b"], 9_000);
        assert_eq!((topology, &*kinds[0]), (None, "covered-place"));
        let metres = rectangle([1e6, 1e6, 2e6, 2e6]);
        let (topology, kinds) = read(&collection(&[feature("a", &metres)]), &["a"], 9_000);
        assert_eq!((topology, &*kinds[0]), (None, "projected-coordinates"));
        let (topology, kinds) = read(&collection(&[feature("a", &square)]), &["a"], 10);
        assert_eq!((topology, &*kinds[0]), (None, "map-too-heavy"));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(24))]
        #[test]
        fn neighbours_stay_neighbours_whatever_the_weight(
            bumps in prop::collection::vec(0.0..0.04_f64, 120), weight in 1_500_usize..6_000,
        ) {
            // Three regions side by side, each border drawn twice with the same bumps.
            let border = |at: usize| -> Vec<[f64; 2]> {
                let steps = bumps[at * 40..][..40].iter().enumerate();
                let lat = |step: usize| f64::from(u32::try_from(step).unwrap()) / 39.0;
                let lon = f64::from(u32::try_from(at).unwrap());
                steps.map(|(step, bump)| [lon + bump, lat(step)]).collect()
            };
            let region = |west: Vec<[f64; 2]>, east: Vec<[f64; 2]>| {
                let mut ring = west;
                ring.extend(east.into_iter().rev());
                ring.push(ring[0]);
                format!("[{ring:?}]")
            };
            let east_coast = vec![[3.0, 0.0], [3.0, 1.0]];
            let file = collection(&[
                feature("a", &region(border(0), border(1))),
                feature("b", &region(border(1), border(2))),
                feature("c", &region(border(2), east_coast)),
            ]);
            let (topology, kinds) = read(&file, &["a", "b", "c"], weight);
            let topology = topology.unwrap();
            let around: Vec<usize> = neighbours(&topology).iter().map(Vec::len).collect();
            prop_assert_eq!(around, [1, 2, 1]);
            prop_assert!(!kinds.contains(&"gaps-closed".to_owned()), "{kinds:?}");
        }
    }
}
