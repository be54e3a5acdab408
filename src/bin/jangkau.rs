//! The command: builds the site and serves it on one's own machine.

#![allow(clippy::print_stdout, reason = "a command speaks through its output")]

use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use clap::{Args, Parser, Subcommand};
use jangkau::publish::compress::Quality;
use jangkau::publish::draw::{boundaries as boundaries_of, draw};
use jangkau::publish::error::SiteError;
use jangkau::publish::headers::common;
use jangkau::publish::open::{OpenError, Opened, open_file, open_listed};
use jangkau::publish::page_folder::PageSource;
use jangkau::publish::partner::{FOLDER, write_partner};
use jangkau::publish::place::{Address, Base};
use jangkau::publish::query::{Form, answer};
use jangkau::publish::serve::{Server, listen};
use jangkau::publish::site::{Plan, build};
use jangkau::publish::weigh::weigh;
use jangkau::scale::Theme;

/// Explore published programme statistics: build the site, serve it.
#[derive(Debug, Parser)]
#[command(name = "jangkau", version)]
struct Line {
    #[command(subcommand)]
    command: Task,
}

#[derive(Debug, Subcommand)]
enum Task {
    /// Build the site and serve it on this machine.
    Serve(ServeArgs),
    /// Write the site into a folder for any static host.
    Build(BuildArgs),
    /// Print the figures of a link, by the page's own engine.
    Query(QueryArgs),
    /// Write the map of a link as an SVG that stands alone.
    Draw(DrawArgs),
}

#[derive(Debug, Args)]
struct QueryArgs {
    /// The link: `id/prakerja/?sex=F`, with or without host.
    link: String,
    /// A JSON-stat 2.0 file instead of the site's own datasets.
    #[arg(long)]
    file: Option<PathBuf>,
    /// A dimension or grouping to list.
    #[arg(long)]
    by: Option<String>,
    /// How the answer is written.
    #[arg(long, value_enum, default_value = "text")]
    format: FormArg,
}

#[derive(Debug, Clone, Copy, clap::ValueEnum)]
enum FormArg {
    Text,
    Csv,
    /// Every cell, as CSV.
    Cells,
    Json,
}

#[derive(Debug, Args)]
struct DrawArgs {
    /// The link: `id/prakerja/?sex=F`, with or without host.
    link: String,
    /// The file to write.
    #[arg(long)]
    out: PathBuf,
    /// What the picture is to be seen on.
    #[arg(long, value_enum, default_value = "light")]
    theme: ThemeArg,
    /// A JSON-stat 2.0 file instead of the site's own datasets.
    #[arg(long)]
    file: Option<PathBuf>,
    /// A `TopoJSON` file instead of the boundaries that the site's list names.
    #[arg(long)]
    boundaries: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, clap::ValueEnum)]
enum ThemeArg {
    Light,
    Dark,
    Contrast,
}

#[derive(Debug, Args)]
struct ServeArgs {
    /// The port to listen on.
    #[arg(long, default_value_t = 8080)]
    port: u16,
    /// Open the page in the browser.
    #[arg(long)]
    open: bool,
    /// Serve this folder, built before, instead of building.
    #[arg(long)]
    dist: Option<PathBuf>,
}

#[derive(Debug, Args)]
struct BuildArgs {
    /// The folder to write: new, empty, or of an earlier build.
    #[arg(long)]
    out: PathBuf,
    /// The path of the site's folder on its host.
    #[arg(long, default_value = "/")]
    base: Base,
    /// The public address of the site's folder, for links between languages.
    #[arg(long)]
    url: Option<Address>,
    /// Fail when a part of the site weighs more than it may.
    #[arg(long)]
    within_budget: bool,
}

fn main() -> ExitCode {
    let done: Result<(), Box<dyn Error>> = match Line::parse().command {
        Task::Serve(args) => serve(&args).map_err(Into::into),
        Task::Build(args) => write(&args).map_err(Into::into),
        Task::Query(args) => query(&args),
        Task::Draw(args) => picture(&args),
    };
    let Err(error) = done else {
        return ExitCode::SUCCESS;
    };
    eprintln!("error: {error}");
    let mut cause = error.source();
    while let Some(inner) = cause {
        eprintln!("  because: {inner}");
        cause = inner.source();
    }
    ExitCode::FAILURE
}

fn query(args: &QueryArgs) -> Result<(), Box<dyn Error>> {
    let opened = opened(args.file.as_deref(), &args.link)?;
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
    print!("{}", answer.text);
    Ok(())
}

fn picture(args: &DrawArgs) -> Result<(), Box<dyn Error>> {
    let opened = opened(args.file.as_deref(), &args.link)?;
    let theme = match args.theme {
        ThemeArg::Light => Theme::Light,
        ThemeArg::Dark => Theme::Dark,
        ThemeArg::Contrast => Theme::Contrast,
    };
    let topology = boundaries_of(&opened, args.boundaries.as_deref())?;
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

/// The dataset of a link: of a file, or of the site's own list.
fn opened(file: Option<&Path>, link: &str) -> Result<Opened, OpenError> {
    let data = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/public/data"));
    file.map_or_else(|| open_listed(data, link), open_file)
}

fn plan() -> Plan {
    Plan {
        page: PageSource::Checkout(env!("CARGO_MANIFEST_DIR").into()),
        site: concat!(env!("CARGO_MANIFEST_DIR"), "/public").into(),
        out: None,
        base: Base::root(),
        address: None,
        quality: Quality::QUICK,
    }
}

fn say(step: &str) {
    eprintln!("{step}");
}

fn serve(args: &ServeArgs) -> Result<(), SiteError> {
    let listener = listen(args.port)?;
    let folder = match &args.dist {
        Some(folder) if folder.join("index.html").is_file() => folder.clone(),
        Some(folder) => {
            return Err(SiteError::NoSite {
                path: folder.clone(),
            });
        }
        None => build(&plan(), &say)?.folder,
    };
    let server = Server::on(listener, &folder, common())?;
    let address = format!("http://{}/", server.address());
    println!("Jangkau is at {address} (end with Ctrl-C)");
    let partner = serve_partner(&folder, &address, args.port)?;
    println!(
        "A partner's page with its views is at http://{}/{FOLDER}",
        partner.address()
    );
    if args.open && !open_in_browser(&address) {
        eprintln!("No browser could be started; open {address} by hand.");
    }
    server.wait();
    Ok(())
}

/// A partner's pages on the next port, or on a free one: on another origin.
fn serve_partner(folder: &Path, address: &str, port: u16) -> Result<Server, SiteError> {
    let listener = listen(port.saturating_add(u16::from(port > 0))).or_else(|_| listen(0))?;
    let at = listener.local_addr().map_or(0, |at| at.port());
    let out = std::env::temp_dir().join(format!("jangkau-partner-{at}"));
    write_partner(folder, &Address::new(address)?, &out)?;
    Server::on(listener, &out, Vec::new())
}

fn open_in_browser(address: &str) -> bool {
    let (program, before): (_, &[&str]) = match std::env::consts::OS {
        "macos" => ("open", &[]),
        "windows" => ("cmd", &["/C", "start", ""]),
        _ => ("xdg-open", &[]),
    };
    Command::new(program)
        .args(before)
        .arg(address)
        .spawn()
        .is_ok()
}

fn write(args: &BuildArgs) -> Result<(), SiteError> {
    let plan = Plan {
        out: Some(args.out.clone()),
        base: args.base.clone(),
        address: args.url.clone(),
        quality: Quality::SMALLEST,
        ..plan()
    };
    let built = build(&plan, &say)?;
    println!("{} files in {}", built.tally.files, built.folder.display());
    let weights = weigh(&built.folder)?;
    for weight in &weights {
        let over = if weight.is_within() {
            ""
        } else {
            ": too heavy"
        };
        let [bytes, limit] = [weight.bytes, weight.limit].map(kilobytes);
        println!(
            "{}: {bytes} kB brotli, at most {limit} kB{over}",
            weight.name
        );
    }
    match weights.iter().find(|weight| !weight.is_within()) {
        Some(heavy) if args.within_budget => Err(SiteError::TooHeavy { name: heavy.name }),
        _ => Ok(()),
    }
}

/// Thousands of bytes with one decimal, rounded up, so that no excess looks like none.
fn kilobytes(bytes: u64) -> String {
    let tenths = bytes.div_ceil(100);
    format!("{}.{}", tenths / 10, tenths % 10)
}
