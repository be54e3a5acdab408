//! The patterns of what is no class, the same on the page and in a picture that stands alone.

use super::map::Fill;

/// Side of the square that repeats, in pixels, as an attribute has it.
pub const HATCH_PX: &str = "8";

/// The strokes of a fill's pattern within its square, as path data in pixels; each fill that is no
/// colour has its own. Empty for colours.
#[must_use]
pub fn hatch(fill: Fill) -> &'static str {
    match fill {
        Fill::Colour(_) | Fill::Out => "",
        // A dot.
        Fill::Zero => "M3.5 3.5h1v1h-1z",
        // Rising lines far apart.
        Fill::Missing => "M-1 9L9-1",
        // A lattice.
        Fill::Suppressed => "M0 0L8 8M0 8L8 0",
        // Upright lines.
        Fill::Open => "M2 0v8M6 0v8",
        // Falling lines.
        Fill::GroupPattern => "M-2 2L2 6L6 10M-2-6L10 6M2-6L10 2",
        // Rising lines.
        Fill::WholePattern => "M-2 6L6-2M2 10L10 2",
    }
}
