//! The map of a list: the places that have a figure by its size, all others in one plain fill with words of their own.

use super::line::printed_text;
use crate::cube::Cube;
use crate::fact_list::{FactList, PrintedFact};
use crate::scene::{Figures, Fill, LegendLine, MapScene, map};
use crate::view_state::{ResolvedView, ViewState, resolve};
use crate::words::{Messages, fact_words, interpolate, large};

/// The map of a list, and its words.
#[derive(Debug, Clone, PartialEq)]
pub struct FactMapScene {
    /// The view that it is a map of.
    pub view: ResolvedView,
    /// How each place is filled.
    pub map: MapScene,
    /// What it shows, of when.
    pub caption: String,
    /// How many places have a figure: "5 of 25 districts have a published figure".
    pub count: String,
    /// What is said of the others; `None` where there are none.
    pub rest: Option<String>,
    /// Each place with a figure, the largest first: its code, its name and the figure with its unit.
    pub lines: Vec<[String; 3]>,
}

/// The topic of a figure with what exactly is counted, and its period.
#[must_use]
pub fn fact_caption(fact: &PrintedFact, words: &Messages) -> String {
    let parts = [&fact.topic, &fact.category, &fact.period];
    let parts: Vec<&str> = parts
        .into_iter()
        .map(|part| &**part)
        .filter(|part| !part.is_empty())
        .collect();
    capitalised(&words.listed_apart(&parts))
}

/// A text that begins with a capital.
fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(large);
    first.into_iter().chain(letters).collect()
}

/// The map of a list, drawn from its [`map_cube`](crate::fact_list::map_cube); `None` where nothing stands on it.
#[must_use]
pub fn fact_map(list: &FactList, cube: &Cube, words: &Messages) -> Option<FactMapScene> {
    let on_map = list.on_map();
    let mut figures: Vec<_> = on_map.iter().flatten().map(|at| list.fact(*at)).collect();
    let caption = fact_caption(figures.first()?, words);
    let view = resolve(&ViewState::landing(words.code, &list.about().id), cube);
    let level = view.level?;
    let mut scene = map(cube, &view, &Figures::of(cube, &view), (level, words));
    let own = fact_words(words.code);
    let [count, all] = [figures.len(), on_map.len()].map(|many| words.numbers.count(many));
    let places = list.about().place.as_ref();
    let places = places.map_or(own.places, |noun| noun.many.in_lang(words.code));
    let counted = [("count", &*count), ("all", &*all), ("places", places)];
    let rest = list.about().map.rest.as_ref();
    let rest = rest.map_or(own.rest, |rest| rest.in_lang(words.code));
    let without = on_map.len() - figures.len();
    for (fill, figure) in scene.fills.iter_mut().zip(&on_map) {
        if figure.is_none() {
            *fill = Fill::Out;
        }
    }
    scene.caption.clone_from(&caption);
    scene.quantity_name = figures[0].unit.to_string();
    scene
        .legend
        .retain(|line| matches!(line.fill, Fill::Colour(_) | Fill::Zero));
    if without > 0 {
        scene.legend.push(LegendLine {
            fill: Fill::Out,
            label: rest.to_owned(),
            places: without,
        });
    }
    figures.sort_by(|a, b| b.number.value().total_cmp(&a.number.value()));
    let line = |fact: &&PrintedFact| {
        let crate::fact_list::Whose::Place(at) = fact.whose else {
            return None;
        };
        let place = list.place(at);
        Some([
            place.code.to_string(),
            place.name.in_lang(words.code).to_owned(),
            format!("{}\u{a0}{}", printed_text(fact, words), fact.unit),
        ])
    };
    Some(FactMapScene {
        lines: figures.iter().filter_map(line).collect(),
        caption,
        count: interpolate(own.map_count, &counted),
        rest: (without > 0).then(|| rest.to_owned()),
        map: scene,
        view,
    })
}

impl FactMapScene {
    /// The map in sentences, for those who do not see it.
    #[must_use]
    pub fn description(&self, words: &Messages) -> Vec<String> {
        let line = |[_, name, figure]: &[String; 3]| {
            interpolate(words.labelled, &[("label", name), ("text", figure)])
        };
        let lines: Vec<String> = self.lines.iter().map(line).collect();
        let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
        let rest = self.map.legend.iter().find(|line| line.fill == Fill::Out);
        let rest = rest.map(|line| {
            let places = words.count(words.legend_places, line.places, &[]);
            interpolate(words.labelled, &[("label", &places), ("text", &line.label)])
        });
        let mut sentences = vec![
            words.sentences(&[&self.count]),
            words.sentences(&[&words.listed_apart(&lines)]),
        ];
        sentences.extend(rest.map(|rest| words.sentences(&[&rest])));
        sentences
    }
}
