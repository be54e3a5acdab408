//! The choropleth: how each place is filled, and the legend.

use std::sync::Arc;

use super::Figures;
use super::basis::grouping_name;
use super::figure_writer::FigureWriter;
use super::map_fills::{Filled, is_modelled};
use super::measures::{Measures, PlaceMeasures};
use super::picture_text::quantity_name;
use super::place::whole_in_sentence;
use super::text::noted;
use super::title::Title;
use crate::cube::{Axis, CatIx, Cube, Figure, Interval, Reading};
use crate::scale::{Breaks, ClassCount};
use crate::view_state::{Quantity, ResolvedView};
use crate::words::{Messages, interpolate};

/// The names of the striped classes in the picture, the lowest first.
const SHARED_NAMES: [&str; 9] = [
    "shared-0", "shared-1", "shared-2", "shared-3", "shared-4", "shared-5", "shared-6", "shared-7",
    "shared-8",
];

/// Of fewer places a rank says nothing.
const FEWEST_RANKED: usize = 5;

/// A rank that lies so many times over in the number of places, or two, is told as from first to last.
const MOST_SPAN_OF: usize = 20;

/// Where a place stands among others, the largest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rank {
    /// The best rank that it may have.
    pub first: usize,
    /// The last: the same where all numbers are known exactly.
    pub last: usize,
    /// How many are ranked.
    pub of: usize,
}

/// How a place is filled.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Fill {
    /// The colour of a class, by its place in the ramp.
    Colour(usize),
    /// The same, of what may lie in the class beside it, too.
    Between(usize),
    /// The same, lighter and striped: of what is shared out from a published total.
    Shared(usize),
    /// Nobody, or nothing.
    Zero,
    /// No figure.
    Missing,
    /// A figure that is kept back.
    Suppressed,
    /// At least so much, or what may not be added.
    Open,
    /// What only repeats the pattern of its group.
    GroupPattern,
    /// What only repeats the pattern of the whole.
    WholePattern,
    /// Not among what is picked, or not in view.
    Out,
}

impl Fill {
    /// All that are no colours, in the order of the legend.
    pub const MARKED: [Self; 6] = [
        Self::Zero,
        Self::Missing,
        Self::Suppressed,
        Self::Open,
        Self::GroupPattern,
        Self::WholePattern,
    ];

    /// The name of its pattern in the picture; `None` for a colour.
    #[must_use]
    pub fn pattern(self) -> Option<&'static str> {
        Some(match self {
            Self::Colour(_) | Self::Between(_) | Self::Out => return None,
            Self::Shared(class) => SHARED_NAMES[class.min(SHARED_NAMES.len() - 1)],
            Self::Zero => "zero",
            Self::Missing => "missing",
            Self::Suppressed => "suppressed",
            Self::Open => "open",
            Self::GroupPattern => "of-group",
            Self::WholePattern => "of-whole",
        })
    }

    /// Whether what has it may belong to the class beside it.
    #[must_use]
    pub fn is_between(self) -> bool {
        matches!(self, Self::Between(_))
    }

    /// The fill of its line in the legend.
    #[must_use]
    pub fn in_legend(self) -> Self {
        if let Self::Between(class) | Self::Shared(class) = self {
            Self::Colour(class)
        } else {
            self
        }
    }

    /// What the legend says of it; empty for a colour.
    fn meaning(self, cube: &Cube, words: &Messages) -> String {
        match self {
            Self::Colour(_) | Self::Between(_) | Self::Shared(_) | Self::Out => String::new(),
            Self::Zero => words.fill_zero.to_owned(),
            Self::Missing => words.missing.to_owned(),
            Self::Suppressed => words.suppressed.to_owned(),
            Self::Open => words.fill_open.to_owned(),
            Self::GroupPattern => {
                let grouping = grouping_name(cube, words);
                interpolate(words.fill_by, &[("grouping", &grouping)])
            }
            Self::WholePattern => {
                let whole = whole_in_sentence(cube, words);
                interpolate(words.fill_pattern, &[("name", &whole)])
            }
        }
    }

    /// Whether the place has a class, or is of nobody.
    fn is_classed(self) -> bool {
        matches!(
            self,
            Self::Colour(_) | Self::Between(_) | Self::Shared(_) | Self::Zero
        )
    }
}

/// A line of the legend.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct LegendLine {
    /// How its places are filled.
    pub fill: Fill,
    /// What it says.
    pub label: String,
    /// How many places are filled so.
    pub places: usize,
}

/// The map of a level.
#[derive(Debug, Clone, PartialEq)]
pub struct MapScene {
    /// The level.
    pub axis: Axis,
    /// What is shown, of whom and when.
    pub caption: String,
    /// What is counted, of whom.
    pub(super) counted: String,
    /// What is shown of the figures.
    pub quantity: Quantity,
    /// The name of that.
    pub quantity_name: String,
    /// Name of the ramp and its number of colours: "seq5".
    pub ramp: String,
    /// How many colours the ramp has.
    pub classes: ClassCount,
    /// How each member of the level is filled, in order: [`Fill::Out`] what the classes leave out of view.
    pub fills: Vec<Fill>,
    /// Which members have a class, or are of nobody, among all places, in view or not.
    classed: Vec<bool>,
    /// Whether most places, in view or not, only repeat a pattern.
    is_patterned: bool,
    /// Whether some places, in view or not, have a number and no rank, because it is not published for
    /// them.
    has_modelled: bool,
    /// The numbers of each member, in order.
    pub measures: Vec<Measures>,
    /// How they were read.
    pub(super) reading: Arc<Reading>,
    /// The classes, then what has none, where there is any.
    pub legend: Vec<LegendLine>,
    /// What the dashed edge of [`Fill::Between`] means, where a place has it.
    pub between_note: Option<&'static str>,
    /// What the stripes of [`Fill::Shared`] mean and how many places have them, where one has; with the
    /// stripes of the highest class that has them.
    pub shared_note: Option<LegendLine>,
}

/// Fills the places of an axis by the quantity of the view: those that its classes are taken over.
///
/// ```
/// # use jangkau::formats::{Limits, json_stat::cube_from_bytes};
/// use jangkau::scene::{Figures, map, place_line};
/// # use jangkau::cube::CatIx;
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
/// let axis = view.level.expect("places");
/// let scene = map(&cube, &view, &Figures::of(&cube, &view), (axis, words));
/// assert_eq!(scene.rank(CatIx(1)), None, "two places make no ranking");
/// assert_eq!(place_line(&cube, &scene, CatIx(1), words), "Birch: 6 wells");
/// # Ok::<(), jangkau::formats::FormatError>(())
/// ```
#[must_use]
pub fn map(
    cube: &Cube,
    view: &ResolvedView,
    figures: &Figures,
    (axis, words): (Axis, &Messages),
) -> MapScene {
    let input = PlaceMeasures::everywhere(view, figures);
    let measures = input.measures(cube, view, figures, axis);
    let quantity = view.quantity;
    let Filled {
        fills,
        breaks,
        of_all,
        has_modelled,
    } = Filled::of(cube, (view, input), axis, &measures);
    let count = |fill: Fill| fills.iter().filter(|&&other| other == fill).count();
    let writer = FigureWriter::of(cube, figures.places.reading(), words);
    let mut legend = Vec::new();
    if let Some(breaks) = &breaks {
        let labels = class_texts(breaks, (quantity, &writer), words);
        for (class, label) in breaks.each().zip(labels) {
            let colour = breaks.colour(class);
            legend.push(LegendLine {
                fill: Fill::Colour(colour),
                label,
                places: count(Fill::Colour(colour))
                    + count(Fill::Between(colour))
                    + count(Fill::Shared(colour)),
            });
        }
    }
    let is_unadded = (measures.iter()).any(|it| it.figure() == Figure::NotAdditive);
    for fill in Fill::MARKED {
        let places = count(fill);
        if places > 0 {
            legend.push(LegendLine {
                fill,
                // What is chosen is not added, of no place.
                label: if fill == Fill::Open && is_unadded {
                    words.not_additive.to_owned()
                } else {
                    fill.meaning(cube, words)
                },
                places,
            });
        }
    }
    let shared_note = shared_note(&fills, words);
    let title = Title::of(cube, view, (input, axis), words);
    let colours = breaks.as_ref().map(Breaks::colours);
    let colours = colours.unwrap_or(ClassCount::nearest(3));
    let ramp = if quantity == Quantity::Index {
        "div"
    } else {
        "seq"
    };
    // The noun says a count; anything else of it is named.
    let mut caption = title.caption;
    if quantity != Quantity::Count {
        caption = noted(&caption, &quantity_name(cube, quantity, words), words);
    }
    MapScene {
        axis,
        caption,
        counted: title.counted,
        quantity,
        quantity_name: quantity_name(cube, quantity, words),
        ramp: format!("{ramp}{}", colours.get()),
        classes: colours,
        between_note: (fills.iter())
            .any(|fill| fill.is_between())
            .then_some(words.fill_between),
        shared_note,
        fills,
        classed: of_all.iter().map(|fill| fill.is_classed()).collect(),
        is_patterned: is_patterned(&of_all),
        has_modelled,
        measures,
        reading: cube.reading(&view.filters),
        legend,
    }
}

impl MapScene {
    /// The rank of a place among those whose number is published for them, which are five or more;
    /// `None` where a rank means nothing, as where most places merely repeat a pattern, or so little is
    /// known that it may be anywhere.
    #[must_use]
    pub fn rank(&self, at: CatIx) -> Option<Rank> {
        let own = self.ranked(at.0)?;
        let numbers = (0..self.classed.len()).filter_map(|at| self.ranked(at));
        let (mut first, mut last, mut all) = (1, 1, 0);
        for number in numbers {
            first += usize::from(number.low > own.high);
            last += usize::from(number.high > own.low);
            all += 1;
        }
        // What may be more than the least it may be is not above itself.
        last -= usize::from(!own.is_exact());
        let span = (last - first) * MOST_SPAN_OF <= all.max(2 * MOST_SPAN_OF);
        (all >= FEWEST_RANKED && !self.is_patterned && span).then_some(Rank {
            first,
            last,
            of: all,
        })
    }

    /// The number of a place that has a class, or zero.
    pub(super) fn classed(&self, at: usize) -> Option<Interval> {
        let number = self.measures[at].interval(self.quantity);
        number.filter(|_| self.classed[at])
    }

    /// The number of a place that is compared with others: no modelled one.
    pub(super) fn ranked(&self, at: usize) -> Option<Interval> {
        self.classed(at)
            .filter(|_| !is_modelled(&self.measures[at], self.quantity))
    }

    /// Whether a place is in view, and among what is picked.
    pub(super) fn is_seen(&self, at: usize) -> bool {
        self.fills[at] != Fill::Out
    }

    /// Whether some places have a number and no rank, because it is not published for them.
    pub(super) fn has_modelled(&self) -> bool {
        self.has_modelled
    }
}

/// What the stripes mean, where a place has them.
fn shared_note(fills: &[Fill], words: &Messages) -> Option<LegendLine> {
    let class = |fill: &Fill| {
        let Fill::Shared(class) = fill else {
            return None;
        };
        Some(*class)
    };
    let classes: Vec<usize> = fills.iter().filter_map(class).collect();
    Some(LegendLine {
        fill: Fill::Shared(*classes.iter().max()?),
        label: words.count(words.fill_shared, classes.len(), &[]),
        places: classes.len(),
    })
}

/// Whether most places only repeat a pattern.
fn is_patterned(fills: &[Fill]) -> bool {
    let count = |of: fn(&Fill) -> bool| fills.iter().filter(|&fill| of(fill)).count();
    let patterned = count(|fill| matches!(fill, Fill::GroupPattern | Fill::WholePattern));
    patterned * 2 > count(|fill| *fill != Fill::Out)
}

/// Each class from break to break; one of a single value as that value. No two bounds read alike.
fn class_texts(
    breaks: &Breaks,
    (quantity, writer): (Quantity, &FigureWriter<'_>),
    words: &Messages,
) -> Vec<String> {
    let ranges: Vec<(f64, f64)> = breaks.each().map(|class| breaks.range(class)).collect();
    let bounds: Vec<f64> = ranges
        .iter()
        .flat_map(|(low, high)| [*low, *high])
        .collect();
    let texts = writer.told_apart(quantity, &bounds);
    let text = |ends: &[String]| match ends {
        [low, high] if low != high => interpolate(words.range, &[("first", low), ("last", high)]),
        ends => ends.first().cloned().unwrap_or_default(),
    };
    texts.chunks(2).map(text).collect()
}
