//! The periods as lines, with the figures in a table.

use std::cell::Cell;
use std::rc::Rc;

use leptos::prelude::*;
use web_sys::PointerEvent;

use super::live::{click, follows, paragraph, part, set, text};
use super::page::{Page, page};
use super::value::{Derived, settled};
use crate::browser::pointed;
use crate::cube::CatIx;
use crate::scene::{TrendLine, TrendScene, along, rests_text, trend};
use crate::view_state::Change;
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
    let scene = settled(scene);
    let picture =
        part(move || scene.with(|scene| scene.as_ref().map_or_else(|| ().into_any(), picture)));
    let figures = part(move || {
        scene.with(|scene| {
            scene
                .as_ref()
                .map_or_else(|| ().into_any(), |scene| figures(page, scene))
        })
    });
    let caption = text(move || {
        scene.with(|scene| {
            scene
                .as_ref()
                .map(|scene| scene.caption.clone())
                .unwrap_or_default()
        })
    });
    let periods =
        settled(move || scene.with(|scene| scene.as_ref().map_or(0, |scene| scene.periods.len())));
    let brush = Brush {
        page,
        periods,
        drag: Rc::default(),
    };
    let doing = |act: fn(&Brush, &PointerEvent)| {
        let brush = brush.clone();
        let act: Box<dyn FnMut(PointerEvent)> = Box::new(move |event| act(&brush, &event));
        act
    };
    let (down, over, up) = (doing(Brush::begin), doing(Brush::go_on), doing(Brush::end));
    view! {
        <div class="trend">
            <h2 {..set("id", "trend-title")}>{caption}</h2>
            <div class="brush" on:pointerdown=down on:pointermove=over on:pointerup=up>{picture}</div>
            {paragraph("quiet", page.tell(|words| words.trend_hint))}
            {figures}
        </div>
    }
}

/// Choosing periods by dragging across them, or one by a press: one entry in the history for each.
/// A finger that scrolls the page chooses nothing.
#[derive(Clone)]
struct Brush {
    page: Page,
    periods: Derived<usize>,
    drag: Rc<Cell<Option<Drag>>>,
}

/// Where a drag began, where it is, and whether it has chosen anything yet.
#[derive(Clone, Copy)]
struct Drag {
    from: usize,
    to: usize,
    moved: bool,
}

impl Brush {
    fn begin(&self, event: &PointerEvent) {
        let at = self.period(event).filter(|_| event.button() == 0);
        self.drag.set(at.map(|at| Drag {
            from: at,
            to: at,
            moved: false,
        }));
    }

    fn go_on(&self, event: &PointerEvent) {
        let Some(drag) = self.drag.get().filter(|_| event.buttons() == 1) else {
            return;
        };
        let Some(to) = self.period(event).filter(|at| *at != drag.to) else {
            return;
        };
        let change = Change::Between(CatIx(drag.from), CatIx(to));
        if drag.moved {
            self.page.refine(change);
        } else {
            self.page.go(change);
        }
        let moved = true;
        self.drag.set(Some(Drag { to, moved, ..drag }));
    }

    fn end(&self, _: &PointerEvent) {
        if let Some(drag) = self.drag.take().filter(|drag| !drag.moved) {
            let at = CatIx(drag.from);
            self.page.go(Change::Between(at, at));
        }
    }

    /// The period nearest to a pointer.
    fn period(&self, event: &PointerEvent) -> Option<usize> {
        let pointed = pointed(event)?;
        let periods = self.periods.get_untracked();
        let x = pointed.at_px.0 / pointed.width_px * WIDE;
        let far = |at: &usize| (across(*at, periods) - x).abs();
        (0..periods).min_by(|one, other| far(one).total_cmp(&far(other)))
    }
}

/// The lines in words.
fn figures(page: Page, scene: &TrendScene) -> AnyView {
    let words = page.words();
    let change = scene.change.as_ref().map(|(.., name)| name.clone());
    let heads = scene.periods.iter().cloned().chain(change.clone());
    let heads: Vec<AnyView> = heads
        .map(|head| view! { <th class="number" {..set("scope", "col")}>{head}</th> }.into_any())
        .collect();
    let rows: Vec<AnyView> = (scene.lines.iter().enumerate())
        .map(|(at, line)| row(page, (at, line), change.is_some()))
        .collect();
    view! {
        <div class="scroller" {..set("tabindex", "0")} {..set("role", "region")} {..set("aria-labelledby", "trend-title")}>
            <table>
                <thead><tr><th {..set("scope", "col")}>{words.col_name}</th>{heads}</tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

/// A line in words: its sign, its name, its numbers.
fn row(page: Page, (at, line): (usize, &TrendLine), changes: bool) -> AnyView {
    let words = page.words();
    let class = if line.pattern.is_some() {
        "number patterned"
    } else {
        "number"
    };
    let cells: Vec<AnyView> = (line
        .texts
        .iter()
        .cloned()
        .chain(changes.then(|| line.change.clone())))
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
    let across = |at: usize| across(at, scene.periods.len());
    let up = |number: f64| HIGH - BELOW - (HIGH - BELOW - ABOVE) * number / scene.top;
    let mut parts: Vec<AnyView> = Vec::new();
    if let Some((left, right)) = scene.band() {
        let [left, right] = [left, right].map(|part| LEFT + (WIDE - LEFT - RIGHT) * part);
        let (x, wide) = (units(left), units(right - left));
        parts.push(
            view! { <rect class="selected" {..follows("x", move || x.clone())} {..follows("width", move || wide.clone())} {..set("y", "8")} {..set("height", "170")} /> }
                .into_any(),
        );
    }
    for at in scene.change.iter().flat_map(|(from, to, _)| [*from, *to]) {
        let path = ["M", &units(across(at)), " 8V178"].concat();
        parts.push(stroke("compared", path));
    }
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
        let point =
            |at: usize, number: f64| [&*units(across(at)), " ", &units(up(number))].concat();
        let path = line.path(&point);
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

/// Where a period stands in the picture.
fn across(at: usize, periods: usize) -> f64 {
    LEFT + (WIDE - LEFT - RIGHT) * along(at, periods)
}

fn stroke(class: &'static str, path: String) -> AnyView {
    view! { <path class=class d=path /> }.into_any()
}

fn letters(anchor: &'static str, (x, y): (f64, f64), text: String) -> AnyView {
    let (x, y) = (units(x), units(y));
    view! { <text {..set("text-anchor", anchor)} {..follows("x", move || x.clone())} {..follows("y", move || y.clone())}>{text}</text> }
        .into_any()
}

/// A tenth of a unit is less than a pixel.
fn units(number: f64) -> String {
    crate::words::plain_number(number, 1)
}
