//! Panels that are no part of the first screen: their code comes when one is first shown, or when the
//! browser is idle.
#![allow(
    unsafe_code,
    reason = "`wasm_split` declares what it links across the two parts of the page"
)]

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_split::{SplitLoaderError, wasm_split};

use super::about_panel::AboutPanel;
use super::card_actions::CardActions;
use super::choices::ShareOf;
use super::compare_panel::Comparison;
use super::dead_end_note::DeadEndNote;
use super::embed_dialog::EmbedMaker;
use super::facts_panel::FactsPanel;
use super::fault_message::FaultMessage;
use super::found_places::FoundPlaces;
use super::map_keys::MapKeys;
use super::map_look::Classes;
use super::map_picture::Motifs;
use super::measure_chooser::MeasureChoosers;
use super::menu_lists::{DatasetList, LanguageList};
use super::nobody_note::NobodyNote;
use super::notice_list::NoticeList;
use super::off_by::OffBy;
use super::page::page;
use super::place_search::Search;
use super::ranking_panel::RankingPanel;
use super::share_list::{Share, ShareList};
use super::table_choices::TableChoices;
use super::table_panel::TablePanel;
use super::takeaway::Takeaway;
use super::trend_panel::TrendPanel;
use super::why_panel::WhyDialog;
use crate::browser;
use crate::published::Companion;
use crate::scene::MapScene;
use crate::view_state::{Notice, Place};

/// The panels that come late, all of them together.
#[derive(Clone, Copy)]
pub(super) enum Panel {
    About,
    CardActions(Place),
    Choices,
    Classes,
    Compare,
    Datasets,
    DeadEnd(Memo<MapScene>),
    Embed,
    Facts,
    FoundPlaces(Search),
    Languages,
    MapKeys,
    Measures,
    Motifs,
    Nobody,
    Notices(RwSignal<Vec<Notice>>),
    OffBy,
    Ranking,
    Share(Share),
    ShareOf,
    Table,
    Takeaway,
    Trend,
    Why,
}

/// How a panel is made, once the code of all is there.
type Make = fn(Panel) -> AnyView;

#[allow(
    clippy::unnecessary_wraps,
    reason = "`fallible` asks for a result, whatever the panels are"
)]
#[wasm_split(later, wasm_split_path = leptos::wasm_split, fallible)]
fn late_panels() -> Result<Make, SplitLoaderError> {
    Ok(|panel| match panel {
        Panel::About => view! { <AboutPanel /> }.into_any(),
        Panel::CardActions(place) => view! { <CardActions place /> }.into_any(),
        Panel::Choices => view! { <TableChoices /> }.into_any(),
        Panel::Classes => view! { <Classes /> }.into_any(),
        Panel::Compare => view! { <Comparison /> }.into_any(),
        Panel::Datasets => view! { <DatasetList /> }.into_any(),
        Panel::DeadEnd(scene) => view! { <DeadEndNote scene /> }.into_any(),
        Panel::Embed => view! { <EmbedMaker /> }.into_any(),
        Panel::Facts => view! { <FactsPanel /> }.into_any(),
        Panel::FoundPlaces(search) => view! { <FoundPlaces search /> }.into_any(),
        Panel::Languages => view! { <LanguageList /> }.into_any(),
        Panel::MapKeys => view! { <MapKeys /> }.into_any(),
        Panel::Measures => view! { <MeasureChoosers /> }.into_any(),
        Panel::Motifs => view! { <Motifs /> }.into_any(),
        Panel::Nobody => view! { <NobodyNote /> }.into_any(),
        Panel::Notices(dismissed) => view! { <NoticeList dismissed /> }.into_any(),
        Panel::OffBy => view! { <OffBy /> }.into_any(),
        Panel::Ranking => view! { <RankingPanel /> }.into_any(),
        Panel::Share(share) => view! { <ShareList share /> }.into_any(),
        Panel::ShareOf => view! { <ShareOf /> }.into_any(),
        Panel::Table => view! { <TablePanel /> }.into_any(),
        Panel::Takeaway => view! { <Takeaway /> }.into_any(),
        Panel::Trend => view! { <TrendPanel /> }.into_any(),
        Panel::Why => view! { <WhyDialog /> }.into_any(),
    })
}

/// Whether the code is there.
#[derive(Clone, Copy)]
enum Arrival {
    NotAsked,
    Coming,
    Failed,
    There(Make),
}

/// The code of the late panels, of the whole page.
#[derive(Clone, Copy)]
struct LateCode(RwSignal<Arrival>);

impl LateCode {
    /// Asks for the code, unless it is there or on its way.
    fn ask(self) {
        let Self(arrival) = self;
        if let Arrival::Coming | Arrival::There(_) = arrival.get_untracked() {
            return;
        }
        arrival.set(Arrival::Coming);
        spawn_local(async move {
            let made = late_panels().await;
            arrival.set(made.map_or(Arrival::Failed, Arrival::There));
        });
    }
}

/// Lets everything below show [`Late`] panels. Their code comes once the browser is idle, then the
/// program that makes files, so that they are there without a network, too; in a frame, and where the reader
/// saves data, not before one is asked for.
pub(super) fn provide_late_panels() {
    let code = LateCode(RwSignal::new(Arrival::NotAsked));
    provide_context(code);
    if browser::is_framed() || browser::saves_data() {
        return;
    }
    browser::when_idle(move || code.ask());
    let boundaries = page().companions.boundaries;
    Effect::new(move |asked: Option<bool>| {
        let has_code = code.0.with(|arrival| matches!(arrival, Arrival::There(_)));
        let has_map = boundaries.with(|file| !matches!(file, Companion::Loading));
        let asked = asked == Some(true);
        if has_code && has_map && !asked {
            browser::when_idle(browser::fetch_maker);
        }
        asked || has_code && has_map
    });
}

/// A late panel; while its code comes a sentence, and where that fails a way to try again.
#[component]
pub(super) fn Late(
    panel: Panel,
    /// Whether nothing is said while the code comes: of what is part of a line or hangs over the page.
    #[prop(optional)]
    quiet: bool,
    /// Whether it waits until the code comes for something else.
    #[prop(optional)]
    patient: bool,
) -> impl IntoView {
    let page = page();
    let code: LateCode = expect_context();
    if !patient {
        code.ask();
    }
    move || match code.0.get() {
        Arrival::There(make) => make(panel),
        Arrival::Failed => {
            let words = page.words();
            let text = words.part_missing.to_owned();
            view! { <FaultMessage text words retry=move || code.ask() /> }.into_any()
        }
        Arrival::NotAsked | Arrival::Coming if quiet => ().into_any(),
        Arrival::NotAsked | Arrival::Coming => view! {
            <p role="status" class="quiet">
                {page.message(|words| words.part_loading)}
            </p>
        }
        .into_any(),
    }
}
