//! A view as a picture that stands alone: its map, or its periods as lines. An SVG without script,
//! font file or any address to fetch from, drawn from the very scenes that the page draws.

mod flow;
mod frame;
mod legend;
mod lettering;
mod map_frame;
mod paint;
mod palette;
mod svg;
mod trend_chart;

use self::frame::Frame;
use self::map_frame::{Drawn, MapFrame};
use self::paint::Paint;
use crate::cube::Cube;
use crate::scale::Theme;
use crate::scene::{
    FactMapScene, Figures, MapGeometry, MapScene, TrendScene, map, picture_text, place_line,
    quantity_note, trend, trend_text,
};
use crate::view_state::{MapForm, Quantity, ResolvedView, Tab};
use crate::words::{Messages, interpolate};

/// What a picture is drawn from.
#[derive(Debug, Clone, Copy)]
pub struct Subject<'a> {
    /// The dataset.
    pub cube: &'a Cube,
    /// What is shown of it.
    pub view: &'a ResolvedView,
    /// Where its regions lie, which only a map needs.
    pub geometry: Option<&'a MapGeometry>,
    /// The words of its language.
    pub words: &'static Messages,
    /// The link of the view, as the picture names it.
    pub link: &'a str,
}

/// Why there is no picture of a view.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lack {
    /// The dataset has no regions.
    Places,
    /// It is not known where the regions lie.
    Boundaries,
    /// The boundaries have no tiles, for which the view asks.
    Tiles,
}

/// Whether the picture of a view is a map, which alone needs to know where the regions lie.
#[must_use]
pub fn is_map(cube: &Cube, view: &ResolvedView, words: &Messages) -> bool {
    lines(cube, view, words).is_none()
}

/// The periods of a view, where they are what fills its stage.
fn lines(cube: &Cube, view: &ResolvedView, words: &Messages) -> Option<TrendScene> {
    trend(cube, view, words).filter(|_| view.tab == Tab::Trend)
}

/// Draws a view: its periods as lines where that is what fills its stage, else its map. The same
/// input gives the same text.
///
/// ```
/// # use jangkau::formats::{Limits, json_stat::cube_from_bytes};
/// use jangkau::drawing::{Subject, picture};
/// use jangkau::formats::topojson::topology_from_bytes;
/// use jangkau::scale::Theme;
/// use jangkau::scene::MapGeometry;
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
/// # let topology = br#"{
/// #     "type": "Topology",
/// #     "arcs": [[[1, 0], [1, 1]], [[1, 1], [0, 1], [0, 0], [1, 0]], [[1, 0], [2, 0], [2, 1], [1, 1]]],
/// #     "objects": {"regions": {"type": "GeometryCollection", "geometries": [
/// #         {"type": "Polygon", "id": "n1", "arcs": [[0, 1]]},
/// #         {"type": "Polygon", "id": "n2", "arcs": [[2, -1]]}
/// #     ]}}
/// # }"#;
/// let topology = topology_from_bytes(topology, &Limits::PAGE)?;
/// let geometry = MapGeometry::new(topology, &cube).expect("its regions");
/// let link = "https://example.org/en/wells/";
/// let subject = Subject { cube: &cube, view: &view, geometry: Some(&geometry), words, link };
/// let svg = picture(subject, Theme::Light).expect("a map");
/// assert!(svg.contains("<title id=\"title\">Map: Wells by Areas, 2020–2021</title>"));
/// # Ok::<(), jangkau::formats::FormatError>(())
/// ```
///
/// # Errors
/// [`Lack`].
pub fn picture(subject: Subject<'_>, theme: Theme) -> Result<String, Lack> {
    let Subject {
        cube, view, words, ..
    } = subject;
    match lines(cube, view, words) {
        Some(scene) => Ok(trend_picture(subject, &scene, theme)),
        None => map_picture(subject, theme),
    }
}

/// Draws the map of a list of published figures; `note`: what is said of the figures above it. `subject`: of its
/// map's cube. The same input gives the same text.
///
/// # Errors
/// [`Lack::Boundaries`].
pub fn fact_map_picture(
    subject: Subject<'_>,
    shown: &FactMapScene,
    note: &str,
    theme: Theme,
) -> Result<String, Lack> {
    let Subject {
        cube,
        view,
        geometry,
        words,
        ..
    } = subject;
    let geometry = geometry.ok_or(Lack::Boundaries)?;
    let scene = &shown.map;
    let drawn = Drawn {
        cube,
        view,
        scene,
        geometry,
    };
    let (map, paint) = (MapFrame::new(drawn), Paint::new(scene, theme));
    let frame = Frame {
        subject,
        theme,
        title: interpolate(words.map, &[("caption", &shown.caption)]),
        caption: &shown.caption,
        description: shown.description(words),
        note: Some(words.sentences(&[&shown.count, note])),
        focus: None,
        credit: geometry.credit(),
    };
    Ok(frame.svg(
        |svg| paint.define(svg, map.units_per_px()),
        |flow| {
            map.draw(flow, &paint);
            flow.space(20.0);
            legend::legend(flow, scene, &paint, words);
        },
    ))
}

fn trend_picture(subject: Subject<'_>, scene: &TrendScene, theme: Theme) -> String {
    let Subject {
        cube, view, words, ..
    } = subject;
    // What is said of counts is about the map.
    let note = (view.quantity != Quantity::Count).then_some(view.quantity);
    let frame = Frame {
        subject,
        theme,
        title: scene.caption.clone(),
        caption: &scene.caption,
        description: trend_text(scene, words),
        note: note.map(|quantity| quantity_note(cube, (quantity, view.share_of), words)),
        focus: None,
        credit: None,
    };
    frame.svg(|_| (), |flow| trend_chart::draw(flow, scene, words))
}

fn map_picture(subject: Subject<'_>, theme: Theme) -> Result<String, Lack> {
    let Subject {
        cube,
        view,
        geometry,
        words,
        ..
    } = subject;
    let level = view.level.filter(|_| view.geo.is_some());
    let level = level.ok_or(Lack::Places)?;
    let geometry = geometry.ok_or(Lack::Boundaries)?;
    if view.map == MapForm::Tile && !geometry.has_tiles() {
        return Err(Lack::Tiles);
    }
    let figures = Figures::of(cube, view);
    let scene = map(cube, view, &figures, (level, words));
    // The place in focus in one line, as the map of its own level says it.
    let focus = view.place.map(|place| {
        let scene = map(cube, view, &figures, (place.axis, words));
        place_line(cube, &scene, place.at, words)
    });
    let MapScene { caption, .. } = &scene;
    let mut sentences = picture_text(cube, view, &scene, words);
    let other_level = view.place.filter(|place| place.axis != scene.axis);
    if let Some(line) = focus.as_ref().filter(|_| other_level.is_some()) {
        sentences.push(interpolate(words.map_focus, &[("place", line)]));
    }
    let drawn = Drawn {
        cube,
        view,
        scene: &scene,
        geometry,
    };
    let (map, paint) = (MapFrame::new(drawn), Paint::new(&scene, theme));
    let frame = Frame {
        subject,
        theme,
        title: interpolate(words.map, &[("caption", caption)]),
        caption,
        description: sentences,
        note: Some(quantity_note(cube, (scene.quantity, view.share_of), words)),
        focus,
        credit: geometry.credit(),
    };
    Ok(frame.svg(
        |svg| paint.define(svg, map.units_per_px()),
        |flow| {
            map.draw(flow, &paint);
            flow.space(20.0);
            legend::legend(flow, &scene, &paint, words);
        },
    ))
}
