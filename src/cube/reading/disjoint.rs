//! Categories that cannot overlap, by what they mean: bands, the two sexes, places of one level.

use super::band::Band;
use super::candidates::bands;
use super::dimension_reading::AddedBy;
use super::rows::Rows;
use super::twice::may_be_counted_twice;
use super::words::Words;
use crate::cube::{CatIx, Dimension, Role, order_by};

/// A place with so large a part of all may hold others.
const TOO_LARGE: f64 = 0.45;

/// The categories that may be added because they cannot overlap; `apart`: totals, sums and
/// aggregates; `unit`: the last decimal place of the measure. Shape: one entry a category; `None` where nothing
/// says so.
pub(super) fn disjoint(
    dimension: &Dimension,
    (rows, unit): (&Rows<'_>, f64),
    apart: &[bool],
) -> Option<(Vec<bool>, AddedBy)> {
    let rest: Vec<usize> = (0..apart.len()).filter(|at| !apart[*at]).collect();
    if rest.len() < 2 {
        return None;
    }
    let is_known = |at: &usize| dimension.is_disjoint(CatIx(*at));
    let are_known = rest.iter().any(is_known)
        && (rest.iter()).all(|at| is_known(at) || is_not_stated(dimension, *at));
    let by = if are_known {
        Some(AddedBy::Disjoint)
    } else if dimension.role() == Role::Geo {
        (are_places_of_one_level(dimension, &rest)
            && !may_hold_others(dimension, rows, &rest)
            && none_too_large(rows, &rest)
            && !may_be_counted_twice(rows, unit, &in_order_of_codes(dimension, &rest)))
        .then_some(AddedBy::PlaceCodes)
    } else if are_sexes(dimension, &rest) {
        Some(AddedBy::Sexes)
    } else {
        are_bands(dimension, &rest).then_some(AddedBy::Bands)
    };
    by.map(|by| (apart.iter().map(|apart| !apart).collect(), by))
}

fn text(dimension: &Dimension, at: usize) -> [&str; 2] {
    let category = dimension.categories().get(CatIx(at));
    [category.label().own(), category.code().as_str()]
}

/// A category for those of whom it is not known: it overlaps with no other.
fn is_not_stated(dimension: &Dimension, at: usize) -> bool {
    Words::of("not_stated").stand_in(text(dimension, at)[0])
}

fn are_bands(dimension: &Dimension, rest: &[usize]) -> bool {
    let bands = bands(dimension);
    let stated: Vec<Option<Band>> = rest
        .iter()
        .filter(|at| !is_not_stated(dimension, **at))
        .map(|at| bands[*at])
        .collect();
    let all: Option<Vec<Band>> = stated.into_iter().collect();
    all.is_some_and(|bands| bands.len() > 1 && Band::tile(&bands))
}

fn are_sexes(dimension: &Dimension, rest: &[usize]) -> bool {
    let stated: Vec<usize> = rest
        .iter()
        .copied()
        .filter(|at| !is_not_stated(dimension, *at))
        .collect();
    // A number or a letter alone may name anything: the dimension has to say that these are sexes.
    let words = Words::of("sex");
    let says_sex =
        words.stand_in(dimension.label().own()) || words.stand_in(dimension.id().as_str());
    let is = |at: usize, words: Words| {
        let label = text(dimension, at)[0];
        words.are(label) && (says_sex || label.chars().count() > 1)
    };
    let (female, male) = (Words::of("female"), Words::of("male"));
    matches!(*stated, [a, b] if (is(a, female) && is(b, male)) || (is(a, male) && is(b, female)))
}

/// Codes of two, four, five or eight digits, or regions of the European Union, all of one length.
fn are_places_of_one_level(dimension: &Dimension, rest: &[usize]) -> bool {
    let codes: Vec<&str> = rest.iter().map(|at| text(dimension, *at)[1]).collect();
    let length = codes[0].len();
    let digits = codes.iter().all(|code| {
        code.len() == length
            && code.bytes().all(|byte| byte.is_ascii_digit())
            && !code.ends_with("000")
    });
    let nuts = (3..=5).contains(&length)
        && codes.iter().all(|code| {
            let (country, region) = code.as_bytes().split_at(code.len().min(2));
            code.len() == length
                && country.iter().all(u8::is_ascii_uppercase)
                && region
                    .iter()
                    .all(|byte| byte.is_ascii_digit() || byte.is_ascii_uppercase())
        });
    let named: bool = rest.iter().any(|at| {
        dimension
            .parents(CatIx(*at))
            .iter()
            .any(|of| rest.contains(&of.0))
    });
    ((digits && matches!(length, 2 | 4 | 5 | 8)) || nuts) && !named
}

/// Whether a code without its trailing zeros is the start of others, and its figures are as large as
/// theirs together: 2200 beside 2201 and 2202 may be the county that they lie in.
fn may_hold_others(dimension: &Dimension, rows: &Rows<'_>, rest: &[usize]) -> bool {
    let in_order = in_order_of_codes(dimension, rest).into_iter();
    let codes: Vec<(&str, usize)> = in_order.map(|at| (text(dimension, at)[1], at)).collect();
    codes.iter().any(|(code, of)| {
        let stem = code.trim_end_matches('0');
        let from = codes.partition_point(|(code, _)| *code < stem);
        let inside = codes[from..]
            .iter()
            .take_while(|(code, _)| code.starts_with(stem));
        let inside: Vec<usize> = inside.map(|(_, at)| *at).filter(|at| at != of).collect();
        if stem.len() == code.len() || inside.is_empty() {
            return false;
        }
        let (mut holds, mut all) = (0, 0);
        for row in rows.first().iter().filter(|row| row[*of] > 0.0) {
            let sum: f64 = inside
                .iter()
                .map(|at| row[*at])
                .filter(|value| value.is_finite())
                .sum();
            all += 1;
            // One or two of its decade may be smaller by chance, unless two zeros say what it is.
            let few = inside.len() < 3 && !code.ends_with("00");
            holds += usize::from(row[*of] >= 0.98 * sum && !(few && row[*of] > 1.02 * sum));
        }
        all == 0 || holds * 10 >= all * 9
    })
}

fn in_order_of_codes(dimension: &Dimension, rest: &[usize]) -> Vec<usize> {
    let code = |at: usize| text(dimension, rest[at])[1];
    let order = order_by(rest.len(), &|a, b| code(a).cmp(code(b)));
    order.into_iter().map(|at| rest[at]).collect()
}

fn none_too_large(rows: &Rows<'_>, rest: &[usize]) -> bool {
    let mut sums = vec![0.0; rest.len()];
    for row in rows.first() {
        for (sum, at) in sums.iter_mut().zip(rest) {
            if row[*at].is_finite() {
                *sum += row[*at].abs();
            }
        }
    }
    let all: f64 = sums.iter().sum();
    rest.len() > 2 && sums.iter().all(|sum| *sum < TOO_LARGE * all)
}
