//! The bars of each dimension, as tables in the boxes of the page's filters.

use super::{Landing, sign};
use crate::cube::{Axis, Sureness};
use crate::publish::template::escape;
use crate::scene::{Bar, BarScene, bars, filter_axes, place_name};
use crate::view_state::{Place, axis_key};
use crate::words::{interpolate, plain_number};

/// Dimensions of more categories are left to the program.
const MOST_BARS: usize = 40;
/// Longer ones are folded away, as in the page.
const FOLDED: usize = 8;
/// Groupings of more groups are left to the list of places.
const MOST_GROUPS: usize = 10;

impl Landing<'_> {
    /// The bars of people and periods, then the groups of places; nothing where there is none of either.
    pub(super) fn filters(&self) -> String {
        let axes = filter_axes(self.cube, self.view);
        let (cube, words) = (self.cube, self.words);
        let short =
            (axes.of_people.into_iter()).filter(|axis| cube.members(*axis).len() <= MOST_BARS);
        let charts: String = short.filter_map(|axis| self.chart(axis)).collect();
        // What holds a region stands in the masthead.
        let region = (self.view.place).filter(|place| place.axis.grouping().is_none());
        let places = region.map_or(axes.of_places, |_| Vec::new());
        let groups: String = places.iter().map(|axis| self.groups(*axis)).collect();
        let places = if groups.is_empty() {
            groups
        } else {
            let name = escape(words.filter_where);
            format!(
                "<details class=\"where\"><summary><h3>{name}</h3></summary>\n{groups}</details>\n"
            )
        };
        if charts.is_empty() && places.is_empty() {
            return String::new();
        }
        format!(
            "<section class=\"filters\">\n<div class=\"head\"><h2>{}</h2></div>\n{charts}{places}</section>\n",
            escape(words.filters)
        )
    }

    /// The bars of a dimension, as a table that says the same. Its key and codes are those of links.
    fn chart(&self, axis: Axis) -> Option<String> {
        let of_all = (self.figures, &self.beside.unfiltered);
        let scene = bars(self.cube, self.view, of_all, (axis, self.words));
        if scene.idle {
            return None;
        }
        let rows: String = scene.bars.iter().map(|bar| self.bar(axis, bar)).collect();
        let (key, label) = (escape(&axis_key(self.cube, axis)), escape(&scene.label));
        let head = format!("<h3>{label}{}</h3>", sign(scene.mark.as_ref()));
        let class = class(&scene);
        if scene.bars.len() <= FOLDED {
            return Some(format!(
                "<table class=\"{class}\" data-key=\"{key}\">\n<caption>{head}</caption>\n<tbody>\n{rows}</tbody>\n</table>\n"
            ));
        }
        let read = escape(scene.read.as_deref().unwrap_or(self.words.all));
        Some(format!(
            "<div class=\"{class}\"><details><summary>{head} <span class=\"quiet\">{read}</span></summary>\n\
             <table data-key=\"{key}\">\n<caption class=\"unseen\">{label}</caption>\n<tbody>\n{rows}</tbody>\n</table>\n</details></div>\n"
        ))
    }

    fn bar(&self, axis: Axis, bar: &Bar) -> String {
        let code = escape(self.cube.members(axis).get(bar.at).code().as_str());
        let [label, value, share] = [&bar.label, &bar.value, &bar.share_text].map(|it| escape(it));
        let length = bar.share.map_or_else(String::new, |share| {
            let width = plain_number(share * 100.0, 1);
            format!("<svg aria-hidden=\"true\"><rect width=\"{width}%\"/></svg>")
        });
        format!("<tr data-code=\"{code}\"><th>{label}<td>{value}<td>{share}{length}\n")
    }

    /// All of a grouping, where they are few.
    fn groups(&self, axis: Axis) -> String {
        let (cube, words) = (self.cube, self.words);
        let members = cube.members(axis);
        if members.len() > MOST_GROUPS {
            return String::new();
        }
        let link = |at| {
            let place = Some(Place { axis, at });
            self.anchor(place, &place_name(cube, place, words))
        };
        let links: Vec<String> = members.iter().map(|(at, _)| link(at)).collect();
        let label = escape(cube.axis_label(axis).in_lang(words.code));
        let links: Vec<&str> = links.iter().map(|link| &**link).collect();
        let text = ("text", &*words.listed(&links));
        let all = interpolate(words.labelled, &[("label", &label), text]);
        format!("<p>{all}</p>\n")
    }
}

/// As the page has it: what only repeats a pattern is lighter.
fn class(scene: &BarScene) -> &'static str {
    let mark = scene.mark.as_ref();
    if mark.is_some_and(|mark| mark.sureness() == Sureness::Pattern) {
        "bars patterned"
    } else {
        "bars"
    }
}
