//! What every panel reads, and the one way to change it.

use std::sync::Arc;

use super::value::{Derived, Held, derived, derived_after, settled};
use leptos::prelude::*;

use super::live::{self, Text, text};
use super::wording::Wording;
use crate::browser::{self, SiteLocation};
use crate::cube::{Axis, Cube, Label, Linked};
use crate::embed::{Part, Ui};
use crate::published::{Companion, Dataset, load_boundaries, load_facts};
use crate::scene::{Answered, Figures, MapGeometry, headline};
use crate::view_state::{
    Change, LinkParts, Notice, ResolvedView, Site as Languages, ViewState, link_from_state,
    pinned_link_from_state, resolve, state_from_link, without_looks,
};
use crate::words::{LANGUAGE_CODES, Messages};

/// The view of a dataset: the link as a signal, and everything derived from it.
#[derive(Clone, Copy)]
pub(super) struct Page {
    base: Held<String>,
    dataset: Held<Dataset>,
    address: Held<LinkParts>,
    read: Derived<(ViewState, Vec<Notice>)>,
    pub(super) view: Derived<ResolvedView>,
    pub(super) figures: Derived<Figures>,
    pub(super) words: Derived<Words>,
    wording: Wording,
    pub(super) boundaries: Held<Companion<MapGeometry>>,
    pub(super) facts: Held<Companion<Answered>>,
    ui: Derived<Ui>,
}

/// The words of a language, compared by their code.
#[derive(Clone, Copy)]
pub(super) struct Words(pub(super) &'static Messages);

impl PartialEq for Words {
    fn eq(&self, other: &Self) -> bool {
        self.0.code == other.0.code
    }
}

impl Page {
    pub(super) fn new(
        site: &SiteLocation,
        dataset: Dataset,
        address: Held<LinkParts>,
        wording: Wording,
    ) -> Self {
        let (cube, id) = (dataset.cube.clone(), dataset.entry.id.clone());
        let of_cube = cube.clone();
        let read = derived(move || {
            address.with(|address| {
                state_from_link(
                    address,
                    Languages {
                        langs: &LANGUAGE_CODES,
                    },
                    &id,
                    &of_cube,
                )
            })
        });
        let of_cube = cube.clone();
        let view = derived(move || read.with(|(state, _)| resolve(state, &of_cube)));
        let figures =
            derived_after(move |before| view.with(|view| Figures::after(before, &cube, view)));
        let lang = settled(move || read.with(|(state, _)| state.lang().to_owned()));
        let asked = move || lang.with(|lang| wording.of_lang(lang));
        let words = settled(move || Words(asked().unwrap_or(wording.first)));
        let assets = site.assets.clone();
        let load_words = move || {
            let assets = assets.clone();
            live::start(async move { wording.load_others(&assets).await });
        };
        load_words();
        // A file that did not load at the start is asked for again at the next change of language.
        live::whenever(move || {
            if asked().is_none() {
                load_words();
            }
        });
        let base = Held::new(site.base.clone());
        let page = Self {
            base,
            dataset: Held::new(dataset),
            address,
            read,
            view,
            figures,
            words,
            wording,
            boundaries: Held::new(Companion::Loading),
            facts: Held::new(Companion::None),
            ui: settled(move || view.with(|view| view.options.ui)),
        };
        page.load_boundaries();
        page
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
        self.view
            .with(|view| view.locked.contains(&axis.dimension()))
    }
    /// The address of this view on a page of its own.
    pub(super) fn full_href(self) -> String {
        let cube = self.cube();
        let link = self.read.with(|(state, _)| link_from_state(state, &cube));
        self.base.get_untracked() + without_looks(&link)
    }
    /// Where each other dataset of the site stands, and its title.
    pub(super) fn other_datasets(self, lang: &str) -> Vec<(String, String)> {
        let base = self.base.get_untracked();
        self.dataset.with_untracked(|dataset| {
            let link = |(id, title): &(String, Label)| {
                (
                    format!("{base}{lang}/{id}/"),
                    title.in_lang(lang).to_owned(),
                )
            };
            dataset.others.iter().map(link).collect()
        })
    }
    /// Whether the dataset has boundaries to be drawn.
    pub(super) fn has_map(self) -> bool {
        (self.dataset).with_untracked(|dataset| dataset.entry.boundaries.is_some())
    }
    /// Loads the boundaries, after the figures that everything else needs; again after a fault.
    pub(super) fn load_boundaries(self) {
        self.boundaries.set(Companion::Loading);
        live::start(async move {
            let (cube, base) = (self.cube(), self.base.get_untracked());
            let entry = self.dataset.with_untracked(|dataset| dataset.entry.clone());
            (self.boundaries).set(load_boundaries(&base, &entry, &cube).await);
        });
    }
    /// Whether the dataset has published facts beside it.
    pub(super) fn has_facts(self) -> bool {
        (self.dataset).with_untracked(|dataset| dataset.entry.facts.is_some())
    }
    /// Loads the published facts, unless they are there or on their way.
    pub(super) fn ask_for_facts(self) {
        let idle = |facts: &Companion<_>| matches!(facts, Companion::None | Companion::Failed(_));
        if self.facts.with_untracked(idle) {
            self.load_facts();
        }
    }
    /// Loads the published facts; again after a fault.
    pub(super) fn load_facts(self) {
        self.facts.set(Companion::Loading);
        live::start(async move {
            let (cube, base) = (self.cube(), self.base.get_untracked());
            let entry = self.dataset.with_untracked(|dataset| dataset.entry.clone());
            self.facts.set(load_facts(&base, &entry, &cube).await);
        });
    }

    pub(super) fn cube(self) -> Arc<Cube> {
        self.dataset.with_untracked(|dataset| dataset.cube.clone())
    }
    pub(super) fn unfiltered(self) -> Arc<Linked> {
        self.dataset
            .with_untracked(|dataset| dataset.unfiltered.clone())
    }
    /// The words of the language in use.
    pub(super) fn words(self) -> &'static Messages {
        self.words.get().0
    }
    /// A message in the language in use, wherever one stands.
    pub(super) fn say(self, message: fn(&'static Messages) -> &'static str) -> Text {
        text(move || message(self.words()).to_owned())
    }
    /// A message in the language in use, as a part of the page.
    pub(super) fn tell(self, message: fn(&'static Messages) -> &'static str) -> AnyView {
        self.say(message).into_any()
    }
    /// What the link said that could not be done.
    pub(super) fn notices(self) -> Vec<Notice> {
        let mut notices = self
            .dataset
            .with_untracked(|dataset| dataset.notices.clone());
        self.read
            .with(|(_, read)| notices.extend(read.iter().cloned()));
        notices
    }
    /// The address of the totals of every region.
    pub(super) fn regions_csv(self) -> Option<String> {
        let base = self.base.get_untracked();
        self.dataset.with_untracked(|dataset| {
            Some(format!(
                "{base}data/{}",
                dataset.entry.regions_csv.as_ref()?
            ))
        })
    }
    /// The address of the dataset's file.
    pub(super) fn dataset_href(self) -> String {
        let base = self.base.get_untracked();
        self.dataset
            .with_untracked(|dataset| [&*base, "data/", &dataset.entry.href].concat())
    }
    /// The address of the view after a change, for a link.
    pub(super) fn href(self, change: Change) -> String {
        let cube = self.cube();
        let next = self.read.with(|(state, _)| state.apply(change, &cube));
        format!(
            "{}{}",
            self.base.get_untracked(),
            link_from_state(&next, &cube)
        )
    }
    /// The address of the view, from the scheme on, with the defaults that a later release could change.
    pub(super) fn link(self) -> String {
        let cube = self.cube();
        let link = self
            .read
            .with_untracked(|(state, _)| pinned_link_from_state(state, &cube));
        format!("{}{}{link}", browser::origin(), self.base.get_untracked())
    }
    /// The link of the whole dataset, below the site: no filter, the release named.
    pub(super) fn whole_link(self) -> String {
        let lang = self.words.get_untracked().0.code;
        self.dataset.with_untracked(|dataset| {
            let entry = &dataset.entry;
            [lang, "/", &entry.id, "/?release=", &entry.release].concat()
        })
    }
    /// The address of the site, from the scheme on.
    pub(super) fn site_url(self) -> String {
        browser::origin() + &self.base.get_untracked()
    }
    /// The view for readers of a language: its link below the site, without its looks, and the
    /// sentence of it, in that language where its words are there.
    pub(super) fn in_lang(self, lang: &str) -> (String, String) {
        let cube = self.cube();
        let spoken = Change::Speak(lang.to_owned());
        let link =
            (self.read).with(|(state, _)| link_from_state(&state.apply(spoken, &cube), &cube));
        let link = without_looks(&link).to_owned();
        let words = self.wording.of_lang(lang).unwrap_or_else(|| self.words());
        let figures = |figures: &Figures| {
            let said = |view: &ResolvedView| headline(&cube, view, figures, words).sentence();
            self.view.with(said)
        };
        (link, self.figures.with(figures))
    }
    /// Changes the view: one entry in the history, and everything follows.
    pub(super) fn go(self, change: Change) {
        self.step(change, browser::push);
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
        write(format!("{}{link}", self.base.get_untracked()));
        self.address.set(LinkParts::new(&link));
    }
}

/// The page of the component's place in the tree.
pub(super) fn page() -> Page {
    expect_context()
}
