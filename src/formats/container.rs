//! What stands in a container, told without unpacking it: a ZIP archive, or a compound file (MS-CFB), as
//! spreadsheets were before they were ZIP archives.

use super::unread::{ARCHIVE, DOCUMENT, MAP, SAVE_AS_XLSX, Unread, ZIPPED_MAP, has_at_end};

/// How a ZIP archive begins.
const ZIP: &[u8] = b"PK\x03\x04";
/// How a compound file begins.
const COMPOUND: &[u8] = b"\xd0\xcf\x11\xe0";
/// How much of an archive is looked at from its beginning.
const HEAD: usize = 2048;

/// A workbook that is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WorkbookKind {
    /// Office Open XML (ISO/IEC 29500).
    Xlsx,
    /// The binary format before it (MS-XLS).
    Xls,
    /// `OpenDocument` (ISO/IEC 26300).
    Ods,
}

impl WorkbookKind {
    /// Its name: `XLSX`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Xlsx => "XLSX",
            Self::Xls => "XLS",
            Self::Ods => "ODS",
        }
    }
}

/// What a container holds.
enum Content {
    Workbook(WorkbookKind),
    Other(Unread),
}

/// The kind of a workbook, told by its bytes; `None` of what is none that is read.
///
/// # Examples
/// ```
/// use jangkau::formats::{WorkbookKind, workbook_kind};
/// let begins = b"PK\x03\x04\x14\0\0\0\x08\0[Content_Types].xml";
/// assert_eq!(workbook_kind(begins), Some(WorkbookKind::Xlsx));
/// assert_eq!(workbook_kind(b"area;value\n"), None);
/// ```
#[must_use]
pub fn workbook_kind(bytes: &[u8]) -> Option<WorkbookKind> {
    match content(bytes)? {
        Content::Workbook(kind) => Some(kind),
        Content::Other(_) => None,
    }
}

/// What a container is; `None` of a file that is none.
pub(super) fn of_container(bytes: &[u8]) -> Option<Unread> {
    content(bytes).map(|content| match content {
        Content::Workbook(WorkbookKind::Xlsx) => Unread::new("an XLSX workbook", WORKBOOK),
        Content::Workbook(WorkbookKind::Xls) => Unread::new("an XLS workbook", WORKBOOK),
        Content::Workbook(WorkbookKind::Ods) => Unread::new("an ODS spreadsheet", WORKBOOK),
        Content::Other(unread) => unread,
    })
}

const WORKBOOK: &str = "publish it with \"jangkau publish\", or save the table as JSON-stat 2.0";

fn content(bytes: &[u8]) -> Option<Content> {
    if bytes.starts_with(ZIP) {
        return Some(of_zip(bytes));
    }
    bytes.starts_with(COMPOUND).then(|| of_compound(bytes))
}

fn of_zip(bytes: &[u8]) -> Content {
    let head = &bytes[..bytes.len().min(HEAD)];
    let has = |part: &[u8]| has_at_end(head, part) || has_at_end(bytes, part);
    let other = |form, remedy| Content::Other(Unread::new(form, remedy));
    match () {
        () if has(b"opendocument.spreadsheet") => Content::Workbook(WorkbookKind::Ods),
        () if has(b"opendocument.text") => other("an ODT document", DOCUMENT),
        () if has(b"word/document.xml") => other("a DOCX document", DOCUMENT),
        () if has(b"ppt/presentation.xml") => other("a PPTX presentation", DOCUMENT),
        () if has(b"xl/workbook.bin") => other("an XLSB workbook", SAVE_AS_XLSX),
        () if has(b".shp") => other("a zipped Shapefile", ZIPPED_MAP),
        () if has(b"doc.kml") => other("KMZ (zipped KML)", MAP),
        () if has(b"xl/") || has(b"[Content_Types].xml") => Content::Workbook(WorkbookKind::Xlsx),
        () if has(b".csv") || has(b".xlsx") => other(
            "a ZIP archive of tables",
            "unpack it and publish the folder that it makes",
        ),
        () => other("a ZIP archive", ARCHIVE),
    }
}

/// By the names of its streams, which stand in UTF-16.
fn of_compound(bytes: &[u8]) -> Content {
    let has = |name: &str| {
        let wide: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        bytes.windows(wide.len()).any(|at| at == wide)
    };
    let other = |form, remedy| Content::Other(Unread::new(form, remedy));
    match () {
        () if has("EncryptedPackage") => other(
            "a file that is locked by a password",
            "open the workbook, take the password away, and save it as XLSX",
        ),
        () if has("Workbook") || has("Book") => Content::Workbook(WorkbookKind::Xls),
        () if has("WordDocument") => other("a DOC document", DOCUMENT),
        () if has("PowerPoint Document") => other("a PPT presentation", DOCUMENT),
        // Cut before its list of streams, most likely.
        () => Content::Workbook(WorkbookKind::Xls),
    }
}
