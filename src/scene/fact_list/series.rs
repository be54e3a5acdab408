//! Figures over time: points where they were printed, and lines where they may be joined.

use super::line::printed_text;
use crate::fact_list::{FactList, Series, series};
use crate::words::{Messages, interpolate, with_range_dash};

/// A figure as a point.
#[derive(Debug, Clone, PartialEq)]
pub struct FactPoint {
    /// Where it stands: 0 the earliest, 1 the latest end of a period.
    pub x: f64,
    /// Where it stands: 0 nothing, 1 the highest figure.
    pub y: f64,
    /// The figure as published.
    pub figure: String,
    /// Its period.
    pub period: String,
    /// Who published it.
    pub publisher: String,
}

/// Figures of one definition over time.
#[derive(Debug, Clone, PartialEq)]
pub struct FactSeriesScene {
    /// What is counted, and its unit.
    pub name: String,
    /// By time.
    pub points: Vec<FactPoint>,
    /// Lines through some of the points, by their positions.
    pub lines: Vec<Vec<usize>>,
    /// The points in words.
    pub text: String,
}

/// Everything that was printed for several points in time.
pub(super) fn series_scenes(list: &FactList, words: &Messages) -> Vec<FactSeriesScene> {
    let all = series(list);
    all.iter().map(|it| scene(list, it, words)).collect()
}

fn scene(list: &FactList, series: &Series, words: &Messages) -> FactSeriesScene {
    let ends = series.points.iter().map(|point| point.end);
    let (begin, end) = ends.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), at| {
        (low.min(at), high.max(at))
    });
    let facts = || series.points.iter().map(|point| list.fact(point.figure));
    let highest = facts().map(|fact| fact.number.value()).fold(0.0, f64::max);
    let points: Vec<FactPoint> = (series.points.iter().zip(facts()))
        .map(|(point, fact)| FactPoint {
            x: (point.end - begin) / (end - begin),
            y: if highest > 0.0 {
                (fact.number.value() / highest).max(0.0)
            } else {
                0.0
            },
            figure: printed_text(fact, words),
            period: with_range_dash(&fact.period),
            publisher: fact.source.publisher.to_string(),
        })
        .collect();
    let said = points.iter().map(|point| {
        let figure = [("label", &*point.period), ("text", &*point.figure)];
        let figure = interpolate(words.labelled, &figure);
        let values = [("text", &*figure), ("note", &*point.publisher)];
        interpolate(words.noted, &values)
    });
    let said: Vec<String> = said.collect();
    let said: Vec<&str> = said.iter().map(String::as_str).collect();
    let about = series.points.first().map(|point| list.fact(point.figure));
    let name = about.map(|fact| {
        let parts = [&*fact.topic, &*fact.category];
        let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        let values = [
            ("text", &*words.listed_apart(&parts)),
            ("note", &*fact.unit),
        ];
        interpolate(words.noted, &values)
    });
    FactSeriesScene {
        name: name.unwrap_or_default(),
        points,
        lines: series.lines.clone(),
        text: words.listed_apart(&said),
    }
}
