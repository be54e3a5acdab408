//! Well-known binary (OGC 06-103r4, 8.2): polygons and multipolygons, in two dimensions.

use jangkau::geo::LonLat;

use super::BoundariesError;

/// A ring of positions, the first repeated at the end.
type SourceRing = Vec<LonLat>;

/// The polygons of a geometry, each its outer ring first.
pub(super) fn polygons_from_wkb(
    name: &str,
    bytes: &[u8],
) -> Result<Vec<Vec<SourceRing>>, BoundariesError> {
    let mut reader = Reader { name, bytes, at: 0 };
    let polygons = match reader.kind()? {
        POLYGON => vec![reader.rings()?],
        MULTI_POLYGON => {
            let mut polygons = Vec::new();
            for _ in 0..reader.count()? {
                if reader.kind()? != POLYGON {
                    return Err(reader.expected("a polygon", "another geometry"));
                }
                polygons.push(reader.rings()?);
            }
            polygons
        }
        other => return Err(reader.expected("a polygon or multipolygon", &other.to_string())),
    };
    let left = bytes.len() - reader.at;
    if left > 0 {
        return Err(reader.expected("the end", &format!("{left} more bytes")));
    }
    Ok(polygons)
}

const POLYGON: u32 = 3;
const MULTI_POLYGON: u32 = 6;

struct Reader<'a> {
    name: &'a str,
    bytes: &'a [u8],
    at: usize,
}

impl Reader<'_> {
    fn expected(&self, expected: &'static str, found: &str) -> BoundariesError {
        BoundariesError::Geometry {
            name: self.name.to_owned(),
            at: self.at,
            expected,
            found: found.to_owned(),
        }
    }
    fn take<const N: usize>(&mut self) -> Result<[u8; N], BoundariesError> {
        let Some(taken) = self.bytes[self.at..].first_chunk() else {
            return Err(self.expected("more bytes", "the end"));
        };
        self.at += N;
        Ok(*taken)
    }
    fn count(&mut self) -> Result<u32, BoundariesError> {
        Ok(u32::from_le_bytes(self.take()?))
    }
    fn number(&mut self) -> Result<f64, BoundariesError> {
        Ok(f64::from_le_bytes(self.take()?))
    }
    /// The kind of the geometry that begins here.
    fn kind(&mut self) -> Result<u32, BoundariesError> {
        let [order] = self.take()?;
        if order != 1 {
            return Err(self.expected("little-endian numbers", &format!("order {order}")));
        }
        self.count()
    }
    fn rings(&mut self) -> Result<Vec<SourceRing>, BoundariesError> {
        let mut rings = Vec::new();
        for _ in 0..self.count()? {
            let mut ring = SourceRing::new();
            for _ in 0..self.count()? {
                let (lon, lat) = (self.number()?, self.number()?);
                ring.push(LonLat { lon, lat });
            }
            if ring.len() < 4 || ring.first() != ring.last() {
                return Err(self.expected("a closed ring", "another line"));
            }
            rings.push(ring);
        }
        Ok(rings)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn triangle() -> Vec<u8> {
        let mut bytes = vec![1, 3, 0, 0, 0, 1, 0, 0, 0, 4, 0, 0, 0];
        for number in [0.0, 0.0, 1.0, 0.0, 0.0, 1.0, 0.0, 0.0_f64] {
            bytes.extend(number.to_le_bytes());
        }
        bytes
    }

    #[track_caller]
    fn check(bytes: &[u8], expected: &str) {
        let error = polygons_from_wkb("X", bytes).unwrap_err().to_string();
        assert_eq!(error, format!("the geometry of X, {expected}"));
    }

    #[test]
    fn a_polygon_is_read_and_what_is_none_is_refused_with_its_place() {
        let triangle = triangle();
        let ring = [(0.0, 0.0), (1.0, 0.0), (0.0, 1.0), (0.0, 0.0)];
        let ring = ring.map(|(lon, lat)| LonLat { lon, lat }).to_vec();
        let found = polygons_from_wkb("X", &triangle).unwrap();
        assert_eq!(found, [[ring.clone()]]);
        let mut several = vec![1, 6, 0, 0, 0, 2, 0, 0, 0];
        several.extend([&triangle[..], &triangle[..]].concat());
        let found = polygons_from_wkb("X", &several).unwrap();
        assert_eq!(found, [[ring.clone()], [ring]]);
        check(
            &triangle[..20],
            "byte 13: expected more bytes, found the end",
        );
        check(
            &[&triangle[..], &[0]].concat(),
            "byte 77: expected the end, found 1 more bytes",
        );
        let mut open = triangle.clone();
        open[76] = 64;
        check(&open, "byte 77: expected a closed ring, found another line");
        check(
            &[0, 0, 0, 0, 3],
            "byte 1: expected little-endian numbers, found order 0",
        );
        let point = [1, 1, 0, 0, 0];
        check(
            &point,
            "byte 5: expected a polygon or multipolygon, found 1",
        );
    }
}
