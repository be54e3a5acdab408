//! The mark of a figure: how sure it is, for eyes and for ears.

use super::place::{parent_axis, place_name, whole_in_sentence};
use crate::cube::{Axis, CatIx, Cube, FigureKind, Ground, Provenance, Sureness};
use crate::view_state::Place;
use crate::words::{Messages, interpolate};

/// How sure a figure is: one of three symbols, with its meaning.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// What kind of figure it is.
    pub kind: FigureKind,
    /// What it means, in words: "shared out from the total of North".
    pub text: String,
}

impl Mark {
    /// Its name in files, which no language changes.
    #[must_use]
    pub fn key(&self) -> &'static str {
        self.kind.key()
    }

    /// Of three steps.
    #[must_use]
    pub fn sureness(&self) -> Sureness {
        self.kind.sureness()
    }

    /// Its symbol: ●, ◐ or ○.
    #[must_use]
    pub fn symbol(&self) -> &'static str {
        self.sureness().symbol()
    }

    /// Symbol and meaning.
    #[must_use]
    pub fn line(&self, words: &Messages) -> String {
        let values = [("symbol", self.symbol()), ("text", &self.text)];
        interpolate(words.sure_line, &values)
    }

    /// The same as an aside.
    #[must_use]
    pub fn aside(&self, words: &Messages) -> String {
        interpolate(words.aside, &[("note", &self.line(words))])
    }
}

/// What some marks mean, of whatever figures: a line for each kind of them, the surest first.
pub fn mark_lines<'a>(
    marks: impl Iterator<Item = &'a Mark>,
    words: &Messages,
) -> Vec<(FigureKind, String)> {
    let mut met: Vec<FigureKind> = Vec::new();
    for mark in marks {
        if !met.contains(&mark.kind) {
            met.push(mark.kind);
        }
    }
    met.sort_unstable();
    let line = |kind: FigureKind| {
        let values = [
            ("symbol", kind.sureness().symbol()),
            ("text", unnamed(kind, words)),
        ];
        (kind, interpolate(words.sure_line, &values))
    };
    met.into_iter().map(line).collect()
}

/// The mark of a figure of a place; `None`: of several places together, or of the whole.
pub(super) fn mark(
    cube: &Cube,
    (ground, place): (Ground, Option<Place>),
    words: &Messages,
) -> Mark {
    let kind = ground.kind();
    let name = source_name(cube, (ground.from, place), words);
    Mark {
        kind,
        text: match named_message(kind, words).zip(name) {
            Some((message, name)) => interpolate(message, &[("name", &name)]),
            None => unnamed(kind, words).to_owned(),
        },
    }
}

/// Whose published figures those of a place were derived from: the group that holds it, or the whole.
/// `None` where there are several groups.
pub(super) fn source_name(
    cube: &Cube,
    (from, place): (Provenance, Option<Place>),
    words: &Messages,
) -> Option<String> {
    match from {
        Provenance::Own => Some(place_name(cube, place, words)),
        Provenance::Group => {
            let group = group_of(cube, place?)?;
            Some(place_name(cube, Some(group), words))
        }
        Provenance::All => Some(whole_in_sentence(cube, words)),
    }
}

/// What a kind of figure is called by the name of the place that it rests on; `None` of what rests on its own.
fn named_message(kind: FigureKind, words: &Messages) -> Option<&'static str> {
    match kind {
        FigureKind::Published | FigureKind::Derived | FigureKind::Estimated => None,
        FigureKind::SharedOut => Some(words.sure_shared_of),
        FigureKind::Pattern => Some(words.sure_pattern_of),
    }
}

/// What a kind of figure is called of whatever place.
fn unnamed(kind: FigureKind, words: &Messages) -> &'static str {
    match kind {
        FigureKind::Published => words.sure_published,
        FigureKind::Derived => words.sure_derived,
        FigureKind::Estimated => words.sure_estimated,
        FigureKind::SharedOut => words.sure_shared,
        FigureKind::Pattern => words.sure_pattern,
    }
}

/// The group that a region's figures may rest on.
fn group_of(cube: &Cube, place: Place) -> Option<Place> {
    let axis = grouping(cube).filter(|axis| is_of_regions(place, *axis))?;
    let at = cube.along(axis, place.at)?;
    Some(Place { axis, at })
}

/// Whether a place is a region, which lies in a group of a grouping.
fn is_of_regions(place: Place, grouping: Axis) -> bool {
    place.axis == Axis::of_dimension(grouping.dimension())
}

/// The grouping that the regions' figures may rest on.
pub(super) fn grouping(cube: &Cube) -> Option<Axis> {
    let basis = cube.metadata().basis.as_ref();
    basis.and_then(|basis| basis.group).or(parent_axis(cube))
}

/// The marks of many places, each put into words once.
pub(super) struct Marks<'a> {
    words: &'a Messages,
    /// Of what comes from the whole: shared out, pattern.
    whole: [String; 2],
    axis: Option<Axis>,
    /// The same of each group of the axis.
    groups: Vec<[String; 2]>,
}

impl<'a> Marks<'a> {
    pub(super) fn of(cube: &Cube, words: &'a Messages) -> Self {
        let axis = grouping(cube).filter(|_| cube.metadata().basis.is_some());
        let both = |name: &str| {
            let messages = [words.sure_shared_of, words.sure_pattern_of];
            messages.map(|message| interpolate(message, &[("name", name)]))
        };
        let groups = axis.map(|axis| {
            let groups = (0..cube.members(axis).len()).map(CatIx);
            let groups = groups.map(|at| place_name(cube, Some(Place { axis, at }), words));
            groups.map(|name| both(&name)).collect()
        });
        Self {
            words,
            whole: both(&whole_in_sentence(cube, words)),
            axis,
            groups: groups.unwrap_or_default(),
        }
    }

    /// The mark of a figure of a place.
    pub(super) fn mark(&self, cube: &Cube, ground: Ground, place: Place) -> Mark {
        let kind = ground.kind();
        let nth = match kind {
            FigureKind::Published | FigureKind::Derived | FigureKind::Estimated => None,
            FigureKind::SharedOut => Some(0),
            FigureKind::Pattern => Some(1),
        };
        let is_region = |axis: &Axis| is_of_regions(place, *axis);
        let group = || cube.along(self.axis.filter(is_region)?, place.at);
        let text = match (nth, ground.from) {
            (None, _) => unnamed(kind, self.words),
            (Some(nth), Provenance::All) => &self.whole[nth],
            (Some(nth), Provenance::Own | Provenance::Group) => {
                group().map_or_else(|| unnamed(kind, self.words), |at| &*self.groups[at.0][nth])
            }
        };
        Mark {
            kind,
            text: text.to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::made::{Opened, wells};
    use super::*;
    use crate::cube::Selection;
    use crate::words::messages;

    /// The marks of count, share and rate of each area, and of all.
    fn symbols(link: &str) -> Vec<String> {
        let cube = wells([1; 12]);
        let Opened { view, .. } = Opened::new(&cube, link);
        let footing = cube.footing(&view.filters).unwrap();
        let mut grounds = footing.members(view.level.unwrap());
        grounds.push(footing.total());
        let text = |of: &crate::cube::Grounds| {
            let each = [of.count, of.share, of.rate];
            each.map(|ground| ground.sureness.symbol()).concat()
        };
        grounds.iter().map(text).collect()
    }

    #[test]
    fn a_figure_bears_the_weakest_mark_of_what_it_is_made_of() {
        // Alder follows its side, Birch the whole, Cedar has figures of its own.
        assert_eq!(
            symbols("/en/wells/?level=area"),
            ["◐●○", "◐●○", "●●●", "●●●"]
        );
        assert_eq!(
            symbols("/en/wells/?source=dug&level=area"),
            ["◐○○", "◐○○", "●●●", "●●●"]
        );
        // The north has one of each kind that is not its own.
        assert_eq!(
            symbols("/en/wells/?source=dug&level=side"),
            ["◐○○", "●●●", "●●●"]
        );
        // Whatever is chosen of a year changes nothing.
        let of_year = symbols("/en/wells/?year=2020&level=area");
        assert_eq!(of_year, symbols("/en/wells/?level=area"));
    }

    #[test]
    fn a_mark_says_in_words_whose_figures_it_was_derived_from() {
        let cube = wells([1; 12]);
        let selection = Selection::all();
        let footing = cube.footing(&selection).unwrap();
        let axis = cube.axis("area").unwrap();
        let lines = |lang: &str| {
            let words = messages(lang);
            let marks = Marks::of(&cube, words);
            [0, 1, 2].map(|at| {
                let place = Place {
                    axis,
                    at: CatIx(at),
                };
                let ground = footing.along(axis, place.at).count;
                let one = mark(&cube, (ground, Some(place)), words);
                assert_eq!(marks.mark(&cube, ground, place), one);
                one.line(words)
            })
        };
        assert_eq!(
            lines("en"),
            [
                "◐ shared out from the total of North",
                "◐ shared out from the total of Riverland",
                "● published for this place"
            ]
        );
        assert_eq!(
            lines("id"),
            [
                "◐ dibagi dari total Utara",
                "◐ dibagi dari total Negeri Sungai",
                "● diterbitkan untuk tempat ini"
            ]
        );
    }

    #[test]
    fn counted_data_has_no_mark() {
        let cube = wells([1; 12]);
        let metadata = crate::cube::Metadata {
            basis: None,
            ..cube.metadata().clone()
        };
        let counted = cube.with_metadata(metadata).unwrap();
        assert!(counted.footing(&Selection::all()).is_none());
    }
}
