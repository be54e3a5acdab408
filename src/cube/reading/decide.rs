//! Decides how each dimension of a cube is read.

use std::sync::Arc;

use super::additivity::{additivity, is_amount, says_quantity};
use super::dimension_reading::{AddedBy, DimensionReading, How, Reason, Rule};
use super::disjoint::disjoint;
use super::named::NamedTotals;
use super::region::Region;
use super::rows::{Known, Rows};
use super::series::PeriodOrder;
use super::sums::{Sums, sums_in};
use super::words::Words;
use super::{Additivity, Reading};
use crate::cube::{Aggregation, CatIx, Cube, DefaultCategory, DimIx, Dimension, Role};

/// The readings of a cube, each at one category of each metric dimension; `all`: of each reading those
/// chosen, one entry a dimension.
pub(super) fn readings(cube: &Cube, all: &[Vec<Option<CatIx>>]) -> Vec<Reading> {
    let known = Known::of(cube);
    all.iter()
        .map(|picked| reading_of(cube, &known, picked))
        .collect()
}

/// The reading at one category of each metric dimension; `picked`: those chosen, one entry a
/// dimension.
pub(super) fn reading(cube: &Cube, picked: &[Option<CatIx>]) -> Reading {
    reading_of(cube, &Known::of(cube), picked)
}

fn reading_of(cube: &Cube, known: &Known<'_>, picked: &[Option<CatIx>]) -> Reading {
    let has = |cell| known.has(cell);
    let mut region = Region::whole(cube, &has);
    let mut found: Vec<Option<DimensionReading>> = vec![None; picked.len()];
    let dimensions = || (0..picked.len()).map(DimIx);
    for at in dimensions() {
        let dimension = cube.dimension(at);
        let reading = if dimension.categories().len() == 1 {
            Some(simple(How::Single, Reason::OneCategory))
        } else if dimension.role() == Role::Metric {
            Some(measure(&region, at, dimension, picked[at.0]))
        } else {
            None
        };
        if let Some(reading) = reading {
            region.keep(at, &reading.how);
            found[at.0] = Some(reading);
        }
    }
    let metric: Vec<(DimIx, CatIx)> = dimensions()
        .filter(|at| cube.dimension(*at).role() == Role::Metric)
        .filter_map(|at| Some((at, found[at.0].as_ref()?.how.category()?)))
        .collect();
    let place = region.last_place(known);
    let measured = region.clone();
    let mut additivity = additivity(cube, &metric, place >= 1.0);
    if additivity == Additivity::Count && says_quantity(cube, &metric) {
        additivity = Additivity::Unknown;
    }
    let mut reader = Reader {
        cube,
        known,
        additivity,
        may_be_means: match additivity {
            Additivity::Not => true,
            Additivity::Count => false,
            Additivity::Unknown => place < 1.0 || is_amount(cube, &metric),
        },
        metric,
        unit: place,
        region,
    };
    let open = |at: &DimIx, found: &[Option<DimensionReading>]| found[at.0].is_none();
    let is_time = |at: DimIx| cube.dimension(at).role() == Role::Time;
    for at in dimensions().filter(|at| !is_time(*at)) {
        if open(&at, &found) {
            found[at.0] = reader.declared(at);
        }
    }
    let mut studies: Vec<Option<Study>> = dimensions().map(|_| None).collect();
    for at in dimensions().filter(|at| !is_time(*at)) {
        if open(&at, &found) {
            let study = Study::of(&reader, at);
            found[at.0] = reader.total(at, &study);
            studies[at.0] = Some(study);
        }
    }
    for at in dimensions() {
        if let (true, Some(study)) = (open(&at, &found), studies[at.0].take()) {
            found[at.0] = Some(reader.left_over(at, study));
        }
    }
    let time: Vec<DimIx> = dimensions().filter(|at| open(at, &found)).collect();
    for at in time {
        let latest_first = measured.latest_first(at);
        found[at.0] = Some(DimensionReading {
            latest_first,
            ..reader.time(at)
        });
    }
    for at in dimensions().filter(|at| is_time(*at)) {
        if let Some(reading) = &mut found[at.0] {
            reading.periods = PeriodOrder::of(cube.dimension(at));
        }
    }
    let said = cube.metadata().aggregation;
    Reading {
        counts: said == Some(Aggregation::Sum) || reader.additivity == Additivity::Count,
        additivity: reader.additivity,
        dimensions: found.into_iter().flatten().map(Arc::new).collect(),
    }
}

/// A reading of which nothing can be added.
pub(super) fn simple(how: How, reason: Reason) -> DimensionReading {
    DimensionReading {
        how,
        reason,
        parts_add: false,
        sums: Sums::default(),
        rule: Rule::Forbidden,
        latest_first: Vec::new(),
        periods: PeriodOrder::default(),
    }
}

fn measure(
    region: &Region<'_>,
    at: DimIx,
    dimension: &Dimension,
    picked: Option<CatIx>,
) -> DimensionReading {
    let own = match dimension.default_category() {
        Some(DefaultCategory::Category(category)) => Some(category),
        Some(DefaultCategory::Latest) | None => None,
    };
    if let Some(category) = picked.or(own) {
        return simple(How::One(category), Reason::Declared);
    }
    let first = region.first_with_figure(at, 0..dimension.categories().len());
    simple(How::One(first.unwrap_or(CatIx(0))), Reason::FirstMeasure)
}

/// What is known while dimensions are decided.
pub(super) struct Reader<'a> {
    pub(super) cube: &'a Cube,
    pub(super) known: &'a Known<'a>,
    pub(super) metric: Vec<(DimIx, CatIx)>,
    pub(super) additivity: Additivity,
    /// Whether the figure of all may lie between those of its parts.
    pub(super) may_be_means: bool,
    /// The last decimal place of the measure.
    pub(super) unit: f64,
    pub(super) region: Region<'a>,
}

/// What arithmetic and names say of one dimension.
pub(super) struct Study<'a> {
    pub(super) rows: Rows<'a>,
    pub(super) sums: Sums,
    pub(super) named: NamedTotals,
    /// Totals, sums and aggregates.
    pub(super) apart: Vec<bool>,
}

impl<'a> Study<'a> {
    fn of(reader: &Reader<'a>, at: DimIx) -> Self {
        let dimension = reader.cube.dimension(at);
        let rows = Rows::of(reader.known, &reader.metric, at);
        let mut named = NamedTotals::in_dimension(dimension);
        if !reader.may_be_means {
            named.leave_out_names(dimension, &rows);
        }
        let sums = sums_in((dimension, &named), &rows, reader.unit);
        let count = dimension.categories().len();
        let mut apart: Vec<bool> = (0..count).map(|at| sums.has(at)).collect();
        for at in named.all() {
            apart[at] = true;
        }
        if dimension.role() == Role::Geo {
            for at in aggregates(dimension) {
                apart[at] = true;
            }
        }
        if let Some(total) = dimension.total() {
            apart[total.0] = true;
        }
        for (at, children) in dimension.children().iter().enumerate() {
            apart[at] |= !children.is_empty();
        }
        if apart.iter().all(|apart| *apart) {
            apart = vec![false; count];
        }
        Self {
            rows,
            sums,
            named,
            apart,
        }
    }
}

/// The categories that are no part of another by the publisher's word. Shape: one entry a category.
fn not_parts(dimension: &Dimension) -> Vec<bool> {
    let categories = dimension.categories().iter();
    categories
        .map(|(at, _)| dimension.parents(at).is_empty())
        .collect()
}

/// The places of a dimension that are known as groups of countries or the world.
fn aggregates(dimension: &Dimension) -> Vec<usize> {
    let words = Words::of("aggregate");
    let categories = dimension.categories().iter();
    categories
        .filter(|(_, it)| words.are(it.code().as_str()))
        .map(|(at, _)| at.0)
        .collect()
}

impl Reader<'_> {
    pub(super) fn rule(&self, at: DimIx, disjoint: Vec<bool>) -> Rule {
        // A stock in two quarters is no figure of the year, so periods need a word for it.
        let is_time = self.cube.dimension(at).role() == Role::Time;
        match self.cube.aggregation_of(at) {
            Some(Aggregation::Sum) => Rule::Declared,
            Some(Aggregation::None) => Rule::Forbidden,
            None if is_time => Rule::Forbidden,
            None => Rule::Proofs {
                counts: self.additivity == Additivity::Count,
                disjoint,
            },
        }
    }

    /// What the publisher says should be shown, or may be added.
    fn declared(&mut self, at: DimIx) -> Option<DimensionReading> {
        let dimension = self.cube.dimension(at);
        let latest = dimension.default_category() == Some(DefaultCategory::Latest);
        if latest && dimension.role() == Role::Time {
            return None;
        }
        let sum = self.cube.aggregation_of(at) == Some(Aggregation::Sum);
        let default = match dimension.default_category() {
            Some(DefaultCategory::Category(category)) => Some(How::One(category)),
            Some(DefaultCategory::Latest) | None => None,
        };
        let how = match (default, sum, dimension.total()) {
            (Some(how), ..) => how,
            (None, true, Some(total)) => How::Total(total),
            (None, true, None) => How::Sum(not_parts(dimension)),
            (None, false, _) => return None,
        };
        self.region.keep(at, &how);
        let reason = if matches!(how, How::Sum(_)) {
            Reason::AddedUp(AddedBy::Declaration)
        } else {
            Reason::Declared
        };
        Some(DimensionReading {
            parts_add: sum,
            rule: self.rule(at, Vec::new()),
            ..simple(how, reason)
        })
    }

    /// What may be added because it cannot overlap: counts alone.
    pub(super) fn disjoint(
        &self,
        at: DimIx,
        study: &Study<'_>,
        apart: &[bool],
    ) -> Option<(Vec<bool>, AddedBy)> {
        if self.additivity != Additivity::Count {
            return None;
        }
        disjoint(self.cube.dimension(at), (&study.rows, self.unit), apart)
    }

    /// A dimension without a total: added up where that is allowed, else one category, or each
    /// place alone.
    fn left_over(&mut self, at: DimIx, study: Study<'_>) -> DimensionReading {
        let dimension = self.cube.dimension(at);
        let forbidden = self.cube.aggregation_of(at) == Some(Aggregation::None);
        let disjoint = self.disjoint(at, &study, &study.apart);
        // The publisher adds them up, which means nothing of rates, and too little of pay or area.
        let means_something = match self.additivity {
            Additivity::Count => true,
            Additivity::Not => false,
            Additivity::Unknown => !is_amount(self.cube, &self.metric),
        };
        let leave_out =
            dimension.can_be_left_out() && means_something && study.sums.list().is_empty();
        let (how, reason) = if forbidden {
            self.one(at, &study, Reason::Forbidden)
        } else if leave_out {
            let parts = not_parts(dimension);
            (How::Sum(parts), Reason::AddedUp(AddedBy::Declaration))
        } else if self.additivity != Additivity::Count {
            self.one(at, &study, Reason::NotCounts)
        } else if let Some((parts, by)) = &disjoint {
            (How::Sum(parts.clone()), Reason::AddedUp(*by))
        } else {
            self.one(at, &study, Reason::MayOverlap)
        };
        self.region.keep(at, &how);
        let disjoint = disjoint.map_or_else(Vec::new, |(parts, _)| parts);
        let rule = if leave_out && !forbidden {
            Rule::Declared
        } else {
            self.rule(at, disjoint)
        };
        DimensionReading {
            parts_add: matches!(how, How::Sum(_)),
            sums: study.sums,
            rule,
            ..simple(how, reason)
        }
    }

    /// One category in place of all, or none of the places.
    fn one(&self, at: DimIx, study: &Study<'_>, no_sum: Reason) -> (How, Reason) {
        let dimension = self.cube.dimension(at);
        if dimension.role() == Role::Geo {
            let known = self
                .region
                .first_with_figure(at, aggregates(dimension).into_iter());
            return known.map_or((How::Each, no_sum), |at| {
                (How::One(at), Reason::KnownAggregate)
            });
        }
        let sums = study
            .sums
            .list()
            .iter()
            .filter(|sum| self.region.has_figure(at, sum.of));
        let leaves = |sum: &super::ProvenSum| study.sums.leaves(&sum.parts).len();
        if let Some(widest) = sums.max_by_key(|sum| (leaves(sum), std::cmp::Reverse(sum.of))) {
            return (How::One(CatIx(widest.of)), Reason::Proven(widest.clone()));
        }
        let first = self
            .region
            .first_with_figure(at, 0..dimension.categories().len());
        (How::One(first.unwrap_or(CatIx(0))), Reason::FirstWithFigure)
    }

    /// The latest period with a figure, or a declared sum of all.
    fn time(&mut self, at: DimIx) -> DimensionReading {
        if let Some(reading) = self.declared(at) {
            return reading;
        }
        let how = How::Latest(CatIx(self.region.latest_first(at)[0]));
        self.region.keep(at, &how);
        DimensionReading {
            rule: self.rule(at, Vec::new()),
            ..simple(how, Reason::Latest)
        }
    }
}
