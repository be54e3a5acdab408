//! The only folder that names the web: fetching, history, the clipboard, the document.

mod clipboard;
mod dialog;
mod document;
mod element;
mod fetch;
mod focus;
mod frame;
mod history;
mod idle;
mod later;
mod make;
mod parent;
mod picture;
mod pointer;
mod rows;
mod seen;
mod size;

/// Numbers as scripts have them, in one piece of memory.
pub(crate) use js_sys::Float64Array as Floats;

pub(crate) use clipboard::{can_share, copy, share};
pub(crate) use dialog::{close_dialog, open_dialog, return_focus};
pub(crate) use document::{
    Shell, SiteIdentity, SiteLocation, is_framed, is_plain_click, print, reload, set_language,
    set_theme, set_title, shell,
};
pub(crate) use element::is_open;
pub(crate) use fetch::{Cause, Fault, Progress, Report, fetch_bytes};
pub(crate) use focus::{
    FocusStep, focus, focus_around, focus_button, focus_on, holds, keep_focus, scroll_to,
    step_focus,
};
pub(crate) use frame::{Said, hear};
pub(crate) use history::{current_link, on_pop, origin, push, replace};
pub(crate) use idle::{saves_data, when_idle};
pub(crate) use later::Later;
pub(crate) use make::{fetch_maker, make, make_by, save, today};
pub(crate) use parent::{tell, tell_by};
pub(crate) use picture::{Shapes, is_within, shape_under};
pub(crate) use pointer::{fingers, pointed};
pub(crate) use rows::{Cell, Rows};
pub(crate) use seen::Seen;
pub(crate) use size::SizeObserver;
