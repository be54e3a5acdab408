//! The map in the document: the places that have a figure, and all others.

use super::markup::{Edition, foreign, quiet, section};
use crate::publish::template::escape;
use crate::scene::{FactMapScene, Fill, LegendLine, MapGeometry, MapSketch, fact_map};
use crate::words::{fact_words, interpolate};

/// Width and height that the map has room in, in its units.
const SIZE: (f64, f64) = (640.0, 640.0);
/// So many bytes its paths may have.
const MOST_BYTES: usize = 8_000;
/// The id of what the map says.
const TEXT: &str = "map-text";

impl Edition<'_> {
    /// The scene of the map; `None` where nothing stands on it.
    pub(super) fn map_scene(&self) -> Option<FactMapScene> {
        fact_map(self.list, self.cube, self.words)
    }

    /// The map with its legend, and each place on it with its figure; nothing where nothing stands on it.
    pub(super) fn map(&self) -> String {
        let Some(scene) = self.map_scene() else {
            return String::new();
        };
        let (words, own) = (self.words, fact_words(self.words.code));
        let name = escape(&interpolate(words.map, &[("caption", &scene.caption)]));
        let count = escape(&scene.count);
        let text = escape(&scene.description(words).join(" "));
        let picture = self.geometry.map(|geometry| {
            format!(
                "<div class=\"facts-map\" role=\"img\" aria-label=\"{name}\" aria-describedby=\"{TEXT}\">\n{}</div>\n{}",
                self.picture(geometry, &scene),
                self.legend(&scene),
            )
        });
        let credit = self.geometry.and_then(MapGeometry::credit).map(quiet);
        let body = format!(
            "<p class=\"facts-count\">{count}</p>\n<p class=\"quiet\"{lang}>{caption}</p>\n\
             <div class=\"facts-columns\">\n<div>\n{picture}<p id=\"{TEXT}\" class=\"unseen\">{text}</p>\n{credit}</div>\n{places}</div>\n",
            lang = self.lang(),
            caption = escape(&scene.caption),
            picture = picture.unwrap_or_default(),
            credit = credit.unwrap_or_default(),
            places = self.places(&scene),
        );
        section("map", own.map, &body)
    }

    /// The shapes of all places, as fine as their bytes allow.
    fn picture(&self, geometry: &MapGeometry, scene: &FactMapScene) -> String {
        let all = vec![true; scene.map.fills.len()];
        let sketch = MapSketch::sized(self.cube, geometry, (scene.map.axis, &all), (None, SIZE));
        let view_box = sketch.view_box();
        let paths = sketch.paths(MOST_BYTES);
        let path = |(fill, d): (&Fill, &String)| {
            (!d.is_empty()).then(|| format!("<path class=\"{}\" d=\"{d}\"/>\n", class(*fill)))
        };
        let shapes: String = scene
            .map
            .fills
            .iter()
            .zip(&paths.shapes)
            .filter_map(path)
            .collect();
        format!(
            "<svg class=\"{}\" viewBox=\"{view_box}\" aria-hidden=\"true\">\n{shapes}</svg>",
            scene.map.ramp
        )
    }

    fn legend(&self, scene: &FactMapScene) -> String {
        let line = |line: &LegendLine| {
            let places = self.words.count(self.words.legend_places, line.places, &[]);
            format!(
                "<li class=\"{}\">{} <small>{}</small>\n",
                class(line.fill),
                escape(&line.label),
                escape(&places)
            )
        };
        format!(
            "<ul class=\"facts-legend {}\">\n{}</ul>\n",
            scene.map.ramp,
            scene.map.legend.iter().map(line).collect::<String>()
        )
    }

    /// Each place with a figure, the largest first, with its names in every script that the list has.
    fn places(&self, scene: &FactMapScene) -> String {
        let heads = [
            self.place_head(),
            fact_words(self.words.code).figure.to_owned(),
        ];
        let heads = heads.map(|head| escape(&head));
        let row = |[code, name, figure]: &[String; 3]| {
            let place = self
                .list
                .places()
                .iter()
                .find(|place| place.code.as_str() == code);
            let others = place.into_iter().flat_map(|place| place.name.others());
            let others = others.filter(|(lang, _)| *lang != self.words.code);
            let others: String = others.map(|it| [" ", &foreign(it)].concat()).collect();
            format!(
                "<tr><th scope=\"row\">{}{others}<td><b>{}</b>\n",
                escape(name),
                escape(figure)
            )
        };
        let rows: String = scene.lines.iter().map(row).collect();
        format!(
            "<table class=\"facts-table facts-places\" aria-labelledby=\"map\">\n<thead><tr><th scope=\"col\">{}<th scope=\"col\">{}</thead>\n\
             <tbody>\n{rows}</tbody></table>\n",
            heads[0], heads[1],
        )
    }

    /// What a place is called, over a list of them.
    fn place_head(&self) -> String {
        let noun = self.list.about().place.as_ref();
        let own = fact_words(self.words.code).heads[2];
        let many = noun.map(|noun| noun.in_lang(self.words.code).several());
        many.unwrap_or(own).to_owned()
    }
}

/// The class of a fill.
fn class(fill: Fill) -> String {
    match fill {
        Fill::Colour(at) | Fill::Between(at) | Fill::Shared(at) => format!("k{at}"),
        Fill::Zero => "k0".to_owned(),
        Fill::Out
        | Fill::Missing
        | Fill::Suppressed
        | Fill::Open
        | Fill::GroupPattern
        | Fill::WholePattern => "rest".to_owned(),
    }
}
