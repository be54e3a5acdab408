//! What was found in a file: a fault, a question or a remark, each with its place and what mends it.

use std::fmt;

/// How many names a finding gives.
const EXAMPLES: usize = 5;

/// The first of some names, as a finding gives them.
pub fn first_names<'a>(names: impl IntoIterator<Item = &'a str>) -> String {
    let mut names = names.into_iter();
    let first: Vec<&str> = names.by_ref().take(EXAMPLES).collect();
    let more = if names.next().is_some() { ", …" } else { "" };
    format!("{}{more}", first.join(", "))
}

/// How much a finding matters, the gravest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Gravity {
    /// Nothing can be published while it stands.
    Error,
    /// Only the publisher can answer it; nothing can be published before.
    Question,
    /// Can be published, but a reader would ask.
    Warning,
    /// How something was read.
    Note,
}

impl Gravity {
    /// Its name in a report.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Question => "question",
            Self::Warning => "warning",
            Self::Note => "note",
        }
    }
}

/// Where in a file something was found.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Spot {
    /// The file as a whole.
    File,
    /// A line of a text, counted from 1; of a record over several lines the first.
    Line(usize),
    /// A field of a text.
    Field {
        /// The line, counted from 1.
        line: usize,
        /// The column, counted from 1.
        column: usize,
    },
    /// A whole column of a table.
    Column {
        /// Counted from 1.
        column: usize,
        /// Its heading.
        heading: String,
    },
    /// A cell of a workbook, as a spreadsheet names it: `C7`.
    Cell {
        /// The sheet.
        sheet: String,
        /// The cell.
        cell: String,
    },
    /// A row of a workbook.
    Row {
        /// The sheet.
        sheet: String,
        /// Counted from 1.
        row: usize,
    },
    /// A feature of a map.
    Feature {
        /// Counted from 1.
        nth: usize,
        /// Its code or name, where it has one.
        name: Option<String>,
    },
    /// Something with a path of its own, as the members of a JSON document and the keywords of PX have.
    Member(String),
}

impl fmt::Display for Spot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File => Ok(()),
            Self::Line(line) => write!(f, "line {line}"),
            Self::Field { line, column } => write!(f, "line {line}, column {column}"),
            Self::Column { column, heading } => write!(f, "column {column} \"{heading}\""),
            Self::Cell { sheet, cell } => write!(f, "sheet \"{sheet}\", cell {cell}"),
            Self::Row { sheet, row } => write!(f, "sheet \"{sheet}\", row {row}"),
            Self::Feature { nth, name: None } => write!(f, "feature {nth}"),
            Self::Feature {
                nth,
                name: Some(name),
            } => write!(f, "feature {nth} \"{name}\""),
            Self::Member(path) => f.write_str(path),
        }
    }
}

/// One situation in a file. Two of one `kind` differ only in where they were found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// How much it matters.
    pub gravity: Gravity,
    /// What it is, the same word in every report: `duplicate-key`.
    pub kind: &'static str,
    /// The file, as its publisher named it.
    pub file: String,
    /// Where it was first found.
    pub spot: Spot,
    /// What stands there.
    pub found: String,
    /// What should.
    pub expected: String,
    /// How to mend it; empty where there is nothing to do.
    pub remedy: String,
    /// How often.
    pub times: usize,
}

impl Finding {
    /// Something that was found once, in a file at a place. `texts`: what stands there, what should, and how
    /// to mend it.
    #[must_use]
    pub fn new<T: Into<String>>(
        gravity: Gravity,
        kind: &'static str,
        (file, spot): (&str, Spot),
        texts: [T; 3],
    ) -> Self {
        let [found, expected, remedy] = texts.map(Into::into);
        Self {
            gravity,
            kind,
            file: file.to_owned(),
            spot,
            found,
            expected,
            remedy,
            times: 1,
        }
    }
}

impl fmt::Display for Finding {
    /// `sales.csv, line 7, column 3: found "12O", expected a number (4 times); correct the cell`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        if self.spot != Spot::File {
            write!(f, ", {}", self.spot)?;
        }
        write!(f, ": found {}", self.found)?;
        if !self.expected.is_empty() {
            write!(f, ", expected {}", self.expected)?;
        }
        if self.times > 1 {
            write!(f, " ({} times)", self.times)?;
        }
        if !self.remedy.is_empty() {
            write!(f, "; {}", self.remedy)?;
        }
        Ok(())
    }
}

/// What was found so far. Of one kind in one file with the same words only the first place is kept, and
/// how often it was found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Findings(Vec<Finding>);

impl Findings {
    /// Adds a finding.
    pub fn add(&mut self, finding: Finding) {
        let same = self.0.iter_mut().find(|it| {
            it.kind == finding.kind
                && it.file == finding.file
                && it.gravity == finding.gravity
                && it.expected == finding.expected
                && it.remedy == finding.remedy
        });
        match same {
            Some(same) => same.times += finding.times,
            None => self.0.push(finding),
        }
    }
    /// Adds all of another list.
    pub fn append(&mut self, others: Self) {
        others.0.into_iter().for_each(|finding| self.add(finding));
    }
    /// Every finding, the gravest first, else in the order in which they were found.
    #[must_use]
    pub fn sorted(&self) -> Vec<&Finding> {
        let mut all: Vec<&Finding> = self.0.iter().collect();
        all.sort_by_key(|finding| finding.gravity);
        all
    }
    /// Makes notes of the questions that are answered.
    pub fn answer(&mut self, is_answered: impl Fn(&Finding) -> bool) {
        for finding in &mut self.0 {
            if finding.gravity == Gravity::Question && is_answered(finding) {
                finding.gravity = Gravity::Note;
            }
        }
    }
    /// Whether nothing stands against publishing.
    #[must_use]
    pub fn can_be_published(&self) -> bool {
        self.0.iter().all(|it| it.gravity > Gravity::Question)
    }
}

impl FromIterator<Finding> for Findings {
    fn from_iter<T: IntoIterator<Item = Finding>>(findings: T) -> Self {
        let mut all = Self::default();
        findings.into_iter().for_each(|finding| all.add(finding));
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn finding(gravity: Gravity, line: usize) -> Finding {
        Finding {
            gravity,
            kind: "no-number",
            file: "sales.csv".to_owned(),
            spot: Spot::Field { line, column: 3 },
            found: "\"12O\"".to_owned(),
            expected: "a number".to_owned(),
            remedy: "correct the cell".to_owned(),
            times: 1,
        }
    }

    #[test]
    fn the_same_again_is_counted_at_its_first_place() {
        let lines = [7, 9, 12, 30];
        let all: Findings = lines
            .map(|line| finding(Gravity::Error, line))
            .into_iter()
            .collect();
        let texts: Vec<String> = all.sorted().iter().map(ToString::to_string).collect();
        assert_eq!(
            texts,
            [
                "sales.csv, line 7, column 3: found \"12O\", expected a number (4 times); correct the cell"
            ]
        );
    }

    #[test]
    fn errors_come_first_and_only_they_and_questions_stand_in_the_way() {
        let mut all: Findings = [Gravity::Note, Gravity::Warning]
            .map(|gravity| finding(gravity, 1))
            .into_iter()
            .collect();
        assert!(all.can_be_published());
        all.add(finding(Gravity::Question, 2));
        assert!(!all.can_be_published());
        all.add(finding(Gravity::Error, 3));
        let gravities: Vec<Gravity> = all.sorted().iter().map(|it| it.gravity).collect();
        assert_eq!(
            gravities,
            [
                Gravity::Error,
                Gravity::Question,
                Gravity::Warning,
                Gravity::Note
            ]
        );
    }
}
