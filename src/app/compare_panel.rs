//! Places kept beside the one in focus.

use leptos::prelude::*;

use super::bar_chart::length;
use super::foreign_text::foreign_text;
use super::late::{Late, Panel};
use super::mark::MarkSign;
use super::neighbours::Neighbours;
use super::page::page;
use super::unique_id::UniqueId;
use crate::browser;
use crate::cube::Sureness;
use crate::scene::{CompareScene, ComparedBar, ComparedRow, Mark, compare, place_lang, place_name};
use crate::view_state::{COMPARED, Change, Tab};
use crate::words::{interpolate, unbroken};

/// The way to keep the place in focus beside the next; on the map its card has it.
#[component]
pub(super) fn CompareButton() -> impl IntoView {
    let page = page();
    let in_card = move || page.companions.has_map() && page.view.with(|view| view.tab == Tab::Map);
    let next = Memo::new(move |_| {
        page.common.with(|view| {
            let is_free = view.compared.len() < COMPARED;
            let is_kept = |place: &_| view.compared.contains(place);
            view.place.filter(|place| is_free && !is_kept(place))
        })
    });
    move || {
        let place = next.get().filter(|_| !in_card())?;
        let words = page.words();
        let name = place_name(&page.cube(), Some(place), words);
        Some(view! {
            <p class="keep">
                <button type="button" on:click=move |_| page.go(Change::Compare(place))>
                    {interpolate(words.compare, &[("place", &name)])}
                </button>
            </p>
        })
    }
}

/// The comparison of the places that are kept, under the sentence; nothing while none is kept.
#[component]
pub(super) fn ComparePanel() -> impl IntoView {
    let page = page();
    let is_compared = move || page.common.with(|view| !view.compared.is_empty());
    view! {
        <Show when=is_compared>
            <Late panel=Panel::Compare />
        </Show>
    }
}

/// The places compared on one scale, in words, and by who they were; nothing while none is kept.
#[component]
pub(super) fn Comparison() -> impl IntoView {
    let page = page();
    let unfiltered = page.unfiltered();
    let scene = Memo::new(move |_| {
        let (cube, words) = (page.cube(), page.words());
        page.common.with(|view| {
            page.figures
                .with(|figures| compare(&cube, view, (figures, &unfiltered), words))
        })
    });
    let title_id = UniqueId::new("compare-title");
    // The places are drawn anew with every choice: what was opened stays open.
    let open = RwSignal::new(false);
    move || {
        let scene = scene.get()?;
        Some(view! { <ComparedPlaces scene title_id open /> })
    }
}

#[component]
fn ComparedPlaces(scene: CompareScene, title_id: UniqueId, open: RwSignal<bool>) -> impl IntoView {
    let words = page().words();
    // The only place there is, is the one that was kept.
    let is_alone = scene.bars.iter().filter(|bar| bar.place.is_some()).count() < 2;
    let next_door = scene.bars.iter().find_map(|bar| bar.place);
    let heads = scene.bars.iter().map(|bar| bar.name.clone());
    let heads = heads.map(|name| view! { <th class="number" scope="col">{name}</th> });
    let heads = heads.collect_view();
    let columns = (scene.bars.len() + 1).to_string();
    let dimensions = scene.dimensions.into_iter().map(|(label, rows)| {
        let rows = rows.into_iter().map(|row| view! { <ComparedShares row /> });
        view! {
            <tr>
                <th class="of" scope="rowgroup" colspan=columns.clone()>
                    {label}
                </th>
            </tr>
            {rows.collect_view()}
        }
    });
    let bars = scene.bars.into_iter().map(|bar| view! { <Bar bar /> });
    view! {
        <section
            class="compare"
            class:open=open
            translate="no"
            aria-labelledby=title_id.to_string()
        >
            <h2 id=title_id.to_string()>{unbroken(&scene.caption)}</h2>
            <ul>{bars.collect_view()}</ul>
            {is_alone.then(|| view! {
                <p class="quiet">{words.compare_hint}</p>
                {next_door.map(|place| view! { <Neighbours place /> })}
            })}
            <details
                open=open.get_untracked()
                on:toggle=move |event| open.set(browser::is_open(&event))
            >
                <summary>{words.compared_people}</summary>
                <div class="scroller" tabindex="0" role="region" aria-labelledby=title_id.to_string()>
                    <table>
                        <thead>
                            <tr>
                                <td></td>
                                {heads}
                            </tr>
                        </thead>
                        <tbody>{dimensions.collect_view()}</tbody>
                    </table>
                </div>
            </details>
        </section>
    }
}

/// A place: its name, its bar, its number, and how far it is from the base.
#[component]
fn Bar(bar: ComparedBar) -> impl IntoView {
    let page = page();
    let words = page.words();
    let is_unscaled = bar.length.is_none() && bar.place.is_none();
    let value = if is_unscaled {
        let note = ("note", words.not_to_scale);
        interpolate(words.noted, &[("text", &bar.text), note])
    } else {
        bar.text.clone()
    };
    let is_pattern = is_pattern(bar.mark.as_ref());
    let sign = bar.mark.map(|mark| view! { " " <MarkSign mark /> });
    let remove = bar.place.filter(|_| bar.compared).map(|place| {
        let name = interpolate(words.compare_not, &[("place", &bar.name)]);
        view! {
            <button
                type="button"
                aria-label=name
                on:click=move |_| page.go(Change::Compare(place))
            >
                "×"
            </button>
        }
    });
    let lang = place_lang(&page.cube(), bar.place, words);
    let difference = Some(bar.difference).filter(|difference| !difference.is_empty());
    view! {
        <li class=is_pattern.then_some("patterned")>
            <span class="name" lang=lang>
                {bar.name}
            </span>
            " "
            {remove}
            <Track share=bar.length />
            <span class="value">{value} {sign}</span>
            " "
            {difference.map(|difference| {
                view! { <span class="quiet">{foreign_text(page, &difference)}</span> }
            })}
        </li>
    }
}

/// Whether a figure only repeats a pattern.
fn is_pattern(mark: Option<&Mark>) -> bool {
    mark.is_some_and(|mark| mark.sureness() == Sureness::Pattern)
}

/// A category: its share of each place.
#[component]
fn ComparedShares(row: ComparedRow) -> impl IntoView {
    let cells = row.shares.into_iter().zip(row.marks);
    let cells = cells.map(|((share, text), mark)| {
        let class = if is_pattern(mark.as_ref()) {
            "number patterned"
        } else {
            "number"
        };
        let sign = mark.map(|mark| view! { " " <MarkSign mark /> });
        view! { <td class=class>{text} {sign} <Track share /></td> }
    });
    view! {
        <tr>
            <th scope="row">{row.label}</th>
            {cells.collect_view()}
        </tr>
    }
}

/// A bar as long as a share of its place.
#[component]
fn Track(share: Option<f64>) -> impl IntoView {
    view! {
        <svg class="track" aria-hidden="true">
            <rect width=length(share) height="100%" />
        </svg>
    }
}
