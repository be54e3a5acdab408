//! The foot of the page.

use leptos::prelude::*;

use super::change_link::AboutLink;
use super::page::page;
use super::takeaway::TakeawayButton;
use crate::browser;
use crate::embed::Part;
use crate::scene::source_line;

/// Source, licence and the promise of privacy; in an embed the way to the full view and to downloads.
#[component]
pub(super) fn Colophon() -> impl IntoView {
    let page = page();
    let source = move || source_line(&page.cube(), page.words());
    let is_part = move || browser::is_framed() || !page.is_full();
    let downloads = move || !page.is_full() && page.shows(Part::Download);
    let table = page.links.regions_csv().map(|href| {
        view! { <a href=href>{page.message(|words| words.regions_csv)}</a> }
    });
    view! {
        <footer class="colophon">
            <p>{source}</p>
            <p>
                <Show when=is_part>
                    <a href=move || page.links.full_view() target="_blank" rel="noopener">
                        {page.message(|words| words.open_full)}
                    </a>
                    " "
                </Show>
                <AboutLink />
                " "
                {table}
            </p>
            <Show when=downloads>
                <TakeawayButton />
            </Show>
            <p class="quiet">{page.message(|words| words.privacy)}</p>
        </footer>
    }
}
