//! The periods as lines, with the figures in a table.

use leptos::prelude::*;

use super::mark::MarkSign;
use super::measured_box::measured_box;
use super::page::page;
use super::trend_brush::TrendBrush;
use super::trend_picture::{TrendPicture, frame_of};
use super::unique_id::UniqueId;
use crate::cube::Sureness;
use crate::scene::{Mark, TrendLine, TrendScene, trend};
use crate::view_state::Change;
use crate::words::interpolate;

/// The least width of the picture, in CSS pixels.
const NARROWEST_PX: f64 = 260.0;

/// The trend of the view; nothing where no two periods can share a line.
#[component]
pub(super) fn TrendPanel() -> impl IntoView {
    let page = page();
    let scene = Memo::new(move |_| {
        let (cube, words) = (page.cube(), page.words());
        page.common.with(|view| trend(&cube, view, words))
    });
    let caption = move || scene.with(|scene| scene.as_ref().map(|scene| scene.caption.clone()));
    let title_id = UniqueId::new("trend-title");
    let width_px = RwSignal::new(NARROWEST_PX);
    let node = measured_box(move |(px, _)| width_px.set(px.max(NARROWEST_PX)));
    let width_px = Memo::new(move |_| width_px.get());
    let picture = move || {
        let (scene, width_px) = (scene.get()?, width_px.get());
        Some(view! { <TrendPicture scene width_px title_id /> })
    };
    let nearest = move |x_px: f64| {
        let scene = scene.read_untracked();
        let scene = scene.as_ref()?;
        let frame = frame_of(scene, width_px.get_untracked());
        let nth = frame.nearest_period(x_px, scene.positions.len())?;
        Some(scene.positions[nth])
    };
    let figures = move || {
        let scene = scene.get()?;
        Some(view! { <Figures scene title_id /> })
    };
    view! {
        <div class="trend">
            <h2 id=title_id.to_string()>{caption}</h2>
            <div node_ref=node>
                <TrendBrush nearest>{picture}</TrendBrush>
            </div>
            <p class="quiet">{page.message(|words| words.trend_hint)}</p>
            {figures}
        </div>
    }
}

/// The lines in words.
#[component]
fn Figures(scene: TrendScene, title_id: UniqueId) -> impl IntoView {
    let words = page().words();
    let change = scene.change.map(|(.., name)| name);
    let has_change = change.is_some();
    let heads = scene.periods.into_iter().chain(change);
    let heads = heads.map(|head| view! { <th class="number" scope="col">{head}</th> });
    let lines = scene.lines.into_iter().enumerate();
    let rows = lines.map(|(nth, line)| view! { <Line nth line has_change /> });
    view! {
        <div class="scroller" tabindex="0" role="region" aria-labelledby=title_id.to_string()>
            <table>
                <thead>
                    <tr>
                        <th scope="col">{words.col_name}</th>
                        {heads.collect_view()}
                    </tr>
                </thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        </div>
    }
}

/// A line in words: its sign, its name, its numbers.
#[component]
fn Line(nth: usize, line: TrendLine, has_change: bool) -> impl IntoView {
    let page = page();
    let words = page.words();
    let sign_of = |mark: Option<&Mark>| mark.cloned().map(|mark| view! { " " <MarkSign mark /> });
    let texts = line.texts.iter();
    let texts = texts.chain(has_change.then_some(&line.change)).enumerate();
    let cells = texts.map(|(nth, text)| {
        let own = line.own_mark(nth);
        let mark = own.or(line.mark());
        let is_pattern = mark.is_some_and(|mark| mark.sureness() == Sureness::Pattern);
        let class = if is_pattern {
            "number patterned"
        } else {
            "number"
        };
        view! { <td class=class>{text.clone()}{sign_of(own)}</td> }
    });
    let cells = cells.collect_view();
    let sign = sign_of(line.mark());
    let remove = line.place.filter(|_| line.compared).map(|place| {
        let name = interpolate(words.compare_not, &[("place", &line.name)]);
        view! {
            " "
            <button
                type="button"
                aria-label=name
                on:click=move |_| page.go(Change::Compare(place))
            >
                "×"
            </button>
        }
    });
    view! {
        <tr>
            <th scope="row">
                <svg class="sign" viewBox="0 0 28 8" aria-hidden="true">
                    <path class="line" data-line=nth.to_string() d="M0 4H28" />
                </svg>
                " " {line.name} {sign} " " {remove}
            </th>
            {cells}
        </tr>
    }
}
