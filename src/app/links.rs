//! Where the view, the views after a change, and the files of the dataset stand.

use std::sync::Arc;

use leptos::prelude::*;

use crate::browser::{self, SiteLocation};
use crate::published::Dataset;
use crate::view_state::{
    Change, Notice, ViewState, link_from_state, pinned_link_from_state, without_looks,
};
use crate::words::{LANGUAGE_CODES, nearest};

/// The addresses that the page gives out; paths from the root of the host, unless said otherwise.
#[derive(Clone, Copy)]
pub(super) struct Links {
    base: StoredValue<String>,
    dataset: StoredValue<Arc<Dataset>>,
    read: Memo<(ViewState, Vec<Notice>)>,
}

impl Links {
    pub(super) fn new(
        site: &SiteLocation,
        dataset: &Arc<Dataset>,
        read: Memo<(ViewState, Vec<Notice>)>,
    ) -> Self {
        Self {
            base: StoredValue::new(site.base.clone()),
            dataset: StoredValue::new(dataset.clone()),
            read,
        }
    }

    /// The address of a link of the site.
    pub(super) fn below_base(self, link: &str) -> String {
        self.base.with_value(|base| [&**base, link].concat())
    }
    /// The view after a change.
    pub(super) fn after(self, change: Change) -> String {
        self.below_base(&self.link_after(change))
    }
    fn link_after(self, change: Change) -> String {
        let cube = &self.dataset.with_value(|dataset| dataset.cube.clone());
        self.read
            .with(|(state, _)| link_from_state(&state.apply(change, cube), cube))
    }
    /// This view on a page of its own.
    pub(super) fn full_view(self) -> String {
        let cube = &self.dataset.with_value(|dataset| dataset.cube.clone());
        let link = self.read.with(|(state, _)| link_from_state(state, cube));
        self.below_base(without_looks(&link))
    }
    /// This view, from the scheme on, with the defaults that a later release could change.
    pub(super) fn pinned(self) -> String {
        browser::origin() + &self.below_base(&untrack(|| self.pinned_below_site()))
    }
    /// The same below the site.
    pub(super) fn pinned_below_site(self) -> String {
        let cube = &self.dataset.with_value(|dataset| dataset.cube.clone());
        self.read
            .with(|(state, _)| pinned_link_from_state(state, cube))
    }
    /// The view for readers of a language: its link below the site, without its looks.
    pub(super) fn in_lang(self, lang: &str) -> String {
        let link = self.link_after(Change::Speak(lang.to_owned()));
        without_looks(&link).to_owned()
    }
    /// The whole dataset: its link below the site, no filter, the release named.
    pub(super) fn whole_dataset(self, lang: &str) -> String {
        self.dataset.with_value(|dataset| {
            let entry = &dataset.entry;
            [lang, "/", &entry.id, "/?release=", &entry.release].concat()
        })
    }
    /// The site, from the scheme on.
    pub(super) fn site(self) -> String {
        browser::origin() + &self.below_base("")
    }
    /// Whether the site has other datasets.
    pub(super) fn has_other_datasets(self) -> bool {
        self.dataset
            .with_value(|dataset| !dataset.others.is_empty())
    }
    /// The page of each other dataset of the site, and its title.
    pub(super) fn other_datasets(self, lang: &str) -> Vec<(String, String)> {
        let dataset = self.dataset.get_value();
        let others = dataset.others.iter().map(|other| {
            let lang = nearest(lang, &other.offered(&LANGUAGE_CODES));
            let href = self.below_base(&[lang, "/", &other.id, "/"].concat());
            (href, other.label.in_lang(lang).to_owned())
        });
        others.collect()
    }
    /// The totals of every region.
    pub(super) fn regions_csv(self) -> Option<String> {
        let file = self
            .dataset
            .with_value(|dataset| dataset.entry.regions_csv.clone());
        Some(self.below_base(&["data/", &*file?].concat()))
    }
    /// The dataset's file.
    pub(super) fn dataset_file(self) -> String {
        let file = self
            .dataset
            .with_value(|dataset| dataset.entry.href.clone());
        self.below_base(&["data/", &*file].concat())
    }
}
