//! What a figure measures: people of some years and places, or a share, a rank, a reach among them.

use super::layout::{PROFILES, RegionIx, Trait, Years};
use super::regions::Region;
use super::{ModelError, Sources};

/// The regions a figure speaks of.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Place {
    Nation,
    /// The code of a province of 2020.
    Province(Box<str>),
    /// The 62 kabupaten tertinggal.
    Tertinggal,
    Region(RegionIx),
    /// The provinces of Jawa.
    Jawa,
}

impl Place {
    /// The region or province of a name.
    pub(crate) fn named(sources: &Sources, name: &str) -> Result<Self, ModelError> {
        if let Ok(region) = sources.region(name) {
            return Ok(Self::Region(region));
        }
        Ok(Self::Province(sources.province_2020(name)?.into()))
    }

    pub(crate) fn has(&self, at: RegionIx, region: &Region) -> bool {
        match self {
            Self::Nation => true,
            Self::Province(code) => region.province_2020() == &**code,
            Self::Tertinggal => region.tertinggal,
            Self::Region(only) => *only == at,
            Self::Jawa => region.code.starts_with('3'),
        }
    }
}

/// Categories of a trait.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Clause {
    pub(crate) of: Trait,
    pub(crate) categories: Vec<usize>,
}

impl Clause {
    /// The categories of a trait from the `first` to the `last`.
    pub(crate) fn new(of: Trait, first: usize, last: usize) -> Self {
        Self {
            of,
            categories: (first..=last).collect(),
        }
    }

    pub(crate) fn has(&self, profile: usize) -> bool {
        self.categories.contains(&self.of.category(profile))
    }
}

/// Years and places, and the people among them.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Scope {
    pub(crate) years: Years,
    pub(crate) place: Place,
    pub(crate) clause: Option<Clause>,
}

impl Scope {
    pub(crate) fn new(years: Years, place: Place) -> Self {
        Self {
            years,
            place,
            clause: None,
        }
    }

    pub(crate) fn with(mut self, clause: Clause) -> Self {
        self.clause = Some(clause);
        self
    }

    /// The same years and places, and everyone in them.
    pub(crate) fn everyone(&self) -> Self {
        Self::new(self.years, self.place.clone())
    }

    /// The sum of the cells that pass, each profile with its weight. Shape of `values`: years x
    /// regions x profiles.
    pub(crate) fn sum(&self, values: &[u32], regions: &[Region]) -> f64 {
        let passes: Vec<bool> = (0..PROFILES)
            .map(|profile| self.clause.as_ref().is_none_or(|it| it.has(profile)))
            .collect();
        let mut sum = 0_u64;
        for (at, cells) in values.chunks_exact(PROFILES).enumerate() {
            let region = at % regions.len();
            if !self.years.has(at / regions.len())
                || !self.place.has(RegionIx(region), &regions[region])
            {
                continue;
            }
            let passing = cells.iter().zip(&passes).filter(|(_, passes)| **passes);
            sum += passing.map(|(cell, _)| u64::from(*cell)).sum::<u64>();
        }
        #[allow(clippy::cast_precision_loss, reason = "persons, far below 2^53")]
        let sum = sum as f64;
        sum
    }
}

/// What a control measures.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Measure {
    /// Persons.
    Count(Scope),
    /// The people of a scope over everyone in it, 0 to 1.
    Share(Scope),
    /// As a share, but of each category of a trait only a part (a published band that cuts ours).
    PartShare(Scope, Trait, &'static [f64]),
    /// The rank of a region among the regions of the place, the largest being 1.
    Rank(RegionIx, Scope),
    /// How many regions of the place are above zero.
    Reached(Scope),
}

impl Measure {
    /// The value of the measure in a whole cube. Shape of `values`: years x regions x profiles.
    pub(crate) fn of(&self, values: &[u32], regions: &[Region]) -> f64 {
        match self {
            Self::Count(scope) => scope.sum(values, regions),
            Self::Share(scope) => {
                scope.sum(values, regions) / scope.everyone().sum(values, regions)
            }
            Self::PartShare(scope, of, parts) => {
                let part = |(at, part): (usize, &f64)| {
                    scope
                        .clone()
                        .with(Clause::new(*of, at, at))
                        .sum(values, regions)
                        * part
                };
                let sum: f64 = parts.iter().enumerate().map(part).sum();
                sum / scope.sum(values, regions)
            }
            Self::Rank(region, scope) => {
                let counts = counts(scope, values, regions);
                let own = counts.iter().find(|(at, _)| at == region);
                let own = own.map_or(0.0, |(_, count)| *count);
                count_of(counts.iter().filter(|(_, count)| *count > own)) + 1.0
            }
            Self::Reached(scope) => {
                let counts = counts(scope, values, regions);
                count_of(counts.iter().filter(|(_, count)| *count > 0.0))
            }
        }
    }

    /// The years and places it speaks of.
    pub(crate) fn scope(&self) -> &Scope {
        match self {
            Self::Count(scope)
            | Self::Share(scope)
            | Self::PartShare(scope, ..)
            | Self::Rank(_, scope)
            | Self::Reached(scope) => scope,
        }
    }
}

fn counts(scope: &Scope, values: &[u32], regions: &[Region]) -> Vec<(RegionIx, f64)> {
    let all = (0..regions.len()).map(RegionIx);
    all.filter(|at| scope.place.has(*at, &regions[at.0]))
        .map(|at| {
            let own = Scope::new(scope.years, Place::Region(at));
            (at, own.sum(values, regions))
        })
        .collect()
}

#[allow(clippy::cast_precision_loss, reason = "a few hundred regions")]
fn count_of(regions: impl Iterator) -> f64 {
    regions.count() as f64
}
