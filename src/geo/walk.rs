//! Walking a map by keys, from the nation to its groups and regions and across their borders.

use super::compass::{Direction, step};

/// Where a walk stands; regions and groups by their position.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Stand {
    /// On the whole.
    Nation,
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
#[derive(Debug, Clone)]
pub struct Walk {
    regions: Vec<(f64, f64)>,
    group_of: Vec<usize>,
    /// The middle of the regions of each group.
    groups: Vec<(f64, f64)>,
}

impl Walk {
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
    /// use jangkau::geo::{Direction, Move, Stand, Walk};
    /// let regions = vec![(0.0, 0.0), (1.0, 0.0), (5.0, 0.0), (6.0, 0.0)];
    /// let walk = Walk::over(regions, vec![0, 0, 1, 1], 2);
    /// let east = walk.after(Stand::Nation, Move::Towards(Direction::Right));
    /// assert_eq!(east, Stand::Group(1));
    /// let region = walk.after(east, Move::Inwards);
    /// assert_eq!(region, Stand::Region(2));
    /// let west = walk.after(region, Move::Towards(Direction::Left));
    /// assert_eq!(west, Stand::Region(1));
    /// assert_eq!(walk.after(west, Move::Outwards), Stand::Group(0));
    /// ```
    #[must_use]
    pub fn after(&self, stand: Stand, step: Move) -> Stand {
        let next = match (step, stand) {
            (Move::Home, _) | (Move::Outwards, Stand::Nation | Stand::Group(_)) => {
                Some(Stand::Nation)
            }
            (Move::Outwards, Stand::Region(region)) => {
                self.group_of.get(region).copied().map(Stand::Group)
            }
            (Move::Inwards, Stand::Nation) => {
                let inside = middle(self.regions.iter().copied());
                self.group_nearest(inside).map(Stand::Group)
            }
            (Move::Inwards, Stand::Group(group)) => self.heart_of(group).map(Stand::Region),
            (Move::Inwards, Stand::Region(_)) => None,
            (Move::Towards(side), Stand::Nation) => self.on_side(side).map(Stand::Group),
            (Move::Towards(side), Stand::Group(group)) => {
                self.next_group(group, side).map(Stand::Group)
            }
            (Move::Towards(side), Stand::Region(region)) => {
                self.next_region(region, side).map(Stand::Region)
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
    fn row() -> Walk {
        let regions = vec![(0.0, 0.0), (1.0, 0.0), (3.0, 0.0), (5.0, 0.0), (5.5, 1.5)];
        Walk::over(regions, vec![0, 0, 1, 2, 2], 3)
    }

    #[track_caller]
    fn check(stand: Stand, step: Move, expected: Stand) {
        assert_eq!(row().after(stand, step), expected);
    }

    #[test]
    fn page_down_leads_to_the_middle() {
        check(Stand::Nation, Move::Inwards, Stand::Group(1));
        check(Stand::Group(1), Move::Inwards, Stand::Region(2));
        check(Stand::Region(2), Move::Inwards, Stand::Region(2));
    }

    #[test]
    fn page_up_leads_out_and_home_leads_all_the_way() {
        check(Stand::Region(4), Move::Outwards, Stand::Group(2));
        check(Stand::Group(2), Move::Outwards, Stand::Nation);
        check(Stand::Region(4), Move::Home, Stand::Nation);
    }

    #[test]
    fn arrows_keep_the_level_and_cross_the_borders_of_groups() {
        let right = Move::Towards(Direction::Right);
        check(Stand::Group(0), right, Stand::Group(1));
        check(Stand::Region(1), right, Stand::Region(2));
        check(
            Stand::Region(3),
            Move::Towards(Direction::Down),
            Stand::Region(4),
        );
        check(Stand::Region(4), right, Stand::Region(4));
    }

    #[test]
    fn an_arrow_on_the_nation_leads_to_that_side_of_it() {
        check(
            Stand::Nation,
            Move::Towards(Direction::Left),
            Stand::Group(0),
        );
        check(
            Stand::Nation,
            Move::Towards(Direction::Right),
            Stand::Group(2),
        );
    }

    #[test]
    fn what_is_not_there_is_not_left_and_not_reached() {
        check(Stand::Region(9), Move::Outwards, Stand::Region(9));
        check(Stand::Group(9), Move::Inwards, Stand::Group(9));
        let empty = Walk::over(Vec::new(), Vec::new(), 1);
        assert_eq!(empty.after(Stand::Nation, Move::Inwards), Stand::Nation);
    }
}
