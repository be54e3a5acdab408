//! What the figure of a view rests on, in sentences.

use super::mark::{grouping, source_name};
use super::place::{focus, place_name, whole_in_sentence};
use super::text::{inside_sentence, texts, without_note};
use crate::cube::{CatIx, Cube, DimIx, Ground, Provenance, Role, Selection};
use crate::view_state::{Place, ResolvedView};
use crate::words::{Messages, interpolate};

/// What the groups are called that the regions' figures may rest on; empty where there are none.
pub(super) fn grouping_name(cube: &Cube, words: &Messages) -> String {
    let label = grouping(cube).map(|axis| cube.axis_label(axis).in_lang(words.code));
    inside_sentence(without_note(label.unwrap_or_default()))
}

/// Everyone at the places and in the periods of a view, whoever is chosen among them.
pub(super) fn everyone(cube: &Cube, view: &ResolvedView) -> Selection {
    view.selection.only(|axis| {
        let role = cube.dimension(axis.dimension()).role();
        Some(axis.dimension()) == view.geo || role == Role::Time
    })
}

/// How the figures of a view came about, a sentence for each way: its count, what was never published
/// together, and what the shares of its place repeat: those along what is chosen, else all of them. None where the publisher says nothing of it.
#[must_use]
pub fn basis_lines(cube: &Cube, view: &ResolvedView, words: &Messages) -> Vec<String> {
    let Some(footing) = cube.footing(&view.selection) else {
        return Vec::new();
    };
    let input = BasisInput {
        cube,
        view,
        words,
        place: focus(view),
    };
    let mut lines = vec![input.count()];
    if footing.is_never_crossed() {
        lines.push(input.cross());
    }
    let crossed = input.crossed();
    for from in [Provenance::Group, Provenance::All] {
        let repeated = footing.patterns().into_iter();
        let is_asked = |at: &DimIx| crossed.is_empty() || crossed.contains(at);
        let repeated = repeated.filter(|(at, known)| *known == from && is_asked(at));
        let repeated: Vec<DimIx> = repeated.map(|(dimension, _)| dimension).collect();
        if !repeated.is_empty() {
            lines.push(input.pattern(&repeated, from));
        }
    }
    lines
}

struct BasisInput<'a> {
    cube: &'a Cube,
    view: &'a ResolvedView,
    words: &'a Messages,
    /// The place that the figures are of.
    place: Option<Place>,
}

impl BasisInput<'_> {
    /// The place in focus, or the whole; of several chosen: "these places".
    fn place_name(&self) -> String {
        let geo = self.view.geo;
        let mut clauses = self.view.selection.clauses();
        if self.place.is_none() && clauses.any(|(axis, _)| Some(axis.dimension()) == geo) {
            return self.words.basis_these.to_owned();
        }
        match self.place {
            Some(_) => place_name(self.cube, self.place, self.words),
            None => whole_in_sentence(self.cube, self.words),
        }
    }

    fn count(&self) -> String {
        // The count of everyone there: what is chosen among people is told apart.
        let words = self.words;
        let places = everyone(self.cube, self.view);
        let of_place = self.cube.footing(&places);
        let everyone = of_place.map_or(Ground::PUBLISHED, |footing| footing.total().count);
        let message = match everyone.from {
            Provenance::Own if everyone == Ground::ESTIMATED => words.basis_estimated,
            Provenance::Own => words.basis_own,
            Provenance::Group => words.basis_group,
            Provenance::All => words.basis_all,
        };
        let from = source_name(self.cube, (everyone.from, self.place), words);
        let from = from.unwrap_or_else(|| self.words.basis_groups.to_owned());
        let values = [
            ("place", &*self.place_name()),
            ("group", &*from),
            ("whole", &*from),
        ];
        interpolate(message, &values)
    }

    /// The dimensions of people along which something is chosen.
    fn crossed(&self) -> Vec<DimIx> {
        let mut crossed: Vec<DimIx> = Vec::new();
        for (axis, _) in self.view.filters.clauses() {
            let at = axis.dimension();
            let is_of_people = self.cube.dimension(at).role() == Role::Classification;
            if is_of_people && !crossed.contains(&at) {
                crossed.push(at);
            }
        }
        crossed
    }

    fn cross(&self) -> String {
        let dimensions = self.named(&self.crossed());
        interpolate(self.words.basis_cross, &[("dimensions", &dimensions)])
    }

    fn pattern(&self, dimensions: &[DimIx], from: Provenance) -> String {
        let words = self.words;
        let name = source_name(self.cube, (from, self.place), words);
        let name = name.unwrap_or_else(|| words.basis_groups.to_owned());
        let message = if self.has_several_periods() {
            words.basis_pattern_periods
        } else {
            words.basis_pattern
        };
        let values = [
            ("place", &*self.place_name()),
            ("dimensions", &*self.named(dimensions)),
            ("name", &*name),
        ];
        interpolate(message, &values)
    }

    fn named(&self, dimensions: &[DimIx]) -> String {
        let label = |at: &DimIx| {
            let label = self.cube.dimension(*at).label();
            inside_sentence(label.in_lang(self.words.code))
        };
        let labels: Vec<String> = dimensions.iter().map(label).collect();
        self.words.listed(&texts(&labels))
    }

    /// Whether the figures of several periods are added.
    fn has_several_periods(&self) -> bool {
        let Some(time) = self.cube.with_role(Role::Time) else {
            return false;
        };
        let reading = self.cube.reading(&self.view.filters);
        if !reading.of(time).parts_add() {
            return false;
        }
        let passes = self.view.filters.passes(self.cube, time, None);
        let periods = (0..self.cube.dimension(time).categories().len()).map(CatIx);
        let passing = periods.filter(|at| passes.as_ref().is_none_or(|passes| passes[at.0]));
        passing.count() > 1
    }
}

#[cfg(test)]
mod tests {
    use super::super::made::{Opened, wells};
    use super::*;

    #[test]
    fn a_pattern_is_named_by_the_dataset_s_own_words() {
        let cube = wells([1; 12]);
        let lines = |link: &str| {
            let Opened { view, words, .. } = Opened::new(&cube, link);
            basis_lines(&cube, &view, words)
        };
        assert_eq!(
            lines("/en/wells/n1/"),
            [
                "The model has no published count for Alder: it shares out the count of North by \
                 population, so it is no finding about the place.",
                "The model has nothing published about source for Alder: each period repeats the \
                 pattern of North; over several periods the shares may differ a little."
            ]
        );
        assert_eq!(
            lines("/id/wells/n2/?year=2020"),
            [
                "Model tidak punya angka yang pernah terbit untuk jumlah Birch: jumlah Negeri Sungai dibagi \
                 menurut penduduk.",
                "Model tidak punya angka yang pernah terbit tentang asal untuk Birch: bagiannya mengulang pola \
                 Negeri Sungai."
            ]
        );
        assert_eq!(
            lines("/en/wells/s1/"),
            ["The count for Cedar comes from a figure published for that place."]
        );
        assert_eq!(
            lines("/en/wells/"),
            ["The count for Riverland comes from a figure published for that place."]
        );
    }
}
