//! Which geometry is which region.

use std::collections::BTreeMap;

use jangkau::geo::{Inside, Outline};

use super::BoundariesError;
use super::wkb::polygons_from_wkb;

/// Features of the source that are lakes and reservoirs; the spelling is the source's own.
const WATER: [&str; 4] = ["Danau", "Danau Toba", "Waduk Cirata", "Wadung Kedungombo"];
/// A feature of the source that is land of no region.
const LAND: &str = "Hutan";

/// A named geometry as the source has it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct SourceShape {
    /// The name in the source.
    pub(crate) name: String,
    /// Polygon or multipolygon as well-known binary, longitude and latitude.
    pub(crate) wkb: Vec<u8>,
}

/// The regions of a list with their geometries, in the order of the list, then water and land.
/// Every region must have exactly one geometry and every geometry a region.
pub(super) fn join(
    shapes: &[SourceShape],
    regions_csv: &[u8],
) -> Result<Vec<Outline>, BoundariesError> {
    let mut by_name: BTreeMap<&str, &SourceShape> = BTreeMap::new();
    for shape in shapes {
        if by_name.insert(&shape.name, shape).is_some() {
            return Err(unmatched(&shape.name, "one geometry", "two"));
        }
    }
    let mut wanted = regions(regions_csv)?;
    wanted.extend(WATER.map(|name| (Inside::Water, name.to_owned())));
    wanted.push((Inside::Land, LAND.to_owned()));
    let mut outlines = Vec::with_capacity(wanted.len());
    for (inside, name) in wanted {
        let Some(shape) = by_name.remove(&*name) else {
            return Err(unmatched(&name, "one geometry", "none left"));
        };
        let polygons = polygons_from_wkb(&name, &shape.wkb)?;
        outlines.push(Outline { inside, polygons });
    }
    match by_name.first_key_value() {
        Some((name, _)) => Err(unmatched(name, "a region of the list", "none")),
        None => Ok(outlines),
    }
}

/// Code and name in the source of each region of the list.
fn regions(csv: &[u8]) -> Result<Vec<(Inside, String)>, BoundariesError> {
    let mut reader = csv::Reader::from_reader(csv);
    let headers = reader.headers()?;
    let column = |name: &'static str| {
        let found = headers.iter().position(|header| header == name);
        found.ok_or_else(|| unmatched("the list of regions", name, "no such column"))
    };
    let (code, name) = (column("code")?, column("geoboundaries_name")?);
    let records = reader.records().map(|record| {
        let record = record?;
        Ok((
            Inside::Feature(record[code].into()),
            record[name].to_owned(),
        ))
    });
    records.collect()
}

fn unmatched(name: &str, expected: &'static str, found: &str) -> BoundariesError {
    BoundariesError::Unmatched {
        name: name.to_owned(),
        expected,
        found: found.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIST: &str = "code,name,geoboundaries_name\n1,Kabupaten A,A\n2,Kota A,Kota A\n";

    #[track_caller]
    fn check(names: &[&str], expected: &str) {
        let shape = |name: &&str| SourceShape {
            name: (*name).to_owned(),
            wkb: vec![1, 6, 0, 0, 0, 0, 0, 0, 0],
        };
        let shapes: Vec<SourceShape> = names.iter().map(shape).collect();
        let found = match join(&shapes, LIST.as_bytes()) {
            Ok(outlines) => format!("{:?}", outlines.first().map(|it| &it.inside)),
            Err(error) => error.to_string(),
        };
        assert_eq!(found, expected);
    }

    #[test]
    fn every_region_has_one_geometry_and_every_geometry_a_region() {
        let others = [&WATER[..], &[LAND, "Kota A"]].concat();
        let with = |more: &[&'static str]| [&others[..], more].concat();
        check(&with(&["A"]), "Some(Feature(\"1\"))");
        check(&with(&[]), "A: expected one geometry, found none left");
        check(&with(&["A", "A"]), "A: expected one geometry, found two");
        check(
            &with(&["A", "B"]),
            "B: expected a region of the list, found none",
        );
    }
}
