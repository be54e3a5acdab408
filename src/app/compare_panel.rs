//! Places kept beside the one in focus.

use leptos::prelude::*;
use web_sys::Event;

use super::bar_chart::length;
use super::late::{Late, Panel};
use super::live::{button, click, drawn, follows, paragraph, part, set, span, when};
use super::page::{Page, page};
use crate::browser;
use crate::scene::{CompareScene, ComparedBar, ComparedRow, compare, place_name};
use crate::view_state::{COMPARED, Change};
use crate::words::interpolate;

/// The way to keep the place in focus beside the next; once one is kept, the comparison.
#[component]
pub(super) fn ComparePanel() -> impl IntoView {
    let page = page();
    let next = Memo::new(move |_| {
        page.common.with(|view| {
            let kept = |place: &_| view.compared.contains(place);
            let free = view.compared.len() < COMPARED;
            view.place.filter(|place| free && !kept(place))
        })
    });
    let keep = part(move || {
        let Some(place) = next.get() else {
            return ().into_any();
        };
        let name = place_name(&page.cube(), Some(place), page.words());
        let name = interpolate(page.words().compare, &[("place", &name)]);
        let keep = button("", name.into_any(), move || page.go(Change::Compare(place)));
        paragraph("keep", keep)
    });
    let comparison = when(
        move || page.common.with(|view| !view.compared.is_empty()),
        || view! { <Late panel=Panel::Compare /> }.into_any(),
    );
    view! { {keep} {comparison} }
}

/// The places compared on one scale, in words, and by who they were.
#[component]
pub(super) fn Comparison() -> impl IntoView {
    let page = page();
    let unfiltered = page.unfiltered();
    let scene = move || {
        let (cube, words) = (page.cube(), page.words());
        page.common.with(|view| {
            page.figures
                .with(|figures| compare(&cube, view, (figures, &unfiltered), words))
        })
    };
    // The panel is made anew with every choice: what was opened in it stays open.
    let open = RwSignal::new(false);
    drawn(scene, move |scene| {
        scene.map_or_else(|| ().into_any(), |scene| panel(page, &scene, open))
    })
}

fn panel(page: Page, scene: &CompareScene, open: RwSignal<bool>) -> AnyView {
    let words = page.words();
    let bars: Vec<AnyView> = scene.bars.iter().map(|it| bar(page, it)).collect();
    // The only place there is, is the one that was kept.
    let alone = scene.bars.iter().filter(|bar| bar.place.is_some()).count() < 2;
    let hint = alone.then(|| paragraph("quiet", words.compare_hint.into_any()));
    let heads: Vec<AnyView> = (scene.bars.iter())
        .map(|bar| {
            view! { <th class="number" {..set("scope", "col")}>{bar.name.clone()}</th> }.into_any()
        })
        .collect();
    let columns = scene.bars.len() + 1;
    let mut rows: Vec<AnyView> = Vec::new();
    for (label, of_dimension) in &scene.dimensions {
        let (label, wide) = (label.clone(), columns.to_string());
        rows.push(
            view! { <tr><th class="of" {..set("scope", "rowgroup")} {..follows("colspan", move || wide.clone())}>{label}</th></tr> }
                .into_any(),
        );
        rows.extend(of_dimension.iter().map(row));
    }
    let toggled: Box<dyn FnMut(Event)> = Box::new(move |event| open.set(browser::is_open(&event)));
    view! {
        <section class="compare" {..set("aria-labelledby", "compare-title")}>
            <h2 {..set("id", "compare-title")}>{scene.caption.clone()}</h2>
            <ul>{bars}</ul>
            {hint}
            <details open=open.get_untracked() on:toggle=toggled>
                <summary>{words.compared_people}</summary>
                <div class="scroller" {..set("tabindex", "0")} {..set("role", "region")} {..set("aria-labelledby", "compare-title")}>
                    <table>
                        <thead><tr><td></td>{heads}</tr></thead>
                        <tbody>{rows}</tbody>
                    </table>
                </div>
            </details>
        </section>
    }
    .into_any()
}

/// A place: its name, its bar, its number, and how far it is from the base.
fn bar(page: Page, bar: &ComparedBar) -> AnyView {
    let words = page.words();
    let unscaled = bar.length.is_none() && bar.place.is_none();
    let note = bar.pattern.as_deref();
    let note = note.or(unscaled.then_some(words.not_to_scale));
    let told = note.map_or(bar.text.clone(), |note| {
        interpolate(words.noted, &[("text", &bar.text), ("note", note)])
    });
    let away = bar.place.filter(|_| bar.compared).map(|place| {
        let name = interpolate(words.compare_not, &[("place", &bar.name)]);
        let away = click(move || page.go(Change::Compare(place)));
        view! { <button {..set("type", "button")} {..follows("aria-label", move || name.clone())} on:click=away>"×"</button> }
            .into_any()
    });
    let class = if bar.pattern.is_some() {
        "patterned"
    } else {
        ""
    };
    let difference =
        (!bar.difference.is_empty()).then(|| span("quiet", bar.difference.clone().into_any()));
    view! {
        <li class=class>
            {span("name", bar.name.clone().into_any())} " " {away}
            {track(bar.length)}
            {span("value", told.into_any())} " " {difference}
        </li>
    }
    .into_any()
}

fn row(row: &ComparedRow) -> AnyView {
    let cells: Vec<AnyView> = (row.shares.iter().zip(&row.patterned))
        .map(|((share, text), patterned)| {
            let class = if *patterned {
                "number patterned"
            } else {
                "number"
            };
            let text = text.clone();
            view! { <td class=class>{text}{track(*share)}</td> }.into_any()
        })
        .collect();
    let label = row.label.clone();
    view! { <tr><th {..set("scope", "row")}>{label}</th>{cells}</tr> }.into_any()
}

/// A bar of a length, drawn: attributes need no style that a policy would refuse.
fn track(share: Option<f64>) -> AnyView {
    let wide = length(share);
    view! { <svg class="track" {..set("aria-hidden", "true")}><rect {..follows("width", move || wide.clone())} {..set("height", "100%")} /></svg> }
        .into_any()
}
