//! The published figures that a cube is held against, and where they stand.

use super::extension::Reader;
use super::paragraph::{long_text, optional_by_lang};
use crate::cube::{
    Control, ControlKind, Derived, DerivedBy, Interval, Printed, PrintedUnit, Selection, Source,
};
use crate::formats::error::Failure;
use crate::formats::json::{Node, Tree, too_many};

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
        let value = node.get("value").number()?;
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
            kind: control_kind(&kind)?,
            selection: self.selection(&node.get("selection"))?,
            share_of,
            value,
            tolerance,
            printed: self.printed(&node.get("printed"))?,
            derived: self.derived(&node.get("derived"), value)?,
            source,
            note: optional_by_lang(&node.get("note"), self.context)?,
        })
    }

    fn printed(&self, node: &Node<'_>) -> Result<Option<Printed>, Failure> {
        let Some(node) = node.present() else {
            return Ok(None);
        };
        let unit = node.get("unit");
        Ok(Some(Printed {
            value: node.get("value").number()?,
            unit: match unit.optional_text()? {
                None => PrintedUnit::Count,
                Some("percent") => PrintedUnit::Percent,
                Some(_) => return Err(unit.expected("\"percent\", or nothing of a count")),
            },
            decimals: decimals(&node.get("decimals"))?,
            period: optional_by_lang(&node.get("period"), self.context)?.unwrap_or_default(),
            of: optional_by_lang(&node.get("of"), self.context)?,
        }))
    }

    fn derived(&self, node: &Node<'_>, value: f64) -> Result<Option<Derived>, Failure> {
        let Some(node) = node.present() else {
            return Ok(None);
        };
        let how = node.get("how");
        let word = how.text()?;
        let known = DerivedBy::ALL.into_iter().find(|it| it.key() == word);
        let how = known.ok_or_else(|| how.expected(HOW))?;
        let of = node.get("of").present();
        Ok(Some(Derived {
            how,
            text: optional_by_lang(&node.get("text"), self.context)?.unwrap_or_default(),
            percent_of: of.map(|of| self.selection(&of)).transpose()?,
            interval: interval(&node.get("interval"), value)?,
        }))
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

/// How strictly a control is kept.
pub(super) fn control_kind(node: &Node<'_>) -> Result<ControlKind, Failure> {
    let word = node.text()?;
    let known = ControlKind::ALL.into_iter().find(|it| it.key() == word);
    known.ok_or_else(|| node.expected("\"hard\", \"soft\" or \"check\""))
}

/// The ways in which a figure is derived, for an error.
const HOW: &str = "\"percentage\", \"difference\", \"sum\", \"scaled\", \"split\", \"period\", \"categories\" or \"assumed\"";

/// The place of the last printed digit, before or after the point.
fn decimals(node: &Node<'_>) -> Result<i8, Failure> {
    let Some(node) = node.present() else {
        return Ok(0);
    };
    let number = node.number()?;
    #[allow(
        clippy::cast_possible_truncation,
        reason = "checked whole and in range"
    )]
    let whole = number as i8;
    if (-15.0..=15.0).contains(&number) && number.fract() == 0.0 {
        return Ok(whole);
    }
    Err(node.expected("a whole number from -15 to 15"))
}

/// `[least, greatest]`, `null` for the greatest where nothing bounds it; or how far it is on either side.
fn interval(node: &Node<'_>, value: f64) -> Result<Option<Interval>, Failure> {
    let Some(node) = node.present() else {
        return Ok(None);
    };
    let wrong = || node.expected("the least and the greatest value, or a distance from 0");
    if let Tree::Number(distance) = node.tree() {
        let both = Interval::new(value - distance, value + distance);
        return both.map(Some).ok_or_else(wrong);
    }
    let items = node.items()?;
    let [low, high] = items.as_slice() else {
        return Err(wrong());
    };
    let high = match high.present() {
        Some(high) => high.number()?,
        None => f64::INFINITY,
    };
    Interval::new(low.number()?, high)
        .map(Some)
        .ok_or_else(wrong)
}

/// The item of a list whose position stands in a node.
pub(super) fn one_of<T: Clone>(list: &[T], at: &Node<'_>, name: &str) -> Result<T, Failure> {
    let item = list.get(at.integer()?).cloned();
    item.ok_or_else(|| at.expected(&format!("a position in \"{name}\"")))
}
