//! A publisher's file of any form that is read, and everything that was found in it.

use super::account::Account;
use super::answers::Answers;
use super::finding::{Finding, Findings, Gravity, Spot};
use super::table::{TableFile, table_from_files};
use crate::cube::Cube;
use crate::formats::{self, FormatError, Limits, Remark};

/// A file that was read: its cube, where it has one, and everything that was found.
#[derive(Debug, Clone, Default)]
pub struct FileRead {
    /// The cube; `None` where an error or a question stands against it that leaves none.
    pub cube: Option<Cube>,
    /// What was found.
    pub findings: Findings,
    /// How it was read.
    pub account: Account,
}

/// Reads a table in one file or several, or a file of another form that has a cube. `name`: that of all
/// together, for what is found; `answers`: what is said of a table.
#[must_use]
pub fn cube_from_files(
    name: &str,
    files: &[TableFile<'_>],
    answers: &Answers,
    limits: &Limits,
) -> FileRead {
    let [one] = files else {
        return of_table(name, files, answers);
    };
    if formats::is_table(one.bytes) {
        return of_table(name, files, answers);
    }
    let (cube, findings): (_, Findings) = match formats::open_with_remarks(one.bytes, None, limits)
    {
        Ok((cube, remarks)) => {
            let notes = remarks.into_iter();
            let notes = notes.map(|it| finding(name, Gravity::Note, it));
            (Some(cube), notes.collect())
        }
        Err(FormatError::Faults(faults)) => {
            let errors = faults.into_iter();
            let errors = errors.map(|it| finding(name, Gravity::Error, it));
            (None, errors.collect())
        }
        Err(error) => (None, [unreadable(name, &error)].into_iter().collect()),
    };
    FileRead {
        cube,
        findings,
        account: Account::default(),
    }
}

fn of_table(name: &str, files: &[TableFile<'_>], answers: &Answers) -> FileRead {
    let table = table_from_files(name, files, answers);
    FileRead {
        cube: table.cube,
        findings: table.findings,
        account: table.account,
    }
}

/// What was said of a file, as a finding.
fn finding(file: &str, gravity: Gravity, remark: Remark) -> Finding {
    let spot = match (remark.line, &*remark.at) {
        (Some(line), "") => Spot::Line(line),
        (Some(line), at) => Spot::Member(format!("line {line}, {at}")),
        (None, "") => Spot::File,
        (None, at) => Spot::Member(at.to_owned()),
    };
    Finding {
        gravity,
        kind: remark.kind,
        file: file.to_owned(),
        spot,
        found: remark.found,
        expected: remark.expected,
        remedy: remark.remedy,
        times: remark.times,
    }
}

fn unreadable(file: &str, error: &FormatError) -> Finding {
    let texts = [error.to_string(), String::new(), String::new()];
    Finding::new(Gravity::Error, "cannot-be-read", (file, Spot::File), texts)
}
