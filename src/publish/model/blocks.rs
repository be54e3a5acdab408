//! Whole people by region and year, every hard count kept: blocks of regions first.

use super::ModelError;
use super::control::{Control, Place};
use super::counts::count_scope;
use super::layout::{RegionIx, YEARS, Years};
use super::national::persons;
use super::provinces::Province;
use super::regions::Region;
use super::rounding::{Table, largest_remainder};
use crate::cube::ControlKind;

/// The years after 2020.
const LATER: usize = YEARS.len() - 1;

/// Regions whose totals are rounded together: those of a province that are tertinggal, those that
/// are not, and alone a region with a hard count of its own.
struct Block {
    province: usize,
    tertinggal: bool,
    own: Option<(Years, u32)>,
    regions: Vec<usize>,
}

/// Fitted people and the controls they are rounded under.
pub(super) struct Rounding<'a> {
    pub(super) regions: &'a [Region],
    /// Shape: years x regions.
    pub(super) fitted: &'a [f64],
    pub(super) controls: &'a [Control],
}

impl Rounding<'_> {
    fn fit(&self, year: usize, regions: &[usize]) -> f64 {
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
        let left = take("kabupaten tertinggal", asked, known)?;
        for (at, total) in open.into_iter().zip(largest_remainder(&weights, left)?) {
            totals[at] = Some(total);
        }
        let mut whole = Vec::with_capacity(blocks.len());
        for (block, total) in blocks.iter().zip(&totals) {
            let same = blocks.iter().zip(&totals);
            let known = same.filter(|(other, _)| other.province == block.province);
            let known = known.filter_map(|(_, total)| *total).sum();
            let province = provinces[block.province].whole;
            whole.push(total.map_or_else(|| take("province", province, known), Ok)?);
        }
        Ok(whole)
    }

    /// 2020, province by province. Shape: one entry a block.
    fn first_year(
        &self,
        blocks: &[Block],
        provinces: &[Province<'_>],
    ) -> Result<Vec<u32>, ModelError> {
        let mut first = vec![0; blocks.len()];
        for (at, province) in provinces.iter().enumerate() {
            let own: Vec<usize> = (0..blocks.len())
                .filter(|&block| blocks[block].province == at)
                .collect();
            let weights: Vec<f64> = own
                .iter()
                .map(|&block| self.fit(0, &blocks[block].regions))
                .collect();
            let whole = largest_remainder(&weights, province.in_2020)?;
            for (block, count) in own.into_iter().zip(whole) {
                first[block] = count;
            }
        }
        Ok(first)
    }

    /// The hard counts of the nation after 2020.
    fn later_years(&self) -> [u32; LATER] {
        let mut asked = [0; LATER];
        for (year, asked) in asked.iter_mut().enumerate() {
            let this = self.controls.iter().find(|control| {
                count_scope(control).is_some_and(|scope| {
                    scope.place == Place::Nation && scope.years == Years::only(year + 1)
                })
            });
            *asked = this.map_or(0, |control| persons(control.asked));
        }
        asked
    }

    /// Each block by year: 2020 first, then the later years together.
    fn block_years(
        &self,
        blocks: &[Block],
        totals: &[u32],
        provinces: &[Province<'_>],
    ) -> Result<Vec<[u32; 4]>, ModelError> {
        let first = self.first_year(blocks, provinces)?;
        let mut by_year: Vec<[u32; 4]> = first.iter().map(|&first| [first, 0, 0, 0]).collect();
        let mut left = self.later_years();
        let mut open = Vec::new();
        let mut row_totals = Vec::new();
        for (at, block) in blocks.iter().enumerate() {
            match block.own {
                Some(own) if own.0 != Years::ALL => {
                    let split = self.split(block, own, (totals[at], first[at]))?;
                    for (year, count) in split.into_iter().enumerate() {
                        by_year[at][year + 1] = count;
                        left[year] = take("year", left[year], count)?;
                    }
                }
                _ => {
                    open.push(at);
                    row_totals.push(take("region or province", totals[at], first[at])?);
                }
            }
        }
        let later = |&at: &usize| (1..=LATER).map(move |year| self.fit(year, &blocks[at].regions));
        let fit: Vec<f64> = open.iter().flat_map(later).collect();
        let table = Table {
            name: "people by province and year",
            fit: &fit,
            row_totals: &row_totals,
            column_totals: &left,
        };
        for (at, cells) in open.into_iter().zip(table.round()?.chunks_exact(LATER)) {
            by_year[at][1..].copy_from_slice(cells);
        }
        Ok(by_year)
    }

    /// The years after 2020 of a block whose count of some of the years is hard.
    fn split(
        &self,
        block: &Block,
        (years, asked): (Years, u32),
        (total, first): (u32, u32),
    ) -> Result<[u32; LATER], ModelError> {
        let before = if years.has(0) { first } else { 0 };
        let later = take("region", total, first)?;
        let within = take("region", asked, before)?;
        let mut split = [0; LATER];
        for (inside, sum) in [(true, within), (false, take("region", later, within)?)] {
            let open: Vec<usize> = (1..=LATER)
                .filter(|&year| years.has(year) == inside)
                .collect();
            let weights: Vec<f64> = open
                .iter()
                .map(|&year| self.fit(year, &block.regions))
                .collect();
            for (year, count) in open.into_iter().zip(largest_remainder(&weights, sum)?) {
                split[year - 1] = count;
            }
        }
        Ok(split)
    }
}

fn take(what: &str, whole: u32, part: u32) -> Result<u32, ModelError> {
    whole
        .checked_sub(part)
        .ok_or_else(|| ModelError::Impossible {
            what: format!("people of a {what}"),
            expected: format!("at least {part}"),
            found: whole.to_string(),
        })
}
