//! What a reader takes along: files of this view and of everything, and how it is cited.
use leptos::prelude::*;

use super::copy_box::CopyBox;
use super::dialog::Dialog;
use super::late::{Late, Panel};
use super::page::{Page, page};
use super::wording::Message;
use crate::browser;
use crate::embed::file_name;
use crate::words::interpolate;

/// A file of a view: what is made, the ending of its name, and its name for readers.
type File = (&'static str, &'static str, Message);

/// The files of the table, exactly as it is shown.
const TABLES: [File; 3] = [
    ("csv", "csv", |words| words.file_csv),
    ("excel", "excel.csv", |words| words.file_excel),
    ("xlsx", "xlsx", |words| words.file_xlsx),
];

const PICTURE: File = ("png", "png", |words| words.file_png);

/// The other files of a view.
const FILES: [File; 3] = [
    ("json", "json", |words| words.file_json),
    ("svg", "svg", |words| words.file_svg),
    PICTURE,
];

/// Opens the dialog of downloads and citations.
#[component]
pub(super) fn TakeawayButton() -> impl IntoView {
    let page = page();
    let open = RwSignal::new(false);
    view! {
        <button type="button" on:click=move |_| open.set(true)>
            {page.message(|words| words.takeaway)}
        </button>
        <TakeawayDialog open />
    }
}

/// The dialog of downloads and citations.
#[component]
pub(super) fn TakeawayDialog(open: RwSignal<bool>) -> impl IntoView {
    view! {
        <Dialog open on_close=move |()| open.set(false) title=|words| words.takeaway_title>
            <Late panel=Panel::Takeaway />
        </Dialog>
    }
}

/// The picture of the map, as an item of a list; none where there are no boundaries.
#[component]
pub(super) fn PictureItem(outcome: RwSignal<String>) -> impl IntoView {
    let picture = page().companions.has_map().then(|| vec![PICTURE]);
    picture.map(|files| view! { <li><FileButtons files outcome /></li> })
}

/// The files of the table, at its foot.
#[component]
pub(super) fn TableFiles() -> impl IntoView {
    let outcome = RwSignal::new(String::new());
    view! {
        <p class="files">
            <FileButtons files=TABLES.to_vec() outcome />
        </p>
        <p class="quiet" role="status">{move || outcome.get()}</p>
    }
}

/// A button for each file of the view; what becomes of it is told in `outcome`.
#[component]
fn FileButtons(files: Vec<File>, outcome: RwSignal<String>) -> impl IntoView {
    let page = page();
    let button = move |(kind, ending, name): File| {
        let save_view = move |_| {
            let link = page.links.in_lang(page.words_now().code);
            save(page, (kind, ending), link, outcome);
        };
        view! { <button type="button" on:click=save_view>{move || name(page.words())}</button> }
    };
    files.into_iter().map(button).collect_view()
}

/// Makes a file of a link of the site, saves it under a name with an ending, and tells how far it is.
fn save(
    page: Page,
    (kind, ending): (&'static str, &'static str),
    link: String,
    outcome: RwSignal<String>,
) {
    let words = page.words_now();
    let site = page.links.site();
    let file = file_name(&link, ending);
    let say = move |message: &'static str, with: &str| {
        outcome.set(interpolate(message, &[("file", with), ("message", with)]));
    };
    say(words.file_waits, &file);
    leptos::task::spawn_local(async move {
        match browser::make(kind, &[&*site, &*link].concat(), "light").await {
            Ok(address) => {
                browser::save(&address, &file);
                say(words.file_saved, &file);
            }
            Err(message) => say(words.file_failed, &message),
        }
    });
}

/// The files of this view and of the whole dataset, a message for a chat, and citations.
#[component]
pub(super) fn Takeaway() -> impl IntoView {
    let page = page();
    let outcome = RwSignal::new(String::new());
    // Without boundaries there is no map to be drawn.
    let is_offered =
        |(kind, ..): &File| page.companions.has_map() || !["svg", "png"].contains(kind);
    let files: Vec<File> = TABLES.into_iter().chain(FILES).filter(is_offered).collect();
    let save_cells = move |_| {
        let link = page.links.whole_dataset(page.words_now().code);
        save(page, ("cells", "csv"), link, outcome);
    };
    let table = page.links.regions_csv().map(|href| {
        view! { <FileLink href name=|words| words.regions_csv /> }
    });
    let dataset = page.links.dataset_file();
    let folder = dataset.rsplit_once('/').map_or("", |(folder, _)| folder);
    let package = [folder, "/datapackage.json"].concat();
    let message = Memo::new(move |_| {
        let sentence = page.headline.with(|it| it.marked_sentence(page.words()));
        [&*sentence, "\n", &page.links.pinned()].concat()
    });
    view! {
        <fieldset class="as">
            <legend>{page.message(|words| words.takeaway_view)}</legend>
            <FileButtons files outcome />
        </fieldset>
        <p class="quiet" role="status">{move || outcome.get()}</p>
        <fieldset class="as">
            <legend>{page.message(|words| words.takeaway_all)}</legend>
            <button type="button" on:click=save_cells>{page.message(|words| words.file_cells)}</button>
            <FileLink href=dataset name=|words| words.file_json />
            {table}
            <FileLink href=package name=|_| "Data Package" />
        </fieldset>
        <Quotation text=message kind=|words| words.messenger />
        <h2>{page.message(|words| words.cite)}</h2>
        <Citations />
    }
}

/// A file of the site, saved under the name that it has there.
#[component]
fn FileLink(href: String, name: Message) -> impl IntoView {
    let page = page();
    let file = href.rsplit('/').next().unwrap_or_default().to_owned();
    view! { <a href=href download=file>{move || name(page.words())}</a> " " }
}

/// Short, long and for BibTeX, of today.
#[component]
fn Citations() -> impl IntoView {
    let page = page();
    let made: RwSignal<Result<String, String>> = RwSignal::new(Ok(String::new()));
    let (site, link) = (page.links.site(), page.links.in_lang(page.words_now().code));
    leptos::task::spawn_local(async move {
        let link = [&*site, &*link].concat();
        made.set(browser::make("cite", &link, &browser::today()).await);
    });
    let citation = move |nth: usize| {
        Memo::new(move |_| {
            made.with(|made| {
                let citations = made.as_deref().unwrap_or_default();
                let citation = citations.splitn(3, '\n').nth(nth);
                citation.unwrap_or_default().to_owned()
            })
        })
    };
    let fault = move || {
        let message = made.with(|made| made.as_ref().err().cloned())?;
        let message = [("message", &*message)];
        Some(interpolate(page.words().file_failed, &message))
    };
    view! {
        <p role="status">{fault}</p>
        <Quotation text=citation(0) kind=|words| words.cite_short />
        <Quotation text=citation(1) kind=|words| words.cite_long />
        <Quotation text=citation(2) kind=|_| "BibTeX" />
    }
}

/// A text of a kind, to be copied.
#[component]
fn Quotation(text: Memo<String>, kind: Message) -> impl IntoView {
    let page = page();
    let copy = move || interpolate(page.words().cite_copy, &[("kind", kind(page.words()))]);
    view! {
        <CopyBox text name=move || kind(page.words()) copy copied=|words| words.cite_copied />
    }
}
