//! A place in the text of a PX file that moves on and counts the lines.

use crate::formats::lines::{is_line_end, line_ends};

/// A place in a text.
#[derive(Debug)]
pub(super) struct Cursor<'t> {
    text: &'t str,
    /// What comes after it.
    pub(super) rest: &'t str,
    /// The line, counted from 1.
    pub(super) line: usize,
}

impl<'t> Cursor<'t> {
    pub(super) fn of(text: &'t str) -> Self {
        let (rest, line) = (text, 1);
        Self { text, rest, line }
    }
    /// Goes so many bytes back, in the same line.
    pub(super) fn back(&mut self, bytes: usize) {
        let at = self.text.len() - self.rest.len();
        self.rest = &self.text[at.saturating_sub(bytes)..];
    }
    /// Takes so many bytes, of which the lines are counted.
    pub(super) fn take(&mut self, bytes: usize) -> &'t str {
        let (taken, rest) = self.rest.split_at(bytes);
        self.line += line_ends(taken, rest);
        self.rest = rest;
        taken
    }
    pub(super) fn take_while(&mut self, is_part: impl Fn(char) -> bool) -> &'t str {
        let end = self.rest.find(|char| !is_part(char));
        self.take(end.unwrap_or(self.rest.len()))
    }
    pub(super) fn skip(&mut self, is_part: impl Fn(char) -> bool) {
        self.take_while(is_part);
    }
    /// Takes a sign where it comes next, after space.
    pub(super) fn takes(&mut self, sign: char) -> bool {
        self.skip(char::is_whitespace);
        let comes = self.rest.starts_with(sign);
        if comes {
            self.take(sign.len_utf8());
        }
        comes
    }
    /// The beginning of what comes next, for messages.
    pub(super) fn beginning(&self) -> String {
        let next: String = self
            .rest
            .chars()
            .take_while(|char| !is_line_end(*char))
            .take(20)
            .collect();
        if next.is_empty() {
            return "the end of the file".to_owned();
        }
        format!("\"{next}\"")
    }
}
