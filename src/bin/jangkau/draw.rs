//! `jangkau draw`: the picture of a link.

use std::error::Error;
use std::path::PathBuf;

use clap::{Args, ValueEnum};
use jangkau::publish::draw::{boundaries, draw, needs_boundaries};
use jangkau::publish::error::SiteError;
use jangkau::scale::Theme;

use super::dataset::Dataset;

#[derive(Debug, Args)]
pub(crate) struct DrawArgs {
    /// The link: `en/ID/?year=2025`, with or without host. With `tab=trend` its periods are drawn as
    /// lines, else its map.
    link: String,
    /// The file to write.
    #[arg(long)]
    out: PathBuf,
    /// What the picture is to be seen on.
    #[arg(long, value_enum, default_value = "light")]
    theme: ThemeArg,
    #[command(flatten)]
    dataset: Dataset,
    /// A `TopoJSON` file instead of the boundaries that the site's list names.
    #[arg(long)]
    boundaries: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum ThemeArg {
    Light,
    Dark,
    Contrast,
}

pub(crate) fn picture(args: &DrawArgs) -> Result<(), Box<dyn Error>> {
    let opened = args.dataset.open(&args.link)?;
    let theme = match args.theme {
        ThemeArg::Light => Theme::Light,
        ThemeArg::Dark => Theme::Dark,
        ThemeArg::Contrast => Theme::Contrast,
    };
    let topology = needs_boundaries(&opened, &args.link)
        .then(|| boundaries(&opened, args.boundaries.as_deref()))
        .transpose()?;
    let drawing = draw(&opened, topology, &args.link, theme)?;
    for notice in &drawing.notices {
        eprintln!("note: {notice}");
    }
    std::fs::write(&args.out, drawing.svg).map_err(|source| SiteError::Write {
        path: args.out.clone(),
        source,
    })?;
    Ok(())
}
