//! What was found in a file: where it stands, what was expected there and how to mend it.

use std::fmt;

/// A fault of a file, or how something in it was read.
///
/// # Examples
/// ```
/// use jangkau::formats::Remark;
/// let remark = Remark {
///     kind: "no-number",
///     line: Some(7),
///     at: "OBS_VALUE".to_owned(),
///     found: "\"12O\"".to_owned(),
///     expected: "a number".to_owned(),
///     remedy: "correct the cell".to_owned(),
///     times: 4,
/// };
/// let text = "line 7, OBS_VALUE: expected a number, found \"12O\" (4 times): correct the cell";
/// assert_eq!(remark.to_string(), text);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    /// What it is, the same word in every file: `duplicate-key`.
    pub kind: &'static str,
    /// The line, counted from 1, of a record over several lines the first; `None`: the whole file.
    pub line: Option<usize>,
    /// The keyword or column, as the file writes it; may be empty.
    pub at: String,
    /// What stands there; never empty.
    pub found: String,
    /// What belongs there; empty where it is as expected.
    pub expected: String,
    /// How to mend it, or how it was read.
    pub remedy: String,
    /// How often it was found.
    pub times: usize,
}

impl Remark {
    /// Something found once, of which so far only the place is known.
    pub(super) fn new(kind: &'static str, line: usize, at: impl Into<String>) -> Self {
        Self {
            kind,
            line: Some(line),
            at: at.into(),
            found: String::new(),
            expected: String::new(),
            remedy: String::new(),
            times: 1,
        }
    }
    pub(super) fn found(mut self, found: impl Into<String>) -> Self {
        self.found = found.into();
        self
    }
    pub(super) fn expected(mut self, expected: impl Into<String>) -> Self {
        self.expected = expected.into();
        self
    }
    pub(super) fn remedy(mut self, remedy: impl Into<String>) -> Self {
        self.remedy = remedy.into();
        self
    }
    pub(super) fn times(mut self, times: usize) -> Self {
        self.times = times;
        self
    }
}

impl fmt::Display for Remark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.line, self.at.as_str()) {
            (Some(line), "") => write!(f, "line {line}: ")?,
            (Some(line), at) => write!(f, "line {line}, {at}: ")?,
            (None, "") => f.write_str("the file: ")?,
            (None, at) => write!(f, "{at}: ")?,
        }
        if !self.expected.is_empty() {
            write!(f, "expected {}, found ", self.expected)?;
        }
        f.write_str(&self.found)?;
        if self.times > 1 {
            write!(f, " ({} times)", self.times)?;
        }
        if !self.remedy.is_empty() {
            write!(f, ": {}", self.remedy)?;
        }
        Ok(())
    }
}

/// Remarks in the order in which they were found; the same again at another line is counted.
#[derive(Debug, Default)]
pub(super) struct Remarks {
    list: Vec<Remark>,
    /// How many were left out because there are too many.
    more: usize,
}

/// How many are kept, and how many of them one message names.
const KEPT: usize = 200;
const NAMED: usize = 20;

impl Remarks {
    pub(super) fn add(&mut self, remark: Remark) {
        let kept = self.list.len();
        let same = self.list.iter_mut().find(|known| {
            known.kind == remark.kind
                && known.at == remark.at
                && known.found == remark.found
                && known.expected == remark.expected
        });
        match same {
            Some(known) => known.times += remark.times,
            None if kept < KEPT => self.list.push(remark),
            None => self.more += remark.times,
        }
    }
    pub(super) fn is_empty(&self) -> bool {
        self.list.is_empty()
    }
    pub(super) fn into_list(self) -> Vec<Remark> {
        let mut list = self.list;
        if self.more > 0 {
            let mut more = Remark::new("more", 0, "")
                .found("more of the kind")
                .times(self.more);
            more.line = None;
            list.push(more);
        }
        list
    }
}

/// The first of them as one message.
pub(super) fn one_message(remarks: &[Remark]) -> String {
    let named = remarks.iter().take(NAMED).map(Remark::to_string);
    let more = remarks.len().saturating_sub(NAMED);
    let more = (more > 0).then(|| format!("and {more} more"));
    let texts: Vec<String> = named.chain(more).collect();
    texts.join("; ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_very_many_faults_the_first_are_named_and_the_others_counted() {
        let mut remarks = Remarks::default();
        for line in 1..=300 {
            remarks.add(Remark::new("x", line, "").found(line.to_string()));
            remarks.add(Remark::new("y", line, "").found("again"));
        }
        let list = remarks.into_list();
        assert_eq!(list.len(), KEPT + 1);
        assert_eq!(list[1].to_string(), "line 1: again (300 times)");
        assert_eq!(
            list[KEPT].to_string(),
            "the file: more of the kind (101 times)"
        );
        assert!(one_message(&list).ends_with("; line 19: 19; and 181 more"));
    }
}
