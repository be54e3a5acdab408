//! A keyword of a PX file with what it says: `KEYWORD[language]("key","key")=value,value;`

use crate::formats::remark::Remark;

/// What a value is made of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Token {
    /// Text in quotation marks; parts that follow each other are one.
    Text(String),
    /// Anything without them: a number, `YES`, `TLIST`.
    Word(String),
    /// `,` `-` `:` `(` or `)`.
    Sign(char),
}

/// A keyword with what it says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Entry {
    /// Where it stands, counted from 1.
    pub(super) line: usize,
    /// In capitals and without hyphens, which files leave out.
    pub(super) keyword: String,
    /// As the file writes it, for messages.
    pub(super) written: String,
    /// The language of its texts, where it is not the file's own.
    pub(super) lang: Option<String>,
    /// What it speaks of: variables, values.
    pub(super) keys: Vec<String>,
    pub(super) tokens: Vec<Token>,
}

impl Entry {
    /// Its name in messages: `CODES("County")`.
    pub(super) fn name(&self) -> String {
        let lang = self.lang.as_ref();
        let lang = lang.map_or_else(String::new, |lang| format!("[{lang}]"));
        if self.keys.is_empty() {
            return format!("{}{lang}", self.written);
        }
        let keys: Vec<String> = self.keys.iter().map(|key| format!("\"{key}\"")).collect();
        format!("{}{lang}({})", self.written, keys.join(","))
    }
    /// Something to be said of it.
    pub(super) fn remark(&self, kind: &'static str) -> Remark {
        Remark::new(kind, self.line, self.name())
    }
    /// Whether it is of the file's own language and speaks of these.
    pub(super) fn is_of(&self, keys: &[&str]) -> bool {
        self.lang.is_none() && self.keys.iter().eq(keys)
    }
    /// Its texts, one after the other.
    pub(super) fn texts(&self) -> Vec<&str> {
        let texts = self.tokens.iter().filter_map(|token| match token {
            Token::Text(text) | Token::Word(text) => Some(text.as_str()),
            Token::Sign(_) => None,
        });
        texts.collect()
    }
    /// Its first text; `None` where it is empty.
    pub(super) fn text(&self) -> Option<&str> {
        let text = self.texts().into_iter().next();
        text.map(str::trim).filter(|text| !text.is_empty())
    }
}
