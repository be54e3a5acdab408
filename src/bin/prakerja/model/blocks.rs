//! Whole people by region and year, every hard count kept: blocks of regions first.

use super::ModelError;
use super::control::{Control, Place};
use super::counts::count_scope;
use super::layout::{RegionIx, YEARS, Years};
use super::persons::{left_of, persons};
use super::provinces::Province;
use super::regions::Region;
use super::rounding::{Table, largest_remainder};
use jangkau::cube::ControlKind;

/// Regions whose totals are rounded together: those of a province that are tertinggal, those that
/// are not, and alone a region with a hard count of its own.
pub(super) struct Block {
    pub(super) province: usize,
    tertinggal: bool,
    pub(super) own: Option<(Years, u32)>,
    pub(super) regions: Vec<usize>,
}

/// Fitted people and the controls they are rounded under.
pub(super) struct Rounding<'a> {
    pub(super) regions: &'a [Region],
    /// Shape: years x regions.
    pub(super) fitted: &'a [f64],
    pub(super) controls: &'a [Control],
}

impl Rounding<'_> {
    /// Fitted people of some regions in a year.
    pub(super) fn fit(&self, year: usize, regions: &[usize]) -> f64 {
        let row = &self.fitted[year * self.regions.len()..];
        regions.iter().fold(0.0, |sum, &at| sum + row[at])
    }

    fn fit_of(&self, years: Years, regions: &[usize]) -> f64 {
        years
            .positions()
            .fold(0.0, |sum, year| sum + self.fit(year, regions))
    }

    fn blocks(&self, provinces: &[Province<'_>]) -> Vec<Block> {
        let mut blocks: Vec<Block> = Vec::new();
        for (at, region) in self.regions.iter().enumerate() {
            let province = provinces
                .iter()
                .position(|it| it.code == region.province_2020())
                .unwrap_or(0);
            let own = self.own(RegionIx(at));
            let tertinggal = region.tertinggal;
            let same = blocks.iter_mut().find(|block| {
                own.is_none()
                    && block.own.is_none()
                    && (block.province, block.tertinggal) == (province, tertinggal)
            });
            match same {
                Some(block) => block.regions.push(at),
                None => blocks.push(Block {
                    province,
                    tertinggal,
                    own,
                    regions: vec![at],
                }),
            }
        }
        blocks
    }

    fn asked(&self, place: &Place) -> Option<(Years, u32)> {
        let control = self.controls.iter().find(|control| {
            control.kind == ControlKind::Hard
                && count_scope(control).is_some_and(|scope| scope.place == *place)
        })?;
        Some((count_scope(control)?.years, persons(control.asked)))
    }

    fn own(&self, region: RegionIx) -> Option<(Years, u32)> {
        self.asked(&Place::Region(region))
    }

    /// Whole people. Shape: years x regions.
    pub(super) fn whole(&self, provinces: &[Province<'_>]) -> Result<Vec<u32>, ModelError> {
        let blocks = self.blocks(provinces);
        let totals = self.block_totals(&blocks, provinces)?;
        let by_year = self.block_years(&blocks, &totals, provinces)?;
        let mut whole = vec![0; self.fitted.len()];
        for ((block, total), by_year) in blocks.iter().zip(totals).zip(by_year) {
            let weights: Vec<f64> = block
                .regions
                .iter()
                .map(|at| self.fit_of(Years::ALL, &[*at]))
                .collect();
            let row_totals = largest_remainder(&weights, total)?;
            let fit: Vec<f64> = block
                .regions
                .iter()
                .flat_map(|&at| (0..YEARS.len()).map(move |year| self.fit(year, &[at])))
                .collect();
            let table = Table {
                name: "people of a province by region and year",
                fit: &fit,
                row_totals: &row_totals,
                column_totals: &by_year,
            };
            for (cells, at) in table.round()?.chunks_exact(YEARS.len()).zip(&block.regions) {
                for (year, cell) in cells.iter().enumerate() {
                    whole[year * self.regions.len() + at] = *cell;
                }
            }
        }
        Ok(whole)
    }

    /// The four years of each block: own counts first, then tertinggal, then what a province has
    /// left.
    fn block_totals(
        &self,
        blocks: &[Block],
        provinces: &[Province<'_>],
    ) -> Result<Vec<u32>, ModelError> {
        let mut totals: Vec<Option<u32>> = blocks
            .iter()
            .map(|block| {
                let (years, asked) = block.own?;
                let others: f64 = (0..YEARS.len())
                    .filter(|&year| !years.has(year))
                    .map(|year| self.fit(year, &block.regions))
                    .sum();
                Some(asked + persons(others))
            })
            .collect();
        let open: Vec<usize> = (0..blocks.len())
            .filter(|&at| blocks[at].tertinggal && totals[at].is_none())
            .collect();
        let weights: Vec<f64> = open
            .iter()
            .map(|&at| self.fit_of(Years::ALL, &blocks[at].regions))
            .collect();
        let known = (0..blocks.len()).filter(|&at| blocks[at].tertinggal);
        let known: u32 = known.filter_map(|at| totals[at]).sum();
        let asked = self.asked(&Place::Tertinggal).map_or(0, |(_, asked)| asked);
        let left = left_of("people of a kabupaten tertinggal", asked, known)?;
        for (at, total) in open.into_iter().zip(largest_remainder(&weights, left)?) {
            totals[at] = Some(total);
        }
        let mut whole = Vec::with_capacity(blocks.len());
        for (block, total) in blocks.iter().zip(&totals) {
            let same = blocks.iter().zip(&totals);
            let known = same.filter(|(other, _)| other.province == block.province);
            let known = known.filter_map(|(_, total)| *total).sum();
            let province = provinces[block.province].whole;
            whole.push(total.map_or_else(|| left_of("people of a province", province, known), Ok)?);
        }
        Ok(whole)
    }
}
