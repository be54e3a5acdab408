//! What a file is, told by how it begins or by the members of its outermost object.

use std::fmt;

use serde::de::{Deserializer, Error, IgnoredAny, MapAccess, Visitor};

use super::error::{Failure, unexpected};
use super::json::{Keep, Part, THE_FILE, Tree, syntax};
use super::json_stat::FACT_LIST;
use super::px::is_px;
use super::sdmx_csv::is_sdmx_csv;
use super::unread::{OTHER_OBJECT, READ, SDMX_JSON, Unread, is_wide, other_than_object};

/// The formats that are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Dataset,
    /// Datasets by name: a bundle of before JSON-stat 2.0.
    Bundle,
    Collection,
    Facts,
    /// Published figures without a table.
    FactList,
    Topology,
    /// A map as its publisher gives it.
    GeoJson,
    Px,
    SdmxCsv,
}

/// What a file is; `expected` names for the refusal what is read.
pub(super) fn kind_of(bytes: &[u8], expected: &'static str) -> Result<Kind, Failure> {
    let marked = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let text = marked.trim_ascii_start();
    match text.first() {
        None => Err(unexpected(
            THE_FILE.to_owned(),
            expected.to_owned(),
            "nothing".to_owned(),
        )),
        Some(b'{') if is_object(bytes, text) => kind_of_object(marked, expected),
        Some(_) if is_px(text) => Ok(Kind::Px),
        Some(_) if is_sdmx_csv(text) => Ok(Kind::SdmxCsv),
        Some(_) => Err(other_than_object(bytes, text).refused(expected)),
    }
}

/// Whether text is that of a JSON object.
fn is_object(bytes: &[u8], text: &[u8]) -> bool {
    text.first() == Some(&b'{') && !is_wide(bytes) && !text.starts_with(b"{\\rtf")
}

/// Whether a file may be a table of rows: text, as CSV is, packed or not, or a workbook; what is nothing is
/// one without rows.
#[must_use]
pub fn is_table(bytes: &[u8]) -> bool {
    let marked = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let text = marked.trim_ascii_start();
    let is_other = is_object(bytes, text) || is_px(text) || is_sdmx_csv(text);
    !is_other && (text.is_empty() || other_than_object(bytes, text).may_be_rows())
}

/// Whether a file is one of figures in a format that says itself what they are: JSON-stat, PX, SDMX-CSV.
#[must_use]
pub fn is_cube(bytes: &[u8]) -> bool {
    matches!(
        kind_of(bytes, READ),
        Ok(Kind::Dataset | Kind::Bundle | Kind::Px | Kind::SdmxCsv)
    )
}

fn kind_of_object(text: &[u8], expected: &'static str) -> Result<Kind, Failure> {
    let mut marks = Marks::default();
    let mut deserializer = serde_json::Deserializer::from_slice(text);
    let end = deserializer.deserialize_map(Outermost(&mut marks));
    if let Some(named) = marks.named {
        return named.map_err(|unread| unread.refused(expected));
    }
    end.map_err(|error| syntax(&error))?;
    if marks.has_dimension {
        // Without a class; the reader says that it is missing.
        return Ok(Kind::Dataset);
    }
    Err(OTHER_OBJECT.refused(expected))
}

/// What the members of the outermost object tell.
#[derive(Debug, Default)]
struct Marks {
    /// The kind, or the name of one that is not read, once it is clear.
    named: Option<Result<Kind, Unread>>,
    has_dimension: bool,
}

/// Of a member, whether it is a dataset, or the data of SDMX-JSON 2.0.
static MEMBER: Keep = Keep::Object(&[
    ("dataSets", Keep::Scalar),
    ("class", Keep::Scalar),
    ("dimension", Keep::Object(&[("id", Keep::Scalar)])),
]);

/// Reads the outermost object up to the member that tells what it is.
struct Outermost<'a>(&'a mut Marks);

impl<'de> Visitor<'de> for Outermost<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(key) = map.next_key::<String>()? {
            let named = match &*key {
                "class" => by_class(&map.next_value_seed(Part(&Keep::Scalar))?),
                "type" => by_type(&map.next_value_seed(Part(&Keep::Scalar))?),
                "dataSets" => Some(Err(SDMX_JSON)),
                "facts" => Some(Ok(Kind::Facts)),
                "dimension" | "extension" | "value" | "status" => {
                    self.0.has_dimension |= key == "dimension";
                    let IgnoredAny = map.next_value()?;
                    None
                }
                key => by_member(key, &map.next_value_seed(Part(&MEMBER))?),
            };
            if named.is_some() {
                self.0.named = named;
                return Err(A::Error::custom("enough was read"));
            }
        }
        Ok(())
    }
}

/// By the class of JSON-stat; of one that is no collection, the reader of datasets says so.
fn by_class(class: &Tree) -> Option<Result<Kind, Unread>> {
    let Tree::Text(class) = class else {
        return None;
    };
    Some(Ok(match &**class {
        "collection" => Kind::Collection,
        FACT_LIST => Kind::FactList,
        _ => Kind::Dataset,
    }))
}

fn by_type(kind: &Tree) -> Option<Result<Kind, Unread>> {
    let Tree::Text(kind) = kind else {
        return None;
    };
    match &**kind {
        "Topology" => Some(Ok(Kind::Topology)),
        "FeatureCollection" | "Feature" | "GeometryCollection" | "Point" | "MultiPoint"
        | "LineString" | "MultiLineString" | "Polygon" | "MultiPolygon" => Some(Ok(Kind::GeoJson)),
        _ => None,
    }
}

/// By a member of any name: of a bundle, a dataset, which says the ids of its dimensions among them.
fn by_member(key: &str, member: &Tree) -> Option<Result<Kind, Unread>> {
    let part = |tree: &Tree, name: &str| match tree {
        Tree::Object(members) => members.iter().find(|(key, _)| key == name).cloned(),
        Tree::Null | Tree::Bool(_) | Tree::Number(_) | Tree::Text(_) | Tree::Array(_) => None,
    };
    if key == "data" && part(member, "dataSets").is_some() {
        return Some(Err(SDMX_JSON));
    }
    let (_, dimension) = part(member, "dimension")?;
    let has_ids = matches!(part(&dimension, "id"), Some((_, Tree::Array(_))));
    let is_named =
        matches!(part(member, "class"), Some((_, Tree::Text(class))) if class == "dataset");
    (has_ids || is_named).then_some(Ok(Kind::Bundle))
}

#[cfg(test)]
mod tests {
    use super::super::error::FormatError;
    use super::*;

    /// What a file is; of what is not read, the message.
    fn description(bytes: &[u8]) -> String {
        match kind_of(bytes, READ) {
            Ok(kind) => format!("{kind:?}"),
            Err(failure) => FormatError::from(failure).to_string(),
        }
    }

    #[track_caller]
    fn check_read(text: &str, expected: &str) {
        assert_eq!(description(text.as_bytes()), expected);
    }

    #[track_caller]
    fn check_not_read(bytes: &[u8], form: &str) {
        let found = description(bytes);
        let expected =
            format!("the file: {form} is not read, expected JSON-stat, PX, SDMX-CSV or TopoJSON: ");
        let remedy = found.strip_prefix(&expected).unwrap_or_default();
        assert!(!remedy.is_empty(), "{found}");
    }

    #[test]
    fn what_is_read_is_told_by_a_member_wherever_it_stands() {
        check_read(r#"{"class": "dataset""#, "Dataset");
        check_read(r#"{"version": "2.0", "class": "dimension"}"#, "Dataset");
        check_read(r#"{"dataset": {"dimension": {"id": []}}"#, "Bundle");
        check_read(
            r#"{"x": 1, "Pets": {"value": [1], "dimension": {"a": {}, "id": ["a"]}}"#,
            "Bundle",
        );
        check_read(
            r#"{"Pets": {"dimension": {"a": {}}, "class": "dataset"}"#,
            "Bundle",
        );
        check_read(r#"{"dimension": {"id": ["a"]}, "value": [1]}"#, "Dataset");
        check_read(
            r#"{"dimension": {"class": "collection"}, "value": []}"#,
            "Dataset",
        );
        check_read(
            r#"{"value": [{"type": "Topology"}], "class": "collection"}"#,
            "Collection",
        );
        check_read(r#"{"labels": [], "sources": [], "facts": []}"#, "Facts");
        check_read(r#"{"bbox": [1, 2], "type": "Topology""#, "Topology");
        check_read(
            r#"{"type": "FeatureCollection", "features": []}"#,
            "GeoJson",
        );
        check_read(r#"{"coordinates": [], "type": "MultiPolygon"}"#, "GeoJson");
    }

    #[test]
    fn px_and_sdmx_csv_are_told_by_their_first_words() {
        check_read("CHARSET=\"ANSI\";\nAXIS-VERSION=\"2013\";", "Px");
        check_read("\u{feff}title[en] = \"x\";\nSTUB=\"area\";", "Px");
        check_read("DATAFLOW,AREA,TIME_PERIOD,OBS_VALUE\n", "SdmxCsv");
        check_read(
            "\u{feff}\"STRUCTURE\";\"STRUCTURE_ID\";\"AREA\"\n",
            "SdmxCsv",
        );
        check_read("STRUCTURE[|]\tSTRUCTURE_ID\tAREA\n", "SdmxCsv");
        check_not_read(b"DATAFLOWS,AREA\n", "CSV");
        check_not_read(b"area,CHARSET=1\n", "CSV");
        check_not_read(b"matrix = a, b\n", "CSV");
    }

    #[test]
    fn what_is_not_read_is_named() {
        check_not_read(br#"{"header": {}, "dataSets": []}"#, "SDMX-JSON");
        check_not_read(br#"{"meta": {}, "data": {"dataSets": []}}"#, "SDMX-JSON");
        check_not_read(
            br#"{"data": [1], "type": "x", "class": 2}"#,
            "a JSON object of an unknown kind",
        );
        check_not_read(b"[1, 2]", "a JSON array");
        check_not_read(b"<!DOCTYPE html><title>Sign in</title>", "an HTML page");
        check_not_read(b"\n<HTML lang=en>", "an HTML page");
        let sdmx = r#"<?xml version="1.0"?><m:GenericData xmlns:m="http://www.sdmx.org/x">"#;
        check_not_read(sdmx.as_bytes(), "SDMX-ML");
        check_not_read(b"<?xml version=\"1.0\"?><x>", "XML");
        check_not_read(b"<?xml version=\"1.0\"?><kml>", "KML");
        check_not_read(b"\0\0\x27\x0a\0\0\0\0", "a Shapefile");
        let sequence = b"\x1e{\"type\": \"Feature\"}\n";
        check_not_read(sequence, "GeoJSON text sequence (one feature a line)");
        let mut database = b"SQLite format 3\0".to_vec();
        check_not_read(&database, "an SQLite database");
        database.resize(68, 0);
        check_not_read(&[&database[..], b"GPKG"].concat(), "a GeoPackage");
        check_not_read(b"\xef\xbb\xbfarea;value\n", "CSV");
        check_not_read(b"area\tvalue\n", "CSV");
        check_not_read("daerah, nilai: 1\u{e9}".as_bytes(), "CSV");
        check_not_read(b"water", "text of an unknown kind");
        check_not_read(b"%PDF-1.7", "a PDF document");
        check_not_read(b"\x1f\x8b\x08", "a gzip archive");
        check_not_read(b"PK\x03\x04..[Content_Types].xml", "an XLSX workbook");
        check_not_read(
            b"PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.spreadsheet",
            "an ODS spreadsheet",
        );
        check_not_read(b"PK\x03\x04other", "a ZIP archive");
        let readme = [b"PK\x03\x04readme.txt".to_vec(), vec![b'-'; 5_000]].concat();
        let zipped = [&readme[..], b"PK\x01\x02regions.SHP"].concat();
        check_not_read(&zipped, "a zipped Shapefile");
        check_not_read(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an XLS workbook");
        let of_streams = |name: &str| {
            let wide = name.encode_utf16().flat_map(u16::to_le_bytes);
            b"\xd0\xcf\x11\xe0\0\0"
                .iter()
                .copied()
                .chain(wide)
                .collect::<Vec<u8>>()
        };
        let locked = "a file that is locked by a password";
        check_not_read(&of_streams("EncryptedPackage"), locked);
        check_not_read(&of_streams("WordDocument"), "a DOC document");
        check_not_read(
            b"PK\x03\x04[Content_Types].xml word/document.xml",
            "a DOCX document",
        );
        check_not_read(
            b"PK\x03\x04[Content_Types].xml xl/workbook.bin",
            "an XLSB workbook",
        );
        check_not_read(b"PK\x03\x04grants_2021.csv", "a ZIP archive of tables");
        check_not_read(b"<table><tr><td>1</table>", "an HTML page");
        check_not_read(
            b"<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">",
            "an XML spreadsheet of Excel 2003",
        );
        check_not_read(b"PAR1\x15\0", "a Parquet file");
        check_not_read(b"ARROW1\0\0", "an Arrow file (Feather)");
        check_not_read(b"$FL2@(#) SPSS DATA FILE", "an SPSS file (.sav)");
        check_not_read(b"<stata_dta><header>", "a Stata file (.dta)");
        check_not_read(b"\x73\x02\x01\0", "a Stata file (.dta)");
        check_not_read(
            b"HEADER RECORD*******LIBRARY",
            "a SAS transport file (.xpt)",
        );
        check_not_read(b"\0\x01\0\0Standard ACE DB\0", "an Access database");
        check_not_read(b"{\\rtf1\\ansi Table, 1}", "an RTF document");
        check_not_read(b"\xff\xfe{\0}\0", "text in UTF-16");
        check_not_read(b"{\0\"\0", "text in UTF-16");
        check_not_read(b"\0{\0\"", "text in UTF-16");
        check_not_read(b"abc\0,def", "a file of an unknown kind");
    }

    #[test]
    fn nothing_is_no_file_and_half_an_object_no_json() {
        let nothing = "the file: expected JSON-stat, PX, SDMX-CSV or TopoJSON, found nothing";
        check_read("", nothing);
        check_read("\u{feff} \r\n\t", nothing);
        check_read(
            "{\"x\": ",
            "not JSON: EOF while parsing a value at line 1 column 6",
        );
    }
}
