//! The command: builds a site, serves it, answers links, and packs itself.

mod build;
mod check;
mod dataset;
mod draw;
mod pack;
mod preview;
mod publish;
mod query;
mod read;
mod serve;
mod why;

use std::error::Error;
use std::io::{self, Write as _};
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::LazyLock;

use clap::{Args, Parser, Subcommand};
use jangkau::publish::compress::Quality;
use jangkau::publish::error::{SiteError, report};
use jangkau::publish::locate::Setting;
use jangkau::publish::pack::version_line;
use jangkau::publish::site::{Plan, UnsafeCounts};
use jangkau::publish::site_url::BasePath;

/// The hash of the page that this executable was packed with; a tool that cargo built by hand has
/// none, and takes any page of its version.
const PAGE: Option<&str> = option_env!("JANGKAU_PAGE_HASH");

static VERSION: LazyLock<String> = LazyLock::new(|| version_line(PAGE));

/// Explore published statistics: build a site, serve it, ask it.
#[derive(Debug, Parser)]
#[command(name = "jangkau", version = VERSION.as_str())]
struct Line {
    #[command(subcommand)]
    command: Task,
}

#[derive(Debug, Subcommand)]
enum Task {
    /// Read a table and put it into a site as a draft, with a report of everything that was found.
    Publish(publish::PublishArgs),
    /// Make the draft of a dataset its next release.
    Release(publish::DatasetArgs),
    /// Drop the draft of a dataset.
    Undo(publish::DatasetArgs),
    /// Take a release back: its file goes, its number stays with the day and the reason.
    Withdraw(publish::WithdrawArgs),
    /// Print everything that is found in the datasets of a site; fails on any error.
    Check(check::CheckArgs),
    /// Build the site and serve it on this machine.
    Serve(serve::ServeArgs),
    /// Serve the site under its real path, and follow what is changed in its folder.
    Preview(preview::PreviewArgs),
    /// Write the site into a folder for any static host.
    Build(build::BuildArgs),
    /// Print the figures of a link, by the page's own engine.
    Query(query::QueryArgs),
    /// Print how a figure of a link came about.
    Why(why::WhyArgs),
    /// Print how a file is read where nothing is chosen, with the evidence.
    Read(read::ReadArgs),
    /// Write the picture of a link as an SVG that stands alone.
    Draw(draw::DrawArgs),
    /// Write this tool as a folder that runs anywhere, from a checkout.
    Pack(pack::PackArgs),
}

/// Where a site is built from.
#[derive(Debug, Args)]
struct Sources {
    /// The folder of the site: `data/` with its list, and `site.toml`. Without it, the nearest from
    /// the working folder upwards; in a checkout `public/`.
    #[arg(long, value_name = "DIR")]
    site: Option<PathBuf>,
    /// The folder of the compiled page. Without it, that of `JANGKAU_PAGE`, then `page/` beside this
    /// executable; else it is compiled from the checkout around the working folder.
    #[arg(long, value_name = "DIR")]
    page: Option<PathBuf>,
}

impl Sources {
    /// A plan for a site at the root of a host, for this machine.
    fn plan(&self) -> Result<Plan, SiteError> {
        let setting = Setting::of_process(PAGE)?;
        Ok(Plan {
            site: setting.site(self.site.as_deref())?,
            page: setting.page(self.page.as_deref())?,
            out: None,
            base: BasePath::root(),
            address: None,
            quality: Quality::QUICK,
            is_preview: false,
            unsafe_counts: UnsafeCounts::Warn,
        })
    }
}

fn main() -> ExitCode {
    let done: Result<(), Box<dyn Error>> = match Line::parse().command {
        Task::Publish(args) => publish::publish(&args).map_err(Into::into),
        Task::Release(args) => publish::release(&args).map_err(Into::into),
        Task::Undo(args) => publish::undo(&args).map_err(Into::into),
        Task::Withdraw(args) => publish::withdraw(&args).map_err(Into::into),
        Task::Check(args) => check::check(&args).map_err(Into::into),
        Task::Serve(args) => serve::serve(&args).map_err(Into::into),
        Task::Preview(args) => preview::preview(&args).map_err(Into::into),
        Task::Build(args) => build::write(&args).map_err(Into::into),
        Task::Read(args) => read::read(&args),
        Task::Query(args) => query::query(&args),
        Task::Why(args) => why::why(&args),
        Task::Draw(args) => draw::picture(&args),
        Task::Pack(args) => pack::write(&args).map_err(Into::into),
    };
    let Err(error) = done else {
        return ExitCode::SUCCESS;
    };
    eprintln!("{}", report(&*error));
    ExitCode::FAILURE
}

/// Prints an answer; whoever reads it may have gone away, which is no fault.
fn print(text: &str) {
    let _ = io::stdout().write_all(text.as_bytes());
}

/// Tells of a step.
fn say(step: &str) {
    eprintln!("{step}");
}
