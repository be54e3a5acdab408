//! What an editor would ask of a whole site before it is built.

use std::path::Path;

use crate::publish::editor::editor;
use crate::publish::error::SiteError;
use crate::publish::guard::guard_entry;
use crate::publish::site_files::SiteFiles;
use crate::publish::site_settings::{Colour, SETTINGS};
use crate::publish::solvable::whole_counts;
use crate::scale::{LowContrast, low_contrasts};
use crate::tabular::{Finding, Findings, Gravity, Spot};

/// Everything that is found in the newest release, or draft, of each dataset of a site.
///
/// # Errors
/// When the list, a file that it names, or the settings of a dataset cannot be read.
pub fn check_site(folder: &Path) -> Result<Findings, SiteError> {
    let site = SiteFiles::read(folder)?;
    let mut findings = Findings::default();
    for entry in site.list.latest() {
        let cube = site.cube(entry)?;
        findings.append(guard_entry(&site, entry, &cube)?);
        // Of modelled figures nobody is known by one.
        if !cube.metadata().modelled {
            findings.append(whole_counts(&entry.href, &cube).into_iter().collect());
        }
        findings.append(editor(&site, entry, &cube).into_iter().collect());
    }
    if let Some(Colour(brand)) = site.settings.colour {
        for low in low_contrasts(brand) {
            findings.add(low_contrast(&low));
        }
    }
    Ok(findings)
}

/// A colour that is too near to what is behind it.
fn low_contrast(low: &LowContrast) -> Finding {
    let texts = [
        format!(
            "{} on {}, a contrast of {:.1} ({})",
            low.colour, low.ground, low.contrast, low.property
        ),
        format!("at least {}", low.least),
        "choose another colour".to_owned(),
    ];
    let place = (SETTINGS, Spot::Member("colour".to_owned()));
    Finding::new(Gravity::Error, "low-contrast", place, texts)
}
