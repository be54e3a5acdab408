//! A way out of a view that shows nothing.

use crate::view_state::Change;

/// What can be changed so that there is something to see.
#[derive(Debug, Clone, PartialEq)]
pub struct WayOut {
    /// The change.
    pub change: Change,
    /// In words, with what it gives.
    pub text: String,
}
