//! The site as it will be, under its real path, built anew whenever a file of it changes.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, SystemTime};

use crate::publish::error::{SiteError, report};
use crate::publish::findings_report::findings_text;
use crate::publish::publish_file::{Order, REPORT, publish_file};
use crate::publish::site::{Plan, build};
use crate::publish::site_settings::SiteSettings;
use crate::publish::site_url::BasePath;

/// The script that loads a page anew, and what it asks for, relative to the base.
pub(super) const SCRIPT: [&str; 2] = ["preview.js", include_str!("preview.js")];
/// The number of a build, relative to the base.
pub(super) const NUMBER: &str = "preview.txt";

/// How often it is looked whether something has changed.
const INTERVAL: Duration = Duration::from_millis(400);

/// A site that is looked at while it is written.
#[derive(Debug)]
pub struct Preview {
    plan: Plan,
    root: PathBuf,
    seen: Vec<Seen>,
}

/// A file of the site as it was seen: path, when it was written, bytes.
type Seen = (PathBuf, Option<SystemTime>, u64);

impl Preview {
    /// Builds a site below `root`, under the path that its settings name.
    ///
    /// # Errors
    /// When it cannot be built.
    pub fn start(plan: Plan, root: PathBuf, say: &dyn Fn(&str)) -> Result<Self, SiteError> {
        let mut preview = Self {
            plan: Plan {
                is_preview: true,
                ..plan
            },
            root,
            seen: Vec::new(),
        };
        preview.seen = files_of(&preview.plan.site);
        preview.build(say)?;
        Ok(preview)
    }

    /// The folder to serve.
    #[must_use]
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The path of the site below it.
    #[must_use]
    pub fn base(&self) -> &BasePath {
        &self.plan.base
    }

    fn build(&mut self, say: &dyn Fn(&str)) -> Result<(), SiteError> {
        let (base, address) = SiteSettings::read(&self.plan.site)?.place()?;
        self.plan.base = base.unwrap_or_else(BasePath::root);
        self.plan.address = address;
        self.plan.out = Some(self.root.join(self.plan.base.as_str().trim_matches('/')));
        build(&self.plan, say).map(|_| ())
    }

    /// Builds the site anew if a file of it has changed since; whether it was. What stands in the way is
    /// said, and the site stays as it was.
    pub fn follow(&mut self, say: &dyn Fn(&str)) -> bool {
        let now = files_of(&self.plan.site);
        if now == self.seen {
            return false;
        }
        for id in datasets_said_anew(&self.plan.site, &self.seen, &now) {
            self.publish(&id, say);
        }
        self.seen = files_of(&self.plan.site);
        match self.build(say) {
            Ok(()) => true,
            Err(error) => {
                say(&report(&error));
                false
            }
        }
    }

    /// Publishes a dataset anew from what was kept of it, as its settings are now.
    fn publish(&self, id: &str, say: &dyn Fn(&str)) {
        let order = Order {
            id: Some(id.to_owned()),
            ..Order::of(vec![PathBuf::from(id)], &self.plan.site)
        };
        match publish_file(&order) {
            Ok(outcome) if outcome.drafted.is_some() => say(&format!("{id} is published anew")),
            Ok(outcome) => say(&findings_text(&outcome.findings.sorted())),
            Err(error) => say(&report(&error)),
        }
    }

    /// Follows the changes of the site until the process is ended.
    pub fn run(mut self, say: &dyn Fn(&str)) -> ! {
        loop {
            thread::sleep(INTERVAL);
            self.follow(say);
        }
    }
}

/// The datasets whose settings, lists of codes or kept files have changed.
fn datasets_said_anew(site: &Path, before: &[Seen], now: &[Seen]) -> BTreeSet<String> {
    let changed = now.iter().filter(|seen| !before.contains(seen));
    let dataset = |(path, ..): &Seen| {
        let below = path.strip_prefix(site.join("data")).ok()?;
        let mut parts = below
            .components()
            .map(|part| part.as_os_str().to_string_lossy());
        let (id, file) = (parts.next()?, parts.next()?);
        let is_said = *file == format!("{id}.toml") || matches!(&*file, "codes" | "sources");
        is_said.then(|| id.into_owned())
    };
    changed.filter_map(dataset).collect()
}

/// Every file of a folder but the report, in order.
fn files_of(folder: &Path) -> Vec<Seen> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).into_iter().flatten().flatten() {
            let (path, name) = (entry.path(), entry.file_name());
            let Ok(about) = entry.metadata() else {
                continue;
            };
            let is_left_out = name.to_string_lossy().starts_with('.')
                || REPORT.iter().any(|report| name == *report);
            if about.is_dir() {
                folders.push(path);
            } else if !is_left_out {
                found.push((path, about.modified().ok(), about.len()));
            }
        }
    }
    found.sort();
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_changes_is_seen_and_a_report_is_not() {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("data")).unwrap();
        fs::write(folder.path().join("data/index.json"), "{}").unwrap();
        let before = files_of(folder.path());
        assert_eq!(before.len(), 1);
        fs::write(folder.path().join(REPORT[0]), "report").unwrap();
        assert_eq!(files_of(folder.path()), before);
        fs::write(folder.path().join("site.toml"), "name = \"Wells\"").unwrap();
        let with_name = files_of(folder.path());
        assert_eq!(with_name.len(), 2);
        let said = |before: &[Seen]| {
            let now = files_of(folder.path());
            datasets_said_anew(folder.path(), before, &now)
                .into_iter()
                .collect::<Vec<_>>()
        };
        assert_eq!(said(&before), [""; 0]);
        fs::create_dir(folder.path().join("data/wells")).unwrap();
        fs::write(
            folder.path().join("data/wells/wells.toml"),
            "title = \"Wells\"",
        )
        .unwrap();
        fs::write(folder.path().join("data/wells/wells-1.json"), "{}").unwrap();
        assert_eq!(said(&with_name), ["wells"]);
    }
}
