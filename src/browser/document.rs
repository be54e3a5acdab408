//! The document: the shell that the server wrote, its language and title.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, MouseEvent};

/// Where the files of the site are.
#[derive(Debug, Clone, Default)]
pub(crate) struct SiteLocation {
    /// Path of the site, with a slash at both ends.
    pub(crate) base: String,
    /// Path of the folder of the program and its words, with a slash at both ends.
    pub(crate) assets: String,
}

/// What the site says of itself.
#[derive(Debug, Clone, Default)]
pub(crate) struct SiteIdentity {
    /// Its name.
    pub(crate) name: String,
    /// The address of its logo.
    pub(crate) logo: Option<String>,
    /// The codes of its languages, with a space between them.
    pub(crate) languages: String,
}

impl SiteIdentity {
    /// Whether the site speaks a language.
    pub(crate) fn speaks(&self, lang: &str) -> bool {
        self.languages.split(' ').any(|spoken| spoken == lang)
    }
}

/// What the shell says of the site, and where the page goes.
#[derive(Debug, Clone)]
pub(crate) struct Shell {
    /// What holds all that is shown.
    pub(crate) element: HtmlElement,
    /// Where the page goes: within what the document shows before the program, until it replaces that.
    pub(crate) place: HtmlElement,
    /// Where the files of the site are.
    pub(crate) site: SiteLocation,
    /// What it says of itself.
    pub(crate) identity: SiteIdentity,
}

/// The shell, where the document has one. The page goes where it says that the program is on its way.
pub(crate) fn shell() -> Option<Shell> {
    let document = web_sys::window()?.document()?;
    let element: HtmlElement = document.get_element_by_id("jangkau")?.dyn_into().ok()?;
    let path = |name: &str| {
        let path = element.get_attribute(name);
        path.unwrap_or_else(|| "/".to_owned())
    };
    let site = SiteLocation {
        base: path("data-base"),
        assets: path("data-assets"),
    };
    let identity = SiteIdentity {
        name: element.get_attribute("data-name").unwrap_or_default(),
        logo: element.get_attribute("data-logo"),
        languages: element.get_attribute("data-languages").unwrap_or_default(),
    };
    let place: HtmlElement = document.create_element("div").ok()?.dyn_into().ok()?;
    let waiting = document.get_element_by_id("boot")?;
    waiting.replace_with_with_node_1(&place).ok()?;
    Some(Shell {
        element,
        place,
        site,
        identity,
    })
}

/// Gives the document its title.
pub(crate) fn set_title(title: &str) {
    if let Some(document) = web_sys::window().and_then(|window| window.document()) {
        document.set_title(title);
    }
}

/// Tells the document its language, and which way that is written. The browser works out the style of every
/// element anew, even where the language is the one that it was.
pub(crate) fn set_language(lang: &str, direction: &str) {
    if let Some(root) = root() {
        super::element::set(&root, "lang", lang);
        super::element::set(&root, "dir", direction);
    }
}

/// Whether the language of the document is written from right to left.
pub(super) fn is_right_to_left() -> bool {
    let dir = root().and_then(|root| root.get_attribute("dir"));
    dir.as_deref() == Some("rtl")
}

fn root() -> Option<Element> {
    web_sys::window()?.document()?.document_element()
}

/// The colours of the page; empty: as the reader's system has it.
pub(crate) fn set_theme(theme: &str) {
    if let Some(root) = root() {
        let _same: Result<(), _> = if theme.is_empty() {
            root.remove_attribute("data-theme")
        } else {
            root.set_attribute("data-theme", theme)
        };
    }
}

/// Whether the page stands in a frame of another page.
pub(crate) fn is_framed() -> bool {
    let window = web_sys::window();
    window.is_some_and(|window| window.parent().ok().flatten() != Some(window))
}

/// Loads the page anew.
pub(crate) fn reload() {
    if let Some(window) = web_sys::window() {
        let _refused = window.location().reload();
    }
}

/// Prints the page.
pub(crate) fn print() {
    if let Some(window) = web_sys::window() {
        let _refused = window.print();
    }
}

/// Whether a click on a link means "here", not "in a new tab".
pub(crate) fn is_plain_click(event: &MouseEvent) -> bool {
    event.button() == 0
        && !(event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key())
}
