//! What is shown of the figures: quantity and level.

use leptos::prelude::*;

use super::page::{Page, page};
use super::radio::Radio;
use super::select::Select;
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
                    <ShareOf />
                </Show>
            </fieldset>
        }
    })
}

/// What a share is a share of: everyone, or those chosen but for one dimension. Nothing where nothing is
/// chosen.
#[component]
fn ShareOf() -> impl IntoView {
    let page = page();
    let dimensions = Memo::new(move |_| {
        let cube = page.cube();
        let all = (0..cube.dimensions().len()).map(DimIx);
        page.common.with(|view| {
            all.filter(|of| has_share_of(&cube, &view.filters, *of))
                .collect::<Vec<DimIx>>()
        })
    });
    let chosen = move || page.common.with(|view| view.share_of);
    let name = move |of: DimIx| {
        let (cube, words) = (page.cube(), page.words());
        let axis = cube.dimension(of).label().in_lang(words.code);
        interpolate(words.as_share_of, &[("axis", axis)])
    };
    let choose = move |id: String| {
        let cube = page.cube();
        let of = dimensions.with_untracked(|dimensions| {
            let is_chosen = |of: &&DimIx| *cube.dimension(**of).id().to_string() == *id;
            dimensions.iter().find(is_chosen).copied()
        });
        page.go(of.map_or(Change::Show(Quantity::Share), Change::ShareOf));
    };
    let option = move |of: DimIx| {
        view! {
            <option
                value=page.cube().dimension(of).id().to_string()
                prop:selected=move || chosen() == Some(of)
            >
                {move || name(of)}
            </option>
        }
    };
    view! {
        <Show when=move || dimensions.with(|dimensions| !dimensions.is_empty())>
            <Select name=page.message(|words| words.share_of) on_choose=choose>
                    <option value="" prop:selected=move || chosen().is_none()>
                        {page.message(|words| words.share_everyone)}
                    </option>
                    {move || dimensions.get().into_iter().map(option).collect_view()}
                </Select>
        </Show>
    }
}

/// The regions, or the groups of one of their groupings, where there are such.
#[component]
pub(super) fn Levels() -> impl IntoView {
    let page = page();
    let levels = levels(&page.cube());
    let chosen = move |axis| page.common.with(|view| view.level == Some(axis));
    let option = move |axis: Axis| {
        let id = page.cube().axis_id(axis).to_string();
        view! {
            <option value=id prop:selected=move || chosen(axis)>
                {move || axis_name(page, axis)}
            </option>
        }
    };
    let choose = {
        let levels = levels.clone();
        move |id: String| {
            let cube = page.cube();
            let axis = levels
                .iter()
                .find(|axis| *cube.axis_id(**axis).to_string() == *id);
            if let Some(axis) = axis {
                page.go(Change::Level(*axis));
            }
        }
    };
    (levels.len() > 1).then(|| {
        view! {
            <Select name=page.message(|words| words.level) on_choose=choose>{levels.into_iter().map(option).collect_view()}</Select>
        }
    })
}

/// The name of an axis in the language in use.
pub(super) fn axis_name(page: Page, axis: Axis) -> String {
    let cube = page.cube();
    cube.axis_label(axis).in_lang(page.words().code).to_owned()
}
