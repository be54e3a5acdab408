//! PX, the format of PC-Axis and `PxWeb` (<https://www.scb.se/px-en>): tables in, as the JSON-stat of
//! `PxWeb` would give them.
//!
//! | keyword | becomes |
//! |---|---|
//! | `STUB`, `HEADING`, `VALUES`, `CODES`, `VARIABLECODE` | dimensions; without codes a value is its own |
//! | `TIMEVAL`, `MAP`, `CONTVARIABLE`, `VARIABLE-TYPE` | roles; without `CONTVARIABLE` the table is one measure |
//! | `UNITS`, `PRECISION`, `SHOWDECIMALS`, `DECIMALS`, `STOCKFA`, `REFPERIOD` | what a measure is |
//! | `ELIMINATION` | the total of a dimension, or that it may be added up |
//! | `AGGREGALLOWED=NO` | nothing may be added |
//! | `TITLE`, `DESCRIPTION`, `CONTENTS`, `SOURCE`, `CONTACT`, `LAST-UPDATED`, `NEXT-UPDATE` | the same |
//! | `NOTE`, `NOTEX`, `VALUENOTE`, `CELLNOTE` | notes of the table or a dimension |
//! | `LANGUAGE`, `LANGUAGES`, `KEYWORD[xx]` | names in other languages |
//! | `KEYS` | rows with keys; rows left out are zeros |
//! | `DATASYMBOL1` to `6`, `NIL`, `SUM`, `DATANOTECELL` | statuses; `:` is suppressed, `.` counts as nothing, `-` is 0 |

mod cell_status;
mod cursor;
mod data;
mod dimension;
mod entry;
mod keys;
mod metadata;
mod reader;
mod scanner;
mod symbol;
mod table;
mod time_list;
mod variable;

pub use reader::cube_from_bytes;

/// How much of a text is looked at.
const HEAD: usize = 2048;

/// Whether a text begins with a keyword and has one of those that every PX file has.
pub(super) fn is_px(text: &[u8]) -> bool {
    let letters = |byte: &&u8| byte.is_ascii_alphanumeric() || b"-_".contains(byte);
    let after = &text[text.iter().take_while(letters).count()..];
    let begins = after.len() < text.len()
        && matches!(after.trim_ascii_start().first(), Some(b'=' | b'[' | b'('));
    let head = &text[..text.len().min(HEAD)];
    let has = |keyword: &[u8]| {
        let found = head
            .windows(keyword.len())
            .position(|at| at.eq_ignore_ascii_case(keyword));
        found.is_some_and(|at| head[at..].contains(&b'"'))
    };
    begins
        && [
            &b"CHARSET"[..],
            b"AXIS-VERSION",
            b"MATRIX",
            b"STUB",
            b"HEADING",
        ]
        .into_iter()
        .any(has)
}
