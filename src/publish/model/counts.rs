//! Stage one: how many people of each region and year, first fitted, then whole.

use super::control::{Control, Measure, Place, Scope};
use super::ipf::{self, Constraint};
use super::layout::{RegionIx, YEARS, Years};
use super::national::persons;
use super::provinces::Province;
use super::regions::Region;
use super::rounding::{Table, largest_remainder};
use super::{ModelError, Sources};
use crate::cube::ControlKind;

/// People by year and region. Shape: years x regions.
#[derive(Debug)]
pub(crate) struct Counts {
    pub(crate) fitted: Vec<f64>,
    pub(crate) whole: Vec<u32>,
    pub(crate) sweeps: usize,
}

/// Fits people by year and region to the controls that speak of no trait, from a start in
/// proportion to population, and rounds them.
pub(crate) fn counts(
    sources: &Sources,
    controls: &[Control],
    provinces: &[Province<'_>],
) -> Result<Counts, ModelError> {
    let regions = sources.regions();
    let mut fitted: Vec<f64> = (0..YEARS.len())
        .flat_map(|_| regions.iter().map(|region| f64::from(region.population)))
        .collect();
    let of = |kind| constraints(controls, kind, regions);
    let sweeps = ipf::fit(
        "people by year and region",
        &mut fitted,
        &of(ControlKind::Soft),
        &of(ControlKind::Hard),
    )?;
    let whole = Rounding {
        regions,
        fitted: &fitted,
        hard: controls,
    }
    .whole(provinces)?;
    Ok(Counts {
        fitted,
        whole,
        sweeps,
    })
}

fn count_scope(control: &Control) -> Option<&Scope> {
    match &control.measure {
        Measure::Count(scope) if scope.clause.is_none() => Some(scope),
        _ => None,
    }
}

fn constraints(controls: &[Control], kind: ControlKind, regions: &[Region]) -> Vec<Constraint> {
    let of_kind = controls.iter().filter(|control| control.kind == kind);
    of_kind
        .filter_map(|control| {
            let scope = count_scope(control)?;
            let cells = scope.years.positions().flat_map(|year| {
                let in_place =
                    (0..regions.len()).filter(|&at| scope.place.has(RegionIx(at), &regions[at]));
                in_place.map(move |at| year * regions.len() + at)
            });
            Some(Constraint {
                cells: cells.collect(),
                target: control.asked,
            })
        })
        .collect()
}

/// Regions whose totals are rounded together: those of a province that are tertinggal, those that
/// are not, and alone a region with a hard count of its own.
struct Block {
    province: usize,
    tertinggal: bool,
    own: Option<(Years, u32)>,
    regions: Vec<usize>,
}

struct Rounding<'a> {
    regions: &'a [Region],
    fitted: &'a [f64],
    hard: &'a [Control],
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
        let control = self.hard.iter().find(|control| {
            control.kind == ControlKind::Hard
                && count_scope(control).is_some_and(|scope| scope.place == *place)
        })?;
        Some((count_scope(control)?.years, persons(control.asked)))
    }

    fn own(&self, region: RegionIx) -> Option<(Years, u32)> {
        self.asked(&Place::Region(region))
    }

    fn whole(&self, provinces: &[Province<'_>]) -> Result<Vec<u32>, ModelError> {
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
            whole.push(match total {
                Some(total) => *total,
                None => {
                    let same = blocks.iter().zip(&totals);
                    let known = same.filter(|(other, _)| other.province == block.province);
                    let known: u32 = known.filter_map(|(_, total)| *total).sum();
                    take("province", provinces[block.province].whole, known)?
                }
            });
        }
        Ok(whole)
    }

    /// Each block by year: 2020 province by province, then the other years together.
    fn block_years(
        &self,
        blocks: &[Block],
        totals: &[u32],
        provinces: &[Province<'_>],
    ) -> Result<Vec<[u32; 4]>, ModelError> {
        let mut by_year = vec![[0; 4]; blocks.len()];
        for (at, province) in provinces.iter().enumerate() {
            let own: Vec<usize> = (0..blocks.len())
                .filter(|&block| blocks[block].province == at)
                .collect();
            let weights: Vec<f64> = own
                .iter()
                .map(|&block| self.fit(0, &blocks[block].regions))
                .collect();
            for (block, first) in own
                .into_iter()
                .zip(largest_remainder(&weights, province.in_2020)?)
            {
                by_year[block][0] = first;
            }
        }
        let mut left = [0; 3];
        for (year, left) in left.iter_mut().enumerate() {
            let asked = self.hard.iter().find_map(|control| {
                let scope = count_scope(control)?;
                let this = scope.place == Place::Nation && scope.years == Years::only(year + 1);
                this.then(|| persons(control.asked))
            });
            *left = asked.unwrap_or(0);
        }
        let mut open = Vec::new();
        for (at, block) in blocks.iter().enumerate() {
            let total = take("region or province", totals[at], by_year[at][0])?;
            match block.own {
                Some((years, asked)) if years != Years::ALL => {
                    let split = self.split(block, (years, asked), (total, by_year[at][0]))?;
                    for (year, count) in split.into_iter().enumerate() {
                        by_year[at][year + 1] = count;
                        left[year] = take("year", left[year], count)?;
                    }
                }
                _ => open.push((at, total)),
            }
        }
        let fit: Vec<f64> = open
            .iter()
            .flat_map(|(at, _)| (1..YEARS.len()).map(|year| self.fit(year, &blocks[*at].regions)))
            .collect();
        let row_totals: Vec<u32> = open.iter().map(|(_, total)| *total).collect();
        let table = Table {
            name: "people by province and year",
            fit: &fit,
            row_totals: &row_totals,
            column_totals: &left,
        };
        for ((at, _), cells) in open.iter().zip(table.round()?.chunks_exact(3)) {
            by_year[*at][1..].copy_from_slice(cells);
        }
        Ok(by_year)
    }

    /// The years after 2020 of a block whose count of some of the years is hard.
    fn split(
        &self,
        block: &Block,
        (years, asked): (Years, u32),
        (total, first): (u32, u32),
    ) -> Result<[u32; 3], ModelError> {
        let within = take("region", asked, if years.has(0) { first } else { 0 })?;
        let mut split = [0; 3];
        for (inside, sum) in [(true, within), (false, take("region", total, within)?)] {
            let open: Vec<usize> = (1..YEARS.len())
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
