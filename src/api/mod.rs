//! GLUE: what partners' scripts ask of a dataset, and the pictures that the page itself asks for.

mod answer;
mod dimensions;
mod opened;

pub use answer::{Answer, Marginal};
pub use dimensions::{Dimension, Grouping, Member};
pub use opened::{ApiError, Opened};
