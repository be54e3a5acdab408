//! The picture of the trend.

use leptos::prelude::*;

use super::unique_id::UniqueId;
use crate::scene::{TrendFrame, TrendScene};
use crate::words::plain_number;

/// The width of the picture in units of its own: about a CSS pixel on the narrowest window.
pub(super) const WIDTH: f64 = 360.0;
/// Where the lines lie in the picture.
pub(super) const FRAME: TrendFrame = TrendFrame {
    across_px: (60.0, 346.0),
    down_px: (8.0, 178.0),
    edges_px: (0.0, WIDTH),
    font_px: 10.0,
    width_px: text_width,
};

/// How wide a label is, without a font: figures and capitals are the widest.
fn text_width(text: &str) -> f64 {
    let letters = u32::try_from(text.chars().count()).unwrap_or(u32::MAX);
    f64::from(letters) * 6.8
}

/// The lines over the periods, with the marks of both scales and the selected periods behind them.
#[component]
pub(super) fn TrendPicture(scene: TrendScene, title_id: UniqueId) -> impl IntoView {
    let layout = scene.layout(&FRAME);
    let band = layout.band_px.map(|(left, right)| {
        let width = units(right - left);
        view! { <rect class="selected" x=units(left) width=width y="8" height="170" /> }
    });
    let compared = layout.compared_px.into_iter();
    let compared = compared.map(|x_px| {
        view! { <path class="compared" d=["M", &*units(x_px), " 8V178"].concat() /> }
    });
    let ticks = layout.ticks.into_iter().map(|tick| {
        view! {
            <path class="grid" d=["M60 ", &*units(tick.at_px), "H346"].concat() />
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
        let points = line.points_px.into_iter().map(|(x_px, y_px)| {
            view! { <circle data-line=nth.to_string() cx=units(x_px) cy=units(y_px) r="3" /> }
        });
        view! {
            {has_bounds.then(|| view! { <path class="bounds" d=line.bounds /> })}
            <path class="line" data-line=nth.to_string() d=line.path />
            {points.collect_view()}
        }
    });
    view! {
        <svg viewBox="0 0 360 200" role="img" aria-labelledby=title_id.to_string()>
            {band}
            {compared.collect_view()}
            {ticks.collect_view()}
            {periods.collect_view()}
            {lines.collect_view()}
        </svg>
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
