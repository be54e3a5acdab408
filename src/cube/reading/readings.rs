//! Every reading of a cube, worked out once: what a page is given beside the file.

use std::sync::Arc;

use super::choices::Choices;
use super::{Reading, decide};
use crate::cube::{CatIx, Cube, CubeError, Role};

/// How a cube is read at every choice of its measures.
#[derive(Debug, Clone, PartialEq)]
pub struct Readings {
    /// Role and size of each dimension.
    dimensions: Vec<(Role, usize)>,
    choices: Choices,
    /// One a choice.
    list: Vec<Arc<Reading>>,
}

impl Readings {
    /// The readings of a cube whose dimensions have these roles and sizes, one a choice of measures.
    ///
    /// # Errors
    /// [`CubeError::ReadingsSize`] when there are more or fewer than choices,
    /// [`CubeError::ReadingPosition`] when one names a category that is not there.
    pub(crate) fn new(
        dimensions: Vec<(Role, usize)>,
        readings: Vec<Reading>,
    ) -> Result<Self, CubeError> {
        let choices = Choices::of(dimensions.iter().copied());
        let (expected, found) = (choices.count(), readings.len());
        if expected != found {
            return Err(CubeError::ReadingsSize { expected, found });
        }
        let fits = |reading: &Reading| {
            let own = reading.dimensions.iter().zip(&dimensions);
            reading.dimensions.len() == dimensions.len()
                && own.into_iter().all(|(own, (_, size))| own.fits(*size))
        };
        if let Some(reading) = readings.iter().position(|reading| !fits(reading)) {
            return Err(CubeError::ReadingPosition { reading });
        }
        Ok(Self {
            dimensions,
            choices,
            list: readings.into_iter().map(Arc::new).collect(),
        })
    }

    /// Role and size of each dimension.
    #[must_use]
    pub fn dimensions(&self) -> &[(Role, usize)] {
        &self.dimensions
    }
    /// The readings, one a choice.
    #[must_use]
    pub fn list(&self) -> &[Arc<Reading>] {
        &self.list
    }

    pub(super) fn at(&self, measures: &[Option<CatIx>]) -> Arc<Reading> {
        Arc::clone(&self.list[self.choices.number(measures)])
    }
}

impl Cube {
    fn choices(&self) -> Choices {
        let dimensions = self.dimensions().iter();
        Choices::of(dimensions.map(|it| (it.role(), it.categories().len())))
    }

    /// How many readings the cube has: as many as there are choices of its measures, of each metric
    /// dimension one category or none.
    #[must_use]
    pub fn reading_count(&self) -> usize {
        self.choices().count()
    }

    /// All that [`Cube::reading`] can be asked for: what was given with the cube, else worked out.
    ///
    /// ```
    /// use jangkau::cube::*;
    /// let measure = Dimension::new(Id::new("measure"), Label::new("Measure"), Role::Metric, vec![
    ///     Category::new(Code::new("P"), Label::new("Persons")),
    ///     Category::new(Code::new("R"), Label::new("Rate")),
    /// ])?;
    /// let cube = Cube::new(vec![measure], Values::Whole(vec![12, 7]), Default::default(), Metadata::default())?;
    /// assert_eq!(cube.reading_count(), 3);
    /// assert_eq!(cube.all_readings().list()[0], cube.reading(&Selection::all()));
    /// # Ok::<(), CubeError>(())
    /// ```
    #[must_use]
    pub fn all_readings(&self) -> Readings {
        if let Some(given) = self.readings().given() {
            return given.clone();
        }
        let choices = self.choices();
        let all: Vec<_> = (0..choices.count())
            .map(|number| choices.measures(number))
            .collect();
        let readings = decide::readings(self, &all);
        let dimensions = self.dimensions().iter();
        Readings {
            dimensions: dimensions
                .map(|it| (it.role(), it.categories().len()))
                .collect(),
            choices,
            list: readings.into_iter().map(Arc::new).collect(),
        }
    }
}
