//! The periods as lines, with the figures in a table.

use std::cell::Cell;
use std::rc::Rc;

use leptos::prelude::*;
use web_sys::PointerEvent;

use super::live::{click, follows, paragraph, part, set, text};
use super::page::{Page, page};
use crate::browser::pointed;
use crate::cube::CatIx;
use crate::scene::{TrendFrame, TrendLine, TrendScene, trend};
use crate::view_state::Change;
use crate::words::interpolate;

/// The picture in units of its own: about a CSS pixel on the narrowest window.
const WIDE: f64 = 360.0;
const FRAME: TrendFrame = TrendFrame {
    across_px: (60.0, 346.0),
    down_px: (8.0, 178.0),
    edges_px: (0.0, WIDE),
    font_px: 10.0,
    width_px: text_width,
};

/// How wide a label is, without a font: figures and capitals are the widest.
fn text_width(text: &str) -> f64 {
    let letters = u32::try_from(text.chars().count()).unwrap_or(u32::MAX);
    f64::from(letters) * 6.8
}

/// The trend of the view; nothing where no two periods can share a line.
#[component]
pub(super) fn TrendPanel() -> impl IntoView {
    let page = page();
    let scene = move || {
        let (cube, words) = (page.cube(), page.words());
        page.common.with(|view| trend(&cube, view, words))
    };
    let scene = Memo::new(move |_| scene());
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
    let periods = Memo::new(move |_| {
        scene.with(|scene| {
            scene
                .as_ref()
                .map_or_else(Vec::new, |it| it.positions.clone())
        })
    });
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
    periods: Memo<Vec<CatIx>>,
    drag: Rc<Cell<Option<Drag>>>,
}

/// Where a drag began, where it is, and whether it has chosen anything yet.
#[derive(Clone, Copy)]
struct Drag {
    from: CatIx,
    to: CatIx,
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
        let change = Change::Between(drag.from, to);
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
            self.page.go(Change::Between(drag.from, drag.from));
        }
    }

    /// The period nearest to a pointer.
    fn period(&self, event: &PointerEvent) -> Option<CatIx> {
        let pointed = pointed(event)?;
        let x_px = pointed.at_px.0 / pointed.width_px * WIDE;
        self.periods.with_untracked(|periods| {
            let nth = FRAME.nearest_period(x_px, periods.len())?;
            Some(periods[nth])
        })
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
    let pattern = line.pattern.as_ref().map(|note| {
        let note = interpolate(words.aside, &[("note", note)]);
        view! { " " <span class="quiet">{note}</span> }.into_any()
    });
    let sign = view! {
        <svg class="sign" viewBox="0 0 28 8" {..set("aria-hidden", "true")}><path class="line" {..follows("data-line", move || at.to_string())} d="M0 4H28" /></svg>
    };
    let name = line.name.clone();
    let away = line.place.filter(|_| line.compared).map(|place| {
        let name = interpolate(words.compare_not, &[("place", &line.name)]);
        let away = click(move || page.go(Change::Compare(place)));
        view! { " " <button {..set("type", "button")} {..follows("aria-label", move || name.clone())} on:click=away>"×"</button> }
            .into_any()
    });
    view! { <tr><th {..set("scope", "row")}>{sign} " " {name}{pattern} {away}</th>{cells}</tr> }
        .into_any()
}

fn picture(scene: &TrendScene) -> AnyView {
    let layout = scene.layout(&FRAME);
    let mut parts: Vec<AnyView> = Vec::new();
    if let Some((left, right)) = layout.band_px {
        let (x, wide) = (units(left), units(right - left));
        parts.push(
            view! { <rect class="selected" {..follows("x", move || x.clone())} {..follows("width", move || wide.clone())} {..set("y", "8")} {..set("height", "170")} /> }
                .into_any(),
        );
    }
    for x in &layout.compared_px {
        parts.push(stroke("compared", ["M", &units(*x), " 8V178"].concat()));
    }
    for tick in layout.ticks {
        let path = ["M60 ", &units(tick.at_px), "H346"].concat();
        parts.push(stroke("grid", path));
        parts.push(letters("end", tick.label_px, tick.text));
    }
    for period in layout.periods {
        parts.push(letters("middle", period.label_px, period.text));
    }
    // The line of the place in focus comes last, over the others.
    for (nth, line) in layout.lines.into_iter().enumerate().rev() {
        let path = line.path;
        if !line.bounds.is_empty() {
            parts.push(stroke("bounds", line.bounds));
        }
        parts.push(
            view! { <path class="line" {..follows("data-line", move || nth.to_string())} d=path /> }.into_any(),
        );
        for (x, y) in line.points_px {
            let (x, y) = (units(x), units(y));
            parts.push(
                view! { <circle {..follows("data-line", move || nth.to_string())} {..follows("cx", move || x.clone())} {..follows("cy", move || y.clone())} {..set("r", "3")} /> }
                    .into_any(),
            );
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

/// A tenth of a unit is less than a pixel.
fn units(number: f64) -> String {
    crate::words::plain_number(number, 1)
}
