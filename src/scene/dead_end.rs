//! The ways out of a map on which most places only repeat a pattern.

use super::Figures;
use super::map::{Fill, MapScene, map};
use super::picture_text::quantity_name;
use super::place::levels;
use super::text::{inside_sentence, without_note};
use super::way_out::WayOut;
use crate::cube::{Axis, Cube};
use crate::view_state::{Change, Quantity, ResolvedView};
use crate::words::{Messages, interpolate};

/// How many places of a map are shown, and how many of them have a class or are zero.
#[derive(Clone, Copy)]
struct Classed {
    shown: usize,
    classed: usize,
}

impl Classed {
    fn of(scene: &MapScene) -> Self {
        let shown = (0..scene.fills.len()).filter(|at| scene.is_seen(*at));
        let classed = shown.clone().filter(|at| scene.classed(*at).is_some());
        Self {
            shown: shown.count(),
            classed: classed.count(),
        }
    }

    fn is_half(self) -> bool {
        self.classed * 2 >= self.shown
    }

    /// Whether a greater part of its places is classed than of another's.
    fn is_more_than(self, other: Self) -> bool {
        self.classed * other.shown > other.classed * self.shown
    }
}

impl MapScene {
    /// How many places only repeat a pattern.
    fn patterns(&self) -> usize {
        let is_pattern = |fill: &&Fill| matches!(fill, Fill::GroupPattern | Fill::WholePattern);
        self.fills.iter().filter(is_pattern).count()
    }

    /// Whether more than half of the places that are shown only repeat a pattern.
    #[must_use]
    pub fn is_mostly_pattern(&self) -> bool {
        let shown = (0..self.fills.len()).filter(|at| self.is_seen(*at));
        self.patterns() * 2 > shown.count()
    }
}

/// That more than half of the places of a map only repeat a pattern: how many, in words. `None` where they
/// do not.
#[must_use]
pub fn dead_end(scene: &MapScene, words: &Messages) -> Option<String> {
    scene.is_mostly_pattern().then(|| {
        let [n, all] = [scene.patterns(), Classed::of(scene).shown].map(|n| words.numbers.count(n));
        interpolate(words.dead_end, &[("n", &n), ("all", &all)])
    })
}

/// The ways out of a map on which more than half of the places only repeat a pattern; none where they
/// do not. The level at which at least half of the places have a class, else most of them; the counts;
/// where neither helps, a filter to let go of. Each leads to a map with two classes or more, on which a
/// greater part of the places has one. It makes a map for each that it tries: much more than an answer
/// may take.
#[must_use]
pub fn dead_end_ways(
    cube: &Cube,
    (view, scene): (&ResolvedView, &MapScene),
    figures: &Figures,
    words: &Messages,
) -> Vec<WayOut> {
    if !scene.is_mostly_pattern() {
        return Vec::new();
    }
    let input = Input {
        cube,
        view,
        words,
        axis: scene.axis,
        now: Classed::of(scene),
    };
    let mut ways: Vec<WayOut> = input.level(figures).into_iter().collect();
    ways.extend(input.counts(figures));
    if ways.is_empty() {
        ways = input.filters(figures);
    }
    ways
}

struct Input<'a> {
    cube: &'a Cube,
    view: &'a ResolvedView,
    words: &'a Messages,
    /// The level of the map.
    axis: Axis,
    now: Classed,
}

impl Input<'_> {
    /// What is classed on the map of another view, where that tells more.
    fn better(&self, view: &ResolvedView, figures: &Figures, axis: Axis) -> Option<Classed> {
        let scene = map(self.cube, view, figures, (axis, self.words));
        let classes = scene.legend.iter();
        let classes = classes.filter(|line| matches!(line.fill, Fill::Colour(_)));
        let found = Classed::of(&scene);
        (classes.count() > 1 && found.is_more_than(self.now)).then_some(found)
    }

    /// Another level: of those where half have a class the one with the most places.
    fn level(&self, figures: &Figures) -> Option<WayOut> {
        let mut best: Option<(Axis, Classed)> = None;
        for axis in levels(self.cube) {
            if axis == self.axis {
                continue;
            }
            let Some(found) = self.better(self.view, figures, axis) else {
                continue;
            };
            let is_better = best.is_none_or(|(_, best)| match (found.is_half(), best.is_half()) {
                (true, true) => found.classed > best.classed,
                (true, false) => true,
                (false, true) => false,
                (false, false) => found.is_more_than(best),
            });
            if is_better {
                best = Some((axis, found));
            }
        }
        let (axis, _) = best?;
        let label = self.cube.axis_label(axis).in_lang(self.words.code);
        let level = inside_sentence(without_note(label));
        Some(WayOut {
            change: Change::Level(axis),
            text: interpolate(self.words.show_level, &[("level", &level)]),
        })
    }

    /// The counts, which are shared out from a published total where a share repeats a pattern.
    fn counts(&self, figures: &Figures) -> Option<WayOut> {
        let view = ResolvedView {
            quantity: Quantity::Count,
            share_of: None,
            ..self.view.clone()
        };
        self.better(&view, figures, self.axis)?;
        let name = inside_sentence(&quantity_name(self.cube, Quantity::Count, self.words));
        Some(WayOut {
            change: Change::Show(Quantity::Count),
            text: interpolate(self.words.show_quantity, &[("quantity", &name)]),
        })
    }

    /// Every filter that hides a map that tells more. What is locked stays, as does the measure.
    fn filters(&self, figures: &Figures) -> Vec<WayOut> {
        let is_free = |axis: &Axis| {
            let is_locked = self.view.locked.contains(&axis.dimension());
            !is_locked && !self.cube.is_measure(*axis)
        };
        let axes = self.view.filters.clauses().map(|(axis, _)| axis);
        let way = |axis: Axis| {
            let view = self.view.without(axis)?;
            let figures = Figures::after(Some(figures), self.cube, &view);
            self.better(&view, &figures, self.axis)?;
            let name = self.cube.axis_label(axis).in_lang(self.words.code);
            let name = inside_sentence(without_note(name));
            Some(WayOut {
                change: Change::Clear(axis),
                text: interpolate(self.words.let_go, &[("choice", &name)]),
            })
        };
        axes.filter(is_free).filter_map(way).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::super::made::{Opened, wells};
    use super::*;

    /// The dead end of a link, and the changes that its ways are.
    fn ways(link: &str) -> Option<(String, Vec<(Change, String)>)> {
        let cube = wells([5, 1, 4, 2, 9, 3, 6, 1, 2, 2, 8, 4]);
        let opened = Opened::new(&cube, link);
        let level = opened.view.level.unwrap();
        let scene = map(&cube, &opened.view, &opened.figures, (level, opened.words));
        let text = dead_end(&scene, opened.words)?;
        let ways = dead_end_ways(&cube, (&opened.view, &scene), &opened.figures, opened.words);
        let ways = ways.into_iter();
        Some((text, ways.map(|way| (way.change, way.text)).collect()))
    }

    #[test]
    fn where_shares_repeat_a_pattern_the_counts_are_a_click_away() {
        // Of three areas two repeat a pattern; of the two sides one does, which leaves one class.
        assert_eq!(
            ways("/en/wells/?source=dug&as=share&level=area"),
            Some((
                "2 of 3 places only repeat a pattern.".to_owned(),
                vec![(Change::Show(Quantity::Count), "Show count".to_owned())]
            ))
        );
    }

    #[test]
    fn a_map_whose_places_have_classes_is_no_dead_end() {
        assert_eq!(ways("/en/wells/?level=area"), None);
        assert_eq!(ways("/en/wells/?source=dug&level=area"), None);
    }
}
