//! What each column of a table was taken for, as its publisher can say it.

use super::answers::ColumnIs;
use super::grid::Grid;
use super::layout::Layout;
use super::plan::{DimensionIx, Plan, Use};
use crate::cube::{Cube, DimIx, Role};

/// What a column was taken for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Taken {
    /// Its heading, or `column 3`.
    pub heading: String,
    is: ColumnIs,
    /// The dimension whose codes it has.
    pub(super) dimension: Option<DimIx>,
}

impl Taken {
    /// What it is in the cube that was made of its table: places and periods are told by it.
    #[must_use]
    pub fn is(&self, cube: &Cube) -> ColumnIs {
        match self.dimension.map(|at| cube.dimension(at).role()) {
            Some(Role::Geo) => ColumnIs::Region,
            Some(Role::Time) => ColumnIs::Time,
            Some(Role::Metric) => ColumnIs::Measure,
            Some(Role::Classification) => ColumnIs::Dimension,
            None => self.is.clone(),
        }
    }
}

/// What each column of a plan was taken for.
pub(super) fn taken((grid, layout, plan): (&Grid, &Layout, &Plan)) -> Vec<Taken> {
    let names: Vec<String> = (0..plan.columns.len())
        .map(|column| layout.name_of(grid, column))
        .collect();
    let heading = |column: usize| {
        let own = &names[column];
        let is_own = !own.is_empty() && names.iter().filter(|it| *it == own).count() == 1;
        if is_own {
            own.clone()
        } else {
            format!("column {}", column + 1)
        }
    };
    let code_of = |dimension: DimensionIx| {
        let codes = plan.columns.iter();
        let column = codes.clone().position(|it| *it == Use::Code(dimension));
        heading(column.unwrap_or(0))
    };
    let one = |(column, is): (usize, &Use)| {
        let (is, dimension) = match is {
            Use::Code(dimension) => (ColumnIs::Dimension, Some(DimIx(dimension.0))),
            Use::Name(dimension) => (ColumnIs::NamesOf(code_of(*dimension)), None),
            Use::Group(dimension) => (ColumnIs::GroupOf(code_of(*dimension)), None),
            Use::Unit(dimension) => (ColumnIs::UnitOf(code_of(*dimension)), None),
            Use::Figures { at, .. } if !at.is_empty() => return None,
            Use::Figures { .. } => (ColumnIs::Figures, None),
            Use::People => (ColumnIs::People, None),
            Use::Flags => (ColumnIs::Flags, None),
            Use::SetAside => (ColumnIs::SetAside, None),
        };
        Some(Taken {
            heading: heading(column),
            is,
            dimension,
        })
    };
    plan.columns.iter().enumerate().filter_map(one).collect()
}
