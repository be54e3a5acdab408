//! What a topology is held to, arc by arc and ring by ring.

use super::{ArcRef, FeatureIx, GeoError, LonLat, Polygon, Ring, TopoArc};

/// The positions of an arc in the direction of a ring, both ends included.
pub(super) fn along(arcs: &[TopoArc], arc: ArcRef) -> impl Iterator<Item = LonLat> {
    let positions = arcs[arc.arc().0].positions();
    let last = positions.len() - 1;
    (0..=last).map(move |at| positions[if arc.is_reversed() { last - at } else { at }])
}

pub(super) fn check_arc(arc: usize, positions: &[LonLat]) -> Result<(), GeoError> {
    let found = positions.len();
    if found < 2 {
        return Err(GeoError::ArcTooShort { arc, found });
    }
    for (position, &LonLat { lon, lat }) in positions.iter().enumerate() {
        if !(lon.abs() <= 360.0 && lat.abs() <= 90.0) {
            return Err(GeoError::OffTheGlobe {
                arc,
                position,
                lon: degrees_text(lon),
                lat: degrees_text(lat),
            });
        }
    }
    Ok(())
}

/// Degrees for a message, rounded; from a million on only that they are so many.
#[allow(clippy::cast_possible_truncation, reason = "below a million")]
pub(super) fn degrees_text(degrees: f64) -> Box<str> {
    if degrees.abs() < 1e6 {
        (degrees.round() as i64).to_string().into()
    } else if degrees.is_nan() {
        "no number".into()
    } else if degrees > 0.0 {
        "a million or more".into()
    } else {
        "minus a million or less".into()
    }
}

pub(super) fn check_polygons(
    id: &str,
    polygons: &[Polygon],
    arcs: &[TopoArc],
) -> Result<(), GeoError> {
    let bare = |polygon: &Polygon| polygon.rings().is_empty();
    if polygons.is_empty() || polygons.iter().any(bare) {
        return Err(GeoError::NoRings { id: id.into() });
    }
    for (at, ring) in polygons.iter().flat_map(Polygon::rings).enumerate() {
        check_ring((id, at), ring, arcs)?;
    }
    Ok(())
}

/// Notes a feature on a side of each of its arcs.
pub(super) fn claim(
    (id, feature): (&str, FeatureIx),
    polygons: &[Polygon],
    sides: &mut [[Option<FeatureIx>; 2]],
) -> Result<(), GeoError> {
    for arc in polygons
        .iter()
        .flat_map(Polygon::rings)
        .flat_map(Ring::arcs)
    {
        let arc = arc.arc().0;
        let Some(side) = sides[arc].iter_mut().find(|side| side.is_none()) else {
            return Err(GeoError::ThirdSide { arc, id: id.into() });
        };
        *side = Some(feature);
    }
    Ok(())
}

fn check_ring((id, ring): (&str, usize), of: &Ring, arcs: &[TopoArc]) -> Result<(), GeoError> {
    let id = || id.into();
    let mut found = 1;
    for named in of.arcs() {
        let arc = named.arc().0;
        let Some(there) = arcs.get(arc) else {
            let (id, arcs) = (id(), arcs.len());
            return Err(GeoError::UnknownArc { id, arc, arcs });
        };
        found += there.positions().len() - 1;
    }
    let following = of.arcs().iter().cycle().skip(1);
    for (&arc, &next) in of.arcs().iter().zip(following) {
        if along(arcs, arc.turned()).next() != along(arcs, next).next() {
            let (id, arc) = (id(), arc.arc().0);
            return Err(GeoError::OpenRing { id, ring, arc });
        }
    }
    if found < 4 {
        let id = id();
        return Err(GeoError::RingTooShort { id, ring, found });
    }
    Ok(())
}
