//! What always holds, one file a concept.

mod files;
mod readings;
mod search;
mod selections;
