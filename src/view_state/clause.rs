//! The codes of one filter, reading and writing side by side.

use super::Notice;
use super::code::category_of;
use super::percent::{decoded, encoded};
use crate::cube::{Axis, CatIx, Category, Cube, Role};

/// What the raw values of a key pick, in the order they are written, after what another key of the
/// axis has picked.
pub(super) fn clause_from(
    cube: &Cube,
    (axis, before): (Axis, &[CatIx]),
    raw: &[&str],
    notices: &mut Vec<Notice>,
) -> Vec<CatIx> {
    let mut picked = before.to_vec();
    let has_empty_code = cube.members(axis).position("").is_some();
    for raw in pieces(raw).filter(|raw| has_empty_code || !raw.is_empty()) {
        read_piece(cube, axis, &decoded(raw), &mut picked, notices);
    }
    picked.dedup();
    if cube.is_measure(axis) && picked.len() > 1 {
        notices.push(Notice::OneAtATime { axis });
        picked.truncate(1);
    }
    picked
}

/// What stands between the separators, raw or encoded.
pub(super) fn pieces<'a>(raw: &[&'a str]) -> impl Iterator<Item = &'a str> {
    let pieces = raw.iter().flat_map(|raw| raw.split('~'));
    pieces
        .flat_map(|raw| raw.split("%7E"))
        .flat_map(|raw| raw.split("%7e"))
}

/// One piece between separators: a code, a range, or codes split at `,` or at spaces.
fn read_piece(
    cube: &Cube,
    axis: Axis,
    piece: &str,
    picked: &mut Vec<CatIx>,
    notices: &mut Vec<Notice>,
) {
    if let Some(at) = own(cube, axis, piece).or_else(|| known(cube, axis, piece)) {
        picked.push(at);
        return;
    }
    let is_range = is_time(cube, axis) && piece.contains("..");
    if let Some((from, to)) = piece.split_once("..").filter(|_| is_range)
        && let Some((first, last)) = range(cube, axis, (from, to))
    {
        picked.extend(cube.periods_between(axis.dimension(), first, last));
        return;
    }
    for separator in [',', ' ', '+'] {
        if piece.contains(separator) {
            for part in piece.split(separator).filter(|part| !part.is_empty()) {
                read_piece(cube, axis, part, picked, notices);
            }
            return;
        }
    }
    let text = piece.to_owned();
    notices.push(if is_range {
        Notice::EmptyRange { axis, range: text }
    } else {
        Notice::UnknownCode { axis, code: text }
    });
}

/// The category whose code a piece is, as [`tilde_free`] writes it.
pub(super) fn own(cube: &Cube, axis: Axis, piece: &str) -> Option<CatIx> {
    let members = cube.members(axis);
    let written = |(_, member): &(CatIx, &Category)| tilde_free(member.code().as_str()) == piece;
    let with_tilde = || {
        let mut members = members.iter().filter(|_| piece.contains("%7E"));
        Some(members.find(written)?.0)
    };
    members.position(piece).or_else(with_tilde)
}

/// The category of a code, of whatever scheme; a `+` may be a space.
pub(super) fn known(cube: &Cube, axis: Axis, code: &str) -> Option<CatIx> {
    category_of(cube, axis, code).or_else(|| category_of(cube, axis, &code.replace('+', " ")))
}

/// The first and the last of the periods from one to another; an open end is that of the periods as
/// long as the other end, and a total is no period.
fn range(cube: &Cube, axis: Axis, (from, to): (&str, &str)) -> Option<(CatIx, CatIx)> {
    let total = cube.dimension(axis.dimension()).total();
    let all = (0..cube.members(axis).len()).map(CatIx);
    let all: Vec<CatIx> = all.filter(|at| Some(*at) != total).collect();
    let (first, last) = match (from, to) {
        ("", "") => (all.first().copied(), all.last().copied()),
        ("", to) => {
            let last = known(cube, axis, to);
            (
                last.and_then(|last| cube.series_of(axis.dimension(), last).into_iter().min()),
                last,
            )
        }
        (from, "") => {
            let first = known(cube, axis, from);
            (
                first,
                first.and_then(|first| cube.series_of(axis.dimension(), first).into_iter().max()),
            )
        }
        (from, to) => (known(cube, axis, from), known(cube, axis, to)),
    };
    first.zip(last).filter(|(first, last)| first <= last)
}

/// A range is for the periods of time.
fn is_time(cube: &Cube, axis: Axis) -> bool {
    cube.dimension(axis.dimension()).role() == Role::Time && axis.grouping().is_none()
}

/// A code without the separator in it; the `%` is encoded once more when it is written.
pub(super) fn tilde_free(code: &str) -> String {
    code.replace('~', "%7E")
}

/// The codes of a clause, in the dataset's order; periods as a range.
pub(super) fn clause_to(cube: &Cube, axis: Axis, picked: &[CatIx]) -> String {
    let code = |at: &CatIx| tilde_free(cube.members(axis).get(*at).code().as_str());
    if let ([first, .., last], true) = (picked, is_time(cube, axis)) {
        // Only where it reads back as these periods: a code may itself look like a range.
        let range = format!("{}..{}", code(first), code(last));
        let (mut read, mut notices) = (Vec::new(), Vec::new());
        read_piece(cube, axis, &range, &mut read, &mut notices);
        if read == picked && notices.is_empty() {
            return encoded(&range);
        }
    }
    let codes = picked.iter().map(|at| encoded(&code(at)));
    codes.collect::<Vec<_>>().join("~")
}
