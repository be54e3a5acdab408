//! A publisher's table of any form that is read, and everything that was found in it.

use crate::cube::Cube;
use crate::formats::{self, FormatError, Limits, Remark};
use crate::tabular::{Account, Answers, Finding, Findings, Gravity, Spot, table_from_bytes};

/// What a file on a publisher's machine may hold.
pub(super) const LIMITS: Limits = Limits {
    bytes: 2 << 30,
    cells: 50_000_000,
    ..Limits::PAGE
};

/// The cube of a file of any kind that is read.
pub(super) fn read_table(
    name: &str,
    bytes: &[u8],
    answers: &Answers,
) -> (Option<Cube>, Findings, Account) {
    if formats::is_table(bytes) {
        let table = table_from_bytes(name, bytes, answers);
        return (table.cube, table.findings, table.account);
    }
    let (cube, findings): (_, Findings) = match formats::open_with_remarks(bytes, None, &LIMITS) {
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
    };
    (cube, findings, Account::default())
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
