//! A partner's page on another origin than the site.

use std::ops::Deref;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use jangkau::publish::partner::write_partner;
use jangkau::publish::serve::Server;
use jangkau::publish::site_url::SiteUrl;
use serde_json::Value;

use crate::support::{Page, site_at_root};

/// The site and the partner, each on a port of its own.
struct Both {
    site: Server,
    partner: Server,
    folder: PathBuf,
}

fn both() -> &'static Both {
    static BOTH: OnceLock<Both> = OnceLock::new();
    BOTH.get_or_init(|| {
        let site = Server::start(site_at_root(), 0).unwrap();
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("partner-host");
        let address = SiteUrl::new(&format!("http://{}/", site.address())).unwrap();
        write_partner(site_at_root(), &address, &folder).unwrap();
        let listener = jangkau::publish::serve::listen(0).unwrap();
        let partner = Server::on(listener, &folder, Vec::new()).unwrap();
        Both {
            site,
            partner,
            folder,
        }
    })
}

/// The address of a path of the site.
pub(super) fn site_url(path: &str) -> String {
    format!("http://{}/{path}", both().site.address())
}

/// The address of a path of the partner's host.
pub(super) fn partner_url(path: &str) -> String {
    format!("http://{}/{path}", both().partner.address())
}

/// Puts a page of this body onto the partner's host; its address.
pub(super) fn partner_page(name: &str, body: &str) -> String {
    let page = format!("<!doctype html><meta charset=\"utf-8\"><title>{name}</title>{body}");
    std::fs::write(both().folder.join(name), page).unwrap();
    partner_url(name)
}

/// The markup of an element with a view, and of the script that makes it one.
pub(super) fn element(link: &str) -> String {
    let (src, script) = (site_url(link), site_url("embed/v1.js"));
    format!(
        "<script type=\"module\" src=\"{script}\"></script>\
         <jangkau-view src=\"{src}\"><a href=\"{src}\">the view</a></jangkau-view>"
    )
}

/// A reader of a partner's page.
pub(super) struct Guest(pub(super) Page);

impl Deref for Guest {
    type Target = Page;

    fn deref(&self) -> &Page {
        &self.0
    }
}

impl Guest {
    /// Opens a page on the partner's host whose views write their events into `told`.
    pub(super) fn at(url: &str) -> Self {
        let page = Page::blank();
        page.call(
            "Page.addScriptToEvaluateOnNewDocument",
            serde_json::json!({ "source":
                "window.told = []; for (const type of ['ready', 'statechange', 'error'])
                   addEventListener(type, (event) => event.target.localName === 'jangkau-view'
                     && told.push([type, event.detail]), true)" }),
        );
        page.goto(url);
        Self(page)
    }

    /// The reader of a page with one element, once it is ready.
    #[track_caller]
    pub(super) fn of(name: &str, link: &str) -> Self {
        let guest = Self::at(&partner_page(name, &element(link)));
        guest.wait_for("told.some(([type]) => type === 'ready')");
        guest
    }

    /// The events so far: their types and details.
    pub(super) fn told(&self) -> Vec<(String, String)> {
        let told = self.evaluate("told");
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        let told = told.as_array().into_iter().flatten();
        told.map(|event| (text(&event[0]), text(&event[1])))
            .collect()
    }
}
