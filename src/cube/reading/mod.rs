//! How a cube is read where nothing is chosen.
//!
//! Choosing is free, adding needs a declaration or a proof: one published cell, named, is never
//! wrong; a sum can be. Each dimension has one [`DimensionReading`]: a published total, the latest
//! period, one category, a sum of parts that may be added, or no figure for all.
//!
//! A reading follows from the file alone, and working it out takes time that grows with the file, and
//! much code: word lists, forms of periods and bands, the search for sums and their proofs. So who
//! opens any file works it out ([`Cube::new`]), and who publishes one works out all of them once
//! ([`Cube::all_readings`]) and puts them beside it. A page is given these ([`Cube::with_readings`]):
//! it never waits for a proof, and has none of the code, because nothing in it calls [`Cube::new`].

mod additivity;
mod band;
mod candidates;
mod choices;
mod decide;
mod dimension_reading;
mod disjoint;
mod kind;
mod named;
mod period;
mod proof;
mod readings;
mod region;
mod rows;
mod series;
mod sex;
mod store;
mod sums;
mod totals;
mod twice;
mod words;

use std::sync::Arc;

use super::{Axis, CatIx, Cube, DimIx, Role, Selection};

pub use additivity::Additivity;
pub(crate) use dimension_reading::Rule;
pub use dimension_reading::{Addable, AddedBy, DimensionReading, How, Reason};
pub use kind::infer_roles;
pub use period::Period;
pub use proof::ProvenSum;
pub(crate) use proof::Tolerance as SumTolerance;
pub use readings::Readings;
pub(crate) use series::PeriodOrder;
pub use sex::Sex;
pub(super) use store::ReadingStore;
pub(crate) use sums::Sums;
pub(super) use words::Words;

/// How a cube is read at one category of every metric dimension.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    pub(crate) dimensions: Vec<Arc<DimensionReading>>,
    pub(crate) additivity: Additivity,
    pub(crate) counts: bool,
}

impl Reading {
    /// How a dimension is read.
    #[must_use]
    pub fn of(&self, at: DimIx) -> &DimensionReading {
        &self.dimensions[at.0]
    }
    /// How every dimension is read, in order.
    #[must_use]
    pub fn dimensions(&self) -> impl ExactSizeIterator<Item = &DimensionReading> {
        self.dimensions.iter().map(Arc::as_ref)
    }
    /// Whether the figures are counts, by declaration or by their words: nothing at all is then the
    /// number 0.
    #[must_use]
    pub fn counts(&self) -> bool {
        self.counts
    }
    /// Whether the figures of the measure can be added.
    #[must_use]
    pub fn additivity(&self) -> Additivity {
        self.additivity
    }
}

impl Cube {
    /// How the cube is read at the measures of a selection: those picked, the first where several
    /// are, else the first with a figure. It was given with the cube, or is worked out when it is first
    /// asked for, and kept.
    ///
    /// ```
    /// use jangkau::cube::*;
    /// let sex = Dimension::new(Id::new("sex"), Label::new("Sex"), Role::Classification, vec![
    ///     Category::new(Code::new("T"), Label::new("Total")),
    ///     Category::new(Code::new("F"), Label::new("Women")),
    ///     Category::new(Code::new("M"), Label::new("Men")),
    /// ])?;
    /// let cube = Cube::new(vec![sex], Values::Whole(vec![12, 7, 5]), Default::default(), Metadata::default())?;
    /// let reading = cube.reading(&Selection::all());
    /// assert_eq!(reading.of(DimIx(0)).how(), &How::Total(CatIx(0)));
    /// # Ok::<(), CubeError>(())
    /// ```
    #[must_use]
    pub fn reading(&self, selection: &Selection) -> Arc<Reading> {
        let picked = |at: usize| {
            let dimension = DimIx(at);
            if self.dimension(dimension).role() != Role::Metric {
                return None;
            }
            let passes = selection.passes(self, dimension, None)?;
            passes.iter().position(|passes| *passes).map(CatIx)
        };
        let measures: Vec<Option<CatIx>> = (0..self.dimensions().len()).map(picked).collect();
        self.readings().get(self, measures)
    }

    /// A selection with what was picked for the reader: of each dimension of which nothing is chosen
    /// the one category or latest period that stands for it without being its total.
    #[must_use]
    pub fn with_picks(&self, selection: &Selection) -> Selection {
        let reading = self.reading(selection);
        let mut with_picks = selection.clone();
        for (at, own) in reading.dimensions().enumerate() {
            let free = selection.passes(self, DimIx(at), None).is_none();
            if let (How::One(category) | How::Latest(category), true) = (own.how(), free) {
                with_picks = with_picks.with(Axis::of_dimension(DimIx(at)), vec![*category]);
            }
        }
        with_picks
    }
}
