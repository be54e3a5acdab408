//! The command: builds the site and serves it on one's own machine.

#![allow(clippy::print_stdout, reason = "a command speaks through its output")]

use std::error::Error;
use std::path::PathBuf;
use std::process::{Command, ExitCode};

use clap::{Args, Parser, Subcommand};
use jangkau::publish::compress::Quality;
use jangkau::publish::error::SiteError;
use jangkau::publish::place::{Address, Base};
use jangkau::publish::serve::{Server, listen};
use jangkau::publish::site::{Plan, build};

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
}

fn main() -> ExitCode {
    let done = match Line::parse().command {
        Task::Serve(args) => serve(&args),
        Task::Build(args) => write(args),
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

fn plan() -> Plan {
    Plan {
        source: env!("CARGO_MANIFEST_DIR").into(),
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
    let server = Server::on(listener, &folder)?;
    let address = format!("http://{}/", server.address());
    println!("Jangkau is at {address} (end with Ctrl-C)");
    if args.open && !open_in_browser(&address) {
        eprintln!("No browser could be started; open {address} by hand.");
    }
    server.wait();
    Ok(())
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

fn write(args: BuildArgs) -> Result<(), SiteError> {
    let plan = Plan {
        out: Some(args.out),
        base: args.base,
        address: args.url,
        quality: Quality::SMALLEST,
        ..plan()
    };
    let built = build(&plan, &say)?;
    println!("{} files in {}", built.tally.files, built.folder.display());
    Ok(())
}
