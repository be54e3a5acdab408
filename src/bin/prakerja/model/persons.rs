//! Whole persons.

use super::ModelError;

/// The nearest whole number of persons.
pub(crate) fn persons(value: f64) -> u32 {
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "published counts from 0 to some ten million"
    )]
    let whole = (value + 0.5).floor() as u32;
    whole
}

/// What is left of `whole` without `part`.
///
/// # Errors
/// [`ModelError::Impossible`] when the part is larger; `what` names the two together.
pub(crate) fn left_of(what: &str, whole: u32, part: u32) -> Result<u32, ModelError> {
    whole
        .checked_sub(part)
        .ok_or_else(|| ModelError::Impossible {
            what: what.to_owned(),
            expected: format!("at least {part}"),
            found: whole.to_string(),
        })
}
