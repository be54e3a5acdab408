//! Walking a map by keys, from the nation to its groups and regions and across their borders.

use super::compass::{Direction, step};

/// Where a walk stands; regions and groups by their position.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Stop {
    /// On the whole.
    All,
    /// On a group of regions.
    Group(usize),
    /// On a region.
    Region(usize),
}

/// A move: four arrow keys, and Page Down, Page Up and Home.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Move {
    /// To the next place of the same level in a direction.
    Towards(Direction),
    /// Into the middle of where one stands.
    Inwards,
    /// To what one stands in.
    Outwards,
    /// To the nation.
    Home,
}

/// A map to walk on.
#[derive(Debug, Clone, PartialEq)]
pub struct Navigation {
    regions: Vec<(f64, f64)>,
    group_of: Vec<usize>,
    /// The middle of the regions of each group.
    groups: Vec<(f64, f64)>,
}

impl Navigation {
    /// A walk over regions (x to the right, y down, in any one unit) and the group of each, as a
    /// position below `groups`. A region without a group of that number is never stood on.
    #[must_use]
    pub fn over(regions: Vec<(f64, f64)>, group_of: Vec<usize>, groups: usize) -> Self {
        let middles = (0..groups).map(|group| {
            let members = regions.iter().zip(&group_of);
            let members = members.filter(|&(_, &of)| of == group);
            middle(members.map(|(&region, _)| region))
        });
        Self {
            groups: middles.collect(),
            regions,
            group_of,
        }
    }

    /// Where a move leads; where it leads nowhere, the walk stays where it stands.
    ///
    /// From the nation an arrow leads to the group in the middle of that side of the country, so
    /// that a far corner is near; among regions it crosses the borders of groups.
    ///
    /// ```
    /// use jangkau::geo::{Direction, Move, Stop, Navigation};
    /// let regions = vec![(0.0, 0.0), (1.0, 0.0), (5.0, 0.0), (6.0, 0.0)];
    /// let navigation = Navigation::over(regions, vec![0, 0, 1, 1], 2);
    /// let east = navigation.after(Stop::All, Move::Towards(Direction::Right));
    /// assert_eq!(east, Stop::Group(1));
    /// let region = navigation.after(east, Move::Inwards);
    /// assert_eq!(region, Stop::Region(2));
    /// let west = navigation.after(region, Move::Towards(Direction::Left));
    /// assert_eq!(west, Stop::Region(1));
    /// assert_eq!(navigation.after(west, Move::Outwards), Stop::Group(0));
    /// ```
    #[must_use]
    pub fn after(&self, stand: Stop, step: Move) -> Stop {
        let next = match (step, stand) {
            (Move::Home, _) | (Move::Outwards, Stop::All | Stop::Group(_)) => Some(Stop::All),
            (Move::Outwards, Stop::Region(region)) => {
                self.group_of.get(region).copied().map(Stop::Group)
            }
            (Move::Inwards, Stop::All) => {
                let inside = middle(self.regions.iter().copied());
                self.group_nearest(inside).map(Stop::Group)
            }
            (Move::Inwards, Stop::Group(group)) => self.heart_of(group).map(Stop::Region),
            (Move::Inwards, Stop::Region(_)) => None,
            (Move::Towards(side), Stop::All) => self.on_side(side).map(Stop::Group),
            (Move::Towards(side), Stop::Group(group)) => {
                self.next_group(group, side).map(Stop::Group)
            }
            (Move::Towards(side), Stop::Region(region)) => {
                self.next_region(region, side).map(Stop::Region)
            }
        };
        next.unwrap_or(stand)
    }

    fn holds(&self, region: usize, group: usize) -> bool {
        self.group_of.get(region) == Some(&group)
    }

    fn group_nearest(&self, to: (f64, f64)) -> Option<usize> {
        // The middle of a group without regions is not a number and never the nearest.
        nearest(&self.groups, to, &|_| true)
    }

    fn heart_of(&self, group: usize) -> Option<usize> {
        let inside = self.groups.get(group)?;
        nearest(&self.regions, *inside, &|region| self.holds(region, group))
    }

    fn on_side(&self, side: Direction) -> Option<usize> {
        let (x, y) = middle(self.regions.iter().copied());
        let there = self.regions.iter().copied().filter(|region| {
            let (ahead, aside) = side.ahead_and_aside((region.0 - x, region.1 - y));
            ahead > aside.abs()
        });
        self.group_nearest(middle(there))
    }

    fn next_group(&self, group: usize, side: Direction) -> Option<usize> {
        step(&self.groups, *self.groups.get(group)?, side, &|_| true)
    }

    fn next_region(&self, region: usize, side: Direction) -> Option<usize> {
        let known = |region: usize| {
            self.group_of
                .get(region)
                .is_some_and(|&group| group < self.groups.len())
        };
        step(&self.regions, *self.regions.get(region)?, side, &known)
    }
}

/// The mean of points; not a number without any.
fn middle(points: impl Iterator<Item = (f64, f64)>) -> (f64, f64) {
    let sum = points.fold((0.0, 0.0, 0.0), |sum, (x, y)| {
        (sum.0 + x, sum.1 + y, sum.2 + 1.0)
    });
    (sum.0 / sum.2, sum.1 / sum.2)
}

fn nearest(points: &[(f64, f64)], to: (f64, f64), among: &dyn Fn(usize) -> bool) -> Option<usize> {
    let mut best = (f64::INFINITY, None);
    for (index, point) in points.iter().enumerate() {
        let (dx, dy) = (point.0 - to.0, point.1 - to.1);
        let square = dx * dx + dy * dy;
        if square < best.0 && among(index) {
            best = (square, Some(index));
        }
    }
    best.1
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Three groups in a row; one region of the last lies below the row.
    fn row() -> Navigation {
        let regions = vec![(0.0, 0.0), (1.0, 0.0), (3.0, 0.0), (5.0, 0.0), (5.5, 1.5)];
        Navigation::over(regions, vec![0, 0, 1, 2, 2], 3)
    }

    #[track_caller]
    fn check(stand: Stop, step: Move, expected: Stop) {
        assert_eq!(row().after(stand, step), expected);
    }

    #[test]
    fn page_down_leads_to_the_middle() {
        check(Stop::All, Move::Inwards, Stop::Group(1));
        check(Stop::Group(1), Move::Inwards, Stop::Region(2));
        check(Stop::Region(2), Move::Inwards, Stop::Region(2));
    }

    #[test]
    fn page_up_leads_out_and_home_leads_all_the_way() {
        check(Stop::Region(4), Move::Outwards, Stop::Group(2));
        check(Stop::Group(2), Move::Outwards, Stop::All);
        check(Stop::Region(4), Move::Home, Stop::All);
    }

    #[test]
    fn arrows_keep_the_level_and_cross_the_borders_of_groups() {
        let right = Move::Towards(Direction::Right);
        check(Stop::Group(0), right, Stop::Group(1));
        check(Stop::Region(1), right, Stop::Region(2));
        check(
            Stop::Region(3),
            Move::Towards(Direction::Down),
            Stop::Region(4),
        );
        check(Stop::Region(4), right, Stop::Region(4));
    }

    #[test]
    fn an_arrow_on_the_nation_leads_to_that_side_of_it() {
        check(Stop::All, Move::Towards(Direction::Left), Stop::Group(0));
        check(Stop::All, Move::Towards(Direction::Right), Stop::Group(2));
    }

    #[test]
    fn what_is_not_there_is_not_left_and_not_reached() {
        check(Stop::Region(9), Move::Outwards, Stop::Region(9));
        check(Stop::Group(9), Move::Inwards, Stop::Group(9));
        let empty = Navigation::over(Vec::new(), Vec::new(), 1);
        assert_eq!(empty.after(Stop::All, Move::Inwards), Stop::All);
    }
}
