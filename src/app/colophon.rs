//! The foot of the page.

use leptos::prelude::*;

use super::change_link::AboutLink;
use super::page::page;
use super::takeaway::TakeawayButton;
use crate::browser;
use crate::embed::Part;
use crate::scene::source_lines;

/// Source, licence and the promise of privacy; in an embed the way to the full view and to downloads.
#[component]
pub(super) fn Colophon() -> impl IntoView {
    let page = page();
    let sources = move || source_lines(&page.cube(), page.words()).join("\n");
    let link = move || browser::origin() + &page.links.full_view();
    let is_part = browser::is_framed() || !page.is_full();
    let has_downloads = !page.is_full() && page.shows(Part::Download);
    let table = page.links.regions_csv().map(|href| {
        view! { <a href=href>{page.message(|words| words.regions_csv)}</a> }
    });
    view! {
        <footer class="colophon">
            <p class="lines">{sources}</p>
            <p class="printed">{link}</p>
            <p>
                {is_part
                    .then(|| {
                        view! {
                            <a href=move || page.links.full_view() target="_blank" rel="noopener">
                                {page.message(|words| words.open_full)}
                            </a>
                            " "
                        }
                    })}
                <AboutLink />
                " "
                {table}
            </p>
            {has_downloads.then(|| view! { <TakeawayButton /> })}
            <p class="quiet">{page.message(|words| words.privacy)}</p>
        </footer>
    }
}
