//! What a partner has chosen for an embed, and what that makes.

use super::page::Page;
use crate::embed::{Form, Options, Part, Snippet, ThemeChoice, Ui};
use crate::view_state::to_fragment;

/// What has been chosen in the dialog.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct EmbedChoices {
    pub(super) form: Form,
    /// The whole page, whatever of its parts is chosen.
    pub(super) is_full: bool,
    pub(super) has_filters: bool,
    pub(super) has_legend: bool,
    pub(super) theme: ThemeChoice,
    pub(super) lang: String,
    /// The ids of the dimensions that readers may not change.
    pub(super) locked: Vec<String>,
    /// 0: as wide as its place.
    pub(super) width_px: u32,
    /// How high the preview is.
    pub(super) view_px: u32,
    /// The height that was typed.
    pub(super) typed_px: Option<u32>,
}

impl EmbedChoices {
    /// As the dialog opens, in a language.
    pub(super) fn new(lang: &str) -> Self {
        Self {
            form: Form::Element,
            is_full: false,
            has_filters: false,
            has_legend: true,
            theme: ThemeChoice::Auto,
            lang: lang.to_owned(),
            locked: Vec::new(),
            width_px: 0,
            view_px: 900,
            typed_px: None,
        }
    }

    /// How wide the preview is; 0: as wide as there is room. A frame is as high as the view is at the width
    /// that its code states.
    pub(super) fn preview_px(&self) -> u32 {
        match (self.form, self.width_px) {
            (Form::Frame, 0) => Snippet::COLUMN_PX,
            (_, width_px) => width_px,
        }
    }

    /// How high the frame is: as the view, unless another height was typed.
    pub(super) fn height_px(&self) -> u32 {
        self.typed_px.unwrap_or(self.view_px)
    }

    /// Locks a dimension, or no longer.
    pub(super) fn toggle_lock(&mut self, dimension: &str) {
        let before = self.locked.len();
        self.locked.retain(|locked| locked != dimension);
        if self.locked.len() == before {
            self.locked.push(dimension.to_owned());
        }
    }

    fn options(&self) -> Options {
        let list = |parts: &[Part]| Ui::List(parts.iter().copied().collect());
        let ui = match (self.is_full, self.has_filters, self.has_legend) {
            (true, ..) => Ui::Full,
            (_, false, true) => Ui::Min,
            (_, false, false) => Ui::None,
            (_, true, true) => list(&[Part::Title, Part::Filters, Part::Legend, Part::Source]),
            (_, true, false) => list(&[Part::Title, Part::Filters, Part::Source]),
        };
        Options {
            ui,
            theme: self.theme,
            lock: self.locked.clone(),
        }
    }
}

/// An embed as it was chosen.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Embed {
    /// The address of the preview.
    pub(super) address: String,
    /// The code for the partner's page.
    pub(super) html: String,
    /// The name of the picture's file.
    pub(super) file: String,
    /// The view, from the scheme on.
    pub(super) link: String,
}

impl Embed {
    /// The view of a page as it was chosen.
    pub(super) fn new(page: Page, choices: &EmbedChoices) -> Self {
        let link = page.links.in_lang(&choices.lang);
        let title = page.sentence_in(&choices.lang);
        let site = page.links.site();
        let snippet = Snippet {
            form: choices.form,
            site: &site,
            link: &link,
            fragment: &to_fragment(&choices.options()),
            title: &title,
            width_px: choices.width_px,
            height_px: choices.height_px(),
        };
        Self {
            address: snippet.address(),
            html: snippet.html(),
            file: snippet.file(),
            link: [&*site, &*link].concat(),
        }
    }
}
