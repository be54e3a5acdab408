//! Views of a dataset that its publisher names.

use crate::cube::Cube;
use crate::formats::json_stat::NamedView;
use crate::publish::dataset_settings::{DatasetSettings, ViewSettings};
use crate::scene::notice_text;
use crate::tabular::{Finding, Findings, Gravity, Spot};
use crate::view_state::{LinkParts, Site, state_from_link};
use crate::words::messages;

/// The views as the list of the site has them; `lang`: the language of the dataset.
pub(super) fn named_views(settings: &DatasetSettings, lang: &str) -> Vec<NamedView> {
    let view = |view: &ViewSettings| NamedView {
        label: view.label.label(lang),
        query: view.query.clone(),
    };
    settings.views.iter().map(view).collect()
}

/// Views whose links ask for what the dataset does not have. `path`: the file of the settings.
pub(super) fn faults_of_views(
    path: &str,
    (id, cube): (&str, &Cube),
    settings: &DatasetSettings,
) -> Findings {
    let words = messages("en");
    let mut found = Vec::new();
    for (nth, view) in (1..).zip(&settings.views) {
        let link = LinkParts::new(&format!("/en/{id}/?{}", view.query));
        let (_, notices) = state_from_link(&link, Site { langs: &["en"] }, id, cube);
        found.extend(notices.first().map(|notice| {
            let member = Spot::Member(format!("views, no. {nth}"));
            let texts = [
                format!(
                    "the link {:?}: {}",
                    view.query,
                    notice_text(cube, notice, words)
                ),
                "what a link of this dataset may ask for".to_owned(),
                "copy the part behind the question mark from the address of the view".to_owned(),
            ];
            Finding::new(Gravity::Error, "view", (path, member), texts)
        }));
    }
    found.into_iter().collect()
}
