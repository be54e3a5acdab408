//! The map of the document: the scene of the page's map, drawn with few points.

use super::{Beside, Landing, quiet};
use crate::cube::Cube;
use crate::publish::template::escape;
use crate::scene::{
    Figures, Fill, HATCHES, Hatch, LegendLine, MapGeometry, MapScene, MapSketch, STRIPES, map,
    picture_text, quantity_name,
};
use crate::view_state::ResolvedView;
use crate::words::{interpolate, messages, plain_number};

/// The id of what the map says.
const TEXT: &str = "map-text";
/// Units of the sketch that are a pixel of its patterns.
const PATTERN: &str = "scale(.45)";
/// So many bytes its paths may have: of one region, and of a group or the whole, of which there are few.
const MOST_BYTES: [usize; 2] = [1_150, 3_000];
/// What leaves stripes of what is shared out.
const STRIPES_ONLY: &str = " mask=\"url(#striped)\"";

/// The picture of a view, in the layers and the colours of the page's map; `None` where it is not known where the
/// places lie.
pub(in crate::publish) fn picture(
    cube: &Cube,
    beside: &Beside,
    (view, figures): (&ResolvedView, &Figures),
) -> Option<String> {
    let geometry = beside.geometry.as_ref()?;
    let level = view.level.filter(|_| view.geo.is_some())?;
    // Whatever its words, it is filled alike.
    let scene = map(cube, view, figures, (level, messages("en")));
    let is_shown: Vec<bool> = scene.fills.iter().map(|fill| *fill != Fill::Out).collect();
    let sketch = MapSketch::new(cube, geometry, (level, &is_shown), view.place);
    let view_box = sketch.view_box();
    let is_region = view
        .place
        .is_some_and(|place| place.axis.grouping().is_none());
    let paths = sketch.paths(MOST_BYTES[usize::from(!is_region)]);
    let mut fills: Vec<Fill> = Vec::new();
    for fill in &scene.fills {
        if *fill != Fill::Out && !fills.contains(fill) {
            fills.push(*fill);
        }
    }
    let of_fill = |fill: Fill| {
        let members = scene.fills.iter().zip(&paths.shapes);
        let of_it = members.filter(|(other, _)| **other == fill);
        of_it.map(|(_, path)| &**path).collect::<String>()
    };
    let shapes = |is_striped: bool| {
        let own = fills.iter().filter(|fill| is_shared(**fill) == is_striped);
        let shapes = own.map(|fill| {
            format!(
                "<path fill=\"{}\" d=\"{}\"/>\n",
                paint(*fill),
                of_fill(*fill)
            )
        });
        let shapes: String = shapes.collect();
        let mask = if is_striped { STRIPES_ONLY } else { "" };
        if shapes.is_empty() {
            return shapes;
        }
        format!("<g class=\"shapes\"{mask}>\n{shapes}</g>\n")
    };
    let between = fills.iter().filter(|fill| fill.is_between());
    let between: String = between.map(|fill| of_fill(*fill)).collect();
    let hatches: String = fills.iter().filter_map(|fill| pattern(*fill)).collect();
    let stripes = fills.iter().any(|fill| is_shared(*fill)).then(stripes);
    let defs = stripes.unwrap_or_default() + &hatches;
    let layer = |class: &str, d: &str| {
        if d.is_empty() {
            return String::new();
        }
        format!("<path class=\"{class}\" d=\"{d}\"/>\n")
    };
    // As the page veils what lies around.
    let veiled = if view.place.is_some() {
        "land\" fill-opacity=\".28"
    } else {
        "land"
    };
    Some(format!(
        "<svg class=\"{ramp}\" viewBox=\"{view_box}\" aria-hidden=\"true\">\n{defs}{land}{plain}{striped}{water}{between}{focus}</svg>",
        ramp = scene.ramp,
        land = layer(veiled, &paths.land),
        plain = shapes(false),
        striped = shapes(true),
        water = layer("water", &paths.water),
        between = layer("between", &between),
        focus = layer("in-focus", &paths.focus),
    ))
}

impl Landing<'_> {
    /// What of the figures the map shows, and the map with its legend and its text; `None` where it is not known
    /// where the places lie.
    pub(super) fn map(&self) -> Option<[String; 2]> {
        let (cube, view, words) = (self.cube, self.view, self.words);
        let (picture, level) = (self.picture?, view.level?);
        let scene = map(cube, view, self.figures, (level, words));
        let name = escape(&interpolate(words.map, &[("caption", &scene.caption)]));
        let text = escape(&picture_text(cube, view, &scene, words).join(" "));
        let [quantity, by, level] = [
            &*quantity_name(cube, scene.quantity, words),
            words.level,
            cube.axis_label(level).in_lang(words.code),
        ]
        .map(escape);
        let credit = self.beside.geometry.as_ref();
        let credit = credit.and_then(MapGeometry::credit).map(quiet);
        let (legend, credit) = (self.legend(&scene), credit.unwrap_or_default());
        Some([
            format!(
                "<p class=\"choices quiet\"><span>{quantity}</span> <span>{by} {level}</span></p>\n"
            ),
            format!(
                "<div class=\"map-panel\">\n<div class=\"map-frame\">\
                 <div class=\"map\" role=\"img\" aria-label=\"{name}\" aria-describedby=\"{TEXT}\">\n{picture}</div></div>\n\
                 {legend}<p id=\"{TEXT}\" class=\"quiet\">{text}</p>\n{credit}</div>\n"
            ),
        ])
    }

    /// The classes with their ranges, and what no class means.
    fn legend(&self, scene: &MapScene) -> String {
        let title = interpolate(self.words.legend, &[("quantity", &scene.quantity_name)]);
        let line = |line: &LegendLine| {
            let (swatch, label) = (swatch(line.fill), escape(&line.label));
            format!("<li><span class=\"{swatch}\">{label}</span></li>\n")
        };
        let shared = scene.shared_note.as_ref().map(|note| {
            let (paint, label) = (paint(note.fill), escape(&note.label));
            format!(
                "<p class=\"quiet\"><svg class=\"swatch\" viewBox=\"0 0 28 16\" aria-hidden=\"true\"><rect width=\"28\" height=\"16\" fill=\"{paint}\"{STRIPES_ONLY}/></svg> {label}</p>\n"
            )
        });
        format!(
            "<section class=\"map-legend {}\">\n<h3>{}</h3>\n<ul>\n{}</ul>\n{}{}</section>\n",
            scene.ramp,
            escape(&title),
            scene.legend.iter().map(line).collect::<String>(),
            shared.unwrap_or_default(),
            scene.between_note.map(quiet).unwrap_or_default(),
        )
    }
}

fn is_shared(fill: Fill) -> bool {
    matches!(fill, Fill::Shared(_))
}

/// How a shape is filled: by a colour of the style sheet or a pattern of the picture.
fn paint(fill: Fill) -> String {
    if let Fill::Colour(at) | Fill::Between(at) | Fill::Shared(at) = fill {
        return format!("var(--k{at})");
    }
    format!("url(#{})", swatch(fill))
}

/// The swatch of a fill, as the style sheet names it.
fn swatch(fill: Fill) -> String {
    if let Fill::Colour(at) | Fill::Between(at) = fill {
        return format!("k{at}");
    }
    fill.pattern().unwrap_or_default().to_owned()
}

/// The pattern of a fill that is no class.
fn pattern(fill: Fill) -> Option<String> {
    let hatch = HATCHES.iter().find(|hatch| hatch.fill == fill)?;
    let name = swatch(fill);
    let [side, stroke] = lengths(hatch);
    Some(format!(
        "<pattern id=\"{name}\" class=\"{name}\" patternUnits=\"userSpaceOnUse\" width=\"{side}\" height=\"{side}\" \
         patternTransform=\"{PATTERN}\"><rect width=\"{side}\" height=\"{side}\"/><path d=\"{}\" stroke-width=\"{stroke}\"/></pattern>\n",
        hatch.path
    ))
}

/// Its side and the width of its strokes.
fn lengths(hatch: &Hatch) -> [String; 2] {
    [
        plain_number(hatch.side_px, 0),
        plain_number(hatch.stroke_px, 1),
    ]
}

/// The stripes of what is shared out, in the colour of whatever class: one mask instead of a pattern for each.
fn stripes() -> String {
    let hatch = &STRIPES[0];
    let [side, stroke] = lengths(hatch);
    format!(
        "<pattern id=\"stripes\" patternUnits=\"userSpaceOnUse\" width=\"{side}\" height=\"{side}\" patternTransform=\"{PATTERN}\">\
         <path stroke=\"#fff\" d=\"{}\" stroke-width=\"{stroke}\"/></pattern>\
         <mask id=\"striped\"><rect width=\"999\" height=\"999\" fill=\"url(#stripes)\"/></mask>\n",
        hatch.path
    )
}
