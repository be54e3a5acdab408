//! The distribution along a dimension or grouping, as bars.

use super::Figures;
use super::figure_writer::FigureWriter;
use super::interval::telling_share;
use super::mark::{Mark, mark};
use super::place::focus;
use super::text::measure_text;
use crate::cube::{
    Axis, CatIx, Cube, Figure, Footing, Ground, Interval, Label, Linked, Marginal, Role,
};
use crate::view_state::{Quantity, ResolvedView};
use crate::words::{Messages, interpolate};

/// One category or group.
#[derive(Debug, Clone, PartialEq)]
pub struct Bar {
    /// Its position.
    pub at: CatIx,
    /// Its name.
    pub label: String,
    /// The language of its name, where it is not the reader's.
    pub lang: Option<String>,
    /// The figure under all other filters.
    pub value: String,
    /// Its share of the bars together, 0 to 1, under all other filters.
    pub share: Option<f64>,
    /// That share as text; empty where there is none.
    pub share_text: String,
    /// Its share without any filter, 0 to 1.
    pub behind: Option<f64>,
    /// Whether it is picked.
    pub picked: bool,
    /// Its share without any filter, in words: what the mark behind the bar says.
    pub behind_text: String,
}

/// The bars of one axis.
#[derive(Debug, Clone, PartialEq)]
pub struct BarScene {
    /// Its name.
    pub label: String,
    /// The language of its name, where it is not the reader's.
    pub lang: Option<String>,
    /// Its bars, in the order of the dataset.
    pub bars: Vec<Bar>,
    /// How many are picked.
    pub picked: usize,
    /// What is read where none is picked and the bars do not add up: the latest month, a total.
    pub read: Option<String>,
    /// How sure the shares are, where the publisher says so: as the weakest of them.
    pub mark: Option<Mark>,
    /// Whether it says nothing beyond the place in focus: all of it is one bar.
    pub idle: bool,
}

/// The axes shown as bars: every dimension but the places and the measures, and every grouping, of
/// two members or more.
#[must_use]
pub fn bar_axes(cube: &Cube) -> Vec<Axis> {
    let geo = cube.with_role(Role::Geo).map(Axis::of_dimension);
    let measures = |axis: &Axis| cube.dimension(axis.dimension()).role() == Role::Metric;
    cube.axes()
        .filter(|axis| Some(*axis) != geo && cube.members(*axis).len() > 1)
        .filter(|axis| !measures(axis))
        .collect()
}

/// The axes of the filters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FilterAxes {
    /// Who, what and when.
    pub of_people: Vec<Axis>,
    /// Where: the groups of places.
    pub of_places: Vec<Axis>,
}

/// The axes of [`bar_axes`] that a reader may choose along, people and periods apart from places.
#[must_use]
pub fn filter_axes(cube: &Cube, view: &ResolvedView) -> FilterAxes {
    let geo = cube.with_role(Role::Geo);
    let mut axes = bar_axes(cube);
    axes.retain(|axis| !view.locked.contains(&axis.dimension()));
    let (of_places, of_people) = (axes.into_iter()).partition(|axis| Some(axis.dimension()) == geo);
    FilterAxes {
        of_people,
        of_places,
    }
}

/// The bars of an axis; `unfiltered`: of [`Figures::unfiltered`].
///
/// ```
/// # use jangkau::formats::{Limits, json_stat::cube_from_bytes};
/// use jangkau::scene::{Figures, bars};
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
/// let (figures, unfiltered) = (Figures::of(&cube, &view), Figures::unfiltered(&cube));
/// let axis = cube.axis("source").expect("an axis");
/// let scene = bars(&cube, &view, (&figures, &unfiltered), (axis, words));
/// assert_eq!((&*scene.bars[0].value, &*scene.bars[0].share_text), ("8", "53%"));
/// # Ok::<(), jangkau::formats::FormatError>(())
/// ```
#[must_use]
pub fn bars(
    cube: &Cube,
    view: &ResolvedView,
    (figures, unfiltered): (&Figures, &Linked),
    (axis, words): (Axis, &Messages),
) -> BarScene {
    let (now, then) = (figures.view.marginal(axis), unfiltered.marginal(axis));
    let reading = figures.view.reading().of(axis.dimension());
    let shares = reading.parts_add();
    let figure = |marginal: &Marginal, at: CatIx| {
        if marginal.is_shown(at) {
            marginal.figure(at)
        } else {
            Figure::Number(0.0)
        }
    };
    let counted = |marginal: &Marginal| {
        let members = cube.members(axis).iter();
        let shown: Vec<bool> = members.map(|(at, _)| marginal.is_shown(at)).collect();
        match axis.grouping() {
            None => {
                let some = shown.contains(&false).then_some(&*shown);
                cube.counted(&view.selection, axis.dimension(), some)
            }
            Some(_) => shown,
        }
    };
    let (counted_now, counted_then) = (counted(now), counted(then));
    let whole = |marginal: &Marginal, counted: &[bool]| {
        let several = counted.iter().filter(|counted| **counted).count() > 1;
        (marginal.sum_of(counted).figure(), several)
    };
    let (whole_now, whole_then) = (whole(now, &counted_now), whole(then, &counted_then));
    let share =
        |marginal: &Marginal, is_counted: bool, (sum, several): (Figure, bool), at: CatIx| {
            let figure = figure(marginal, at);
            let share = if is_counted && several {
                figure.share_of_sum(sum)
            } else {
                figure.over(sum)
            };
            telling_share(share.filter(|_| shares))
        };
    let writer = FigureWriter::of(cube, figures.view.reading(), words);
    let value = |at: CatIx| {
        if now.is_shown(at) {
            writer.sum(now.sum(at))
        } else {
            writer.number(0.0)
        }
    };
    let picked = view.selection.clause(axis).unwrap_or(&[]);
    let lang = |label: &Label| cube.other_lang(label, words.code).map(str::to_owned);
    let bar = |(at, category): (CatIx, &crate::cube::Category)| {
        let label = measure_text(category, words);
        let share_now = share(now, counted_now[at.0], whole_now, at);
        let behind = share(then, counted_then[at.0], whole_then, at);
        let share_text = |share: Option<Interval>| {
            share.map_or_else(String::new, |share| writer.interval(Quantity::Share, share))
        };
        let value = value(at);
        let behind_text = behind.map_or_else(String::new, |_| {
            interpolate(words.bar, &[("behind", &share_text(behind))])
        });
        Bar {
            at,
            value,
            share: share_now.map(Interval::middle),
            share_text: share_text(share_now),
            behind: behind.map(Interval::middle),
            picked: picked.contains(&at),
            behind_text,
            label,
            lang: lang(category.label()),
        }
    };
    let bars: Vec<Bar> = cube.members(axis).iter().map(bar).collect();
    let at_place = view
        .place
        .is_some_and(|place| place.axis.dimension() == axis.dimension());
    let shown_bars = bars
        .iter()
        .filter(|bar| bar.share.is_some_and(|share| share > 0.0))
        .count();
    let ground = cube
        .footing(&view.selection)
        .map(|footing| distribution(&footing, view, axis, now));
    BarScene {
        idle: at_place && picked.is_empty() && shown_bars <= 1,
        label: cube.axis_label(axis).in_lang(words.code).to_owned(),
        lang: lang(cube.axis_label(axis)),
        bars,
        picked: picked.len(),
        read: reading
            .how()
            .category()
            .filter(|_| axis.grouping().is_none() && !shares)
            .map(|at| {
                let label = cube.members(axis).get(at).label();
                label.in_lang(words.code).to_owned()
            }),
        mark: ground.map(|ground| mark(cube, (ground, focus(view)), words)),
    }
}

/// What the shares along an axis rest on: of places those of the counts that they are made of.
fn distribution(
    footing: &Footing<'_>,
    view: &ResolvedView,
    axis: Axis,
    marginal: &Marginal,
) -> Ground {
    if view.geo != Some(axis.dimension()) {
        return footing.along(axis, CatIx(0)).share;
    }
    let members = footing.members(axis).into_iter().enumerate();
    let shown = members.filter(|(at, _)| marginal.is_shown(CatIx(*at)));
    let counts = shown.map(|(_, grounds)| grounds.count);
    counts.max().unwrap_or(Ground::PUBLISHED)
}
