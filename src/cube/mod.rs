//! A statistical cube in memory and the questions asked of it.
//!
//! [`Cube`] is dense, row-major and validated once; a [`Selection`] holds one clause for each
//! dimension or grouping; [`linked`] answers with the total and every marginal.

mod category;
mod contraction;
#[allow(
    clippy::module_inception,
    reason = "one file a concept, and this one is the cube"
)]
mod cube;
mod dimension;
mod error;
mod grouping;
mod id;
mod label;
mod linked;
mod metadata;
mod observation;
mod order;
mod selection;
mod shape;

pub use category::{Category, Code, Members};
pub use cube::{Axis, Cube, Values};
pub use dimension::{CatIx, DimIx, Dimension, Role};
pub use error::CubeError;
pub use grouping::Grouping;
pub use id::{GroupingIx, Id};
pub use label::Label;
pub use linked::{Linked, Marginal, Sum, linked};
pub use metadata::{
    Aggregation, Basis, Conflict, Control, ControlKind, Denominator, HeadlineFact, Metadata, Noun,
    Rests, Source,
};
pub use observation::{Figure, Gap, NO_STATUS, Status, Statuses};
pub use order::order_by;
pub use selection::Selection;
pub use shape::Shape;
