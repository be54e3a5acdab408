//! What every panel reads of the view, and the one way to change it.

use std::sync::Arc;

use leptos::prelude::*;

use super::companions::Companions;
use super::links::Links;
use super::skip_links::STAGE;
use super::wording::Wording;
use crate::browser::{self, SiteIdentity, SiteLocation};
use crate::cube::{Axis, Cube, DimIx, EverydayName, Linked};
use crate::embed::{Part, Ui};
use crate::published::Dataset;
use crate::scene::{Figures, Headline, headline};
use crate::view_state::{
    Change, LinkParts, Notice, ResolvedView, Site as Languages, ViewState, link_from_state,
    resolve, state_from_link,
};
use crate::words::{LANGUAGE_CODES, LANGUAGE_NAMES, Messages, nearest};

/// The view of a dataset: the link as a signal, and what follows from it.
#[derive(Clone, Copy)]
pub(super) struct Page {
    dataset: StoredValue<Arc<Dataset>>,
    parts: RwSignal<LinkParts>,
    read: Memo<(ViewState, Vec<Notice>)>,
    /// The whole view: for panels that read more than [`Self::common`] has.
    pub(super) view: Memo<ResolvedView>,
    /// The view without what a single panel reads: order and search of the table, form of the map,
    /// tab. What reads this is not run by a letter in the table's search.
    pub(super) common: Memo<ResolvedView>,
    pub(super) figures: Memo<Figures>,
    /// The sentence of the view, in the language in use.
    pub(super) headline: Memo<Headline>,
    pub(super) wording: Wording,
    lang: Memo<String>,
    words: Memo<Words>,
    /// Which parts are shown.
    pub(super) ui: Memo<Ui>,
    /// The dimensions that the reader may not change.
    pub(super) locked: Memo<Vec<DimIx>>,
    pub(super) links: Links,
    /// The codes of the languages that the dataset is offered in.
    pub(super) offered: StoredValue<Vec<&'static str>>,
    /// What the site says of itself.
    pub(super) site: StoredValue<SiteIdentity>,
    pub(super) companions: Companions,
}

/// The words of a language, compared by their code.
#[derive(Clone, Copy)]
struct Words(&'static Messages);

impl PartialEq for Words {
    fn eq(&self, other: &Self) -> bool {
        self.0.code == other.0.code
    }
}

impl Page {
    pub(super) fn new(
        (site, identity): (&SiteLocation, &SiteIdentity),
        dataset: Dataset,
        parts: RwSignal<LinkParts>,
        wording: Wording,
    ) -> Self {
        let dataset = Arc::new(dataset);
        let of_link = dataset.clone();
        let spoken = LANGUAGE_CODES
            .into_iter()
            .filter(|lang| identity.speaks(lang));
        let offered = dataset.entry.offered(&spoken.collect::<Vec<_>>());
        // A link in another language is shown in that of the document, where the dataset has it.
        let first = nearest(wording.first.code, &offered);
        let langs = [&[first], &*offered].concat();
        let read = Memo::new(move |_| {
            let languages = Languages { langs: &langs };
            let (id, cube) = (&of_link.entry.id, &of_link.cube);
            parts.with(|parts| state_from_link(parts, languages, id, cube))
        });
        let cube = dataset.cube.clone();
        let view = Memo::new(move |_| read.with(|(state, _)| resolve(state, &cube)));
        let common = Memo::new(move |_| view.with(ResolvedView::in_common));
        let cube = dataset.cube.clone();
        let figures =
            Memo::new(move |before| common.with(|view| Figures::after(before, &cube, view)));
        let lang = Memo::new(move |_| read.with(|(state, _)| state.lang().to_owned()));
        let words = Memo::new(move |_| Words(lang.with(|lang| wording.of_lang_or_first(lang))));
        let cube = dataset.cube.clone();
        let sentence = Memo::new(move |_| {
            let words = words.get().0;
            common.with(|view| figures.with(|figures| headline(&cube, view, figures, words)))
        });
        Self {
            parts,
            read,
            view,
            common,
            figures,
            headline: sentence,
            wording,
            lang,
            words,
            ui: Memo::new(move |_| view.with(|view| view.options.ui)),
            locked: Memo::new(move |_| common.with(|view| view.locked.clone())),
            links: Links::new(site, &dataset, read),
            offered: StoredValue::new(offered),
            site: StoredValue::new(identity.clone()),
            companions: Companions::of(site, &dataset),
            dataset: StoredValue::new(dataset),
        }
    }

    pub(super) fn cube(self) -> Arc<Cube> {
        self.dataset.with_value(|dataset| dataset.cube.clone())
    }
    /// Reads what people call the places of the dataset.
    pub(super) fn with_everyday_names<T>(self, read: impl FnOnce(&[EverydayName]) -> T) -> T {
        self.dataset
            .with_value(|dataset| read(&dataset.entry.everyday_names))
    }
    /// Every marginal without any filter.
    pub(super) fn unfiltered(self) -> Arc<Linked> {
        self.dataset
            .with_value(|dataset| dataset.unfiltered.clone())
    }

    /// Whether the whole page is shown, and not an embed.
    pub(super) fn is_full(self) -> bool {
        self.ui.with(|ui| *ui == Ui::Full)
    }
    /// Whether a part of the page is shown.
    pub(super) fn shows(self, part: Part) -> bool {
        let framed = browser::is_framed();
        self.ui.with(|ui| ui.shows(part, framed))
    }
    /// Whether what is picked along an axis may not be changed.
    pub(super) fn is_locked(self, axis: Axis) -> bool {
        self.locked
            .with(|locked| locked.contains(&axis.dimension()))
    }

    /// The words of the language in use.
    pub(super) fn words(self) -> &'static Messages {
        self.words.get().0
    }
    /// The words of the language in use, for what is done once.
    pub(super) fn words_now(self) -> &'static Messages {
        self.words.get_untracked().0
    }
    /// Loads the words of other languages; what did not come is asked for again at the next change of
    /// language.
    pub(super) fn load_missing_words(self, assets: String) {
        self.lang.track();
        let offered = self.offered.get_value();
        leptos::task::spawn_local(async move {
            self.wording.load_others(&assets, &offered).await;
        });
    }
    /// Code and own name of each language that the dataset is offered in.
    pub(super) fn languages(self) -> Vec<(&'static str, &'static str)> {
        let named = |code: &&str| LANGUAGE_NAMES.into_iter().find(|(it, _)| it == code);
        let offered = self.offered.get_value();
        offered.iter().filter_map(named).collect()
    }
    /// A message in the language in use, as a text or an attribute of the page: one signal type for all
    /// of them, where each closure would be compiled of its own.
    pub(super) fn message(
        self,
        message: fn(&'static Messages) -> &'static str,
    ) -> Signal<&'static str> {
        Signal::derive(move || message(self.words()))
    }
    /// The sentence of the view in a language, where its words have come.
    pub(super) fn sentence_in(self, lang: &str) -> String {
        let words = self.wording.of_lang(lang).unwrap_or_else(|| self.words());
        if words.code == self.words().code {
            return self.headline.with(|headline| headline.sentence(words));
        }
        let cube = self.cube();
        let (common, figures) = (self.common, self.figures);
        common.with(|view| {
            figures.with(|figures| headline(&cube, view, figures, words).sentence(words))
        })
    }
    /// What the link said that could not be done.
    pub(super) fn notices(self) -> Vec<Notice> {
        let mut notices = self.dataset.with_value(|dataset| dataset.notices.clone());
        self.read
            .with(|(_, read)| notices.extend(read.iter().cloned()));
        notices
    }

    /// Changes the view: one entry in the history, and everything follows. In a frame the history is that
    /// of the page around it, and nothing is added to it.
    pub(super) fn go(self, change: Change) {
        let write = if browser::is_framed() {
            browser::replace
        } else {
            browser::push
        };
        self.step(change, write);
    }
    /// Changes the view again, of the same choice: in the place of the last entry in the history.
    pub(super) fn refine(self, change: Change) {
        self.step(change, browser::replace);
    }
    fn step(self, change: Change, write: fn(String)) {
        let cube = self.cube();
        let link = self
            .read
            .with_untracked(|(state, _)| link_from_state(&state.apply(change, &cube), &cube));
        write(self.links.below_base(&link));
        browser::keep_focus(STAGE);
        self.parts.set(LinkParts::new(&link));
    }
}

/// The page of the component's place in the tree.
pub(super) fn page() -> Page {
    expect_context()
}
