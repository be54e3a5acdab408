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
mod arrow_keys;
mod bar_chart;
mod bottom_bar;
mod card_actions;
mod change_link;
mod checkbox;
mod chips;
mod choices;
mod colophon;
mod companion_view;
mod companions;
mod compare_panel;
mod copy_box;
mod dead_end_note;
mod dialog;
mod embed_choices;
mod embed_dialog;
mod embed_looks;
mod embed_picture;
mod embed_preview;
mod explorer;
mod facts_panel;
mod fault_message;
mod filters;
mod foreign_text;
mod found_places;
mod headline_figure;
mod headline_view;
mod late;
mod late_menu;
mod links;
mod loading;
mod map_card;
mod map_controls;
mod map_gestures;
mod map_keys;
mod map_layers;
mod map_legend;
mod map_look;
mod map_panel;
mod map_picture;
mod map_state;
mod map_view;
mod mark;
mod masthead;
mod measure_chooser;
mod measured_box;
mod menu;
mod menu_lists;
mod neighbours;
mod nobody_note;
mod notice_list;
mod notices;
mod off_by;
mod page;
mod place_search;
mod radio;
mod ranking_panel;
mod root;
mod select;
mod share_list;
mod share_menu;
mod sheet;
mod skip_links;
mod stage;
mod steps;
mod table_choices;
mod table_foot;
mod table_pages;
mod table_panel;
mod table_search;
mod takeaway;
mod trend_brush;
mod trend_panel;
mod trend_picture;
mod unique_id;
mod ways_out;
mod why_panel;
mod wording;

pub use root::mount;
