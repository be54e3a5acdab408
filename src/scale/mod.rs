//! Values to classes and classes to colours: class breaks, legends, ramps. Names no sibling.
//!
//! ```
//! use jangkau::scale::{Breaks, ClassCount, ClassMethod};
//! let values = [3.0, 11.0, 12.0, 40.0, 41.0, 95.0];
//! let breaks = Breaks::of(ClassMethod::Natural, &values, ClassCount::nearest(3)).unwrap();
//! assert_eq!(breaks.class_of(12.0).index(), 0);
//! assert_eq!(breaks.class_of(95.0).index(), 2);
//! ```

mod breaks;
mod class;
mod class_method;
mod css;
mod diverging;
mod hue;
mod oklab;
mod partition;
mod ramp;
mod roundest;
mod ties;

pub use breaks::Breaks;
pub use class::{Class, ClassCount};
pub use class_method::ClassMethod;
pub use css::{by_theme, stylesheet};
pub use hue::{LowContrast, in_hue, low_contrasts, picture_in_hue, stylesheet_in_hue};
pub use oklab::{OkLab, Rgb};
pub use ramp::{Ramp, Theme, colours};
