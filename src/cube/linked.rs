//! All marginals of a selection at once.

use std::sync::Arc;

use super::contraction::open_marginals;
use super::counted::{Counted, counted_of};
use super::marginal::marginal;
use super::{
    Addable, Axis, CatIx, Cube, DimIx, Figure, Gap, Interval, Marginal, Reading, Role, Selection,
    Statuses, Sum, Values,
};

/// The answer to a selection.
#[derive(Debug, Clone, PartialEq)]
pub struct Linked {
    total: Sum,
    marginals: Vec<Marginal>,
    reading: Arc<Reading>,
    counted: Vec<Counted>,
}

impl Linked {
    /// How the cube was read.
    #[must_use]
    pub fn reading(&self) -> &Reading {
        &self.reading
    }
    /// Which categories of a dimension every figure is made of. Shape: one entry a category.
    #[must_use]
    pub fn counted(&self, at: DimIx) -> &[bool] {
        &self.counted[at.0].categories
    }
    /// Whether every cell of this answer is one of another's.
    #[must_use]
    pub fn is_part_of(&self, whole: &Self) -> bool {
        self.is_within(whole, None)
    }
    /// The one category of a dimension that every figure stands on, where it is one.
    #[must_use]
    pub fn only_category(&self, at: DimIx) -> Option<CatIx> {
        let counted = &self.counted[at.0].categories;
        let mut counted = counted.iter().enumerate().filter(|(_, counted)| **counted);
        match (counted.next(), counted.next()) {
            (Some((only, _)), None) => Some(CatIx(only)),
            _ => None,
        }
    }
    /// The dimensions of which more than one category is left that may not be added.
    pub fn side_by_side(&self) -> impl Iterator<Item = DimIx> + '_ {
        let several = |counted: &Counted| counted.addable == Addable::No && counted.count() > 1;
        let at = self.counted.iter().enumerate();
        at.filter(move |(_, counted)| several(counted))
            .map(|(at, _)| DimIx(at))
    }
    /// The share of a figure along an axis in that of a wider answer: what is suppressed of both is
    /// in both where every cell of the one is a cell of the other.
    #[must_use]
    pub fn share_along(&self, axis: Axis, at: CatIx, whole: &Self) -> Option<Interval> {
        let [part, sum] = [self, whole].map(|answer| answer.marginal(axis).figure(at));
        if self.is_within(whole, Some(axis.dimension())) {
            part.share_of_sum(sum)
        } else {
            part.over(sum)
        }
    }
    /// The share of everything selected in that of a wider answer.
    #[must_use]
    pub fn share_in(&self, whole: &Self) -> Option<Interval> {
        if self.is_part_of(whole) {
            self.total().share_of_sum(whole.total())
        } else {
            self.total().over(whole.total())
        }
    }
    /// The share of a category or group in everything selected.
    #[must_use]
    pub fn share_in_total(&self, axis: Axis, at: CatIx) -> Option<Interval> {
        let part = self.marginal(axis).figure(at);
        let counted = &self.counted[axis.dimension().0];
        let is_counted = match axis.grouping() {
            Some(_) => counted.count() > 1,
            None => counted.categories[at.0],
        };
        if is_counted {
            part.share_of_sum(self.total())
        } else {
            part.over(self.total())
        }
    }
    /// Whether every cell of this answer is one of the other's; of one dimension it need not be asked.
    fn is_within(&self, other: &Self, but: Option<DimIx>) -> bool {
        let each = self.counted.iter().zip(&other.counted).enumerate();
        each.filter(|(at, _)| Some(DimIx(*at)) != but)
            .all(|(_, (own, of_other))| {
                let both = own.categories.iter().zip(&of_other.categories);
                both.fold(true, |all, (own, other)| all && (!own || *other))
            })
    }
    /// The dimensions of which several categories are added whose sum is only near to what their
    /// publisher prints.
    pub fn nearly_added(&self) -> impl Iterator<Item = DimIx> + '_ {
        let nearly = |counted: &Counted| counted.addable == Addable::About && counted.count() > 1;
        let at = self.counted.iter().enumerate();
        at.filter(move |(_, counted)| nearly(counted))
            .map(|(at, _)| DimIx(at))
    }
    /// The sum of everything selected.
    #[must_use]
    pub fn total_sum(&self) -> &Sum {
        &self.total
    }
    /// The figure of everything selected.
    #[must_use]
    pub fn total(&self) -> Figure {
        self.total.figure()
    }
    /// The figures along an axis, under all clauses but its own.
    ///
    /// # Panics
    /// When the axis is not of the cube asked.
    #[must_use]
    #[allow(
        clippy::expect_used,
        reason = "an axis comes from the cube that was asked"
    )]
    pub fn marginal(&self, axis: Axis) -> &Marginal {
        self.marginals
            .iter()
            .find(|marginal| marginal.axis() == axis)
            .expect("an axis of this cube")
    }
    /// Every marginal, in the order of [`Cube::axes`].
    #[must_use]
    pub fn marginals(&self) -> &[Marginal] {
        &self.marginals
    }
}

/// The total of a selection and the marginal of every dimension and grouping, each under all
/// clauses but its own. Missing cells add nothing and are remembered in the [`Figure`]. A figure has
/// the [`Decimals`](super::Decimals) of its measure.
/// A dimension of which nothing is picked is read as [`Cube::reading`] says; several categories
/// are added only where they may be, else the figure is [`Figure::NotAdditive`].
///
/// ```
/// use jangkau::cube::*;
/// let source = Dimension::new(Id::new("source"), Label::new("Water source"), Role::Classification, vec![
///     Category::new(Code::new("piped"), Label::new("Piped water")),
///     Category::new(Code::new("well"), Label::new("Well")),
/// ])?;
/// let counts = Metadata { aggregation: Some(Aggregation::Sum), ..Metadata::default() };
/// let cube = Cube::new(vec![source], Values::Whole(vec![7, 5]), Default::default(), counts)?;
/// let axis = cube.axis("source").expect("an axis");
/// let piped = linked(&cube, &Selection::all().with(axis, vec![CatIx(0)]));
/// assert_eq!(piped.total(), Figure::Number(7.0));
/// assert_eq!(piped.marginal(axis).figure(CatIx(1)), Figure::Number(5.0));
/// # Ok::<(), CubeError>(())
/// ```
#[must_use]
pub fn linked(cube: &Cube, selection: &Selection) -> Linked {
    let sizes = cube.shape().sizes();
    let reading = cube.reading(selection);
    let counted = counted_of(cube, &reading, selection);
    let weights: Vec<Vec<bool>> = counted.iter().map(|it| it.categories.clone()).collect();
    let values = match cube.values() {
        Values::Whole(values) => open_marginals(values, sizes, &weights),
        Values::Real(values) => open_marginals(values, sizes, &weights),
    };
    let gaps = GapMarginals::of(cube, &weights);
    let flags = flag_marginals(cube, &weights);
    let counts: Vec<f64> = weights
        .iter()
        .map(|passes| passes.iter().map(|&p| f64::from(u8::from(p))).sum())
        .collect();
    let adds: Vec<bool> = counted.iter().map(|it| it.adds(&reading)).collect();
    let metric = cube.with_role(Role::Metric);
    let measured = metric.and_then(|at| weights[at.0].iter().position(|passes| *passes));
    let measure = |at: usize, leaf: usize| match metric {
        Some(metric) if metric.0 == at => leaf,
        _ => measured.unwrap_or_default(),
    };
    let open: Vec<Vec<Sum>> = (0..sizes.len())
        .map(|at| {
            let others = || (0..sizes.len()).filter(|other| *other != at);
            let cells = others().map(|other| counts[other]).product();
            let additive = others().all(|other| adds[other]);
            let sum = |leaf: usize| Sum {
                value: values[at][leaf],
                cells,
                suppressed: gaps.suppressed(at, leaf),
                missing: count(&gaps.missing, at, leaf),
                hidden: gaps.hidden(at, leaf),
                signed: cube.is_signed(measure(at, leaf)),
                additive,
                flags: flags.iter().fold(0, |all, (flag, found)| {
                    if found[at][leaf] > 0.0 {
                        all | flag
                    } else {
                        all
                    }
                }),
                decimals: cube.decimals(measure(at, leaf)),
            };
            (0..sizes[at]).map(sum).collect()
        })
        .collect();
    let total = add_up(&open, &weights, adds.first() != Some(&false));
    let marginals = cube
        .axes()
        .map(|axis| marginal(cube, (selection, &reading), axis, &open))
        .collect();
    Linked {
        total,
        marginals,
        reading,
        counted,
    }
}

/// The sum of what counts along the first dimension; `adds`: whether its categories may be added.
fn add_up(open: &[Vec<Sum>], weights: &[Vec<bool>], adds: bool) -> Sum {
    let first = open.first().into_iter().flatten();
    let counted = first.zip(&weights[0]).filter(|(_, counts)| **counts);
    Sum::of(counted.map(|(sum, _)| sum), adds)
}

/// How many cells of a kind each marginal touches, by dimension; empty where the cube has none.
type Counts = Vec<Vec<f64>>;

fn count(counts: &Counts, at: usize, leaf: usize) -> f64 {
    counts.get(at).map_or(0.0, |counts| counts[leaf])
}

/// The cells without a value along each dimension.
struct GapMarginals {
    missing: Counts,
    /// One entry each bound that suppressed cells have.
    suppressed: Vec<(Interval, Counts)>,
}

impl GapMarginals {
    fn of(cube: &Cube, weights: &[Vec<bool>]) -> Self {
        let mut bounds: Vec<Interval> = Vec::new();
        for status in cube.statuses().list() {
            if let Gap::Suppressed(bound) = status.gap()
                && !bounds.contains(&bound)
            {
                bounds.push(bound);
            }
        }
        let of = |gap| gap_marginals(cube, gap, weights);
        let suppressed = bounds
            .into_iter()
            .map(|bound| (bound, of(Gap::Suppressed(bound))));
        Self {
            missing: of(Gap::Missing),
            suppressed: suppressed.collect(),
        }
    }

    fn suppressed(&self, at: usize, leaf: usize) -> f64 {
        let counts = self.suppressed.iter();
        counts.fold(0.0, |all, (_, counts)| all + count(counts, at, leaf))
    }

    /// What the suppressed cells of a marginal may hold together.
    fn hidden(&self, at: usize, leaf: usize) -> (f64, f64) {
        let mut hidden = (0.0, 0.0);
        for (bound, counts) in &self.suppressed {
            let cells = count(counts, at, leaf);
            // No cell without a bound is no bound lost.
            if cells > 0.0 {
                hidden.0 += bound.low * cells;
                hidden.1 += bound.high * cells;
            }
        }
        hidden
    }
}

/// How many cells of a kind of gap each marginal touches.
fn gap_marginals(cube: &Cube, gap: Gap, weights: &[Vec<bool>]) -> Counts {
    let mut table = Vec::new();
    for &cell in cube.absent() {
        if cube.status_gap(cell) == gap {
            table.resize(cube.shape().cells(), 0_u32);
            table[cell] = 1;
        }
    }
    if table.is_empty() {
        return Vec::new();
    }
    open_marginals(&table, cube.shape().sizes(), weights)
}

/// Which cells with a figure, and which suppressed ones, have a status, one bit a status of the cube's list, along each
/// dimension. Of an ordinary figure (`A`) nothing need be said.
fn flag_marginals(cube: &Cube, weights: &[Vec<bool>]) -> Vec<(u32, Vec<Vec<f64>>)> {
    let Statuses::Each { list, cells } = cube.statuses() else {
        return Vec::new();
    };
    let told = list
        .iter()
        .enumerate()
        .take(32)
        .filter(|(_, status)| status.as_str() != "A");
    let marginals = told.filter_map(|(at, _)| {
        let mut table: Vec<u32> = cells
            .iter()
            .map(|code| u32::from(usize::from(*code) == at))
            .collect();
        for &cell in cube.absent() {
            if !matches!(cube.status_gap(cell), Gap::Suppressed(_)) {
                table[cell] = 0;
            }
        }
        table.contains(&1).then(|| {
            (
                1 << at,
                open_marginals(&table, cube.shape().sizes(), weights),
            )
        })
    });
    marginals.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cube::{
        Aggregation, CatIx, Category, Code, Dimension, Grouping, Id, Label, Metadata, Role, Status,
        Statuses,
    };

    /// A dataset whose publisher says that its figures add up.
    fn sums() -> Metadata {
        Metadata {
            aggregation: Some(Aggregation::Sum),
            ..Metadata::default()
        }
    }

    fn category(code: &str) -> Category {
        Category::new(Code::new(code), Label::new(code))
    }

    /// A country and its three regions, two of them in the one group "coast".
    fn regions() -> Dimension {
        let categories = ["country", "a", "b", "c"].map(category).to_vec();
        let of = vec![None, Some(CatIx(0)), Some(CatIx(0)), None];
        let coast = Grouping::new(
            Id::new("coast"),
            Label::new(""),
            vec![category("coast"), category("desert")],
            of,
        );
        Dimension::new(Id::new("region"), Label::new(""), Role::Geo, categories)
            .unwrap()
            .with_groupings(vec![coast.unwrap()])
            .unwrap()
    }

    fn cube(dimension: Dimension, values: [f64; 4], metadata: Metadata) -> Cube {
        let values = Values::Real(values.to_vec());
        Cube::new(
            vec![dimension],
            values,
            (Vec::new(), Statuses::None),
            metadata,
        )
        .unwrap()
    }

    #[test]
    fn a_group_of_parts_is_their_sum_where_their_holder_is_in_no_group() {
        let parts = ["a", "b", "c"].map(Code::new).to_vec();
        let nested = regions().with_children(&[(Code::new("country"), parts)]);
        let cube = cube(nested.unwrap(), [60.5, 10.0, 20.0, 30.0], sums());
        let answer = linked(&cube, &Selection::all());
        let coast = answer.marginal(cube.axis("coast").unwrap());
        assert_eq!(answer.total(), Figure::Number(60.5));
        assert_eq!(coast.figure(CatIx(0)), Figure::Number(30.0));
        assert_eq!(coast.figure(CatIx(1)), Figure::Number(0.0));
        assert_eq!([0, 1].map(|at| coast.is_shown(CatIx(at))), [true, false]);
    }

    #[test]
    fn a_published_total_is_shown_even_where_its_parts_do_not_add_up_to_it() {
        let with_total = regions().with_total(&Code::new("country")).unwrap();
        let cube = cube(with_total, [99.5, 10.0, 20.0, 30.0], sums());
        let coast = cube.axis("coast").unwrap();
        let picked = Selection::all().with(coast, vec![CatIx(0)]);
        assert_eq!(
            linked(&cube, &Selection::all()).total(),
            Figure::Number(99.5)
        );
        assert_eq!(linked(&cube, &picked).total(), Figure::Number(30.0));
    }

    #[test]
    fn what_may_not_be_summed_is_shown_for_single_cells_only() {
        let metadata = Metadata {
            aggregation: Some(Aggregation::None),
            ..Metadata::default()
        };
        let cube = cube(regions(), [0.5, 10.0, 20.0, 30.0], metadata);
        let [region, coast] = ["region", "coast"].map(|id| cube.axis(id).unwrap());
        let answer = linked(&cube, &Selection::all());
        assert_eq!(answer.total(), Figure::NotAdditive);
        assert_eq!(
            answer.marginal(region).figure(CatIx(2)),
            Figure::Number(20.0)
        );
        assert_eq!(answer.marginal(coast).figure(CatIx(0)), Figure::NotAdditive);
        assert_eq!(answer.marginal(coast).figure(CatIx(1)), Figure::Missing);
        let one = Selection::all().with(region, vec![CatIx(3)]);
        assert_eq!(linked(&cube, &one).total(), Figure::Number(30.0));
    }

    #[test]
    fn a_sum_that_touches_a_suppressed_cell_is_a_lower_bound() {
        let statuses = Statuses::Each {
            list: ["Q", "O", "M"].map(Status::new).to_vec(),
            cells: vec![0, 1, 2, crate::cube::NO_STATUS],
        };
        let values = Values::Whole(vec![77, 77, 77, 5]);
        let gaps = (vec![0, 1, 2], statuses);
        let cube = Cube::new(vec![regions()], values, gaps, sums()).unwrap();
        let region = cube.axis("region").unwrap();
        let answer = linked(&cube, &Selection::all());
        assert_eq!(answer.total(), Figure::AtLeast(5.0));
        let expected = [
            Figure::Suppressed,
            Figure::Missing,
            Figure::Number(0.0),
            Figure::Number(5.0),
        ];
        assert!(answer.marginal(region).figures().eq(expected));
        let of_two = |picked| {
            linked(
                &cube,
                &Selection::all().with(region, vec![CatIx(1), picked]),
            )
            .total()
        };
        assert_eq!(of_two(CatIx(0)), Figure::Suppressed);
        // At least nothing says nothing.
        assert_eq!(of_two(CatIx(2)), Figure::Missing);
    }
}
