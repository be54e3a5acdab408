//! What always holds, one file a concept.

mod files;
mod search;
mod selections;
