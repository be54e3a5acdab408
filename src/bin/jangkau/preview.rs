//! `jangkau preview`: the site as it will be, which follows what is changed in it.

use clap::Args;
use jangkau::publish::error::SiteError;
use jangkau::publish::headers::common;
use jangkau::publish::preview::Preview;
use jangkau::publish::serve::{Server, listen};

use super::{Sources, print, say};

#[derive(Debug, Args)]
pub(crate) struct PreviewArgs {
    #[command(flatten)]
    sources: Sources,
    /// The port to listen on.
    #[arg(long, default_value_t = 8090)]
    port: u16,
}

pub(crate) fn preview(args: &PreviewArgs) -> Result<(), SiteError> {
    let listener = listen(args.port)?;
    let port = listener.local_addr().map_or(args.port, |at| at.port());
    let root = std::env::temp_dir().join(format!("jangkau-preview-{port}"));
    let preview = Preview::start(args.sources.plan()?, root, &say)?;
    let server = Server::on(listener, preview.root(), common())?;
    print(&format!(
        "The site is at http://{}{} and follows what is changed in its folder (end with Ctrl-C)\n",
        server.address(),
        preview.base()
    ));
    preview.run(&say)
}
