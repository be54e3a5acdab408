//! The default dataset: a cube modelled from every figure that has been published.
//!
//! No table that crosses two traits was ever published, so the cube is the one of largest entropy
//! under what was: people spread over regions in proportion to population, then bent by
//! iterative proportional fitting until the published totals hold, then rounded to whole
//! persons. Nothing in the code is a figure that stands in `figures.csv`; what is derived from one
//! says so in the note of its control.
//!
//! Cells: year (4) x region (514) x sex (2) x age (5) x education (5) x training (2) x
//! disability (2), row-major.

mod backtest;
mod basis;
mod block_years;
mod blocks;
mod checks;
mod control;
mod count_checks;
mod counts;
mod dataset;
mod dimensions;
mod error;
mod estimate;
mod everyday_names;
mod fact_words;
mod facts;
mod figures;
mod fit;
mod hard;
mod ipf;
mod keys;
mod layout;
mod list;
mod local;
mod local_shares;
mod measure;
mod model_card;
mod national;
mod people;
mod persons;
mod places;
mod provinces;
mod records;
mod regions;
mod release;
mod report;
mod rounding;
mod rounding_errors;
mod shares;
mod sources;
mod texts;
mod whole;

pub(crate) use error::ModelError;
pub(crate) use release::{write_default_dataset, write_model_card};
pub(crate) use rounding_errors::RoundingErrors;
pub(crate) use sources::Sources;
