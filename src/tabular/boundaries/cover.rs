//! Shapes that are the whole of others: a country over its parts.

use crate::geo::Outline;

use super::shape::{area, bounds, has_inside, inner_position};

/// The part of a shape that others must make up for it to be their whole.
const PART: f64 = 0.9;

/// The outlines, by position, that others inside of them make up: drawn, they would hide these.
pub(super) fn covering(outlines: &[Outline]) -> Vec<usize> {
    let areas: Vec<f64> = outlines.iter().map(|it| area(&it.polygons)).collect();
    let inner = outlines.iter().map(|it| inner_position(&it.polygons));
    let inner: Vec<_> = inner.collect();
    let covers = |at: &usize| {
        let outline = &outlines[*at];
        let [west, south, east, north] = bounds(outline.polygons.iter().flatten().flatten());
        let inside = (0..outlines.len()).filter(|other| {
            let Some(position) = inner[*other] else {
                return false;
            };
            let near =
                (west..=east).contains(&position.lon) && (south..=north).contains(&position.lat);
            other != at
                && near
                && areas[*other] < areas[*at]
                && has_inside(&outline.polygons, position)
        });
        let inside: Vec<usize> = inside.collect();
        let parts: f64 = inside.iter().map(|&other| areas[other]).sum();
        inside.len() > 1 && parts >= areas[*at] * PART
    };
    (0..outlines.len()).filter(covers).collect()
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::geo::{Inside, LonLat};

    pub(in super::super) fn rectangle([west, south, east, north]: [f64; 4]) -> Outline {
        let corners = [
            [west, south],
            [east, south],
            [east, north],
            [west, north],
            [west, south],
        ];
        let ring = corners.map(|[lon, lat]| LonLat { lon, lat }).to_vec();
        Outline {
            inside: Inside::Feature("a".into()),
            polygons: vec![vec![ring]],
        }
    }

    #[test]
    fn a_country_and_its_halves_lie_over_the_districts() {
        let districts = (0..4).map(|at| {
            let west = f64::from(at);
            rectangle([west, 0.0, west + 1.0, 1.0])
        });
        let mut all: Vec<Outline> = districts.collect();
        all.insert(0, rectangle([0.0, 0.0, 4.0, 1.0]));
        all.push(rectangle([0.0, 0.0, 2.0, 1.0]));
        assert_eq!(covering(&all), [0, 5]);
    }

    #[test]
    fn a_county_around_a_town_is_no_whole() {
        let all = [
            [0.0, 0.0, 4.0, 4.0],
            [1.0, 1.0, 2.0, 2.0],
            [2.0, 1.0, 3.0, 2.0],
        ];
        assert_eq!(covering(&all.map(rectangle)), [0; 0]);
        let twice = [[0.0, 0.0, 4.0, 4.0], [0.0, 0.0, 4.0, 4.0]];
        assert_eq!(covering(&twice.map(rectangle)), [0; 0]);
    }
}
