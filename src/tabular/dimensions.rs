//! The dimensions of a cube, of the categories that a table names.

use super::assemble::Assembly;
use super::categories::Categories;
use super::groupings::{GroupColumn, groupings};
use super::plan::{DimensionIx, PlannedMeasure, Use};
use crate::cube::{
    Category, Code, CubeError, Dimension, Grouping, Id, Label, Role, Unit, infer_roles,
};

impl Assembly<'_> {
    /// The groupings of a dimension, whose categories are in order.
    fn groupings(
        &self,
        dimension: DimensionIx,
        met: &Categories,
    ) -> Result<Vec<Grouping>, CubeError> {
        let columns = self.group_columns(dimension).into_iter().enumerate();
        let columns: Vec<GroupColumn> = columns
            .map(|(nth, column)| {
                let texts = met.groups.iter().map(|groups| groups[nth].clone());
                (self.heading(column), texts.collect())
            })
            .collect();
        groupings(&columns)
    }

    /// The dimensions with their categories in order; `None` where the table has no figures.
    pub(super) fn dimensions(
        &self,
        met: &mut [Categories],
    ) -> Option<Result<Vec<Dimension>, CubeError>> {
        if !self
            .plan
            .columns
            .iter()
            .any(|it| matches!(it, Use::Figures { .. }))
            || self.layout.body.is_empty()
        {
            return None;
        }
        for (planned, met) in self.plan.dimensions.iter().zip(met.iter_mut()) {
            met.sort(&planned.first);
        }
        let planned = self.plan.dimensions.iter().zip(met.iter()).enumerate();
        let made = planned.map(|(at, (planned, met))| {
            let has_units = self.column_of(&Use::Unit(DimensionIx(at))).is_some();
            let categories = met.codes.iter().zip(&met.names).zip(&met.groups);
            let categories = categories.map(|((code, name), groups)| {
                let unit = groups.last().filter(|_| has_units);
                Category::new(Code::new(code), Label::new(name))
                    .with_unit(unit.map(|unit| Unit::named(unit)))
            });
            let role = planned.role.unwrap_or(Role::Classification);
            Dimension::new(
                Id::new(&planned.id),
                Label::new(&planned.label),
                role,
                categories.collect(),
            )?
            .with_children(&children(&met.parts))?
            .with_groupings(self.groupings(DimensionIx(at), met)?)
        });
        let made: Result<Vec<Dimension>, CubeError> = made.collect();
        Some(made.and_then(|dimensions| self.with_roles(dimensions)))
    }

    fn with_roles(&self, dimensions: Vec<Dimension>) -> Result<Vec<Dimension>, CubeError> {
        let said: Vec<Option<Role>> = self.plan.dimensions.iter().map(|it| it.role).collect();
        // A dimension is called by the heading of its names; that of its codes can tell, too.
        let by_codes = dimensions.iter().enumerate().map(|(at, dimension)| {
            let column = self.column_of(&Use::Code(DimensionIx(at)));
            let heading = column.map_or_else(String::new, |column| self.heading(column));
            let categories = dimension.categories().iter().map(|(_, it)| it.clone());
            Dimension::new(
                Id::new(&heading),
                dimension.label().clone(),
                dimension.role(),
                categories.collect(),
            )
        });
        let by_codes: Vec<Dimension> = by_codes.collect::<Result<_, _>>()?;
        let roles = infer_roles(&by_codes, &said);
        // Measures stand in columns of their own, or are named in one.
        let has_columns = self.plan.measures.len() > 1;
        let in_columns = |(at, role): (usize, Role)| match role {
            Role::Metric if has_columns && said[at].is_none() => Role::Classification,
            role @ (Role::Metric | Role::Time | Role::Geo | Role::Classification) => role,
        };
        let roles: Vec<Role> = roles.into_iter().enumerate().map(in_columns).collect();
        let mut dimensions: Vec<Dimension> = (dimensions.into_iter().zip(&roles))
            .map(|(dimension, role)| dimension.with_role(*role))
            .collect();
        if roles.contains(&Role::Metric) && !has_columns {
            return Ok(dimensions);
        }
        let measure = |measure: &PlannedMeasure| {
            let unit = Unit::named(&measure.unit);
            Category::new(Code::new(&measure.id), Label::new(&measure.label)).with_unit(Some(unit))
        };
        let measures = self.plan.measures.iter().map(measure).collect();
        dimensions.push(Dimension::new(
            Id::new("measure"),
            Label::new("Measure"),
            Role::Metric,
            measures,
        )?);
        Ok(dimensions)
    }
}

/// The categories that have parts, and theirs, as codes.
fn children(parts: &[(String, Vec<String>)]) -> Vec<(Code, Vec<Code>)> {
    let codes = |list: &[String]| list.iter().map(|code| Code::new(code)).collect();
    parts
        .iter()
        .map(|(of, parts)| (Code::new(of), codes(parts)))
        .collect()
}
