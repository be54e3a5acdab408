//! Where the keyboard is.

use wasm_bindgen::JsCast;
use web_sys::{Document, Element, Event, EventTarget, HtmlElement, Node};

use super::document::is_right_to_left;
use super::later::Later;

/// A step among the buttons of a group, of which Tab reaches one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum FocusStep {
    /// To the one after.
    Next,
    /// To the one before.
    Previous,
    /// To the first.
    First,
    /// To the last.
    Last,
}

impl FocusStep {
    /// What a key does in a group of buttons: arrows point to where the buttons are seen, which in a language that is
    /// written from right to left is the other way round.
    pub(crate) fn of_key(key: &str) -> Option<Self> {
        let (right, left) = if is_right_to_left() {
            (Self::Previous, Self::Next)
        } else {
            (Self::Next, Self::Previous)
        };
        Some(match key {
            "ArrowRight" => right,
            "ArrowLeft" => left,
            "ArrowDown" => Self::Next,
            "ArrowUp" => Self::Previous,
            "Home" => Self::First,
            "End" => Self::Last,
            _ => return None,
        })
    }
}

/// Puts the focus on an element.
pub(crate) fn focus(element: &HtmlElement) {
    let _refused: Result<(), _> = element.focus();
}

/// Puts the focus on the element of an id.
pub(crate) fn focus_on(id: &str) {
    let element = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.get_element_by_id(id));
    if let Some(element) = element.and_then(|element| element.dyn_into().ok()) {
        focus(&element);
    }
}

/// Puts the focus on the nearest part of the page around the element that listens which takes it
/// from scripts alone.
pub(crate) fn focus_around(event: &Event) {
    let element: Option<Element> = event.current_target().and_then(|it| it.dyn_into().ok());
    let around = element.and_then(|element| element.closest("[tabindex='-1']").ok()?);
    if let Some(around) = around.and_then(|around| around.dyn_into().ok()) {
        focus(&around);
    }
}

/// After something that may take away what has the focus: gives it to the part of the page around that
/// which takes it from scripts alone, else to the element of an id. What still has it, keeps it.
pub(crate) fn keep_focus(otherwise: &'static str) {
    let Some(document) = web_sys::window().and_then(|window| window.document()) else {
        return;
    };
    let has_focus = |document: &Document| {
        let active = document.active_element();
        active.filter(|active| document.body().as_deref() != Some(active))
    };
    let Some(active) = has_focus(&document) else {
        return;
    };
    let around = active.closest("[tabindex='-1']").ok().flatten();
    let act = move || {
        if has_focus(&document).is_none() {
            let around = around.filter(|around| around.is_connected());
            let around = around.or_else(|| document.get_element_by_id(otherwise));
            if let Some(around) = around.and_then(|around| around.dyn_into().ok()) {
                focus(&around);
            }
        }
    };
    Later::after_frame(act).surely();
}

/// Puts the focus on a button of a group, counted from 0, or the last one; on the group itself where
/// it has none.
pub(crate) fn focus_button(group: &HtmlElement, at: usize) {
    let buttons = buttons(group);
    let button = buttons.get(at).or(buttons.last());
    focus(button.unwrap_or(group));
}

/// Moves the focus among the buttons of a group: the position of the one that has it now.
pub(crate) fn step_focus(group: &HtmlElement, step: FocusStep) -> Option<usize> {
    let buttons = buttons(group);
    let active = group.owner_document()?.active_element()?;
    let active: HtmlElement = active.dyn_into().ok()?;
    let here = buttons.iter().position(|button| *button == active)?;
    let last = buttons.len() - 1;
    let next = match step {
        FocusStep::Next => (here + 1).min(last),
        FocusStep::Previous => here.saturating_sub(1),
        FocusStep::First => 0,
        FocusStep::Last => last,
    };
    focus(&buttons[next]);
    Some(next)
}

/// Whether something lies within an element.
pub(crate) fn holds(element: &Element, inside: Option<EventTarget>) -> bool {
    let node: Option<Node> = inside.and_then(|it| it.dyn_into().ok());
    node.is_some_and(|node| element.contains(Some(&node)))
}

/// Scrolls until an element is at the top of the window.
pub(crate) fn scroll_to(element: &Element) {
    element.scroll_into_view_with_bool(true);
}

fn buttons(group: &HtmlElement) -> Vec<HtmlElement> {
    let found = group.query_selector_all("button:not([disabled])");
    let Ok(found) = found else { return Vec::new() };
    let button = |at| found.get(at)?.dyn_into().ok();
    (0..found.length()).filter_map(button).collect()
}
