//! `jangkau publish`, `release`, `undo`, `withdraw`: from a table to a draft, from a draft to a release.

use std::env;
use std::path::PathBuf;

use clap::Args;
use jangkau::publish::error::SiteError;
use jangkau::publish::findings_report::findings_text;
use jangkau::publish::locate::Setting;
use jangkau::publish::population_file::PopulationFile;
use jangkau::publish::publish_file::{MapOrder, Order, REPORT, publish_file};
use jangkau::publish::releases::{self, Drafted};
use jangkau::publish::withdraw;
use jangkau::tabular::Gravity;

use super::{PAGE, print};

#[derive(Debug, Args)]
pub(crate) struct PublishArgs {
    /// The table: CSV in any of its forms, XLSX, XLS, ODS, SDMX-CSV, PX, JSON-stat; several files of the
    /// same columns (one a year, say), a folder of such, the datapackage.json of a table, or the id of a
    /// dataset of the site, to publish what was kept of it as its settings are now.
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// The sheet of a workbook to read, or the table of a data package; without one, the only one.
    #[arg(long, value_name = "NAME")]
    sheet: Option<String>,
    /// The map of its places, as `GeoJSON` or `TopoJSON`.
    #[arg(long, value_name = "FILE")]
    map: Option<PathBuf>,
    /// The field of the map that has the codes of the places; without one, the field that matches best.
    #[arg(long, value_name = "FIELD", requires = "map")]
    key: Option<String>,
    /// The most that the map may weigh, in kilobytes of brotli.
    #[arg(long, value_name = "kB", requires = "map", value_parser = kilobytes)]
    map_weight: Option<usize>,
    /// A table of people by place, whom the figures are divided by.
    #[arg(long, value_name = "FILE")]
    population: Option<PathBuf>,
    /// The year of the people; without it, each of the table's years, else the latest.
    #[arg(long, value_name = "YEAR", requires = "population")]
    year: Option<String>,
    /// Answer the questions that are sure of what they propose; any other stays an error. What they were
    /// stands in the settings, where these are written.
    #[arg(long)]
    yes: bool,
    /// The id of the dataset in links; without one, the name of the file or the folder, or
    /// what the names of several files begin with.
    #[arg(long)]
    id: Option<String>,
    /// The folder of the site. Without it, the nearest from the working folder upwards that has one, else
    /// the working folder.
    #[arg(long, value_name = "DIR")]
    site: Option<PathBuf>,
}

/// A dataset of a site.
#[derive(Debug, Args)]
pub(crate) struct DatasetArgs {
    /// The id of the dataset.
    id: String,
    /// The folder of the site, found as `publish` finds it.
    #[arg(long, value_name = "DIR")]
    site: Option<PathBuf>,
}

/// A release of a dataset, and why it is taken back.
#[derive(Debug, Args)]
pub(crate) struct WithdrawArgs {
    /// The id of the dataset.
    id: String,
    /// The number of the release.
    release: String,
    /// Why, for readers whose link names the release.
    #[arg(long)]
    reason: String,
    /// The folder of the site, found as `publish` finds it.
    #[arg(long, value_name = "DIR")]
    site: Option<PathBuf>,
}

pub(crate) fn publish(args: &PublishArgs) -> Result<(), SiteError> {
    let order = Order {
        files: args.files.clone(),
        sheet: args.sheet.clone(),
        site: site(args.site.as_ref())?,
        id: args.id.clone(),
        map: args.map.clone().map(|file| MapOrder {
            file,
            key: args.key.clone(),
            weight_bytes: args.map_weight,
        }),
        accepts_sure: args.yes,
        population: args.population.clone().map(|file| PopulationFile {
            file,
            year: args.year.clone(),
        }),
    };
    let outcome = publish_file(&order)?;
    for (name, text) in &outcome.account {
        print(&format!("  {name:9}{text}\n"));
    }
    let sorted = outcome.findings.sorted();
    print(&findings_text(&sorted));
    let id = &outcome.id;
    let whole = format!("The whole report: {}", order.site.join(REPORT[0]).display());
    match outcome.drafted {
        Some(Drafted::Release(number)) => {
            print(&format!(
                "  wrote    data/{id}/: draft of release {number}. {whole}\n"
            ));
            print(&format!(
                "Look at it with \"jangkau serve\"; \"jangkau release {id}\" makes it a release.\n"
            ));
            Ok(())
        }
        Some(Drafted::Unchanged(number)) => {
            print(&format!(
                "  wrote    nothing: the same as release {number}. {whole}\n"
            ));
            Ok(())
        }
        None => {
            let count = |gravity| sorted.iter().filter(|it| it.gravity == gravity).count();
            let [errors, questions] = [Gravity::Error, Gravity::Question].map(count);
            let wrote = if outcome.is_kept {
                format!("data/{id}/{id}.toml; no release")
            } else {
                "nothing; no release".to_owned()
            };
            print(&format!("  wrote    {wrote}. {whole}\n"));
            Err(SiteError::NotPublished { errors, questions })
        }
    }
}

pub(crate) fn release(args: &DatasetArgs) -> Result<(), SiteError> {
    let number = releases::release(&site(args.site.as_ref())?, &args.id)?;
    print(&format!("{} is release {number}\n", args.id));
    Ok(())
}

pub(crate) fn undo(args: &DatasetArgs) -> Result<(), SiteError> {
    releases::undo(&site(args.site.as_ref())?, &args.id)?;
    print(&format!("the draft of {} is dropped\n", args.id));
    Ok(())
}

pub(crate) fn withdraw(args: &WithdrawArgs) -> Result<(), SiteError> {
    let site = site(args.site.as_ref())?;
    let WithdrawArgs { id, release, .. } = args;
    withdraw::withdraw(&site, id, release, &args.reason)?;
    print(&format!("release {release} of {id} is withdrawn\n"));
    Ok(())
}

/// `90kB` or `90` as bytes.
fn kilobytes(text: &str) -> Result<usize, String> {
    let number = text.strip_suffix("kB").unwrap_or(text).trim();
    let wrong = || format!("expected kilobytes, as in 90kB, found {text:?}");
    let number: usize = number.parse().map_err(|_| wrong())?;
    number
        .checked_mul(1000)
        .filter(|bytes| *bytes > 0)
        .ok_or_else(wrong)
}

/// The folder of the site: named, found, or the working folder, which becomes one.
pub(crate) fn site(named: Option<&PathBuf>) -> Result<PathBuf, SiteError> {
    if let Some(named) = named {
        return Ok(named.clone());
    }
    let found = Setting::of_process(PAGE)?.site(None);
    match found {
        Err(SiteError::NoSiteFiles { .. }) => {
            env::current_dir().map_err(|source| SiteError::Read {
                path: PathBuf::from("."),
                source,
            })
        }
        found => found,
    }
}
