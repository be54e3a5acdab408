//! The measures of a dataset, of which one is shown at a time.

use super::text::measure_text;
use crate::cube::{Axis, CatIx, Cube};
use crate::view_state::ResolvedView;
use crate::words::Messages;

/// One measure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MeasureOption {
    /// Its position.
    pub at: CatIx,
    /// Its code, as in a link.
    pub code: String,
    /// Its name, with the unit of its figures.
    pub name: String,
}

/// The measures of one dimension.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MeasureScene {
    /// The dimension.
    pub axis: Axis,
    /// Its name.
    pub name: String,
    /// Its measures, in the order of the dataset.
    pub options: Vec<MeasureOption>,
    /// The one that is shown.
    pub chosen: CatIx,
}

/// What there is to choose of what is measured: one scene for each dimension of two measures or more.
///
/// ```
/// # use jangkau::formats::{Limits, json_stat::cube_from_bytes};
/// use jangkau::scene::measure_choices;
/// # use jangkau::view_state::{ViewState, resolve};
/// # use jangkau::words::messages;
/// # let bytes = br#"{
/// #     "version": "2.0", "class": "dataset", "label": "Wells",
/// #     "id": ["area", "measure"], "size": [2, 2], "value": [3, 12.5, 1, 8],
/// #     "role": {"geo": ["area"], "metric": ["measure"]},
/// #     "dimension": {
/// #         "area": {"label": "Areas", "category": {"index": ["n1", "n2"], "label": {"n1": "Alder", "n2": "Birch"}}},
/// #         "measure": {"label": "Measure", "category": {
/// #             "index": ["wells", "depth"], "label": {"wells": "Wells", "depth": "Mean depth"},
/// #             "unit": {"wells": {"label": "wells"}, "depth": {"label": "metres"}}}}
/// #     }
/// # }"#;
/// # let cube = cube_from_bytes(bytes, &Limits::PAGE)?;
/// # let view = resolve(&ViewState::landing("en", "wells"), &cube);
/// let choices = measure_choices(&cube, &view, messages("en"));
/// assert_eq!(choices[0].options[1].name, "Mean depth (metres)");
/// assert_eq!(choices[0].chosen, choices[0].options[0].at);
/// # Ok::<(), jangkau::formats::FormatError>(())
/// ```
#[must_use]
pub fn measure_choices(cube: &Cube, view: &ResolvedView, words: &Messages) -> Vec<MeasureScene> {
    let several = |axis: &Axis| cube.is_measure(*axis) && cube.members(*axis).len() > 1;
    let reading = cube.reading(&view.filters);
    let scene = |axis: Axis| {
        let option = |(at, category): (CatIx, &crate::cube::Category)| MeasureOption {
            at,
            code: category.code().to_string(),
            name: measure_text(category, words),
        };
        Some(MeasureScene {
            axis,
            name: cube.axis_label(axis).in_lang(words.code).to_owned(),
            options: cube.members(axis).iter().map(option).collect(),
            chosen: reading.of(axis.dimension()).how().category()?,
        })
    };
    cube.axes().filter(several).filter_map(scene).collect()
}
