//! What the columns that are the same in every row say of the dataset.

use super::dimensions::within;
use super::header::Content;
use super::rows::{Rows, code_and_name};
use crate::cube::{Label, Metadata};
use crate::formats::error::Failure;
use crate::formats::limits::Limits;
use crate::formats::remark::{Remark, Remarks};

/// Dataset, date and attributes; those that differ from row to row are told.
pub(super) fn metadata_of(
    rows: &Rows,
    limits: &Limits,
    remarks: &mut Remarks,
) -> Result<Metadata, Failure> {
    let mut metadata = Metadata::default();
    for (column, codes) in rows.columns.iter().zip(&rows.codes) {
        let Some((first, name)) = codes.list.first() else {
            continue;
        };
        let text = name.as_deref().unwrap_or_else(|| {
            let (code, name) = code_and_name(first);
            name.unwrap_or(code)
        });
        if column.content == Content::Dataset {
            within(limits, &column.id, text)?;
            metadata.label = Label::new(text);
        }
        if column.content == Content::Updated {
            metadata.updated = Some(iso_date(first));
        }
        if column.content != Content::Attribute || (codes.list.len() == 1 && text.is_empty()) {
            continue;
        }
        if codes.list.len() > 1 {
            let remark = Remark::new("attribute", rows.list[0].line, &*column.id);
            let remark = remark.found(format!("{} different texts", codes.list.len()));
            remarks.add(remark.remedy("attributes that differ from row to row are not read"));
            continue;
        }
        within(limits, &column.id, text)?;
        let title = column.name.as_ref().unwrap_or(&column.id);
        metadata.notes.push(Label::new(&format!("{title}: {text}")));
    }
    Ok(metadata)
}

/// Eurostat's `15/11/24 23:00:00` as the standard of dates writes it; another stays as it is.
fn iso_date(text: &str) -> Box<str> {
    let (date, time) = text.split_once(' ').unwrap_or((text, ""));
    let parts: Vec<&str> = date.split('/').collect();
    match parts[..] {
        [day, month, year] if parts.iter().all(|part| part.len() == 2) => {
            format!("20{year}-{month}-{day}T{time}")
                .trim_end_matches('T')
                .into()
        }
        _ => text.into(),
    }
}
