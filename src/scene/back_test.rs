//! How far the estimates of a model were off where the figure is known.

use super::basis::everyone;
use crate::cube::{Cube, FigureKind, RelativeError};
use crate::view_state::{Quantity, ResolvedView};
use crate::words::{Messages, interpolate};

/// In a sentence: the median, what nine of ten kept to, and of how many figures.
pub(super) fn error_text(error: RelativeError, words: &Messages) -> String {
    let values = [
        ("median", &*percent(error.median_percent, words)),
        ("most", &percent(error.p90_percent, words)),
        ("n", &words.numbers.count(error.cases)),
    ];
    interpolate(words.step_error, &values)
}

/// How far figures of a kind were off; `None` where it is not known: what was estimated from figures of its own place
/// was never left out and told again.
pub(super) fn error_of(cube: &Cube, kind: FigureKind) -> Option<RelativeError> {
    match kind {
        FigureKind::Published | FigureKind::Derived | FigureKind::Estimated => None,
        FigureKind::SharedOut | FigureKind::Pattern => cube.metadata().error_of(kind.sureness()),
    }
}

/// How far the figures of a view that are of a kind were off, in short: "±33% in back-tests (median)". `None` but
/// for a count of everyone at a place that was shared out to it: of other estimates it is not known.
#[must_use]
pub fn off_by(
    cube: &Cube,
    view: &ResolvedView,
    kind: FigureKind,
    words: &Messages,
) -> Option<String> {
    let error = error_of(cube, kind)?;
    if view.quantity != Quantity::Count || everyone(cube, view) != view.selection {
        return None;
    }
    let median = percent(error.median_percent, words);
    Some(interpolate(words.off_by, &[("median", &median)]))
}

fn percent(number: f64, words: &Messages) -> String {
    words.numbers.round_percent(number / 100.0)
}
