//! What always holds, one file a concept.

mod disclosed;
mod files;
mod hidden;
mod levels;
mod px;
mod readings;
mod sdmx_csv;
mod search;
mod selections;
