//! The foot of the page.

use leptos::prelude::*;

use super::change_link::AboutLink;
use super::page::page;
use super::takeaway::TakeawayButton;
use crate::browser::{self, SiteIdentity};
use crate::embed::Part;
use crate::scene::source_line;

/// Source, licence and the promise of privacy; in an embed the way to the full view and to downloads.
#[component]
pub(super) fn Colophon() -> impl IntoView {
    let page = page();
    let source = move || source_line(&page.cube(), page.words());
    let link = move || browser::origin() + &page.links.full_view();
    let is_part = browser::is_framed() || !page.is_full();
    let has_downloads = !page.is_full() && page.shows(Part::Download);
    let SiteIdentity {
        contact, imprint, ..
    } = page.site.get_value();
    let responsible = (contact.is_some() || imprint.is_some()).then(|| {
        let imprint = imprint.map(|address| {
            view! { <a href=address>{page.message(|words| words.imprint)}</a> }
        });
        view! { <p>{contact} " " {imprint}</p> }
    });
    let table = page.links.regions_csv().map(|href| {
        view! { <a href=href>{page.message(|words| words.regions_csv)}</a> }
    });
    let own_file = move || {
        page.links
            .below_base(&[page.words().code, "/file/"].concat())
    };
    view! {
        <footer class="colophon">
            <p>{source}</p>
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
                " "
                {(!is_part).then(|| {
                    view! { <a href=own_file>{page.message(|words| words.own_file)}</a> }
                })}
            </p>
            {has_downloads.then(|| view! { <TakeawayButton /> })}
            {responsible}
            <p class="quiet">{page.message(|words| words.privacy)}</p>
        </footer>
    }
}
