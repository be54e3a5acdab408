//! `jangkau query`: the figures of a link.

use std::error::Error;

use clap::{Args, ValueEnum};
use jangkau::publish::query::{Form, answer};

use super::dataset::Dataset;
use super::print;

#[derive(Debug, Args)]
pub(crate) struct QueryArgs {
    /// The link: `en/ID/?year=2025`, with or without host.
    link: String,
    #[command(flatten)]
    dataset: Dataset,
    /// A dimension or grouping to list.
    #[arg(long)]
    by: Option<String>,
    /// How the answer is written.
    #[arg(long, value_enum, default_value = "text")]
    format: FormArg,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum FormArg {
    Text,
    Csv,
    /// Every cell, as CSV.
    Cells,
    Json,
}

pub(crate) fn query(args: &QueryArgs) -> Result<(), Box<dyn Error>> {
    let opened = args.dataset.open(&args.link)?;
    let form = match args.format {
        FormArg::Text => Form::Text,
        FormArg::Csv => Form::Csv,
        FormArg::Cells => Form::Cells,
        FormArg::Json => Form::Json,
    };
    let answer = answer(&opened, &args.link, args.by.as_deref(), form)?;
    for notice in &answer.notices {
        eprintln!("note: {notice}");
    }
    print(&answer.text);
    Ok(())
}
