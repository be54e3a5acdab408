//! What is shown of the figures: quantity and level.

use std::iter;

use leptos::prelude::*;

use super::late::{Late, Panel};
use super::page::{Page, page};
use super::radio::Radio;
use super::select::{Choice, Select};
use crate::cube::{Axis, DimIx};
use crate::scene::{levels, quantity_name};
use crate::view_state::{Change, Quantity, has_share_of};
use crate::words::interpolate;

/// Count, share, rate or index; of a share what it is a share of. Nothing where there is one quantity.
#[component]
pub(super) fn Quantities() -> impl IntoView {
    let page = page();
    let cube = page.cube();
    let offered: Vec<Quantity> = Quantity::ALL
        .into_iter()
        .filter(|quantity| quantity.is_offered(&cube))
        .collect();
    let shown = Memo::new(move |_| page.common.with(|view| view.quantity));
    let radio = move |quantity: Quantity| {
        view! {
            <Radio
                group="as"
                checked=Signal::derive(move || shown.get() == quantity)
                on_choose=move || page.go(Change::Show(quantity))
            >
                {move || quantity_name(&page.cube(), quantity, page.words())}
            </Radio>
        }
    };
    (offered.len() > 1).then(|| {
        view! {
            <fieldset class="as">
                <legend>{page.message(|words| words.quantity)}</legend>
                {offered.into_iter().map(radio).collect_view()}
                <Show when=move || shown.get() == Quantity::Share>
                    <Late panel=Panel::ShareOf quiet=true />
                </Show>
            </fieldset>
        }
    })
}

/// What a share is a share of: everyone, or those chosen but for one dimension. Nothing where nothing is
/// chosen.
#[component]
pub(super) fn ShareOf() -> impl IntoView {
    let page = page();
    let choices = move || {
        let (cube, words) = (page.cube(), page.words());
        page.common.with(|view| {
            let everyone = Choice {
                change: Change::Show(Quantity::Share),
                key: String::new(),
                name: words.share_everyone.to_owned(),
                is_chosen: view.share_of.is_none(),
            };
            let all = (0..cube.dimensions().len()).map(DimIx);
            let those = all.filter(|of| has_share_of(&cube, &view.filters, *of));
            let of = those.map(|of| {
                let dimension = cube.dimension(of);
                let axis = dimension.label().in_lang(words.code);
                Choice {
                    change: Change::ShareOf(of),
                    key: dimension.id().to_string(),
                    name: interpolate(words.as_share_of, &[("axis", axis)]),
                    is_chosen: view.share_of == Some(of),
                }
            });
            iter::once(everyone).chain(of).collect()
        })
    };
    view! { <Select name=page.message(|words| words.share_of) choices=Signal::derive(choices) /> }
}

/// The regions, or the groups of one of their groupings, where there are such.
#[component]
pub(super) fn Levels() -> impl IntoView {
    let page = page();
    let levels = levels(&page.cube());
    let choices = move || {
        let shown = page.common.with(|view| view.level);
        let choice =
            |axis: &Axis| axis_choice(page, (*axis, shown == Some(*axis)), Change::Level(*axis));
        levels.iter().map(choice).collect()
    };
    view! { <Select name=page.message(|words| words.level) choices=Signal::derive(choices) /> }
}

/// An axis as a choice, by its id and its name in the language in use, and what choosing it changes.
pub(super) fn axis_choice(page: Page, (axis, is_chosen): (Axis, bool), change: Change) -> Choice {
    let cube = page.cube();
    Choice {
        change,
        key: cube.axis_id(axis).to_string(),
        name: cube.axis_label(axis).in_lang(page.words().code).to_owned(),
        is_chosen,
    }
}
