//! A statistical cube in memory.

use std::sync::Arc;

use super::decimals::of_measures;
use super::held::HeldFigures;
use super::published_level::published_level;
use super::reading::ReadingStore;
use super::{
    Aggregation, Axis, CubeError, Decimals, DimIx, Dimension, Figure, Gap, Label, Metadata,
    Readings, Role, Shape, Statuses, Values,
};

/// A dense cube of observations with its dimensions and what its publisher says of it.
/// Shape: the sizes of the dimensions, in order, the last running fastest.
#[derive(Debug, Clone, PartialEq)]
pub struct Cube {
    dimensions: Vec<Dimension>,
    shape: Shape,
    values: Values,
    /// Cells without a value, ascending.
    absent: Vec<usize>,
    statuses: Statuses,
    /// One a measure.
    decimals: Vec<Decimals>,
    /// One a measure: whether it has a figure below zero.
    signed: Vec<bool>,
    metadata: Metadata,
    held: Option<HeldFigures>,
    published_level: Option<Axis>,
    readings: ReadingStore,
}

impl Cube {
    /// The one door: values, absent cells and statuses are checked against the dimensions. The
    /// value of an absent cell is taken as 0.
    ///
    /// # Errors
    /// [`CubeError`] when a size does not fit, a value is not finite, an id stands twice or the
    /// metadata names what is not there.
    pub fn new(
        dimensions: Vec<Dimension>,
        values: Values,
        (absent, statuses): (Vec<usize>, Statuses),
        metadata: Metadata,
    ) -> Result<Self, CubeError> {
        let readings = ReadingStore::worked_out();
        let cube = Self::unread(dimensions, values, (absent, statuses), readings)?;
        cube.described(metadata)
    }

    /// The same of a cube whose readings were worked out before: they are never worked out again. As
    /// yet nothing is said of it.
    ///
    /// # Errors
    /// Those of [`Cube::new`]; [`CubeError::OtherReadings`] when the readings are those of another cube.
    pub fn with_readings(
        dimensions: Vec<Dimension>,
        values: Values,
        gaps: (Vec<usize>, Statuses),
        readings: Arc<Readings>,
    ) -> Result<Self, CubeError> {
        let own = (dimensions.iter()).map(|it| (it.role(), it.categories().len()));
        if !own.eq(readings.dimensions().iter().copied()) {
            return Err(CubeError::OtherReadings {
                expected: dimensions.iter().map(|it| it.categories().len()).collect(),
                found: readings
                    .dimensions()
                    .iter()
                    .map(|(_, size)| *size)
                    .collect(),
            });
        }
        Self::unread(dimensions, values, gaps, ReadingStore::Given(readings))
    }

    fn unread(
        dimensions: Vec<Dimension>,
        values: Values,
        (absent, statuses): (Vec<usize>, Statuses),
        readings: ReadingStore,
    ) -> Result<Self, CubeError> {
        let sizes = dimensions
            .iter()
            .map(|dimension| dimension.categories().len())
            .collect();
        let shape = Shape::new(sizes, usize::MAX)?;
        let mut cube = Self {
            dimensions,
            shape,
            values,
            absent,
            statuses,
            decimals: Vec::new(),
            signed: Vec::new(),
            metadata: Metadata::default(),
            held: None,
            published_level: None,
            readings,
        };
        cube.check_sizes()?;
        cube.statuses.check()?;
        cube.check_ids()?;
        cube.values.empty(&cube.absent);
        (cube.decimals, cube.signed) = of_measures(&cube.dimensions, &cube.shape, &cube.values);
        Ok(cube)
    }

    /// The same cube with what its publisher says of it.
    ///
    /// # Errors
    /// [`CubeError::MetadataSize`] when a part of it does not fit the dimensions,
    /// [`CubeError::DenominatorOrder`].
    pub fn with_metadata(mut self, metadata: Metadata) -> Result<Self, CubeError> {
        self.readings = self.readings.anew();
        self.described(metadata)
    }

    fn described(mut self, metadata: Metadata) -> Result<Self, CubeError> {
        self.metadata = metadata;
        self.metadata.check(&self)?;
        self.held = HeldFigures::of(&self);
        self.published_level = published_level(&self);
        Ok(self)
    }

    fn check_sizes(&self) -> Result<(), CubeError> {
        let expected = self.shape.cells();
        if self.values.len() != expected {
            return Err(CubeError::ValueCount {
                expected,
                found: self.values.len(),
            });
        }
        if let Statuses::Each { cells, .. } = &self.statuses
            && cells.len() != expected
        {
            return Err(CubeError::StatusCount {
                expected,
                found: cells.len(),
            });
        }
        if let Values::Real(values) = &self.values
            && let Some(cell) = values.iter().position(|value| !value.is_finite())
        {
            return Err(CubeError::NotFinite { cell });
        }
        let ascending = self.absent.windows(2).all(|pair| pair[0] < pair[1]);
        match self.absent.last() {
            Some(&cell) if !ascending || cell >= expected => Err(CubeError::AbsentCell {
                cell,
                cells: expected,
            }),
            _ => Ok(()),
        }
    }

    fn check_ids(&self) -> Result<(), CubeError> {
        for (at, dimension) in self.dimensions.iter().enumerate() {
            if self.dimensions[..at]
                .iter()
                .any(|earlier| earlier.id() == dimension.id())
            {
                return Err(CubeError::DuplicateId {
                    id: dimension.id().clone(),
                });
            }
            let groupings = dimension.groupings();
            for (at, grouping) in groupings.iter().enumerate() {
                if groupings[..at]
                    .iter()
                    .any(|earlier| earlier.id() == grouping.id())
                {
                    return Err(CubeError::DuplicateId {
                        id: grouping.id().clone(),
                    });
                }
            }
        }
        Ok(())
    }

    /// The dimensions, in order.
    #[must_use]
    pub fn dimensions(&self) -> &[Dimension] {
        &self.dimensions
    }
    /// The dimension at a position.
    #[must_use]
    pub fn dimension(&self, at: DimIx) -> &Dimension {
        &self.dimensions[at.0]
    }
    /// Whether figures may be added along a dimension: its own word, else the dataset's.
    pub(super) fn aggregation_of(&self, at: DimIx) -> Option<Aggregation> {
        self.dimension(at)
            .aggregation()
            .or(self.metadata.aggregation)
    }
    /// The first dimension of a role.
    #[must_use]
    pub fn with_role(&self, role: Role) -> Option<DimIx> {
        self.dimensions
            .iter()
            .position(|dimension| dimension.role() == role)
            .map(DimIx)
    }
    /// Sizes and strides.
    #[must_use]
    pub fn shape(&self) -> &Shape {
        &self.shape
    }
    /// The values, row-major, 0 where there is none.
    #[must_use]
    pub fn values(&self) -> &Values {
        &self.values
    }
    /// The cells without a value, ascending.
    #[must_use]
    pub fn absent(&self) -> &[usize] {
        &self.absent
    }
    /// The statuses of the cells.
    #[must_use]
    pub fn statuses(&self) -> &Statuses {
        &self.statuses
    }
    /// What the publisher says of it.
    #[must_use]
    pub fn metadata(&self) -> &Metadata {
        &self.metadata
    }

    /// The language in which a reader of `lang` is given a label of this cube, where it is another: that
    /// of the file's own labels. `None` too where the file does not say which that is.
    #[must_use]
    pub fn other_lang(&self, label: &Label, lang: &str) -> Option<&str> {
        let own = self.metadata.lang.as_deref()?;
        (own != lang && !label.has_lang(lang)).then_some(own)
    }

    /// The finest level of places at which at least half have a figure of their own: the regions, else
    /// the grouping with the most such groups. `None` where the publisher does not say what the regions'
    /// figures rest on, or no level has it.
    #[must_use]
    pub fn published_level(&self) -> Option<Axis> {
        self.published_level
    }

    /// What the controls hold; `None` where the publisher does not tell what was derived.
    pub(super) fn held(&self) -> Option<&HeldFigures> {
        self.held.as_ref()
    }

    /// How it is read.
    pub(super) fn readings(&self) -> &ReadingStore {
        &self.readings
    }

    /// How many decimals the figures of a measure have: a position along the first metric dimension,
    /// 0 where there is none. As many as are declared, else the most that a value has.
    pub(super) fn decimals(&self, measure: usize) -> Decimals {
        self.decimals.get(measure).copied().unwrap_or_default()
    }

    /// Why a cell has no value; `None` where it has one.
    #[must_use]
    pub fn gap(&self, cell: usize) -> Option<Gap> {
        self.absent.binary_search(&cell).ok()?;
        Some(self.status_gap(cell))
    }

    /// Why a cell without a value has none.
    pub(super) fn status_gap(&self, cell: usize) -> Gap {
        let status = self.statuses.get(cell);
        status.map_or(Gap::Missing, super::Status::gap)
    }

    /// Whether a figure of a measure is below zero; the measure as of [`Self::decimals`].
    pub(super) fn is_signed(&self, measure: usize) -> bool {
        self.signed.get(measure).copied().unwrap_or_default()
    }

    /// The figure of one cell.
    #[must_use]
    pub fn observation(&self, cell: usize) -> Figure {
        match self.gap(cell) {
            None | Some(Gap::CannotExist) => Figure::Number(self.values.get(cell)),
            Some(Gap::Suppressed(bound)) if bound.is_bounded() => Figure::Between(bound),
            Some(Gap::Suppressed(_)) => Figure::Suppressed,
            Some(Gap::Missing) => Figure::Missing,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cube::{Category, Code, Id, Label, NO_STATUS, Status};

    fn dimension(id: &str) -> Dimension {
        let categories = ["a", "b"].map(|code| Category::new(Code::new(code), Label::new(code)));
        Dimension::new(Id::new(id), Label::new(id), Role::Geo, categories.to_vec()).unwrap()
    }

    fn cube(values: Values, absent: &[usize], statuses: Statuses) -> Result<Cube, CubeError> {
        let gaps = (absent.to_vec(), statuses);
        Cube::new(vec![dimension("d")], values, gaps, Metadata::default())
    }

    #[test]
    fn sizes_must_fit() {
        let two = || Values::Whole(vec![1, 2]);
        let each = |cells: &[u8]| Statuses::Each {
            list: vec![Status::new("E")],
            cells: cells.to_vec(),
        };
        let error = |cube: Result<Cube, CubeError>| cube.unwrap_err().to_string();
        let none = Statuses::None;
        assert_eq!(
            error(cube(Values::Whole(vec![1]), &[], none.clone())),
            "1 values, expected 2"
        );
        assert_eq!(
            error(cube(Values::Real(vec![1.0, f64::NAN]), &[], none.clone())),
            "value of cell 1 is not a finite number"
        );
        assert_eq!(
            error(cube(two(), &[1, 0], none.clone())),
            "absent cell 0 is out of order or beyond the 2 cells"
        );
        assert_eq!(
            error(cube(two(), &[2], none)),
            "absent cell 2 is out of order or beyond the 2 cells"
        );
        assert_eq!(
            error(cube(two(), &[], each(&[0]))),
            "1 statuses, expected 2"
        );
        assert_eq!(
            error(cube(two(), &[], each(&[NO_STATUS, 1]))),
            "status of cell 1 is number 1, there are 1"
        );
        assert!(cube(two(), &[0, 1], each(&[NO_STATUS, 0])).is_ok());
    }

    #[test]
    fn a_number_in_an_absent_cell_is_forgotten() {
        let cube = cube(Values::Whole(vec![7, 5]), &[0], Statuses::None).unwrap();
        assert_eq!(cube.values(), &Values::Whole(vec![0, 5]));
        assert_eq!(cube.observation(0), Figure::Missing);
    }

    #[test]
    fn no_two_dimensions_have_the_same_id() {
        let twice = vec![dimension("d"), dimension("d")];
        let values = Values::Whole(vec![0; 4]);
        let error = Cube::new(
            twice,
            values,
            (Vec::new(), Statuses::None),
            Metadata::default(),
        );
        assert_eq!(error, Err(CubeError::DuplicateId { id: Id::new("d") }));
    }
}
