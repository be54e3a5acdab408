//! Bytes to JSON, within the limits.

use serde::de::Deserialize;

use crate::formats::error::{Failure, FormatError};
use crate::formats::limits::Limits;

/// Bytes to a document, within the limits of size and nesting.
pub(in crate::formats) fn parse<T: for<'de> Deserialize<'de>>(
    bytes: &[u8],
    limits: &Limits,
) -> Result<T, Failure> {
    if bytes.len() > limits.bytes {
        return Err(Failure::from(FormatError::TooLarge {
            limit: limits.bytes,
            found: bytes.len(),
        }));
    }
    check_nesting(bytes, limits.nesting)?;
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    serde_json::from_slice(bytes).map_err(|error| {
        let message = error.to_string();
        Failure::from(FormatError::Syntax { message })
    })
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
