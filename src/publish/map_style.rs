//! The colours of the map as rules of the style sheet, from the same tables as its pictures.

use crate::scale::{Theme, by_theme, stylesheet};
use crate::scene::{HATCHES, Hatch, MOTIFS, STRIPES};

/// The ramps of classes, and the patterns of what is no class in picture and legend.
#[must_use]
pub(super) fn map_style() -> String {
    stylesheet() + &by_theme(&rules) + &stripes() + &motifs()
}

/// The signs of the classes, where the reader asks for contrast. On the map only once the patterns have
/// come: a shape would have no colour before.
fn motifs() -> String {
    let colours =
        (0..MOTIFS.len()).map(|class| format!("#motif-{class} rect{{fill:var(--k{class})}}"));
    let colours: String = colours.collect();
    let rules = |scope: &str| {
        let fills = (0..MOTIFS.len()).map(|class| format!("--k{class}:url(#motif-{class});"));
        let fills: String = fills.collect();
        let swatches = MOTIFS.iter().enumerate().map(|(class, motif)| {
            let (side, path) = (motif.side_px, motif.path);
            format!(
                "{scope} .map-legend .k{class}{{--swatch:url(\"data:image/svg+xml,\
                 <svg xmlns='http://www.w3.org/2000/svg' width='{side}' height='{side}'>\
                 <path d='{path}' stroke='%23000' fill='%23fff'/></svg>\") var(--k{class})}}"
            )
        });
        let swatches: String = swatches.collect();
        format!(
            "{scope} svg:has(#motif-8) .shapes{{{fills}}}{swatches}\
             {scope} .map-legend li>span:first-child::before{{height:12px}}"
        )
    };
    let (asked, chosen) = (
        rules(":root:not([data-theme])"),
        rules(":root[data-theme=contrast]"),
    );
    format!(
        "{colours}[id^=motif] path{{fill:#fff;stroke:#000}}\
         @media(prefers-contrast:more),(forced-colors:active){{{asked}}}{chosen}"
    )
}

fn rules(scope: &str, theme: Theme) -> String {
    HATCHES
        .iter()
        .map(|hatch| rule(scope, hatch, theme))
        .collect()
}

/// Stripes follow the colours of the classes, whatever the theme.
fn stripes() -> String {
    let names = STRIPES.iter().filter_map(|hatch| hatch.fill.pattern());
    let rules = names.enumerate().map(|(class, name)| {
        let class = class.to_string();
        [
            "pattern.",
            name,
            "{fill:var(--paper);stroke:var(--k",
            &class,
            ")}",
        ]
        .concat()
    });
    rules.collect()
}

fn rule(scope: &str, hatch: &Hatch, theme: Theme) -> String {
    let name = hatch.fill.pattern().unwrap_or_default();
    let [ground, ink] = hatch.colours(theme);
    let (side, width, path) = (hatch.side_px, hatch.stroke_px, hatch.path);
    // In an address of data only this one letter of the picture has to be escaped.
    let escaped = ink.to_string().replace('#', "%23");
    format!(
        "{scope}pattern.{name}{{fill:{ground};stroke:{ink}}}\
         {scope}.map-legend .{name}{{--swatch:{ground} url(\"data:image/svg+xml,\
         <svg xmlns='http://www.w3.org/2000/svg' width='{side}' height='{side}'>\
         <path d='{path}' stroke='{escaped}' stroke-width='{width}' stroke-linecap='round' \
         fill='none'/></svg>\")}}"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_pattern_has_its_colours_in_every_theme() {
        let sheet = map_style();
        for hatch in &HATCHES {
            for theme in Theme::ALL {
                let [ground, ink] = hatch.colours(theme);
                let name = hatch.fill.pattern().unwrap();
                let rule = format!("pattern.{name}{{fill:{ground};stroke:{ink}}}");
                let scopes = if theme == Theme::Light { 1 } else { 2 };
                assert_eq!(sheet.matches(&rule).count(), scopes, "{rule}");
            }
        }
        assert_eq!(sheet.matches('{').count(), sheet.matches('}').count());
    }

    #[test]
    fn each_class_has_one_sign_in_picture_and_legend_where_contrast_is_asked_for() {
        let sheet = map_style();
        for (class, motif) in MOTIFS.iter().enumerate() {
            let fill = format!("--k{class}:url(#motif-{class});");
            assert_eq!(sheet.matches(&fill).count(), 2, "{fill}");
            let swatch = format!("d='{}' stroke='%23000'", motif.path);
            assert_eq!(sheet.matches(&swatch).count(), 2, "{swatch}");
        }
    }
}
