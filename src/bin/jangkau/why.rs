//! `jangkau why`: how a figure of a link came about.

use std::error::Error;

use clap::{Args, ValueEnum};
use jangkau::publish::why::{Form, answer};

use super::dataset::Dataset;
use super::print;

#[derive(Debug, Args)]
pub(crate) struct WhyArgs {
    /// The link: `en/ID/?why=sex:F`, with or without host; without `why=` the figure of the view is meant.
    link: String,
    #[command(flatten)]
    dataset: Dataset,
    /// How the answer is written.
    #[arg(long, value_enum, default_value = "text")]
    format: FormArg,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum FormArg {
    Text,
    /// One paragraph, to print.
    Paragraph,
    Json,
}

pub(crate) fn why(args: &WhyArgs) -> Result<(), Box<dyn Error>> {
    let opened = args.dataset.open(&args.link)?;
    let form = match args.format {
        FormArg::Text => Form::Text,
        FormArg::Paragraph => Form::Paragraph,
        FormArg::Json => Form::Json,
    };
    let answer = answer(&opened, &args.link, (form, &args.dataset.arguments()))?;
    for notice in &answer.notices {
        eprintln!("note: {notice}");
    }
    print(&answer.text);
    Ok(())
}
