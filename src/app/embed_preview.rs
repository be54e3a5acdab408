//! The preview of an embed.

use leptos::html;
use leptos::prelude::*;

use super::page::page;
use crate::browser::{Said, hear};

/// The view at an address. Another takes its place once it is there, so that the preview is never blank:
/// two frames take turns.
#[component]
pub(super) fn EmbedPreview(
    address: Memo<String>,
    /// As wide as the embed will be, in pixels; 0: as wide as there is room.
    width_px: Memo<u32>,
    /// Hears how high the view is, in pixels.
    on_height: impl Fn(u32) + Copy + 'static,
) -> impl IntoView {
    let addresses = [address.get_untracked(), String::new()].map(RwSignal::new);
    let front = RwSignal::new(0);
    Effect::new(move |before: Option<()>| {
        let address = address.get();
        if before.is_some() {
            addresses[1 - front.get_untracked()].set(address);
        }
    });
    let heard = move |nth: usize, said: Said| match said {
        Said::Height(height_px) if nth == front.get_untracked() => on_height(height_px),
        Said::Height(_) => {}
        Said::Shown => {
            if nth != front.get_untracked() {
                front.set(nth);
                addresses[1 - nth].set(String::new());
            }
        }
    };
    let frame = move |nth: usize| {
        let is_front = Signal::derive(move || front.get() == nth);
        view! {
            <Frame
                address=addresses[nth]
                is_front
                width_px
                on_said=move |said| heard(nth, said)
            />
        }
    };
    view! { <div class="previews">{[0, 1].map(frame).collect_view()}</div> }
}

/// One of the two frames.
#[component]
fn Frame(
    address: RwSignal<String>,
    is_front: Signal<bool>,
    width_px: Memo<u32>,
    on_said: impl Fn(Said) + Copy + 'static,
) -> impl IntoView {
    let page = page();
    let node = NodeRef::<html::Iframe>::new();
    let listener = StoredValue::new_local(None);
    // How high it is, said before it comes to the front, counts when it does.
    let height_px = RwSignal::new(0);
    Effect::new(move || {
        if let Some(frame) = node.get() {
            listener.set_value(hear(frame, move |said| {
                if let Said::Height(px) = said {
                    height_px.set(px);
                }
                on_said(said);
            }));
        }
    });
    Effect::new(move || {
        let height_px = height_px.get_untracked();
        if is_front.get() && height_px > 0 {
            on_said(Said::Height(height_px));
        }
    });
    let source = move || Some(address.get()).filter(|address| !address.is_empty());
    // With its border, a pixel on each side.
    let width = move || match width_px.get() {
        0 => String::new(),
        px => [&(px + 2).to_string(), "px"].concat(),
    };
    view! {
        <iframe
            node_ref=node
            class="preview"
            class:behind=move || !is_front.get()
            title=page.message(|words| words.embed_preview)
            src=source
            style:width=width
        ></iframe>
    }
}
