//! What is shown of the figures: quantity, level, rows and columns, base period.

use leptos::prelude::*;

use super::page::{Page, page};
use super::radio::Radio;
use super::select::Select;
use crate::cube::{Axis, CatIx, DimIx, Role};
use crate::scene::{levels, quantity_name, trend_periods};
use crate::view_state::{Change, Quantity, can_be_columns, can_be_rows, has_share_of};
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
            <Select name=move || page.words().share_of on_choose=choose>
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
            <Select name=move || page.words().level on_choose=choose>{levels.into_iter().map(option).collect_view()}</Select>
        }
    })
}

/// The base period of a change, where there are two periods that compare.
#[component]
pub(super) fn Since() -> impl IntoView {
    let page = page();
    let periods = Memo::new(move |_| page.common.with(|view| trend_periods(&page.cube(), view)));
    let chosen = move || page.common.with(|view| view.from);
    let code = move |at: CatIx| {
        let cube = page.cube();
        let time = cube.with_role(Role::Time).map(|time| cube.dimension(time));
        time.map(|time| time.categories().get(at).code().to_string())
    };
    let name = move |at: CatIx| {
        let cube = page.cube();
        let time = cube.with_role(Role::Time).map(|time| cube.dimension(time));
        time.map(|time| {
            let label = time.categories().get(at).label();
            label.in_lang(page.words().code).to_owned()
        })
    };
    let choose = move |id: String| {
        let period = periods.with_untracked(|periods| {
            let is_chosen = |at: &&CatIx| code(**at).is_some_and(|code| code == id);
            periods.iter().find(is_chosen).copied()
        });
        page.go(Change::From(period));
    };
    let option = move |at: CatIx| {
        view! {
            <option value=code(at) prop:selected=move || chosen() == Some(at)>
                {move || name(at)}
            </option>
        }
    };
    view! {
        <Show when=move || periods.with(|periods| !periods.is_empty())>
            <Select name=move || page.words().change_from on_choose=choose>
                    <option value="" prop:selected=move || chosen().is_none()>
                        {page.message(|words| words.change_none)}
                    </option>
                    {move || periods.get().into_iter().map(option).collect_view()}
                </Select>
        </Show>
    }
}

/// What the rows of the table are. Nothing where there is no choice.
#[component]
pub(super) fn RowsBy() -> impl IntoView {
    let page = page();
    let cube = page.cube();
    let offered: Vec<Axis> = (cube.axes().filter(|&axis| can_be_rows(&cube, axis))).collect();
    let chosen = move |axis| page.view.with(|view| view.rows == Some(axis));
    let choose = {
        let offered = offered.clone();
        move |id: String| {
            let cube = page.cube();
            let axis = (offered.iter()).find(|axis| *cube.axis_id(**axis).to_string() == *id);
            if let Some(axis) = axis {
                page.go(Change::Rows(*axis));
            }
        }
    };
    let option = move |axis: Axis| {
        let id = page.cube().axis_id(axis).to_string();
        view! {
            <option value=id prop:selected=move || chosen(axis)>
                {move || axis_name(page, axis)}
            </option>
        }
    };
    (offered.len() > 1).then(|| {
        view! {
            <Select name=move || page.words().rows_by on_choose=choose>
                {offered.into_iter().map(option).collect_view()}
            </Select>
        }
    })
}

/// What lies across the columns of the table. Nothing where nothing can.
#[component]
pub(super) fn Columns() -> impl IntoView {
    let page = page();
    let offered = Memo::new(move |_| {
        let cube = page.cube();
        let rows = page.view.with(|view| view.rows);
        (cube.axes())
            .filter(|&axis| can_be_columns(&cube, rows, axis))
            .collect::<Vec<Axis>>()
    });
    let chosen = move || page.view.with(|view| view.cols);
    let id = move |axis: Axis| page.cube().axis_id(axis).to_string();
    let option = move |axis: Axis| {
        view! {
            <option value=id(axis) prop:selected=move || chosen() == Some(axis)>
                {move || axis_name(page, axis)}
            </option>
        }
    };
    let choose = move |chosen: String| {
        let axis = offered.with_untracked(|offered| {
            let is_chosen = |axis: &&Axis| id(**axis) == chosen;
            offered.iter().find(is_chosen).copied()
        });
        page.go(Change::Columns(axis));
    };
    view! {
        <Show when=move || offered.with(|offered| !offered.is_empty())>
            <Select name=move || page.words().cols on_choose=choose>
                <option value="" prop:selected=move || chosen().is_none()>
                    {page.message(|words| words.cols_none)}
                </option>
                {move || offered.get().into_iter().map(option).collect_view()}
            </Select>
        </Show>
    }
}

/// The name of an axis in the language in use.
fn axis_name(page: Page, axis: Axis) -> String {
    let cube = page.cube();
    cube.axis_label(axis).in_lang(page.words().code).to_owned()
}
