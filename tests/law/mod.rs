//! What always holds, one file a concept.

mod files;
mod hidden;
mod levels;
mod readings;
mod search;
mod selections;
