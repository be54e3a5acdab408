//! A publisher's table of any form that is read, and everything that was found in it.

use crate::cube::Cube;
use crate::formats::{self, FormatError, Limits, Remark};
use crate::publish::table_source::{PackageSource, TableSource};
use crate::tabular::{
    Account, Finding, Findings, Gravity, Spot, TableFile, table_from_files, table_from_package,
};

/// What a file on a publisher's machine may hold.
pub(super) const LIMITS: Limits = Limits {
    bytes: 2 << 30,
    cells: 50_000_000,
    ..Limits::PAGE
};

/// The cube of a file of any kind that is read, or of several that are tables of rows. `sheet`: of a
/// workbook, the one to read.
pub(super) fn read_table(
    source: &TableSource,
    sheet: Option<&str>,
) -> (Option<Cube>, Findings, Account) {
    let files = source.table_files();
    if let Some(package) = &source.package {
        return read_package(package, &files);
    }
    if let [file] = &*files
        && !formats::is_table(file.bytes)
    {
        let (cube, findings) = read_format(file.name, file.bytes);
        return (cube, findings, Account::default());
    }
    let others = files.iter().filter(|file| !formats::is_table(file.bytes));
    let others: Findings = others.map(not_a_part).collect();
    if !others.can_be_published() {
        return (None, others, Account::default());
    }
    let table = table_from_files(&source.name, &files, sheet);
    (table.cube, table.findings, table.account)
}

fn read_package(
    package: &PackageSource,
    files: &[TableFile<'_>],
) -> (Option<Cube>, Findings, Account) {
    let mut findings = package.findings.clone();
    let Some(package) = &package.package else {
        return (None, findings, Account::default());
    };
    let table = table_from_package(package, files);
    findings.append(table.findings);
    (table.cube, findings, table.account)
}

fn read_format(name: &str, bytes: &[u8]) -> (Option<Cube>, Findings) {
    match formats::open_with_remarks(bytes, None, &LIMITS) {
        Ok((cube, remarks)) => {
            let notes = remarks
                .into_iter()
                .map(|it| finding(name, Gravity::Note, it));
            (Some(cube), notes.collect())
        }
        Err(FormatError::Faults(faults)) => {
            let errors = faults
                .into_iter()
                .map(|it| finding(name, Gravity::Error, it));
            (None, errors.collect())
        }
        Err(error) => (None, [unreadable(name, &error)].into_iter().collect()),
    }
}

/// Why a file is no part of a table of several files.
fn not_a_part(file: &TableFile<'_>) -> Finding {
    if let Err(error @ FormatError::OtherFormat { .. }) = formats::open(file.bytes, &LIMITS) {
        return unreadable(file.name, &error);
    }
    let texts = [
        "a file that is a dataset of its own",
        "tables of rows, where there are several files",
        "publish it alone",
    ];
    Finding::new(Gravity::Error, "not-a-part", (file.name, Spot::File), texts)
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
