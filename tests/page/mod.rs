//! The page as a visitor has it, one file a concept.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a test that cannot go on stops and says why"
)]

mod about;
mod access;
mod any_link;
mod compare;
mod edition;
mod embed_api;
mod embed_dialog;
mod embed_element;
mod embed_frame;
mod embed_height;
mod embed_looks;
mod embed_messages;
mod facts;
mod facts_edition;
mod faults;
mod filters;
mod five_readers;
mod glue;
mod hidden;
mod identity;
mod injection;
mod keyboard;
mod languages;
mod late;
mod links;
mod loading;
mod looks;
mod map;
mod map_box;
mod map_card;
mod map_fills;
mod map_fingers;
mod map_keys;
mod map_looks;
mod map_pointer;
mod map_quantities;
mod map_read;
mod map_text;
mod map_tiles;
mod map_zoom;
mod measure;
mod offline;
mod offline_release;
mod own_file;
mod partner;
mod places;
mod print;
mod privacy;
mod reading;
mod releases;
mod screen;
mod search;
mod share;
mod shipped;
mod shipped_map;
mod static_view;
mod table;
mod takeaway;
mod translation;
mod trend;
mod why;
mod without_places;

use std::ops::Deref;
use std::path::Path;

use jangkau::publish::open::{Opened, open_listed};
use jangkau::publish::query::{Form, answer};
use jangkau::view_state::LinkParts;
use serde_json::Value;

use crate::support::made::data_folder;
use crate::support::{Element, Host, Name, Page, without_holds};

/// A visitor at a link, once the figures are there. The page goes before its host.
struct Visit {
    page: Page,
    host: Host,
}

impl Deref for Visit {
    type Target = Page;

    fn deref(&self) -> &Page {
        &self.page
    }
}

/// Opens a link as a new visitor.
#[track_caller]
fn visit(link: &str) -> Visit {
    let host = host_of(link);
    let page = Page::open(&host.url(link));
    has_started(&page);
    Visit { page, host }
}

/// A host of the site that a link is of: the shipped one where it has the dataset, or else that of
/// the made ones.
fn host_of(link: &str) -> Host {
    if is_shipped(link) {
        Host::shipped()
    } else {
        Host::start()
    }
}

fn is_shipped(link: &str) -> bool {
    LinkParts::new(link).dataset == "prakerja"
}

impl Visit {
    /// Waits until the address is this link of the site.
    #[track_caller]
    fn wait_for_link(&self, link: &str) {
        let url = self.host.url(link);
        self.wait_until(&format!("the address {url}"), || {
            (self.url() == url).then_some(())
        });
    }

    /// Goes to another link as by the address bar.
    #[track_caller]
    fn follow(&self, link: &str) {
        self.goto(&self.host.url(link));
        has_started(self);
    }
}

/// Waits until the stage is there: the headline alone stands in the shell too. And until the panel that a
/// link opens is there, or a message in its place.
#[track_caller]
fn has_started(page: &Page) {
    page.wait_until("the stage", || {
        let regions = page.all("region", Name::Any);
        let any = |name: &str| regions.iter().any(|region| region.name() == name);
        (any("Tampilan") || any("View")).then_some(())
    });
    page.wait_until("the panel", || {
        let text = page.text();
        let waits = ["Memuat bagian halaman ini", "Loading this part of the page"];
        (!waits.iter().any(|told| text.contains(told))).then_some(())
    });
}

/// Opens a menu of the head, by its name in either language.
#[track_caller]
fn open_menu(page: &Page, names: [&str; 2]) {
    let menu = page.wait_until(&format!("the menu {names:?}"), || {
        let buttons = page.all("button", Name::Any).into_iter();
        let mut menus = buttons.filter(|it| names.contains(&&*it.name()));
        menus.next()
    });
    menu.click();
}

/// Goes to the tab of the table.
#[track_caller]
fn open_table(page: &Page) {
    let tab = page.wait_until("the tab of the table", || {
        let links = page.all("link", Name::Any).into_iter();
        let mut tabs = links.filter(|it| ["Tabel", "Table"].contains(&&*it.name()));
        tabs.next()
    });
    tab.click();
    has_started(page);
}

/// Chooses a way to share.
#[track_caller]
fn share(page: &Page, way: &str) {
    open_menu(page, ["Bagikan", "Share"]);
    page.role("button", way).click();
}

/// Chooses a language, by its own name.
#[track_caller]
fn speak(page: &Page, language: &str) {
    open_menu(page, ["Bahasa", "Language"]);
    page.role("link", language).click();
}

/// The sentence over everything, on one line.
#[track_caller]
fn headline(page: &Page) -> String {
    page.wait_until("the headline", || {
        let headings = page.all("heading", Name::Any);
        let first = headings
            .iter()
            .find(|it| it.state("level") == Some(1.into()));
        first.map(|heading| one_line(&heading.text()))
    })
}

/// The shares that stand under the sentence, on one line.
#[track_caller]
fn shares(page: &Page) -> String {
    let sentence = page.wait_until("the headline", || {
        let headings = page.all("heading", Name::Any).into_iter();
        let mut first = headings.filter(|it| it.state("level") == Some(1.into()));
        first.next()
    });
    let shares = sentence
        .script("return [...this.parentElement.querySelectorAll('li')].map((it) => it.textContent.trim()).join('; ')");
    one_line(shares.as_str().unwrap_or_default())
}

/// The figure that the headline begins with, as it is written: "about 130".
#[track_caller]
fn figure(page: &Page) -> String {
    let text = page.evaluate("document.querySelector('h1 .figure').textContent");
    text.as_str().unwrap_or_default().to_owned()
}

/// Whether a headline begins with a whole number: to the unit, or, where it says so, with two digits.
fn says(headline: &str, number: u64) -> bool {
    let about = headline.strip_prefix("about ");
    let about = about.or(headline.strip_prefix("sekitar "));
    let first = |text: &str| digits(text.split(' ').next().unwrap_or_default());
    let unit = 10_u64.pow(number.max(1).ilog10().saturating_sub(1));
    let rounded = (2 * number + unit) / (2 * unit) * unit;
    about.map_or(first(headline) == number, |text| first(text) == rounded)
}

/// Waits until the headline begins with these words.
#[track_caller]
fn wait_for_headline(page: &Page, start: &str) {
    page.wait_until(&format!("a headline that begins with {start:?}"), || {
        headline(page).starts_with(start).then_some(())
    });
}

/// The table whose caption holds a text, once all of it is written.
#[track_caller]
fn table<'a>(page: &'a Page, caption: &str) -> Element<'a> {
    page.wait_for("document.querySelector('[aria-busy=true]') === null");
    page.role("table", Name::contains(caption))
}

/// The cells of the body, row by row, as they are written.
#[track_caller]
fn cells(table: &Element<'_>) -> Vec<Vec<String>> {
    let rows = table.script(
        "return [...this.tBodies[0].rows].map((row) => [...row.cells].map((cell) => cell.textContent))",
    );
    texts(&rows)
}

/// What is said of the mark of each cell in the body of a table; empty where there is none.
fn marks(table: &Element<'_>) -> Vec<Vec<String>> {
    let rows = table.script(
        "return [...this.tBodies[0].rows].map((row) => [...row.cells].map((cell) =>
           cell.querySelector('[role=img]')?.ariaLabel ?? ''))",
    );
    texts(&rows)
}

/// The texts of rows of cells, each on one line.
fn texts(rows: &Value) -> Vec<Vec<String>> {
    let row = |row: &Value| {
        let cells = row.as_array().into_iter().flatten();
        cells
            .map(|cell| one_line(cell.as_str().unwrap_or_default()))
            .collect()
    };
    rows.as_array()
        .expect("rows of cells")
        .iter()
        .map(row)
        .collect()
}

fn one_line(text: &str) -> String {
    without_holds(text)
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

/// A number as Indonesian and English write it: the digits alone.
fn digits(text: &str) -> u64 {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    digits.parse().unwrap_or_default()
}

/// A whole number with the separator of a language.
fn grouped(number: u64, separator: char) -> String {
    let plain = number.to_string();
    let mut text = String::new();
    for (at, digit) in plain.chars().enumerate() {
        if at > 0 && (plain.len() - at).is_multiple_of(3) {
            text.push(separator);
        }
        text.push(digit);
    }
    text
}

/// What `jangkau query --format json` prints for a link.
fn queried(link: &str, by: Option<&str>) -> Value {
    let opened = opened(link);
    let answer = answer(&opened, link, by, Form::Json).expect("an answer");
    serde_json::from_str(&answer.text).expect("JSON")
}

/// The total of a link as the command line has it.
fn total_of(link: &str) -> u64 {
    queried(link, None)["value"]
        .as_u64()
        .expect("a whole number")
}

fn opened(link: &str) -> Opened {
    let shipped = Path::new(env!("CARGO_MANIFEST_DIR")).join("public/data");
    let data = if is_shipped(link) {
        &shipped
    } else {
        data_folder()
    };
    open_listed(data, link).expect("the dataset of the site")
}
