//! What a file says of its table as a whole.

use super::entry::Entry;
use super::table::{Table, paragraph};
use crate::cube::{Aggregation, Label, Metadata};
use crate::formats::error::Failure;

/// Title, source, dates, notes, whom to ask, and whether figures may be added.
pub(super) fn metadata_of(table: &Table<'_>) -> Result<Metadata, Failure> {
    let mut titles = ["TITLE", "DESCRIPTION", "CONTENTS"];
    if table.is_yes("DESCRIPTIONDEFAULT", &[]) {
        titles.swap(0, 1);
    }
    let mut label = None;
    for keyword in titles {
        label = match label {
            None => table.label(keyword)?,
            label => label,
        };
    }
    let allowed = table.text("AGGREGALLOWED", &[]);
    let forbidden = allowed.is_some_and(|text| text.eq_ignore_ascii_case("no"));
    let mut notes = table.notes(&[])?;
    notes.extend(cell_notes(table)?);
    Ok(Metadata {
        lang: table.lang.as_deref().map(Into::into),
        label: label.unwrap_or_default(),
        source: table.label("SOURCE")?,
        updated: updated(table),
        notes,
        contact: contacts(table)?,
        next_update: table.text("NEXTUPDATE", &[]).map(iso_date),
        aggregation: forbidden.then_some(Aggregation::None),
        ..Metadata::default()
    })
}

/// The entries of a keyword in the file's own language, whatever they speak of.
fn all<'t>(table: &'t Table<'_>, keywords: [&'t str; 2]) -> impl Iterator<Item = &'t Entry> {
    let entries = table.entries.iter().filter(|entry| entry.lang.is_none());
    entries.filter(move |entry| keywords.contains(&entry.keyword.as_str()))
}

/// The latest date of the table and its measures, else when the file was made.
fn updated(table: &Table<'_>) -> Option<Box<str>> {
    let dates = all(table, ["LASTUPDATED", "UPDATED"]).filter_map(Entry::text);
    let latest = dates.map(iso_date).max();
    latest.or_else(|| table.text("CREATIONDATE", &[]).map(iso_date))
}

/// `20250103 09:30` as the standard of dates writes it; what is none stays as it is.
fn iso_date(text: &str) -> Box<str> {
    let (date, time) = text.split_once(' ').unwrap_or((text, ""));
    let is_date = date.len() == 8 && date.bytes().all(|byte| byte.is_ascii_digit());
    if !is_date {
        return text.into();
    }
    let date = format!("{}-{}-{}", &date[..4], &date[4..6], &date[6..]);
    match time.trim() {
        "" => date.into(),
        time => format!("{date}T{time}").into(),
    }
}

/// Notes of single cells, which name the values.
fn cell_notes(table: &Table<'_>) -> Result<Vec<Label>, Failure> {
    let mut notes = Vec::new();
    for entry in all(table, ["CELLNOTE", "CELLNOTEX"]) {
        let text = paragraph(entry, entry.text().unwrap_or_default())?;
        notes.push(Label::new(&format!("{}: {text}", entry.keys.join(", "))));
    }
    Ok(notes)
}

/// Persons and offices, each once: `#` parts the lines of one, `##` one from the next.
fn contacts(table: &Table<'_>) -> Result<Vec<Label>, Failure> {
    let mut contacts: Vec<Label> = Vec::new();
    for entry in all(table, ["CONTACT", "CONTACT"]) {
        for text in entry.text().unwrap_or_default().split("##") {
            let text = paragraph(entry, text)?.replace('\n', ", ");
            let contact = Label::new(&text);
            if !text.is_empty() && !contacts.contains(&contact) {
                contacts.push(contact);
            }
        }
    }
    Ok(contacts)
}
