//! `jangkau pack`: this tool as a folder that runs anywhere.

use std::path::PathBuf;

use clap::Args;
use jangkau::publish::locate::Setting;
use jangkau::publish::pack::{PackError, PackPlan, Packed, pack};

use super::{PAGE, print, say};

#[derive(Debug, Args)]
pub(crate) struct PackArgs {
    /// The folder in which the packed folder and its `.tar.gz` are written.
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
}

pub(crate) fn write(args: &PackArgs) -> Result<(), PackError> {
    let setting = Setting::of_process(PAGE)?;
    let checkout = setting.checkout().ok_or_else(|| PackError::NoCheckout {
        working: setting.working.clone(),
    })?;
    let plan = PackPlan {
        checkout: checkout.to_owned(),
        out: args.out.clone(),
        executable: None,
    };
    let Packed {
        folder,
        archive,
        is_static,
    } = pack(&plan, &say)?;
    let needs = match is_static {
        Some(true) => "statically linked: it needs no library of the system\n",
        Some(false) => "dynamically linked: it needs this system's C library or a newer one\n",
        None => "",
    };
    let (folder, archive) = (folder.display(), archive.display());
    print(&format!("{folder}\n{archive}\n{needs}"));
    Ok(())
}
