//! The cells of a cube as a reader finds them: a number, or why there is none.

use crate::cube::{
    Cube, CubeError, Decimals, Dimension, Gap, Interval, Metadata, NO_STATUS, Role, Status,
    Statuses, Unit, UnitKind, Values, infer_roles,
};

/// Values of cells, NaN where there is none, as a cube takes them, and the ascending list of those
/// without one.
#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "all are whole and fit"
)]
pub(crate) fn values_and_absent(mut dense: Vec<f64>) -> (Values, Vec<usize>) {
    let mut absent = Vec::new();
    let mut whole = true;
    for (cell, value) in dense.iter_mut().enumerate() {
        if value.is_nan() {
            absent.push(cell);
            *value = 0.0;
        }
        whole &= value.fract() == 0.0 && (0.0..=f64::from(u32::MAX)).contains(value);
    }
    let values = if whole {
        Values::Whole(dense.into_iter().map(|value| value as u32).collect())
    } else {
        Values::Real(dense)
    };
    (values, absent)
}

/// The statuses of cells, as they come.
#[derive(Debug)]
pub(crate) struct StatusCells {
    list: Vec<Status>,
    cells: Vec<u8>,
}

/// More than 255 different statuses.
#[derive(Debug)]
pub(crate) struct TooManyStatuses;

impl StatusCells {
    /// So many cells, as yet without a status.
    pub(crate) fn new(cells: usize) -> Self {
        Self {
            list: Vec::new(),
            cells: vec![NO_STATUS; cells],
        }
    }
    /// Gives a cell a status; an empty text says nothing.
    pub(crate) fn put(&mut self, cell: usize, status: &str) -> Result<(), TooManyStatuses> {
        if status.is_empty() {
            return Ok(());
        }
        let known = self.list.iter().position(|known| known.as_str() == status);
        let place = known.unwrap_or_else(|| {
            self.list.push(Status::new(status));
            self.list.len() - 1
        });
        let code = u8::try_from(place).ok().filter(|&code| code != NO_STATUS);
        self.cells[cell] = code.ok_or(TooManyStatuses)?;
        Ok(())
    }
    /// Whether a cell has none yet.
    pub(super) fn is_free(&self, cell: usize) -> bool {
        self.cells[cell] == NO_STATUS
    }
    /// The statuses in the order of the cells, whichever came first.
    fn in_order(self) -> Self {
        let mut places = vec![NO_STATUS; self.list.len()];
        let mut list = Vec::with_capacity(self.list.len());
        let mut cells = self.cells;
        for code in cells.iter_mut().filter(|code| **code != NO_STATUS) {
            let place = &mut places[usize::from(*code)];
            if *place == NO_STATUS {
                // There are at most 255 of them.
                *place = u8::try_from(list.len()).unwrap_or_default();
                list.push(self.list[usize::from(*code)].clone());
            }
            *code = *place;
        }
        Self { list, cells }
    }
    /// The statuses, of which there may be none.
    pub(super) fn into_statuses(self) -> Statuses {
        let Self { list, cells } = self;
        Statuses::Each { list, cells }
    }
    /// The same, of a file that has no place of its own for them: where there are none, it says nothing.
    pub(crate) fn into_any_statuses(self) -> Statuses {
        if self.list.is_empty() {
            return Statuses::None;
        }
        self.into_statuses()
    }
}

/// What the symbols of a file say of cells without a value, beside what they say by themselves.
#[derive(Debug, Default)]
pub(super) struct Symbols<'a> {
    /// Symbols that hide a value, with what it may be.
    pub(super) bounds: Vec<(&'a str, Interval)>,
    /// Of a table of `PxWeb`, where `:` is suppressed and `.` counts as nothing, as `M` does.
    pub(super) of_px: bool,
}

impl Symbols<'_> {
    /// The statuses with what their symbols mean. A limit (`<5`) bounds whole counts only (`counts`): of a
    /// rate, or of figures in thousands, it may hide anything.
    pub(super) fn applied(&self, statuses: Statuses, counts: bool) -> Statuses {
        let known = |status: Status| self.meaning(status, counts);
        match statuses {
            Statuses::None => Statuses::None,
            Statuses::All(status) => Statuses::All(known(status)),
            Statuses::Each { list, cells } => Statuses::Each {
                list: list.into_iter().map(known).collect(),
                cells,
            },
        }
    }

    fn meaning(&self, status: Status, counts: bool) -> Status {
        let symbol = status.as_str();
        let declared = self.bounds.iter().find(|(known, _)| *known == symbol);
        match (declared, symbol) {
            (Some((_, bound)), _) => Status::with_gap(symbol, Gap::Suppressed(*bound)),
            (None, ":") if self.of_px => {
                Status::with_gap(symbol, Gap::Suppressed(Interval::UNBOUNDED))
            }
            (None, ".") if self.of_px => Status::new("M"),
            _ if !counts && matches!(status.gap(), Gap::Suppressed(_)) => {
                Status::with_gap(symbol, Gap::Suppressed(Interval::UNBOUNDED))
            }
            _ => status,
        }
    }
}

/// Whether every figure of a file is a whole count: none below zero or broken, none in percent, in
/// thousands or with decimals, by what its units say.
pub(super) fn are_counts(values: &Values, dimensions: &[Dimension]) -> bool {
    let categories = dimensions.iter().flat_map(|it| it.categories().iter());
    let mut units = categories.filter_map(|(_, category)| category.unit());
    let is_count = |unit: &Unit| {
        let decimals = unit.decimals.map_or(0, Decimals::count);
        let percent = unit.text().contains(['%', '‰']) || unit.symbol.contains(['%', '‰']);
        let is_ratio = unit.kind == Some(UnitKind::Ratio);
        decimals == 0 && unit.multiplier == 0 && !percent && !is_ratio && !unit.says_magnitude()
    };
    matches!(values, Values::Whole(_)) && units.all(is_count)
}

/// The cells of a table, row-major.
#[derive(Debug)]
pub(super) struct Cells {
    /// NaN where there is none.
    pub(super) values: Vec<f64>,
    pub(super) statuses: StatusCells,
}

impl Cells {
    /// So many cells of one value, without a status.
    pub(super) fn all(value: f64, cells: usize) -> Self {
        Self {
            values: vec![value; cells],
            statuses: StatusCells::new(cells),
        }
    }

    /// The cube of dimensions, each with the role that its file says, and these cells.
    pub(super) fn into_cube(
        self,
        dimensions: Vec<(Dimension, Option<Role>)>,
        symbols: &Symbols<'_>,
        metadata: Metadata,
    ) -> Result<Cube, CubeError> {
        let (dimensions, said): (Vec<_>, Vec<_>) = dimensions.into_iter().unzip();
        let roles = infer_roles(&dimensions, &said);
        let dimensions: Vec<Dimension> = dimensions
            .into_iter()
            .zip(roles)
            .map(|(dimension, role)| dimension.with_role(role))
            .collect();
        let (values, absent) = values_and_absent(self.values);
        let statuses = self.statuses.in_order().into_any_statuses();
        let statuses = symbols.applied(statuses, are_counts(&values, &dimensions));
        Cube::new(dimensions, values, (absent, statuses), metadata)
    }
}
