//! `jangkau read`: how a file is read where nothing is chosen.

use std::error::Error;
use std::path::PathBuf;

use clap::Args;
use jangkau::publish::read::reading_text;

use super::print;

#[derive(Debug, Args)]
pub(crate) struct ReadArgs {
    /// The file of a dataset.
    file: PathBuf,
    /// Of several datasets in the file, the one of this name, or number from 1.
    #[arg(long, value_name = "NAME")]
    dataset: Option<String>,
    /// The language of the answer.
    #[arg(long, default_value = "en")]
    lang: String,
}

pub(crate) fn read(args: &ReadArgs) -> Result<(), Box<dyn Error>> {
    print(&reading_text(
        &args.file,
        args.dataset.as_deref(),
        &args.lang,
    )?);
    Ok(())
}
