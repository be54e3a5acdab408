//! The state of a view: everything a shared link restores.

use super::level::usual_level;
use super::{ClassScope, Classing, MapForm};
use crate::cube::{Axis, CatIx, Cube, DimIx, DimensionReading, Role, Selection};
use crate::embed::Options;

/// A place in focus: a category of the geographical dimension, or a group of a grouping of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Place {
    /// The geographical dimension or one of its groupings.
    pub axis: Axis,
    /// Its category or group.
    pub at: CatIx,
}

/// What is shown of the figures (`as`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Quantity {
    /// People of the selection.
    #[default]
    Count,
    /// The selection over all people of the place in the same period.
    Share,
    /// The selection per 1,000 inhabitants.
    Rate,
    /// The rate of the place over the rate of the whole, times 100.
    Index,
}

impl Quantity {
    /// All, in the order they are offered.
    pub const ALL: [Self; 4] = [Self::Count, Self::Share, Self::Rate, Self::Index];

    /// As written in a link.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Count => "count",
            Self::Share => "share",
            Self::Rate => "rate",
            Self::Index => "index",
        }
    }
    /// Whether a dataset has it: only what may be added up is divided, a rate by a denominator.
    #[must_use]
    pub fn is_offered(self, cube: &Cube) -> bool {
        match self {
            Self::Count => true,
            Self::Share => has_shares(cube),
            Self::Rate | Self::Index => counts(cube) && !cube.metadata().denominators.is_empty(),
        }
    }
}

/// Columns that a table can be laid across, at most.
const ACROSS: usize = 40;

/// What the rows of the table are where the reader does not say: the places; in a dataset without
/// places the categories of the dimension that has most of them; where there is none but time, the
/// periods. `None` where only the measure is left to choose.
#[must_use]
pub fn usual_rows(cube: &Cube) -> Option<Axis> {
    let mut rows = None;
    for (at, dimension) in cube.dimensions().iter().enumerate() {
        // Any dimension comes before time.
        let size = match dimension.role() {
            Role::Geo => return Some(Axis::of_dimension(DimIx(at))),
            Role::Classification => dimension.categories().len(),
            Role::Time if dimension.categories().len() > 1 => 1,
            Role::Time | Role::Metric => 0,
        };
        let least = rows.map_or(0, |(_, size)| size);
        if size > least && (size > 1 || dimension.role() == Role::Time) {
            rows = Some((DimIx(at), size));
        }
    }
    rows.map(|(at, _)| Axis::of_dimension(at))
}

/// Whether the rows of the table can be the members of an axis: places, or several of one measure.
#[must_use]
pub fn can_be_rows(cube: &Cube, axis: Axis) -> bool {
    match cube.dimension(axis.dimension()).role() {
        Role::Geo => true,
        Role::Time | Role::Classification => cube.members(axis).len() > 1,
        Role::Metric => false,
    }
}

/// Whether an axis can be laid across the columns of a table with such rows: one of another
/// dimension, whose members are few and of the same measure.
#[must_use]
pub fn can_be_columns(cube: &Cube, rows: Option<Axis>, axis: Axis) -> bool {
    let is_rows = rows.is_some_and(|rows| rows.dimension() == axis.dimension());
    (2..=ACROSS).contains(&cube.members(axis).len())
        && !is_rows
        && cube.dimension(axis.dimension()).role() != Role::Metric
}

/// Whether a dimension has parts that add up, so that a part has a share.
pub(super) fn has_shares(cube: &Cube) -> bool {
    let reading = cube.reading(&Selection::all());
    reading.dimensions().any(DimensionReading::parts_add)
}

/// Whether the figures are counts, of which there are so many per inhabitant.
pub(super) fn counts(cube: &Cube) -> bool {
    cube.reading(&Selection::all()).counts()
}

/// What fills the stage (`tab`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Tab {
    /// The map.
    #[default]
    Map,
    /// The table alone.
    Table,
    /// The periods as lines.
    Trend,
    /// The published facts about the place.
    Facts,
    /// What the figures are.
    About,
}

impl Tab {
    /// All, in the order they are offered.
    pub const ALL: [Self; 5] = [
        Self::Map,
        Self::Table,
        Self::Trend,
        Self::Facts,
        Self::About,
    ];

    /// As written in a link.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Map => "map",
            Self::Table => "table",
            Self::Trend => "trend",
            Self::Facts => "facts",
            Self::About => "about",
        }
    }
}

/// A column of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Column {
    /// Code of the place.
    Code,
    /// Name of the place.
    Name,
    /// The group it belongs to.
    Group,
    /// People of the selection.
    Value,
    /// The selection over all people of the place.
    Share,
    /// The selection per 1,000 inhabitants.
    Rate,
    /// The change from the base period.
    Change,
    /// A member of what is laid across the columns.
    Of(CatIx),
}

impl Column {
    /// Those with a name of their own, from left to right.
    pub const ALL: [Self; 7] = [
        Self::Code,
        Self::Name,
        Self::Group,
        Self::Value,
        Self::Share,
        Self::Rate,
        Self::Change,
    ];

    /// As written in a link; a category is written as its code.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Code => "code",
            Self::Name => "name",
            Self::Group => "group",
            Self::Value => "value",
            Self::Share => "share",
            Self::Rate => "rate",
            Self::Change => "change",
            Self::Of(_) => "",
        }
    }
    /// Whether a dataset has it; a change and a category depend on the view, too.
    #[must_use]
    pub fn is_offered(self, cube: &Cube) -> bool {
        match self {
            Self::Code | Self::Name | Self::Value | Self::Change | Self::Of(_) => true,
            Self::Group => cube.axes().any(|axis| {
                axis.grouping().is_some() && cube.with_role(Role::Geo) == Some(axis.dimension())
            }),
            Self::Share => match usual_rows(cube) {
                Some(rows) if cube.with_role(Role::Geo).is_none() => cube
                    .reading(&Selection::all())
                    .of(rows.dimension())
                    .parts_add(),
                _ => Quantity::Share.is_offered(cube),
            },
            Self::Rate => Quantity::Rate.is_offered(cube),
        }
    }
    /// Whether its numbers are those of the quantity that is shown.
    pub(super) fn goes_by_quantity(self) -> bool {
        matches!(self, Self::Change | Self::Of(_))
    }
    /// Whether it holds numbers, which are read best from the largest down.
    #[must_use]
    pub fn is_number(self) -> bool {
        !matches!(self, Self::Code | Self::Name | Self::Group)
    }
}

/// The order of the table (`sort`).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sort {
    /// By which column.
    pub column: Column,
    /// Largest, or last in the alphabet, first.
    pub descending: bool,
}

impl Default for Sort {
    fn default() -> Self {
        Self {
            column: Column::Value,
            descending: true,
        }
    }
}

/// A view of one dataset. Positions are those of the cube it was read with.
#[derive(Debug, Clone, PartialEq)]
pub struct ViewState {
    pub(super) lang: String,
    pub(super) dataset: String,
    pub(super) place: Option<Place>,
    pub(super) filters: Selection,
    pub(super) level: Option<Axis>,
    pub(super) quantity: Quantity,
    pub(super) share_of: Option<DimIx>,
    pub(super) from: Option<CatIx>,
    pub(super) tab: Tab,
    pub(super) map: MapForm,
    pub(super) classing: Classing,
    pub(super) class_scope: ClassScope,
    pub(super) rows: Option<Axis>,
    pub(super) cols: Option<Axis>,
    pub(super) sort: Sort,
    pub(super) search: String,
    pub(super) page: usize,
    pub(super) compared: Vec<Place>,
    pub(super) why: String,
    pub(super) release: Option<String>,
    pub(super) unknown: Vec<(String, String)>,
    pub(super) fragment: String,
    pub(super) options: Options,
    pub(super) locked: Vec<DimIx>,
}

impl ViewState {
    /// The landing view of a dataset.
    #[must_use]
    pub fn landing(lang: &str, dataset: &str) -> Self {
        Self {
            lang: lang.to_owned(),
            dataset: dataset.to_owned(),
            place: None,
            filters: Selection::all(),
            level: None,
            quantity: Quantity::default(),
            share_of: None,
            from: None,
            tab: Tab::default(),
            map: MapForm::default(),
            classing: Classing::default(),
            class_scope: ClassScope::default(),
            rows: None,
            cols: None,
            sort: Sort::default(),
            search: String::new(),
            page: 0,
            compared: Vec::new(),
            why: String::new(),
            release: None,
            unknown: Vec::new(),
            fragment: String::new(),
            options: Options::default(),
            locked: Vec::new(),
        }
    }

    /// Interface language.
    #[must_use]
    pub fn lang(&self) -> &str {
        &self.lang
    }
    /// Dataset in the site's list.
    #[must_use]
    pub fn dataset(&self) -> &str {
        &self.dataset
    }
    /// The place in focus; `None`: the whole.
    #[must_use]
    pub fn place(&self) -> Option<Place> {
        self.place
    }
    /// What is picked of dimensions and groupings, without the place.
    #[must_use]
    pub fn filters(&self) -> &Selection {
        &self.filters
    }
    /// What is shown of the figures.
    #[must_use]
    pub fn quantity(&self) -> Quantity {
        self.quantity
    }
    /// The base period of a change.
    #[must_use]
    pub fn from(&self) -> Option<CatIx> {
        self.from
    }
    /// What fills the stage.
    #[must_use]
    pub fn tab(&self) -> Tab {
        self.tab
    }
    /// What the map's areas are.
    #[must_use]
    pub fn map(&self) -> MapForm {
        self.map
    }
    /// How the map is classed.
    #[must_use]
    pub fn classing(&self) -> Classing {
        self.classing
    }
    /// What the rows of the table are; `None` for a dataset of nothing but measures.
    #[must_use]
    pub fn rows(&self, cube: &Cube) -> Option<Axis> {
        self.rows.or(self.listed(cube))
    }
    /// What the map shows, and the table too where it is not told other rows.
    pub(super) fn listed(&self, cube: &Cube) -> Option<Axis> {
        (self.level).or(usual_level(cube, (&self.filters, self.place)))
    }
    /// What is laid across the columns of the table.
    #[must_use]
    pub fn cols(&self) -> Option<Axis> {
        self.cols
    }
    /// The order of the table.
    #[must_use]
    pub fn sort(&self) -> Sort {
        self.sort
    }
    /// The group in focus, whose regions the view lists.
    pub(super) fn looked_into(&self) -> Option<Place> {
        self.place.filter(|place| place.axis.grouping().is_some())
    }
    /// The places compared with the one in focus, in the dataset's order.
    #[must_use]
    pub fn compared(&self) -> &[Place] {
        &self.compared
    }
    /// What the rows of the table are searched for; empty: nothing.
    #[must_use]
    pub fn search(&self) -> &str {
        &self.search
    }
    /// How the view looks where it stands.
    #[must_use]
    pub fn options(&self) -> &Options {
        &self.options
    }
    /// Whether the reader may not change what is picked along an axis.
    #[must_use]
    pub fn is_locked(&self, axis: Axis) -> bool {
        self.locked.contains(&axis.dimension())
    }
    /// Whether the table can be ordered by a column.
    pub(super) fn has_column(&self, column: Column, cube: &Cube) -> bool {
        let of_view = match column {
            Column::Change => self.from.is_some(),
            Column::Of(_) => self.cols.is_some(),
            Column::Code
            | Column::Name
            | Column::Group
            | Column::Value
            | Column::Share
            | Column::Rate => true,
        };
        of_view && column.is_offered(cube)
    }
    /// The release that the link pins.
    #[must_use]
    pub fn release(&self) -> Option<&str> {
        self.release.as_deref()
    }
}
