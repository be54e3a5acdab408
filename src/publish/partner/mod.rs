//! A page as a partner would write it, with views of the site: the example of the documentation, and
//! the stage of the tests. It stands on an origin of its own.

mod views;

use std::fs;
use std::path::Path;

use crate::publish::draw::{DrawError, boundaries, draw};
use crate::publish::error::SiteError;
use crate::publish::open::{Opened, open_listed};
use crate::publish::site_url::SiteUrl;
use crate::publish::template::{Fill, escape, fill};
use crate::publish::tree::names_in_tree;
use crate::scale::Theme;

use views::{LINK, View, Views};

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
pub fn write_partner(dist: &Path, site: &SiteUrl, out: &Path) -> Result<(), SiteError> {
    let elements = elements(dist, site)?;
    let opened = open_listed(&dist.join("data"), LINK).map_err(SiteError::broken(dist))?;
    let views = Views::of(&opened);
    let picture = picture(dist, &opened)?;
    let shown = picture.as_ref().map_or_else(String::new, |(_, title)| {
        format!(
            "<h2>A picture and a link</h2>\n<p><a href=\"{}\"><img src=\"{PICTURE}\" alt=\"{}\"></a></p>\n",
            escape(&site.of_link(LINK)),
            escape(title)
        )
    });
    let dataset = format!("{LINK}{}/", opened.id);
    let known = |name: &str| match name {
        "site" => Some(Fill::Text(site.of("").into())),
        "picture" => Some(Fill::Markup(shown.as_str().into())),
        "views" => Some(Fill::Markup(elements.as_str().into())),
        "dataset" => Some(Fill::Text(site.of(&dataset).into())),
        "label" => Some(Fill::Text(label(&opened).into())),
        "lock" => Some(Fill::Text((&*views.lock).into())),
        name => {
            let (view, part) = name.split_once('.')?;
            let View { link, title } = views.named(view)?;
            match part {
                "link" => Some(Fill::Text(site.of_link(link).into())),
                "title" => Some(Fill::Text(title.as_str().into())),
                _ => None,
            }
        }
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
    match picture {
        Some((svg, _)) => write(PICTURE, &svg),
        None => Ok(()),
    }
}

/// The picture of the page.
const PICTURE: &str = "map.svg";

fn label(opened: &Opened) -> &str {
    opened.cube.metadata().label.in_lang("en")
}

/// The map of the first dataset, and its title; nothing where it has no boundaries, or they have
/// none of its regions.
fn picture(dist: &Path, opened: &Opened) -> Result<Option<(String, String)>, SiteError> {
    if opened.boundaries.is_none() {
        return Ok(None);
    }
    let topology = boundaries(opened, None).map_err(SiteError::broken(dist))?;
    let title = label(opened).to_owned();
    match draw(opened, topology, LINK, Theme::Light) {
        Ok(drawing) => Ok(Some((drawing.svg, title))),
        Err(DrawError::NoPlaces { .. }) => Ok(None),
        Err(error) => Err(SiteError::broken(dist)(error)),
    }
}

/// An element for each of the first regions that the site has a document of.
fn elements(dist: &Path, site: &SiteUrl) -> Result<String, SiteError> {
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
