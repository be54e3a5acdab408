//! The years of each block of regions: 2020 by province, the later ones together.

use super::ModelError;
use super::blocks::{Block, Rounding};
use super::control::Place;
use super::counts::count_scope;
use super::layout::{YEARS, Years};
use super::persons::{left_of, persons};
use super::provinces::Province;
use super::rounding::{Table, largest_remainder};

/// The years after 2020.
const LATER: usize = YEARS.len() - 1;

impl Rounding<'_> {
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
    pub(super) fn block_years(
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
                        left[year] = left_of("people of a year", left[year], count)?;
                    }
                }
                _ => {
                    open.push(at);
                    row_totals.push(left_of(
                        "people of a region or province",
                        totals[at],
                        first[at],
                    )?);
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
        let later = left_of("people of a region", total, first)?;
        let within = left_of("people of a region", asked, before)?;
        let outside = left_of("people of a region", later, within)?;
        let mut split = [0; LATER];
        for (inside, sum) in [(true, within), (false, outside)] {
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
