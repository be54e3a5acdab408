//! A dataset of the site, opened by a link.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

use super::answer::{Answer, answer};
use super::dimensions::{Dimension, dimensions};
use crate::cube::{Cube, linked};
use crate::drawing::{Lack, Subject, is_map, picture};
use crate::formats::citation::{Citation, Cited, citation};
use crate::formats::csv::{csv_of, csv_of_cells};
use crate::formats::json_stat::bytes_from_cube;
use crate::published::{
    Companion, Dataset, fault_text, load, load_boundaries, load_facts, words_of,
};
use crate::scale::{Rgb, Theme, picture_in_hue};
use crate::scene::{
    Figures, MapGeometry, WrittenDerivation, derivation, headline, off_by, release_text,
};
use crate::spreadsheet::{Sheet, csv_of_sheet, excel_csv_of_sheet, xlsx_of_sheet};
use crate::view_state::{
    AskedFigure, LinkParts, Notice, Site, ViewState, link_from_state, pinned_link_from_state,
    resolve, state_from_link, without_looks,
};
use crate::words::{LANGUAGE_CODES, Messages};

/// Why a script gets no answer.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ApiError {
    /// The address is of another site.
    #[error("{url} is no link of this site: expected an address that begins with {site}")]
    OtherSite {
        /// What was asked for.
        url: String,
        /// Where the site is.
        site: String,
    },
    /// The site has no such dataset.
    #[error("the site has no dataset \"{found}\"; its first is \"{first}\"")]
    UnknownDataset {
        /// What was asked for.
        found: String,
        /// The dataset that an address without one opens.
        first: String,
    },
    /// A file cannot be used.
    #[error("{0}")]
    Fault(String),
    /// The words of the language did not come.
    #[error("words.{0}.txt could not be loaded, or is of another build")]
    Words(String),
    /// There is no such theme.
    #[error("no theme \"{0}\": expected light, dark or contrast")]
    Theme(String),
    /// There is no such form of a table.
    #[error("no form \"{0}\": expected csv, excel or xlsx")]
    Form(String),
    /// There is nothing to list.
    #[error("the dataset has nothing but measures: there is no table")]
    NoTable,
    /// The table is too large for a workbook.
    #[error("{0}")]
    Workbook(String),
    /// The selection leaves nothing.
    #[error("nothing is left of the dataset under this selection")]
    Nobody,
    /// The query asks of a figure that there is not.
    #[error(
        "the dataset has no figure \"{0}\": expected why=. for that of the view, or why=DIMENSION:CODE"
    )]
    UnknownFigure(String),
    /// There is nothing to draw.
    #[error("the dataset has no {0}")]
    NoMap(&'static str),
}

/// A dataset and the link that it was opened by.
#[derive(Debug)]
pub struct Opened {
    site: String,
    dataset: Dataset,
    address: LinkParts,
    words: &'static Messages,
    geometry: RefCell<Option<Arc<MapGeometry>>>,
    /// The colour of the site.
    brand: Option<Rgb>,
}

impl Opened {
    /// Opens the dataset of `url`, a link of the site at `site`, with the words in the folder
    /// `assets`; all three from the scheme on. `brand`: the colour of the site, where it has one.
    ///
    /// # Errors
    /// [`ApiError`].
    pub async fn open(
        site: String,
        assets: &str,
        url: String,
        brand: Option<Rgb>,
    ) -> Result<Self, ApiError> {
        let Some(link) = url.strip_prefix(&*site) else {
            return Err(ApiError::OtherSite { url, site });
        };
        let address = LinkParts::new(link);
        let known = LANGUAGE_CODES.contains(&&*address.lang);
        let lang = if known {
            &address.lang
        } else {
            LANGUAGE_CODES[0]
        };
        let words = words_of(lang, assets).await;
        let words = words.ok_or_else(|| ApiError::Words(lang.to_owned()))?;
        let fault = |fault| ApiError::Fault(fault_text(&fault, words));
        let dataset = load(&site, &address, Rc::new(|_| ()))
            .await
            .map_err(fault)?;
        let (found, first) = (&address.dataset, &dataset.entry.id);
        if !found.is_empty() && found != first {
            return Err(ApiError::UnknownDataset {
                found: found.clone(),
                first: first.clone(),
            });
        }
        Ok(Self {
            site,
            dataset,
            address,
            words,
            geometry: RefCell::default(),
            brand,
        })
    }

    /// What the dataset is cut by.
    #[must_use]
    pub fn dimensions(&self) -> Vec<Dimension<'_>> {
        dimensions(&self.dataset.cube, self.words.code)
    }

    /// The figures of the place of the link under the filters of a query; without one those of the
    /// link.
    #[must_use]
    pub fn linked(&self, query: Option<&str>) -> Answer<'_> {
        let cube = &*self.dataset.cube;
        let (state, mut notices) = self.read(query);
        notices.extend(self.dataset.notices.iter().cloned());
        let link = self.site.clone() + &link_from_state(&state, cube);
        let view = resolve(&state, cube);
        answer(cube, &view, (self.words, &notices), link)
    }

    /// The figures of the level of the view as CSV, as `jangkau query --format csv` prints them; the
    /// total where the dataset has no places.
    #[must_use]
    pub fn csv(&self, query: Option<&str>) -> String {
        let (cube, (state, _)) = (&*self.dataset.cube, self.read(query));
        let view = resolve(&state, cube);
        let answer = linked(cube, &view.selection);
        csv_of(
            cube,
            (&view.selection, &answer),
            view.level,
            self.words.code,
        )
    }

    /// The table of the view, as the page shows it, as the bytes of a file: `csv` (RFC 4180), `excel`
    /// (CSV in the separators of the language, with what the table shows above it) or `xlsx`.
    ///
    /// # Errors
    /// [`ApiError`] where the form is unknown, there is no table, or it is too large.
    pub fn table(&self, query: Option<&str>, form: &str) -> Result<Vec<u8>, ApiError> {
        let (cube, (state, _)) = (&*self.dataset.cube, self.read(query));
        let link = self.site.clone() + without_looks(&pinned_link_from_state(&state, cube));
        let sheet = Sheet::of(cube, &resolve(&state, cube), self.words, &link);
        let sheet = sheet.ok_or(ApiError::NoTable)?;
        match form {
            "csv" => Ok(csv_of_sheet(&sheet).into_bytes()),
            "excel" => Ok(excel_csv_of_sheet(&sheet).into_bytes()),
            "xlsx" => {
                let workbook = xlsx_of_sheet(&sheet);
                workbook.map_err(|error| ApiError::Workbook(error.to_string()))
            }
            other => Err(ApiError::Form(other.to_owned())),
        }
    }

    /// The cells of the view as CSV, as `jangkau query --format cells` prints them.
    ///
    /// # Errors
    /// [`ApiError::Nobody`] when nothing is left.
    pub fn cells(&self, query: Option<&str>) -> Result<String, ApiError> {
        let (cube, (state, _)) = (&*self.dataset.cube, self.read(query));
        let selection = resolve(&state, cube).selection;
        let cells = csv_of_cells(cube, &selection, self.words.code);
        cells.map_err(|_| ApiError::Nobody)
    }

    /// The cells of the view as a JSON-stat 2.0 dataset, whose sum is the view's total.
    ///
    /// # Errors
    /// [`ApiError::Nobody`] when nothing is left.
    pub fn json_stat(&self, query: Option<&str>) -> Result<Vec<u8>, ApiError> {
        Ok(bytes_from_cube(&self.cut(query)?))
    }

    fn cut(&self, query: Option<&str>) -> Result<Cube, ApiError> {
        let (cube, (state, _)) = (&*self.dataset.cube, self.read(query));
        let cut = cube.cut(&resolve(&state, cube).selection);
        cut.map_err(|_| ApiError::Nobody)
    }

    /// How the view is cited by someone who looked at it on a day: `2026-11-25`.
    #[must_use]
    pub fn cite(&self, query: Option<&str>, accessed: &str) -> Citation {
        let (cube, words, (state, _)) = (&*self.dataset.cube, self.words, self.read(query));
        let view = resolve(&state, cube);
        let link = self.site.clone() + without_looks(&pinned_link_from_state(&state, cube));
        let headline = headline(cube, &view, &Figures::of(cube, &view), words);
        let sentence = headline.marked_sentence(self.words);
        let mark = headline.mark.as_ref();
        let off_by = mark.and_then(|mark| off_by(cube, &view, mark.kind, self.words));
        let asked = AskedFigure::default().in_link(cube, &link);
        let cited = Cited {
            sentence: &sentence,
            off_by: off_by.as_deref().unwrap_or_default(),
            derivation: &[self.words.derivation, " ", &asked].concat(),
            link: &link,
            accessed,
            lang: words.code,
            accessed_word: words.accessed,
            edition: &release_text(cube, words),
        };
        citation(cube, cited)
    }

    /// How a figure of the view came about: the one that `why=` in the query asks of, else the view's own.
    ///
    /// # Errors
    /// [`ApiError::UnknownFigure`] where the dataset has no such figure.
    pub async fn why(&self, query: Option<&str>) -> Result<WrittenDerivation, ApiError> {
        let (cube, (state, _)) = (&*self.dataset.cube, self.read(query));
        let view = resolve(&state, cube);
        let asked = AskedFigure::from_raw(cube, &view.why);
        let asked = asked.ok_or_else(|| ApiError::UnknownFigure(view.why.clone()))?;
        let answered = load_facts(&self.site, &self.dataset.entry, cube).await;
        // Without the file of published facts the controls of the dataset still tell what was printed.
        let found = derivation(cube, (&view, &asked), answered.facts(), self.words);
        let link = self.site.clone() + &link_from_state(&state, cube);
        let paragraph = found.paragraph(self.words);
        Ok(found.written(link, paragraph))
    }

    /// The map of the same, or its periods as lines, as an SVG that stands alone, in the colours of
    /// `theme`.
    ///
    /// # Errors
    /// [`ApiError`] where the boundaries of a map do not come, there are none, or the theme is
    /// unknown.
    pub async fn picture(&self, query: Option<&str>, theme: &str) -> Result<String, ApiError> {
        let theme = match theme {
            "light" => Theme::Light,
            "dark" => Theme::Dark,
            "contrast" => Theme::Contrast,
            other => return Err(ApiError::Theme(other.to_owned())),
        };
        let cube = &*self.dataset.cube;
        let (state, _) = self.read(query);
        let view = resolve(&state, cube);
        let geometry = if is_map(cube, &view, self.words) {
            Some(self.geometry().await?)
        } else {
            None
        };
        let subject = Subject {
            cube,
            view: &view,
            geometry: geometry.as_deref(),
            words: self.words,
            link: &(self.site.clone() + without_looks(&pinned_link_from_state(&state, cube))),
        };
        let svg = picture(subject, theme).map_err(|lack| {
            ApiError::NoMap(match lack {
                Lack::Places => "regions",
                Lack::Boundaries => "boundaries",
                Lack::Tiles => "tiles",
            })
        })?;
        Ok(match self.brand {
            Some(brand) => picture_in_hue(&svg, theme, brand),
            None => svg,
        })
    }

    /// Where the regions lie, loaded when it is first asked for.
    async fn geometry(&self) -> Result<Arc<MapGeometry>, ApiError> {
        let known = self.geometry.borrow().clone();
        if let Some(geometry) = known {
            return Ok(geometry);
        }
        let (entry, cube) = (&self.dataset.entry, &self.dataset.cube);
        let geometry = match load_boundaries(&self.site, entry, cube).await {
            Companion::Ready(geometry) => geometry,
            Companion::Failed(fault) => {
                return Err(ApiError::Fault(fault_text(&fault, self.words)));
            }
            Companion::Loading | Companion::None => return Err(ApiError::NoMap("boundaries")),
        };
        *self.geometry.borrow_mut() = Some(Arc::clone(&geometry));
        Ok(geometry)
    }

    fn read(&self, query: Option<&str>) -> (ViewState, Vec<Notice>) {
        let mut address = self.address.clone();
        if let Some(query) = query {
            query
                .strip_prefix('?')
                .unwrap_or(query)
                .clone_into(&mut address.query);
        }
        let site = Site {
            langs: &LANGUAGE_CODES,
        };
        state_from_link(&address, site, &self.dataset.entry.id, &self.dataset.cube)
    }
}
