//! All marginals of a selection at once.

use super::contraction::open_marginals;
use super::marginal::marginal;
use super::{Aggregation, Axis, Cube, DimIx, Figure, Gap, Marginal, Role, Selection, Sum, Values};

/// The answer to a selection.
#[derive(Debug, Clone, PartialEq)]
pub struct Linked {
    total: Sum,
    marginals: Vec<Marginal>,
}

impl Linked {
    /// The sum of everything selected.
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
/// A category that is the total of the others stands for them and is never added to them.
///
/// ```
/// use jangkau::cube::*;
/// let source = Dimension::new(Id::new("source"), Label::new("Water source"), Role::Classification, vec![
///     Category::new(Code::new("piped"), Label::new("Piped water")),
///     Category::new(Code::new("well"), Label::new("Well")),
/// ])?;
/// let cube = Cube::new(vec![source], Values::Whole(vec![7, 5]), Default::default(), Metadata::default())?;
/// let axis = cube.axis("source").expect("an axis");
/// let piped = linked(&cube, &Selection::all().with(axis, vec![CatIx(0)]));
/// assert_eq!(piped.total(), Figure::Number(7.0));
/// assert_eq!(piped.marginal(axis).figure(CatIx(1)), Figure::Number(5.0));
/// # Ok::<(), CubeError>(())
/// ```
#[must_use]
pub fn linked(cube: &Cube, selection: &Selection) -> Linked {
    let sizes = cube.shape().sizes();
    let weights: Vec<Vec<bool>> = (0..sizes.len())
        .map(|at| weights(cube, selection, DimIx(at), None))
        .collect();
    let values = match cube.values() {
        Values::Whole(values) => open_marginals(values, sizes, &weights),
        Values::Real(values) => open_marginals(values, sizes, &weights),
    };
    let [suppressed, missing] =
        [Gap::Suppressed, Gap::Missing].map(|gap| gap_marginals(cube, gap, &weights));
    let counted: Vec<f64> = weights
        .iter()
        .map(|passes| passes.iter().map(|&p| f64::from(u8::from(p))).sum())
        .collect();
    let additive = cube.metadata().aggregation == Aggregation::Sum;
    let metric = cube.with_role(Role::Metric);
    let measured = metric.and_then(|at| weights[at.0].iter().position(|passes| *passes));
    let open: Vec<Vec<Sum>> = (0..sizes.len())
        .map(|at| {
            let others = counted
                .iter()
                .enumerate()
                .filter(|(other, _)| *other != at)
                .map(|(_, n)| n);
            let cells = others.product();
            let gaps = |marginals: &[Vec<f64>], leaf: usize| {
                marginals.get(at).map_or(0.0, |found| found[leaf])
            };
            let sum = |leaf: usize| Sum {
                value: values[at][leaf],
                cells,
                suppressed: gaps(&suppressed, leaf),
                missing: gaps(&missing, leaf),
                additive,
                decimals: if metric == Some(DimIx(at)) {
                    cube.decimals(leaf)
                } else {
                    cube.decimals(measured.unwrap_or_default())
                },
            };
            (0..sizes[at]).map(sum).collect()
        })
        .collect();
    let total = add_up(&open, &weights, additive);
    let marginals = cube
        .axes()
        .map(|axis| marginal(cube, selection, axis, &open))
        .collect();
    Linked { total, marginals }
}

fn add_up(open: &[Vec<Sum>], weights: &[Vec<bool>], additive: bool) -> Sum {
    let mut total = Sum {
        additive,
        ..Sum::default()
    };
    for (sum, _) in open
        .first()
        .into_iter()
        .flatten()
        .zip(&weights[0])
        .filter(|(_, passes)| **passes)
    {
        total.add(sum);
    }
    total
}

/// Which categories of a dimension are added up. Shape: one entry a category.
fn weights(cube: &Cube, selection: &Selection, at: DimIx, except: Option<Axis>) -> Vec<bool> {
    let passes = selection.passes(cube, at, except);
    cube.dimension(at).additive(passes.as_deref())
}

/// How many cells of a kind of gap each marginal touches; empty when the cube has no gaps.
fn gap_marginals(cube: &Cube, gap: Gap, weights: &[Vec<bool>]) -> Vec<Vec<f64>> {
    let cells: Vec<usize> = cube
        .absent()
        .iter()
        .copied()
        .filter(|&cell| cube.gap(cell) == Some(gap))
        .collect();
    if cells.is_empty() {
        return Vec::new();
    }
    let mut table = vec![0_u32; cube.shape().cells()];
    for cell in cells {
        table[cell] = 1;
    }
    open_marginals(&table, cube.shape().sizes(), weights)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cube::{
        CatIx, Category, Code, Dimension, Grouping, Id, Label, Metadata, Role, Status, Statuses,
    };

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
        let cube = cube(
            nested.unwrap(),
            [60.5, 10.0, 20.0, 30.0],
            Metadata::default(),
        );
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
        let cube = cube(with_total, [99.5, 10.0, 20.0, 30.0], Metadata::default());
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
            aggregation: Aggregation::None,
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
        let cube = Cube::new(vec![regions()], values, gaps, Metadata::default()).unwrap();
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
        assert_eq!(of_two(CatIx(2)), Figure::AtLeast(0.0));
    }
}
