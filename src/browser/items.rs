//! A list of items that are alike, which only touches what has changed.
//!
//! Written here and not by a view, as the rows of a table are: a hundred bars as components would be
//! as many closures and subscriptions for each thing that a bar says.

use web_sys::{CssStyleDeclaration, Document, Element, Event, HtmlElement, Node};

use super::element::set;
use wasm_bindgen::JsCast;

/// Where something that an item says is written.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Slot {
    /// As the text of the element.
    Text,
    /// As an attribute, which is not there where nothing is said.
    Attribute(&'static str),
    /// As a property of its style.
    Style(&'static str),
}

/// An element of an item, and what of it changes.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Piece {
    tag: &'static str,
    class: &'static str,
    /// How deep it stands within the item: 0 is the item itself, which comes first.
    depth: usize,
    slots: &'static [Slot],
}

impl Piece {
    /// An element of a depth, tag and class, and what is written in it.
    pub(crate) const fn at(
        depth: usize,
        tag: &'static str,
        class: &'static str,
        slots: &'static [Slot],
    ) -> Self {
        Self {
            tag,
            class,
            depth,
            slots,
        }
    }
}

struct Written {
    element: Element,
    slot: Slot,
    style: Option<CssStyleDeclaration>,
    text: String,
}

/// The items of the list that has an id.
pub(crate) struct Items {
    document: Document,
    list: Element,
    pieces: &'static [Piece],
    kept: Vec<(Element, Vec<Written>)>,
}

impl Items {
    /// No items yet; `None` where no element has the id.
    pub(crate) fn within(id: &str, pieces: &'static [Piece]) -> Option<Self> {
        let document = web_sys::window()?.document()?;
        let list = document.get_element_by_id(id)?;
        // A view that takes the place of another like it takes over its elements.
        list.replace_children_with_node_0();
        Some(Self {
            document,
            list,
            pieces,
            kept: Vec::new(),
        })
    }

    /// Writes the items, each as what its slots say, in order.
    pub(crate) fn write(&mut self, items: Vec<Vec<String>>) {
        for (item, _) in self.kept.drain(items.len().min(self.kept.len())..) {
            item.remove();
        }
        for (at, texts) in items.into_iter().enumerate() {
            if at == self.kept.len() {
                let Some(item) = self.item() else { return };
                self.kept.push(item);
            }
            for (written, text) in self.kept[at].1.iter_mut().zip(texts) {
                written.write(text);
            }
        }
    }

    /// The position of the item that an event is about.
    pub(crate) fn under(&self, event: &Event) -> Option<usize> {
        let node: Node = event.target()?.dyn_into().ok()?;
        self.kept
            .iter()
            .position(|(item, _)| item.contains(Some(&node)))
    }

    fn item(&self) -> Option<(Element, Vec<Written>)> {
        let mut above: Vec<Element> = vec![self.list.clone()];
        let mut slots = Vec::new();
        for piece in self.pieces {
            let element = self.document.create_element(piece.tag).ok()?;
            if !piece.class.is_empty() {
                set(&element, "class", piece.class);
            }
            if piece.tag == "button" {
                set(&element, "type", "button");
            }
            for &slot in piece.slots {
                let styled = matches!(slot, Slot::Style(_));
                let styled = element.dyn_ref().filter(|_| styled);
                slots.push(Written {
                    style: styled.map(HtmlElement::style),
                    element: element.clone(),
                    slot,
                    text: String::new(),
                });
            }
            above.truncate(piece.depth + 1);
            above[piece.depth].append_child(&element).ok()?;
            above.push(element);
        }
        let item = self.list.last_element_child()?;
        Some((item, slots))
    }
}

impl Written {
    fn write(&mut self, text: String) {
        if self.text == text {
            return;
        }
        match (self.slot, self.element.first_child()) {
            (Slot::Text, Some(node)) => node.set_node_value(Some(&text)),
            (Slot::Text, None) => self.element.set_text_content(Some(&text)),
            (Slot::Attribute(name), _) if text.is_empty() => {
                let _there: Result<(), _> = self.element.remove_attribute(name);
            }
            (Slot::Attribute(name), _) => set(&self.element, name, &text),
            (Slot::Style(name), _) => {
                if let Some(style) = &self.style {
                    let _valid: Result<(), _> = style.set_property(name, &text);
                }
            }
        }
        self.text = text;
    }
}
