//! The page: Leptos components, one public component a file.
#![allow(
    unreachable_pub,
    clippy::needless_pass_by_value,
    clippy::must_use_candidate,
    reason = "component props, which the macro makes pub"
)]
#![allow(
    clippy::large_types_passed_by_value,
    reason = "state is a handful of signals, whose handles Leptos passes by copy"
)]

mod about_panel;
mod bar_chart;
mod beside;
mod chooser;
mod companions;
mod compare_panel;
mod dialog;
mod embed_dialog;
mod embed_picture;
mod explorer;
mod facts_panel;
mod filters;
mod headline_view;
mod links;
mod list;
mod live;
mod loading;
mod map_controls;
mod map_gestures;
mod map_keys;
mod map_layers;
mod map_legend;
mod map_panel;
mod map_picture;
mod map_readout;
mod map_state;
mod map_view;
mod measure_chooser;
mod notices;
mod page;
mod place_search;
mod ranking_panel;
mod root;
mod share;
mod stage;
mod table_panel;
mod table_search;
mod takeaway;
mod to_copy;
mod trend_panel;
mod wording;

pub use root::mount;
