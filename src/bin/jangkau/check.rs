//! `jangkau check`: one report over the whole site.

use clap::Args;
use jangkau::publish::check::check_site;
use jangkau::publish::error::SiteError;
use jangkau::publish::findings_report::findings_text;
use jangkau::tabular::Gravity;

use super::print;
use super::publish::site;

#[derive(Debug, Args)]
pub(crate) struct CheckArgs {
    /// The folder of the site, found as `publish` finds it.
    #[arg(long, value_name = "DIR")]
    site: Option<std::path::PathBuf>,
}

pub(crate) fn check(args: &CheckArgs) -> Result<(), SiteError> {
    let findings = check_site(&site(args.site.as_ref())?)?;
    let sorted = findings.sorted();
    print(&findings_text(&sorted));
    let errors = sorted
        .iter()
        .filter(|it| it.gravity == Gravity::Error)
        .count();
    if errors > 0 {
        return Err(SiteError::NotPublished {
            errors,
            questions: 0,
        });
    }
    print("nothing stands in the way of a build\n");
    Ok(())
}
