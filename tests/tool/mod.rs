//! What the packed tool does, one file a concept.

mod faults;
mod packed;
mod published;
mod runs;
mod site;
