//! `TopoJSON` (<https://github.com/topojson/topojson-specification>): regions in and out.
//!
//! Read: a `Topology`, quantized with `transform` or not, whose object `regions` (else its first
//! other collection) holds polygons and multipolygons with an `id` each, and in `properties.tile`
//! a `[column, row]`; the objects `water` and `land`, and the text `credit` beside `objects`, may
//! stand there too. Other objects are passed over; other geometries are refused by name.

mod layers;
mod reader;
mod writer;

pub(super) use layers::layers_from_bytes;

pub use reader::topology_from_bytes;
pub use writer::bytes_from_topology;
