//! The rows and columns of an XLSX sheet that are hidden, which the library that reads its cells does
//! not say.

use std::io::{BufReader, Cursor, Read, Seek};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

use super::sources::column_name;

/// The hidden rows and columns of a sheet, counted from 1.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct HiddenParts {
    pub(super) rows: Vec<usize>,
    pub(super) columns: Vec<usize>,
}

/// Columns that a sheet can have.
const MOST_COLUMNS: usize = 16_384;
/// Rows and columns that are named; of more the number is said.
const NAMED: usize = 5;

impl HiddenParts {
    /// Those of a sheet; none where the workbook does not say.
    pub(super) fn of_sheet(workbook: &[u8], sheet: &str) -> Self {
        read(workbook, sheet).unwrap_or_default()
    }

    /// In words: "rows 5, 8; column C"; `None` where there are none.
    pub(super) fn named(&self) -> Option<String> {
        let rows = self.rows.iter().map(usize::to_string);
        let columns = self.columns.iter().map(|column| column_name(*column));
        let rows = named("row", &rows.collect::<Vec<_>>());
        let columns = named("column", &columns.collect::<Vec<_>>());
        let both: Vec<String> = rows.into_iter().chain(columns).collect();
        (!both.is_empty()).then(|| both.join("; "))
    }
}

fn named(kind: &str, all: &[String]) -> Option<String> {
    match all {
        [] => None,
        [one] => Some(format!("{kind} {one}")),
        all if all.len() <= NAMED => Some(format!("{kind}s {}", all.join(", "))),
        all => {
            let first = all[..NAMED].join(", ");
            Some(format!("{} {kind}s: {first} …", all.len()))
        }
    }
}

fn read(workbook: &[u8], sheet: &str) -> Option<HiddenParts> {
    let mut archive = ZipArchive::new(Cursor::new(workbook)).ok()?;
    let mut id = None;
    each_element(&mut archive, "xl/workbook.xml", |name, element| {
        if name == "sheet" && value(element, "name").as_deref() == Some(sheet) {
            id = value(element, "id");
        }
    })?;
    let id = id?;
    let mut target = None;
    each_element(&mut archive, "xl/_rels/workbook.xml.rels", |_, element| {
        if value(element, "Id").as_deref() == Some(&*id) {
            target = value(element, "Target");
        }
    })?;
    let target = target?;
    let path = match target.strip_prefix('/') {
        Some(path) => path.to_owned(),
        None => format!("xl/{target}"),
    };
    let mut hidden = HiddenParts::default();
    let mut row = 0;
    each_element(&mut archive, &path, |name, element| {
        let number = |key: &str| value(element, key)?.parse::<usize>().ok();
        let is_hidden = || matches!(value(element, "hidden").as_deref(), Some("1" | "true"));
        match name {
            "row" => {
                row = number("r").unwrap_or(row + 1);
                if is_hidden() {
                    hidden.rows.push(row);
                }
            }
            // However often a sheet says so of the same columns.
            "col" if is_hidden() && hidden.columns.len() < MOST_COLUMNS => {
                let first = number("min").unwrap_or(1).max(1);
                let last = number("max").unwrap_or(first).min(MOST_COLUMNS);
                hidden.columns.extend(first..=last);
            }
            _ => {}
        }
    })?;
    Some(hidden)
}

/// Goes through the elements of a part of a workbook, by their names without their prefix; `None` where
/// there is no such part or it is broken.
fn each_element<R: Read + Seek>(
    archive: &mut ZipArchive<R>,
    path: &str,
    mut found: impl FnMut(&str, &BytesStart<'_>),
) -> Option<()> {
    let part = archive.by_name(path).ok()?;
    let mut reader = Reader::from_reader(BufReader::new(part));
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        let event = reader.read_event_into(&mut buffer).ok()?;
        if event == Event::Eof {
            return Some(());
        }
        if let Event::Start(element) | Event::Empty(element) = event {
            found(element.local_name().as_ref(), &element);
        }
    }
}

/// The value of an attribute of an element, by its name without its prefix.
fn value(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut attributes = element.attributes().flatten();
    let own = attributes.find(|it| it.key.local_name().as_ref() == name)?;
    own.normalized_value(quick_xml::XmlVersion::default())
        .ok()
        .map(std::borrow::Cow::into_owned)
}
