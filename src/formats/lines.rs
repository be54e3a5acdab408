//! Lines of a text, whichever way they end: LF, CRLF or CR alone.

/// How many lines end in a text; `rest` is what follows it.
pub(super) fn line_ends(text: &str, rest: &str) -> usize {
    let bytes = text.as_bytes();
    let next = |at: usize| bytes.get(at + 1).or(rest.as_bytes().first());
    let is_end = |at: &usize| match bytes[*at] {
        b'\n' => true,
        b'\r' => next(*at) != Some(&b'\n'),
        _ => false,
    };
    (0..bytes.len()).filter(is_end).count()
}

/// Whether a letter ends a line, or is a part of what does.
pub(super) fn is_line_end(char: char) -> bool {
    matches!(char, '\n' | '\r')
}

/// Tells the line of one place after the other.
#[derive(Debug)]
pub(crate) struct Lines<'t> {
    rest: &'t str,
    byte: usize,
    line: usize,
}

impl<'t> Lines<'t> {
    pub(crate) fn of(text: &'t str) -> Self {
        let (rest, byte, line) = (text, 0, 1);
        Self { rest, byte, line }
    }
    /// The line, counted from 1, of the first letter from a byte on that ends none; later bytes are asked
    /// for later.
    pub(crate) fn line_from(&mut self, byte: usize) -> usize {
        let ahead = byte.saturating_sub(self.byte).min(self.rest.len());
        let after = &self.rest.as_bytes()[ahead..];
        let blank = after
            .iter()
            .take_while(|byte| matches!(byte, b'\n' | b'\r'));
        // What ends a line is a letter of one byte: no letter is cut in two.
        let (passed, rest) = self.rest.split_at(ahead + blank.count());
        self.line += line_ends(passed, rest);
        self.byte += passed.len();
        self.rest = rest;
        self.line
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_counted_however_they_end() {
        assert_eq!(line_ends("a\nb\r\nc\rd\r", "\n"), 3);
        let text = "a\r\nbé\n\nc\rd";
        let mut lines = Lines::of(text);
        // From the end of a line on it is the next one.
        let found = [0, 2, 6, 8, 10].map(|byte| lines.line_from(byte));
        assert_eq!(found, [1, 2, 4, 4, 5]);
    }
}
