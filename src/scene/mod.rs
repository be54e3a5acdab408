//! What to draw, as plain data: made from a cube and a view, drawn by the page and natively.

mod about;
mod bars;
mod basis;
mod camera;
mod figures;
mod ground;
mod headline;
mod map;
mod measures;
mod notices;
mod picture_text;
mod place;
mod rate;
mod report;
mod table;
mod text;
mod tile_ground;
mod title;

pub use about::{AboutScene, ControlRow, about};
pub use bars::{Bar, BarScene, bar_axes, bars};
pub use basis::{basis_lines, pattern_of, rests_text};
pub use camera::{Camera, target};
pub use figures::Figures;
pub use ground::{Ground, Shape, WIDTH_PX};
pub use headline::{Fact, Headline, headline};
pub use map::{Fill, LegendLine, MapScene, map};
pub use measures::Measures;
pub use notices::notice_text;
pub use picture_text::{picture_text, quantity_name};
pub use place::{levels, place_name, steps_up, whole_name};
pub use report::{PlaceReport, report};
pub use table::{Row, TableScene, ranking, table};
pub use text::{figure_text, noun_text, period_text};
