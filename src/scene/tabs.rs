//! What can fill the stage.

use super::trend::trend_periods;
use crate::cube::{Axis, Cube, Role};
use crate::view_state::{ResolvedView, Tab};

/// What a dataset has for the stage, in the order in which it is offered: the first is shown where
/// nothing that is there is asked for. The map, or what stands in its place, is of places; where time
/// alone can be told apart, the trend comes before its table. Whether there are published facts, the
/// caller knows.
///
/// ```
/// # use jangkau::formats::{Limits, json_stat::cube_from_bytes};
/// use jangkau::scene::tabs;
/// use jangkau::view_state::{Tab, ViewState, resolve};
/// # let bytes = br#"{
/// #     "version": "2.0", "class": "dataset", "label": "Wells",
/// #     "id": ["year", "source"], "size": [2, 2], "value": [3, 1, 0, 2],
/// #     "role": {"time": ["year"]},
/// #     "dimension": {
/// #         "year": {"category": {"index": ["2020", "2021"]}},
/// #         "source": {"label": "Source", "category": {"index": ["tap", "well"]}}
/// #     }
/// # }"#;
/// # let cube = cube_from_bytes(bytes, &Limits::PAGE)?;
/// let view = resolve(&ViewState::landing("en", "wells"), &cube);
/// assert_eq!(tabs(&cube, &view), [Tab::Table, Tab::Trend, Tab::Facts, Tab::About]);
/// # Ok::<(), jangkau::formats::FormatError>(())
/// ```
#[must_use]
pub fn tabs(cube: &Cube, view: &ResolvedView) -> Vec<Tab> {
    let is_time = |axis: Axis| cube.dimension(axis.dimension()).role() == Role::Time;
    let mut tabs = Tab::ALL.to_vec();
    tabs.retain(|tab| match tab {
        Tab::Map => view.geo.is_some(),
        Tab::Table => view.level.is_some(),
        Tab::Trend => !trend_periods(cube, view).is_empty(),
        Tab::Facts | Tab::About => true,
    });
    let trend = tabs.iter().position(|tab| *tab == Tab::Trend);
    if let Some(trend) = trend.filter(|_| view.level.is_some_and(is_time)) {
        tabs.swap(0, trend);
    }
    tabs
}
