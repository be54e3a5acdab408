//! The dataset that a link is asked of.

use std::error::Error;
use std::path::PathBuf;

use clap::Args;
use jangkau::publish::locate::Setting;
use jangkau::publish::open::{Opened, open_file, open_listed};

use super::PAGE;

/// Which dataset.
#[derive(Debug, Args)]
pub(crate) struct Dataset {
    /// A JSON-stat file instead of the site's own datasets.
    #[arg(long, conflicts_with = "site")]
    file: Option<PathBuf>,
    /// Of several datasets in that file, the one of this name, or number from 1.
    #[arg(long = "dataset", value_name = "NAME", requires = "file")]
    chosen: Option<String>,
    /// The folder of the site. Without it, the nearest from the working folder upwards; in a checkout
    /// `public/`.
    #[arg(long, value_name = "DIR")]
    site: Option<PathBuf>,
}

impl Dataset {
    /// What was given beside the link, as it is written on a command line; begins with a space where there is
    /// something.
    pub(crate) fn arguments(&self) -> String {
        let path = |name: &str, path: &Option<PathBuf>| {
            let path = path.as_ref()?;
            Some(format!(" {name} '{}'", path.display()))
        };
        let chosen = (self.chosen.as_ref()).map(|chosen| format!(" --dataset '{chosen}'"));
        let all = [
            path("--file", &self.file),
            chosen,
            path("--site", &self.site),
        ];
        all.into_iter().flatten().collect()
    }

    /// That of the file, or the one of the site that `link` names.
    pub(crate) fn open(&self, link: &str) -> Result<Opened, Box<dyn Error>> {
        if let Some(file) = &self.file {
            return Ok(open_file(file, self.chosen.as_deref())?);
        }
        let site = Setting::of_process(PAGE)?.site(self.site.as_deref())?;
        Ok(open_listed(&site.join("data"), link)?)
    }
}
