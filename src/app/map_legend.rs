//! The legend of the map.

use leptos::prelude::*;

use super::live::{derived, given, part, span};
use super::map_patterns::patterns;
use super::map_view::Map;
use crate::scene::{Fill, LegendLine, quantity_name};
use crate::words::fill;

/// How a shape or swatch is painted, as the style sheet and the patterns of the picture name it.
pub(super) fn paint(fill: Fill) -> &'static str {
    const COLOURS: [&str; 9] = [
        "var(--k0)",
        "var(--k1)",
        "var(--k2)",
        "var(--k3)",
        "var(--k4)",
        "var(--k5)",
        "var(--k6)",
        "var(--k7)",
        "var(--k8)",
    ];
    match fill {
        Fill::Colour(at) => COLOURS[at.min(COLOURS.len() - 1)],
        Fill::Zero => "url(#m-zero)",
        Fill::Missing => "url(#m-missing)",
        Fill::Suppressed => "url(#m-suppressed)",
        Fill::Open => "url(#m-open)",
        Fill::GroupPattern => "url(#m-of-group)",
        Fill::WholePattern => "url(#m-of-whole)",
        Fill::Out => "var(--land)",
    }
}

/// The same in the legend, whose patterns do not follow the zoom.
fn swatch(fill: Fill) -> String {
    paint(fill).replace("#m-", "#k-")
}

/// The classes with their ranges and how many places each has; what is no class only where there is
/// any. The class of the place that is pointed at is marked.
#[component]
pub(super) fn MapLegend(map: Map) -> impl IntoView {
    let page = map.page;
    let lines = part(move || {
        let words = page.words();
        let line = |line: LegendLine| {
            let fill_of = line.fill;
            let here = given(move || {
                let place = map.told()?;
                let same = map
                    .scene
                    .with(|scene| scene.axis == place.axis && scene.fills[place.at.0] == fill_of);
                same.then_some("true")
            });
            let places = fill(words.legend_places, &[("n", &line.places.to_string())]);
            view! {
                <li aria-current=here>
                    <svg viewBox="0 0 28 16" aria-hidden="true"><rect width="28" height="16" fill=swatch(fill_of)></rect></svg>
                    {span("", line.label.into_any())}
                    {span("quiet", places.into_any())}
                </li>
            }
            .into_any()
        };
        let (ramp, legend, quantity) = map
            .scene
            .with(|scene| (scene.ramp.clone(), scene.legend.clone(), scene.quantity));
        let title = fill(
            words.legend,
            &[("quantity", quantity_name(quantity, words))],
        );
        let lines: Vec<AnyView> = legend.into_iter().map(line).collect();
        view! { <h3 id="legend-title">{title}</h3> <ul class=ramp aria-labelledby="legend-title">{lines}</ul> }
            .into_any()
    });
    let patterns = patterns('k', derived(|| "scale(1)".to_owned()));
    view! { <div class="map-legend"><svg class="unseen" aria-hidden="true">{patterns}</svg>{lines}</div> }
}
