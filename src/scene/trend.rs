//! The periods as lines: of the place in focus, of those compared with it and, for what compares, of
//! what it is a part of.

use super::difference::{change_name, change_text};
use super::figure_writer::FigureWriter;
use super::mark::{Mark, mark};
use super::measures::finer_number_text;
use super::period_numbers::{PeriodNumbers, grounds_of_periods, people};
use super::picture_text::quantity_name;
use super::place::{place_name, steps_up};
use super::text::{noted, texts};
use super::title::counted_text;
use super::told_apart::told_apart;
use crate::cube::{Axis, CatIx, Cube, Interval, Linked, Period, Role, Selection, linked};
use crate::view_state::{Place, Quantity, ResolvedView};
use crate::words::{Messages, interpolate};

/// One place over the periods.
#[derive(Debug, Clone, PartialEq)]
pub struct TrendLine {
    /// Its name.
    pub name: String,
    /// The place; `None`: the whole.
    pub place: Option<Place>,
    /// Whether it is compared by the reader's own choice.
    pub compared: bool,
    /// Its number in each period, where there is one: the least and the greatest that it may be.
    pub(super) intervals: Vec<Option<Interval>>,
    /// The same as text, or why there is none.
    pub texts: Vec<String>,
    /// From the base period to the last that is selected; empty where that is not asked or known.
    pub change: String,
    /// How sure its number in each period is, where there is one and the publisher says so.
    pub marks: Vec<Option<Mark>>,
}

impl TrendLine {
    /// How sure its numbers are, where all are alike.
    #[must_use]
    pub fn mark(&self) -> Option<&Mark> {
        let mut marks = self.marks.iter().flatten();
        let first = marks.next()?;
        marks.all(|mark| mark == first).then_some(first)
    }

    /// How sure its number in a period is, where not all are alike.
    #[must_use]
    pub fn own_mark(&self, nth: usize) -> Option<&Mark> {
        let mark = self.marks.get(nth)?.as_ref();
        mark.filter(|_| self.mark().is_none())
    }

    /// What is said of a point: its period, its number, and how sure it is.
    #[must_use]
    pub fn point_text(&self, (nth, period): (usize, &str), words: &Messages) -> String {
        let figure = self.texts.get(nth).map_or("", |text| text);
        let text = point(period, figure, words);
        match self.marks.get(nth) {
            Some(Some(mark)) => noted(&text, &mark.line(words), words),
            Some(None) | None => text,
        }
    }
}

/// The lines of a view, on one scale from zero.
#[derive(Debug, Clone, PartialEq)]
pub struct TrendScene {
    /// What is shown.
    pub caption: String,
    /// What is shown of the figures.
    pub quantity_name: String,
    /// The periods, from the first to the last: equally long, as the one that is read.
    pub periods: Vec<String>,
    /// Which of them begin a year.
    pub year_starts: Vec<usize>,
    /// Where each of them stands in the dataset.
    pub positions: Vec<CatIx>,
    /// The first and the last of those that are selected, where that is less than all.
    pub(super) selected: Option<(usize, usize)>,
    /// The base period and the one compared with it, with the name of the change.
    pub change: Option<(usize, usize, String)>,
    /// The place in focus first, those compared with it, then what it is a part of.
    pub lines: Vec<TrendLine>,
    /// The end of the scale.
    pub(super) top: f64,
    /// Marks of the scale, from zero up, with their texts.
    pub ticks: Vec<(f64, String)>,
}

/// The lines in sentences, for those who do not see them. How sure the numbers of a line are is said once
/// where all are alike, else of each.
#[must_use]
pub fn trend_text(scene: &TrendScene, words: &Messages) -> Vec<String> {
    let sentence = |line: &TrendLine| {
        let of_period = |(nth, period): (usize, &String)| match line.own_mark(nth) {
            Some(_) => line.point_text((nth, period), words),
            None => point(period, &line.texts[nth], words),
        };
        let mut points: Vec<String> = scene.periods.iter().enumerate().map(of_period).collect();
        let change = scene.change.as_ref().map(|(.., name)| (name, &line.change));
        let change = change.filter(|(_, text)| !text.is_empty());
        points.extend(change.map(|(name, text)| point(name, text, words)));
        let figures = words.listed_apart(&texts(&points));
        let name = line.mark().map_or_else(
            || line.name.clone(),
            |mark| noted(&line.name, &mark.line(words), words),
        );
        interpolate(words.trend_line, &[("place", &name), ("figures", &figures)])
    };
    scene.lines.iter().map(sentence).collect()
}

fn point(period: &str, figure: &str, words: &Messages) -> String {
    interpolate(words.trend_point, &[("period", period), ("figure", figure)])
}

/// The periods that share a line with the one that is read, from the first to the last: those that are
/// as long. Empty where there are no two.
#[must_use]
pub fn trend_periods(cube: &Cube, view: &ResolvedView) -> Vec<CatIx> {
    let time = cube.with_role(Role::Time);
    let read = time.zip(cube.period_read(&view.filters));
    let mut periods = read.map_or_else(Vec::new, |(time, read)| cube.series_of(time, read));
    if periods.len() < 2 {
        periods.clear();
    }
    periods
}

/// The trend of a view; `None` where there are no two periods as long as the one that is read. [`TrendScene::layout`] says where
/// it lies in a picture.
///
/// ```
/// # use jangkau::formats::{Limits, json_stat::cube_from_bytes};
/// use jangkau::scene::{trend, trend_text};
/// # use jangkau::view_state::{ViewState, resolve};
/// # use jangkau::words::messages;
/// # let bytes = br#"{
/// #     "version": "2.0", "class": "dataset", "label": "Wells",
/// #     "id": ["year", "area", "source"], "size": [2, 2, 2], "value": [3, 1, 0, 2, 4, 1, 1, 3],
/// #     "role": {"time": ["year"], "geo": ["area"]},
/// #     "dimension": {
/// #         "year": {"category": {"index": ["2020", "2021"]}},
/// #         "area": {"label": "Areas", "category": {"index": ["n1", "n2"], "label": {"n1": "Alder", "n2": "Birch"}}},
/// #         "source": {"label": "Source", "category": {"index": ["tap", "well"], "label": {"tap": "Tap", "well": "Well"}}}
/// #     },
/// #     "extension": {"lang": "en", "aggregation": "sum", "noun": {"en": {"one": "well", "many": "wells"}}}
/// # }"#;
/// # let cube = cube_from_bytes(bytes, &Limits::PAGE)?;
/// # let state = ViewState::landing("en", "wells");
/// # let view = resolve(&state, &cube);
/// # let words = messages("en");
/// let scene = trend(&cube, &view, words).expect("periods");
/// assert_eq!(scene.lines[0].texts, ["6", "9"]);
/// assert_eq!(trend_text(&scene, words), ["All places: 2020 6; 2021 9."]);
/// # Ok::<(), jangkau::formats::FormatError>(())
/// ```
#[must_use]
pub fn trend(cube: &Cube, view: &ResolvedView, words: &Messages) -> Option<TrendScene> {
    let time = Axis::of_dimension(cube.with_role(Role::Time)?);
    let positions = trend_periods(cube, view);
    if positions.is_empty() {
        return None;
    }
    let name = |at: &CatIx| cube.members(time).get(*at).label().in_lang(words.code);
    let mut places = vec![view.place];
    places.extend(view.compared.iter().copied().map(Some));
    // Counts of the whole would leave nothing of a part.
    if view.quantity != Quantity::Count && view.place.is_some() {
        places.extend(steps_up(cube, view.place).into_iter().map(Some));
        places.push(None);
    }
    let mut seen: Vec<Option<Place>> = Vec::new();
    places.retain(|place| {
        let new = !seen.contains(place);
        seen.push(*place);
        new
    });
    let input = TrendInput {
        cube,
        view,
        time,
        positions: &positions,
        words,
        writer: FigureWriter::of(cube, &cube.reading(&view.filters), words),
        whole: (view.quantity == Quantity::Index).then(|| {
            let whole = view.filters.only(|axis| Some(axis.dimension()) != view.geo);
            (linked(cube, &whole), people(cube, view, &view.periods))
        }),
    };
    let lines: Vec<TrendLine> = places.into_iter().map(|place| input.line(place)).collect();
    let intervals = lines.iter().flat_map(|line| &line.intervals).flatten();
    let (top, step) = scale(intervals.map(|interval| interval.high).fold(0.0, f64::max));
    let ticks = (0..=6)
        .map(|at| f64::from(at) * step)
        .take_while(|tick| *tick / 1.001 <= top);
    let ticks: Vec<f64> = ticks.collect();
    let tick_texts = told_apart(&ticks, &|tick, more| {
        finer_number_text(view.quantity, (tick, more), words)
    });
    let quantity = quantity_name(cube, view.quantity, words);
    let picks = cube.with_picks(&view.filters);
    let (counted, place) = match view.geo {
        Some(_) => (&view.filters, place_name(cube, view.place, words)),
        None => (&picks, String::new()),
    };
    let picked = view.filters.clause(time).unwrap_or_default();
    let is_picked = |at: &CatIx| picked.contains(at);
    let first = positions.iter().position(is_picked);
    let change = (view.change).and_then(|(from, to)| {
        let name = change_name(cube, (from, to), words);
        Some((input.nth(from)?, input.nth(to)?, name))
    });
    Some(TrendScene {
        quantity_name: quantity.clone(),
        selected: first.zip(positions.iter().rposition(is_picked)),
        change,
        caption: interpolate(
            words.trend,
            &[
                ("quantity", &quantity),
                ("noun", &counted_text(cube, counted, words)),
                ("place", &place),
            ],
        ),
        periods: positions.iter().map(name).map(str::to_owned).collect(),
        year_starts: (positions.iter().enumerate())
            .filter(|(_, at)| {
                let code = cube.members(time).get(**at).code().as_str();
                Period::parse(code).is_some_and(Period::begins_year)
            })
            .map(|(nth, _)| nth)
            .collect(),
        positions,
        top,
        ticks: ticks.into_iter().zip(tick_texts).collect(),
        lines,
    })
}

struct TrendInput<'a> {
    cube: &'a Cube,
    view: &'a ResolvedView,
    time: Axis,
    positions: &'a [CatIx],
    words: &'a Messages,
    writer: FigureWriter<'a>,
    /// All places under the filters, and their inhabitants, for the index.
    whole: Option<(Linked, Option<f64>)>,
}

impl TrendInput<'_> {
    /// Which of the periods one is.
    fn nth(&self, period: CatIx) -> Option<usize> {
        self.positions.iter().position(|at| *at == period)
    }

    fn line(&self, place: Option<Place>) -> TrendLine {
        let Self {
            cube,
            view,
            time,
            words,
            ..
        } = *self;
        let quantity = view.quantity;
        let answer = linked(cube, &at(&view.filters, place));
        let now = answer.marginal(time);
        let everyone = at(&view.periods, place);
        let base = (quantity == Quantity::Share).then(|| linked(cube, &everyone));
        let numbers = PeriodNumbers {
            cube,
            view,
            time,
            now: &answer,
            base: base.as_ref(),
            people: people(cube, view, &everyone),
            whole: self.whole.as_ref().map(|(whole, people)| (whole, *people)),
        };
        let intervals_and_texts = self.positions.iter().map(|&period| {
            let interval = numbers.interval(period);
            let sum = now.sum(period);
            let text = self.writer.quantity_of(quantity, sum, interval);
            (interval, text)
        });
        let (intervals, texts): (Vec<Option<Interval>>, _) = intervals_and_texts.unzip();
        let change = view.change.and_then(|(from, to)| {
            let ends = (intervals[self.nth(from)?]?, intervals[self.nth(to)?]?);
            Some(change_text(quantity, ends, words))
        });
        let selection = at(&view.filters, place);
        let grounds = grounds_of_periods((cube, view), &selection, time, self.positions);
        let marks = intervals.iter().enumerate().map(|(nth, interval)| {
            let ground = grounds.as_ref().filter(|_| interval.is_some())?[nth];
            Some(mark(cube, (ground, place), words))
        });
        let marks = marks.collect();
        TrendLine {
            name: match view.geo {
                Some(_) => place_name(cube, place, words),
                None => counted_text(cube, &cube.with_picks(&view.filters), words),
            },
            place,
            compared: place.is_some_and(|place| view.compared.contains(&place)),
            intervals,
            texts,
            change: change.unwrap_or_default(),
            marks,
        }
    }
}

fn at(selection: &Selection, place: Option<Place>) -> Selection {
    let selection = selection.clone();
    match place {
        Some(place) => selection.with(place.axis, vec![place.at]),
        None => selection,
    }
}

/// The end of a scale from zero that holds a number, and its step: 1, 2 or 5 times a power of ten,
/// three to six of them.
fn scale(most: f64) -> (f64, f64) {
    if most <= 0.0 {
        return (1.0, 1.0);
    }
    // Where powers of ten or their multiples end, a step to the number itself.
    if !(1e-300..1e300).contains(&most) {
        return (most, most);
    }
    let mut power = 1.0;
    while power * 10.0 < most {
        power *= 10.0;
    }
    while power > most {
        power /= 10.0;
    }
    let steps = [0.2, 0.5, 1.0, 2.0, 5.0];
    let step = steps.map(|times| times * power).into_iter();
    let step = step
        .clone()
        .find(|step| most / step <= 5.0)
        .unwrap_or(power * 2.0);
    let mut top = step;
    while top < most {
        top += step;
    }
    (top, step)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scale_ends_at_a_round_number_with_few_steps() {
        for (most, expected) in [
            (0.0, (1.0, 1.0)),
            (0.86, (1.0, 0.2)),
            (31_000.0, (40_000.0, 10_000.0)),
            (5_932_867.0, (6_000_000.0, 2_000_000.0)),
            (110.0, (150.0, 50.0)),
            (f64::MAX, (f64::MAX, f64::MAX)),
            (5e-324, (5e-324, 5e-324)),
        ] {
            let (top, step) = scale(most);
            assert!(
                (top - expected.0).abs() <= 1e-9 * expected.0
                    && (step - expected.1).abs() <= 1e-9 * expected.1,
                "{most}: {top} {step}"
            );
        }
        for exponent in -6..9 {
            for digit in 1..100 {
                let most = f64::from(digit) / 10.0 * 10_f64.powi(exponent);
                let (top, step) = scale(most);
                let steps = (top / step).round();
                assert!(
                    top >= most && (2.0..=6.0).contains(&steps),
                    "{most}: {top} {step}"
                );
            }
        }
    }
}
