//! What always holds, one file a concept.

mod files;
mod hidden;
mod readings;
mod search;
mod selections;
