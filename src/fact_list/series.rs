//! Figures of one definition over time.

use super::{FactIx, FactList, Whose, dated_period};

/// A figure at the end of its period.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SeriesPoint {
    /// The figure.
    pub figure: FactIx,
    /// The end of its period, in years.
    pub end: f64,
}

/// Figures of one definition over time.
#[derive(Debug, Clone, PartialEq)]
pub struct Series {
    /// By time; at least two ends differ.
    pub points: Vec<SeriesPoint>,
    /// Lines through some of the points, by their positions: each within one publisher and one form of period, and
    /// through numbers, not bounds.
    pub lines: Vec<Vec<usize>>,
}

/// The figures of the whole that are printed for several points in time, by definition, in the order in which each
/// first stands.
#[must_use]
pub fn series(list: &FactList) -> Vec<Series> {
    let facts = list.facts();
    let mut all = Vec::new();
    for (at, fact) in facts.iter().enumerate() {
        let of_one = |other: &usize| facts[*other].definition() == fact.definition();
        if fact.whose != Whose::Whole || (0..at).any(|before| of_one(&before)) {
            continue;
        }
        let point = |at: usize| {
            let end = dated_period(&facts[at].period)?.end;
            Some(SeriesPoint {
                figure: FactIx(at),
                end,
            })
        };
        let own = (at..facts.len()).filter(of_one);
        let mut points: Vec<SeriesPoint> = own.filter_map(point).collect();
        points.sort_by(|a, b| a.end.total_cmp(&b.end));
        let (Some(begin), Some(end)) = (points.first(), points.last()) else {
            continue;
        };
        if begin.end < end.end {
            let lines = lines(list, &points);
            all.push(Series { points, lines });
        }
    }
    all
}

/// Positions of points that a line may join, two or more each.
fn lines(list: &FactList, points: &[SeriesPoint]) -> Vec<Vec<usize>> {
    let mut lines: Vec<(String, String, Vec<usize>)> = Vec::new();
    for (at, point) in points.iter().enumerate() {
        let fact = list.fact(point.figure);
        let Some(period) = dated_period(&fact.period).filter(|_| fact.qualifier.is_number()) else {
            continue;
        };
        let publisher = fact.source.publisher.to_string();
        let of_one = |(by, form, _): &&mut (String, String, Vec<usize>)| {
            *by == publisher && *form == period.form
        };
        match lines.iter_mut().find(of_one) {
            Some((.., line)) => line.push(at),
            None => lines.push((publisher, period.form, vec![at])),
        }
    }
    let lines = lines.into_iter().map(|(.., line)| line);
    // Two figures of one publisher for one time are no line.
    let is_line = |line: &Vec<usize>| {
        line.len() > 1
            && line
                .windows(2)
                .all(|it| points[it[0]].end < points[it[1]].end)
    };
    lines.filter(is_line).collect()
}
