//! The keywords of a file, looked up.

use super::entry::Entry;
use crate::cube::Label;
use crate::formats::error::{Failure, FormatError};
use crate::formats::limits::Limits;

/// Characters of a note: longer than a label.
const LONG_TEXT: usize = 5_000;

/// The keywords of a file.
#[derive(Debug)]
pub(super) struct Table<'a> {
    pub(super) entries: Vec<Entry>,
    pub(super) limits: &'a Limits,
    /// The language of its own texts.
    pub(super) lang: Option<String>,
    /// Its other languages.
    pub(super) others: Vec<String>,
}

impl<'a> Table<'a> {
    pub(super) fn new(mut entries: Vec<Entry>, limits: &'a Limits) -> Result<Self, Failure> {
        let text = |keyword: &str| entries.iter().find(|entry| entry.keyword == keyword);
        let lang = text("LANGUAGE").and_then(Entry::text).map(str::to_owned);
        let named = text("LANGUAGES").map(Entry::texts).unwrap_or_default();
        let mut others: Vec<String> = named.into_iter().map(str::to_owned).collect();
        for entry in &mut entries {
            if entry.lang == lang {
                entry.lang = None;
            }
            others.extend(entry.lang.clone().filter(|lang| !others.contains(lang)));
        }
        others.retain(|other| Some(other) != lang.as_ref());
        if others.len() > limits.languages {
            return Err(Failure::from(FormatError::TooMany {
                at: "LANGUAGES".to_owned(),
                what: "languages",
                limit: limits.languages,
                found: others.len(),
            }));
        }
        Ok(Self {
            entries,
            limits,
            lang,
            others,
        })
    }

    /// The keyword of the file's own language that speaks of these keys.
    pub(super) fn entry(&self, keyword: &str, keys: &[&str]) -> Option<&Entry> {
        let is_it = |entry: &&Entry| entry.keyword == keyword && entry.is_of(keys);
        self.entries.iter().find(is_it)
    }
    /// Its text; `None` where there is none.
    pub(super) fn text(&self, keyword: &str, keys: &[&str]) -> Option<&str> {
        self.entry(keyword, keys)?.text()
    }
    /// Whether it says `YES`.
    pub(super) fn is_yes(&self, keyword: &str, keys: &[&str]) -> bool {
        let text = self.text(keyword, keys);
        text.is_some_and(|text| text.eq_ignore_ascii_case("yes"))
    }
    /// A number of decimals.
    pub(super) fn decimals(&self, keyword: &str, keys: &[&str]) -> Option<u8> {
        self.text(keyword, keys)?.parse().ok()
    }

    /// The keyword in another language, which may name its keys in that language or in the file's own.
    pub(super) fn translated(&self, keyword: &str, lang: &str, keys: &[&[&str]]) -> Option<&Entry> {
        let is_one = |(key, names): (&String, &&[&str])| names.contains(&key.as_str());
        let is_it = |entry: &&Entry| {
            entry.keyword == keyword
                && entry.lang.as_deref() == Some(lang)
                && entry.keys.len() == keys.len()
                && entry.keys.iter().zip(keys).all(is_one)
        };
        self.entries.iter().find(is_it)
    }

    /// A text of the whole table in every language.
    pub(super) fn label(&self, keyword: &str) -> Result<Option<Label>, Failure> {
        let Some(entry) = self.entry(keyword, &[]) else {
            return Ok(None);
        };
        let Some(own) = entry.text() else {
            return Ok(None);
        };
        let mut label = Label::new(self.short(entry, own)?);
        for lang in &self.others {
            let other = self.translated(keyword, lang, &[]);
            if let Some((entry, text)) = other.and_then(|entry| Some((entry, entry.text()?))) {
                label = label.with(lang, self.short(entry, text)?);
            }
        }
        Ok(Some(label))
    }

    /// The notes of the table, or of what some keys name, one paragraph each.
    pub(super) fn notes(&self, keys: &[&str]) -> Result<Vec<Label>, Failure> {
        let is_note = |entry: &&Entry| matches!(&*entry.keyword, "NOTE" | "NOTEX");
        let of = |lang: Option<&String>| -> Vec<&Entry> {
            let notes = self.entries.iter().filter(is_note);
            let notes = notes.filter(|entry| entry.lang.as_ref() == lang);
            notes
                .filter(|entry| entry.keys.len() == keys.len())
                .collect()
        };
        let own: Vec<&Entry> = of(None).into_iter().filter(|it| it.is_of(keys)).collect();
        let mut notes = Vec::with_capacity(own.len());
        for entry in &own {
            let text = entry.text().unwrap_or_default();
            notes.push(Label::new(&paragraph(entry, text)?));
        }
        for lang in self.others.iter().filter(|_| keys.is_empty()) {
            let others = of(Some(lang));
            if others.len() != own.len() {
                continue;
            }
            for (note, other) in notes.iter_mut().zip(others) {
                let text = paragraph(other, other.text().unwrap_or_default())?;
                *note = std::mem::take(note).with(lang, &text);
            }
        }
        notes.retain(|note| !note.own().is_empty());
        Ok(notes)
    }

    /// A text of the length of a label.
    pub(super) fn short<'t>(&self, entry: &Entry, text: &'t str) -> Result<&'t str, Failure> {
        too_long(entry, text, self.limits.label_chars)
    }
}

/// A longer text, in which `#` ends a line.
pub(super) fn paragraph(entry: &Entry, text: &str) -> Result<String, Failure> {
    let lines = text.split('#').map(str::trim);
    let lines: Vec<&str> = lines.filter(|line| !line.is_empty()).collect();
    too_long(entry, text, LONG_TEXT)?;
    Ok(lines.join("\n"))
}

fn too_long<'t>(entry: &Entry, text: &'t str, limit: usize) -> Result<&'t str, Failure> {
    let found = text.chars().count();
    if found <= limit {
        return Ok(text);
    }
    Err(Failure::from(FormatError::TooMany {
        at: format!("line {}, {}", entry.line, entry.name()),
        what: "characters",
        limit,
        found,
    }))
}
