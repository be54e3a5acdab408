//! Which cells are hidden to protect people, and what is known of them.

use super::Measure;
use crate::cube::{Cube, Gap, Interval, Status};

/// Signs that offices write for a figure kept back, beside those that say so by themselves
/// ([`crate::cube::Status::new`]). Signs of what is not there (`..`, `:`, `-`) are none of them.
const SIGNS: [&str; 9] = ["x", "X", "s", "S", "*", "**", "(x)", "(c)", "(s)"];

/// What a cell may be that is hidden to protect people; `None` of a cell that is shown, or that has no
/// figure for another reason.
///
/// ```
/// use jangkau::cube::*;
/// use jangkau::disclosure::hidden_bound;
/// let categories = ["a", "b"].map(|code| Category::new(Code::new(code), Label::new(code)));
/// let area = Dimension::new(Id::new("area"), Label::new(""), Role::Geo, categories.to_vec())?;
/// let statuses = Statuses::Each { list: vec![Status::new("<5")], cells: vec![NO_STATUS, 0] };
/// let cube = Cube::new(vec![area], Values::Whole(vec![7, 0]), (vec![1], statuses), Metadata::default())?;
/// assert_eq!(hidden_bound(&cube, 0), None);
/// assert_eq!(hidden_bound(&cube, 1), Interval::new(1.0, 4.0));
/// # Ok::<(), CubeError>(())
/// ```
#[must_use]
pub fn hidden_bound(cube: &Cube, cell: usize) -> Option<Interval> {
    match cube.gap(cell)? {
        Gap::Suppressed(bound) => Some(bound),
        Gap::Missing => {
            let status = cube.statuses().get(cell)?.as_str();
            let mut signs = status.split_whitespace();
            signs
                .any(|sign| SIGNS.contains(&sign))
                .then_some(Interval::UNBOUNDED)
        }
        Gap::CannotExist => None,
    }
}

/// Why a figure is not shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Why {
    /// To protect people.
    Hidden,
    /// A sign says that there is none.
    Missing,
    /// Nothing stands there at all.
    Blank,
}

/// The cells of some measures whose figure is not shown, with what is known of each so far.
#[derive(Debug, Clone)]
pub(super) struct Unknowns {
    /// Ascending.
    cells: Vec<usize>,
    bounds: Vec<Interval>,
    why: Vec<Why>,
}

impl Unknowns {
    pub(super) fn of(cube: &Cube, measures: &[Measure]) -> Self {
        let mut unknowns = Self {
            cells: Vec::new(),
            bounds: Vec::new(),
            why: Vec::new(),
        };
        for &cell in cube.absent() {
            let is_of_any = measures.iter().any(|measure| measure.has(cube, cell));
            if !is_of_any || cube.gap(cell) == Some(Gap::CannotExist) {
                continue;
            }
            let hidden = hidden_bound(cube, cell);
            unknowns.cells.push(cell);
            unknowns.bounds.push(hidden.unwrap_or(Interval::UNBOUNDED));
            let sign = cube.statuses().get(cell).map_or("", Status::as_str);
            unknowns.why.push(match hidden {
                Some(_) => Why::Hidden,
                None if sign.is_empty() => Why::Blank,
                None => Why::Missing,
            });
        }
        unknowns
    }

    /// The hidden cells, with the number of each among the unknown ones.
    pub(super) fn hidden(&self) -> impl Iterator<Item = (usize, usize)> + '_ {
        let all = self.cells.iter().enumerate();
        all.filter(|(at, _)| self.is_hidden(*at))
            .map(|(at, cell)| (at, *cell))
    }

    /// The number of a cell among those that are not shown.
    pub(super) fn position(&self, cell: usize) -> Option<usize> {
        self.cells.binary_search(&cell).ok()
    }

    pub(super) fn cell(&self, at: usize) -> usize {
        self.cells[at]
    }

    pub(super) fn is_hidden(&self, at: usize) -> bool {
        self.why[at] == Why::Hidden
    }

    /// Whether nothing stands in a cell that is not shown: no figure and no sign.
    pub(super) fn is_blank(&self, at: usize) -> bool {
        self.why[at] == Why::Blank
    }

    pub(super) fn bound(&self, at: usize) -> Interval {
        self.bounds[at]
    }

    /// Narrows what a cell may be; whether that tells anything new.
    pub(super) fn narrow(&mut self, at: usize, bound: Interval) -> bool {
        let before = std::mem::replace(&mut self.bounds[at], bound);
        before != bound
    }
}
