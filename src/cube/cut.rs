//! A part of a cube as a cube of its own.

use super::counted::{Counted, counted_of};
use super::{
    Addable, Aggregation, CatIx, Category, Code, Cube, CubeError, DefaultCategory, DimIx,
    Dimension, Grouping, How, Metadata, NO_STATUS, Role, Selection, Statuses, Sureness, Values,
};

impl Cube {
    /// The cells of a selection as a cube of its own, with their dimensions, groupings and notes:
    /// its whole is the total of the selection. What speaks of single categories (controls, basis,
    /// denominators, headline) stays behind; how sure each cell is comes along.
    ///
    /// # Errors
    /// [`CubeError::NoCategories`] when a dimension has no category left.
    ///
    /// ```
    /// use jangkau::cube::*;
    /// let source = Dimension::new(Id::new("source"), Label::new("Water source"), Role::Classification, vec![
    ///     Category::new(Code::new("piped"), Label::new("Piped water")),
    ///     Category::new(Code::new("well"), Label::new("Well")),
    /// ])?;
    /// let cube = Cube::new(vec![source], Values::Whole(vec![7, 5]), Default::default(), Metadata::default())?;
    /// let axis = cube.axis("source").expect("an axis");
    /// let piped = cube.cut(&Selection::all().with(axis, vec![CatIx(0)]))?;
    /// assert_eq!(piped.shape().sizes(), [1]);
    /// assert_eq!(linked(&piped, &Selection::all()).total(), Figure::Number(7.0));
    /// # Ok::<(), CubeError>(())
    /// ```
    pub fn cut(&self, selection: &Selection) -> Result<Self, CubeError> {
        let kept: Vec<Vec<CatIx>> = (0..self.dimensions().len())
            .map(|at| {
                let passes = selection.passes(self, DimIx(at), None);
                let all = self.dimension(DimIx(at)).categories().len();
                (0..all)
                    .filter(|at| passes.as_ref().is_none_or(|passes| passes[*at]))
                    .map(CatIx)
                    .collect()
            })
            .collect();
        let reading = self.reading(selection);
        let counted = counted_of(self, &reading, selection);
        let dimensions: Result<Vec<_>, _> = (0..kept.len())
            .map(|at| {
                let part = part(self.dimension(DimIx(at)), &kept[at])?;
                let total = matches!(reading.of(DimIx(at)).how(), How::Total(_))
                    && selection.passes(self, DimIx(at), None).is_none();
                self.with_reading(part, DimIx(at), (&counted[at], total))
            })
            .collect();
        let cells = cells(self.shape().sizes(), &kept);
        let values = match self.values() {
            Values::Whole(values) => Values::Whole(cells.iter().map(|at| values[*at]).collect()),
            Values::Real(values) => Values::Real(cells.iter().map(|at| values[*at]).collect()),
        };
        let absent = (0..cells.len()).filter(|at| self.absent().binary_search(&cells[*at]).is_ok());
        let statuses = match self.statuses() {
            Statuses::Each { list, cells: all } => Statuses::Each {
                list: list.clone(),
                cells: (cells.iter())
                    .map(|at| all.get(*at).copied().unwrap_or(NO_STATUS))
                    .collect(),
            },
            same @ (Statuses::None | Statuses::All(_)) => same.clone(),
        };
        let metadata = Metadata {
            sureness: self.sureness_of(&cells),
            headline: Vec::new(),
            basis: None,
            controls: Vec::new(),
            denominators: Vec::new(),
            ..self.metadata().clone()
        };
        Self::new(dimensions?, values, (absent.collect(), statuses), metadata)
    }
}

impl Cube {
    /// How sure some cells are, by what their regions rest on, or as the cells themselves say.
    fn sureness_of(&self, cells: &[usize]) -> Vec<Option<Sureness>> {
        let everything = Selection::all();
        let regions = self.metadata().basis.as_ref().map(|basis| basis.regions);
        let (Some(footing), Some(regions)) = (self.footing(&everything), regions) else {
            let known = &self.metadata().sureness;
            return cells
                .iter()
                .filter_map(|at| known.get(*at).copied())
                .collect();
        };
        let categories = self.dimension(regions).categories().iter();
        let of_region: Vec<Sureness> = categories
            .map(|(region, _)| footing.cell(region).sureness)
            .collect();
        let of_cell = |cell: &usize| {
            let has_value = self.absent().binary_search(cell).is_err();
            has_value.then(|| of_region[self.shape().coordinate(*cell, regions)])
        };
        cells.iter().map(of_cell).collect()
    }

    /// A part of a dimension that says by itself how it was read, so that a saved view opens the
    /// same. `total`: whether the one category that counts is a published total.
    fn with_reading(
        &self,
        part: Dimension,
        at: DimIx,
        (counted, total): (&Counted, bool),
    ) -> Result<Dimension, CubeError> {
        let whole = self.dimension(at);
        let said = self.aggregation_of(at);
        let adds = said == Some(Aggregation::Sum) && whole.role() != Role::Metric;
        if adds && whole.default_category().is_none() {
            return Ok(part.with_aggregation(whole.aggregation()));
        }
        let mut only = (0..counted.categories.len()).filter(|at| counted.categories[*at]);
        if let (Some(only), None) = (only.next(), only.next()) {
            let code = whole.categories().get(CatIx(only)).code();
            let default = part.categories().position(code.as_str());
            let part = part.with_aggregation(whole.aggregation());
            return match default {
                Some(_) if total => part.with_total(code),
                default => Ok(part.with_default(default.map(DefaultCategory::Category))),
            };
        }
        let adds = counted.addable != Addable::No;
        Ok(part.with_aggregation(Some(if adds {
            Aggregation::Sum
        } else {
            Aggregation::None
        })))
    }
}

/// The positions of the kept cells, in their order.
fn cells(sizes: &[usize], kept: &[Vec<CatIx>]) -> Vec<usize> {
    let mut cells = vec![0];
    for (size, kept) in sizes.iter().zip(kept) {
        cells = (cells.iter())
            .flat_map(|before| kept.iter().map(move |at| before * size + at.0))
            .collect();
    }
    cells
}

/// A dimension with some of its categories.
fn part(dimension: &Dimension, kept: &[CatIx]) -> Result<Dimension, CubeError> {
    let all = dimension.categories();
    let categories = kept.iter().map(|at| all.get(*at).clone()).collect();
    let id = dimension.id().clone();
    let mut part = Dimension::new(id, dimension.label().clone(), dimension.role(), categories)?
        .with_notes(dimension.notes().to_vec());
    if let Some(whole) = dimension.all_label() {
        part = part.with_all_label(whole.clone());
    }
    if let Some(total) = dimension.total().filter(|total| kept.contains(total)) {
        part = part.with_total(all.get(total).code())?;
    }
    // What holds a category of what is left: the nearest.
    let code = |at: CatIx| all.get(at).code().clone();
    let children = kept.iter().filter_map(|at| {
        let holder = dimension
            .holders(*at)
            .into_iter()
            .find(|above| kept.contains(above))?;
        Some((code(holder), vec![code(*at)]))
    });
    let children: Vec<(Code, Vec<Code>)> = children.collect();
    let groupings = (dimension.groupings().iter())
        .filter_map(|grouping| groups(grouping, kept).transpose())
        .collect::<Result<_, _>>()?;
    part.with_children(&children)?.with_groupings(groupings)
}

/// A grouping with the groups that are left; `None` where none is.
fn groups(grouping: &Grouping, kept: &[CatIx]) -> Result<Option<Grouping>, CubeError> {
    let of: Vec<Option<CatIx>> = kept.iter().map(|at| grouping.group_of(*at)).collect();
    let left: Vec<CatIx> = (0..grouping.groups().len())
        .map(CatIx)
        .filter(|group| of.contains(&Some(*group)))
        .collect();
    if left.is_empty() {
        return Ok(None);
    }
    let groups: Vec<Category> = (left.iter())
        .map(|group| grouping.groups().get(*group).clone())
        .collect();
    let place = |group: CatIx| left.iter().position(|it| *it == group).map(CatIx);
    let of = of.into_iter().map(|group| group.and_then(place)).collect();
    let part = Grouping::new(grouping.id().clone(), grouping.label().clone(), groups, of)?;
    Ok(Some(part.with_vintage(grouping.vintage())))
}
