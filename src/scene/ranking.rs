//! Places as bars, the largest first; in a dataset without places the categories of a dimension.

use super::Figures;
use super::figure_writer::FigureWriter;
use super::listing::{Listed, listed, sorted};
use super::mark::{Mark, Marks};
use super::place::{parent_axis, place_lang, place_name};
use crate::cube::{Cube, Role};
use crate::view_state::{Place, ResolvedView};
use crate::words::{Messages, interpolate};

/// Categories that are ranked as bars, at most: of more the table gives the order.
const RANKED: usize = 30;
/// Places that are ranked as bars, at most: the first of them, and the one in focus.
const PLACES_RANKED: usize = 60;

/// One place.
#[derive(Debug, Clone, PartialEq)]
pub struct RankedBar {
    /// The place; in a dataset without places the category, along its axis.
    pub place: Place,
    /// Its name.
    pub name: String,
    /// The language of the name where it is not the reader's.
    pub lang: Option<String>,
    /// Its length, 0 to 1; `None` where it has no number.
    pub length: Option<f64>,
    /// Its number as text.
    pub text: String,
    /// How sure its number is, where the publisher says so.
    pub mark: Option<Mark>,
    /// Whether it is the place in focus, or holds it; of categories, whether it is picked.
    pub focus: bool,
}

/// The ranked places of a view.
#[derive(Debug, Clone, PartialEq)]
pub struct RankingScene {
    /// What is ranked.
    pub title: String,
    /// The largest first; what has no number last.
    pub bars: Vec<RankedBar>,
    /// That there are more; empty where there are not.
    pub more: String,
}

/// The ranked bars of a view: the level of the table where it lists groups, else the groups above
/// the regions; with a region or such a group in focus, the regions of that group. Without places: the
/// rows of the table, but totals and sums of others; `None` where these are many, or periods.
///
/// ```
/// # use jangkau::formats::{Limits, json_stat::cube_from_bytes};
/// use jangkau::scene::{Figures, ranking};
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
/// let scene = ranking(&cube, &view, &Figures::of(&cube, &view), words).expect("places");
/// assert_eq!(scene.title, "Ranked by Areas");
/// assert_eq!((&*scene.bars[1].name, &*scene.bars[1].text), ("Birch", "6"));
/// assert_eq!(scene.bars[1].length, Some(6.0 / 9.0));
/// # Ok::<(), jangkau::formats::FormatError>(())
/// ```
#[must_use]
pub fn ranking(
    cube: &Cube,
    view: &ResolvedView,
    figures: &Figures,
    words: &Messages,
) -> Option<RankingScene> {
    let level = view.level?;
    let parent = parent_axis(cube).filter(|_| level.grouping().is_none());
    let above = parent.zip(view.place).and_then(|(parent, place)| {
        let at = match place.axis {
            axis if axis == parent => Some(place.at),
            axis if axis == level => cube.along(parent, place.at),
            _ => None,
        };
        at.map(|at| Place { axis: parent, at })
    });
    let axis = match above {
        Some(_) => level,
        None => parent.unwrap_or(level),
    };
    let mut places = listed(cube, view, figures, (axis, words));
    let is_time = cube.dimension(axis.dimension()).role() == Role::Time;
    if view.geo.is_none() && (places.len() > RANKED || is_time) {
        return None;
    }
    if axis.grouping().is_none() {
        let own = figures.places.reading().of(axis.dimension());
        places.retain(|listed| !own.is_apart(listed.place.at));
    }
    let name = cube.axis_label(axis).in_lang(words.code);
    let mut title = interpolate(words.ranking, &[("level", name)]);
    if let Some(above) = above {
        places.retain(|listed| cube.along(above.axis, listed.place.at) == Some(above.at));
        let within = place_name(cube, Some(above), words);
        title = interpolate(words.labelled, &[("label", &within), ("text", &title)]);
    }
    let number = |listed: &Listed| listed.measures.quantity(view.quantity);
    let places = sorted(
        places,
        |listed| listed,
        |a, b| {
            let key = |listed| number(listed).unwrap_or(f64::NEG_INFINITY);
            key(b).total_cmp(&key(a))
        },
    );
    let of = places.len();
    let shown: Vec<Listed> = (places.into_iter().enumerate())
        .filter(|(nth, listed)| *nth < PLACES_RANKED || listed.focus)
        .map(|(_, listed)| listed)
        .collect();
    let more = if shown.len() < of {
        let [shown, of] = [shown.len(), of].map(|n| words.numbers.count(n));
        interpolate(words.ranking_first, &[("shown", &shown), ("of", &of)])
    } else {
        String::new()
    };
    let largest = shown.iter().filter_map(number).fold(0.0, f64::max);
    let marks = Marks::of(cube, words);
    let writer = FigureWriter::of(cube, figures.places.reading(), words);
    let bar = |listed: Listed| {
        let length = number(&listed).filter(|_| largest > 0.0);
        let text = listed.measures.quantity_text(view.quantity, &writer);
        let ground = listed.measures.ground(view.quantity);
        RankedBar {
            place: listed.place,
            name: listed.name,
            lang: place_lang(cube, Some(listed.place), words),
            length: length.map(|number| number / largest),
            text,
            mark: ground.map(|ground| marks.mark(cube, ground, listed.place)),
            focus: listed.focus,
        }
    };
    Some(RankingScene {
        title,
        bars: shown.into_iter().map(bar).collect(),
        more,
    })
}
