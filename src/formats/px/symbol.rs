//! The symbols that stand for figures: `"."` to `"......"` and `"-"`, and how the file shows them.

use super::table::Table;
use crate::formats::number::number_from_text;

/// What stands in the place of a figure.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Figure<'s> {
    Number(f64),
    /// No figure; its status is the symbol as the file shows it.
    None(&'s str),
}

/// The dots of PX by their number; seven are the sum of figures that are not all there.
const DOTS: &str = ".......";

/// The symbols of a file.
#[derive(Debug)]
pub(super) struct SymbolTable<'t> {
    /// How one to seven dots are shown.
    shown: [&'t str; DOTS.len()],
    nil: &'t str,
}

impl<'t> SymbolTable<'t> {
    pub(super) fn of(table: &'t Table<'_>) -> Self {
        let mut shown = [""; DOTS.len()];
        for (nth, shown) in (1..).zip(&mut shown) {
            let keyword = format!("DATASYMBOL{nth}");
            let keyword = if nth == DOTS.len() {
                "DATASYMBOLSUM"
            } else {
                &keyword
            };
            *shown = table.text(keyword, &[]).unwrap_or(&DOTS[..nth]);
        }
        let nil = table.text("DATASYMBOLNIL", &[]).unwrap_or("-");
        Self { shown, nil }
    }

    /// What a text among the figures says; `None` where it is neither a number nor a symbol. `-` is
    /// nothing at all, a zero that is exact.
    pub(super) fn figure(&self, text: &str) -> Option<Figure<'_>> {
        if let Some(number) = number_from_text(text) {
            return Some(Figure::Number(number));
        }
        if text == "-" {
            return Some(Figure::Number(0.0));
        }
        if !text.is_empty() && text.bytes().all(|byte| byte == b'.') {
            return self
                .shown
                .get(text.len() - 1)
                .map(|shown| Figure::None(shown));
        }
        // Some write the symbol as they show it.
        if let Some(shown) = self.shown.iter().find(|shown| **shown == text) {
            return Some(Figure::None(shown));
        }
        match text {
            ":" => Some(Figure::None(":")),
            "…" => Some(Figure::None(self.shown[2])),
            _ => (text == self.nil).then_some(Figure::Number(0.0)),
        }
    }
}
