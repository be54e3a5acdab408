//! `jangkau serve`: the site on one's own machine, and a partner's page with its views.

use std::path::{Path, PathBuf};
use std::process::Command;

use clap::Args;
use jangkau::publish::error::SiteError;
use jangkau::publish::headers::common;
use jangkau::publish::partner::{FOLDER, write_partner};
use jangkau::publish::serve::{Server, listen};
use jangkau::publish::site::build;
use jangkau::publish::site_url::SiteUrl;

use super::{Sources, print, say};

#[derive(Debug, Args)]
pub(crate) struct ServeArgs {
    #[command(flatten)]
    sources: Sources,
    /// The port to listen on.
    #[arg(long, default_value_t = 8080)]
    port: u16,
    /// Open the page in the browser.
    #[arg(long)]
    open: bool,
    /// Serve this folder, built before, instead of building.
    #[arg(long, value_name = "DIR", conflicts_with_all = ["site", "page"])]
    dist: Option<PathBuf>,
}

pub(crate) fn serve(args: &ServeArgs) -> Result<(), SiteError> {
    let listener = listen(args.port)?;
    let folder = match &args.dist {
        Some(folder) if folder.join("index.html").is_file() => folder.clone(),
        Some(folder) => {
            return Err(SiteError::NoSite {
                path: folder.clone(),
            });
        }
        None => build(&args.sources.plan()?, &say)?.folder,
    };
    let server = Server::on(listener, &folder, common())?;
    let address = format!("http://{}/", server.address());
    print(&format!("Jangkau is at {address} (end with Ctrl-C)\n"));
    let partner = serve_partner(&folder, &address, args.port)?;
    print(&format!(
        "A partner's page with its views is at http://{}/{FOLDER}\n",
        partner.address()
    ));
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
    write_partner(folder, &SiteUrl::new(address)?, &out)?;
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
