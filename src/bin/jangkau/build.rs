//! `jangkau build`: the site as a folder for any static host.

use std::path::PathBuf;

use clap::Args;
use jangkau::publish::compress::Quality;
use jangkau::publish::error::SiteError;
use jangkau::publish::site::{Plan, UnsafeCounts, build};
use jangkau::publish::site_settings::SiteSettings;
use jangkau::publish::site_url::{BasePath, SiteUrl};
use jangkau::publish::weigh::{Scales, weigh};

use super::{Sources, print, say};

#[derive(Debug, Args)]
pub(crate) struct BuildArgs {
    #[command(flatten)]
    sources: Sources,
    /// The folder to write: new, empty, or of an earlier build.
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    /// The path of the site's folder on its host; without it what `site.toml` says, else `/`.
    #[arg(long)]
    base: Option<BasePath>,
    /// The public address of the site's folder, for canonical links, preview cards and the list for search
    /// engines; without it what `site.toml` says.
    #[arg(long)]
    url: Option<SiteUrl>,
    /// Fail when a part of the site weighs more than it may.
    #[arg(long)]
    within_budget: bool,
}

pub(crate) fn write(args: &BuildArgs) -> Result<(), SiteError> {
    let plan = args.sources.plan()?;
    let (base, address) = SiteSettings::read(&plan.site)?.place()?;
    let plan = Plan {
        out: Some(args.out.clone()),
        base: args.base.clone().or(base).unwrap_or_else(BasePath::root),
        address: args.url.clone().or(address),
        quality: Quality::SMALLEST,
        unsafe_counts: UnsafeCounts::Stop,
        ..plan
    };
    let built = build(&plan, &say)?;
    let (files, folder) = (built.tally.files, built.folder.display());
    print(&format!("{files} files in {folder}\n"));
    let cards = built.cards;
    if cards.cards > 0 {
        let (all, drawn) = (cards.cards, cards.drawn);
        print(&format!(
            "{all} preview cards, {drawn} of them drawn anew\n"
        ));
    }
    let weights = weigh(&built.folder)?;
    for weight in &weights {
        let over = if weight.is_within() {
            ""
        } else {
            ": too heavy"
        };
        let [bytes, limit] = [weight.bytes, weight.limit].map(kilobytes);
        let (name, form) = match weight.scales {
            Scales::Sent => (weight.name, " brotli"),
            Scales::Stored => (weight.name, ""),
        };
        print(&format!(
            "{name}: {bytes} kB{form}, at most {limit} kB{over}\n"
        ));
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
