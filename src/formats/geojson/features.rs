//! Features gathered one by one, and how much was taken in.

use crate::formats::error::{Failure, FormatError};
use crate::formats::json::{THE_FILE, Tree};
use crate::formats::limits::Limits;
use crate::formats::number_text;

use super::{Areas, MapSource, SourceFeature};

/// The name that the member `id` of a feature has among the fields.
const ID: &str = "id";

/// The layers of a map while they are read.
#[derive(Debug)]
pub(in crate::formats) struct Features<'a> {
    layer: MapSource,
    limits: &'a Limits,
    rings: usize,
    positions: usize,
}

impl<'a> Features<'a> {
    pub(in crate::formats) fn new(limits: &'a Limits) -> Self {
        Self {
            layer: MapSource::default(),
            limits,
            rings: 0,
            positions: 0,
        }
    }
    /// Adds a feature with what it says of itself and its areas.
    pub(in crate::formats) fn add(&mut self, feature: &Tree, areas: Areas) -> Result<(), Failure> {
        let mut values = Vec::new();
        let properties = member(feature, "properties");
        let properties = properties.map(members).unwrap_or_default();
        for (name, value) in properties {
            self.set(&mut values, name, value);
        }
        if let Some(id) = member(feature, ID)
            && !properties.iter().any(|(name, _)| name == ID)
        {
            self.set(&mut values, ID, id);
        }
        self.rings += areas.rings;
        self.positions += areas.positions;
        let features = &mut self.layer.features;
        features.push(SourceFeature {
            nth: features.len() + 1,
            values,
            polygons: areas.polygons,
            closed_rings: areas.closed_rings,
        });
        for (what, limit, found) in [
            ("regions", self.limits.regions, features.len()),
            ("rings", self.limits.rings, self.rings),
            ("positions", self.limits.positions, self.positions),
        ] {
            if found > limit {
                let at = THE_FILE.to_owned();
                return Err(Failure::from(FormatError::TooMany {
                    at,
                    what,
                    limit,
                    found,
                }));
            }
        }
        Ok(())
    }
    fn set(&mut self, values: &mut Vec<Option<Box<str>>>, name: &str, value: &Tree) {
        let fields = &mut self.layer.fields;
        let known = fields.iter().position(|field| field == name);
        let field = known.unwrap_or_else(|| {
            fields.push(name.to_owned());
            fields.len() - 1
        });
        if values.len() <= field {
            values.resize(field + 1, None);
        }
        values[field] = match value {
            Tree::Text(text) => Some(text.as_str().into()),
            Tree::Number(number) => Some(number_text(*number).into()),
            Tree::Bool(value) => Some(value.to_string().into()),
            Tree::Null | Tree::Array(_) | Tree::Object(_) => None,
        };
    }
    /// The layer that was read; the next one begins.
    pub(in crate::formats) fn layer(&mut self, name: Option<&str>) -> MapSource {
        MapSource {
            name: name.map(str::to_owned),
            ..std::mem::take(&mut self.layer)
        }
    }
}

/// The member of an object.
pub(super) fn member<'t>(tree: &'t Tree, name: &str) -> Option<&'t Tree> {
    let found = members(tree).iter().find(|(key, _)| key == name);
    found.map(|(_, member)| member)
}

/// The members of an object; none of anything else.
pub(super) fn members(tree: &Tree) -> &[(String, Tree)] {
    match tree {
        Tree::Object(members) => members,
        Tree::Null | Tree::Bool(_) | Tree::Number(_) | Tree::Text(_) | Tree::Array(_) => &[],
    }
}
