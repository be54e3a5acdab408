//! Bytes to JSON, within the limits.

use serde::de::DeserializeSeed;

use super::unique::refuse_twice;
use super::{Keep, Part, Tree};
use crate::formats::error::{Failure, FormatError};
use crate::formats::limits::Limits;

/// The part of a document that is kept, within the limits of size and nesting; no object says a key
/// twice.
pub(in crate::formats) fn parse(
    bytes: &[u8],
    limits: &Limits,
    keep: &'static Keep,
) -> Result<Tree, Failure> {
    let tree = parse_as(Part(keep), bytes, limits)?;
    refuse_twice(&tree)?;
    Ok(tree)
}

/// What a seed makes of a document, within the limits of size and nesting.
pub(in crate::formats) fn parse_as<'de, S: DeserializeSeed<'de>>(
    seed: S,
    bytes: &'de [u8],
    limits: &Limits,
) -> Result<S::Value, Failure> {
    limits.check_size(bytes)?;
    check_nesting(bytes, limits.nesting)?;
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let mut deserializer = serde_json::Deserializer::from_slice(bytes);
    let value = seed
        .deserialize(&mut deserializer)
        .map_err(|error| syntax(&error))?;
    deserializer.end().map_err(|error| syntax(&error))?;
    Ok(value)
}

#[cold]
pub(in crate::formats) fn syntax(error: &serde_json::Error) -> Failure {
    let message = error.to_string();
    Failure::from(FormatError::Syntax { message })
}

fn check_nesting(bytes: &[u8], limit: usize) -> Result<(), Failure> {
    let (mut depth, mut text, mut escaped) = (0_usize, false, false);
    for (at, byte) in bytes.iter().enumerate() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if text => escaped = true,
            b'"' => text = !text,
            b'[' | b'{' if !text => depth += 1,
            b']' | b'}' if !text => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > limit {
            return Err(Failure::from(FormatError::TooDeep { limit, at }));
        }
    }
    Ok(())
}
