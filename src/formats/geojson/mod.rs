//! Maps as their publishers give them: `GeoJSON` (RFC 7946) and any `TopoJSON`.
//!
//! Read: a collection of features, one feature, or a bare geometry; of a `TopoJSON` file every object,
//! quantized or not. Heights are set aside, rings that are left open are closed. What is wrong with one
//! feature costs that feature and is told with it ([`NoAreas`]); what is wrong with the file is an error.
//! Which feature is which place, and what is drawn of it, is decided elsewhere.

mod areas;
mod features;
mod reader;
mod source;

use super::error::{FormatError, unexpected};
use super::json::THE_FILE;
use super::kind::{Kind, kind_of};
use super::limits::Limits;
use super::topojson::layers_from_bytes;
use super::unread::{GEOJSON_LINES, MAPS};

pub(super) use areas::{Areas, checked_position};
pub(super) use features::Features;
pub use source::{MapSource, NoAreas, Polygons, SourceFeature};

/// The layers of a map: one of a `GeoJSON` file, one an object of a `TopoJSON` file.
///
/// # Errors
/// [`FormatError::OtherFormat`], with the command that converts it, where the file is a map in another
/// format; [`FormatError::NotUtf8`] with the feature; else what makes the file no map at all. Any bytes
/// give layers or an error, never a panic.
///
/// # Examples
/// ```
/// use jangkau::formats::{Limits, geojson::layers_from_map};
/// let file = br#"{"type": "FeatureCollection", "features": [
///     {"type": "Feature", "properties": {"code": 7}, "geometry": {"type": "Polygon",
///         "coordinates": [[[0, 0], [2, 0], [2, 2], [0, 0]]]}},
///     {"type": "Feature", "properties": {"code": 8}, "geometry": null}
/// ]}"#;
/// let layers = layers_from_map(file, &Limits::SOURCE_MAP)?;
/// assert_eq!(layers[0].fields(), ["code"]);
/// assert_eq!(layers[0].features[0].value(0), Some("7"));
/// assert!(layers[0].features[1].polygons.is_err());
///
/// let error = layers_from_map(b"\x00\x00\x27\x0a", &Limits::SOURCE_MAP).unwrap_err();
/// assert!(error.to_string().contains("ogr2ogr -f GeoJSON -t_srs EPSG:4326"));
/// # Ok::<(), jangkau::formats::FormatError>(())
/// ```
pub fn layers_from_map(bytes: &[u8], limits: &Limits) -> Result<Vec<MapSource>, FormatError> {
    let is_text =
        bytes.trim_ascii_start().first() == Some(&b'{') || bytes.starts_with(b"\xef\xbb\xbf");
    if is_text && !bytes.contains(&0) && std::str::from_utf8(bytes).is_err() {
        return Err(not_utf8(bytes, limits));
    }
    let found = match kind_of(bytes, MAPS)? {
        Kind::GeoJson => return Ok(vec![geojson_layer(bytes, limits)?]),
        Kind::Topology => return Ok(layers_from_bytes(bytes, limits)?),
        Kind::Dataset | Kind::Bundle => "a JSON-stat dataset",
        Kind::Collection => "a list of datasets",
        Kind::Facts => "published facts",
        Kind::FactList => "a list of published figures",
        Kind::Px => "a PX table",
        Kind::SdmxCsv => "an SDMX-CSV table",
    };
    let failure = unexpected(THE_FILE.to_owned(), MAPS.to_owned(), found.to_owned());
    Err(failure.into())
}

fn geojson_layer(bytes: &[u8], limits: &Limits) -> Result<MapSource, FormatError> {
    reader::layer(bytes, limits).map_err(|failure| {
        let error = FormatError::from(failure);
        if matches!(error, FormatError::Syntax { .. }) && has_a_feature_a_line(bytes) {
            return GEOJSON_LINES.refused(MAPS).into();
        }
        error
    })
}

/// Whether a whole object stands on the first line, and another follows.
fn has_a_feature_a_line(bytes: &[u8]) -> bool {
    let lines = bytes.split(|byte| *byte == b'\n').map(<[u8]>::trim_ascii);
    let mut lines = lines.filter(|line| !line.is_empty());
    let mut is_object = || {
        let line = lines.next().unwrap_or_default();
        line.starts_with(b"{") && (line.ends_with(b"}") || line.ends_with(b","))
    };
    is_object() && is_object()
}

/// The first feature with text that is not UTF-8, and that text.
fn not_utf8(bytes: &[u8], limits: &Limits) -> FormatError {
    const UNKNOWN: char = char::REPLACEMENT_CHARACTER;
    let text = String::from_utf8_lossy(bytes);
    let layer = reader::layer(text.as_bytes(), limits).ok();
    let odd = layer
        .iter()
        .flat_map(|layer| &layer.features)
        .find_map(|it| {
            let value = it.values().find(|value| value.contains(UNKNOWN))?;
            Some((format!("feature {}", it.nth), value.to_owned()))
        });
    let (at, near) = odd.unwrap_or_else(|| {
        let word = text.split('"').find(|part| part.contains(UNKNOWN));
        (THE_FILE.to_owned(), word.unwrap_or_default().to_owned())
    });
    let near = near.chars().take(40).collect();
    FormatError::NotUtf8 { at, near }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_refused(file: &[u8], expected: &str) {
        let error = layers_from_map(file, &Limits::SOURCE_MAP).unwrap_err();
        assert_eq!(error.to_string(), expected);
    }

    #[test]
    fn what_is_no_map_is_named() {
        check_refused(
            b"{\"type\": \"Feature\", \"geometry\": null}\n{\"type\": \"Feature\", \"geometry\": null}\n",
            "the file: GeoJSON text sequence (one feature a line) is not read, expected GeoJSON or \
             TopoJSON with areas: convert it: ogr2ogr -f GeoJSON -t_srs EPSG:4326 regions.geojson FILE",
        );
        check_refused(
            br#"{"class": "dataset"}"#,
            "the file: expected GeoJSON or TopoJSON with areas, found a JSON-stat dataset",
        );
        check_refused(
            b"",
            "the file: expected GeoJSON or TopoJSON with areas, found nothing",
        );
        check_refused(
            br#"{"type": "FeatureCollection", "features": [{"type": "Feature""#,
            "not JSON: EOF while parsing an object at line 1 column 61",
        );
    }

    #[test]
    fn text_in_another_encoding_is_named_with_its_feature() {
        check_refused(
            b"{\"type\": \"FeatureCollection\", \"features\": [
                {\"type\": \"Feature\", \"properties\": {\"nom\": \"Ain\"}, \"geometry\": null},
                {\"type\": \"Feature\", \"properties\": {\"nom\": \"Ard\xe8che\"}, \"geometry\": null}
            ]}",
            "feature 2: bytes that are not UTF-8 in \"Ard\u{fffd}che\", expected UTF-8",
        );
    }
}
