//! Formats that are not read: how each is told, and what to save or to ask for instead.

use super::container::of_container;
use super::error::{Failure, FormatError};

/// What is read, for messages.
pub(super) const READ: &str = "JSON-stat, PX, SDMX-CSV or TopoJSON";
/// What is read as a map, for messages.
pub(super) const MAPS: &str = "GeoJSON or TopoJSON with areas";

/// A format that is not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Unread {
    form: &'static str,
    remedy: &'static str,
}

impl Unread {
    pub(super) const fn new(form: &'static str, remedy: &'static str) -> Self {
        Self { form, remedy }
    }

    /// Whether it may be a table of rows: text, packed or not, or a workbook.
    pub(super) fn may_be_rows(self) -> bool {
        let rows = [
            "CSV",
            "text in UTF-16",
            "text of an unknown kind",
            "a gzip archive",
            "an XLSX workbook",
            "an XLS workbook",
            "an ODS spreadsheet",
        ];
        rows.contains(&self.form)
    }

    #[cold]
    pub(super) fn refused(self, expected: &'static str) -> Failure {
        Failure::from(FormatError::OtherFormat {
            form: self.form,
            expected,
            remedy: self.remedy,
        })
    }
}

const TABLE: &str = "save or export the table as JSON-stat 2.0, or convert it, as with pyjstat (Python) \
                     or rjstat (R)";
const SDMX: &str = "ask the service for SDMX-CSV, as most give with format=csv, or for JSON-stat, as \
                    Eurostat's gives with format=JSON";
pub(super) const DOCUMENT: &str =
    "ask for the table behind it, or copy the table into a spreadsheet and save it as XLSX";
pub(super) const ARCHIVE: &str = "unpack it and open the file inside";
pub(super) const SAVE_AS_XLSX: &str = "open it in a spreadsheet and save it as XLSX";
const MICRODATA: &str = "tabulate it there, and export the table as CSV: published are tables, not the answers \
                         of people";
const COLUMNAR: &str = "group its rows and write the table as CSV, as DuckDB does: COPY (SELECT …, SUM(…) FROM \
                        'FILE' GROUP BY …) TO 'table.csv'";
const DATABASE: &str = "export the table, or a query of it, as CSV";
const WIDE: &str = "save it as UTF-8";

/// Maps in other formats: GDAL writes each as `GeoJSON` in longitude and latitude.
pub(super) const MAP: &str = "convert it: ogr2ogr -f GeoJSON -t_srs EPSG:4326 regions.geojson FILE";
pub(super) const ZIPPED_MAP: &str =
    "convert it: ogr2ogr -f GeoJSON -t_srs EPSG:4326 regions.geojson /vsizip/FILE";

pub(super) const GEOJSON: Unread = Unread::new(
    "GeoJSON",
    "publish it as the map of a table, or convert it to TopoJSON, as with mapshaper",
);
pub(super) const GEOJSON_LINES: Unread =
    Unread::new("GeoJSON text sequence (one feature a line)", MAP);
pub(super) const SDMX_JSON: Unread = Unread::new("SDMX-JSON", SDMX);
pub(super) const OTHER_OBJECT: Unread = Unread::new("a JSON object of an unknown kind", TABLE);
const UTF_16: Unread = Unread::new("text in UTF-16", WIDE);

/// How files begin that are no text, and what they are.
const FIRST_BYTES: [(&[u8], Unread); 19] = [
    (b"\x00\x00\x27\x0a", Unread::new("a Shapefile", MAP)),
    (b"fgb\x03", Unread::new("FlatGeobuf", MAP)),
    (b"%PDF-", Unread::new("a PDF document", DOCUMENT)),
    (b"\x1f\x8b", Unread::new("a gzip archive", ARCHIVE)),
    (
        b"\x28\xb5\x2f\xfd",
        Unread::new("a Zstandard archive", ARCHIVE),
    ),
    (b"PAR1", Unread::new("a Parquet file", COLUMNAR)),
    (
        b"ARROW1\0\0",
        Unread::new("an Arrow file (Feather)", COLUMNAR),
    ),
    (b"FEA1\0", Unread::new("a Feather file", COLUMNAR)),
    (b"Obj\x01", Unread::new("an Avro file", COLUMNAR)),
    (b"$FL2", Unread::new("an SPSS file (.sav)", MICRODATA)),
    (b"$FL3", Unread::new("an SPSS file (.zsav)", MICRODATA)),
    (
        b"<stata_dta>",
        Unread::new("a Stata file (.dta)", MICRODATA),
    ),
    (
        b"\0\0\0\0\0\0\0\0\0\0\0\0\xc2\xea\x81\x60",
        Unread::new("a SAS file (.sas7bdat)", MICRODATA),
    ),
    (
        b"HEADER RECORD*******LIB",
        Unread::new("a SAS transport file (.xpt)", MICRODATA),
    ),
    (
        b"\0\x01\0\0Standard Jet DB",
        Unread::new("an Access database", DATABASE),
    ),
    (
        b"\0\x01\0\0Standard ACE DB",
        Unread::new("an Access database", DATABASE),
    ),
    (
        b"SQLite format 3",
        Unread::new("an SQLite database", DATABASE),
    ),
    (b"\xff\xfe", UTF_16),
    (b"\xfe\xff", UTF_16),
];

/// How much of a text is looked at.
const HEAD: usize = 2048;
/// How much of a ZIP archive's list of files is looked at.
const LIST: usize = 65_536;

/// Whether it begins with letters of ASCII in two bytes each.
pub(super) fn is_wide(bytes: &[u8]) -> bool {
    let zeros = bytes.iter().take(4).map(|byte| *byte == 0);
    zeros.clone().eq([false, true, false, true]) || zeros.eq([true, false, true, false])
}

/// What a file is that is no JSON object; `text` is what follows its mark and space.
pub(super) fn other_than_object(bytes: &[u8], text: &[u8]) -> Unread {
    let head = &text[..text.len().min(HEAD)];
    let has = |part: &[u8]| {
        head.windows(part.len())
            .any(|at| at.eq_ignore_ascii_case(part))
    };
    if bytes.starts_with(b"SQLite format 3") && bytes.get(68..70) == Some(b"GP") {
        return Unread::new("a GeoPackage", MAP);
    }
    let begins = FIRST_BYTES
        .iter()
        .find(|(first, _)| bytes.starts_with(first));
    if let Some((_, unread)) = begins {
        return *unread;
    }
    // Stata before its release 13: the release, the order of bytes, and a mark.
    if let [113..=115, 1 | 2, 1, 0, ..] = bytes {
        return Unread::new("a Stata file (.dta)", MICRODATA);
    }
    if let Some(unread) = of_container(bytes) {
        return unread;
    }
    if is_wide(bytes) {
        return UTF_16;
    }
    match text.first() {
        Some(b'<') if has(b"sdmx.org") => Unread::new("SDMX-ML", SDMX),
        Some(b'<') if has(b"<kml") || has(b"opengis.net/kml") => Unread::new("KML", MAP),
        Some(b'<') if has(b"opengis.net/gml") => Unread::new("GML", MAP),
        Some(b'<') if has(b"<html") || has(b"<!doctype html") || has(b"<table") => Unread::new(
            "an HTML page",
            "if it has a table, open it in a spreadsheet and save it as XLSX; a page to sign in is no data",
        ),
        Some(b'<') if has(b"office:spreadsheet") => {
            Unread::new("an XML spreadsheet of Excel 2003", SAVE_AS_XLSX)
        }
        Some(b'<') => Unread::new("XML", TABLE),
        _ if text.starts_with(b"{\\rtf") => Unread::new("an RTF document", DOCUMENT),
        _ if text.starts_with(b"MIME-Version:") && has(b"multipart/related") => {
            Unread::new("a web archive (MHTML)", SAVE_AS_XLSX)
        }
        // RFC 8142 begins each feature with the mark that separates records.
        Some(b'\x1e') if has(b"\"Feature\"") => GEOJSON_LINES,
        Some(b'[') => Unread::new("a JSON array", TABLE),
        _ if head.contains(&0) => Unread::new("a file of an unknown kind", TABLE),
        _ if has(b",") || has(b";") || has(b"\t") => Unread::new("CSV", TABLE),
        _ => Unread::new("text of an unknown kind", TABLE),
    }
}

/// Whether a ZIP archive names something at its end, where the list of its files stands.
pub(super) fn has_at_end(bytes: &[u8], part: &[u8]) -> bool {
    let end = &bytes[bytes.len().saturating_sub(LIST)..];
    end.windows(part.len())
        .any(|at| at.eq_ignore_ascii_case(part))
}
