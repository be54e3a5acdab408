//! The cells of a cube while they are filled.

use crate::cube::{Status, Values};

/// Different statuses that a cube can have.
const MOST_STATUSES: usize = 255;

/// The cells of the cube as they are filled.
pub(super) struct Cells {
    pub(super) values: Vec<f64>,
    /// The line that each was read from, 0 of one that was not.
    pub(super) lines: Vec<usize>,
    pub(super) statuses: Vec<u8>,
    pub(super) list: Vec<Status>,
}

impl Cells {
    pub(super) fn mark(&mut self, cell: usize, text: &str) {
        let known = self.list.iter().position(|status| status.as_str() == text);
        let at = known.unwrap_or(self.list.len());
        if at == self.list.len() {
            if at == MOST_STATUSES {
                return;
            }
            self.list.push(Status::new(text));
        }
        self.statuses[cell] = u8::try_from(at).unwrap_or(u8::MAX);
    }
}

pub(super) fn dense(values: Vec<f64>) -> Values {
    let is_whole = |value: &f64| {
        value.is_nan() || value.fract() == 0.0 && (0.0..=f64::from(u32::MAX)).contains(value)
    };
    if !values.iter().all(is_whole) {
        let plain = |value: f64| if value.is_nan() { 0.0 } else { value };
        return Values::Real(values.into_iter().map(plain).collect());
    }
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "each was found to be whole and within reach; no number becomes 0"
    )]
    let whole = |value: f64| value as u32;
    Values::Whole(values.into_iter().map(whole).collect())
}
