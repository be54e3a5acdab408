//! What was printed for several points in time, as points.

use super::markup::{Edition, quiet, section};
use crate::publish::template::escape;
use crate::scene::{FactListScene, FactPoint, FactSeriesScene};
use crate::words::{fact_words, interpolate, plain_number};

/// Width and height of a chart, and what is left free in it, in its units.
const SIZE: (f64, f64) = (320.0, 96.0);
const MARGIN: f64 = 8.0;

impl Edition<'_> {
    /// The charts; nothing where nothing was printed twice.
    pub(super) fn series(&self, scene: &FactListScene) -> String {
        if scene.series.is_empty() {
            return String::new();
        }
        let own = fact_words(self.words.code);
        let charts: String = scene.series.iter().map(|it| self.chart(it)).collect();
        let body = format!(
            "{}<div class=\"facts-charts\">\n{charts}</div>\n",
            quiet(own.time_note)
        );
        section("time", own.time, &body)
    }

    fn chart(&self, series: &FactSeriesScene) -> String {
        let name = escape(&series.name);
        let item = |point: &FactPoint| {
            let values = [("label", &*point.period), ("text", &*point.figure)];
            let figure = escape(&interpolate(self.words.labelled, &values));
            format!("<li>{figure} <small>{}</small>\n", escape(&point.publisher))
        };
        let items: String = series.points.iter().map(item).collect();
        format!(
            "<figure{lang}>\n<figcaption>{name}</figcaption>\n{svg}<ol class=\"facts-list\">\n{items}</ol>\n</figure>\n",
            lang = self.lang(),
            svg = svg(series),
        )
    }
}

/// Where a point stands.
fn at(point: &FactPoint) -> [String; 2] {
    let (wide, high) = (SIZE.0 - 2.0 * MARGIN, SIZE.1 - 2.0 * MARGIN);
    let (x, y) = (MARGIN + point.x * wide, SIZE.1 - MARGIN - point.y * high);
    [x, y].map(|number| plain_number(number, 1))
}

/// The list below it says the same in words.
fn svg(series: &FactSeriesScene) -> String {
    let lines = series.lines.iter().map(|line| {
        let points = line.iter().map(|nth| at(&series.points[*nth]).join(","));
        format!(
            "<polyline points=\"{}\"/>",
            points.collect::<Vec<_>>().join(" ")
        )
    });
    let points = series.points.iter().map(|point| {
        let [x, y] = at(point);
        format!("<circle cx=\"{x}\" cy=\"{y}\" r=\"4\"/>")
    });
    let [wide, high, foot] = [SIZE.0, SIZE.1, SIZE.1 - MARGIN].map(|it| plain_number(it, 0));
    format!(
        "<svg viewBox=\"0 0 {wide} {high}\" aria-hidden=\"true\"><path d=\"M0 {foot}H{wide}\"/>{}{}</svg>\n",
        lines.collect::<String>(),
        points.collect::<String>(),
    )
}
