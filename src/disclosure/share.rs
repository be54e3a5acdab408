//! Shares and rates that give a hidden count away: a percentage times its base.

use super::Measure;
use super::equation::rounded;
use super::hidden::Unknowns;
use super::relation::Relation;
use super::worked_out::{By, WorkedOut};
use crate::cube::{CatIx, Cube, DimIx};

/// What rates are per.
const SCALES: [f64; 5] = [1.0, 100.0, 1_000.0, 10_000.0, 100_000.0];
/// So many cells are looked at to see whether figures are shares.
const MOST_CELLS: usize = 20_000;
/// After so many it must be near.
const FIRST: usize = 64;
/// In so many of a hundred cells it holds, and in so many at least.
const MOST_HELD: usize = 98;
const LEAST_HELD: usize = 3;
/// The most decimals of a share.
const DECIMALS: i32 = 6;

/// What a share is of.
#[derive(Clone, Copy)]
enum Base {
    /// Another measure of the same cell.
    Measure(usize),
    /// The category of a dimension that is a total.
    Total(DimIx, usize),
}

/// Where the parts of a share stand.
struct Shares<'a> {
    cube: &'a Cube,
    metric: DimIx,
    counted: usize,
}

impl Shares<'_> {
    fn moved(&self, cell: usize, at: DimIx, category: usize) -> usize {
        let shape = self.cube.shape();
        cell - shape.coordinate(cell, at) * shape.strides()[at.0] + category * shape.strides()[at.0]
    }

    /// A figure that is shown.
    fn shown(&self, cell: usize) -> Option<f64> {
        let is_shown = self.cube.gap(cell).is_none();
        is_shown.then(|| self.cube.values().get(cell))
    }

    /// The base of the share of a cell; `None` where it is not shown, or is the cell itself.
    fn base(&self, cell: usize, base: Base) -> Option<f64> {
        let at = match base {
            Base::Measure(measure) => self.moved(cell, self.metric, measure),
            Base::Total(at, of) => self.moved(cell, at, of),
        };
        self.shown(at).filter(|base| at != cell && *base > 0.0)
    }

    fn share(&self, cell: usize, share: usize) -> Option<f64> {
        self.shown(self.moved(cell, self.metric, share))
    }

    /// Cells of the counts, evenly spaced.
    fn sample(&self) -> impl Iterator<Item = usize> + '_ {
        let cells = self.cube.shape().cells();
        let size = self.cube.shape().sizes()[self.metric.0];
        let step = (cells / size).div_ceil(MOST_CELLS).max(1);
        let (stride, metric) = (self.cube.shape().strides()[self.metric.0], self.counted);
        (0..cells / size)
            .step_by(step)
            .map(move |row| row / stride * stride * size + metric * stride + row % stride)
    }

    /// Half of the last decimal place of a share.
    fn half_place(&self, share: usize) -> f64 {
        let values = self.sample().filter_map(|cell| self.share(cell, share));
        let mut places = 0;
        for value in values {
            let is_off = |places: i32| {
                let scaled = value * 10_f64.powi(places);
                (scaled - scaled.round()).abs() > 1e-6 * (1.0 + scaled.abs())
            };
            while places < DECIMALS && is_off(places) {
                places += 1;
            }
        }
        0.5 * 10_f64.powi(-places)
    }

    /// Whether a measure is the share of the counts in a base, times a scale.
    fn is_share(&self, (share, half_place): (usize, f64), base: Base, scale: f64) -> bool {
        let (mut compared, mut held) = (0, 0);
        for cell in self.sample() {
            let (Some(count), Some(share), Some(base)) = (
                self.shown(cell),
                self.share(cell, share),
                self.base(cell, base),
            ) else {
                continue;
            };
            if count == 0.0 && share == 0.0 {
                continue;
            }
            compared += 1;
            let expected = scale * count / base;
            held += usize::from((expected - share).abs() <= half_place * 1.000_1 + 1e-9 * expected);
            if compared == FIRST && held * 10 < compared * 9 {
                return false;
            }
        }
        held >= LEAST_HELD && held * 100 >= compared * MOST_HELD
    }
}

/// Narrows what hidden counts may be by the shares and bases that are shown; those of which one value is
/// left.
pub(super) fn narrow_by_shares(
    cube: &Cube,
    measure: Measure,
    relations: &[Vec<Relation>],
    unknowns: &mut Unknowns,
) -> Vec<WorkedOut> {
    let Some((metric, CatIx(counted))) = measure.at else {
        return Vec::new();
    };
    let shares = Shares {
        cube,
        metric,
        counted,
    };
    let measures = cube.dimension(metric).categories().len();
    let others = || (0..measures).filter(|other| *other != counted);
    let totals = relations.iter().enumerate().flat_map(|(at, of_dimension)| {
        let mut totals: Vec<usize> = of_dimension.iter().map(|it| it.of).collect();
        totals.dedup();
        totals.into_iter().map(move |of| Base::Total(DimIx(at), of))
    });
    let totals: Vec<Base> = totals.collect();
    let mut found = Vec::new();
    for share in others() {
        let half_place = shares.half_place(share);
        let measures = others().filter(|it| *it != share).map(Base::Measure);
        for base in measures.chain(totals.iter().copied()) {
            let holds = |scale: &f64| shares.is_share((share, half_place), base, *scale);
            let Some(scale) = SCALES.into_iter().find(holds) else {
                continue;
            };
            let hidden = unknowns.hidden();
            let hidden: Vec<(usize, usize)> = hidden
                .filter(|(_, cell)| measure.has(cube, *cell))
                .collect();
            for (at, cell) in hidden {
                let own = unknowns.bound(at);
                let (Some(share_shown), Some(base)) =
                    (shares.share(cell, share), shares.base(cell, base))
                else {
                    continue;
                };
                if own.is_exact() {
                    continue;
                }
                let end = |share: f64| share * base / scale;
                let low = end(share_shown - half_place).max(own.low);
                let high = end(share_shown + half_place).min(own.high);
                let Some(bound) = rounded(low, high, measure.is_whole) else {
                    continue;
                };
                unknowns.narrow(at, bound);
                if bound.is_exact() {
                    found.push(WorkedOut {
                        cells: vec![cell],
                        by: By::Share {
                            share: CatIx(share),
                        },
                    });
                }
            }
        }
    }
    found
}
