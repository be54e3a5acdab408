//! What always holds, one file a concept.

mod files;
mod hidden;
mod search;
mod selections;
