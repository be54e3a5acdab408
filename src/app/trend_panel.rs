//! The periods as lines, with the figures in a table.

use leptos::prelude::*;

use super::live::{button, click, drawn, follows, paragraph, set};
use super::page::{Page, page};
use crate::scene::{TrendLine, TrendScene, rests_text, trend};
use crate::view_state::{COMPARED, Change};
use crate::words::fill;

/// The picture in units of its own: about a CSS pixel on the narrowest window.
const WIDE: f64 = 360.0;
const HIGH: f64 = 200.0;
/// Room for the marks at the left, and for the periods below.
const LEFT: f64 = 60.0;
const BELOW: f64 = 22.0;
const ABOVE: f64 = 8.0;
const RIGHT: f64 = 14.0;

/// The trend of the view; nothing where the dataset has no two periods.
#[component]
pub(super) fn TrendPanel() -> impl IntoView {
    let page = page();
    let scene = move || {
        let (cube, words) = (page.cube(), page.words());
        page.view.with(|view| trend(&cube, view, words))
    };
    drawn(scene, move |scene| match scene {
        Some(scene) => panel(page, &scene),
        None => ().into_any(),
    })
}

fn panel(page: Page, scene: &TrendScene) -> AnyView {
    let words = page.words();
    let caption = scene.caption.clone();
    let heads: Vec<AnyView> = (scene.periods.iter().cloned())
        .map(|period| view! { <th class="number" {..set("scope", "col")}>{period}</th> }.into_any())
        .collect();
    let rows: Vec<AnyView> = (scene.lines.iter().enumerate())
        .map(|(at, line)| row(page, at, line))
        .collect();
    // What is in focus is kept beside whatever is looked at next.
    let first = scene.lines.first().filter(|line| !line.compared);
    let kept = scene.lines.iter().filter(|line| line.compared).count();
    let compare = first.filter(|_| kept < COMPARED).and_then(|line| {
        let place = line.place?;
        let name = fill(words.compare, &[("place", &line.name)]);
        let compare = button("", name.into_any(), move || page.go(Change::Compare(place)));
        Some(paragraph("", compare))
    });
    view! {
        <div class="trend">
            <h2 {..set("id", "trend-title")}>{caption}</h2>
            {picture(scene)}
            {compare}
            <div class="scroller" {..set("tabindex", "0")} {..set("role", "region")} {..set("aria-labelledby", "trend-title")}>
                <table>
                    <thead><tr><th {..set("scope", "col")}>{words.col_name}</th>{heads}</tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </div>
    }
    .into_any()
}

/// A line in words: its sign, its name, its numbers.
fn row(page: Page, at: usize, line: &TrendLine) -> AnyView {
    let words = page.words();
    let class = if line.pattern.is_some() {
        "number patterned"
    } else {
        "number"
    };
    let cells: Vec<AnyView> = (line.texts.iter().cloned())
        .map(|text| view! { <td class=class>{text}</td> }.into_any())
        .collect();
    let pattern = line.pattern.map(|rests| {
        let words = [" (", rests_text(rests, words), ")"].concat();
        view! { <span class="quiet">{words}</span> }.into_any()
    });
    let sign = view! {
        <svg class="sign" viewBox="0 0 28 8" {..set("aria-hidden", "true")}><path class="line" {..follows("data-line", move || at.to_string())} d="M0 4H28" /></svg>
    };
    let name = line.name.clone();
    let away = line.place.filter(|_| line.compared).map(|place| {
        let name = fill(words.compare_not, &[("place", &line.name)]);
        let away = click(move || page.go(Change::Compare(place)));
        view! { " " <button {..set("type", "button")} {..follows("aria-label", move || name.clone())} on:click=away>"×"</button> }
            .into_any()
    });
    view! { <tr><th {..set("scope", "row")}>{sign} " " {name} {pattern} {away}</th>{cells}</tr> }
        .into_any()
}

fn picture(scene: &TrendScene) -> AnyView {
    let across = |at: usize| {
        let steps = count(scene.periods.len().saturating_sub(1).max(1));
        LEFT + (WIDE - LEFT - RIGHT) * count(at) / steps
    };
    let up = |number: f64| HIGH - BELOW - (HIGH - BELOW - ABOVE) * number / scene.top;
    let mut parts: Vec<AnyView> = Vec::new();
    for (tick, text) in &scene.ticks {
        let path = [
            "M",
            &units(LEFT),
            " ",
            &units(up(*tick)),
            "H",
            &units(WIDE - RIGHT),
        ]
        .concat();
        parts.push(stroke("grid", path));
        parts.push(letters("end", (LEFT - 5.0, up(*tick) + 3.5), text.clone()));
    }
    for (at, period) in scene.periods.iter().enumerate() {
        parts.push(letters("middle", (across(at), HIGH - 5.0), period.clone()));
    }
    // The line of the place in focus comes last, over the others.
    for (nth, line) in scene.lines.iter().enumerate().rev() {
        let (mut path, mut drawn) = (String::new(), false);
        for (at, number) in line.numbers.iter().enumerate() {
            if let Some(number) = number {
                path += if drawn { "L" } else { "M" };
                path += &[&*units(across(at)), " ", &units(up(*number))].concat();
            }
            drawn = number.is_some();
        }
        parts.push(
            view! { <path class="line" {..follows("data-line", move || nth.to_string())} d=path /> }.into_any(),
        );
        for (at, number) in line.numbers.iter().enumerate() {
            if let Some(number) = number {
                let (x, y) = (units(across(at)), units(up(*number)));
                parts.push(
                    view! { <circle {..follows("data-line", move || nth.to_string())} {..follows("cx", move || x.clone())} {..follows("cy", move || y.clone())} {..set("r", "3")} /> }
                        .into_any(),
                );
            }
        }
    }
    view! {
        <svg viewBox="0 0 360 200" {..set("role", "img")} {..set("aria-labelledby", "trend-title")}>{parts}</svg>
    }
    .into_any()
}

fn stroke(class: &'static str, path: String) -> AnyView {
    view! { <path class=class d=path /> }.into_any()
}

fn letters(anchor: &'static str, (x, y): (f64, f64), text: String) -> AnyView {
    let (x, y) = (units(x), units(y));
    view! { <text {..set("text-anchor", anchor)} {..follows("x", move || x.clone())} {..follows("y", move || y.clone())}>{text}</text> }
        .into_any()
}

/// How many, which are few.
fn count(many: usize) -> f64 {
    f64::from(u32::try_from(many).unwrap_or(u32::MAX))
}

/// A tenth of a unit is less than a pixel.
fn units(number: f64) -> String {
    crate::words::plain_number(number, 1)
}
