//! What is drawn of a view, one file a concept.

mod any_cube;
mod arabic;
mod bars;
mod basis;
mod derivation;
mod files;
mod french;
mod headline;
mod hidden;
mod keyboard_navigation;
mod map;
mod map_sketch;
mod measure;
mod other_datasets;
mod pivot;
mod quantity;
mod table;
mod trend;
mod without_places;

use jangkau::cube::Cube;
use jangkau::formats::Limits;
use jangkau::formats::json_stat::cube_from_bytes;

const COURSES: &[u8] = include_bytes!("../data/alphabetisation.json");
const RICE: &[u8] = include_bytes!("../data/rice-prices.json");

fn read(bytes: &[u8]) -> Cube {
    cube_from_bytes(bytes, &Limits::PAGE).unwrap()
}
