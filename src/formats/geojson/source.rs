//! What a map says, before any of it is matched or drawn.

use crate::geo::LonLat;

/// Polygons, of each its outer ring and then its holes; a ring ends where it begins.
pub type Polygons = Vec<Vec<Vec<LonLat>>>;

/// A layer of a map: features, and what the file says of all of them.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct MapSource {
    /// The object of a `TopoJSON` file; `None` in `GeoJSON`.
    pub name: Option<String>,
    /// The coordinate system that the file names, where it is another than longitude and latitude on
    /// WGS 84.
    pub crs: Option<String>,
    pub(super) fields: Vec<String>,
    /// In the order of the file.
    pub features: Vec<SourceFeature>,
}

impl MapSource {
    /// Places without areas, each a code and a label, as a layer with the fields `code` and `name`: for what is
    /// matched as the features of a map are.
    #[must_use]
    pub fn of_places(places: &[(&str, &str)]) -> Self {
        let features = places
            .iter()
            .enumerate()
            .map(|(at, (code, label))| SourceFeature {
                nth: at + 1,
                values: vec![Some((*code).into()), Some((*label).into())],
                polygons: Err(NoAreas::Nothing),
                closed_rings: 0,
            });
        Self {
            fields: ["code", "name"].map(str::to_owned).to_vec(),
            features: features.collect(),
            ..Self::default()
        }
    }

    /// What features say of themselves, in the order in which it first stands in the file; `id` is
    /// the member of that name where no property is called so.
    #[must_use]
    pub fn fields(&self) -> &[String] {
        &self.fields
    }
}

/// A feature of a map.
#[derive(Debug, Clone, PartialEq)]
pub struct SourceFeature {
    /// Its position in the file, counted from 1.
    pub nth: usize,
    /// Of each field that it has the value as text; those of later fields may be missing.
    pub(super) values: Vec<Option<Box<str>>>,
    /// Its areas in degrees, as they stand in the file, or why it has none.
    pub polygons: Result<Polygons, NoAreas>,
    /// Rings that were left open, and are closed here.
    pub closed_rings: usize,
}

impl SourceFeature {
    /// What it says in the field of a position; `None` where nothing, `null`, or no single value.
    #[must_use]
    pub fn value(&self, field: usize) -> Option<&str> {
        let text = self.values.get(field)?.as_deref()?.trim();
        (!text.is_empty()).then_some(text)
    }
    /// All that it says, in the order of the fields.
    pub fn values(&self) -> impl Iterator<Item = &str> {
        self.values.iter().filter_map(Option::as_deref)
    }
}

/// Why a feature has no areas.
#[derive(Debug, Clone, PartialEq)]
pub enum NoAreas {
    /// The geometry is null, has no coordinates, or only rings of fewer than three positions.
    Nothing,
    /// Points or lines.
    OtherForm(String),
    /// Coordinates in metres or another unit of a projection.
    Projected([f64; 2]),
    /// Latitude stands before longitude.
    LatitudeFirst([f64; 2]),
    /// It names an arc that is not there.
    UnknownArc {
        /// The number it names.
        arc: usize,
        /// How many there are.
        arcs: usize,
    },
    /// Something else than the format has there.
    Broken {
        /// Path inside the feature.
        at: String,
        /// What belongs there.
        expected: String,
        /// What stands there.
        found: String,
    },
}
