//! JSON as far as the readers of formats share it: bytes to a tree, and the tree read by path.

mod keep;
mod node;
mod parse;
mod tree;
mod unique;

pub(super) use keep::Keep;
pub(super) use node::{Node, THE_FILE, Table, too_many};
pub(super) use parse::{parse, parse_as, syntax};
pub(super) use tree::{Part, Tree, refuse, refused};
pub(super) use unique::refuse_twice;
