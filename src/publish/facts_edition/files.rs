//! The files of a list of published figures that a reader takes along: all figures as CSV and as a workbook, the map
//! as SVG and PNG.

use super::markup::Edition;
use crate::drawing::{Subject, fact_map_picture};
use crate::publish::card::picture_png;
use crate::publish::catalogue::files_folder;
use crate::publish::error::SiteError;
use crate::publish::site_files::beside_index;
use crate::publish::tree::Files;
use crate::scale::Theme;
use crate::spreadsheet::{csv_of_facts, sheet_of_facts, xlsx_of_sheet};
use crate::words::fact_words;

/// The files, and what each is called.
#[derive(Debug)]
pub(super) struct Taken {
    /// By path relative to the base.
    pub(super) files: Files,
    /// Path and kind, in the order in which they are offered.
    pub(super) offered: Vec<(String, Kind)>,
}

/// What a file holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Csv,
    Xlsx,
    Json,
    Svg,
    Png,
}

impl Kind {
    /// What the link to it says.
    pub(super) fn name(self, lang: &str) -> &'static str {
        let own = fact_words(lang);
        match self {
            Self::Csv => own.csv,
            Self::Xlsx => own.xlsx,
            Self::Json => own.json,
            Self::Svg => own.svg,
            Self::Png => own.png,
        }
    }
}

impl Taken {
    /// Makes the files of a list, in the words of its first language.
    ///
    /// # Errors
    /// When a workbook cannot be written or a picture cannot be drawn.
    pub(super) fn of(edition: &Edition<'_>) -> Result<Self, SiteError> {
        let (list, words, entry) = (edition.list, edition.words, edition.entry);
        let stem = format!("{}{}", files_folder(entry), entry.id);
        let link = format!("{}{}/{}/", edition.site_url, words.code, entry.id);
        let made = edition.made();
        let mut taken = Self {
            files: Files::new(),
            offered: Vec::new(),
        };
        let csv = csv_of_facts(list, words);
        taken.add(format!("{stem}.csv"), Kind::Csv, csv.into_bytes());
        let sheet = sheet_of_facts(list, words, (&made, &link));
        let workbook = xlsx_of_sheet(&sheet).map_err(SiteError::broken(&entry.href))?;
        taken.add(format!("{stem}.xlsx"), Kind::Xlsx, workbook);
        taken.offered.push((beside_index(&entry.href), Kind::Json));
        if let Some(svg) = map_svg(edition, (&made, &link)) {
            let png = picture_png(&svg).map_err(SiteError::Card)?;
            taken.add(format!("{stem}-map.svg"), Kind::Svg, svg.into_bytes());
            taken.add(format!("{stem}-map.png"), Kind::Png, png);
        }
        Ok(taken)
    }

    fn add(&mut self, path: String, kind: Kind, bytes: Vec<u8>) {
        self.offered.push((path.clone(), kind));
        self.files.insert(path, bytes);
    }
}

/// The map as a picture that stands alone; `None` where there is none.
fn map_svg(edition: &Edition<'_>, (made, link): (&str, &str)) -> Option<String> {
    let scene = edition.map_scene()?;
    let subject = Subject {
        cube: edition.cube,
        view: &scene.view,
        geometry: edition.geometry,
        words: edition.words,
        link,
    };
    fact_map_picture(subject, &scene, made, Theme::Light).ok()
}
