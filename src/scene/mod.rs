//! What to draw, as plain data: made from a cube and a view, drawn by the page and natively.
//!
//! A cube, a view and the words of a language give every scene:
//!
//! ```
//! use jangkau::formats::{Limits, json_stat::cube_from_bytes};
//! use jangkau::scene::{Figures, headline};
//! use jangkau::view_state::{ViewState, resolve};
//! use jangkau::words::messages;
//!
//! let cube = cube_from_bytes(
//!     br#"{
//!         "version": "2.0", "class": "dataset", "label": "Wells",
//!         "id": ["year", "area", "source"], "size": [2, 2, 2], "value": [3, 1, 0, 2, 4, 1, 1, 3],
//!         "role": {"time": ["year"], "geo": ["area"]},
//!         "dimension": {
//!             "year": {"category": {"index": ["2020", "2021"]}},
//!             "area": {"label": "Areas", "category": {"index": ["n1", "n2"], "label": {"n1": "Alder", "n2": "Birch"}}},
//!             "source": {"label": "Source", "category": {"index": ["tap", "well"], "label": {"tap": "Tap", "well": "Well"}}}
//!         },
//!         "extension": {"lang": "en", "aggregation": "sum", "noun": {"en": {"one": "well", "many": "wells"}}}
//!     }"#,
//!     &Limits::PAGE,
//! )?;
//! let view = resolve(&ViewState::landing("en", "wells"), &cube);
//! let figures = Figures::of(&cube, &view);
//! let sentence = headline(&cube, &view, &figures, messages("en")).sentence(messages("en"));
//! assert_eq!(sentence, "15 wells in all places, 2020–2021");
//! # Ok::<(), jangkau::formats::FormatError>(())
//! ```

mod about;
mod back_test;
mod bars;
mod basis;
mod blank;
mod bordering;
mod camera;
mod cell;
mod chips;
mod class_numbers;
mod compare;
mod credit;
mod dead_end;
mod derivation;
mod difference;
mod fact_list;
mod facts;
mod figure_writer;
mod figures;
mod foreign;
mod hatch;
mod headline;
mod headline_notes;
mod headline_quantity;
mod interval;
mod keyboard_navigation;
mod linked_text;
mod listing;
#[cfg(test)]
mod made;
mod map;
mod map_fills;
mod map_frame;
mod map_geometry;
mod map_sketch;
mod map_target;
mod mark;
mod measure;
mod measures;
mod notices;
mod outline;
mod period_numbers;
mod picture_text;
mod place;
mod ranking;
mod rate;
mod reading;
mod relaxations;
mod report;
mod table;
mod table_lines;
mod table_order;
mod table_pages;
mod table_writer;
mod tabs;
mod text;
mod tile_geometry;
mod title;
mod told_apart;
mod trend;
mod trend_ends;
mod trend_layout;
mod way_out;

pub use about::{AboutScene, ControlRow, about};
pub use back_test::off_by;
pub use bars::{Bar, BarScene, FilterAxes, bar_axes, bars, filter_axes};
pub use basis::basis_lines;
pub use blank::Blank;
pub use camera::Camera;
pub use cell::{Cell, Number, NumberStyle};
pub use chips::{Chip, chips, filter_chips};
pub use compare::{CompareScene, ComparedBar, ComparedRow, compare};
pub use credit::{quantity_note, release_text, source_line, source_lines};
pub use dead_end::{dead_end, dead_end_ways};
pub use derivation::{
    Askable, Calculation, Derivation, Part, Step, StepKind, WrittenDerivation, WrittenStep,
    askable, derivation,
};
pub use fact_list::{
    FactBeside, FactLine, FactListScene, FactMapScene, FactPoint, FactSeriesScene, FactTopic,
    fact_caption, fact_list, fact_map, printed_text,
};
pub use facts::{Answered, FactRow, FactScene, facts};
pub use figure_writer::{FigureWriter, Precision, flags_note};
pub use figures::Figures;
pub use foreign::ForeignTexts;
pub use hatch::{HATCHES, Hatch, MOTIFS, STRIPES};
pub use headline::{Emphasis, Headline, HeadlineShare, headline};
pub use headline_notes::HeadlineNote;
pub use keyboard_navigation::KeyboardNavigation;
pub use linked_text::{TextPart, linked_text};
pub use map::{Fill, LegendLine, MapScene, Rank, map};
pub use map_frame::{Covered, Frame};
pub use map_geometry::{MapGeometry, Shape, WIDTH_PX};
pub use map_sketch::{MapSketch, Sketched};
pub use map_target::target;
pub use mark::{Mark, mark_lines};
pub use measure::{MeasureOption, MeasureScene, measure_choices};
pub use measures::Measures;
pub use notices::notice_text;
pub use picture_text::{picture_text, quantity_name};
pub use place::{
    all_places_name, choice_of, levels, looked_into, parent_axis, place_lang, place_name, steps_up,
    window_title,
};
pub use ranking::{RankedBar, RankingScene, ranking};
pub use rate::rate_offer;
pub use reading::{ReadingLine, flag_text, reading_lines, told};
pub use relaxations::relaxations;
pub use report::{all_places_line, name_within, place_line};
pub use table::{Row, TableScene, table};
pub use tabs::tabs;
pub use text::{noun_text, period_text};
pub use trend::{TrendLine, TrendScene, trend, trend_periods, trend_text};
pub use trend_ends::TrendEnd;
pub use trend_layout::{TrendFrame, TrendLayout, TrendMark, TrendPath, TrendPoint};
pub use way_out::WayOut;
