//! The text of a PX file taken apart into its keywords.

use super::cursor::Cursor;
use super::entry::{Entry, Token};
use crate::formats::error::Failure;
use crate::formats::remark::Remark;

/// The keywords of a file, and the text after `DATA=` with the line where it begins.
#[derive(Debug)]
pub(super) struct Parts<'t> {
    pub(super) entries: Vec<Entry>,
    pub(super) data: &'t str,
    pub(super) data_line: usize,
}

/// Takes a file apart.
pub(super) fn parts_of(text: &str) -> Result<Parts<'_>, Failure> {
    let mut cursor = Cursor::of(text);
    let mut entries = Vec::new();
    loop {
        cursor.skip(|char| char.is_whitespace() || char == ';');
        if cursor.rest.is_empty() {
            let fault = Remark::new("no-data", cursor.line, "");
            let fault = fault.expected("DATA").found("the end of the file");
            return Err(fault
                .remedy("export the table again, with its figures")
                .into());
        }
        let mut entry = cursor.head()?;
        if entry.keyword == "DATA" {
            return Ok(Parts {
                entries,
                data: cursor.rest,
                data_line: cursor.line,
            });
        }
        entry.tokens = cursor.tokens(&entry, ';')?;
        entries.push(entry);
    }
}

impl Cursor<'_> {
    /// A keyword with its language and keys, up to its sign of equality.
    fn head(&mut self) -> Result<Entry, Failure> {
        let line = self.line;
        let written = self.take_while(|char| char.is_ascii_alphanumeric() || "-_".contains(char));
        let mut keyword = written.to_ascii_uppercase();
        keyword.retain(|char| !"-_".contains(char));
        let mut entry = Entry {
            line,
            keyword,
            written: written.to_owned(),
            lang: None,
            keys: Vec::new(),
            tokens: Vec::new(),
        };
        if written.is_empty() {
            let fault = Remark::new("no-keyword", line, "");
            let fault = fault.expected("a keyword").found(self.beginning());
            return Err(fault
                .remedy("look for a quotation mark or a semicolon too many before it")
                .into());
        }
        loop {
            if self.takes('=') {
                return Ok(entry);
            } else if self.takes('[') {
                let lang = self.take_while(|char| char != ']' && char != '=');
                entry.lang = Some(lang.trim().trim_matches('"').to_owned());
                self.takes(']');
            } else if self.takes('(') {
                let tokens = self.tokens(&entry, ')')?;
                let keys = Entry {
                    tokens,
                    ..entry.clone()
                };
                entry.keys = keys.texts().into_iter().map(str::to_owned).collect();
            } else {
                let fault = entry
                    .remark("no-value")
                    .expected("\"=\"")
                    .found(self.beginning());
                return Err(fault
                    .remedy("end the keyword before it with a semicolon")
                    .into());
            }
        }
    }

    /// What stands up to a sign outside of quotation marks, which is taken, too.
    fn tokens(&mut self, entry: &Entry, end: char) -> Result<Vec<Token>, Failure> {
        let mut tokens: Vec<Token> = Vec::new();
        let mut open = 0_usize;
        loop {
            self.skip(char::is_whitespace);
            let Some(next) = self.rest.chars().next() else {
                return Err(self.no_end(entry, end));
            };
            match next {
                _ if next == end && open == 0 => {
                    self.take(next.len_utf8());
                    return Ok(tokens);
                }
                '"' => {
                    let part = self.quoted(entry)?;
                    match tokens.last_mut() {
                        Some(Token::Text(text)) => text.push_str(&part),
                        Some(Token::Word(_)) => return Err(self.no_end(entry, end)),
                        _ => tokens.push(Token::Text(part)),
                    }
                }
                ',' | ':' | '(' | ')' | '-' if next != '-' || !self.is_minus() => {
                    open += usize::from(next == '(');
                    open = open.saturating_sub(usize::from(next == ')'));
                    self.take(1);
                    tokens.push(Token::Sign(next));
                }
                _ => {
                    let first = self.take(next.len_utf8()).to_owned();
                    let more = self
                        .take_while(|char| !char.is_whitespace() && !",;:()\"=[".contains(char));
                    let is_next = matches!(tokens.last(), Some(Token::Text(_) | Token::Word(_)));
                    if is_next || self.rest.starts_with(['=', '[']) || "=[;".contains(next) {
                        self.back(first.len() + more.len());
                        return Err(self.no_end(entry, end));
                    }
                    tokens.push(Token::Word(first + more));
                }
            }
        }
    }

    /// Whether a hyphen begins a number.
    fn is_minus(&self) -> bool {
        let second = self.rest.chars().nth(1);
        second.is_some_and(|second| second.is_ascii_digit() || second == '.')
    }

    /// A text in quotation marks; two of them within it are one.
    fn quoted(&mut self, entry: &Entry) -> Result<String, Failure> {
        let line = self.line;
        self.take(1);
        let mut text = String::new();
        loop {
            text.push_str(self.take_while(|char| char != '"'));
            if self.rest.is_empty() {
                let mut fault = entry
                    .remark("no-closing-quote")
                    .expected("a closing quotation mark");
                fault.line = Some(line);
                return Err(fault
                    .found("the end of the file")
                    .remedy("close the text")
                    .into());
            }
            self.take(1);
            if !self.rest.starts_with('"') {
                return Ok(text.replace("\r\n", " ").replace(['\r', '\n'], " "));
            }
            self.take(1);
            text.push('"');
        }
    }

    fn no_end(&self, entry: &Entry, end: char) -> Failure {
        let mut fault = entry.remark("no-end").found(self.beginning());
        fault.line = Some(self.line);
        let fault = fault.expected(format!("\",\" or \"{end}\""));
        fault
            .remedy("close the text before it, and end the keyword with a semicolon")
            .into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formats::error::FormatError;

    #[track_caller]
    fn only(text: &str) -> Entry {
        let file = format!("{text}\nDATA=1;");
        let parts = parts_of(&file).map_err(FormatError::from).unwrap();
        assert_eq!(parts.data, "1;");
        let [entry] = parts.entries.as_slice() else {
            panic!("{:?}", parts.entries)
        };
        entry.clone()
    }

    #[track_caller]
    fn check_refused(text: &str, expected: &str) {
        let error = parts_of(text).map(|_| ()).map_err(FormatError::from);
        assert_eq!(error.unwrap_err().to_string(), expected);
    }

    #[test]
    fn a_text_over_several_lines_is_one() {
        let entry = only("TITLE=\"Water by area; \"\r\n\"and year = \"\r\n  \"all\";");
        assert_eq!(entry.texts(), ["Water by area; and year = all"]);
    }

    #[test]
    fn quotation_marks_and_signs_within_a_text_are_part_of_it() {
        assert_eq!(
            only(r#"NOTE="the ""big"" one; a=b, (c)";"#).texts(),
            [r#"the "big" one; a=b, (c)"#]
        );
        let empty = only(r#"VALUES("a;b")="","x,y";"#);
        assert_eq!(
            (empty.texts(), &*empty.keys),
            (vec!["", "x,y"], &["a;b".to_owned()][..])
        );
    }

    #[test]
    fn a_keyword_has_a_language_and_keys() {
        let entry = only("Value-Note[en]( \"area\" , \"n1\" ) = \"x\" ;");
        assert_eq!(entry.keyword, "VALUENOTE");
        assert_eq!(entry.lang.as_deref(), Some("en"));
        assert_eq!(entry.name(), "Value-Note[en](\"area\",\"n1\")");
        assert!(!entry.is_of(&["area", "n1"]));
    }

    #[test]
    fn words_and_signs_stand_without_quotation_marks() {
        let entry = only("TIMEVAL(\"year\")=TLIST(A1,\"2019\"-\"2021\");");
        let (word, sign) = (|text: &str| Token::Word(text.to_owned()), Token::Sign);
        let text = |text: &str| Token::Text(text.to_owned());
        let expected = [
            word("TLIST"),
            sign('('),
            word("A1"),
            sign(','),
            text("2019"),
            sign('-'),
            text("2021"),
            sign(')'),
        ];
        assert_eq!(entry.tokens, expected);
        assert_eq!(only("DECIMALS=-1;").texts(), ["-1"]);
    }

    #[test]
    fn what_is_not_closed_is_named_where_it_opens() {
        check_refused(
            "STUB=\"area\";\nTITLE=\"Water;\nDATA=1 2;",
            "line 2, TITLE: expected a closing quotation mark, found the end of the file: close the text",
        );
        check_refused(
            "STUB=\"area\";\nTITLE=\"Water;\nUNITS=\"litres\";\nDATA=1;",
            "line 3, TITLE: expected \",\" or \";\", found \"litres\";\": close the text before it, and end \
             the keyword with a semicolon",
        );
        check_refused(
            "UNITS=\"litres\"\nDECIMALS=0;\nDATA=1;",
            "line 2, UNITS: expected \",\" or \";\", found \"DECIMALS=0;\": close the text before it, and \
             end the keyword with a semicolon",
        );
        check_refused(
            "UNITS=\"litres\";\n",
            "line 2: expected DATA, found the end of the file: export the table again, with its figures",
        );
        check_refused(
            "MATRIX=\"W\";\n\"x\"=1;",
            "line 2: expected a keyword, found \"\"x\"=1;\": look for a quotation mark or a semicolon too many before it",
        );
    }
}
