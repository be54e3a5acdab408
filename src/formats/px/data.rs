//! The figures after `DATA=`, row by row.

use std::borrow::Cow;

use super::symbol::{Figure, SymbolTable};
use crate::formats::cells::{Cells, TooManyStatuses};
use crate::formats::error::Failure;
use crate::formats::lines::{is_line_end, line_ends};
use crate::formats::remark::{Remark, Remarks};

/// What stands between two separators.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Item<'t> {
    pub(super) line: usize,
    pub(super) text: &'t str,
    pub(super) is_quoted: bool,
}

/// The figures and symbols of a text that begins at a line: separated by space, commas, semicolons or
/// line ends.
pub(super) fn items(text: &str, mut line: usize) -> impl Iterator<Item = Item<'_>> {
    let mut rest = text;
    let is_between = |char: char| char.is_whitespace() || matches!(char, ',' | ';');
    std::iter::from_fn(move || {
        let start = rest.find(|char| !is_between(char))?;
        line += line_ends(&rest[..start], &rest[start..]);
        rest = &rest[start..];
        if let Some(quoted) = rest.strip_prefix('"') {
            let end = end_of_quoted(quoted);
            let text = quoted[..end].trim();
            rest = quoted[end..].strip_prefix('"').unwrap_or(&quoted[end..]);
            return Some(Item {
                line,
                text,
                is_quoted: true,
            });
        }
        let end = rest
            .find(|char| is_between(char) || char == '"')
            .unwrap_or(rest.len());
        let (text, after) = rest.split_at(end);
        rest = after;
        Some(Item {
            line,
            text,
            is_quoted: false,
        })
    })
}

/// Where a text ends that began with a quotation mark: at a single one, at the latest with its line.
fn end_of_quoted(text: &str) -> usize {
    let mut from = 0;
    loop {
        let found = text[from..].find(|char| char == '"' || is_line_end(char));
        let end = found.map_or(text.len(), |at| from + at);
        if !text[end..].starts_with("\"\"") {
            return end;
        }
        from = end + 2;
    }
}

impl<'t> Item<'t> {
    /// The text as it is meant: two quotation marks are one.
    pub(super) fn key(&self) -> Cow<'t, str> {
        if self.text.contains("\"\"") {
            return Cow::Owned(self.text.replace("\"\"", "\""));
        }
        Cow::Borrowed(self.text)
    }
}

/// The part of a file in which the figures stand.
#[derive(Debug)]
pub(super) struct Data<'t> {
    pub(super) text: &'t str,
    /// The line where it begins.
    pub(super) line: usize,
    pub(super) symbols: SymbolTable<'t>,
    /// The sizes of the variables.
    pub(super) sizes: Vec<usize>,
    /// How many figures stand beside each other: the product of the sizes of `HEADING`.
    pub(super) width: usize,
}

impl Data<'_> {
    /// How many figures there are to be.
    pub(super) fn cells(&self) -> usize {
        self.sizes.iter().product()
    }

    /// Every figure, where all of them stand in the file.
    pub(super) fn dense(&self) -> Result<Cells, Failure> {
        let expected = self.cells();
        let mut cells = Cells::all(f64::NAN, expected);
        let mut faults = Remarks::default();
        let mut found = 0;
        for item in items(self.text, self.line) {
            if found < expected {
                self.put(&mut cells, found, item, &mut faults)?;
            }
            found += 1;
        }
        if found != expected {
            self.other_number(found, &mut faults);
        }
        none(faults)?;
        Ok(cells)
    }

    /// Gives a cell what stands in the file.
    pub(super) fn put(
        &self,
        cells: &mut Cells,
        cell: usize,
        item: Item<'_>,
        faults: &mut Remarks,
    ) -> Result<(), Failure> {
        match self.symbols.figure(item.text) {
            Some(Figure::Number(number)) => cells.values[cell] = number,
            Some(Figure::None(shown)) => {
                cells.values[cell] = f64::NAN;
                let put = cells.statuses.put(cell, shown);
                put.map_err(|TooManyStatuses| {
                    Remark::new("many-symbols", item.line, "DATA").found("more than 255 symbols")
                })?;
            }
            None => {
                let fault = Remark::new("no-number", item.line, "DATA");
                let fault = fault.expected("a number, or a symbol as \"..\"");
                let fault = fault.found(format!("\"{}\"", shortened(item.text)));
                faults.add(fault.remedy("correct the figure"));
            }
        }
        Ok(())
    }

    /// More or fewer figures than cells: where lines have as many as `HEADING` makes, those that do not.
    fn other_number(&self, found: usize, faults: &mut Remarks) {
        let expected = self.cells();
        let sizes: Vec<String> = self.sizes.iter().map(ToString::to_string).collect();
        let sizes = format!("{} = {expected} figures", sizes.join(" × "));
        let mut lines: Vec<(usize, usize)> = Vec::new();
        for item in items(self.text, self.line) {
            match lines.last_mut() {
                Some((line, count)) if *line == item.line => *count += 1,
                _ => lines.push((item.line, 1)),
            }
        }
        let total = format!("{found} figures");
        let odd: Vec<&(usize, usize)> = lines
            .iter()
            .filter(|(_, count)| *count != self.width)
            .collect();
        if odd.is_empty() || odd.len() * 4 > lines.len() || lines.len() < 2 {
            let fault = Remark::new("other-number", self.line, "DATA")
                .expected(sizes)
                .found(total);
            let remedy = if found < expected {
                "add the missing figures, or their dots"
            } else {
                "take out what is too much"
            };
            faults.add(fault.remedy(format!("{remedy}, or correct VALUES")));
            return;
        }
        for (line, count) in odd {
            let fault = Remark::new("other-number", *line, "DATA");
            let fault = fault.expected(format!("{} figures in a line, {sizes}", self.width));
            let fault = fault.found(format!("{count} in this one, {total}"));
            faults.add(fault.remedy(if *count < self.width {
                "add the missing figure, or its dots"
            } else {
                "take out what is too much"
            }));
        }
    }
}

/// The beginning of a text, for messages.
pub(super) fn shortened(text: &str) -> String {
    text.chars().take(40).collect()
}

/// An error with all faults, where there are any.
pub(super) fn none(faults: Remarks) -> Result<(), Failure> {
    if faults.is_empty() {
        return Ok(());
    }
    Err(Failure::from(crate::formats::FormatError::Faults(
        faults.into_list(),
    )))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_parted_by_space_commas_semicolons_and_line_ends() {
        let found: Vec<(usize, &str, bool)> = items("1 2,3;4\r\n\"..\"5\r\"-\" \n6;\n", 9)
            .map(|item| (item.line, item.text, item.is_quoted))
            .collect();
        assert_eq!(
            found,
            [
                (9, "1", false),
                (9, "2", false),
                (9, "3", false),
                (9, "4", false),
                (10, "..", true),
                (10, "5", false),
                (11, "-", true),
                (12, "6", false),
            ]
        );
    }
}
