//! Places beside the one in focus: on one scale, and in words.

use super::Figures;
use super::bars::{BarScene, bar_axes, bars};
use super::difference::against_text;
use super::figure_writer::FigureWriter;
use super::mark::{Mark, mark};
use super::measures::{Measures, PlaceMeasures};
use super::picture_text::quantity_name;
use super::place::place_name;
use super::text::period_text;
use super::title::counted_text;
use crate::cube::{Axis, Cube, Linked};
use crate::view_state::{Place, Quantity, ResolvedView};
use crate::words::{Messages, interpolate};

/// One place beside others.
#[derive(Debug, Clone, PartialEq)]
pub struct ComparedBar {
    /// Its name.
    pub name: String,
    /// The place; `None`: the whole.
    pub place: Option<Place>,
    /// Whether it is compared by the reader's own choice.
    pub compared: bool,
    /// Its number as text.
    pub text: String,
    /// Its length, 0 to 1; `None` where it has no number, or one far beyond the scale.
    pub length: Option<f64>,
    /// How far it is from the base, in words; empty for the base, and for what is no finding.
    pub difference: String,
    /// How sure its number is, where the publisher says so.
    pub mark: Option<Mark>,
}

/// One category of a dimension in every place.
#[derive(Debug, Clone, PartialEq)]
pub struct ComparedRow {
    /// Its name.
    pub label: String,
    /// Its share in each place, 0 to 1, and the same as text.
    pub shares: Vec<(Option<f64>, String)>,
    /// How sure the share in each place is, where the publisher says so.
    pub marks: Vec<Option<Mark>>,
}

/// The places of a view on one scale: the base, those compared with it, and the whole.
#[derive(Debug, Clone, PartialEq)]
pub struct CompareScene {
    /// What is compared, with which base.
    pub caption: String,
    /// The base first, the whole last.
    pub bars: Vec<ComparedBar>,
    /// Each dimension and its categories, in the same places.
    pub dimensions: Vec<(String, Vec<ComparedRow>)>,
}

/// The comparison of a view; `None` where nothing is compared.
///
/// ```
/// # use jangkau::formats::{Limits, json_stat::cube_from_bytes};
/// use jangkau::scene::{Figures, compare};
/// # use jangkau::cube::CatIx;
/// # use jangkau::view_state::{Change, Place, ViewState, resolve};
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
/// # let [n1, n2] = [0, 1].map(|at| Place { axis: cube.axis("area").expect("an axis"), at: CatIx(at) });
/// # let state = ViewState::landing("en", "wells").apply(Change::Focus(Some(n1)), &cube);
/// # let state = state.apply(Change::Compare(n2), &cube);
/// # let view = resolve(&state, &cube);
/// # let words = messages("en");
/// let (figures, unfiltered) = (Figures::of(&cube, &view), Figures::unfiltered(&cube));
/// let scene = compare(&cube, &view, (&figures, &unfiltered), words).expect("places");
/// assert_eq!(scene.bars[1].difference, "3 (33%) less than Alder");
/// # Ok::<(), jangkau::formats::FormatError>(())
/// ```
#[must_use]
pub fn compare(
    cube: &Cube,
    view: &ResolvedView,
    (figures, unfiltered): (&Figures, &Linked),
    words: &Messages,
) -> Option<CompareScene> {
    if view.compared.is_empty() {
        return None;
    }
    let quantity = view.quantity;
    let mut places = vec![view.place];
    let others = view.compared.iter().copied().map(Some);
    places.extend(others.filter(|place| *place != view.place));
    if view.place.is_some() {
        places.push(None);
    }
    let input = PlaceMeasures::everywhere(view, figures);
    // Places of one level are asked for together.
    let mut levels: Vec<(Axis, Vec<Measures>)> = Vec::new();
    for place in places.iter().flatten() {
        if levels.iter().all(|(axis, _)| *axis != place.axis) {
            let of_level = input.measures(cube, view, figures, place.axis);
            levels.push((place.axis, of_level));
        }
    }
    let of_place = |place: &Place| {
        let level = levels.iter().find(|(axis, _)| *axis == place.axis);
        level.map_or(Measures::NOBODY, |(_, of_level)| of_level[place.at.0])
    };
    let measures: Vec<Measures> = places
        .iter()
        .map(|place| match place {
            Some(place) if input.is_shown(place.axis, place.at) => of_place(place),
            Some(_) => Measures::NOBODY,
            None => input.total(cube, view, figures),
        })
        .collect();
    // Counts of the whole would leave nothing of a part.
    let off_scale = |at: usize| places[at].is_none() && quantity == Quantity::Count;
    let number = |at: usize| measures[at].quantity(quantity);
    let on_scale = (0..places.len()).filter(|&at| !off_scale(at));
    let top = on_scale.filter_map(number).fold(0.0, f64::max);
    let base_name = place_name(cube, view.place, words);
    let writer = FigureWriter::of(cube, figures.places.reading(), words);
    let finding = |at: usize| !measures[at].is_pattern(quantity);
    let bar = |at: usize| {
        let interval = |at: usize| measures[at].interval(quantity);
        let numbers = interval(0).zip(interval(at));
        let numbers = numbers
            .filter(|_| at > 0 && finding(0) && finding(at) && !off_scale(at) && !off_scale(0));
        let length = number(at).filter(|_| !off_scale(at) && top > 0.0);
        ComparedBar {
            name: place_name(cube, places[at], words),
            place: places[at],
            compared: places[at].is_some_and(|place| view.compared.contains(&place)),
            text: measures[at].quantity_text(quantity, &writer),
            length: length.map(|number| number / top),
            difference: numbers.map_or_else(String::new, |numbers| {
                against_text(quantity, numbers, &base_name, words)
            }),
            mark: measures[at]
                .ground(quantity)
                .map(|ground| mark(cube, (ground, places[at]), words)),
        }
    };
    let caption = interpolate(
        words.compared,
        &[
            ("place", &base_name),
            ("noun", &counted_text(cube, &view.filters, words)),
            ("period", &period_text(cube, &view.selection, words)),
            ("quantity", &quantity_name(cube, quantity, words)),
        ],
    );
    Some(CompareScene {
        caption,
        bars: (0..places.len()).map(bar).collect(),
        dimensions: dimensions(cube, (view, &places), (figures, unfiltered), words),
    })
}

/// Who they were, in each place: the shares of its bars.
fn dimensions(
    cube: &Cube,
    (view, places): (&ResolvedView, &[Option<Place>]),
    (known, unfiltered): (&Figures, &Linked),
    words: &Messages,
) -> Vec<(String, Vec<ComparedRow>)> {
    let views: Vec<ResolvedView> = places.iter().map(|&place| view.at(place)).collect();
    let figures: Vec<Figures> = (views.iter())
        .map(|view| Figures::after(Some(known), cube, view))
        .collect();
    let by_place = |axis: &Axis| Some(axis.dimension()) == view.geo;
    let axes = bar_axes(cube).into_iter().filter(|axis| !by_place(axis));
    let dimension = |axis: Axis| {
        let of_places: Vec<BarScene> = (views.iter().zip(&figures))
            .map(|(view, figures)| bars(cube, view, (figures, unfiltered), (axis, words)))
            .collect();
        let label = of_places.first()?.label.clone();
        let row = |nth: usize| ComparedRow {
            label: of_places[0].bars[nth].label.clone(),
            shares: of_places
                .iter()
                .map(|scene| (scene.bars[nth].share, scene.bars[nth].share_text.clone()))
                .collect(),
            marks: of_places.iter().map(|scene| scene.mark.clone()).collect(),
        };
        let rows: Vec<ComparedRow> = (0..of_places[0].bars.len()).map(row).collect();
        let differs = rows
            .iter()
            .any(|row| row.shares.iter().any(|(share, _)| share.is_some()));
        differs.then_some((label, rows))
    };
    axes.filter_map(dimension).collect()
}
