//! Where the view stands: the dataset, the whole, and the places that hold the one in focus.

use leptos::prelude::*;

use super::change_link::ChangeLink;
use super::page::page;
use crate::cube::Role;
use crate::scene::{place_lang, place_name, steps_up};
use crate::view_state::{Change, Place};

/// The whole, the group above and the place in focus: each one step up.
#[component]
pub(super) fn Steps() -> impl IntoView {
    let page = page();
    let place = Memo::new(move |_| page.common.with(|view| view.place));
    let name = move |place: Option<Place>| place_name(&page.cube(), place, page.words());
    let lang = move |place: Option<Place>| place_lang(&page.cube(), place, page.words());
    let above = move || {
        let here = place.get();
        let mut above: Vec<Option<Place>> = here.map(|_| None).into_iter().collect();
        above.extend(steps_up(&page.cube(), here).into_iter().rev().map(Some));
        above
    };
    let step = move |place: Option<Place>| {
        view! {
            <li>
                <ChangeLink change=Change::Focus(place)>
                    <span lang=move || lang(place)>{move || name(place)}</span>
                </ChangeLink>
            </li>
        }
    };
    let title = move || {
        let cube = page.cube();
        let (label, code) = (&cube.metadata().label, page.words().code);
        let title = label.in_lang(code).to_owned();
        let lang = cube.other_lang(label, code).map(str::to_owned);
        // Without places the dataset is all there is to stand in.
        (cube.with_role(Role::Geo).is_some())
            .then(|| view! { <li class="title" lang=lang>{title}</li> })
    };
    view! {
        <nav class="steps" translate="no" aria-label=page.message(|words| words.focus)>
            <ol>
                {title}
                {move || above().into_iter().map(step).collect_view()}
                <li>
                    <span aria-current="location" lang=move || lang(place.get())>
                        {move || name(place.get())}
                    </span>
                </li>
            </ol>
        </nav>
    }
}
