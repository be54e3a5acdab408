//! Every different text of a table, once: a table of millions of cells has few of them.

use std::collections::HashMap;

use super::label::composed;

/// Position of a text among [`Texts`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct TextIx(u32);

impl TextIx {
    /// The position as an index of a list with one entry a text.
    pub(super) fn index(self) -> usize {
        self.0 as usize
    }
}

/// The different texts of a table, in the order in which they were met; the first is the empty one.
#[derive(Debug, Clone)]
pub(super) struct Texts {
    list: Vec<Box<str>>,
    known: HashMap<Box<str>, TextIx>,
}

/// The text of a cell in which nothing stands.
pub(super) const BLANK: TextIx = TextIx(0);

impl Texts {
    pub(super) fn new() -> Self {
        let mut texts = Self {
            list: Vec::new(),
            known: HashMap::new(),
        };
        texts.add("");
        texts
    }
    /// The position of a text, which is added where it is new. Texts that differ in how their accents are
    /// written are one.
    pub(super) fn add(&mut self, text: &str) -> TextIx {
        if let Some(known) = self.known.get(text) {
            return *known;
        }
        let own = composed(text);
        if own != text {
            let known = self.add(&own);
            self.known.insert(text.into(), known);
            return known;
        }
        // More than four thousand million different texts do not fit into the memory that a file may take.
        let at = TextIx(u32::try_from(self.list.len()).unwrap_or(u32::MAX));
        self.list.push(text.into());
        self.known.insert(text.into(), at);
        at
    }
    pub(super) fn get(&self, at: TextIx) -> &str {
        &self.list[at.index()]
    }
    /// Every text, in order.
    pub(super) fn iter(&self) -> impl ExactSizeIterator<Item = &str> {
        self.list.iter().map(|text| &**text)
    }
    /// The position of every text, in order.
    pub(super) fn positions(&self) -> impl Iterator<Item = TextIx> {
        let last = u32::try_from(self.list.len()).unwrap_or(u32::MAX);
        (0..last).map(TextIx)
    }
    pub(super) fn len(&self) -> usize {
        self.list.len()
    }
}
