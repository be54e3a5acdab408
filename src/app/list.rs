//! Lists of items that are alike, written where they change.

use std::cell::RefCell;
use std::rc::Rc;

use web_sys::MouseEvent;

use super::live::whenever;
use crate::browser::{Items, Piece};

/// The items of an element.
#[derive(Clone)]
pub(super) struct List(Rc<RefCell<Option<Items>>>);

impl List {
    /// Keeps the items of the element of an id: what the slots of each say.
    pub(super) fn of(
        id: String,
        pieces: &'static [Piece],
        said: impl Fn() -> Vec<Vec<String>> + 'static,
    ) -> Self {
        let list = Self(Rc::default());
        let kept = list.clone();
        whenever(move || {
            let said = said();
            let mut items = kept.0.borrow_mut();
            if items.is_none() {
                *items = Items::within(&id, pieces);
            }
            if let Some(items) = &mut *items {
                items.write(said);
            }
        });
        list
    }

    /// The position of the item that an event is about.
    pub(super) fn under(&self, event: &MouseEvent) -> Option<usize> {
        self.0.borrow().as_ref()?.under(event)
    }
}
