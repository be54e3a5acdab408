//! A publisher's file of any form that is read, and everything that was found in it.

use super::account::Account;
use super::answers::Answers;
use super::data_package::DataPackage;
use super::finding::{Finding, Findings, Gravity, Spot};
use super::package_table::table_from_package;
use super::table::{Table, TableFile, table_from_files};
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
    if let [file] = files
        && !formats::is_table(file.bytes)
    {
        return of_format(file, limits);
    }
    let others = files.iter().filter(|file| !formats::is_table(file.bytes));
    let others: Findings = others.map(|file| not_a_part(file, limits)).collect();
    if !others.can_be_published() {
        return FileRead {
            findings: others,
            ..FileRead::default()
        };
    }
    of_table(table_from_files(name, files, answers))
}

/// Reads the table of a data package; `files`: those that it names, each by the path that it has there.
#[must_use]
pub fn cube_from_package(
    package: &DataPackage,
    files: &[TableFile<'_>],
    answers: &Answers,
) -> FileRead {
    of_table(table_from_package(package, files, answers))
}

fn of_format(file: &TableFile<'_>, limits: &Limits) -> FileRead {
    let finding = |gravity| move |remark| finding(file.name, gravity, remark);
    let (cube, findings): (_, Findings) = match formats::open_with_remarks(file.bytes, None, limits)
    {
        Ok((cube, remarks)) => {
            let notes = remarks.into_iter().map(finding(Gravity::Note));
            (Some(cube), notes.collect())
        }
        Err(FormatError::Faults(faults)) => {
            let errors = faults.into_iter().map(finding(Gravity::Error));
            (None, errors.collect())
        }
        Err(error) => (None, [unreadable(file.name, &error)].into_iter().collect()),
    };
    FileRead {
        cube,
        findings,
        account: Account::default(),
    }
}

/// Why a file is no part of a table of several files.
fn not_a_part(file: &TableFile<'_>, limits: &Limits) -> Finding {
    if let Err(error @ FormatError::OtherFormat { .. }) = formats::open(file.bytes, limits) {
        return unreadable(file.name, &error);
    }
    let texts = [
        "a file that is a dataset of its own",
        "tables of rows, where there are several files",
        "publish it alone",
    ];
    Finding::new(Gravity::Error, "not-a-part", (file.name, Spot::File), texts)
}

fn of_table(table: Table) -> FileRead {
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
    let texts = if let FormatError::OtherFormat { form, remedy, .. } = error {
        [
            (*form).to_owned(),
            "a table: CSV, XLSX, XLS, ODS, JSON-stat, PX, SDMX-CSV, or datapackage.json with its CSV"
                .to_owned(),
            (*remedy).to_owned(),
        ]
    } else {
        [error.to_string(), String::new(), String::new()]
    };
    Finding::new(Gravity::Error, "cannot-be-read", (file, Spot::File), texts)
}
