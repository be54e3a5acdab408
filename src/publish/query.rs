//! The figures of a link, by the same engine as the page.

use std::path::{Path, PathBuf};

use serde_json::json;

use crate::cube::{Axis, CatIx, Cube, Figure, Statuses};
use crate::formats::json_stat::{collection_from_bytes, cube_from_bytes};
use crate::formats::{FormatError, Limits};
use crate::scene::{Figures, figure_text, headline, notice_text};
use crate::view_state::{
    Address, Notice, ResolvedView, Site, from_address, release_of, resolve, to_address,
};
use crate::words::{LANGUAGE_CODES, Messages, messages};

/// What a file on one's own machine may hold: more than the page takes.
const LIMITS: Limits = Limits {
    bytes: 1 << 30,
    cells: 50_000_000,
    ..Limits::PAGE
};

/// How an answer is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Form {
    /// The total, the sentence, and a line for each member.
    #[default]
    Text,
    /// RFC 4180: a row for each member.
    Csv,
    /// One object.
    Json,
}

/// What keeps a link from being answered.
#[derive(Debug, thiserror::Error)]
pub enum QueryError {
    /// A file could not be read.
    #[error("cannot read {}", path.display())]
    Read {
        /// The file.
        path: PathBuf,
        /// Why the system refused.
        source: std::io::Error,
    },
    /// A file is not what it should be.
    #[error("{}: {source}", path.display())]
    Format {
        /// The file.
        path: PathBuf,
        /// Place, found and expected.
        source: FormatError,
    },
    /// `--by` names nothing that the dataset has.
    #[error("--by: the dataset has no dimension or grouping \"{found}\", it has {known}")]
    UnknownAxis {
        /// The id given.
        found: String,
        /// The ids there are.
        known: String,
    },
}

/// The answer, and what the link said that could not be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// As it is to be printed.
    pub text: String,
    /// One sentence a notice.
    pub notices: Vec<String>,
}

/// A dataset by its file, with the id that links name it by.
#[derive(Debug)]
pub struct Opened {
    /// The id in links.
    pub id: String,
    /// The cube.
    pub cube: Cube,
    /// What the link asked for and the list does not have.
    pub notices: Vec<Notice>,
}

/// Opens any JSON-stat 2.0 file.
///
/// # Errors
/// [`QueryError`] when the file is not there or is no dataset.
pub fn open_file(path: &Path) -> Result<Opened, QueryError> {
    let bytes = read(path)?;
    let cube = cube_from_bytes(&bytes, &LIMITS).map_err(|source| QueryError::Format {
        path: path.into(),
        source,
    })?;
    let stem = path
        .file_stem()
        .map(|stem| stem.to_string_lossy().into_owned());
    let id = cube
        .metadata()
        .id
        .as_deref()
        .map(str::to_owned)
        .or(stem)
        .unwrap_or_default();
    let notices = Vec::new();
    Ok(Opened { id, cube, notices })
}

/// Opens the dataset and release that a link names in the list of a site's `data` folder.
///
/// # Errors
/// [`QueryError`] when the list or the file is not there or broken.
pub fn open_listed(data: &Path, link: &str) -> Result<Opened, QueryError> {
    let path = data.join("index.json");
    let list = collection_from_bytes(&read(&path)?, &LIMITS);
    let list = list.map_err(|source| QueryError::Format { path, source })?;
    let address = address_of(link);
    let release = release_of(&address);
    let entry = list.nearest(&address.dataset, release.as_deref());
    let other = Some(address.dataset).filter(|id| !id.is_empty() && *id != entry.id);
    let other = other.map(|dataset| Notice::UnknownDataset { dataset });
    let unknown = release.filter(|release| *release != entry.release);
    let unknown = unknown.map(|release| Notice::UnknownRelease { release });
    Ok(Opened {
        id: entry.id.clone(),
        cube: open_file(&data.join(&entry.href))?.cube,
        notices: other.into_iter().chain(unknown).collect(),
    })
}

fn read(path: &Path) -> Result<Vec<u8>, QueryError> {
    std::fs::read(path).map_err(|source| QueryError::Read {
        path: path.into(),
        source,
    })
}

/// The parts of a link, with or without scheme, host and base.
fn address_of(link: &str) -> Address {
    let path = link.split_once("://").map_or(link, |(_, rest)| {
        rest.split_once('/').map_or("", |(_, path)| path)
    });
    let end = path.find(['?', '#']).unwrap_or(path.len());
    let starts = std::iter::once(0).chain(path[..end].match_indices('/').map(|(at, _)| at + 1));
    let named = |start: &usize| {
        let first = path[*start..end].split('/').next().unwrap_or_default();
        LANGUAGE_CODES.contains(&first)
    };
    let start = starts.into_iter().find(named).unwrap_or(0);
    Address::new(&path[start..])
}

/// Answers a link. `by`: a dimension or grouping to list; CSV lists the level of the link if none
/// is named.
///
/// # Errors
/// [`QueryError::UnknownAxis`].
pub fn answer(
    opened: &Opened,
    link: &str,
    by: Option<&str>,
    form: Form,
) -> Result<Answer, QueryError> {
    let cube = &opened.cube;
    let (state, read) = from_address(
        &address_of(link),
        Site {
            langs: &LANGUAGE_CODES,
        },
        &opened.id,
        cube,
    );
    // A file is opened under any name; of the list, its opening tells.
    let read = read
        .into_iter()
        .filter(|notice| !matches!(notice, Notice::UnknownDataset { .. }));
    let notices = opened.notices.iter().cloned().chain(read);
    let words = messages(state.lang());
    let view = resolve(&state, cube);
    let by = by.map(|id| axis_of(cube, id)).transpose()?;
    let by = by.or(view.level.filter(|_| form == Form::Csv));
    let asked = Asked {
        cube,
        view: &view,
        figures: &Figures::of(cube, &view),
        words,
    };
    let text = match form {
        Form::Text => asked.text(by),
        Form::Csv => asked.csv(by),
        Form::Json => asked.json(by, &to_address(&state, cube)),
    };
    Ok(Answer {
        text,
        notices: notices
            .map(|notice| notice_text(cube, &notice, words))
            .collect(),
    })
}

fn axis_of(cube: &Cube, id: &str) -> Result<Axis, QueryError> {
    cube.axis(id).ok_or_else(|| {
        let known = cube
            .axes()
            .map(|axis| format!("\"{}\"", cube.axis_id(axis)))
            .collect::<Vec<_>>()
            .join(", ");
        QueryError::UnknownAxis {
            found: id.to_owned(),
            known,
        }
    })
}

struct Asked<'a> {
    cube: &'a Cube,
    view: &'a ResolvedView,
    figures: &'a Figures,
    words: &'a Messages,
}

impl Asked<'_> {
    /// Code, label and figure of every member that the view leaves.
    fn rows(&self, by: Axis) -> impl Iterator<Item = (&str, &str, Figure)> {
        let marginal = self.figures.view.marginal(by);
        let shown = self
            .cube
            .members(by)
            .iter()
            .filter(move |(at, _)| marginal.is_shown(*at));
        shown.map(move |(at, category): (CatIx, _)| {
            (
                category.code().as_str(),
                category.label().in_lang(self.words.code),
                marginal.figure(at),
            )
        })
    }

    fn text(&self, by: Option<Axis>) -> String {
        let total = self.figures.view.total();
        let plain = total.number().map_or_else(
            || figure_text(total, self.words),
            |number| number.to_string(),
        );
        let sentence = headline(self.cube, self.view, self.figures, self.words).sentence();
        let mut text = format!("{plain}\n{sentence}\n");
        for (code, label, figure) in by.into_iter().flat_map(|by| self.rows(by)) {
            text += &format!("{code}\t{label}\t{}\n", figure_text(figure, self.words));
        }
        text
    }

    fn csv(&self, by: Option<Axis>) -> String {
        let mut writer = csv::WriterBuilder::new()
            .terminator(csv::Terminator::CRLF)
            .from_writer(Vec::new());
        let mut put = |row: [&str; 4]| {
            let _in_memory = writer.write_record(row);
        };
        put(["code", "label", "value", "status"]);
        let total = [("", "", self.figures.view.total())];
        let rows: Vec<_> = by.map_or_else(|| total.to_vec(), |by| self.rows(by).collect());
        for (code, label, figure) in rows {
            put([code, label, &number_text(figure), self.status(figure)]);
        }
        writer
            .into_inner()
            .ok()
            .and_then(|bytes| String::from_utf8(bytes).ok())
            .unwrap_or_default()
    }

    fn json(&self, by: Option<Axis>, link: &str) -> String {
        let value = |figure: Figure| figure.number().map_or(json!(null), number_value);
        let total = self.figures.view.total();
        let mut answer = json!({
            "link": link,
            "label": headline(self.cube, self.view, self.figures, self.words).sentence(),
            "value": value(total),
            "status": self.status(total),
        });
        if let Some(by) = by {
            let row = |(code, label, figure)| json!({ "code": code, "label": label, "value": value(figure), "status": self.status(figure) });
            answer["by"] = self.cube.axis_id(by).as_str().into();
            answer["rows"] = self.rows(by).map(row).collect();
        }
        format!("{answer:#}\n")
    }

    /// SDMX `CL_OBS_STATUS` of a sum; `>=` marks a lower bound.
    fn status(&self, figure: Figure) -> &str {
        match figure {
            Figure::Number(_) => match self.cube.statuses() {
                Statuses::All(status) => status.as_str(),
                Statuses::None | Statuses::Each { .. } => "",
            },
            Figure::AtLeast(_) => ">=",
            Figure::Suppressed => "Q",
            Figure::Missing => "O",
            Figure::NotAdditive => "M",
        }
    }
}

fn number_text(figure: Figure) -> String {
    figure
        .number()
        .map_or_else(String::new, |number| number.to_string())
}

#[allow(
    clippy::cast_possible_truncation,
    reason = "checked whole and in range"
)]
fn number_value(number: f64) -> serde_json::Value {
    if number.fract() == 0.0 && number.abs() < 9e15 {
        json!(number as i64)
    } else {
        json!(number)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_is_read_with_or_without_its_host() {
        for link in [
            "id/prakerja/3273/?sex=F",
            "/id/prakerja/3273/?sex=F",
            "https://a.example/x/id/prakerja/3273/?sex=F",
        ] {
            let address = address_of(link);
            assert_eq!(
                (&*address.lang, &*address.dataset, &*address.query),
                ("id", "prakerja", "sex=F")
            );
            assert_eq!(address.place, ["3273"]);
        }
    }
}
