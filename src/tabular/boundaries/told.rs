//! What there is to say about boundaries that were drawn, or could not be.

use crate::formats::geojson::SourceFeature;
use crate::geo::{GeoError, Outline};
use crate::tabular::map_report::{MapReport, Words, spot};
use crate::tabular::{Gravity, Spot};

use super::MapOptions;
use super::weight::{Drawn, Fault};

/// Metres a degree of latitude, on a globe of 6,371 kilometres.
const METRES: f64 = 111_195.0;

/// Why nothing is drawn.
pub(super) fn add_fault(
    fault: &Fault,
    places: &[(&str, &str)],
    options: &MapOptions<'_>,
    report: &mut MapReport<'_>,
) {
    let (kind, words) = match fault {
        Fault::Geo(GeoError::EnclosesNothing { id }) => {
            let label = places.iter().find(|(code, _)| **code == **id);
            let label = label.map_or("", |(_, label)| *label);
            let words = Words {
                found: format!("the shape of \"{label}\" ({id}), wholly under those of others"),
                expected: "places beside each other".to_owned(),
                remedy: "take one of them out of the map".to_owned(),
            };
            ("covered-place", words)
        }
        Fault::Geo(error) => {
            let words = Words {
                found: error.to_string(),
                expected: "areas that can be drawn".to_owned(),
                remedy: "mend the geometries, as with ogr2ogr -makevalid".to_owned(),
            };
            ("cannot-be-drawn", words)
        }
        Fault::TooHeavy(weight) => {
            let words = Words {
                found: format!("{weight} bytes at the least"),
                expected: format!("at most {}", options.weight_bytes),
                remedy: "allow more with --map-weight".to_owned(),
            };
            ("map-too-heavy", words)
        }
    };
    report.add((Gravity::Error, kind), Spot::File, words);
}

/// How boundaries were drawn; `feature_of` gives the feature of an outline.
pub(super) fn add_drawn<'m>(
    drawn: &Drawn,
    (outlines, feature_of): (&[Outline], &dyn Fn(usize) -> &'m SourceFeature),
    name_field: Option<usize>,
    report: &mut MapReport<'_>,
) {
    let place = |at: usize| spot(feature_of(at), name_field);
    for &at in &drawn.drawing.untangled {
        let words = Words {
            found: "a ring that crosses itself, taken apart where it does".to_owned(),
            expected: format!("rings that do not cross in feature {}", feature_of(at).nth),
            remedy: "look whether it is drawn rightly".to_owned(),
        };
        report.add((Gravity::Warning, "crossing-ring"), place(at), words);
    }
    for &at in &drawn.specks {
        let words = Words {
            found: "a place smaller than the grid, drawn as small as can be".to_owned(),
            ..Words::default()
        };
        report.add((Gravity::Note, "drawn-as-speck"), place(at), words);
    }
    let features = drawn.drawing.topology.features();
    for (at, (outline, feature)) in outlines.iter().zip(features).enumerate() {
        let (before, after) = (outline.polygons.len(), feature.polygons().len());
        if after < before {
            let words = Words {
                found: format!("{before} pieces, drawn as {after}"),
                ..Words::default()
            };
            report.add((Gravity::Note, "fewer-pieces"), place(at), words);
        }
    }
    let (gaps, overlaps) = (drawn.drawing.gaps, drawn.drawing.overlaps);
    if gaps + overlaps > 0 {
        let words = Words {
            found: format!("{gaps} gaps and {overlaps} overlaps between neighbours, closed"),
            ..Words::default()
        };
        report.add((Gravity::Note, "gaps-closed"), Spot::File, words);
    }
    let points = outlines.iter().flat_map(|it| &it.polygons).flatten();
    let before: usize = points.map(|ring| ring.len().saturating_sub(1)).sum();
    let arcs = drawn.drawing.topology.arcs().iter();
    let after: usize = arcs.map(|arc| arc.positions().len()).sum();
    let words = Words {
        found: format!(
            "{} regions of {before} points, drawn with {after} on a grid of {:.0} metres; {} bytes \
             compressed",
            features.len(),
            (drawn.step * METRES).max(1.0),
            drawn.weight
        ),
        ..Words::default()
    };
    report.add((Gravity::Note, "map-drawn"), Spot::File, words);
}
