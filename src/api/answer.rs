//! The figures of a view.

use serde::ser::{Serialize, Serializer};

use crate::browser::Floats;
use crate::cube::{CatIx, Category, Cube, Figure, Grounds, Sum};
use crate::scene::{Figures, headline, notice_text, source_line};
use crate::view_state::{Notice, ResolvedView};
use crate::words::Messages;

/// The total of a view, and along each dimension and grouping the figures of its members.
#[derive(Debug, serde::Serialize)]
pub struct Answer<'a> {
    /// The address of the view.
    pub link: String,
    /// The view as a sentence.
    pub sentence: String,
    /// Who stands behind the figures, release and date.
    pub source: Option<String>,
    /// The total; none where it is not known exactly, as `status` says.
    pub value: Option<f64>,
    /// The least that such a total may be.
    pub lower: Option<f64>,
    /// The most that it may be.
    pub upper: Option<f64>,
    /// SDMX `CL_OBS_STATUS`: `E` is an estimate, `>=` a lower bound, `Q` suppressed cells, `O` and `M` no
    /// value.
    pub status: String,
    /// How sure the total is, where the publisher says so: one of [`FigureKind`](crate::cube::FigureKind)'s keys.
    pub basis: Option<&'static str>,
    /// What the query said that could not be done, a sentence each.
    pub notices: Vec<String>,
    /// By the id of dimension or grouping.
    #[serde(serialize_with = "by_id")]
    pub marginals: Vec<(&'a str, Marginal<'a>)>,
}

/// The figures along a dimension or grouping, under every filter but its own.
#[derive(Debug, serde::Serialize)]
pub struct Marginal<'a> {
    /// In the dataset's order, those that the view leaves.
    pub codes: Vec<&'a str>,
    /// In the language of the view.
    pub labels: Vec<&'a str>,
    /// A `Float64Array`; NaN where there is none.
    #[serde(with = "serde_wasm_bindgen::preserve")]
    pub values: Floats,
    /// A `Float64Array`: the least that a value may be that is not known; else NaN.
    #[serde(with = "serde_wasm_bindgen::preserve")]
    pub lower: Floats,
    /// A `Float64Array`: the most that it may be.
    #[serde(with = "serde_wasm_bindgen::preserve")]
    pub upper: Floats,
    /// One a value, as of the total.
    pub statuses: Vec<String>,
    /// One a value, as of the total.
    pub basis: Option<Vec<&'static str>>,
}

fn by_id<'a, S: Serializer>(
    marginals: &[(&'a str, Marginal<'a>)],
    serializer: S,
) -> Result<S::Ok, S::Error>
where
    Marginal<'a>: Serialize,
{
    serializer.collect_map(marginals.iter().map(|(id, marginal)| (id, marginal)))
}

/// Asks the cube.
pub(super) fn answer<'a>(
    cube: &'a Cube,
    view: &ResolvedView,
    (words, notices): (&Messages, &[Notice]),
    link: String,
) -> Answer<'a> {
    let figures = Figures::of(cube, view);
    let total = figures.view.total();
    let footing = cube.footing(&view.selection);
    let key = |grounds: Grounds| grounds.count.kind().key();
    let marginals = cube.axes().map(|axis| {
        let found = figures.view.marginal(axis);
        let shown: Vec<(CatIx, &Category)> = (cube.members(axis).iter())
            .filter(|(at, _)| found.is_shown(*at))
            .collect();
        let sums: Vec<&Sum> = shown.iter().map(|(at, _)| found.sum(*at)).collect();
        let floats = |number: fn(Figure) -> Option<f64>| {
            let numbers = sums.iter().map(|sum| number(sum.figure()));
            let numbers: Vec<f64> = numbers.map(|it| it.unwrap_or(f64::NAN)).collect();
            Floats::from(&*numbers)
        };
        let grounds = footing.as_ref().map(|footing| footing.members(axis));
        let marginal = Marginal {
            codes: (shown.iter())
                .map(|(_, category)| category.code().as_str())
                .collect(),
            labels: (shown.iter())
                .map(|(_, category)| category.label().in_lang(words.code))
                .collect(),
            values: floats(Figure::exact),
            lower: floats(|figure| figure.bounds().0),
            upper: floats(|figure| figure.bounds().1),
            statuses: (sums.iter())
                .map(|sum| cube.statuses().of_sum(sum))
                .collect(),
            basis: grounds.map(|grounds| shown.iter().map(|(at, _)| key(grounds[at.0])).collect()),
        };
        (cube.axis_id(axis).as_str(), marginal)
    });
    Answer {
        link,
        sentence: headline(cube, view, &figures, words).sentence(words),
        source: source_line(cube, words),
        value: total.exact(),
        lower: total.bounds().0,
        upper: total.bounds().1,
        status: cube.statuses().of_sum(figures.view.total_sum()),
        basis: footing.as_ref().map(|footing| key(footing.total())),
        notices: (notices.iter())
            .map(|notice| notice_text(cube, notice, words))
            .collect(),
        marginals: marginals.collect(),
    }
}
