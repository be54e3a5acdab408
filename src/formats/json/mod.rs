//! JSON as far as the readers of formats share it: bytes to a tree, and the tree read by path.

mod node;
mod parse;
mod tree;

pub(super) use node::{Node, Table, too_many};
pub(super) use parse::parse;
pub(super) use tree::{Tree, TreeVisitor, refuse, refused};
