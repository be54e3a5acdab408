//! The published figures that a cube is held against, and where they stand.

use super::extension::Reader;
use super::paragraph::{long_text, optional_by_lang};
use crate::cube::{Control, ControlKind, Selection, Source};
use crate::formats::error::Failure;
use crate::formats::json::{Node, too_many};

impl Reader<'_, '_> {
    /// Every control, with its source.
    pub(super) fn controls(&self) -> Result<Vec<Control>, Failure> {
        let controls = self.extension.get("controls");
        too_many(
            &controls,
            "controls",
            self.context.limits.controls,
            controls.count(),
        )?;
        let sources = self.extension.get("sources");
        let sources = sources.each(|node| self.source(node))?;
        controls.each(|node| self.control(node, &sources))
    }

    fn control(&self, node: &Node<'_>, sources: &[Source]) -> Result<Control, Failure> {
        let kind = node.get("kind");
        let share_of = match node.get("of").present() {
            Some(whole) => Some(self.selection(&whole)?),
            None => None,
        };
        let tolerance = match node.get("tolerance").present() {
            Some(tolerance) => tolerance.number()?,
            None => 0.0,
        };
        let source = match node.get("source").present() {
            Some(at) => one_of(sources, &at, "sources")?,
            None => Source::default(),
        };
        Ok(Control {
            kind: match kind.text()? {
                "hard" => ControlKind::Hard,
                "soft" => ControlKind::Soft,
                "check" => ControlKind::Check,
                _ => return Err(kind.expected("\"hard\", \"soft\" or \"check\"")),
            },
            selection: self.selection(&node.get("selection"))?,
            share_of,
            published: node.get("value").number()?,
            tolerance,
            source,
            note: optional_by_lang(&node.get("note"), self.context)?,
        })
    }

    /// Where a figure stands.
    pub(super) fn source(&self, node: &Node<'_>) -> Result<Source, Failure> {
        let text = |name| {
            Ok::<_, Failure>(
                long_text(&node.get(name), self.context)?
                    .unwrap_or("")
                    .into(),
            )
        };
        Ok(Source {
            title: text("title")?,
            publisher: text("publisher")?,
            date: text("date")?,
            url: text("url")?,
        })
    }

    pub(super) fn selection(&self, node: &Node<'_>) -> Result<Selection, Failure> {
        let mut selection = Selection::all();
        for (id, codes) in node.members()? {
            let axis = self.axis(&codes, id)?;
            selection = selection.with(axis, codes.each(|code| self.code(axis, code))?);
        }
        Ok(selection)
    }
}

/// The item of a list whose position stands in a node.
pub(super) fn one_of<T: Clone>(list: &[T], at: &Node<'_>, name: &str) -> Result<T, Failure> {
    let item = list.get(at.integer()?).cloned();
    item.ok_or_else(|| at.expected(&format!("a position in \"{name}\"")))
}
