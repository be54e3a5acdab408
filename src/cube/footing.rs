//! What the figures of a selection rest on, in one place for every panel and every file.

use super::held::periods;
use super::{
    Axis, Basis, CatIx, Control, ControlKind, Cube, DerivedBy, DimIx, Ground, Grounds, PrintedUnit,
    Provenance, Role, Selection, Sureness,
};

/// What is known of one very figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Known {
    /// Whether the cube reproduces its count.
    is_reproduced: bool,
    /// Whether somebody printed its count.
    count_is_printed: bool,
    /// Whether somebody printed its share.
    share_is_printed: bool,
}

impl Known {
    const NOTHING: Self = Self {
        is_reproduced: false,
        count_is_printed: false,
        share_is_printed: false,
    };

    /// What a control says of its figure, where the cube keeps it to the unit. Of a percentage the count is
    /// derived, and the share printed.
    fn of(control: &Control) -> Self {
        if control.kind != ControlKind::Hard {
            return Self::NOTHING;
        }
        let unit = control.printed.as_ref().map(|printed| printed.unit);
        let how = control.derived.as_ref().map(|derived| derived.how);
        Self {
            is_reproduced: control.share_of.is_none(),
            count_is_printed: unit == Some(PrintedUnit::Count) && how.is_none(),
            share_is_printed: unit == Some(PrintedUnit::Percent)
                && how.is_none_or(|how| how == DerivedBy::Percentage),
        }
    }

    /// What is known by either.
    fn or(self, other: Self) -> Self {
        Self {
            is_reproduced: self.is_reproduced || other.is_reproduced,
            count_is_printed: self.count_is_printed || other.count_is_printed,
            share_is_printed: self.share_is_printed || other.share_is_printed,
        }
    }
}

/// What the figures under a selection rest on: of its total, and of every member of an axis.
///
/// A figure of several regions is made of theirs and bears the weakest mark; but what is shared out
/// from the total of a group is that published total again where the whole group is in it.
///
/// - A count is shared out where that of the place is, or where it is cut along a dimension of which
///   nothing was published for the place.
/// - A share is only a pattern where nothing was published for the place of a dimension that it cuts.
/// - A rate is only a pattern where the count follows inhabitants.
/// - Whatever crosses dimensions that no one has published together is only a pattern, anywhere; of
///   what was published together, it was for all places, so that a place has its share of it.
/// - Where the publisher tells what was printed from what was derived of it, whatever else rests on the
///   figures of its place is derived where these are of at least half of its people in its periods, and an
///   estimate where most are filled in; so is a count that its publisher set or shared out in the shape of another.
#[derive(Debug, Clone)]
pub struct Footing<'a> {
    cube: &'a Cube,
    basis: &'a Basis,
    selection: &'a Selection,
    /// How many regions each group has that figures are shared out from.
    group_sizes: Vec<usize>,
    /// What is known of single figures.
    known: Vec<(&'a Selection, Known)>,
}

impl Cube {
    /// What the figures under a selection rest on; `None` where the publisher says nothing of it.
    #[must_use]
    pub fn footing<'a>(&'a self, selection: &'a Selection) -> Option<Footing<'a>> {
        let basis = self.metadata().basis.as_ref()?;
        let controls = &self.metadata().controls;
        let held = controls
            .iter()
            .filter(|it| !it.is_assumed_count(basis, self));
        let known = held.map(|it| (&it.selection, Known::of(it)));
        let group_sizes = basis.group.map_or_else(Vec::new, |axis| {
            let mut sizes = vec![0; self.members(axis).len()];
            for (region, _) in self.dimension(basis.regions).categories().iter() {
                if let Some(group) = self.along(axis, region) {
                    sizes[group.0] += 1;
                }
            }
            sizes
        });
        Some(Footing {
            cube: self,
            basis,
            selection,
            group_sizes,
            known: known
                .filter(|(_, known)| *known != Known::NOTHING)
                .collect(),
        })
    }
}

impl Footing<'_> {
    /// Of the total.
    #[must_use]
    pub fn total(&self) -> Grounds {
        let own = self.known.iter().filter(|(of, _)| *of == self.selection);
        let known = own.fold(Known::NOTHING, |all, (_, known)| all.or(*known));
        let periods = periods(self.cube, self.selection, None);
        self.grounds((&self.regions(None), &periods), &self.cut(), known)
    }

    /// Of a member of an axis, under every clause but the axis' own.
    #[must_use]
    pub fn along(&self, axis: Axis, at: CatIx) -> Grounds {
        self.of_members(axis, std::iter::once(at)).remove(0)
    }

    /// Of every member of an axis, in order.
    #[must_use]
    pub fn members(&self, axis: Axis) -> Vec<Grounds> {
        self.of_members(axis, (0..self.cube.members(axis).len()).map(CatIx))
    }

    fn of_members(&self, axis: Axis, members: impl Iterator<Item = CatIx>) -> Vec<Grounds> {
        let dimension = axis.dimension();
        let mut cut = self.cut();
        if self.is_of_people(dimension) && !cut.contains(&dimension) {
            cut.push(dimension);
        }
        let regions = self.regions(Some(axis));
        let is_place = dimension == self.basis.regions;
        let mut own = vec![Vec::new(); self.cube.members(axis).len()];
        for region in regions.iter().filter(|_| is_place) {
            if let Some(at) = self.cube.along(axis, *region) {
                own[at.0].push(*region);
            }
        }
        let known = self.known_along(axis);
        let is_time = Some(dimension) == self.cube.with_role(Role::Time);
        let periods = periods(self.cube, self.selection, Some(axis));
        let of_member = |at: CatIx| {
            let regions = if is_place { &own[at.0] } else { &regions };
            let mut periods = periods.clone();
            for (period, counts) in periods.iter_mut().enumerate().filter(|_| is_time) {
                *counts &= self.cube.along(axis, CatIx(period)) == Some(at);
            }
            self.grounds((regions, &periods), &cut, known[at.0])
        };
        members.map(of_member).collect()
    }

    /// How many of everyone under the selection are in periods of which their place has no count of its own; 0 where the
    /// publisher does not tell what was derived.
    #[must_use]
    pub fn filled_in(&self) -> f64 {
        let periods = periods(self.cube, self.selection, None);
        let held = self.cube.held();
        held.map_or(0.0, |held| held.filled_in(&self.regions(None), &periods))
    }

    /// Of a single cell in a region, which every dimension of people cuts, in the period of which least is known.
    #[must_use]
    pub fn cell(&self, region: CatIx) -> Ground {
        let dimensions = (0..self.cube.dimensions().len()).map(DimIx);
        let has_parts = |at: &DimIx| self.cube.dimension(*at).categories().len() > 1;
        let people = dimensions.filter(|at| self.is_of_people(*at) && has_parts(at));
        let cut: Vec<DimIx> = people.collect();
        let all = periods(self.cube, &Selection::all(), None);
        let alone = |period: usize| (0..all.len()).map(|at| at == period).collect();
        let each: Vec<Vec<bool>> = (0..all.len()).map(alone).collect();
        let of_period = |period: &Vec<bool>| {
            let grounds = self.grounds((&[region], period), &cut, Known::NOTHING);
            grounds.count
        };
        each.iter()
            .map(of_period)
            .max()
            .unwrap_or(Ground::PUBLISHED)
    }

    /// The dimensions of which the places of the selection have no figures of their own, each with
    /// whose pattern they repeat.
    #[must_use]
    pub fn patterns(&self) -> Vec<(DimIx, Provenance)> {
        let regions = self.regions(None);
        let repeated = |(dimension, list): &(DimIx, Vec<Provenance>)| {
            let from = self.weakest(&regions, list);
            (from != Provenance::Own).then_some((*dimension, from))
        };
        self.basis.dimensions.iter().filter_map(repeated).collect()
    }

    /// Whether the selection crosses dimensions that no one has published together.
    #[must_use]
    pub fn is_never_crossed(&self) -> bool {
        self.crosses_unpublished(&self.cut())
    }

    fn crosses_unpublished(&self, cut: &[DimIx]) -> bool {
        cut.len() > 1 && !self.basis.has_cross(cut)
    }

    /// What is known of the figure of each member of an axis. Shape: one entry a member.
    fn known_along(&self, axis: Axis) -> Vec<Known> {
        let mut along = vec![Known::NOTHING; self.cube.members(axis).len()];
        let others = |of: &Selection| of.only(|it| it != axis);
        let own = others(self.selection);
        for (of, known) in &self.known {
            if let Some([at]) = of.clause(axis)
                && others(of) == own
            {
                along[at.0] = along[at.0].or(*known);
            }
        }
        along
    }

    fn grounds(
        &self,
        (regions, periods): (&[CatIx], &[bool]),
        cut: &[DimIx],
        known: Known,
    ) -> Grounds {
        if self.crosses_unpublished(cut) {
            return Grounds {
                count: Ground::WHOLE_PATTERN,
                share: Ground::WHOLE_PATTERN,
                rate: Ground::WHOLE_PATTERN,
            };
        }
        let place = if known.is_reproduced {
            Provenance::Own
        } else {
            self.weakest(regions, &self.basis.count)
        };
        let lists = self.basis.dimensions.iter();
        let lists = lists.filter(|(dimension, _)| cut.contains(dimension));
        let people = lists.map(|(_, list)| self.weakest(regions, list));
        let people = people.max().unwrap_or(Provenance::Own);
        // Of the place, but of other periods or other people.
        let is_held = |along: Option<DimIx>| {
            let held = self.cube.held();
            held.is_none_or(|held| held.hold(along, regions, periods))
        };
        let of_place = |from: Provenance, sureness: Sureness, is_held: &dyn Fn() -> bool| {
            if from == Provenance::Own && !is_held() {
                Ground::ESTIMATED
            } else {
                Ground::of(from, sureness)
            }
        };
        let everyone = || is_held(None);
        let along_all = || cut.iter().all(|at| is_held(Some(*at)));
        let of_cross = if cut.len() > 1 && !self.is_everywhere(regions) {
            Ground::of(Provenance::All, Sureness::SharedOut)
        } else {
            Ground::PUBLISHED
        };
        let count = if known.is_reproduced {
            Ground::PUBLISHED
        } else {
            let both = || everyone() && along_all();
            of_place(place.max(people), Sureness::SharedOut, &both).max(of_cross)
        };
        let share = if known.share_is_printed {
            Ground::PUBLISHED
        } else {
            of_place(people, Sureness::Pattern, &along_all).max(of_cross)
        };
        let told = |ground: Ground, is_printed: bool| {
            if self.cube.held().is_some() && !is_printed {
                ground.not_printed()
            } else {
                ground
            }
        };
        Grounds {
            count: told(count, known.count_is_printed),
            share: told(share, known.share_is_printed),
            // Nobody prints how many there are by inhabitants.
            rate: told(Ground::of(place, Sureness::Pattern).max(count), false),
        }
    }

    /// The dimensions of people that the selection cuts.
    fn cut(&self) -> Vec<DimIx> {
        self.basis.people_cut(self.cube, self.selection)
    }

    fn is_of_people(&self, dimension: DimIx) -> bool {
        self.basis.cuts_people(self.cube, dimension)
    }

    /// The regions of the selection, without the clause of an axis, in order.
    fn regions(&self, except: Option<Axis>) -> Vec<CatIx> {
        let regions = self.basis.regions;
        let passes = self.selection.passes(self.cube, regions, except);
        let all = (0..self.basis.count.len()).map(CatIx);
        all.filter(|at| passes.as_ref().is_none_or(|passes| passes[at.0]))
            .collect()
    }

    fn is_everywhere(&self, regions: &[CatIx]) -> bool {
        regions.len() == self.basis.count.len()
    }

    /// What a figure of some regions together rests on. Shape of `list`: one entry a region.
    fn weakest(&self, regions: &[CatIx], list: &[Provenance]) -> Provenance {
        if self.is_everywhere(regions) {
            return Provenance::Own;
        }
        let mut inside_of_group = vec![0; self.group_sizes.len()];
        let group = |at: CatIx| self.cube.along(self.basis.group?, at);
        for group in regions.iter().filter_map(|at| group(*at)) {
            inside_of_group[group.0] += 1;
        }
        let is_in_whole_group = |at: CatIx| {
            let is_whole = |of: CatIx| inside_of_group[of.0] == self.group_sizes[of.0];
            group(at).is_some_and(is_whole)
        };
        let of_region = |at: &CatIx| match list[at.0] {
            Provenance::Group if is_in_whole_group(*at) => Provenance::Own,
            from @ (Provenance::Own | Provenance::Group | Provenance::All) => from,
        };
        regions
            .iter()
            .map(of_region)
            .max()
            .unwrap_or(Provenance::Own)
    }
}
