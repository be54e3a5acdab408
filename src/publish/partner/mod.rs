//! A page as a partner would write it, with views of the site: the example of the documentation, and
//! the stage of the tests. It stands on an origin of its own.

use std::error::Error;
use std::fs;
use std::path::Path;

use crate::publish::draw::{Drawing, boundaries, draw};
use crate::publish::error::SiteError;
use crate::publish::open::open_listed;
use crate::publish::place::Address;
use crate::publish::template::{Fill, escape, fill};
use crate::publish::tree::names_in_tree;
use crate::scale::Theme;

/// The folder of the pages on their host, and below it a file each.
pub const FOLDER: &str = "partner/";

const PAGES: [(&str, &str); 3] = [
    ("index.html", include_str!("index.html")),
    ("hundred.html", include_str!("hundred.html")),
    ("chart.html", include_str!("chart.html")),
];
const FILES: [(&str, &str); 3] = [
    ("partner.css", include_str!("partner.css")),
    ("chart.js", include_str!("chart.js")),
    ("partner.js", include_str!("partner.js")),
];

/// How many views stand on the page of many.
const MANY: usize = 100;

/// Writes the partner's pages below `out`, with views of the site that is built in `dist` and
/// served at `site`.
///
/// # Errors
/// When a file cannot be read or written.
pub fn write_partner(dist: &Path, site: &Address, out: &Path) -> Result<(), SiteError> {
    let views = views(dist, site)?;
    let known = |name: &str| match name {
        "site" => Some(Fill::Text(site.of("").into())),
        "views" => Some(Fill::Markup(views.as_str().into())),
        _ => None,
    };
    let folder = out.join(FOLDER);
    fs::create_dir_all(&folder).map_err(SiteError::write(&folder))?;
    let write = |name: &str, text: &str| {
        let path = folder.join(name);
        fs::write(&path, text).map_err(SiteError::write(&path))
    };
    for (name, template) in PAGES {
        write(name, &fill(template, known)?)?;
    }
    for (name, text) in FILES {
        write(name, text)?;
    }
    write("map.svg", &picture(dist)?)
}

/// What the picture of the page shows.
const PICTURE: &str = "en/";

fn picture(dist: &Path) -> Result<String, SiteError> {
    let broken = |source| SiteError::Dataset {
        path: PICTURE.to_owned(),
        source,
    };
    let drawn = || -> Result<Drawing, Box<dyn Error + Send + Sync>> {
        let opened = open_listed(&dist.join("data"), PICTURE)?;
        let topology = boundaries(&opened, None)?;
        Ok(draw(&opened, topology, PICTURE, Theme::Light)?)
    };
    Ok(drawn().map_err(broken)?.svg)
}

/// An element for each of the first regions that the site has a document of.
fn views(dist: &Path, site: &Address) -> Result<String, SiteError> {
    let mut paths = names_in_tree(&dist.join("en"))?;
    // dataset/place/index.html
    paths.retain(|path| path.ends_with("/index.html") && path.matches('/').count() == 2);
    paths.sort();
    let view = |path: &String| {
        let link = escape(&site.of(&format!("en/{}", path.trim_end_matches("index.html"))));
        format!(
            "<jangkau-view src=\"{link}#ui=none\"><a href=\"{link}\">{link}</a></jangkau-view>\n"
        )
    };
    Ok(paths.iter().take(MANY).map(view).collect())
}
