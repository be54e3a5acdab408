//! How a view looks where it stands: in the page, or in a partner's. Names no sibling.

mod message;
mod options;
mod snippet;

pub use message::Message;
pub use options::{Odd, Options, Part, Parts, ThemeChoice, Ui};
pub use snippet::{Form, Snippet, file_name};
