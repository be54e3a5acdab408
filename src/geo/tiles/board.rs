//! Tiles on a grid, and what is wrong with how they lie.

use super::TilePoint;
use super::links::{Link, near_by_land};

/// How much each fault counts: a cell away from the wanted place and a cell off the way to a
/// neighbour (both squared), two tiles that touch across a sea, a group in one piece more.
const AWAY: f64 = 0.25;
const BENT: f64 = 0.5;
const FALSE_BORDER: f64 = 5.0;
const SPLIT: f64 = 12.0;
/// How many links over land may lie between tiles that touch.
const NEAR: usize = 4;

/// Who lies on which cell.
#[derive(Debug)]
pub(super) struct Board<'a> {
    pub(super) columns: usize,
    /// The point on each cell, row by row.
    pub(super) on: Vec<Option<usize>>,
    /// The cell of each point.
    pub(super) cell_of: Vec<usize>,
    points: &'a [TilePoint],
    wanted: &'a [(f64, f64)],
    links_of: Vec<Vec<(usize, (f64, f64))>>,
    near: Vec<bool>,
    members: Vec<Vec<usize>>,
    /// The search for pieces of a group marks cells with its own number.
    marks: Vec<u32>,
    search: u32,
}

impl<'a> Board<'a> {
    pub(super) fn new(
        points: &'a [TilePoint],
        wanted: &'a [(f64, f64)],
        links: &[Link],
        (columns, cells): (usize, usize),
        cell_of: Vec<usize>,
    ) -> Self {
        let mut links_of = vec![Vec::new(); points.len()];
        for link in links.iter().filter(|link| link.by_land) {
            links_of[link.from].push((link.to, link.way));
            links_of[link.to].push((link.from, (-link.way.0, -link.way.1)));
        }
        let groups = points.iter().map(|point| point.group + 1).max();
        let mut members = vec![Vec::new(); groups.unwrap_or(0)];
        let mut on = vec![None; cells];
        for (point, &cell) in cell_of.iter().enumerate() {
            members[points[point].group].push(point);
            on[cell] = Some(point);
        }
        Self {
            columns,
            on,
            cell_of,
            points,
            wanted,
            links_of,
            near: near_by_land(points.len(), links, NEAR),
            members,
            marks: vec![0; cells],
            search: 0,
        }
    }

    /// The cells that share an edge with one.
    pub(super) fn adjacent(&self, cell: usize) -> impl Iterator<Item = usize> + use<> {
        let (columns, cells, column) = (self.columns, self.on.len(), cell % self.columns);
        [
            (column > 0).then(|| cell.wrapping_sub(1)),
            (column + 1 < columns).then_some(cell + 1),
            cell.checked_sub(columns),
            Some(cell + columns).filter(|&below| below < cells),
        ]
        .into_iter()
        .flatten()
    }

    /// Exchange what lies on two cells.
    pub(super) fn swap(&mut self, one: usize, two: usize) {
        self.on.swap(one, two);
        for cell in [one, two] {
            if let Some(point) = self.on[cell] {
                self.cell_of[point] = cell;
            }
        }
    }

    /// The faults that what lies on two cells has part in.
    pub(super) fn faults(&mut self, one: usize, two: usize) -> f64 {
        let mut faults = self.faults_at(one) + self.faults_at(two);
        let groups = [one, two].map(|cell| self.on[cell].map(|point| self.points[point].group));
        if let Some(group) = groups[0] {
            faults += SPLIT * self.splits(group);
        }
        if let Some(group) = groups[1].filter(|_| groups[0] != groups[1]) {
            faults += SPLIT * self.splits(group);
        }
        faults
    }

    fn faults_at(&self, cell: usize) -> f64 {
        let Some(point) = self.on[cell] else {
            return 0.0;
        };
        let at = place(cell, self.columns);
        let square = |dx: f64, dy: f64| dx * dx + dy * dy;
        let wanted = self.wanted[point];
        let mut faults = AWAY * square(at.0 - wanted.0, at.1 - wanted.1);
        for &(other, way) in &self.links_of[point] {
            let to = place(self.cell_of[other], self.columns);
            faults += BENT * square(to.0 - at.0 - way.0, to.1 - at.1 - way.1);
        }
        let strangers = self.adjacent(cell).filter_map(|cell| self.on[cell]);
        let strangers = strangers.filter(|&other| !self.near[point * self.points.len() + other]);
        faults + FALSE_BORDER * strangers.map(|_| 1.0).sum::<f64>()
    }

    /// How many pieces a group has beyond one.
    pub(super) fn splits(&mut self, group: usize) -> f64 {
        self.search += 1;
        let mut pieces = 0.0;
        for member in 0..self.members[group].len() {
            let start = self.cell_of[self.members[group][member]];
            if self.marks[start] == self.search {
                continue;
            }
            pieces += 1.0;
            self.marks[start] = self.search;
            let mut open = vec![start];
            while let Some(cell) = open.pop() {
                for next in self.adjacent(cell) {
                    let same = self.on[next].is_some_and(|point| self.points[point].group == group);
                    if same && self.marks[next] != self.search {
                        self.marks[next] = self.search;
                        open.push(next);
                    }
                }
            }
        }
        pieces - 1.0
    }
}

/// The column and row of a cell.
pub(super) fn place(cell: usize, columns: usize) -> (f64, f64) {
    (as_float(cell % columns), as_float(cell / columns))
}

pub(super) fn as_float(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}
