//! Taking a release back: its file goes, its number, the day and the reason stay.

use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use crate::formats::json_stat::Withdrawn;
use crate::publish::day::today;
use crate::publish::error::SiteError;
use crate::publish::site_files::beside_index;
use crate::publish::site_list::{SiteList, hrefs};

/// Withdraws a release of a dataset. Links that pin it are told when and why; what is shown is the newest
/// that stays. Whoever reads the site meanwhile, or after this was killed, finds the list before or after.
///
/// # Errors
/// [`SiteError::NotWithdrawn`] when there is no such release, it is a draft, or nothing else of the dataset
/// would stay; when a file cannot be read or written.
pub fn withdraw(site: &Path, id: &str, release: &str, reason: &str) -> Result<(), SiteError> {
    let mut list = SiteList::read(site)?;
    let refused = |why: String| {
        Err(SiteError::NotWithdrawn {
            id: id.to_owned(),
            release: release.to_owned(),
            why,
        })
    };
    let reason = reason.trim().trim_end_matches('.');
    if reason.is_empty() {
        return refused("readers are told why: give a reason".to_owned());
    }
    let of_dataset = |at: &usize| list.entries[*at].id == id;
    let own: Vec<usize> = (0..list.entries.len()).filter(of_dataset).collect();
    let named = own.iter().find(|at| list.entries[**at].release == release);
    let Some(&at) = named else {
        let gone = list
            .withdrawn
            .iter()
            .find(|it| it.id == id && it.release == release);
        if let Some(Withdrawn { date, .. }) = gone {
            return refused(format!("it was withdrawn on {date}"));
        }
        let known: Vec<&str> = own.iter().map(|at| &*list.entries[*at].release).collect();
        return refused(match &known[..] {
            [] => "the site has no such dataset".to_owned(),
            known => format!("there is no such release; there is {}", known.join(", ")),
        });
    };
    if list.entries[at].is_draft {
        return refused(format!("it is a draft; \"jangkau undo {id}\" drops it"));
    }
    if own.len() == 1 {
        return refused(
            "it is all there is of the dataset; publish a corrected table first, or take the dataset out \
             of data/index.json"
                .to_owned(),
        );
    }
    let entry = list.entries.remove(at);
    list.withdrawn.push(Withdrawn {
        id: id.to_owned(),
        release: release.to_owned(),
        date: today(),
        reason: reason.to_owned(),
    });
    list.write(site)?;
    for href in hrefs(&entry).filter(|href| !list.names(href)) {
        let path = site.join(beside_index(href));
        match fs::remove_file(&path) {
            Err(error) if error.kind() != ErrorKind::NotFound => {
                return Err(SiteError::write(&path)(error));
            }
            Ok(()) | Err(_) => {}
        }
    }
    list.remove_unlisted(site, id)
}
