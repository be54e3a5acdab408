//! Walking the map by keys: places instead of positions.

use super::map_geometry::MapGeometry;
use super::place::parent_axis;
use crate::cube::{Axis, CatIx, Cube};
use crate::geo::{Move, Navigation, Stop};
use crate::view_state::{MapForm, Place};
use crate::words::{Messages, small};

/// The ways between the places of a map: the whole, the groups of one grouping, the regions.
#[derive(Debug, Clone, PartialEq)]
pub struct KeyboardNavigation {
    navigation: Navigation,
    regions: Axis,
    /// The categories of the regions walked on, in the order of the walk.
    categories: Vec<CatIx>,
    groups: Option<Axis>,
    /// What the map shows: the regions, or groups of them.
    shown: Axis,
}

impl KeyboardNavigation {
    /// Ways over the regions of a map, and over the groups of `level` or, where that is the
    /// regions' own, of the grouping above them. `None` where the dataset has no places.
    #[must_use]
    pub fn over(geometry: &MapGeometry, cube: &Cube, level: Axis, form: MapForm) -> Self {
        let regions = Axis::of_dimension(level.dimension());
        let groups = level
            .grouping()
            .map(|_| level)
            .or_else(|| parent_axis(cube));
        let shapes = geometry.shapes(cube, regions, form);
        let group_of = |at: CatIx| match groups {
            Some(axis) => cube.along(axis, at).map_or(usize::MAX, |group| group.0),
            None => 0,
        };
        let navigation = Navigation::over(
            shapes.iter().map(|shape| shape.point_px).collect(),
            shapes.iter().map(|shape| group_of(shape.at)).collect(),
            groups.map_or(1, |axis| cube.members(axis).len()),
        );
        Self {
            navigation,
            regions,
            categories: shapes.iter().map(|shape| shape.at).collect(),
            groups,
            shown: level,
        }
    }

    /// Where a move leads from a place; `None` is the whole.
    #[must_use]
    pub fn after(&self, from: Option<Place>, step: Move) -> Option<Place> {
        let stand = self.stand(from);
        let mut next = self.navigation.after(stand, step);
        // Without groups there is nothing between the whole and the regions.
        if self.groups.is_none() && matches!(next, Stop::Group(_)) {
            let inwards = matches!(stand, Stop::All);
            next = if inwards {
                self.navigation.after(next, Move::Inwards)
            } else {
                Stop::All
            };
        }
        self.place(next)
    }

    /// The next place of the same level (from the whole, of what the map shows) whose name, or a word
    /// of it, begins with what was typed: the place itself while a word goes on, another at its first
    /// letter.
    #[must_use]
    pub fn named(
        &self,
        cube: &Cube,
        from: Option<Place>,
        (typed, words): (&str, &Messages),
    ) -> Option<Place> {
        let axis = match (self.stand(from), self.groups) {
            (Stop::Group(_), Some(groups)) => groups,
            (Stop::All, _) => self.shown,
            _ => self.regions,
        };
        let members = cube.members(axis);
        let here = from
            .filter(|place| place.axis == axis)
            .map(|place| place.at.0);
        let first = here.map_or(0, |at| at + usize::from(typed.chars().count() == 1));
        let mut others = (0..members.len()).map(|step| (first + step) % members.len());
        let found = others.find(|&at| {
            let known = axis != self.regions || self.categories.contains(&CatIx(at));
            known && begins(members.get(CatIx(at)).label().in_lang(words.code), typed)
        });
        found.map(|at| Place {
            axis,
            at: CatIx(at),
        })
    }

    fn stand(&self, place: Option<Place>) -> Stop {
        let Some(place) = place else {
            return Stop::All;
        };
        if Some(place.axis) == self.groups {
            return Stop::Group(place.at.0);
        }
        let region = self.categories.iter().position(|at| *at == place.at);
        let region = region.filter(|_| place.axis == self.regions);
        region.map_or(Stop::All, Stop::Region)
    }

    fn place(&self, stand: Stop) -> Option<Place> {
        match stand {
            Stop::All => None,
            Stop::Group(at) => self.groups.map(|axis| Place {
                axis,
                at: CatIx(at),
            }),
            Stop::Region(at) => Some(Place {
                axis: self.regions,
                at: *self.categories.get(at)?,
            }),
        }
    }
}

/// Whether a name, or a word of it, begins with what was typed.
fn begins(name: &str, typed: &str) -> bool {
    let starts = name
        .char_indices()
        .filter(|&(at, _)| at == 0 || name[..at].ends_with([' ', '-', '(']));
    let typed = || typed.chars().map(small);
    starts.into_iter().any(|(at, _)| {
        let mut letters = name[at..].chars().map(small);
        typed().all(|letter| letters.next() == Some(letter))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(name: &str, typed: &str, expected: bool) {
        assert_eq!(begins(name, typed), expected, "{name} {typed}");
    }

    #[test]
    fn a_name_is_found_by_the_start_of_any_word() {
        check("District Selby", "sel", true);
        check("District Selby", "district s", true);
        check("District Selby", "elby", false);
        check("Thônes-Méry", "mér", true);
        check("Town Selby", "selbyton", false);
    }
}
