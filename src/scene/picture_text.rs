//! The map in a few sentences.

use super::figure_writer::FigureWriter;
use super::map::{Fill, MapScene};
use super::place::place_name;
use super::rate::rate_name;
use super::report::place_line;
use super::text::{inside_sentence, noted, texts};
use crate::cube::{CatIx, Cube, Interval, order_by};
use crate::view_state::{Place, Quantity, ResolvedView};
use crate::words::{Messages, interpolate};

/// So many places are named at either end.
const NAMED: usize = 3;

/// Two to five sentences: the range, the highest and lowest, the place in focus, what is shared out from
/// a published total, what has no class.
#[must_use]
pub fn picture_text(
    cube: &Cube,
    view: &ResolvedView,
    scene: &MapScene,
    words: &Messages,
) -> Vec<String> {
    let classed: Vec<(usize, Interval)> = (0..scene.fills.len())
        .filter(|at| scene.is_seen(*at))
        .filter_map(|at| Some((at, scene.classed(at)?)))
        .collect();
    // As the table has them: equal ones by their code.
    let members = cube.members(scene.axis);
    let code = |at: usize| members.get(CatIx(classed[at].0)).code();
    let order = order_by(classed.len(), &|a, b| {
        let fall = classed[b].1.middle().total_cmp(&classed[a].1.middle());
        fall.then_with(|| code(a).cmp(code(b)))
    });
    let name = |at: usize| {
        let place = Place {
            axis: scene.axis,
            at: CatIx(at),
        };
        place_name(cube, Some(place), words)
    };
    let writer = FigureWriter::of(cube, &scene.reading, words);
    let text = |interval: Interval| writer.interval(scene.quantity, interval);
    let shown = |&at: &usize| noted(&name(classed[at].0), &text(classed[at].1), words);
    let counted = inside_sentence(&scene.counted);
    let noun = match scene.quantity {
        Quantity::Count => counted,
        quantity @ (Quantity::Share | Quantity::Rate | Quantity::Index) => {
            let quantity = quantity_name(cube, quantity, words);
            interpolate(
                words.counted_as,
                &[("counted", &counted), ("quantity", &quantity)],
            )
        }
    };
    let middle = |at: usize| classed[at].1.middle();
    let mut sentences = Vec::new();
    match (order.first(), order.last()) {
        (Some(&highest), Some(&lowest)) if middle(highest) > middle(lowest) => {
            sentences.push(interpolate(
                words.map_range,
                &[
                    ("noun", &noun),
                    ("low", &text(classed[lowest].1)),
                    ("low_place", &name(classed[lowest].0)),
                    ("high", &text(classed[highest].1)),
                    ("high_place", &name(classed[highest].0)),
                ],
            ));
            // As a rank, it is said of published numbers alone.
            let is_ranked = |at: &&usize| scene.ranked(classed[**at].0).is_some();
            let ranked: Vec<&usize> = order.iter().filter(is_ranked).collect();
            if ranked.len() > 2 * NAMED {
                let list = |some: Vec<String>| words.listed_apart(&texts(&some));
                let high = list(ranked.iter().take(NAMED).map(|at| shown(at)).collect());
                let low = list(
                    ranked
                        .iter()
                        .rev()
                        .take(NAMED)
                        .map(|at| shown(at))
                        .collect(),
                );
                let message = if scene.has_modelled() {
                    words.map_highest_published
                } else {
                    words.map_highest
                };
                sentences.push(interpolate(message, &[("high", &high), ("low", &low)]));
            }
        }
        (Some(&one), _) => {
            let high = text(classed[one].1);
            sentences.push(interpolate(
                words.map_same,
                &[("noun", &noun), ("high", &high)],
            ));
        }
        _ => sentences.push(interpolate(words.map_none, &[("noun", &noun)])),
    }
    if let Some(place) = view.place.filter(|place| place.axis == scene.axis) {
        let line = place_line(cube, scene, place.at, words);
        sentences.push(interpolate(words.map_focus, &[("place", &line)]));
    }
    sentences.extend(scene.shared_note.iter().map(|note| note.label.clone()));
    let mut gaps = Vec::new();
    let mut unclassed = 0;
    for line in scene
        .legend
        .iter()
        .filter(|line| !matches!(line.fill, Fill::Colour(_) | Fill::Zero))
    {
        unclassed += line.places;
        gaps.push(noted(&line.label, &words.numbers.count(line.places), words));
    }
    if unclassed > 0 {
        let why = words.listed(&texts(&gaps));
        sentences.push(words.count(words.map_gaps, unclassed, &[("why", &why)]));
    }
    sentences
}

/// The name of a quantity.
#[must_use]
pub fn quantity_name(cube: &Cube, quantity: Quantity, words: &Messages) -> String {
    match quantity {
        Quantity::Count => words.as_count.to_owned(),
        Quantity::Share => words.as_share.to_owned(),
        Quantity::Rate => rate_name(cube, words),
        Quantity::Index => words.as_index.to_owned(),
    }
}
