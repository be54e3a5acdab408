//! A statistical cube in memory and the questions asked of it.
//!
//! [`Cube`] is dense, row-major and validated once; a [`Selection`] holds one clause for each
//! dimension or grouping; [`linked`] answers with the total and every marginal.

mod axis;
mod category;
mod contraction;
mod control;
mod counted;
#[allow(
    clippy::module_inception,
    reason = "one file a concept, and this one is the cube"
)]
mod cube;
mod cut;
mod decimals;
mod dimension;
mod error;
mod everyday_name;
mod fact;
mod figure;
mod footing;
mod grouping;
mod held;
mod id;
mod interval;
mod label;
mod linked;
mod marginal;
mod metadata;
mod noun;
mod order;
mod parts;
mod precision;
mod published_level;
mod reading;
mod relative_error;
mod selection;
mod shape;
mod status;
mod subsets;
mod sum;
mod sureness;
mod unit;
mod values;

pub use axis::Axis;
pub use category::{Category, Code, Members};
pub use control::{Control, ControlKind, Derived, DerivedBy, Printed, PrintedUnit};
pub use cube::Cube;
pub use decimals::Decimals;
pub use dimension::{DefaultCategory, Dimension, Role};
pub use error::CubeError;
pub use everyday_name::EverydayName;
pub use fact::{Fact, Question, answers, lies_in};
pub use figure::Figure;
pub use footing::Footing;
pub use grouping::Grouping;
pub use id::{CatIx, DimIx, GroupingIx, Id};
pub use interval::Interval;
pub use label::Label;
pub use linked::{Linked, linked};
pub use marginal::Marginal;
pub use metadata::{
    Aggregation, Basis, Conflict, Denominator, HeadlineFact, Metadata, Provenance, Source,
};
pub use noun::{Noun, NounForms};
pub use order::order_by;
pub use reading::{
    Addable, AddedBy, Additivity, DimensionReading, How, Period, ProvenSum, Reading, Readings,
    Reason, Sex, infer_roles,
};
pub(crate) use reading::{PeriodOrder, Rule, SumTolerance, Sums};
pub use relative_error::RelativeError;
pub use selection::Selection;
pub use shape::Shape;
pub use status::{Gap, NO_STATUS, Status, Statuses};
pub(crate) use subsets::subsets;
pub use sum::Sum;
pub use sureness::{FigureKind, Ground, Grounds, Sureness};
pub use unit::{MeasuringType, Unit, UnitKind};
pub use values::Values;
