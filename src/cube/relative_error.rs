//! How far a model was off where what it estimates was known.

/// How far the figures of a model were off, in back-tests: each known figure was left out, and the model made
/// again. Percent of the known figure.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RelativeError {
    /// Half of the figures were off by less.
    pub median_percent: f64,
    /// Nine of ten figures were off by less.
    pub p90_percent: f64,
    /// How many figures were left out and compared.
    pub cases: usize,
}
