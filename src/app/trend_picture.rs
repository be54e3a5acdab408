//! The picture of the trend.

use leptos::prelude::*;

use super::page::page;
use super::unique_id::UniqueId;
use crate::cube::Sureness;
use crate::scene::{TrendFrame, TrendPoint, TrendScene};
use crate::words::plain_number;

/// Size of the letters of its labels, in CSS pixels.
const FONT_PX: f64 = 12.0;
/// The part of the width that names at the ends of lines may take.
const NAMES: f64 = 0.36;

/// Where the lines lie in a picture of a width in CSS pixels: room for the marks of the scale before them,
/// for the names after them.
pub(super) fn frame_of(scene: &TrendScene, width_px: f64) -> TrendFrame {
    let widest = |texts: &mut dyn Iterator<Item = &String>| {
        let widths = texts.map(|text| text_width(text));
        widths.fold(0.0, f64::max) + FONT_PX
    };
    let scale_px = widest(&mut scene.ticks.iter().map(|(_, text)| text));
    let names_px = widest(&mut scene.lines.iter().map(|line| &line.name));
    let height_px = height_px(width_px);
    TrendFrame {
        across_px: (
            scale_px,
            width_px - (names_px + FONT_PX).min(NAMES * width_px),
        ),
        down_px: (8.0, height_px - 2.0 * FONT_PX),
        edges_px: (0.0, width_px),
        font_px: FONT_PX,
        width_px: text_width,
    }
}

fn height_px(width_px: f64) -> f64 {
    (0.45 * width_px).clamp(180.0, 340.0)
}

/// How wide a label is, without a font: figures and capitals are the widest.
fn text_width(text: &str) -> f64 {
    let letters = u32::try_from(text.chars().count()).unwrap_or(u32::MAX);
    f64::from(letters) * 0.6 * FONT_PX
}

/// The lines over the periods, with the marks of both scales and the selected periods behind them.
#[component]
pub(super) fn TrendPicture(
    scene: TrendScene,
    /// Its width in CSS pixels.
    width_px: f64,
    title_id: UniqueId,
) -> impl IntoView {
    let words = page().words();
    let frame = frame_of(&scene, width_px);
    let layout = scene.layout(&frame);
    let (left, right) = frame.across_px;
    let (head, foot) = frame.down_px;
    let band = layout.band_px.map(|(left, right)| {
        let width = units(right - left);
        view! {
            <rect
                class="selected"
                x=units(left)
                width=width
                y=units(head)
                height=units(foot - head)
            />
        }
    });
    let compared = layout.compared_px.into_iter();
    let compared = compared.map(|x_px| {
        let path = ["M", &*units(x_px), " ", &units(head), "V", &units(foot)].concat();
        view! { <path class="compared" d=path /> }
    });
    let ticks = layout.ticks.into_iter().map(|tick| {
        let path = [
            "M",
            &*units(left),
            " ",
            &units(tick.at_px),
            "H",
            &units(right),
        ]
        .concat();
        view! {
            <path class="grid" d=path />
            <Label anchor="end" at_px=tick.label_px text=tick.text />
        }
    });
    let periods = layout.periods.into_iter();
    let periods = periods.map(|period| {
        view! { <Label anchor="middle" at_px=period.label_px text=period.text /> }
    });
    // The line of the place in focus comes last, over the others.
    let lines = layout.lines.into_iter().enumerate().rev();
    let lines = lines.map(|(nth, line)| {
        let has_bounds = !line.bounds.is_empty();
        let points = line.points.into_iter().map(|point| {
            let period = (point.nth, &*scene.periods[point.nth]);
            let text = scene.lines[nth].point_text(period, words);
            view! { <Point nth point text /> }
        });
        view! {
            {has_bounds.then(|| view! { <path class="bounds" d=line.bounds /> })}
            <path class="line" data-line=nth.to_string() d=line.path />
            {points.collect_view()}
        }
    });
    let ends = layout.ends.into_iter();
    let ends = ends.map(|end| {
        let leader = end.leader_px.map(|[(x, y), (to_x, to_y)]| {
            let path = [
                "M",
                &*units(x),
                " ",
                &units(y),
                "L",
                &units(to_x),
                " ",
                &units(to_y),
            ];
            view! { <path class="leader" d=path.concat() /> }
        });
        view! {
            {leader}
            <Label anchor="start" at_px=end.label_px text=end.text />
        }
    });
    let view_box = ["0 0 ", &*units(width_px), " ", &units(height_px(width_px))].concat();
    view! {
        <svg viewBox=view_box role="img" aria-labelledby=title_id.to_string()>
            {band}
            {compared.collect_view()}
            {ticks.collect_view()}
            {periods.collect_view()}
            {lines.collect_view()}
            {ends.collect_view()}
        </svg>
    }
}

/// A number on a line, filled as its mark is: as ● a published one, as ◐ one that is shared out, as ○ one
/// that is only a pattern.
#[component]
fn Point(nth: usize, point: TrendPoint, text: String) -> impl IntoView {
    let (x_px, y_px) = point.at_px;
    let sureness = point.sureness.unwrap_or(Sureness::Published);
    let is_sure = sureness == Sureness::Published;
    let radius = if is_sure { "3" } else { "4" };
    let half = (sureness == Sureness::SharedOut).then(|| {
        let path = [
            "M",
            &*units(x_px),
            " ",
            &units(y_px - 4.0),
            "a4 4 0 0 0 0 8z",
        ]
        .concat();
        view! { <path class="half" data-line=nth.to_string() d=path /> }
    });
    view! {
        <g>
            <title>{text}</title>
            <circle
                class:hollow=!is_sure
                data-line=nth.to_string()
                cx=units(x_px)
                cy=units(y_px)
                r=radius
            />
            {half}
        </g>
    }
}

/// A text on the picture.
#[component]
fn Label(anchor: &'static str, at_px: (f64, f64), text: String) -> impl IntoView {
    let (x_px, y_px) = at_px;
    view! {
        <text text-anchor=anchor x=units(x_px) y=units(y_px)>
            {text}
        </text>
    }
}

/// A length in units of the picture: a tenth of one is less than a pixel.
fn units(length: f64) -> String {
    plain_number(length, 1)
}
