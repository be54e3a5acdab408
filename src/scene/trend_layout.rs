//! Where everything of a trend lies: the lines, the marks of the scale, the periods.

use super::mark::Mark;
use super::trend::{TrendLine, TrendScene};
use super::trend_ends::{TrendEnd, ends};
use crate::cube::{Interval, Sureness};
use crate::words::plain_number;

/// Where a trend is drawn, in the units of its picture.
#[derive(Debug, Clone, Copy)]
pub struct TrendFrame {
    /// Where the first and the last period stand.
    pub across_px: (f64, f64),
    /// Where the end of the scale and zero stand.
    pub down_px: (f64, f64),
    /// What no label leaves, to the left and to the right.
    pub edges_px: (f64, f64),
    /// Size of the letters of labels.
    pub font_px: f64,
    /// How wide a label is at most.
    pub width_px: fn(&str) -> f64,
}

/// A label and what it stands by.
#[derive(Debug, Clone, PartialEq)]
pub struct TrendMark {
    /// Of the scale, how far down its line is; of a period, how far across it stands.
    pub at_px: f64,
    /// The foot of its text: of the scale its right end, of a period its middle.
    pub label_px: (f64, f64),
    /// Its text.
    pub text: String,
}

/// A line.
#[derive(Debug, Clone, PartialEq)]
pub struct TrendPath {
    /// Path data, broken where there is no number.
    pub path: String,
    /// Path data of the area between the bounds of its numbers; empty where all are known.
    pub bounds: String,
    /// Each number.
    pub points: Vec<TrendPoint>,
}

/// A number on a line.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TrendPoint {
    /// Where it lies.
    pub at_px: (f64, f64),
    /// Which of the periods it is of.
    pub nth: usize,
    /// How sure it is, where the publisher says so.
    pub sureness: Option<Sureness>,
}

/// A trend in its frame.
#[derive(Debug, Clone, PartialEq)]
pub struct TrendLayout {
    /// From where to where the selected periods reach.
    pub band_px: Option<(f64, f64)>,
    /// Where the periods of a change stand.
    pub compared_px: Vec<f64>,
    /// The marks of the scale, from zero up.
    pub ticks: Vec<TrendMark>,
    /// The periods: all, or as many as have room for their labels.
    pub periods: Vec<TrendMark>,
    /// The lines, in the order of the scene.
    pub lines: Vec<TrendPath>,
    /// The name of each line that has a number, beside its end; apart from one another.
    pub ends: Vec<TrendEnd>,
}

impl TrendFrame {
    /// Where one of so many periods stands.
    fn x_px(&self, at: usize, periods: usize) -> f64 {
        let (left, right) = self.across_px;
        left + (right - left) * along(at, periods)
    }

    /// The period nearest to a point across; `None` where there are none.
    #[must_use]
    pub fn nearest_period(&self, x_px: f64, periods: usize) -> Option<usize> {
        let far = |at: &usize| (self.x_px(*at, periods) - x_px).abs();
        (0..periods).min_by(|one, other| far(one).total_cmp(&far(other)))
    }
}

impl TrendScene {
    /// Lays the trend out: zero at the foot, the periods at equal steps.
    #[must_use]
    pub fn layout(&self, frame: &TrendFrame) -> TrendLayout {
        let x_px = |at: usize| frame.x_px(at, self.periods.len());
        let (head, foot) = frame.down_px;
        // A share of the scale first: a length times a figure may pass every number.
        let y_px = |number: f64| foot - (foot - head) * (number / self.top);
        let tick = |(number, text): &(f64, String)| {
            let (at_px, least) = (y_px(*number), frame.edges_px.0 + (frame.width_px)(text));
            let right = (frame.across_px.0 - 0.5 * frame.font_px).max(least);
            TrendMark {
                at_px,
                label_px: (right, at_px + 0.35 * frame.font_px),
                text: text.clone(),
            }
        };
        let compared = self.change.iter();
        let lines: Vec<TrendPath> = (self.lines.iter())
            .map(|line| path(line, &|at, number| (x_px(at), y_px(number))))
            .collect();
        TrendLayout {
            band_px: self.band(frame),
            compared_px: compared
                .flat_map(|(from, to, _)| [*from, *to].map(x_px))
                .collect(),
            ticks: self.ticks.iter().map(tick).collect(),
            periods: self.period_marks(frame),
            ends: self.ends(frame, &lines),
            lines,
        }
    }

    /// The name of each line, beside its last number.
    fn ends(&self, frame: &TrendFrame, lines: &[TrendPath]) -> Vec<TrendEnd> {
        let named = self.lines.iter().zip(lines);
        let named = named.filter_map(|(line, path)| {
            let (_, y_px) = path.points.last()?.at_px;
            Some((y_px, &*line.name))
        });
        ends(frame, named.collect())
    }

    /// From where to where the selected periods reach: a quarter of a step to either side of them,
    /// so that one period is seen, too.
    fn band(&self, frame: &TrendFrame) -> Option<(f64, f64)> {
        let x_px = |at: usize| frame.x_px(at, self.periods.len());
        let room = (x_px(1) - x_px(0)) / 4.0;
        let (first, last) = self.selected?;
        let (left, right) = frame.across_px;
        Some((
            (x_px(first) - room).max(left),
            (x_px(last) + room).min(right),
        ))
    }

    /// Every period where there is room, else those that begin a year, else every second, third … of these.
    fn period_marks(&self, frame: &TrendFrame) -> Vec<TrendMark> {
        let all = self.periods.len();
        let widths = self.periods.iter().map(|text| (frame.width_px)(text));
        let widest = widths.fold(0.0, f64::max) + frame.font_px;
        let step = frame.x_px(1, all) - frame.x_px(0, all);
        let have_room = |apart: usize| step * count(apart) >= widest;
        let every: Vec<usize> = (0..all).collect();
        let (marked, apart) = match *self.year_starts {
            [first, second, ..] if !have_room(1) => (&self.year_starts, second - first),
            _ => (&every, 1),
        };
        let nth = (1..all).find(|nth| have_room(nth * apart));
        let mark = |&at: &usize| {
            let (at_px, text) = (frame.x_px(at, all), &self.periods[at]);
            let half = (frame.width_px)(text) / 2.0;
            let (least, most) = (frame.edges_px.0 + half, frame.edges_px.1 - half);
            TrendMark {
                at_px,
                label_px: (
                    at_px.min(most).max(least),
                    frame.down_px.1 + 1.75 * frame.font_px,
                ),
                text: text.clone(),
            }
        };
        let marked = marked.iter().step_by(nth.unwrap_or(all.max(1)));
        marked.map(mark).collect()
    }
}

fn path(line: &TrendLine, place: &dyn Fn(usize, f64) -> (f64, f64)) -> TrendPath {
    let (mut path, mut points, mut drawn) = (String::new(), Vec::new(), false);
    for (at, interval) in line.intervals.iter().enumerate() {
        if let Some(interval) = interval {
            let at_px = place(at, interval.middle());
            path += &step(drawn, at_px);
            let mark = line.marks.get(at).and_then(Option::as_ref);
            points.push(TrendPoint {
                at_px,
                nth: at,
                sureness: mark.map(Mark::sureness),
            });
        }
        drawn = interval.is_some();
    }
    let mut bounds = String::new();
    let unbroken = line.intervals.split(Option::is_none);
    let mut from = 0;
    for run in unbroken {
        let known: Vec<Interval> = run.iter().flatten().copied().collect();
        if !known.iter().all(|interval| interval.is_exact()) {
            let ends = (known.iter().enumerate()).map(|(at, it)| place(from + at, it.high));
            let starts = (known.iter().enumerate().rev()).map(|(at, it)| place(from + at, it.low));
            for (nth, point) in ends.chain(starts).enumerate() {
                bounds += &step(nth > 0, point);
            }
            bounds += "Z";
        }
        from += run.len() + 1;
    }
    TrendPath {
        path,
        bounds,
        points,
    }
}

/// A step of path data to a point, drawn or not.
fn step(drawn: bool, (x, y): (f64, f64)) -> String {
    let command = if drawn { "L" } else { "M" };
    [command, &plain_number(x, 2), " ", &plain_number(y, 2)].concat()
}

/// Where one of so many periods stands between the first and the last, 0 to 1.
fn along(at: usize, periods: usize) -> f64 {
    count(at) / count(periods.saturating_sub(1).max(1))
}

/// How many, which are few.
fn count(many: usize) -> f64 {
    f64::from(u32::try_from(many).unwrap_or(u32::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    const FRAME: TrendFrame = TrendFrame {
        across_px: (100.0, 300.0),
        down_px: (10.0, 110.0),
        edges_px: (0.0, 310.0),
        font_px: 10.0,
        width_px: |text| text.chars().map(|_| 10.0).sum(),
    };

    fn scene(periods: &[&str], numbers: &[Option<f64>]) -> TrendScene {
        let exactly: Vec<_> = (numbers.iter())
            .map(|number| number.map(Interval::exactly))
            .collect();
        bounded(periods, &exactly)
    }

    fn bounded(periods: &[&str], numbers: &[Option<Interval>]) -> TrendScene {
        TrendScene {
            caption: String::new(),
            quantity_name: String::new(),
            periods: periods.iter().map(|&period| period.to_owned()).collect(),
            year_starts: Vec::new(),
            positions: (0..periods.len()).map(crate::cube::CatIx).collect(),
            selected: Some((1, 1)),
            change: Some((0, 2, String::new())),
            lines: vec![TrendLine {
                name: String::new(),
                place: None,
                compared: false,
                intervals: numbers.to_vec(),
                texts: Vec::new(),
                change: String::new(),
                marks: Vec::new(),
            }],
            top: 50.0,
            ticks: vec![(0.0, "0".into()), (50.0, "fifty, fifty".into())],
        }
    }

    #[test]
    fn zero_lies_at_the_foot_and_the_end_of_the_scale_at_the_head() {
        let layout = scene(&["a", "b", "c"], &[Some(0.0), Some(25.0), Some(50.0)]).layout(&FRAME);
        assert_eq!(
            layout.lines[0].path,
            "M100.00 110.00L200.00 60.00L300.00 10.00"
        );
        assert_eq!(layout.lines[0].points[1].at_px, (200.0, 60.0));
        assert_eq!(layout.band_px, Some((175.0, 225.0)));
        assert_eq!(layout.compared_px, [100.0, 300.0]);
        let ticks: Vec<_> = layout
            .ticks
            .iter()
            .map(|it| (it.at_px, it.label_px))
            .collect();
        // A label that is too wide begins at the edge.
        assert_eq!(ticks, [(110.0, (95.0, 113.5)), (10.0, (120.0, 13.5))]);
    }

    #[test]
    fn a_line_is_broken_where_there_is_no_number() {
        let layout = scene(&["a", "b", "c"], &[Some(0.0), None, Some(50.0)]).layout(&FRAME);
        assert_eq!(layout.lines[0].path, "M100.00 110.00M300.00 10.00");
        let periods: Vec<usize> = layout.lines[0].points.iter().map(|it| it.nth).collect();
        assert_eq!(periods, [0, 2]);
    }

    #[test]
    fn what_lies_between_bounds_has_its_middle_as_a_line_and_an_area_around_it() {
        let between = |low, high| Some(Interval { low, high });
        let numbers = [
            between(0.0, 0.0),
            None,
            between(10.0, 20.0),
            between(25.0, 25.0),
        ];
        let layout = bounded(&["a", "b", "c", "d"], &numbers).layout(&FRAME);
        let line = &layout.lines[0];
        assert!(line.path.ends_with("M233.33 80.00L300.00 60.00"));
        assert_eq!(
            line.bounds,
            "M233.33 70.00L300.00 60.00L300.00 60.00L233.33 90.00Z"
        );
        assert_eq!(
            scene(&["a", "b"], &[Some(1.0), Some(2.0)])
                .layout(&FRAME)
                .lines[0]
                .bounds,
            ""
        );
    }

    #[test]
    fn periods_without_room_are_left_out_and_none_leaves_the_picture() {
        let shown = |periods: &[&str]| {
            let layout = scene(periods, &[]).layout(&FRAME);
            let marks = layout.periods.into_iter();
            marks.map(|it| (it.text, it.label_px.0)).collect::<Vec<_>>()
        };
        let [a, b, c] = ["2020-1", "2020-2", "2020-3"];
        // Two steps of 100 px hold a label of 60 px and a letter's room each.
        let all = [(a, 100.0), (b, 200.0), (c, 280.0)].map(|(text, x)| (text.to_owned(), x));
        assert_eq!(shown(&[a, b, c]), all);
        let every_second = shown(&[a, b, c, "2020-4", "2020-5"]);
        let every_second: Vec<f64> = every_second.into_iter().map(|it| it.1).collect();
        assert_eq!(every_second, [100.0, 200.0, 280.0]);
    }

    #[test]
    fn of_months_without_room_the_first_of_a_year_are_marked() {
        let months: Vec<String> = (0..36).map(|nth| format!("{:02}", nth % 12 + 1)).collect();
        let months: Vec<&str> = months.iter().map(String::as_str).collect();
        let shown = |year_starts: &[usize]| {
            let scene = TrendScene {
                year_starts: year_starts.to_vec(),
                ..scene(&months, &[])
            };
            let marks = scene.layout(&FRAME).periods.into_iter();
            marks.map(|it| it.text).collect::<Vec<_>>()
        };
        assert_eq!(shown(&[4, 16, 28]), ["05", "05", "05"]);
        assert_eq!(shown(&[]).len(), 6);
    }

    #[test]
    fn a_point_means_the_nearest_period() {
        let near = |x_px| FRAME.nearest_period(x_px, 3);
        assert_eq!([0.0, 149.0, 151.0, 999.0].map(near), [0, 0, 1, 2].map(Some));
        assert_eq!(FRAME.nearest_period(0.0, 0), None);
    }
}
