//! Which geometry is which region.

use std::collections::BTreeMap;

use super::BoundariesError;
use super::wkb::{SourceRing, polygons_from_wkb};

/// Features of the source that are lakes and reservoirs; the spelling is the source's own.
const WATER: [&str; 4] = ["Danau", "Danau Toba", "Waduk Cirata", "Wadung Kedungombo"];
/// A feature of the source that is land of no region.
const LAND: &str = "Hutan";

/// A named geometry as the source has it.
#[derive(Debug, Clone, PartialEq)]
pub struct SourceShape {
    /// The name in the source.
    pub name: String,
    /// Polygon or multipolygon as well-known binary, longitude and latitude.
    pub wkb: Vec<u8>,
}

/// What a shape stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Kind {
    /// The region of a code.
    Region(String),
    Water,
    Land,
}

/// A shape and the polygons that the source gives it.
#[derive(Debug)]
pub(super) struct Joined {
    pub(super) kind: Kind,
    pub(super) polygons: Vec<Vec<SourceRing>>,
}

/// The regions of a list with their geometries, in the order of the list, then water and land.
/// Every region must have exactly one geometry and every geometry a region.
pub(super) fn join(
    shapes: &[SourceShape],
    regions_csv: &[u8],
) -> Result<Vec<Joined>, BoundariesError> {
    let mut by_name: BTreeMap<&str, &SourceShape> = BTreeMap::new();
    for shape in shapes {
        if by_name.insert(&shape.name, shape).is_some() {
            return Err(unmatched(&shape.name, "one geometry", "two"));
        }
    }
    let mut wanted = regions(regions_csv)?;
    wanted.extend(WATER.map(|name| (Kind::Water, name.to_owned())));
    wanted.push((Kind::Land, LAND.to_owned()));
    let mut joined = Vec::with_capacity(wanted.len());
    for (kind, name) in wanted {
        let Some(shape) = by_name.remove(&*name) else {
            return Err(unmatched(&name, "one geometry", "none left"));
        };
        let polygons = polygons_from_wkb(&name, &shape.wkb)?;
        joined.push(Joined { kind, polygons });
    }
    match by_name.first_key_value() {
        Some((name, _)) => Err(unmatched(name, "a region of the list", "none")),
        None => Ok(joined),
    }
}

/// Code and name in the source of each region of the list.
fn regions(csv: &[u8]) -> Result<Vec<(Kind, String)>, BoundariesError> {
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
            Kind::Region(record[code].to_owned()),
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
            Ok(joined) => format!("{:?}", joined.first().map(|it| &it.kind)),
            Err(error) => error.to_string(),
        };
        assert_eq!(found, expected);
    }

    #[test]
    fn every_region_has_one_geometry_and_every_geometry_a_region() {
        let others = [&WATER[..], &[LAND, "Kota A"]].concat();
        let with = |more: &[&'static str]| [&others[..], more].concat();
        check(&with(&["A"]), "Some(Region(\"1\"))");
        check(&with(&[]), "A: expected one geometry, found none left");
        check(&with(&["A", "A"]), "A: expected one geometry, found two");
        check(
            &with(&["A", "B"]),
            "B: expected a region of the list, found none",
        );
    }
}
