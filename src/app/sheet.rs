//! The filters over the foot of a phone's window.

use leptos::html;
use leptos::prelude::*;

use crate::browser;

/// Whether the sheet is open. It is no dialog: the page behind it goes on.
#[derive(Clone, Copy)]
pub(super) struct Sheet {
    open: RwSignal<bool>,
    /// The button that opens it.
    button: RwSignal<NodeRef<html::Button>>,
    /// What stays in sight above it.
    stage: NodeRef<html::Section>,
    /// The button that closes it.
    close: NodeRef<html::Button>,
}

impl Sheet {
    pub(super) fn new(stage: NodeRef<html::Section>) -> Self {
        Self {
            open: RwSignal::new(false),
            button: RwSignal::new(NodeRef::new()),
            stage,
            close: NodeRef::new(),
        }
    }
    pub(super) fn returns_to(self, button: NodeRef<html::Button>) {
        self.button.set(button);
    }
    pub(super) fn is_open(self) -> bool {
        self.open.get()
    }
    /// The button that closes it, to be put where it stands.
    pub(super) fn close_button(self) -> NodeRef<html::Button> {
        self.close
    }
    pub(super) fn toggle(self) {
        if self.open.get_untracked() {
            self.shut();
        } else {
            self.open.set(true);
            request_animation_frame(move || {
                self.stage
                    .get_untracked()
                    .inspect(|stage| browser::scroll_to(stage));
                self.close
                    .get_untracked()
                    .inspect(|close| browser::focus(close));
            });
        }
    }
    /// Closes it, and gives the focus back.
    pub(super) fn shut(self) {
        self.open.set(false);
        let button = self.button.get_untracked().get_untracked();
        button.inspect(|button| browser::focus(button));
    }
}
